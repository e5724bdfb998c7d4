"""What the forms of the returns have in common: days typed, and what money a return is for."""

from collections.abc import Mapping
from datetime import date

from pa_manager.file.running import Runner
from pa_manager.funding.model import StreamId
from pa_manager.funding.operations import list_streams
from pa_manager.values.days import Period, day_from_text
from pa_manager.values.forms import Reading


def stream_choices(runner: Runner) -> list[tuple[str, str]]:
    """Return what a return can be for: the whole account, or one stream of money."""
    return [("", "The whole account"), *((str(stream.id), stream.called) for stream in runner.read(list_streams))]


def read_stream(text: str) -> StreamId | None:
    """Return the stream that was chosen; nothing, if it was the whole account."""
    return StreamId(int(text)) if text else None


def read_period(form: Reading, texts: Mapping[str, str]) -> Period | None:
    """Return the days typed into two fields, or note beside each what is wrong."""
    first = form.field("first", day_from_text, texts["first"])
    last = form.field("last", day_from_text, texts["last"])
    if first is None or last is None:
        return None
    return form.field("last", lambda _text: Period(first, last), texts["last"])


def typed(day: date | None) -> str:
    """Return a day as a date field takes it; empty, if there is none."""
    return f"{day.day} {day.month} {day.year}" if day else ""
