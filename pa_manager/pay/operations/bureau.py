"""The payroll bureau: who it is, when it wants the hours, and sending them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, HolidayCalendar
from pa_manager.assistants.operations import assistants_by_id, find_person_file, find_private_details
from pa_manager.file import contents
from pa_manager.file.contents import ContentId
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.law.bank_holidays import Calendar
from pa_manager.pay.model import (
    NEW_LAYOUT,
    SHIPPED,
    Bureau,
    How,
    KeptPayDay,
    Layout,
    LayoutId,
    NothingToSend,
    Pack,
    PackId,
    PackKind,
    PackSheet,
    PayDay,
    PayDayId,
    PayRecord,
    Rhythm,
    SentPack,
    checked,
    csv_of,
    layout_file,
    layout_from_file,
    next_pay_day,
    paid_as,
    parts_of,
    pay_days,
    rows_of,
)
from pa_manager.pay.operations.records import payslips_of, records_of
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.report.pack import pack_pdf
from pa_manager.pay.store import bureau as store
from pa_manager.rota.operations import absences_of
from pa_manager.timesheets.model import Timesheet, TimesheetState, WorkedLineId
from pa_manager.timesheets.operations import list_timesheets as list_all
from pa_manager.timesheets.operations import (
    send_timesheets,
    timesheets_by_id,
    timesheets_in,
    timesheets_to_make,
    waiting_timesheets,
)
from pa_manager.values.days import Period, said_period
from pa_manager.values.tasks import Place, Task

_IN_GOOD_TIME: Final = timedelta(days=7)
_OF_LATE: Final = timedelta(days=14)


def keep_bureau(work: Work, *, bureau: Bureau) -> Changes:
    """Keep who runs the payroll, and what it wants."""
    store.put(work, bureau)
    return PAY


def find_bureau(work: Work) -> Bureau:
    """Return who runs the payroll; where nobody has said, what is usual."""
    return store.get(work)


def list_pay_days(work: Work) -> tuple[KeptPayDay, ...]:
    """Return the days of payment with the days by which the hours are wanted, the earliest first."""
    return store.pay_days(work)


def keep_pay_day(work: Work, *, day: PayDay, pay_day_id: PayDayId | None = None) -> Changes:
    """Keep a day of payment, or change one.

    Raises:
        NotFound: There is none with that number.
    """
    store.put_pay_day(work, day, pay_day_id)
    return PAY


def remove_pay_day(work: Work, *, pay_day_id: PayDayId) -> Changes:
    """Take out a day of payment.

    Raises:
        NotFound: There is none with that number.
    """
    store.remove_pay_day(work, pay_day_id)
    return PAY


def fill_pay_days(work: Work, *, rhythm: Rhythm, first: date, earlier_in_december: int = 0) -> Changes:
    """Fill a year of days of payment by a rhythm, in place of those kept from its first day on."""
    calendar = Calendar(_calendar(work).value)
    store.remove_pay_days_from(work, first)
    for day in pay_days(rhythm, first, calendar=calendar, earlier_in_december=earlier_in_december):
        store.put_pay_day(work, day)
    return PAY


def list_layouts(work: Work) -> tuple[Layout, ...]:
    """Return the layouts a person has kept, in the order in which they were made."""
    return store.layouts(work)


def keep_layout(work: Work, *, layout: Layout) -> Changes:
    """Keep a new layout, or write one back.

    Raises:
        NoColumns: It has no columns.
        HeadingMissing: A column has no heading.
        HeadingTwice: Two columns have one heading.
        LayoutNameMissing: It has no name.
        NotFound: It is no longer there.
    """
    layout = checked(layout)
    if layout.id == NEW_LAYOUT:
        store.add_layout(work, layout)
    else:
        store.put_layout(work, layout)
    return PAY


def load_layout(work: Work, *, name: str, content: bytes) -> Changes:
    """Keep the layout in a file.

    Raises:
        NotALayoutFile: It is no such file.
    """
    store.add_layout(work, layout_from_file(name, content))
    return PAY


def save_layout(work: Work, *, layout_id: LayoutId) -> bytes:
    """Return a layout as a file, to be handed on.

    Raises:
        NotFound: There is no such layout.
    """
    return layout_file(store.get_layout(work, layout_id))


def remove_layout(work: Work, *, layout_id: LayoutId) -> Changes:
    """Take out a layout. Where it was in use, the usual one is used again.

    Raises:
        NotFound: There is no such layout.
    """
    store.remove_layout(work, layout_id)
    return PAY


def draft_pack(work: Work, *, today: date, kind: PackKind = PackKind.HOURS) -> Pack:
    """Return what would go to the payroll now: every timesheet not sent whose pay period ends by the day of payment.

    Without days of payment, those that have ended by today. What was noted as sent of late goes too while no pack
    held it and no payslip came back for it. For corrections, every timesheet not sent.
    """
    due = next_deadline(work, today=today)
    until = max(today, due.paid_on) if due else today
    if kind is PackKind.CORRECTIONS:
        until = date.max
    waiting = [
        sheet
        for state in (TimesheetState.DRAFT, TimesheetState.AGREED)
        for _, sheet in waiting_timesheets(work, state=state)
        if sheet.period.last <= until
    ]
    if kind is not PackKind.CORRECTIONS:
        waiting += _sent_alone(work, Period(today - _OF_LATE, max(today, until)))
    waiting.sort(key=lambda sheet: (sheet.period, sheet.assistant_id))
    to_make = [each for each in timesheets_to_make(work, today=today) if each.period.last <= until]
    names = assistants_by_id(work)
    return Pack(
        kind=PackKind.HOURS if waiting or to_make else PackKind.NIL,
        bureau=store.get(work),
        employer=_employer(work),
        send_by=due.send_by if due else None,
        paid_on=due.paid_on if due else None,
        sheets=_sheets(work, waiting, names),
        missing=(
            *(f"{each.assistant}'s timesheet for {said_period(each.period)} is not made yet." for each in to_make),
            *(
                f"{names[each.assistant_id].name}'s timesheet for {said_period(each.period)} is not agreed yet."
                for each in waiting
                if each.state is TimesheetState.DRAFT
            ),
        ),
        unagreed=tuple(each.id for each in waiting if each.state is TimesheetState.DRAFT),
    )


def send_pack(work: Work, *, kind: PackKind, sent_on: date, how: How, today: date) -> Changes:
    """Note that the pack went to the payroll: its paper and its file are kept as sent, its timesheets are locked.

    Timesheets not agreed yet are left for the next pack. A pack of corrections locks no timesheet: what it holds is
    left out of the next pack's hours.

    Raises:
        NothingToSend: There is nothing in it.
    """
    pack = ready(draft_pack(work, today=today, kind=kind), kind)
    sent = SentPack(
        id=PackId(0),
        kind=kind,
        sent_on=sent_on,
        how=how,
        to=pack.bureau.called,
        period=pack.period,
        paid_on=pack.paid_on,
        mail=pack.mail,
        pdf_id=contents.keep(work, pack_pdf(pack, made_on=sent_on)),
        csv_id=contents.keep(work, _csv(work, pack)),
    )
    sheets = [sheet.timesheet for sheet in pack.sheets] if kind is PackKind.HOURS else []
    told = [line.id for sheet in pack.sheets for line in sheet.lines] if kind is PackKind.CORRECTIONS else []
    store.add_pack(work, sent, [each.id for each in sheets], told)
    to_send = [each.id for each in sheets if each.state is not TimesheetState.SENT]
    return PAY.for_good() | send_timesheets(work, timesheet_ids=to_send, sent_on=sent_on)


def ready(pack: Pack, kind: PackKind) -> Pack:
    """Return a pack as it would go: without what is not agreed, or with nothing but corrections.

    Raises:
        NothingToSend: There is nothing in it.
    """
    if kind is PackKind.CORRECTIONS:
        pack = pack.corrections_only()
    if kind is PackKind.HOURS:
        pack = pack.agreed_only()
    if kind is not PackKind.NIL and not pack.sheets:
        raise NothingToSend(
            "No correction waits to be sent. Correct a line of a timesheet that was sent first."
            if kind is PackKind.CORRECTIONS
            else "No timesheet is agreed yet. Agree the timesheets first, then send them."
        )
    return pack


def print_pack(work: Work, *, kind: PackKind, today: date, private: bool = False, large: bool = False) -> bytes:
    """Return the paper that the payroll keys from, as it stands now; with National Insurance numbers only if asked.

    Raises:
        NothingToSend: There is nothing in it.
    """
    return pack_pdf(_asked(work, kind, today, private=private), made_on=today, large=large)


def write_pack(work: Work, *, kind: PackKind, today: date, private: bool = False) -> bytes:
    """Return the file for the payroll in its layout, as it stands now; with National Insurance numbers only if asked.

    Raises:
        NothingToSend: There is nothing in it.
    """
    return _csv(work, _asked(work, kind, today, private=private))


def list_packs(work: Work) -> tuple[SentPack, ...]:
    """Return the packs that were sent, the newest first."""
    return store.packs(work)


def read_pack(work: Work, *, pack_id: PackId) -> tuple[bytes, bytes]:
    """Return the paper and the file of a pack as they were sent.

    Raises:
        NotFound: There is no such pack.
    """
    pack = store.get_pack(work, pack_id)
    return contents.read(work, ContentId(pack.pdf_id)), contents.read(work, ContentId(pack.csv_id))


def next_deadline(work: Work, *, today: date) -> PayDay | None:
    """Return by when the hours are wanted next, and for which day of payment; nothing if no days are kept."""
    sent = frozenset(
        each.paid_on for each in store.packs(work) if each.paid_on and each.kind is not PackKind.CORRECTIONS
    )
    return next_pay_day(store.pay_days(work), today, sent)


def bureau_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return that hours are to be sent to the payroll, a week before they are wanted."""
    due = next_deadline(work, today=today)
    if due is None or today < due.send_by - _IN_GOOD_TIME:
        return ()
    bureau = store.get(work)
    pack = draft_pack(work, today=today)
    if pack.kind is PackKind.NIL and not bureau.tells_nil:
        return ()
    what = "that nobody worked" if pack.kind is PackKind.NIL else "the hours"
    verb = "Tell" if pack.kind is PackKind.NIL else "Send"
    to = f"{verb} {bureau.called} {what}" if pack.kind is PackKind.NIL else f"{verb} {what} to {bureau.called}"
    return (Task(text=f"{to} {due.words}.", place=Place("pay", screen="bureau"), due=due.send_by),)


