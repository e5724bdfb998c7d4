"""Streams to think with, and streams of chance."""

from datetime import date, timedelta

from hypothesis import strategies as st

from pa_manager.funding.model import (
    NEW_STREAM,
    Contribution,
    ContributionMode,
    FunderKind,
    Schedule,
    Stream,
    WeeklyAmount,
)
from pa_manager.values.money import Money


def stream(
    schedule=Schedule.FOUR_WEEKLY,
    *,
    weekly="150",
    contribution="",
    mode=ContributionMode.NET,
    first=date(2026, 4, 1),
    first_payment_on=None,
    last=None,
    in_advance=True,
):
    return Stream(
        id=NEW_STREAM,
        funder="Midshire County Council",
        kind=FunderKind.COUNCIL,
        name="",
        reference="",
        schedule=schedule,
        in_advance=in_advance,
        first_payment_on=first_payment_on or first,
        first=first,
        last=last,
        keep_weeks=None,
        amounts=(WeeklyAmount(first, Money.from_text(weekly)),) if weekly else (),
        contributions=(Contribution(first, Money.from_text(contribution), mode),) if contribution else (),
    )


days = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
money = st.integers(min_value=0, max_value=500_000).map(Money)


@st.composite
def streams(draw):
    """Draw a stream of any rhythm, with any sums from any days on, that may end, paid early, late or at once."""
    first = draw(days)
    changes = st.lists(st.integers(min_value=0, max_value=800), max_size=4, unique=True).map(sorted)
    return Stream(
        id=NEW_STREAM,
        funder="Midshire",
        kind=FunderKind.COUNCIL,
        name="",
        reference="",
        schedule=draw(st.sampled_from(Schedule)),
        in_advance=draw(st.booleans()),
        first_payment_on=first + timedelta(days=draw(st.integers(min_value=-40, max_value=120))),
        first=first,
        last=draw(st.none() | st.integers(min_value=0, max_value=1000).map(lambda n: first + timedelta(days=n))),
        keep_weeks=None,
        amounts=tuple(WeeklyAmount(first + timedelta(days=n), draw(money)) for n in draw(changes)),
        contributions=tuple(
            Contribution(first + timedelta(days=n), draw(money), draw(st.sampled_from(ContributionMode)))
            for n in draw(changes)
        ),
    )
