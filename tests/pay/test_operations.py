"""What can be done about pay."""

from dataclasses import replace
from datetime import date, time

import pytest

from pa_manager.assistants.model import Rate, ShiftKind, Terms
from pa_manager.assistants.operations import agree_terms
from pa_manager.figures.operations import add_figure
from pa_manager.file.journal import LockedForGood
from pa_manager.file.running import NOTHING
from pa_manager.file.work import NotFound
from pa_manager.law.dated import OwnFigure
from pa_manager.pay.model import (
    FindingKind,
    LiabilityKind,
    NotTheirTimesheet,
    PayslipId,
    PayslipLocked,
    PayslipThere,
    Scheme,
)
from pa_manager.pay.operations import (
    PAY,
    advice_on_scheme,
    change_payslip,
    check_payslip,
    check_payslips,
    find_payslip,
    find_scheme,
    keep_scheme,
    liabilities,
    list_pay,
    list_payslips,
    lock_payslip,
    record_payslip,
    remove_payslip,
    things_to_do,
    work_out_pay,
)
from pa_manager.plan.operations import add_outcome, list_outcomes
from pa_manager.timesheets.model import TimesheetId, Worked, WorkedLineId
from pa_manager.timesheets.operations import correct_line, make_timesheet
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.pay.payslips import figures
from tests.timesheets.people import ADA, PERIOD, SAM, plan

FIRST = PayslipId(1)
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))


# What timesheets come to


def test_what_all_pas_did_for_an_outcome_is_held_against_the_plan(worked):
    worked.run(add_outcome, words="Walks", first=date(2026, 1, 1), weekly_minutes=120)
    (walks,) = worked.read(list_outcomes)
    for assistant_id, day in ((ADA, 5), (SAM, 6)):
        plan(worked, assistant_id, date(2026, 5, day), outcome_id=walks.id)
        worked.run(make_timesheet, assistant_id=assistant_id, day=date(2026, 5, 4))
    assert [line.record.verdict for line in worked.read(list_pay)[:2]] == ["Fine", "Fine"]
    plan(worked, ADA, date(2026, 6, 2), TimeSpan(time(9), time(18)), outcome_id=walks.id)
    worked.run(make_timesheet, assistant_id=ADA, day=date(2026, 6, 1))
    over = worked.read(list_pay)[0].record
    assert over.verdict == "More hours than agreed"
    assert over.amiss[0].sentence.endswith("worked 9:00 hours, and the support plan has 8:00.")


def test_a_timesheet_comes_to_its_hours_at_their_rates(worked):
    record = worked.read(work_out_pay, timesheet_id=TimesheetId(1))
    assert (record.assistant, record.gross, record.verdict) == ("Ada Okonkwo", Money(10560), "Fine")
    assert worked.read(work_out_pay, timesheet_id=TimesheetId(2)).gross == Money(6990)


def test_terms_agreed_afterwards_leave_what_was_sent_as_it_was(worked):
    rise = Terms(from_day=date(2026, 4, 1), rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1500)),))
    worked.run(agree_terms, assistant_id=ADA, terms=rise, backdated=True)
    assert worked.read(work_out_pay, timesheet_id=TimesheetId(1)).gross == Money(10560)


def test_a_correction_is_paid_with_the_next_timesheet_at_the_old_rate(worked):
    rise = Terms(from_day=date(2026, 5, 4), rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1500)),))
    worked.run(agree_terms, assistant_id=ADA, terms=rise)
    plan(worked, ADA, date(2026, 5, 5))
    worked.run(correct_line, line_id=WorkedLineId(1), worked=Worked(minutes=210))
    record = worked.read(work_out_pay, timesheet_id=TimesheetId(3))
    assert [part.amount for part in record.parts] == [Money(6000), Money(-660)]
    assert record.gross == Money(5340)


def test_the_list_has_the_newest_first_with_the_payslip_that_came(worked):
    worked.run(record_payslip, figures=figures())
    worked.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    may, sam, ada = worked.read(list_pay)
    assert [line.record.assistant for line in (may, sam, ada)] == ["Ada Okonkwo", "Sam Tremaine", "Ada Okonkwo"]
    assert ada.payslip == worked.read(find_payslip, FIRST)
    assert sam.payslip is None
    assert worked.read(list_pay, period=PERIOD) == (sam, ada)
    assert worked.read(list_pay, period=Period(date(2025, 1, 1), date(2025, 1, 2))) == ()


