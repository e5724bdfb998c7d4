"""The page "My week" on one sheet of paper: who comes, in words, with photos."""

from collections.abc import Mapping
from typing import Final

from pa_manager.assistants.model import AssistantId
from pa_manager.paper.pages import one_page
from pa_manager.paper.style import Block, band, beside, heading, sentence, title_line
from pa_manager.rota.model import MyDay, MyWeek
from pa_manager.values.days import said_with_weekday

_PHOTO_MM: Final = 13
_WITH_PHOTOS: Final = 2
"""Today and tomorrow have the photos; the days after have the words alone."""


def my_week_pdf(week: MyWeek, photos: Mapping[AssistantId, bytes], *, whose: str = "") -> bytes:
    """Return the page, in letters as large as fit."""
    story: list[Block] = [title_line("My week")]
    for number, day in enumerate(week.days):
        story.append(heading(day.heading))
        if number < _WITH_PHOTOS and day.visits:
            story += _with_photos(day, photos)
        else:
            story.append(sentence(" ".join(day.sentences)))
    if week.to_cover is not None:
        story.append(band("Somebody is missing.", "Look for somebody to come, or ring the first on the call list."))
    foot = f"My week, {whose}. " if whose else "My week. "
    return one_page("My week", f"{foot}Printed {said_with_weekday(week.today)}.", story)


def _with_photos(day: MyDay, photos: Mapping[AssistantId, bytes]) -> list[Block]:
    if not any(visit.assistant_id in photos for visit in day.visits):
        return [sentence(each, bold=True) for each in day.sentences]
    return [
        beside(
            None if visit.assistant_id is None else photos.get(visit.assistant_id),
            f"Photo of {visit.name}",
            _PHOTO_MM,
            sentence(visit.sentence, bold=True),
        )
        for visit in day.visits
    ]
