"""The screens of pay, without Qt."""

from datetime import date

import pytest

from pa_manager.assistants.model import Rate, ShiftKind, Terms
from pa_manager.assistants.operations import agree_terms
from pa_manager.pay.model import FindingKind, PayslipId
from pa_manager.pay.operations import find_payslip, lock_payslip, record_payslip, remove_payslip
from pa_manager.pay.presenter.pay import PayPresenter
from pa_manager.pay.presenter.payslips import PayslipsPresenter
from pa_manager.timesheets.model import TimesheetId, Worked
from pa_manager.timesheets.operations import add_line, make_timesheet
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.pay.desk import Desk
from tests.pay.payslips import figures
from tests.places import Journey
from tests.timesheets.people import ADA, PERIOD

FIRST = PayslipId(1)
TYPED = {
    "chosen": "timesheet 1", "paid_on": "8 5 2026", "number": " 2026-02 ", "gross": "105.60", "tax": "5.60",
    "employee_ni": "2", "employer_ni": "3", "employee_pension": "4", "employer_pension": "2.40", "student_loan": "",
    "other_taken": "", "expenses_paid": "", "recovered": "", "net": "94", "first": "", "last": "",
}  # fmt: skip


def print_nothing(_name, _pdf):
    return None


class PayOnPaper:
    """A view on paper: it remembers what it was last asked to show."""

    picked, problem = None, ""

    def show_problem(self, message):
        self.problem = message

    def set_lead(self, lead):
        self.lead = lead

    def show_pay(self, lines):
        self.lines = lines

    def offer_earlier(self, offered):
        self.earlier = offered

    def show_record(self, title, sentence, parts):
        self.title, self.sentence, self.parts = title, sentence, parts

    def show_shares(self, shares, rule):
        self.shares = shares

    def show_why(self, title, lines):
        self.why = (title, lines)

    def allow_why(self, allowed):
        self.can_ask_why = allowed

    def show_findings(self, findings):
        self.findings = findings

    def allow(self, timesheet, payslip):
        self.allowed = (timesheet, payslip)

    def pick_pay(self, number):
        self.picked = number


class PayslipsOnPaper(PayOnPaper):
    """A view of payslips on paper."""

    def __init__(self):
        self.errors, self.problem, self.result, self.form = {}, "", "", None

    def show_payslips(self, lines):
        self.lines = lines

    def show_payslip(self, title, figures_):
        self.title, self.figures = title, figures_

    def show_papers(self, papers):
        self.papers = papers

    def allow_saving(self, allowed):
        self.can_save = allowed

    def show_law(self, checks):
        self.checks = checks

    def show_why(self, title, lines):
        self.why = (title, lines)

    def allow_why(self, allowed):
        self.can_ask_why = allowed

    def allow(self, change, timesheet):
        self.allowed = (change, timesheet)

    def pick_payslip(self, number):
        self.picked = number

    def open_payslip(self, title, choices, texts):
        self.form = (title, choices, texts)

    def close_form(self):
        self.form = None

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def pay():
    return PayOnPaper()


@pytest.fixture
def pay_presenter(pay, worked, today, journey):
    return PayPresenter(pay, worked, today=today, go_to=journey.go_to, print_pdf=print_nothing)


@pytest.fixture
def slips():
    return PayslipsOnPaper()


@pytest.fixture
def presenter(slips, worked, today, journey):
    return PayslipsPresenter(slips, worked, today=today, go_to=journey.go_to, files=Desk())


# What timesheets come to


def test_the_pay_of_a_timesheet_is_shown_part_by_part_with_the_law(pay_presenter, pay):
    assert pay.lead == "What each timesheet comes to before tax: 2 sent and waiting for their payslips."
    assert pay.allowed == (False, False)
    pay_presenter.pick(pay.lines[0])
    assert pay.title == "Sam Tremaine, 6 April to 3 May 2026"
    assert pay.sentence == (
        "Gross pay £69.90 for 1 sleep-in."
        " With holiday earned, National Insurance and pension, the work costs you about £78.34."
    )
    assert [part.amount for part in pay.parts] == [Money(6000), Money(990), Money(844)]
    assert [found.kind for found in pay.findings] == [FindingKind.FINE]
    assert pay.allowed == (True, False)


