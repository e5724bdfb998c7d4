"""Timesheets on paper, without a toolkit: printed to be signed, and what came back kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.file.running import Changes, Runner
from pa_manager.timesheets.model import Evidence, EvidenceKind, TimesheetId, TimesheetLine, WorkedLineId
from pa_manager.timesheets.operations import (
    TIMESHEETS,
    find_timesheet,
    keep_timesheet_paper,
    list_timesheet_papers,
    list_timesheets,
    print_timesheet,
    read_timesheet_paper,
    remove_timesheet_paper,
    show_timesheet_paper,
)
from pa_manager.values.days import Period, said_period, said_short
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

NONE_YET: Final = "There is no timesheet yet. Make one under Timesheets."
_SHOWN: Final = timedelta(days=366)
_LAST_DAY: Final = date(2199, 12, 31)
Keep = Callable[[Mapping[str, str]], None]


class PapersView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_choices(self, sheets: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_papers(self, papers: Sequence[tuple[Evidence, str]]) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...
    def allow(self, *, sheet: bool, picked: bool) -> None: ...
    def open_keeping(self, title: str, lines: Sequence[tuple[str, str]], name: str, keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Files(Protocol):
    """What is asked of the desktop."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...
    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...


class PapersPresenter:
    """Shows a timesheet as it is printed, filled or empty, and keeps the papers that come back."""

    def __init__(self, view: PapersView, runner: Runner, *, today: Callable[[], date], files: Files) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._files = files
        self._from = today() - _SHOWN
        self._sheet: TimesheetLine | None = None
        self._empty = self._large = False
        self._picked: Evidence | None = None
        self._shown: tuple[str, bytes] | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the timesheets again, and show the one chosen."""
        sheets = self._runner.read(list_timesheets, period=Period(self._from, _LAST_DAY))
        was = self._sheet.id if self._sheet else None
        self._sheet = next((each for each in sheets if each.id == was), next(iter(sheets), None))
        self._view.show_choices(
            [(str(each.id), _called(each)) for each in sheets], str(self._sheet.id) if self._sheet else ""
        )
        self._show()

    def choose(self, number: str) -> None:
        """Show the papers of another timesheet, also one that is older than those shown."""
        if not number or (self._sheet and str(self._sheet.id) == number):
            return
        try:
            found = self._runner.read(find_timesheet, TimesheetId(int(number)))
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._from = min(self._from, found.period.first)
        lines = self._runner.read(list_timesheets, period=found.period)
        self._sheet = next(each for each in lines if each.id == found.id)
        self._picked = None
        self.refresh()

    def show_sheet(self, *, empty: bool, large: bool) -> None:
        """Show the timesheet as it is printed: filled or empty, in usual or large letters."""
        self._empty, self._large, self._picked = empty, large, None
        self._show()

    def pick(self, paper: tuple[Evidence, str] | None) -> None:
        """Show the paper picked."""
        if paper is not None:
            self._picked = paper[0]
            self._show_paper()

    def add(self) -> None:
        """Let the user choose a file, then ask what it is."""
        if not (sheet := self._sheet):
            return
        try:
            chosen = self._files.open_file(f"A paper of {_called(sheet)}", "Any file (*)")
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if chosen:
            name, content = chosen
            lines = self._runner.read(find_timesheet, sheet.id).lines
            self._view.open_keeping(
                f"Keep {name}",
                [("", "The whole timesheet"), *((str(x.id), f"{said_short(x.day)}, {x.worked_said}") for x in lines)],
                name,
                partial(self._keep, sheet.id, content),
            )

    def remove(self) -> None:
        """Take the paper picked away."""
        if paper := self._picked:
            try:
                self._runner.run(remove_timesheet_paper, evidence_id=paper.id)
            except UserError as error:
                self._view.show_problem(str(error))
            else:
                self._view.show_result("Taken away. Undo brings it back.")

    def save(self) -> None:
        """Save what is shown as a file: the timesheet, or the paper picked as it was kept."""
        try:
            if paper := self._picked:
                place = self._files.save_file(paper.name, self._runner.read(read_timesheet_paper, paper.id))
            elif self._shown:
                name, pdf = self._shown
                place = self._files.save_file(f"{name}.pdf", pdf)
            else:
                return
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if place:
            self._view.show_result(f"Saved: {place}.")

    def print(self) -> None:
        """Print what is shown."""
        if self._shown:
            try:
                self._files.print_pdf(*self._shown)
            except UserError as error:
                self._view.show_problem(str(error))

    def _keep(self, sheet: TimesheetId, content: bytes, texts: Mapping[str, str]) -> None:
        form = Reading()
        name = form.required("name", texts["name"], "The name is missing. Type what to call it.")
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        try:
            self._runner.run(
                keep_timesheet_paper,
                timesheet_id=sheet,
                line_id=WorkedLineId(int(texts["line"])) if texts["line"] else None,
                kind=EvidenceKind(texts["kind"]),
                name=name,
                content=content,
            )
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result(f"Kept: {name}.")

    def _show(self) -> None:
        sheet = self._sheet
        papers = self._runner.read(list_timesheet_papers, timesheet_id=sheet.id) if sheet else ()
        if self._picked and all(each.id != self._picked.id for each, _ in papers):
            self._picked = None
        self._view.set_lead(_lead(papers) if sheet else NONE_YET)
        self._view.show_papers(papers)
        self._show_paper()

    def _show_paper(self) -> None:
        self._view.allow(sheet=self._sheet is not None, picked=self._picked is not None)
        self._shown = None
        if paper := self._picked:
            try:
                pdf = self._runner.read(show_timesheet_paper, paper.id)
            except UserError as error:
                self._view.show_no_paper(str(error))
                return
            if pdf is None:
                self._view.show_no_paper(f"{paper.name} cannot be shown here. Save it as a file to open it.")
                return
            self._shown = (paper.name, pdf)
        elif sheet := self._sheet:
            pdf = self._runner.read(print_timesheet, timesheet_id=sheet.id, large=self._large, empty=self._empty)
            self._shown = (f"Timesheet, {_called(sheet)}", pdf)
        if self._shown:
            self._view.show_paper(self._shown[1])
        else:
            self._view.show_no_paper(NONE_YET)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(TIMESHEETS | ASSISTANTS):
            self.refresh()


def _called(sheet: TimesheetLine) -> str:
    return f"{sheet.assistant}, {said_period(sheet.period)}"


def _lead(papers: Sequence[tuple[Evidence, str]]) -> str:
    if any(each.kind is EvidenceKind.SIGNED for each, _ in papers):
        return "The signed timesheet is kept here."
    return "Print it, both sign it, and keep the scan or a photo of it here."
