"""Words set in lines: how large, how dark, and where a line ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pa_manager.paper import fonts
from pa_manager.paper.fonts import Face

INK = "#1D2433"
SOFT = "#4A5263"
ACCENT = "#0B5C63"


@dataclass(frozen=True, slots=True)
class Letters:
    """How a text looks. Sizes are in points of the ordinary print; large print multiplies them."""

    face: Face = Face.PLAIN
    size: float = 12
    ink: str = INK
    spacing: float = 1.32

    def enlarged(self, scale: float) -> "Letters":
        """Return the same letters for a print of another size."""
        return replace(self, size=self.size * scale)

    @property
    def leading(self) -> float:
        """The height of a line, from one to the next."""
        return self.size * self.spacing

    @property
    def rise(self) -> float:
        """How far below the top of its line a text stands."""
        above, below = fonts.height(self.face)
        return (self.leading - (above + below) * self.size) / 2 + above * self.size

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return fonts.width(text, self.face) * self.size


def lines(text: str, letters: Letters, room: float) -> list[str]:
    """Return the text in lines that fit the room. A word too long for any line is parted."""
    return [line for part in text.split("\n") for line in _lines(fonts.cleaned(part), letters, room)]


def _lines(text: str, letters: Letters, room: float) -> Iterator[str]:
    if letters.width(text) <= room:
        yield text
        return
    gap, line, reached = letters.width(" "), "", 0.0
    for word in _fitting(text.split(" "), letters, room):
        wide = letters.width(word)
        if line and reached + gap + wide > room:
            yield line
            line, reached = word, wide
        elif line:
            line, reached = f"{line} {word}", reached + gap + wide
        else:
            line, reached = word, wide
    yield line


def _fitting(words: list[str], letters: Letters, room: float) -> Iterator[str]:
    for word in words:
        rest = word
        while rest and letters.width(rest) > room:
            count = max(1, next(n for n in range(1, len(rest) + 1) if letters.width(rest[:n]) > room) - 1)
            yield rest[:count]
            rest = rest[count:]
        if rest:
            yield rest
