"""Answers: lines for people, the same in JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from pa_manager.returns.model import ReturnFigures, SummaryRow, summary
from pa_manager.values.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was done or found.

    Attributes:
        lines: What people read.
        figures: The same for programs.
        problem: What is left to be put right, in one sentence; empty, if there is nothing.
    """

    lines: Sequence[str]
    figures: Mapping[str, object]
    problem: str = ""

    @property
    def as_json(self) -> str:
        """The figures as JSON. It holds no letters outside ASCII, so every system passes it on unharmed."""
        return json.dumps(self.figures, indent=2, default=plain)


def plain(value: object) -> object:
    """Return a value that JSON has no form for in one that it has: money as "2582.21", days as "2026-06-08"."""
    if isinstance(value, Money):
        return value.plain()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    return dict(_fields(value))


def columns(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Return words on the left and sums on the right, one below the other."""
    listed = list(rows)
    left = max((len(words) for words, _sum in listed), default=0)
    right = max((len(said) for _words, said in listed), default=0)
    return [f"{words:<{left}}  {said:>{right}}" for words, said in listed]


def return_lines(figures: ReturnFigures) -> list[str]:
    """Return the figures of a return as they stand in its summary."""
    rows = summary(figures)
    aligned = iter(columns((row.words, row.said) for row in rows))
    lines: list[str] = []
    for section, of_section in groupby(rows, key=_section_of):
        lines += ["", section, *(f"  {next(aligned)}" for _row in of_section)]
    return lines


def _section_of(row: SummaryRow) -> str:
    return row.section.value


def return_figures(figures: ReturnFigures) -> dict[str, object]:
    """Return the figures of a return for programs: all it holds, and every sum on the statement."""
    return {
        **dict(_fields(figures)),
        "start": figures.start,
        "total_in": figures.total_in,
        "total_out": figures.total_out,
        "closing": figures.closing,
        "statement": figures.statement,
        "waiting_out": figures.waiting_out,
        "waiting_in": figures.waiting_in,
        "difference": figures.difference,
        "owed_in_all": figures.owed_in_all,
        "surplus": figures.surplus,
        "weeks_in_hand": figures.weeks_in_hand,
        "streams": [{**dict(_fields(stream)), "closing": stream.closing} for stream in figures.streams],
        "accounts": [{**dict(_fields(account)), "difference": account.difference} for account in figures.accounts],
    }


def _fields(value: object) -> Iterable[tuple[str, object]]:
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} has no form in JSON")
    return ((each.name, getattr(value, each.name)) for each in fields(value))
