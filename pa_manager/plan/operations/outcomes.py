"""What can be done with outcomes, their ratings, and the lines of money."""

from dataclasses import replace
from datetime import date

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.plan import store
from pa_manager.plan.model import (
    NEW_LINE,
    NEW_OUTCOME,
    CareAct,
    Outcome,
    OutcomeId,
    Part,
    PlanLine,
    PlanLineId,
    Rating,
    tidy_words,
)
from pa_manager.plan.operations.subject import PLAN
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place, Task


def add_outcome(  # noqa: PLR0913 -- one argument for each part of an outcome
    work: Work,
    *,
    words: str,
    first: date,
    measure: str = "",
    last: date | None = None,
    review_on: date | None = None,
    tags: frozenset[CareAct] = frozenset(),
    weekly_minutes: int | None = None,
) -> Changes:
    """Add to the plan what should get better or be kept. It is given the next number.

    Raises:
        WordsMissing: It says nothing.
        EndsBeforeItBegins: The last day comes before the first.
    """
    store.add_outcome(
        work,
        Outcome(
            id=NEW_OUTCOME,
            number=store.next_number(work),
            words=tidy_words(words),
            measure=measure.strip(),
            first=first,
            last=last,
            review_on=review_on,
            tags=tags,
            weekly_minutes=weekly_minutes,
        ),
    )
    return PLAN


def change_outcome(  # noqa: PLR0913 -- one argument for each part of an outcome
    work: Work,
    *,
    outcome_id: OutcomeId,
    words: str,
    first: date,
    measure: str = "",
    last: date | None = None,
    review_on: date | None = None,
    tags: frozenset[CareAct] = frozenset(),
    weekly_minutes: int | None = None,
) -> Changes:
    """Change an outcome. It keeps its number.

    Raises:
        WordsMissing: It says nothing.
        EndsBeforeItBegins: The last day comes before the first.
        NotFound: There is no such outcome.
    """
    found = store.get_outcome(work, outcome_id)
    store.put_outcome(
        work,
        replace(
            found,
            words=tidy_words(words),
            measure=measure.strip(),
            first=first,
            last=last,
            review_on=review_on,
            tags=tags,
            weekly_minutes=weekly_minutes,
        ),
    )
    return PLAN


def end_outcome(work: Work, *, outcome_id: OutcomeId, last: date) -> Changes:
    """Say which day was the last of an outcome. What was done for it before stays.

    Raises:
        EndsBeforeItBegins: The last day comes before the first.
        NotFound: There is no such outcome.
    """
    store.put_outcome(work, store.get_outcome(work, outcome_id).ended(last))
    return PLAN


def list_outcomes(work: Work) -> tuple[Outcome, ...]:
    """Return every outcome, also those that have ended, by number."""
    return store.every_outcome(work)


def find_outcome(work: Work, outcome_id: OutcomeId) -> Outcome:
    """Return one outcome.

    Raises:
        NotFound: There is no such outcome.
    """
    return store.get_outcome(work, outcome_id)


def add_plan_line(  # noqa: PLR0913 -- one argument for each part of a line
    work: Work,
    *,
    words: str,
    outcome_id: OutcomeId | None = None,
    stream_name: str = "",
    weekly: Money | None = None,
    one_off: Money | None = None,
    may_not: str = "",
    agreed_by: str = "",
    agreed_on: date | None = None,
) -> Changes:
    """Add to the plan what money is for.

    Raises:
        WordsMissing: It says nothing.
        SumBelowNil: A sum is below nil.
        NotFound: There is no such outcome.
    """
    if outcome_id is not None:
        store.get_outcome(work, outcome_id)
    store.add_line(
        work,
        PlanLine(
            id=NEW_LINE,
            words=tidy_words(words),
            outcome_id=outcome_id,
            stream_name=" ".join(stream_name.split()),
            weekly=weekly,
            one_off=one_off,
            may_not=may_not.strip(),
            agreed_by=agreed_by.strip(),
            agreed_on=agreed_on,
        ),
    )
    return PLAN


def change_plan_line(  # noqa: PLR0913 -- one argument for each part of a line
    work: Work,
    *,
    plan_line_id: PlanLineId,
    words: str,
    outcome_id: OutcomeId | None = None,
    stream_name: str = "",
    weekly: Money | None = None,
    one_off: Money | None = None,
    may_not: str = "",
    agreed_by: str = "",
    agreed_on: date | None = None,
) -> Changes:
    """Change a line of money in the plan.

    Raises:
        WordsMissing: It says nothing.
        SumBelowNil: A sum is below nil.
        NotFound: There is no such line, or no such outcome.
    """
    if outcome_id is not None:
        store.get_outcome(work, outcome_id)
    store.put_line(
        work,
        PlanLine(
            id=plan_line_id,
            words=tidy_words(words),
            outcome_id=outcome_id,
            stream_name=" ".join(stream_name.split()),
            weekly=weekly,
            one_off=one_off,
            may_not=may_not.strip(),
            agreed_by=agreed_by.strip(),
            agreed_on=agreed_on,
        ),
    )
    return PLAN


def remove_plan_line(work: Work, *, plan_line_id: PlanLineId) -> Changes:
    """Take a line of money out of the plan.

    Raises:
        NotFound: There is no such line.
    """
    store.remove_line(work, plan_line_id)
    return PLAN


def list_plan_lines(work: Work) -> tuple[PlanLine, ...]:
    """Return every line of money in the plan, in the order they were written."""
    return store.every_line(work)


def find_plan_line(work: Work, plan_line_id: PlanLineId) -> PlanLine:
    """Return one line of money in the plan.

    Raises:
        NotFound: There is no such line.
    """
    return store.get_line(work, plan_line_id)


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return that the plan wants its first outcome, or which outcomes want looking at again."""
    outcomes = store.every_outcome(work)
    if not outcomes:
        return (Task(text="Write the first outcome of the support plan.", place=Place("plan")),)
    return (
        *(
            Task(
                text=f"Look again at outcome {outcome.number}: {outcome.words.rstrip('.')}.",
                place=Place("plan", outcome.id),
                due=outcome.review_on,
            )
            for outcome in outcomes
            if outcome.review_on and outcome.stands_on(today)
        ),
        *_actions(work),
    )


def _actions(work: Work) -> tuple[Task, ...]:
    """Return what the newest version says is to do, and its next review."""
    versions = store.every_version(work)
    if not versions:
        return ()
    version, place = store.get_version(work, versions[-1].id), Place("plan", screen="words")
    review_on = version.only(Part.HEADER).day("review_on")
    review = (Task(text="Review the support plan.", place=place, due=review_on),) if review_on else ()
    return (
        *(
            Task(text=_action(entry.says("what"), entry.says("who")), place=place, due=entry.day("by"))
            for entry in version.of(Part.ACTION)
            if entry.says("what") and not entry.says("done")
        ),
        *review,
    )


def _action(what: str, who: str) -> str:
    words = what.rstrip(".")
    return f"{words} ({who})." if who else f"{words}."


def rate_outcome(work: Work, *, outcome_id: OutcomeId, day: date, stars: int, note: str = "") -> Changes:
    """Say how an outcome stood on a day, from 1 to 5. What was said of the same day before is replaced.

    Raises:
        NotARating: It is not from 1 to 5.
        NotFound: There is no such outcome.
    """
    store.get_outcome(work, outcome_id)
    store.put_rating(work, Rating(outcome_id=outcome_id, day=day, stars=stars, note=note.strip()))
    return PLAN


def list_ratings(work: Work) -> tuple[Rating, ...]:
    """Return how every outcome stood, the earliest day first."""
    return store.ratings(work)
