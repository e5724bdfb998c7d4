"""Names of files, passwords, codes, and the files opened before."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.door.model import (
    MOST_RECENT,
    NotTheSame,
    RecentFile,
    Strength,
    file_name,
    recent_from_text,
    recent_to_text,
    same_again,
    spelled_out,
    strength_of,
    with_newest,
    without,
)

PATHS = st.builds(lambda name: Path("/home") / f"{name}.pam", st.text("abc", min_size=1, max_size=2))
FILES = st.lists(st.builds(RecentFile, path=PATHS, opened_on=st.dates()), max_size=12)


@pytest.mark.parametrize(
    ("for_whom", "name"),
    [
        ("Jean Pellow", "Jean Pellow.pam"),
        ("  Jean   Pellow ", "Jean Pellow.pam"),
        ("Siân Ŵyn", "Siân Ŵyn.pam"),
        ("Jean/Pellow: mine?", "Jean Pellow mine.pam"),
        ("../../etc", "etc.pam"),
        ("J. Pellow.", "J. Pellow.pam"),
        ("Jean\tPellow\0", "JeanPellow.pam"),
        ("x" * 200, "x" * 80 + ".pam"),
        ("con", "File of con.pam"),
        ("Com1", "File of Com1.pam"),
        ("nul.old", "File of nul.old.pam"),
        ("???", "File of.pam"),
    ],
)
def test_every_system_can_keep_the_name_of_the_file(for_whom, name):
    assert file_name(for_whom) == name


@given(st.text(max_size=120))
def test_the_name_is_always_one_plain_name(for_whom):
    name = file_name(for_whom)
    assert Path(name).name == name
    assert name.endswith(".pam")
    assert not set(name) & set('<>:"/\\|?*\0\n')


@pytest.mark.parametrize(
    ("password", "strength"),
    [
        ("", Strength.NONE),
        ("kettle", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnop", Strength.WEAK),
        ("123456789012", Strength.WEAK),
        ("Password1", Strength.WEAK),
        ("qwertyuiop", Strength.WEAK),
        ("jean pellow", Strength.WEAK),
        ("jean of pellow", Strength.WEAK),
        ("xyxyxyxyxyxyxyxyx", Strength.WEAK),
        ("blue kettle", Strength.FAIR),
        ("blue kettle on the stove", Strength.STRONG),
        ("7Rk!w0Zq#e4Lx9b", Strength.STRONG),
    ],
)
def test_a_password_is_as_strong_as_a_guesser_finds_it(password, strength):
    assert strength_of(password, "Jean le Pellow") is strength


def test_the_words_for_a_strength_are_sentences():
    assert all(strength.words.endswith(".") for strength in Strength)
    assert len({strength.words for strength in Strength}) == len(Strength)


def test_a_password_typed_twice_alike_is_taken():
    assert same_again("blue kettle", "blue kettle") == "blue kettle"
    with pytest.raises(NotTheSame):
        same_again("blue kettle", "blue  kettle")


def test_a_code_is_spelled_out_by_groups():
    assert spelled_out("ZT8DE-MZYVF") == "Z T 8 D E, M Z Y V F"


def test_a_recent_file_is_known_by_its_name_and_folder():
    file = RecentFile(path=Path("/home/rowena/Jean Pellow.pam"), opened_on=date(2026, 5, 20))
    assert (file.name, file.folder) == ("Jean Pellow", str(Path("/home/rowena")))


@given(FILES, st.builds(RecentFile, path=PATHS, opened_on=st.dates()))
def test_the_newest_file_heads_the_list_and_stands_in_it_once(files, newest):
    found = with_newest(files, newest)
    assert found[0] == newest
    assert [file.path for file in found].count(newest.path) == 1
    assert len(found) <= MOST_RECENT


@given(FILES, PATHS)
def test_a_file_taken_off_the_list_is_off_it(files, path):
    assert without(files, path) == tuple(file for file in files if file.path != path)


@given(FILES)
def test_the_list_comes_back_as_it_was_kept(files):
    assert recent_from_text(recent_to_text(files)) == tuple(files)


@pytest.mark.parametrize("text", ["", "%", "7", "[7]", "[{}]", '[{"path": "/x", "opened_on": "lately"}]'])
def test_a_list_that_cannot_be_read_is_empty(text):
    assert recent_from_text(text) == ()
