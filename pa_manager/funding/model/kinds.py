"""The words of funding: who pays, how often, how the contribution is paid, and the lines of the return."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class FunderKind(StrEnum):
    """What sort of body pays. The words are stored: never change one."""

    COUNCIL = "council"
    NHS = "nhs"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The sort as people say it."""
        return _FUNDERS[self]


_FUNDERS: Final = {
    FunderKind.COUNCIL: "Council",
    FunderKind.NHS: "NHS",
    FunderKind.OTHER: "Someone else",
}


class Schedule(StrEnum):
    """How often the money is paid, and by which sum. The words are stored: never change one."""

    FOUR_WEEKLY = "four_weekly"
    MONTHLY_BY_DAYS = "monthly_by_days"
    MONTHLY_EQUAL = "monthly_equal"
    WEEKLY = "weekly"

    @property
    def words(self) -> str:
        """The rhythm as people say it."""
        return _SCHEDULES[self]

    @property
    def step_days(self) -> int | None:
        """How many days lie between two payments, if it is always the same number."""
        return {Schedule.FOUR_WEEKLY: 28, Schedule.WEEKLY: 7}.get(self)


_SCHEDULES: Final = {
    Schedule.FOUR_WEEKLY: "Every 4 weeks",
    Schedule.MONTHLY_BY_DAYS: "Monthly, by its days",
    Schedule.MONTHLY_EQUAL: "Monthly, all the same",
    Schedule.WEEKLY: "Every week",
}


class ClosedDays(StrEnum):
    """When a payment comes that falls on a day when banks are closed. The words are stored: never change one."""

    AS_IT_FALLS = "as_it_falls"
    BEFORE = "before"
    AFTER = "after"

    @property
    def words(self) -> str:
        """The way as people say it."""
        return _CLOSED_DAYS[self]

    @property
    def step_days(self) -> int:
        """By how many days a payment moves at a time, until banks are open."""
        return {ClosedDays.BEFORE: -1, ClosedDays.AFTER: 1}.get(self, 0)


_CLOSED_DAYS: Final = {
    ClosedDays.AS_IT_FALLS: "On the day itself, as far as I know",
    ClosedDays.BEFORE: "On the working day before",
    ClosedDays.AFTER: "On the next working day",
}


class ContributionMode(StrEnum):
    """How the holder's contribution is paid. The words are stored: never change one."""

    NET = "net"
    NET_DIRECT = "net_direct"
    GROSS = "gross"

    @property
    def words(self) -> str:
        """The way as people say it."""
        return _MODES[self]

    @property
    def is_held_back(self) -> bool:
        """Whether the funder pays the agreed sum less the contribution."""
        return self is not ContributionMode.GROSS

    @property
    def enters_the_account(self) -> bool:
        """Whether the holder pays the contribution into the direct payment account."""
        return self is ContributionMode.NET


_MODES: Final = {
    ContributionMode.NET: "Into the account",
    ContributionMode.NET_DIRECT: "Straight to the provider",
    ContributionMode.GROSS: "By the council's invoice",
}


class ReturnLine(StrEnum):
    """A line of the return: what a sum that came in or went out was for. The words are stored: never change one."""

    PAYMENT = "payment"
    CONTRIBUTION = "contribution"
    ONE_OFF = "one_off"
    OWN_MONEY = "own_money"
    INTEREST = "interest"
    REFUND = "refund"
    OTHER_IN = "other_in"
    WAGES = "wages"
    HMRC = "hmrc"
    PENSION = "pension"
    AGENCY = "agency"
    SELF_EMPLOYED = "self_employed"
    INSURANCE = "insurance"
    PAYROLL_FEE = "payroll_fee"
    RECRUITMENT = "recruitment"
    TRAINING = "training"
    RESPITE = "respite"
    EQUIPMENT = "equipment"
    EXPENSES = "expenses"
    STATUTORY_PAY = "statutory_pay"
    TRANSPORT = "transport"
    CASH = "cash"
    BANK_CHARGES = "bank_charges"
    REPAID_TO_COUNCIL = "repaid_to_council"
    CONTRIBUTION_REFUNDED = "contribution_refunded"
    OTHER_OUT = "other_out"

    @property
    def money_in(self) -> bool:
        """Whether the line is one of money in."""
        return self in _MONEY_IN

    @property
    def words(self) -> str:
        """The line as it stands on screens and on the return."""
        return _LINES[self]


_MONEY_IN: Final = frozenset(
    {
        ReturnLine.PAYMENT,
        ReturnLine.CONTRIBUTION,
        ReturnLine.ONE_OFF,
        ReturnLine.OWN_MONEY,
        ReturnLine.INTEREST,
        ReturnLine.REFUND,
        ReturnLine.OTHER_IN,
    }
)
_LINES: Final = {
    ReturnLine.PAYMENT: "Direct payment",
    ReturnLine.CONTRIBUTION: "Contribution paid in",
    ReturnLine.ONE_OFF: "One-off payment",
    ReturnLine.OWN_MONEY: "Own extra money paid in",
    ReturnLine.INTEREST: "Interest",
    ReturnLine.REFUND: "Refund",
    ReturnLine.OTHER_IN: "Other money in",
    ReturnLine.WAGES: "Wages, as paid to PAs",
    ReturnLine.HMRC: "HMRC: tax and National Insurance",
    ReturnLine.PENSION: "Pension",
    ReturnLine.AGENCY: "Care agency or provider",
    ReturnLine.SELF_EMPLOYED: "Self-employed PA",
    ReturnLine.INSURANCE: "Employers' liability insurance",
    ReturnLine.PAYROLL_FEE: "Payroll or managed account fee",
    ReturnLine.RECRUITMENT: "Recruitment and checks",
    ReturnLine.TRAINING: "Training",
    ReturnLine.RESPITE: "Respite and short breaks",
    ReturnLine.EQUIPMENT: "Equipment and supplies",
    ReturnLine.EXPENSES: "PAs' expenses and mileage",
    ReturnLine.STATUTORY_PAY: "Statutory pay and redundancy",
    ReturnLine.TRANSPORT: "Taxis, outings and activities",
    ReturnLine.CASH: "Cash, with receipts",
    ReturnLine.BANK_CHARGES: "Bank charges",
    ReturnLine.REPAID_TO_COUNCIL: "Repaid to the council",
    ReturnLine.CONTRIBUTION_REFUNDED: "Contribution paid back",
    ReturnLine.OTHER_OUT: "Other money out",
}


class MoneyInKind(StrEnum):
    """What money is expected to come in."""

    PAYMENT = "payment"
    CONTRIBUTION = "contribution"
    ONE_OFF = "one_off"

    @property
    def line(self) -> ReturnLine:
        """The line of the return on which it will stand."""
        return ReturnLine(self.value)

    @property
    def words(self) -> str:
        """What it is, as people say it."""
        return self.line.words
