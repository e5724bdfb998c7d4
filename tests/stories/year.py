"""A year of one household, told by operations alone, as its thirteen pay periods come and go. Everybody is invented.

Ada helps each morning from Monday to Friday: the first three are paid by the council, the last two by the NHS. Sam
sleeps in, and is up for a night now and then; Bea came at weekends until she left in September, and Cal came after
her. Ada's and Bea's hours are regular; Sam's and Cal's are not, so their holiday is paid with the wage.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from pa_manager.assistants.model import (
    Agreement,
    AssistantId,
    HoursKind,
    Particulars,
    PayFrequency,
    Rate,
    RateDay,
    ShiftKind,
    Terms,
)
from pa_manager.assistants.operations import agree_terms, engage_assistant, part_with_assistant
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.funding.model import FunderKind, ReturnLine, Schedule, StreamId
from pa_manager.funding.operations import add_stream
from pa_manager.holder.operations import keep_holder
from pa_manager.pay.model import (
    SHIPPED,
    Bureau,
    How,
    LoanKind,
    OneOffKind,
    PackKind,
    PayDay,
    PayDetails,
    PayslipFigures,
    PayTerms,
    PensionKind,
    Scheme,
)
from pa_manager.pay.operations import (
    add_one_off,
    agree_weekdays,
    change_payslip,
    draft_pack,
    fill_leaving,
    hold_payslip_against_law,
    keep_bureau,
    keep_layout,
    keep_pay_day,
    keep_pay_details,
    keep_pay_terms,
    keep_read_payslips,
    keep_scheme,
    list_layouts,
    list_payslips,
    read_holiday,
    read_payslips,
    send_pack,
    work_out_pay,
)
from pa_manager.returns.model import ReturnId
from pa_manager.returns.operations import check_return, draft_return, send_return
from pa_manager.rota.model import AbsenceKind, Away, PatternId, ShiftPlan
from pa_manager.rota.operations import (
    agree_holiday,
    ask_holiday,
    change_shift,
    lay_pattern,
    list_holidays,
    list_shifts,
    make_pattern,
    plan_shift,
    publish,
    record_absence,
    take_holiday,
)
from pa_manager.spending.model import AccountId, Split
from pa_manager.spending.operations import (
    import_file,
    list_transactions,
    match_payslip,
    open_account,
    payments_to_make,
    payslip_matches,
    reconcile_statement,
    split_transaction,
)
from pa_manager.timesheets.model import TimesheetState
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

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FIRST = date(2025, 6, 16)
PERIODS = tuple(Period(FIRST + n * 4 * WEEK, FIRST + (n + 1) * 4 * WEEK - DAY) for n in range(13))
ALL = Period(FIRST, date(2026, 7, 31))
RISE = date(2026, 4, 6)
CHANGE_OF_CLOCKS = date(2025, 10, 25)
ADA, SAM, BEA, CAL = map(AssistantId, range(1, 5))
COUNCIL, NHS = StreamId(1), StreamId(2)
ACCOUNT = AccountId(1)
OPENING = Money(1500_00)
WRONG_PERIOD = 8
"""The period, counted from 0, of which the payroll first sends a wrong payslip."""
DECEMBER = 6
"""The period that the payroll wants before Christmas, while it still runs."""

MORNING, NIGHT, TEA, WEEKEND = map(span_from_text, ("9am-noon", "10pm-7am", "4pm-8pm", "10am-1pm"))


@dataclass
class Bank:
    """The bank: what moved, and its file of what moved since the last."""

    balance: Money = OPENING
    moves: list[tuple[date, str, Money]] = field(default_factory=list)
    _told: list[str] = field(default_factory=list)

    def move(self, day, who, amount):
        self.balance += amount
        self.moves.append((day, who, amount))
        debit, credit = ("", amount.plain()) if amount > NIL else ((-amount).plain(), "")
        kind = "BGC" if amount > NIL else "FPO"
        self._told.insert(0, f"{day:%d/%m/%Y},{kind},'30-00-00,12345678,{who},{debit},{credit},{self.balance.plain()},")

    def file(self):
        """Return the file of what moved since the last one, as Lloyds writes it: the newest first."""
        heading = "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description"
        lines = [f"{heading},Debit Amount,Credit Amount,Balance,", *self._told]
        self._told = []
        return "\n".join(lines).encode()


@dataclass
class Year:
    """The household's file, its bank, and what was seen on the way."""

    runner: Runner
    bank: Bank = field(default_factory=Bank)
    packs: list = field(default_factory=list)
    caught: tuple[str, ...] = ()
    owed_to_bea: Money = NIL

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


