"""Sizes: everything is measured in the text, so that all grows with it.

One ``unit`` is a pixel while the text has its usual size, and two while it is twice as large. Type, margins and
gaps are asked for by name or in units; they are noted on the widget, so that ``renew`` can measure them again.
"""

from typing import Final, Literal

from PySide6.QtCore import QMargins
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLayout, QWidget

USUAL_POINTS: Final = 12.0
FAMILY: Final = "Atkinson Hyperlegible Next"
Type = Literal["text", "title", "lead", "heading", "figure", "label", "figures", "large"]
"""The type of a piece of text: what it is to the reader, not how it looks."""

_TYPES: Final[dict[str, tuple[float, QFont.Weight]]] = {
    "text": (1.0, QFont.Weight.Normal),
    "title": (1.9, QFont.Weight.Bold),
    "lead": (1.05, QFont.Weight.Normal),
    "heading": (1.25, QFont.Weight.DemiBold),
    "figure": (2.1, QFont.Weight.Bold),
    "label": (1.0, QFont.Weight.DemiBold),
    "figures": (1.0, QFont.Weight.Normal),
    "large": (1.7, QFont.Weight.DemiBold),
}
_TABULAR: Final = QFont.Tag("tnum")
_TYPE, _MARGINS, _GAP, _CHARACTERS, _LEAST = "paType", "paMargins", "paGap", "paCharacters", "paLeast"


def unit() -> float:
    """Return how many pixels a unit has: 1 at the usual text size."""
    return points() / USUAL_POINTS


def points() -> float:
    """Return the size of plain text, in points of 96 to the inch times 72."""
    font = QApplication.font()
    return font.pixelSize() * 0.75 if font.pixelSize() > 0 else font.pointSizeF()


def px(units: float) -> int:
    """Return a length in pixels that is given in units."""
    return round(units * unit())


def font_of(type_: Type) -> QFont:
    """Return the letters of a type, at the text size of now. ``figures`` stand in columns."""
    font = QFont(QApplication.font())
    factor, weight = _TYPES[type_]
    font.setPixelSize(round(points() / 0.75 * factor))
    font.setWeight(weight)
    if type_ == "figures":
        font.setFeature(_TABULAR, 1)
    return font


def set_type(widget: QWidget, type_: Type) -> None:
    """Set a widget in a type, and keep it so when the text size changes."""
    widget.setProperty(_TYPE, type_)
    widget.setFont(font_of(type_))


def lay(layout: QLayout, *, gap: float = 0, margins: tuple[float, float, float, float] = (0, 0, 0, 0)) -> None:
    """Give a layout its gap and its margins (left, top, right, bottom), in units."""
    layout.setProperty(_GAP, gap)
    layout.setProperty(_MARGINS, list(margins))
    _measure_layout(layout)


def set_characters(widget: QWidget, characters: int) -> None:
    """Let a widget be as wide as so many characters, and no wider."""
    widget.setProperty(_CHARACTERS, characters)
    _measure_widget(widget)


def set_least(widget: QWidget, *, width: float = 0, height: float = 0) -> None:
    """Let a widget be no smaller than this, in units."""
    widget.setProperty(_LEAST, [width, height])
    _measure_widget(widget)


def width_of(characters: int, font: QFont | None = None) -> int:
    """Return how many pixels so many characters of ordinary words take, with the edge of a field."""
    metrics = QFontMetrics(font or QApplication.font())
    return round(metrics.horizontalAdvance("n") * characters * 0.97) + px(28)


def renew() -> None:
    """Measure again all that was measured in units: the text size has changed."""
    for widget in QApplication.allWidgets():
        _measure_widget(widget)
        for layout in widget.findChildren(QLayout):
            if layout.parentWidget() is widget:
                _measure_layout(layout)


def _measure_widget(widget: QWidget) -> None:
    if type_ := widget.property(_TYPE):
        widget.setFont(font_of(type_))
    if characters := widget.property(_CHARACTERS):
        widget.setMaximumWidth(width_of(int(characters)))
    if least := widget.property(_LEAST):
        widget.setMinimumSize(px(least[0]), px(least[1]))


def _measure_layout(layout: QLayout) -> None:
    margins = layout.property(_MARGINS)
    if margins is None:
        return
    left, top, right, bottom = (px(float(part)) for part in margins)
    layout.setContentsMargins(QMargins(left, top, right, bottom))
    layout.setSpacing(px(float(layout.property(_GAP))))
