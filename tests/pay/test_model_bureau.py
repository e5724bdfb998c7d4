"""The payroll's days, its file, and what is paid besides: the rules."""

import json
from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import Terms
from pa_manager.law.dated import OwnFigure
from pa_manager.pay.model import (
    RHYTHMS,
    SHIPPED,
    Besides,
    Bureau,
    Driven,
    FileRow,
    FindingKind,
    LayoutColumn,
    NotALayoutFile,
    NothingToPay,
    OneOff,
    OneOffId,
    OneOffKind,
    Pack,
    PackKind,
    PackSheet,
    PayDay,
    PayTerms,
    Source,
    Written,
    check_one_off,
    checked,
    csv_of,
    layout_file,
    layout_from_file,
    mailbox_from_text,
    paid_as,
    parts_of,
    pay_days,
    pay_record,
    rows_of,
    subject_from_text,
)
from pa_manager.timesheets.model import TimesheetId
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money
from tests.timesheets.people import ADA, DAY_RATE, PERIOD, ada, line, timesheet


def layout_text(**changes):
    content = json.loads(layout_file(SHIPPED[1]))
    return json.dumps(content | changes).encode()


def test_days_in_weeks_keep_to_the_weeks_and_months_to_their_day():
    weekly = pay_days(RHYTHMS[6], date(2026, 5, 1))
    assert (len(weekly), weekly[0], weekly[1]) == (
        52,
        PayDay(date(2026, 4, 28), date(2026, 5, 1)),
        PayDay(date(2026, 5, 5), date(2026, 5, 8)),
    )
    assert pay_days(RHYTHMS[2], date(2026, 12, 1))[0].paid_on == date(2026, 12, 18)
    with pytest.raises(UserError, match="after the day of payment"):
        PayDay(date(2026, 5, 2), date(2026, 5, 1))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PA,Hours\nAda,4\n", "is not a layout"),
        (b"x" * 1_000_001, "is not a layout"),
        (b"[]", "is not a layout"),
        (layout_text(version=2), "another version"),
        (layout_text(columns="none"), "no columns"),
        (layout_text(columns=[]), "at least one column"),
        (layout_text(columns=["a"]), "no parts"),
        (layout_text(columns=[{"heading": "A", "source": "shoe_size", "written": "plain"}]), "not known here"),
        (layout_text(name=7), "not text"),
        (layout_text(name=" "), "name is missing"),
        (layout_text(columns=[{"heading": "", "source": "name", "written": "plain"}]), "heading is missing"),
    ],
)
def test_a_file_that_is_no_layout_is_said_to_be_none(content, words):
    with pytest.raises(NotALayoutFile, match=words):
        layout_from_file("hours.csv", content)


def test_what_fills_a_column_is_written_as_asked():
    layout = replace(
        SHIPPED[1],
        columns=(
            LayoutColumn("Hours", Source.QUANTITY, Written.CLOCK_HOURS),
            LayoutColumn("From", Source.PERIOD_FIRST, Written.ISO_DATE),
            LayoutColumn("To", Source.PERIOD_LAST, Written.UK_DATE),
            LayoutColumn("Paid", Source.PAY_DAY),
            LayoutColumn("Fund", Source.FIXED, text="=DP"),
            LayoutColumn("Off", Source.AMOUNT),
        ),
    )
    row = FileRow(
        name="Ada", number="", period=PERIOD, description="Day", amount=Money(-572), rate=Money(1320), minutes=-26
    )
    _, written, _ = csv_of(layout, [row], paid_on=None).decode("utf-8-sig").split("\r\n")
    assert written == "-0:26,2026-04-06,03/05/2026,,'=DP,-5.72"
    assert csv_of(SHIPPED[0], [replace(row, by_time=False)], paid_on=None).count(b"\r\n") == 1
    assert b"Ada,," in csv_of(SHIPPED[0], [row], paid_on=None)


def test_columns_are_moved_and_the_last_one_stays():
    layout = checked(SHIPPED[1]).moved(0, 5)
    assert layout.columns[5].heading == "PA"
    assert layout.moved(0, -1) == layout
    with pytest.raises(UserError, match="at least one"):
        replace(layout, columns=layout.columns[:1]).without_column(0)


def test_the_subject_and_the_mailbox_are_read():
    assert mailbox_from_text(" pay@example.org ") == "pay@example.org"
    with pytest.raises(UserError, match="not an email address"):
        mailbox_from_text("pay at example")
    assert subject_from_text("").startswith("Hours for {period}")
    bureau = Bureau(subject="{ employer }: {pay_day}")
    assert bureau.subject_for(period="May", employer="Jean", pay_day="29 May 2026") == "Jean: 29 May 2026"


def record(*lines, terms=(), **besides):
    return pay_record(timesheet(*lines), ada(), besides=Besides(terms=terms, **besides))


def mile(**changes):
    return PayTerms(assistant_id=ADA, from_day=date(2026, 1, 1), **{"per_mile": Money(55), **changes})


def test_miles_within_what_is_free_of_tax_need_no_word():
    found = record(line(miles=20), terms=(mile(),))
    assert (found.mileage.amount, found.mileage.above, found.amiss) == (Money(1100), NIL, ())


