"""Pay divided among the money that pays, to the penny."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pa_manager.funding.model import StreamId
from pa_manager.pay.model import SHARE_RULE, divide_to_penny, paid_as, shares_of
from pa_manager.values.money import NIL, Money, total
from tests.timesheets.people import ada, line, timesheet

COUNCIL, NHS = StreamId(1), StreamId(2)


def shares(*lines, extras=()):
    return shares_of(timesheet(*lines), paid_as(ada()), ada(), extras=extras, besides=lambda each: each.expenses)


def test_hours_and_money_of_two_streams_divide_to_the_penny():
    council, nhs = shares(
        line(1, worked_minutes=100, stream_id=COUNCIL, expenses=Money(250)),
        line(2, worked_minutes=50, stream_id=NHS),
    )
    assert (str(council.worked), council.gross, council.besides) == ("1:40", Money(2200), Money(250))
    assert (str(nhs.worked), nhs.gross, nhs.besides) == ("0:50", Money(1100), NIL)


def test_an_odd_penny_goes_where_most_was_cut_off():
    assert divide_to_penny({"a": Fraction(100, 3), "b": Fraction(100, 3), "c": Fraction(100, 3)}, Money(100)) == {
        "a": Money(34), "b": Money(33), "c": Money(33),
    }  # fmt: skip
    assert "the odd pennies go where most was cut off" in SHARE_RULE


def test_what_is_not_for_a_shift_follows_the_pay_for_work():
    council, nhs = shares(
        line(1, worked_minutes=120, stream_id=COUNCIL), line(2, worked_minutes=60, stream_id=NHS), extras=[Money(100)]
    )
    assert (council.gross, nhs.gross) == (Money(2640 + 67), Money(1320 + 33))
    (only,) = shares(extras=[Money(100)])
    assert (only.stream_id, only.gross) == (None, Money(100))


@given(st.lists(st.tuples(st.integers(-600, 600), st.sampled_from([COUNCIL, NHS, None])), min_size=1, max_size=9))
def test_shares_add_up_to_the_pay_to_the_penny(worked):
    lines = [line(number, worked_minutes=minutes, stream_id=stream) for number, (minutes, stream) in enumerate(worked)]
    whole = Money(1320).times(Fraction(sum(minutes for minutes, _ in worked), 60))
    assert total(share.gross for share in shares(*lines)) == whole
