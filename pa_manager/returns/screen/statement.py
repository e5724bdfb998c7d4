"""One return: its figures, the payments behind each, what a council would ask, and the paper."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.returns.model import (
    Adjustment,
    Finding,
    ListingLine,
    ReturnFigures,
    ReturnId,
    SummaryRow,
)
from pa_manager.returns.presenter.statement import NO_LINES, Allowed, Keep, StatementPresenter, StatementView, Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, CardRow, FigureCard
from pa_manager.values.days import said, said_short
from pa_manager.values.money import NIL

_RIGHT = Qt.AlignmentFlag.AlignRight


class StatementScreen(Screen):
    """A return from draft to sent. Enter on a figure shows the payments behind it, Enter on one of them leads there."""

    def __init__(self, present: Callable[[StatementView], StatementPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Return", parent=parent)
        self._check = MainButton("&Mark as checked", "check")
        self._send = MainButton("Mark as &sent", "send")
        self._details = PlainButton("&Notes and what is kept", "details")
        self._period = PlainButton("&Days and money", "period")
        self._adjust = PlainButton("Add an ad&justment", "adjust")
        self._state = Band("good")
        self._closing = FigureCard("Balance at the end")
        self._difference = FigureCard("Difference from the statement")
        self._surplus = FigureCard("Left over (surplus)")
        self._findings = RowTable[Finding](
            "&What a council would ask",
            [Column("What", lambda row: row.text), Column("What you can do", lambda row: row.way_out)],
            key=lambda row: row.text,
            empty="Nothing: the records answer for themselves.",
            said=lambda row: f"{row.text} {row.way_out}",
        )
        self._summary = RowTable[SummaryRow](
            "Fig&ures",
            [
                Column("Part", lambda row: row.section.value),
                Column("What", _what),
                Column("Amount", lambda row: row.said, lambda row: row.amount or NIL, _RIGHT),
            ],
            key=lambda row: (row.section, row.words),
            said=lambda row: f"{row.section}: {_what(row)}, {row.said}",
        )
        self._lines = RowTable[ListingLine](
            "&Payments behind the figure",
            [
                Column("Date", lambda row: said_short(row.day), lambda row: row.day),
                Column("Who", lambda row: row.who),
                Column("What for", lambda row: row.category),
                Column("Amount", lambda row: str(row.amount), lambda row: row.amount, _RIGHT),
                Column("Paper", lambda row: ", ".join(row.evidence)),
            ],
            key=lambda row: (row.transaction_id, row.category, row.amount),
            empty=NO_LINES,
            said=lambda row: f"{said(row.day)}, {row.who}, {row.category}, {row.amount}",
        )
        self._behind = Band("calm")
        self._adjustments = RowTable[Adjustment](
            "Adjusted since i&t was sent",
            [
                Column("Line", lambda row: row.line.words),
                Column("Why", lambda row: row.why),
                Column("Amount", lambda row: str(row.amount), lambda row: row.amount, _RIGHT),
            ],
            key=lambda row: row.id,
        )
        self._show_paper = PlainButton("Sh&ow the paper", "show paper")
        self._show_large = PlainButton("Show in large &letters", "show large")
        self._paper_acts = ButtonRow(self._show_paper, self._show_large)

        self._papers = Papers(
            "The paper",
            print_paper=lambda: self._presenter.print_paper(),  # noqa: PLW0108 - there is no presenter yet
            save_paper=lambda: self._presenter.save_paper(),  # noqa: PLW0108 - there is no presenter yet
        )
        self.add(
            self._state,
            ButtonRow(self._check, self._send, self._details, self._period, self._adjust),
            CardRow(self._closing, self._difference, self._surplus),
            self._findings,
            self._summary,
            self._behind,
            self._lines,
            self._adjustments,
            self._paper_acts,
            self._papers,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._check.clicked.connect(self._presenter.check)
        self._send.clicked.connect(self._presenter.send)
        self._details.clicked.connect(self._presenter.change_details)
        self._period.clicked.connect(self._presenter.change_period)
        self._adjust.clicked.connect(self._presenter.adjust)
        self._findings.activated.connect(self._presenter.go_to_finding)
        self._summary.activated.connect(self._on_figure)
        self._lines.activated.connect(self._presenter.go_to_line)
        self._show_paper.clicked.connect(lambda _pressed: self._presenter.show_paper())
        self._show_large.clicked.connect(lambda _pressed: self._presenter.show_paper(large=True))

    def show_figures(self, figures: ReturnFigures) -> None:
        weeks = f"{figures.weeks_in_hand} weeks' money" if figures.weeks_in_hand else ""
        self._closing.show(str(figures.closing), weeks)
        difference = "Not known" if figures.difference is None else str(figures.difference)
        agrees = {None: "No statement is known yet", NIL: "The bank and the record agree"}
        self._difference.show(difference, agrees.get(figures.difference, "The bank says something else"))
        self._surplus.show(str(figures.surplus), f"When {figures.closing - figures.surplus} is taken off")

    def show_state(self, tone: Tone, sentence: str, way_out: str) -> None:
        self._state.set_tone(tone)
        self._state.show(sentence, way_out)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings.set_rows(findings)
        self._findings.setVisible(bool(findings))

    def show_summary(self, rows: Sequence[SummaryRow]) -> None:
        self._summary.set_rows(rows)

    def show_lines(self, sentence: str, lines: Sequence[ListingLine]) -> None:
        self._behind.show(sentence)
        self._lines.set_rows(lines)
        self._lines.setVisible(bool(lines))

    def show_adjustments(self, adjustments: Sequence[Adjustment]) -> None:
        self._adjustments.set_rows(adjustments)
        self._adjustments.setVisible(bool(adjustments))

    def show_paper(self, pdf: bytes) -> None:
        self._papers.show()
        self._papers.show_paper(pdf)

    def hide_paper(self) -> None:
        self._papers.hide()

    def allow(self, allowed: Allowed) -> None:
        self._check.setVisible(allowed.check)
        self._send.setVisible(allowed.send)
        self._adjust.setVisible(allowed.adjust)
        for button in (self._details, self._period):
            button.setVisible(allowed.change)

    def open_period(self, texts: Mapping[str, str], streams: Sequence[tuple[str, str]], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "first": DateField("First day"),
            "last": DateField("Last day"),
            "stream": ChoiceField("For which money", streams),
            "due_on": DateField("Due on", "When the council wants it. It may stay empty."),
        }
        self._open("Days and money", "The figures are worked out again for these days.", fields, texts, keep)

    def open_details(self, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "completed_by": TextField("Filled in by"),
            "completed_as": TextField("In what role", "For example: suitable person, holder."),
            "helped_by": TextField("With help from", "It may stay empty."),
            "notes": TextField(
                "Notes", "What is unusual, what is missing and why, what the money made possible.", lines=5
            ),
            "ring_fenced": MoneyField("Kept for one purpose only", "Money that may be spent on nothing else."),
            "planned_saving": MoneyField("Planned saving", "Only what the plan agrees to."),
            "saving_for": TextField("What the saving is for", "Name the line of the plan."),
            "reserve_weeks": TextField("Weeks of money kept", "Leave it empty for what your funder agreed.", chars=4),
            "offered_back": MoneyField("Offered back", "Money that you offer to pay back to the funder."),
        }
        lead = "What you say on the return beside its figures. Every field may stay empty."
        self._open("Notes and what is kept", lead, fields, texts, keep)

    def open_sending(self, texts: Mapping[str, str], keep: Keep) -> None:
        lead = "This is for good: the figures and the paper stay as they are. It cannot be undone."
        self._open("Mark as sent", lead, {"sent_on": DateField("Sent on")}, texts, keep, "Mark as sent")

    def open_adjustment(self, lines: Sequence[tuple[str, str]], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "line": ChoiceField("Which line", lines),
            "amount": MoneyField("By how much it grows", "With a minus if it shrinks, for example -12.50."),
            "why": TextField("Why", "What changed, and how you know.", lines=3),
        }
        lead = "The return itself stays as it was sent. The next one begins with this."
        self._open("Add an adjustment", lead, fields, {}, keep)

    def point_out(self, number: int) -> None:
        self._presenter.open(ReturnId(number))

    def _open(  # noqa: PLR0913, PLR0917 -- a form has as many parts
        self,
        title: str,
        lead: str,
        fields: Mapping[str, AnyField],
        texts: Mapping[str, str],
        keep: Keep,
        button: str = "Keep",
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields), keep=button)
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def _on_figure(self, row: SummaryRow) -> None:
        self._presenter.show_behind(row)
        self._behind.take_focus()


def _what(row: SummaryRow) -> str:
    return f"{row.words}\n{row.under}".strip()
