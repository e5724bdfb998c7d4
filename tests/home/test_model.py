"""The order of things to do, and what the first screen says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import AssistantId
from pa_manager.home.model import HistoryLine, HomePage, MoneyLeft, NextReturn, in_order, when_said, who_is_here
from pa_manager.pay.model import Liability, LiabilityKind
from pa_manager.rota.model import Shift, ShiftId, ShiftLine
from pa_manager.values.clock import LONDON, span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place, Task

WEDNESDAY = date(2026, 6, 10)


def shift(day: date, times: str, who: str | None) -> ShiftLine:
    assistant_id = AssistantId(1) if who else None
    found = Shift(id=ShiftId(1), day=day, span=span_from_text(times), assistant_id=assistant_id)
    return ShiftLine(found, who or "Nobody yet")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


def owed(pence: int) -> Liability:
    return Liability(
        what=LiabilityKind.WAGES,
        who="Ada Okonkwo",
        amount=Money(pence),
        due_on=WEDNESDAY,
        period=Period(WEDNESDAY, WEDNESDAY),
    )


def page(hour: int, **changes: object) -> HomePage:
    given_ = {"whose": "Jean", "on": at(WEDNESDAY, hour), "tasks": (), "shifts": (), "money": None, "next_return": None}
    return HomePage(**{**given_, **changes})


@given(st.lists(st.tuples(st.none() | st.dates(), st.text(max_size=3))))
def test_tasks_come_by_the_day_they_are_due_and_those_without_one_last(given_):
    tasks = in_order(Task(text=text, place=Place("home"), due=due) for due, text in given_)
    dues = [task.due for task in tasks]
    with_day = [due for due in dues if due]
    assert with_day == sorted(with_day)
    assert all(due is None for due in dues[len(with_day) :])


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "1 day late"),
        (-9, "9 days late"),
        (12, "in 12 days"),
        (22, "by 2 July 2026"),
    ],
)
def test_when_a_task_is_due_is_said_as_people_say_it(days, words):
    task = Task(text="Send it.", place=Place("home"), due=WEDNESDAY + timedelta(days=days))
    assert when_said(task, WEDNESDAY) == words


def test_a_task_without_a_day_says_none():
    assert when_said(Task(text="Some day.", place=Place("home")), WEDNESDAY) == ""


def test_it_says_who_is_here_until_when_and_who_comes_next():
    lines = [
        shift(WEDNESDAY, "9am-1.15pm", "Ada Okonkwo"),
        shift(WEDNESDAY, "2pm-4pm", None),
        shift(WEDNESDAY, "10pm-7am", "Sam Tremaine"),
    ]
    assert who_is_here(lines, at(WEDNESDAY, 9)) == "Ada Okonkwo is here until 1.15pm. Sam Tremaine comes at 10pm."
    assert who_is_here(lines, at(WEDNESDAY, 13, 15)) == "Sam Tremaine comes at 10pm."
    assert who_is_here(lines, at(date(2026, 6, 11), 6)) == "Sam Tremaine is here until 7am."
    assert who_is_here([], at(WEDNESDAY, 9)) == "Nobody is down for the coming week."


def test_it_says_the_day_of_whoever_comes_next_unless_it_is_today():
    assert who_is_here([shift(date(2026, 6, 11), "noon-4pm", "Ada")], at(WEDNESDAY, 9)) == "Ada comes tomorrow at noon."
    assert who_is_here([shift(date(2026, 6, 12), "9am-1pm", "Ada")], at(WEDNESDAY, 9)) == "Ada comes on Friday at 9am."


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(0, 10**7), max_size=5))
def test_what_is_spare_is_the_balance_less_all_that_is_owed(balance, sums):
    money = MoneyLeft(balance=Money(balance), owed=tuple(map(owed, sums)))
    assert money.spare.pence == balance - sum(sums)
    assert str(money.balance) in money.sentence
    assert ("nothing owed" in money.sentence) == (money.already_owed == NIL)


def test_the_reserve_and_one_off_money_are_not_spare_and_the_sentence_says_so():
    money = MoneyLeft(balance=Money(258221), owed=(owed(41260),), one_offs=Money(10000), reserve=Money(4 * 37160))
    assert money.spare == Money(258221 - 41260 - 10000 - 148640)
    assert money.sentence == (
        "£2,582.21 in the account, less £412.60 already owed, £100.00 left of one-off payments"
        " and £1,486.40 agreed to be kept"
    )


def test_a_reserve_that_is_not_all_there_is_said_to_be_so():
    money = MoneyLeft(balance=Money(50000), owed=(), reserve=Money(148640))
    assert money.sentence == "£500.00 in the account, less £500.00 of the £1,486.40 agreed to be kept"


@pytest.mark.parametrize(("balance", "spare", "kept"), [(50000, 0, 50000), (-50000, -50000, 0)])
def test_a_reserve_alone_never_makes_it_less_than_nil(balance, spare, kept):
    money = MoneyLeft(balance=Money(balance), owed=(), reserve=Money(80000))
    assert (money.spare, money.kept) == (Money(spare), Money(kept))


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "Nothing to put right"), (1, "1 thing to put right first"), (3, "3 things to put right first")],
)
def test_the_next_return_says_what_is_to_put_right(number, words):
    found = NextReturn(place=Place("returns"), last=date(2026, 6, 8), due_on=None, to_put_right=number)
    assert found.sentence == f"Up to 8 June 2026. {words}"
    assert found.figure == "8 June"


def test_the_next_return_shows_the_day_it_is_due_where_that_is_known():
    found = NextReturn(place=Place("returns"), last=date(2026, 6, 8), due_on=date(2026, 7, 6), to_put_right=0)
    assert found.figure == "6 July"


@pytest.mark.parametrize(
    ("undone", "locked", "state"), [(False, False, "Done"), (True, False, "Undone"), (False, True, "Locked")]
)
def test_history_says_when_and_whether_it_stands(undone, locked, state):
    line = HistoryLine(number=1, what="Plan shift", at=at(WEDNESDAY, 9, 5), undone=undone, locked=locked)
    assert (line.when, line.state) == ("10 June 2026, 09:05", state)


def test_the_greeting_follows_the_clock_in_london():
    assert [page(hour).title for hour in (8, 12, 18)] == [
        "Good morning, Jean",
        "Good afternoon, Jean",
        "Good evening, Jean",
    ]
    summer_noon = datetime(2026, 6, 10, 11, 30, tzinfo=UTC)
    assert page(8, whose="", on=summer_noon).title == "Good afternoon"
    assert page(8).lead == "Wednesday 10 June 2026. Nobody is down for the coming week."
