"""Payslips: the figures of the payroll's payslip as typed, and whether they hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NewType

from pa_manager.assistants.model import AssistantId
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.income_tax import PERSONAL_ALLOWANCE
from pa_manager.law.minimum_wage import RATES_BY_AGE
from pa_manager.pay.model.findings import Finding, FindingKind
from pa_manager.timesheets.model import TimesheetId
from pa_manager.values.days import Period, said
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

PayslipId = NewType("PayslipId", int)


class PayslipLocked(UserError):
    """A payslip that was matched to its payment is as it was for good."""


class PayslipThere(UserError):
    """There is a payslip for this timesheet already."""


class NotTheirTimesheet(UserError):
    """A payslip is for the assistant whose timesheet it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayslipFigures:
    """What a payslip says.

    Attributes:
        timesheet_id: The timesheet it pays; nothing, if there is none.
        tax: Below nil where tax was given back.
        other_taken: What else was taken off; below nil where it was added.
        expenses_paid: What was paid back besides the pay.
        net: What is paid to the assistant.
        recovered: Statutory pay, such as maternity pay, that HMRC gives back for it.
    """

    assistant_id: AssistantId
    period: Period
    paid_on: date
    gross: Money
    net: Money
    timesheet_id: TimesheetId | None = None
    number: str = ""
    tax: Money = NIL
    employee_ni: Money = NIL
    employer_ni: Money = NIL
    employee_pension: Money = NIL
    employer_pension: Money = NIL
    student_loan: Money = NIL
    other_taken: Money = NIL
    expenses_paid: Money = NIL
    recovered: Money = NIL

    @property
    def taken(self) -> Money:
        """All that was taken off the gross pay."""
        return total((self.tax, self.employee_ni, self.employee_pension, self.student_loan, self.other_taken))

    @property
    def net_by_sum(self) -> Money:
        """What the net pay should be: gross less all that was taken off, with the expenses paid back."""
        return self.gross - self.taken + self.expenses_paid

    @property
    def to_hmrc(self) -> Money:
        """Tax, both National Insurances and student loan, before what the allowance covers and HMRC gives back."""
        return total((self.tax, self.employee_ni, self.employer_ni, self.student_loan))

    @property
    def to_pension(self) -> Money:
        """What is owed to the pension because of it, both parts."""
        return self.employee_pension + self.employer_pension

    @property
    def cost(self) -> Money:
        """What it costs the holder in all."""
        return total((self.gross, self.employer_ni, self.employer_pension, self.expenses_paid))


@dataclass(frozen=True, slots=True, kw_only=True)
class Payslip(PayslipFigures):
    """A payslip that has been kept.

    Attributes:
        locked: Whether it was matched to its payment on the bank statement.
    """

    id: PayslipId
    locked: bool = False

    def check_open(self) -> None:
        """Refuse to change a payslip that was matched.

        Raises:
            PayslipLocked: It was.
        """
        if self.locked:
            raise PayslipLocked(
                f"This payslip is matched to its payment of {self.net} and stays as it is."
                " If the payroll sent a new payslip, add that one."
            )


@dataclass(frozen=True, slots=True)
class PayslipLine:
    """A payslip as it stands in a list, with the name of whose it is."""

    payslip: Payslip
    assistant: str


def payslip_findings(
    payslip: PayslipFigures, *, expected_gross: Money | None = None, why: str = "", own: Iterable[OwnFigure] = ()
) -> tuple[Finding, ...]:
    """Return where the figures of a payslip do not hold together, and where they differ from its timesheet.

    Where this version knows no minimum wage for the first day of the pay period, or no tax for the day of payment,
    that is said too, not guessed at. ``why`` is what may explain another gross, if anything is known.

    Example: £600.00 less £54.00 is £546.00; a net of £550.00 is found to be £4.00 more.
    """
    found = []
    if payslip.net != payslip.net_by_sum:
        paid_back = f" with {payslip.expenses_paid} of expenses" if payslip.expenses_paid != NIL else ""
        found.append(
            Finding(
                kind=FindingKind.DIFFERS,
                sentence=f"The net is {_apart(payslip.net, payslip.net_by_sum)} than the other figures come to.",
                reason=f"{payslip.gross} less {payslip.taken}{paid_back} is {payslip.net_by_sum}, and the net typed is"
                f" {payslip.net}. Check what you typed; if the payslip says so, ask the payroll.",
            )
        )
    if expected_gross is not None and payslip.gross != expected_gross:
        found.append(
            Finding(
                kind=FindingKind.DIFFERS,
                sentence=f"The gross is {_apart(payslip.gross, expected_gross)} than the timesheet comes to.",
                reason=f"The timesheet comes to {expected_gross}."
                f" {why or 'Holiday pay, sick pay, mileage or an estimate may explain it.'} If not, ask the payroll.",
            )
        )
    if payslip.paid_on < payslip.period.first:
        found.append(
            Finding(
                kind=FindingKind.DIFFERS,
                sentence="It is paid before the work began.",
                reason=f"It is paid on {said(payslip.paid_on)}, and the pay period begins on"
                f" {said(payslip.period.first)}. Check both.",
            )
        )
    return (*found, *_not_known(payslip, tuple(own)))


def _not_known(payslip: PayslipFigures, own: tuple[OwnFigure, ...]) -> Iterator[Finding]:
    asked: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: RATES_BY_AGE.on(payslip.period.first, own), "whether this pay reaches the minimum wage"),
        (lambda: PERSONAL_ALLOWANCE.on(payslip.paid_on, own), "whether the tax and National Insurance are right"),
    )
    for look_up, what in asked:
        try:
            look_up()
        except FigureNotKnown as error:
            yield Finding(kind=FindingKind.NOT_KNOWN, sentence=str(error), reason=f"So it cannot be said {what}.")


def _apart(amount: Money, other: Money) -> str:
    return f"{abs(amount - other)} {'more' if amount > other else 'less'}"