def test_pay_beyond_the_figures_it_knows_says_which_is_missing(worked):
    worked.run(make_timesheet, assistant_id=ADA, day=date(2027, 4, 10))
    record = worked.read(work_out_pay, timesheet_id=TimesheetId(3))
    assert record.verdict == "Minimum wage not known"
    assert "National Living Wage for 5 April 2027" in record.amiss[0].sentence


# Payslips


def test_a_payslip_is_kept_as_typed(worked):
    assert worked.run(record_payslip, figures=figures()) == PAY
    payslip = worked.read(find_payslip, FIRST)
    assert (payslip.gross, payslip.net, payslip.number, payslip.locked) == (Money(10560), Money(9400), "2026-02", False)
    (line,) = worked.read(list_payslips)
    assert (line.payslip, line.assistant) == (payslip, "Ada Okonkwo")
    assert worked.read(list_payslips, period=MAY) == (line,)
    assert worked.read(list_payslips, period=PERIOD) == ()


def test_a_timesheet_has_one_payslip_and_that_of_its_own_assistant(worked):
    worked.run(record_payslip, figures=figures())
    with pytest.raises(PayslipThere, match="Ada Okonkwo has a payslip for 6 April to 3 May 2026 already"):
        worked.run(record_payslip, figures=figures())
    with pytest.raises(NotTheirTimesheet, match="not Sam Tremaine's"):
        worked.run(record_payslip, figures=figures(assistant_id=SAM))
    worked.run(record_payslip, figures=figures(timesheet_id=None))
    with pytest.raises(PayslipThere):
        worked.run(change_payslip, payslip_id=PayslipId(2), figures=figures())


def test_a_payslip_can_be_changed_and_removed_until_it_is_matched(worked):
    worked.run(record_payslip, figures=figures())
    worked.run(change_payslip, payslip_id=FIRST, figures=figures(net=Money(9300)))
    assert worked.read(find_payslip, FIRST).net == Money(9300)
    worked.run(remove_payslip, payslip_id=FIRST)
    with pytest.raises(NotFound, match="payslip is no longer"):
        worked.read(find_payslip, FIRST)


def test_matched_is_for_good(worked):
    worked.run(record_payslip, figures=figures())
    assert worked.run(lock_payslip, payslip_id=FIRST) == PAY
    assert worked.run(lock_payslip, payslip_id=FIRST) == NOTHING
    assert worked.read(find_payslip, FIRST).locked
    with pytest.raises(LockedForGood):
        worked.undo()
    with pytest.raises(PayslipLocked):
        worked.run(change_payslip, payslip_id=FIRST, figures=figures(net=Money(1)))
    with pytest.raises(PayslipLocked):
        worked.run(remove_payslip, payslip_id=FIRST)


def test_what_does_not_add_up_is_said_before_and_after_it_is_kept(worked):
    wrong = figures(gross=Money(11560), net=Money(9400))
    sentences = [
        "The net is £10.00 less than the other figures come to.",
        "The gross is £10.00 more than the timesheet comes to.",
    ]
    assert [found.sentence for found in worked.read(check_payslip, figures=wrong)] == sentences
    assert worked.read(check_payslip, figures=figures(timesheet_id=None)) == ()
    worked.run(record_payslip, figures=wrong)
    worked.run(record_payslip, figures=figures(timesheet_id=None))
    checks = worked.read(check_payslips)
    assert [found.sentence for found in checks[FIRST]] == sentences
    assert checks[PayslipId(2)] == ()
    assert worked.read(check_payslips, period=PERIOD) == {}


def test_a_payslip_in_2027_is_kept_and_says_which_figure_is_unknown(worked):
    late = figures(timesheet_id=None, period=Period(date(2027, 4, 5), date(2027, 5, 2)), paid_on=date(2027, 5, 7))
    worked.run(record_payslip, figures=late)
    found = worked.read(check_payslips)[FIRST]
    assert {each.kind for each in found} == {FindingKind.NOT_KNOWN}
    assert "National Living Wage for 5 April 2027" in found[0].sentence
    assert "personal allowance for 7 May 2027" in found[1].sentence


