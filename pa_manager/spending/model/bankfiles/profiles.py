"""The layouts of banks that are known: which column says what, found by the row of headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from pa_manager.spending.model.bankfiles.parties import nationwide_party, natwest_party, padded_party, party_in

PartyRule = Callable[[str, str, Sequence[str]], str]
"""Gives the name of who was paid, from the kind of payment, the raw text, and the raw cells it was made of."""


def _at_start(_kind: str, text: str, _cells: Sequence[str]) -> str:
    return party_in(text)


def _padded(_kind: str, text: str, _cells: Sequence[str]) -> str:
    return padded_party(text)


def _first_cell(_kind: str, text: str, cells: Sequence[str]) -> str:
    return " ".join(cells[0].split()) or party_in(text)


def _natwest(_kind: str, text: str, _cells: Sequence[str]) -> str:
    return natwest_party(text)


def _nationwide(kind: str, text: str, _cells: Sequence[str]) -> str:
    return nationwide_party(kind, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One layout. Columns are named as the bank heads them, in small letters; positions follow from the headings.

    Attributes:
        amount: The column of signed amounts; empty, where money in and out have their own.
        texts: The columns that make up the text, in their order.
        guarded: Whether texts start with an apostrophe that is not part of them.
        surplus: Whether cells beyond the last column belong to it.
        status: The column that says whether a row is settled.
        settled: The words of that column for what has really happened.
    """

    layout: str
    bank: str
    date: str
    texts: tuple[str, ...]
    amount: str = ""
    money_in: str = ""
    money_out: str = ""
    balance: str = ""
    kind: str = ""
    bank_id: str = ""
    sort_code: str = ""
    account: str = ""
    guarded: bool = False
    surplus: bool = False
    status: str = ""
    settled: tuple[str, ...] = ()
    party: PartyRule = _at_start
    also_needs: tuple[str, ...] = ()

    @property
    def needs(self) -> frozenset[str]:
        """The headings a file must have to be of this layout."""
        named = (self.date, *self.texts, self.amount, self.money_in, self.money_out, *self.also_needs)
        return frozenset(name for name in named if name)


PROFILES: Final = (
    Profile(
        layout="barclays_personal",
        bank="Barclays",
        date="date",
        texts=("memo",),
        amount="amount",
        kind="subcategory",
        account="account",
        surplus=True,
        party=_padded,
        also_needs=("number", "subcategory"),
    ),
    Profile(
        layout="lloyds_personal",
        bank="Lloyds, Halifax, Bank of Scotland or TSB",
        date="transaction date",
        texts=("transaction description",),
        money_in="credit amount",
        money_out="debit amount",
        balance="balance",
        kind="transaction type",
        sort_code="sort code",
        account="account number",
    ),
    Profile(
        layout="natwest",
        bank="NatWest or RBS",
        date="date",
        texts=("description",),
        amount="value",
        balance="balance",
        kind="type",
        account="account number",
        guarded=True,
        party=_natwest,
        also_needs=("account name",),
    ),
    Profile(
        layout="nationwide_statement",
        bank="Nationwide",
        date="date",
        texts=("description",),
        money_in="paid in",
        money_out="paid out",
        balance="balance",
        kind="transaction type",
        party=_nationwide,
    ),
    Profile(
        layout="midata",
        bank="Nationwide or Santander (midata)",
        date="date",
        texts=("merchant/description",),
        amount="debit/credit",
        balance="balance",
        kind="type",
    ),
    Profile(
        layout="monzo",
        bank="Monzo",
        date="date",
        texts=("name", "description"),
        amount="amount",
        balance="balance",
        kind="type",
        bank_id="transaction id",
        party=_first_cell,
        also_needs=("transaction id", "currency"),
    ),
    Profile(
        layout="monzo_old",
        bank="Monzo",
        date="created",
        texts=("description",),
        amount="amount",
        bank_id="id",
        also_needs=("id", "local_amount"),
    ),
    Profile(
        layout="starling",
        bank="Starling",
        date="date",
        texts=("counter party", "reference"),
        amount="amount (gbp)",
        balance="balance (gbp)",
        kind="type",
        party=_first_cell,
    ),
    Profile(
        layout="metro",
        bank="Metro Bank",
        date="date",
        texts=("details",),
        money_in="in",
        money_out="out",
        balance="balance",
        kind="transaction type",
    ),
    Profile(
        layout="cooperative",
        bank="The Co-operative Bank or smile",
        date="date",
        texts=("description",),
        money_in="money in",
        money_out="money out",
        balance="balance",
        kind="type",
    ),
    Profile(
        layout="tide",
        bank="Tide",
        date="date",
        texts=("transaction description", "reference"),
        money_in="paid in",
        money_out="paid out",
        bank_id="transaction id",
        kind="transaction type",
        status="status",
        settled=("cleared", "settled", "completed"),
    ),
    Profile(
        layout="soldo_report",
        bank="Soldo",
        date="settlement date",
        texts=("description", "notes"),
        amount="amount",
        balance="balance (after settlement)",
        kind="transaction type",
        account="card number",
        status="transaction status",
        settled=("settled",),
        party=_first_cell,
    ),
    Profile(
        layout="prepaid_generic",
        bank="a prepaid card",
        date="transaction date",
        texts=("merchant / payee", "reference"),
        amount="amount",
        balance="available balance",
        kind="transaction type",
        status="status",
        settled=("completed", "settled", "posted"),
        party=_first_cell,
    ),
    Profile(
        layout="hsbc_headed",
        bank="HSBC",
        date="date",
        texts=("description",),
        amount="amount",
        balance="balance",
        kind="type",
        also_needs=("type",),
    ),
    Profile(
        layout="first_direct",
        bank="first direct",
        date="date",
        texts=("description",),
        amount="amount",
        balance="balance",
    ),
)
"""The layouts with headings, the particular before the general: the first whose headings are all there is it."""

HSBC: Final = Profile(layout="hsbc_personal", bank="HSBC", date="date", texts=("text",), amount="amount", party=_padded)
HSBC_HEADINGS: Final = ("date", "text", "amount")
CLYDESDALE: Final = Profile(
    layout="clydesdale_yorkshire_business",
    bank="Clydesdale, Yorkshire or Virgin Money",
    date="date",
    texts=("text", "narrative"),
    amount="amount",
    account="account",
    party=_first_cell,
)
CLYDESDALE_HEADINGS: Final = ("date", "", "account", "", "", "", "text", "amount", "narrative")

DATE_WORDS: Final = frozenset({"date", "transaction date", "created", "settlement date", "posted date", "posting date"})
MONEY_WORDS: Final = frozenset(
    {"amount", "amount (gbp)", "value", "paid in", "paid out", "money in", "money out", "debit amount", "credit amount"}
    | {"debit/credit", "in", "out", "debit", "credit"}
)


def heading(cell: str) -> str:
    """Return a heading as profiles name it: in small letters, blanks collapsed."""
    return " ".join(cell.replace("\u00a0", " ").split()).strip(" '\"").casefold()


def profile_for(headings: Sequence[str]) -> Profile | None:
    """Return the layout a row of headings belongs to."""
    here = frozenset(headings)
    return next((profile for profile in PROFILES if profile.needs <= here), None)
