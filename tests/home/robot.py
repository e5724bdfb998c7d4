"""Drives the screens of home the way a person would."""

from tests.shell.robot import Robot


class HomeRobot(Robot):
    """Reads where things stand, picks a thing to do and goes there."""

    def go_there(self) -> "HomeRobot":
        return self.press("open")

    def cards(self) -> list[tuple[str, str]]:
        from pa_manager.shell.pieces.words import FigureCard  # noqa: PLC0415 -- only robots know the widgets

        return [(card.figure, card.note) for card in self._screen.findChildren(FigureCard)]
