"""The prints of the plan, as they lie on paper: nothing clipped, no heading left alone, each picture with words."""

from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from PIL import Image

from pa_manager.holder.operations import keep_holder_photo
from pa_manager.plan.model import Part
from pa_manager.plan.operations import add_outcome, print_plan, print_profiles, rate_outcome, start_version
from tests.conftest import TODAY
from tests.paper.reading import elements, text_of
from tests.plan.household import write, write_everything

KINDS = {
    "standard": lambda runner: runner.read(print_plan, version_id=1),
    "large": lambda runner: runner.read(print_plan, version_id=1, large=True),
    "easy": lambda runner: runner.read(print_plan, version_id=1, easy=True),
    "profiles": lambda runner: runner.read(print_profiles, version_id=1),
    "large profiles": lambda runner: runner.read(print_profiles, version_id=1, large=True),
}
HEADINGS = {each for part in Part for each in (part.words, *(question.words for question in part.questions))}


def only_one_outcome(runner):
    runner.run(add_outcome, words="Go swimming each week.", first=TODAY)
    write(runner, Part.PAGE, place="New PAs")


def long_words(runner):
    write_everything(runner)
    photo = BytesIO()
    Image.new("RGB", (300, 500), "teal").save(photo, "JPEG")
    runner.run(keep_holder_photo, content=photo.getvalue())
    write(runner, Part.RISK, risk="W" * 150, reduced="I ring. " * 200, chosen="Ŵ" + "x" * 300)
    write(runner, Part.PAGE, place="the ward " * 30, liked="my laugh; " * 60, support="slowly. " * 150)
    runner.run(add_outcome, words="Every day " * 40, measure="As said. " * 60, first=TODAY)
    runner.run(rate_outcome, outcome_id=2, day=TODAY, stars=1, note="Twice")


@pytest.fixture(params=[only_one_outcome, write_everything, long_words], ids=lambda told: told.__name__)
def told(request, runner):
    request.param(runner)
    return runner


def lines_of(page):
    """Every line of text on a page, the uppermost first: its words, and its left, lower, right and upper edge."""
    text = page.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    return sorted(((text.get_text_bounded(*box).strip(), box) for box in boxes), key=lambda line: -line[1][3])


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_clipped_and_none_lies_on_another(told, kind):
    for page in pypdfium2.PdfDocument(KINDS[kind](told)):
        width, height = page.get_size()
        lines = lines_of(page)
        for words, (left, bottom, right, top) in lines:
            assert left >= 30, words
            assert bottom >= 20, words
            assert right <= width - 30, words
            assert top <= height - 30, words
        for (words, one), (others, other) in pairwise(lines):
            apart = one[1] >= other[3] - 0.5 or other[0] >= one[2] - 1 or one[0] >= other[2] - 1
            assert apart, (words, others)


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_stands_alone_at_the_end_of_a_page(told, kind):
    for page in pypdfium2.PdfDocument(KINDS[kind](told)):
        body = [line for line in lines_of(page) if "version 1" not in line[0].casefold() and "Page " not in line[0]]
        lowest = min(box[1] for _words, box in body)
        last_row = [words for words, box in body if box[1] < lowest + 6]
        assert not set(last_row) <= HEADINGS


def test_a_rated_outcome_is_drawn_and_read_aloud(runner):
    write_everything(runner)
    for kind in ("standard", "large", "easy"):
        figures = [each.said for each in elements(KINDS[kind](runner)) if each.name == "Figure"]
        rose = "It rose from 2 to 4 of 5 between 1 January 2026 and 1 May 2026."
        assert figures == [f"{rose} 1 January 2026: 2 of 5; 1 March 2026: 3 of 5; 1 May 2026: 4 of 5."]


def test_easy_read_says_one_idea_a_line(runner):
    write(runner, Part.ABOUT, good_day="I slept. Somebody laughed; the 2. floor was quiet\nTea came.")
    lines = text_of(KINDS["easy"](runner)).splitlines()
    for idea in ("I slept.", "Somebody laughed", "the 2. floor was quiet", "Tea came."):
        assert idea in lines


def test_every_part_of_easy_read_has_a_heading_with_a_drawing(runner):
    write_everything(runner)
    headings = [each.text for each in elements(KINDS["easy"](runner)) if each.name == "H2"]
    assert headings == [*(part.words for part in Part), "This is what we agree"]


def test_a_profile_fills_its_page_and_shows_the_photo_of_the_holder(runner):
    long_words(runner)
    document = pypdfium2.PdfDocument(KINDS["profiles"](runner))
    assert len(document) == 3
    for page in document:
        assert [each.type for each in page.get_objects()].count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 1


def test_without_a_name_the_profile_is_still_called_something(runner):
    runner.run(start_version, today=TODAY)
    write(runner, Part.PAGE, place="New PAs")
    assert text_of(KINDS["profiles"](runner)).startswith("About me")
