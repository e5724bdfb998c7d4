"""How quick the rota is in the largest household: 12 PAs, day and night, two at once, for ten years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QApplication

from pa_manager.assistants.model import AssistantId, Rate, ShiftKind, Terms
from pa_manager.assistants.operations import engage_assistant
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.rota import store
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import ROTA, change_shift
from pa_manager.rota.presenter import RotaPresenter
from pa_manager.rota.screen import RotaScreen
from pa_manager.values.clock import span_from_text
from pa_manager.values.money import Money
from tests.conftest import NOW, TODAY
from tests.rota.household import MONDAY, particulars

TURNS = ("7am-3pm", "3pm-11pm", "11pm-7am", "9am-5pm")


def rota_week_under_load(weeks: int = 520, rounds: int = 7) -> dict[str, float]:
    """Return the medians, in milliseconds, of showing a week, moving a week on, and changing a shift."""
    QApplication.instance() or QApplication([])
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    rates = (Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),)
    terms = Terms(from_day=date(2015, 1, 5), weekly_minutes=35 * 60, rates=rates)
    for number in range(12):
        person = replace(particulars(f"Person {number + 1}"), started_on=date(2015, 1, 5))
        runner.run(engage_assistant, particulars=person, terms=terms)
    runner.run(_plan_all, weeks=weeks)
    made: list[RotaPresenter] = []

    def present(view):
        made.append(RotaPresenter(view, runner, today=lambda: TODAY, go_to=lambda _place: None))
        return made[0]

    screen = RotaScreen(present)
    screen.resize(1100, 720)
    screen.show()
    (presenter,) = made
    shift = presenter._grid.lines[10].shift
    turns = iter(range(10_000))

    def change():
        runner.run(change_shift, shift_id=shift.id, plan=replace(shift, note=f"{next(turns)}"))

    found = {
        "rota week shown": _median(presenter.refresh, rounds),
        "rota week moved on": _median(presenter.earlier, rounds),
    }
    presenter.this_week()
    found["rota shift changed"] = _median(change, rounds)
    screen.close()
    screen.deleteLater()
    return found


def _plan_all(work, *, weeks):
    """Plan all at once, as if brought in: ten years, one shift at a time, would take the bench minutes."""
    first = MONDAY - timedelta(weeks=weeks - 2)
    store.add(
        work,
        [
            ShiftPlan(
                day=first + timedelta(days=day),
                span=span_from_text(turn),
                assistant_id=AssistantId((day * 2 + number + copy * 6) % 12 + 1),
            )
            for day in range(weeks * 7)
            for number, turn in enumerate(TURNS)
            for copy in range(2)
        ],
    )
    return ROTA


def _median(do: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = perf_counter()
        do()
        QApplication.processEvents()
        times.append((perf_counter() - start) * 1000)
    return median(times)
