"""Where it is kept that somebody was forgotten, and what is taken out for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import Boolean, CheckConstraint, Column, String, Table, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import NEUTRAL, Applicant, Assistant, AssistantId, CheckKind, Sort
from pa_manager.assistants.store.applicants import every as every_applicant
from pa_manager.assistants.store.applicants import forget as forget_applicant
from pa_manager.assistants.store.documents import AssistantDocumentRow
from pa_manager.assistants.store.documents import every as every_document
from pa_manager.assistants.store.files import (
    AssistantCheckRow,
    AssistantFileRow,
    AssistantPrivateRow,
    checks_of,
    get_file,
    photo,
)
from pa_manager.assistants.store.papers import AssistantPaperItemRow, AssistantPaperRow
from pa_manager.assistants.store.papers import every as every_paper
from pa_manager.assistants.store.people import AssistantRow, assistant_key
from pa_manager.assistants.store.people import every as everybody
from pa_manager.assistants.store.people import get as get_assistant
from pa_manager.assistants.store.steps import ticked
from pa_manager.file import forgetting
from pa_manager.file.rows import Row
from pa_manager.file.work import Work

_STAY: Final = frozenset({"assistant_terms", "assistant_leaving", "assistant_forgotten"})
"""What figures are worked out from, and the note that somebody was forgotten."""
_OF_THEIR_OWN: Final = frozenset(
    {
        AssistantCheckRow.__tablename__,
        AssistantFileRow.__tablename__,
        AssistantPrivateRow.__tablename__,
        AssistantPaperRow.__tablename__,
        AssistantDocumentRow.__tablename__,
    }
)
"""What is taken out sort by sort. All other tables of an assistant are details."""
_TWO_YEARS: Final = frozenset({CheckKind.RIGHT_TO_WORK, CheckKind.LONG_WEEKS})
_BANKS_OWN: Final = {"account_transaction": "batch_id IS NOT NULL"}
"""The bank's own words: by them a line is known again when a later file overlaps. What was typed by hand is not."""
_NEEDED_TO_PAY: Final = frozenset({"payroll_number", "private_id"})