def test_what_is_amiss_is_counted_and_what_is_paid_besides_is_said(pay_presenter, pay, worked):
    low = Terms(from_day=date(2026, 5, 4), rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1200)),))
    worked.run(agree_terms, assistant_id=ADA, terms=low)
    worked.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    extra = Worked(minutes=60, miles=12, expenses=Money(450))
    worked.run(add_line, timesheet_id=TimesheetId(3), day=date(2026, 5, 5), kind=ShiftKind.DAY, worked=extra)
    worked.run(record_payslip, figures=figures())
    assert pay.lead == (
        "What each timesheet comes to before tax: 1 to look at before the payslip comes,"
        " 1 sent and waiting for its payslip."
    )
    pay_presenter.point_out(3)
    assert pay.picked == 3
    pay_presenter.pick(pay.lines[0])
    assert pay.sentence == (
        "Gross pay £12.00 for 1:00. Besides, there are £4.50 of expenses and 12 miles to pay back."
        " With holiday earned, National Insurance and pension, the work costs you about £13.45."
    )


def test_all_is_well_once_the_payslips_have_come(pay_presenter, pay, worked):
    worked.run(record_payslip, figures=figures())
    worked.run(record_payslip, figures=figures(assistant_id=2, timesheet_id=TimesheetId(2)))
    assert pay.lead == "What each timesheet comes to before tax."


def test_an_empty_file_says_what_will_be_here(pay, runner, today, journey):
    PayPresenter(pay, runner, today=today, go_to=journey.go_to, print_pdf=print_nothing)
    assert pay.lead.endswith("Make a timesheet first.")
    assert not pay.earlier


def test_earlier_pay_is_offered_where_there_is_any(pay, worked, journey):
    presenter = PayPresenter(pay, worked, today=lambda: date(2028, 1, 1), go_to=journey.go_to, print_pdf=print_nothing)
    assert (pay.earlier, pay.lines) == (True, ())
    presenter.show_earlier()
    assert (pay.earlier, len(pay.lines)) == (False, 2)


def test_pay_and_payslips_that_have_gone_are_said_to_have_gone(pay_presenter, pay, presenter, slips):
    pay_presenter.point_out(99)
    assert (pay.picked, pay.problem) == (None, "That timesheet is no longer in the file.")
    presenter.point_out(99)
    assert (slips.picked, slips.problem) == (None, "That payslip is no longer in the file.")


def test_old_pay_and_payslips_are_pointed_out(pay, slips, worked, journey):
    worked.run(record_payslip, figures=figures())
    PayPresenter(pay, worked, today=lambda: date(2036, 1, 1), go_to=journey.go_to, print_pdf=print_nothing).point_out(1)
    PayslipsPresenter(slips, worked, today=lambda: date(2036, 1, 1), go_to=journey.go_to, files=Desk()).point_out(1)
    assert (pay.picked, len(pay.lines)) == (1, 2)
    assert (slips.picked, len(slips.lines)) == (1, 1)


def test_the_pay_picked_leads_to_its_timesheet_and_payslip(pay_presenter, pay, worked, journey):
    pay_presenter.go_to_timesheet()
    pay_presenter.go_to_payslip()
    pay_presenter.pick(pay.lines[1])
    pay_presenter.go_to_payslip()
    worked.run(record_payslip, figures=figures())
    assert pay.allowed == (True, True)
    pay_presenter.go_to_timesheet()
    pay_presenter.go_to_payslip()
    pay_presenter.go_to_payslips()
    assert journey.places == [
        Place("timesheets", 1), Place("pay", 1, screen="payslips"), Place("pay", screen="payslips"),
    ]  # fmt: skip


# Payslips


