"""The support plan and its one-page profiles, as PDFs: standard, large print, easy read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pa_manager.paper.pages import one_page, pdf
from pa_manager.paper.style import (
    Block,
    Drawing,
    bars,
    beside,
    drawn,
    facts,
    gap,
    heading,
    heading_band,
    keep_together,
    new_page,
    note,
    sentence,
    signature_line,
    subheading,
    title_line,
)
from pa_manager.plan.model import (
    BEST,
    Entry,
    EntryId,
    Part,
    Question,
    Rating,
    Version,
    VersionState,
    rating_bars,
    ratings_finding,
)

_PHOTO_MM: Final = 34
_LABEL_MM: Final = 66
_DRAWING_MM, _INSET_MM = 15, 22
_SHORT: Final = 90
_END_OF_IDEA: Final = re.compile(r"(?<=[.!?;])(?<!\d\.)\s+|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """All that the print says.

    Attributes:
        photo: The holder's photo.
        photos: The photo of each profile that has its own.
        ratings: How each outcome stood, by its number.
    """

    holder: str
    version: Version
    photo: bytes | None = None
    photos: Mapping[EntryId, bytes] = field(default_factory=dict)
    ratings: Mapping[int, tuple[Rating, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the paper is called."""
        return f"The support plan of {self.holder}" if self.holder else "My support plan"

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        whose = f"Support plan of {self.holder}" if self.holder else "Support plan"
        return f"{whose}, {self.version.called}. {self.version.standing}"

    @property
    def photo_said(self) -> str:
        """What is read in place of a photo."""
        return f"Photo of {self.holder}" if self.holder else "Photo"

    def ratings_of(self, entry: Entry) -> tuple[Rating, ...]:
        """Return how an outcome stood, if it was said more than once: only then is there something to draw."""
        number, _, _words = entry.called.partition(".")
        found = self.ratings.get(int(number), ()) if entry.part is Part.OUTCOME and number.isdecimal() else ()
        return found if len(found) > 1 else ()


