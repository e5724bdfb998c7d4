"""The payroll and the bank of the year: payslips that come back, payments, and the returns."""

from dataclasses import dataclass, field, replace
from datetime import date

from pa_manager.funding.model import ReturnLine
from pa_manager.pay.model import (
    PayslipFigures,
)
from pa_manager.pay.operations import (
    change_payslip,
    hold_payslip_against_law,
    keep_read_payslips,
    list_payslips,
    read_payslips,
    work_out_pay,
)
from pa_manager.returns.model import ReturnId
from pa_manager.returns.operations import check_return, draft_return, send_return
from pa_manager.spending.model import Split
from pa_manager.spending.operations import (
    import_file,
    list_transactions,
    match_payslip,
    payments_to_make,
    payslip_matches,
    reconcile_statement,
    split_transaction,
)
from pa_manager.timesheets.model import TimesheetState
from pa_manager.timesheets.operations import (
    timesheets_in,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from tests.stories.year_agreed import (
    ACCOUNT,
    ADA,
    BEA,
    CAL,
    COUNCIL,
    DAY,
    FIRST,
    NHS,
    OPENING,
    PERIODS,
    SAM,
    WRONG_PERIOD,
    pay_day,
)


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


def payslips_come(year, number):
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


def pay_what_is_due(year, day):
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


def send_the_return(year, days):
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
