"""The table of what some days come to."""

from pa_manager.rota.model import RotaSums, SumKind, SumLine
from pa_manager.rota.screen.sums import SumsTable
from pa_manager.shell.pieces.screens import Screen
from pa_manager.values.money import Money
from tests.rota.household import WEEK
from tests.shell.robot import Robot

ADA = SumLine(kind=SumKind.ASSISTANT, name="Ada Okonkwo", minutes=630, agreed_minutes=600, cost=Money(150_00))
COUNCIL = SumLine(kind=SumKind.STREAM, name="Midshire", minutes=630, cost=Money(150_00), agreed=Money(200_00))


def shown(qtbot):
    screen, table = Screen("Rota"), SumsTable()
    screen.add(table)
    return table, Robot(qtbot, screen)


def test_sums_stand_in_a_table_with_a_sentence_beneath(qtbot):
    table, robot = shown(qtbot)
    table.show_sums(RotaSums(days=WEEK, lines=(ADA, COUNCIL), total=COUNCIL, gaps=1))
    assert robot.rows("what it comes to") == [
        ["Ada Okonkwo", "PA", "10:30 of 10:00", "£150.00", "", "0:30 hours more than agreed"],
        ["Midshire", "Money", "10:30", "£150.00", "£200.00", "£50.00 left"],
    ]
    assert table.said.endswith("The cost leaves out shifts: 1 that nobody has yet.")
    view = robot._table("what it comes to")
    assert view.model().said(1) == "Money Midshire, 10:30 hours, £150.00, £200.00 agreed, £50.00 left"


def test_without_shifts_there_is_a_sentence(qtbot):
    table, robot = shown(qtbot)
    table.show_sums(RotaSums(days=WEEK, lines=(), total=COUNCIL))
    assert (robot.rows("what it comes to"), table.said) == ([], "")
