"""What draws on a page: words, rules, shading, pictures. What is drawn is either read aloud or marked as decoration."""

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pa_manager.paper import fonts
from pa_manager.paper.drawings import SIDE, Drawing
from pa_manager.paper.letters import INK, Letters
from pa_manager.paper.tags import Marker, Tag


class Pen:
    """Draws from the top down: every height is measured from the foot of the page, as PDF does."""

    def __init__(self, canvas: Canvas, marker: Marker) -> None:
        self._canvas = canvas
        self._marker = marker
        self._bookmarks = 0
        self._level = -1
        self._ink = ""

    def begin_page(self) -> None:
        """Begin another page, on which no colour is set yet."""
        self._ink = ""

    def words(self, tag: Tag | None, text: str, letters: Letters, x: float, top: float) -> None:
        """Write one line whose upper edge is at ``top``. Without a tag it is not read aloud."""
        marked = self._marker.part_of(tag) if tag else self._marker.decoration("Pagination")
        with marked:
            self._write(text, letters, x, top - letters.rise)

    def rule(self, x: float, y: float, *, to: float, thick: float = 0.5, ink: str = INK) -> None:
        """Draw a level line."""
        with self._marker.decoration():
            self._canvas.setStrokeColor(HexColor(ink))
            self._canvas.setLineWidth(thick)
            self._canvas.line(x, y, to, y)

    def shade(self, x: float, bottom: float, *, width: float, height: float, ink: str) -> None:
        """Fill a rectangle."""
        with self._marker.decoration():
            self._fill(ink)
            self._canvas.rect(x, bottom, width, height, stroke=0, fill=1)

    def bar(self, tag: Tag, corner: tuple[float, float], size: tuple[float, float], *, ink: str, striped: bool) -> None:
        """Draw a bar of a chart: filled, or striped and edged so that it is told apart without colour."""
        (left, bottom), (width, height) = corner, size
        with self._marker.part_of(tag):
            self._canvas.saveState()
            self._canvas.setStrokeColor(HexColor(ink))
            self._canvas.setFillColor(HexColor(ink))
            self._canvas.setLineWidth(height / 12)
            self._canvas.rect(left, bottom, width, height, stroke=1, fill=not striped)
            if striped:
                path = self._canvas.beginPath()
                path.rect(left, bottom, width, height)
                self._canvas.clipPath(path, stroke=0, fill=0)
                step = height / 2.5
                for number in range(-3, int(width / step) + 1):
                    start = left + number * step
                    self._canvas.line(start, bottom, start + height, bottom + height)
            self._canvas.restoreState()
            self._ink = ""

    def box(self, tag: Tag, x: float, bottom: float, *, side: float, ticked: bool) -> None:
        """Draw a square to tick."""
        with self._marker.part_of(tag):
            self._canvas.setStrokeColor(HexColor(INK))
            self._canvas.setLineWidth(side / 10)
            self._canvas.rect(x, bottom, side, side, stroke=1, fill=0)
            if ticked:
                self._canvas.setLineWidth(side / 6)
                corners = [(0.2, 0.5), (0.42, 0.25), (0.82, 0.8)]
                points = [(x + right * side, bottom + up * side) for right, up in corners]
                self._canvas.lines([(*points[0], *points[1]), (*points[1], *points[2])])

    def picture(self, tag: Tag, image: ImageReader, corner: tuple[float, float], size: tuple[float, float]) -> None:
        """Draw a picture whose lower left corner and size are given."""
        with self._marker.part_of(tag):
            self._canvas.drawImage(image, *corner, *size, mask="auto")

    def round_picture(self, tag: Tag, image: ImageReader, corner: tuple[float, float], side: float) -> None:
        """Draw the square in the middle of a picture, a little above it where it is high, within a circle."""
        across, down = image.getSize()
        scale = side / min(across, down)
        wide, high = across * scale, down * scale
        (left, bottom), radius = corner, side / 2
        with self._marker.part_of(tag):
            self._canvas.saveState()
            ring = self._canvas.beginPath()
            ring.circle(left + radius, bottom + radius, radius)
            self._canvas.clipPath(ring, stroke=0, fill=0)
            self._canvas.drawImage(image, left - (wide - side) / 2, bottom - (high - side) * 2 / 3, wide, high)
            self._canvas.restoreState()

    def drawing(self, drawing: Drawing, corner: tuple[float, float], side: float, *, ink: str) -> None:
        """Draw a line drawing whose upper left corner is given. It only goes with words, and is not read aloud."""
        left, top, each = *corner, side / SIDE
        canvas = self._canvas
        with self._marker.decoration():
            canvas.saveState()
            canvas.setStrokeColor(HexColor(ink))
            canvas.setLineWidth(1.7 * each)
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
            path = canvas.beginPath()
            for letter, numbers in drawing.strokes:
                at = [left + n * each if not place % 2 else top - n * each for place, n in enumerate(numbers)]
                match letter:
                    case "M":
                        path.moveTo(*at)
                    case "L":
                        path.lineTo(*at)
                    case "C":
                        path.curveTo(*at)
                    case "O":
                        path.circle(at[0], at[1], numbers[2] * each)
                    case "B":
                        path.rect(at[0], at[1] - numbers[3] * each, numbers[2] * each, numbers[3] * each)
                    case _:
                        path.close()
            canvas.drawPath(path, stroke=1, fill=0)
            canvas.restoreState()

    def bookmark(self, text: str, level: int, top: float) -> None:
        """Let readers leap here from the list of headings. A level that was left out is closed up."""
        self._bookmarks += 1
        self._level = min(level, self._level + 1)
        key = f"heading-{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self._canvas.addOutlineEntry(text, key, self._level)

    def _write(self, text: str, letters: Letters, x: float, baseline: float) -> None:
        self._fill(letters.ink)
        words = self._canvas.beginText(x, baseline)
        for run in fonts.runs(text, letters.face):
            words.setFont(run.font, letters.size)
            words.textOut(run.text)
        self._canvas.drawText(words)

    def _fill(self, ink: str) -> None:
        if ink != self._ink:
            self._canvas.setFillColor(HexColor(ink))
            self._ink = ink
