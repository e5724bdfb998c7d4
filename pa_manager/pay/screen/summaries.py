"""Summaries of pay: a PA's tax year, and hours and pay for the council."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.pay.presenter.summaries import SummariesPresenter, SummariesView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField, TickField
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen


class SummariesScreen(Screen):
    """A summary to choose, the time it is of, and the paper itself."""

    def __init__(self, present: Callable[[SummariesView], SummariesPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Summaries of pay", parent=parent)
        self._paper = ChoiceField("Which summary")
        self._year = ChoiceField("Tax year", hint="From 6 April to 5 April.")
        self._days = {
            "first": DateField("First day", "Timesheets that end from this day on."),
            "last": DateField("Last day", "The last day on which they end."),
        }
        self._show = MainButton("Show these days", "show days")
        self._show_row = ButtonRow(self._show)
        self._large = TickField("Show and print in large letters")
        self._papers = Papers("The summary", print_paper=self._print, save_paper=self._save)
        self.add(self._paper, self._year, *self._days.values(), self._show_row, self._large, self._papers)

        self._presenter = presenter = present(self)
        self.destroyed.connect(presenter.close)
        self._paper.changed.connect(lambda: presenter.choose(self._paper.text()))
        self._year.changed.connect(lambda: presenter.choose_year(self._year.text()))
        self._show.clicked.connect(
            lambda: presenter.choose_days({name: field.text() for name, field in self._days.items()})
        )
        self._large.changed.connect(lambda: presenter.show_large(bool(self._large.text())))

    def show_choices(
        self, papers: Sequence[tuple[str, str]], paper: str, years: Sequence[tuple[str, str]], year: str
    ) -> None:
        for field, choices, chosen in ((self._paper, papers, paper), (self._year, years, year)):
            field.blockSignals(True)
            field.set_choices(choices)
            field.set_text(chosen)
            field.blockSignals(False)

    def show_times(self, *, years: bool) -> None:
        self._year.setVisible(years)
        for widget in (*self._days.values(), self._show_row):
            widget.setVisible(not years)

    def fill_days(self, texts: Mapping[str, str]) -> None:
        for name, field in self._days.items():
            field.set_text(texts[name])

    def show_day_errors(self, errors: Mapping[str, str]) -> None:
        for name, field in self._days.items():
            field.show_error(errors.get(name, ""))

    def show_paper(self, pdf: bytes) -> None:
        self._papers.show_paper(pdf)

    def show_no_paper(self, sentence: str) -> None:
        self._papers.show_nothing(sentence)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _print(self) -> None:
        self._presenter.print_paper()

    def _save(self) -> None:
        self._presenter.save_paper()
