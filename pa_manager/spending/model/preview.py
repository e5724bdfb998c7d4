"""What a bank file would bring into an account: shown before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pa_manager.spending.model.bankfiles.files import AccountMark, BankFile, BankRow, Gap
from pa_manager.spending.model.bankfiles.findings import (
    Finding,
    Outcome,
    WarningCode,
    Weight,
    outcome_of,
    question,
    warning,
)
from pa_manager.spending.model.doubles import LedgerRow, Verdict, tell_doubles
from pa_manager.spending.model.ledger import Account, AccountId, TransactionId
from pa_manager.values.days import said
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money


class Fate(StrEnum):
    """What becomes of a row of a bank file."""

    NEW = "new"
    KNOWN = "known"
    POSSIBLE = "possible double"
    LEFT_OUT = "left out"


class NotABankFile(UserError):
    """Nothing can be taken from the file."""


class NeedsAnswer(UserError):
    """The file leaves something open that a person has to answer first."""


class InUse(UserError):
    """Something that a bank file has brought is needed elsewhere."""


class NoSuchRow(UserError):
    """A row was ticked that cannot be taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row of the file, and what becomes of it.

    Attributes:
        why: Why it is not simply new, in a sentence.
        same_as: The transaction it is, or may be, the double of.
        row: What would be taken; nothing, where it cannot be.
    """

    position: int
    line: int | None
    fate: Fate
    text: str
    why: str = ""
    same_as: TransactionId | None = None
    row: BankRow | None = None

    @property
    def is_ticked(self) -> bool:
        """Whether it is taken unless a person says otherwise."""
        return self.fate is Fate.NEW

    @property
    def can_tick(self) -> bool:
        """Whether a person can choose to take it or leave it."""
        return self.row is not None and self.fate is not Fate.KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRow:
    """A row of a preview as it stands in a list: whether it would be taken as things are ticked now."""

    row: PreviewRow
    is_taken: bool

    @property
    def taken(self) -> str:
        """Whether it would be taken, in a word."""
        return "Taken" if self.is_taken else "Left"

    @property
    def what(self) -> str:
        """What it is, and why it is left or asked about."""
        fate = {Fate.NEW: "New", Fate.KNOWN: "", Fate.POSSIBLE: "Possible double.", Fate.LEFT_OUT: ""}[self.row.fate]
        return " ".join(filter(None, (fate, self.row.why)))

    @property
    def said(self) -> str:
        """The whole row, as it is read out."""
        row = self.row.row
        facts = (said(row.day), str(row.amount)) if row else (f"line {self.row.line}",)
        return ", ".join((self.taken, *facts, self.row.text, self.what))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a bank file would bring into an account.

    Attributes:
        findings: All there is to say about the file, in sentences.
        opening: The balance before its first row, where the file tells it.
        known_before: Whether this very file was brought in before.
    """

    account_id: AccountId
    name: str
    layout: str
    sha256: str
    rows: tuple[PreviewRow, ...]
    findings: tuple[Finding, ...]
    opening: Money | None
    closing: Money | None
    gap: Gap | None
    known_before: bool = False

    @property
    def outcome(self) -> Outcome:
        """What may be done with the file."""
        return outcome_of(self.findings)

    @property
    def new(self) -> tuple[PreviewRow, ...]:
        """The rows that are new."""
        return self._of(Fate.NEW)

    @property
    def known(self) -> tuple[PreviewRow, ...]:
        """The rows that are in the account already."""
        return self._of(Fate.KNOWN)

    @property
    def possible(self) -> tuple[PreviewRow, ...]:
        """The rows that may be doubles: unticked until a person ticks them."""
        return self._of(Fate.POSSIBLE)

    @property
    def left_out(self) -> tuple[PreviewRow, ...]:
        """The rows that are not taken, for the reason each gives."""
        return self._of(Fate.LEFT_OUT)

    @property
    def questions(self) -> tuple[Finding, ...]:
        """What a person has to answer before anything is taken."""
        return tuple(finding for finding in self.findings if finding.weight is Weight.QUESTION)

    @property
    def refusal(self) -> str:
        """Why nothing can be taken; empty, if something can."""
        return next((found.sentence for found in self.findings if found.weight is Weight.REFUSAL), "")

    @property
    def summary(self) -> str:
        """What the file would bring, in one sentence."""
        parts = [
            f"{len(rows)} {words}"
            for rows, words in (
                (self.new, "new"),
                (self.known, "known already"),
                (self.possible, "possible doubles" if len(self.possible) != 1 else "possible double"),
                (self.left_out, "left out"),
            )
            if rows
        ]
        return f"{', '.join(parts)}." if parts else "There are no payments in this file."

    def chosen(
        self, *, also: frozenset[int], without: frozenset[int], yes: frozenset[WarningCode]
    ) -> tuple[BankRow, ...]:
        """Return the rows that are taken, the oldest first: the new ones, and what a person ticked besides.

        Raises:
            NotABankFile: Nothing can be taken from the file.
            NeedsAnswer: A question of the file has not been answered with yes.
            NoSuchRow: A row was ticked that cannot be taken.
        """
        if self.refusal:
            raise NotABankFile(self.refusal)
        open_question = next((found for found in self.questions if found.code not in yes), None)
        if open_question:
            raise NeedsAnswer(f"{open_question.sentence} Look at the file and answer this first.")
        can_tick = {row.position for row in self.rows if row.can_tick}
        if missing := sorted((also | without) - can_tick):
            raise NoSuchRow(f"Row {missing[0]} of the file cannot be ticked. Look at the list again.")
        return tuple(
            row.row
            for row in self.rows
            if row.row and ((row.is_ticked and row.position not in without) or row.position in also)
        )

    def _of(self, fate: Fate) -> tuple[PreviewRow, ...]:
        return tuple(row for row in self.rows if row.fate is fate)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSoFar:
    """What is known of an account before a file is brought in.

    Attributes:
        rows: What is in it between the first and the last day of the file.
        balance_before: Its balance at the end of the day before the first row of the file.
        told_before: The balance the bank told last before that, with what came since; nothing, if it told none.
        has_rows: Whether anything is in it at all.
        had_this_file: Whether this very file was brought in before.
    """

    account: Account
    rows: tuple[LedgerRow, ...]
    balance_before: Money
    told_before: Money | None
    has_rows: bool
    had_this_file: bool


