"""What can be done with the money agreed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding import store
from pa_manager.funding.model import (
    NEW_ONE_OFF,
    NEW_STREAM,
    Closed,
    ClosedDays,
    Contribution,
    ContributionMode,
    ExpectedMoney,
    FunderKind,
    OneOff,
    OneOffId,
    Payment,
    Profile,
    ProfileId,
    Rule,
    Ruling,
    Schedule,
    Stream,
    StreamId,
    WeeklyAmount,
    expected_of,
    next_payments,
    open_always,
    profile_file,
    profile_from_file,
    tidy_funder,
    tidy_profile_name,
    tidy_purpose,
)
from pa_manager.holder.model import Nation, NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.values.days import Period, said
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place, Task

FUNDING: Final = Changes.of("funding")
SHIPPED: Final = Path(__file__).parents[2] / "resources" / "profiles"
SATURDAY: Final = 5
WARN_BEFORE_END: Final = timedelta(weeks=8)
"""How long before money ends it is said that it does: time to ask what comes after, and to give notice."""


def add_stream(  # noqa: PLR0913 -- one argument for each thing that was agreed
    work: Work,
    *,
    funder: str,
    kind: FunderKind = FunderKind.COUNCIL,
    name: str = "",
    reference: str = "",
    schedule: Schedule,
    in_advance: bool = True,
    first_payment_on: date,
    first: date,
    last: date | None = None,
    keep_weeks: int | None = None,
    weekly: Money | None = None,
    contribution: Money | None = None,
    mode: ContributionMode = ContributionMode.NET,
    closed_days: ClosedDays = ClosedDays.AS_IT_FALLS,
) -> Changes:
    """Note a sum of money that was agreed, with what is paid for a week from its first day on.

    Raises:
        FunderMissing: The name of the funder is blank.
        EndsBeforeItBegins: The last day comes before the first.
        SumBelowNil: A sum is below nil.
        SameMoneyTwice: The same money is there already for some of these days.
    """
    stream = Stream(
        id=NEW_STREAM,
        funder=tidy_funder(funder),
        kind=kind,
        name=" ".join(name.split()),
        reference=" ".join(reference.split()),
        schedule=schedule,
        in_advance=in_advance,
        first_payment_on=first_payment_on,
        first=first,
        last=last,
        keep_weeks=keep_weeks,
        amounts=() if weekly is None else (WeeklyAmount(first, weekly),),
        contributions=(Contribution(first, contribution, mode),) if contribution and contribution > NIL else (),
        closed_days=closed_days,
    )
    stream.must_not_repeat(store.every(work))
    store.add(work, stream)
    return FUNDING


def change_stream(  # noqa: PLR0913 -- one argument for each thing that was agreed
    work: Work,
    *,
    stream_id: StreamId,
    funder: str,
    kind: FunderKind,
    name: str = "",
    reference: str = "",
    schedule: Schedule,
    in_advance: bool,
    first_payment_on: date,
    first: date,
    last: date | None = None,
    keep_weeks: int | None = None,
    closed_days: ClosedDays = ClosedDays.AS_IT_FALLS,
) -> Changes:
    """Change what was agreed, apart from the sums.

    If the money begins earlier, the sums agreed from its first day on are taken to hold from the new one.

    Raises:
        FunderMissing: The name of the funder is blank.
        EndsBeforeItBegins: The last day comes before the first.
        SameMoneyTwice: The same money is there already for some of these days.
        NotFound: There is no such stream.
    """
    stream = replace(
        store.get(work, stream_id).running(first, last),
        funder=tidy_funder(funder),
        kind=kind,
        name=" ".join(name.split()),
        reference=" ".join(reference.split()),
        schedule=schedule,
        in_advance=in_advance,
        first_payment_on=first_payment_on,
        keep_weeks=keep_weeks,
        closed_days=closed_days,
    )
    stream.must_not_repeat(store.every(work))
    store.put(work, stream)
    return FUNDING


def set_weekly_amount(
    work: Work, *, stream_id: StreamId, from_day: date, weekly: Money, instead_of: date | None = None
) -> Changes:
    """Say what was agreed for a week from a day on, the contribution included.

    To put right a sum that was put down wrongly, ``instead_of`` names the day it began on.

    Raises:
        OutsideTheStream: The money is not paid on that day.
        NoSuchAmount: No sum begins on the day named.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id)
    if instead_of:
        stream = stream.without_amount(instead_of)
    store.put(work, stream.with_amount(WeeklyAmount(from_day, weekly)))
    return FUNDING


def remove_weekly_amount(work: Work, *, stream_id: StreamId, from_day: date) -> Changes:
    """Take back a sum as if it had not been agreed.

    Raises:
        NoSuchAmount: No sum begins on that day.
        NotFound: There is no such stream.
    """
    store.put(work, store.get(work, stream_id).without_amount(from_day))
    return FUNDING