def test_a_payslip_is_typed_in_for_the_timesheet_that_waits(presenter, slips, worked):
    assert slips.lead == "2 timesheets have been sent and no payslip typed in yet."
    presenter.add()
    title, choices, texts = slips.form
    assert title == "Type in a payslip"
    assert choices == [
        ("timesheet 1", "Ada Okonkwo, 6 April to 3 May 2026"),
        ("timesheet 2", "Sam Tremaine, 6 April to 3 May 2026"),
        ("assistant 1", "Ada Okonkwo, without a timesheet"),
        ("assistant 2", "Sam Tremaine, without a timesheet"),
    ]
    assert texts == {"chosen": "timesheet 1"}
    presenter.keep(TYPED)
    assert (slips.form, slips.result, slips.picked) == (None, "Kept. It adds up.", FIRST)
    kept = worked.read(find_payslip, FIRST)
    assert kept == type(kept)(id=FIRST, **{name: getattr(figures(), name) for name in figures().__dataclass_fields__})
    assert slips.lead == "1 timesheet has been sent and no payslip typed in yet."


def test_what_does_not_add_up_is_said_and_kept(presenter, slips):
    presenter.keep(TYPED | {"gross": "115.60"})
    assert slips.errors["net"].endswith("If the payslip says so, keep it once more.")
    presenter.keep(TYPED | {"gross": "115.60"})
    assert slips.result == (
        "Kept as typed. The net is £10.00 less than the other figures come to."
        " The gross is £10.00 more than the timesheet comes to."
    )
    assert slips.lines[0].standing == "Look at it"


def test_a_payslip_in_2027_says_which_figure_is_unknown(presenter, slips):
    late = {"chosen": "assistant 1", "paid_on": "7 5 2027", "first": "5 4 2027", "last": "2 5 2027"}
    presenter.keep(TYPED | late)
    assert slips.result.startswith(
        "Kept as typed. This version does not know the National Living Wage for 5 April 2027."
    )
    assert slips.lines[0].standing == "Not all known"