def pay_day(number):
    """Return the day of payment of a period: the Friday after it, in December the last of the year."""
    return date(2025, 12, 31) if number == DECEMBER else PERIODS[number].last + 5 * DAY


def sent_on(number):
    """Return the day the hours go to the payroll: the Tuesday after the period, in December the Friday before."""
    return date(2025, 12, 19) if number == DECEMBER else PERIODS[number].last + 2 * DAY


def tell_a_year():
    """Tell of the year, and return it."""
    year = Year(Runner(open_file(None, now=_noon(ALL.last)), lambda: _noon(ALL.last)))
    _agree(year.runner)
    _plan(year.runner)
    for number in range(len(PERIODS)):
        _work(year, number)
        _send(year, number)
        _payslips(year, number)
        _pay(year, pay_day(number))
        if number == 10:
            _return(year, Period(FIRST, date(2026, 3, 31)))
    for day in (date(2026, 6, 22), date(2026, 7, 22)):
        _pay(year, day)
    _return(year, Period(date(2026, 4, 1), ALL.last))
    return year


def _noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


# What is agreed


def _agree(runner):
    runner.run(keep_holder, name="Jean Pellow", known_as="Jean", reference="DP 0048213")
    for funder, kind, weekly in (("Midshire CC", FunderKind.COUNCIL, 430_00), ("NHS Midshire", FunderKind.NHS, 95_00)):
        runner.run(
            add_stream,
            funder=funder,
            kind=kind,
            schedule=Schedule.FOUR_WEEKLY,
            first_payment_on=FIRST,
            first=FIRST,
            weekly=Money(weekly),
        )
    for name, begins, born_on, terms in (
        ("Ada Okonkwo", date(2024, 1, 8), date(1988, 11, 30), _terms(date(2024, 1, 8), 14_00, weekly=15 * 60)),
        ("Sam Tremaine", date(2025, 2, 3), date(1997, 5, 19), _terms(date(2025, 2, 3), 13_20, sleep_in=60_00)),
        ("Bea Lowe", date(2025, 4, 1), date(1979, 7, 2), _terms(date(2025, 4, 1), 13_50, weekly=6 * 60)),
    ):
        _engage(runner, name, begins, born_on, terms)
    runner.run(agree_weekdays, assistant_id=ADA, weekdays=frozenset(range(5)))
    for details in (
        PayDetails(
            assistant_id=ADA,
            from_day=FIRST,
            tax_code="BR W1",
            ni_letter="A",
            loan=LoanKind.NONE,
            pension=PensionKind.AT_SOURCE,
        ),
        *(
            PayDetails(
                assistant_id=each,
                from_day=FIRST,
                tax_code="1257L W1",
                ni_letter="A",
                loan=LoanKind.NONE,
                pension=PensionKind.NONE,
            )
            for each in (SAM, BEA)
        ),
    ):
        runner.run(keep_pay_details, details=details)
    runner.run(keep_pay_terms, terms=PayTerms(assistant_id=SAM, from_day=FIRST, per_mile=Money(45), rolled_up=True))
    runner.run(keep_scheme, scheme=Scheme(from_day=FIRST, pension="Nest", hmrc_reference="123PA00012345"))
    runner.run(
        keep_scheme,
        scheme=Scheme(from_day=RISE, allowance=True, pension="Nest", hmrc_reference="123PA00012345"),
    )
    runner.run(keep_layout, layout=SHIPPED[1])
    (layout,) = runner.read(list_layouts)
    runner.run(keep_bureau, bureau=Bureau(name="Tamar Payroll", mailbox="hours@tamar.example", layout_id=layout.id))
    for number in range(len(PERIODS)):
        runner.run(keep_pay_day, day=PayDay(send_by=sent_on(number), paid_on=pay_day(number)))
    runner.run(
        open_account, name="Direct payment", opened_on=FIRST, opening=OPENING, sort_code="300000", number_last4="5678"
    )


