"""Kills a program that is writing to a holder's file, again and again, and looks at what it left.

Here alone do tests wait for a time of chance: that is what is tested.

``python -m tests.file.killing FOLDER TIMES SEED``. A process of its own: it forks, which one with windows may not.
"""

import os
import random
import signal
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from pa_manager.file import keys, migrations
from pa_manager.file.database import connect
from pa_manager.file.key_pages import read_ring
from pa_manager.file.keys import Effort, WrongPassword
from pa_manager.file.opening import OpenFile, create_file, open_file
from pa_manager.file.running import Changes, Runner
from tests.file import scratch
from tests.file.scratch import NOTES, sql

NOW = datetime(2026, 5, 21, 9, 30, tzinfo=UTC)
PASSWORDS = ("blue kettle", "green kettle")
LINES = 3
OPENED, KEPT = b"o", b"."
MOST_KEPT, WHILE_OPENING, WHILE_WRITING = 8, 0.06, 0.006


def write_a_note_with_its_lines(work) -> Changes:
    """Write to two tables."""
    note = sql(work, "INSERT INTO note (words, picture) VALUES ('note', randomblob(300)) RETURNING id").scalar_one()
    for number in range(LINES):
        sql(work, "INSERT INTO note_line (note_id, words) VALUES (?, ?)", (note, "line" * 50 * number))
    return NOTES


def open_with_either(path: Path, now: datetime) -> OpenFile:
    """Open the file by whichever password it has now."""
    ring = read_ring(path)
    for password in PASSWORDS:
        try:
            ring.open_with_password(password)
        except WrongPassword:
            continue
        return open_file(path, now=now, password=password)
    raise AssertionError("neither password opens the file")


def live(path: Path, told: int, seed: int) -> None:
    """Do one thing after another, and tell of each that was kept, until killed."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    for day in count():
        opened = open_with_either(path, NOW + timedelta(days=day))
        runner = Runner(opened, lambda: NOW)
        os.write(told, OPENED)
        for _ in range(chance.randint(1, 30)):
            what = chance.random()
            if what < 0.7:
                runner.run(write_a_note_with_its_lines)
                os.write(told, KEPT)
            elif (what < 0.8 and runner.undo()) or (what < 0.9 and runner.redo()):
                os.write(told, KEPT)
            else:
                opened.change_password(chance.choice(PASSWORDS))
        opened.close(now=NOW + timedelta(days=day))


def entries(path: Path) -> int:
    """Return how many entries the journal has, if the file is whole and holds whole operations alone."""
    opened = open_with_either(path, NOW)
    try:
        with closing(connect(path, opened._key)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA cipher_integrity_check").fetchall() == []
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            lines = database.execute(
                "SELECT n.id, count(l.id) FROM note n LEFT JOIN note_line l ON l.note_id = n.id GROUP BY n.id"
            ).fetchall()
            assert all(number == LINES for _, number in lines), lines
            images = database.execute(
                "SELECT e.id, count(*) FROM journal_entry e LEFT JOIN journal_image ON entry_id = e.id GROUP BY e.id"
            ).fetchall()
            assert all(number == LINES + 1 for _, number in images), images
    finally:
        opened.leave()
    return len(images)


def survive(folder: Path, times: int, seed: int) -> int:
    """Kill a writing program so many times; return how many operations were kept over all."""
    keys.EFFORT = Effort(memory_kib=32, rounds=1, lanes=4)
    migrations.STEPS = (*migrations.STEPS, scratch.upgrade)
    path = folder / "Jean.pam"
    create_file(path, password=PASSWORDS[0], now=NOW)[0].close(now=NOW)
    chance, kept = random.Random(seed), 0  # noqa: S311 -- no secret
    for number in range(times):
        ear, mouth = os.pipe()
        if not (child := os.fork()):
            os.close(ear)
            live(path, mouth, seed + number)
        os.close(mouth)
        with os.fdopen(ear, "rb") as heard:
            if chance.random() < 0.2:
                told = b""
                time.sleep(chance.uniform(0, WHILE_OPENING))
            else:
                told = heard.read(1 + chance.randint(0, MOST_KEPT))
                time.sleep(chance.uniform(0, WHILE_WRITING))
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            assert os.WIFSIGNALED(status), "the writing program stopped of itself"
            told += heard.read()
        found = entries(path)
        assert 0 <= found - kept - told.count(KEPT) <= 1, "what was kept is lost, or came twice"
        kept = found
    return kept


if __name__ == "__main__":
    print(survive(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))  # noqa: T201
