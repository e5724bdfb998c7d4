"""A payslip held against the law: what is expected, what differs, what cannot be checked and why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pa_manager.assistants.model import AssistantId
from pa_manager.file.work import NotFound
from pa_manager.law.dated import OwnFigure
from pa_manager.law.income_tax import SoFar
from pa_manager.law.national_insurance import NotACategory
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.tax_codes import NotATaxCode
from pa_manager.pay.model import (
    Earlier,
    LoanKind,
    PayDetails,
    Payslip,
    PayslipFigures,
    PayslipId,
    PensionKind,
    earlier_in_year,
    findings_by_law,
    hold_against_law,
)
from pa_manager.pay.operations import (
    PAY,
    check_payslip,
    check_payslips,
    find_pay_details,
    hold_payslip_against_law,
    keep_pay_details,
    record_payslip,
)
from pa_manager.pay.presenter.payslips import PayslipsPresenter
from pa_manager.pay.screen.payslips import PayslipsScreen
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from tests.pay.desk import Desk
from tests.pay.payslips import figures
from tests.pay.robot import PayslipsRobot
from tests.places import Journey
from tests.timesheets.people import ADA, ada

APRIL = Period(date(2026, 3, 16), date(2026, 4, 12))
PAID = date(2026, 4, 10)
FOUR_WEEKS = timedelta(weeks=4)
LAW = "what it should be by law"


def _details(**changes):
    usual = {
        "assistant_id": ADA,
        "from_day": date(2026, 4, 6),
        "tax_code": "1257L",
        "ni_letter": "A",
        "loan": LoanKind.NONE,
        "pension": PensionKind.AT_SOURCE,
    }
    return PayDetails(**usual | changes)


def _payslip(weeks=0, **changes):
    """Return a payslip of £2,000.00 as the law has it, some weeks after the first of the tax year."""
    later = timedelta(weeks=weeks)
    usual = {
        "id": PayslipId(weeks + 1),
        "assistant_id": ADA,
        "period": Period(APRIL.first + later, APRIL.last + later),
        "paid_on": PAID + later,
        "gross": Money(2000_00),
        "tax": Money(206_40),
        "employee_ni": Money(82_64),
        "employer_ni": Money(242_25),
        "employee_pension": Money(60_80),
        "employer_pension": Money(45_60),
        "net": Money(1650_16),
    }
    return Payslip(**usual | changes)


def _held(payslip=None, details=None, earlier=None, own=()):
    held = hold_against_law(
        payslip or _payslip(),
        details or _details(),
        earlier=earlier or Earlier(SoFar()),
        frequency=Frequency.FOUR_WEEKLY,
        own=own,
    )
    return {check.what: check for check in held}


# The rules


def test_a_payslip_as_the_law_has_it_differs_nowhere():
    held = _held()
    assert [check.standing for check in held.values()] == ["As expected"] * 6
    assert [check.expected for check in held.values()] == [
        Money(206_40), Money(82_64), Money(242_25), NIL, Money(60_80), Money(45_60),
    ]  # fmt: skip
    assert findings_by_law(held.values()) == ()


def test_a_figure_that_differs_says_how_and_why():
    tax = _held(_payslip(tax=Money(210_40)))["Tax"]
    assert (tax.standing, tax.differs) == ("Differs", True)
    assert tax.sentence.startswith("The payslip has £210.40 for income tax; £206.40 was expected, £4.00 less.")
    assert tax.reasons[0] == "Free pay under 1257L up to week 4: £967.68."
    (found,) = findings_by_law([tax])
    assert found.sentence == tax.sentence


def test_what_rests_on_an_own_figure_says_so():
    rate = OwnFigure(
        name="employer's rate of National Insurance", first=date(2026, 4, 6), last=date(2027, 4, 5), text="14%"
    )
    yours = _held(own=[rate])["National Insurance, your part"]
    assert yours.differs
    assert any(reason.endswith("Rests on a figure you added.") for reason in yours.reasons)


@pytest.mark.parametrize(
    ("changed", "what", "why"),
    [
        ({"tax_code": ""}, ["Tax"], "the tax code is not typed in."),
        (
            {"ni_letter": ""},
            ["National Insurance", "National Insurance, your part"],
            "the National Insurance letter is not typed in.",
        ),
        ({"loan": None}, ["Student loan"], "it is not said whether there is a student loan."),
    ],
)
def test_what_is_not_told_is_not_checked(changed, what, why):
    held = _held(details=_details(**changed))
    unchecked = [name for name, check in held.items() if not check.checked]
    assert unchecked == what
    assert all(held[name].standing == f"Not checked: {why}" for name in what)
    assert all((held[name].expected, held[name].reasons, held[name].differs) == (None, (), False) for name in what)


def test_a_pension_that_is_not_told_leaves_the_tax_open_too():
    held = _held(details=_details(pension=None))
    assert [name for name, check in held.items() if not check.checked] == [
        "Tax", "Pension, their part", "Pension, your part",
    ]  # fmt: skip
    nothing_taken = _payslip(employee_pension=NIL, employer_pension=NIL)
    assert _held(nothing_taken, _details(pension=None))["Tax"].checked


def test_without_anything_told_nothing_is_checked():
    held = hold_against_law(_payslip(), None, earlier=Earlier(SoFar()), frequency=Frequency.FOUR_WEEKLY)
    assert not any(check.checked for check in held)


def test_employers_insurance_that_is_not_on_the_payslip_is_not_missed():
    yours = _held(_payslip(employer_ni=NIL))["National Insurance, your part"]
    assert (yours.checked, yours.differs) == (False, False)
    assert "Employment Allowance" in yours.standing


def test_a_day_of_payment_that_the_law_is_not_known_for_says_so():
    held = _held(_payslip(weeks=56))
    assert all(check.standing.startswith("Not checked: This version does not know") for check in held.values())


def test_loans_and_shares_are_taken_as_told():
    told = _details(
        loan=LoanKind.PLAN_2, postgraduate=True, pension=PensionKind.NET_PAY, their_share="4%", your_share="4%"
    )
    held = _held(details=replace(told, on_all_pay=True))
    assert (held["Pension, their part"].expected, held["Pension, your part"].expected) == (Money(80_00), Money(80_00))
    assert held["Tax"].expected == Money(190_40)  # £1,920.00 less £967.68
    assert held["Student loan"].expected == Money(23_00)  # nothing for plan 2; 6% above £1,615.38


@pytest.mark.parametrize(
    ("changed", "refused"), [({"tax_code": "12X"}, NotATaxCode), ({"ni_letter": "Q"}, NotACategory)]
)
def test_what_cannot_be_read_is_refused(changed, refused):
    with pytest.raises(refused):
        _details(**changed).check()


# What stands before it in the tax year


def _earlier(payslip, *payslips, details=(), **changes):
    return earlier_in_year(payslip, payslips, details, ada(**changes))


def test_the_first_payslip_of_the_year_has_nothing_before_it():
    assert _earlier(_payslip()) == Earlier(SoFar())


def test_later_payslips_build_on_those_before_them_in_the_year():
    last_year = _payslip(-4)
    found = _earlier(_payslip(8), last_year, _payslip(), _payslip(4), _payslip(12))
    assert found == Earlier(SoFar(pay=Money(4000_00), tax=Money(412_80)))
    held = _held(_payslip(8), earlier=found)
    assert held["Tax"].standing == "As expected"


def test_a_pension_under_net_pay_lessens_the_pay_so_far():
    net_pay = _details(pension=PensionKind.NET_PAY)
    assert _earlier(_payslip(4), _payslip(), details=[net_pay]).so_far == SoFar(pay=Money(1939_20), tax=Money(206_40))


def test_a_year_of_which_the_beginning_is_missing_is_not_guessed_at():
    found = _earlier(_payslip(8))
    assert found.so_far is None
    tax = _held(_payslip(8), earlier=found)["Tax"]
    assert tax.standing == (
        "Not checked: the payslips since 6 April 2026 are not all here. Type the pay and tax so far."
    )
    assert _held(_payslip(8), _details(tax_code="1257L M1"), found)["Tax"].standing == "As expected"


def test_one_who_began_this_year_has_nothing_before():
    assert _earlier(_payslip(8), started_on=_payslip(8).period.first) == Earlier(SoFar())
    assert _earlier(_payslip(8), started_on=date(2026, 4, 20)).so_far is None


def test_pay_and_tax_so_far_that_were_typed_are_built_on():
    typed = _details(from_day=date(2026, 6, 1), earned_before=Money(4000_00), taxed_before=Money(412_80))
    assert _earlier(_payslip(8), _payslip(), details=[typed]).so_far == SoFar(pay=Money(4000_00), tax=Money(412_80))
    old = _details(from_day=date(2025, 6, 1), earned_before=Money(1), taxed_before=Money(1))
    assert _earlier(_payslip(), details=[old]) == Earlier(SoFar())


def test_a_gap_between_payslips_is_said_with_the_tax_that_differs():
    found = _earlier(_payslip(8), _payslip())
    gap = "There is no payslip here for 13 April to 10 May 2026: if there was one, type it in first."
    assert found.gap == gap
    assert _held(_payslip(8), earlier=found)["Tax"].sentence.endswith(gap)


# What can be done


@pytest.fixture
def told(worked):
    """A file with Ada's payslip and what the payroll knows of her: the tax and the pension are wrong on it."""
    worked.run(record_payslip, figures=figures())
    worked.run(keep_pay_details, details=_details(earned_before=NIL, taxed_before=NIL))
    return worked


