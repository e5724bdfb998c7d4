"""A year of one household, told by operations alone, as its thirteen pay periods come and go. Everybody is invented.

Ada helps each morning from Monday to Friday: the first three are paid by the council, the last two by the NHS. Sam
sleeps in, and is up for a night now and then; Bea came at weekends until she left in September, and Cal came after
her. Ada's and Bea's hours are regular; Sam's and Cal's are not, so their holiday is paid with the wage.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from pa_manager.assistants.model import (
    ShiftKind,
)
from pa_manager.assistants.operations import agree_terms, part_with_assistant
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.pay.model import (
    How,
    LoanKind,
    OneOffKind,
    PackKind,
    PayDetails,
    PayTerms,
    PensionKind,
)
from pa_manager.pay.operations import (
    add_one_off,
    draft_pack,
    fill_leaving,
    keep_pay_details,
    keep_pay_terms,
    read_holiday,
    send_pack,
    work_out_pay,
)
from pa_manager.rota.model import AbsenceKind, Away, ShiftPlan
from pa_manager.rota.operations import (
    agree_holiday,
    ask_holiday,
    change_shift,
    list_holidays,
    list_shifts,
    publish,
    record_absence,
    take_holiday,
)
from pa_manager.timesheets.operations import (
    agree_timesheets,
    change_line,
    confirm_estimates,
    correct_line,
    make_missing_timesheets,
    tell_quiet_nights,
    timesheets_in,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from tests.stories.year_agreed import (
    ADA,
    ALL,
    BEA,
    CAL,
    CHANGE_OF_CLOCKS,
    DECEMBER,
    FIRST,
    NIGHT,
    PERIODS,
    RISE,
    SAM,
    WEEK,
    agree,
    engage,
    pay_day,
    plan_one,
    plan_the_year,
    plan_weekends,
    sent_on,
    terms_of,
)
from tests.stories.year_paid import Bank, pay_what_is_due, payslips_come, send_the_return


@dataclass
class Year:
    """The household's file, its bank, and what was seen on the way."""

    runner: Runner
    bank: Bank = field(default_factory=Bank)
    packs: list = field(default_factory=list)
    caught: tuple[str, ...] = ()
    owed_to_bea: Money = NIL
    period: Period = PERIODS[0]

    def sheet(self, number, assistant_id):
        """Return somebody's timesheet of a period, counted from 0."""
        return next(
            each
            for each in self.runner.read(timesheets_in, period=PERIODS[number])
            if each.assistant_id == assistant_id
        )

    def record(self, number, assistant_id):
        """Return what somebody's timesheet of a period comes to."""
        return self.runner.read(work_out_pay, timesheet_id=self.sheet(number, assistant_id).id)


def tell_a_year():
    """Tell of the year, and return it."""
    year = Year(Runner(open_file(None, now=_noon(ALL.last)), lambda: _noon(ALL.last)))
    agree(year.runner)
    plan_the_year(year.runner)
    for number in range(len(PERIODS)):
        _work(year, number)
        _send(year, number)
        payslips_come(year, number)
        pay_what_is_due(year, pay_day(number))
        if number == 10:
            send_the_return(year, Period(FIRST, date(2026, 3, 31)))
    for day in (date(2026, 6, 22), date(2026, 7, 22)):
        pay_what_is_due(year, day)
    send_the_return(year, Period(date(2026, 4, 1), ALL.last))
    return year


def _noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


# A pay period


def _work(year, number):
    """Do what is particular to a period before it is published, publish it, and make its timesheets."""
    runner, period = year.runner, PERIODS[number]
    year.period = period
    before = {
        2: _ada_asks_for_a_week,
        3: _bea_leaves,
        4: _sam_is_up_while_the_clocks_change,
        5: _cal_starts,
        9: _cal_asks_for_a_weekend,
        10: _easter,
    }.get(number)
    if before:
        before(runner)
    runner.run(publish, days=period, at=_noon(period.first - WEEK))
    runner.run(make_missing_timesheets, today=sent_on(number))
    after = {
        0: _sam_is_awake_one_night,
        1: _ada_stays_longer,
        2: _holiday_was_had,
        3: _what_bea_is_owed,
        7: _december_is_trued_up,
        9: _holiday_was_had,
    }.get(number)
    if after:
        after(year)
    if (sheet := year.sheet(number, SAM)).untold:
        runner.run(tell_quiet_nights, timesheet_id=sheet.id)


def _worked(line, **differs):
    return replace(line.worked, **differs)


def _line(year, number, assistant_id, day, kind=None):
    """Return the line of a day that corrects nothing."""
    return next(
        line
        for line in year.sheet(number, assistant_id).lines
        if line.day == day and line.corrects is None and kind in {None, line.kind}
    )


def _sam_is_awake_one_night(year):
    """An hour and a half awake, and a journey and a fare in the second week."""
    line = _line(year, 0, SAM, date(2025, 6, 24))
    year.runner.run(change_line, line_id=line.id, worked=_worked(line, awake_minutes=90, note="Jean was in pain."))
    line = _line(year, 0, SAM, date(2025, 6, 26))
    worked = _worked(line, miles=24, journey="To choir and back", expenses=Money(6_50))
    year.runner.run(change_line, line_id=line.id, worked=worked)


