"""The rules of funders."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding import store
from pa_manager.funding.model import (
    Asked,
    Profile,
    ProfileId,
    Rule,
    Ruling,
    StreamId,
    profile_file,
    profile_from_file,
    tidy_profile_name,
)
from pa_manager.funding.operations.subject import FUNDING
from pa_manager.values.money import NIL, Money

SHIPPED: Final = Path(__file__).parents[3] / "resources" / "profiles"


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


def rules_on(work: Work, *, stream_id: StreamId | None, on: date) -> Asked:
    """Return all that is asked of some money on a day: the funder's own rules, else the general defaults.

    Without a stream, they are the general defaults.

    Raises:
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id) if stream_id is not None else None
    profile = store.get_profile(work, stream.profile_id) if stream and stream.profile_id is not None else None
    found: dict[Rule, Ruling] = {}
    for rule in Rule:
        own = profile.ruling_on(rule, on) if profile else None
        general = general_profile().ruling_on(rule, on)
        if own:
            found[rule] = own
        elif general:
            found[rule] = replace(general, is_general=True)
    return Asked(found)


def agreed_reserve(work: Work, *, on: date) -> Money:
    """Return how much may be kept in hand on a day: for each stream, the weeks agreed at the weekly sum that counts."""
    kept = NIL
    for stream in store.every(work):
        asked = rules_on(work, stream_id=stream.id, on=on)
        weekly = asked.counted_weekly(stream, on)
        if weekly:
            kept += weekly.times(asked.weeks_kept(stream) or 0)
    return kept
