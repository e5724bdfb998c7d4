"""Outcomes and what the money is for, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.plan.model import (
    CareAct,
    Outcome,
    OutcomeId,
    OutcomeLine,
    PlanLine,
    PricedLine,
    Rating,
    one_off_total,
    rating_bars,
    ratings_finding,
    ratings_said,
    tidy_words,
    weekly_total,
)
from pa_manager.plan.operations import (
    PLAN,
    add_outcome,
    add_plan_line,
    change_outcome,
    change_plan_line,
    end_outcome,
    list_outcomes,
    list_plan_lines,
    list_ratings,
    rate_outcome,
    remove_plan_line,
)
from pa_manager.values.charts import Bar
from pa_manager.values.clock import hours_said, minutes_from_text
from pa_manager.values.days import Period, day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import GoTo, Place

EMPTY = "Nothing is planned yet. Start with the first outcome: what should get better, or be kept."
Keep = Callable[[dict[str, str]], None]


class PlanView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_outcomes(self, lines: Sequence[OutcomeLine]) -> None: ...
    def show_ratings(self, bars: Sequence[Bar], finding: str, ratings: Sequence[Rating]) -> None: ...
    def show_lines(self, lines: Sequence[PricedLine]) -> None: ...
    def allow_outcome_changes(self, allowed: bool) -> None: ...
    def allow_line_changes(self, allowed: bool) -> None: ...
    def open_outcome(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_rating(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_ending(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_line(
        self, title: str, outcomes: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep
    ) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """A line of money as it was typed."""

    words: str
    outcome_id: OutcomeId | None
    weekly: Money | None
    one_off: Money | None
    agreed_on: date | None


class PlanPresenter:
    """Shows the outcomes and what the money is for, and keeps what is typed about them."""

    def __init__(self, view: PlanView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._outcomes: tuple[Outcome, ...] = ()
        self._ratings: tuple[Rating, ...] = ()
        self._outcome: Outcome | None = None
        self._line: PlanLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the plan again and show it."""
        today = self._today()
        self._outcomes = self._runner.read(list_outcomes)
        lines = self._runner.read(list_plan_lines)
        numbers = {outcome.id: outcome.number for outcome in self._outcomes}
        self._view.set_lead(_lead([outcome for outcome in self._outcomes if outcome.stands_on(today)], lines))
        self.pick_outcome(None)
        self.pick_line(None)
        self._ratings = self._runner.read(list_ratings)
        self._view.show_outcomes([self._line_of(each, lines) for each in self._outcomes])
        self._view.show_lines(
            [PricedLine(line, numbers[line.outcome_id] if line.outcome_id else None) for line in lines]
        )

    def pick_outcome(self, line: OutcomeLine | None) -> None:
        """Take note of the outcome picked: it can be changed and ended."""
        self._outcome = line.outcome if line else None
        self._view.allow_outcome_changes(line is not None)
        ratings = self._ratings_of(self._outcome) if self._outcome else ()
        finding = f"Outcome {self._outcome.number}. {ratings_finding(ratings)}" if self._outcome else ""
        self._view.show_ratings(rating_bars(ratings), finding, tuple(reversed(ratings)))

    def pick_line(self, line: PricedLine | None) -> None:
        """Take note of the line of money picked: it can be changed and taken out."""
        self._line = line.line if line else None
        self._view.allow_line_changes(line is not None)

    def add_outcome(self) -> None:
        """Open an empty form for another outcome."""
        self._view.open_outcome("A new outcome", {"first": f"{self._today()}"}, self.keep_new_outcome)

    def change_outcome(self) -> None:
        """Open the form of the outcome picked, filled."""
        if self._outcome:
            title = f"Change outcome {self._outcome.number}"
            self._view.open_outcome(title, _outcome_texts(self._outcome), partial(self.keep_outcome, self._outcome))

    def end_outcome(self) -> None:
        """Open the form for the last day of the outcome picked."""
        if self._outcome:
            self._view.open_ending(
                f"End outcome {self._outcome.number}",
                {"last": f"{self._outcome.last or self._today()}"},
                partial(self.keep_end, self._outcome),
            )

    def rate_outcome(self) -> None:
        """Open the form to say how the outcome picked stands."""
        if self._outcome:
            title = f"How is outcome {self._outcome.number} going?"
            self._view.open_rating(title, {"day": f"{self._today()}"}, partial(self.keep_rating, self._outcome))

    def show_words(self) -> None:
        """Go to the plan in words, and its versions."""
        self._go_to(Place("plan", screen="words"))

    def add_line(self) -> None:
        """Open an empty form for another line of money."""
        texts = {"outcome": f"{self._outcome.id}"} if self._outcome else {}
        self._view.open_line("A new line of money", self._choices(), texts, self.keep_new_line)

    def change_line(self) -> None:
        """Open the form of the line of money picked, filled."""
        if self._line:
            self._view.open_line(
                "Change this line", self._choices(), _line_texts(self._line), partial(self.keep_line, self._line)
            )

    def remove_line(self) -> None:
        """Take the line of money picked out of the plan. It can be undone."""
        if self._line:
            words, plan_line_id = self._line.words, self._line.id
            self._keep(
                lambda: self._runner.run(remove_plan_line, plan_line_id=plan_line_id),
                f"Taken out of the plan: {words}. Undo brings it back.",
            )

    def keep_new_outcome(self, texts: Mapping[str, str]) -> None:
        """Keep the outcome typed in, or say beside each field what is wrong with it."""
        if read := self._read_outcome(texts):
            words, first, last, review_on, weekly_minutes = read
            self._keep(
                lambda: self._runner.run(
                    add_outcome,
                    words=words,
                    measure=texts["measure"],
                    first=first,
                    last=last,
                    review_on=review_on,
                    tags=_tags(texts),
                    weekly_minutes=weekly_minutes,
                ),
                "Kept. The outcome is part of the plan.",
            )

    def keep_outcome(self, outcome: Outcome, texts: Mapping[str, str]) -> None:
        """Keep what was changed about an outcome, or say beside each field what is wrong with it."""
        if read := self._read_outcome(texts):
            words, first, last, review_on, weekly_minutes = read
            self._keep(
                lambda: self._runner.run(
                    change_outcome,
                    outcome_id=outcome.id,
                    words=words,
                    measure=texts["measure"],
                    first=first,
                    last=last,
                    review_on=review_on,
                    tags=_tags(texts),
                    weekly_minutes=weekly_minutes,
                ),
                f"Kept. Outcome {outcome.number} is changed.",
            )

    def keep_end(self, outcome: Outcome, texts: Mapping[str, str]) -> None:
        """Keep the last day of an outcome, or say what is wrong with it."""
        form = Reading()
        last = form.field("last", lambda text: Period(outcome.first, day_from_text(text)).last, texts["last"])
        self._view.show_form_errors(form.errors)
        if last is not None:
            self._keep(
                lambda: self._runner.run(end_outcome, outcome_id=outcome.id, last=last),
                f"Kept. The last day of outcome {outcome.number} is {said(last)}.",
            )

    def keep_rating(self, outcome: Outcome, texts: Mapping[str, str]) -> None:
        """Keep how an outcome stood on a day, or say what is wrong with the day."""
        form = Reading()
        day = form.field("day", day_from_text, texts["day"])
        self._view.show_form_errors(form.errors)
        if day is not None:
            self._keep(
                lambda: self._runner.run(
                    rate_outcome, outcome_id=outcome.id, day=day, stars=int(texts["stars"]), note=texts["note"]
                ),
                f"Kept. Outcome {outcome.number} stood at {texts['stars']} of 5 on {said(day)}.",
            )

    def keep_new_line(self, texts: Mapping[str, str]) -> None:
        """Keep the line of money typed in, or say beside each field what is wrong with it."""
        if typed := self._read_line(texts):
            self._keep(
                lambda: self._runner.run(
                    add_plan_line,
                    words=typed.words,
                    outcome_id=typed.outcome_id,
                    stream_name=texts["stream_name"],
                    weekly=typed.weekly,
                    one_off=typed.one_off,
                    may_not=texts["may_not"],
                    agreed_by=texts["agreed_by"],
                    agreed_on=typed.agreed_on,
                ),
                f"Kept. {typed.words} is part of the plan.",
            )

    def keep_line(self, line: PlanLine, texts: Mapping[str, str]) -> None:
        """Keep what was changed about a line of money, or say beside each field what is wrong with it."""
        if typed := self._read_line(texts):
            self._keep(
                lambda: self._runner.run(
                    change_plan_line,
                    plan_line_id=line.id,
                    words=typed.words,
                    outcome_id=typed.outcome_id,
                    stream_name=texts["stream_name"],
                    weekly=typed.weekly,
                    one_off=typed.one_off,
                    may_not=texts["may_not"],
                    agreed_by=texts["agreed_by"],
                    agreed_on=typed.agreed_on,
                ),
                f"Kept. {typed.words} is changed.",
            )

    def _read_outcome(self, texts: Mapping[str, str]) -> tuple[str, date, date | None, date | None, int | None] | None:
        form = Reading()
        words = form.field("words", tidy_words, texts["words"])
        first = None
        if form.required("first", texts["first"], "The first day is missing. Type from which day it is in the plan."):
            first = form.field("first", day_from_text, texts["first"])
        last = form.optional("last", day_from_text, texts["last"])
        review_on = form.optional("review_on", day_from_text, texts["review_on"])
        weekly_minutes = form.optional("hours", minutes_from_text, texts["hours"])
        if first and last:
            form.field("last", lambda _: Period(first, last), texts["last"])
        self._view.show_form_errors(form.errors)
        if form.errors or words is None or first is None:
            return None
        return words, first, last, review_on, weekly_minutes

    def _read_line(self, texts: Mapping[str, str]) -> _Typed | None:
        form = Reading()
        words = form.field("words", tidy_words, texts["words"])
        weekly = form.optional("weekly", Money.from_text, texts["weekly"])
        one_off = form.optional("one_off", Money.from_text, texts["one_off"])
        agreed_on = form.optional("agreed_on", day_from_text, texts["agreed_on"])
        self._view.show_form_errors(form.errors)
        if form.errors or words is None:
            return None
        outcome_id = OutcomeId(int(texts["outcome"])) if texts["outcome"] else None
        return _Typed(words=words, outcome_id=outcome_id, weekly=weekly, one_off=one_off, agreed_on=agreed_on)

    def _ratings_of(self, outcome: Outcome) -> tuple[Rating, ...]:
        return tuple(each for each in self._ratings if each.outcome_id == outcome.id)

    def _line_of(self, outcome: Outcome, lines: Sequence[PlanLine]) -> OutcomeLine:
        weekly = weekly_total(line for line in lines if line.outcome_id == outcome.id)
        return OutcomeLine(outcome, self._today(), ratings_said(self._ratings_of(outcome)), weekly)

    def _choices(self) -> list[tuple[str, str]]:
        return [("", "None of them"), *((f"{each.id}", f"{each.number}. {each.words}") for each in self._outcomes)]

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PLAN):
            self.refresh()


