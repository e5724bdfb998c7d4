"""The rota screen, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.funding.model import StreamId
from pa_manager.plan.model import OutcomeId
from pa_manager.rota.model import (
    AbsenceKind,
    Away,
    ShiftChoices,
    ShiftId,
    ShiftLine,
    ShiftPlan,
)
from pa_manager.rota.operations import (
    change_from_now_on,
    change_shift,
    copy_week,
    find_shift,
    know_shift,
    plan_shift,
    read_sums,
    record_absence,
    remove_absence,
    remove_from_now_on,
    remove_shift,
    shift_choices,
)
from pa_manager.rota.presenter.moving import MovesShifts, when
from pa_manager.rota.presenter.shown import DAY, WEEK
from pa_manager.values.clock import TimeSpan, hours_said, span_from_text, time_said
from pa_manager.values.days import Period, day_from_text, said_period, said_short, week_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

_NOBODY_CHOSEN: Final = "Nobody is chosen. Choose who is away."


class RotaPresenter(MovesShifts):
    """Shows some days of the rota, as a grid or a list; plans, moves, copies and removes shifts; notes who is away."""

    _changing: ShiftId | None = None
    _removing: ShiftLine | None = None

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
        """Say how what has been typed so far is read, what the days then come to, and what would be worth knowing."""
        try:
            span = span_from_text(texts["times"])
            day = day_from_text(texts["day"])
        except UserError:
            self._view.show_reading("")
            self._view.show_ahead("", ())
            return
        minutes = span.minutes_on(day)
        night = f", into {day + DAY:%A}" if span.is_overnight else ""
        self._view.show_reading(f"Read as {span} on {said_short(day)}{night}: {hours_said(minutes)} hours.")
        self._look_ahead(texts, day, span)

    def _look_ahead(self, texts: Mapping[str, str], day: date, span: TimeSpan) -> None:
        try:
            plan = _plan_of(texts, day, span)
            if self._changing is not None:
                plan = self._runner.read(find_shift, self._changing).changed_to(plan)
        except UserError:
            self._view.show_ahead("", ())
            return
        drafts = [plan]
        if second := texts.get("with_another", ""):
            drafts.append(replace(plan, assistant_id=AssistantId(int(second)), covered_by=""))
        days = self._days if day in self._days else week_of(day)
        sums = self._runner.read(read_sums, days=days, drafts=drafts)
        self._view.show_ahead(sums.sentence, self._runner.read(know_shift, plan=plan))
        if days == self._days:
            self._view.show_sums(sums)

    def left_form(self) -> None:
        """Show what the days come to as they stand: what was typed is kept by now, or gone."""
        self._view.show_sums(self._runner.read(read_sums, days=self._days))

    def add(self, figure: str = "") -> None:
        """Open an empty form for a shift: of the cell the user is in, if they are in one."""
        self._changing = None
        texts = {"day": f"{self._likely_day()}", "kind": f"{ShiftKind.DAY}"}
        if self._cell and self._shown == "grid":
            row, cell = self._cell
            texts = {**texts, "day": f"{cell.day}", "assistant": f"{row.who.assistant_id or ''}"}
            texts |= {"covered_by": row.who.covered_by, "times": figure}
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
            f"Change {when(line.shift)}", " ".join(line.known), choices, texts, repeats=line.shift.slot_id is not None
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
            plan = _plan_of(texts, day, span)
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
            told = " ".join(filter(None, (f"Kept: {when(plan)}.", plan.clock_note)))
            if self._shown == "list":
                self._view.show_result(told)
                return
            self._view.show_done(told)
            self._pick_cell_of(plan, self._changing or self._newest(plan))
            self._view.lead_to_grid()

    def _newest(self, plan: ShiftPlan) -> ShiftId | None:
        like = [line.shift for line in self._grid.lines if line.shift.day == plan.day]
        own = [
            shift.id for shift in like if (shift.assistant_id, shift.covered_by) == (plan.assistant_id, plan.covered_by)
        ]
        return max(own, default=None)

    def remove(self) -> None:
        """Take the shift at hand off the rota."""
        self._on_one("Which shift comes off the rota?", "Take it off", self._remove)

    def remove_reaching(self, texts: Mapping[str, str]) -> None:
        """Take the shift at hand off, or it and all later ones of its pattern."""
        self._view.close_form()
        if (line := self._removing) is None:
            return
        if texts["reach"] == "on":
            told = f"{when(line.shift)}, {line.assistant}, and all later ones are off the rota. Undo brings them back."
            self._take_off(lambda: self._runner.run(remove_from_now_on, shift_id=line.shift.id), told)
        else:
            self._remove_one(line)

    def _remove(self, line: ShiftLine) -> None:
        if line.shift.slot_id is not None:
            self._removing = line
            self._view.open_reach(f"Take {when(line.shift)} off the rota")
        else:
            self._remove_one(line)

    def _remove_one(self, line: ShiftLine) -> None:
        told = f"{when(line.shift)}, {line.assistant}, is off the rota. Undo brings it back."
        self._take_off(lambda: self._runner.run(remove_shift, shift_id=line.shift.id), told)

    def _take_off(self, run: Callable[[], object], told: str) -> None:
        if self._shown == "list":
            self._do(run, told)
            return
        try:
            run()
        except UserError as error:
            told = str(error)
        self._view.show_done(told)
        self._view.lead_to_grid()

    def copy(self) -> None:
        """Plan in the week shown what stood in the week before."""
        these = "week before stand in this week" if self._days.length == WEEK else "days before stand in these days"
        self._do(lambda: self._runner.run(copy_week, week=self._days), f"Kept. The shifts of the {these} too.")

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

    def _choices(self) -> ShiftChoices:
        return self._runner.read(shift_choices, days=self._days)

    def _likely_day(self) -> date:
        if self._picked:
            return self._picked.shift.day
        return self._today() if self._today() in self._days else self._days.first


def _plan_of(texts: Mapping[str, str], day: date, span: TimeSpan) -> ShiftPlan:
    return ShiftPlan(
        day=day,
        span=span,
        assistant_id=AssistantId(int(texts["assistant"])) if texts["assistant"] else None,
        kind=ShiftKind(texts["kind"]),
        covered_by=texts["covered_by"].strip(),
        outcome_id=OutcomeId(int(texts["outcome"])) if texts["outcome"] else None,
        stream_id=StreamId(int(texts["stream"])) if texts["stream"] else None,
        note=texts["note"].strip(),
        reason=texts["reason"].strip(),
        needs=texts["needs"].strip(),
        people=int(texts["people"] or 1),
    )


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
        "needs": shift.needs,
        "people": f"{shift.people}",
    }
