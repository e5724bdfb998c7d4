"""Bringing in a bank file, without a toolkit: chosen, looked through, and only then taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.spending.model import (
    Account,
    AccountId,
    Batch,
    Finding,
    Preview,
    PreviewRow,
    TakenRow,
    WarningCode,
    Weight,
)
from pa_manager.spending.operations import (
    SPENDING,
    import_file,
    list_accounts,
    list_batches,
    preview_import,
    undo_import,
)
from pa_manager.spending.presenter.choosing import BANK_FILES, ChooseFile
from pa_manager.spending.presenter.keeping import FormView, do, keep
from pa_manager.values.errors import UserError
from pa_manager.values.tasks import GoTo, Place

LEAD: Final = "Download the list of payments from your bank as CSV or OFX, and choose that file. Nothing is taken yet."
NO_ACCOUNT: Final = "There is no account yet. Open one first, then bring in its file."


class ImportView(FormView, Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_accounts(self, choices: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_file(self, name: str) -> None: ...
    def show_findings(self, tone: Weight, sentence: str, details: Sequence[str]) -> None: ...
    def read_out(self) -> None: ...
    def show_rows(self, rows: Sequence[TakenRow]) -> None: ...
    def show_batches(self, batches: Sequence[tuple[Batch, str]]) -> None: ...
    def show_taking(self, words: str) -> None: ...
    def allow(self, names: frozenset[str]) -> None: ...
    def open_questions(self, questions: Sequence[tuple[str, str]]) -> None: ...


class ImportPresenter:
    """Shows what a bank file would bring, takes ticks, and brings it in."""

    def __init__(
        self, view: ImportView, runner: Runner, go_to: GoTo, *, today: Callable[[], date], choose_file: ChooseFile
    ) -> None:
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._today = today
        self._choose_file = choose_file
        self._there: tuple[Account, ...] = ()
        self._account: AccountId | None = None
        self._chosen: tuple[str, bytes] | None = None
        self._preview: Preview | None = None
        self._turned: set[int] = set()
        self._picked: TakenRow | None = None
        self._batch: Batch | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the accounts and the files brought in, and look at the file chosen again."""
        self._there = self._runner.read(list_accounts)
        if self._account not in {account.id for account in self._there}:
            self._account = self._there[0].id if self._there else None
        choices = [(str(account.id), account.said) for account in self._there]
        self._view.show_accounts(choices, f"{self._account or ''}")
        names = {account.id: account.name for account in self._there}
        batches = self._runner.read(list_batches)
        self._view.show_batches([(batch, names[batch.account_id]) for batch in batches])
        self._view.set_lead(LEAD if self._there else NO_ACCOUNT)
        self._look_again()

    def point_out(self, number: int) -> None:
        """Choose the account with a number."""
        self.choose_account(f"{number}")
        self.refresh()

    def choose_account(self, key: str) -> None:
        """Take the file as one of another account."""
        if key and AccountId(int(key)) != self._account:
            self._account = AccountId(int(key))
            self._turned.clear()
            self._look_again()

    def choose_file(self) -> None:
        """Let the user choose a file, and show what it would bring."""
        try:
            chosen = self._choose_file("Choose a file from your bank", BANK_FILES)
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if chosen is not None:
            self._chosen = chosen
            self._turned.clear()
            self._view.show_problem("")
            self._view.show_result("")
            self._look_again()
            self._view.read_out()

    def pick(self, row: TakenRow | None) -> None:
        """Take note of the row picked."""
        self._picked = row
        self._show_allowed()

    def turn(self) -> None:
        """Take the row picked, or leave it, whichever it is not."""
        if self._picked and self._picked.row.can_tick:
            self._turned ^= {self._picked.row.position}
            self._show_rows()

    def keep(self) -> None:
        """Bring in what is ticked. If the file leaves something open, ask about that first."""
        if self._preview is None:
            return
        if self._preview.questions:
            self._view.open_questions([(found.code.value, found.sentence) for found in self._preview.questions])
        else:
            self._bring_in(frozenset())

    def keep_answers(self, texts: Mapping[str, str]) -> None:
        """Bring in what is ticked, if every question was answered with yes."""
        if self._preview is None:
            return
        missing = {
            found.code.value: "Tick this to go on, or leave the file alone."
            for found in self._preview.questions
            if not texts.get(found.code.value)
        }
        self._view.show_form_errors(missing)
        if not missing:
            self._bring_in(frozenset(found.code for found in self._preview.questions))

    def pick_batch(self, batch: Batch | None) -> None:
        """Take note of the file picked among those brought in."""
        self._batch = batch
        self._show_allowed()

    def take_out(self) -> None:
        """Take out what the file picked has brought."""
        if batch := self._batch:
            lines = "1 line is" if batch.rows_new == 1 else f"{batch.rows_new} lines are"
            do(
                self._view,
                lambda: self._runner.run(undo_import, batch_id=batch.id),
                f"{batch.name}: {lines} taken out again. Undo brings them back.",
            )

    def go_to_list(self) -> None:
        """Go to the list of money in and money out."""
        self._go_to(Place("spending"))

    def _bring_in(self, yes: frozenset[WarningCode]) -> None:
        preview, chosen, account_id = self._preview, self._chosen, self._account
        if preview is None or chosen is None or account_id is None:
            return
        name, content = chosen
        ticked = {row.position for row in preview.rows if row.is_ticked}
        taken = [row for row in preview.rows if self._is_taken(row)]
        what = "1 line is" if len(taken) == 1 else f"{len(taken)} lines are"
        told = f"Kept. {what} brought in from {name}." if taken else "Nothing new is in this file."

        def run() -> None:
            self._runner.run(
                import_file,
                account_id=account_id,
                name=name,
                content=content,
                also=frozenset(self._turned - ticked),
                without=frozenset(self._turned & ticked),
                yes=yes,
                today=self._today(),
            )

        if keep(self._view, run, told):
            self._chosen = None
            self._turned.clear()
            self._look_again()

    def _look_again(self) -> None:
        self._preview = None
        if self._chosen is not None and self._account is not None:
            name, content = self._chosen
            self._preview = self._runner.read(
                preview_import, account_id=self._account, name=name, content=content, today=self._today()
            )
        self._view.show_file(self._chosen[0] if self._chosen else "")
        self._show_findings()
        self._show_rows()

    def _show_findings(self) -> None:
        if self._preview is None:
            self._view.show_findings(Weight.NOTE, "", ())
            return
        preview = self._preview
        heaviest = max((found.weight for found in preview.findings), default=Weight.NOTE)
        details = [found.sentence for found in _heaviest_first(preview.findings)]
        if preview.refusal:
            self._view.show_findings(heaviest, preview.refusal, ())
            return
        if preview.known_before:
            details.insert(0, "You have brought in this very file before.")
        self._view.show_findings(heaviest, preview.summary, details)

    def _show_rows(self) -> None:
        rows = self._preview.rows if self._preview else ()
        self._view.show_rows([TakenRow(row=row, is_taken=self._is_taken(row)) for row in rows])
        taken = sum(self._is_taken(row) for row in rows)
        lines = "1 line" if taken == 1 else f"{taken} lines"
        self._view.show_taking(f"Bring in {lines}" if taken else "Nothing is ticked")
        number = self._picked and self._picked.row.position
        self._picked = next(
            (TakenRow(row=row, is_taken=self._is_taken(row)) for row in rows if row.position == number), None
        )
        self._show_allowed()

    def _is_taken(self, row: PreviewRow) -> bool:
        return row.can_tick and (row.is_ticked != (row.position in self._turned))

    def _show_allowed(self) -> None:
        allowed = {"list"}
        if self._there:
            allowed |= {"choose", "another"}
        if self._preview and not self._preview.refusal and any(map(self._is_taken, self._preview.rows)):
            allowed.add("bring in")
        if self._picked and self._picked.row.can_tick:
            allowed.add("turn")
        if self._batch:
            allowed.add("take out")
        self._view.allow(frozenset(allowed))

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(SPENDING):
            self.refresh()


def _heaviest_first(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda found: -found.weight)