def layout_in_use(work: Work) -> Layout:
    """Return the layout of the file: the one chosen, else the first that is shipped."""
    chosen = store.get(work).layout_id
    return SHIPPED[0] if chosen is None else store.get_layout(work, chosen)


def _asked(work: Work, kind: PackKind, today: date, *, private: bool) -> Pack:
    pack = ready(draft_pack(work, today=today, kind=kind), kind)
    if not private:
        return pack
    numbers = {
        sheet.assistant.id: find_private_details(work, sheet.assistant.id).insurance_number for sheet in pack.sheets
    }
    return pack.with_insurance_numbers(numbers)


def _csv(work: Work, pack: Pack) -> bytes:
    return csv_of(layout_in_use(work), rows_of(pack), paid_on=pack.paid_on)


def _sheets(
    work: Work, waiting: Sequence[Timesheet], assistants: dict[AssistantId, Assistant]
) -> tuple[PackSheet, ...]:
    if not waiting:
        return ()
    told = store.lines_told(work)
    numbers = [each.id for each in waiting]
    known = {
        line.assistant_id for line in list_all(work) if line.state is TimesheetState.SENT and line.id not in numbers
    }
    waiting = timesheets_by_id(work, numbers=numbers)
    return tuple(
        _sheet(work, sheet, assistants[sheet.assistant_id], record, told, is_new=sheet.assistant_id not in known)
        for sheet, record in zip(waiting, records_of(work, waiting), strict=True)
    )


