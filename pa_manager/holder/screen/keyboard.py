"""Who is at the keyboard."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pa_manager.holder.model import Person
from pa_manager.holder.presenter.keyboard import KeyboardPresenter, KeyboardView
from pa_manager.shell.pieces.buttons import PlainButton
from pa_manager.shell.pieces.keys import share_out
from pa_manager.shell.pieces.screens import MENU_KEYS, Screen
from pa_manager.shell.pieces.words import Card, soft
from pa_manager.shell.sizes import lay


class KeyboardScreen(Screen):
    """A button for each who may be here. Nothing is lost by going elsewhere without an answer."""

    def __init__(self, present: Callable[[KeyboardView], KeyboardPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Who is at the keyboard?", parent=parent)
        self._buttons: list[PlainButton] = []
        self._people = QWidget()
        self._beneath = QVBoxLayout(self._people)
        lay(self._beneath, gap=12)
        self.add(
            Card(self._people),
            soft("Nobody else sees this. You can go on without an answer. Those who help stand under About me."),
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)

    def show_people(self, people: Sequence[Person]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for person in people:
            button = PlainButton(person.words, person.name.casefold())
            button.clicked.connect(partial(self._choose, person))
            self._beneath.addWidget(button)
            button.show()
            self._buttons.append(button)
        if self.isVisible():
            share_out(self, MENU_KEYS)

    def _choose(self, person: Person, _ticked: bool = False) -> None:
        self._presenter.choose(person)
