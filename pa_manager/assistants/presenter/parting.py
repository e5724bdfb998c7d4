"""How an engagement ends, as texts of a form and back."""

from collections.abc import Mapping
from datetime import date

from pa_manager.assistants.model import Assistant, Leaving, NoticeBy
from pa_manager.values.clock import hours_said, minutes_from_text
from pa_manager.values.days import day_from_text
from pa_manager.values.forms import Reading


def parting_texts(assistant: Assistant, leaving: Leaving) -> dict[str, str]:
    """Return how an engagement ends, as the texts of a form."""
    hours = {"earned": leaving.holiday_earned_minutes, "taken": leaving.holiday_taken_minutes}
    return {
        "left_on": f"{assistant.left_on or ''}",
        "notice_by": leaving.notice_by,
        "notice_on": f"{leaving.notice_on or ''}",
        **{name: "" if minutes is None else hours_said(minutes) for name, minutes in hours.items()},
    }


def parting_from(form: Reading, texts: Mapping[str, str]) -> tuple[date | None, Leaving]:
    """Return the last day and the rest that was typed; what cannot be read is noted in the form."""
    left_on = form.optional("left_on", day_from_text, texts["left_on"])
    notice_on = form.optional("notice_on", day_from_text, texts["notice_on"])
    if left_on and notice_on and notice_on > left_on:
        form.errors["notice_on"] = "Notice would come after the last day. Change one of them."
    return left_on, Leaving(
        notice_by=NoticeBy(texts["notice_by"]),
        notice_on=notice_on,
        holiday_earned_minutes=form.optional("earned", minutes_from_text, texts["earned"]),
        holiday_taken_minutes=form.optional("taken", minutes_from_text, texts["taken"]),
    )