def set_contribution(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    stream_id: StreamId,
    from_day: date,
    weekly: Money,
    mode: ContributionMode,
    instead_of: date | None = None,
) -> Changes:
    """Say what the holder pays for a week from a day on, and how. Nil ends it.

    To put right a contribution that was put down wrongly, ``instead_of`` names the day it began on.

    Raises:
        OutsideTheStream: The money is not paid on that day.
        NoSuchAmount: No contribution begins on the day named.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id)
    if instead_of:
        stream = stream.without_contribution(instead_of)
    store.put(work, stream.with_contribution(Contribution(from_day, weekly, mode)))
    return FUNDING


def remove_contribution(work: Work, *, stream_id: StreamId, from_day: date) -> Changes:
    """Take back a contribution as if it had not been asked for.

    Raises:
        NoSuchAmount: No contribution begins on that day.
        NotFound: There is no such stream.
    """
    store.put(work, store.get(work, stream_id).without_contribution(from_day))
    return FUNDING


def add_one_off(work: Work, *, stream_id: StreamId, purpose: str, amount: Money, expected_on: date) -> Changes:
    """Note a payment that comes once, for a purpose of its own.

    Raises:
        PurposeMissing: The purpose is blank.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such stream.
    """
    store.get(work, stream_id)
    one_off = OneOff(
        id=NEW_ONE_OFF, stream_id=stream_id, purpose=tidy_purpose(purpose), amount=amount, expected_on=expected_on
    )
    store.add_one_off(work, one_off)
    return FUNDING


def change_one_off(  # noqa: PLR0913 -- one argument for each part of it
    work: Work, *, one_off_id: OneOffId, stream_id: StreamId, purpose: str, amount: Money, expected_on: date
) -> Changes:
    """Change a payment that comes once.

    Raises:
        PurposeMissing: The purpose is blank.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such payment, or no such stream.
    """
    store.get(work, stream_id)
    one_off = OneOff(
        id=one_off_id, stream_id=stream_id, purpose=tidy_purpose(purpose), amount=amount, expected_on=expected_on
    )
    store.put_one_off(work, one_off)
    return FUNDING


def remove_one_off(work: Work, *, one_off_id: OneOffId) -> Changes:
    """Take a payment that comes once out of the file.

    Raises:
        NotFound: There is no such payment.
    """
    store.remove_one_off(work, one_off_id)
    return FUNDING


def list_streams(work: Work) -> tuple[Stream, ...]:
    """Return every stream of money, also those that have ended, in the order they were agreed."""
    return store.every(work)


def find_stream(work: Work, stream_id: StreamId) -> Stream:
    """Return one stream of money.

    Raises:
        NotFound: There is no such stream.
    """
    return store.get(work, stream_id)


def list_one_offs(work: Work) -> tuple[OneOff, ...]:
    """Return every payment that comes once, the earliest first."""
    return store.every_one_off(work)


def find_one_off(work: Work, one_off_id: OneOffId) -> OneOff:
    """Return one payment that comes once.

    Raises:
        NotFound: There is no such payment.
    """
    return store.get_one_off(work, one_off_id)


def expected_money(work: Work, *, period: Period) -> tuple[ExpectedMoney, ...]:
    """Return all the money that is due to come into the account within a period, the earliest first."""
    streams = store.every(work)
    return expected_of(streams, store.every_one_off(work), period, closed=_bank_days(work, streams))


def coming_payments(work: Work, *, stream_id: StreamId, on: date, count: int = 13) -> tuple[Payment, ...]:
    """Return the payments of a stream due on a day and after, as many as asked for if there are so many.

    Raises:
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id)
    return next_payments(stream, on=on, count=count, closed=_bank_days(work, [stream]))


def keep_profile(work: Work, *, profile: Profile) -> Changes:
    """Keep a set of rules as a new one: a shipped one, or one from a file.

    Raises:
        ProfileNameMissing: It has no name.
    """
    store.add_profile(work, replace(profile, name=tidy_profile_name(profile.name)))
    return FUNDING


def load_profile(work: Work, *, name: str, content: bytes) -> Changes:
    """Keep the set of rules that is in a file.

    Raises:
        NotAProfileFile: It is no such file, or something in it cannot be read.
    """
    store.add_profile(work, profile_from_file(name, content))
    return FUNDING


def save_profile(work: Work, *, profile_id: ProfileId) -> bytes:
    """Return a set of rules as the bytes of a file, to hand on.

    Raises:
        NotFound: There is no such set.
    """
    return profile_file(store.get_profile(work, profile_id))


def rename_profile(work: Work, *, profile_id: ProfileId, name: str, note: str) -> Changes:
    """Give a set of rules another name, and another note of where it is from.

    Raises:
        ProfileNameMissing: The name is blank.
        NotFound: There is no such set.
    """
    profile = store.get_profile(work, profile_id)
    store.put_profile(work, replace(profile, name=tidy_profile_name(name), note=note.strip()))
    return FUNDING


