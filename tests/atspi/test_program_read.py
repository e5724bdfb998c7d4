"""The program itself on the example household: its tables and forms, and what a reader may do at any time."""

import sys
from pathlib import Path

import pytest

from tests.atspi.program import Node, Program

VAGUE = {"filler", "unknown", "invalid", "layered pane", "gone"}


@pytest.fixture(scope="module")
def program(display):
    """The program, in the example household."""
    program = Program(
        display, [sys.executable, "-m", "pa_manager", "--example"], "PA Manager", {"PYTHONPATH": str(Path.cwd())}
    )
    program.find("list", "Screens")
    yield program
    program.close()


def keys_of_screens(program: Program) -> list[tuple[str, str]]:
    """Return the title of each screen in the list, and the key that leads to it."""
    titles = [node.name.removesuffix(", open") for node in program.tree() if node.role == "list item"]
    keys = [f"ctrl+{number}" for number in range(1, 10)] + [f"ctrl+shift+{number}" for number in range(1, 10)]
    return list(zip(titles, keys, strict=False))


def faults(nodes: list[Node]) -> list[str]:
    """Return what takes the focus and does not say what it is, or what for."""
    return [
        str(node).strip()
        for node in nodes
        if "FOCUSABLE" in node.states and (not (node.name or node.labels) or node.role in VAGUE)
    ]


def test_every_row_of_every_table_is_read_whole(program: Program):
    seen = 0
    for _title, key in keys_of_screens(program):
        program.key(key)
        program.wait_focus("label")
        for table in [node for node in program.tree() if node.role == "table"]:
            told = program.table(table)
            assert all(told["headings"]), table.name
            first = program.cell(table, 0, 0)
            assert len(first.name.split()) > 1, f"{table.name}: {first.name}"
            seen += 1
    assert seen > 8


def test_a_reader_may_look_at_everything_while_screens_change(program: Program):
    """Qt's own scroll area ended the program when it was asked for a bar that had just gone."""
    for _ in range(3):
        for _title, key in keys_of_screens(program):
            program.key(key)
            program.tree()
        program.key("ctrl+1", "alt+c")
        program.tree()
        program.tree()
    assert program.process.poll() is None


def test_a_form_of_the_program_is_read_field_by_field(program: Program):
    program.key("ctrl+5")
    program.find("list item", "My PAs, open")
    program.press(program.find("push button", "Add a PA"))
    form = program.find("dialog", states=["ACTIVE"])
    assert form.name == "Add a PA"
    assert faults(program.tree()) == []
    assert program.wait_focus("text").description
    program.key("Escape")
    program.wait_gone("dialog", "Add a PA")


@pytest.mark.parametrize(
    ("button", "title"),
    [
        ("Open their file", "The file of a PA"),
        ("When they can work", "When a PA can work"),
        ("Checklist", "Checklist for a PA"),
        ("Statement and other papers", "Papers for a PA"),
    ],
)
def test_the_screens_of_a_pa_are_reached_and_read_by_keys_alone(program: Program, button: str, title: str):
    program.key("ctrl+5")
    program.find("list item", "My PAs, open")
    program.focus(program.find("table", "PAs"))
    program.key("Home")
    opener = program.find("push button", button, states=["SENSITIVE"])
    program.focus(opener)
    program.key("space")
    assert program.wait_focus("label").name.startswith(title)
    nodes = program.tree()
    assert faults(nodes) == []
    for table in [node for node in nodes if node.role == "table" and program.table(node)["rows"]]:
        assert len(program.cell(table, 0, 0).name.split()) > 2