def _sent_alone(work: Work, days: Period) -> list[Timesheet]:
    """Return the timesheets of some days that were noted as sent, went with no pack, and have no payslip yet."""
    found = [each for each in timesheets_in(work, period=days) if each.state is TimesheetState.SENT]
    gone = store.timesheets_gone(work) | payslips_of(work, [each.id for each in found]).keys()
    return [each for each in found if each.period.last in days and each.id not in gone]


def _sheet(  # noqa: PLR0913 -- each is read once for all sheets
    work: Work,
    sheet: Timesheet,
    assistant: Assistant,
    record: PayRecord,
    told: frozenset[WorkedLineId],
    *,
    is_new: bool,
) -> PackSheet:
    person = find_person_file(work, assistant.id)
    away = absences_of(work, assistant_id=assistant.id, days=sheet.period)
    return PackSheet(
        timesheet=sheet,
        assistant=assistant,
        record=record,
        parts=parts_of([line for line in sheet.lines if line.id not in told], paid_as(assistant)),
        payroll_number=person.payroll_number,
        address=person.address,
        other_job=person.other_job.words,
        told=told,
        is_new=is_new,
        away=tuple(f"{each.kind.label}, {said_period(each.days)}" for each in away),
    )


def _calendar(work: Work) -> HolidayCalendar:
    """Return whose bank holidays count: those of the latest terms agreed with anybody."""
    terms = [each for assistant in assistants_by_id(work).values() for each in assistant.terms]
    latest = max(terms, key=lambda each: each.from_day, default=None)
    return latest.calendar if latest else HolidayCalendar.ENGLAND_AND_WALES


def _employer(work: Work) -> str:
    try:
        return find_holder(work).name
    except NoHolderYet:
        return ""
