"""An account that holds the story of the samples, told by operations; and the people and the money of the story."""

import json
from datetime import date
from pathlib import Path

from pa_manager.assistants.model import AssistantId, AssistantKind, Particulars, PayFrequency
from pa_manager.assistants.operations import engage_assistant
from pa_manager.funding.model import FunderKind, Schedule, StreamId
from pa_manager.funding.operations import add_stream
from pa_manager.pay.model import PayslipFigures, PayslipId
from pa_manager.pay.operations import record_payslip
from pa_manager.spending.model import AccountId
from pa_manager.spending.operations import import_file, open_account
from pa_manager.values.days import Period
from pa_manager.values.money import Money

SAMPLES = Path(__file__).parent / "samples"
ACCOUNT = AccountId(1)
MIDSHIRE = StreamId(1)
ADA, SAM = AssistantId(1), AssistantId(2)
OPENED_ON = date(2026, 4, 1)
LAST_DAY = date(2026, 6, 8)
SPRING = Period(OPENED_ON, LAST_DAY)
OPENING, CLOSING = Money(184217), Money(258221)


def sample(name):
    """Return the bytes of a sample, for example ``layouts/lloyds.csv``."""
    return (SAMPLES / name).read_bytes()


def expected(name):
    """Return what a sample is said to hold."""
    return json.loads((SAMPLES / name).with_suffix(".json").read_text(encoding="utf-8"))


def open_the_account(runner, **more):
    """Open the account of the story, with nothing in it."""
    facts = {"name": "Direct payment account", "opened_on": OPENED_ON, "opening": OPENING}
    runner.run(open_account, **{**facts, **more})


def tell_the_story(runner, name="layouts/lloyds.csv"):
    """Open the account and bring in one of the files that hold the story."""
    open_the_account(runner)
    runner.run(import_file, account_id=ACCOUNT, name=Path(name).name, content=sample(name))


def agree_the_money(runner):
    """Agree what Midshire pays, and what Jean Pellow pays in herself."""
    runner.run(
        add_stream,
        funder="Midshire County Council",
        kind=FunderKind.COUNCIL,
        schedule=Schedule.FOUR_WEEKLY,
        first_payment_on=OPENED_ON,
        first=OPENED_ON,
        weekly=Money(42460),
        contribution=Money(5300),
    )


def engage_two(runner):
    """Engage Ada and Sam."""
    for name in ("Ada Okonkwo", "Sam Tremaine"):
        particulars = Particulars(
            name=name,
            kind=AssistantKind.EMPLOYED,
            started_on=date(2025, 4, 7),
            periods_from=date(2026, 3, 9),
            frequency=PayFrequency.FOUR_WEEKLY,
        )
        runner.run(engage_assistant, particulars=particulars)


def give_payslips(runner):
    """Record the payslips of April and May."""
    months = (date(2026, 4, 10), date(2026, 5, 8))
    figures = {ADA: (Money(61235), Money(61235)), SAM: (Money(38820), Money(41260))}
    for assistant_id, nets in figures.items():
        for paid_on, net in zip(months, nets, strict=True):
            period = Period(date(2026, paid_on.month - 1, 9), date(2026, paid_on.month, 5))
            runner.run(
                record_payslip,
                figures=PayslipFigures(
                    assistant_id=assistant_id,
                    period=period,
                    paid_on=paid_on,
                    gross=net + Money(5000),
                    tax=Money(5000),
                    net=net,
                    employer_pension=Money(2400),
                ),
            )


def tell_everything(runner):
    """Tell the story with its money, its people and their payslips."""
    agree_the_money(runner)
    engage_two(runner)
    give_payslips(runner)
    tell_the_story(runner)


ADAS_FIRST = PayslipId(1)
