"""Puts the parts together for an open file: every screen with its presenter, each offered to the window by name."""

from collections.abc import Callable
from datetime import date, datetime

from pa_manager.assistants.presenter import AssistantsPresenter
from pa_manager.assistants.screen import AssistantsScreen
from pa_manager.file.running import Runner
from pa_manager.funding.presenter import FundingPresenter
from pa_manager.funding.screen import FundingScreen
from pa_manager.holder.presenter import HolderPresenter
from pa_manager.holder.screen import HolderScreen
from pa_manager.plan.presenter import PlanPresenter
from pa_manager.plan.screen import PlanScreen
from pa_manager.rota.presenter import RotaPresenter
from pa_manager.rota.screen import RotaScreen
from pa_manager.shell.desk import Desk
from pa_manager.shell.window import Window
from pa_manager.values.clock import LONDON
from pa_manager.values.tasks import Place


def furnish(window: Window, runner: Runner, *, now: Callable[[], datetime], desk: Desk) -> None:
    """Offer the window every screen, home first, and open that one."""

    def today() -> date:
        return now().astimezone(LONDON).date()

    window.offer("holder", "About &me", lambda: HolderScreen(lambda v: HolderPresenter(v, runner, today=today)))
    window.offer("plan", "My pla&n", lambda: PlanScreen(lambda v: PlanPresenter(v, runner, today=today)))
    window.offer(
        "funding", "Mo&ney agreed", lambda: FundingScreen(lambda v: FundingPresenter(v, runner, today=today))
    )
    window.offer(
        "assistants", "My &PAs", lambda: AssistantsScreen(lambda v: AssistantsPresenter(v, runner, today=today))
    )
    window.offer("rota", "&Rota", lambda: RotaScreen(lambda v: RotaPresenter(v, runner, today=today)))
    window.go_to(Place(window.names[0]))
