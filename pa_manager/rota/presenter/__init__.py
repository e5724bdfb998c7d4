"""The rota, without a toolkit."""

from pa_manager.rota.presenter.patterns import PatternsPresenter, PatternsView
from pa_manager.rota.presenter.rota import RotaPresenter, RotaView, Way

__all__ = ["PatternsPresenter", "PatternsView", "RotaPresenter", "RotaView", "Way"]
