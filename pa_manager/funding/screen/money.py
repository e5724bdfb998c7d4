"""The money agreed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.funding.model import (
    AgreedLine,
    ClosedDays,
    ContributionMode,
    FunderKind,
    OneOffLine,
    Payment,
    Schedule,
    Stream,
    StreamLine,
    contribution_said,
    in_short,
    spoken,
)
from pa_manager.funding.presenter.money import ADVANCE, ARREARS, FundingPresenter, FundingView, Keep
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import soft
from pa_manager.values.days import said, said_period, said_short
from pa_manager.values.money import NIL, Money

_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class FundingScreen(Screen):
    """Who pays; of the one picked, when the money comes and what was agreed; and the payments that come once."""

    def __init__(self, present: Callable[[FundingView], FundingPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Money agreed", parent=parent)
        self._funder = ""
        self._add = MainButton("Add money agreed", "add")
        self._change = PlainButton("Change the details", "change")
        self._rules = PlainButton("What they ask of me", "rules")
        self._outlook = PlainButton("What it pays for", "outlook")
        self._new_amount = PlainButton("New weekly sum", "new amount")
        self._new_contribution = PlainButton("New contribution", "new contribution")
        self._correct = PlainButton("Put this sum right", "correct")
        self._take_back = PlainButton("Take this sum back", "take back")
        self._add_one_off = PlainButton("Add a one-off payment", "add one-off")
        self._change_one_off = PlainButton("Change this payment", "change one-off")
        self._remove_one_off = PlainButton("Take this payment out", "remove one-off")
        self._streams = _streams_table()
        self._payments = _payments_table(self._spoken)
        self._whose = soft("")
        self._agreed = _agreed_table()
        self._one_offs = _one_offs_table()
        self._rest = (
            self._whose,
            self._payments,
            self._agreed,
            ButtonRow(self._new_amount, self._new_contribution, self._correct, self._take_back),
            self._one_offs,
            ButtonRow(self._add_one_off, self._change_one_off, self._remove_one_off),
        )
        self.add(ButtonRow(self._add, self._change, self._rules, self._outlook), self._streams, *self._rest)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add)
        self._change.clicked.connect(self._presenter.change)
        self._rules.clicked.connect(self._presenter.show_rules)
        self._outlook.clicked.connect(self._presenter.show_outlook)
        self._streams.picked.connect(self._presenter.pick)
        self._streams.activated.connect(lambda _row: self._presenter.change())
        self._new_amount.clicked.connect(self._presenter.new_amount)
        self._new_contribution.clicked.connect(self._presenter.new_contribution)
        self._correct.clicked.connect(self._presenter.correct)
        self._take_back.clicked.connect(self._presenter.take_back)
        self._agreed.picked.connect(self._presenter.pick_agreed)
        self._agreed.activated.connect(lambda _row: self._presenter.correct())
        self._add_one_off.clicked.connect(self._presenter.add_one_off)
        self._change_one_off.clicked.connect(self._presenter.change_one_off)
        self._remove_one_off.clicked.connect(self._presenter.remove_one_off)
        self._one_offs.picked.connect(self._presenter.pick_one_off)
        self._one_offs.activated.connect(lambda _row: self._presenter.change_one_off())

    def show_streams(self, lines: Sequence[StreamLine]) -> None:
        self._streams.set_rows(lines)

    def pick_stream(self, number: int) -> None:
        self._streams.pick(number)

    def show_payments(self, stream: Stream | None, payments: Sequence[Payment]) -> None:
        self._funder = stream.funder if stream else ""
        self._payments.set_rows(payments)
        self._whose.setText(f"What follows is about {stream.called}." if stream else "")

    def show_rest(self, shown: bool) -> None:
        for part in self._rest:
            part.setVisible(shown)

    def show_agreed(self, lines: Sequence[AgreedLine]) -> None:
        self._agreed.set_rows(lines)

    def show_one_offs(self, lines: Sequence[OneOffLine]) -> None:
        self._one_offs.set_rows(lines)

    def allow_stream_changes(self, allowed: bool) -> None:
        for button in (self._change, self._new_amount, self._new_contribution, self._add_one_off):
            button.setEnabled(allowed)

    def allow_agreed_changes(self, allowed: bool) -> None:
        self._correct.setEnabled(allowed)
        self._take_back.setEnabled(allowed)

    def allow_one_off_changes(self, allowed: bool) -> None:
        self._change_one_off.setEnabled(allowed)
        self._remove_one_off.setEnabled(allowed)

    def open_stream(self, texts: Mapping[str, str]) -> None:
        sums: dict[str, AnyField] = {
            "weekly": MoneyField("Agreed sum for a week", "All of it, with your contribution in it."),
            "contribution": MoneyField("Your contribution for a week", "Leave it empty if there is none."),
            "mode": ChoiceField("How the contribution is paid", _words_of(ContributionMode)),
        }
        self._open(
            "Money agreed",
            "As it stands in the letter or the agreement. A sum can also be typed in later.",
            {**_who(), **sums, **_when()},
            texts,
            self._presenter.keep_new,
        )

    def open_details(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        self._open(title, "The sums stay as they are.", {**_who(), **_when()}, texts, keep)

    def open_amount(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "weekly": MoneyField("Agreed sum for a week", "All of it, with your contribution in it."),
            "from_day": DateField("From which day"),
        }
        self._open(title, "What was paid before that day stays as it was.", fields, texts, keep)

    def open_contribution(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "weekly": MoneyField("Your contribution for a week", "If there is none from that day on, type 0."),
            "mode": ChoiceField("How the contribution is paid", _words_of(ContributionMode)),
            "from_day": DateField("From which day"),
        }
        self._open(title, "What was paid before that day stays as it was.", fields, texts, keep)

    def open_one_off(
        self, title: str, streams: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep
    ) -> None:
        fields: dict[str, AnyField] = {
            "purpose": TextField("What it is for", "For example: a ramp at the back door.", chars=40),
            "amount": MoneyField("How much"),
            "expected_on": DateField("When it is expected"),
        }
        if streams:
            fields["stream"] = ChoiceField("From whom", streams)
        self._open(title, "Money that comes once, for a purpose of its own.", fields, texts, keep)

    def point_out(self, number: int) -> None:
        self._streams.pick(number)

    def _open(
        self, title: str, lead: str, fields: Mapping[str, AnyField], texts: Mapping[str, str], keep: Keep
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields))
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def _spoken(self, payment: Payment) -> str:
        return spoken(payment, self._funder)


def _streams_table() -> RowTable[StreamLine]:
    return RowTable[StreamLine](
        "Who pays",
        [
            Column("Who", lambda row: row.stream.called),
            Column("How often", lambda row: row.stream.schedule.words),
            Column("A week", lambda row: _said(row.weekly), lambda row: row.weekly or NIL, _RIGHT),
            Column("You pay", lambda row: _said(row.contribution), lambda row: row.contribution or NIL, _RIGHT),
            Column(
                "Next",
                lambda row: row.time,
                lambda row: row.next_payment.due_on if row.next_payment else date.max,
            ),
        ],
        key=lambda row: row.stream.id,
        empty="Each agreed sum has its own line: the council's direct payment, the NHS, anybody else who pays.",
    )


def _payments_table(spoken_as: Callable[[Payment], str]) -> RowTable[Payment]:
    return RowTable[Payment](
        "The next 13 payments",
        [
            Column("Due", _due, lambda row: row.due_on),
            Column("They pay", lambda row: str(row.from_funder), lambda row: row.from_funder, _RIGHT),
            Column("You pay", contribution_said, lambda row: row.from_holder, _RIGHT),
            Column("What their payment is for", _what_for, lambda row: row.period),
        ],
        key=lambda row: (row.stream_id, row.due_on),
        empty="When it is known what is paid for a week, the days and sums of the next payments stand here.",
        said=spoken_as,
    )


def _agreed_table() -> RowTable[AgreedLine]:
    return RowTable[AgreedLine](
        "What was agreed",
        [
            Column("From", lambda row: said(row.from_day), lambda row: row.from_day),
            Column("What", lambda row: row.words),
            Column("A week", lambda row: str(row.weekly), lambda row: row.weekly, _RIGHT),
            Column("How it is paid", lambda row: row.way),
        ],
        key=lambda row: (row.from_day, row.words),
        empty="Each sum stands here with the day from which it holds.",
    )


def _one_offs_table() -> RowTable[OneOffLine]:
    return RowTable[OneOffLine](
        "One-off payments",
        [
            Column("What for", lambda row: row.one_off.purpose),
            Column("How much", lambda row: str(row.one_off.amount), lambda row: row.one_off.amount, _RIGHT),
            Column("Expected on", lambda row: said(row.one_off.expected_on), lambda row: row.one_off.expected_on),
            Column("From", lambda row: row.stream.called),
        ],
        key=lambda row: row.one_off.id,
        empty="Money that comes once for a purpose of its own, such as a ramp, stands here.",
    )


def _who() -> dict[str, AnyField]:
    return {
        "funder": TextField("Who pays", "For example: Midshire County Council."),
        "kind": ChoiceField("What they are", _words_of(FunderKind)),
        "name": TextField("What the money is called", "If they pay more than one sum. For example: night care."),
        "reference": TextField("Their reference", "As it stands on their payments.", chars=20),
    }


def _when() -> dict[str, AnyField]:
    return {
        "schedule": ChoiceField(
            "How often it is paid", _words_of(Schedule), "By its days: a month of 31 days brings more than one of 28."
        ),
        "timing": ChoiceField(
            "In advance or in arrears",
            [(ADVANCE, "In advance"), (ARREARS, "In arrears")],
            "In advance is for the time to come, in arrears for the time gone by.",
        ),
        "first": DateField("First day the money is for"),
        "first_payment_on": DateField(
            "Day of the first payment", "In advance, leave it empty if it is the first day. The others follow from it."
        ),
        "closed_days": ChoiceField(
            "When banks are closed on the day",
            _words_of(ClosedDays),
            "At weekends and on bank holidays no money moves. Who pays says if it comes before or after.",
        ),
        "last": DateField("Last day the money is for", "Leave it empty while that is not known."),
        "keep_weeks": TextField(
            "How many weeks' money you may keep", "As the agreement says. For example: 8.", chars=4
        ),
    }


def _what_for(payment: Payment) -> str:
    words = in_short(payment)
    return f"{said_period(payment.period)}: {words}" if words else said_period(payment.period)


def _due(payment: Payment) -> str:
    return f"{said_short(payment.due_on)}, moved" if payment.moved_from else said_short(payment.due_on)


def _words_of(
    kind: type[FunderKind] | type[Schedule] | type[ContributionMode] | type[ClosedDays],
) -> list[tuple[str, str]]:
    return [(each.value, each.words) for each in kind]


def _said(amount: Money | None) -> str:
    return "" if amount is None else str(amount)
