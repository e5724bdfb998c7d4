"""The papers filed with a payslip, without a toolkit: added, and saved again to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from pa_manager.assistants.model import Document
from pa_manager.assistants.operations import read_document
from pa_manager.file.running import Runner
from pa_manager.pay.model import Payslip
from pa_manager.pay.operations import file_payslip_paper, list_payslip_papers
from pa_manager.values.errors import UserError

_PAPERS: Final = "Papers (*.pdf *.jpg *.jpeg *.png);;All files (*)"


class Files(Protocol):
    """What is asked of the desktop."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...
    def save_file(self, name: str, content: bytes) -> str | None: ...


class PapersView(Protocol):
    """What is asked of the widget."""

    def show_papers(self, papers: Sequence[Document]) -> None: ...
    def allow_saving(self, allowed: bool) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class PayslipPapers:
    """Shows the papers of the payslip picked, files more, and saves the one picked where the user wants it."""

    def __init__(self, view: PapersView, runner: Runner, files: Files) -> None:
        self._view = view
        self._runner = runner
        self._files = files
        self._payslip: Payslip | None = None
        self._paper: Document | None = None

    def show(self, payslip: Payslip | None) -> None:
        """Show the papers of a payslip, or none."""
        self._payslip = payslip
        self._view.show_papers(self._runner.read(list_payslip_papers, payslip_id=payslip.id) if payslip else ())
        self.pick(None)

    def pick(self, paper: Document | None) -> None:
        """Take note of the paper picked."""
        self._paper = paper
        self._view.allow_saving(paper is not None)

    def add(self) -> None:
        """Let the user choose a paper, and file it with the payslip."""
        if self._payslip is None:
            return
        try:
            chosen = self._files.open_file("Choose the payslip as it came", _PAPERS)
            if chosen is None:
                return
            name, content = chosen
            self._runner.run(file_payslip_paper, payslip_id=self._payslip.id, name=name, content=content)
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._view.show_result(f"Filed: {name}. It stands among the PA's documents too.")

    def save(self) -> None:
        """Save the paper picked where the user wants it."""
        if self._paper is None:
            return
        try:
            place = self._files.save_file(self._paper.name, self._runner.read(read_document, self._paper.id))
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if place:
            self._view.show_result(f"Saved: {place}.")