def _lead(standing: Sequence[Outcome], lines: Sequence[PlanLine]) -> str:
    if not standing and not lines:
        return EMPTY
    weekly, once = weekly_total(lines), one_off_total(lines)
    told = f"{_count(len(standing), 'outcome')}, and {weekly} a week set aside"
    return f"{told}, with {once} once." if once > NIL else f"{told}."


def _count(number: int, what: str) -> str:
    return f"{number or 'No'} {what if number == 1 else f'{what}s'}"


def _outcome_texts(outcome: Outcome) -> dict[str, str]:
    return {
        "words": outcome.words,
        "measure": outcome.measure,
        "first": f"{outcome.first}",
        "last": f"{outcome.last or ''}",
        "review_on": f"{outcome.review_on or ''}",
        "hours": hours_said(outcome.weekly_minutes) if outcome.weekly_minutes else "",
        **{tag.value: "yes" if tag in outcome.tags else "" for tag in CareAct},
    }


def _tags(texts: Mapping[str, str]) -> frozenset[CareAct]:
    return frozenset(tag for tag in CareAct if texts.get(tag.value))


def _line_texts(line: PlanLine) -> dict[str, str]:
    return {
        "words": line.words,
        "outcome": f"{line.outcome_id or ''}",
        "stream_name": line.stream_name,
        "weekly": "" if line.weekly is None else str(line.weekly),
        "one_off": "" if line.one_off is None else str(line.one_off),
        "may_not": line.may_not,
        "agreed_by": line.agreed_by,
        "agreed_on": f"{line.agreed_on or ''}",
    }
