"""The rota screen, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, Literal, Protocol, TypedDict

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.funding.model import StreamId
from pa_manager.funding.operations import FUNDING
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.operations import PLAN
from pa_manager.rota.model import (
    AbsenceKind,
    AbsenceLine,
    Away,
    Choice,
    DayCell,
    RotaGrid,
    Shift,
    ShiftChoices,
    ShiftId,
    ShiftLine,
    ShiftPlan,
    Who,
    said_sum,
    sum_of,
)
from pa_manager.rota.operations import (
    ROTA,
    change_from_now_on,
    change_shift,
    copy_week,
    find_shift,
    plan_shift,
    read_rota,
    record_absence,
    remove_absence,
    remove_from_now_on,
    remove_shift,
    shift_choices,
)
from pa_manager.values.clock import hours_said, span_from_text, time_said
from pa_manager.values.days import Period, day_from_text, said_period, said_short, week_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
Way = Literal["week", "four_weeks", "list"]
"""How the rota is shown: one week or four as a grid, or the same days as a list."""
_MOST_FINDINGS: Final = 5
_NOBODY_CHOSEN: Final = "Nobody is chosen. Choose who is away."


class _Parts(TypedDict, total=False):
    """What of a shift is planned anew."""

    day: date
    assistant_id: AssistantId | None
    covered_by: str


class RotaView(Protocol):
    """What the presenter asks of the widget."""

    def set_title(self, title: str) -> None: ...
    def set_lead(self, lead: str) -> None: ...
    def show_way(self, way: Way) -> None: ...
    def show_grid(self, grid: RotaGrid, today: date) -> None: ...
    def pick_cell(self, week: int, who: Who, column: int) -> None: ...
    def lead_to_grid(self) -> None: ...
    def show_reading(self, words: str) -> None: ...
    def open_which(self, title: str, keep: str, choices: Sequence[Choice]) -> None: ...
    def open_reach(self, title: str) -> None: ...
    def open_day(self, day: str) -> None: ...
    def lead_to_times(self) -> None: ...
    def show_shifts(self, lines: Sequence[ShiftLine]) -> None: ...
    def show_absences(self, lines: Sequence[AbsenceLine]) -> None: ...
    def show_findings(self, sentence: str, findings: Sequence[str]) -> None: ...
    def pick_shift(self, number: int) -> None: ...
    def allow_removing(self, allowed: bool) -> None: ...
    def allow_taking_back(self, allowed: bool) -> None: ...
    def open_new_shift(self, choices: ShiftChoices, texts: Mapping[str, str]) -> None: ...
    def open_shift(
        self, title: str, known: str, choices: ShiftChoices, texts: Mapping[str, str], *, repeats: bool
    ) -> None: ...
    def open_absence(self, choices: ShiftChoices, texts: Mapping[str, str]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...


class RotaPresenter:
    """Shows some days of the rota, as a grid or a list; plans, moves, copies and removes shifts; notes who is away."""

    def __init__(self, view: RotaView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._way: Way = "week"
        self._days = week_of(today())
        self._grid = RotaGrid(self._days, ())
        self._cell: tuple[Who, DayCell] | None = None
        self._picked: ShiftLine | None = None
        self._absence: AbsenceLine | None = None
        self._changing: ShiftId | None = None
        self._removing: ShiftLine | None = None
        self._doing: Callable[[ShiftLine], None] = self._open
        self._view.show_way(self._way)
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the days again and show them."""
        grid = self._grid = self._runner.read(read_rota, days=self._days)
        lines = grid.lines
        self._view.set_title(f"Rota, {said_period(self._days)}")
        self._view.set_lead(f"{self._name()}: {said_sum(sum_of(line.shift for line in lines))}" if lines else "")
        self.pick(None)
        self.pick_absence(None)
        self._view.show_shifts(lines)
        self._view.show_grid(grid, self._today())
        self._view.show_absences(grid.away)
        known = list(dict.fromkeys(finding for line in lines for finding in line.unanswered))
        if known:
            more = ["The others stand beside their shifts."] if len(known) > _MOST_FINDINGS else []
            these = "this week" if self._days.length == _WEEK.days else "these days"
            self._view.show_findings(
                f"{len(known)} thing{'s' if len(known) > 1 else ''} to know about {these}.",
                known[:_MOST_FINDINGS] + more,
            )
        else:
            self._view.show_findings("", ())

    def show(self, way: Way) -> None:
        """Show the rota another way, from the same first day on."""
        self._way = way
        self._cell = self._picked = None
        self._view.show_way(way)
        self._show_from(self._days.first)

    def arrive(self, week: int, who: Who, column: int) -> None:
        """Take note of the cell the user has come to."""
        row = self._grid.row(week, who)
        self._cell = (who, row.cells[column]) if row else None
        self._view.allow_removing(bool(self._at_hand()))

    def enter(self) -> None:
        """Open what the cell holds: its shift, a choice if there are several, or a new shift if there is none."""
        if self._at_hand():
            self.change()
        else:
            self.add()

    def start(self, figure: str) -> None:
        """Begin a shift in the cell with the first figure of its times."""
        self.add(figure)
        self._view.lead_to_times()

    def read_back(self, texts: Mapping[str, str]) -> None:
        """Say how what has been typed so far is read."""
        try:
            span = span_from_text(texts["times"])
            day = day_from_text(texts["day"])
        except UserError:
            self._view.show_reading("")
            return
        minutes = span.minutes_on(day)
        night = f", into {day + _DAY:%A}" if span.is_overnight else ""
        self._view.show_reading(f"Read as {span} on {said_short(day)}{night}: {hours_said(minutes)} hours.")

    def patterns(self) -> None:
        """Go to the weeks that repeat."""
        self._go_to(Place("rota", screen="patterns"))

    def choose_day(self) -> None:
        """Ask from which day on the rota is to be shown."""
        self._view.open_day(f"{self._days.first}")

    def go_to_day(self, texts: Mapping[str, str]) -> None:
        """Show the rota from a day on."""
        form = Reading()
        day = form.field("day", day_from_text, texts["day"])
        self._view.show_form_errors(form.errors)
        if day is not None:
            self._view.close_form()
            self._show_from(day)

    def move(self, days: int) -> None:
        """Move the shift of the cell some days on or back."""
        self._on_one("Which shift moves?", "Move", lambda line: self._move(line, days=days))

    def hand_over(self, rows: int) -> None:
        """Give the shift of the cell to whoever stands some rows below or above."""
        self._on_one("Which shift is handed over?", "Hand over", lambda line: self._hand_over(line, rows))

    def choose_shift(self, texts: Mapping[str, str]) -> None:
        """Go on with the shift chosen among several."""
        line = next((line for line in self._at_hand() if str(line.shift.id) == texts["shift"]), None)
        self._view.close_form()
        if line is None:
            self.add()
        else:
            self._doing(line)

    def earlier(self) -> None:
        """Show as many days, just before."""
        self._show_from(self._days.first - self._days.length * _DAY)

    def this_week(self) -> None:
        """Show the week that today lies in, and in four weeks those that follow."""
        self._show_from(week_of(self._today()).first)

    def later(self) -> None:
        """Show as many days, just after."""
        self._show_from(self._days.first + self._days.length * _DAY)

    def point_out(self, number: int) -> None:
        """Show the week of a shift, and pick the shift."""
        try:
            shift = self._runner.read(find_shift, ShiftId(number))
        except NotFound as error:
            self._view.show_problem(str(error))
            return
        self._bring_into_sight(shift.day)
        self.refresh()
        self._view.pick_shift(number)
        self._pick_cell_of(shift)

    def pick(self, line: ShiftLine | None) -> None:
        """Take note of the shift picked."""
        self._picked = line
        self._view.allow_removing(bool(self._at_hand()))

    def pick_absence(self, line: AbsenceLine | None) -> None:
        """Take note of the absence picked."""
        self._absence = line
        self._view.allow_taking_back(line is not None)

    def add(self, figure: str = "") -> None:
        """Open an empty form for a shift: of the cell the user is in, if they are in one."""
        self._changing = None
        texts = {"day": f"{self._likely_day()}", "kind": f"{ShiftKind.DAY}"}
        if self._cell and self._way != "list":
            who, cell = self._cell
            texts = {**texts, "day": f"{cell.day}", "assistant": f"{who.assistant_id or ''}"}
            texts |= {"covered_by": who.covered_by, "times": figure}
        self._view.open_new_shift(self._choices(), texts)

    def change(self) -> None:
        """Open the form of the shift at hand, filled."""
        self._on_one("Which shift?", "Open", self._open, "Add another shift")

    def _open(self, line: ShiftLine) -> None:
        self._changing = line.shift.id
        choices = self._choices()
        here = line.shift.assistant_id
        if here is not None and str(here) not in dict(choices.assistants):
            gone = (*choices.assistants, (str(here), line.assistant))
            choices = ShiftChoices(gone, choices.outcomes, choices.streams)
        texts = _texts(line.shift)
        self._view.open_shift(
            f"Change {_when(line.shift)}", " ".join(line.known), choices, texts, repeats=line.shift.slot_id is not None
        )
        self.read_back(texts)

    def keep_shift(self, texts: Mapping[str, str]) -> None:
        """Keep the shift typed in, or say beside each field what is wrong with it."""
        form = Reading()
        day = form.field("day", day_from_text, texts["day"])
        span = form.field("times", span_from_text, texts["times"])
        self._view.show_form_errors(form.errors)
        if day is None or span is None:
            return
        second = texts.get("with_another", "")
        before = self._days
        self._bring_into_sight(day)
        try:
            plan = ShiftPlan(
                day=day,
                span=span,
                assistant_id=AssistantId(int(texts["assistant"])) if texts["assistant"] else None,
                kind=ShiftKind(texts["kind"]),
                covered_by=texts["covered_by"].strip(),
                outcome_id=OutcomeId(int(texts["outcome"])) if texts["outcome"] else None,
                stream_id=StreamId(int(texts["stream"])) if texts["stream"] else None,
                note=texts["note"].strip(),
                reason=texts["reason"].strip(),
            )
            if self._changing is None:
                another = AssistantId(int(second)) if second else None
                self._runner.run(plan_shift, plan=plan, with_another=another)
            else:
                change = change_from_now_on if texts.get("reach") == "on" else change_shift
                self._runner.run(change, shift_id=self._changing, plan=plan)
        except UserError as error:
            self._days = before
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(" ".join(filter(None, (f"Kept: {_when(plan)}.", plan.clock_note))))
            self._pick_cell_of(plan)
            if self._way != "list":
                self._view.lead_to_grid()

    def remove(self) -> None:
        """Take the shift at hand off the rota."""
        self._on_one("Which shift comes off the rota?", "Take it off", self._remove)

    def remove_reaching(self, texts: Mapping[str, str]) -> None:
        """Take the shift at hand off, or it and all later ones of its pattern."""
        self._view.close_form()
        if (line := self._removing) is None:
            return
        if texts["reach"] == "on":
            self._do(
                lambda: self._runner.run(remove_from_now_on, shift_id=line.shift.id),
                f"{_when(line.shift)}, {line.assistant}, and all later ones are off the rota. Undo brings them back.",
            )
        else:
            self._remove_one(line)

    def _remove(self, line: ShiftLine) -> None:
        if line.shift.slot_id is not None:
            self._removing = line
            self._view.open_reach(f"Take {_when(line.shift)} off the rota")
        else:
            self._remove_one(line)

    def _remove_one(self, line: ShiftLine) -> None:
        self._do(
            lambda: self._runner.run(remove_shift, shift_id=line.shift.id),
            f"{_when(line.shift)}, {line.assistant}, is off the rota. Undo brings it back.",
        )

    def copy(self) -> None:
        """Plan in the week shown what stood in the week before."""
        self._do(
            lambda: self._runner.run(copy_week, week=self._days),
            "Kept. The shifts of the week before stand in this week too."
            if self._days.length == _WEEK.days
            else "Kept. The shifts of the 4 weeks before stand in these days too.",
        )

    def add_absence(self) -> None:
        """Open an empty form for somebody who is away."""
        self._view.open_absence(
            self._choices(), {"kind": AbsenceKind.HOLIDAY, "first": f"{self._likely_day()}", "leave_gaps": "yes"}
        )

    def keep_absence(self, texts: Mapping[str, str]) -> None:
        """Keep the absence typed in, or say beside each field what is wrong with it."""
        form = Reading()
        assistant = form.required("assistant", texts["assistant"], _NOBODY_CHOSEN)
        first = form.field("first", day_from_text, texts["first"])
        last = form.optional("last", day_from_text, texts["last"])
        days = None if first is None else form.field("last", lambda _: Period(first, last or first), texts["last"])
        self._view.show_form_errors(form.errors)
        if form.errors or days is None:
            return
        away = Away(
            assistant_id=AssistantId(int(assistant)), kind=AbsenceKind(texts["kind"]), days=days, note=texts["note"]
        )
        try:
            self._runner.run(record_absence, away=away, leave_gaps=bool(texts["leave_gaps"]))
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(f"Kept. The absence is noted for {said_period(days)}.")

    def take_back_absence(self) -> None:
        """Take the absence picked back."""
        if line := self._absence:
            self._do(
                lambda: self._runner.run(remove_absence, absence_id=line.absence.id),
                "The absence is taken back. Shifts that became gaps stay gaps: give them to somebody on the rota.",
            )

    def _show_from(self, day: date) -> None:
        weeks = 4 if self._way == "four_weeks" else 1
        self._days = Period(day, day + weeks * _WEEK - _DAY)
        self._cell = None
        self.refresh()

    def _bring_into_sight(self, day: date) -> None:
        if day not in self._days:
            first = week_of(day).first
            self._days = Period(first, first + self._days.length * _DAY - _DAY)

    def _pick_cell_of(self, plan: ShiftPlan) -> None:
        if plan.day in self._days:
            week, column = self._grid.place_of(plan.day)
            self._view.pick_cell(week, Who(plan.assistant_id, plan.covered_by), column)

    def _at_hand(self) -> tuple[ShiftLine, ...]:
        """Return the shifts that an act is about: the one picked in the list, or those of the cell."""
        if self._way == "list":
            return (self._picked,) if self._picked else ()
        return self._cell[1].lines if self._cell else ()

    def _on_one(self, title: str, keep: str, do: Callable[[ShiftLine], None], or_else: str = "") -> None:
        """Do something with the shift at hand; if there are several, ask which."""
        lines = self._at_hand()
        if len(lines) == 1:
            do(lines[0])
        elif lines:
            self._doing = do
            choices = [(str(line.shift.id), f"{line.shift.span}, {line.shift.kind.words}") for line in lines]
            self._view.open_which(title, keep, [*choices, *([("", or_else)] if or_else else [])])

    def _move(self, line: ShiftLine, *, days: int) -> None:
        self._replan(line.shift, {"day": line.shift.day + days * _DAY}, "Moved")

    def _hand_over(self, line: ShiftLine, rows: int) -> None:
        week, _column = self._grid.place_of(line.shift.day)
        people = [row.who for row in self._grid.rows if row.week == week]
        at = people.index(Who(line.shift.assistant_id, line.shift.covered_by)) + rows
        if 0 <= at < len(people):
            who = people[at]
            self._replan(line.shift, {"assistant_id": who.assistant_id, "covered_by": who.covered_by}, "Handed over")

    def _replan(self, shift: Shift, parts: _Parts, done: str) -> None:
        before = self._days
        try:
            plan = replace(shift, **parts)
            self._bring_into_sight(plan.day)
            self._runner.run(change_shift, shift_id=shift.id, plan=plan)
        except UserError as error:
            self._days = before
            self._view.show_problem(str(error))
        else:
            self._view.show_result(" ".join(filter(None, (f"{done}: {_when(plan)}.", plan.clock_note))))
            self._pick_cell_of(plan)
            self._view.lead_to_grid()

    def _choices(self) -> ShiftChoices:
        return self._runner.read(shift_choices, days=self._days)

    def _likely_day(self) -> date:
        if self._picked:
            return self._picked.shift.day
        return self._today() if self._today() in self._days else self._days.first

    def _name(self) -> str:
        if self._days.length != _WEEK.days or self._days.first.weekday():
            return "These days"
        weeks = (self._days.first - week_of(self._today()).first).days // 7
        return {-1: "Last week", 0: "This week", 1: "Next week"}.get(weeks, "The week")

    def _do(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ROTA | ASSISTANTS | PLAN | FUNDING):
            self.refresh()


def _when(plan: ShiftPlan) -> str:
    return f"{said_short(plan.day)}, {plan.span}"


def _texts(shift: ShiftPlan) -> dict[str, str]:
    return {
        "day": f"{shift.day}",
        "times": f"{time_said(shift.span.start)} to {time_said(shift.span.end)}",
        "assistant": f"{shift.assistant_id or ''}",
        "covered_by": shift.covered_by,
        "kind": shift.kind,
        "outcome": f"{shift.outcome_id or ''}",
        "stream": f"{shift.stream_id or ''}",
        "note": shift.note,
        "reason": shift.reason,
    }
