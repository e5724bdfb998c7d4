"""How quick the rota is in the largest household: 12 PAs, day and night, two at once, for ten years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from time import perf_counter, process_time

from PySide6.QtWidgets import QApplication

from pa_manager.assistants.model import AssistantId, Rate, ShiftKind, Terms
from pa_manager.assistants.operations import engage_assistant
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.rota import store
from pa_manager.rota.model import ShiftPlan, notices_of
from pa_manager.rota.operations import ROTA, change_shift, read_publication
from pa_manager.rota.presenter import RotaPresenter
from pa_manager.rota.screen import RotaScreen
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.conftest import NOW, TODAY
from tests.rota.household import MONDAY, particulars

TURNS = ("7am-3pm", "3pm-11pm", "11pm-7am", "9am-5pm")


Took = tuple[float, float]
"""How long something took in milliseconds: by the clock, and of the processors' time."""


def rota_under_load(people: int = 12, weeks: int = 520, rounds: int = 7) -> dict[str, Took]:
    """Return how long it takes to show a week, to move a week on, to type a shift, and to change one.

    Each is with all sums and findings, and painted. Without weeks there is one person with one shift.
    """
    QApplication.instance() or QApplication([])
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    rates = (Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),)
    terms = Terms(from_day=date(2015, 1, 5), weekly_minutes=35 * 60, rates=rates)
    for number in range(people):
        person = replace(particulars(f"Person {number + 1}"), started_on=date(2015, 1, 5))
        runner.run(engage_assistant, particulars=person, terms=terms)
    runner.run(_plan_all, people=people, weeks=weeks)
    made: list[RotaPresenter] = []

    def present(view):
        made.append(RotaPresenter(view, runner, today=lambda: TODAY, go_to=lambda _place: None))
        return made[0]

    screen = RotaScreen(present)
    screen.resize(1100, 720)
    screen.show()
    (presenter,) = made
    shift = presenter._grid.lines[-1].shift
    texts = {
        "day": f"{shift.day}",
        "times": "9-1",
        "assistant": "1",
        "covered_by": "",
        "kind": "day",
        "outcome": "",
        "stream": "",
        "note": "",
        "reason": "",
        "needs": "",
        "people": "1",
    }
    turns = iter(range(10_000))

    def change():
        runner.run(change_shift, shift_id=shift.id, plan=replace(shift, span=_SPANS[next(turns) % 2]))

    found = {
        "a week shown": _median(presenter.refresh, rounds),
        "a week moved on": _median(presenter.earlier, rounds),
    }
    presenter.this_week()
    found["a shift typed, a key"] = _median(lambda: presenter.read_back(texts), rounds)
    found["a shift changed"] = _median(change, rounds)
    runner.run(change_shift, shift_id=shift.id, plan=replace(shift, span=_SPANS[1]))
    days = Period(MONDAY, MONDAY + timedelta(days=27))
    found["what is published read"] = _median(lambda: runner.read(read_publication, days=days, today=TODAY), rounds)
    presenter._pick_cell_of(shift, shift.id)
    steps = iter((1, -1) * rounds)
    found["a shift moved by a key"] = _median(lambda: presenter.nudge(next(steps)), rounds)
    screen.close()
    screen.deleteLater()
    return found


_SPANS = (span_from_text("9am-1pm"), span_from_text("9am-2pm"))


def _plan_all(work, *, people, weeks):
    """Plan all at once, as if brought in: ten years, one shift at a time, would take the bench minutes."""
    if not weeks:
        store.add(work, [ShiftPlan(day=MONDAY, span=_SPANS[0], assistant_id=AssistantId(1))])
        return ROTA
    first = MONDAY - timedelta(weeks=weeks - 2)
    store.add(
        work,
        [
            ShiftPlan(
                day=first + timedelta(days=day),
                span=span_from_text(turn),
                assistant_id=AssistantId((day * 2 + number + copy * 6) % people + 1),
            )
            for day in range(weeks * 7)
            for number, turn in enumerate(TURNS)
            for copy in range(2)
        ],
    )
    days = Period(first, first + timedelta(days=weeks * 7))
    store.add_publishing(work, days=days, at=NOW, notices=notices_of(store.of_days(work, days)))
    return ROTA


def _median(do: Callable[[], object], rounds: int) -> Took:
    wall, cpu = [], []
    for _ in range(rounds):
        start, worked = perf_counter(), process_time()
        do()
        QApplication.processEvents()
        wall.append((perf_counter() - start) * 1000)
        cpu.append((process_time() - worked) * 1000)
    return median(wall), median(cpu)
