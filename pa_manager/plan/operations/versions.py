"""What can be done with the versions of the plan: writing, agreeing, comparing, printing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pa_manager.file import contents
from pa_manager.file.contents import ContentId
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder, read_holder_photo
from pa_manager.paper.photos import photo_from
from pa_manager.plan import store
from pa_manager.plan.model import (
    NEW_ENTRY,
    NEW_VERSION,
    Difference,
    DraftIsThere,
    Entry,
    EntryId,
    NothingWritten,
    Outcome,
    Part,
    PlanLine,
    PricedLine,
    Rating,
    Version,
    VersionId,
    VersionState,
    Wanting,
    compare,
    ratings_said,
    readiness,
)
from pa_manager.plan.operations.subject import PLAN
from pa_manager.plan.report import PlanPage, plan_pdf, profiles_pdf
from pa_manager.values.clock import hours_said
from pa_manager.values.money import Money


def start_version(work: Work, *, today: date) -> Changes:
    """Start the next version: a copy of the newest, to be changed until it is agreed.

    Raises:
        DraftIsThere: One is being written already.
    """
    versions = store.every_version(work)
    newest = store.get_version(work, versions[-1].id) if versions else None
    if newest and newest.state is VersionState.DRAFT:
        raise DraftIsThere(f"{newest.called.capitalize()} is still a draft. Agree it first, or go on writing it.")
    number = newest.number + 1 if newest else 1
    draft = Version(
        id=NEW_VERSION, number=number, state=VersionState.DRAFT, begun_on=today, agreed_by="", agreed_on=None
    )
    version_id = store.add_version(work, draft)
    for entry in newest.entries if newest else ():
        if not entry.part.is_told_elsewhere:
            store.add_entry(work, version_id, entry)
    return PLAN


def keep_entry(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    version_id: VersionId | None,
    part: Part,
    answers: Mapping[str, str],
    today: date,
    entry_id: EntryId | None = None,
) -> Changes:
    """Keep what was written in a part. Without a version the first one is begun.

    Raises:
        NothingWritten: Everything was left empty.
        PlanIsAgreed: The version was agreed and stays as it is.
        NotFound: There is no such version, or no such entry.
    """
    if version_id is None:
        start_version(work, today=today)
        version_id = store.every_version(work)[-1].id
    version = store.get_version(work, version_id)
    version.must_take(part)
    read = {question.key: question.read(answers.get(question.key, "")) for question in part.questions}
    if not any(read.values()):
        raise NothingWritten("Nothing is written yet. Answer one question, or leave without keeping.")
    here = version.only(part)
    if entry_id is None and not part.is_repeated and here.id != NEW_ENTRY:
        entry_id = here.id
    entry = Entry(id=entry_id or NEW_ENTRY, part=part, answers=read)
    if entry_id is None:
        store.add_entry(work, version_id, entry)
    else:
        _version_id, before = store.get_entry(work, entry_id)
        store.put_entry(work, replace(entry, photo=before.photo))
    return PLAN


def keep_photo(work: Work, *, entry_id: EntryId, content: bytes) -> Changes:
    """Keep the photo of a one-page profile, in place of one that was there: upright and small.

    Raises:
        NotAPhoto: It cannot be read as a photo.
        PhotoTooBig: It is larger than 20 MB, or unpacks to too much.
        PlanIsAgreed: The version was agreed and stays as it is.
        NotFound: There is no such profile.
    """
    version_id, entry = store.get_entry(work, entry_id)
    store.get_version(work, version_id).must_take(entry.part)
    store.put_entry(work, replace(entry, photo=contents.keep(work, photo_from(content))))
    return PLAN


def remove_entry(work: Work, *, entry_id: EntryId) -> Changes:
    """Take out what was written in a part.

    Raises:
        PlanIsAgreed: The version was agreed and stays as it is.
        NotFound: There is no such entry.
    """
    version_id, entry = store.get_entry(work, entry_id)
    store.get_version(work, version_id).must_take(entry.part)
    store.remove_entry(work, entry_id)
    return PLAN


def agree_version(work: Work, *, version_id: VersionId, by: str, on: date) -> Changes:
    """Mark a version as agreed. It is frozen with the outcomes and the money of today, and replaces the one before.

    Raises:
        PlanIsAgreed: It was agreed before.
        AgreedByNobody: It is not said by whom.
        NotFound: There is no such version.
    """
    version = read_version(work, version_id).agreed(by, on)
    for earlier in store.every_version(work):
        if earlier.state is VersionState.AGREED:
            store.put_version(work, replace(earlier, state=VersionState.SUPERSEDED))
    for part in (Part.OUTCOME, Part.MONEY):
        for entry in version.of(part):
            store.add_entry(work, version_id, entry)
    store.put_version(work, version)
    return PLAN


def list_versions(work: Work) -> tuple[Version, ...]:
    """Return every version without what it says, the earliest first."""
    return store.every_version(work)


def read_version(work: Work, version_id: VersionId) -> Version:
    """Return one version with all that it says: a draft with the outcomes and the money as they are now.

    Raises:
        NotFound: There is no such version.
    """
    version = store.get_version(work, version_id)
    if version.state is not VersionState.DRAFT:
        return version
    return replace(version, entries=(*version.entries, *_told_elsewhere(work)))


def compare_versions(work: Work, *, first: VersionId, second: VersionId) -> tuple[Difference, ...]:
    """Return all that differs between two versions.

    Raises:
        NotFound: One of them is not there.
    """
    return compare(read_version(work, first), read_version(work, second))


def check_readiness(
    work: Work, *, version_id: VersionId, today: date, agreed: Money | None = None
) -> tuple[Wanting, ...]:
    """Return all that a council might send a version back for; nothing, if it is ready.

    ``agreed`` is what the funders have agreed for a week, as far as it is known.

    Raises:
        NotFound: There is no such version.
    """
    return readiness(read_version(work, version_id), _standing(work, today), store.every_line(work), agreed)


def print_plan(work: Work, *, version_id: VersionId, large: bool = False, easy: bool = False) -> bytes:
    """Return a version as a PDF: in standard or in large print, or laid out as easy read.

    Raises:
        NotFound: There is no such version.
    """
    return plan_pdf(_page(work, version_id), large=large, easy=easy)


def print_profiles(work: Work, *, version_id: VersionId, large: bool = False) -> bytes:
    """Return the one-page profiles of a version as a PDF, each on a page of its own.

    Raises:
        NothingWritten: There is none.
        NotFound: There is no such version.
    """
    page = _page(work, version_id)
    if not page.version.of(Part.PAGE):
        raise NothingWritten("There is no one-page profile yet. Write one first, then print it.")
    return profiles_pdf(page, large=large)


def _page(work: Work, version_id: VersionId) -> PlanPage:
    version = read_version(work, version_id)
    until = version.agreed_on or date.max
    return PlanPage(
        holder=_whose(work),
        version=version,
        photo=read_holder_photo(work),
        photos={each.id: contents.read(work, ContentId(each.photo)) for each in version.entries if each.photo},
        ratings={
            outcome.number: tuple(
                each for each in store.ratings(work) if each.outcome_id == outcome.id and each.day <= until
            )
            for outcome in store.every_outcome(work)
        },
    )


def _whose(work: Work) -> str:
    try:
        return find_holder(work).name
    except NoHolderYet:
        return ""


def _standing(work: Work, today: date) -> tuple[Outcome, ...]:
    return tuple(outcome for outcome in store.every_outcome(work) if outcome.last is None or outcome.last >= today)


def _told_elsewhere(work: Work) -> tuple[Entry, ...]:
    outcomes = [outcome for outcome in store.every_outcome(work) if outcome.last is None]
    numbers = {outcome.id: outcome.number for outcome in store.every_outcome(work)}
    ratings = store.ratings(work)
    return (
        *(_outcome(each, tuple(one for one in ratings if one.outcome_id == each.id)) for each in outcomes),
        *(_money(line, numbers[line.outcome_id] if line.outcome_id else None) for line in store.every_line(work)),
    )


def _outcome(outcome: Outcome, ratings: tuple[Rating, ...]) -> Entry:
    return Entry(
        id=NEW_ENTRY,
        part=Part.OUTCOME,
        answers={
            "words": f"{outcome.number}. {outcome.words}",
            "measure": outcome.measure,
            "hours": f"{hours_said(outcome.weekly_minutes)} hours" if outcome.weekly_minutes else "",
            "tags": outcome.tags_said,
            "rating": ratings_said(ratings),
        },
    )


def _money(line: PlanLine, number: int | None) -> Entry:
    priced = PricedLine(line, number)
    return Entry(
        id=NEW_ENTRY,
        part=Part.MONEY,
        answers={
            "words": line.words,
            "price": priced.price,
            "stream": line.stream_name,
            "may_not": line.may_not,
            "agreed": priced.agreed,
        },
    )
