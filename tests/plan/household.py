"""A plan in which everything is written."""

from datetime import date

from pa_manager.file.running import Runner
from pa_manager.holder.operations import keep_holder
from pa_manager.plan.model import CareAct, Part
from pa_manager.plan.operations import add_outcome, add_plan_line, keep_entry, list_versions, rate_outcome
from pa_manager.values.money import Money
from tests.conftest import TODAY

FIRST = date(2025, 9, 1)


def write(runner: Runner, part: Part, **answers: str) -> None:
    versions = runner.read(list_versions)
    version_id = versions[-1].id if versions else None
    runner.run(keep_entry, version_id=version_id, part=part, answers=answers, today=TODAY)


def write_everything(runner: Runner) -> None:
    """Answer every question with its own example, some at length, and several of what may be several."""
    runner.run(keep_holder, name="Jean Pellow", known_as="Jean")
    runner.run(add_outcome, words="I go out twice a week.", measure="At choir 6 weeks in 8.", first=FIRST,
               tags=frozenset({CareAct.LOCAL, CareAct.FAMILY}))  # fmt: skip
    runner.run(add_outcome, words="I sleep through the night.", measure="Fewer than 2 falls.", first=FIRST,
               weekly_minutes=540, tags=frozenset({CareAct.MOVING}))  # fmt: skip
    for month, stars in ((1, 2), (3, 3), (5, 4)):
        runner.run(rate_outcome, outcome_id=1, day=date(2026, month, 1), stars=stars, note="The lift.")
    runner.run(add_plan_line, words="A PA, and employer's insurance", outcome_id=1, stream_name="Direct payment",
               weekly=Money(42460), may_not="Food and drink.", agreed_by="Priya Nair", agreed_on=FIRST)  # fmt: skip
    for part in Part:
        if part.is_told_elsewhere:
            continue
        answers = {each.key: each.example.rstrip(".") for each in part.questions}
        if part is Part.ABOUT:
            answers["history"] = "I taught music for 30 years, and I still hear every wrong note. " * 12
        write(runner, part, **answers)
        if part.is_repeated:
            write(runner, part, **answers)
