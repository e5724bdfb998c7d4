"""Pay records: what one timesheet comes to, and what is worth knowing about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pa_manager.assistants.model import Assistant, AssistantId, Cost, HoursKind, Wages, cost_of
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.pay_periods import Frequency
from pa_manager.pay.model.besides import (
    NOTHING_BESIDES,
    Besides,
    ExtraPart,
    Mileage,
    mileage_of,
    mileage_pay,
    one_off_part,
    rolled_up_part,
    sum_of,
)
from pa_manager.pay.model.findings import Finding, FindingKind, findings_of, mileage_findings
from pa_manager.pay.model.gross import PayPart, gross_pay, paid_as, parts_of
from pa_manager.pay.model.payslips import Payslip
from pa_manager.pay.model.shares import Share, shares_of
from pa_manager.timesheets.model import Tally, Timesheet, TimesheetId, TimesheetState
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRecord:
    """What one timesheet comes to before tax, part by part. It is worked out afresh until the timesheet is sent.

    Attributes:
        parts: What is paid for work, by kind and rate.
        extras: What else is part of the gross pay: holiday, sick pay, one-off sums.
        expenses: What the assistant laid out, paid back besides the gross pay.
        miles: The miles driven.
        mileage: What they are paid besides the gross pay; nothing without miles.
        shares: What each sort of money pays for each outcome.
        cost: What this work costs altogether; nothing where it cannot be told.
    """

    timesheet_id: TimesheetId
    assistant_id: AssistantId
    assistant: str
    period: Period
    state: TimesheetState
    worked: Tally
    parts: tuple[PayPart, ...]
    gross: Money
    expenses: Money
    miles: int
    findings: tuple[Finding, ...]
    extras: tuple[ExtraPart, ...] = ()
    mileage: Mileage | None = None
    shares: tuple[Share, ...] = ()
    cost: Cost | None = None

    @property
    def paid_back(self) -> Money:
        """What is paid besides the gross pay: expenses and miles."""
        return self.expenses + (self.mileage.amount if self.mileage else NIL)

    @property
    def amiss(self) -> tuple[Finding, ...]:
        """The findings that want looking at."""
        return tuple(finding for finding in self.findings if finding.is_amiss)

    @property
    def verdict(self) -> str:
        """In a few words, how it stands."""
        kinds = {finding.kind for finding in self.findings}
        for kind, words in _VERDICTS:
            if kind in kinds:
                return words
        return "Fine"


_VERDICTS = (
    (FindingKind.NO_CONTRACT, "No terms that day"),
    (FindingKind.NO_RATE, "A rate is missing"),
    (FindingKind.BELOW_MINIMUM, "Below the minimum wage"),
    (FindingKind.NOT_KNOWN, "Minimum wage not known"),
    (FindingKind.NOT_TOLD, "Time awake not said"),
    (FindingKind.MILES, "Look at the miles"),
    (FindingKind.MORE_HOURS, "More hours than agreed"),
)


@dataclass(frozen=True, slots=True)
class PayLine:
    """A pay record as it stands in a list, with the payslip that came back for it."""

    record: PayRecord
    payslip: Payslip | None = None


def pay_record(
    timesheet: Timesheet,
    assistant: Assistant,
    own: Iterable[OwnFigure] = (),
    besides: Besides = NOTHING_BESIDES,
    *,
    claims_allowance: bool = True,
) -> PayRecord:
    """Return what a timesheet comes to, and what is worth knowing about it, by the figures a person has added."""
    own = tuple(own)
    divide = paid_as(assistant)
    parts = parts_of(timesheet.lines, divide)
    one_offs = tuple(map(one_off_part, besides.one_offs))
    for_work = gross_pay(parts) + sum_of(one_offs)
    rolled_up = rolled_up_part(for_work, besides.terms, timesheet.period.last)
    extras = (*one_offs, *((rolled_up,) if rolled_up else ()), *besides.extras)
    mileage = mileage_of(timesheet.lines, besides.terms, miles_before=besides.miles_before, own=own)
    counts = sum_of(each for each in extras if each.counts_for_minimum_wage)
    return PayRecord(
        timesheet_id=timesheet.id,
        assistant_id=assistant.id,
        assistant=assistant.name,
        period=timesheet.period,
        state=timesheet.state,
        worked=timesheet.worked,
        parts=parts,
        gross=gross_pay(parts) + sum_of(extras),
        expenses=timesheet.expenses,
        miles=timesheet.miles,
        findings=(*findings_of(timesheet, assistant, divide, own, counts), *mileage_findings(mileage)),
        extras=extras,
        mileage=mileage,
        shares=shares_of(
            timesheet,
            divide,
            assistant,
            extras=[each.amount for each in extras],
            besides=lambda line: line.expenses + mileage_pay(line, besides.terms),
        ),
        cost=_cost(timesheet, assistant, for_work, own, claims_allowance=claims_allowance),
    )


def _cost(
    timesheet: Timesheet, assistant: Assistant, pay: Money, own: tuple[OwnFigure, ...], *, claims_allowance: bool
) -> Cost | None:
    terms = [each for each in assistant.terms if each.from_day <= timesheet.period.last]
    wages = Wages(
        name=assistant.called,
        pay=pay,
        minutes=timesheet.worked.minutes,
        kind=assistant.kind,
        hours=terms[-1].agreement.hours if terms else HoursKind.NOT_TOLD,
        frequency=Frequency(assistant.frequency.value),
        born_on=assistant.born_on,
        apprentice=assistant.apprentice,
    )
    try:
        return cost_of([wages], span=timesheet.period, own=own, claims_allowance=claims_allowance)
    except FigureNotKnown:
        return None
