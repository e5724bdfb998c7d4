"""The payroll bureau: its days, its layouts, and sending the hours."""

import csv
import io
from datetime import date

import pytest

from pa_manager.assistants.model import PersonFile, PrivateDetails
from pa_manager.assistants.operations import keep_person_file, keep_private_details, part_with_assistant
from pa_manager.file.work import NotFound
from pa_manager.pay.model import (
    RHYTHMS,
    SHIPPED,
    Bureau,
    How,
    LayoutColumn,
    NotALayoutFile,
    NothingToSend,
    OneOffKind,
    PackKind,
    PayDay,
    PayTerms,
    Source,
)
from pa_manager.pay.operations import (
    add_one_off,
    draft_pack,
    fill_pay_days,
    find_bureau,
    keep_bureau,
    keep_layout,
    keep_pay_day,
    keep_pay_terms,
    layout_in_use,
    list_layouts,
    list_one_offs,
    list_packs,
    list_pay_days,
    load_layout,
    next_deadline,
    print_pack,
    print_pay_record,
    read_pack,
    remove_layout,
    remove_one_off,
    remove_pay_day,
    save_layout,
    send_pack,
    things_to_do,
    work_out_pay,
    write_pack,
)
from pa_manager.timesheets.model import Sent, TimesheetId, TimesheetState, Worked, WorkedLineId
from pa_manager.timesheets.operations import (
    agree_timesheet,
    change_line,
    correct_line,
    find_timesheet,
    make_timesheet,
    send_timesheets,
)
from pa_manager.values.money import Money
from tests.paper.reading import text_of
from tests.timesheets.people import ADA, SAM, engage_all, plan

MAY = date(2026, 5, 5)
TODAY = date(2026, 6, 1)


@pytest.fixture
def bureau(worked):
    """May's work of Ada is made and agreed; Sam's is made."""
    plan(worked, ADA, MAY)
    plan(worked, SAM, MAY)
    for assistant_id in (ADA, SAM):
        worked.run(make_timesheet, assistant_id=assistant_id, day=MAY)
    worked.run(agree_timesheet, timesheet_id=TimesheetId(3), agreed_on=TODAY)
    return worked


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_year_of_pay_days_is_filled_and_changed_by_hand(bureau):
    bureau.run(fill_pay_days, rhythm=RHYTHMS[0], first=date(2026, 5, 29), earlier_in_december=5)
    days = [kept.day for kept in bureau.read(list_pay_days)]
    assert days[0] == PayDay(date(2026, 5, 22), date(2026, 5, 29))
    assert days[7] == PayDay(date(2026, 12, 15), date(2026, 12, 31))
    assert len(days) == 12
    first = bureau.read(list_pay_days)[0]
    bureau.run(keep_pay_day, day=PayDay(date(2026, 5, 20), date(2026, 5, 28)), pay_day_id=first.id)
    assert bureau.read(next_deadline, today=MAY) == PayDay(date(2026, 5, 20), date(2026, 5, 28))
    bureau.run(remove_pay_day, pay_day_id=first.id)
    assert bureau.read(next_deadline, today=MAY).paid_on == date(2026, 6, 30)


def test_the_pack_says_what_is_in_it_and_what_is_missing(bureau):
    pack = bureau.read(draft_pack, today=TODAY)
    assert [sheet.assistant.name for sheet in pack.sheets] == ["Ada Okonkwo", "Sam Tremaine"]
    assert pack.missing == ("Sam Tremaine's timesheet for 4 to 31 May 2026 is not agreed yet.",)


def test_sending_locks_what_is_agreed_and_keeps_what_went(bureau):
    bureau.run(keep_bureau, bureau=Bureau(name="Penfold Payroll", mailbox="pay@example.org", reference="C17"))
    bureau.run(send_pack, kind=PackKind.HOURS, sent_on=TODAY, how=How.EMAIL, today=TODAY)
    assert bureau.read(find_timesheet, TimesheetId(3)).state is TimesheetState.SENT
    assert bureau.read(find_timesheet, TimesheetId(4)).state is TimesheetState.DRAFT
    (sent,) = bureau.read(list_packs)
    assert sent.mail.startswith("To: pay@example.org\nSubject: Hours for 4 to 31 May 2026, C17\n\nHere are the hours")
    assert "Ada Okonkwo: Day 4:00." in sent.mail
    pdf, file = bureau.read(read_pack, pack_id=sent.id)
    assert "Ada Okonkwo" in text_of(pdf)
    assert "Sam" not in text_of(pdf)
    assert rows(file) == [
        [
            "First name",
            "Surname",
            "Works number",
            "Description",
            "Rate per hour",
            "Normal hours",
            "Counts for minimum wage",
        ],
        ["Ada", "Okonkwo", "", "Day", "13.20", "4.00", "Y"],
    ]


