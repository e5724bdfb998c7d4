"""What can be done with legal figures."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.figures.model import FigureId
from pa_manager.figures.operations import (
    FIGURES,
    add_figure,
    change_figure,
    list_added,
    list_figures,
    look_over,
    own_figures,
    remove_figure,
    things_to_do,
)
from pa_manager.file.work import NotFound
from pa_manager.law.dated import OwnFigure
from pa_manager.law.own_figures import DaysTurnedRound, NoSuchFigure
from pa_manager.values.errors import UserError
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.figures.test_model import WAGE


def _living_wage(runner, day):
    return next(each for each in runner.read(list_figures, day=day) if each.name == WAGE.name)


def test_a_figure_that_is_added_is_used_and_marked(runner):
    assert not _living_wage(runner, date(2027, 6, 1)).known
    assert runner.run(add_figure, figure=WAGE) == FIGURES
    assert runner.read(own_figures) == (WAGE,)
    shown = _living_wage(runner, date(2027, 6, 1))
    assert (shown.known, shown.own, shown.known_to) == (True, True, WAGE.last)


def test_a_figure_is_changed_and_removed_and_both_can_be_undone(runner):
    runner.run(add_figure, figure=WAGE)
    dearer = replace(WAGE, text="16: 8.50, 18: 11.60, 21: 13.40")
    assert runner.run(change_figure, figure_id=FigureId(1), figure=dearer) == FIGURES
    assert runner.read(own_figures) == (dearer,)
    assert runner.run(remove_figure, figure_id=FigureId(1)) == FIGURES
    assert runner.read(own_figures) == ()
    runner.undo()
    runner.undo()
    assert runner.read(own_figures) == (WAGE,)


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"name": "bus fare"}, NoSuchFigure),
        ({"last": date(2027, 3, 31)}, DaysTurnedRound),
        ({"text": "about thirteen pounds"}, UserError),
    ],
)
def test_what_cannot_be_used_is_refused(runner, changed, refused):
    with pytest.raises(refused):
        runner.run(add_figure, figure=replace(WAGE, **changed))
    runner.run(add_figure, figure=WAGE)
    with pytest.raises(refused):
        runner.run(change_figure, figure_id=FigureId(1), figure=replace(WAGE, **changed))
    assert runner.read(own_figures) == (WAGE,)


def test_a_figure_that_is_gone_is_neither_changed_nor_removed(runner):
    with pytest.raises(NotFound, match="no longer in the file"):
        runner.run(change_figure, figure_id=FigureId(7), figure=WAGE)
    with pytest.raises(NotFound):
        runner.run(remove_figure, figure_id=FigureId(7))


def test_what_looks_odd_is_said_and_kept(runner):
    dear = replace(WAGE, text="16: 84.00, 18: 115.00, 21: 132.00")
    (odd,) = runner.read(look_over, figure=dear)
    assert "far from the last figure" in odd
    runner.run(add_figure, figure=dear)
    (line,) = runner.read(list_added)
    assert (line.notes, line.standing) == ((odd,), "Look at it again")


def test_a_figure_is_not_held_against_itself(runner):
    runner.run(add_figure, figure=WAGE)
    assert runner.read(look_over, figure=WAGE, instead_of=FigureId(1)) == ()
    assert runner.read(look_over, figure=WAGE) != ()


def test_the_last_days_stand_first_among_those_added(runner):
    later = replace(WAGE, first=date(2028, 4, 1), last=date(2029, 3, 31))
    runner.run(add_figure, figure=WAGE)
    runner.run(add_figure, figure=later)
    assert [line.figure for line in runner.read(list_added)] == [later, WAGE]


def test_the_days_on_which_figures_run_out_are_a_thing_to_do(runner):
    assert runner.read(things_to_do, today=TODAY) == ()
    (task,) = runner.read(things_to_do, today=date(2027, 2, 5))
    assert task.text.startswith("The National Living Wage and 2 other legal figures are known up to 31 March 2027.")
    assert (task.place, task.due) == (Place("figures"), date(2027, 3, 31))


def test_a_figure_that_the_program_now_knows_better_is_a_thing_to_do(runner):
    guess = OwnFigure(name="Employment Allowance", first=date(2026, 4, 6), last=date(2027, 4, 5), text="11000")
    runner.run(add_figure, figure=guess)
    (task,) = runner.read(things_to_do, today=TODAY)
    assert task.text.endswith("the program now has £10,500.00. Remove yours to use it.")
    assert task.place == Place("figures", 1)
    (line,) = runner.read(list_added)
    assert line.standing == "The program now knows better"


def test_a_figure_that_another_version_kept_stays(runner):
    from pa_manager.figures import store  # noqa: PLC0415 -- no operation adds what no rule uses

    def put_in(work):
        store.add(work, replace(WAGE, name="bus fare", text="1"))
        return FIGURES

    runner.run(put_in)
    (line,) = runner.read(list_added)
    assert (line.words, line.notes[0].split(".")[0]) == ("1", "This version of the program has no use for this figure")
