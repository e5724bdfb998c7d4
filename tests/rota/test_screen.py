"""The rota screen, on Qt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from pa_manager.assistants.operations import keep_photo
from pa_manager.rota.presenter import RotaPresenter
from pa_manager.rota.screen import RotaScreen
from pa_manager.shell.pieces.grids import ChipGrid
from pa_manager.shell.window import screen_keys
from tests.paper.test_photos import picture
from tests.rota.household import ADA, MONDAY, SAM, engage_two, plan
from tests.rota.robot import RotaRobot
from tests.shell.checks import every_fault

SHIFT = Qt.KeyboardModifier.ShiftModifier
HELD = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(runner, today):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    plan(runner, MONDAY, "10pm-7am", SAM, kind="sleep_in", note="Key safe")
    return RotaScreen(lambda view: RotaPresenter(view, runner, today=today, go_to=lambda place: None))


@pytest.fixture
def robot(qtbot, screen):
    return RotaRobot(qtbot, screen)


def test_the_week_as_a_list(robot):
    assert robot.title() == "Rota, 18 to 24 May 2026"
    assert robot.shifts() == [
        ["Mon 18", "9am to 1pm", "Ada Okonkwo", "Day", "4:00", "Draft", ""],
        ["Mon 18", "10pm to 7am", "Sam Tremaine", "Sleep-in", "9:00", "Draft", "Key safe"],
    ]
    assert robot.absences() == []


def test_a_row_is_read_out_whole(robot, screen):
    index = screen.findChild(QTableView, "shifts").model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Sam Tremaine, Monday 18 May 2026, 10pm to 7am, Sleep-in, 9:00 hours, draft, Key safe"
    )


def test_adding_a_shift_for_two(robot):
    robot.add_shift("20 5 2026", "0900 til 1700", "1", second_pa="2", note="Outing")
    assert [row[2] for row in robot.shifts()] == ["Ada Okonkwo", "Sam Tremaine", "Ada Okonkwo", "Sam Tremaine"]
    assert robot.done() == "Kept: Wed 20 May, 9am to 5pm."


def test_what_cannot_be_read_is_said_beside_its_field(robot):
    robot.add_shift("20 5 2026", "in the morning", "1", note="Outing")
    assert robot.error_of("times")
    assert robot.text_of("note") == "Outing"
    assert len(robot.shifts()) == 2


def test_entering_a_row_changes_the_shift(robot):
    robot.choose("in which form", "list").activate(0, "shifts")
    assert robot.text_of("times") == "9am to 1pm"
    robot.fill_form(times="9-2", pa="").press("keep")
    assert robot.shifts()[0][:5] == ["Mon 18", "9am to 2pm", "Nobody yet", "Day", "5:00"]


def test_taking_a_shift_off(robot):
    robot.choose("in which form", "list")
    assert not robot.can_press("remove")
    robot.pick(0, "shifts").press("remove")
    assert len(robot.shifts()) == 1
    assert robot.result().endswith("Undo brings it back.")


def test_from_week_to_week(robot):
    robot.press("later").press("copy")
    assert (robot.title(), len(robot.shifts())) == ("Rota, 25 to 31 May 2026", 2)
    robot.press("copy")
    assert robot.problem().startswith("The week of 18 to 24 May 2026")
    robot.press("earlier").press("earlier")
    assert robot.title() == "Rota, 11 to 17 May 2026"
    robot.press("today")
    assert robot.title() == "Rota, 18 to 24 May 2026"


def test_somebody_is_away_and_then_not(robot):
    robot.away("1", "18 5 2026")
    assert robot.shifts()[0][2:] == ["Nobody yet", "Day", "4:00", "", "Ada Okonkwo cannot come: on holiday."]
    assert robot.absences() == [["Ada Okonkwo", "Holiday", "18 May 2026", ""]]
    robot.pick(0, "who is away").press("take back")
    assert robot.absences() == []


def test_a_shift_is_pointed_out(robot, screen, runner):
    plan(runner, MONDAY.replace(month=6, day=1), "9-1")
    screen.point_out(3)
    assert (robot.title(), robot.picked("shifts")) == ("Rota, 1 to 7 June 2026", 0)
    assert robot.can_press("remove")
    assert robot.cell() == "Nobody yet, Monday 1 June 2026, 9am to 1pm, Day, 4:00 hours"


def test_a_shift_is_started_by_typing_its_times(robot):
    robot.go_to_cell(1, 2)
    assert robot.cell() == "Ada Okonkwo, Wednesday 20 May 2026, nothing planned"
    robot.type_in_cell("9")
    assert (robot.text_of("which day"), robot.text_of("times"), robot.text_of("pa")) == ("20 5 2026", "9", "1")
    robot.type_on("-1")
    assert robot.hint_of("times") == "Read as 9am to 1pm on Wed 20 May: 4:00 hours."
    ahead = robot.hint_of("why it is all right")
    assert "With this shift, the days shown come to 8:00 hours cost" in ahead
    robot.press("keep")
    assert robot.cell() == "Ada Okonkwo, Wednesday 20 May 2026, 9am to 1pm, Day, 4:00 hours, draft"
    assert robot.in_grid()


def test_keys_move_shifts_hand_them_over_and_take_them_off(robot):
    robot.go_to_cell(1, 0).key(Qt.Key.Key_Right, HELD)
    assert robot.cell() == "Ada Okonkwo, Tuesday 19 May 2026, 9am to 1pm, Day, 4:00 hours, draft"
    robot.key(Qt.Key.Key_Up, HELD)
    assert robot.cell() == "Nobody yet, Tuesday 19 May 2026, 9am to 1pm, Day, 4:00 hours"
    robot.key(Qt.Key.Key_Delete)
    assert robot.done() == "Tue 19 May, 9am to 1pm, Nobody yet, is off the rota. Undo brings it back."


def test_a_letter_alone_does_nothing(robot):
    robot.go_to_cell(1, 0).type_in_cell("d")
    assert robot.form is None


def test_several_in_a_cell_are_asked_about(robot):
    robot.add_shift("18 5 2026", "5pm-8pm", "1").go_to_cell(1, 1).go_to_cell(1, 0).key(Qt.Key.Key_Return)
    robot.choose("shift", "3").press("keep")
    assert robot.text_of("times") == "5pm to 8pm"
    assert robot.hint_of("times").startswith("Read as 5pm to 8pm on Mon 18 May: 3:00 hours.")


def test_space_picks_one_of_several_and_it_is_read_out(robot):
    robot.add_shift("18 5 2026", "5pm-8pm", "1").go_to_cell(1, 1).go_to_cell(1, 0)
    assert robot.cell().startswith("Ada Okonkwo, Monday 18 May 2026, 9am to 1pm, Day, 4:00 hours, draft, 5pm to 8pm")
    robot.key(Qt.Key.Key_Space).key(Qt.Key.Key_Space)
    assert robot.cell().startswith("5pm to 8pm, Day, 3:00 hours, draft, 2 of 2 here. Ada Okonkwo, Monday 18 May 2026")
    robot.key(Qt.Key.Key_Right, SHIFT)
    assert robot.done() == "Changed: Mon 18 May, 5pm to 8.15pm, Ada Okonkwo."
    assert robot.cell().startswith("5pm to 8.15pm, Day, 3:15 hours, draft, 2 of 2 here.")
    robot.key(Qt.Key.Key_Space).key(Qt.Key.Key_Return)
    assert robot.text_of("times") == "9am to 1pm"


def test_a_shift_is_dragged_to_another_cell_or_copied_there(robot):
    robot.drag((1, 0), (2, 3))
    assert robot.done() == "Moved: Thu 21 May, 9am to 1pm, Sam Tremaine."
    robot.drag((2, 3), (0, 4), held=Qt.KeyboardModifier.ControlModifier)
    assert robot.done() == "Copied: Fri 22 May, 9am to 1pm, Nobody yet."
    assert [row[2] for row in robot.shifts()] == ["Sam Tremaine", "Sam Tremaine", "Nobody yet"]


def test_an_end_is_pulled_and_what_comes_of_it_is_shown_before(robot, screen):
    robot.drag((1, 0), (1, 0), end=True, by=20)
    assert robot.done() == "Changed: Mon 18 May, 9am to 1.30pm, Ada Okonkwo."
    robot.drag((1, 0), (1, 0), by=2)
    assert robot.shifts()[0][1] == "9am to 1.30pm"


def test_escape_lets_go_of_what_the_mouse_holds(robot):
    robot.drag((1, 0), (2, 3), escape=True)
    assert robot.shifts()[0][:3] == ["Mon 18", "9am to 1pm", "Ada Okonkwo"]


def test_the_menu_of_a_cell_has_every_act_with_its_key(robot, screen):
    robot.go_to_cell(1, 0)
    menu = robot.menu()
    told = {act.text(): act.shortcut().toString() for act in menu.actions() if not act.menu()}
    assert told["Take it off the rota"] == "Del"
    within = {act.text(): act.shortcut().toString() for act in menu.actions()[2].menu().actions()}
    assert within["To whoever is above"] == "Ctrl+Up"
    menu.close()
    next(act for act in menu.actions() if act.text() == "Take it off the rota").trigger()
    assert len(robot.shifts()) == 1


def test_undo_leaves_the_user_in_the_grid(robot, screen):
    robot.go_to_cell(1, 0)
    screen.show_result("Undone: Change shift.")
    assert robot.in_grid()
    assert robot.done() == "Undone: Change shift."


def test_nobody_sees_the_days_beyond_a_month(robot):
    robot.choose("show", "month").press("go to a day").fill_form(first_day_to_show="1 6 2026").press("keep")
    assert robot.title() == "Rota, 1 to 30 June 2026"
    robot.go_to_cell(12, 6)
    assert robot.cell() == "Nobody yet, Sunday 5 July 2026, not among the days shown"


def test_four_weeks_from_any_day(robot):
    robot.choose("show", "four_weeks")
    assert robot.title() == "Rota, 18 May to 14 June 2026"
    assert len(robot.rows("who comes when")) == 12
    robot.press("go to a day").fill_form(first_day_to_show="20 5 2026").press("keep")
    assert robot.title() == "Rota, 20 May to 16 June 2026"
    assert robot.headings("who comes when")[0] == "Wed"


@pytest.mark.parametrize("way", ["week", "month", "day", "list"])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_everyone_can_use_each_view(qtbot, looks, screen, way, size):
    looks.set_size(size)
    robot = RotaRobot(qtbot, screen)
    screen.resize(940, 640)
    robot.choose(*("in which form", "list") if way == "list" else ("show", way))
    assert every_fault(screen) == []


def test_left_and_right_are_days_also_where_the_cells_are_folded(qtbot, robot, screen, looks):
    looks.set_size(200)
    qtbot.waitUntil(lambda: screen.findChild(ChipGrid)._model.folded)
    robot.go_to_cell(1, 0).key(Qt.Key.Key_Right)
    assert robot.cell() == "Ada Okonkwo, Tuesday 19 May 2026, nothing planned"
    robot.key(Qt.Key.Key_PageDown).key(Qt.Key.Key_Left)
    assert robot.cell().startswith("Sam Tremaine, Monday 18 May 2026")
    robot.key(Qt.Key.Key_PageDown)
    assert robot.cell().startswith("Sam Tremaine, Monday 18 May 2026")


def test_a_photo_stands_where_the_initials_did(robot, screen, runner):
    names = screen.findChild(QTableView, "who comes when").verticalHeader()
    before = names.grab().toImage()
    runner.run(keep_photo, assistant_id=SAM, content=picture((60, 40)))
    assert names.grab().toImage() != before


def test_the_list_of_keys_names_those_of_the_grid(robot, screen):
    told = screen_keys({"rota": screen}, {"rota": "&Rota"})
    assert ("Rota", "Move it: A day later", "Ctrl+Right") in told
    assert ("Rota", "Make it longer or shorter: End 15 minutes later", "Shift+Right") in told
    assert ("Rota", "Open what is here", "Enter") in told
    keys = [key for _, _, key in told]
    assert len(keys) == len(set(keys))