def remove_profile(work: Work, *, profile_id: ProfileId) -> Changes:
    """Take a set of rules out of the file; money that followed it follows the general rules.

    Raises:
        NotFound: There is no such set.
    """
    for stream in store.every(work):
        if stream.profile_id == profile_id:
            store.put(work, replace(stream, profile_id=None))
    store.remove_profile(work, profile_id)
    return FUNDING


def set_rule(  # noqa: PLR0913 -- one argument for each part of a rule
    work: Work,
    *,
    profile_id: ProfileId,
    rule: Rule,
    value: str,
    source: str = "",
    from_day: date | None = None,
) -> Changes:
    """Say what a funder answers to a question, from a day on. What it said before stays for the days before.

    Raises:
        NotARule: It is no answer to the question.
        NotFound: There is no such set.
    """
    ruling = Ruling(rule=rule, value=rule.read(value), source=" ".join(source.split()), from_day=from_day)
    store.put_profile(work, store.get_profile(work, profile_id).with_ruling(ruling))
    return FUNDING


def take_back_rule(work: Work, *, profile_id: ProfileId, rule: Rule, from_day: date | None) -> Changes:
    """Take back an answer as if it had not been given.

    Raises:
        NoSuchRuling: It was not.
        NotFound: There is no such set.
    """
    store.put_profile(work, store.get_profile(work, profile_id).without_ruling(rule, from_day))
    return FUNDING


def use_profile(work: Work, *, stream_id: StreamId, profile_id: ProfileId | None, today: date) -> Changes:
    """Let money follow a set of rules. Weeks that may be kept are taken from it, if none were typed.

    Raises:
        NotFound: There is no such stream, or no such set.
    """
    stream = replace(store.get(work, stream_id), profile_id=profile_id)
    if profile_id is not None and stream.keep_weeks is None:
        said_weeks = store.get_profile(work, profile_id).ruling_on(Rule.RESERVE_WEEKS, today)
        stream = replace(stream, keep_weeks=int(said_weeks.value) if said_weeks else None)
    store.put(work, stream)
    return FUNDING


def list_profiles(work: Work) -> tuple[Profile, ...]:
    """Return every set of rules in the file, in the order they were made."""
    return store.every_profile(work)


@cache
def shipped_profiles() -> tuple[Profile, ...]:
    """Return the sets of rules that come with the program, the general one first."""
    return tuple(profile_from_file(path.name, path.read_bytes()) for path in sorted(SHIPPED.glob("*.json")))


def general_profile() -> Profile:
    """Return the rules that hold where a funder says nothing."""
    return shipped_profiles()[0]


def ruling_of(work: Work, *, stream_id: StreamId | None, rule: Rule, on: date) -> Ruling | None:
    """Return what holds for some money on a day, with its source: the funder's own rule, or the general default.

    Nothing, if neither says anything. Without a stream it is the general default.

    Raises:
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id) if stream_id is not None else None
    if stream and stream.profile_id is not None:
        own = store.get_profile(work, stream.profile_id).ruling_on(rule, on)
        if own:
            return own
    general = general_profile().ruling_on(rule, on)
    return replace(general, is_general=True) if general else None


def _bank_days(work: Work, streams: Iterable[Stream]) -> Closed:
    """Return what says whether banks are closed on a day where the holder lives, if any stream asks."""
    if not any(stream.closed_days.step_days for stream in streams):
        return open_always
    try:
        nation = find_holder(work).nation
    except NoHolderYet:
        nation = Nation.ENGLAND
    return _closed_in(nation)


@cache
def _closed_in(nation: Nation) -> Closed:
    from holidays import country_holidays  # noqa: PLC0415 -- it takes long, and few streams ask

    free = country_holidays("GB", subdiv=_SUBDIVISIONS[nation])

    def closed(day: date) -> bool:
        return day.weekday() >= SATURDAY or day in free

    return closed


_SUBDIVISIONS: Final = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return that there is no money yet, or which of it has no sum, or ends soon."""
    streams = store.every(work)
    if not streams:
        return (Task(text="Say who pays, how much, and when.", place=Place("funding")),)
    return tuple(task for stream in streams for task in _wanted(stream, today))


def _wanted(stream: Stream, today: date) -> Iterator[Task]:
    place = Place("funding", stream.id)
    if stream.last and stream.last < today:
        return
    if stream.weekly_on(max(today, stream.first)) is None:
        yield Task(text=f"Say how much {stream.called} comes to a week.", place=place)
    if stream.last and stream.last - today <= WARN_BEFORE_END:
        yield Task(
            text=f"{stream.called} ends on {said(stream.last)}. Ask what comes after it.", place=place, due=stream.last
        )
