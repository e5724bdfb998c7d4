"""PAs with contracts, work and absences, to work out holiday and sick pay for. All of them are invented."""

from datetime import date, time, timedelta

from pa_manager.assistants.model import (
    Agreement,
    AssistantId,
    HoursKind,
    Particulars,
    PayFrequency,
    Rate,
    ShiftKind,
    Terms,
)
from pa_manager.assistants.operations import engage_assistant
from pa_manager.file.running import Runner
from pa_manager.pay.model import PayslipFigures
from pa_manager.pay.operations import record_payslip
from pa_manager.rota.model import AbsenceKind, AbsenceState, Away, ShiftPlan
from pa_manager.rota.operations import (
    agree_holiday,
    ask_holiday,
    list_holidays,
    plan_shift,
    record_absence,
    take_holiday,
)
from pa_manager.timesheets.operations import make_timesheet
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period
from pa_manager.values.money import Money

REGULAR, IRREGULAR = AssistantId(1), AssistantId(2)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
PERIODS_FROM = date(2026, 4, 6)
SHIFT = TimeSpan(time(9), time(13))
"""Four hours."""


def engage_both(runner: Runner) -> None:
    """Engage Ada, 16 regular hours a week, and Sam, whose hours are irregular; leave years from 1 April."""
    for name, hours, weekly in (
        ("Ada Okonkwo", HoursKind.REGULAR, 960),
        ("Sam Tremaine", HoursKind.IRREGULAR, None),
    ):
        runner.run(
            engage_assistant,
            particulars=Particulars(
                name=name,
                started_on=date(2024, 6, 3),
                frequency=PayFrequency.FOUR_WEEKLY,
                periods_from=PERIODS_FROM,
            ),
            terms=Terms(
                from_day=date(2024, 6, 3),
                weekly_minutes=weekly,
                rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),),
                agreement=Agreement(hours=hours, holiday_year_from=YEAR.first),
            ),
        )


def work(runner: Runner, assistant_id: AssistantId, *days: date, span: TimeSpan = SHIFT) -> None:
    """Plan a shift on some days, and make the timesheets of them."""
    for day in days:
        runner.run(plan_shift, plan=ShiftPlan(day=day, span=span, assistant_id=assistant_id))
    for first in sorted({PERIODS_FROM + (day - PERIODS_FROM) // timedelta(28) * timedelta(28) for day in days}):
        runner.run(make_timesheet, assistant_id=assistant_id, day=first)


def holiday(runner: Runner, assistant_id: AssistantId, first: date, last: date, *, taken_on: date | None = None) -> int:
    """Note a holiday that is agreed, or taken; return its number."""
    days = Period(first, last)
    runner.run(ask_holiday, assistant_id=assistant_id, days=days)
    (asked,) = [
        line.absence
        for line in runner.read(list_holidays, days=days)
        if line.absence.state is AbsenceState.ASKED and line.absence.assistant_id == assistant_id
    ]
    runner.run(agree_holiday, absence_id=asked.id)
    if taken_on:
        runner.run(take_holiday, absence_id=asked.id, today=taken_on)
    return asked.id


def sick(runner: Runner, assistant_id: AssistantId, first: date, last: date) -> None:
    """Note sickness."""
    away = Away(assistant_id=assistant_id, kind=AbsenceKind.SICKNESS, days=Period(first, last))
    runner.run(record_absence, away=away)


def paid(runner: Runner, assistant_id: AssistantId, paid_on: date, gross: Money) -> None:
    """Note a payslip for the four weeks before a payday."""
    period = Period(paid_on - timedelta(28), paid_on - timedelta(1))
    runner.run(
        record_payslip,
        figures=PayslipFigures(assistant_id=assistant_id, period=period, paid_on=paid_on, gross=gross, net=gross),
    )
