"""The fields of what the payroll knows of a PA."""

from pa_manager.law.national_insurance import CATEGORIES
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField

LEAD = "It stands on the payslip. What is empty is not checked. For a new tax code, change the first day too."


def details_fields() -> dict[str, AnyField]:
    """Return the fields, new, by the names the presenter reads them by."""
    letters = [("", "Not typed in"), *((letter, f"{letter}: {each.who}") for letter, each in CATEGORIES.items())]
    return {
        "from_day": DateField("First day of payment it is for", "What held before that day stays as it is."),
        "tax_code": TextField("Tax code", "For example, 1257L, S1257L or BR.", chars=14),
        "ni_letter": ChoiceField("National Insurance letter", letters),
        "loan": ChoiceField(
            "Student loan",
            [
                ("", "Not typed in"),
                ("none", "None"),
                ("1", "Plan 1"),
                ("2", "Plan 2"),
                ("4", "Plan 4, Scotland"),
                ("5", "Plan 5"),
            ],
        ),
        "postgraduate": TickField("A postgraduate loan besides"),
        "pension": ChoiceField(
            "Pension",
            [
                ("", "Not typed in"),
                ("none", "None, or opted out"),
                ("at_source", "Taken after tax (relief at source)"),
                ("net_pay", "Taken before tax (net pay)"),
            ],
            "The pension scheme or the payroll says which.",
        ),
        "their_share": TextField("Their share", "With its tax relief, for example 5%. Empty for the least.", chars=8),
        "your_share": TextField("Your share", "For example, 3%. Empty for the least the law allows.", chars=8),
        "on_all_pay": TickField("The shares are of all pay", "Usually they are of qualifying earnings only."),
        "earned_before": MoneyField(
            "Taxed pay before that day", "In the same tax year, from a P45 or the payroll. Empty if there was none."
        ),
        "taxed_before": MoneyField("Tax taken from it"),
    }
