"""Summaries: a PA's pay over a tax year, and hours and pay by the money that pays them, for the council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pa_manager.funding.model import StreamId
from pa_manager.law.pay_periods import tax_year_said
from pa_manager.pay.model.payslips import PayslipFigures
from pa_manager.pay.model.records import PayRecord
from pa_manager.plan.model import OutcomeId
from pa_manager.timesheets.model import Tally
from pa_manager.values.days import Period
from pa_manager.values.money import Money, total

NO_STREAM: Final = "Money not said"
NO_OUTCOME: Final = "No outcome said"


@dataclass(frozen=True, slots=True)
class YearLine:
    """One payslip of a year, with the work it pays and the holiday in its pay period, in minutes."""

    payslip: PayslipFigures
    worked: Tally | None
    holiday_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """What a PA was paid in a tax year, payslip by payslip: those paid from 6 April to 5 April."""

    assistant: str
    year: int
    lines: tuple[YearLine, ...]

    @property
    def said(self) -> str:
        """The tax year in words."""
        return tax_year_said(self.year)

    @property
    def worked(self) -> Tally:
        """All work that was paid, as far as there are timesheets."""
        return sum((each.worked for each in self.lines if each.worked), Tally())

    @property
    def holiday_minutes(self) -> int:
        """All holiday."""
        return sum(each.holiday_minutes for each in self.lines)

    def sum_of(self, name: str) -> Money:
        """Return the sum of one figure of the payslips, by its name."""
        return total(getattr(each.payslip, name) for each in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamLine:
    """What one sort of money paid for one outcome: work, gross pay, and miles and expenses besides."""

    stream: str
    outcome: str
    worked: Tally
    gross: Money
    besides: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamSummary:
    """Hours and pay by the money that pays them: of the timesheets sent whose last day lies in a period.

    Attributes:
        people: The PAs whose work it is.
        not_sent: How many timesheets of the period are left out, since they are not sent yet.
    """

    period: Period
    lines: tuple[StreamLine, ...]
    people: tuple[str, ...] = ()
    not_sent: int = 0

    @property
    def worked(self) -> Tally:
        """All work."""
        return sum((each.worked for each in self.lines), Tally())

    @property
    def gross(self) -> Money:
        """All gross pay."""
        return total(each.gross for each in self.lines)

    @property
    def besides(self) -> Money:
        """All that was paid back besides."""
        return total(each.besides for each in self.lines)


def by_stream(
    records: Iterable[PayRecord], streams: Mapping[StreamId, str], outcomes: Mapping[OutcomeId, str]
) -> tuple[StreamLine, ...]:
    """Return what each sort of money paid for each outcome, summed over pay records, by name.

    Example: £60.00 and £45.60 that the council paid for the same outcome on two timesheets are £105.60.
    """
    sums: dict[tuple[str, str], StreamLine] = {}
    for share in (share for record in records for share in record.shares):
        stream = streams.get(share.stream_id, NO_STREAM) if share.stream_id is not None else NO_STREAM
        outcome = outcomes.get(share.outcome_id, NO_OUTCOME) if share.outcome_id is not None else NO_OUTCOME
        nil = StreamLine(stream=stream, outcome=outcome, worked=Tally(), gross=Money(0), besides=Money(0))
        so_far = sums.get((stream, outcome), nil)
        sums[stream, outcome] = StreamLine(
            stream=stream,
            outcome=outcome,
            worked=so_far.worked + share.worked,
            gross=so_far.gross + share.gross,
            besides=so_far.besides + share.besides,
        )
    return tuple(sums[key] for key in sorted(sums))
