"""The rota, without a toolkit."""

from pa_manager.rota.presenter.patterns import PatternsPresenter, PatternsView
from pa_manager.rota.presenter.rota import RotaPresenter
from pa_manager.rota.presenter.view import RotaView, Shown, Way

__all__ = ["PatternsPresenter", "PatternsView", "RotaPresenter", "RotaView", "Shown", "Way"]
