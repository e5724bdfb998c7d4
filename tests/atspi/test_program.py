"""The real program on a display, worked by keyboard alone and read as a screen reader reads it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.atspi.conftest import a_display
from tests.atspi.program import Node, Program
from tests.paper.reading import text_of

MOST_TABS = 80
PATIENT_ASKS = 400
SCREENS = 11
SILENT = {"filler", "unknown", "invalid", "redundant object"}


def reach(program: Program, name: str) -> Node:
    """Press Tab until the focus is on a thing of this name; return it."""
    met: list[str] = []
    for _ in range(MOST_TABS):
        here = program.focused()
        if here is not None and name in (here.name, *here.labels):
            return here
        program.key("Tab")
        met.append(str(_other_than(program, here)))
    raise AssertionError(f"Tab never reached {name!r}, only:\n" + "\n".join(met))


def _other_than(program: Program, before: Node | None) -> Node | None:
    for _ in range(PATIENT_ASKS):
        now = program.focused()
        if now is not None and (before is None or now.number != before.number):
            return now
    return before


def press(program: Program, name: str) -> None:
    """Reach a button and press it with the space bar."""
    reach(program, name)
    program.key("space")


def fill(program: Program, name: str, text: str) -> None:
    """Reach a field and type into it, in place of what is there."""
    reach(program, name)
    program.key("ctrl+a")
    program.type(text)


def fill_day(program: Program, day: str) -> None:
    """Reach the next three boxes of a day and type into them."""
    for box, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
        fill(program, box, part)


@pytest.fixture
def display():
    """A display of its own for each program, so that keys can go to no other."""
    yield from a_display()


@pytest.fixture
def example(start):
    return start(["-m", "pa_manager", "--example"], "PA Manager")


def test_everything_on_every_screen_has_a_name_a_role_and_a_place(example):
    heard = []
    for number in range(SCREENS):
        example.key(f"ctrl+{number + 1}" if number < 9 else f"ctrl+shift+{number - 8}")
        entries = [node for node in example.tree() if node.role == "list item"]
        example.find("list item", f"{entries[number].name.removesuffix(', open')}, open")
        nodes = example.tree()
        for node in nodes:
            if "FOCUSABLE" in node.states:
                assert node.name or node.labels, f"nameless on screen {number}: {node}"
                assert node.role not in SILENT, f"of no kind on screen {number}: {node}"
        heard.append(next(node.name for node in nodes if node.role == "label"))
    assert len(set(heard)) == SCREENS
    assert heard[0].startswith("Good morning, Jean. Wednesday 10 June 2026.")


def make_file(program: Program, folder: Path) -> None:
    """Make Jean's file at the door, and go in."""
    press(program, "Start for someone")
    program.find("dialog", "Start for someone")
    fill(program, "Who is it for?", "Jean Pellow")
    fill(program, "Where the file is kept", str(folder))
    for box in ("Password", "Password again"):
        fill(program, box, "four good words here")
    press(program, "Make the file")
    program.wait_gone("dialog", "Start for someone")
    program.find("label", "Recovery code")
    reach(program, "The code is on paper")
    program.key("space")
    press(program, "Go on to the file")
    program.find("list item", "Home, open")


def bring_in(program: Program, bank_file: Path) -> None:
    """Open the account and bring in a bank file."""
    program.key("ctrl+9")
    program.find("list item", "Spending, open")
    press(program, "Open an account")
    program.find("dialog", "Open an account")
    fill(program, "Name", "Direct payment account")
    fill_day(program, "1 4 2026")
    fill(program, "Opening balance", "1842.17")
    press(program, "Keep")
    program.wait_gone("dialog", "Open an account")
    press(program, "Bring in a bank file")
    press(program, "Choose a file")
    program.wait_focus("text", "File name:")
    program.type(str(bank_file))
    program.key("Return")
    program.find("table", "Rows of the file")
    press(program, "Bring in 26 lines")
    program.find("push button", "Choose a file")


def test_from_an_empty_computer_to_the_return_by_keyboard_alone(start, tmp_path):
    bank_file, paper = tmp_path / "lloyds.csv", tmp_path / "return.pdf"
    shutil.copy(Path("resources/example/lloyds.csv"), bank_file)
    program = start(["-m", "pa_manager"], "PA Manager")
    program.find("push button", "Start for someone")
    make_file(program, tmp_path)
    bring_in(program, bank_file)

    program.key("ctrl+shift+2")
    program.find("list item", "Returns, open")
    press(program, "Start a return")
    program.find("dialog", "Start a return")
    fill_day(program, "1 4 2026")
    fill_day(program, "8 6 2026")
    press(program, "Start the return")
    program.wait_gone("dialog", "Start a return")
    table = program.find("table", "Figures")
    said = [program.cell(table, row, 0).name for row in range(program.table(table)["rows"])]
    assert any(row.endswith("£2,582.21") and "Balance at the end, 8 June 2026" in row for row in said)
    assert "What is left, and the bank: Difference, £0.00" in said

    press(program, "Show the paper")
    press(program, "Save as a file")
    program.wait_focus("text", "File name:")
    program.key("ctrl+a")
    program.type(str(paper))
    program.key("Return")
    program.wait_gone("text", "File name:")
    text = text_of(paper.read_bytes())
    assert "£2,582.21" in text
    assert "Jean Pellow" in text
