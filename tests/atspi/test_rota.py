"""The rota of a week, laid out by keyboard alone and read back cell by cell, as a screen reader reads it."""

import pytest

from tests.atspi.conftest import a_display
from tests.atspi.program import Node, Program

DAYS = [
    "Monday 7 September 2026", "Tuesday 8 September 2026", "Wednesday 9 September 2026", "Thursday 10 September 2026",
    "Friday 11 September 2026", "Saturday 12 September 2026", "Sunday 13 September 2026",
]  # fmt: skip
EXPECTED = {
    ("Nobody yet", 3): "9am to 1.15pm, Day, 4:15 hours",
    ("Ada", 0): "9am to 1pm, Day, 4:00 hours, draft",
    ("Ada", 2): "9am to 1.15pm, Day, 4:15 hours, draft",
    ("Sam", 4): "10pm to 3am, Day, 5:00 hours, draft",
    ("Sam", 5): "until 3am from the night before",
}


@pytest.fixture
def display():
    """A display of its own: keys can go to no other program."""
    yield from a_display()


@pytest.fixture
def rota(start):
    """The rota of the example household, in a week that is still empty."""
    program = start(["-m", "pa_manager", "--example"], "PA Manager")
    program.find("list", "Screens")
    program.key("ctrl+6")
    program.find("list item", "Rota, open")
    program.key("alt+d")
    program.find("dialog", "Go to a day", states=["ACTIVE"])
    for part in ("7", "9", "2026"):
        program.key("ctrl+a")
        program.type(part)
        program.key("Tab")
    program.key("Return")
    program.wait_gone("dialog", "Go to a day")
    program.key("alt+w")
    return program


def arrive(program: Program, said: str) -> Node:
    """Wait until the user is in a cell that is read out so."""
    return program.wait_focus("table cell", said)


def type_times(program: Program, times: str, read: str) -> None:
    """Type times into the cell: the form opens with the first figure; then how they are read is its description."""
    program.type(times[0])
    program.wait_focus("text", "Times")
    program.type(times[1:])
    program.find("text", "Times", description=read)
    program.key("Return")
    program.wait_gone("dialog", "Add a shift")


def test_a_week_is_laid_out_by_keyboard_and_read_back_cell_by_cell(rota: Program):
    monday, wednesday, thursday, friday = DAYS[0], DAYS[2], DAYS[3], DAYS[4]
    ada, sam = "Ada Okonkwo", "Sam Tremaine"
    arrive(rota, f"Nobody yet, {monday}, nothing planned")
    rota.key("Down")
    arrive(rota, f"{ada}, {monday}, nothing planned")
    type_times(rota, "9-1", "Read as 9am to 1pm on Mon 7 Sep: 4:00 hours.")
    arrive(rota, f"{ada}, {monday}, 9am to 1pm, Day, 4:00 hours, draft")

    rota.key("ctrl+c", "Right", "Right", "ctrl+v")
    arrive(rota, f"{ada}, {wednesday}, 9am to 1pm, Day, 4:00 hours, draft")
    rota.key("shift+Right")
    arrive(rota, f"{ada}, {wednesday}, 9am to 1.15pm, Day, 4:15 hours, draft")
    rota.heard()
    rota.key("ctrl+c", "ctrl+v", "ctrl+Right", "ctrl+Up")
    arrive(rota, f"Nobody yet, {thursday}, 9am to 1.15pm, Day, 4:15 hours")
    assert any(told.startswith("Moved: Thu 10 Sep, 9am to 1.15pm, Nobody yet.") for told in rota.heard())

    rota.key("Down", "Down", "Right")
    arrive(rota, f"{sam}, {friday}, nothing planned")
    type_times(rota, "10pm-3", "Read as 10pm to 3am on Fri 11 Sep, into Saturday: 5:00 hours.")
    arrive(rota, f"{sam}, {friday}, 10pm to 3am, Day, 5:00 hours, draft")
    rota.key("Delete")
    arrive(rota, f"{sam}, {friday}, nothing planned")
    rota.key("ctrl+z")
    arrive(rota, f"{sam}, {friday}, 10pm to 3am, Day, 5:00 hours, draft")

    grid = rota.find("table", "Who comes when")
    size = rota.table(grid)
    assert [heading[:3] for heading in size["headings"]] == [day[:3] for day in DAYS]
    for row in range(size["rows"]):
        for column, day in enumerate(DAYS):
            who, *told = rota.cell(grid, row, column).name.split(", ")
            assert told[0] == day
            assert ", ".join(told[1:]) == EXPECTED.get(
                (who.removesuffix(" Okonkwo").removesuffix(" Tremaine"), column), "nothing planned"
            )
