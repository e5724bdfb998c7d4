"""The screen that tells every key."""

from collections.abc import Sequence

from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import paragraph

ActKeys = tuple[str, str, str]
"""An act: its menu, its words, its keys."""


class KeysScreen(Screen):
    """A table of the acts and their keys, and how the keyboard works elsewhere."""

    def __init__(self) -> None:
        super().__init__("Keys", "Everything can be done with the keyboard alone.")
        self._table = RowTable[ActKeys](
            "All keys",
            [
                Column("Where", lambda act: act[0]),
                Column("What it does", lambda act: act[1]),
                Column("Keys", lambda act: act[2]),
            ],
            key=lambda act: act,
        )
        self.add(
            paragraph("Tab goes to the next thing, Shift and Tab to the one before. Space or Enter presses a button."),
            paragraph("Hold Alt and press the underlined letter of a field or a button to go straight to it."),
            paragraph("Keys of a screen stand here once it has been open, for example those of the rota."),
            paragraph("In a table the arrows move, Enter opens the row, and Tab leaves. Escape leaves a form."),
            self._table,
        )

    def show_keys(self, acts: Sequence[ActKeys]) -> None:
        """Show the acts and their keys."""
        self._table.set_rows(acts)
