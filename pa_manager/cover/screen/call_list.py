"""The call list."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.cover.model import Contact, Tier
from pa_manager.cover.presenter.call_list import CallListPresenter, CallListView
from pa_manager.rota.model import Choice
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField, MoneyField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said
from pa_manager.values.money import NIL


class CallListScreen(Screen):
    """Who would come, in the order in which to ask."""

    def __init__(self, present: Callable[[CallListView], CallListPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Call list", parent=parent)
        self._today = date.min
        self._add = MainButton("Add somebody", "add")
        self._take = PlainButton("Take an applicant who agreed", "take")
        self._change = PlainButton("Change this line", "change")
        self._check = PlainButton("Checked today", "check")
        self._remove = PlainButton("Take them off the list", "remove")
        self._table = RowTable[Contact](
            "Who would come",
            [
                Column("Kind", lambda contact: contact.tier.words, lambda contact: contact.tier.rank),
                Column("Name", lambda contact: contact.name),
                Column("Phone", lambda contact: contact.phone),
                Column("Will do", lambda contact: contact.will_do),
                Column("An hour", _per_hour, lambda contact: contact.per_hour or NIL, Qt.AlignmentFlag.AlignRight),
                Column("Agreed", _agreed, lambda contact: contact.agreed_on or date.min),
                Column("Checked", _checked, lambda contact: contact.checked_on or date.min, tone=self._tone),
            ],
            key=lambda contact: contact.id,
            empty="People who have agreed to come stand here: PAs who want extra hours, family, friends, an agency, "
            "the council’s duty line.",
        )
        self.add(ButtonRow(self._add, self._take), self._table, ButtonRow(self._change, self._check, self._remove))

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add)
        self._take.clicked.connect(self._presenter.take)
        self._change.clicked.connect(self._presenter.change)
        self._check.clicked.connect(self._presenter.check)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _contact: self._presenter.change())

    def show_contacts(self, contacts: Sequence[Contact], today: date) -> None:
        self._today = today
        self._table.set_rows(contacts)

    def allow_changes(self, allowed: bool) -> None:
        for button in (self._change, self._check, self._remove):
            button.setEnabled(allowed)

    def open_contact(
        self, title: str, assistants: Sequence[Choice], texts: Mapping[str, str], keep: Callable[[dict[str, str]], None]
    ) -> None:
        form = FormDialog(
            self,
            title,
            "List people who will come, not who should: agree it with each of them.",
            {
                "tier": ChoiceField(
                    "Kind",
                    [(tier.value, f"{tier.rank}. {tier.words}") for tier in Tier],
                    "People are asked in this order.",
                ),
                "assistant": ChoiceField("PA", (("", "Not one of your PAs"), *assistants)),
                "name": TextField("Name", "Leave it empty for a PA."),
                "phone": TextField("Phone", chars=20),
                "will_do": TextField("What they will and will not do", lines=2),
                "per_hour": MoneyField("Cost of an hour", "For a PA it comes from the terms agreed."),
                "agreed_on": DateField("Agreed on"),
                "checked_on": DateField("Last checked on", "When they were last asked whether this still holds."),
            },
        )
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def open_back_ups(self, agreed: Sequence[Choice], keep: Callable[[dict[str, str]], None]) -> None:
        lead = "They applied for a job, and agreed to be asked if somebody cannot come."
        form = FormDialog(self, "Take an applicant", lead, {"who": ChoiceField("Who", tuple(agreed))})
        form.kept.connect(keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._table.pick(number)

    def _tone(self, contact: Contact) -> Tone | None:
        return "warn" if contact.wants_check(self._today) else None


def _per_hour(contact: Contact) -> str:
    if contact.assistant_id is not None:
        return "As agreed"
    return "" if contact.per_hour is None else str(contact.per_hour)


def _agreed(contact: Contact) -> str:
    return "" if contact.agreed_on is None else said(contact.agreed_on)


def _checked(contact: Contact) -> str:
    return "Never" if contact.checked_on is None else said(contact.checked_on)
