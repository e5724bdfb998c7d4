"""What the money pays for, without a toolkit: budgets worked out, changed, tried out and printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId, AssistantKind, ShiftKind, rate_from_text
from pa_manager.assistants.operations import ASSISTANTS, list_assistants
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.funding.operations import FUNDING
from pa_manager.holder.operations import HOLDER
from pa_manager.outlook.model import (
    Budget,
    BudgetId,
    Compared,
    Expense,
    Hours,
    HoursLine,
    HoursRow,
    LineId,
    Per,
    Reckoning,
    Row,
    Spent,
    compare,
    hours_from_text,
    shifts_from_text,
    tidy_name,
)
from pa_manager.outlook.operations import (
    OUTLOOK,
    Looked,
    add_hours,
    begin_budget,
    change_budget,
    change_hours,
    look_ahead,
    print_budget,
    remove_budget,
    remove_hours,
    set_expense,
    try_what_if,
)
from pa_manager.pay.operations import PAY
from pa_manager.plan.operations import PLAN
from pa_manager.rota.operations import ROTA
from pa_manager.values.charts import Bar
from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money

EMPTY: Final = "See how many hours your money pays, once holiday, insurance, National Insurance and pension are paid."
WAY_OUT: Final = (
    "Ask whoever pays, in writing, for a review; choose fewer hours; or look at what is bought besides wages."
)
STANDARD, LARGE = "standard", "large"
NEW: Final = {
    "new employed": AssistantKind.EMPLOYED,
    "new self_employed": AssistantKind.SELF_EMPLOYED,
    "new agency": AssistantKind.AGENCY,
}
Keep = Callable[[dict[str, str]], None]


@dataclass(frozen=True, slots=True)
class Spending:
    """Something besides wages as it stands in the list, whether a sum is set down for it or not."""

    spent: Spent
    expense: Expense | None

    @property
    def said(self) -> str:
        """The sum as it was typed."""
        return f"{self.expense.amount} {self.expense.per.words}" if self.expense else "Nothing yet"

    @property
    def weekly(self) -> str:
        """What it comes to in a week."""
        return str(self.expense.weekly) if self.expense else ""


class OutlookView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_begun(self, begun: bool) -> None: ...
    def show_budgets(self, every: Sequence[Reckoning]) -> None: ...
    def pick_budget(self, number: int) -> None: ...
    def show_week(self, reckoning: Reckoning, finding: str, way_out: str) -> None: ...
    def show_notes(self, notes: str) -> None: ...
    def show_why(self, row: Row | None) -> None: ...
    def show_compared(self, lines: Sequence[Compared]) -> None: ...
    def show_chart(self, bars: Sequence[Bar], finding: str) -> None: ...
    def show_hours(self, lines: Sequence[HoursLine], dearer: Money) -> None: ...
    def show_spending(self, lines: Sequence[Spending]) -> None: ...
    def show_beside(self, rows: Sequence[HoursRow]) -> None: ...
    def allow_hours_changes(self, allowed: bool) -> None: ...
    def allow_spending_changes(self, allowed: bool) -> None: ...
    def open_budget(self, title: str, what_if: bool, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_hours(self, who: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_spending(self, spent: Spent, texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Desk(Protocol):
    """What is asked of the desktop: to save a paper, and to print one."""

    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...


class OutlookPresenter:
    """Shows what a week's money pays for, and keeps what is typed, chosen and tried out."""

    def __init__(self, view: OutlookView, runner: Runner, *, today: Callable[[], date], desk: Desk) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._desk = desk
        self._every: tuple[Looked, ...] = ()
        self._picked: BudgetId | None = None
        self._line: HoursLine | None = None
        self._spending: Spending | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Work every budget out again, and show the one that was picked, or else that of now."""
        self._every = self._runner.read(look_ahead, today=self._today())
        self._view.show_begun(bool(self._every))
        if not self._every:
            self._picked = None
            self._view.set_lead(EMPTY)
            return
        here = self._here()
        self._view.show_budgets([each.reckoning for each in self._every])
        self._view.pick_budget(here.reckoning.budget.id)
        self._show(here)

    def point_out(self, number: int) -> None:
        """Pick the budget with a number."""
        self._view.pick_budget(number)

    def pick(self, reckoning: Reckoning | None) -> None:
        """Take note of the budget picked, and show it."""
        if reckoning is not None and reckoning.budget.id != self._picked:
            self._picked = reckoning.budget.id
            self._show(self._here())

    def pick_row(self, row: Row | None) -> None:
        """Show how a figure comes about."""
        self._view.show_why(row)

    def pick_line(self, line: HoursLine | None) -> None:
        """Take note of the hours picked: they can be changed and taken out."""
        self._line = line
        self._view.allow_hours_changes(line is not None)

    def pick_spending(self, spending: Spending | None) -> None:
        """Take note of what is picked that is bought besides wages: its sum can be typed."""
        self._spending = spending
        self._view.allow_spending_changes(spending is not None)

    # what is done

    def begin(self) -> None:
        """Set up the budget from the money, contracts and rota there are."""
        self._keep(
            lambda: self._runner.run(begin_budget, today=self._today()),
            "Kept. Hours and rates are as agreed and planned. Now type what is bought besides wages.",
        )

    def try_out(self) -> None:
        """Open the form to try something out beside the budget of now."""
        self._view.open_budget("Try something out", True, {"claims": "yes"}, self.keep_what_if)

    def change(self) -> None:
        """Open the form of what the budget picked rests on."""
        budget = self._budget()
        texts = {"name": budget.name, "claims": "yes" if budget.claims_allowance else ""}
        if budget.is_what_if:
            texts |= {
                "day": f"{budget.day.day} {budget.day.month} {budget.day.year}" if budget.day else "",
                "weekly": _typed(budget.weekly),
                "dearer": "" if budget.dearer == NIL else budget.dearer.plain(),
            }
        self._view.open_budget(budget.name, budget.is_what_if, texts, partial(self.keep_budget, budget.id))

    def remove(self) -> None:
        """Take the budget picked out; that of now with every what-if beside it. It can be undone."""
        budget = self._budget()
        beside = "" if budget.is_what_if else ", and every what-if with it"
        self._keep(
            lambda: self._runner.run(remove_budget, budget_id=budget.id),
            f"Taken out: {budget.name}{beside}. Undo brings it back.",
        )

    def add_hours(self) -> None:
        """Open an empty form for more hours."""
        self._view.open_hours(self._who(), {"work": ShiftKind.DAY}, partial(self.keep_hours, None))

    def change_hours(self) -> None:
        """Open the form of the hours picked, filled with what was typed: what follows the contract stays empty."""
        if self._line is None:
            return
        line_id = self._line.id
        hours = next(each.hours for each in self._budget().lines if each.id == line_id)
        kinds = {kind: key for key, kind in NEW.items()}
        texts = {
            "who": str(hours.assistant_id or kinds.get(hours.engaged, "new employed")),
            "name": hours.name,
            "work": hours.work.value,
            "minutes": "" if hours.minutes is None else f"{hours.minutes // 60}:{hours.minutes % 60:02d}",
            "per_hour": _typed(hours.per_hour),
            "shifts": "" if hours.shifts is None else str(hours.shifts),
            "per_shift": _typed(hours.per_shift),
        }
        self._view.open_hours(self._who(), texts, partial(self.keep_hours, line_id))

    def remove_hours(self) -> None:
        """Take the hours picked out. It can be undone."""
        if self._line:
            line = self._line
            self._keep(
                lambda: self._runner.run(remove_hours, line_id=line.id),
                f"Taken out: the hours of {line.hours.name}. Undo brings them back.",
            )

    def change_spending(self) -> None:
        """Open the form of what is picked that is bought besides wages."""
        if self._spending:
            expense = self._spending.expense
            texts = {
                "amount": _typed(expense.amount if expense else None),
                "per": (expense.per if expense else Per.YEAR),
            }
            self._view.open_spending(
                self._spending.spent, texts, partial(self.keep_spending, self._budget().id, self._spending.spent)
            )

    def print(self, size: str) -> None:
        """Print the budget sheet."""
        self._to_desk(lambda: self._desk.print_pdf(*self._paper(size)))

    def save(self, size: str) -> None:
        """Save the budget sheet as a PDF."""
        if where := self._to_desk(lambda: self._desk.save_file(*self._paper(size))):
            self._view.show_result(f"Saved as {where}.")

    # what is kept

    def keep_what_if(self, texts: Mapping[str, str]) -> None:
        """Keep something to try out, and show it beside the budget of now."""
        read = self._read_budget(texts)
        if read is None:
            return
        name, day, weekly, dearer, claims = read

        def run() -> None:
            self._runner.run(try_what_if, name=name, day=day, weekly=weekly, dearer=dearer, claims_allowance=claims)

        if self._keep(run, ""):
            self._picked = self._every[-1].reckoning.budget.id
            self.refresh()
            self._view.show_result(f"Kept. {self._every[-1].reckoning.finding}")

    def keep_budget(self, budget_id: BudgetId, texts: Mapping[str, str]) -> None:
        """Keep what a budget rests on."""
        read = self._read_budget(texts)
        if read is None:
            return
        name, day, weekly, dearer, claims = read
        self._keep_and_tell(
            lambda: self._runner.run(
                change_budget,
                budget_id=budget_id,
                name=name,
                day=day,
                weekly=weekly,
                dearer=dearer,
                claims_allowance=claims,
            )
        )

    def keep_hours(self, line_id: LineId | None, texts: Mapping[str, str]) -> None:
        """Keep hours and rates, or say beside each field what is wrong."""
        form = Reading()
        who = texts["who"]
        name = texts["name"].strip()
        if who in NEW:
            name = form.required("name", name, "The name is missing. Type who it is, for example: a new PA.")
        minutes = form.optional("minutes", hours_from_text, texts["minutes"])
        per_hour = form.optional("per_hour", rate_from_text, texts["per_hour"])
        shifts = form.optional("shifts", shifts_from_text, texts["shifts"])
        per_shift = form.optional("per_shift", rate_from_text, texts["per_shift"])
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        hours = Hours(
            work=ShiftKind(texts["work"]),
            assistant_id=None if who in NEW else AssistantId(int(who)),
            name=name if who in NEW else "",
            engaged=NEW.get(who, AssistantKind.EMPLOYED),
            minutes=minutes,
            per_hour=per_hour,
            shifts=shifts,
            per_shift=per_shift,
        )
        if line_id is None:
            budget_id = self._budget().id
            self._keep_and_tell(lambda: self._runner.run(add_hours, budget_id=budget_id, hours=hours))
        else:
            self._keep_and_tell(lambda: self._runner.run(change_hours, line_id=line_id, hours=hours))

    def keep_spending(self, budget_id: BudgetId, spent: Spent, texts: Mapping[str, str]) -> None:
        """Keep what something besides wages costs; an empty sum takes it out."""
        form = Reading()
        amount = form.optional("amount", Money.from_text, texts["amount"])
        self._view.show_form_errors(form.errors)
        if not form.errors:
            self._keep_and_tell(
                lambda: self._runner.run(
                    set_expense, budget_id=budget_id, spent=spent, amount=amount, per=Per(texts["per"])
                )
            )

    # within

    def _here(self) -> Looked:
        found = next((each for each in self._every if each.reckoning.budget.id == self._picked), self._every[0])
        self._picked = found.reckoning.budget.id
        return found

    def _budget(self) -> Budget:
        return self._here().reckoning.budget

    def _show(self, looked: Looked) -> None:
        found, now = looked.reckoning, self._every[0].reckoning
        self._view.set_lead(
            f"{'What if: ' + found.budget.name + '. ' if found.budget.is_what_if else ''}{found.finding}"
        )
        short = "" if found.reaches else f"{-found.left} a week is missing."
        self._view.show_week(found, short, WAY_OUT if short else "")
        self._view.show_notes(" ".join(found.findings))
        self._view.show_compared(compare(now, found) if found.budget.is_what_if else ())
        self._view.show_chart(found.bars, found.finding)
        self.pick_line(None)
        self._view.show_hours(found.lines, found.budget.dearer)
        self.pick_spending(None)
        self._view.show_spending([Spending(each, found.budget.expense_for(each)) for each in Spent])
        self._view.show_beside(looked.beside)

    def _who(self) -> list[tuple[str, str]]:
        people = [(str(each.id), each.name) for each in self._runner.read(list_assistants) if each.left_on is None]
        others = ("Somebody new, employed", "Somebody new, self-employed", "An agency")
        return [*people, *zip(NEW, others, strict=True)]

    def _read_budget(self, texts: Mapping[str, str]) -> tuple[str, date | None, Money | None, Money, bool] | None:
        form = Reading()
        name = form.field("name", tidy_name, texts["name"])
        day = form.optional("day", day_from_text, texts.get("day", ""))
        weekly = form.optional("weekly", Money.from_text, texts.get("weekly", ""))
        dearer = form.optional("dearer", Money.signed_from_text, texts.get("dearer", ""))
        self._view.show_form_errors(form.errors)
        if form.errors or name is None:
            return None
        return name, day, weekly, dearer or NIL, bool(texts["claims"])

    def _paper(self, size: str) -> tuple[str, bytes]:
        budget = self._budget()
        pdf = self._runner.read(print_budget, budget_id=budget.id, today=self._today(), large=size == LARGE)
        return f"{budget.name}.pdf", pdf

    def _to_desk(self, act: Callable[[], str | None]) -> str | None:
        try:
            return act()
        except UserError as error:
            self._view.show_problem(str(error))
            return None

    def _keep_and_tell(self, run: Callable[[], object]) -> None:
        if self._keep(run, ""):
            self._view.show_result(f"Kept. {self._here().reckoning.finding}")

    def _keep(self, run: Callable[[], object], result: str) -> bool:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return False
        self._view.close_form()
        self._view.show_result(result)
        return True

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(OUTLOOK | FUNDING | PLAN | ASSISTANTS | ROTA | PAY | FIGURES | HOLDER):
            self.refresh()


def _typed(amount: Money | None) -> str:
    return "" if amount is None else amount.plain()
