"""The screens of the rota."""

from pa_manager.rota.screen.patterns import PatternsScreen
from pa_manager.rota.screen.rota import RotaScreen

__all__ = ["PatternsScreen", "RotaScreen"]
