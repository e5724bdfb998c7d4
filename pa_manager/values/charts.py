"""What a chart shows, on a screen or on paper: rows of a name, a size and the size in words."""

from typing import NamedTuple


class Bar(NamedTuple):
    """One bar or one point.

    Attributes:
        value: How large it is against the others, in pence, minutes or whatever they all are; may be below nil.
        said: The size in words, which stands beside it.
        marked: Whether it stands out as wrong: its pattern is another, and ``said`` must say why.
    """

    label: str
    value: int
    said: str
    marked: bool = False


def span_of(bars: tuple[Bar, ...], most: int = 0) -> tuple[int, int]:
    """Return the least and the greatest value to leave room for; nil and ``most`` are always between, and they differ.

    Example: bars of 300 and -50 lie between -50 and 300; bars of nil between 0 and 1.
    """
    values = [bar.value for bar in bars]
    low, high = min(0, *values, 0), max(0, *values, most)
    return low, high if high > low else low + 1


def summary_of(bars: tuple[Bar, ...]) -> str:
    """Return all bars in one sentence, for those who do not see them.

    Example: ``Money in: £310.00; Wages: £264.00.``
    """
    return "; ".join(f"{bar.label}: {bar.said}" for bar in bars) + "." if bars else "There is nothing to draw yet."
