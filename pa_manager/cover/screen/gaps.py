"""The cover screen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.cover.model import Answer, CallNote, EventLine, Option
from pa_manager.cover.presenter.gaps import CoverPresenter, CoverView
from pa_manager.rota.model import AbsenceKind, Choice, ShiftLine
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.clock import LONDON, hours_said, time_said
from pa_manager.values.days import said_period, said_short
from pa_manager.values.money import NIL

_PICK = "Pick a shift above to see who could come, in the order to ask."


class CoverScreen(Screen):
    """The shifts that nobody has, who could take the one picked, and the log of each time cover was needed."""

    def __init__(self, present: Callable[[CoverView], CoverPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Cover", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._cannot_come = MainButton("Someone cannot come", "cannot come")
        self._call_list = PlainButton("See the call list", "call list")
        self._gaps = RowTable[ShiftLine](
            "Shifts that nobody has",
            [
                Column("Day", lambda line: said_short(line.shift.day), lambda line: (line.shift.day, line.shift.span)),
                Column("Times", lambda line: str(line.shift.span), lambda line: line.shift.span),
                Column("Kind", lambda line: line.shift.kind.words),
                Column(
                    "Hours", lambda line: hours_said(line.shift.minutes), lambda line: line.shift.minutes, align=right
                ),
                Column("To know", lambda line: "\n".join(filter(None, (*line.findings, line.shift.note)))),
            ],
            key=lambda line: line.shift.id,
            empty="Every shift has somebody. If that changes, press “Someone cannot come”.",
        )
        self._options = RowTable[Option](
            "Who could come",
            [
                Column("Who", lambda option: option.name),
                Column("Kind", lambda option: option.tier.words, lambda option: option.tier.rank),
                Column("Free?", lambda option: option.standing, tone=_tone),
                Column("Cost", lambda option: option.cost_said, lambda option: option.cost or NIL, right),
                Column("Phone", lambda option: option.phone),
                Column("Will do", lambda option: option.will_do),
            ],
            key=lambda option: (option.contact_id, option.assistant_id),
            empty=_PICK,
        )
        self._ask = PlainButton("Note what they said", "ask")
        self._ask_other = PlainButton("Somebody else", "ask other")
        self._events = RowTable[EventLine](
            "Times of cover",
            [
                Column("Who could not come", lambda line: line.assistant),
                Column("When", lambda line: said_period(line.event.days), lambda line: line.event.days),
                Column("Why", lambda line: f"{line.event.why[:1].upper()}{line.event.why[1:]}"),
                Column("How it stands", lambda line: line.standing, tone=_event_tone),
                Column("Calls", lambda line: str(line.calls), lambda line: line.calls, right),
                Column("Cost", lambda line: str(line.cost) if line.cost > NIL else "", lambda line: line.cost, right),
                Column("Lesson", lambda line: line.event.lesson),
            ],
            key=lambda line: line.event.id,
            empty="Each time that cover is needed stands here, for the next review.",
        )
        self._close = PlainButton("Close this", "close")
        self._calls = RowTable[CallNote](
            "Who was asked",
            [
                Column("When", lambda call: _moment(call.at), lambda call: call.at),
                Column("Who", lambda call: call.contact),
                Column("For", lambda call: call.about),
                Column("What they said", lambda call: call.answer.words),
                Column("Note", lambda call: call.note),
            ],
            key=lambda call: call.id,
            empty="Pick a time of cover above to see who was asked, and what they said.",
        )
        self._asking = ButtonRow(self._ask, self._ask_other)
        self._closing = ButtonRow(self._close)
        self.add(
            ButtonRow(self._cannot_come, self._call_list),
            self._gaps,
            self._options,
            self._asking,
            self._events,
            self._closing,
            self._calls,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._cannot_come.clicked.connect(self._presenter.cannot_come)
        self._call_list.clicked.connect(self._presenter.go_to_call_list)
        self._ask.clicked.connect(self._presenter.ask)
        self._ask_other.clicked.connect(self._presenter.ask_other)
        self._close.clicked.connect(self._presenter.close_this)
        self._gaps.picked.connect(self._presenter.pick)
        self._options.picked.connect(self._presenter.pick_option)
        self._options.activated.connect(lambda _option: self._presenter.ask())
        self._events.picked.connect(self._presenter.pick_event)

    def show_gaps(self, lines: Sequence[ShiftLine]) -> None:
        self._gaps.set_rows(lines)
        for widget in (self._options, self._asking):
            widget.setVisible(bool(lines))

    def pick_gap(self, number: int) -> None:
        self._gaps.pick(number)

    def show_options(self, options: Sequence[Option]) -> None:
        self._options.set_rows(options)

    def allow_asking(self, listed: bool, others: bool) -> None:
        self._ask.setEnabled(listed)
        self._ask_other.setEnabled(others)

    def show_events(self, lines: Sequence[EventLine]) -> None:
        self._events.set_rows(lines)
        for widget in (self._closing, self._calls):
            widget.setVisible(bool(lines))

    def show_calls(self, calls: Sequence[CallNote]) -> None:
        self._calls.set_rows(calls)

    def allow_closing(self, allowed: bool) -> None:
        self._close.setEnabled(allowed)

    def open_cannot_come(self, assistants: Sequence[Choice], texts: Mapping[str, str]) -> None:
        self._open(
            "Someone cannot come",
            "Their shifts on these days become gaps, and the absence is noted on the rota.",
            {
                "assistant": ChoiceField("Who", (("", "Choose a PA"), *assistants)),
                "kind": ChoiceField("Why", [(kind.value, kind.label) for kind in AbsenceKind]),
                "first": DateField("First day"),
                "last": DateField("Last day", "Leave it empty if it is one day."),
                "note": TextField("In a few words", "For example: flu, car broke down."),
            },
            texts,
            self._presenter.keep_event,
        )

    def open_answer(self, title: str, lead: str, texts: Mapping[str, str]) -> None:
        self._open(title, lead, _answer(), texts, self._presenter.keep_answer)

    def open_other(self, title: str, texts: Mapping[str, str]) -> None:
        fields = {
            "name": TextField("Who was asked", "A neighbour, an agency: whoever is not on the list."),
            **_answer(),
        }
        self._open(title, "", fields, texts, self._presenter.keep_other)

    def open_closing(self, title: str, texts: Mapping[str, str]) -> None:
        lead = "The log stays, for the next review. Shifts that nobody took stay gaps."
        fields: dict[str, AnyField] = {"lesson": TextField("What to do otherwise next time", lines=3)}
        self._open(title, lead, fields, texts, self._presenter.keep_closing)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _open(
        self,
        title: str,
        lead: str,
        fields: Mapping[str, AnyField],
        texts: Mapping[str, str],
        keep: Callable[[dict[str, str]], None],
    ) -> None:
        form = FormDialog(self, title, lead, fields)
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)


def _answer() -> dict[str, AnyField]:
    return {
        "answer": ChoiceField(
            "What they said", [(answer.value, answer.words) for answer in Answer], "With yes, the shift is theirs."
        ),
        "note": TextField("Note", "For example: from 10 only, ring again at noon."),
    }


def _tone(option: Option) -> Tone | None:
    if option.free is None:
        return None
    return "good" if option.free else "warn"


def _event_tone(line: EventLine) -> Tone:
    return "bad" if line.gaps and not line.event.closed else "good"


def _moment(at: datetime) -> str:
    here = at.astimezone(LONDON)
    return f"{said_short(here.date())}, {time_said(here.time().replace(second=0))}"