_OUT_WORDS = {
    WarningCode.PENDING: "Not settled yet.",
    WarningCode.AMOUNT_ZERO: "The amount is nil.",
    WarningCode.AMOUNT_INVALID: "The amount cannot be read.",
    WarningCode.AMOUNT_OUT_OF_RANGE: "The amount is beyond one million pounds.",
    WarningCode.DATE_INVALID: "The day cannot be read.",
    WarningCode.RAGGED_ROWS: "The row has more cells than there are columns.",
}
_DOUBT_WORDS = {
    WarningCode.DATE_FUTURE: "The day is in the future.",
    WarningCode.DUPLICATE_ID: "The file has this payment twice under one number.",
    WarningCode.DUPLICATE_ROW_SAME_BALANCE: "The file has this row twice, down to the balance.",
}


def preview_of(name: str, sha256: str, file: BankFile, so_far: AccountSoFar) -> Preview:
    """Return what a bank file would bring into an account."""
    account = so_far.account
    findings = list(file.findings)
    mine, others = _of_this_account(file, account)
    early = [row for row in mine if row.day < account.opened_on]
    candidates = [row for row in mine if row.day >= account.opened_on and row.doubt is None]
    verdicts = tell_doubles(candidates, so_far.rows, layout=file.layout)
    rows = [_judged(row, verdicts[row.position]) for row in candidates]
    rows += [_doubted(row) for row in mine if row.doubt is not None and row.day >= account.opened_on]
    rows += [_left_out(row, f"Before {said(account.opened_on)}, when this account begins here.") for row in early]
    rows += [_left_out(row, "Of another account.") for row in others]
    rows += [
        PreviewRow(
            position=row.position,
            line=row.line,
            fate=Fate.LEFT_OUT,
            text=row.text,
            why=_OUT_WORDS.get(row.reason, "This row cannot be read."),
        )
        for row in file.out
    ]
    findings += _account_findings(file, account, mine)
    findings += _overlap_findings(rows)
    if early:
        count = "1 row is" if len(early) == 1 else f"{len(early)} rows are"
        sentence = f"{count} from before {said(account.opened_on)}, when this account begins here. They are left out."
        findings.append(warning(WarningCode.BEFORE_OPENING, sentence))
    findings += _opening_findings(candidates, file.opening if not early else None, so_far)
    in_order = {row.position: at for at, row in enumerate(file.rows)}
    return Preview(
        account_id=account.id,
        name=name,
        layout=file.layout,
        sha256=sha256,
        rows=tuple(sorted(rows, key=lambda row: (in_order.get(row.position, len(in_order)), row.position))),
        findings=tuple(findings),
        opening=file.opening,
        closing=file.closing,
        gap=file.gap,
        known_before=so_far.had_this_file,
    )


