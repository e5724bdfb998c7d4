"""What is paid besides the hours: what is agreed with each PA, and sums that are paid once."""

from collections.abc import Sequence
from datetime import date

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.assistants.operations import find_assistant
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.law.pay_periods import tax_year, tax_year_days
from pa_manager.pay.model import Besides, OneOff, OneOffId, OneOffKind, PayTerms, check_one_off, pay_terms_on
from pa_manager.pay.operations.extras import extra_parts
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.store import besides as store
from pa_manager.timesheets.model import Sent, Timesheet, TimesheetId, TimesheetState
from pa_manager.timesheets.operations import find_timesheet, timesheets_in
from pa_manager.values.days import Period
from pa_manager.values.money import Money


def keep_pay_terms(work: Work, *, terms: PayTerms) -> Changes:
    """Keep what is agreed with a PA besides rates, from a day on. What holds before that day stays as it is.

    Raises:
        NotFound: There is no such assistant.
    """
    find_assistant(work, terms.assistant_id)
    store.put_terms(work, terms)
    return PAY


def find_pay_terms(work: Work, *, assistant_id: AssistantId, day: date) -> PayTerms | None:
    """Return what is agreed with a PA besides rates on a day; nothing if nothing was typed."""
    return pay_terms_on((each for each in store.every_terms(work) if each.assistant_id == assistant_id), day)


def add_one_off(work: Work, *, timesheet_id: TimesheetId, kind: OneOffKind, amount: Money, words: str = "") -> Changes:
    """Pay a sum once with a timesheet that was not sent yet.

    Raises:
        NothingToPay: The sum is nil.
        Sent: The timesheet was sent.
        NotFound: There is no such timesheet.
    """
    check_one_off(amount)
    _check_not_sent(find_timesheet(work, timesheet_id))
    store.add_one_off(work, timesheet_id=timesheet_id, kind=kind, amount=amount, words=words.strip())
    return PAY


def remove_one_off(work: Work, *, one_off_id: OneOffId) -> Changes:
    """Take a sum off a timesheet that was not sent yet.

    Raises:
        Sent: The timesheet was sent.
        NotFound: There is no such sum.
    """
    _check_not_sent(find_timesheet(work, store.get_one_off(work, one_off_id).timesheet_id))
    store.remove_one_off(work, one_off_id)
    return PAY


def list_one_offs(work: Work, *, timesheet_id: TimesheetId) -> tuple[OneOff, ...]:
    """Return the sums that are paid once with a timesheet."""
    return store.one_offs_of(work, [timesheet_id])


def besides_of(
    work: Work, timesheets: Sequence[Timesheet], assistants: dict[AssistantId, Assistant]
) -> dict[TimesheetId, Besides]:
    """Return all that decides what each of some timesheets is paid besides its hours."""
    terms = store.every_terms(work)
    one_offs = store.one_offs_of(work, [each.id for each in timesheets])
    driven = _driven(work, [each for each in timesheets if each.miles])
    return {
        each.id: Besides(
            terms=tuple(agreed for agreed in terms if agreed.assistant_id == each.assistant_id),
            one_offs=tuple(one_off for one_off in one_offs if one_off.timesheet_id == each.id),
            extras=extra_parts(work, assistants[each.assistant_id], each.period),
            miles_before=_miles_before(each, driven),
        )
        for each in timesheets
    }


def _driven(work: Work, timesheets: Sequence[Timesheet]) -> tuple[Timesheet, ...]:
    """Return the timesheets that miles of the same tax years may stand on."""
    if not timesheets:
        return ()
    first = min(each.period.first for each in timesheets)
    last = max(each.period.last for each in timesheets)
    return timesheets_in(work, period=Period(tax_year_days(tax_year(first)).first, last))


def _miles_before(timesheet: Timesheet, others: Sequence[Timesheet]) -> int:
    year = tax_year_days(tax_year(timesheet.period.first))
    return sum(
        other.miles
        for other in others
        if other.assistant_id == timesheet.assistant_id and year.first <= other.period.first < timesheet.period.first
    )


def _check_not_sent(timesheet: Timesheet) -> None:
    if timesheet.state is TimesheetState.SENT:
        raise Sent("This timesheet was sent, and its pay stays as it is. Pay the sum with the next one.")
