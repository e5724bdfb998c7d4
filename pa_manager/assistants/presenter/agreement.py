"""What a contract says besides hours and rates, as texts of a form and back."""

from collections.abc import Mapping

from pa_manager.assistants.model import Agreement, HoursKind, Terms, weeks_from_text
from pa_manager.values.days import day_from_text
from pa_manager.values.forms import Reading


def agreement_texts(terms: Terms) -> dict[str, str]:
    """Return what terms say besides hours and rates, as the texts of a form."""
    agreement = terms.agreement
    weeks = {"your_notice_weeks": agreement.your_notice_weeks, "their_notice_weeks": agreement.their_notice_weeks}
    days = {
        "holiday_year_from": agreement.holiday_year_from,
        "probation_ends_on": agreement.probation_ends_on,
        "ends_on": agreement.ends_on,
    }
    return {
        "calendar": terms.calendar,
        "hours": agreement.hours,
        "job_title": agreement.job_title,
        "workplace": agreement.workplace,
        "days_and_times": agreement.days_and_times,
        "holiday": agreement.holiday,
        "sick_pay": agreement.sick_pay,
        "other_leave": agreement.other_leave,
        "benefits": agreement.benefits,
        "probation": agreement.probation,
        "training": agreement.training,
        "pension": agreement.pension,
        "disciplinary": agreement.disciplinary,
        **{name: "" if number is None else str(number) for name, number in weeks.items()},
        **{name: "" if day is None else f"{day}" for name, day in days.items()},
    }


def agreement_from(form: Reading, texts: Mapping[str, str]) -> Agreement:
    """Return the agreement that was typed; what cannot be read is noted in the form."""
    return Agreement(
        hours=HoursKind(texts["hours"]),
        job_title=texts["job_title"].strip(),
        workplace=texts["workplace"].strip(),
        days_and_times=texts["days_and_times"].strip(),
        holiday_year_from=form.optional("holiday_year_from", day_from_text, texts["holiday_year_from"]),
        holiday=texts["holiday"].strip(),
        sick_pay=texts["sick_pay"].strip(),
        other_leave=texts["other_leave"].strip(),
        benefits=texts["benefits"].strip(),
        your_notice_weeks=form.optional("your_notice_weeks", weeks_from_text, texts["your_notice_weeks"]),
        their_notice_weeks=form.optional("their_notice_weeks", weeks_from_text, texts["their_notice_weeks"]),
        probation_ends_on=form.optional("probation_ends_on", day_from_text, texts["probation_ends_on"]),
        probation=texts["probation"].strip(),
        ends_on=form.optional("ends_on", day_from_text, texts["ends_on"]),
        training=texts["training"].strip(),
        pension=texts["pension"].strip(),
        disciplinary=texts["disciplinary"].strip(),
    )