def _judged(row: BankRow, verdict: Verdict) -> PreviewRow:
    fate = Fate.KNOWN if verdict.is_known else Fate.POSSIBLE if verdict.why else Fate.NEW
    return PreviewRow(
        position=row.position,
        line=row.line,
        fate=fate,
        text=row.text,
        why="In the account already." if verdict.is_known else verdict.why,
        same_as=verdict.same_as,
        row=row,
    )


def _doubted(row: BankRow) -> PreviewRow:
    is_double = row.doubt in {WarningCode.DUPLICATE_ID, WarningCode.DUPLICATE_ROW_SAME_BALANCE}
    return PreviewRow(
        position=row.position,
        line=row.line,
        fate=Fate.POSSIBLE if is_double else Fate.LEFT_OUT,
        text=row.text,
        why=_DOUBT_WORDS[row.doubt] if row.doubt else "",
        row=row,
    )


def _left_out(row: BankRow, why: str) -> PreviewRow:
    return PreviewRow(position=row.position, line=row.line, fate=Fate.LEFT_OUT, text=row.text, why=why)


def is_mark_of(mark: AccountMark, account: Account) -> bool:
    """Return whether what a file says about its account does not speak against an account."""
    if mark.sort_code and account.sort_code and mark.sort_code != account.sort_code:
        return False
    if not mark.digits or not account.number_last4:
        return True
    shown = min(len(mark.digits), len(account.number_last4))
    return mark.digits[-shown:] == account.number_last4[-shown:]


def _of_this_account(file: BankFile, account: Account) -> tuple[list[BankRow], list[BankRow]]:
    """Return the rows of an account, and those of others that share the file with it."""
    if len(file.accounts) < 2:
        return list(file.rows), []
    mine = [row for row in file.rows if row.account is None or is_mark_of(row.account, account)]
    ours = {row.position for row in mine}
    return mine, [row for row in file.rows if row.position not in ours]


def _account_findings(file: BankFile, account: Account, mine: list[BankRow]) -> list[Finding]:
    if len(file.accounts) == 1 and not is_mark_of(file.accounts[0], account):
        mark = file.accounts[0]
        sentence = (
            f"This file is of the account {_mark_said(mark)}, and you chose {account.said}. Bring it in all the same?"
        )
        return [question(WarningCode.ACCOUNT_MISMATCH, sentence)]
    if len(file.accounts) > 1 and len({row.account for row in mine}) != 1:
        sentence = "The file holds several accounts, and it is not clear which is yours. Bring all its rows in?"
        return [question(WarningCode.SEVERAL_ACCOUNTS, sentence)]
    return []


def _mark_said(mark: AccountMark) -> str:
    parts = [mark.sort_code] if mark.sort_code else []
    parts += [f"ending {mark.last4}"] if mark.digits else []
    return " ".join(parts)


def _overlap_findings(rows: list[PreviewRow]) -> list[Finding]:
    known = sum(row.fate is Fate.KNOWN for row in rows)
    new = sum(row.fate is Fate.NEW for row in rows)
    if not known or not new:
        return []
    sentence = f"{known} of its rows are in the account already, and are not taken twice."
    return [warning(WarningCode.OVERLAP, sentence)]


def _opening_findings(candidates: list[BankRow], opening: Money | None, so_far: AccountSoFar) -> list[Finding]:
    """Say so if the balance before the first row is not the one on record."""
    first = candidates[0] if candidates else None
    if first and first.balance is not None:
        opening = first.balance - first.amount
    if first is None or opening is None or opening in {so_far.balance_before, so_far.told_before}:
        return []
    if any(row.day == first.day and row.balance == opening.pence for row in so_far.rows):
        return []  # the file begins in the middle of a day that is known
    if so_far.has_rows:
        sentence = (
            f"On {said(first.day)} the file begins with {opening}, but your record stands at"
            f" {so_far.balance_before}. Rows in between may be missing."
        )
    else:
        sentence = (
            f"The file begins with {opening}, but you opened the account with {so_far.balance_before}."
            " Check the opening balance."
        )
    return [warning(WarningCode.OPENING_DIFFERS, sentence)]
