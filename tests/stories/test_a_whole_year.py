"""A whole year, from the rota to the return: every total foots, and what the year comes to is what hands work out.

The sums of the test are its own: hours times rates in pounds and pence, written out, not asked of the program.
"""

import csv
import io
from datetime import date, timedelta
from fractions import Fraction

import pytest

from pa_manager.assistants.model import ShiftKind
from pa_manager.funding.model import ReturnLine
from pa_manager.home.operations import list_things_to_do
from pa_manager.pay.model import PackKind
from pa_manager.pay.operations import (
    check_payslips,
    liabilities,
    list_packs,
    list_pay,
    list_payslips,
    read_holiday,
    read_pack,
    read_sickness,
    sum_up_streams,
    sum_up_year,
)
from pa_manager.returns.model import ReturnId
from pa_manager.returns.operations import print_return, return_figures
from pa_manager.spending.operations import balance_on, list_transactions, paid_payslips, payments_to_make, still_owed
from pa_manager.timesheets.model import TimesheetState
from pa_manager.timesheets.operations import list_timesheets
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total
from tests.paper.reading import text_of
from tests.stories.year import tell_a_year
from tests.stories.year_agreed import (
    ACCOUNT,
    ADA,
    ALL,
    BEA,
    CAL,
    CHANGE_OF_CLOCKS,
    COUNCIL,
    DECEMBER,
    NHS,
    OPENING,
    PERIODS,
    RISE,
    SAM,
    pay_day,
    sent_on,
)

LEAVE_YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
EASTER = 10

GROSS = {
    # 15 hours a week at £14.00, from 6 April £14.80; on bank holidays half as much again
    ADA: (
        "840.00",  # 60 x 14.00
        "847.00",  # 60:30 x 14.00
        "861.00",  # 42 x 14.00, 3 x 21.00 on 25 August, 15 of holiday at 14.00
        "840.00",
        "840.00",
        "840.00",
        "882.00",  # 54 x 14.00, 6 x 21.00 on 25 and 26 December
        "875.00",  # 57 x 14.00, 3 x 21.00 on 1 January, 1 x 14.00 of Christmas Eve trued up
        "840.00",
        "840.00",
        "602.75",  # 15 x 14.00, 15 x 14.80, and 170.75 of sick pay
        "910.20",  # 57 x 14.80, 3 x 22.20 on 4 May
        "910.20",  # 57 x 14.80, 3 x 22.20 on 25 May
    ),
    # 8 sleep-ins at £60.00 and 16 hours at £13.20 are £691.20, from 6 April £64.00 and £13.80; 12.07% of it besides
    SAM: (
        "796.82",  # 691.20 and 1:30 awake, 19.80: 711.00 + 85.82
        "774.63",  # 691.20 + 83.43
        "774.63",
        "785.72",  # 691.20 and 0:45 awake of the period before, 9.90: 701.10 + 84.62
        "855.32",  # 7 sleep-ins, 16 hours, and 10 hours of the long night, 132.00: 763.20 + 92.12
        "774.63",
        "804.21",  # 480.00, 12 x 13.20, 4 x 19.80 on 25 December: 717.60 + 86.61
        "804.21",  # the same with 1 January
        "774.63",
        "774.63",
        "1174.83",  # 4 x 60 + 4 x 64, 8 x 13.20 + 8 x 13.80, 165.00 + 171.30 of nights: 1048.30 + 126.53
        "821.25",  # 8 x 64.00 + 16 x 13.80: 732.80 + 88.45
        "821.25",
    ),
    # 6 hours a week at £13.50; on leaving 16.7 hours of holiday, 181 of 365 days of 33.6 hours: 225.45
    BEA: ("324.00", "324.00", "324.00", "468.45"),
    # 6 hours a week at £13.00, from 6 April £13.40, with 12.07%; three weekends in the first period,
    # and in the one in which one was a holiday: 234.00 + 28.24
    CAL: (*(None,) * 5, "262.24", *("349.66",) * 3, "262.24", "355.04", "360.42", "360.42"),
}


@pytest.fixture(scope="module")
def year():
    return tell_a_year()


