"""Forgetting: rows, contents and words that are taken out of the holder's file for good, and out of its history.

Whoever forgets must say that it was for good: what the journal held of it is gone, so undo has to stop there. The
database overwrites what it frees (``secure_delete``), so that nothing of it stays between the rows either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sqlalchemy import Connection

from pa_manager.file import contents
from pa_manager.file.contents import ContentId
from pa_manager.file.journal import NOT_JOURNALLED
from pa_manager.file.work import Work

_NOTHING_LEFT = "{}"
_IMAGES = ("before", "after")


def forget_rows(work: Work, table: str, *, column: str, value: int) -> None:
    """Take out the rows that have a value in a column, their history, and the contents that only they had.

    Rows that were taken out before count too: what the journal holds of them goes as well.
    """
    held = _contents_of(work, table, column, value)
    database = _database(work)
    database.exec_driver_sql(f"DELETE FROM {table} WHERE {column} = ?", (value,))
    forget_history(work, table, column=column, value=value)
    _forget_contents(work, held)


def delete_rows(work: Work, table: str, *, column: str, value: int) -> None:
    """Take out rows of a table that the journal does not watch."""
    _database(work).exec_driver_sql(f"DELETE FROM {table} WHERE {column} = ?", (value,))
    work.session.expire_all()


def numbers_in_history(work: Work, table: str, *, column: str, value: int) -> tuple[int, ...]:
    """Return the numbers of the rows that have, or had, a value in a column, as far as the journal knows."""
    found = _database(work).exec_driver_sql(
        "SELECT DISTINCT row_id FROM journal_image WHERE table_name = ?"
        f" AND (json_extract(before, '$.{column}') = ? OR json_extract(after, '$.{column}') = ?)",
        (table, value, value),
    )
    return tuple(found.scalars())


def blank_rows(work: Work, table: str, cells: Mapping[str, str | int | None], *, column: str, value: int) -> None:
    """Write other cells over those of some rows, and take what they were before out of the history.

    Contents that only these rows had are taken out too.
    """
    held = _contents_of(work, table, column, value)
    if cells:
        pairs = ", ".join(f"{name} = ?" for name in cells)
        _database(work).exec_driver_sql(f"UPDATE {table} SET {pairs} WHERE {column} = ?", (*cells.values(), value))
    forget_history(work, table, column=column, value=value)
    _forget_contents(work, held)


def forget_history(work: Work, table: str, *, column: str, value: int) -> None:
    """Empty what the journal holds of the rows that have, or had, a value in a column."""
    database = _database(work)
    for image in _IMAGES:
        database.exec_driver_sql(
            f"UPDATE journal_image SET before = iif(before IS NULL, NULL, '{_NOTHING_LEFT}'),"
            f" after = iif(after IS NULL, NULL, '{_NOTHING_LEFT}')"
            f" WHERE table_name = ? AND json_extract({image}, '$.{column}') = ?",
            (table, value),
        )


def replace_words(
    work: Work, words: Iterable[str], neutral: str, *, leaving: Mapping[str, str] = MappingProxyType({})
) -> int:
    """Put neutral words in the place of some, wherever they stand in rows or history; return in how many rows they did.

    Capitals make no difference. Only whole words are replaced: "Ann Lee" does not stand in "Joann Leeson". Documents
    are not looked into.

    Args:
        work: The work it is part of.
        words: What is replaced.
        neutral: What stands there then.
        leaving: By its table, which rows stay as they are, as SQL. Their history does not.
    """
    pattern = _pattern(words)
    if pattern is None:
        return 0
    database = _database(work)
    replaced = 0
    for table, columns in _texts(database):
        replaced += _replace_in(database, _apart_from(table, leaving), columns, pattern, neutral)
    _replace_in(database, "journal_image", _IMAGES, pattern, neutral)
    work.session.expire_all()
    return replaced


def count_words(
    work: Work,
    words: Iterable[str],
    *,
    apart_from: Iterable[str] = (),
    leaving: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Return in how many rows some words stand, apart from those of some tables, and from some rows of others."""
    pattern = _pattern(words)
    if pattern is None:
        return 0
    database, not_in = _database(work), set(apart_from)
    return sum(
        len(tuple(_found(database, _apart_from(table, leaving), columns, pattern)))
        for table, columns in _texts(database)
        if table not in not_in
    )


def _apart_from(table: str, leaving: Mapping[str, str]) -> str:
    """Return where to look for the rows of a table, those left out that stay as they are."""
    return f"{table} WHERE NOT ({leaving[table]})" if table in leaving else table


def _replace_in(
    database: Connection, source: str, columns: tuple[str, ...], pattern: re.Pattern[str], neutral: str
) -> int:
    found = tuple(_found(database, source, columns, pattern))
    table = source.partition(" ")[0]
    pairs = ", ".join(f"{column} = ?" for column in columns)
    for number, cells in found:
        fresh = [pattern.sub(neutral, cell) if isinstance(cell, str) else cell for cell in cells]
        database.exec_driver_sql(f"UPDATE {table} SET {pairs} WHERE id = ?", (*fresh, number))
    return len(found)


def _found(
    database: Connection, source: str, columns: tuple[str, ...], pattern: re.Pattern[str]
) -> Iterable[tuple[int, tuple[object, ...]]]:
    for number, *cells in database.exec_driver_sql(f"SELECT id, {', '.join(columns)} FROM {source}"):
        if any(isinstance(cell, str) and pattern.search(cell) for cell in cells):
            yield number, tuple(cells)


def _texts(database: Connection) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Return every table that the journal watches, with its columns of text."""
    for table in _tables(database):
        if table not in NOT_JOURNALLED:
            described = database.exec_driver_sql(f"PRAGMA table_info({table})").all()
            columns = tuple(each[1] for each in described if str(each[2]).upper() in {"VARCHAR", "TEXT"})
            if columns:
                yield table, columns


def _tables(database: Connection) -> tuple[str, ...]:
    names = database.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return tuple(names.scalars())


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds some words, however they are written in JSON."""
    written = {form for word in words if word.strip() for form in (word, json.dumps(word)[1:-1])}
    if not written:
        return None
    longest_first = sorted(map(re.escape, written), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


def _contents_of(work: Work, table: str, column: str, value: int) -> set[ContentId]:
    """Return the contents that some rows have, or had."""
    database = _database(work)
    held: set[ContentId] = set()
    keys = database.exec_driver_sql(f"PRAGMA foreign_key_list({table})").all()
    for key in (each[3] for each in keys if each[2] == "content"):
        rows = database.exec_driver_sql(f"SELECT {key} FROM {table} WHERE {column} = ?", (value,)).scalars().all()
        for image in _IMAGES:
            rows = [
                *rows,
                *database.exec_driver_sql(
                    f"SELECT json_extract({image}, '$.{key}') FROM journal_image"
                    f" WHERE table_name = ? AND json_extract({image}, '$.{column}') = ?",
                    (table, value),
                ).scalars(),
            ]
        held |= {ContentId(number) for number in rows if number is not None}
    return held


def _forget_contents(work: Work, held: Iterable[ContentId]) -> None:
    for content_id in sorted(held):
        contents.forget(work, content_id)
    work.session.expire_all()


def _database(work: Work) -> Connection:
    work.session.flush()
    return work.session.connection()