def test_beyond_ten_thousand_miles_less_is_free_of_tax():
    found = record(line(miles=20), terms=(mile(),), miles_before=9_990)
    assert found.mileage.above == Money(1100 - 550 - 250)


def test_it_is_said_where_the_tax_free_rate_is_not_known():
    found = record(line(miles=20), terms=(mile(driven=Driven.BICYCLE),))
    assert [each.kind for each in found.amiss] == [FindingKind.MILES]
    assert found.amiss[0].sentence == "It is not known here how much of the mileage is free of tax."


def test_a_sum_once_is_above_nil_and_only_a_bonus_counts_for_the_minimum_wage():
    check_one_off(Money(1))
    with pytest.raises(NothingToPay):
        check_one_off(NIL)
    once = OneOff(id=OneOffId(1), timesheet_id=TimesheetId(1), kind=OneOffKind.TRAINING_FEE, amount=Money(3000))
    (extra,) = record(line(), one_offs=(once,)).extras
    assert (extra.words, extra.counts_for_minimum_wage) == ("Training fee", False)
    assert (Driven.CAR.words, OneOffKind.OTHER.words) == ("Car or van", "Other")


def test_hours_beyond_the_contract_and_the_rota_are_found():
    contract = ada(terms=(Terms(from_day=date(2026, 1, 5), weekly_minutes=60, rates=(DAY_RATE,)),))
    found = pay_record(timesheet(line(planned_minutes=180, worked_minutes=300)), contract)
    assert [each.sentence for each in found.amiss] == [
        "5:00 hours were worked, and the contract has 4:00.",
        "5:00 hours were worked, and 3:00 were planned.",
    ]
    left = ada(terms=contract.terms, left_on=date(2026, 4, 12))
    assert "has 1:00" in pay_record(timesheet(line(worked_minutes=300)), left).amiss[0].sentence


def test_a_day_without_terms_is_found():
    late = ada(terms=(Terms(from_day=date(2026, 4, 20), rates=(DAY_RATE,)),))
    found = pay_record(timesheet(line()), late)
    assert (found.verdict, found.amiss[0].kind) == ("No terms that day", FindingKind.NO_CONTRACT)


def test_what_cannot_be_reckoned_yet_costs_nothing_known():
    long_ago = Period(date(2015, 4, 6), date(2015, 5, 3))
    own = [OwnFigure(name="minimum wage", first=long_ago.first, last=long_ago.last, text="7")]
    assert pay_record(timesheet(period=long_ago), ada(), own).cost is None


def sheet(*lines, **changes):
    usual = {"assistant": ada(), "timesheet": timesheet(*lines)}
    usual |= changes
    made = pay_record(usual["timesheet"], usual["assistant"], besides=Besides(terms=(mile(),)))
    parts = parts_of(lines, paid_as(usual["assistant"]))
    return PackSheet(**usual, record=made, parts=parts)


def pack(*sheets, kind=PackKind.HOURS, paid_on=None):
    return Pack(kind=kind, bureau=Bureau(), employer="Jean", send_by=None, paid_on=paid_on, sheets=sheets)


def test_miles_and_expenses_are_rows_besides_the_hours():
    rows = rows_of(pack(sheet(line(miles=10, expenses=Money(450)))))
    assert [(row.description, row.amount, row.by_time) for row in rows] == [
        ("Day", Money(5280), True),
        ("Mileage, 10 miles, paid back", Money(550), False),
        ("Expenses, paid back", Money(450), False),
    ]
    once = OneOff(id=OneOffId(1), timesheet_id=TimesheetId(1), kind=OneOffKind.BONUS, amount=Money(3000))
    bonus = rows_of(pack(replace(sheet(line()), record=record(line(), one_offs=(once,)))))[-1]
    assert (bonus.description, bonus.amount, bonus.by_time, bonus.counts) == ("Bonus", Money(3000), False, True)


def test_hours_on_bank_holidays_are_split_at_midnight():
    easter = sheet(
        line(1, day=date(2026, 4, 6)), line(2, day=date(2026, 5, 3), late_minutes=60), line(3, day=date(2026, 4, 8))
    )
    assert easter.bank_holiday_minutes == 240 + 60


def test_who_is_new_who_leaves_and_what_changes_is_told():
    leaver = sheet(line(), assistant=ada(left_on=date(2026, 4, 30)))
    new = replace(sheet(line()), is_new=True)
    mail = pack(new, leaver).mail
    assert "New: Ada Okonkwo." in mail
    assert "Leaves: Ada Okonkwo." in mail
    rise = ada(terms=(*ada().terms, Terms(from_day=date(2026, 4, 20), rates=(DAY_RATE,))))
    raised = sheet(line(), assistant=rise)
    assert raised.changes == ("Ada Okonkwo, from 20 April 2026: Day £13.20 an hour.",)
    assert replace(raised, is_new=True).changes == ()
    assert ("First day", "5 January 2026") in new.starting


def test_a_mail_that_nobody_worked_says_for_when():
    assert "Nobody worked for me in this pay period." in pack(kind=PackKind.NIL).mail
    assert "payment on 29 May 2026" in pack(kind=PackKind.NIL, paid_on=date(2026, 5, 29)).mail