@pytest.fixture(scope="module")
def payslips(year):
    """All payslips of the year, the oldest first."""
    return [line.payslip for line in reversed(year.runner.read(list_payslips))]


@pytest.fixture(scope="module")
def returned(year):
    """The figures of both returns: to the end of March, and from April on."""
    return [year.runner.read(return_figures, return_id=ReturnId(number)) for number in (1, 2)]


def pounds(text):
    return Money.from_text(text)


# What work comes to


def test_every_pay_record_is_what_hours_and_rates_come_to_by_hand(year):
    lines = year.runner.read(list_pay)
    found = {(line.record.assistant_id, line.record.period): line.record.gross for line in lines}
    assert found == {
        (assistant_id, PERIODS[number]): pounds(gross)
        for assistant_id, all_gross in GROSS.items()
        for number, gross in enumerate(all_gross)
        if gross
    }


def test_a_night_over_the_october_clock_change_pays_ten_hours(year):
    (night,) = [part for part in year.record(4, SAM).parts if part.kind is ShiftKind.WAKING_NIGHT]
    assert (night.minutes, night.amount) == (600, pounds("132.00"))
    assert night.days == ((CHANGE_OF_CLOCKS, 600),)


def test_nights_split_at_midnight_into_the_bank_holiday_and_the_new_rates(year):
    nights = [part for part in year.record(EASTER, SAM).parts if part.kind is ShiftKind.WAKING_NIGHT]
    assert {part.per_hour: (part.minutes, part.amount) for part in nights} == {
        pounds("13.20"): (240, pounds("52.80")),  # until midnight on Maundy Thursday and on Easter Sunday
        pounds("19.80"): (420, pounds("138.60")),  # after it on Good Friday, by the rates until 5 April
        pounds("20.70"): (420, pounds("144.90")),  # after it on Easter Monday, by those from 6 April
    }
    days = {part.kind: part for part in year.record(EASTER, ADA).parts if part.per_hour == pounds("14.80")}
    assert days[ShiftKind.DAY].minutes == 15 * 60, "Ada's raise counts from its first day, within the period"


def test_time_awake_in_a_sleep_in_is_paid_besides(year):
    (awake,) = [part for part in year.record(0, SAM).parts if part.awake]
    assert (awake.minutes, awake.amount) == (90, pounds("19.80"))
    assert year.record(0, SAM).paid_back == pounds("17.30"), "24 miles at 45p, and a fare of 6.50"


def test_pay_from_two_streams_divides_to_the_penny(year):
    shares = {each.stream_id: each for each in year.record(1, ADA).shares}
    council, nhs = shares[COUNCIL], shares[NHS]
    assert (council.worked.minutes, nhs.worked.minutes) == (36 * 60 + 20, 24 * 60 + 10)
    assert (council.gross, nhs.gross) == (pounds("508.67"), pounds("338.33")), "508.666 and 338.333 of 847.00"
    for line in year.runner.read(list_pay):
        assert total(each.gross for each in line.record.shares) == line.record.gross
        assert total(each.besides for each in line.record.shares) == line.record.paid_back


def test_sick_pay_runs_across_the_change_of_6_april(year):
    (run,) = year.runner.read(read_sickness, assistant_id=ADA, today=ALL.last).runs
    assert [day.day for day in run.days if not day.is_paid] == [date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1)]
    (sick,) = [each for each in year.record(EASTER, ADA).extras if each.words.startswith("Sick pay")]
    assert sick.words == "Sick pay by law, 7 days", "of 10 days of work, the first 3 wait"
    assert sick.amount == pounds("170.75"), "2 at 118.75 / 5 = 23.75, 5 at 123.25 / 5 = 24.65"


# Estimates, corrections, payslips, the pack


