"""Summaries of pay, without a toolkit: which paper, of whom, of which time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, Protocol

from pa_manager.assistants.model import Assistant, told_apart
from pa_manager.assistants.operations import ASSISTANTS, list_assistants
from pa_manager.file.running import Changes, Runner
from pa_manager.funding.operations import FUNDING
from pa_manager.holder.operations import HOLDER
from pa_manager.law.pay_periods import tax_year, tax_year_days, tax_year_said
from pa_manager.pay.operations import PAY, print_streams, print_year
from pa_manager.plan.operations import PLAN
from pa_manager.rota.operations import ROTA
from pa_manager.timesheets.operations import TIMESHEETS
from pa_manager.values.days import Period, day_from_text, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

COUNCIL: Final = "council"
_YEARS: Final = 7
_LEAD: Final = "What a PA was paid in a tax year, or hours and pay by the money that pays them, for the council."


class SummariesView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_choices(
        self, papers: Sequence[tuple[str, str]], paper: str, years: Sequence[tuple[str, str]], year: str
    ) -> None: ...
    def show_times(self, *, years: bool) -> None: ...
    def fill_days(self, texts: Mapping[str, str]) -> None: ...
    def show_day_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class SummariesPresenter:
    """Makes the summary asked for, and prints and saves it."""

    def __init__(
        self,
        view: SummariesView,
        runner: Runner,
        *,
        today: Callable[[], date],
        print_pdf: Callable[[str, bytes], None],
        save_file: Callable[[str, bytes], str | None],
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._print_pdf = print_pdf
        self._save_file = save_file
        self._paper = COUNCIL
        self._year = tax_year(today())
        days = tax_year_days(self._year)
        self._period = Period(days.first, today())
        self._large = False
        self._pdf = b""
        self.close = runner.on_change(self._refresh_if_touched)
        view.set_lead(_LEAD)
        view.fill_days({"first": f"{self._period.first}", "last": f"{self._period.last}"})
        self.refresh()

    def refresh(self) -> None:
        """Make the summary again and show it."""
        everyone = self._runner.read(list_assistants)
        if self._whose(everyone) is None:
            self._paper = COUNCIL
        names = told_apart(everyone)
        papers = [(COUNCIL, "Hours and pay, for the council")]
        papers += [(str(each.id), f"Tax year of {names[each.id]}") for each in everyone]
        this_year = tax_year(self._today())
        years = [(str(year), tax_year_said(year)) for year in range(this_year, this_year - _YEARS, -1)]
        self._view.show_choices(papers, self._paper, years, str(self._year))
        self._view.show_times(years=self._paper != COUNCIL)
        try:
            self._pdf = self._make(everyone)
        except UserError as error:
            self._pdf = b""
            self._view.show_no_paper(str(error))
            return
        self._view.show_paper(self._pdf)

    def choose(self, paper: str) -> None:
        """Show another summary."""
        if paper and paper != self._paper:
            self._paper = paper
            self.refresh()

    def choose_year(self, year: str) -> None:
        """Show another tax year."""
        if year and int(year) != self._year:
            self._year = int(year)
            self.refresh()

    def choose_days(self, texts: Mapping[str, str]) -> None:
        """Show another time, or say beside each day what is wrong with it."""
        form = Reading()
        first = form.field("first", day_from_text, texts["first"])
        last = form.field("last", day_from_text, texts["last"])
        if first and last:
            self._period = form.field("last", lambda _text: Period(first, last), texts["last"]) or self._period
        self._view.show_day_errors(form.errors)
        if not form.errors:
            self.refresh()

    def show_large(self, large: bool) -> None:
        """Show, print and save in large print, or in ordinary letters again."""
        self._large = large
        self.refresh()

    def point_out(self, number: int) -> None:
        """Show the tax year of the PA with a number."""
        self.choose(str(number))

    def print_paper(self) -> None:
        """Print the summary."""
        self._hand_out(self._print_pdf)

    def save_paper(self) -> None:
        """Save the summary as a file."""
        self._hand_out(self._save)

    def _save(self, name: str, pdf: bytes) -> None:
        if place := self._save_file(f"{name}.pdf", pdf):
            self._view.show_result(f"Saved: {place}.")

    def _hand_out(self, hand_out: Callable[[str, bytes], None]) -> None:
        if not self._pdf:
            return
        whose = self._whose(self._runner.read(list_assistants))
        what = f"Pay of {whose.name}, {tax_year_said(self._year)}" if whose else f"Hours and pay, {self._time}"
        try:
            hand_out(f"{what}{', large print' if self._large else ''}", self._pdf)
        except UserError as error:
            self._view.show_problem(str(error))

    @property
    def _time(self) -> str:
        return said_period(self._period)

    def _whose(self, everyone: Sequence[Assistant]) -> Assistant | None:
        return next((each for each in everyone if str(each.id) == self._paper), None)

    def _make(self, everyone: Sequence[Assistant]) -> bytes:
        today = self._today()
        if whose := self._whose(everyone):
            return self._runner.read(print_year, assistant_id=whose.id, year=self._year, today=today, large=self._large)
        return self._runner.read(print_streams, period=self._period, today=today, large=self._large)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | TIMESHEETS | ASSISTANTS | FUNDING | PLAN | ROTA | HOLDER):
            self.refresh()
