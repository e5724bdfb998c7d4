"""The largest household we plan for, told by operations: ten years of 24-hour care by twelve assistants."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from pa_manager.assistants.model import AssistantId, Particulars, PayFrequency, Rate, ShiftKind, Terms
from pa_manager.assistants.operations import engage_assistant, list_assistants
from pa_manager.file.opening import create_file
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import Work
from pa_manager.funding.model import FunderKind, ReturnLine, Schedule
from pa_manager.funding.operations import add_stream
from pa_manager.holder.operations import keep_holder
from pa_manager.pay.model import PayslipFigures
from pa_manager.pay.operations import list_payslips, record_payslip
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import copy_week, plan_shift
from pa_manager.spending.model import AccountKind, Split
from pa_manager.spending.operations import (
    import_file,
    list_accounts,
    list_transactions,
    match_payslip,
    open_account,
    split_transaction,
)
from pa_manager.timesheets.operations import agree_timesheet, make_timesheet, send_timesheet, timesheets_in
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period, week_of
from pa_manager.values.money import Money

PASSWORD: Final = "ten years"  # noqa: S105 -- of a made-up file
FIRST: Final = date(2016, 6, 6)
LAST: Final = date(2026, 6, 7)
NOW: Final = datetime(2026, 6, 10, 9, tzinfo=UTC)
WEEKS: Final = (LAST - FIRST).days // 7 + 1
NAMES: Final = (
    "Ada Okonkwo", "Sam Tremaine", "Bo Larkin", "Cerys Ŵyn", "Dev Rao", "Elin Prys",
    "Femi Ade", "Gail Moss", "Hal Quick", "Iwona Łuk", "Jude Carr", "Kit Vane",
)  # fmt: skip
SPANS: Final = ("7am-3pm", "8am-2pm", "2pm-10pm", "3pm-9pm", "9am-1pm", "1pm-5pm", "10pm-8am", "10pm-7am")
BANK_LINES: Final = 15_000
PAID_AFTER: Final = timedelta(days=5)
COUNCIL: Final = "MIDSHIRE CC ADULT SC"
PARTIES: Final = {
    COUNCIL: ReturnLine.PAYMENT,
    "HMRC PAYE": ReturnLine.HMRC,
    "NEST": ReturnLine.PENSION,
    "FERNBANK PAYROLL": ReturnLine.PAYROLL_FEE,
    "CITY CARS": ReturnLine.TRANSPORT,
    "PORTER CHEMIST": ReturnLine.EQUIPMENT,
    "BRIGHTWAY HOMECARE": ReturnLine.AGENCY,
    "MIDSHIRE CHOIR": ReturnLine.TRANSPORT,
    "CORNER CAFE": ReturnLine.EXPENSES,
}
SMALL: Final = tuple(PARTIES)[4:]
_PAID: Final = frozenset(name.upper() for name in NAMES)


def make(path: Path) -> None:
    """Make the file; takes some minutes."""
    opened, _code = create_file(path, password=PASSWORD, now=NOW)
    runner = Runner(opened, lambda: NOW)
    runner.run(tell)
    opened.close(now=NOW)


def tell(work: Work) -> Changes:
    """Tell of ten years in one operation."""
    changes = keep_holder(work, name="Jean Pellow", known_as="Jean")
    changes |= add_stream(
        work,
        funder="Midshire County Council",
        kind=FunderKind.COUNCIL,
        name="Direct payment",
        schedule=Schedule.FOUR_WEEKLY,
        first_payment_on=FIRST,
        first=FIRST,
        keep_weeks=8,
        weekly=Money(2725_00),
    )
    for name in NAMES:
        changes |= engage_assistant(
            work,
            particulars=Particulars(
                name=name,
                started_on=FIRST,
                periods_from=FIRST,
                frequency=PayFrequency.FOUR_WEEKLY,
                born_on=date(1985, 3, 9),
            ),
            terms=Terms(
                from_day=FIRST,
                rates=(
                    Rate(kind=ShiftKind.DAY, per_hour=Money(14_00)),
                    Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(70_00), per_hour=Money(14_00)),
                ),
            ),
        )
    assistants = [assistant.id for assistant in list_assistants(work)]
    changes |= _shifts(work, assistants)
    changes |= open_account(work, name="Bank account", kind=AccountKind.BANK, opened_on=FIRST, opening=Money(1842_17))
    (account,) = list_accounts(work)
    rows = bank_file(BANK_LINES, FIRST, LAST)
    changes |= import_file(work, account_id=account.id, name="ten-years.csv", content=rows, today=LAST)
    changes |= _timesheets(work, assistants)
    return changes | _explain(work)


def _timesheets(work: Work, assistants: list[AssistantId]) -> Changes:
    """Make and send a timesheet of every period, and type in its payslip."""
    changes = Changes()
    for weeks in range(0, WEEKS - 4, 4):
        period = Period(FIRST + timedelta(weeks=weeks), FIRST + timedelta(weeks=weeks + 4, days=-1))
        for assistant_id in assistants:
            changes |= make_timesheet(work, assistant_id=assistant_id, day=period.first)
        for number, sheet in enumerate(timesheets_in(work, period=period)):
            changes |= agree_timesheet(work, timesheet_id=sheet.id, agreed_on=period.last)
            changes |= send_timesheet(work, timesheet_id=sheet.id, sent_on=period.last)
            net = _wage(weeks // 4, number)
            figures = PayslipFigures(
                assistant_id=sheet.assistant_id,
                timesheet_id=sheet.id,
                period=period,
                paid_on=period.last + PAID_AFTER,
                gross=net + Money(112_00),
                tax=Money(80_00),
                employee_pension=Money(32_00),
                employer_pension=Money(24_00),
                net=net,
            )
            changes |= record_payslip(work, figures=figures)
    return changes


def _explain(work: Work) -> Changes:
    """Say of every payment but those of the last weeks what it was for, and match wages to payslips."""
    changes = Changes()
    payslips = {(line.assistant.upper(), line.payslip.paid_on): line.payslip.id for line in list_payslips(work)}
    for each in list_transactions(work):
        if each.day > LAST - timedelta(weeks=6):
            break
        payslip_id = payslips.get((each.party.upper(), each.day))
        if payslip_id is not None:
            changes |= match_payslip(work, transaction_id=each.id, payslip_id=payslip_id)
        else:
            line = ReturnLine.WAGES if each.party.upper() in _PAID else PARTIES[each.party.upper()]
            changes |= split_transaction(work, transaction_id=each.id, splits=[Split(line=line, amount=each.amount)])
    return changes


def _shifts(work: Work, assistants: list[AssistantId]) -> Changes:
    changes = Changes()
    for day in range(7):
        for number, text in enumerate(SPANS):
            night = text.startswith("10pm")
            plan = ShiftPlan(
                day=FIRST + timedelta(days=day),
                span=span_from_text(text),
                assistant_id=assistants[(day * len(SPANS) + number) % len(assistants)],
                kind=ShiftKind.SLEEP_IN if night else ShiftKind.DAY,
            )
            changes |= plan_shift(work, plan=plan)
    for weeks in range(1, WEEKS + 4):
        changes |= copy_week(work, week=week_of(FIRST + timedelta(weeks=weeks)))
    return changes


def bank_file(lines: int, first: date, last: date) -> bytes:
    """Return a bank file in the layout that Starling uses, with its running balance."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["Date", "Counter Party", "Reference", "Type", "Amount (GBP)", "Balance (GBP)", "Spending Category", "Notes"]
    )
    balance = 1842_17
    for day, party, pence in _movements(lines, first, last):
        balance += pence
        writer.writerow(
            [
                f"{day:%d/%m/%Y}",
                party,
                "REF",
                "FASTER PAYMENT",
                Money(pence).plain(),
                Money(balance).plain(),
                "OTHER",
                "",
            ]
        )
    return out.getvalue().encode()


