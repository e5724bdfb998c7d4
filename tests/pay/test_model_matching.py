"""Rows of the payroll's file that say too little, or too much: what becomes of each."""

from dataclasses import replace
from datetime import date

from pa_manager.assistants.model import ShiftKind
from pa_manager.pay.model import (
    P32,
    SHIPPED,
    Bureau,
    Fate,
    Pack,
    PackKind,
    PackSheet,
    PayslipColumn,
    csv_of,
    layout_of,
    matched,
    paid_as,
    parts_of,
    pay_record,
    read_rows,
    read_table,
    rows_of,
)
from pa_manager.timesheets.model import TimesheetId, TimesheetState
from pa_manager.values.money import Money
from tests.timesheets.people import SLEEP_IN_RATE, ada, line, timesheet


def _one(text, people, waiting=()):
    table = read_table(text.encode())
    rows = read_rows(table, layout_of(table.headings).columns)
    (found,) = matched(rows, people=people, waiting=waiting, kept=(), paid_on=date(2026, 5, 8), answers={})
    return found


def test_a_row_that_cannot_be_read_says_why_and_is_not_kept():
    found = _one("Name,Gross,Net\nAda Okonkwo,one hundred,1\n", [(ada(), "7")])
    assert (found.fate, found.figures) == (Fate.UNREADABLE, None)
    assert found.sentence.startswith("Gross pay: “one hundred” cannot be read.")


def test_a_payroll_number_that_two_have_leaves_it_to_the_name():
    twins = [(ada(), "7"), (ada(id=2, name="Sam Tremaine"), "07")]
    found = _one("Payroll no,Name,Gross,Net\n7,Sam Tremaine,1,1\n", twins)
    assert (found.assistant, found.fate) == ("Sam Tremaine", Fate.ASK)


def test_days_of_no_timesheet_make_a_payslip_without_one():
    record = pay_record(timesheet(line()), ada())
    text = "Name,Period start,Period end,Gross,Net\nAda Okonkwo,1/2/2026,28/2/2026,1,1\n"
    found = _one(text, [(ada(), "")], [record])
    assert (found.fate, found.figures.timesheet_id) == (Fate.NEW, None)


def test_of_two_timesheets_sent_the_one_of_the_same_gross_is_taken():
    may = timesheet(line(worked_minutes=60), state=TimesheetState.SENT)
    june = replace(timesheet(line(), state=TimesheetState.SENT), id=TimesheetId(2))
    sent = [pay_record(each, ada()) for each in (may, june)]
    assert _one("Name,Gross,Net\nAda Okonkwo,52.80,52.80\n", [(ada(), "")], sent).figures.timesheet_id == 2


def test_a_heading_that_is_not_known_is_left_out():
    other = layout_of(("Gross", "Net"))
    assert layout_of(("Name", "Colour of socks"), [other]).columns == {PayslipColumn.NAME: "Name"}


def test_a_sleep_in_is_counted_by_the_shift_in_the_file():
    her, night = ada(SLEEP_IN_RATE), line(kind=ShiftKind.SLEEP_IN, worked_minutes=540)
    made = PackSheet(
        assistant=her,
        timesheet=timesheet(night),
        record=pay_record(timesheet(night), her),
        parts=parts_of([night], paid_as(her)),
    )
    pack = Pack(kind=PackKind.HOURS, bureau=Bureau(), employer="Jean", send_by=None, paid_on=None, sheets=(made,))
    assert "Sleep-in,1," in csv_of(SHIPPED[1], rows_of(pack), paid_on=None).decode("utf-8-sig")


def test_a_p32_that_agrees_has_nothing_to_say():
    assert P32(month=date(2026, 5, 6), amount=Money(100)).held_against(Money(100)) == ""
