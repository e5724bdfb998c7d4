"""Photos of people: round, with the initials where there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pa_manager.shell import theme
from pa_manager.shell.sizes import font_of, px


class Photo(QLabel):
    """The round photo of somebody. Without a photo it shows the initials; without a name, a head and shoulders."""

    def __init__(self, said: str = "", size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._picture = QImage()
        self._initials = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_photo(None, said)

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown, and not the initials."""
        return not self._picture.isNull()

    def show_photo(self, content: bytes | None, said: str) -> None:
        """Show another photo, or that there is none. ``said`` is the name of whoever it is."""
        name = said.removeprefix("Photo of ")
        self._picture = QImage.fromData(content) if content else QImage()
        self._initials = initials(name)
        told = "Photo" if self.has_photo else "No photo"
        self.setAccessibleName(f"{told} of {name}" if name else told)
        self.update()

    def sizeHint(self) -> QSize:
        """It grows with the text."""
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the photo, or what stands in its place, in a ring."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = min(self.width(), self.height())
        round_ = QRectF(1, 1, side - 2, side - 2)
        ring = QPainterPath()
        ring.addEllipse(round_)
        painter.setClipPath(ring)
        if self.has_photo:
            painter.drawImage(round_, self._picture, middle(self._picture))
        else:
            painter.fillPath(ring, QColor(colours.tint))
            self._draw_instead(painter, round_, QColor(colours.accent))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.edge), 1.5))
        painter.drawEllipse(round_)
        painter.end()

    def _draw_instead(self, painter: QPainter, round_: QRectF, ink: QColor) -> None:
        painter.setPen(ink)
        if self._initials:
            letters = font_of("label")
            letters.setPixelSize(max(1, round(round_.height() * 0.38)))
            painter.setFont(letters)
            painter.drawText(round_, Qt.AlignmentFlag.AlignCenter, self._initials)
            return
        side = round_.width()
        painter.setBrush(ink)
        painter.drawEllipse(QRectF(0.34 * side, 0.22 * side, 0.32 * side, 0.32 * side))
        painter.drawEllipse(QRectF(0.18 * side, 0.62 * side, 0.64 * side, 0.64 * side))


def initials(name: str) -> str:
    """Return the first letters of the first and of the last word of a name."""
    words = name.split()
    return "".join(word[0] for word in (words[0], words[-1])[: len(words)]).upper() if words else ""


def middle(picture: QImage) -> QRectF:
    """Return the square in the middle of a picture, a little above it where it is high: faces are there."""
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 3, side, side)
