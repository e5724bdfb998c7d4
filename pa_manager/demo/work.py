"""The rota, who stepped in, the timesheets, and what the payroll sent."""

from datetime import UTC, date, datetime, timedelta

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    ShiftKind,
)
from pa_manager.cover.model import Answer, Call, ContactDetails, Tier
from pa_manager.cover.operations import add_contact, note_call, open_event
from pa_manager.demo.days import BEFORE, PERIODS, ROTA_BEGINS, SPRING, WEEK
from pa_manager.file.running import Runner
from pa_manager.funding.model import StreamId
from pa_manager.pay.model import PayslipFigures
from pa_manager.pay.operations import record_payslip
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.operations import (
    list_outcomes,
)
from pa_manager.rota.model import AbsenceKind, Away, ShiftId, ShiftPlan, ToldBy
from pa_manager.rota.operations import (
    copy_week,
    list_shifts,
    note_told,
    plan_shift,
    publish,
    record_absence,
    remove_shift,
)
from pa_manager.timesheets.model import Worked
from pa_manager.timesheets.operations import (
    agree_timesheet,
    change_line,
    make_timesheet,
    send_timesheet,
    timesheets_in,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period, week_of
from pa_manager.values.money import NIL, Money


def tell_rota(runner: Runner, ada: AssistantId, sam: AssistantId, council: StreamId) -> None:
    """Plan one week, and copy it on: mornings on Monday, Wednesday and Friday, nights on Tuesday and Saturday."""
    mornings, nights, _going_out = (outcome.id for outcome in runner.read(list_outcomes))
    morning, night = span_from_text("9am-1.15pm"), span_from_text("10pm-7am")
    week: tuple[tuple[int, AssistantId, ShiftKind, OutcomeId], ...] = (
        (0, ada, ShiftKind.DAY, mornings),
        (1, sam, ShiftKind.SLEEP_IN, nights),
        (2, ada, ShiftKind.DAY, mornings),
        (4, ada, ShiftKind.DAY, mornings),
        (5, sam, ShiftKind.SLEEP_IN, nights),
    )
    for after, assistant_id, kind, outcome_id in week:
        plan = ShiftPlan(
            day=ROTA_BEGINS + timedelta(days=after),
            span=morning if kind is ShiftKind.DAY else night,
            assistant_id=assistant_id,
            kind=kind,
            outcome_id=outcome_id,
            stream_id=council,
        )
        runner.run(plan_shift, plan=plan)
    for weeks in range(1, 18):
        runner.run(copy_week, week=week_of(ROTA_BEGINS + weeks * WEEK))
    for free in (date(2026, 3, 24), date(2026, 4, 21)):
        (shift,) = (line.shift for line in runner.read(list_shifts, days=Period(free, free)))
        runner.run(remove_shift, shift_id=shift.id)
    published_at = datetime(2026, 6, 5, 16, 30, tzinfo=UTC)
    runner.run(publish, days=Period(date(2026, 6, 8), date(2026, 7, 5)), at=published_at)
    runner.run(note_told, assistant_id=ada, how=ToldBy.MESSAGE, at=published_at + timedelta(hours=2))
    runner.run(
        record_absence,
        away=Away(assistant_id=ada, kind=AbsenceKind.HOLIDAY, days=Period(date(2026, 6, 15), date(2026, 6, 19))),
        leave_gaps=True,
    )


def tell_cover(runner: Runner, ada: Assistant, sam: Assistant) -> None:
    """Write the call list; in May Sam is off sick for two weeks, and an agency comes in for the nights."""
    for details in (
        ContactDetails(
            tier=Tier.OWN_PA,
            assistant_id=ada.id,
            will_do="Extra mornings, and evenings until 9. No nights.",
            agreed_on=date(2026, 1, 12),
            checked_on=date(2026, 4, 2),
        ),
        ContactDetails(
            tier=Tier.FAMILY,
            name="Rowena Pellow",
            phone="07700 900 482",
            will_do="Any night at short notice, but not two in a row.",
            agreed_on=date(2026, 1, 12),
            checked_on=date(2026, 4, 2),
        ),
        ContactDetails(
            tier=Tier.AGENCY,
            name="Brightway Homecare",
            phone="01632 960 870",
            will_do="Waking nights and mornings, two days' notice.",
            per_hour=Money(23_50),
            agreed_on=date(2025, 11, 3),
            checked_on=date(2026, 4, 2),
        ),
        ContactDetails(
            tier=Tier.COUNCIL,
            name="Midshire duty line",
            phone="01632 960 999",
            will_do="Steps in when nobody else can. Say that you have a direct payment.",
            agreed_on=date(2025, 9, 1),
            checked_on=date(2026, 4, 2),
        ),
    ):
        runner.run(add_contact, details=details)
    rang_at = datetime(2026, 5, 18, 7, 30, tzinfo=UTC)
    sick = Period(date(2026, 5, 18), date(2026, 5, 31))
    note = "Chest infection. Sam rang at 8.30 on Monday."
    away = Away(assistant_id=sam.id, kind=AbsenceKind.SICKNESS, days=sick, note=note)
    runner.run(open_event, away=away, at=rang_at)
    for line in runner.read(list_shifts, days=sick):
        if line.shift.is_gap:
            _find_cover(runner, line.shift.id, rang_at + timedelta(minutes=20))


def _find_cover(runner: Runner, shift_id: ShiftId, at: datetime) -> None:
    for call in (
        Call(contact="Rowena Pellow", answer=Answer.NO, note="Away with work until June."),
        Call(contact="Brightway Homecare", answer=Answer.YES, note="A waking night.", cost=Money(211_50)),
    ):
        runner.run(note_call, shift_id=shift_id, call=call, at=at)


def tell_timesheets(runner: Runner, ada: AssistantId, sam: AssistantId) -> None:
    """Make them for three periods. In April Sam was awake for two hours in one night."""
    for day in PERIODS:
        for assistant_id in (ada, sam):
            runner.run(make_timesheet, assistant_id=assistant_id, day=day)
    for timesheet in runner.read(timesheets_in, period=SPRING):
        if timesheet.assistant_id == sam:
            for worked in timesheet.lines:
                awake = 120 if worked.day == date(2026, 4, 14) else 0
                runner.run(
                    change_line,
                    line_id=worked.id,
                    worked=Worked(
                        minutes=worked.worked.minutes,
                        span=worked.worked.span,
                        awake_minutes=awake,
                        note="Jean was unwell. I sat with her." if awake else "",
                    ),
                )
        if timesheet.period.first < PERIODS[2] or timesheet.assistant_id == ada:
            last = timesheet.period.last
            runner.run(agree_timesheet, timesheet_id=timesheet.id, agreed_on=last)
            runner.run(send_timesheet, timesheet_id=timesheet.id, sent_on=last + timedelta(days=1))


def tell_payslips(runner: Runner, ada: AssistantId, sam: AssistantId) -> None:
    """Type in what the payroll sent: two payslips for each of four pay days, but Sam's for May has not come."""
    made = {(sheet.assistant_id, sheet.period.first): sheet for sheet in runner.read(timesheets_in, period=SPRING)}
    for assistant_id, first, paid_on, gross, tax, pension, employer_pension in (
        (ada, BEFORE, date(2026, 3, 13), 714_00, 80_77, 20_88, 12_53),
        (sam, BEFORE, date(2026, 3, 13), 400_00, 15_67, 10_50, 3_90),
        (ada, PERIODS[0], date(2026, 4, 10), 714_00, 80_77, 20_88, 12_53),
        (sam, PERIODS[0], date(2026, 4, 10), 420_00, 20_35, 11_45, 4_30),
        (ada, PERIODS[1], date(2026, 5, 8), 714_00, 80_77, 20_88, 12_53),
        (sam, PERIODS[1], date(2026, 5, 8), 446_40, 22_00, 11_80, 4_50),
        (ada, PERIODS[2], date(2026, 6, 5), 714_00, 80_77, 20_88, 12_53),
    ):
        timesheet = made.get((assistant_id, first))
        figures = PayslipFigures(
            assistant_id=assistant_id,
            timesheet_id=timesheet.id if timesheet else None,
            period=Period(first, first + 4 * WEEK - timedelta(days=1)),
            paid_on=paid_on,
            gross=Money(gross),
            tax=Money(tax),
            employee_ni=NIL,
            employer_ni=NIL,
            employee_pension=Money(pension),
            employer_pension=Money(employer_pension),
            net=Money(gross - tax - pension),
        )
        runner.run(record_payslip, figures=figures)
