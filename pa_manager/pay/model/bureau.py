"""The payroll bureau: who it is, and the pack of hours that goes to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model import Assistant, AssistantId, Terms
from pa_manager.law.bank_holidays import Calendar, is_bank_holiday
from pa_manager.pay.model.gross import PayPart
from pa_manager.pay.model.layouts import FileRow, LayoutId
from pa_manager.pay.model.records import PayRecord
from pa_manager.timesheets.model import Entry, Timesheet, TimesheetId, WorkedLine, WorkedLineId
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

PackId = NewType("PackId", int)
USUAL_SUBJECT: Final = "Hours for {period}, {employer} {reference}"
PLACEHOLDERS: Final = ("period", "employer", "reference", "pay_day")
_MAILBOX: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PLACEHOLDER: Final = re.compile(r"{([^{}]*)}")


class NotAMailbox(UserError):
    """The text is no address for email."""


class UnknownPlaceholder(UserError):
    """The subject asks for something that is not known."""


class NothingToSend(UserError):
    """There is nothing to send to the payroll."""


class NotAllAgreed(UserError):
    """Something in the pack is not agreed yet."""


class How(StrEnum):
    """How a pack went to the payroll. The words are stored: never change one."""

    EMAIL = "email"
    PORTAL = "portal"
    POST = "post"
    PHONE = "phone"
    HAND = "hand"

    @property
    def words(self) -> str:
        """The way as screens say it."""
        return _HOW[self]


_HOW: Final = {
    How.EMAIL: "By email",
    How.PORTAL: "On their website",
    How.POST: "By post",
    How.PHONE: "By phone",
    How.HAND: "By hand",
}


class PackKind(StrEnum):
    """What a pack holds. The words are stored: never change one."""

    HOURS = "hours"
    CORRECTIONS = "corrections"
    NIL = "nil"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return {PackKind.HOURS: "Hours", PackKind.CORRECTIONS: "Corrections only", PackKind.NIL: "Nobody worked"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """Whoever runs the payroll.

    Attributes:
        mailbox: Where the hours are sent.
        subject: The subject of the mail, with placeholders.
        reference: What they know the holder by.
        layout_id: The layout of the file they want; nothing for the usual one.
        tells_nil: Whether they want to be told when nobody worked.
    """

    name: str = ""
    mailbox: str = ""
    subject: str = USUAL_SUBJECT
    reference: str = ""
    layout_id: LayoutId | None = None
    tells_nil: bool = True

    @property
    def called(self) -> str:
        """Its name, or what it is where there is none."""
        return self.name or "the payroll"

    def subject_for(self, *, period: str, employer: str, pay_day: str) -> str:
        """Return the subject of a mail.

        Example: ``Hours for {period}, {employer}`` becomes ``Hours for 6 April to 3 May 2026, Jean Pellow``.
        """
        known = {"period": period, "employer": employer, "reference": self.reference, "pay_day": pay_day}
        filled = _PLACEHOLDER.sub(lambda found: known.get(found[1].strip(), found[0]), self.subject or USUAL_SUBJECT)
        return " ".join(filled.split())


NO_BUREAU: Final = Bureau()


def mailbox_from_text(text: str) -> str:
    """Return an address for email.

    Raises:
        NotAMailbox: It has no name, no @ or no place.
    """
    if not _MAILBOX.fullmatch(typed := text.strip()):
        raise NotAMailbox("This is not an email address. Type it like payroll@example.org, or leave it empty.")
    return typed


def subject_from_text(text: str) -> str:
    """Return a rule for the subject of mails.

    Raises:
        UnknownPlaceholder: A word in braces is not known.
    """
    for word in _PLACEHOLDER.findall(text):
        if word.strip() not in PLACEHOLDERS:
            known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
            raise UnknownPlaceholder(f"{{{word}}} is not known here. You can use {known}.")
    return " ".join(text.split()) or USUAL_SUBJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSheet:
    """One timesheet in a pack, with what it comes to and what else the payroll has to know of it.

    Attributes:
        parts: What is paid for work, without corrections that went in a pack of their own before.
        told: The lines of those corrections.
        is_new: Whether nothing of this PA was ever sent.
        away: Holiday and sickness, in words with their days.
    """

    timesheet: Timesheet
    assistant: Assistant
    record: PayRecord
    parts: tuple[PayPart, ...] = ()
    payroll_number: str = ""
    insurance_number: str = ""
    address: str = ""
    other_job: str = ""
    told: frozenset[WorkedLineId] = frozenset()
    is_new: bool = False
    away: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[WorkedLine, ...]:
        """The lines that this pack tells of."""
        return tuple(line for line in self.timesheet.lines if line.id not in self.told)

    @property
    def expenses(self) -> Money:
        """What was laid out, as far as this pack tells of it."""
        return total(line.expenses for line in self.lines)

    @property
    def bank_holiday_minutes(self) -> int:
        """How much was worked on bank holidays, split at midnight."""
        return sum(_on_bank_holiday(self.assistant, line) for line in self.timesheet.lines if line.corrects is None)

    @property
    def leaves(self) -> bool:
        """Whether this PA leaves in this pay period."""
        return self.assistant.left_on is not None and self.assistant.left_on in self.timesheet.period

    @property
    def changes(self) -> tuple[str, ...]:
        """Rates that change in this pay period, in sentences."""
        if self.is_new:
            return ()
        return tuple(
            f"{self.assistant.name}, from {said(terms.from_day)}: {_rates_said(terms)}."
            for number, terms in enumerate(self.assistant.terms)
            if number and terms.from_day in self.timesheet.period
        )

    @property
    def starting(self) -> tuple[tuple[str, str], ...]:
        """What the payroll asks of somebody new, line by line; empty words where it is not filled in."""
        assistant, terms = self.assistant, self.assistant.terms
        return (
            ("Full name", assistant.name),
            ("Address", self.address),
            ("Date of birth", said(assistant.born_on) if assistant.born_on else ""),
            ("National Insurance number", self.insurance_number or "Not in this pack"),
            ("First day", said(assistant.started_on)),
            ("Paid", assistant.frequency.words),
            ("Hours a week", hours_said(terms[0].weekly_minutes) if terms and terms[0].weekly_minutes else ""),
            ("Rates", _rates_said(terms[-1]) if terms else ""),
            ("Another job", self.other_job),
            ("P45 or starter checklist", ""),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """All that goes to the payroll for one day of payment, ready to be keyed.

    Attributes:
        missing: What is not there yet, in sentences.
        unagreed: The timesheets in it that are not agreed yet.
    """

    kind: PackKind
    bureau: Bureau
    employer: str
    send_by: date | None
    paid_on: date | None
    sheets: tuple[PackSheet, ...]
    missing: tuple[str, ...] = ()
    unagreed: tuple[TimesheetId, ...] = ()

    @property
    def period(self) -> str:
        """The days it is for, in words; where there are none, the day of payment."""
        if not self.sheets:
            return f"payment on {said(self.paid_on)}" if self.paid_on else "this pay period"
        periods = [sheet.timesheet.period for sheet in self.sheets]
        return said_period(Period(min(each.first for each in periods), max(each.last for each in periods)))

    @property
    def subject(self) -> str:
        """The subject of the mail."""
        pay_day = said(self.paid_on) if self.paid_on else ""
        subject = self.bureau.subject_for(period=self.period, employer=self.employer, pay_day=pay_day)
        return f"Correction: {subject}" if self.kind is PackKind.CORRECTIONS else subject

    @property
    def mail(self) -> str:
        """The text of the mail: what is in it in a few lines. Nobody's private details."""
        if self.kind is PackKind.NIL:
            body = [f"Nobody worked for me in {self.period}. There is nothing to pay."]
        else:
            first = {
                PackKind.HOURS: f"Here are the hours of my PAs for {self.period}.",
                PackKind.CORRECTIONS: "Here are corrections of hours that I sent before. They hold the differences.",
            }[self.kind]
            body = [first, "", *(f"{sheet.assistant.name}: {_worked(sheet)}." for sheet in self.sheets)]
            starters = [sheet.assistant.name for sheet in self.sheets if sheet.is_new]
            leavers = [sheet.assistant.name for sheet in self.sheets if sheet.leaves]
            body += [f"New: {', '.join(starters)}."] if starters else []
            body += [f"Leaves: {', '.join(leavers)}."] if leavers else []
        lines = [f"To: {self.bureau.mailbox}"] if self.bureau.mailbox else []
        return "\n".join([*lines, f"Subject: {self.subject}", "", *body, "", self.employer]).replace("\n\n\n", "\n\n")

    def agreed_only(self) -> Pack:
        """Return the pack without the timesheets that are not agreed yet."""
        return replace(self, sheets=tuple(sheet for sheet in self.sheets if sheet.timesheet.id not in self.unagreed))

    def corrections_only(self) -> Pack:
        """Return the pack with nothing but corrections that were not told before."""
        sheets = tuple(
            replace(
                sheet,
                timesheet=replace(sheet.timesheet, lines=lines),
                parts=tuple(part for part in sheet.parts if part.is_correction),
                is_new=False,
                away=(),
            )
            for sheet in self.sheets
            if (lines := tuple(line for line in sheet.lines if line.corrects is not None))
        )
        return replace(self, kind=PackKind.CORRECTIONS, sheets=sheets, missing=(), unagreed=())

    def with_insurance_numbers(self, numbers: Mapping[AssistantId, str]) -> Pack:
        """Return the pack with National Insurance numbers, for a file that is saved and not kept here."""
        sheets = tuple(replace(sheet, insurance_number=numbers.get(sheet.assistant.id, "")) for sheet in self.sheets)
        return replace(self, sheets=sheets)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPack:
    """A pack that was sent, as it was."""

    id: PackId
    kind: PackKind
    sent_on: date
    how: How
    to: str
    period: str
    paid_on: date | None
    mail: str
    pdf_id: int
    csv_id: int


