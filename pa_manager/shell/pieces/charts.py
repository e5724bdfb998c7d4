"""Charts: a picture that says its finding in words, over a table of the same figures."""

from collections.abc import Iterable
from typing import Final, Literal

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from pa_manager.shell import theme
from pa_manager.shell.pieces.keys import plain
from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Card
from pa_manager.shell.sizes import font_of, lay, px
from pa_manager.values.charts import Bar, span_of, summary_of

Drawn = Literal["bars", "line"]
"""How rows are drawn: each as a bar, or as the points of one line, the earliest first."""
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_THICK, _BETWEEN, _GAP, _TALL, _DOT = 16, 14, 4, 150, 5
_FAR: Final = 100_000


class Chart(QWidget):
    """A finding in words, a picture of it, and beneath it the table of the same figures.

    A screen reader meets the picture as one image that says the finding and every figure. ``table`` is the label of
    the table, with its key; a screen that shows the same figures in a table of its own gives none here. ``most`` is
    the greatest value there can be, where there is one: 5 of ratings from 1 to 5.
    """

    def __init__(  # noqa: PLR0913 -- one argument for each thing that differs
        self,
        title: str,
        *,
        drawn: Drawn = "bars",
        headings: tuple[str, str] = ("What", "How much"),
        table: str = "The same in fi&gures",
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._finding = Line("", "label")
        self._picture = _Picture(drawn, most)
        self._table: RowTable[Bar] | None = None
        layout = QVBoxLayout(self)
        lay(layout, gap=12)
        layout.addWidget(Line(plain(title), "heading"))
        layout.addWidget(Card(self._finding, self._picture))
        if table:
            columns: list[Column[Bar]] = [
                Column(headings[0], lambda bar: bar.label),
                Column(headings[1], lambda bar: bar.said, lambda bar: bar.value, _RIGHT),
            ]
            self._table = RowTable(table, columns, key=lambda bar: bar.label, empty="There are no figures yet.")
            layout.addWidget(self._table)
        self.setAccessibleName(plain(title))

    @property
    def said(self) -> str:
        """What a screen reader says in place of the picture."""
        return self._picture.accessibleName()

    def show_bars(self, bars: Iterable[Bar], finding: str = "") -> None:
        """Draw other rows, and say what is to be seen in them."""
        shown = tuple(bars)
        self._finding.setText(finding)
        self._finding.setVisible(bool(finding))
        self._picture.show_bars(shown, f"{finding} {summary_of(shown)}".strip())
        if self._table is not None:
            self._table.set_rows(shown)


class _Picture(QLabel):
    """The picture itself: as high as its rows need at the width it has."""

    def __init__(self, drawn: Drawn, most: int) -> None:
        super().__init__()
        self._most = most
        self._drawn: Drawn = drawn
        self._bars: tuple[Bar, ...] = ()
        self.setPixmap(QPixmap(1, 1))  # so that a screen reader calls it a picture; it is never drawn
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_bars(self, bars: tuple[Bar, ...], said: str) -> None:
        self._bars = bars
        self.setAccessibleName(said)
        self.setVisible(bool(bars))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        if self._drawn == "bars":
            needed = sum(self._words_height(bar) + px(_GAP + _THICK + _BETWEEN) for bar in self._bars)
        else:
            needed = px(_TALL) + 2 * self._line() + self._labels_height()
        self.setFixedHeight(max(needed, 1))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows in the colours of now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_of("text"))
        (self._draw_bars if self._drawn == "bars" else self._draw_line)(painter)
        painter.end()

    def _draw_bars(self, painter: QPainter) -> None:
        colours, top = theme.colours(), 0
        low, high = span_of(self._bars, self._most)
        each = (self.width() - 2) / (high - low)
        nil = 1 - low * each
        for bar in self._bars:
            height = self._words_height(bar)
            name, amount = self._words(bar)
            painter.setPen(QColor(colours.ink))
            painter.drawText(QRect(0, top, name, height), _WRAP, bar.label)
            painter.setFont(font_of("label"))
            painter.setPen(QColor(colours.bad if bar.marked else colours.ink))
            painter.drawText(QRect(self.width() - amount, top, amount, height), int(_RIGHT), bar.said)
            painter.setFont(font_of("text"))
            top += height + px(_GAP)
            self._draw_bar(painter, QRectF(nil, top, bar.value * each, px(_THICK)).normalized(), marked=bar.marked)
            if low < 0:
                painter.setPen(QPen(QColor(colours.ink), max(1, px(1))))
                painter.drawLine(QLineF(nil, top - px(_GAP) / 2, nil, top + px(_THICK + _GAP)))
            top += px(_THICK + _BETWEEN)

    def _draw_bar(self, painter: QPainter, box: QRectF, *, marked: bool) -> None:
        """Draw a bar: plain ones are filled, marked ones striped and edged."""
        colours = theme.colours()
        ink = QColor(colours.bad if marked else colours.accent)
        painter.setPen(QPen(ink, max(1.0, px(3) / 2)))
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern if marked else Qt.BrushStyle.SolidPattern))
        painter.drawRect(box)

    def _draw_line(self, painter: QPainter) -> None:
        if not self._bars:
            return
        colours, line = theme.colours(), self._line()
        low, high = span_of(self._bars, self._most)
        slot = self.width() / len(self._bars)
        foot = line + px(_TALL)
        points = [
            QPointF(slot * (number + 0.5), foot - (bar.value - low) / (high - low) * (foot - line - px(_DOT)))
            for number, bar in enumerate(self._bars)
        ]
        painter.setPen(QPen(QColor(colours.edge), max(1, px(1))))
        painter.drawLine(QLineF(0, foot + px(_DOT), self.width(), foot + px(_DOT)))
        painter.setPen(QPen(QColor(colours.accent), px(3)))
        painter.drawPolyline(points)
        for number, (bar, point) in enumerate(zip(self._bars, points, strict=True)):
            ink = QColor(colours.bad if bar.marked else colours.accent)
            painter.setPen(QPen(ink, px(2)))
            painter.setBrush(QColor(colours.card) if bar.marked else ink)
            painter.drawEllipse(point, px(_DOT), px(_DOT))
            painter.setPen(QColor(colours.bad if bar.marked else colours.ink))
            left = round(slot * number)
            if not self._is_crowded(slot) or number in {0, len(self._bars) - 1}:
                self._draw_beside(painter, point, left, round(slot), bar)

    def _draw_beside(self, painter: QPainter, point: QPointF, left: int, wide: int, bar: Bar) -> None:
        """Write the size above a point and its name beneath the line; where it is crowded, at both ends alone."""
        middle = int(Qt.AlignmentFlag.AlignHCenter)
        if self._is_crowded(wide):
            at_end = left > 0
            wide = self.width() // 2
            left = self.width() - wide if at_end else 0
            middle = int(_RIGHT if at_end else Qt.AlignmentFlag.AlignLeft)
        above = round(point.y()) - px(_DOT) - self._line()
        painter.drawText(QRect(left, above, wide, self._line()), middle, bar.said)
        painter.setPen(QColor(theme.colours().soft))
        beneath = self._line() + px(_TALL) + px(2 * _DOT)
        painter.drawText(QRect(left, beneath, wide, self._labels_height()), middle | _WRAP, bar.label)

    def _is_crowded(self, slot: float) -> bool:
        metrics = self.fontMetrics()
        return any(
            max(metrics.horizontalAdvance(word) for word in (*bar.label.split(), bar.said, "")) > slot - px(_GAP)
            for bar in self._bars
        )

    def _labels_height(self) -> int:
        slot = self.width() // max(1, len(self._bars))
        wide = self.width() // 2 if self._is_crowded(slot) else slot
        heights = (self._height(bar.label, max(1, wide)) for bar in self._bars)
        return max(heights, default=0) + px(_DOT)

    def _words(self, bar: Bar) -> tuple[int, int]:
        """Return how wide the name and the size may be: the size takes what it needs."""
        amount = QFontMetrics(font_of("label")).horizontalAdvance(bar.said) + 1
        return max(1, self.width() - amount - px(12)), amount

    def _words_height(self, bar: Bar) -> int:
        return max(self._height(bar.label, self._words(bar)[0]), self._line())

    def _height(self, text: str, wide: int) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, wide, _FAR), _WRAP, text).height()

    def _line(self) -> int:
        return self.fontMetrics().height()
