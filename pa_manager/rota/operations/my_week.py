"""What can be asked of "My week": who comes, and the page on paper."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import assistants_by_id, photo_of
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.rota import store
from pa_manager.rota.model import MyWeek, my_week
from pa_manager.rota.model.my_week import DAYS_AHEAD
from pa_manager.rota.report.my_week import my_week_pdf
from pa_manager.values.clock import LONDON
from pa_manager.values.days import Period

_DAY: Final = timedelta(days=1)


def read_my_week(work: Work, *, now: datetime) -> MyWeek:
    """Return who comes today and on the six days after, as the rota stands."""
    today = now.astimezone(LONDON).date()
    last = today + DAYS_AHEAD * _DAY
    return my_week(
        store.of_days(work, Period(today - _DAY, last)),
        now=now,
        names={number: each.name for number, each in assistants_by_id(work).items()},
        absences=[each for each in store.absences(work, Period(today - _DAY, last)) if each.state.counts],
    )


def photos_of(work: Work, *, week: MyWeek) -> dict[AssistantId, bytes]:
    """Return the photos of whoever comes, of whom one is kept."""
    coming = {visit.assistant_id for day in week.days for visit in day.visits if visit.assistant_id is not None}
    return {number: photo for number in coming if (photo := photo_of(work, assistant_id=number)) is not None}


def print_my_week(work: Work, *, now: datetime) -> bytes:
    """Return "My week" on one page of A4."""
    week = read_my_week(work, now=now)
    return my_week_pdf(week, photos_of(work, week=week), whose=holder_name(work))


def holder_name(work: Work) -> str:
    """Return whose rota it is; nothing, while nobody has said."""
    try:
        return find_holder(work).name
    except NoHolderYet:
        return ""
