"""Icons: a few drawings of one line, in the colour of the words they stand beside."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_FOLDER = Path(__file__).parents[2] / "resources" / "icons"


@lru_cache(maxsize=256)
def icon(name: str, colour: str, pixels: int, sharpness: float = 1.0) -> QPixmap:
    """Return a drawing of ``resources/icons`` in a colour, so many pixels wide, sharp on a dense display too."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first window must not wait for it

    text = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", QColor(colour).name())
    drawn = QPixmap(round(pixels * sharpness), round(pixels * sharpness))
    drawn.setDevicePixelRatio(sharpness)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return drawn
