"""What stands in the cell the user is in, and what came of what they did there."""

from collections.abc import Sequence

from pa_manager.shell.pieces.buttons import PlainButton
from pa_manager.shell.pieces.lines import Line, announce
from pa_manager.shell.pieces.words import Card


class Here(Card):
    """A card beneath the grid. The focus stays in the grid: what is new is announced."""

    def __init__(self) -> None:
        self.done = Line("", "label")
        self.done.setObjectName("done")
        self.more = PlainButton("Change all later ones too", "change later ones")
        self._where = Line("", "label", "soft")
        self._told = Line()
        super().__init__(self.done, self.more, self._where, self._told)
        self.show_done("")

    @property
    def said(self) -> str:
        """What came of the last act."""
        return self.done.text()

    def show_here(self, where: str, told: Sequence[str]) -> None:
        """Say what stands in a cell."""
        self._where.setText(where)
        self._told.setText("\n".join(told) or "Nothing is planned here.")
        self._told.setVisible(bool(where))

    def show_done(self, message: str, *, more: bool = False) -> None:
        """Say what came of an act; with ``more``, offer to let all later ones follow."""
        self.done.setText(message)
        self.done.setVisible(bool(message))
        self.more.setVisible(more)
        if message:
            announce(self, message)