def _engage(runner, name, begins, born_on, terms):
    runner.run(
        engage_assistant,
        particulars=Particulars(
            name=name,
            started_on=begins,
            born_on=born_on,
            frequency=PayFrequency.FOUR_WEEKLY,
            periods_from=FIRST,
        ),
        terms=terms,
    )


def _terms(from_day, hour, *, weekly=None, sleep_in=None):
    """Return terms of a rate by the hour, half as much again on bank holidays; regular where there are weekly hours."""
    rates = [
        Rate(kind=ShiftKind.DAY, per_hour=Money(hour)),
        Rate(kind=ShiftKind.DAY, per_hour=Money(hour * 3 // 2), on=RateDay.BANK_HOLIDAY),
    ]
    if sleep_in:
        rates.append(Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(sleep_in), per_hour=Money(hour)))
    return Terms(
        from_day=from_day,
        weekly_minutes=weekly,
        rates=tuple(rates),
        stream_id=COUNCIL,
        agreement=Agreement(
            hours=HoursKind.REGULAR if weekly else HoursKind.IRREGULAR, holiday_year_from=date(2025, 4, 1)
        ),
    )


def _plan(runner):
    """Plan one week of Ada and Sam, make it a pattern, and lay it over the year; Bea's weekends besides."""
    for after in range(5):
        _shift(runner, FIRST + after * DAY, MORNING, ADA, stream_id=COUNCIL if after < 3 else NHS)
    _shift(runner, FIRST + 1 * DAY, NIGHT, SAM, kind=ShiftKind.SLEEP_IN)
    _shift(runner, FIRST + 3 * DAY, TEA, SAM)
    _shift(runner, FIRST + 5 * DAY, NIGHT, SAM, kind=ShiftKind.SLEEP_IN)
    runner.run(make_pattern, name="Every week", first=FIRST, weeks=1)
    runner.run(lay_pattern, pattern_id=PatternId(1), days=Period(FIRST, PERIODS[-1].last))
    _weekends(runner, Period(FIRST, date(2025, 9, 28)), BEA)


def _weekends(runner, days, assistant_id):
    for day in days.days():
        if day.weekday() >= 5:
            _shift(runner, day, WEEKEND, assistant_id)


def _shift(runner, day, span, assistant_id, **besides):
    plan = ShiftPlan(day=day, span=span, assistant_id=assistant_id, **besides)
    runner.run(plan_shift, plan=plan)


# A pay period


def _work(year, number):
    """Do what is particular to a period before it is published, publish it, and make its timesheets."""
    runner, period = year.runner, PERIODS[number]
    before = {
        2: _ada_asks_for_a_week,
        3: _bea_leaves,
        4: _sam_is_up_while_the_clocks_change,
        5: _cal_starts,
        10: _easter,
    }.get(number)
    if before:
        before(runner)
    runner.run(publish, days=period, at=_noon(period.first - WEEK))
    runner.run(make_missing_timesheets, today=sent_on(number))
    after = {
        0: _sam_is_awake_one_night,
        1: _ada_stays_longer,
        2: _ada_had_her_week,
        3: _what_bea_is_owed,
        7: _december_is_trued_up,
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
    days = Period(date(2025, 8, 18), date(2025, 8, 22))
    runner.run(ask_holiday, assistant_id=ADA, days=days)
    (line,) = runner.read(list_holidays, days=days)
    runner.run(agree_holiday, absence_id=line.absence.id, leave_gaps=True)


def _ada_had_her_week(year):
    (line,) = year.runner.read(list_holidays, days=PERIODS[2])
    year.runner.run(take_holiday, absence_id=line.absence.id, today=sent_on(2))


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
    _engage(runner, "Cal Nance", starts, date(2001, 1, 9), _terms(starts, 13_00))
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
    _weekends(runner, Period(starts, PERIODS[-1].last), CAL)


def _easter(runner):
    """Rates rise on 6 April, within the period. Ada is ill for two weeks; Sam is up on two nights of Easter."""
    for assistant_id, terms in (
        (ADA, _terms(RISE, 14_80, weekly=15 * 60)),
        (SAM, _terms(RISE, 13_80, sleep_in=64_00)),
        (CAL, _terms(RISE, 13_40)),
    ):
        runner.run(agree_terms, assistant_id=assistant_id, terms=terms)
    ill = Away(
        assistant_id=ADA, kind=AbsenceKind.SICKNESS, days=Period(date(2026, 3, 30), date(2026, 4, 10)), note="Shingles."
    )
    runner.run(record_absence, away=ill, leave_gaps=True)
    for day in (2, 5):
        _shift(runner, date(2026, 4, day), NIGHT, SAM, kind=ShiftKind.WAKING_NIGHT)


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


# Payslips, and the bank


def _payslips(year, number):
    """Bring in the file of what the payroll sends back. In one period it is wrong of one PA, and is put right."""
    runner, paid_on = year.runner, pay_day(number)
    right = [
        _by_the_payroll(runner, sheet, paid_on)
        for sheet in runner.read(timesheets_in, period=PERIODS[number])
        if sheet.state is TimesheetState.SENT and sheet.period == PERIODS[number]
    ]
    sent, ten = list(right), Money(10_00)
    if number == WRONG_PERIOD:
        sent[-1] = replace(right[-1], gross=right[-1].gross - ten, net=right[-1].net - ten)
    content = _payslip_file(sent)
    if number == WRONG_PERIOD:
        *_others, line = runner.read(read_payslips, content=content).lines
        year.caught = tuple(each.sentence for each in line.findings)
    runner.run(keep_read_payslips, content=content)
    if number == WRONG_PERIOD:
        (payslip,) = (
            line.payslip
            for line in runner.read(list_payslips, period=Period(paid_on, paid_on))
            if line.payslip.timesheet_id == right[-1].timesheet_id
        )
        runner.run(change_payslip, payslip_id=payslip.id, figures=right[-1])


def _payslip_file(figures):
    """Return the payroll's file of some payslips: a line for each, by the names of the PAs."""
    names = {ADA: "Ada Okonkwo", SAM: "Sam Tremaine", BEA: "Bea Lowe", CAL: "Cal Nance"}
    lines = ["Employee,From,To,Pay date,Gross,Tax,Employee NI,Employer NI,EE pension,ER pension,Expenses,Net"]
    for each in figures:
        days = (each.period.first, each.period.last, each.paid_on)
        sums = (
            each.gross,
            each.tax,
            each.employee_ni,
            each.employer_ni,
            each.employee_pension,
            each.employer_pension,
            each.expenses_paid,
            each.net,
        )
        cells = [names[each.assistant_id], *(f"{day:%d/%m/%Y}" for day in days), *(sum_.plain() for sum_ in sums)]
        lines.append(",".join(cells))
    return "\n".join(lines).encode()


def _by_the_payroll(runner, sheet, paid_on):
    """Return what the payroll makes of a timesheet."""
    record = runner.read(work_out_pay, timesheet_id=sheet.id)
    figures = PayslipFigures(
        assistant_id=sheet.assistant_id,
        timesheet_id=sheet.id,
        period=sheet.period,
        paid_on=paid_on,
        gross=record.gross,
        net=record.gross,
        employer_ni=Money(1),
        expenses_paid=record.paid_back,
    )
    checks = {each.what: each.expected for each in runner.read(hold_payslip_against_law, figures=figures)}
    figures = replace(
        figures,
        tax=checks["Tax"],
        employee_ni=checks["National Insurance"],
        employer_ni=checks["National Insurance, your part"],
        employee_pension=checks["Pension, their part"],
        employer_pension=checks["Pension, your part"],
    )
    return replace(figures, net=figures.net_by_sum)


def _pay(year, day):
    """Let the funders pay, pay all that is due by a day as the list says, and bring in the bank's file."""
    runner, bank = year.runner, year.bank
    since = bank.moves[-1][0] if bank.moves else FIRST - DAY
    for due in Period(since + DAY, day).days():
        if (due - FIRST).days % 28 == 0:
            bank.move(due, "MIDSHIRE CC", Money(1720_00))
            bank.move(due, "NHS MIDSHIRE", Money(380_00))
        if due.day == 22 or due == day:
            for each in runner.read(payments_to_make, today=due):
                if each.is_open and each.owed.due_on == due:
                    bank.move(due, f"{each.who} {each.reference}".strip().upper(), -each.left)
    runner.run(import_file, account_id=ACCOUNT, name=f"{day}.csv", content=bank.file(), today=day)
    _explain(year)


def _explain(year):
    """Match each wage with its payslip, and say of all else what it was for."""
    runner = year.runner
    streams = {"MIDSHIRE CC": COUNCIL, "NHS MIDSHIRE": NHS}
    wages = {each.transaction_id: each.payslip_id for each in runner.read(payslip_matches)}
    payslips = {line.payslip.id: line.payslip for line in runner.read(list_payslips)}
    for each in runner.read(list_transactions):
        if each.is_explained:
            continue
        line, stream_id = ReturnLine.PAYMENT, streams.get(each.party.upper())
        if each.id in wages:
            runner.run(split_transaction, transaction_id=each.id, splits=_shared(runner, payslips[wages[each.id]]))
            runner.run(match_payslip, transaction_id=each.id, payslip_id=wages[each.id])
            continue
        if stream_id is None:
            stream_id = COUNCIL
            line = ReturnLine.HMRC if "HMRC" in each.text.upper() else ReturnLine.PENSION
        runner.run(
            split_transaction,
            transaction_id=each.id,
            splits=[Split(line=line, amount=each.amount, stream_id=stream_id)],
        )


def _shared(runner, payslip):
    """Return a wage divided as its gross pay is."""
    shares = runner.read(work_out_pay, timesheet_id=payslip.timesheet_id).shares
    nhs = sum(each.gross.pence for each in shares if each.stream_id == NHS)
    parts = {NHS: Money(payslip.net.pence * nhs // payslip.gross.pence)}
    parts[COUNCIL] = payslip.net - parts[NHS]
    return [
        Split(line=ReturnLine.WAGES, amount=-amount, stream_id=stream_id)
        for stream_id, amount in parts.items()
        if amount != NIL
    ]


def _return(year, days):
    """Agree the bank's statement of some days, and send the council its return for them."""
    runner = year.runner
    closing = OPENING
    opening = OPENING
    for day, _who, amount in year.bank.moves:
        opening += amount if day < days.first else NIL
        closing += amount if day <= days.last else NIL
    runner.run(reconcile_statement, account_id=ACCOUNT, period=days, opening=opening, closing=closing)
    runner.run(draft_return, period=days)
    number = ReturnId(1 if days.first == FIRST else 2)
    runner.run(check_return, return_id=number, on=days.last + 25 * DAY)
    runner.run(send_return, return_id=number, on=days.last + 25 * DAY)
