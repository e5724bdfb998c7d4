"""Where the figures are kept that a person has added."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.figures.model import AddedFigure, FigureId
from pa_manager.file.rows import Row
from pa_manager.file.work import NotFound, Work
from pa_manager.law.dated import OwnFigure


class OwnFigureRow(Row):
    """A figure as a person typed it, for some days."""

    __tablename__ = "own_figure"
    __table_args__ = (
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    text: Mapped[str]
    note: Mapped[str]


def every(work: Work) -> tuple[AddedFigure, ...]:
    """Return every figure, in the order they were added: of two for the same days the later is used."""
    return tuple(map(_to_added, work.session.scalars(select(OwnFigureRow).order_by(OwnFigureRow.id))))


def add(work: Work, figure: OwnFigure) -> FigureId:
    """Keep a new figure; return the number given."""
    row = OwnFigureRow()
    _write(row, figure)
    work.session.add(row)
    work.session.flush()
    return FigureId(row.id)


def put(work: Work, figure_id: FigureId, figure: OwnFigure) -> None:
    """Write back a figure that has changed."""
    _write(_row(work, figure_id), figure)


def remove(work: Work, figure_id: FigureId) -> None:
    """Remove a figure."""
    work.session.delete(_row(work, figure_id))


def _row(work: Work, figure_id: FigureId) -> OwnFigureRow:
    if row := work.session.get(OwnFigureRow, figure_id):
        return row
    raise NotFound("That figure is no longer in the file.")


def _write(row: OwnFigureRow, figure: OwnFigure) -> None:
    row.name = figure.name
    row.first = figure.first
    row.last = figure.last
    row.text = figure.text
    row.note = figure.note


def _to_added(row: OwnFigureRow) -> AddedFigure:
    figure = OwnFigure(name=row.name, first=row.first, last=row.last, text=row.text, note=row.note)
    return AddedFigure(FigureId(row.id), figure)
