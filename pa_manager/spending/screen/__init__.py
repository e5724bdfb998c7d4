"""The screens of money in and money out."""

from pa_manager.spending.screen.importing import ImportScreen
from pa_manager.spending.screen.spending import SpendingScreen
from pa_manager.spending.screen.statement import StatementScreen

__all__ = ["ImportScreen", "SpendingScreen", "StatementScreen"]
