"""What a payslip should say, and where the bureau's says otherwise. For checking and forecasting, not for filing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from fractions import Fraction
from typing import Final

from pa_manager.law.dated import OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.income_tax import SoFar, Tax, tax_on
from pa_manager.law.national_insurance import Class1, class_1
from pa_manager.law.pay_periods import Frequency, tax_period
from pa_manager.law.pension import Contributions, Relief, Scheme, contributions
from pa_manager.law.student_loans import Loans, Plan, loans_on
from pa_manager.law.tax_codes import TaxCode
from pa_manager.values.money import NIL, Money

NOT_A_RETURN: Final = (
    "These figures check the payslip and forecast what it costs. They are not a return to HM Revenue and Customs."
)
"""The sentence that screens and papers show beside them."""

_NOTHING_YET: Final = SoFar()


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """What a payroll bureau knows of an employee, as the payslip shows it."""

    code: TaxCode
    category: str
    frequency: Frequency
    plans: frozenset[Plan] = frozenset()
    scheme: Scheme | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayslipSums:
    """The sums of a payslip. ``expenses`` are paid on top, without tax; ``other_taken`` is what else came off."""

    gross: Money
    tax: Money = NIL
    employee_ni: Money = NIL
    employer_ni: Money = NIL
    student_loan: Money = NIL
    employee_pension: Money = NIL
    employer_pension: Money = NIL
    other_taken: Money = NIL
    expenses: Money = NIL
    net: Money = NIL


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPayslip:
    """What a payslip should say, the reckonings behind it, and what stands ``before`` the next payment of the year."""

    sums: PayslipSums
    so_far: SoFar
    tax: Tax
    insurance: Class1
    loans: Loans
    pension: Contributions | None
    why: dict[str, tuple[Because, ...]] = field(default_factory=dict)

    @property
    def cost(self) -> Money:
        """What the payment costs the holder before the Employment Allowance."""
        return self.sums.gross + self.sums.employer_ni + self.sums.employer_pension + self.sums.expenses


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A sum that differs: its name, what was expected, what the payslip says, a sentence, and the reckoning."""

    name: str
    expected: Money
    said: Money
    sentence: str
    why: tuple[Because, ...]


_WORDS: Final = {
    "tax": "income tax",
    "employee_ni": "the PA's National Insurance",
    "employer_ni": "your National Insurance",
    "student_loan": "the student loan",
    "employee_pension": "the PA's pension",
    "employer_pension": "your pension contribution",
    "net": "take-home pay",
}


def expected_payslip(
    gross: Money,
    *,
    employee: Employee,
    paid_on: date,
    before: SoFar = _NOTHING_YET,
    own: Iterable[OwnFigure] = (),
) -> ExpectedPayslip:
    """Return what a payslip should say for a gross amount.

    A pension under net pay comes off before tax, one with relief at source after. Without what earlier payslips of
    the tax year said (``before``), the sum is that of a first payment or of a code looked at alone.

    Example: £1,156.25 in a month of 2025-26, code 1257L, category A: tax £21.40, National Insurance £8.66.

    Raises:
        FigureNotKnown: This version does not know a figure for the day of payment.
    """
    own = tuple(own)
    frequency = employee.frequency
    paid_in = None
    if employee.scheme is not None:
        paid_in = contributions(gross, scheme=employee.scheme, frequency=frequency, paid_on=paid_on, own=own)
    taken = NIL if paid_in is None else paid_in.employee
    before_tax = taken if employee.scheme is not None and employee.scheme.relief is Relief.NET_PAY else NIL
    tax = tax_on(gross - before_tax, code=employee.code, period=tax_period(frequency, paid_on), before=before, own=own)
    insurance = class_1(gross=gross, category=employee.category, frequency=frequency, paid_on=paid_on, own=own)
    loans = loans_on(gross, plans=employee.plans, frequency=frequency, paid_on=paid_on, own=own)
    net = gross - tax.in_period - insurance.employee - loans.together - taken
    pension_why = () if paid_in is None else paid_in.why
    return ExpectedPayslip(
        so_far=SoFar(pay=before.pay + gross - before_tax, tax=tax.to_date),
        sums=PayslipSums(
            gross=gross,
            tax=tax.in_period,
            employee_ni=insurance.employee,
            employer_ni=insurance.employer,
            student_loan=loans.together,
            employee_pension=taken,
            employer_pension=NIL if paid_in is None else paid_in.employer,
            net=net,
        ),
        tax=tax,
        insurance=insurance,
        loans=loans,
        pension=paid_in,
        why={
            "tax": tax.why,
            "employee_ni": insurance.why,
            "employer_ni": insurance.why,
            "student_loan": loans.why,
            "employee_pension": pension_why,
            "employer_pension": pension_why,
            "net": (
                Because("Gross pay", gross),
                Because("Less income tax", tax.in_period),
                Because("Less National Insurance", insurance.employee),
                Because("Less student loan", loans.together),
                Because("Less pension", taken),
            ),
        },
    )


def differences(expected: ExpectedPayslip, said: PayslipSums) -> tuple[Difference, ...]:
    """Return where a payslip says otherwise than expected, in its own order; nothing where it agrees.

    Take-home pay is compared with what the payslip's own sums come to, so that one slip is not told twice.

    Example: tax of £25.40 where £21.40 was expected: one difference of £4.00.
    """
    found = []
    for entry in fields(PayslipSums):
        if entry.name not in _WORDS:
            continue
        should = _net(said) if entry.name == "net" else _sum(expected.sums, entry.name)
        says = _sum(said, entry.name)
        if should != says:
            found.append(
                Difference(
                    name=entry.name,
                    expected=should,
                    said=says,
                    sentence=(
                        f"The payslip has {says} for {_WORDS[entry.name]}; {should} was expected, "
                        f"{abs(says - should)} {'less' if says > should else 'more'}. Ask the payroll bureau why."
                    ),
                    why=expected.why[entry.name],
                )
            )
    return tuple(found)


def yearly_cost(gross: Money, *, employee: Employee, paid_on: date, own: Iterable[OwnFigure] = ()) -> Money:
    """Return about what a year costs of the same pay each period, before the Employment Allowance.

    Example: £1,500 a month in 2026-27, category A, without a pension: £19,949.40.

    Raises:
        FigureNotKnown: This version does not know a figure for the day of payment.
    """
    own = tuple(own)
    insurance = class_1(gross=gross, category=employee.category, frequency=employee.frequency, paid_on=paid_on, own=own)
    each = gross + insurance.employer
    if employee.scheme is not None:
        each += contributions(
            gross, scheme=employee.scheme, frequency=employee.frequency, paid_on=paid_on, own=own
        ).employer
    return each.times(Fraction(employee.frequency.periods_a_year))


def _net(said: PayslipSums) -> Money:
    taken = said.tax + said.employee_ni + said.student_loan + said.employee_pension + said.other_taken
    return said.gross + said.expenses - taken


def _sum(sums: PayslipSums, name: str) -> Money:
    return {
        "tax": sums.tax,
        "employee_ni": sums.employee_ni,
        "employer_ni": sums.employer_ni,
        "student_loan": sums.student_loan,
        "employee_pension": sums.employee_pension,
        "employer_pension": sums.employer_pension,
        "net": sums.net,
    }[name]