# What is owed


def test_wages_hmrc_and_pension_are_owed_by_their_days(worked):
    worked.run(record_payslip, figures=figures())
    wages, hmrc, pension = worked.read(liabilities, on=TODAY)
    assert (wages.what, wages.amount, wages.due_on) == (LiabilityKind.WAGES, Money(9400), date(2026, 5, 8))
    assert (hmrc.what, hmrc.amount, hmrc.due_on) == (LiabilityKind.HMRC, Money(1060), date(2026, 6, 22))
    assert (pension.what, pension.amount, pension.due_on) == (LiabilityKind.PENSION, Money(640), date(2026, 6, 22))


def test_pay_is_owed_once_the_work_is_done_though_its_day_is_yet_to_come(worked):
    worked.run(record_payslip, figures=figures())
    assert worked.read(liabilities, on=date(2026, 5, 2)) == ()
    assert len(worked.read(liabilities, on=date(2026, 5, 3))) == 3
    assert worked.read(liabilities, on=TODAY, since=date(2026, 5, 9)) == ()


# Things to do


def test_how_hmrc_is_paid_is_kept_from_a_day_of_payment_on(worked):
    worked.run(record_payslip, figures=figures())
    assert not worked.read(find_scheme, paid_on=TODAY).quarterly
    quarterly = Scheme(from_day=date(2026, 4, 6), quarterly=True)
    worked.run(keep_scheme, scheme=quarterly)
    assert worked.read(advice_on_scheme, today=TODAY) == ""
    both = replace(quarterly, allowance=True)
    assert worked.run(keep_scheme, scheme=both) == PAY
    assert worked.read(find_scheme, paid_on=TODAY) == both
    (hmrc,) = (each for each in worked.read(liabilities, on=TODAY) if each.what is LiabilityKind.HMRC)
    assert (hmrc.amount, hmrc.due_on) == (Money(760), date(2026, 7, 22))


def test_a_payslip_that_has_not_come_is_asked_for(worked):
    worked.run(record_payslip, figures=figures())
    (task,) = worked.read(things_to_do, today=TODAY)
    assert task.text == "Type in Sam Tremaine's payslip for 6 April to 3 May 2026."
    assert task.place == Place("pay", screen="payslips")


def test_figures_that_were_added_are_used_for_pay_and_payslips(worked):
    worked.run(record_payslip, figures=figures())
    higher = OwnFigure(
        name="National Living Wage", first=date(2026, 4, 1), last=date(2027, 3, 31), text="16: 8, 18: 11, 21: 14"
    )
    assert worked.read(work_out_pay, timesheet_id=TimesheetId(1)).amiss == ()
    worked.run(add_figure, figure=higher)
    (found,) = worked.read(work_out_pay, timesheet_id=TimesheetId(1)).amiss
    assert found.sentence.endswith("below the minimum wage, by the figure you added.")
    assert {line.record.timesheet_id: line.record.amiss for line in worked.read(list_pay)}[TimesheetId(1)] == (found,)


def test_pay_below_the_minimum_wage_is_to_be_looked_at_and_a_payslip_that_does_not_add_up(worked):
    low = Terms(from_day=date(2026, 5, 4), rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1200)),))
    worked.run(agree_terms, assistant_id=ADA, terms=low)
    plan(worked, ADA, date(2026, 5, 5))
    worked.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    worked.run(record_payslip, figures=figures(net=Money(9300)))
    below, amiss, _sam = worked.read(things_to_do, today=TODAY)
    assert below.text == "Ada Okonkwo's pay for 4 to 31 May 2026 is £2.84 below the minimum wage."
    assert below.place == Place("pay", TimesheetId(3))
    assert amiss.text == "Look at Ada Okonkwo's payslip for 6 April to 3 May 2026: a figure on it is not as expected."
    assert amiss.place == Place("pay", FIRST, screen="payslips")
    worked.run(lock_payslip, payslip_id=FIRST)
    assert len(worked.read(things_to_do, today=TODAY)) == 2
