"""The rota screen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.rota.model import (
    NOBODY,
    AbsenceKind,
    AbsenceLine,
    Choice,
    RotaGrid,
    RotaSums,
    ShiftChoices,
    ShiftId,
    ShiftLine,
    Who,
)
from pa_manager.rota.presenter.rota import RotaPresenter
from pa_manager.rota.presenter.view import RotaView, Shown, Way
from pa_manager.rota.screen.grid import columns_of, rows_of
from pa_manager.rota.screen.here import Here
from pa_manager.rota.screen.sums import SumsTable
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.grids import ChipGrid
from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_period, said_with_weekday

TIMES_HINT: Final = "As you like: 9-1, 0900 til 1700, 10pm-7am."
REASON_HINT: Final = (
    "If the rota warns about this shift and you know better, say why. It is then not warned about again."
)
_TELLING: Final = frozenset(
    {"day", "times", "assistant", "with_another", "covered_by", "kind", "outcome", "stream", "needs", "people"}
)
"""The fields that change what the days come to, or what is worth knowing."""
_KEYS: Final = (
    "Arrow keys move from day to day. To start a shift, type its times in a cell, like 9-1. Enter opens what is there."
    " Drag a shift, or hold Ctrl and press an arrow. The menu key shows all that can be done, with its keys."
)
_WAYS: Final[dict[Way, str]] = {
    "day": "One day",
    "week": "One week",
    "two_weeks": "2 weeks",
    "four_weeks": "4 weeks",
    "month": "One month",
}
_SHOWN: Final[dict[Shown, str]] = {"grid": "As a grid", "list": "As a list"}
_MOVE: Final = "Move it"
_LENGTH: Final = "Make it longer or shorter"
_DAYS: Final = "Show other days"


class RotaScreen(Screen):
    """Some days' shifts in a grid or a list, what is worth knowing of them, and who is away."""

    def __init__(self, present: Callable[[RotaView], RotaPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Rota", parent=parent)
        self._add = MainButton("&Add a shift", "add")
        self._copy = PlainButton("&Copy the week before", "copy")
        self._away = PlainButton("So&mebody is away", "away")
        self._earlier = PlainButton("Ea&rlier", "earlier")
        self._this_week = PlainButton("&Today", "today")
        self._later = PlainButton("&Later", "later")
        self._patterns = PlainButton("Weeks that re&peat", "patterns")
        self._tell_all = PlainButton("Ne&xt: tell my PAs", "tell my pas")
        self._holidays = PlainButton("Holiday re&quests", "holidays")
        self._go = PlainButton("Go to a &day", "go to a day")
        self._way = ChoiceField("Sh&ow", tuple(_WAYS.items()))
        self._shown = ChoiceField("&In which form", tuple(_SHOWN.items()))
        self._findings = Band("warn")
        self._grid = ChipGrid("&Who comes when")
        self._keys = Line(_KEYS, "text", "soft")
        self._here = Here()
        self._table = RowTable[ShiftLine](
            "&Shifts",
            [
                Column("Day", _day, lambda line: (line.shift.day, line.shift.span)),
                Column("Times", lambda line: str(line.shift.span), lambda line: line.shift.span),
                Column("Who", lambda line: line.assistant, tone=_tone),
                Column("Kind", lambda line: line.shift.kind.words),
                Column(
                    "Hours",
                    lambda line: hours_said(line.shift.minutes),
                    lambda line: line.shift.minutes,
                    Qt.AlignmentFlag.AlignRight,
                ),
                Column("Draft or published", lambda line: line.standing_word),
                Column("To know", _to_know),
            ],
            key=lambda line: line.shift.id,
            empty="No shift is planned in this week yet. Add the first, or copy the week before.",
            said=_said,
        )
        self._change = PlainButton("Cha&nge this shift", "change")
        self._remove = PlainButton("Ta&ke it off the rota", "remove")
        self._absences = RowTable[AbsenceLine](
            "Who is awa&y",
            [
                Column("Who", lambda line: line.assistant),
                Column("Why", lambda line: line.absence.kind.label),
                Column("When", lambda line: said_period(line.absence.days), lambda line: line.absence.days),
                Column("Note", lambda line: line.absence.note),
            ],
            key=lambda line: line.absence.id,
            empty="Nobody is away in this week.",
        )
        self._take_back = PlainButton("Take this a&bsence back", "take back")
        self._shift_acts = ButtonRow(self._change, self._remove)
        self._absence_acts = ButtonRow(self._take_back)
        self._sums = SumsTable("How m&uch it comes to")
        self.add(
            ButtonRow(self._add, self._copy, self._patterns, self._tell_all, self._away, self._holidays),
            _level(self._earlier, self._this_week, self._later, self._go, self._way, self._shown),
            self._grid,
            self._here,
            self._keys,
            self._table,
            self._shift_acts,
            self._findings,
            self._sums,
            self._absences,
            self._absence_acts,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(lambda: self._presenter.add())  # noqa: PLW0108 -- without the tick
        self._copy.clicked.connect(self._presenter.copy)
        self._away.clicked.connect(self._presenter.add_absence)
        self._earlier.clicked.connect(self._presenter.earlier)
        self._this_week.clicked.connect(self._presenter.this_week)
        self._later.clicked.connect(self._presenter.later)
        self._change.clicked.connect(self._presenter.change)
        self._remove.clicked.connect(self._presenter.remove)
        self._take_back.clicked.connect(self._presenter.take_back_absence)
        self._patterns.clicked.connect(self._presenter.patterns)
        self._tell_all.clicked.connect(self._presenter.tell_all)
        self._holidays.clicked.connect(self._presenter.holidays)
        self._go.clicked.connect(self._presenter.choose_day)
        self._way.changed.connect(self._on_way)
        self._shown.changed.connect(self._on_shown)
        self._here.more.clicked.connect(self._presenter.change_later_too)
        self._wire_grid()
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _line: self._presenter.change())
        self._absences.picked.connect(self._presenter.pick_absence)

    def _wire_grid(self) -> None:
        grid, presenter = self._grid, self._presenter
        grid.arrived.connect(lambda key, column: presenter.arrive(key[0], key[1], column))
        grid.entered.connect(lambda _key, _column: presenter.enter())
        grid.typed.connect(lambda _key, _column, figure: presenter.start(figure))
        grid.held.connect(presenter.hold)
        grid.pulled.connect(presenter.pull)
        grid.dropped.connect(lambda chip, key, column, stays: presenter.drop(chip, key[0], key[1], column, stays=stays))
        grid.say_pulls(presenter.say_pull)
        for text, key, do, among in (
            ("Open what is here\tEnter", "", presenter.enter, ""),
            ("Add a shift here", "Ins", presenter.add, ""),
            ("A day earlier", "Ctrl+Left", partial(presenter.move, -1), _MOVE),
            ("A day later", "Ctrl+Right", partial(presenter.move, 1), _MOVE),
            ("15 minutes earlier", "Ctrl+Shift+Left", partial(presenter.nudge, -1), _MOVE),
            ("15 minutes later", "Ctrl+Shift+Right", partial(presenter.nudge, 1), _MOVE),
            ("To whoever is above", "Ctrl+Up", partial(presenter.hand_over, -1), _MOVE),
            ("To whoever is below", "Ctrl+Down", partial(presenter.hand_over, 1), _MOVE),
            ("End 15 minutes earlier", "Shift+Left", partial(presenter.stretch, "end", -1), _LENGTH),
            ("End 15 minutes later", "Shift+Right", partial(presenter.stretch, "end", 1), _LENGTH),
            ("Begin 15 minutes earlier", "Shift+Up", partial(presenter.stretch, "start", -1), _LENGTH),
            ("Begin 15 minutes later", "Shift+Down", partial(presenter.stretch, "start", 1), _LENGTH),
            ("Copy it", "Ctrl+C", presenter.copy_shift, ""),
            ("Cut it, to move it elsewhere", "Ctrl+X", partial(presenter.copy_shift, cut=True), ""),
            ("Put it here", "Ctrl+V", presenter.paste, ""),
            ("Change all later ones too", "Ctrl+Return", presenter.change_later_too, ""),
            ("Take it off the rota", "Del", presenter.remove, ""),
            ("Pick the next shift in this cell\tSpace", "", grid.next_chip, ""),
            ("Show the days before", "Ctrl+PgUp", presenter.earlier, _DAYS),
            ("Show the days after", "Ctrl+PgDown", presenter.later, _DAYS),
            ("Show today", "Ctrl+Home", presenter.this_week, _DAYS),
            ("See when shifts were offered and changed", "Ctrl+Shift+N", presenter.log, ""),
        ):
            grid.add_act(text, key, do, among=among)

    def show_way(self, way: Way, shown: Shown) -> None:
        self._way.set_text(way)
        self._shown.set_text(shown)
        for widget in (self._grid, self._here, self._keys):
            widget.setVisible(shown == "grid")
        self._table.setVisible(shown == "list")
        before = {"day": "day", "week": "week", "two_weeks": "2 weeks", "four_weeks": "4 weeks"}.get(way, "")
        self._copy.setText(f"&Copy the {before} before")
        self._copy.setVisible(bool(before))

    def show_grid(self, grid: RotaGrid, today: date, photos: Mapping[AssistantId, bytes]) -> None:
        self._grid.show_grid(columns_of(grid, today), rows_of(grid, today, photos))

    def show_sums(self, sums: RotaSums) -> None:
        self._sums.show_sums(sums)

    def show_here(self, where: str, told: Sequence[str]) -> None:
        self._here.show_here(where, told)

    def show_done(self, message: str, *, more: bool = False) -> None:
        self._here.show_done(message, more=more)
        self._scrolling.bring_into_sight(self._here.done)

    def show_result(self, message: str) -> None:
        if message and self._grid.hasFocus():
            self.show_done(message)
        else:
            super().show_result(message)

    def pick_chip(self, number: ShiftId | None) -> None:
        self._grid.pick_chip(number)

    def pick_cell(self, week: int, who: Who, column: int) -> None:
        self._grid.pick((week, who), column)

    def lead_to_grid(self) -> None:
        self._grid.setFocus()

    def show_reading(self, words: str) -> None:
        if self.form is not None and (times := self.form.fields.get("times")) is not None:
            times.set_hint(words or TIMES_HINT)

    def show_ahead(self, sums: str, known: Sequence[str]) -> None:
        if self.form is not None and (reason := self.form.fields.get("reason")) is not None:
            ahead = [f"With this shift, the days shown come to {sums}"] if sums else []
            reason.set_hint("\n".join([*known, *ahead, REASON_HINT]) if known or ahead else REASON_HINT)

    def lead_to_times(self) -> None:
        if self.form is not None:
            self.form.fields["times"].setFocus()

    def open_which(self, title: str, keep: str, choices: Sequence[Choice]) -> None:
        form = FormDialog(
            self, title, "There are several in this cell.", {"shift": ChoiceField("Shift", choices)}, keep
        )
        form.kept.connect(self._presenter.choose_shift)
        self.open_form(form)

    def open_day(self, day: str) -> None:
        field = DateField("First day to show")
        field.set_text(day)
        form = FormDialog(self, "Go to a day", "The rota is shown from this day on.", {"day": field}, "Show")
        form.kept.connect(self._presenter.go_to_day)
        self.open_form(form)

    def show_shifts(self, lines: Sequence[ShiftLine]) -> None:
        self._table.set_rows(lines)
        self._shift_acts.setVisible(bool(lines))

    def show_absences(self, lines: Sequence[AbsenceLine]) -> None:
        self._absences.set_rows(lines)
        self._absence_acts.setVisible(bool(lines))

    def show_findings(self, sentence: str, findings: Sequence[str]) -> None:
        if sentence:
            self._findings.show(sentence, "\n".join(findings))
        else:
            self._findings.hide()

    def pick_shift(self, number: int) -> None:
        self._table.pick(number)

    def allow_removing(self, allowed: bool) -> None:
        self._change.setEnabled(allowed)
        self._remove.setEnabled(allowed)

    def allow_taking_back(self, allowed: bool) -> None:
        self._take_back.setEnabled(allowed)

    def open_new_shift(self, choices: ShiftChoices, texts: Mapping[str, str]) -> None:
        fields = _fields(choices)
        second = ChoiceField(
            "Second PA", (("", "One is enough"), *choices.assistants), "For a shift that needs two at once."
        )
        at = list(fields).index("covered_by")
        items = list(fields.items())
        self._open("Add a shift", dict([*items[:at], ("with_another", second), *items[at:]]), texts)

    def open_shift(
        self, title: str, known: str, choices: ShiftChoices, texts: Mapping[str, str], *, repeats: bool
    ) -> None:
        reach = {"reach": _reach("What changes")} if repeats else {}
        self._open(title, {**_fields(choices), **reach}, texts, known)

    def open_reach(self, title: str) -> None:
        lead = "It belongs to weeks that repeat."
        form = FormDialog(self, title, lead, {"reach": _reach("What comes off")}, "Take off")
        form.kept.connect(self._presenter.remove_reaching)
        self.open_form(form)

    def open_absence(self, choices: ShiftChoices, texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            "Somebody is away",
            "A holiday, a sickness, or anything else that keeps a PA from coming.",
            {
                "assistant": ChoiceField("Who", (("", "Choose a PA"), *choices.assistants)),
                "kind": ChoiceField("Why", [(kind.value, kind.label) for kind in AbsenceKind]),
                "first": DateField("First day"),
                "last": DateField("Last day", "Leave it empty if it is one day."),
                "note": TextField("Note", "For example: appointment, back on Friday."),
                "leave_gaps": TickField(
                    "Take them off their shifts on these days", "The shifts stay, as gaps to be covered."
                ),
            },
        )
        form.fill(texts)
        form.kept.connect(self._presenter.keep_absence)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _open(self, title: str, fields: Mapping[str, AnyField], texts: Mapping[str, str], known: str = "") -> None:
        lead = known or "Only the day and the times are needed. A shift without a PA is a gap to be filled."
        form = FormDialog(self, title, lead, fields)
        form.fill(texts)
        form.kept.connect(self._presenter.keep_shift)
        form.finished.connect(lambda _how: self._presenter.left_form())
        for name in _TELLING & form.fields.keys():
            form.fields[name].changed.connect(lambda: self._presenter.read_back(form.texts()))
        self.open_form(form)

    def _on_way(self) -> None:
        self._presenter.show(next(way for way in _WAYS if way == self._way.text()))

    def _on_shown(self) -> None:
        self._presenter.show_as(next(shown for shown in _SHOWN if shown == self._shown.text()))


def _level(*widgets: QWidget) -> ButtonRow:
    """Return buttons and fields in a row whose feet stand on one line."""
    row = ButtonRow(*widgets)
    if (layout := row.layout()) is not None:
        for widget in widgets:
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)
    return row


def _reach(label: str) -> ChoiceField:
    return ChoiceField(label, (("one", "Only this one"), ("on", "This one, and all later ones of its pattern")))


def _fields(choices: ShiftChoices) -> dict[str, AnyField]:
    return {
        "day": DateField("Which day", "The day it begins. For example, 27 3 2026"),
        "times": TextField("Times", TIMES_HINT, chars=18),
        "assistant": ChoiceField("PA", (("", NOBODY), *choices.assistants)),
        "reason": TextField("Why it is all right", REASON_HINT, chars=56),
        "covered_by": TextField("Or somebody else", "A relative, a friend, an agency: whoever is not one of your PAs."),
        "kind": ChoiceField("Kind of shift", [(kind.value, kind.words) for kind in ShiftKind]),
        "outcome": ChoiceField("Outcome it serves", (("", "None in particular"), *choices.outcomes)),
        "stream": ChoiceField("Money that pays for it", (("", "Not said"), *choices.streams)),
        "needs": TextField("What it needs", "Skills, between commas. For example: Hoist, PEG feeding.", chars=56),
        "people": ChoiceField("How many PAs it needs at once", [(f"{number}", f"{number}") for number in range(1, 6)]),
        "note": TextField("Note"),
    }


def _day(line: ShiftLine) -> str:
    return f"{line.shift.day:%a} {line.shift.day.day}"


def _to_know(line: ShiftLine) -> str:
    return "\n".join(filter(None, (*line.known, _answer(line), line.shift.note, line.outcome, line.stream)))


def _answer(line: ShiftLine) -> str:
    return f"You noted: {line.shift.reason}" if line.shift.reason else ""


def _tone(line: ShiftLine) -> Tone | None:
    if line.shift.is_gap:
        return "bad"
    return "warn" if line.unanswered else None


def _said(line: ShiftLine) -> str:
    shift = line.shift
    return ", ".join(
        filter(
            None,
            (
                line.assistant,
                said_with_weekday(shift.day),
                str(shift.span),
                shift.kind.words,
                f"{hours_said(shift.minutes)} hours",
                line.standing_word.casefold(),
                line.outcome,
                line.stream,
                shift.note,
                *line.known,
                _answer(line),
            ),
        )
    )
