"""The screen of budgets, on Qt."""

from pa_manager.outlook.operations import look_ahead
from tests.conftest import TODAY
from tests.outlook.robot import BUDGETS, HOURS


def test_the_week_stands_line_by_line_and_each_figure_explains_itself(begun):
    assert begun.week() == {
        "Money for a week": "£340.00",
        "Wages, 20:00 hours": "-£264.00",
        "Holiday": "-£31.86",
        "National Insurance": "£0.00",
        "Pension": "-£5.29",
        "Left over": "£38.85",
    }
    assert begun.why("Holiday") == [
        [
            "Asha Patel: 12.07% of pay for work, as with irregular hours",
            "£31.86",
            "Working Time Regulations 1998 (SI 1998/1833), reg. 15B",
        ]
    ]
    assert begun.cards() == {
        "Money for wages": "£297.69",
        "Hours it pays": "22:32",
        "Left over, or missing": "£38.85",
    }
    assert begun.chart().startswith("The money reaches: £38.85 a week is left.")
    assert begun.beside()["Agreed in the contracts"] == "20:00 hours"
    assert begun.band() == ""
    assert not begun.sees_compared()


def test_hours_are_changed_added_and_taken_out(begun):
    assert not begun.can_press("change hours")
    begun.activate(0, HOURS)
    assert begun.text_of("hours a week paid by the hour") == ""
    begun.fill_form(hours_a_week_paid_by_the_hour="400", what_an_hour_is_paid="0").press("keep")
    assert begun.error_of("hours a week paid by the hour").startswith("That is more than two people")
    assert begun.error_of("what an hour is paid").startswith("This rate is nil.")
    begun.fill_form(hours_a_week_paid_by_the_hour="30", what_an_hour_is_paid="13").press("keep")
    assert begun.hours() == [["Asha Patel", "Day", "30:00 hours a week", "£13.00 an hour"]]
    assert begun.band().endswith("a week is missing. Ask whoever pays, in writing, for a review; choose fewer hours;"
                                 " or look at what is bought besides wages.")  # fmt: skip
    begun.press("add hours").fill_form(who="new agency", shifts_in_4_weeks_paid_by_the_shift="x").press("keep")
    assert begun.error_of("who it is if new").startswith("The name is missing.")
    begun.fill_form(
        who_it_is_if_new="Brightway",
        what_kind_of_work="sleep_in",
        shifts_in_4_weeks_paid_by_the_shift="2",
        what_a_shift_is_paid="150",
    ).press("keep")
    assert begun.hours()[1] == ["Brightway", "Sleep-in", "2 in 4 weeks", "£150.00 a shift"]
    begun.pick(1, HOURS).press("change hours")
    assert begun.text_of("who") == "new agency"
    assert begun.text_of("who it is if new") == "Brightway"
    begun.form.reject()
    begun.pick(1, HOURS).press("remove hours")
    assert begun.result() == "Taken out: the hours of Brightway. Undo brings them back."
    assert len(begun.hours()) == 1


def test_bad_input_is_told_beside_the_field_and_nothing_is_lost(begun):
    begun.press("try").fill_form(
        every_hour_dearer_by="much", with_the_money_and_the_law_of_another_day="31 4 2027"
    ).press("keep")
    assert begun.error_of("what to call it").startswith("The name is missing.")
    assert begun.error_of("every hour dearer by").startswith("This is not an amount")
    assert begun.error_of("with the money and the law of another day").startswith("April 2027 has 30 days.")
    begun.fill_form(
        what_to_call_it="Long ago", every_hour_dearer_by="", with_the_money_and_the_law_of_another_day="1 4 2010"
    ).press("keep")
    assert "does not know" in begun.form.summary.problem
    assert begun.text_of("what to call it") == "Long ago"


def test_a_budget_can_be_pointed_out(tried, runner):
    tried._screen.point_out(runner.read(look_ahead, today=TODAY)[0].reckoning.budget.id)
    assert tried.picked(BUDGETS) == 0
