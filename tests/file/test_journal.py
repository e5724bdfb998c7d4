"""The journal keeps every row as it was, whatever it holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from pa_manager.file import migrations
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from tests.conftest import NOW
from tests.file import scratch
from tests.file.scratch import NOTES, add_line, add_note, list_lines, list_notes, sql

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
INTEGER = st.integers(-(2**63), 2**63 - 1)
CELLS = st.fixed_dictionaries(
    {
        "words": st.none() | TEXT,
        "amount": st.none() | INTEGER,
        "share": st.none() | st.floats(allow_nan=False),
        "picture": st.none() | st.binary(max_size=40),
    }
)
WHICH = st.integers(1, 4)
STEP = st.one_of(
    st.tuples(st.just("add"), CELLS),
    st.tuples(st.just("change"), WHICH, CELLS),
    st.tuples(st.just("remove"), WHICH),
    st.tuples(st.just("line"), WHICH, TEXT),
    st.tuples(st.just("replace"), WHICH, TEXT),
    st.tuples(st.just("all"), TEXT),
)


def do(work, steps):
    """Carry out some steps, as one operation."""
    for what, *details in steps:
        match what, details:
            case "add", [cells]:
                add_note(work, **cells)
            case "change", [note_id, cells]:
                sql(
                    work,
                    "UPDATE note SET words = :words, amount = :amount, share = :share, picture = :picture"
                    " WHERE id = :id",
                    cells | {"id": note_id},
                )
            case "remove", [note_id]:
                sql(work, "DELETE FROM note WHERE id = ?", (note_id,))
            case "line", [note_id, words]:
                sql(
                    work, "INSERT INTO note_line (note_id, words) SELECT id, ? FROM note WHERE id = ?", (words, note_id)
                )
            case "replace", [note_id, words]:
                sql(work, "INSERT OR REPLACE INTO note (id, words) VALUES (?, ?)", (note_id, words))
            case _, [words]:
                sql(work, "UPDATE note SET words = words || ?", (words,))
    return NOTES


@pytest.fixture(scope="module")
def steps():
    return (*migrations.STEPS, scratch.upgrade)


@given(st.lists(st.lists(STEP, max_size=5), max_size=5))
def test_undo_and_redo_pass_through_the_same_states_and_change_nothing(monkeypatch, steps, operations):
    monkeypatch.setattr(migrations, "STEPS", steps)
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    states = [everything(runner)]
    for operation in operations:
        runner.run(do, operation)
        states.append(everything(runner))

    for state in reversed(states[:-1]):
        runner.undo()
        assert everything(runner) == state
    assert runner.undo() is None
    for state in states[1:]:
        runner.redo()
        assert everything(runner) == state
    assert runner.redo() is None
    for state in reversed(states[:-1]):
        runner.undo()
        assert everything(runner) == state


def everything(runner):
    return runner.read(list_notes), runner.read(list_lines)


def test_a_row_of_every_kind_comes_back_as_it_was(notes):
    cells = {"words": 'a"\0\n£Ŵ', "amount": -(2**63), "share": 1 / 3, "picture": bytes(range(256))}
    notes.run(add_note, **cells)
    notes.undo()
    notes.redo()
    assert notes.read(list_notes) == ((1, *cells.values(), None),)


def test_what_a_row_takes_with_it_comes_back_with_it(notes):
    notes.run(add_note, words="one")
    notes.run(add_line, note_id=1, words="under one")
    notes.run(do, [("remove", 1)])
    assert notes.read(list_lines) == ()
    notes.undo()
    assert notes.read(list_lines) == ((1, 1, "under one"),)


def test_every_write_is_told_with_both_images(notes):
    notes.run(add_note, words="one")
    notes.run(do, [("all", "!")])
    images = notes.read(lambda work: sql(work, "SELECT before, after FROM journal_image ORDER BY id").all())
    words = [tuple(json.loads(image)["words"] if image else None for image in row) for row in images]
    assert words == [(None, "one"), ("one", "one!")]


def test_what_was_put_in_a_table_after_undo_would_clash_is_refused_whole(notes):
    """Rows written outside the journal are the one thing that can spoil undo; then nothing is half undone."""
    notes.run(add_note, words="one", place=7)
    notes.run(do, [("remove", 1)])
    with notes._open_work() as work:
        sql(work, "DROP TRIGGER journal_note_INSERT")
        sql(work, "INSERT INTO note (words, place) VALUES ('stray', 7)")
    with pytest.raises(IntegrityError):
        notes.undo()
    assert [note[1] for note in notes.read(list_notes)] == ["stray"]
    assert notes.can_undo() == "Do"


def test_numbers_are_never_given_twice(notes):
    notes.run(add_note, words="one")
    notes.undo()
    notes.run(add_note, words="two")
    assert [note[0] for note in notes.read(list_notes)] == [2]
