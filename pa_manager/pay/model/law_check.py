"""What a payslip should say by law, beside what it says. It checks and forecasts; it files nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from pa_manager.assistants.model import Assistant
from pa_manager.law.dated import OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.income_tax import SoFar
from pa_manager.law.pay_periods import Frequency, tax_period, tax_year, tax_year_days
from pa_manager.law.payslip_check import PayslipSums, differences, expected_payslip
from pa_manager.law.tax_codes import tax_code_from_text
from pa_manager.pay.model.details import PayDetails, PensionKind
from pa_manager.pay.model.findings import Finding, FindingKind
from pa_manager.pay.model.payslips import Payslip, PayslipFigures
from pa_manager.pay.model.reasons import why_figure_may_differ
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

_A_DAY: Final = timedelta(days=1)
_ROWS: Final = {
    "tax": "Tax",
    "employee_ni": "National Insurance",
    "employer_ni": "National Insurance, your part",
    "student_loan": "Student loan",
    "employee_pension": "Pension, their part",
    "employer_pension": "Pension, your part",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LawCheck:
    """One figure of a payslip held against the law.

    Attributes:
        expected: What it should be; nothing where that is not known.
        sentence: Where it differs, how; where it was not checked, why not.
        why: How the expected figure comes about, line by line.
    """

    what: str
    expected: Money | None
    on_payslip: Money
    checked: bool
    sentence: str = ""
    why: tuple[Because, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the payslip says otherwise."""
        return self.checked and bool(self.sentence)

    @property
    def standing(self) -> str:
        """In a few words, how it stands."""
        if not self.checked:
            return f"Not checked: {self.sentence}"
        return "Differs" if self.sentence else "As expected"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the expected figure is what it is, a line each; what rests on a person's own figure says so."""
        return tuple(f"{line} Rests on a figure you added." if line.own else str(line) for line in self.why)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was paid and taxed before in the tax year, or why that is not known; and what may be missing of it."""

    so_far: SoFar | None
    missing: str = ""
    gap: str = ""


def earlier_in_year(
    payslip: PayslipFigures, payslips: Iterable[Payslip], details: Sequence[PayDetails], assistant: Assistant
) -> Earlier:
    """Return what stands before a payslip in its tax year, from the payslips before it and from what was typed.

    It is known if the PA began in this tax year, if the first payslip here is for its first pay period, if there
    is one of the year before, or if the pay and tax so far were typed.

    Example: after payslips of £714.00 in April and May 2026 with no tax taken, £1,428.00 and nil.
    """
    year = tax_year_days(tax_year(payslip.paid_on))
    typed = [each for each in details if each.earned_before is not None and year.first <= each.from_day]
    typed = [each for each in typed if each.from_day <= payslip.paid_on]
    earlier = sorted((each for each in payslips if each.paid_on < payslip.paid_on), key=lambda each: each.paid_on)
    since = typed[-1].from_day if typed else year.first
    counted = [each for each in earlier if each.paid_on >= since]
    if not typed and not _is_whole(payslip, earlier, counted, assistant):
        why = f"the payslips since {said(year.first)} are not all here. Type the pay and tax so far."
        return Earlier(None, missing=why)
    net_pay = bool(details) and details[-1].pension is PensionKind.NET_PAY
    before_tax = total(each.employee_pension for each in counted) if net_pay else NIL
    pay = total(each.gross for each in counted) - before_tax
    tax = total(each.tax for each in counted)
    if typed:
        pay, tax = pay + (typed[-1].earned_before or NIL), tax + (typed[-1].taxed_before or NIL)
    return Earlier(SoFar(pay=pay, tax=tax), gap=_gap([*(each.period for each in counted), payslip.period]))


def hold_against_law(
    payslip: PayslipFigures,
    details: PayDetails | None,
    *,
    earlier: Earlier,
    frequency: Frequency,
    own: Iterable[OwnFigure] = (),
) -> tuple[LawCheck, ...]:
    """Return each figure of a payslip beside what it should be, as far as enough is told about the PA.

    Example: tax of £25.40 where £21.40 was expected differs by £4.00.
    """
    own = tuple(own)
    known = details or PayDetails(assistant_id=payslip.assistant_id, from_day=payslip.paid_on)
    missing = _missing(payslip, known, earlier)
    try:
        expected = expected_payslip(
            payslip.gross,
            employee=known.employee(frequency),
            paid_on=payslip.paid_on,
            before=earlier.so_far or SoFar(),
            own=own,
        )
    except UserError as error:
        return tuple(
            LawCheck(what=words, expected=None, on_payslip=getattr(payslip, name), checked=False, sentence=str(error))
            for name, words in _ROWS.items()
        )
    sums = {name: getattr(expected.sums, name) for name in _ROWS}
    found = {each.name: each for each in differences(expected, _sums(payslip))}
    rows = []
    for name, words in _ROWS.items():
        unknown = missing.get(name, "")
        sentence = found[name].sentence if name in found else ""
        if sentence and not unknown:
            may = why_figure_may_differ(
                name,
                found[name].said,
                found[name].expected,
                gross=payslip.gross,
                known=known,
                paid_on=payslip.paid_on,
                frequency=frequency,
                before=earlier.so_far or SoFar(),
                own=own,
            )
            sentence = f"{sentence} {may}".strip()
        if name == "tax" and sentence and earlier.gap:
            sentence = f"{sentence} {earlier.gap}"
        rows.append(
            LawCheck(
                what=words,
                expected=None if unknown else sums[name],
                on_payslip=getattr(payslip, name),
                checked=not unknown,
                sentence=unknown or sentence,
                why=() if unknown else expected.why[name],
            )
        )
    return tuple(rows)


def findings_by_law(checks: Iterable[LawCheck]) -> tuple[Finding, ...]:
    """Return what differs, as findings."""
    return tuple(Finding(kind=FindingKind.DIFFERS, sentence=check.sentence) for check in checks if check.differs)


def _missing(payslip: PayslipFigures, known: PayDetails, earlier: Earlier) -> dict[str, str]:
    """Return why a figure cannot be checked, by its name."""
    missing = {}
    if not known.tax_code:
        missing["tax"] = "the tax code is not typed in."
    elif known.pension is None and payslip.employee_pension != NIL:
        missing["tax"] = "it is not said whether the pension comes off before tax."
    elif earlier.so_far is None and not tax_code_from_text(known.tax_code).alone:
        missing["tax"] = earlier.missing
    if not known.ni_letter:
        missing["employee_ni"] = missing["employer_ni"] = "the National Insurance letter is not typed in."
    elif payslip.employer_ni == NIL:
        missing["employer_ni"] = "it is not on the payslip, or the Employment Allowance covers it."
    if known.loan is None:
        missing["student_loan"] = "it is not said whether there is a student loan."
    if known.pension is None:
        missing["employee_pension"] = missing["employer_pension"] = "it is not said whether there is a pension."
    return missing


def _is_whole(
    payslip: PayslipFigures, earlier: Sequence[Payslip], counted: Sequence[Payslip], assistant: Assistant
) -> bool:
    year = tax_year_days(tax_year(payslip.paid_on))
    first = counted[0] if counted else payslip
    period = tax_period(Frequency(assistant.frequency.value), first.paid_on)
    began_here = assistant.started_on >= year.first and first.period.first <= assistant.started_on
    return began_here or period.number <= period.length or len(earlier) > len(counted)


def _gap(periods: Iterable[Period]) -> str:
    ordered = sorted(periods)
    for one, following in itertools.pairwise(ordered):
        if following.first > one.last + _A_DAY:
            without = said_period(Period(one.last + _A_DAY, following.first - _A_DAY))
            return f"There is no payslip here for {without}: if there was one, type it in first."
    return ""


def _sums(payslip: PayslipFigures) -> PayslipSums:
    return PayslipSums(
        gross=payslip.gross,
        tax=payslip.tax,
        employee_ni=payslip.employee_ni,
        employer_ni=payslip.employer_ni,
        student_loan=payslip.student_loan,
        employee_pension=payslip.employee_pension,
        employer_pension=payslip.employer_pension,
        other_taken=payslip.other_taken,
        expenses=payslip.expenses_paid,
        net=payslip.net,
    )
