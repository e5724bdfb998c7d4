"""The support plan and its one-page profiles, as PDFs: standard, large print, easy read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import (
    Block,
    facts,
    gap,
    heading,
    keep_together,
    new_page,
    note,
    picture,
    sentence,
    signature_line,
    subheading,
    title_line,
)
from pa_manager.plan.model import Entry, EntryId, Part, Version, VersionState

_PHOTO_MM = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """All that the print says."""

    holder: str
    version: Version
    photos: Mapping[EntryId, bytes] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the paper is called."""
        return f"The support plan of {self.holder}" if self.holder else "My support plan"

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        whose = f"Support plan of {self.holder}" if self.holder else "Support plan"
        return f"{whose}, {self.version.called}. {self.version.standing}"


def plan_pdf(page: PlanPage, *, large: bool = False, easy: bool = False) -> bytes:
    """Return the plan: only the parts in which something is written. Easy read says one thing a line."""
    version = page.version
    story: list[Block] = [title_line(page.title), sentence(f"{version.called.capitalize()}. {version.standing}.")]
    for part in Part:
        entries = [entry for entry in version.of(part) if entry.told]
        if entries:
            story += _easy_part(part, entries) if easy else _part(part, entries)
    if version.state is VersionState.DRAFT:
        story.append(
            keep_together(
                heading("This is what we agree"),
                signature_line("Whose plan it is", "Date"),
                gap(4),
                signature_line("For whoever pays", "Date"),
            )
        )
    return pdf(page.title, page.foot, story, large=large or easy)


def profiles_pdf(page: PlanPage, *, large: bool = False) -> bytes:
    """Return each one-page profile on a page of its own."""
    story: list[Block] = []
    liked = page.version.only(Part.ABOUT).says("name_liked")
    for number, entry in enumerate(page.version.of(Part.PAGE)):
        if number:
            story.append(new_page())
        story += [title_line(page.holder or "About me")]
        if photo := page.photos.get(entry.id):
            story.append(picture(photo, width_mm=_PHOTO_MM, said=f"Photo of {page.holder}" if page.holder else "Photo"))
        if liked:
            story.append(sentence(f"The name I like: {liked}"))
        for question, words in entry.told:
            story.append(keep_together(heading(question), sentence(words)))
    return pdf(f"One-page profile of {page.holder}".strip(), page.foot, story, large=large)


def can_be_printed(photo: bytes) -> bool:
    """Return whether a photo can be read and put on paper."""
    try:
        pdf("Photo", "", [picture(photo, width_mm=_PHOTO_MM, said="Photo")])
    except (OSError, ValueError, SyntaxError):
        return False
    return True


def _part(part: Part, entries: list[Entry]) -> Iterator[Block]:
    for number, entry in enumerate(entries):
        told = list(entry.told)
        blocks: list[Block] = []
        if not number:
            blocks.append(heading(part.words))
        if part.is_repeated:
            (_question, first), *told = told
            blocks.append(subheading(f"For outcome {first}" if part is Part.SUPPORT else first))
        if told and _is_short(entry):
            blocks.append(facts(told))
        elif told:
            blocks.append(_answer(told[0]))
        yield keep_together(*blocks)
        if not _is_short(entry):
            yield from (_answer(each) for each in told[1:])


def _answer(told: tuple[str, str]) -> Block:
    question, words = told
    return keep_together(gap(1.5), note(question), sentence(words))


def _is_short(entry: Entry) -> bool:
    return all(len(words) <= 90 and "\n" not in words for _question, words in entry.told)


def _easy_part(part: Part, entries: list[Entry]) -> Iterator[Block]:
    for number, entry in enumerate(entries):
        for place, (question, words) in enumerate(entry.told):
            lines = [line for line in words.replace("; ", "\n").replace(". ", ".\n").splitlines() if line.strip()]
            blocks: list[Block] = []
            if not number and not place:
                blocks.append(heading(part.words))
            blocks.append(subheading(question))
            blocks += [sentence(line) for line in lines[:2]]
            yield keep_together(*blocks)
            yield from (sentence(line) for line in lines[2:])
