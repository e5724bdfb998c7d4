"""The rota screen, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

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
    ShiftChoices,
    ShiftId,
    ShiftLine,
    ShiftPlan,
    said_sum,
    sum_of,
)
from pa_manager.rota.operations import (
    ROTA,
    change_shift,
    copy_week,
    find_shift,
    list_absences,
    list_shifts,
    plan_shift,
    record_absence,
    remove_absence,
    remove_shift,
    shift_choices,
)
from pa_manager.values.clock import span_from_text, time_said
from pa_manager.values.days import Period, day_from_text, said_period, said_short, week_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

_WEEK: Final = timedelta(days=7)
_MOST_FINDINGS: Final = 5
_NOBODY_CHOSEN: Final = "Nobody is chosen. Choose who is away."


class RotaView(Protocol):
    """What the presenter asks of the widget."""

    def set_title(self, title: str) -> None: ...
    def set_lead(self, lead: str) -> None: ...
    def show_shifts(self, lines: Sequence[ShiftLine]) -> None: ...
    def show_absences(self, lines: Sequence[AbsenceLine]) -> None: ...
    def show_findings(self, sentence: str, findings: Sequence[str]) -> None: ...
    def pick_shift(self, number: int) -> None: ...
    def allow_removing(self, allowed: bool) -> None: ...
    def allow_taking_back(self, allowed: bool) -> None: ...
    def open_new_shift(self, choices: ShiftChoices, texts: Mapping[str, str]) -> None: ...
    def open_shift(self, title: str, choices: ShiftChoices, texts: Mapping[str, str]) -> None: ...
    def open_absence(self, choices: ShiftChoices, texts: Mapping[str, str]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...


class RotaPresenter:
    """Shows one week of the rota; plans, changes, copies and removes shifts, and notes who is away."""

    def __init__(self, view: RotaView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._week = week_of(today())
        self._picked: ShiftLine | None = None
        self._absence: AbsenceLine | None = None
        self._changing: ShiftId | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the week again and show it."""
        lines = self._runner.read(list_shifts, days=self._week)
        away = self._runner.read(list_absences, days=self._week)
        self._view.set_title(f"Rota, {said_period(self._week)}")
        self._view.set_lead(f"{self._name()}: {said_sum(sum_of(line.shift for line in lines))}" if lines else "")
        self.pick(None)
        self.pick_absence(None)
        self._view.show_shifts(lines)
        self._view.show_absences(away)
        known = list(dict.fromkeys(finding for line in lines for finding in line.findings))
        if known:
            more = ["The others stand beside their shifts."] if len(known) > _MOST_FINDINGS else []
            self._view.show_findings(
                f"{len(known)} thing{'s' if len(known) > 1 else ''} to know about this week.",
                known[:_MOST_FINDINGS] + more,
            )
        else:
            self._view.show_findings("", ())

    def earlier(self) -> None:
        """Show the week before."""
        self._show_week(self._week.first - _WEEK)

    def this_week(self) -> None:
        """Show the week that today lies in."""
        self._show_week(self._today())

    def later(self) -> None:
        """Show the week after."""
        self._show_week(self._week.first + _WEEK)

    def point_out(self, number: int) -> None:
        """Show the week of a shift, and pick the shift."""
        try:
            shift = self._runner.read(find_shift, ShiftId(number))
        except NotFound as error:
            self._view.show_problem(str(error))
            return
        self._show_week(shift.day)
        self._view.pick_shift(number)

    def pick(self, line: ShiftLine | None) -> None:
        """Take note of the shift picked."""
        self._picked = line
        self._view.allow_removing(line is not None)

    def pick_absence(self, line: AbsenceLine | None) -> None:
        """Take note of the absence picked."""
        self._absence = line
        self._view.allow_taking_back(line is not None)

    def add(self) -> None:
        """Open an empty form for a shift of the week shown."""
        self._changing = None
        self._view.open_new_shift(self._choices(), {"day": f"{self._likely_day()}", "kind": ShiftKind.DAY})

    def change(self) -> None:
        """Open the form of the shift picked, filled."""
        if line := self._picked:
            self._changing = line.shift.id
            choices = self._choices()
            here = line.shift.assistant_id
            if here is not None and str(here) not in dict(choices.assistants):
                gone = (*choices.assistants, (str(here), line.assistant))
                choices = ShiftChoices(gone, choices.outcomes, choices.streams)
            self._view.open_shift(f"Change {_when(line.shift)}", choices, _texts(line.shift))

    def keep_shift(self, texts: Mapping[str, str]) -> None:
        """Keep the shift typed in, or say beside each field what is wrong with it."""
        form = Reading()
        day = form.field("day", day_from_text, texts["day"])
        span = form.field("times", span_from_text, texts["times"])
        self._view.show_form_errors(form.errors)
        if day is None or span is None:
            return
        second = texts.get("with_another", "")
        before, self._week = self._week, week_of(day)
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
            )
            if self._changing is None:
                another = AssistantId(int(second)) if second else None
                self._runner.run(plan_shift, plan=plan, with_another=another)
            else:
                self._runner.run(change_shift, shift_id=self._changing, plan=plan)
        except UserError as error:
            self._week = before
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(" ".join(filter(None, (f"Kept: {_when(plan)}.", plan.clock_note))))

    def remove(self) -> None:
        """Take the shift picked off the rota."""
        if line := self._picked:
            self._do(
                lambda: self._runner.run(remove_shift, shift_id=line.shift.id),
                f"{_when(line.shift)}, {line.assistant}, is off the rota. Undo brings it back.",
            )

    def copy(self) -> None:
        """Plan in the week shown what stood in the week before."""
        self._do(
            lambda: self._runner.run(copy_week, week=self._week),
            "Kept. The shifts of the week before stand in this week too.",
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

    def _show_week(self, day: date) -> None:
        self._week = week_of(day)
        self.refresh()

    def _choices(self) -> ShiftChoices:
        return self._runner.read(shift_choices, days=self._week)

    def _likely_day(self) -> date:
        if self._picked:
            return self._picked.shift.day
        return self._today() if self._today() in self._week else self._week.first

    def _name(self) -> str:
        weeks = (self._week.first - week_of(self._today()).first).days // 7
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
    }
