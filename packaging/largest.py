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
from pa_manager.funding.model import FunderKind, Schedule
from pa_manager.funding.operations import add_stream
from pa_manager.holder.operations import keep_holder
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import copy_week, plan_shift
from pa_manager.spending.model.ledger import AccountKind
from pa_manager.spending.operations.accounts import list_accounts, open_account
from pa_manager.spending.operations.importing import import_file
from pa_manager.timesheets.operations import make_timesheet
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import week_of
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


def make(path: Path) -> None:
    """Make the file; takes a minute or two."""
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
        weekly=Money(2400_00),
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
    for weeks in range(0, WEEKS - 4, 4):
        for assistant_id in assistants:
            changes |= make_timesheet(work, assistant_id=assistant_id, day=FIRST + timedelta(weeks=weeks))
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
    days = (last - first).days
    for number in range(lines):
        day = first + timedelta(days=number * days // lines)
        if number % 29 == 0:
            yield day, "MIDSHIRE CC ADULT SC", 9600_00
        else:
            yield day, f"{NAMES[number % len(NAMES)].upper()}", -(210_00 + number * 37 % 20_000)
