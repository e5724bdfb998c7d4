"""The file of one PA, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    Check,
    CheckDetails,
    CheckKind,
    Fact,
    PersonFile,
    PrivateDetails,
    Told,
    account_number_from_text,
    insurance_number_from_text,
    sort_code_from_text,
    told_apart,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_check,
    change_check,
    find_person_file,
    find_private_details,
    keep_person_file,
    keep_photo,
    keep_private_details,
    list_assistants,
    list_checks,
    list_facts,
    photo_of,
    remove_check,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.holder.model import About, AdviceId
from pa_manager.holder.operations import HOLDER, advice_choices
from pa_manager.values.days import EndsBeforeItBegins, day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

PHOTOS = "Photos (*.jpg *.jpeg *.png *.webp)"
NOBODY = "Nobody is down as your PA yet. Add one under My PAs."
Keep = Callable[[Mapping[str, str]], None]


class Files(Protocol):
    """What is asked of the desktop: a file to read."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...


class PersonView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_photo(self, content: bytes | None, name: str) -> None: ...
    def show_facts(self, facts: Sequence[Fact], *, private: bool) -> None: ...
    def show_checks(self, checks: Sequence[Check], today: date) -> None: ...
    def allow(self, *, file: bool, photo: bool, check: bool) -> None: ...
    def open_file(
        self, title: str, texts: Mapping[str, str], consents: Sequence[tuple[str, str]], keep: Keep
    ) -> None: ...
    def open_private(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_check(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class PersonPresenter:
    """Shows what is kept about one PA; changes it; keeps what is private out of sight until it is asked for."""

    def __init__(self, view: PersonView, runner: Runner, *, today: Callable[[], date], files: Files) -> None:
        self._view = view
        self._files = files
        self._runner = runner
        self._today = today
        self._whose: Assistant | None = None
        self._private = False
        self._has_photo = False
        self._check: Check | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the file again and show it."""
        everyone = self._runner.read(list_assistants)
        was = self._whose.id if self._whose else None
        self._whose = next((each for each in everyone if each.id == was), next(iter(everyone), None))
        names = told_apart(everyone)
        self._view.show_people(
            [(str(each.id), names[each.id]) for each in everyone], str(self._whose.id) if self._whose else ""
        )
        photo = self._runner.read(photo_of, assistant_id=self._whose.id) if self._whose else None
        self._has_photo = photo is not None
        self._view.show_photo(photo, self._whose.name if self._whose else "")
        self._allow()
        self._show_facts()
        checks = self._runner.read(list_checks, self._whose.id) if self._whose else ()
        self._view.set_lead(self._lead(checks))
        self._view.show_checks(checks, self._today())

    def choose(self, number: str) -> None:
        """Show the file of another PA, with what is private out of sight."""
        wanted = next((each for each in self._runner.read(list_assistants) if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose = wanted
            self._private = False
            self._check = None
            self.refresh()

    def show_or_hide(self) -> None:
        """Bring what is private into sight, or out of it."""
        self._private = not self._private
        self._show_facts()

    def pick(self, check: Check | None) -> None:
        """Take note of the check picked."""
        self._check = check
        self._allow()

    def choose_photo(self) -> None:
        """Let a photo of the PA be chosen, and keep it."""
        if whose := self._whose:
            try:
                if chosen := self._files.open_file(f"A photo of {whose.called}", PHOTOS):
                    self._runner.run(keep_photo, assistant_id=whose.id, content=chosen[1])
                    self._view.show_result(f"The photo of {whose.called} is kept.")
            except UserError as error:
                self._view.show_problem(str(error))

    def take_photo_away(self) -> None:
        """Take the photo of the PA away."""
        if whose := self._whose:
            self._runner.run(keep_photo, assistant_id=whose.id, content=None)
            self._view.show_result("The photo is taken away. Undo brings it back.")

    def change(self) -> None:
        """Open the form of the file, filled."""
        if self._whose:
            person = self._runner.read(find_person_file, self._whose.id)
            self._view.open_file(
                f"Contacts and details of {self._whose.called}",
                _file_texts(person),
                [("", "None is named"), *self._runner.read(advice_choices, about=About.ASSISTANT)],
                self.keep_file,
            )

    def keep_file(self, texts: Mapping[str, str]) -> None:
        """Keep what was typed about the PA."""
        if whose := self._whose:
            person = _file_from(texts)
            self._keep(lambda: self._runner.run(keep_person_file, assistant_id=whose.id, person=person))

    def change_private(self) -> None:
        """Open the form of what is private, filled, each field hidden until it is shown on purpose."""
        if self._whose:
            private = self._runner.read(find_private_details, self._whose.id)
            texts = {
                "insurance_number": private.insurance_number,
                "account_name": private.account_name,
                "sort_code": private.sort_code,
                "account_number": private.account_number,
            }
            self._view.open_private(f"Private details of {self._whose.called}", texts, self.keep_private)

    def keep_private(self, texts: Mapping[str, str]) -> None:
        """Keep what is private, or say beside each field what is wrong with it."""
        form = Reading()
        private = PrivateDetails(
            insurance_number=form.optional("insurance_number", insurance_number_from_text, texts["insurance_number"])
            or "",
            account_name=texts["account_name"],
            sort_code=form.optional("sort_code", sort_code_from_text, texts["sort_code"]) or "",
            account_number=form.optional("account_number", account_number_from_text, texts["account_number"]) or "",
        )
        self._view.show_form_errors(form.errors)
        if not form.errors and (whose := self._whose):
            self._keep(lambda: self._runner.run(keep_private_details, assistant_id=whose.id, private=private))

    def new_check(self) -> None:
        """Open an empty form for a check, a training or a skill."""
        if whose := self._whose:
            self._view.open_check(
                f"Add to the file of {whose.called}",
                {"kind": CheckKind.RIGHT_TO_WORK},
                lambda texts: self._keep_check(
                    texts,
                    lambda details: self._runner.run(add_check, assistant_id=whose.id, details=details),
                ),
            )

    def change_picked(self) -> None:
        """Open the form of the check picked, filled."""
        if (whose := self._whose) and (found := self._check):
            self._view.open_check(
                f"Change {found.called}",
                {
                    "kind": found.kind,
                    "words": found.words,
                    "done_on": f"{found.done_on or ''}",
                    "ends_on": f"{found.ends_on or ''}",
                    "evidence": found.evidence,
                },
                lambda texts: self._keep_check(
                    texts,
                    lambda details: self._runner.run(
                        change_check, assistant_id=whose.id, check_id=found.id, details=details
                    ),
                ),
            )

    def remove_check(self) -> None:
        """Take the check picked away."""
        if check := self._check:
            try:
                self._runner.run(remove_check, check_id=check.id)
            except UserError as error:
                self._view.show_problem(str(error))
            else:
                self._view.show_result(f"Taken away: {check.called}. Undo brings it back.")

    def point_out(self, number: int) -> None:
        """Show the file of the PA with a number."""
        self.choose(str(AssistantId(number)))

    def _keep_check(self, texts: Mapping[str, str], run: Callable[[CheckDetails], object]) -> None:
        form = Reading()
        done_on = form.optional("done_on", day_from_text, texts["done_on"])
        ends_on = form.optional("ends_on", day_from_text, texts["ends_on"])
        details = None
        if not form.errors:
            try:
                details = CheckDetails(
                    kind=CheckKind(texts["kind"]),
                    words=texts["words"],
                    done_on=done_on,
                    ends_on=ends_on,
                    evidence=texts["evidence"],
                )
            except EndsBeforeItBegins as error:
                form.errors["ends_on"] = str(error)
            except UserError as error:
                form.errors["words"] = str(error)
        self._view.show_form_errors(form.errors)
        if details is not None:
            kept = details
            self._keep(lambda: run(kept))

    def _keep(self, run: Callable[[], object]) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result("Kept.")

    def _allow(self) -> None:
        self._view.allow(file=self._whose is not None, photo=self._has_photo, check=self._check is not None)

    def _show_facts(self) -> None:
        facts: Sequence[Fact] = ()
        if self._whose:
            facts = self._runner.read(list_facts, assistant_id=self._whose.id, show_private=self._private)
        self._view.show_facts(facts, private=self._private)

    def _lead(self, checks: Sequence[Check]) -> str:
        if self._whose is None:
            return NOBODY
        ending = sum(check.is_ending(self._today()) for check in checks)
        if ending:
            return f"{ending} of the checks and papers below {'needs' if ending == 1 else 'need'} a look."
        return "Whom to ring, what the payroll asks, and what was checked and learned."

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS | HOLDER):
            self.refresh()


def _file_texts(person: PersonFile) -> dict[str, str]:
    return {
        "address": person.address,
        "emergency_name": person.emergency_name,
        "emergency_relation": person.emergency_relation,
        "emergency_phone": person.emergency_phone,
        "other_job": person.other_job,
        "has_pension": person.has_pension,
        "relation": person.relation,
        "same_household": "yes" if person.same_household else "",
        "payroll_number": person.payroll_number,
        "language": person.language,
        "communication": person.communication,
        "drives": person.drives,
        "consent": str(person.consent_id or ""),
    }


def _file_from(texts: Mapping[str, str]) -> PersonFile:
    return PersonFile(
        address=texts["address"],
        emergency_name=texts["emergency_name"],
        emergency_relation=texts["emergency_relation"],
        emergency_phone=texts["emergency_phone"],
        other_job=Told(texts["other_job"]),
        has_pension=Told(texts["has_pension"]),
        relation=texts["relation"],
        same_household=bool(texts["same_household"]),
        payroll_number=texts["payroll_number"],
        language=texts["language"],
        communication=texts["communication"],
        drives=Told(texts["drives"]),
        consent_id=AdviceId(int(texts["consent"])) if texts["consent"] else None,
    )
