"""Pay records: what one timesheet comes to, and what is worth knowing about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.law.dated import OwnFigure
from pa_manager.pay.model.findings import Finding, FindingKind, findings_of
from pa_manager.pay.model.gross import PayPart, gross_pay, paid_as, parts_of
from pa_manager.pay.model.payslips import Payslip
from pa_manager.timesheets.model import Tally, Timesheet, TimesheetId, TimesheetState
from pa_manager.values.days import Period
from pa_manager.values.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRecord:
    """What one timesheet comes to before tax, part by part. It is worked out afresh until the timesheet is sent.

    Attributes:
        expenses: What the assistant laid out, paid back besides the gross pay.
        miles: The miles driven; what a mile is paid is between the holder and the payroll.
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
    (FindingKind.NO_RATE, "A rate is missing"),
    (FindingKind.BELOW_MINIMUM, "Below the minimum wage"),
    (FindingKind.NOT_KNOWN, "Minimum wage not known"),
    (FindingKind.NOT_TOLD, "Time awake not said"),
)


@dataclass(frozen=True, slots=True)
class PayLine:
    """A pay record as it stands in a list, with the payslip that came back for it."""

    record: PayRecord
    payslip: Payslip | None = None


def pay_record(timesheet: Timesheet, assistant: Assistant, own: Iterable[OwnFigure] = ()) -> PayRecord:
    """Return what a timesheet comes to, and what is worth knowing about it, by the figures a person has added."""
    divide = paid_as(assistant)
    parts = parts_of(timesheet.lines, divide)
    return PayRecord(
        timesheet_id=timesheet.id,
        assistant_id=assistant.id,
        assistant=assistant.name,
        period=timesheet.period,
        state=timesheet.state,
        worked=timesheet.worked,
        parts=parts,
        gross=gross_pay(parts),
        expenses=timesheet.expenses,
        miles=timesheet.miles,
        findings=findings_of(timesheet, assistant, divide, own),
    )
