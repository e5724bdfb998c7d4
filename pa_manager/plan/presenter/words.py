"""The plan in words, without a toolkit: its parts and versions, whether it is ready, and its prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.file.running import NOTHING, Changes, Runner
from pa_manager.file.work import Work
from pa_manager.holder.operations import HOLDER
from pa_manager.plan.model import (
    NEW_ENTRY,
    Difference,
    Entry,
    EntryId,
    Part,
    Version,
    VersionId,
    VersionState,
    Wanting,
)
from pa_manager.plan.operations import (
    PLAN,
    agree_version,
    check_readiness,
    compare_versions,
    keep_entry,
    keep_photo,
    list_versions,
    print_plan,
    print_profiles,
    read_version,
    remove_entry,
    start_version,
)
from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import Money

EMPTY: Final = "Nothing is written yet. Begin with any part: every question may stay empty."
_SHORT: Final = 70
STANDARD, LARGE, EASY, PROFILES = "standard", "large", "easy", "profiles"
Keep = Callable[[dict[str, str]], None]


class WordsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_versions(self, versions: Sequence[Version]) -> None: ...
    def pick_version(self, number: int) -> None: ...
    def show_parts(self, lines: Sequence[PartLine]) -> None: ...
    def show_wanting(self, found: Sequence[Wanting]) -> None: ...
    def show_differences(self, title: str, found: Sequence[Difference]) -> None: ...
    def allow(self, **acts: bool) -> None: ...
    def open_part(self, part: Part, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_agreeing(self, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_comparing(self, versions: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Desk(Protocol):
    """What is asked of the desktop: to choose and save a file, and to print a paper."""

    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...
    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...


class ReadAgreed(Protocol):
    """Returns what is agreed for a week on a day."""

    def __call__(self, work: Work, /, *, on: date) -> Money | None: ...


def _nothing_agreed(_work: Work, *, on: date) -> Money | None:
    return None


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the plan as it stands in the list: one entry of it, or that nothing is written yet."""

    part: Part
    entry: Entry | None

    @property
    def words(self) -> str:
        """What is written, in a few words."""
        if self.entry is None:
            return "Nothing yet"
        told = [_short(words) for _question, words in self.entry.told]
        if self.entry.photo:
            told.insert(1, "with a photo")
        return "; ".join(told[:3]) + ("; …" if len(told) > 3 else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """The money agreed for a week, as a later link knows it.

    Attributes:
        read: Returns the sum on a day; nothing, if none is known.
        drawn_from: What has changed when it has.
    """

    read: ReadAgreed = _nothing_agreed
    drawn_from: Changes = NOTHING


class WordsPresenter:
    """Shows what a version of the plan says, part by part, and keeps what is written and agreed."""

    def __init__(
        self,
        view: WordsView,
        runner: Runner,
        *,
        today: Callable[[], date],
        desk: Desk,
        agreed: Agreed | None = None,
    ) -> None:
        self._view = view
        self._agreed = agreed or Agreed()
        self._runner = runner
        self._today = today
        self._desk = desk
        self._versions: tuple[Version, ...] = ()
        self._version: Version | None = None
        self._line: PartLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the plan again and show it, the version that was picked or else the newest."""
        self._versions = self._runner.read(list_versions)
        here = next((each for each in self._versions if self._version and each.id == self._version.id), None)
        here = here or (self._versions[-1] if self._versions else None)
        self._view.show_versions(tuple(reversed(self._versions)))
        self._show(here)
        if here:
            self._view.pick_version(here.id)

    def pick_version(self, version: Version | None) -> None:
        """Take note of the version picked, and show what it says."""
        if version is not None:
            self._show(version)

    def pick(self, line: PartLine | None) -> None:
        """Take note of the part picked: it can be written, and taken out if something is."""
        self._line = line
        may_write = line is not None and self._may_change(line.part)
        self._view.allow(
            write=may_write,
            another=may_write and line is not None and line.part.is_repeated,
            photo=may_write and line is not None and line.entry is not None and line.part is Part.PAGE,
            remove=may_write and line is not None and line.entry is not None,
        )

    def write(self) -> None:
        """Open the form of the part picked, filled with what is written."""
        if self._line and self._may_change(self._line.part):
            entry = self._line.entry
            texts = dict(entry.answers) if entry else {}
            self._view.open_part(
                self._line.part, texts, partial(self.keep, self._line.part, entry.id if entry else None)
            )

    def add_another(self) -> None:
        """Open an empty form of the part picked, where there may be several."""
        if self._line and self._line.part.is_repeated and self._may_change(self._line.part):
            self._view.open_part(self._line.part, {}, partial(self.keep, self._line.part, None))

    def remove(self) -> None:
        """Take out what is written in the part picked. It can be undone."""
        if self._line and self._line.entry:
            entry = self._line.entry
            self._keep(
                lambda: self._runner.run(remove_entry, entry_id=entry.id),
                f"Taken out: {entry.called}. Undo brings it back.",
            )

    def add_photo(self) -> None:
        """Let a photo be chosen for the one-page profile picked, and keep it."""
        if self._line is None or self._line.entry is None:
            return
        entry_id = self._line.entry.id
        try:
            chosen = self._desk.open_file("The photo", "Photos (*.jpg *.jpeg *.png *.webp)")
            if chosen is None:
                return
            self._runner.run(keep_photo, entry_id=entry_id, content=chosen[1])
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(f"Kept. {chosen[0]} stands on the one-page profile.")

    def start_next(self) -> None:
        """Start the next version, as a copy of the newest."""
        self._version = None
        self._keep(
            lambda: self._runner.run(start_version, today=self._today()),
            "Kept. The next version is a draft: change what has changed, then have it agreed.",
        )

    def agree(self) -> None:
        """Open the form to say who agreed the version, and when."""
        if self._version:
            self._view.open_agreeing({"on": f"{self._today()}"}, partial(self.keep_agreed, self._version.id))

    def compare(self) -> None:
        """Open the form to choose two versions to lay side by side."""
        choices = [(f"{each.id}", f"Version {each.number}: {each.standing}") for each in self._versions]
        texts = {"first": choices[-2][0], "second": choices[-1][0]} if len(choices) > 1 else {}
        self._view.open_comparing(choices, texts, self.show_comparison)

    def save(self, kind: str) -> None:
        """Save the version as a PDF of a kind."""
        if paper := self._paper(kind):
            name, pdf = paper
            if where := self._desked(lambda: self._desk.save_file(name, pdf)):
                self._view.show_result(f"Saved as {where}.")

    def print(self, kind: str) -> None:
        """Print the version, as a paper of a kind."""
        if paper := self._paper(kind):
            name, pdf = paper
            self._desked(lambda: self._desk.print_pdf(name, pdf))

    def keep(self, part: Part, entry_id: EntryId | None, texts: Mapping[str, str]) -> None:
        """Keep what was written in a part, or say beside each field what is wrong with it."""
        form = Reading()
        for question in part.questions:
            form.field(question.key, question.read, texts[question.key])
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        self._keep(
            lambda: self._runner.run(
                keep_entry,
                version_id=self._version.id if self._version else None,
                part=part,
                answers=texts,
                today=self._today(),
                entry_id=entry_id,
            ),
            f"Kept. {part.words} is part of the plan.",
        )

    def keep_agreed(self, version_id: VersionId, texts: Mapping[str, str]) -> None:
        """Keep that the version was agreed, or say what is wrong."""
        form = Reading()
        on = form.field("on", day_from_text, texts["on"])
        form.required("by", texts["by"], "The name is missing. Type who agreed it.")
        self._view.show_form_errors(form.errors)
        if not form.errors and on is not None:
            self._keep(
                lambda: self._runner.run(agree_version, version_id=version_id, by=texts["by"], on=on),
                "Kept. This version is agreed, and stays as it is. Changes go into the next one.",
            )

    def show_comparison(self, texts: Mapping[str, str]) -> None:
        """Show what differs between two versions."""
        first, second = VersionId(int(texts["first"])), VersionId(int(texts["second"]))
        found = self._runner.read(compare_versions, first=first, second=second)
        numbers = {each.id: each.number for each in self._versions}
        self._view.close_form()
        title = f"Version {numbers[first]} beside version {numbers[second]}"
        self._view.show_differences(title, found)
        told = f"{len(found)} answers differ" if len(found) != 1 else "1 answer differs"
        self._view.show_result(f"{title}: {told if found else 'nothing differs'}.")

    def _show(self, version: Version | None) -> None:
        self._version = self._runner.read(read_version, version.id) if version else None
        self._view.set_lead(f"Version {version.number}. {version.standing}." if version else EMPTY)
        self.pick(None)
        self._view.show_parts(_lines(self._version))
        today = self._today()
        agreed = self._runner.read(self._agreed.read, on=today)
        self._view.show_wanting(
            self._runner.read(check_readiness, version_id=version.id, today=today, agreed=agreed) if version else ()
        )
        self._view.show_differences("", ())
        newest = bool(self._versions) and self._versions[-1].state is not VersionState.DRAFT
        draft = version is not None and version.state is VersionState.DRAFT
        self._view.allow(start=newest, agree=draft, compare=len(self._versions) > 1, paper=version is not None)

    def _may_change(self, part: Part) -> bool:
        draft = self._version is None or self._version.state is VersionState.DRAFT
        return not part.is_told_elsewhere and (draft or part.is_living)

    def _paper(self, kind: str) -> tuple[str, bytes] | None:
        if self._version is None:
            return None
        version_id = self._version.id
        try:
            if kind == PROFILES:
                pdf = self._runner.read(print_profiles, version_id=version_id)
            else:
                pdf = self._runner.read(print_plan, version_id=version_id, large=kind == LARGE, easy=kind == EASY)
        except UserError as error:
            self._view.show_problem(str(error))
            return None
        what = "One-page profiles" if kind == PROFILES else f"Support plan, version {self._version.number}"
        return f"{what}.pdf", pdf

    def _desked(self, act: Callable[[], str | None]) -> str | None:
        try:
            return act()
        except UserError as error:
            self._view.show_problem(str(error))
            return None

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PLAN | HOLDER | self._agreed.drawn_from):
            self.refresh()


def _short(words: str) -> str:
    line = words.splitlines()[0].rstrip(".")
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rsplit(' ', 1)[0]} …"


def _lines(version: Version | None) -> list[PartLine]:
    lines: list[PartLine] = []
    for part in Part:
        entries = version.of(part) if version else ()
        lines += [PartLine(part, entry if entry.told or entry.id != NEW_ENTRY else None) for entry in entries]
        if not entries:
            lines.append(PartLine(part, None))
    return lines
