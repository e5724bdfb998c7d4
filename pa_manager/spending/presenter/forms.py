"""Reading the forms of money in and money out, and filling them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pa_manager.funding.model import OneOffId, ReturnLine, StreamId
from pa_manager.pay.model import PayslipId
from pa_manager.plan.model import OutcomeId
from pa_manager.spending.model import Account, AccountKind, Split, Transaction
from pa_manager.values.days import said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money

NOT_CHOSEN: Final = "Nothing is chosen. Choose what it was for."
PARTS: Final = 4
"""How many parts a payment can be shared over in the form."""


def account_texts(account: Account) -> dict[str, str]:
    """Return an account as the form shows it."""
    return {
        "name": account.name,
        "kind": account.kind,
        "sort_code": account.sort_code,
        "number": account.number_last4,
        "opened_on": f"{account.opened_on}",
        "opening": str(account.opening),
    }


def new_account_texts() -> dict[str, str]:
    """Return the form of an account that is not there yet."""
    return {"kind": AccountKind.BANK}


def purpose_texts(transaction: Transaction, split: Split | None) -> dict[str, str]:
    """Return what a transaction was for as the form shows it."""
    return {
        "line": split.line if split else "",
        "outcome": f"{split.outcome_id or ''}" if split else "",
        "stream": _money_key(split) if split else "",
        "note": split.note if split else "",
        "reverses": f"{transaction.reverses or ''}",
    }


def parts_texts(transaction: Transaction, parts: tuple[Split, ...]) -> dict[str, str]:
    """Return the parts of a transaction as the form shows them: amounts above nil, whichever way they went."""
    texts: dict[str, str] = {}
    shown = parts or (Split(line=ReturnLine.OTHER_OUT, amount=transaction.amount),)
    for number, part in enumerate(shown[:PARTS], start=1):
        texts[f"amount_{number}"] = str(abs(part.amount))
        texts[f"line_{number}"] = part.line if parts else ""
        texts[f"outcome_{number}"] = f"{part.outcome_id or ''}"
        texts[f"stream_{number}"] = _money_key(part)
    return texts


def read_purpose(form: Reading, texts: Mapping[str, str], transaction: Transaction) -> Split | None:
    """Return the whole of a transaction with what it was for, as typed; nothing, if no line is chosen."""
    line = form.required("line", texts["line"], NOT_CHOSEN)
    if not line:
        return None
    before = transaction.splits[0] if len(transaction.splits) == 1 else None
    kept = before.payslip_id if before and before.line == line else None
    stream_id, one_off_id = money_from(texts["stream"])
    return Split(
        line=ReturnLine(line),
        amount=transaction.amount,
        outcome_id=outcome_from(texts["outcome"]),
        stream_id=stream_id,
        one_off_id=one_off_id,
        payslip_id=kept,
        note=" ".join(texts["note"].split()),
    )


def read_parts(form: Reading, texts: Mapping[str, str], transaction: Transaction) -> tuple[Split, ...]:
    """Return the parts typed, and note beside each field what is wrong with it."""
    parts: list[Split] = []
    for number in range(1, PARTS + 1):
        typed, line = texts[f"amount_{number}"], texts[f"line_{number}"]
        if not typed.strip() and not line:
            continue
        amount = form.field(f"amount_{number}", Money.from_text, typed)
        form.required(f"line_{number}", line, NOT_CHOSEN)
        if amount is None or not line:
            continue
        signed = amount if transaction.is_money_in else -amount
        stream_id, one_off_id = money_from(texts[f"stream_{number}"])
        parts.append(
            Split(
                line=ReturnLine(line),
                amount=signed,
                outcome_id=outcome_from(texts[f"outcome_{number}"]),
                stream_id=stream_id,
                one_off_id=one_off_id,
                payslip_id=_payslip_of(transaction, ReturnLine(line), signed),
                note=_note_of(transaction, ReturnLine(line), signed),
            )
        )
    if not parts and not form.errors:
        form.errors["amount_1"] = "There is no part yet. Type the amount of the first."
    return tuple(parts)


def read_signed(form: Reading, texts: Mapping[str, str]) -> Money | None:
    """Return the amount typed, below nil for money out."""
    amount = form.field("amount", _more_than_nil, texts["amount"])
    if amount is None:
        return None
    return amount if texts["way"] == "in" else -amount


def outcome_from(key: str) -> OutcomeId | None:
    """Return the outcome chosen."""
    return OutcomeId(int(key)) if key else None


def money_from(key: str) -> tuple[StreamId | None, OneOffId | None]:
    """Return the money chosen: a stream, and the one-off payment of it, if it is one."""
    stream, _, one_off = key.partition("/")
    return StreamId(int(stream)) if stream else None, OneOffId(int(one_off)) if one_off else None


def in_words(transaction: Transaction) -> str:
    """Return a transaction in a sentence: who, how much, when, and the bank's own words."""
    way = "paid in" if transaction.is_money_in else "paid out"
    words = f"\nThe bank says: {transaction.text}" if transaction.text != transaction.party else ""
    return f"{abs(transaction.amount)} {way} on {said(transaction.day)}, {transaction.payee}.{words}"


def _money_key(split: Split) -> str:
    stream = f"{split.stream_id or ''}"
    return f"{stream}/{split.one_off_id}" if split.one_off_id else stream


class _Nil(UserError):
    """An amount of nil was typed."""


def _more_than_nil(text: str) -> Money:
    amount = Money.from_text(text)
    if amount == NIL:
        raise _Nil("The amount is nil. Type what came in or went out.")
    return amount


def _like(transaction: Transaction, line: ReturnLine, amount: Money) -> Split | None:
    return next((part for part in transaction.splits if (part.line, part.amount) == (line, amount)), None)


def _payslip_of(transaction: Transaction, line: ReturnLine, amount: Money) -> PayslipId | None:
    before = _like(transaction, line, amount)
    return before.payslip_id if before else None


def _note_of(transaction: Transaction, line: ReturnLine, amount: Money) -> str:
    before = _like(transaction, line, amount)
    return before.note if before else ""
