"""Every published example that we know of, by topic; the run ends with a count of them."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from pa_manager.law.income_tax import SoFar, Tax, tax_on
from pa_manager.law.national_insurance import class_1
from pa_manager.law.pay_periods import Frequency, TaxPeriod
from pa_manager.law.tax_codes import tax_code_from_text
from pa_manager.values.money import Money
from tests.law.oracles import FREQUENCIES, Example, Inputs, exact, examples, hmrc_rows, money
from tests.law.reckoning import rule_for

ABSENT = "HM Revenue and Customs' test figures lie beside the repository and are not there."


@pytest.mark.parametrize("example", [pytest.param(example, id=example.id) for example in examples()])
def test_published_example(example: Example, record_property: Callable[[str, object], None]) -> None:
    record_property("topic", example.topic)
    rule = rule_for(example.topic)
    if rule is None:
        pytest.skip(f"No rule here answers {example.topic}.")
    answer = rule(example.inputs)
    unanswered = example.expected.keys() - answer.keys()
    if unanswered:
        pytest.skip(f"The rules here do not tell {', '.join(sorted(unanswered))}.")
    assert {name: exact(answer[name]) for name in example.expected} == {
        name: exact(value) for name, value in example.expected.items()
    }


def _named(rows: list[Inputs]) -> list[object]:
    absent = pytest.param(None, id="absent")
    return [pytest.param(row, id=row["TestIdentifier"].replace("/", ":")) for row in rows] or [absent]


def _year_of(row: Inputs) -> date:
    return date(int(row["TaxYearEnding"].removeprefix("Apr5_")) - 1, 6, 1)


@pytest.mark.parametrize("row", _named(hmrc_rows("ni")))
def test_hmrc_national_insurance(row: Inputs | None, record_property: Callable[[str, object], None]) -> None:
    record_property("topic", "HMRC test figures, National Insurance")
    if row is None:
        pytest.skip(ABSENT)
    found = class_1(
        gross=money(row["GrossPay"]),
        category=row["NiCategory"],
        frequency=FREQUENCIES[row["PayFrequency"].lower()],
        paid_on=_year_of(row),
    )
    assert [
        found.employee,
        found.employer,
        found.employee + found.employer,
        found.at_lower_limit,
        found.lower_limit_to_primary,
        found.primary_to_upper,
    ] == [
        money(row[name])
        for name in (
            "EmployeeNiContribution",
            "EmployerNiContribution",
            "TotalNiContribution",
            "EarningsAtLEL_YTD",
            "EarningsLELtoPT_YTD",
            "EarningsPTtoUEL_YTD",
        )
    ]


TAX_ROWS = hmrc_rows("tax")
BY_NAME = {row["TestIdentifier"]: row for row in TAX_ROWS}


@pytest.mark.parametrize("row", _named(TAX_ROWS))
def test_hmrc_income_tax(row: Inputs | None, record_property: Callable[[str, object], None]) -> None:
    country = "" if row is None else {"GB-SCT": ", Scotland", "GB-WLS": ", Wales"}.get(row["RelatesTo"], "")
    record_property("topic", f"HMRC test figures, income tax{country}")
    if row is None:
        pytest.skip(ABSENT)
    found = _tax_of(row["TestIdentifier"])
    assert (found.in_period, found.to_date) == (money(row["TaxDueInPeriod"]), money(row["TaxDueToDate"]))


@cache
def _tax_of(name: str) -> Tax:
    """Return the tax of a row, its series reckoned by us up to it as far as the rows are there."""
    row = BY_NAME[name]
    series, _, number = name.rpartition("/")
    gross, frequency = money(row["GrossPay"]), FREQUENCIES[row["PayFrequency"].lower()]
    code = tax_code_from_text(row["TaxCode"])
    before = SoFar()
    if row["W1M1Flag"]:
        code = code.by_itself()
    elif row["Period"] > 1:
        previous = BY_NAME.get(f"{series}/{int(number) - 1}")
        if previous is not None and previous["Period"] == row["Period"] - 1:
            taken = _tax_of(previous["TestIdentifier"]).to_date
        else:
            taken = Money(money(row["TaxDueToDate"]).pence - money(row["TaxDueInPeriod"]).pence)
        before = SoFar(pay=money(row["TaxablePayToDate"]) - gross, tax=taken)
    monthly = frequency is Frequency.MONTHLY
    period = TaxPeriod(
        paid_on=_year_of(row),
        number=row["Period"],
        length=1 if monthly else frequency.weeks,
        a_year=12 if monthly else 52,
    )
    return tax_on(gross, code=code, period=period, before=before)