def _movements(lines: int, first: date, last: date) -> Iterator[tuple[date, str, int]]:
    """Yield what a bank would tell: the council's money, the wages with what goes with them, and small things."""
    periods = ((last - first).days + 1) // 28
    told = 0
    for number in range(periods):
        begins = first + timedelta(weeks=4 * number)
        wanted = lines * (number + 1) // periods - told
        moves = [
            (begins, COUNCIL, 10_900_00),
            *(
                (begins + PAID_AFTER - timedelta(days=1), name.upper(), -_wage(number - 1, at).pence)
                for at, name in enumerate(NAMES)
            ),
            (begins + timedelta(days=16), "HMRC PAYE", -960_00),
            (begins + timedelta(days=16), "NEST", -672_00),
            (begins + timedelta(days=20), "FERNBANK PAYROLL", -48_00),
        ]
        small = wanted - len(moves)
        moves += [
            (
                begins + timedelta(days=at * 27 // small),
                SMALL[at % len(SMALL)],
                -(5_00 + (number * 31 + at * 7) % 15_00),
            )
            for at in range(small)
        ]
        told += wanted
        yield from sorted(moves, key=lambda move: move[0])


def _wage(period: int, number: int) -> Money:
    """Return what an assistant is paid for a period."""
    return Money(600_00 + number * 7_00 + period % 13)
