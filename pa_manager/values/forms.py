"""Forms: typed texts read one by one, so that all that is wrong is said at once."""

from collections.abc import Callable
from typing import TypeVar

from pa_manager.values.errors import UserError

T = TypeVar("T")


class Reading:
    """The reading of one form. ``errors`` holds the message for each field that could not be read."""

    def __init__(self) -> None:
        self.errors: dict[str, str] = {}

    def field(self, name: str, read: Callable[[str], T], text: str) -> T | None:
        """Return what a field says, or nothing if it cannot be read: then its error is noted."""
        try:
            return read(text)
        except UserError as error:
            self.errors[name] = str(error)
            return None

    def optional(self, name: str, read: Callable[[str], T], text: str) -> T | None:
        """Return what a field says, or nothing if it was left empty or cannot be read."""
        return self.field(name, read, text) if text.strip() else None

    def required(self, name: str, text: str, message: str) -> str:
        """Return the words typed, without blanks around them; note the message if there are none."""
        words = text.strip()
        if not words:
            self.errors[name] = message
        return words
