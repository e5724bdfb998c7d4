"""Forgetting somebody who has left, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.model import NEUTRAL, Assistant, Keeping, next_day, told_apart
from pa_manager.assistants.operations import (
    ASSISTANTS,
    count_mentions,
    forget_person,
    list_assistants,
    list_keepings,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

NOBODY: Final = "Nobody has left yet. People can be forgotten once their last day of work is over."
NOT_REACHED: Final = (
    "What was printed, sent or saved elsewhere is not reached, nor are backups made before: delete those yourself."
    " Bank lines, receipts and returns that were sent stay as they are, with the names in them: the council may ask"
    " for them, and by the bank's own words a line is known again."
    " This is not legal advice."
)
Keep = Callable[[Mapping[str, str]], None]


class ForgettingView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_keepings(self, keepings: Sequence[Keeping], today: date) -> None: ...
    def show_rest(self, sentence: str) -> None: ...
    def allow(self, allowed: bool) -> None: ...
    def open_forgetting(self, title: str, lead: str, *, tick: bool, keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class ForgettingPresenter:
    """Shows what the law asks to be kept about somebody who has left, and forgets them."""

    def __init__(self, view: ForgettingView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._whose: Assistant | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read what is kept again and show it."""
        gone = self._gone()
        was = self._whose.id if self._whose else None
        self._whose = next((each for each in gone if each.id == was), next(iter(gone), None))
        names = told_apart(gone)
        self._view.show_people(
            [(str(each.id), names[each.id]) for each in gone], str(self._whose.id) if self._whose else ""
        )
        self._view.allow(self._whose is not None)
        if self._whose is None:
            self._view.set_lead(NOBODY)
            self._view.show_keepings((), self._today())
            self._view.show_rest("")
            return
        today = self._today()
        found = self._runner.read(list_keepings, assistant_id=self._whose.id, today=today)
        self._view.set_lead(f"{self._whose.name} left on {said(self._whose.left_on or today)}. {_when(found, today)}")
        self._view.show_keepings(found, today)
        mentions = self._runner.read(count_mentions, self._whose.id)
        named = (
            f"The name, phone or email stands in {mentions} other place{'' if mentions == 1 else 's'}, for example in"
            f" calls or notes: once the name goes, “{NEUTRAL}” stands there. "
            if mentions
            else ""
        )
        self._view.show_rest(f"{named}{NOT_REACHED}")

    def choose(self, number: str) -> None:
        """Show what is kept about somebody else who has left."""
        wanted = next((each for each in self._gone() if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose = wanted
            self.refresh()

    def forget_some(self) -> None:
        """Ask whether what may go now is to go."""
        if whose := self._whose:
            self._view.open_forgetting(
                f"Forget of {whose.name} what may go now?",
                "What the law asks to be kept stays until its day; Home tells you then. It cannot be undone, and"
                " nothing done before it can.",
                tick=False,
                keep=partial(self._forget, whose, wholly=False),
            )

    def forget_all(self) -> None:
        """Ask whether all is to go, also what the law asks to be kept."""
        if whose := self._whose:
            today = self._today()
            found = self._runner.read(list_keepings, assistant_id=whose.id, today=today)
            early = not all(each.may_go(today) for each in found)
            lead = "It cannot be undone, and nothing done before it can. Figures of hours and pay stay, without a name."
            if early:
                lead = f"Some of it must be kept still: see the list. {lead}"
            self._view.open_forgetting(
                f"Forget {whose.name} wholly?", lead, tick=early, keep=partial(self._forget, whose, wholly=True)
            )

    def _forget(self, whose: Assistant, texts: Mapping[str, str], *, wholly: bool) -> None:
        today, knows = self._today(), bool(texts.get("knows"))
        try:
            self._runner.run(forget_person, assistant_id=whose.id, today=today, wholly=wholly, although_kept=knows)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        if wholly:
            self._view.show_result(f"Forgotten. Figures stand under “{NEUTRAL}” from now on.")
        else:
            self._view.show_result("Forgotten: all that may go now. The rest stays until its day.")

    def _gone(self) -> tuple[Assistant, ...]:
        today = self._today()
        everyone = self._runner.read(list_assistants)
        return tuple(each for each in everyone if each.left_on is not None and each.left_on < today)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()


def _when(found: Sequence[Keeping], today: date) -> str:
    day = next_day(found, today)
    return f"More may go from {said(day)} on." if day else "Nothing of it must be kept any more but figures."
