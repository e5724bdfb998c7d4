"""What is done to a shift where it stands: moved, handed over, made longer or shorter, copied.

The mouse drags, the keys and the menu step: all come here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

from pa_manager.rota.model import STEP_MINUTES, Shift, ShiftId, ShiftLine, ShiftPlan, Who, moved, stretched
from pa_manager.rota.operations import change_from_now_on, change_shift, find_shift, plan_shift
from pa_manager.rota.presenter.shown import DAY, WEEK, ShownDays
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_short
from pa_manager.values.errors import UserError

End = Literal["start", "end"]


class MovesShifts(ShownDays):
    """Moves shifts, hands them over, makes them longer or shorter, and copies them."""

    _clip: tuple[Shift, bool] | None = None
    _changed: ShiftId | None = None

    def move(self, days: int) -> None:
        """Move the shift at hand some days on or back."""
        self._on_one("Which shift moves?", "Move", lambda line: self._move(line, days))

    def hand_over(self, rows: int) -> None:
        """Give the shift at hand to whoever stands some rows below or above."""
        self._on_one("Which shift is handed over?", "Hand over", lambda line: self._hand_over(line, rows))

    def nudge(self, steps: int) -> None:
        """Let the shift at hand begin and end some quarters of an hour later, or earlier."""
        self._on_one("Which shift moves?", "Move", lambda line: self._nudge(line, steps))

    def stretch(self, end: End, steps: int) -> None:
        """Let the shift at hand begin or end some quarters of an hour later, or earlier."""
        self._on_one("Which shift changes?", "Change", lambda line: self._stretch(line.shift.id, end, steps))

    def pull(self, number: ShiftId, end: End, steps: int) -> None:
        """Let a shift begin or end some quarters of an hour later, or earlier: its end was pulled."""
        self._stretch(number, end, steps)

    def say_pull(self, number: ShiftId, end: End, steps: int) -> str:
        """Return what would come of pulling an end of a shift that is shown."""
        shift = next(line.shift for line in self._seen() if line.shift.id == number)
        try:
            plan = stretched(shift, **{end: steps * STEP_MINUTES})
        except UserError as error:
            return str(error)
        return f"{when(plan)}: {hours_said(plan.minutes)} hours"

    def drop(self, number: ShiftId, week: int, who: Who, column: int, *, stays: bool) -> None:
        """Move a shift to another cell, or plan one like it there: it was dragged."""
        day = self._days.first + (week * WEEK + column) * DAY
        if stays:
            self._copy(next(line.shift for line in self._seen() if line.shift.id == number), day, who)
        else:
            self._give(number, day, who)

    def copy_shift(self, *, cut: bool = False) -> None:
        """Note the shift at hand, to be put elsewhere; cut, it is moved there."""
        self._on_one("Which shift is copied?", "Copy", lambda line: self._note(line, cut=cut))

    def paste(self) -> None:
        """Put the shift noted into the cell the user is in."""
        if self._clip is None or self._cell is None:
            self._view.show_done("No shift is copied yet. Go to one and press Ctrl+C, or Ctrl+X to move it.")
            return
        shift, cut = self._clip
        row, cell = self._cell
        if cut:
            self._clip = None
            self._give(shift.id, cell.day, row.who)
        else:
            self._copy(shift, cell.day, row.who)

    def change_later_too(self) -> None:
        """Let all later shifts of its pattern be as the one that was changed last is now."""
        if self._changed is None:
            self._view.show_done("Change a shift of weeks that repeat first. Then its later ones can follow.")
            return
        number, self._changed = self._changed, None
        done = "All later ones of its pattern follow"
        self._run(lambda shift: self._runner.run(change_from_now_on, shift_id=number, plan=shift), number, done)

    def _move(self, line: ShiftLine, days: int) -> None:
        self._replan(line.shift.id, lambda shift: replace(shift, day=shift.day + days * DAY), "Moved")

    def _nudge(self, line: ShiftLine, steps: int) -> None:
        self._replan(line.shift.id, lambda shift: moved(shift, steps * STEP_MINUTES), "Moved")

    def _stretch(self, number: ShiftId, end: End, steps: int) -> None:
        self._replan(number, lambda shift: stretched(shift, **{end: steps * STEP_MINUTES}), "Changed")

    def _hand_over(self, line: ShiftLine, rows: int) -> None:
        week, _column = self._grid.place_of(max(line.shift.day, self._days.first))
        people = [row.who for row in self._grid.rows if row.week == week]
        at = people.index(Who(line.shift.assistant_id, line.shift.covered_by)) + rows
        if 0 <= at < len(people):
            self._give(line.shift.id, line.shift.day, people[at])
        else:
            self._view.show_done("Nobody stands there to hand it to.")

    def _give(self, number: ShiftId, day: date, who: Who) -> None:
        self._replan(
            number,
            lambda shift: replace(shift, day=day, assistant_id=who.assistant_id, covered_by=who.covered_by),
            "Moved",
        )

    def _note(self, line: ShiftLine, *, cut: bool) -> None:
        self._clip = (line.shift, cut)
        act = "It moves to" if cut else "One like it is planned in"
        self._view.show_done(f"Noted: {when(line.shift)}. {act} the cell where you press Ctrl+V.")

    def _copy(self, shift: Shift, day: date, who: Who) -> None:
        like = replace(shift.copied_to(day, None), assistant_id=who.assistant_id, covered_by=who.covered_by)
        before = {line.shift.id for line in self._grid.lines}
        try:
            self._runner.run(plan_shift, plan=like)
        except UserError as error:
            self._view.show_done(str(error))
            return
        new = next(line.shift.id for line in self._grid.lines if line.shift.id not in before)
        self._view.show_done(_told("Copied", like, self._name_of(who)))
        self._pick_cell_of(like, new)

    def _replan(self, number: ShiftId, change: Callable[[Shift], Shift], done: str) -> None:
        self._run(lambda shift: self._runner.run(change_shift, shift_id=number, plan=change(shift)), number, done)

    def _run(self, run: Callable[[Shift], object], number: ShiftId, done: str) -> None:
        """Do something to a shift, and follow it to where it stands then."""
        try:
            run(self._runner.read(find_shift, number))
        except UserError as error:
            self._view.show_done(str(error))
            return
        shift = self._runner.read(find_shift, number)
        if shift.day not in self._days:
            self._bring_into_sight(shift.day)
            self.refresh()
        repeats = shift.slot_id is not None and shift.by_hand
        self._changed = number if repeats else None
        told = _told(done, shift, self._name_of(Who(shift.assistant_id, shift.covered_by)))
        self._view.show_done(f"{told} Only this one of its pattern is other now." if repeats else told, more=repeats)
        self._pick_cell_of(shift, number)

    def _seen(self) -> tuple[ShiftLine, ...]:
        """Return the shifts that can be dragged: all of the days shown, and the night before in the cell."""
        return (*self._grid.lines, *(self._cell[1].carried if self._cell else ()))

    def _name_of(self, who: Who) -> str:
        return next((row.name for row in self._grid.rows if row.who == who), "")


def _told(done: str, plan: ShiftPlan, name: str) -> str:
    return " ".join(filter(None, (f"{done}: {when(plan)}, {name}.", plan.clock_note)))


def when(plan: ShiftPlan) -> str:
    """Return a shift by its day and its times."""
    return f"{said_short(plan.day)}, {plan.span}"