def test_an_estimate_and_its_true_up_are_both_kept(year):
    sent = {line.day: line for line in year.sheet(DECEMBER, ADA).lines}
    estimated = [day for day, line in sent.items() if line.estimated]
    assert estimated == [day for day in sent if day >= date(2025, 12, 22)], "all that was to come on 19 December"
    assert all(sent[day].trued_up for day in estimated)
    eve = sent[date(2025, 12, 24)]
    assert eve.worked_minutes == 180
    (true_up,) = [line for line in year.sheet(DECEMBER + 1, ADA).lines if line.corrects is not None]
    assert (true_up.corrects, true_up.day, true_up.worked_minutes) == (eve.id, eve.day, 60)
    (part,) = [each for each in year.record(DECEMBER + 1, ADA).parts if each.is_correction]
    assert part.amount == pounds("14.00")


def test_a_correction_after_sending_goes_with_the_next_period(year):
    (line,) = [line for line in year.sheet(2, SAM).lines if line.day == date(2025, 8, 12)]
    assert line.awake_minutes == 0, "what was sent stays as it was"
    (part,) = [each for each in year.record(3, SAM).parts if each.is_correction]
    assert (part.awake, part.minutes, part.amount) == (True, 45, pounds("9.90"))


def test_the_wrong_payslip_is_caught_and_no_other(year):
    gross, insurance = year.caught
    assert gross == "The gross is £10.00 less than the timesheet comes to."
    assert insurance.startswith("The payslip has £58.44 for your National Insurance; £56.94 was expected")
    assert not any(year.runner.read(check_payslips).values())


def test_each_pack_is_whole_and_tells_who_is_new_who_leaves_and_what_changes(year):
    assert [pack.missing for pack in year.packs] == [()] * 13
    assert [len(pack.sheets) for pack in year.packs] == [3, 3, 3, 3, 2, *[3] * 8]
    news = {
        (number, sheet.assistant.id): (sheet.is_new, sheet.leaves, len(sheet.changes))
        for number, pack in enumerate(year.packs)
        for sheet in pack.sheets
        if number and (sheet.is_new or sheet.leaves or sheet.changes)
    }
    rises = {(EASTER, each): (False, False, 1) for each in (ADA, SAM, CAL)}
    assert news == {(3, BEA): (False, True, 0), (5, CAL): (True, False, 0), **rises}
    packs = year.runner.read(list_packs)
    assert [(pack.kind, pack.sent_on, pack.paid_on) for pack in reversed(packs)] == [
        (PackKind.HOURS, sent_on(number), pay_day(number)) for number in range(13)
    ]
    assert {line.state for line in year.runner.read(list_timesheets)} == {TimesheetState.SENT}


def test_the_file_of_each_pack_comes_to_what_is_paid(year):
    for number, pack in enumerate(reversed(year.runner.read(list_packs))):
        paper, file = year.runner.read(read_pack, pack_id=pack.id)
        rows = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))
        gross = total(pounds(each[number]) for each in GROSS.values() if len(each) > number and each[number])
        paid_back = pounds("17.30") if number == 0 else NIL
        assert total(Money.signed_from_text(row["Comes to"]) for row in rows) == gross + paid_back
        if number == EASTER:
            assert ("Sick pay by law, 7 days", "170.75") in {(row["For"], row["Comes to"]) for row in rows}
            assert "170.75" in text_of(paper)


def test_what_is_taken_off_is_what_hands_work_out(year, payslips):
    first = next(each for each in payslips if each.assistant_id == ADA)
    assert first.tax == pounds("168.00"), "BR: 20% of 840.00"
    assert (first.employee_ni, first.employer_ni) == (NIL, pounds("68.25")), "15% of 840.00 - 385.00"
    assert first.employee_pension == pounds("14.40"), "5% of 840.00 - 480.00, less the tax relief of a fifth"
    assert first.employer_pension == pounds("10.80"), "3% of it"
    assert first.net == pounds("657.60")
    (easter,) = [each for each in payslips if (each.assistant_id, each.paid_on) == (SAM, pay_day(EASTER))]
    assert easter.employee_ni == pounds("16.63"), "8% of 1,174.83 - 967.00"


# Holiday by both methods


