"""Which days of the rota are shown, in which cell of them the user is, and which shift they have in hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import ASSISTANTS, photos_by_id
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.funding.operations import FUNDING
from pa_manager.plan.operations import PLAN
from pa_manager.rota.model import (
    AbsenceLine,
    DayCell,
    PersonRow,
    RotaGrid,
    ShiftId,
    ShiftLine,
    ShiftPlan,
    Who,
    said_standings,
    said_sum,
    sum_of,
)
from pa_manager.rota.operations import ROTA, find_shift, read_rota, read_sums
from pa_manager.rota.presenter.view import RotaView, Shown, Way
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, day_from_text, later_by_months, said_period, said_short, week_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

DAY: Final = timedelta(days=1)
WEEK: Final = 7
_LENGTHS: Final[Mapping[Way, int]] = {"day": 1, "week": 7, "two_weeks": 14, "four_weeks": 28}
_MOST_FINDINGS: Final = 5


class ShownDays:
    """Shows some days of the rota, as a grid or a list, and follows the user through them."""

    def __init__(self, view: RotaView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._way: Way = "week"
        self._shown: Shown = "grid"
        self._days = week_of(today())
        self._grid = RotaGrid(self._days, ())
        self._cell: tuple[PersonRow, DayCell] | None = None
        self._held: ShiftId | None = None
        self._photos: dict[AssistantId, bytes] | None = None
        self._picked: ShiftLine | None = None
        self._absence: AbsenceLine | None = None
        self._doing: Callable[[ShiftLine], None] = lambda _line: None
        self._view.show_way(self._way, self._shown)
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the days again and show them."""
        sums = self._runner.read(read_sums, days=self._days)
        grid = self._grid = self._runner.read(read_rota, days=self._days, sums=sums)
        lines = grid.lines
        self._view.set_title(f"Rota, {said_period(self._days)}")
        sum_said = f"{self._name()}: {said_sum(sum_of(line.shift for line in lines))}"
        self._view.set_lead(f"{sum_said} {said_standings(lines)}".rstrip() if lines else "")
        self.pick(None)
        self.pick_absence(None)
        self._view.show_shifts(lines)
        if self._photos is None:
            self._photos = self._runner.read(photos_by_id)
        self._view.show_grid(grid, self._today(), self._photos)
        self._view.show_absences(grid.away)
        self._view.show_sums(sums)
        self._show_findings(list(dict.fromkeys(finding for line in lines for finding in line.unanswered)))

    def show(self, way: Way) -> None:
        """Show more or fewer days, from the same first day on."""
        self._way = way
        self._view.show_way(way, self._shown)
        self._show_from(self._days.first)

    def show_as(self, shown: Shown) -> None:
        """Show the same days as a grid, or as a list."""
        self._shown = shown
        self._picked = None
        self._view.show_way(self._way, shown)
        self.refresh()

    def earlier(self) -> None:
        """Show as many days, just before."""
        first = self._days.first
        self._show_from(later_by_months(first, -1) if self._way == "month" else first - self._days.length * DAY)

    def this_week(self) -> None:
        """Show today: the week or the weeks that begin with the week it lies in, the day, or the month."""
        today = self._today()
        first = {"day": today, "month": today.replace(day=1)}.get(self._way, week_of(today).first)
        self._show_from(first, to=today)

    def later(self) -> None:
        """Show as many days, just after."""
        self._show_from(self._days.last + DAY)

    def patterns(self) -> None:
        """Go to the weeks that repeat."""
        self._go_to(Place("rota", screen="patterns"))

    def tell_all(self) -> None:
        """Go to where the rota is published."""
        self._go_to(Place("rota", screen="publish"))

    def holidays(self) -> None:
        """Go to the holidays asked for."""
        self._go_to(Place("rota", screen="holidays"))

    def log(self) -> None:
        """Go to the notice given of shifts."""
        self._go_to(Place("rota", screen="log"))

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
            self._show_from(day, to=day)

    def point_out(self, number: int) -> None:
        """Show the days around a shift, and pick the shift."""
        try:
            shift = self._runner.read(find_shift, ShiftId(number))
        except NotFound as error:
            self._view.show_problem(str(error))
            return
        self._bring_into_sight(shift.day)
        self.refresh()
        self._view.pick_shift(number)
        self._pick_cell_of(shift, shift.id)

    def arrive(self, week: int, who: Who, column: int) -> None:
        """Take note of the cell the user has come to, and say what stands there."""
        row = self._grid.row(week, who)
        self._cell = (row, row.cells[column]) if row else None
        here = self._cell[1].at_hand if self._cell else ()
        if self._held not in [line.shift.id for line in here]:
            self._held = None
        self._view.allow_removing(bool(self._at_hand()))
        self._say_here()

    def hold(self, number: ShiftId | None) -> None:
        """Take one shift of the cell in hand: what is done next is done to it."""
        self._held = number
        self._view.allow_removing(bool(self._at_hand()))

    def pick(self, line: ShiftLine | None) -> None:
        """Take note of the shift picked in the list."""
        self._picked = line
        self._view.allow_removing(bool(self._at_hand()))

    def pick_absence(self, line: AbsenceLine | None) -> None:
        """Take note of the absence picked."""
        self._absence = line
        self._view.allow_taking_back(line is not None)

    def choose_shift(self, texts: Mapping[str, str]) -> None:
        """Go on with the shift chosen among several."""
        line = next((line for line in self._at_hand() if str(line.shift.id) == texts["shift"]), None)
        self._view.close_form()
        if line is None:
            self.add()
        else:
            self._doing(line)

    def add(self, figure: str = "") -> None:
        """Open an empty form for a shift."""
        raise NotImplementedError

    def _show_from(self, day: date, *, to: date | None = None) -> None:
        """Show as many days from a day on. The user comes to the cell of the same column, or to a day."""
        length = _LENGTHS.get(self._way) or (later_by_months(day, 1) - day).days
        who = self._cell[0].who if self._cell else Who()
        self._days = Period(day, day + (length - 1) * DAY)
        self._cell = self._held = None
        self._view.show_problem("")
        self._view.show_result("")
        self.refresh()
        if to is not None and to in self._days:
            week, column = self._grid.place_of(to)
            self._view.pick_cell(week, who, column)

    def _bring_into_sight(self, day: date) -> None:
        if day not in self._days:
            first = day if self._way == "day" else week_of(day).first
            self._days = Period(first, first + (self._days.length - 1) * DAY)

    def _pick_cell_of(self, plan: ShiftPlan, held: ShiftId | None = None) -> None:
        if plan.day in self._days:
            week, column = self._grid.place_of(plan.day)
            self._held = held
            self._view.pick_cell(week, Who(plan.assistant_id, plan.covered_by), column)
            self._view.pick_chip(held)

    def _at_hand(self) -> tuple[ShiftLine, ...]:
        """Return the shifts that an act is about: the one picked in the list or in hand, or those of the cell."""
        if self._shown == "list":
            return (self._picked,) if self._picked else ()
        if self._cell is None:
            return ()
        held = tuple(line for line in self._cell[1].at_hand if line.shift.id == self._held)
        return held or self._cell[1].lines

    def _on_one(self, title: str, keep: str, do: Callable[[ShiftLine], None], or_else: str = "") -> None:
        """Do something with the shift at hand; if there are several, ask which; if there is none, say so."""
        lines = self._at_hand()
        if len(lines) == 1:
            do(lines[0])
        elif lines:
            self._doing = do
            choices = [(str(line.shift.id), f"{line.shift.span}, {line.shift.kind.words}") for line in lines]
            self._view.open_which(title, keep, [*choices, *([("", or_else)] if or_else else [])])
        elif self._shown == "grid":
            self._view.show_done("There is no shift in this cell. To start one, type its times.")

    def _say_here(self) -> None:
        if self._cell is None:
            self._view.show_here("", ())
            return
        row, cell = self._cell
        today = ", today" if cell.day == self._today() else ""
        told = [f"{each.sentence} {each.absence.note}".strip() for each in cell.away]
        told += [f"From the night before: {_in_full(line)}" for line in cell.carried]
        told += [_in_full(line) for line in cell.lines]
        self._view.show_here(f"{row.name}, {said_short(cell.day)}{today}", told)

    def _show_findings(self, known: list[str]) -> None:
        if not known:
            self._view.show_findings("", ())
            return
        more = ["The others stand beside their shifts."] if len(known) > _MOST_FINDINGS else []
        these = "this week" if self._days.length == WEEK else "these days"
        self._view.show_findings(
            f"{len(known)} thing{'s' if len(known) > 1 else ''} to know about {these}.", known[:_MOST_FINDINGS] + more
        )

    def _name(self) -> str:
        if self._days.length != WEEK or self._days.first.weekday():
            return "These days"
        weeks = (self._days.first - week_of(self._today()).first).days // WEEK
        return {-1: "Last week", 0: "This week", 1: "Next week"}.get(weeks, "The week")

    def _do(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self._photos = None
        if changes.touch(ROTA | ASSISTANTS | PLAN | FUNDING):
            self.refresh()


def _in_full(line: ShiftLine) -> str:
    """Return all there is to say of a shift, in sentences."""
    shift = line.shift
    told = [
        f"{shift.span}, {shift.kind.words}, {hours_said(shift.minutes)} hours",
        line.standing.value if line.standing else "",
        line.outcome,
        line.stream,
        shift.note,
    ]
    answer = f"You noted: {shift.reason}" if shift.reason else ""
    return " ".join(f"{part.rstrip('.')}." for part in (*told, *line.known, answer) if part)
