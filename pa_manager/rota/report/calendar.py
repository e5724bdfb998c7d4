"""The shifts of one PA as a file for the calendar of a phone (iCalendar, RFC 5545)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from pa_manager.assistants.model import ShiftKind
from pa_manager.rota.model import Notice

if TYPE_CHECKING:
    from icalendar import Event, Timezone

ZONE: Final = "Europe/London"
_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    """All that the file says.

    Attributes:
        called: What no other household calls its events by, so that two employers' shifts never mix in one calendar.
        published_at: When each publishing was, by the number that is the revision of a notice.
    """

    holder: str
    called: str
    notices: Sequence[Notice]
    published_at: Mapping[int, datetime]


def calendar_file(page: CalendarPage) -> bytes:
    """Return the file. The same shift has the same name in every file, and a higher number whenever it has changed.

    Nothing is in it but whose work it is, the times and the kind of shift: a calendar is seen by others.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, and the first window does without

    calendar = Calendar()
    calendar.add("prodid", "-//PA Manager//Rota//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _summary(page.holder))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(_zone())
    for notice in page.notices:
        calendar.add_component(_event(notice, page))
    content: bytes = calendar.to_ical()
    return content


def _event(notice: Notice, page: CalendarPage) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - as above

    at = page.published_at[notice.revision].astimezone(UTC)
    kind = "" if notice.kind is ShiftKind.DAY else f" ({notice.kind.words.casefold()})"
    event = Event()
    event.add("uid", f"{notice.shift_id}-{notice.assistant_id}-{page.called}@pa-manager")
    event.add("sequence", notice.revision)
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("dtstart", notice.starts_at)
    event.add("dtend", notice.ends_at)
    event.add("summary", f"{'Off: ' if notice.off else ''}{_summary(page.holder)}{kind}")
    event.add("status", "CANCELLED" if notice.off else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if notice.off else "OPAQUE")
    event.add("class", "PRIVATE")
    return event


def _zone() -> "Timezone":
    """Return the clocks of the United Kingdom: summer time by the Summer Time Act 1972 as it is since 2002."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 - as above

    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, start, month, before, after in (
        (TimezoneDaylight(), "BST", datetime(1981, 3, 29, 1), 3, 0 * _HOUR, _HOUR),  # noqa: DTZ001 - of the wall
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), 10, _HOUR, 0 * _HOUR),  # noqa: DTZ001 - of the wall
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("dtstart", start)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone


def _summary(holder: str) -> str:
    return f"Work for {holder}" if holder else "Work as a PA"