def test_the_holiday_ledger_is_the_hours(year):
    def ledger(assistant_id):
        return year.runner.read(read_holiday, assistant_id=assistant_id, year=LEAVE_YEAR, today=ALL.last).ledger

    ada = ledger(ADA)
    assert (ada.entitlement, ada.taken, ada.left) == (84 * 60, 15 * 60, 69 * 60), "5.6 weeks of 15 hours"
    assert not [line for line in year.sheet(2, ADA).lines if date(2025, 8, 18) <= line.day <= date(2025, 8, 22)]
    (holiday,) = [each for each in year.record(2, ADA).extras if each.words.startswith("Holiday")]
    assert (holiday.words, holiday.amount) == ("Holiday, 15:00 hours", pounds("210.00")), "15 x 14.00"
    assert ledger(SAM).accrued == 110 * 60, "88 hours are 10.6, so 11 in each of 10 periods"
    cal = ledger(CAL)
    assert cal.accrued == Fraction(6480 * 1207, 10_000), "twice 18 and three times 24 hours: 13:02, by whole hours 13"
    assert cal.taken == 6 * 60
    assert [each.words for each in year.record(9, CAL).extras] == ["Holiday pay with the wage"], "and not paid again"
    assert year.owed_to_bea == pounds("225.45")
    assert ledger(SAM).taken == 0
    for assistant_id in (SAM, CAL):
        for number in range(5, 13):
            record = year.record(number, assistant_id)
            (rolled,) = [each for each in record.extras if each.words == "Holiday pay with the wage"]
            exact = Fraction((record.gross - rolled.amount).pence * 1207, 10_000)
            assert abs(rolled.amount.pence - exact) <= Fraction(1, 2)


# Every total foots


def test_pay_records_payslips_and_bank_come_to_the_same(year, payslips):
    records = [line.record for line in year.runner.read(list_pay)]
    assert len(payslips) == len(records) == 13 + 13 + 4 + 8
    assert total(each.gross for each in records) == total(each.gross for each in payslips)
    assert total(each.paid_back for each in records) == total(each.expenses_paid for each in payslips)
    assert total(each.gross for each in payslips) == total(
        pounds(gross) for all_gross in GROSS.values() for gross in all_gross if gross
    )
    for each in payslips:
        assert each.gross - each.tax - each.employee_ni - each.employee_pension + each.expenses_paid == each.net
    taken = total(each.tax + each.employee_ni for each in payslips)
    insurance = total(each.employer_ni for each in payslips if each.paid_on < RISE)  # then the allowance covers it
    paid = _paid_by_the_bank(year)
    assert paid == {
        ReturnLine.WAGES: total(each.net for each in payslips),
        ReturnLine.HMRC: taken + insurance,
        ReturnLine.PENSION: total(each.employee_pension + each.employer_pension for each in payslips),
    }
    assert year.runner.read(paid_payslips) == {each.id: each.net for each in payslips}
    assert all(each.locked for each in payslips)


def test_nothing_is_owed_in_the_end(year, payslips):
    owed = year.runner.read(liabilities, on=ALL.last)
    assert total(each.amount for each in owed) == total(_paid_by_the_bank(year).values())
    assert {each.due_on.day for each in owed if each.payslip_id is None} == {22}
    assert year.runner.read(still_owed, on=ALL.last) == ()
    assert not any(each.is_open for each in year.runner.read(payments_to_make, today=ALL.last))
    before = pay_day(12) - timedelta(days=1)
    left = year.runner.read(still_owed, on=before)
    wages = {each.payslip_id for each in left if each.payslip_id}
    assert wages == {each.id for each in payslips if each.paid_on > before and each.period.last <= before}


def test_the_bank_is_the_returns_line_by_line(year, returned):
    first, second = returned
    assert first.start == OPENING
    assert second.start == first.closing
    assert second.closing == year.bank.balance == year.runner.read(balance_on, account_id=ACCOUNT, day=ALL.last)
    assert (first.difference, second.difference) == (NIL, NIL)
    for figures in returned:
        within = [move for move in year.bank.moves if move[0] in figures.period]
        assert figures.total_in == total(amount for _day, _who, amount in within if amount > NIL)
        assert figures.total_out == -total(amount for _day, _who, amount in within if amount < NIL)
        assert {each.line for each in figures.money_out} == {ReturnLine.WAGES, ReturnLine.HMRC, ReturnLine.PENSION}
        assert all(line.short == NIL for line in figures.money_in), "the funders paid as agreed"
    by_line = {
        line: total(each.amount for figures in returned for each in figures.money_out if each.line is line)
        for line in (ReturnLine.WAGES, ReturnLine.HMRC, ReturnLine.PENSION)
    }
    assert by_line == _paid_by_the_bank(year)


