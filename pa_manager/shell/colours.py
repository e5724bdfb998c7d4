"""The colours of the program: ink on paper and one accent, by day and by night, each pair checked for its contrast."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["bad", "warn", "good", "calm"]
"""How a thing stands: something is wrong, wants a look, is well, or is only told."""

TEXT = 4.5
"""How much darker than its ground text must be, or lighter."""
SHAPE = 3.0
"""How much an edge, a ring or an icon must stand out from its ground."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one light. ``line`` only decorates; all else carries meaning and is checked."""

    page: str
    card: str
    ink: str
    soft: str
    line: str
    edge: str
    accent: str
    on_accent: str
    deep: str
    tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    good: str
    good_tint: str
    focus: str
    glow: str = "#FFD84D"
    on_glow: str = "#1D2433"

    def of(self, tone: Tone) -> tuple[str, str]:
        """Return the colour of a tone, and the tint that lies behind it."""
        return {
            "bad": (self.bad, self.bad_tint),
            "warn": (self.warn, self.warn_tint),
            "good": (self.good, self.good_tint),
            "calm": (self.accent, self.tint),
        }[tone]

    def pairs(self) -> tuple[tuple[str, str, float], ...]:
        """Return every pair that meets the eye: what is drawn, the ground it lies on, and the contrast it needs."""
        grounds = (self.page, self.card, self.tint, self.warn_tint, self.bad_tint, self.good_tint)
        return (
            *((self.ink, ground, TEXT) for ground in grounds),
            *((self.soft, ground, TEXT) for ground in (self.page, self.card, self.tint)),
            *((self.accent, ground, TEXT) for ground in (self.page, self.card, self.tint)),
            (self.on_accent, self.accent, TEXT),
            (self.on_accent, self.deep, TEXT),
            (self.on_glow, self.glow, TEXT),
            (self.warn, self.warn_tint, TEXT),
            (self.bad, self.bad_tint, TEXT),
            (self.good, self.good_tint, TEXT),
            *((self.bad, ground, TEXT) for ground in (self.page, self.card)),
            *((self.edge, ground, SHAPE) for ground in (self.page, self.card)),
            *((self.focus, ground, SHAPE) for ground in grounds),
            *((mark, ground, SHAPE) for mark in (self.warn, self.bad, self.good) for ground in (self.page, self.card)),
        )


LIGHT = Colours(
    page="#FAF8F4",
    card="#FFFFFF",
    ink="#1D2433",
    soft="#4A5263",
    line="#DDD9D0",
    edge="#7A8292",
    accent="#0B5C63",
    on_accent="#FFFFFF",
    deep="#08474D",
    tint="#E2F0F0",
    warn="#7A4300",
    warn_tint="#FFF1D9",
    bad="#9B1C2B",
    bad_tint="#FDECEE",
    good="#1C5E38",
    good_tint="#E5F4EA",
    focus="#1D2433",
)
DARK = Colours(
    page="#14181F",
    card="#1D232C",
    ink="#F3F1EC",
    soft="#C2C8D2",
    line="#38404C",
    edge="#8B95A5",
    accent="#7ED6CF",
    on_accent="#0E1A1C",
    deep="#A3E6E0",
    tint="#1E3437",
    warn="#FFC873",
    warn_tint="#3A2C12",
    bad="#FF9DA6",
    bad_tint="#3D1C22",
    good="#8FDCA9",
    good_tint="#18331F",
    focus="#FFFFFF",
)


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21, as WCAG 2 reckons it.

    Example:
        Black on white stands 21 to 1 apart.
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
