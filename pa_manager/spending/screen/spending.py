"""The list of money in and money out."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band
from pa_manager.spending.model import MISSING, Purposes, SpendingLine, TransactionState
from pa_manager.spending.presenter import SpendingPresenter, SpendingView
from pa_manager.spending.screen import forms
from pa_manager.values.days import said_short
from pa_manager.values.money import Money

_RIGHT = Qt.AlignmentFlag.AlignRight
_TIMES = (("quarter", "The last 3 months"), ("year", "The last 12 months"), ("all", "All there is"))
_SHOWN = (
    ("", "All of it"),
    ("explain", "What nobody has explained"),
    ("paper", "What lacks a receipt"),
    ("waiting", "What is not on a statement"),
)
_ONLY_WHEN_ALLOWED = frozenset({"accept", "match", "remove", "kept paper", "save paper", "open first"})


class SpendingScreen(Screen):
    """All that came in and went out, what it was for, and what is still missing."""

    def __init__(self, present: Callable[[SpendingView], SpendingPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Money in and out", parent=parent)
        self._buttons = {
            "open first": MainButton("Open an accou&nt", "open first"),
            "import": MainButton("&Bring in a bank file", "import"),
            "add": PlainButton("&Add a payment by hand", "add"),
            "statement": PlainButton("Agree a &statement", "statement"),
            "expected": PlainButton("Money that s&hould come", "expected"),
            "accept": PlainButton("A&ccept all suggestions", "accept"),
            "match": PlainButton("&Match wages to payslips", "match"),
            "explain": PlainButton("Say what &it was for", "explain"),
            "share": PlainButton("Share it over severa&l lines", "share"),
            "paper": PlainButton("A&dd a receipt", "paper"),
            "kept paper": PlainButton("Use a receipt that is &kept", "kept paper"),
            "save paper": PlainButton("Save a cop&y of it", "save paper"),
            "remove": PlainButton("Take it &out", "remove"),
            "open account": PlainButton("Open an e&xtra account", "open account"),
            "change account": PlainButton("Ad&just the account", "change account"),
        }
        self._expected = Band("warn")
        self._offer = Band("calm")
        self._papers = Band("calm")
        self._account = ChoiceField("Acco&unt", (("", "All accounts"),))
        self._time = ChoiceField("&Time", _TIMES)
        self._shown = ChoiceField("Sho&w", _SHOWN)
        self._search = TextField("Sea&rch", chars=18)
        self._choices = ButtonRow(self._account, self._time, self._shown, self._search)
        self._table = RowTable[SpendingLine](
            "&Payments",
            [
                Column("Day", lambda line: said_short(line.transaction.day), _when),
                Column("Who", lambda line: line.transaction.payee, lambda line: line.transaction.payee.casefold()),
                Column("What for", lambda line: line.what_for, tone=_purpose_tone),
                Column("Amount", lambda line: str(line.transaction.amount), _amount, _RIGHT),
                Column("Balance", lambda line: str(line.balance), lambda line: line.balance, _RIGHT),
                Column("Receipt", lambda line: line.evidence, tone=_paper_tone),
                Column("State", lambda line: line.transaction.state.words, tone=_state_tone),
            ],
            key=lambda line: line.transaction.id,
            said=lambda line: line.said,
        )
        button = self._buttons
        self.add(
            ButtonRow(button["open first"], button["import"], button["add"], button["statement"], button["expected"]),
            self._expected,
            self._offer,
            ButtonRow(button["accept"], button["match"]),
            self._choices,
            self._table,
            self._papers,
            ButtonRow(
                button["explain"],
                button["share"],
                button["paper"],
                button["kept paper"],
                button["save paper"],
                button["remove"],
            ),
            ButtonRow(button["open account"], button["change account"]),
        )

        self._presenter = presenter = present(self)
        self.destroyed.connect(presenter.close)
        for name, act in {
            "import": presenter.bring_in,
            "add": presenter.add,
            "statement": presenter.agree_statement,
            "expected": presenter.show_expected,
            "accept": presenter.accept_all,
            "match": presenter.match,
            "explain": presenter.explain,
            "share": presenter.share,
            "paper": presenter.add_paper,
            "kept paper": presenter.attach_paper,
            "save paper": presenter.save_paper,
            "remove": presenter.remove,
            "open first": presenter.accounts.add,
            "open account": presenter.accounts.add,
            "change account": presenter.change_account,
        }.items():
            button[name].clicked.connect(act)
        for field in (self._account, self._time, self._shown, self._search):
            field.changed.connect(self._on_chosen)
        self._table.picked.connect(presenter.pick)
        self._table.activated.connect(lambda _line: presenter.explain())

    def show_accounts(self, choices: Sequence[tuple[str, str]]) -> None:
        self._account.blockSignals(True)
        self._account.set_choices(choices)
        self._account.setVisible(len(choices) > 2)
        self._account.blockSignals(False)

    def choose(self, account: str, time: str, shown: str, search: str) -> None:
        texts = ((self._account, account), (self._time, time), (self._shown, shown), (self._search, search))
        for field, text in texts:
            if field.text().split() != text.split():
                field.blockSignals(True)
                field.set_text(text)
                field.blockSignals(False)

    def show_lines(self, lines: Sequence[SpendingLine], empty: str) -> None:
        self._table.set_empty(empty)
        self._table.set_rows(lines)

    def show_expected(self, sentence: str, details: Sequence[str]) -> None:
        if sentence:
            self._expected.show(sentence, "\n".join(details))
        else:
            self._expected.hide()

    def show_offer(self, sentence: str, details: str) -> None:
        if sentence:
            self._offer.show(sentence, details)
        else:
            self._offer.hide()

    def show_papers(self, sentence: str) -> None:
        if sentence:
            self._papers.show(sentence)
        else:
            self._papers.hide()

    def pick_line(self, number: int) -> None:
        self._table.pick(number)

    def allow(self, names: frozenset[str]) -> None:
        has_account = "import" in names
        for name, button in self._buttons.items():
            button.setEnabled(name in names)
            button.setVisible(has_account and (name in names or name not in _ONLY_WHEN_ALLOWED))
        self._buttons["open first"].setVisible(not has_account)
        self._choices.setVisible(has_account)

    def open_account_form(self, title: str, texts: Mapping[str, str]) -> None:
        lead = "The opening balance is what was in it at the start of the first day. Earlier lines are left out."
        self._open(title, lead, forms.account(), texts, self._presenter.accounts.keep)

    def open_payment_form(
        self, accounts: Sequence[tuple[str, str]], purposes: Purposes, texts: Mapping[str, str]
    ) -> None:
        lead = "For cash, or for what the bank does not show yet. It waits until the bank shows it."
        fields = forms.payment(accounts, purposes)
        self._open("Add a payment", lead, fields, texts, self._presenter.purposes.keep_payment)

    def open_purpose_form(self, lead: str, purposes: Purposes, texts: Mapping[str, str]) -> None:
        fields = forms.purpose(purposes)
        self._open("What it was for", lead, fields, texts, self._presenter.purposes.keep_purpose)

    def open_parts_form(self, lead: str, purposes: Purposes, texts: Mapping[str, str]) -> None:
        fields = forms.parts(purposes)
        self._open("Share it over several lines", lead, fields, texts, self._presenter.purposes.keep_parts)

    def open_paper_form(self, lead: str, texts: Mapping[str, str]) -> None:
        self._open("Add a receipt", lead, forms.paper(), texts, self._presenter.papers.keep)

    def open_kept_paper_form(self, lead: str, papers: Sequence[tuple[str, str]]) -> None:
        fields: dict[str, AnyField] = {"paper": ChoiceField("Receipt", papers)}
        self._open("Use a receipt that is kept", lead, fields, {}, self._presenter.papers.keep_attached)

    def open_match_form(self, wages: Sequence[tuple[str, str, str]]) -> None:
        lead = "Tick the wages that pay the payslip named. A payslip that is matched stays as it is for good."
        fields = forms.ticks(wages)
        self._open("Match wages to payslips", lead, fields, {}, self._presenter.keep_matches, keep="Match these")

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _on_chosen(self) -> None:
        self._presenter.show_only(self._account.text(), self._time.text(), self._shown.text(), self._search.text())

    def _open(  # noqa: PLR0913 -- one argument for each part of a form
        self,
        title: str,
        lead: str,
        fields: Mapping[str, AnyField],
        texts: Mapping[str, str],
        kept: Callable[[Mapping[str, str]], None],
        *,
        keep: str = "Keep",
    ) -> None:
        form = FormDialog(self, title, lead, fields, keep)
        form.fill({name: text for name, text in texts.items() if name in fields})
        form.kept.connect(kept)
        self.open_form(form)


def _when(line: SpendingLine) -> tuple[object, int]:
    return (line.transaction.day, line.transaction.id)


def _amount(line: SpendingLine) -> Money:
    return line.transaction.amount


def _purpose_tone(line: SpendingLine) -> Tone | None:
    return None if line.transaction.is_explained else "warn"


def _paper_tone(line: SpendingLine) -> Tone | None:
    return "bad" if line.evidence == MISSING else None


def _state_tone(line: SpendingLine) -> Tone | None:
    if line.transaction.state is TransactionState.AGREED:
        return "good"
    return "calm" if line.transaction.state is TransactionState.WAITING else None