def test_what_the_payroll_knows_holds_from_its_day_and_is_kept_once_for_it(told):
    later = _details(from_day=date(2026, 9, 1), tax_code="1300L")
    assert told.run(keep_pay_details, details=later) == PAY
    told.run(keep_pay_details, details=replace(later, tax_code="1310L"))

    def code(day):
        found = told.read(find_pay_details, assistant_id=ADA, day=day)
        return found and found.tax_code

    assert [code(day) for day in (date(2026, 4, 5), date(2026, 8, 31), date(2026, 9, 1))] == [None, "1257L", "1310L"]
    told.undo()
    assert code(date(2026, 9, 1)) == "1300L"


def test_what_the_payroll_cannot_know_is_refused(told):
    with pytest.raises(NotATaxCode):
        told.run(keep_pay_details, details=_details(tax_code="XX"))
    with pytest.raises(NotFound):
        told.run(keep_pay_details, details=_details(assistant_id=AssistantId(9)))


def test_a_payslip_is_held_against_the_law_with_all_else_that_is_amiss(told):
    held = told.read(hold_payslip_against_law, figures=figures())
    assert {check.what for check in held if check.differs} >= {"Tax", "National Insurance", "Pension, their part"}
    by_number = told.read(check_payslips)[PayslipId(1)]
    assert {found.sentence for found in by_number} == {check.sentence for check in held if check.differs}
    assert told.read(check_payslip, figures=figures()) == by_number


