"""Why a payslip may differ: what else, told to the payroll, would give the figure that stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from pa_manager.law.dated import OwnFigure
from pa_manager.law.income_tax import SoFar
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.payslip_check import expected_payslip
from pa_manager.pay.model.details import LoanKind, PayDetails, PensionKind
from pa_manager.pay.model.records import PayRecord
from pa_manager.values.days import said_period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

_PENNIES: Final = Money(5)
_CODES: Final = ("1257L", "1257L M1", "BR", "0T M1", "D0")
_LETTERS: Final = ("A", "B", "C", "H", "J", "M", "V", "Z")
_ROUNDING: Final = "A few pence may be rounding."
_OTHER_RELIEF: Final = {
    PensionKind.AT_SOURCE: (PensionKind.NET_PAY, "before tax"),
    PensionKind.NET_PAY: (PensionKind.AT_SOURCE, "after tax"),
}


def why_figure_may_differ(  # noqa: PLR0913 - what the expected figure rests on has as many parts
    name: str,
    says: Money,
    expected: Money,
    *,
    gross: Money,
    known: PayDetails,
    paid_on: date,
    frequency: Frequency,
    before: SoFar,
    own: Iterable[OwnFigure] = (),
) -> str:
    """Return what would explain a figure of a payslip, if one other detail does; else that pence may be rounding.

    Example: tax of £120.00 on £600.00 is what the code BR gives.
    """
    own = tuple(own)
    for told, words in _told_otherwise(name, known):
        try:
            sums = expected_payslip(
                gross, employee=told.employee(frequency), paid_on=paid_on, before=before, own=own
            ).sums
        except UserError:
            continue
        if getattr(sums, name) == says:
            return words
    return _ROUNDING if abs(says - expected) <= _PENNIES else ""


def why_gross_may_differ(gross: Money, record: PayRecord, others: Sequence[PayRecord]) -> str:
    """Return what would explain a gross pay that is not what the timesheet comes to; empty if nothing here does.

    Example: £66.00 where £105.60 was expected, and the timesheet before it comes to £66.00: the hours of that one.
    """
    apart = gross - record.gross
    for each in others:
        if each.gross == gross and each.timesheet_id != record.timesheet_id:
            return f"It is what the timesheet for {said_period(each.period)} comes to: those hours may have been used."
    for extra in record.extras:
        if apart == -extra.amount:
            return f"It is right without this: {extra.words}, {extra.amount}. The payroll may have left it out."
    if apart == record.paid_back != NIL:
        return "The difference is what is paid back for miles and expenses: it should not be in the gross."
    return _ROUNDING if abs(apart) <= _PENNIES else ""


def _told_otherwise(name: str, known: PayDetails) -> Iterator[tuple[PayDetails, str]]:
    if name == "tax":
        for code in (f"{known.tax_code} M1", *_CODES):
            yield replace(known, tax_code=code), f"The tax code {code} gives that: ask which code HMRC sent."
        if known.pension in _OTHER_RELIEF:
            kind, when = _OTHER_RELIEF[known.pension]
            yield replace(known, pension=kind), f"It is right if the pension comes off {when}."
    elif name in {"employee_ni", "employer_ni"}:
        for letter in _LETTERS:
            yield replace(known, ni_letter=letter), f"The letter {letter} gives that: ask which letter is used."
    elif name == "student_loan":
        for loan in LoanKind:
            words = "no student loan" if loan is LoanKind.NONE else f"plan {loan.value}"
            for graduate in (known.postgraduate, not known.postgraduate):
                also = " and a postgraduate loan" if graduate else ""
                yield replace(known, loan=loan, postgraduate=graduate), f"It is right for {words}{also}."
    else:
        on = "qualifying earnings" if known.on_all_pay else "all pay"
        yield replace(known, on_all_pay=not known.on_all_pay), f"It is right if the pension is of {on}."
        if known.pension in _OTHER_RELIEF:
            kind, when = _OTHER_RELIEF[known.pension]
            yield replace(known, pension=kind), f"It is right if the pension comes off {when}."
        yield replace(known, pension=PensionKind.NONE), "It is right for somebody without a pension."