def test_the_streams_add_up_to_the_total(year, payslips, returned):
    for figures in returned:
        assert {each.stream_id for each in figures.streams} == {COUNCIL, NHS}
        for what in ("opening", "money_in", "money_out", "closing"):
            whole = {"opening": "start", "money_in": "total_in", "money_out": "total_out"}.get(what, what)
            assert total(getattr(each, what) for each in figures.streams) == getattr(figures, whole)
    nhs = total(each.money_out for figures in returned for each in figures.streams if each.stream_id == NHS)
    net = total(each.net for each in payslips if each.assistant_id == ADA)
    assert abs(nhs.pence * 5 - net.pence * 2) < 25_00, "two mornings of five, but for the odd minutes"


def test_the_summaries_of_pay_are_the_same_sums(year, payslips):
    summed = {}
    for assistant_id, first in ((each, first) for each in GROSS for first in (2025, 2026)):
        summary = year.runner.read(sum_up_year, assistant_id=assistant_id, year=first)
        summed[assistant_id, first] = summary.sum_of("gross"), summary.sum_of("net")
    for (assistant_id, first), sums in summed.items():
        theirs = [
            each for each in payslips if each.assistant_id == assistant_id and (each.paid_on < RISE) == (first == 2025)
        ]
        assert sums == (total(each.gross for each in theirs), total(each.net for each in theirs))
    streams = year.runner.read(sum_up_streams, period=ALL)
    assert [line.stream for line in streams.lines] == ["Midshire CC", "NHS Midshire"]
    assert streams.gross == total(gross for gross, _net in summed.values())
    council, nhs = streams.lines
    # 52 weeks of two mornings, less 4 in sickness and 2 of holiday: 98 of 3 hours, and 0:10 in July
    assert nhs.worked.minutes == 98 * 180 + 10
    # Ada 52 weeks of three, less 6 and 3, 0:20 and an hour; Sam's teas and three nights; Bea 15 weekends, Cal 30
    assert council.worked.minutes == 147 * 180 + 80 + 52 * 240 + (10 + 9 + 9) * 60 + 45 * 360
    assert council.besides == pounds("17.30")
    assert streams.not_sent == 0


def test_nothing_is_left_to_do_but_the_next_period(year, returned):
    first, second = returned
    assert {(each.words, each.amount) for each in first.owed} == {
        ("HMRC, tax month to 5 April 2026", pounds("294.69")),  # 168.00 of tax, 68.25 and 58.44 of insurance
        ("pension, March 2026", pounds("25.20")),  # 14.40 and 10.80
    }
    assert second.owed == ()
    left = year.runner.read(list_things_to_do, today=ALL.last)
    assert not {"pay", "spending", "returns"} & {each.place.link for each in left}
    assert all("15 June to 12 July" in each.text for each in left if each.place.link == "timesheets")


def test_the_printed_return_says_the_same(year, returned):
    for number, figures in enumerate(returned, start=1):
        words = " ".join(text_of(year.runner.read(print_return, return_id=ReturnId(number))).split())
        sums = (figures.start, figures.total_in, figures.total_out, figures.closing)
        for amount in (*sums, *(each.amount for each in (*figures.money_in, *figures.money_out))):
            assert str(amount) in words
        for each in figures.streams:
            row = (each.opening, each.money_in, each.money_out, each.closing)
            assert " ".join(str(amount).replace("£", "") for amount in row) in words


def _paid_by_the_bank(year):
    """Return what the bank paid, by line, above nil."""
    found = {}
    for each in year.runner.read(list_transactions):
        for split in each.splits:
            if split.line is not ReturnLine.PAYMENT:
                found[split.line] = found.get(split.line, NIL) - split.amount
    return found