def test_nothing_is_sent_while_nothing_is_agreed(bureau):
    bureau.run(send_pack, kind=PackKind.HOURS, sent_on=TODAY, how=How.EMAIL, today=TODAY)
    with pytest.raises(NothingToSend, match="No timesheet is agreed yet"):
        bureau.run(send_pack, kind=PackKind.HOURS, sent_on=TODAY, how=How.EMAIL, today=TODAY)
    with pytest.raises(NothingToSend, match="No correction"):
        bureau.run(send_pack, kind=PackKind.CORRECTIONS, sent_on=TODAY, how=How.EMAIL, today=TODAY)


def test_a_corrected_pack_holds_only_corrections_and_they_are_not_sent_twice(bureau):
    bureau.run(correct_line, line_id=WorkedLineId(1), worked=Worked(minutes=300))
    bureau.run(send_pack, kind=PackKind.CORRECTIONS, sent_on=TODAY, how=How.PHONE, today=TODAY)
    _, file = bureau.read(read_pack, pack_id=bureau.read(list_packs)[0].id)
    assert [row[3:6] for row in rows(file)[1:]] == [["Day, putting an earlier timesheet right", "13.20", "1.00"]]
    pack = bureau.read(draft_pack, today=date(2026, 7, 6))
    assert not any(part.is_correction for sheet in pack.sheets for part in sheet.parts)
    assert bureau.read(find_timesheet, TimesheetId(4)).state is TimesheetState.DRAFT


def test_insurance_numbers_stand_in_the_file_only_when_asked_for(bureau):
    bureau.run(keep_private_details, assistant_id=ADA, private=PrivateDetails(insurance_number="AB123456C"))
    number = SHIPPED[1].with_column(LayoutColumn("NINO", Source.NI_NUMBER))
    bureau.run(keep_layout, layout=number)
    (kept,) = bureau.read(list_layouts)
    bureau.run(keep_bureau, bureau=Bureau(layout_id=kept.id))
    quiet = bureau.read(write_pack, kind=PackKind.HOURS, today=TODAY)
    told = bureau.read(write_pack, kind=PackKind.HOURS, today=TODAY, private=True)
    assert (rows(quiet)[1][-1], rows(told)[1][-1]) == ("", "AB 12 34 56 C")
    bureau.run(remove_layout, layout_id=kept.id)
    assert bureau.read(layout_in_use) == SHIPPED[0]
    assert bureau.read(find_bureau).layout_id is None


def test_a_layout_goes_to_a_file_and_back_and_a_csv_is_none(bureau):
    bureau.run(keep_layout, layout=SHIPPED[1])
    (kept,) = bureau.read(list_layouts)
    bureau.run(load_layout, name="a.json", content=bureau.read(save_layout, layout_id=kept.id))
    assert bureau.read(list_layouts)[1].columns == kept.columns
    with pytest.raises(NotALayoutFile, match=r"hours\.csv is not a layout"):
        bureau.run(load_layout, name="hours.csv", content=b"Name,Hours\nAda,4\n")
    assert len(bureau.read(list_layouts)) == 2


def test_home_says_in_good_time_that_hours_are_wanted(bureau):
    bureau.run(keep_pay_day, day=PayDay(date(2026, 6, 5), date(2026, 6, 12)))
    assert not [task for task in bureau.read(things_to_do, today=date(2026, 5, 28)) if task.place.screen == "bureau"]
    (task,) = [task for task in bureau.read(things_to_do, today=TODAY) if task.place.screen == "bureau"]
    assert task.text == ("Send the hours to the payroll by Friday 5 June 2026, for payment on Friday 12 June 2026.")
    assert task.due == date(2026, 6, 5)


