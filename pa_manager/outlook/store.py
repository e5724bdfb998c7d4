"""Where budgets are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId, AssistantKind, ShiftKind
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.outlook.model import Budget, BudgetId, Expense, Hours, HoursLine, LineId, Per, Spent
from pa_manager.values.money import Money


class BudgetRow(Row):
    """The budget of now, or a what-if."""

    __tablename__ = "budget"
    __table_args__ = (
        CheckConstraint("weekly >= 0", name="weekly_not_below_nil"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    is_what_if: Mapped[bool]
    day: Mapped[date | None]
    weekly: Mapped[Money | None]
    dearer: Mapped[Money]
    claims_allowance: Mapped[bool]


def budget_key() -> ForeignKey:
    """Return a key to a budget."""
    return ForeignKey(BudgetRow.id, ondelete="RESTRICT")


class BudgetExpenseRow(Row):
    """What a budget sets down for one thing besides wages."""

    __tablename__ = "budget_expense"
    __table_args__ = (
        UniqueConstraint("budget_id", "spent"),
        CheckConstraint("amount >= 0", name="amount_not_below_nil"),
        one_of("spent", Spent),
        one_of("per", Per),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_id: Mapped[int] = mapped_column(budget_key())
    spent: Mapped[str]
    amount: Mapped[Money]
    per: Mapped[str]


class BudgetHoursRow(Row):
    """Work of one kind in a budget."""

    __tablename__ = "budget_hours"
    __table_args__ = (
        one_of("engaged", AssistantKind),
        one_of("work", ShiftKind),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_id: Mapped[int] = mapped_column(budget_key())
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())
    name: Mapped[str]
    engaged: Mapped[str]
    work: Mapped[str]
    minutes: Mapped[int | None]
    per_hour: Mapped[Money | None]
    shifts: Mapped[int | None]
    per_shift: Mapped[Money | None]


def every(work: Work) -> tuple[Budget, ...]:
    """Return every budget: the one of now first, then what-ifs in the order they were tried."""
    rows = work.session.scalars(select(BudgetRow).order_by(BudgetRow.is_what_if, BudgetRow.id)).all()
    expenses = work.session.scalars(select(BudgetExpenseRow)).all()
    hours = work.session.scalars(select(BudgetHoursRow).order_by(BudgetHoursRow.id)).all()
    return tuple(
        _to_budget(
            row,
            [each for each in expenses if each.budget_id == row.id],
            [each for each in hours if each.budget_id == row.id],
        )
        for row in rows
    )


def get(work: Work, budget_id: BudgetId) -> Budget:
    """Return one budget.

    Raises:
        NotFound: There is no such budget.
    """
    if found := next((each for each in every(work) if each.id == budget_id), None):
        return found
    raise NotFound("That budget is no longer in the file.")


def add(work: Work, budget: Budget) -> BudgetId:
    """Keep a new budget with all that is in it; return the number given."""
    row = BudgetRow()
    _write(row, budget)
    work.session.add(row)
    work.session.flush()
    budget_id = BudgetId(row.id)
    for expense in budget.expenses:
        put_expense(work, budget_id, expense)
    for line in budget.lines:
        add_hours(work, budget_id, line.hours)
    return budget_id


def put(work: Work, budget: Budget) -> None:
    """Write back a budget that has changed, apart from its expenses and hours.

    Raises:
        NotFound: There is no such budget.
    """
    _write(_row(work, budget.id), budget)


def remove(work: Work, budget_id: BudgetId) -> None:
    """Remove a budget with all that is in it.

    Raises:
        NotFound: There is no such budget.
    """
    row = _row(work, budget_id)
    for kind in (BudgetExpenseRow, BudgetHoursRow):
        for each in work.session.scalars(select(kind).where(kind.budget_id == budget_id)):
            work.session.delete(each)
    work.session.flush()
    work.session.delete(row)


def put_expense(work: Work, budget_id: BudgetId, expense: Expense) -> None:
    """Set down what something besides wages costs, in place of what was there."""
    row = _expense(work, budget_id, expense.spent) or BudgetExpenseRow(budget_id=budget_id, spent=expense.spent)
    row.amount = expense.amount
    row.per = expense.per
    work.session.add(row)
    work.session.flush()


def remove_expense(work: Work, budget_id: BudgetId, spent: Spent) -> None:
    """Take out what something besides wages costs, if anything was set down."""
    if row := _expense(work, budget_id, spent):
        work.session.delete(row)


def add_hours(work: Work, budget_id: BudgetId, hours: Hours) -> None:
    """Keep hours of a budget."""
    row = BudgetHoursRow(budget_id=budget_id)
    _write_hours(row, hours)
    work.session.add(row)
    work.session.flush()


def put_hours(work: Work, line_id: LineId, hours: Hours) -> None:
    """Write back hours that have changed.

    Raises:
        NotFound: There are no such hours.
    """
    _write_hours(_hours(work, line_id), hours)


def remove_hours(work: Work, line_id: LineId) -> None:
    """Remove hours.

    Raises:
        NotFound: There are no such hours.
    """
    work.session.delete(_hours(work, line_id))


def _row(work: Work, budget_id: BudgetId) -> BudgetRow:
    if row := work.session.get(BudgetRow, budget_id):
        return row
    raise NotFound("That budget is no longer in the file.")


def _hours(work: Work, line_id: LineId) -> BudgetHoursRow:
    if row := work.session.get(BudgetHoursRow, line_id):
        return row
    raise NotFound("Those hours are no longer in the file.")


def _expense(work: Work, budget_id: BudgetId, spent: Spent) -> BudgetExpenseRow | None:
    query = select(BudgetExpenseRow).where(BudgetExpenseRow.budget_id == budget_id, BudgetExpenseRow.spent == spent)
    return work.session.scalars(query).one_or_none()


def _write(row: BudgetRow, budget: Budget) -> None:
    row.name = budget.name
    row.is_what_if = budget.is_what_if
    row.day = budget.day
    row.weekly = budget.weekly
    row.dearer = budget.dearer
    row.claims_allowance = budget.claims_allowance


def _write_hours(row: BudgetHoursRow, hours: Hours) -> None:
    row.assistant_id = hours.assistant_id
    row.name = hours.name
    row.engaged = hours.engaged
    row.work = hours.work
    row.minutes = hours.minutes
    row.per_hour = hours.per_hour
    row.shifts = hours.shifts
    row.per_shift = hours.per_shift


def _to_budget(row: BudgetRow, expenses: list[BudgetExpenseRow], hours: list[BudgetHoursRow]) -> Budget:
    order = list(Spent)
    found = [Expense(Spent(each.spent), each.amount, Per(each.per)) for each in expenses]
    return Budget(
        id=BudgetId(row.id),
        name=row.name,
        is_what_if=row.is_what_if,
        day=row.day,
        weekly=row.weekly,
        dearer=row.dearer,
        claims_allowance=row.claims_allowance,
        expenses=tuple(sorted(found, key=lambda each: order.index(each.spent))),
        lines=tuple(HoursLine(LineId(each.id), _to_hours(each)) for each in hours),
    )


def _to_hours(row: BudgetHoursRow) -> Hours:
    return Hours(
        work=ShiftKind(row.work),
        assistant_id=None if row.assistant_id is None else AssistantId(row.assistant_id),
        name=row.name,
        engaged=AssistantKind(row.engaged),
        minutes=row.minutes,
        per_hour=row.per_hour,
        shifts=row.shifts,
        per_shift=row.per_shift,
    )