def rows_of(pack: Pack) -> tuple[FileRow, ...]:
    """Return the rows of the file for the payroll: one for each PA and rate, and one for each other sum.

    Example: 8:00 by day at £13.20 and a sleep-in at £60.00 are two rows.
    """
    return tuple(row for sheet in pack.sheets for row in _rows(pack, sheet))


def _rows(pack: Pack, sheet: PackSheet) -> Iterator[FileRow]:
    common = FileRow(
        name=sheet.assistant.name,
        number=sheet.payroll_number,
        ni_number=sheet.insurance_number,
        period=sheet.timesheet.period,
        description="",
        amount=NIL,
        rate=NIL,
    )
    for part in sheet.parts:
        yield replace(
            common,
            description=part.name,
            amount=part.amount,
            rate=part.per_shift or part.per_hour or NIL,
            minutes=None if part.per_shift else part.minutes,
            count=part.shifts,
            counts=not part.is_correction,
        )
    extras = () if pack.kind is PackKind.CORRECTIONS else sheet.record.extras
    for extra in extras:
        yield replace(
            common,
            description=extra.words,
            amount=extra.amount,
            rate=extra.amount,
            by_time=False,
            counts=extra.counts_for_minimum_wage,
        )
    mileage = sheet.record.mileage
    if mileage and mileage.amount != NIL and pack.kind is not PackKind.CORRECTIONS:
        words = f"Mileage, {mileage.miles} miles, paid back"
        yield replace(
            common, description=words, amount=mileage.amount, rate=mileage.amount, by_time=False, counts=False
        )
    if (spent := sheet.expenses) != NIL:
        yield replace(common, description="Expenses, paid back", amount=spent, rate=spent, by_time=False, counts=False)


def _worked(sheet: PackSheet) -> str:
    return ", ".join(f"{part.name} {part.quantity}" for part in sheet.parts) or "did not work"


def _rates_said(terms: Terms) -> str:
    return ", ".join(f"{rate.called} {rate}" for rate in terms.rates)


def _on_bank_holiday(assistant: Assistant, line: Entry) -> int:
    late = 0 if line.rests else line.late_minutes
    next_day = line.day + timedelta(days=1)
    return (line.worked_minutes - late if _is_holiday(assistant, line.day) else 0) + (
        late if _is_holiday(assistant, next_day) else 0
    )


def _is_holiday(assistant: Assistant, day: date) -> bool:
    terms = [each for each in assistant.terms if each.from_day <= day]
    return is_bank_holiday(day, Calendar(terms[-1].calendar.value) if terms else Calendar.ENGLAND_AND_WALES)
