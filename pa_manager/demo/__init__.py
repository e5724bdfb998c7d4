"""The example household, told by running operations. What cannot be told so is an operation we lack.

Jean Pellow has a direct payment from Midshire and, from June 2026, money from the NHS. Her daughter Rowena
holds the money. Ada comes on three mornings a week, Sam sleeps in. Everybody in it is invented.
"""

from pa_manager.demo.days import BANK_FILE, OPENING, RETURN, TODAY
from pa_manager.demo.money import tell_budget, tell_money_agreed
from pa_manager.demo.people import tell_applicants, tell_assistants
from pa_manager.demo.plan import tell_people_and_plan, tell_plan_in_words
from pa_manager.demo.spending import tell_spending
from pa_manager.demo.work import tell_cover, tell_payslips, tell_rota, tell_timesheets
from pa_manager.file.running import Runner
from pa_manager.returns.operations import draft_return

__all__ = ["BANK_FILE", "OPENING", "RETURN", "TODAY", "tell"]


def tell(runner: Runner) -> None:
    """Tell of Jean's spring 2026, up to 10 June."""
    tell_people_and_plan(runner)
    tell_plan_in_words(runner)
    council = tell_money_agreed(runner)
    ada, sam = tell_assistants(runner)
    tell_applicants(runner)
    tell_rota(runner, ada.id, sam.id, council)
    tell_cover(runner, ada, sam)
    tell_timesheets(runner, ada.id, sam.id)
    tell_payslips(runner, ada.id, sam.id)
    tell_spending(runner)
    runner.run(draft_return, period=RETURN)
    tell_budget(runner)
