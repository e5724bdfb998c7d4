"""What others have said is allowed, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.file.running import NOTHING, Changes, Runner
from pa_manager.file.work import Work
from pa_manager.holder.model import About, Advice, AdviceId, AdviceLine, How, said_by_now, tidy_said
from pa_manager.holder.operations import (
    HOLDER,
    add_advice,
    change_advice,
    keep_letter,
    list_advice,
    read_letter,
    remove_advice,
)
from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

EMPTY: Final = "Nothing is noted yet. When somebody says that something is allowed, write it down on the same day."
KINDS: Final = "Letters and pictures (*.pdf *.png *.jpg *.jpeg)"
Keep = Callable[[dict[str, str]], None]


class AdviceView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_advice(self, found: Sequence[AdviceLine]) -> None: ...
    def allow_changes(self, allowed: bool, has_letter: bool) -> None: ...
    def open_advice(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Files(Protocol):
    """What is asked of the desktop: a file to read, and where to save one."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...
    def save_file(self, name: str, content: bytes) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """What advice is kept with, as later links know it.

    Attributes:
        read: Returns what each advice is kept with, in words, by its id.
        drawn_from: What has changed when that has.
    """

    read: Callable[[Work], Mapping[AdviceId, tuple[str, ...]]] = lambda _work: {}
    drawn_from: Changes = NOTHING


NO_USES: Final = Uses()


class AdvicePresenter:
    """Shows who said what was allowed, and keeps what is noted and the letters that prove it."""

    def __init__(
        self, view: AdviceView, runner: Runner, *, today: Callable[[], date], files: Files, uses: Uses = NO_USES
    ) -> None:
        self._view = view
        self._uses = uses
        self._runner = runner
        self._today = today
        self._files = files
        self._picked: Advice | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read what was said again and show it."""
        found = self._runner.read(list_advice)
        bare = sum(not each.letter for each in found)
        told = f"{bare} of them with nothing in writing" if bare else "all of it in writing"
        if len(found) == bare:
            told = "nothing of it in writing yet"
        self._view.set_lead(f"{len(found)} noted, {told}." if found else EMPTY)
        self.pick(None)
        kept_with = self._runner.read(self._uses.read)
        self._view.show_advice([AdviceLine(each, kept_with.get(each.id, ())) for each in found])

    def pick(self, line: AdviceLine | None) -> None:
        """Take note of what is picked: it can be changed and taken out, and a letter added."""
        advice = line.advice if line else None
        self._picked = advice
        self._view.allow_changes(advice is not None, advice is not None and bool(advice.letter))

    def add(self) -> None:
        """Open an empty form."""
        texts = {"on": f"{self._today()}", "how": How.PHONE.value, "about": About.SPENDING.value}
        self._view.open_advice("What somebody said", texts, partial(self.keep, None))

    def change(self) -> None:
        """Open the form of what is picked, filled."""
        if self._picked:
            picked = self._picked
            texts = {
                "said_by": picked.said_by,
                "words": picked.words,
                "on": f"{picked.on}",
                "how": picked.how.value,
                "about": picked.about.value,
                "about_name": picked.about_name,
                "is_consent": "yes" if picked.is_consent else "",
            }
            self._view.open_advice("Put this right", texts, partial(self.keep, picked))

    def add_letter(self) -> None:
        """Let a file be chosen that proves what is picked, and keep it."""
        if self._picked is None:
            return
        advice_id = self._picked.id
        try:
            chosen = self._files.open_file("The letter", KINDS)
            if chosen is None:
                return
            self._runner.run(keep_letter, advice_id=advice_id, name=chosen[0], content=chosen[1])
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(f"Kept. {chosen[0]} is inside this file now.")

    def save_letter(self) -> None:
        """Save the letter of what is picked as a file, to show or to send."""
        if self._picked is None:
            return
        try:
            name, content = self._runner.read(read_letter, advice_id=self._picked.id)
            where = self._files.save_file(name, content)
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            if where:
                self._view.show_result(f"Saved as {where}.")

    def remove(self) -> None:
        """Take out what is picked. It can be undone."""
        if self._picked:
            picked = self._picked
            self._keep(
                lambda: self._runner.run(remove_advice, advice_id=picked.id),
                f"Taken out: what {picked.said_by} said. Undo brings it back.",
            )

    def keep(self, before: Advice | None, texts: Mapping[str, str]) -> None:
        """Keep what was typed, or say beside each field what is wrong with it."""
        form = Reading()
        said_by = form.field("said_by", tidy_said, texts["said_by"])
        words = form.field("words", tidy_said, texts["words"])
        on = form.field("on", lambda text: said_by_now(day_from_text(text), today=self._today()), texts["on"])
        self._view.show_form_errors(form.errors)
        if said_by is None or words is None or on is None:
            return
        how, about, about_name = How(texts["how"]), About(texts["about"]), texts["about_name"]
        is_consent = bool(texts["is_consent"])

        def run() -> Changes:
            if before is None:
                return self._runner.run(
                    add_advice,
                    said_by=said_by,
                    words=words,
                    on=on,
                    how=how,
                    about=about,
                    about_name=about_name,
                    is_consent=is_consent,
                )
            return self._runner.run(
                change_advice,
                advice_id=before.id,
                said_by=said_by,
                words=words,
                on=on,
                how=how,
                about=about,
                about_name=about_name,
                is_consent=is_consent,
            )

        self._keep(run, "Kept. Add the letter when it comes, or ask for one.")

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(HOLDER | self._uses.drawn_from):
            self.refresh()