def _ada_stays_longer(year):
    """Twenty minutes on a morning of the council's, ten on one of the NHS's: sums that leave odd pennies."""
    for day, until, minutes in ((16, "12.20pm", 200), (17, "12.10pm", 190)):
        line = _line(year, 1, ADA, date(2025, 7, day))
        worked = _worked(line, span=span_from_text(f"9am-{until}"), minutes=minutes)
        year.runner.run(change_line, line_id=line.id, worked=worked)


def _ada_asks_for_a_week(runner):
    _holiday(runner, ADA, Period(date(2025, 8, 18), date(2025, 8, 22)))


def _cal_asks_for_a_weekend(runner):
    _holiday(runner, CAL, Period(date(2026, 3, 7), date(2026, 3, 8)))


def _holiday(runner, assistant_id, days):
    runner.run(ask_holiday, assistant_id=assistant_id, days=days)
    (line,) = runner.read(list_holidays, days=days)
    runner.run(agree_holiday, absence_id=line.absence.id, leave_gaps=True)


def _holiday_was_had(year):
    """Note the holiday of the period as taken."""
    (line,) = year.runner.read(list_holidays, days=year.period)
    year.runner.run(take_holiday, absence_id=line.absence.id, today=year.period.last + timedelta(days=1))


def _bea_leaves(runner):
    runner.run(part_with_assistant, assistant_id=BEA, left_on=date(2025, 9, 28))


def _what_bea_is_owed(year):
    """Note what holiday Bea has earned and not taken, and pay it with her last wage."""
    runner, last = year.runner, date(2025, 9, 28)
    runner.run(fill_leaving, assistant_id=BEA)
    leave_year = Period(date(2025, 4, 1), date(2026, 3, 31))
    ledger = runner.read(read_holiday, assistant_id=BEA, year=leave_year, today=last).ledger
    year.owed_to_bea = ledger.worth
    sheet = year.sheet(3, BEA)
    runner.run(
        add_one_off, timesheet_id=sheet.id, kind=OneOffKind.OTHER, amount=ledger.worth, words="Holiday owed on leaving"
    )


def _sam_is_up_while_the_clocks_change(runner):
    """The sleep-in of that Saturday is a waking night instead."""
    (shift,) = (
        line.shift
        for line in runner.read(list_shifts, days=Period(CHANGE_OF_CLOCKS, CHANGE_OF_CLOCKS))
        if line.shift.assistant_id == SAM
    )
    plan = ShiftPlan(day=CHANGE_OF_CLOCKS, span=NIGHT, assistant_id=SAM, kind=ShiftKind.WAKING_NIGHT)
    runner.run(change_shift, shift_id=shift.id, plan=plan)


def _cal_starts(runner):
    starts = date(2025, 11, 10)
    engage(runner, "Cal Nance", starts, date(2001, 1, 9), terms_of(starts, 13_00))
    details = PayDetails(
        assistant_id=CAL,
        from_day=starts,
        tax_code="1257L",
        ni_letter="A",
        loan=LoanKind.NONE,
        pension=PensionKind.NONE,
    )
    runner.run(keep_pay_details, details=details)
    runner.run(keep_pay_terms, terms=PayTerms(assistant_id=CAL, from_day=starts, rolled_up=True))
    plan_weekends(runner, Period(starts, PERIODS[-1].last), CAL)


def _easter(runner):
    """Rates rise on 6 April, within the period. Ada is ill for two weeks; Sam is up on two nights of Easter."""
    for assistant_id, terms in (
        (ADA, terms_of(RISE, 14_80, weekly=15 * 60)),
        (SAM, terms_of(RISE, 13_80, sleep_in=64_00)),
        (CAL, terms_of(RISE, 13_40)),
    ):
        runner.run(agree_terms, assistant_id=assistant_id, terms=terms)
    ill = Away(
        assistant_id=ADA, kind=AbsenceKind.SICKNESS, days=Period(date(2026, 3, 30), date(2026, 4, 10)), note="Shingles."
    )
    runner.run(record_absence, away=ill, leave_gaps=True)
    for day in (2, 5):
        plan_one(runner, date(2026, 4, day), NIGHT, SAM, kind=ShiftKind.WAKING_NIGHT)


def _december_is_trued_up(year):
    """Ada stayed an hour longer on Christmas Eve; all else was as estimated."""
    runner, today = year.runner, date(2026, 1, 5)
    line = _line(year, DECEMBER, ADA, date(2025, 12, 24))
    worked = _worked(line, span=span_from_text("9am-1pm"), minutes=240)
    runner.run(correct_line, line_id=line.id, worked=worked)
    for assistant_id in (ADA, SAM, CAL):
        runner.run(confirm_estimates, timesheet_id=year.sheet(DECEMBER, assistant_id).id, today=today)


def _send(year, number):
    runner, today = year.runner, sent_on(number)
    sheets = runner.read(timesheets_in, period=PERIODS[number])
    runner.run(agree_timesheets, timesheet_ids=[each.id for each in sheets], agreed_on=today)
    year.packs.append(runner.read(draft_pack, today=today))
    runner.run(send_pack, kind=PackKind.HOURS, sent_on=today, how=How.EMAIL, today=today)
    if number == 2:  # after it was sent, Sam remembers being woken
        line = _line(year, 2, SAM, date(2025, 8, 12))
        runner.run(correct_line, line_id=line.id, worked=_worked(line, awake_minutes=45))
