"""What is agreed in the household of the year: money, people, payroll, and the week that is laid over it."""

from datetime import date, timedelta

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
from pa_manager.assistants.operations import engage_assistant
from pa_manager.funding.model import FunderKind, Schedule, StreamId
from pa_manager.funding.operations import add_stream
from pa_manager.holder.operations import keep_holder
from pa_manager.pay.model import (
    SHIPPED,
    Bureau,
    LoanKind,
    PayDay,
    PayDetails,
    PayTerms,
    PensionKind,
    Scheme,
)
from pa_manager.pay.operations import (
    agree_weekdays,
    keep_bureau,
    keep_layout,
    keep_pay_day,
    keep_pay_details,
    keep_pay_terms,
    keep_scheme,
    list_layouts,
)
from pa_manager.rota.model import PatternId, ShiftPlan
from pa_manager.rota.operations import (
    lay_pattern,
    make_pattern,
    plan_shift,
)
from pa_manager.spending.model import AccountId
from pa_manager.spending.operations import (
    open_account,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import Money

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


def pay_day(number):
    """Return the day of payment of a period: the Friday after it, in December the last of the year."""
    return date(2025, 12, 31) if number == DECEMBER else PERIODS[number].last + 5 * DAY


def sent_on(number):
    """Return the day the hours go to the payroll: the Tuesday after the period, in December the Friday before."""
    return date(2025, 12, 19) if number == DECEMBER else PERIODS[number].last + 2 * DAY


def agree(runner):
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
        ("Ada Okonkwo", date(2024, 1, 8), date(1988, 11, 30), terms_of(date(2024, 1, 8), 14_00, weekly=15 * 60)),
        ("Sam Tremaine", date(2025, 2, 3), date(1997, 5, 19), terms_of(date(2025, 2, 3), 13_20, sleep_in=60_00)),
        ("Bea Lowe", date(2025, 4, 1), date(1979, 7, 2), terms_of(date(2025, 4, 1), 13_50, weekly=6 * 60)),
    ):
        engage(runner, name, begins, born_on, terms)
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


def engage(runner, name, begins, born_on, terms):
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


def terms_of(from_day, hour, *, weekly=None, sleep_in=None):
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


def plan_the_year(runner):
    """Plan one week of Ada and Sam, make it a pattern, and lay it over the year; Bea's weekends besides."""
    for after in range(5):
        plan_one(runner, FIRST + after * DAY, MORNING, ADA, stream_id=COUNCIL if after < 3 else NHS)
    plan_one(runner, FIRST + 1 * DAY, NIGHT, SAM, kind=ShiftKind.SLEEP_IN)
    plan_one(runner, FIRST + 3 * DAY, TEA, SAM)
    plan_one(runner, FIRST + 5 * DAY, NIGHT, SAM, kind=ShiftKind.SLEEP_IN)
    runner.run(make_pattern, name="Every week", first=FIRST, weeks=1)
    runner.run(lay_pattern, pattern_id=PatternId(1), days=Period(FIRST, PERIODS[-1].last))
    plan_weekends(runner, Period(FIRST, date(2025, 9, 28)), BEA)


def plan_weekends(runner, days, assistant_id):
    for day in days.days():
        if day.weekday() >= 5:
            plan_one(runner, day, WEEKEND, assistant_id)


def plan_one(runner, day, span, assistant_id, **besides):
    plan = ShiftPlan(day=day, span=span, assistant_id=assistant_id, **besides)
    runner.run(plan_shift, plan=plan)
