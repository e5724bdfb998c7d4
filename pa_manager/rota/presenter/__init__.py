"""The rota, without a toolkit."""

from pa_manager.rota.presenter.rota import RotaPresenter, RotaView, Way

__all__ = ["RotaPresenter", "RotaView", "Way"]
