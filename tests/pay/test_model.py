"""What a timesheet comes to, what payslips say, and what is owed."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import AssistantId, AssistantKind, Rate, RateDay, ShiftKind, Terms
from pa_manager.law.dated import OwnFigure
from pa_manager.pay.model import (
    Counted,
    FindingKind,
    Liability,
    LiabilityKind,
    PayPart,
    Payslip,
    PayslipFigures,
    PayslipId,
    PayslipLine,
    PayslipLocked,
    counted,
    findings_of,
    gross_pay,
    liabilities_of,
    lines_without_rate,
    over_plan,
    paid_as,
    parts_of,
    pay_record,
    payslip_findings,
)
from pa_manager.plan.model import Outcome, OutcomeId
from pa_manager.rota.model import Shift, ShiftId
from pa_manager.timesheets.model import Worked, WorkedLineId, correction, planned_entry
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from tests.timesheets.people import ADA, DAY_RATE, PERIOD, SLEEP_IN_RATE, ada, line, timesheet

NIGHT = {"kind": ShiftKind.SLEEP_IN, "worked_minutes": 540}
WALKS = Outcome(
    id=OutcomeId(1),
    number=1,
    words="Walks",
    measure="",
    first=date(2026, 1, 1),
    last=None,
    review_on=None,
    weekly_minutes=270,
)


def _parts(*lines, assistant=None):
    return parts_of(lines, paid_as(assistant or ada()))


def _per_hour(kind, pence):
    return Rate(kind=kind, per_hour=Money(pence))


# Gross pay


def test_ten_hours_and_five_minutes_at_13_pounds_20():
    (part,) = _parts(line(1, worked_minutes=300), line(2, worked_minutes=305))
    assert part == PayPart(kind=ShiftKind.DAY, minutes=605, per_hour=Money(1320))
    assert part.amount == Money(13310)
    assert (part.name, part.quantity, part.rate_said) == ("Day", "10:05", "£13.20 an hour")


def test_a_night_over_a_bank_holiday_has_a_part_for_each_rate():
    double = Rate(kind=ShiftKind.WAKING_NIGHT, per_hour=Money(2640), on=RateDay.BANK_HOLIDAY)
    night = line(kind=ShiftKind.WAKING_NIGHT, day=date(2026, 5, 3), worked_minutes=540, late_minutes=420)
    her = ada(_per_hour(ShiftKind.WAKING_NIGHT, 1320), double)
    assert [(part.minutes, str(part.amount)) for part in _parts(night, assistant=her)] == [
        (120, "£26.40"),
        (420, "£184.80"),
    ]
    assert counted([night], paid_as(her), her) == Counted(540, Money(21120))


def test_a_sleep_in_is_paid_by_the_shift_and_the_time_awake_by_the_hour():
    fee, awake = _parts(line(1, **NIGHT, awake_minutes=45), line(2, **NIGHT))
    assert (fee.quantity, fee.rate_said, fee.amount) == ("2", "£60.00 a shift", Money(12000))
    assert (awake.name, awake.quantity, awake.amount) == ("Awake in sleep-ins", "0:45", Money(990))


def test_time_awake_is_paid_as_days_where_nothing_else_was_agreed_for_it():
    flat = Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(6000))
    fee, awake = _parts(line(**NIGHT, awake_minutes=45), assistant=ada(flat, _per_hour(ShiftKind.DAY, 1400)))
    assert (fee.amount, awake.amount) == (Money(6000), Money(1050))


def test_without_a_rate_for_days_the_sum_for_the_shift_is_all():
    her = ada(Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(6000)))
    (fee,) = _parts(line(**NIGHT, awake_minutes=45), assistant=her)
    assert fee.amount == Money(6000)


def test_a_sleep_in_paid_by_the_hour_is_paid_from_end_to_end():
    (part,) = _parts(line(**NIGHT, awake_minutes=45), assistant=ada(_per_hour(ShiftKind.SLEEP_IN, 700)))
    assert (part.name, part.quantity, part.amount) == ("Sleep-in", "9:00", Money(6300))


def test_a_day_may_be_paid_by_the_shift_and_by_the_hour():
    her = ada(Rate(kind=ShiftKind.DAY, per_shift=Money(500), per_hour=Money(1300)))
    assert gross_pay(_parts(line(), assistant=her)) == Money(5700)


def test_a_night_over_the_clock_change_is_paid_for_the_hours_that_passed():
    shift = Shift(
        id=ShiftId(1),
        assistant_id=ADA,
        day=date(2026, 10, 24),
        span=TimeSpan(time(22), time(7)),
        kind=ShiftKind.WAKING_NIGHT,
    )
    (part,) = _parts(planned_entry(shift))
    assert (part.quantity, part.amount) == ("10:00", Money(13200))


def test_a_rise_within_the_period_makes_two_parts():
    rise = Terms(from_day=date(2026, 4, 20), rates=(_per_hour(ShiftKind.DAY, 1400),))
    her = replace(ada(), terms=(*ada().terms, rise))
    parts = _parts(line(1, day=date(2026, 4, 19)), line(2, day=date(2026, 4, 20)), assistant=her)
    assert [(part.rate_said, part.amount) for part in parts] == [
        ("£13.20 an hour", Money(5280)),
        ("£14.00 an hour", Money(5600)),
    ]


def test_what_was_sent_keeps_the_rate_it_was_sent_with():
    (part,) = _parts(line(rate=_per_hour(ShiftKind.DAY, 1250)))
    assert part.per_hour == Money(1250)


def test_a_correction_is_a_part_of_its_own():
    old = line(1, rate=DAY_RATE)
    entry = correction(old, (), Worked(minutes=210))
    ordinary, correcting = _parts(line(2), entry)
    assert ordinary.amount == Money(5280)
    assert (correcting.quantity, correcting.amount) == ("-0:30", Money(-660))
    assert correcting.name == "Day, putting an earlier timesheet right"


def test_work_without_a_rate_is_left_out_and_named():
    her = ada(DAY_RATE)
    lines = [
        line(1),
        line(2, **NIGHT),
        line(3, day=date(2025, 12, 1)),
        line(4, **NIGHT | {"worked_minutes": 0}, shifts=0),
    ]
    assert gross_pay(_parts(*lines, assistant=her)) == Money(5280)
    assert lines_without_rate(lines, paid_as(her)) == (lines[1], lines[2])


@given(st.lists(st.integers(0, 1440), max_size=30), st.integers(1, 10_000))
def test_the_hours_of_one_rate_are_rounded_once(minutes, pence):
    lines = [
        line(number, worked_minutes=each, rate=_per_hour(ShiftKind.DAY, pence)) for number, each in enumerate(minutes)
    ]
    exact = sum(minutes) * pence
    assert abs(gross_pay(_parts(*lines)).pence * 60 - exact) <= 30


# What is worth knowing


def _findings(*lines, assistant=None, period=PERIOD):
    assistant = assistant or ada()
    return findings_of(timesheet(*lines, period=period), assistant, paid_as(assistant))


def test_pay_at_the_minimum_wage_is_fine():
    (found,) = _findings(line(), assistant=ada(_per_hour(ShiftKind.DAY, 1271)))
    assert (found.kind, found.is_amiss) == (FindingKind.FINE, False)
    assert found.sentence == "This pay is not below the minimum wage."
    assert "SI 2015/621" in found.authority


def test_pay_a_penny_an_hour_below_is_found_with_its_reason():
    (found,) = _findings(line(worked_minutes=600), assistant=ada(_per_hour(ShiftKind.DAY, 1270)))
    assert (found.kind, found.is_amiss) == (FindingKind.BELOW_MINIMUM, True)
    assert found.sentence == "Ada Okonkwo's pay for 6 April to 3 May 2026 is £0.10 below the minimum wage."
    assert found.reason == (
        "10:00 hours count, and £127.00 of the pay counts for them. At £12.71 an hour, £127.10 is due."
    )
    assert found.way_out.endswith("(National Minimum Wage Regulations 2015 (SI 2015/621), reg. 4 and 4A, as amended.)")


def test_the_rate_for_the_age_is_taken_and_without_an_age_the_adult_one():
    young = ada(_per_hour(ShiftKind.DAY, 1085), born_on=date(2007, 1, 1))
    (found,) = _findings(line(), assistant=young)
    assert found.kind is FindingKind.FINE
    (found,) = _findings(line(), assistant=replace(young, born_on=None))
    assert found.kind is FindingKind.BELOW_MINIMUM
    assert found.reason.endswith("No date of birth is kept, so the rate for adults was taken.")


def test_beyond_the_figures_it_knows_it_says_which_is_missing_and_does_not_guess():
    period = Period(date(2027, 4, 5), date(2027, 5, 2))
    (found,) = _findings(line(day=date(2027, 4, 5)), period=period)
    assert found.kind is FindingKind.NOT_KNOWN
    assert "does not know the National Living Wage for 5 April 2027" in found.sentence
    assert found.way_out == "So this pay, for 5 April to 2 May 2027, was not held against the minimum wage."


def test_a_period_that_begins_by_the_last_day_known_is_tested_by_its_first_day():
    period = Period(date(2027, 3, 31), date(2027, 4, 27))
    (found,) = _findings(line(day=date(2027, 4, 5)), period=period)
    assert found.kind is FindingKind.FINE


NEXT_YEAR = OwnFigure(
    name="National Living Wage",
    first=date(2027, 4, 1),
    last=date(2028, 3, 31),
    text="16: 8.40, 18: 11.50, 21: 13.30",
    note="gov.uk",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (NEXT_YEAR.text, "Ada Okonkwo's pay for 5 April to 2 May 2027 is £0.40 below the minimum wage, by the figure"),
        ("21: 13.00", "This pay is not below the minimum wage, by the figure you added."),
    ],
)
def test_a_figure_that_was_added_is_used_and_said_to_be_so(text, said):
    period = Period(date(2027, 4, 5), date(2027, 5, 2))
    sheet = timesheet(line(), period=period)
    (not_known,) = pay_record(sheet, ada()).findings
    assert not_known.kind is FindingKind.NOT_KNOWN
    (found,) = pay_record(sheet, ada(), [replace(NEXT_YEAR, text=text)]).findings
    assert found.sentence.startswith(said)
    assert found.authority == "your own figure: gov.uk"


def test_only_those_who_are_employed_are_due_the_minimum_wage():
    assert _findings(line(), assistant=ada(_per_hour(ShiftKind.DAY, 500), kind=AssistantKind.SELF_EMPLOYED)) == ()


def test_without_a_rate_the_work_is_named_and_the_law_waits():
    (found,) = _findings(line(**NIGHT, awake_minutes=0), assistant=ada(DAY_RATE))
    assert found.kind is FindingKind.NO_RATE
    assert found.sentence == "Nothing is paid for sleep-in on Mon 6 Apr: no rate was agreed."


def test_nights_nobody_has_told_of_are_taken_as_quiet_and_said():
    law, told = _findings(line(1, **NIGHT), line(2, **NIGHT, awake_minutes=0))
    assert law.reason.endswith("Someone expected to sleep, with a place to sleep, works only while awake to work.")
    assert law.authority.endswith("Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8")
    assert told.sentence == "Of 1 sleep-in it is not said how long was spent awake."
    assert told.kind is FindingKind.NOT_TOLD


# Against the support plan


def test_more_than_the_plan_has_for_an_outcome_is_said_with_all_pas_together():
    sheet = timesheet(line(1, worked_minutes=600, outcome_id=WALKS.id))
    others = [
        line(2, worked_minutes=540, outcome_id=WALKS.id),
        line(3, **NIGHT, outcome_id=WALKS.id),
        line(4, worked_minutes=60, outcome_id=WALKS.id, corrects=WorkedLineId(9)),
        line(5, day=PERIOD.last + timedelta(days=1), outcome_id=WALKS.id),
        line(6, outcome_id=OutcomeId(2)),
    ]
    (found,) = over_plan(sheet, [WALKS], [*sheet.lines, *others])
    assert found.sentence == (
        "For outcome 1, Walks, all PAs together worked 19:00 hours, and the support plan has 18:00."
    )
    assert found.reason.startswith("The plan says 4:30 hours a week.")
    assert over_plan(sheet, [WALKS], [*sheet.lines, replace(others[0], worked_minutes=480)]) == ()


@pytest.mark.parametrize(
    "outcome",
    [
        {"weekly_minutes": None},
        {"id": OutcomeId(2)},
        {"first": date(2026, 6, 1)},
        {"last": date(2026, 4, 5)},
    ],
)
def test_an_outcome_without_hours_or_not_of_this_timesheet_is_not_held_against_it(outcome):
    sheet = timesheet(line(worked_minutes=6000, outcome_id=WALKS.id))
    assert over_plan(sheet, [replace(WALKS, **outcome)], sheet.lines) == ()


def test_an_outcome_that_ends_within_the_period_has_hours_for_its_days():
    sheet = timesheet(line(worked_minutes=300, outcome_id=WALKS.id))
    (found,) = over_plan(sheet, [replace(WALKS, last=date(2026, 4, 12))], sheet.lines)
    assert found.sentence.endswith("worked 5:00 hours, and the support plan has 4:30.")


# What counts for the minimum wage


def _counted(*lines, assistant):
    return counted(lines, paid_as(assistant), assistant)


def test_a_higher_rate_at_night_counts_as_far_as_the_day_rate():
    her = ada(_per_hour(ShiftKind.DAY, 1300), _per_hour(ShiftKind.WAKING_NIGHT, 1500))
    lines = [line(1, worked_minutes=600), line(2, kind=ShiftKind.WAKING_NIGHT, worked_minutes=120)]
    assert _counted(*lines, assistant=her) == Counted(720, Money(15600))


def test_without_a_day_rate_there_is_nothing_to_cap_by():
    her = ada(_per_hour(ShiftKind.WAKING_NIGHT, 1500))
    assert _counted(line(kind=ShiftKind.WAKING_NIGHT, worked_minutes=60), assistant=her) == Counted(60, Money(1500))
    by_shift = ada(Rate(kind=ShiftKind.DAY, per_shift=Money(5200)), _per_hour(ShiftKind.WAKING_NIGHT, 1500))
    assert _counted(line(), line(kind=ShiftKind.WAKING_NIGHT, worked_minutes=60), assistant=by_shift) == Counted(
        300, Money(6700)
    )


def test_a_quiet_sleep_in_counts_for_nothing():
    assert _counted(line(**NIGHT, awake_minutes=0), assistant=ada()) == Counted(0, NIL)


def test_time_awake_counts_with_the_pay_for_it():
    assert _counted(line(**NIGHT, awake_minutes=45), assistant=ada()) == Counted(45, Money(990))


def test_of_a_flat_sum_the_share_for_the_time_awake_counts():
    her = ada(Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(6000)))
    assert _counted(line(**NIGHT, awake_minutes=54), assistant=her) == Counted(54, Money(600))
    assert _counted(line(**NIGHT | {"worked_minutes": 0}, shifts=0), assistant=her) == Counted(0, NIL)


def test_corrections_and_work_without_a_rate_do_not_count():
    entry = correction(line(rate=DAY_RATE), (), Worked(minutes=0))
    assert _counted(entry, line(day=date(2025, 1, 1)), assistant=ada()) == Counted(0, NIL)


# Pay records


@pytest.mark.parametrize(
    ("lines", "rates", "verdict"),
    [
        ([line()], (DAY_RATE,), "Fine"),
        ([line()], (_per_hour(ShiftKind.DAY, 1200),), "Below the minimum wage"),
        ([line(), line(2, **NIGHT)], (DAY_RATE,), "A rate is missing"),
        ([line(**NIGHT)], (DAY_RATE, SLEEP_IN_RATE), "Time awake not said"),
    ],
)
def test_a_pay_record_says_in_a_few_words_how_it_stands(lines, rates, verdict):
    assert pay_record(timesheet(*lines), ada(*rates)).verdict == verdict


def test_a_pay_record_holds_what_the_timesheet_comes_to():
    record = pay_record(timesheet(line(miles=12, expenses=Money(450))), ada())
    assert (record.gross, record.expenses, record.miles, str(record.worked)) == (Money(5280), Money(450), 12, "4:00")
    assert [finding.sentence for finding in record.amiss] == [
        "Nothing is paid for 12 miles: it is not said what a mile is paid."
    ]


# Payslips


def _figures(**changes):
    usual = {
        "assistant_id": ADA,
        "period": PERIOD,
        "paid_on": date(2026, 5, 8),
        "gross": Money(68000),
        "tax": Money(2600),
        "employee_ni": Money(1200),
        "employer_ni": Money(4425),
        "employee_pension": Money(2000),
        "employer_pension": Money(600),
        "student_loan": Money(900),
        "other_taken": Money(65),
        "expenses_paid": Money(450),
        "net": Money(61685),
    }
    return PayslipFigures(**usual | changes)


def _payslip(number=1, **changes):
    figures = _figures(**changes)
    return Payslip(id=PayslipId(number), **{name: getattr(figures, name) for name in figures.__dataclass_fields__})


def test_what_a_payslip_makes_one_owe():
    figures = _figures()
    assert (figures.taken, figures.net_by_sum) == (Money(6765), Money(61685))
    assert (figures.to_hmrc, figures.to_pension, figures.cost) == (Money(9125), Money(2600), Money(73475))


def test_a_payslip_that_adds_up_has_nothing_amiss():
    assert payslip_findings(_figures(), expected_gross=Money(68000)) == ()


def test_a_net_that_is_not_gross_less_deductions_is_said():
    (found,) = payslip_findings(_figures(net=Money(61285)))
    assert found.kind is FindingKind.DIFFERS
    assert found.sentence == "The net is £4.00 less than the other figures come to."
    assert found.reason.startswith(
        "£680.00 less £67.65 with £4.50 of expenses is £616.85, and the net typed is £612.85."
    )
    (found,) = payslip_findings(_figures(net=Money(61285), expenses_paid=NIL))
    assert found.reason.startswith("£680.00 less £67.65 is £612.35, and the net typed is £612.85.")


def test_a_gross_other_than_the_timesheets_is_said():
    (found,) = payslip_findings(_figures(), expected_gross=Money(67000))
    assert found.sentence == "The gross is £10.00 more than the timesheet comes to."


def test_pay_before_the_work_is_said():
    (found,) = payslip_findings(_figures(paid_on=date(2026, 4, 5)))
    assert found.sentence == "It is paid before the work began."


def test_a_payslip_in_2027_says_which_figures_are_unknown():
    april = Period(date(2027, 4, 5), date(2027, 5, 2))
    figures = _figures(period=april, paid_on=date(2027, 5, 7))
    (tax,) = payslip_findings(figures, own=[NEXT_YEAR])
    assert "personal allowance" in tax.sentence
    wage, tax = payslip_findings(figures)
    assert (wage.kind, tax.kind) == (FindingKind.NOT_KNOWN, FindingKind.NOT_KNOWN)
    assert "does not know the National Living Wage for 5 April 2027" in wage.sentence
    assert "does not know the personal allowance for 7 May 2027" in tax.sentence
    assert tax.way_out == "So it cannot be said whether the tax and National Insurance are right."


def test_the_last_days_known_have_nothing_unknown():
    march = Period(date(2027, 3, 31), date(2027, 4, 5))
    assert payslip_findings(_figures(period=march, paid_on=date(2027, 4, 5))) == ()
    (tax,) = payslip_findings(_figures(period=march, paid_on=date(2027, 4, 6)))
    assert "the personal allowance for 6 April 2027" in tax.sentence


def test_a_matched_payslip_is_not_changed():
    _payslip().check_open()
    with pytest.raises(PayslipLocked, match="matched to its payment of £616"):
        replace(_payslip(), locked=True).check_open()


# What is owed


def test_wages_are_owed_one_by_one_and_hmrc_and_pension_by_the_month():
    lines = [
        PayslipLine(_payslip(1), "Ada Okonkwo"),
        PayslipLine(
            _payslip(2, assistant_id=AssistantId(2), paid_on=date(2026, 5, 5), net=Money(40000)), "Sam Tremaine"
        ),
    ]
    wages_sam, wages_ada, hmrc_april, hmrc_may, pension = liabilities_of(lines)
    assert wages_sam == Liability(
        what=LiabilityKind.WAGES,
        who="Sam Tremaine",
        amount=Money(40000),
        due_on=date(2026, 5, 5),
        period=PERIOD,
        payslip_id=PayslipId(2),
    )
    assert (wages_ada.amount, wages_ada.due_on) == (Money(61685), date(2026, 5, 8))
    assert (hmrc_april.amount, hmrc_april.due_on) == (Money(9125), date(2026, 5, 22))
    assert (hmrc_may.amount, hmrc_may.due_on) == (Money(9125), date(2026, 6, 22))
    assert (pension.amount, pension.due_on, pension.what) == (Money(5200), date(2026, 6, 22), LiabilityKind.PENSION)


def test_nothing_is_owed_where_nothing_was_taken():
    line_ = PayslipLine(
        _payslip(
            tax=NIL, employee_ni=NIL, employer_ni=NIL, student_loan=NIL, employee_pension=NIL, employer_pension=NIL
        ),
        "Ada Okonkwo",
    )
    assert [each.what for each in liabilities_of([line_])] == [LiabilityKind.WAGES]
