"""The documents filed with one PA, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.model import Assistant, Document, DocumentDetails, DocumentKind, told_apart
from pa_manager.assistants.operations import (
    ASSISTANTS,
    change_document,
    delete_document,
    file_document,
    list_assistants,
    list_documents,
    read_document,
    suggest_keeping,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

NOBODY: Final = "Nobody is down as your PA yet. Add one under My PAs."
KINDS: Final = "Any file (*)"
AS_SUGGESTED: Final = "Leave the last day empty to take the usual one for the kind: you are told why."
Keep = Callable[[Mapping[str, str]], None]


class DocumentsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_documents(self, documents: Sequence[Document], today: date) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...
    def allow(self, *, filing: bool, picked: bool) -> None: ...
    def open_document(self, title: str, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_deleting(self, title: str, lead: str, keep: Keep) -> None: ...
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


class DocumentsPresenter:
    """Files documents with a PA, says how long each is kept and why, shows, saves and deletes them."""

    def __init__(self, view: DocumentsView, runner: Runner, *, today: Callable[[], date], files: Files) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._files = files
        self._whose: Assistant | None = None
        self._picked: Document | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the documents again and show them."""
        everyone = self._runner.read(list_assistants)
        was = self._whose.id if self._whose else None
        self._whose = next((each for each in everyone if each.id == was), next(iter(everyone), None))
        names = told_apart(everyone)
        self._view.show_people(
            [(str(each.id), names[each.id]) for each in everyone], str(self._whose.id) if self._whose else ""
        )
        found = self._runner.read(list_documents, self._whose.id) if self._whose else ()
        self._view.set_lead(self._lead(found))
        picked = self._picked
        self._view.show_documents(found, self._today())
        self.pick(next((each for each in found if picked and each.id == picked.id), None))

    def choose(self, number: str) -> None:
        """Show the documents of another PA."""
        wanted = next((each for each in self._runner.read(list_assistants) if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose, self._picked = wanted, None
            self.refresh()

    def pick(self, document: Document | None) -> None:
        """Take note of the document picked, and show it if it is a PDF."""
        self._picked = document
        self._view.allow(filing=self._whose is not None, picked=document is not None)
        if document is None:
            self._view.show_no_paper("Pick a document above to see it.")
            return
        try:
            content = self._runner.read(read_document, document.id)
        except UserError as error:
            self._view.show_no_paper(str(error))
            return
        if content.startswith(b"%PDF"):
            self._view.show_paper(content)
        else:
            self._view.show_no_paper(f"{document.name} is no PDF. Save it as a file to open it in its own program.")

    def add(self) -> None:
        """Let the user choose a file, then ask what it is."""
        if not (whose := self._whose):
            return
        try:
            chosen = self._files.open_file(f"A document of {whose.name}", KINDS)
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if chosen:
            name, content = chosen
            self._view.open_document(
                f"File {name} with {whose.name}",
                AS_SUGGESTED,
                {"kind": DocumentKind.OTHER.value, "name": name, "dated": f"{self._today()}"},
                partial(self._file, whose, content),
            )

    def change(self) -> None:
        """Open what is known of the document picked, filled."""
        if (document := self._picked) and (whose := self._whose):
            usual = self._runner.read(suggest_keeping, assistant_id=whose.id, kind=document.kind, dated=document.dated)
            self._view.open_document(
                f"Change {document.name}",
                f"How long to keep it: {usual.why}",
                {
                    "kind": document.kind.value,
                    "name": document.name,
                    "dated": f"{document.dated}",
                    "keep_until": f"{document.keep_until or ''}",
                    "note": document.note,
                },
                partial(self._change, document),
            )

    def save(self) -> None:
        """Save the document picked as a file."""
        if document := self._picked:
            try:
                place = self._files.save_file(document.name, self._runner.read(read_document, document.id))
            except UserError as error:
                self._view.show_problem(str(error))
                return
            if place:
                self._view.show_result(f"Saved: {place}.")

    def print_paper(self) -> None:
        """Print the document picked, which is a PDF."""
        if document := self._picked:
            try:
                self._files.print_pdf(document.name, self._runner.read(read_document, document.id))
            except UserError as error:
                self._view.show_problem(str(error))

    def delete(self) -> None:
        """Ask whether the document picked is to go for good."""
        if (document := self._picked) and (whose := self._whose):
            usual = self._runner.read(suggest_keeping, assistant_id=whose.id, kind=document.kind, dated=document.dated)
            self._view.open_deleting(
                f"Delete {document.name} for good?",
                f"It cannot be undone, and nothing done before it can. Usual: {usual.why} Copies of this file that"
                " were made before still have it.",
                partial(self._delete, document),
            )

    def _file(self, whose: Assistant, content: bytes, texts: Mapping[str, str]) -> None:
        if (read := self._details(whose, texts)) is None:
            return
        details, why = read
        self._keep(
            lambda: self._runner.run(file_document, assistant_id=whose.id, details=details, content=content),
            f"Filed: {details.name}. {why}",
        )

    def _change(self, document: Document, texts: Mapping[str, str]) -> None:
        if (whose := self._whose) and (read := self._details(whose, texts)):
            details, why = read
            self._keep(
                lambda: self._runner.run(change_document, document_id=document.id, details=details),
                f"Kept: {details.name}. {why}",
            )

    def _delete(self, document: Document, _texts: Mapping[str, str]) -> None:
        self._keep(
            lambda: self._runner.run(delete_document, document_id=document.id),
            f"Deleted for good: {document.name}.",
        )

    def _details(self, whose: Assistant, texts: Mapping[str, str]) -> tuple[DocumentDetails, str] | None:
        """Return what was typed, and why it is kept so long; without a last day the usual one is taken."""
        form = Reading()
        name = form.required("name", texts["name"], "The name is missing. Type what to call it.")
        dated = form.field("dated", day_from_text, texts["dated"])
        until = form.optional("keep_until", day_from_text, texts["keep_until"])
        self._view.show_form_errors(form.errors)
        if form.errors or dated is None:
            return None
        kind = DocumentKind(texts["kind"])
        usual = self._runner.read(suggest_keeping, assistant_id=whose.id, kind=kind, dated=dated)
        why = "" if until else f"How long to keep it: {usual.why}"
        details = DocumentDetails(
            kind=kind, name=name, dated=dated, keep_until=until or usual.until, note=texts["note"]
        )
        return details, why

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result.strip())

    def _lead(self, found: Sequence[Document]) -> str:
        if self._whose is None:
            return NOBODY
        due = sum(each.is_due(self._today()) for each in found)
        if not found:
            return "Any file may be filed here. Nothing is deleted by itself."
        many = f"{len(found)} document{'' if len(found) == 1 else 's'}."
        over = f"The time of {due} is over: delete {'it' if due == 1 else 'them'}, or set a later day."
        return f"{many} {over if due else 'Nothing is deleted by itself.'}"

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()
