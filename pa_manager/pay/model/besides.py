"""What is paid besides the hours: miles, holiday pay with the wage, one-off sums, and what other rules add."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model import AssistantId
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.holiday_irregular import ACCRUAL, rolled_up_pay
from pa_manager.law.kinds import percent_said
from pa_manager.law.pay_periods import tax_year
from pa_manager.law.paye import Vehicle, tax_free_mileage
from pa_manager.timesheets.model import Entry, TimesheetId
from pa_manager.values.days import said
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

OneOffId = NewType("OneOffId", int)


class NothingToPay(UserError):
    """A one-off sum is above nil."""


class Driven(StrEnum):
    """What a PA drives for the holder. The words are stored: never change one."""

    CAR = "car"
    MOTORCYCLE = "motorcycle"
    BICYCLE = "bicycle"

    @property
    def words(self) -> str:
        """The vehicle as screens say it."""
        return self.vehicle.value.capitalize()

    @property
    def vehicle(self) -> Vehicle:
        """The vehicle as the law has it."""
        return Vehicle[self.name]


class OneOffKind(StrEnum):
    """What a one-off sum is for. The words are stored: never change one."""

    BONUS = "bonus"
    TRAINING_FEE = "training_fee"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return _KINDS[self]


_KINDS: Final = {OneOffKind.BONUS: "Bonus", OneOffKind.TRAINING_FEE: "Training fee", OneOffKind.OTHER: "Other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PayTerms:
    """What is agreed with a PA besides rates, from a day on.

    Attributes:
        per_mile: What a mile is paid; nothing if nothing is agreed.
        rolled_up: Whether holiday pay is paid with the wage: only with irregular hours or part of the year.
    """

    assistant_id: AssistantId
    from_day: date
    per_mile: Money | None = None
    driven: Driven = Driven.CAR
    rolled_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOff:
    """A sum that is paid once, with the pay of one timesheet."""

    id: OneOffId
    timesheet_id: TimesheetId
    kind: OneOffKind
    amount: Money
    words: str = ""

    @property
    def called(self) -> str:
        """What it is for, in words."""
        return self.words or self.kind.words


@dataclass(frozen=True, slots=True)
class ExtraPart:
    """A part of the gross pay that is not for a shift, such as holiday taken or sick pay.

    Attributes:
        words: What it is for, as it stands on the pay record.
        why: Why it is what it is, line by line.
        counts_for_minimum_wage: Whether it is pay for the hours worked in the period.
    """

    words: str
    amount: Money
    why: tuple[str, ...] = ()
    counts_for_minimum_wage: bool = False


@dataclass(frozen=True, slots=True)
class Mileage:
    """What miles are paid; ``tax_free`` is nothing where the law's figure is not known."""

    miles: int
    amount: Money
    tax_free: Money | None
    why: tuple[str, ...]

    @property
    def above(self) -> Money:
        """How much of it is above what may be paid without tax."""
        return NIL if self.tax_free is None else max(NIL, self.amount - self.tax_free)


@dataclass(frozen=True, slots=True)
class Besides:
    """All that decides what one timesheet is paid besides its hours.

    Attributes:
        terms: Those of its PA, the oldest first.
        extras: Parts that other rules add: holiday taken, sick pay.
        miles_before: Miles paid in the tax year before this timesheet.
    """

    terms: tuple[PayTerms, ...] = ()
    one_offs: tuple[OneOff, ...] = ()
    extras: tuple[ExtraPart, ...] = ()
    miles_before: int = 0


NOTHING_BESIDES: Final = Besides()


def pay_terms_on(terms: Iterable[PayTerms], day: date) -> PayTerms | None:
    """Return which of some terms, the oldest first, hold on a day."""
    return max((each for each in terms if each.from_day <= day), key=lambda each: each.from_day, default=None)


def check_one_off(amount: Money) -> None:
    """Refuse a sum that is nil or less.

    Raises:
        NothingToPay: It is.
    """
    if amount <= NIL:
        raise NothingToPay("This sum is nil. Type what is paid, for example 50.")


def mileage_pay(line: Entry, terms: Sequence[PayTerms]) -> Money:
    """Return what the miles of a line are paid by the terms of its day; nil where nothing is agreed.

    Example: 24 miles at 45p are £10.80.
    """
    held = pay_terms_on(terms, line.day)
    return held.per_mile.times(line.miles) if held and held.per_mile else NIL


def mileage_of(
    lines: Iterable[Entry], terms: Sequence[PayTerms], *, miles_before: int = 0, own: Iterable[OwnFigure] = ()
) -> Mileage | None:
    """Return what the miles of a timesheet are paid, and how much of it is free of tax; nothing without miles.

    What is paid up to the approved amount is neither taxed nor on the payslip as pay; what is above it is both.
    (Income Tax (Earnings and Pensions) Act 2003, s. 229 and 230.)

    Example: 24 miles at 60p in May 2026: £14.40, of which £13.20 is free of tax and £1.20 above it.
    """
    own = tuple(own)
    driven = [line for line in lines if line.miles]
    if not driven:
        return None
    before = {tax_year(driven[0].day): miles_before}
    amount, free, reasons = NIL, NIL, list[str]()
    known = True
    for line in driven:
        held, year = pay_terms_on(terms, line.day), tax_year(line.day)
        paid = mileage_pay(line, terms)
        amount += paid
        reasons.append(
            f"{said(line.day)}: {line.miles} miles{f' at {held.per_mile}' if held and held.per_mile else ''}."
        )
        vehicle = held.driven.vehicle if held else Vehicle.CAR
        try:
            most = tax_free_mileage(
                line.miles, day=line.day, vehicle=vehicle, miles_before=before.get(year, 0), own=own
            )
        except FigureNotKnown as error:
            known = False
            reasons.append(str(error))
        else:
            free += most.amount
            reasons += [f"Free of tax: {because}" for because in most.why]
        before[year] = before.get(year, 0) + line.miles
    miles = sum(line.miles for line in driven)
    return Mileage(miles, amount, free if known else None, tuple(dict.fromkeys(reasons)))


def rolled_up_part(pay: Money, terms: Sequence[PayTerms], day: date) -> ExtraPart | None:
    """Return the holiday pay that is paid with the wage, where that is agreed for a day.

    (Working Time Regulations 1998, reg. 16A: 12.07% of all pay for work, shown by itself.)

    Example: of £1,056.00, £127.46.
    """
    held = pay_terms_on(terms, day)
    if held is None or not held.rolled_up or pay <= NIL:
        return None
    amount = rolled_up_pay(pay)
    why = f"{percent_said(ACCRUAL)} of {pay} paid for work (Working Time Regulations 1998, reg. 16A): {amount}."
    return ExtraPart("Holiday pay with the wage", amount, (why,))


def one_off_part(one_off: OneOff) -> ExtraPart:
    """Return a one-off sum as a part of the pay. A bonus counts for the minimum wage, other sums do not."""
    why = f"Typed in for this timesheet: {one_off.amount}."
    return ExtraPart(one_off.called, one_off.amount, (why,), one_off.kind is OneOffKind.BONUS)


def sum_of(extras: Iterable[ExtraPart]) -> Money:
    """Return what extra parts come to together."""
    return total(each.amount for each in extras)
