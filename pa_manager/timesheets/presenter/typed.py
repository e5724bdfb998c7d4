"""What was worked, as it is typed into a form and shown in it."""

from collections.abc import Mapping
from datetime import date

from pa_manager.timesheets.model import Worked, miles_from_text, minutes_between_times
from pa_manager.values.clock import hours_said, minutes_from_text, span_from_text
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money


def texts_of(worked: Worked, day: date) -> dict[str, str]:
    """Return what was worked as the form shows it."""
    told_by_times = worked.span is not None and worked.span.minutes_on(day) == worked.minutes + worked.break_minutes
    return {
        "times": str(worked.span or ""),
        "length": "" if told_by_times else hours_said(worked.minutes),
        "awake": "" if worked.awake_minutes is None else hours_said(worked.awake_minutes),
        "break": hours_said(worked.break_minutes) if worked.break_minutes else "",
        "miles": str(worked.miles or ""),
        "journey": worked.journey,
        "expenses": "" if worked.expenses == NIL else str(worked.expenses),
        "note": worked.note,
    }


def worked_from(form: Reading, texts: Mapping[str, str], day: date) -> Worked | None:
    """Return what a form says was worked; nothing if some of it cannot be read: then the reading has the errors."""
    span = form.optional("times", span_from_text, texts["times"])
    length = form.optional("length", minutes_from_text, texts["length"])
    break_ = form.optional("break", minutes_from_text, texts["break"]) or 0
    awake = form.optional("awake", minutes_from_text, texts.get("awake", ""))
    miles = form.optional("miles", miles_from_text, texts["miles"])
    expenses = form.optional("expenses", Money.from_text, texts["expenses"])
    if not texts["times"].strip() and not texts["length"].strip():
        form.errors["times"] = "Nothing is typed. Type the times, or the hours below; 0 hours if it was not worked."
    elif not form.errors:
        between = form.field("break", lambda _text: minutes_between_times(span, day, break_), texts["break"])
        length = between if length is None else length
    if form.errors or length is None:
        return None
    minutes = length
    return Worked(
        minutes=minutes,
        span=span if minutes else None,
        break_minutes=break_ if minutes else 0,
        awake_minutes=awake,
        miles=miles or 0,
        journey=texts["journey"].strip(),
        expenses=expenses or NIL,
        note=texts["note"].strip(),
    )
