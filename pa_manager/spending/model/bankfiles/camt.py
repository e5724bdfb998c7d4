"""Reading CAMT.052 and CAMT.053, the statements that banks send to businesses as XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element, ParseError, fromstring  # no DTD reaches this parser

from pa_manager.spending.model.bankfiles.amounts import NotAnAmount, pence_of
from pa_manager.spending.model.bankfiles.files import AccountMark, BankRow, OutRow
from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, question, refusal
from pa_manager.spending.model.bankfiles.kinds import NotReadable
from pa_manager.spending.model.bankfiles.parties import party_in, tidy
from pa_manager.spending.model.bankfiles.tables import account_mark
from pa_manager.values.money import Money


@dataclass(slots=True)
class CamtRead:
    """The entries of a CAMT file in its own order, and what there is to say about it."""

    rows: list[BankRow] = field(default_factory=list)
    out: list[OutRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    accounts: tuple[AccountMark, ...] = ()
    opening: Money | None = None
    closing: Money | None = None


def read_camt(text: str) -> CamtRead:
    """Return what a CAMT file says. Its entries count, never their details, so that the balances agree.

    Raises:
        NotReadable: It is cut off, or held in other money than pounds.
    """
    try:
        root = fromstring(text.encode())  # noqa: S314  # a file with a DTD has been refused before
    except ParseError as error:
        sentence = "The file ends in the middle, or is damaged. Download it from the bank again."
        raise NotReadable(refusal(WarningCode.FILE_TRUNCATED, sentence)) from error
    read = CamtRead()
    statements = [element for element in root.iter() if _name(element) in {"Stmt", "Rpt"}]
    marks: dict[AccountMark, None] = {}
    position = 0
    for statement in statements:
        mark = _account(statement)
        if mark:
            marks[mark] = None
        for entry in _children(statement, "Ntry"):
            position += 1
            _take(read, position, entry, mark)
        if len(statements) == 1:
            read.opening = _balance(statement, "OPBD")
            read.closing = _balance(statement, "CLBD")
    read.accounts = tuple(marks)
    return read


def _take(read: CamtRead, position: int, entry: Element, mark: AccountMark | None) -> None:
    text = tidy(f"{_party(entry)} {_text(entry, 'Ustrd') or _text(entry, 'AddtlNtryInf')}")

    def leave_out(reason: WarningCode) -> None:
        read.out.append(OutRow(position=position, line=None, reason=reason, text=text))

    if _status(entry) not in {"BOOK", ""}:
        leave_out(WarningCode.PENDING)
        return
    _refuse_other_money(entry)
    try:
        pence = pence_of(_text(entry, "Amt"))
    except NotAnAmount as error:
        leave_out(error.code)
        return
    day = _day(entry)
    if day is None or pence == 0:
        leave_out(WarningCode.DATE_INVALID if day is None else WarningCode.AMOUNT_ZERO)
        return
    read.rows.append(
        BankRow(
            position=position,
            line=None,
            day=day,
            amount=Money(-pence if _text(entry, "CdtDbtInd") == "DBIT" else pence),
            text=text,
            party=party_in(_party(entry) or text),
            bank_id=_text(entry, "AcctSvcrRef"),
            account=mark,
        )
    )


def _refuse_other_money(entry: Element) -> None:
    amount = next((element for element in entry.iter() if _name(element) == "Amt"), None)
    if amount is not None and amount.get("Ccy", "GBP") != "GBP":
        sentence = "This account is not held in pounds. Only accounts in pounds can be brought in."
        raise NotReadable(refusal(WarningCode.NOT_POUNDS, sentence))


def _party(entry: Element) -> str:
    wanted = "Cdtr" if _text(entry, "CdtDbtInd") == "DBIT" else "Dbtr"
    for parties in entry.iter():
        if _name(parties) == "RltdPties":
            for party in _children(parties, wanted):
                return _text(party, "Nm")
    return ""


def _status(entry: Element) -> str:
    for status in _children(entry, "Sts"):
        return _text(status, "Cd") or tidy(status.text or "")
    return ""


def _day(entry: Element) -> date | None:
    for named in ("BookgDt", "ValDt"):
        for element in _children(entry, named):
            try:
                return date.fromisoformat((_text(element, "Dt") or _text(element, "DtTm"))[:10])
            except ValueError:
                return None
    return None


def _account(statement: Element) -> AccountMark | None:
    for account in _children(statement, "Acct"):
        iban = _text(account, "IBAN")
        if iban.startswith("GB") and len(iban) == 22:
            return account_mark(iban[8:14], iban[14:])
        number = iban or _text(account, "Id")
        return account_mark("", number) if number else None
    return None


def _balance(statement: Element, code: str) -> Money | None:
    for balance in _children(statement, "Bal"):
        if _text(balance, "Cd") == code:
            try:
                pence = pence_of(_text(balance, "Amt"))
            except NotAnAmount:
                return None
            return Money(-pence if _text(balance, "CdtDbtInd") == "DBIT" else pence)
    return None


def balance_question(expected: Money, said: Money) -> Finding:
    """Return what to ask when the rows do not lead from the opening to the closing balance."""
    sentence = f"With these rows the balance would be {expected}, but the file says {said}. Go on all the same?"
    return question(WarningCode.BALANCE_GAP, sentence)


def _children(element: Element, name: str) -> list[Element]:
    return [child for child in element if _name(child) == name]


def _text(element: Element, name: str) -> str:
    """Return the text of the first element of a name, however deep it lies."""
    return next((tidy(inner.text or "") for inner in element.iter() if _name(inner) == name and inner.text), "")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
