"""The holder screen, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from pa_manager.file.running import NOTHING, Changes, Runner
from pa_manager.file.work import Work
from pa_manager.holder.model import (
    Holder,
    Nation,
    NoHolderYet,
    Supporter,
    SupporterLine,
    SupporterRole,
    born,
    email_from_text,
    tidy_name,
)
from pa_manager.holder.operations import (
    HOLDER,
    add_supporter,
    change_supporter,
    find_holder,
    keep_holder,
    keep_holder_photo,
    list_supporters,
    read_holder_photo,
    remove_holder_photo,
)
from pa_manager.values.days import Period, day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

PHOTOS = "Photos (*.jpg *.jpeg *.png *.webp)"
NOBODY = "Nobody is named yet. Start with the name of the person whose support and money it is."


class HolderView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_holder(self, details: Sequence[tuple[str, str]]) -> None: ...
    def show_photo(self, content: bytes | None, name: str) -> None: ...
    def allow_photo(self, choose: bool, take_away: bool) -> None: ...
    def show_supporters(self, lines: Sequence[SupporterLine]) -> None: ...
    def allow_change(self, allowed: bool) -> None: ...
    def open_holder(self, texts: Mapping[str, str]) -> None: ...
    def open_supporter(self, title: str, texts: Mapping[str, str], keep: Callable[[dict[str, str]], None]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Files(Protocol):
    """What is asked of the desktop: to choose a file."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """How the holder is called by each funder, as a later link knows it.

    Attributes:
        read: Returns each funder with its reference.
        drawn_from: What has changed when they have.
    """

    read: Callable[[Work], Sequence[tuple[str, str]]] = lambda _work: ()
    drawn_from: Changes = NOTHING


NO_REFERENCES = References()


class HolderPresenter:
    """Shows who holds the direct payment and who helps, and keeps what is typed about them."""

    def __init__(  # noqa: PLR0913 -- what it is drawn from, and what it leads to
        self,
        view: HolderView,
        runner: Runner,
        *,
        today: Callable[[], date],
        go_to: GoTo,
        files: Files,
        references: References = NO_REFERENCES,
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._files = files
        self._references = references
        self._holder: Holder | None = None
        self._picked: SupporterLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the holder and the supporters again and show them."""
        today = self._today()
        try:
            self._holder = self._runner.read(find_holder)
        except NoHolderYet:
            self._holder = None
        self._view.set_lead(
            f"{self._holder.name} holds the direct payment and is the employer." if self._holder else NOBODY
        )
        photo = self._runner.read(read_holder_photo)
        self._view.show_photo(photo, self._holder.name if self._holder else "")
        self._view.allow_photo(self._holder is not None, photo is not None)
        self._view.show_holder(self._details(self._holder) if self._holder else ())
        self.pick(None)
        lines = [SupporterLine(each, each.helps_on(today)) for each in self._runner.read(list_supporters)]
        self._view.show_supporters(sorted(lines, key=lambda line: not line.helps_now))

    def pick(self, line: SupporterLine | None) -> None:
        """Take note of the supporter picked: they can be changed."""
        self._picked = line
        self._view.allow_change(line is not None)

    def show_advice(self) -> None:
        """Go to what others have said is allowed."""
        self._go_to(Place("holder", screen="advice"))

    def show_keyboard(self) -> None:
        """Go to where it is said who is at the keyboard."""
        self._go_to(Place("holder", screen="keyboard"))

    def choose_photo(self) -> None:
        """Let a photo of the holder be chosen, and keep it."""
        try:
            chosen = self._files.open_file("The photo", PHOTOS)
            if chosen is None:
                return
            self._runner.run(keep_holder_photo, content=chosen[1])
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(f"Kept. {chosen[0]} stands here and on what is printed.")

    def take_photo_away(self) -> None:
        """Take the photo of the holder away. It can be undone."""
        self._runner.run(remove_holder_photo)
        self._view.show_result("The photo is taken away. Undo brings it back.")

    def change_holder(self) -> None:
        """Open the form of the holder, filled with what is known."""
        self._view.open_holder(_holder_texts(self._holder) if self._holder else {"nation": Nation.ENGLAND.value})

    def add(self) -> None:
        """Open an empty form for somebody else who helps."""
        self._view.open_supporter("Someone who helps", {"role": SupporterRole.SUITABLE_PERSON.value}, self.keep_new)

    def change(self) -> None:
        """Open the form of the supporter picked, filled."""
        if self._picked:
            supporter = self._picked.supporter
            self._view.open_supporter(
                f"Change {supporter.name}", _supporter_texts(supporter), partial(self.keep_changed, supporter)
            )

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep the holder typed in, or say beside each field what is wrong with it."""
        form = Reading()
        name = form.field("name", tidy_name, texts["name"])
        born_on = form.optional("born_on", self._birthday, texts["born_on"])
        email = form.field("email", email_from_text, texts["email"])
        self._view.show_form_errors(form.errors)
        if form.errors or name is None or email is None:
            return
        self._keep(
            lambda: self._runner.run(
                keep_holder,
                name=name,
                known_as=texts["known_as"],
                nation=Nation(texts["nation"]),
                born_on=born_on,
                address=texts["address"],
                reference=texts["reference"],
                phone=texts["phone"],
                email=email,
                communication=texts["communication"],
            ),
            f"Kept. {name} holds the direct payment.",
        )

    def keep_new(self, texts: Mapping[str, str]) -> None:
        """Keep somebody else who helps, or say beside each field what is wrong with it."""
        if read := self._supporter(texts):
            name, email, first, last = read
            self._keep(
                lambda: self._runner.run(
                    add_supporter,
                    name=name,
                    role=SupporterRole(texts["role"]),
                    phone=texts["phone"],
                    email=email,
                    may_do=texts["may_do"],
                    first=first,
                    last=last,
                ),
                f"Kept. {name} is one of those who help.",
            )

    def keep_changed(self, supporter: Supporter, texts: Mapping[str, str]) -> None:
        """Keep what was changed about a supporter, or say beside each field what is wrong with it."""
        if read := self._supporter(texts):
            name, email, first, last = read
            self._keep(
                lambda: self._runner.run(
                    change_supporter,
                    supporter_id=supporter.id,
                    name=name,
                    role=SupporterRole(texts["role"]),
                    phone=texts["phone"],
                    email=email,
                    may_do=texts["may_do"],
                    first=first,
                    last=last,
                ),
                f"Kept. The details of {name} are changed.",
            )

    def _supporter(self, texts: Mapping[str, str]) -> tuple[str, str, date | None, date | None] | None:
        form = Reading()
        name = form.field("name", tidy_name, texts["name"])
        email = form.field("email", email_from_text, texts["email"])
        first = form.optional("first", day_from_text, texts["first"])
        last = form.optional("last", day_from_text, texts["last"])
        if first and last:
            form.field("last", lambda _: Period(first, last), texts["last"])
        self._view.show_form_errors(form.errors)
        if form.errors or name is None or email is None:
            return None
        return name, email, first, last

    def _birthday(self, text: str) -> date:
        return born(day_from_text(text), today=self._today())

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(HOLDER | self._references.drawn_from):
            self.refresh()

    def _details(self, holder: Holder) -> tuple[tuple[str, str], ...]:
        references = self._runner.read(self._references.read)
        with_each = tuple((f"Reference with {funder}", words) for funder, words in references if words)
        known = {words for _label, words in with_each}
        told = (
            line for line in _details(holder) if line != ("Council reference", holder.reference) or line[1] not in known
        )
        return (*told, *with_each)


def _details(holder: Holder) -> tuple[tuple[str, str], ...]:
    told = (
        ("Full name", holder.name),
        ("Likes to be called", holder.known_as),
        ("Lives in", holder.nation.words),
        ("Date of birth", said(holder.born_on) if holder.born_on else ""),
        ("Address", holder.address),
        ("Council reference", holder.reference),
        ("Phone", holder.phone),
        ("Email", holder.email),
        ("How we understand one another", holder.communication),
    )
    return tuple((label, words) for label, words in told if words)


def _holder_texts(holder: Holder) -> dict[str, str]:
    return {
        "name": holder.name,
        "known_as": holder.known_as,
        "nation": holder.nation.value,
        "born_on": f"{holder.born_on or ''}",
        "address": holder.address,
        "reference": holder.reference,
        "phone": holder.phone,
        "email": holder.email,
        "communication": holder.communication,
    }


def _supporter_texts(supporter: Supporter) -> dict[str, str]:
    return {
        "name": supporter.name,
        "role": supporter.role.value,
        "may_do": supporter.may_do,
        "phone": supporter.phone,
        "email": supporter.email,
        "first": f"{supporter.first or ''}",
        "last": f"{supporter.last or ''}",
    }
