"""Days as banks write them: one order of day and month for a whole file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, question, warning
from pa_manager.values.clock import LONDON
from pa_manager.values.days import said

_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[ T].*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/\-](\d{1,2})[/\-](\d{1,2})")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(\+00:?00|Z)?")
_NAMED = re.compile(r"(\d{1,2})[ \-]([A-Za-z]{3,9})[ \-](\d{4}|\d{2})")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}


class DayForm(StrEnum):
    """The ways a day is written. Only numbers can be taken in two orders."""

    NUMBERS = "numbers"
    YEAR_FIRST = "year first"
    NAMED = "named month"
    STAMP = "moment"


_FORM_SAID = {
    DayForm.NUMBERS: "04/05/2026",
    DayForm.YEAR_FIRST: "2026-05-04",
    DayForm.NAMED: "4 May 2026",
    DayForm.STAMP: "a day with a time",
}


@dataclass(frozen=True, slots=True)
class DaysRead:
    """The days of a file by how they were written, and what there is to say about them."""

    days: dict[str, date | None]
    findings: tuple[Finding, ...]


def looks_like_a_day(text: str) -> bool:
    """Return whether a text is written as a day, be there such a day or not."""
    return form_of(text) is not None


def form_of(text: str) -> DayForm | None:
    """Return how a day is written; nothing, if it is none."""
    tidy = text.strip()
    if _NUMBERS.fullmatch(tidy):
        return DayForm.NUMBERS
    if _YEAR_FIRST.fullmatch(tidy):
        return DayForm.YEAR_FIRST
    if (named := _NAMED.fullmatch(tidy)) and named[2][:3].casefold() in _MONTHS:
        return DayForm.NAMED
    return DayForm.STAMP if _STAMP.fullmatch(tidy) else None


def read_days(texts: Sequence[str]) -> DaysRead:
    """Return the days of a file, all read in one order: day first, unless only month first can be.

    Raises nothing: a text that is no day is answered with nothing.
    """
    forms = {text: form_of(text) for text in dict.fromkeys(texts)}
    used = Counter(forms[text] for text in texts if forms[text])
    findings: list[Finding] = []
    if len(used) > 1:
        said_so = ", ".join(f"{count} like {_FORM_SAID[form]}" for form, count in used.items() if form)
        findings.append(
            warning(WarningCode.DATE_MIXED, f"The days are written in more than one way: {said_so}. Check a few.")
        )
    numbers = [text for text in texts if forms[text] is DayForm.NUMBERS]
    month_first = _is_month_first(numbers)
    if month_first:
        findings.append(month_first)
    days = {text: _day(text, form, month_first=bool(month_first)) for text, form in forms.items()}
    return DaysRead(days, tuple(findings))


def _is_month_first(texts: Sequence[str]) -> Finding | None:
    """Return the question to ask if the month seems to stand first, else nothing."""
    unlike = dict.fromkeys(texts)
    by_day = {text: _day(text, DayForm.NUMBERS, month_first=False) for text in unlike}
    by_month = {text: _day(text, DayForm.NUMBERS, month_first=True) for text in unlike}
    if not unlike or None in by_month.values():
        return None
    example = next((text for text, day in by_day.items() if day is None), "")
    if example:
        day = by_month[example]
        return question(
            WarningCode.DATE_ORDER_MONTH_FIRST,
            f"The month seems to come before the day: {example} is read as {said(day) if day else ''}."
            " Is that right for the whole file?",
        )
    if _in_order(by_month[text] for text in texts) and not _in_order(by_day[text] for text in texts):
        example = next(text for text in texts if by_day[text] != by_month[text])
        day = by_month[example]
        return question(
            WarningCode.DATE_AMBIGUOUS,
            f"The days can be read in two ways. {example} is read as {said(day) if day else ''},"
            " because the rows are then in order. Is that right?",
        )
    return None


def _in_order(days: Iterable[date | None]) -> bool:
    known = [day for day in days if day]
    return known in (sorted(known), sorted(known, reverse=True))


def _day(text: str, form: DayForm | None, *, month_first: bool) -> date | None:
    tidy = text.strip()
    try:
        if form is DayForm.NUMBERS and (found := _NUMBERS.fullmatch(tidy)):
            first, second, year = (int(part) for part in found.groups())
            day_of, month = (second, first) if month_first else (first, second)
            return date(_full(year), month, day_of)
        if form is DayForm.YEAR_FIRST and (found := _YEAR_FIRST.fullmatch(tidy)):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if form is DayForm.NAMED and (found := _NAMED.fullmatch(tidy)):
            return date(_full(int(found[3])), _MONTHS[found[2][:3].casefold()], int(found[1]))
        if form is DayForm.STAMP and (found := _STAMP.fullmatch(tidy)):
            day = date.fromisoformat(found[1])
            moment = datetime(day.year, day.month, day.day, int(found[2]), int(found[3]), tzinfo=UTC)
            return moment.astimezone(LONDON).date() if found[5] else day
    except ValueError:
        pass
    return None


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year
