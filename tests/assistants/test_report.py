"""The papers of a PA, read from the PDF itself."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import (
    NOT_ADVICE,
    Agreement,
    Employer,
    HoursKind,
    PaperKind,
    Terms,
    draft_of,
)
from pa_manager.assistants.report import paper_pdf
from tests.assistants.test_model import ADA, NEW
from tests.conftest import TODAY
from tests.paper.reading import text_of

WHOLE = Agreement(
    hours=HoursKind.REGULAR,
    job_title="Personal assistant",
    workplace="14 Orchard Row, and wherever I go",
    days_and_times="Monday to Friday, 9 to 1; changed only if both agree",
    holiday_year_from=date(2026, 4, 1),
    holiday="5.6 weeks a year, paid at average pay; what is owed is paid on leaving",
    sick_pay="Ring by 8; statutory sick pay",
    other_leave="Leave for a new child as the law has it",
    benefits="Meals on shift",
    your_notice_weeks=4,
    their_notice_weeks=1,
    probation_ends_on=date(2026, 9, 30),
    probation="One week of notice during it",
    ends_on=date(2027, 3, 31),
    training="Moving and handling, paid by me",
    pension="NEST",
    disciplinary="Speak to Rowena Pellow",
)
EMPLOYER = Employer(name="Jean Pellow", address="14 Orchard Row\nMidshire")
LISTED = {
    "Employer": "Jean Pellow",
    "Address of the employer": "14 Orchard Row",
    "Employee": "Ada Okonkwo",
    "The employment began on": "7 April 2025",
    "Continuous employment began on": "7 April 2025",
    "Job": "Personal assistant",
    "Place or places of work": "wherever I go",
    "Work outside the United Kingdom": "None for longer than a month",
    "Pay": "£13.20 an hour",
    "When pay is paid": "Every month",
    "Hours of work": "16:00 hours a week. Regular",
    "Days and times of work, and how they may vary": "changed only if both agree",
    "Holiday and holiday pay, also on leaving": "The holiday year begins on 1 April.",
    "Sick leave and sick pay": "statutory sick pay",
    "Other paid leave": "new child",
    "Other benefits": "Meals on shift",
    "Notice": "From the employer 4 weeks, or what the law asks for if that is more. From the employee 1 week.",
    "How long the job is for": "until 31 March 2027",
    "Probation": "Until 30 September 2026. One week of notice during it",
    "Training that must be done, and who pays for it": "paid by me",
    "Pension": "NEST",
    "Collective agreements": "None apply",
    "Disciplinary rules and complaints": "Speak to Rowena Pellow",
}


def _with(agreement):
    return replace(ADA, terms=(replace(NEW, weekly_minutes=960, agreement=agreement),))


def _words(draft):
    return " ".join(text_of(paper_pdf(draft, made_on=TODAY)).split())


@pytest.fixture(scope="module")
def printed():
    return _words(draft_of(PaperKind.STATEMENT, _with(WHOLE), EMPLOYER, TODAY))


@pytest.mark.parametrize("heading", LISTED)
def test_the_statement_prints_each_item_that_the_law_lists(printed, heading):
    """Employment Rights Act 1996, s. 1 to 3; Acas, what the written statement must include."""
    _, _, after = printed.partition(f" {heading} ")
    assert LISTED[heading] in after
    assert "To fill in by hand" not in printed
    assert printed.count("Date") == 2
    assert NOT_ADVICE in printed


def test_nothing_that_the_law_lists_is_left_out():
    draft = draft_of(PaperKind.STATEMENT, _with(WHOLE), EMPLOYER, TODAY)
    assert [item.heading for item in draft.items] == list(LISTED)
    assert draft.blanks == ()


def test_what_is_missing_is_named_as_a_blank_to_fill_in():
    draft = draft_of(PaperKind.STATEMENT, replace(ADA, terms=()), Employer(), TODAY)
    assert draft.blanks == (
        "Employer",
        "Address of the employer",
        "Job",
        "Place or places of work",
        "Pay",
        "Hours of work",
        "Days and times of work, and how they may vary",
        "Holiday and holiday pay, also on leaving",
        "Sick leave and sick pay",
        "Other paid leave",
        "Other benefits",
        "Notice",
        "Training that must be done, and who pays for it",
        "Pension",
        "Disciplinary rules and complaints",
    )
    words = _words(draft)
    assert words.count("To fill in by hand") == len(draft.blanks)
    assert all(blank in words for blank in draft.blanks)


def test_it_says_the_terms_of_its_day():
    later = Terms(from_day=date(2026, 10, 1), rates=NEW.rates, agreement=Agreement(job_title="Lead PA"))
    ada = replace(ADA, terms=(replace(NEW, agreement=WHOLE), later))
    said = {item.key: item.text for item in draft_of(PaperKind.STATEMENT, ada, EMPLOYER, date(2026, 10, 1)).items}
    assert (said["job"], said["probation"], said["length"]) == ("Lead PA", "There is none.", "It has no fixed end.")
    first = {item.key: item.text for item in draft_of(PaperKind.STATEMENT, ada, EMPLOYER, date(2020, 1, 1)).items}
    assert first["job"] == "Personal assistant"


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if not kind.for_vacancy])
def test_every_paper_says_who_and_that_it_is_not_advice(kind):
    words = _words(draft_of(kind, _with(WHOLE), EMPLOYER, TODAY))
    assert words.startswith(kind.words)
    for said in ("Ada Okonkwo", "Jean Pellow", NOT_ADVICE):
        assert said in words


@pytest.mark.parametrize("lines", range(0, 44, 4))
def test_a_place_to_sign_never_stands_alone_on_a_page(lines):
    draft = draft_of(PaperKind.SUPERVISION, _with(WHOLE), EMPLOYER, TODAY)
    texts = {item.key: "A line.\n" * 3 for item in draft.items}
    texts[draft.items[0].key] = "A line.\n" * lines + "End."
    pages = text_of(paper_pdf(draft.edited(texts), made_on=TODAY)).split("\f")
    (signed,) = (page for page in pages if "Signed" in page)
    assert draft.items[-1].heading in signed


def test_every_word_can_be_changed_before_it_is_made():
    draft = draft_of(PaperKind.RATE_LETTER, _with(WHOLE), EMPLOYER, TODAY)
    texts = {item.key: item.text for item in draft.items} | {"pay": "£15.00 an hour, & <more> ", "rest": " "}
    words = _words(draft.edited(texts))
    assert "£15.00 an hour, & <more>" in words
    assert draft.edited(texts).blanks == ("All else",)