def test_before_anything_is_told_nothing_is_amiss(worked):
    worked.run(record_payslip, figures=figures())
    assert worked.read(check_payslips) == {PayslipId(1): ()}
    worked.run(keep_pay_details, details=_details(assistant_id=AssistantId(2)))
    assert worked.read(check_payslips) == {PayslipId(1): ()}


# The screen


@pytest.fixture
def robot(qtbot, worked, today):
    worked.run(record_payslip, figures=figures())
    journey = Journey()
    return PayslipsRobot(
        qtbot,
        PayslipsScreen(lambda view: PayslipsPresenter(view, worked, today=today, go_to=journey.go_to, files=Desk())),
    )


def test_what_is_typed_of_a_pa_lets_the_payslip_be_checked(robot):
    robot.pick(0, "payslips")
    assert robot.rows(LAW)[0] == ["Tax", "", "£5.60", "Not checked: the tax code is not typed in."]
    assert not robot.can_press("why")
    robot.activate(0, LAW)
    assert robot._band("reasons") == "Tax: Not checked: the tax code is not typed in."

    robot.press("details").fill_form(
        tax_code=" 1257l ", pension="none", student_loan="none", taxed_pay_before_that_day="0"
    )
    robot.press("keep")
    assert robot.result() == "Kept. It holds for Ada Okonkwo's payslips from 6 April 2026."
    assert robot.rows(LAW)[0] == ["Tax", "£0.00", "£5.60", "Differs"]
    assert robot.payslips()[0][-1] == "Look at it"
    assert "The payslip has £5.60 for income tax; £0.00 was expected" in robot.findings("warn")

    robot.pick(0, LAW).press("why")
    assert robot._band("reasons").startswith("Why £0.00 for Tax? Free pay under 1257L up to week 8: £1,935.36.")
    robot.pick(1, LAW)
    assert robot._band("reasons") == ""


def test_what_is_wrong_with_it_stands_beside_the_field(robot):
    robot.pick(0, "payslips").press("details")
    assert robot.text_of("first day of payment it is for") == "6 4 2026"
    robot.fill_form(tax_code="12X", their_share="lots", tax_taken_from_it="-1", first_day_of_payment_it_is_for="")
    robot.press("keep")
    for field in ("tax code", "their share", "tax taken from it", "first day of payment it is for"):
        assert robot.error_of(field)
    assert robot.text_of("tax code") == "12X"


def test_pay_so_far_is_not_carried_to_another_day_unless_typed_again(robot, worked):
    robot.pick(0, "payslips").press("details")
    robot.fill_form(tax_code="1257L", taxed_pay_before_that_day="900", tax_taken_from_it="10").press("keep")
    robot.press("details")
    assert robot.text_of("taxed pay before that day") == "£900.00"
    robot.fill_form(first_day_of_payment_it_is_for="1 5 2026", tax_code="BR").press("keep")
    found = worked.read(find_pay_details, assistant_id=ADA, day=date(2026, 5, 1))
    assert (found.tax_code, found.earned_before) == ("BR", None)


def test_nothing_picked_nothing_done(worked, today):
    class NoView:
        def __getattr__(self, name):
            return lambda *_args: None

    presenter = PayslipsPresenter(NoView(), worked, today=today, go_to=Journey().go_to, files=Desk())
    presenter.why()
    presenter.type_details()


def test_the_figures_of_a_payslip_need_not_be_kept_to_be_checked():
    unkept = PayslipFigures(assistant_id=ADA, period=APRIL, paid_on=PAID, gross=Money(2000_00), net=Money(2000_00))
    assert _held(unkept)["Tax"].differs
