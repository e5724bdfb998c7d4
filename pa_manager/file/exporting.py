"""Everything in the holder's file as plain tables and documents, for other programs and for later years."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from pa_manager.file import contents
from pa_manager.file.contents import ContentId
from pa_manager.file.rows import Pence, Row
from pa_manager.file.work import Work
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

TABLES: Final = "tables"
DOCUMENTS: Final = "documents"

_LEFT_OUT: Final = ("content", "content_to_forget", "key_page", "assistant_private")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would work out instead of showing."""
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_LONGEST_NAME: Final = 100
_ENDINGS: Final = (
    (b"%PDF", ".pdf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"PK\x03\x04", ".zip"),
    (b"<?xml", ".xml"),
)


class CannotExport(UserError):
    """The tables and documents cannot be written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written, and where."""

    folder: Path
    tables: int
    rows: int
    documents: int


def export_to(work: Work, *, folder: Path, names: Mapping[ContentId, str] | None = None) -> Exported:
    """Write every table as CSV and every document kept into a new folder; nothing in the file changes.

    Sums of money are in pounds, days as 2026-05-12. Text that a spreadsheet would take for a formula
    has an apostrophe before it.

    Args:
        work: The work it is part of.
        folder: The folder, which must be new or empty.
        names: What documents are called, by their numbers, as far as that is known.

    Raises:
        CannotExport: There is something in the folder, or nothing can be written there.
        ContentDamaged: A document is not what was kept.
    """
    try:
        _make_room(folder)
        database = work.session.connection()
        tables = _tables(database)
        rows = sum(_write_table(database, table, folder / TABLES / f"{table}.csv") for table in tables)
        documents = _write_documents(work, folder, names or {})
    except OSError as error:
        raise CannotExport(
            f"Not everything could be written in {folder} ({error.strerror or error}). Choose another folder."
        ) from error
    return Exported(folder=folder, tables=len(tables) + 1, rows=rows + documents, documents=documents)


def guarded(value: object) -> object:
    """Return a cell as it is written: text that begins like a formula has an apostrophe before it.

    Example: ``=1+1`` becomes ``'=1+1``; the number -5 stays as it is.
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _make_room(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise CannotExport(f"There is something in {folder} already. Choose a new folder.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for inner in (TABLES, DOCUMENTS):
        (folder / inner).mkdir()


def _tables(database: Connection) -> Sequence[str]:
    found = database.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).scalars()
    return [name for name in found if name not in _LEFT_OUT]


def _write_table(database: Connection, table: str, path: Path) -> int:
    found = database.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")
    columns = list(found.keys())
    declared = Row.metadata.tables.get(table)
    money = (
        {column.name for column in declared.columns if isinstance(column.type, Pence)} if declared is not None else ()
    )
    sums = [name in money for name in columns]
    rows = ([_cell(value, is_sum) for value, is_sum in zip(row, sums, strict=True)] for row in found)
    return _write(path, columns, rows)


def _cell(value: object, is_sum: bool) -> object:
    if is_sum and isinstance(value, int):
        return Money(value).plain()
    return guarded(value.hex() if isinstance(value, bytes) else value)


def _write_documents(work: Work, folder: Path, names: Mapping[ContentId, str]) -> int:
    kept = contents.every(work)
    listed = []
    for number, digest in kept:
        content = contents.read(work, number)
        name = f"{number} {_file_name(names.get(number, ''), content)}"
        (folder / DOCUMENTS / name).write_bytes(content)
        listed.append([number, digest, name])
    return _write(folder / TABLES / "content.csv", ["id", "sha256", "file"], listed)


def _file_name(name: str, content: bytes) -> str:
    """Return a name that every system can bear, with an ending that tells what the document is."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", name).split()) or "document"
    stem, dot, ending = words.rpartition(".")
    if not dot or not 1 <= len(ending) <= 5 or not ending.isalnum():
        stem, ending = words, next((told for start, told in _ENDINGS if content.startswith(start)), ".txt")[1:]
    return f"{stem[:_LONGEST_NAME].strip(' .') or 'document'}.{ending}"


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for count, row in enumerate(rows, start=1):  # noqa: B007 -- the last number is how many there were
            writer.writerow(row)
    return count