class AssistantForgottenRow(Row):
    """That somebody was forgotten: on which day last, and whether wholly."""

    __tablename__ = "assistant_forgotten"
    __table_args__ = (UniqueConstraint("assistant_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    on_day: Mapped[date]
    wholly: Mapped[bool]


def wholly_forgotten(work: Work) -> frozenset[AssistantId]:
    """Return who was forgotten wholly."""
    rows = work.session.scalars(select(AssistantForgottenRow.assistant_id).filter_by(wholly=True))
    return frozenset(map(AssistantId, rows))


def note(work: Work, assistant_id: AssistantId, on_day: date, *, wholly: bool) -> None:
    """Write down that somebody was forgotten."""
    row = work.session.scalars(select(AssistantForgottenRow).filter_by(assistant_id=assistant_id)).one_or_none()
    if row is None:
        row = AssistantForgottenRow(assistant_id=assistant_id)
        work.session.add(row)
    row.on_day, row.wholly = on_day, wholly
    work.session.flush()


def counts(work: Work, assistant_id: AssistantId) -> dict[Sort, int]:
    """Return how many records of each sort there are of an assistant, as far as this link keeps them."""
    wholly = assistant_id in wholly_forgotten(work)
    checks = [each for each in checks_of(work, assistant_id) if each.assistant_id == assistant_id]
    rights = sum(each.kind in _TWO_YEARS for each in checks)
    return {
        Sort.DETAILS: 0 if wholly else _filled(work, assistant_id),
        Sort.CHECKS: len(checks) - rights,
        Sort.RIGHT_TO_WORK: rights,
        Sort.PAPERS: len(every_paper(work, assistant_id)),
        Sort.DOCUMENTS: sum(each.assistant_id == assistant_id for each in every_document(work)),
        Sort.APPLICATION: sum(each.assistant_id == assistant_id for each in every_applicant(work)),
        Sort.IDENTITY: 0 if wholly else 1,
    }


def forget(
    work: Work,
    assistant_id: AssistantId,
    sorts: frozenset[Sort],
    *,
    due: Iterable[int] | None,
    taken: Iterable[str] = (),
) -> None:
    """Take some sorts of record out for good, here and in the history.

    Args:
        work: The work it is part of.
        assistant_id: Whose.
        sorts: Which.
        due: The numbers of the documents that go; without any, all of them.
        taken: Names, phones and emails that somebody else has too: they stay where they stand.
    """
    if Sort.APPLICATION in sorts:
        for applicant in every_applicant(work):
            if applicant.assistant_id == assistant_id:
                forget_applicant(work, applicant.id)
    if Sort.DOCUMENTS in sorts:
        table = AssistantDocumentRow.__tablename__
        if due is None:
            forgetting.forget_rows(work, table, column="assistant_id", value=assistant_id)
        for number in due or ():
            forgetting.forget_rows(work, table, column="id", value=number)
    if Sort.PAPERS in sorts:
        _forget_papers(work, assistant_id)
    _forget_checks(work, assistant_id, sorts)
    if Sort.DETAILS in sorts:
        _forget_details(work, assistant_id)
    if Sort.IDENTITY in sorts:
        _forget_identity(work, assistant_id, taken)


def _forget_papers(work: Work, assistant_id: AssistantId) -> None:
    """Take papers out with their words, also those that were undone and stand in the history alone."""
    paper, item = AssistantPaperRow.__tablename__, AssistantPaperItemRow.__tablename__
    for number in forgetting.numbers_in_history(work, paper, column="assistant_id", value=assistant_id):
        forgetting.forget_rows(work, item, column="paper_id", value=number)
    forgetting.forget_rows(work, paper, column="assistant_id", value=assistant_id)


def _forget_checks(work: Work, assistant_id: AssistantId, sorts: frozenset[Sort]) -> None:
    table = AssistantCheckRow.__tablename__
    if {Sort.CHECKS, Sort.RIGHT_TO_WORK} <= sorts:
        forgetting.forget_rows(work, table, column="assistant_id", value=assistant_id)
        return
    for check in checks_of(work, assistant_id):
        sort = Sort.RIGHT_TO_WORK if check.kind in _TWO_YEARS else Sort.CHECKS
        if check.assistant_id == assistant_id and sort in sorts:
            forgetting.forget_rows(work, table, column="id", value=check.id)


def _forget_details(work: Work, assistant_id: AssistantId) -> None:
    for table in _tables_of_an_assistant():
        if table.name not in _STAY | _OF_THEIR_OWN:
            forgetting.forget_rows(work, table.name, column="assistant_id", value=assistant_id)
    for name, column, keep in (
        (AssistantFileRow.__tablename__, "assistant_id", _NEEDED_TO_PAY),
        (AssistantRow.__tablename__, "id", frozenset({"name", "born_on", "left_on"})),
    ):
        cells = _emptied(Row.metadata.tables[name], keep)
        forgetting.blank_rows(work, name, cells, column=column, value=assistant_id)


def _forget_identity(work: Work, assistant_id: AssistantId, taken: Iterable[str]) -> None:
    assistant = get_assistant(work, assistant_id)
    words = words_that_name(work, assistant_id, taken)
    file, row = AssistantFileRow.__tablename__, AssistantRow.__tablename__
    forgetting.forget_rows(work, file, column="assistant_id", value=assistant_id)
    forgetting.delete_rows(work, AssistantPrivateRow.__tablename__, column="assistant_id", value=assistant_id)
    forgetting.blank_rows(work, row, {"name": NEUTRAL, "born_on": None}, column="id", value=assistant.id)
    forgetting.replace_words(work, words, NEUTRAL, leaving=_BANKS_OWN)


def words_that_name(work: Work, assistant_id: AssistantId, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words by which an assistant is known and nobody else is: name, phone, email.

    Args:
        work: The work it is part of.
        assistant_id: Whose.
        taken: The names, phones and emails of those who are neither assistants nor applicants.
    """
    assistant = get_assistant(work, assistant_id)
    others: list[Assistant | Applicant] = [
        *(each for each in everybody(work) if each.id != assistant_id),
        *(each for each in every_applicant(work) if each.assistant_id != assistant_id),
    ]
    theirs = {word.casefold() for each in others for word in (each.name, each.phone, each.email)}
    theirs |= {word.casefold() for word in taken}
    return tuple(
        word
        for word in (assistant.name, assistant.phone, assistant.email)
        if word and word != NEUTRAL and word.casefold() not in theirs
    )


def mentions(work: Work, assistant_id: AssistantId, taken: Iterable[str] = ()) -> int:
    """Return in how many rows of other tables those words stand, the bank's own apart."""
    own = [name for name in Row.metadata.tables if name.startswith("assistant") or name == "applicant"]
    return forgetting.count_words(work, words_that_name(work, assistant_id, taken), apart_from=own, leaving=_BANKS_OWN)


def _filled(work: Work, assistant_id: AssistantId) -> int:
    """Return how many details are filled in."""
    assistant = get_assistant(work, assistant_id)
    person = get_file(work, assistant_id)
    own = (assistant.known_as, assistant.phone, assistant.email, assistant.consent_note)
    told = (person.address, person.emergency, person.relation, person.language, person.communication)
    picture = photo(work, assistant_id)
    return sum(map(bool, (*own, *told, picture))) + len(ticked(work, assistant_id))


def _tables_of_an_assistant() -> Iterable[Table]:
    return (
        table
        for table in Row.metadata.sorted_tables
        if table.name.startswith("assistant_") and "assistant_id" in table.columns
    )


def _emptied(table: Table, keep: frozenset[str]) -> dict[str, str | int | None]:
    """Return empty cells for the columns of a table that hold words, ticks or what may be missing."""
    fixed = {"id", "assistant_id", *keep, *_enumerated(table)}
    cells: dict[str, str | int | None] = {}
    for column in table.columns:
        if column.name in fixed:
            continue
        if column.nullable:
            cells[column.name] = None
        elif isinstance(column.type, String):
            cells[column.name] = ""
        elif isinstance(column.type, Boolean):
            cells[column.name] = 0
    return cells


def _enumerated(table: Table) -> set[str]:
    """Return the columns that hold one of some words: they stay as they are."""
    return {
        column.name
        for column in table.columns
        for rule in table.constraints
        if isinstance(rule, CheckConstraint) and _names(rule, column)
    }


def _names(rule: CheckConstraint, column: Column[Any]) -> bool:
    return str(rule.name).endswith(f"known_{column.name}")
