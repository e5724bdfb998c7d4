"""Money that should come, without a toolkit: how it came, letters about it, and what is left of one-off payments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.funding.model import MoneyInKind
from pa_manager.funding.operations import FUNDING
from pa_manager.holder.operations import HOLDER
from pa_manager.spending.model import AMISS, Arrival, ExpectedLine, KeptLetter, Letter, OneOffAccount
from pa_manager.spending.operations import (
    SPENDING,
    draft_letter,
    list_letters,
    make_letter,
    money_expected,
    one_off_accounts,
    read_letter,
    remove_letter,
)
from pa_manager.spending.presenter.keeping import FormView, do, keep
from pa_manager.values.days import Period, said, said_with_weekday
from pa_manager.values.errors import UserError
from pa_manager.values.tasks import GoTo, Place

EMPTY: Final = "Nothing is expected yet. Say under Money agreed who pays, how much and when."
PICK: Final = "Pick a letter above to see it."
_BACK: Final = timedelta(days=366)
_ON: Final = timedelta(days=184)
Keep = Callable[[Mapping[str, str]], None]


class ExpectedDesk(Protocol):
    """What is asked of the desktop: to save a file and to print a paper."""

    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...


class ExpectedView(FormView, Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_expected(self, lines: Sequence[ExpectedLine]) -> None: ...
    def show_sentence(self, sentence: str, way_out: str, *, amiss: bool) -> None: ...
    def show_one_offs(self, accounts: Sequence[OneOffAccount]) -> None: ...
    def show_letters(self, letters: Sequence[KeptLetter]) -> None: ...
    def pick_letter(self, number: int) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...
    def allow(self, *, write: bool, payment: bool, remove: bool) -> None: ...
    def open_letter(self, letter: Letter, keep: Keep) -> None: ...


class ExpectedPresenter:
    """Says how each sum came, and drafts, makes, shows, prints and saves letters about what did not."""

    def __init__(
        self, view: ExpectedView, runner: Runner, go_to: GoTo, *, today: Callable[[], date], desk: ExpectedDesk
    ) -> None:
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._today = today
        self._desk = desk
        self._line: ExpectedLine | None = None
        self._letter: KeptLetter | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again and show it: a year back, and half a year on."""
        today = self._today()
        period = Period(today - _BACK, today + _ON)
        lines = self._runner.read(money_expected, period=period, today=today)
        self._view.set_lead(_lead(lines, today))
        self._view.show_expected(lines)
        self._view.show_one_offs(self._runner.read(one_off_accounts, today=today))
        letters = self._runner.read(list_letters)
        self._view.show_letters(letters)
        kept = self._letter
        self.pick_letter(next((each for each in letters if kept and each.id == kept.id), None))

    def pick(self, line: ExpectedLine | None) -> None:
        """Take note of the money picked, and say how it came."""
        self._line = line
        amiss = line is not None and line.arrival in AMISS
        way_out = "A letter can say so and ask." if self._can_write else ""
        self._view.show_sentence(line.sentence if line else "", way_out, amiss=amiss)
        self._show_allowed()

    def pick_letter(self, letter: KeptLetter | None) -> None:
        """Take note of the letter picked, and show it."""
        self._letter = letter
        self._show_allowed()
        if letter is None:
            self._view.show_no_paper(PICK)
        else:
            self._try(lambda: self._view.show_paper(self._runner.read(read_letter, letter.id)))

    def write(self) -> None:
        """Open the letter about the money picked, filled in from the record, every word to be changed."""
        if (line := self._line) and self._can_write:
            draft = self._runner.read(draft_letter, line=line)
            self._view.open_letter(draft, lambda texts: self._make(draft, texts))

    def show_payment(self) -> None:
        """Lead to the payment that came."""
        if self._line and self._line.came:
            self._go_to(Place("spending", self._line.came[-1].transaction_id))

    def remove(self) -> None:
        """Throw away the letter picked."""
        if letter := self._letter:
            do(
                self._view,
                lambda: self._runner.run(remove_letter, letter_id=letter.id),
                "The letter is thrown away. Undo brings it back.",
            )

    def print_paper(self) -> None:
        """Print the letter picked."""
        self._hand_out(self._desk.print_pdf)

    def save_paper(self) -> None:
        """Save the letter picked as a file."""
        self._hand_out(self._save)

    @property
    def _can_write(self) -> bool:
        line = self._line
        return line is not None and line.arrival in AMISS and line.expected.what is not MoneyInKind.CONTRIBUTION

    def _save(self, name: str, pdf: bytes) -> None:
        if where := self._desk.save_file(f"{name}.pdf", pdf):
            self._view.show_result(f"Saved: {where}.")

    def _hand_out(self, hand_out: Callable[[str, bytes], None]) -> None:
        if letter := self._letter:
            name = f"Letter to {letter.to}, {said(letter.made_on)}"
            self._try(lambda: hand_out(name, self._runner.read(read_letter, letter.id)))

    def _make(self, draft: Letter, texts: Mapping[str, str]) -> None:
        words = {name: text for name, text in texts.items() if name != "large"}
        made = keep(
            self._view,
            lambda: self._runner.run(
                make_letter, draft=draft, texts=words, made_on=self._today(), large=bool(texts["large"])
            ),
            "Made and kept. Print it or save it below.",
        )
        if made:
            self._view.pick_letter(self._runner.read(list_letters)[0].id)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_problem(str(error))

    def _show_allowed(self) -> None:
        came = self._line is not None and bool(self._line.came)
        self._view.allow(write=self._can_write, payment=came, remove=self._letter is not None)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(SPENDING | FUNDING | HOLDER):
            self.refresh()


def _lead(lines: Sequence[ExpectedLine], today: date) -> str:
    if not lines:
        return EMPTY
    amiss = sum(line.arrival in AMISS for line in lines)
    count = {0: "All money came as agreed", 1: "1 sum did not come as agreed"}.get(
        amiss, f"{amiss} sums did not come as agreed"
    )
    coming = next((line for line in lines if line.arrival is Arrival.DUE and line.expected.due_on >= today), None)
    if coming is None:
        return f"{count}."
    expected = coming.expected
    whose = "from yourself" if expected.what is MoneyInKind.CONTRIBUTION else f"from {coming.who}"
    return f"{count}. Next: {expected.amount} {whose} on {said_with_weekday(expected.due_on)}."