def test_a_payroll_that_wants_it_is_told_that_nobody_worked(runner):
    runner.run(keep_pay_day, day=PayDay(date(2026, 6, 5), date(2026, 6, 12)))
    assert "Nobody worked" in text_of(runner.read(print_pack, kind=PackKind.NIL, today=TODAY))
    (task,) = runner.read(things_to_do, today=TODAY)
    assert task.text.startswith("Tell the payroll that nobody worked by Friday 5 June 2026")
    runner.run(send_pack, kind=PackKind.NIL, sent_on=TODAY, how=How.PHONE, today=TODAY)
    assert runner.read(things_to_do, today=TODAY) == ()
    runner.run(keep_bureau, bureau=Bureau(tells_nil=False))
    runner.run(keep_pay_day, day=PayDay(date(2026, 6, 6), date(2026, 6, 13)))
    assert runner.read(things_to_do, today=TODAY) == ()


def test_a_first_timesheet_brings_what_the_payroll_asks_of_somebody_new(runner):
    engage_all(runner)
    plan(runner, ADA, MAY)
    runner.run(make_timesheet, assistant_id=ADA, day=MAY)
    runner.run(agree_timesheet, timesheet_id=TimesheetId(1), agreed_on=TODAY)
    runner.run(part_with_assistant, assistant_id=ADA, left_on=date(2026, 5, 20))
    words = text_of(runner.read(print_pack, kind=PackKind.HOURS, today=TODAY))
    assert "New: Ada Okonkwo" in words
    assert "Date of birth" in words
    assert "Leaving" in words


def test_the_paper_tells_each_day(bureau):
    bureau.run(keep_person_file, assistant_id=ADA, person=PersonFile(payroll_number="7", address="1 Quay Street"))
    words = text_of(bureau.read(print_pack, kind=PackKind.HOURS, today=TODAY))
    assert "New:" not in words
    assert "Tue 5 May" in words


def test_what_is_paid_besides_is_part_of_the_record(bureau):
    bureau.run(
        keep_pay_terms,
        terms=PayTerms(assistant_id=SAM, from_day=date(2026, 5, 1), per_mile=Money(60), rolled_up=True),
    )
    line = bureau.read(find_timesheet, TimesheetId(4)).lines[0]
    bureau.run(change_line, line_id=line.id, worked=Worked(minutes=240, miles=24))
    bureau.run(add_one_off, timesheet_id=TimesheetId(4), kind=OneOffKind.BONUS, amount=Money(5000))
    record = bureau.read(work_out_pay, timesheet_id=TimesheetId(4))
    assert [(extra.words, extra.amount) for extra in record.extras] == [
        ("Bonus", Money(5000)),
        ("Holiday pay with the wage", Money(1241)),
    ]
    assert record.gross == Money(5280 + 5000 + 1241)
    assert (record.paid_back, record.mileage.above) == (Money(1440), Money(120))
    assert "£1.20 is above what is free of tax" in " ".join(each.sentence for each in record.amiss)
    (bonus,) = bureau.read(list_one_offs, timesheet_id=TimesheetId(4))
    bureau.run(remove_one_off, one_off_id=bonus.id)
    with pytest.raises(NotFound):
        bureau.run(remove_one_off, one_off_id=bonus.id)
    bureau.run(add_one_off, timesheet_id=TimesheetId(4), kind=OneOffKind.BONUS, amount=Money(5000))
    with pytest.raises(Sent):
        bureau.run(add_one_off, timesheet_id=TimesheetId(1), kind=OneOffKind.BONUS, amount=Money(1))
    words = text_of(bureau.read(print_pay_record, timesheet_id=TimesheetId(4)))
    assert "£115.21" in words
    assert "12.07% of £102.80 paid for work" in words


def test_what_was_noted_as_sent_without_a_pack_is_handed_over_and_nobody_is_told_that_nobody_worked(bureau):
    bureau.run(agree_timesheet, timesheet_id=TimesheetId(4), agreed_on=TODAY)
    bureau.run(send_timesheets, timesheet_ids=[TimesheetId(3), TimesheetId(4)], sent_on=TODAY)
    pack = bureau.read(draft_pack, today=TODAY)
    assert (pack.kind, [sheet.timesheet.id for sheet in pack.sheets]) == (PackKind.HOURS, [3, 4])
    bureau.run(send_pack, kind=PackKind.HOURS, sent_on=TODAY, how=How.EMAIL, today=TODAY)
    assert bureau.read(draft_pack, today=TODAY).kind is PackKind.NIL