def test_a_payslip_without_a_timesheet_says_for_which_days(presenter, slips, worked):
    presenter.keep(TYPED | {"chosen": "assistant 2"})
    assert slips.errors.keys() == {"first", "last"}
    presenter.keep(TYPED | {"chosen": "assistant 2", "first": "3 5 2026", "last": "6 4 2026"})
    assert slips.errors["last"].startswith("The last day, 6 April 2026, comes before")
    presenter.keep(TYPED | {"chosen": "assistant 2", "first": "6 4 2026", "last": "3 5 2026"})
    kept = worked.read(find_payslip, FIRST)
    assert (kept.assistant_id, kept.timesheet_id, kept.period) == (2, None, PERIOD)


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"chosen": ""}, "chosen", "Nobody is chosen."),
        ({"paid_on": ""}, "paid_on", "The day of payment is missing."),
        ({"paid_on": "31 2 2026"}, "paid_on", "February 2026 has 28 days."),
        ({"gross": ""}, "gross", "The gross pay is missing."),
        ({"net": "ninety"}, "net", "This is not an amount of money."),
        ({"student_loan": "-1"}, "student_loan", "below nil"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(presenter, slips, typed, field, says):
    presenter.keep(TYPED | typed)
    assert slips.errors.keys() == {field}
    assert says in slips.errors[field]
    assert slips.lines == []


def test_tax_given_back_is_typed_with_a_minus(presenter, slips, worked):
    presenter.keep(TYPED | {"tax": "-5", "net": "104.60"})
    assert slips.result == "Kept. It adds up."
    assert worked.read(find_payslip, FIRST).tax == Money(-500)


def test_a_refusal_is_shown_in_the_form(presenter, slips):
    presenter.keep(TYPED)
    presenter.add()
    presenter.keep(TYPED)
    assert slips.problem.startswith("Ada Okonkwo has a payslip for 6 April to 3 May 2026 already.")
    assert slips.form


def test_the_payslip_picked_is_shown_and_can_be_changed(presenter, slips, worked):
    presenter.keep(TYPED)
    presenter.pick(slips.lines[0])
    assert slips.title == "Ada Okonkwo, 6 April to 3 May 2026"
    assert slips.figures == (
        ("Gross pay", Money(10560)), ("Tax", Money(560)), ("National Insurance", Money(200)),
        ("Pension, their part", Money(400)), ("Net pay", Money(9400)), ("National Insurance, your part", Money(300)),
        ("Pension, your part", Money(240)), ("What it costs you in all", Money(11100)),
    )  # fmt: skip
    presenter.change()
    title, choices, texts = slips.form
    assert (title, choices[0]) == ("Change a payslip", ("timesheet 1", "Ada Okonkwo, 6 April to 3 May 2026"))
    assert texts["gross"] == "£105.60"
    presenter.keep(texts | {"net": "93"})
    presenter.keep(texts | {"net": "93"})
    assert slips.picked == FIRST
    assert worked.read(find_payslip, FIRST).net == Money(9300)
    assert slips.figures[4] == ("Net pay", Money(9300))


def test_a_payslip_without_a_timesheet_opens_with_its_days(presenter, slips, worked):
    worked.run(record_payslip, figures=figures(timesheet_id=None))
    presenter.pick(slips.lines[0])
    assert slips.allowed == (True, False)
    presenter.change()
    texts = slips.form[2]
    assert (texts["chosen"], texts["first"], texts["last"]) == ("assistant 1", "2026-04-06", "2026-05-03")
    presenter.go_to_timesheet()


def test_a_matched_payslip_is_not_changed_or_removed(presenter, slips, worked):
    presenter.keep(TYPED)
    worked.run(lock_payslip, payslip_id=FIRST)
    presenter.pick(slips.lines[0])
    assert (slips.lines[0].standing, slips.allowed) == ("Matched", (False, True))
    presenter.change()
    assert (slips.form, slips.problem.startswith("This payslip is matched")) == (None, True)
    slips.problem = ""
    presenter.remove()
    assert slips.problem.startswith("This payslip is matched")


def test_a_payslip_is_removed(presenter, slips):
    presenter.keep(TYPED)
    presenter.pick(slips.lines[0])
    presenter.remove()
    assert (slips.lines, slips.title, slips.result) == ([], "", "Removed. Undo brings it back.")


def test_what_payslips_make_one_owe_is_a_screen_of_its_own(presenter, journey):
    presenter.go_to_payments()
    assert journey.places[-1] == Place("spending", screen="paying")


def test_an_empty_file_says_what_will_be_here_too(slips, runner, today, journey):
    presenter = PayslipsPresenter(slips, runner, today=today, go_to=journey.go_to, files=Desk())
    assert slips.lead.startswith("What the payroll's payslips say.")
    presenter.add()
    assert slips.form[1:] == ([], {"chosen": ""})


def test_every_timesheet_with_its_payslip_is_said(presenter, slips, worked):
    presenter.keep(TYPED)
    worked.run(record_payslip, figures=figures(assistant_id=2, timesheet_id=TimesheetId(2)))
    assert slips.lead == "Every timesheet that was sent has its payslip."


def test_earlier_payslips_are_offered_where_there_are_any(slips, worked, journey):
    worked.run(record_payslip, figures=figures())
    presenter = PayslipsPresenter(slips, worked, today=lambda: date(2028, 1, 1), go_to=journey.go_to, files=Desk())
    assert (slips.earlier, slips.lines) == (True, [])
    presenter.show_earlier()
    assert (slips.earlier, len(slips.lines)) == (False, 1)


def test_the_payslip_picked_leads_to_its_timesheet_and_pay(presenter, slips, journey):
    presenter.go_to_pay()
    presenter.keep(TYPED)
    presenter.pick(slips.lines[0])
    presenter.go_to_timesheet()
    presenter.go_to_pay()
    assert journey.places == [Place("pay"), Place("timesheets", 1), Place("pay", 1)]


def test_nothing_picked_nothing_done(presenter, slips, journey):
    for act in (presenter.change, presenter.remove, presenter.go_to_timesheet):
        act()
    assert (slips.form, slips.problem, slips.result, journey.places) == (None, "", "", [])


def test_a_presenter_that_is_closed_hears_nothing(presenter, slips, worked):
    presenter.close()
    worked.run(record_payslip, figures=figures())
    worked.run(remove_payslip, payslip_id=FIRST)
    assert slips.lines == []
