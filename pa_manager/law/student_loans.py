"""Student and postgraduate loans: what is taken from one payment."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

from pa_manager.law.dated import Dated, OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.kinds import MONEY, PERCENT, percent_said
from pa_manager.law.pay_periods import MONTHS_A_YEAR, WEEKS_A_YEAR, Frequency
from pa_manager.values.money import NIL, Money

_REGULATIONS: Final = "Education (Student Loans) (Repayment) Regulations 2009 (SI 2009/470), as amended"
_KNOWN_TO: Final = date(2027, 4, 5)


class Plan(Enum):
    """The kind of loan, as the notice from HM Revenue and Customs or the P45 names it."""

    ONE = "1"
    TWO = "2"
    FOUR = "4"
    FIVE = "5"
    POSTGRADUATE = "PG"


def _threshold(plan: str, authority: str, *steps: tuple[date, int], known_to: date = _KNOWN_TO) -> Dated[Money]:
    return Dated(
        name=f"student loan threshold, {plan}",
        rule=f"Pay above this in a year repays a student loan: {plan}.",
        authority=authority,
        steps=tuple((first, Money(pounds * 100)) for first, pounds in steps),
        known_to=known_to,
        kind=MONEY,
    )


PLAN_1: Final = _threshold(
    "plan 1",
    _REGULATIONS,
    (date(2023, 4, 6), 22_015),
    (date(2024, 4, 6), 24_990),
    (date(2025, 4, 6), 26_065),
    (date(2026, 4, 6), 26_900),
)
PLAN_2: Final = _threshold(
    "plan 2",
    _REGULATIONS,
    (date(2023, 4, 6), 27_295),
    (date(2025, 4, 6), 28_470),
    (date(2026, 4, 6), 29_385),
    known_to=date(2030, 4, 5),
)
PLAN_4: Final = _threshold(
    "plan 4",
    "Repayment of Student Loans (Scotland) Regulations 2000, as amended",
    (date(2023, 4, 6), 27_660),
    (date(2024, 4, 6), 31_395),
    (date(2025, 4, 6), 32_745),
    (date(2026, 4, 6), 33_795),
)
PLAN_5: Final = _threshold("plan 5", _REGULATIONS, (date(2026, 4, 6), 25_000))
POSTGRADUATE: Final = _threshold("postgraduate", _REGULATIONS, (date(2023, 4, 6), 21_000))
STUDENT_RATE: Final = Dated(
    name="student loan rate",
    rule="The share of pay above the threshold that repays a student loan.",
    authority=_REGULATIONS,
    steps=((date(2023, 4, 6), Fraction(9, 100)),),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)
POSTGRADUATE_RATE: Final = Dated(
    name="postgraduate loan rate",
    rule="The share of pay above its threshold that repays a postgraduate loan.",
    authority=_REGULATIONS,
    steps=((date(2023, 4, 6), Fraction(6, 100)),),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)
_FIVE_IS_REPAID_FROM: Final = PLAN_5.steps[0][0]
_THRESHOLDS: Final = {
    Plan.ONE: PLAN_1,
    Plan.TWO: PLAN_2,
    Plan.FOUR: PLAN_4,
    Plan.FIVE: PLAN_5,
    Plan.POSTGRADUATE: POSTGRADUATE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Loans:
    """What one payment repays: of student loans together, and of a postgraduate loan beside them."""

    student: Money
    postgraduate: Money
    why: tuple[Because, ...]

    @property
    def together(self) -> Money:
        """Both together, as a payslip often shows them."""
        return self.student + self.postgraduate


def period_threshold(yearly: Money, frequency: Frequency) -> Money:
    """Return a year's threshold for one pay period, cut to the penny.

    (Education (Student Loans) (Repayment) Regulations 2009, reg. 44.)

    Example: £26,065 a year is £2,172.08 a month and £501.25 a week.
    """
    if frequency is Frequency.MONTHLY:
        return Money(yearly.pence // MONTHS_A_YEAR)
    return Money(yearly.pence * frequency.weeks // WEEKS_A_YEAR)


def repayment(pay: Money, *, threshold: Money, rate: Fraction) -> Money:
    """Return the repayment on pay above a period's threshold, down to the whole pound.

    (Education (Student Loans) (Repayment) Regulations 2009, reg. 44.)

    Example: 9% of what £2,334.69 is above £1,834.58 is £45.
    """
    over = max(pay - threshold, NIL)
    return Money(int(over.pence * rate) // 100 * 100)


def loans_on(
    pay: Money, *, plans: Collection[Plan], frequency: Frequency, paid_on: date, own: Iterable[OwnFigure] = ()
) -> Loans:
    """Return what one payment repays, each period by itself.

    Of several student loans one repayment is made, above the lowest of their thresholds. A postgraduate loan is
    repaid beside it. Pay is that on which National Insurance is reckoned.
    (Education (Student Loans) (Repayment) Regulations 2009, reg. 44.)

    Example: plan 1 and postgraduate on £2,334.69 in a month of 2023-24: £45 and £35.

    Raises:
        FigureNotKnown: This version does not know a threshold for the day of payment.
    """
    own = tuple(own)
    why = list[Because]()
    student = postgraduate = NIL
    repaid = [
        (plan, _THRESHOLDS[plan].found(paid_on, own))
        for plan in plans
        if plan is not Plan.POSTGRADUATE and (plan is not Plan.FIVE or paid_on >= _FIVE_IS_REPAID_FROM)
    ]
    if repaid:
        plan, found = min(repaid, key=lambda pair: pair[1].value)
        rate = STUDENT_RATE.found(paid_on, own)
        least = period_threshold(found.value, frequency)
        student = repayment(pay, threshold=least, rate=rate.value)
        why.append(
            Because(
                f"Plan {plan.value}: {percent_said(rate.value)} of pay above {least}, down to the pound",
                student,
                found.authority,
                found.own or rate.own,
            )
        )
    if Plan.POSTGRADUATE in plans:
        found = POSTGRADUATE.found(paid_on, own)
        rate = POSTGRADUATE_RATE.found(paid_on, own)
        least = period_threshold(found.value, frequency)
        postgraduate = repayment(pay, threshold=least, rate=rate.value)
        why.append(
            Because(
                f"Postgraduate: {percent_said(rate.value)} of pay above {least}, down to the pound",
                postgraduate,
                found.authority,
                found.own or rate.own,
            )
        )
    return Loans(student=student, postgraduate=postgraduate, why=tuple(why))
