"""The forms that keep a receipt, and attach one that is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from pa_manager.file.running import Runner
from pa_manager.spending.model import EvidenceId, EvidenceKind, SpendingLine, Transaction
from pa_manager.spending.model.proving import file_name
from pa_manager.spending.operations import (
    attach_evidence,
    find_transaction,
    keep_evidence,
    list_evidence,
    read_evidence,
)
from pa_manager.spending.presenter.choosing import PAPERS, ChooseFile, SaveFile
from pa_manager.spending.presenter.forms import in_words
from pa_manager.spending.presenter.keeping import FormView, keep
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading


class PaperView(FormView, Protocol):
    """What these forms ask of the widget."""

    def open_paper_form(self, lead: str, texts: Mapping[str, str]) -> None: ...
    def open_kept_paper_form(self, lead: str, papers: Sequence[tuple[str, str]]) -> None: ...


class PaperForms:
    """Keeps receipts, invoices and letters for payments."""

    def __init__(self, view: PaperView, runner: Runner, choose_file: ChooseFile, save_file: SaveFile) -> None:
        self._view = view
        self._runner = runner
        self._choose_file = choose_file
        self._save_file = save_file
        self._of: Transaction | None = None
        self._content = b""

    def add(self, line: SpendingLine | None) -> None:
        """Let the user choose a receipt for a payment, and ask what it is."""
        if line is None:
            return
        try:
            chosen = self._choose_file("Choose a receipt or invoice", PAPERS)
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if chosen is not None:
            name, self._content = chosen
            self._of = line.transaction
            self._view.open_paper_form(in_words(self._of), {"name": name, "kind": EvidenceKind.RECEIPT})

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep the paper chosen for the payment."""
        of, content = self._of, self._content
        form = Reading()
        name = form.required("name", texts["name"], "The document needs a name. Type what it is.")
        self._view.show_form_errors(form.errors)
        if form.errors or of is None:
            return
        kind = EvidenceKind(texts["kind"])
        kept = keep(
            self._view,
            lambda: self._runner.run(keep_evidence, kind=kind, name=name, content=content, transaction_ids=(of.id,)),
            "",
        )
        if kept:
            newest = self._runner.read(find_transaction, of.id).evidence[-1]
            self._view.show_result(f"Kept as No. {newest.number}. Write that number on the paper.")

    def save(self, line: SpendingLine | None) -> None:
        """Save the papers of a payment as files, each where the user says."""
        papers = line.transaction.evidence if line is not None else ()
        try:
            contents = [(each.name, self._runner.read(read_evidence, each.id)) for each in papers]
            wheres = [self._save_file(file_name(name, content), content) for name, content in contents]
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if saved := ", ".join(filter(None, wheres)):
            self._view.show_result(f"Saved: {saved}.")

    def attach(self, line: SpendingLine | None) -> None:
        """Open the form that attaches a paper which is kept already, the newest first."""
        if line is not None:
            self._of = line.transaction
            papers = [(str(each.id), f"No. {each.number}, {each.name}") for each in self._runner.read(list_evidence)]
            self._view.open_kept_paper_form(in_words(line.transaction), tuple(reversed(papers)))

    def keep_attached(self, texts: Mapping[str, str]) -> None:
        """Attach the paper chosen to the payment."""
        of = self._of
        if of is not None and texts["paper"]:
            evidence_id = EvidenceId(int(texts["paper"]))
            keep(
                self._view,
                lambda: self._runner.run(attach_evidence, evidence_id=evidence_id, transaction_ids=(of.id,)),
                f"Kept. The paper belongs to {of.payee} too.",
            )
