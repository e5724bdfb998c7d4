"""The password and the recovery code."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.file.database import Key
from pa_manager.file.keys import Effort, KeyRing, NoPassword, WrongCode, WrongPassword, new_key
from pa_manager.file.recovery import ALPHABET, CodeMistyped, code_from_text, new_code, said_code

CODE = said_code("0123456789ABCDEFGHJKMNPQ")
KEY = Key(bytes(range(32)))


@pytest.fixture
def ring(quick):
    return KeyRing().with_password(KEY, "blue kettle").with_code(KEY, CODE)


def test_password_and_code_give_the_same_key(ring):
    assert ring.open_with_password("blue kettle") == KEY
    assert ring.open_with_code(CODE) == KEY


@pytest.mark.parametrize("typed", ["Blue kettle", "blue kettle ", "bluekettle", "", CODE])
def test_a_wrong_password_is_told_in_one_sentence_without_a_clue(ring, typed):
    with pytest.raises(WrongPassword) as wrong:
        ring.open_with_password(typed)
    assert str(wrong.value) == "That password does not open this file: try again, or use the recovery code."


def test_the_code_of_another_file_opens_nothing(ring):
    with pytest.raises(WrongCode):
        ring.open_with_code(new_code())


def test_an_accent_is_the_same_however_it_was_typed(quick):
    assert KeyRing().with_password(KEY, "caf\u00e9").open_with_password("cafe\u0301") == KEY


def test_a_new_password_takes_the_place_of_the_old_and_leaves_the_code(ring):
    changed = ring.with_password(KEY, "green kettle")
    assert changed.open_with_password("green kettle") == changed.open_with_code(CODE) == KEY
    with pytest.raises(WrongPassword):
        changed.open_with_password("blue kettle")
    assert changed.changes == ring.changes + 1


def test_a_file_is_not_left_without_a_password(ring):
    with pytest.raises(NoPassword):
        ring.with_password(KEY, "")


def test_the_same_password_locks_two_files_differently(ring):
    assert not {slot.sealed for slot in ring.slots} & {
        slot.sealed for slot in KeyRing().with_password(KEY, "blue kettle").slots
    }


def test_a_ring_as_text_gives_nothing_away_and_comes_back(ring):
    text = ring.to_json()
    assert "kettle" not in text
    assert CODE[:5] not in text
    assert KEY.secret.hex() not in text
    assert KeyRing.from_json(text) == ring


@pytest.mark.parametrize(
    "spoil",
    [
        lambda ring: ring.pop("slots"),
        lambda ring: ring["slots"][0].update(way="window"),
        lambda ring: ring["slots"][0].pop("salt"),
        lambda ring: ring["slots"][0].update(effort=9),
        lambda ring: ring["slots"][0]["effort"].update(speed=9),
        lambda ring: ring["slots"][0]["effort"].update(memory_kib=1 << 31),
    ],
)
def test_what_is_no_ring_is_refused(ring, spoil):
    found = json.loads(ring.to_json())
    spoil(found)
    with pytest.raises(ValueError, match=r"."):
        KeyRing.from_json(json.dumps(found))


def test_no_ring_can_ask_for_more_than_a_computer_can_bear():
    assert Effort().bearable()
    assert not Effort(rounds=0).bearable()
    assert not Effort(memory_kib=16).bearable()


def test_a_slot_whose_effort_was_changed_does_not_open(ring):
    weakened = KeyRing.from_json(ring.to_json().replace('"rounds": 1', '"rounds": 2'))
    with pytest.raises(WrongPassword):
        weakened.open_with_password("blue kettle")


def test_a_key_is_never_printed():
    assert "x00" not in repr(KEY)
    assert len(new_key().secret) == 32
    assert new_key() != new_key()


# The code on paper


@given(st.text(alphabet=ALPHABET, min_size=24, max_size=24))
def test_a_code_is_read_however_it_was_typed(symbols):
    said = said_code(symbols)
    assert [len(group) for group in said.split("-")] == [5, 5, 5, 5, 5]
    assert code_from_text(said) == symbols.encode()
    sloppy = said.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert code_from_text(f" {sloppy}.\n") == symbols.encode()


def test_no_two_codes_are_alike():
    assert len({new_code() for _ in range(100)}) == 100


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "7"])
def test_a_code_of_another_length_is_told_with_its_length(typed):
    with pytest.raises(CodeMistyped, match="25 letters"):
        code_from_text(typed)


def test_a_mistyped_letter_is_noticed_before_anything_is_tried():
    with pytest.raises(CodeMistyped, match="One letter"):
        code_from_text("7" + CODE[1:])
