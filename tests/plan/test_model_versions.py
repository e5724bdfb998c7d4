"""Versions of the plan, its questions, and whether it is ready."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.plan.model import (
    NEW_ENTRY,
    NEW_VERSION,
    AgreedByNobody,
    Answer,
    CareAct,
    Entry,
    NotARating,
    Outcome,
    OutcomeId,
    OutcomeLine,
    Part,
    PlanIsAgreed,
    PlanLine,
    PlanLineId,
    Question,
    Rating,
    TooLong,
    Version,
    VersionState,
    compare,
    rating_bars,
    ratings_finding,
    ratings_said,
    readiness,
)
from pa_manager.values.days import NotADay
from pa_manager.values.money import Money, NotMoney

DAY = date(2026, 5, 21)
DRAFT = Version(
    id=NEW_VERSION, number=2, state=VersionState.DRAFT, begun_on=DAY, agreed_by="", agreed_on=None, entries=()
)


def _entry(part, **answers):
    return Entry(id=NEW_ENTRY, part=part, answers=answers)


def _with(*entries):
    return replace(DRAFT, entries=entries)


def test_every_question_has_words_and_an_example_and_a_key_of_its_own():
    for part in Part:
        keys = [question.key for question in part.questions]
        assert len(set(keys)) == len(keys)
        for question in part.questions:
            assert question.words.endswith("?")
            assert question.help.endswith(("For example: " + question.example,))
            assert question.read("") == ""


@pytest.mark.parametrize(
    ("answer", "typed", "kept"),
    [
        (Answer.DAY, "1 sep 2026", "2026-09-01"),
        (Answer.MONEY, "£424.6", "424.60"),
        (Answer.WORDS, " two\nlines ", "two\nlines"),
    ],
)
def test_an_answer_is_kept_as_what_it_is(answer, typed, kept):
    assert Question(key="x", words="What?", hint="", example="", answer=answer).read(typed) == kept


@pytest.mark.parametrize(
    ("answer", "typed", "refused"),
    [(Answer.DAY, "soon", NotADay), (Answer.MONEY, "-1", NotMoney), (Answer.WORDS, "x" * 6001, TooLong)],
)
def test_what_cannot_be_read_is_refused(answer, typed, refused):
    with pytest.raises(refused):
        Question(key="x", words="What?", hint="", example="", answer=answer).read(typed)


def test_an_entry_says_what_it_is_and_only_what_was_answered():
    header = _entry(Part.HEADER, budget="424.60", review_on="2026-09-01", helped_by="")
    assert header.told == (
        ("How much is agreed for a week?", "£424.60"),
        ("When is the next review?", "1 September 2026"),
    )
    assert (header.called, _entry(Part.RISK).called) == ("£424.60", "Nothing yet")
    assert (header.day("review_on"), header.day("helped_by")) == (date(2026, 9, 1), None)


def test_an_agreed_version_is_frozen_but_what_is_to_do_goes_on():
    agreed = DRAFT.agreed(" Asha  Verma ", DAY)
    assert agreed.standing == "Agreed. Agreed by Asha Verma on 21 May 2026"
    assert DRAFT.standing == "Draft, begun on 21 May 2026"
    agreed.must_take(Part.ACTION)
    with pytest.raises(PlanIsAgreed, match="Version 2 was agreed"):
        agreed.must_take(Part.ABOUT)
    with pytest.raises(PlanIsAgreed):
        agreed.agreed("Asha Verma", DAY)
    with pytest.raises(AgreedByNobody):
        DRAFT.agreed(" ", DAY)


def test_two_versions_are_compared_answer_by_answer():
    before = _with(
        _entry(Part.ABOUT, good_day="Sun.", history="Music."),
        _entry(Part.RISK, risk="Falls", reduced="Stick."),
        _entry(Part.ACTION, what="Ask."),
    )
    after = _with(
        _entry(Part.ABOUT, good_day="Rain.", history="Music."),
        _entry(Part.RISK, risk="Falls", reduced="Frame."),
        _entry(Part.RISK, risk="Cold"),
    )
    found = [(each.part, each.question, each.before, each.after) for each in compare(before, after)]
    assert found == [
        (Part.ABOUT, "What is a good day?", "Sun.", "Rain."),
        (Part.RISK, "Falls: What makes it less?", "Stick.", "Frame."),
        (Part.RISK, "Cold: What may go wrong?", "", "Cold"),
    ]
    assert compare(after, after) == ()


OUTCOME = Outcome(
    id=OutcomeId(1), number=1, words="Swim.", measure="Weekly.", first=DAY, last=None, review_on=None,
    tags=frozenset({CareAct.LOCAL}),
)  # fmt: skip
LINE = PlanLine(
    id=PlanLineId(1), words="PA and insurance", outcome_id=OutcomeId(1), stream_name="",
    weekly=Money(10000), one_off=None, may_not="", agreed_by="Asha", agreed_on=None,
)  # fmt: skip
READY = _with(
    _entry(Part.HEADER, budget="100"),
    _entry(Part.ABOUT, name_liked="Jean", history="Music", people="Joan"),
    _entry(Part.IMPORTANT, to_me="Choir", for_me="No falls"),
    _entry(Part.DECISIONS, mine="All"),
    _entry(Part.RISK, risk="Falls", reduced="Stick"),
    _entry(Part.CONTINGENCY, first="Ring Ada"),
)


def _wanting(version=READY, outcomes=(OUTCOME,), lines=(LINE,), agreed=None):
    return [f"{each.test.words}: {each.words}" for each in readiness(version, outcomes, lines, agreed)]


def test_a_plan_in_which_all_is_said_is_ready():
    assert _wanting() == []


def test_an_empty_plan_wants_everything():
    assert [each.split(":")[0] for each in _wanting(DRAFT, (), ())] == [
        "Individual", "Individual", "Effective", "Realistic", "Legal", "Safe", "Safe",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"outcomes": (replace(OUTCOME, measure=""),)}, "Effective: Outcome 1 does not say how we will know."),
        ({"outcomes": (replace(OUTCOME, tags=frozenset()),)}, "Effective: Outcome 1 names no outcome of the Care Act."),
        (
            {"lines": (replace(LINE, weekly=Money(10001)),)},
            "Realistic: The plan costs £0.01 a week more than is agreed: £100.01 of £100.00.",
        ),
        (
            {"lines": (replace(LINE, words="A PA"),)},
            "Realistic: No line of money is for what an employer must pay beside wages.",
        ),
        (
            {"lines": (replace(LINE, agreed_by=""),)},
            "Legal: Nobody is named who agreed the money for: PA and insurance.",
        ),
        (
            {"version": replace(READY, entries=READY.entries[1:])},
            "Realistic: The plan costs £100.00 a week, and it does not say how much is agreed.",
        ),
        (
            {"version": replace(READY, entries=(*READY.entries, _entry(Part.RISK, risk="Cold")))},
            "Safe: Nothing is said that makes this risk less: Cold.",
        ),
        (
            {"version": replace(READY, entries=READY.entries[1:]), "agreed": Money(9000)},
            "Realistic: The plan costs £10.00 a week more than is agreed: £100.00 of £90.00.",
        ),
        (
            {"agreed": Money(12000)},
            "Realistic: The plan says that £100.00 a week is agreed; Money agreed comes to £120.00.",
        ),
        (
            {"lines": (replace(LINE, outcome_id=None),)},
            "Realistic: Nothing is set aside for outcome 1: no support, no hours and no money.",
        ),
    ],
)
def test_what_a_council_would_send_it_back_for_is_said(changed, said):
    assert _wanting(**changed) == [said]


@pytest.mark.parametrize(
    "changed",
    [
        {"agreed": Money(10000)},
        {"version": replace(READY, entries=READY.entries[1:]), "agreed": Money(10000)},
        {"lines": (replace(LINE, outcome_id=None),), "outcomes": (replace(OUTCOME, weekly_minutes=90),)},
        {
            "lines": (replace(LINE, outcome_id=None),),
            "version": replace(READY, entries=(*READY.entries, _entry(Part.SUPPORT, outcome="1.", who="A friend"))),
        },
    ],
)
def test_what_is_set_aside_or_agreed_in_any_way_is_enough(changed):
    assert _wanting(**changed) == []


@pytest.mark.parametrize(
    ("stars", "said"),
    [
        ((), ""),
        ((3,), "It stood at 3 of 5 on 1 January 2026."),
        ((2, 5, 4), "It rose from 2 to 4 of 5 between 1 January 2026 and 1 March 2026."),
        ((4, 1), "It fell from 4 to 1 of 5 between 1 January 2026 and 1 February 2026."),
        ((3, 5, 3), "It stood at 3 of 5 both on 1 January 2026 and 1 March 2026."),
    ],
)
def test_what_is_to_be_seen_in_ratings_is_said(stars, said):
    ratings = [
        Rating(outcome_id=OUTCOME.id, day=date(2026, number, 1), stars=each, note="")
        for number, each in enumerate(stars, 1)
    ]
    assert ratings_finding(reversed(ratings)) == said
    assert [bar.value for bar in rating_bars(reversed(ratings))] == list(stars)


def test_what_is_set_aside_for_an_outcome_is_said():
    assert OutcomeLine(OUTCOME, DAY).set_aside == ""
    assert (
        OutcomeLine(replace(OUTCOME, weekly_minutes=765), DAY, weekly=Money(20300)).set_aside == "12:45 hours, £203.00"
    )


def test_how_an_outcome_goes_is_said_from_its_last_ratings():
    def rated(*stars):
        return [
            Rating(outcome_id=OUTCOME.id, day=date(2026, number, 1), stars=each, note="")
            for number, each in enumerate(stars, 1)
        ]

    assert ratings_said([]) == ""
    assert ratings_said(rated(2)) == "now 2 of 5"
    assert ratings_said(reversed(rated(1, 2, 3, 3, 4))) == "2, 3, 3, now 4 of 5"
    with pytest.raises(NotARating):
        rated(6)
