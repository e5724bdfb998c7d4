"""The call list, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pa_manager.assistants.model import ApplicantId, AssistantId
from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.cover.model import Contact, ContactDetails, Tier
from pa_manager.cover.operations import (
    COVER,
    add_contact,
    change_contact,
    check_contact,
    list_contacts,
    list_free_back_ups,
    remove_contact,
    take_back_up,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.rota.model import Choice
from pa_manager.rota.operations import shift_choices
from pa_manager.values.days import Period, day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import Money


class CallListView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_contacts(self, contacts: Sequence[Contact], today: date) -> None: ...
    def allow_changes(self, allowed: bool) -> None: ...
    def open_contact(
        self, title: str, assistants: Sequence[Choice], texts: Mapping[str, str], keep: Callable[[dict[str, str]], None]
    ) -> None: ...
    def open_back_ups(self, agreed: Sequence[Choice], keep: Callable[[dict[str, str]], None]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class CallListPresenter:
    """Lists who would come, tier by tier; adds, changes, checks and removes them."""

    def __init__(self, view: CallListView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._picked: Contact | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the call list again and show it."""
        contacts = self._runner.read(list_contacts)
        old = sum(contact.wants_check(self._today()) for contact in contacts)
        self._view.set_lead(_lead(len(contacts), old))
        self.pick(None)
        self._view.show_contacts(contacts, self._today())

    def pick(self, contact: Contact | None) -> None:
        """Take note of who was picked."""
        self._picked = contact
        self._view.allow_changes(contact is not None)

    def add(self) -> None:
        """Open an empty form for somebody who would come."""
        texts = {"tier": Tier.FAMILY, "agreed_on": f"{self._today()}", "checked_on": f"{self._today()}"}
        self._view.open_contact("Add somebody to the call list", self._assistants(), texts, self._keep_new)

    def take(self) -> None:
        """Open the choice of applicants who agreed to be asked."""
        found = self._runner.read(list_free_back_ups)
        if not found:
            self._view.show_problem(
                "No other applicant has agreed to be a back-up. Note it under My PAs, Find somebody."
            )
            return
        choices = [(str(each.applicant_id), f"{each.name}, agreed on {said(each.agreed_on)}") for each in found]
        self._view.open_back_ups(choices, self._keep_taken)

    def change(self) -> None:
        """Open the form of the one picked, filled."""
        if contact := self._picked:
            self._view.open_contact(f"Change {contact.name}", self._assistants(), _texts(contact), self._keep_changed)

    def check(self) -> None:
        """Note that the one picked was asked today whether all still holds."""
        if contact := self._picked:
            today = self._today()
            self._do(
                lambda: self._runner.run(check_contact, contact_id=contact.id, on=today),
                f"Kept. {contact.name} was last checked on {said(today)}.",
            )

    def remove(self) -> None:
        """Take the one picked off the call list."""
        if contact := self._picked:
            self._do(
                lambda: self._runner.run(remove_contact, contact_id=contact.id),
                f"{contact.name} is off the call list. Undo brings them back.",
            )

    def _keep_new(self, texts: Mapping[str, str]) -> None:
        self._keep(texts, lambda details: self._runner.run(add_contact, details=details))

    def _keep_taken(self, texts: Mapping[str, str]) -> None:
        try:
            self._runner.run(take_back_up, applicant_id=ApplicantId(int(texts["who"])))
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result("Kept. The call list is up to date.")

    def _keep_changed(self, texts: Mapping[str, str]) -> None:
        if contact := self._picked:
            self._keep(texts, lambda details: self._runner.run(change_contact, contact_id=contact.id, details=details))

    def _keep(self, texts: Mapping[str, str], run: Callable[[ContactDetails], object]) -> None:
        form = Reading()
        per_hour = form.optional("per_hour", Money.from_text, texts["per_hour"])
        agreed_on = form.optional("agreed_on", day_from_text, texts["agreed_on"])
        checked_on = form.optional("checked_on", day_from_text, texts["checked_on"])
        if not texts["assistant"]:
            form.required("name", texts["name"], "The name is missing. Type who it is, or choose a PA.")
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        details = ContactDetails(
            tier=Tier(texts["tier"]),
            name=texts["name"],
            phone=texts["phone"],
            assistant_id=AssistantId(int(texts["assistant"])) if texts["assistant"] else None,
            will_do=texts["will_do"],
            per_hour=per_hour,
            agreed_on=agreed_on,
            checked_on=checked_on,
        )
        try:
            run(details)
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result("Kept. The call list is up to date.")

    def _do(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(result)

    def _assistants(self) -> tuple[Choice, ...]:
        return self._runner.read(shift_choices, days=Period(self._today(), self._today())).assistants

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(COVER | ASSISTANTS):
            self.refresh()


def _lead(contacts: int, old: int) -> str:
    if not contacts:
        return "Who would come if somebody cannot? Agree it with them before it is needed."
    people = f"{contacts} {'people have' if contacts > 1 else 'person has'} said that they would come."
    if not old:
        return people
    return f"{people} {old} {'were' if old > 1 else 'was'} not asked for 6 months or more."


def _texts(contact: Contact) -> dict[str, str]:
    return {
        "tier": contact.tier,
        "assistant": f"{contact.assistant_id or ''}",
        "name": "" if contact.assistant_id else contact.name,
        "phone": contact.phone,
        "will_do": contact.will_do,
        "per_hour": "" if contact.per_hour is None else str(contact.per_hour),
        "agreed_on": f"{contact.agreed_on or ''}",
        "checked_on": f"{contact.checked_on or ''}",
    }
