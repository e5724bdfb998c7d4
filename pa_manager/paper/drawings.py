"""Simple line drawings, our own, that stand beside a heading for those who read pictures before words.

Each is drawn on a square of 24 by 24 from its upper left corner, as strokes: ``M`` moves, ``L`` draws a straight line,
``C`` a curve, ``Z`` closes; ``O`` is a ring (centre and radius), ``B`` a box (corner, width, height).
"""

from enum import Enum

SIDE = 24


class Drawing(Enum):
    """One drawing, by what it shows."""

    ARROW = "M 3 12 L 21 12 M 14 5 L 21 12 L 14 19"
    BULB = "M 9 16 C 9 13.5 6 12.5 6 9 C 6 1 18 1 18 9 C 18 12.5 15 13.5 15 16 Z M 9.5 19 L 14.5 19 M 10.5 22 L 13.5 22"
    CALENDAR = "B 3.5 5 17 16 M 3.5 10 L 20.5 10 M 8 2.5 L 8 7 M 16 2.5 L 16 7 M 8 15.5 L 11 18 L 16 13"
    CLOCK = "O 12 12 9.5 M 12 6 L 12 12 L 16 14.5"
    COIN = "O 12 12 9.5 M 15.5 8.5 C 14.5 6 9.5 6 9.5 10 C 9.5 13 11 14.5 8.5 17 L 15.5 17 M 8.2 12.5 L 13 12.5"
    CROSS = "O 12 12 9.5 M 8.5 8.5 L 15.5 15.5 M 15.5 8.5 L 8.5 15.5"
    EYE = "M 2 12 C 7 4 17 4 22 12 C 17 20 7 20 2 12 Z O 12 12 3"
    FLAG = "M 5.5 22 L 5.5 2.5 M 5.5 4 L 19 4 L 15.5 8.5 L 19 13 L 5.5 13"
    FROWN = "O 12 12 9.5 O 8.8 9.5 0.6 O 15.2 9.5 0.6 M 8 17 C 9.5 13.5 14.5 13.5 16 17"
    HEART = (
        "M 12 20.5 C 4 14.5 1.5 10.5 3.5 6.8 C 5.5 3.3 10.5 3.8 12 8 C 13.5 3.8 18.5 3.3 20.5 6.8"
        " C 22.5 10.5 20 14.5 12 20.5 Z"
    )
    HOUSE = (
        "M 2.5 12 L 12 3.5 L 21.5 12 M 5.5 9.5 L 5.5 20.5 L 18.5 20.5 L 18.5 9.5"
        " M 10 20.5 L 10 14.5 L 14 14.5 L 14 20.5"
    )
    LIST = (
        "M 3 6 L 4.8 8 L 8 4 M 3 13 L 4.8 15 L 8 11 B 3.3 17.5 4 4 M 11.5 6 L 21 6 M 11.5 13 L 21 13"
        " M 11.5 19.5 L 21 19.5"
    )
    MAGNIFIER = "O 10 10 7 M 15.2 15.2 L 21.5 21.5"
    NOTE = "M 8.5 18.5 L 8.5 4.5 L 19.5 2.5 L 19.5 16.5 M 8.5 9 L 19.5 7 O 6 18.5 2.5 O 17 16.5 2.5"
    PAPER = "M 5 2.5 L 14.5 2.5 L 19 7 L 19 21.5 L 5 21.5 Z M 8.5 9 L 15.5 9 M 8.5 13 L 15.5 13 M 8.5 17 L 13 17"
    PEOPLE = (
        "O 8.5 8 3.5 M 2 20.5 C 2 12.5 15 12.5 15 20.5 M 14.5 4.8 C 19.5 3.8 20 11 15.5 11.3"
        " M 17.5 14.2 C 20.5 15 22 17 22 20.5"
    )
    PERSON = "O 12 7.5 4.5 M 3.5 21.5 C 3.5 11.8 20.5 11.8 20.5 21.5"
    PHONE = "B 6.5 2 11 20 M 10.5 18.8 L 13.5 18.8 M 6.5 16 L 17.5 16 M 6.5 5 L 17.5 5"
    RAIN = (
        "M 7 15 C 2 15 2 9 6.5 8.8 C 7.5 3 15.5 3 16.5 8.3 C 22 8 22 15 17 15 Z M 8 18 L 7 21.5"
        " M 12.5 18 L 11.5 21.5 M 17 18 L 16 21.5"
    )
    RING = (
        "O 12 12 9.5 O 12 12 4 M 5.3 5.3 L 9.2 9.2 M 18.7 5.3 L 14.8 9.2 M 5.3 18.7 L 9.2 14.8 M 18.7 18.7 L 14.8 14.8"
    )
    SHIELD = (
        "M 12 2.5 L 20 5.5 L 20 11.5 C 20 16.5 16.5 20 12 21.8 C 7.5 20 4 16.5 4 11.5 L 4 5.5 Z"
        " M 8.3 11.8 L 11 14.5 L 15.8 9"
    )
    SIGNPOST = (
        "M 12 22 L 12 2 M 12 4 L 18.5 4 L 21.5 6.8 L 18.5 9.6 L 12 9.6"
        " M 12 11.5 L 5.5 11.5 L 2.5 14.3 L 5.5 17.1 L 12 17.1"
    )
    SMILE = "O 12 12 9.5 O 8.8 9.5 0.6 O 15.2 9.5 0.6 M 7.5 14.3 C 9.3 18 14.7 18 16.5 14.3"
    SPEECH = "M 3 4 L 21 4 L 21 16 L 12.5 16 L 7.5 21 L 7.5 16 L 3 16 Z M 7 8.3 L 17 8.3 M 7 11.8 L 14 11.8"
    STAR = "M 12 2.5 L 14.9 9 L 22 9.7 L 16.7 14.4 L 18.2 21.4 L 12 17.7 L 5.8 21.4 L 7.3 14.4 L 2 9.7 L 9.1 9 Z"
    SUN = (
        "O 12 12 4.5 M 12 1.5 L 12 4.5 M 12 19.5 L 12 22.5 M 1.5 12 L 4.5 12 M 19.5 12 L 22.5 12"
        " M 4.6 4.6 L 6.7 6.7 M 17.3 17.3 L 19.4 19.4 M 4.6 19.4 L 6.7 17.3 M 17.3 6.7 L 19.4 4.6"
    )
    TICK = "O 12 12 9.5 M 7.2 12.3 L 10.6 15.8 L 16.8 8.8"
    WARNING = "M 12 3 L 22.5 21 L 1.5 21 Z M 12 9.5 L 12 14.8 O 12 17.8 0.5"

    @property
    def strokes(self) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """The strokes, each with its letter and its numbers."""
        found: list[tuple[str, list[float]]] = []
        for word in self.value.split():
            if word.isalpha():
                found.append((word, []))
            else:
                found[-1][1].append(float(word))
        return tuple((letter, tuple(numbers)) for letter, numbers in found)
