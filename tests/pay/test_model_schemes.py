"""How HMRC is paid: each month or quarter, with the Employment Allowance or without."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.dated import OwnFigure
from pa_manager.pay.model import (
    P32,
    LiabilityKind,
    NotAReference,
    Payslip,
    PayslipId,
    PayslipLine,
    Scheme,
    advice_on_paying,
    hmrc_reference_from_text,
    liabilities_of,
    scheme_on,
    to_hmrc,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total
from tests.pay.payslips import figures

CLAIMED = Scheme(from_day=date(2025, 4, 6), allowance=True)
QUARTERLY = Scheme(from_day=date(2026, 4, 6), quarterly=True, allowance=True)
MAY = date(2026, 5, 8)
PLAIN = figures(tax=Money(15000), employee_ni=Money(3000), employer_ni=Money(4520))


def _line(number, payslip):
    kept = {name: getattr(payslip, name) for name in payslip.__dataclass_fields__}
    return PayslipLine(Payslip(id=PayslipId(number), **kept), "Ada Okonkwo")


def _hmrc(*payslips, schemes=(), **more):
    lines = [_line(number, payslip) for number, payslip in enumerate(payslips, 1)]
    return [each for each in liabilities_of(lines, schemes, **more) if each.what is LiabilityKind.HMRC]


def test_with_the_allowance_only_what_was_taken_off_is_owed():
    (without,), (owed,) = to_hmrc([PLAIN]), to_hmrc([PLAIN], [CLAIMED])
    assert (without.amount, owed.amount) == (Money(22520), Money(18000))
    assert (owed.due_on, owed.period) == (date(2026, 6, 22), Period(date(2026, 5, 6), date(2026, 6, 5)))


def test_the_sum_says_what_it_is_made_of_as_the_p32_does():
    (owed,) = _hmrc(replace(PLAIN, recovered=Money(1000)), schemes=[CLAIMED])
    assert owed.made_of == (
        ("Taken off the pay: tax, National Insurance, student loan", Money(18000)),
        ("Your National Insurance as an employer", Money(4520)),
        ("Covered by the Employment Allowance", Money(-4520)),
        ("Statutory pay that HMRC gives back", Money(-1000)),
    )
    assert owed.amount == total(amount for _words, amount in owed.made_of) == Money(17000)


def test_a_quarter_is_paid_at_once_by_the_22nd_after_it():
    june = replace(PLAIN, paid_on=date(2026, 6, 30))
    (owed,) = _hmrc(PLAIN, june, schemes=[CLAIMED, QUARTERLY])
    assert (owed.amount, owed.due_on) == (Money(36000), date(2026, 7, 22))
    assert owed.period == Period(date(2026, 4, 6), date(2026, 7, 5))


def test_the_allowance_is_used_up_in_the_order_of_payment_and_begins_anew():
    much = [replace(PLAIN, employer_ni=Money(600_000), paid_on=day) for day in (date(2026, 6, 5), MAY)]
    later = replace(PLAIN, paid_on=date(2027, 4, 5))
    assert [each.allowance for each in to_hmrc([*much, later], [CLAIMED])] == [Money(450_000), Money(600_000), NIL]
    own = (OwnFigure(name="Employment Allowance", first=date(2027, 4, 6), last=date(2028, 4, 5), text="10500"),)
    anew = replace(PLAIN, paid_on=date(2027, 4, 6))
    assert to_hmrc([*much, anew], [CLAIMED], own)[-1].allowance == Money(4520)


def test_where_the_allowance_is_not_known_none_is_taken_off():
    assert to_hmrc([replace(PLAIN, paid_on=date(2027, 4, 6))], [CLAIMED])[0].allowance == NIL


def test_payslips_from_before_use_up_the_allowance_but_are_not_owed_again():
    april = replace(PLAIN, employer_ni=Money(1_050_000), paid_on=date(2026, 4, 10))
    (owed,) = _hmrc(april, PLAIN, schemes=[CLAIMED], since=date(2026, 5, 1))
    assert owed.amount == Money(22520)


def test_the_reference_is_read_without_blanks_and_not_taken_for_the_employer_s():
    assert hmrc_reference_from_text(" 123 pa 00012345") == "123PA00012345"
    with pytest.raises(NotAReference, match="It is not the employer reference, which has a stroke"):
        hmrc_reference_from_text("123/PA45")


def test_what_was_said_holds_from_its_day():
    assert scheme_on([CLAIMED, QUARTERLY], date(2026, 4, 5)) == CLAIMED
    assert scheme_on([CLAIMED, QUARTERLY], date(2026, 4, 6)) == QUARTERLY
    assert not scheme_on([CLAIMED], date(2025, 4, 5)).allowance


def test_who_owes_little_is_told_of_quarters_and_who_owes_much_of_months():
    year = [PLAIN] * 12
    assert advice_on_paying(year, (), today=MAY) == (
        "You owe HMRC £225.20 a month on average. Below £1,500 you may pay each quarter instead."
    )
    assert advice_on_paying(year, [QUARTERLY], today=MAY) == ""
    rich = [replace(PLAIN, tax=Money(200_000))] * 12
    assert advice_on_paying(rich, [QUARTERLY], today=MAY).endswith("must be paid each month.")
    assert advice_on_paying(rich, (), today=MAY) == ""
    assert advice_on_paying([], (), today=MAY) == ""


@given(st.lists(st.tuples(st.integers(0, 364), st.integers(0, 400_000)), max_size=20))
def test_no_more_than_the_allowance_is_ever_claimed(paid):
    payslips = [
        replace(PLAIN, paid_on=date.fromordinal(date(2026, 4, 6).toordinal() + day), employer_ni=Money(pence))
        for day, pence in paid
    ]
    claimed = total(each.allowance for each in to_hmrc(payslips, [CLAIMED]))
    assert claimed == min(total(each.employer_ni for each in payslips), Money(1_050_000))


def test_a_p32_that_says_less_may_have_the_allowance_in_it():
    less = P32(month=date(2026, 5, 6), amount=Money(18000)).held_against(Money(22520))
    assert less.startswith("The payroll's P32 says £180.00: £45.20 less than the payslips kept here come to.")
