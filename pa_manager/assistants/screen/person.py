"""The file of one PA."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pa_manager.assistants.model import Check, CheckKind, Fact, Told
from pa_manager.assistants.presenter.person import NOBODY, Keep, PersonPresenter, PersonView
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, SecretField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.photos import Photo
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.sizes import lay
from pa_manager.values.days import said

_TONES: dict[str, Tone] = {"Ended": "bad", "Ends soon": "warn", "Not done yet": "warn"}
_ANSWERS = [(each.value, each.words) for each in Told]


class PersonScreen(Screen):
    """What is kept about one PA, line by line, and beneath it what was checked and learned."""

    def __init__(self, present: Callable[[PersonView], PersonPresenter], parent: QWidget | None = None) -> None:
        super().__init__("The file of a PA", parent=parent)
        self._today = date.min
        self._people = ChoiceField("Whose file")
        self._photo = Photo(size=96)
        self._choose_photo = PlainButton("Choose a photo", "choose photo")
        self._take_photo_away = PlainButton("Take the photo away", "take photo away")
        self._change = MainButton("Change contacts and details", "change")
        self._private = PlainButton("Change private details", "private")
        self._show = PlainButton("Show private details", "show")
        self._facts = RowTable[Fact](
            "What is known",
            [Column("What", lambda fact: fact.what), Column("Known", lambda fact: fact.known)],
            key=lambda fact: fact.what,
            empty=NOBODY,
        )
        self._add = PlainButton("Add a check, training or skill", "add check")
        self._change_check = PlainButton("Change this one", "change check")
        self._remove = PlainButton("Take this one away", "remove check")
        self._checks = RowTable[Check](
            "Checks, training and skills",
            [
                Column("What", lambda check: check.called),
                Column("Done", lambda check: said(check.done_on) if check.done_on else ""),
                Column(
                    "Holds until",
                    lambda check: said(check.ends_on) if check.ends_on else "No end",
                    lambda check: check.ends_on or date.max,
                ),
                Column(
                    "State",
                    lambda check: check.standing(self._today),
                    tone=lambda check: _TONES.get(check.standing(self._today)),
                ),
                Column("Seen", lambda check: check.evidence),
            ],
            key=lambda check: check.id,
            empty="Nothing is noted yet. Begin with the right to work: the check must come before the first day.",
        )
        self.add(
            _Beside(self._photo, self._people),
            ButtonRow(self._change, self._private, self._show, self._choose_photo, self._take_photo_away),
            self._facts,
            ButtonRow(self._add, self._change_check, self._remove),
            self._checks,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._people.changed.connect(lambda: self._presenter.choose(self._people.text()))
        self._change.clicked.connect(self._presenter.change)
        self._private.clicked.connect(self._presenter.change_private)
        self._show.clicked.connect(self._presenter.show_or_hide)
        self._choose_photo.clicked.connect(self._presenter.choose_photo)
        self._take_photo_away.clicked.connect(self._presenter.take_photo_away)
        self._add.clicked.connect(self._presenter.new_check)
        self._change_check.clicked.connect(self._presenter.change_picked)
        self._remove.clicked.connect(self._presenter.remove_check)
        self._checks.picked.connect(self._presenter.pick)
        self._checks.activated.connect(lambda _check: self._presenter.change_picked())

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        self._people.blockSignals(True)
        self._people.set_choices(people)
        self._people.set_text(chosen)
        self._people.blockSignals(False)
        self._people.setVisible(bool(people))
        self._photo.setVisible(bool(people))

    def show_photo(self, content: bytes | None, name: str) -> None:
        self._photo.show_photo(content, name)

    def show_facts(self, facts: Sequence[Fact], *, private: bool) -> None:
        self._facts.set_rows(facts)
        self._show.setText("Hide private details" if private else "Show private details")

    def show_checks(self, checks: Sequence[Check], today: date) -> None:
        self._today = today
        self._checks.set_rows(checks)

    def allow(self, *, file: bool, photo: bool, check: bool) -> None:
        for button in (self._change, self._private, self._show, self._add, self._choose_photo):
            button.setEnabled(file)
        self._take_photo_away.setEnabled(photo)
        for button in (self._change_check, self._remove):
            button.setEnabled(check)

    def open_file(self, title: str, texts: Mapping[str, str], consents: Sequence[tuple[str, str]], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "address": TextField("Address", lines=3),
            "emergency_name": TextField("Whom to ring in an emergency"),
            "emergency_relation": TextField("What they are to the PA", "For example, husband.", chars=20),
            "emergency_phone": TextField("Their phone", chars=20),
            "language": TextField("Languages they speak", chars=30),
            "communication": TextField("How to tell them things", "For example, texts, large print, ring after 6."),
            "other_job": ChoiceField(
                "Have they another job?", _ANSWERS, "If so, you register with HMRC whatever the pay."
            ),
            "has_pension": ChoiceField(
                "Do they draw a pension?", _ANSWERS, "If so, you register with HMRC whatever the pay."
            ),
            "drives": ChoiceField(
                "Do they drive for the holder?", _ANSWERS, "If so, see the licence and insurance for work."
            ),
            "relation": TextField("What they are to the holder", "For example, daughter. Leave it empty if nothing."),
            "same_household": TickField(
                "They live with the holder", "The council must agree before a close relative at home is paid."
            ),
            "consent": ChoiceField(
                "The council's consent to paying a relative",
                consents,
                "It is one of those under Who said I could that are about a PA.",
            ),
            "payroll_number": TextField("Payroll number", "As the payroll writes it.", chars=15),
        }
        self._open(title, "All of it may stay empty.", fields, texts, keep)

    def open_private(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "insurance_number": SecretField("National Insurance number", "2 letters, 6 figures and a letter."),
            "account_name": SecretField("Name on the account"),
            "sort_code": SecretField("Sort code", "6 figures."),
            "account_number": SecretField("Account number", "8 figures."),
        }
        lead = "These stand in no print, no export and no history."
        self._open(title, lead, fields, texts, keep)

    def open_check(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "kind": ChoiceField("What it is", [(kind.value, kind.words) for kind in CheckKind]),
            "words": TextField("Which", "For training and skills, for example Moving and handling."),
            "done_on": DateField("Day it was done or seen"),
            "ends_on": DateField("Last day it holds", "Leave it empty if it does not end."),
            "evidence": TextField("What was seen, and where it is kept", "For example, passport; copy in the folder."),
        }
        self._open(title, "", fields, texts, keep)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _open(
        self, title: str, lead: str, fields: Mapping[str, AnyField], texts: Mapping[str, str], keep: Keep
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields))
        form.fill(texts)
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)


class _Beside(QWidget):
    """The photo, and beside it whose file it is."""

    def __init__(self, photo: QWidget, field: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        lay(row, gap=16)
        row.addWidget(photo)
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignVCenter)


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
