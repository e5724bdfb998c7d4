"""How each topic of the published examples is put to the rules. An answer holds whatever an example may ask."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from pa_manager.law import weekly_earnings
from pa_manager.law.counted_time import TimeKind, counted_minutes, salaried_minutes, travel_counts
from pa_manager.law.holiday_irregular import ACCRUAL, Hours, accrued, hours_of, rolled_up_pay, to_whole_hours
from pa_manager.law.holiday_regular import Stay, days_of_holiday, hours_of_holiday, leave_year
from pa_manager.law.income_tax import SoFar, tax_on, yearly_tax
from pa_manager.law.minimum_wage import hourly_rate
from pa_manager.law.minimum_wage_check import (
    ACCOMMODATION_OFFSET,
    CountedPay,
    Lodging,
    Worker,
    accommodation_adjustment,
    check_minimum_wage,
    rate_applies,
    weekly_lodging_adjustment,
)
from pa_manager.law.national_insurance import (
    EMPLOYEE_RATE,
    PRIMARY_THRESHOLD,
    UPPER_EARNINGS_LIMIT,
    UPPER_RATE,
    class_1,
)
from pa_manager.law.pay_periods import WEEKS_A_YEAR, Frequency, TaxPeriod, add_years
from pa_manager.law.paye import PaidTime, hmrc_due_on, hours_to_show, reaches_limit
from pa_manager.law.pension import LOWER_LEVEL, UPPER_LEVEL, Relief, Scheme, contributions, qualifying_earnings
from pa_manager.law.redundancy import redundancy_amount, weeks_by_age, weeks_by_band
from pa_manager.law.sick_pay import (
    FLAT_RATE,
    Sickness,
    daily_rate,
    is_spell,
    sick_pay,
    straddles_the_change,
    weekly_rate,
)
from pa_manager.law.student_loans import POSTGRADUATE_RATE, STUDENT_RATE, Plan, loans_on, repayment
from pa_manager.law.tax_codes import Bands, tax_code_from_text
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total
from tests.law.oracles import Inputs, day, frequency, in_tax_year, money, own, printed, weekdays

Answer = dict[str, object]
IN_2025_26 = date(2025, 6, 1)


def _pension(inputs: Inputs, relief: Relief) -> Answer:
    figures = tuple(
        own(
            name,
            "; ".join(f"{length} {inputs[key]}" for length in ("week", "fortnight", "four weeks", "month", "year")),
        )
        for key, name in (("lower_level", LOWER_LEVEL.name), ("upper_level", UPPER_LEVEL.name))
        if key in inputs
    )
    paid = contributions(
        money(inputs["gross"]),
        scheme=Scheme(relief=relief),
        frequency=frequency(inputs),
        paid_on=IN_2025_26,
        own=figures,
    )
    return {
        "qualifying_earnings": paid.pensionable,
        "employer": paid.employer,
        "employee_gross": paid.employee_gross,
        "employee_net": paid.employee,
        "tax_relief": paid.tax_relief,
    }


def _yearly_qualifying(inputs: Inputs) -> Answer:
    lower, upper = LOWER_LEVEL.on(IN_2025_26).year, UPPER_LEVEL.on(IN_2025_26).year
    return {"qualifying_earnings": qualifying_earnings(money(inputs["annual_earnings"]), lower=lower, upper=upper)}


def _classification(inputs: Inputs) -> Answer:
    said = inputs["contract"].lower()
    fixed = any(word in said for word in ("rotating", "fixed", "pattern", "same hours"))
    vary = any(word in said for word in ("vary", "varies", "differ", "zero", "casual", "no set hours", "as and when"))
    unpaid = any(word in said for word in ("term", "part of the year", "unpaid", "seasonal"))
    found = hours_of(vary_by_contract=vary, weeks_unpaid_by_contract=unpaid, fixed_rota=fixed)
    return {"irregular_hours_worker": found is Hours.IRREGULAR, "part_year_worker": found is Hours.PART_YEAR}


def _stay(inputs: Inputs) -> Stay | None:
    started = day(inputs["start_date"]) if "start_date" in inputs else None
    left = day(inputs["leaving_date"]) if "leaving_date" in inputs else None
    if started is None and left is None:
        return None
    known = started or left
    begins = day(inputs["leave_year_start"]) if "leave_year_start" in inputs else started
    assert known is not None
    assert begins is not None
    return Stay(year=leave_year(begins, holding=known), started_on=started, left_on=left)


def _regular_days(inputs: Inputs) -> Answer:
    return {"statutory_days": days_of_holiday(Fraction(inputs["days_per_week"]), _stay(inputs)).rounded}


def _regular_hours(inputs: Inputs) -> Answer:
    found = hours_of_holiday(Fraction(inputs["hours_per_week"]), Fraction(inputs["days_per_week"]), _stay(inputs))
    return {"statutory_hours": found.rounded}


def _accrual(inputs: Inputs) -> Answer:
    hours = Fraction(inputs.get("hours_worked_in_pay_period", inputs.get("hours_worked_in_week", 0)))
    found = accrued(hours * 60)
    rounded = to_whole_hours(Fraction(inputs["raw_accrual_hours"])) if "raw_accrual_hours" in inputs else found.hours
    exact_hours = printed(found.exact_minutes / 60, 2)
    return {
        "accrued_hours_rounded": rounded,
        "accrued_hours_unrounded": exact_hours,
        "accrued_hours_2dp": exact_hours,
    }


def _rolled_up(inputs: Inputs) -> Answer:
    assert Fraction(inputs.get("uplift_percent", Decimal("12.07"))) == ACCRUAL * 100
    pay = rolled_up_pay(money(inputs.get("hourly_rate", inputs.get("pay", 0))))
    return {"holiday_pay_per_hour": pay, "holiday_pay": pay}


def _yearly_net(inputs: Inputs) -> Answer:
    on = in_tax_year(inputs["tax_year"])
    gross = money(inputs["rate"]).times(Fraction(inputs["hours_per_week"]) * WEEKS_A_YEAR)
    tax = yearly_tax(gross, nation=Bands.REST, day=on)
    start, top = PRIMARY_THRESHOLD.on(on).year, UPPER_EARNINGS_LIMIT.on(on).year
    insurance = max(min(gross, top) - start, NIL).times(EMPLOYEE_RATE.on(on))
    insurance += max(gross - top, NIL).times(UPPER_RATE.on(on))
    net = gross - tax - insurance
    return {
        "income_tax": printed(Fraction(tax.pence, 100), 0),
        "employee_ni": printed(Fraction(insurance.pence, 100), 0),
        "net_year": printed(Fraction(net.pence, 100), 0),
        "net_month": printed(Fraction(net.pence, 1200), 0),
    }


def _insurance(inputs: Inputs) -> Answer:
    found = class_1(
        gross=money(inputs["gross"]),
        category=inputs["category"],
        frequency=frequency(inputs),
        paid_on=in_tax_year(inputs["tax_year"]),
    )
    return {
        "employee_ni": found.employee,
        "employer_ni": found.employer,
        "total_ni": found.employee + found.employer,
    }


def _free_lodging(inputs: Inputs) -> Answer:
    offset = money(inputs["offset_per_day"])
    added = accommodation_adjustment(Lodging(days=inputs["days_accommodation_free"]), offset)
    return {"notional_offset": added, **_judged(inputs, money(inputs["pay"]) + added)}


def _charged_lodging(inputs: Inputs) -> Answer:
    lodging = Lodging(days=1, charge_a_day=money(inputs["rent_charged"]))
    return _judged(inputs, money(inputs["pay"]) + accommodation_adjustment(lodging, money(inputs["offset_total"])))


def _judged(inputs: Inputs, pay: Money) -> Answer:
    hourly = printed(Fraction(pay.pence, 100) / Fraction(inputs["hours"]), 2)
    rate = Fraction(inputs.get("nmw_rate", hourly))
    return {"nmw_pay": pay, "hourly_rate": hourly, "compliant": pay >= money(1).times(rate * Fraction(inputs["hours"]))}


def _minimum_wage(inputs: Inputs) -> Answer:
    on = in_tax_year(inputs["period"])
    minutes = Fraction(inputs["hours"]) * 60
    weekly = NIL
    if "nights_per_week" in inputs:
        lodging = Lodging(
            days=inputs["nights_per_week"], charge_a_day=money(inputs.get("accommodation_charge_per_night", 0))
        )
        weekly = accommodation_adjustment(lodging, ACCOMMODATION_OFFSET.on(on))
    adjustment = weekly_lodging_adjustment(weekly, period_days=inputs.get("pay_frequency_days", 7))
    pay = money(inputs["pay"]) + adjustment
    found = check_minimum_wage(
        worker=_worker(inputs, on), pay=CountedPay(gross=pay), minutes=int(minutes), reference_day=on
    )
    return {
        "minimum_entitlement": found.least,
        "total_entitlement": found.least,
        "total_pay": found.counted_pay,
        "compliant": found.is_met,
        "accommodation_adjustment": adjustment,
        "underpayment": found.shortfall,
        "total_underpayment": found.shortfall,
        "minimum_hourly_rate": found.rate.value,
        "total_hourly_rate": found.hourly,
    }


def _worker(inputs: Inputs, on: date) -> Worker:
    apprentice = bool(inputs.get("apprentice", inputs.get("is_apprentice", False)))
    first_year = inputs.get("first_year_of_apprenticeship", apprentice)
    return Worker(
        born_on=add_years(on, -inputs["age"]),
        apprentice=apprentice,
        apprenticeship_began_on=on if first_year else add_years(on, -2),
    )


def _rate(inputs: Inputs) -> Answer:
    on = day(inputs["date"])
    worker = _worker(inputs, on)
    return {
        "rate": hourly_rate(
            born_on=worker.born_on,
            reference_day=on,
            apprentice=worker.apprentice,
            apprenticeship_began_on=worker.apprenticeship_began_on,
        )
    }


def _first_full_period(inputs: Inputs) -> Answer:
    period = Period(*(day(text) for text in inputs["pay_reference_period"]))
    applies = rate_applies(changed_on=day(inputs["rate_change"]), period=period)
    first = period.first if applies else period.last + timedelta(days=1)
    return {"new_rate_applies": applies, "new_rate_first_applies_to_period_starting": first}


def _salaried(inputs: Inputs) -> Answer:
    often = Frequency(inputs["paid"].replace("-", "_"))
    hours = printed(salaried_minutes(inputs["basic_hours_year"] * 60, often) / 60, 2)
    return {"hours_per_pay_reference_period": hours, "hours_per_pay_packet": hours}


def _sleep_in(inputs: Inputs) -> Answer:
    facilities = inputs.get("suitable_sleeping_facilities", inputs.get("suitable_facilities", True))
    awake = int(
        Fraction(inputs.get("minutes_awake_working", 0)) + 60 * Fraction(inputs.get("hours_awake_working_in_window", 0))
    )
    window = span_from_text(inputs.get("sleep_window", inputs.get("shift", "")))
    asleep = window.minutes_on(date(2026, 6, 1))
    kind = TimeKind.SLEEP_IN if inputs.get("expected_to_sleep", True) else TimeKind.WAKING_NIGHT
    counted = counted_minutes(kind, minutes=asleep, working_minutes=awake, place_to_sleep=facilities)
    if "on_site_hours_per_day" in inputs:
        counted += inputs["on_site_hours_per_day"] * 60 - asleep
    hours = Fraction(counted, 60)
    return {
        "counted_hours_per_day": hours,
        "counted_hours_total": hours * inputs.get("days", 1),
        "counted_hours": hours,
    }


def _time_work(inputs: Inputs) -> Answer:
    first = day(f"{inputs['month']}-01")
    least = hourly_rate(born_on=add_years(first, -inputs["age"]), reference_day=first)
    assert least == money(inputs["rate"])
    return {"minimum_pay": least.times(Fraction(inputs["hours_in_month"]))}


def _travel(inputs: Inputs) -> Answer:
    between = bool(inputs.get("travel_between_appointments"))
    return {
        "travel_time_counts": travel_counts(from_assignment=between, to_assignment=between),
        "travel_home_and_from_home_counts": travel_counts(from_assignment=True, to_assignment=False)
        or travel_counts(from_assignment=False, to_assignment=True),
    }


def _due(inputs: Inputs) -> Answer:
    _, last = inputs["quarter"]
    year = 2026 + (last < "04-06")
    due = hmrc_due_on(day(f"{year}-{last}"), quarterly=True, electronic=inputs["method"] == "electronic")
    return {"due": due.strftime("%m-%d")}


def _payslip_hours(inputs: Inputs) -> Answer:
    said = inputs["worker"].lower()
    salaried = "salaried" in said or "salary" in said
    overtime = "overtime" in said and "no overtime" not in said
    parts = [PaidTime(words="basic", minutes=2400, by_time=not salaried)]
    if overtime:
        parts.append(PaidTime(words="overtime", minutes=300, by_time=True))
    shown = [part.words for part in hours_to_show(parts)]
    words = "all hours" if "basic" in shown else "overtime hours only"
    return {"hours_must_be_shown": bool(shown), "hours_to_show": words}


def _registration(inputs: Inputs) -> Answer:
    wages = [money(wage) for wage in inputs["weekly_wages"]]
    limit = money(inputs["lel_4weekly"] if inputs["frequency"] == "4-weekly" else inputs["lel_weekly"])
    must = reaches_limit(wages, limit) or bool(inputs.get("other_job"))
    return {"total": total(wages), "must_register": must}


def _redundancy(inputs: Inputs) -> Answer:
    if "age_at_dismissal" in inputs:
        weeks = weeks_by_age(age=inputs["age_at_dismissal"], years=inputs["complete_years"])
    else:
        weeks = weeks_by_band(
            from_41=inputs.get("full_years_aged_41_plus", 0),
            from_22=inputs.get("full_years_aged_22_to_40", 0),
            younger=inputs.get("full_years_aged_under_22", 0),
        )
    pay, cap = money(inputs["weekly_pay"]), money(inputs["weekly_cap"])
    return {"weeks": weeks, "amount": redundancy_amount(weeks, weekly_pay=pay, cap=cap)}


def _loan(inputs: Inputs) -> Answer:
    on, often, gross = in_tax_year(inputs.get("tax_year", "2023-24")), frequency(inputs), money(inputs["gross"])
    plans = {Plan(str(name)) for name in inputs.get("plans", [inputs.get("plan")])}
    found = loans_on(gross, plans=plans, frequency=often, paid_on=on)
    if "threshold" in inputs:
        rate = POSTGRADUATE_RATE if plans == {Plan.POSTGRADUATE} else STUDENT_RATE
        assert repayment(gross, threshold=money(inputs["threshold"]), rate=rate.on(on)) == found.together
    answer: Answer = {"deduction": found.together, "pg_deduction": found.postgraduate}
    return answer | {f"plan{number}_deduction": found.student for number in (1, 2, 4, 5)}


def _earnings(inputs: Inputs) -> Fraction | None:
    if "earnings_8_weeks" in inputs:
        return weekly_earnings.from_weeks(money(inputs["earnings_8_weeks"]), 8)
    if "earnings" not in inputs:
        return None
    earned = money(inputs["earnings"])
    if "weeks" in inputs:
        return weekly_earnings.from_weeks(earned, inputs["weeks"])
    if "relevant_period" in inputs and inputs.get("pay_pattern") == "monthly":
        months = weekly_earnings.whole_months(*(day(text) for text in inputs["relevant_period"]))
        return weekly_earnings.from_months(earned, months)
    if months := inputs.get("months", inputs.get("monthly_payments", 0)):
        return weekly_earnings.from_months(earned, months)
    return weekly_earnings.from_days(earned, inputs.get("days_covered", inputs.get("days", 0)))


def _sick_pay(inputs: Inputs) -> Answer:
    answer: Answer = {}
    earnings = _earnings(inputs)
    if earnings is not None:
        answer["awe"] = printed(earnings / 100, 2)
    if "qualifying_days_per_week" in inputs:
        exact = daily_rate(Fraction(money(inputs["weekly_rate"]).pence), inputs["qualifying_days_per_week"]) / 100
        answer |= {"daily_rate_4dp": exact, "daily_rate": exact}
    if "awe_between" in inputs:
        low, high = (Fraction(money(amount).pence) for amount in inputs["awe_between"])
        off_on = day(inputs["still_off_on"])
        rates = {weekly_rate(day=off_on, weekly_earnings=pence, keeps_flat_rate=True) for pence in (low, high)}
        (rate,) = rates
        answer["weekly_ssp"] = rate / 100
    if "rules" in inputs:  # such as "Mon-Sun one week", under the rules before or after 6 April 2026
        monday = date(2025, 6, 2) if "before" in inputs["rules"] else date(2026, 6, 1)
        off = sorted(weekdays(inputs["sick"].split()[0]))
        first, last = (monday + timedelta(days=number) for number in (off[0], off[-1]))
        inputs = {"sick_from": first.isoformat(), "sick_to": last.isoformat(), **inputs}
    if "sick_from" in inputs:
        answer |= _spell(inputs, earnings)
    return answer


def _spell(inputs: Inputs, earnings: Fraction | None) -> Answer:
    spell = Period(day(inputs["sick_from"]), day(inputs["sick_to"]))
    answer: Answer = {"valid_piw": is_spell(spell), "straddles_rule_change": straddles_the_change(spell)}
    if "qualifying_days" not in inputs:
        return answer
    linked = [Period(*(day(text) for text in inputs["linked_piw"]))] if "linked_piw" in inputs else []
    figures = (own(FLAT_RATE.name, str(inputs["weekly_rate"])),) if "weekly_rate" in inputs else ()
    found = sick_pay(
        Sickness(
            spells=(*linked, spell),
            qualifying=weekdays(inputs["qualifying_days"]),
            weekly_earnings=earnings,
            waiting_days_served=3 if inputs.get("waiting_days_already_served") else 0,
        ),
        figures,
    )
    paid = found.paid_days(spell)
    return answer | {
        "weeks": found.weeks(spell),
        "total": found.amount(spell),
        "days_paid": len(paid),
        "payable_days": len(paid),
        "waiting_days": sum(1 for sick_day in found.days if sick_day.why_not == "waiting day"),
    }


def _tax(inputs: Inputs) -> Answer:
    code = tax_code_from_text(inputs["tax_code"])
    if inputs["week1_month1"]:
        code = code.by_itself()
    often = frequency(inputs)
    a_year, length = (12, 1) if often is Frequency.MONTHLY else (52, often.weeks)
    on = in_tax_year(inputs.get("tax_year", "2025-26"))

    def period(number: int) -> TaxPeriod:
        return TaxPeriod(paid_on=on, number=number, length=length, a_year=a_year)

    gross = money(inputs["gross"])
    earlier = money(inputs["taxable_pay_to_date"]) - gross
    before = SoFar()
    if earlier > NIL and inputs["period"] > 1:
        before = SoFar(pay=earlier, tax=tax_on(earlier, code=code, period=period(inputs["period"] - 1)).to_date)
    found = tax_on(gross, code=code, period=period(inputs["period"]), before=before)
    return {"tax_in_period": found.in_period, "tax_to_date": found.to_date}


RULES: dict[str, Callable[[Inputs], Answer]] = {
    "ae_contribution": lambda inputs: _pension(inputs, Relief.NET_PAY),
    "ae_contribution_net_pay": lambda inputs: _pension(inputs, Relief.NET_PAY),
    "ae_contribution_ras": lambda inputs: _pension(inputs, Relief.AT_SOURCE),
    "ae_qualifying_earnings_annual": _yearly_qualifying,
    "annual_tax_ni": _yearly_net,
    "class1_ni": _insurance,
    "holiday_accrual_irregular": _accrual,
    "holiday_entitlement_regular_days": _regular_days,
    "holiday_entitlement_regular_hours": _regular_hours,
    "irregular_hours_classification": _classification,
    "nmw_charged_accommodation": _charged_lodging,
    "nmw_check": _minimum_wage,
    "nmw_free_accommodation": _free_lodging,
    "nmw_rate_from_first_full_pay_reference_period": _first_full_period,
    "nmw_rate_lookup": _rate,
    "nmw_salaried_hours": _salaried,
    "nmw_sleep_in_counted_hours": _sleep_in,
    "nmw_time_work": _time_work,
    "nmw_travel_time": _travel,
    "paye_quarterly_due_date": _due,
    "paye_registration_lel": _registration,
    "paye_tax": _tax,
    "payslip_hours": _payslip_hours,
    "rolled_up_holiday_pay": _rolled_up,
    "ssp": _sick_pay,
    "statutory_redundancy": _redundancy,
    "student_loan": _loan,
}


def rule_for(topic: str) -> Callable[[Inputs], Answer] | None:
    """Return how a topic is reckoned: by the longest of our names that the topic begins with."""
    names = [name for name in RULES if topic.startswith(name)]
    return RULES[max(names, key=len)] if names else None
