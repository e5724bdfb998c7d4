"""The screens of money in and money out, without a toolkit."""

from pa_manager.spending.presenter.choosing import ChooseFile
from pa_manager.spending.presenter.importing import ImportPresenter, ImportView
from pa_manager.spending.presenter.spending import SpendingPresenter, SpendingView
from pa_manager.spending.presenter.statement import StatementPresenter, StatementView

__all__ = [
    "ChooseFile",
    "ImportPresenter",
    "ImportView",
    "SpendingPresenter",
    "SpendingView",
    "StatementPresenter",
    "StatementView",
]
