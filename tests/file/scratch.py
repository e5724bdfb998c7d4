"""Two tables for tests of the journal, with every kind of column, and operations on them."""

from pa_manager.file import migrations
from pa_manager.file.running import Changes

NOTES = Changes.of("notes")


def upgrade(database):
    """Create the tables. A note takes its lines with it."""
    database.exec_driver_sql("""
        CREATE TABLE note (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            words TEXT,
            amount INTEGER,
            share REAL,
            picture BLOB,
            place INTEGER UNIQUE
        )""")
    database.exec_driver_sql("""
        CREATE TABLE note_line (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            note_id INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
            words TEXT NOT NULL
        )""")


def with_notes(monkeypatch):
    """Have files opened from now on hold the two tables besides all others."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, upgrade))


def sql(work, text, values=()):
    return work.session.connection().exec_driver_sql(text, values)


def add_note(work, *, words, amount=None, share=None, picture=None, place=None):
    sql(
        work,
        "INSERT INTO note (words, amount, share, picture, place) VALUES (?, ?, ?, ?, ?)",
        (words, amount, share, picture, place),
    )
    return NOTES


def add_line(work, *, note_id, words):
    sql(work, "INSERT INTO note_line (note_id, words) VALUES (?, ?)", (note_id, words))
    return NOTES


def send_note(work, *, words):
    return add_note(work, words=words).for_good()


def list_notes(work):
    return tuple(map(tuple, sql(work, "SELECT * FROM note ORDER BY id")))


def list_lines(work):
    return tuple(map(tuple, sql(work, "SELECT * FROM note_line ORDER BY id")))