def plan_pdf(page: PlanPage, *, large: bool = False, easy: bool = False) -> bytes:
    """Return the plan: only the parts in which something is written. Easy read says one idea a line, with drawings."""
    version, agree = page.version, "This is what we agree"
    story: list[Block] = [
        _headed(page, page.title, page.photo),
        gap(2 if page.photo else 0),
        sentence(f"{version.called.capitalize()}. {version.standing}."),
    ]
    for part in Part:
        entries = [entry for entry in version.of(part) if entry.told]
        story += _easy_part(page, part, entries) if easy else _part(page, part, entries)
    if version.state is VersionState.DRAFT:
        story.append(
            keep_together(
                heading_band(Drawing.TICK, agree) if easy else heading(agree),
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
        story.append(_headed(page, page.holder or "About me", page.photos.get(entry.id, page.photo)))
        if liked:
            story.append(gap(2))
            story.append(sentence(f"The name I like: {liked}"))
        for question, words in entry.told:
            story.append(keep_together(heading(question), sentence(words)))
    title = f"One-page profile of {page.holder}" if page.holder else "One-page profile"
    if large:
        return pdf(title, page.foot, story, large=True)
    return one_page(title, page.foot, story, pages=len(page.version.of(Part.PAGE)))


def _headed(page: PlanPage, title: str, photo: bytes | None) -> Block:
    return beside(photo, page.photo_said, _PHOTO_MM, title_line(title)) if photo else title_line(title)


def _part(page: PlanPage, part: Part, entries: list[Entry]) -> Iterator[Block]:
    for number, entry in enumerate(entries):
        told = list(entry.told)
        blocks: list[Block] = []
        if not number:
            blocks.append(heading(part.words))
        if part.is_repeated:
            (_question, first), *told = told
            blocks.append(subheading(f"For outcome {first}" if part is Part.SUPPORT else first))
        ratings = [_drawn_ratings(found)] if (found := page.ratings_of(entry)) else []
        if told and _is_short(told):
            yield keep_together(*blocks, facts(told, first_mm=_LABEL_MM), *ratings)
        else:
            yield keep_together(*blocks, *(_answer(each) for each in told[:1]))
            yield from (*(_answer(each) for each in told[1:]), *ratings)


def _drawn_ratings(ratings: tuple[Rating, ...]) -> Block:
    finding = ratings_finding(ratings)
    return keep_together(gap(1.5), note(finding), bars(rating_bars(ratings), finding=finding, most=BEST))


def _answer(told: tuple[str, str]) -> Block:
    question, words = told
    return keep_together(gap(1.5), note(question), sentence(words))


def _is_short(told: list[tuple[str, str]]) -> bool:
    return all(len(words) <= _SHORT and "\n" not in words for _question, words in told)


def _easy_part(page: PlanPage, part: Part, entries: list[Entry]) -> Iterator[Block]:
    for number, entry in enumerate(entries):
        if number:
            yield gap(5)
        for place, (question, words) in enumerate(entry.answered):
            ideas = [line.strip(" ;") for line in _END_OF_IDEA.split(words) if line.strip(" ;")]
            if not number and not place:
                yield heading_band(_OF_PARTS[part], part.words)
            yield drawn(
                _drawing(part, question),
                subheading(question.words),
                *(sentence(idea) for idea in ideas),
                width_mm=_DRAWING_MM,
                inset_mm=_INSET_MM,
            )
            yield gap(3)
        if ratings := page.ratings_of(entry):
            yield _drawn_ratings(ratings)


def _drawing(part: Part, question: Question) -> Drawing:
    return _DRAWINGS.get((part, question.key), _OF_PARTS[part])


_OF_PARTS: Final = {
    Part.HEADER: Drawing.PAPER,
    Part.ABOUT: Drawing.PERSON,
    Part.PAGE: Drawing.PERSON,
    Part.IMPORTANT: Drawing.HEART,
    Part.OUTCOME: Drawing.FLAG,
    Part.SUPPORT: Drawing.PEOPLE,
    Part.MONEY: Drawing.COIN,
    Part.DECISIONS: Drawing.SIGNPOST,
    Part.RISK: Drawing.WARNING,
    Part.CONTINGENCY: Drawing.RING,
    Part.ACTION: Drawing.LIST,
    Part.REVIEW: Drawing.MAGNIFIER,
}
_DRAWINGS: Final = {
    (Part.HEADER, "helped_by"): Drawing.PEOPLE,
    (Part.HEADER, "budget"): Drawing.COIN,
    (Part.HEADER, "review_on"): Drawing.CALENDAR,
    (Part.ABOUT, "history"): Drawing.NOTE,
    (Part.ABOUT, "people"): Drawing.PEOPLE,
    (Part.ABOUT, "communication"): Drawing.SPEECH,
    (Part.ABOUT, "culture"): Drawing.HEART,
    (Part.ABOUT, "routines"): Drawing.CLOCK,
    (Part.ABOUT, "good_day"): Drawing.SUN,
    (Part.ABOUT, "bad_day"): Drawing.RAIN,
    (Part.PAGE, "place"): Drawing.HOUSE,
    (Part.PAGE, "liked"): Drawing.SMILE,
    (Part.PAGE, "important"): Drawing.HEART,
    (Part.PAGE, "support"): Drawing.PEOPLE,
    (Part.PAGE, "readers"): Drawing.EYE,
    (Part.IMPORTANT, "for_me"): Drawing.SHIELD,
    (Part.IMPORTANT, "working"): Drawing.SMILE,
    (Part.IMPORTANT, "not_working"): Drawing.FROWN,
    (Part.IMPORTANT, "future"): Drawing.STAR,
    (Part.OUTCOME, "measure"): Drawing.MAGNIFIER,
    (Part.OUTCOME, "hours"): Drawing.CLOCK,
    (Part.OUTCOME, "tags"): Drawing.PAPER,
    (Part.OUTCOME, "rating"): Drawing.STAR,
    (Part.SUPPORT, "outcome"): Drawing.FLAG,
    (Part.SUPPORT, "who"): Drawing.PERSON,
    (Part.SUPPORT, "when"): Drawing.CALENDAR,
    (Part.SUPPORT, "skill"): Drawing.BULB,
    (Part.SUPPORT, "can_wait"): Drawing.CLOCK,
    (Part.MONEY, "may_not"): Drawing.CROSS,
    (Part.MONEY, "agreed"): Drawing.TICK,
    (Part.DECISIONS, "helped"): Drawing.SPEECH,
    (Part.DECISIONS, "others"): Drawing.PEOPLE,
    (Part.DECISIONS, "not_others"): Drawing.CROSS,
    (Part.RISK, "chosen"): Drawing.SIGNPOST,
    (Part.RISK, "reduced"): Drawing.SHIELD,
    (Part.RISK, "agreed"): Drawing.TICK,
    (Part.CONTINGENCY, "long"): Drawing.CALENDAR,
    (Part.CONTINGENCY, "money"): Drawing.COIN,
    (Part.CONTINGENCY, "ring"): Drawing.PHONE,
    (Part.ACTION, "who"): Drawing.PERSON,
    (Part.ACTION, "by"): Drawing.CALENDAR,
    (Part.ACTION, "done"): Drawing.TICK,
    (Part.REVIEW, "day"): Drawing.CALENDAR,
    (Part.REVIEW, "tried"): Drawing.ARROW,
    (Part.REVIEW, "learned"): Drawing.BULB,
    (Part.REVIEW, "pleased"): Drawing.SMILE,
    (Part.REVIEW, "worried"): Drawing.FROWN,
    (Part.REVIEW, "next"): Drawing.ARROW,
}
