"""How the cells, the headings and the names of a grid are measured and drawn: chips with a word and a shape."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from pa_manager.shell import theme
from pa_manager.shell.colours import Colours
from pa_manager.shell.icons import icon
from pa_manager.shell.pieces.grid_model import Chip, GridModel, GridRow, Shape
from pa_manager.shell.pieces.photos import middle
from pa_manager.shell.sizes import font_of, px, width_of

Index = QModelIndex | QPersistentModelIndex
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_SIDE: Final = 5
_EDGE: Final = 13
_UP: Final = 4
_GAP: Final = 4
_MARK: Final = 18
_RUNS: Final = 4
_DISC: Final = 34
_TALL: Final = 100_000


class CellPainter(QStyledItemDelegate):
    """Draws the cells of a grid, and knows how much room their chips need."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def least_width(self) -> int:
        """Return the width of a column at which no word of any chip is cut."""
        metrics = self._view.fontMetrics()
        words = {
            (word, chip)
            for row in self._model.rows
            for cell in row.cells
            for chip in cell.chips
            for word in chip.text.split()
        }
        return max((metrics.horizontalAdvance(word) + self._around(chip) for word, chip in words), default=0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that a cell needs at the width it has."""
        width = self._view.columnWidth(index.column())
        return QSize(width, self.height_of(index, width))

    def height_of(self, index: Index, width: int) -> int:
        """Return the height that a cell needs in a column of a width."""
        line = self._view.fontMetrics().height()
        cell = self._model.cell(index)
        if self._model.folded:
            inner = width - self._day_width()
            chips = sum(self._chip_height(chip, inner) + px(_GAP) for chip in cell.chips)
            above = self._title_height(index, width)
            return above + max(chips, line + 2 * px(_UP)) + 2 * px(_GAP)
        chips = sum(self._chip_height(chip, width) + px(_GAP) for chip in cell.chips)
        return max(chips + px(_GAP) + (line if cell.corner else 0), 2 * line + px(14))

    def boxes(self, index: Index, rect: QRect) -> list[tuple[Chip, QRect]]:
        """Return where each chip of a cell is drawn that fills a rectangle."""
        cell = self._model.cell(index)
        top, left = rect.top() + px(_GAP), rect.left()
        if self._model.folded:
            top, left = top + self._title_height(index, rect.width()), left + self._day_width()
        elif cell.corner:
            top += self._view.fontMetrics().height()
        width = rect.right() - left + 1
        found = []
        for chip in cell.chips:
            height = self._chip_height(chip, width)
            side = 0 if chip.runs and not self._model.folded else px(_SIDE)
            before, after = (side if chip.runs == "in" else px(_SIDE)), (side if chip.runs == "on" else px(_SIDE))
            found.append((chip, QRect(left + before, top, width - before - after - 1, height)))
            top += height + px(_GAP)
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell: its ground, its corner, its chips, and the ring if it is the one the user is in."""
        colours, rect, cell = theme.colours(), option.rect, self._model.cell(index)
        current = self._view.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._view.font())
        painter.fillRect(rect, QColor(colours.page if cell.beyond else colours.card))
        self._draw_lines(painter, rect, index, colours)
        if self._model.folded:
            self._draw_day(painter, rect, index, colours)
        elif cell.corner:
            painter.setPen(QColor(colours.ink if cell.now else colours.soft))
            painter.setFont(font_of("label") if cell.now else self._view.font())
            line = QRect(rect.left() + px(_SIDE), rect.top() + px(_GAP), rect.width() - 2 * px(_SIDE), px(40))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), cell.corner)
            painter.setFont(self._view.font())
        for chip, box in self.boxes(index, rect):
            self._draw_chip(painter, box, chip, colours)
            if current and chip.key is not None and chip.key == self._model.picked and len(cell.keyed) > 1:
                painter.setPen(QPen(QColor(colours.focus), max(2, px(2))))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), px(5), px(5))
        if cell.now and not self._model.folded:
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), QColor(colours.accent))
            painter.fillRect(QRect(rect.right() - px(3), rect.top(), px(3), rect.height()), QColor(colours.accent))
        if current:
            ring = max(3, px(3)) if self._view.hasFocus() else 2
            pen = QPen(QColor(colours.focus if self._view.hasFocus() else colours.accent), ring)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(ring / 2, ring / 2, -ring / 2 - 1, -ring / 2 - 1))
        painter.restore()

    def _draw_lines(self, painter: QPainter, rect: QRect, index: Index, colours: Colours) -> None:
        row, column = self._model.place_of(index)
        painter.setPen(QColor(colours.line))
        if not self._model.folded:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._model.rows[row].begins and row and (not self._model.folded or column == 0):
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), QColor(colours.edge))

    def _draw_day(self, painter: QPainter, rect: QRect, index: Index, colours: Colours) -> None:
        """Draw whose row begins here, and the day."""
        row, column = self._model.place_of(index)
        top = rect.top() + px(_GAP)
        painter.setPen(QColor(colours.ink))
        if column == 0:
            height = self._title_height(index, rect.width())
            painter.setFont(font_of("label"))
            inner = QRect(rect.left() + px(_SIDE), top, rect.width() - 2 * px(_SIDE), height)
            painter.drawText(inner, _WRAP, self._title(row))
            top += height
        heading, cell = self._model.columns[column].heading, self._model.cell(index)
        painter.setFont(font_of("label") if cell.now else self._view.font())
        painter.setPen(QColor(colours.accent if cell.now else colours.ink))
        box = QRect(rect.left() + px(_SIDE), top + px(_UP), self._day_width() - px(_SIDE), rect.height())
        painter.drawText(box, _WRAP, cell.alone or _in_a_line(heading))
        painter.setFont(self._view.font())

    def _draw_chip(self, painter: QPainter, box: QRect, chip: Chip, colours: Colours) -> None:
        ink, ground = (colours.soft, colours.page) if chip.tone is None else colours.of(chip.tone)
        round_ = px(5)
        painter.setPen(Qt.PenStyle.NoPen if theme.dressed() else QPen(QColor(ink), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(box), round_, round_)
        if chip.runs:
            torn = QRect(box.left() if chip.runs == "in" else box.right() - round_, box.top(), round_, box.height())
            painter.fillRect(torn, QColor(ground))
            _draw_arrow(painter, box, QColor(ink), on=chip.runs == "on")
        _draw_edge(painter, box, chip.shape, QColor(ink), QColor(ground))
        inner = box.adjusted(px(_EDGE), px(_UP), -px(_SIDE), 0)
        if chip.warns:
            side = px(_MARK)
            drawn = icon("warn", colours.warn, side, self._view.devicePixelRatioF())
            painter.drawPixmap(inner.left(), inner.top() + (self._view.fontMetrics().height() - side) // 2, drawn)
            inner.setLeft(inner.left() + side + px(3))
        painter.setPen(QColor(ink if chip.tone in {"bad", "warn"} else colours.ink))
        if chip.runs == "on":
            inner.setRight(inner.right() - px(_RUNS))
        painter.drawText(inner, _WRAP, chip.text)

    def _chip_height(self, chip: Chip, width: int) -> int:
        room = max(1, width - self._around(chip))
        metrics = self._view.fontMetrics()
        return metrics.boundingRect(QRect(0, 0, room, _TALL), _WRAP, chip.text).height() + 2 * px(_UP)

    def _around(self, chip: Chip) -> int:
        mark = px(_MARK) + px(3) if chip.warns else 0
        runs = {"": 0, "on": px(_RUNS), "in": -px(_SIDE)}[chip.runs]
        return px(_EDGE) + 3 * px(_SIDE) + 3 + mark + runs

    def _title(self, row: int) -> str:
        return ", ".join(filter(None, (self._model.rows[row].title, self._model.rows[row].note)))

    def _title_height(self, index: Index, width: int) -> int:
        row, column = self._model.place_of(index)
        if column:
            return 0
        room = QRect(0, 0, max(1, width - 2 * px(_SIDE)), _TALL)
        return QFontMetrics(font_of("label")).boundingRect(room, _WRAP, self._title(row)).height() + px(_GAP)

    def _day_width(self) -> int:
        metrics = QFontMetrics(font_of("label"))
        said = [_in_a_line(column.heading) for column in self._model.columns]
        said += [cell.alone for row in self._model.rows for cell in row.cells]
        return max((metrics.horizontalAdvance(one) for one in said), default=0) + px(16)


def _in_a_line(heading: str) -> str:
    """Return a heading without its breaks, and without the word that stands for today: that day is bold."""
    return " ".join(heading.split("\n")[:2])


def _draw_arrow(painter: QPainter, box: QRect, ink: QColor, *, on: bool) -> None:
    """Draw at the end of a chip that it goes on into the next cell, or at its beginning that it comes from before."""
    reach, tip = px(4), box.right() - px(2) if on else box.left() + px(7)
    painter.setPen(QPen(ink, 2))
    for way in (-1, 1):
        painter.drawLine(tip - reach, box.center().y() + way * reach, tip, box.center().y())


def _draw_edge(painter: QPainter, box: QRect, shape: Shape, ink: QColor, ground: QColor) -> None:
    """Draw the left edge of a chip in the shape of its kind; dashes go all round."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    wide, bar = px(4), QRect(box.left(), box.top(), px(4), box.height())
    match shape:
        case "bar":
            painter.drawRect(bar)
        case "double":
            painter.drawRect(QRect(box.left(), box.top(), px(2), box.height()))
            painter.drawRect(QRect(box.left() + px(4), box.top(), px(2), box.height()))
        case "hollow":
            painter.setPen(QPen(ink, 1))
            painter.setBrush(ground)
            painter.drawRect(bar.adjusted(0, 0, px(1), -1))
        case "dots":
            for top in range(box.top() + wide, box.bottom() - wide // 2, px(8)):
                painter.drawEllipse(QRect(box.left() + 1, top, wide, wide))
        case "slant":
            painter.setPen(QPen(ink, 2))
            for top in range(box.top() + wide, box.bottom(), px(6)):
                painter.drawLine(box.left(), top, box.left() + px(6), top - wide)
        case "ring":
            painter.setPen(QPen(ink, 2))
            painter.setBrush(ground)
            painter.drawEllipse(QPointF(box.left() + wide, box.center().y()), wide - 1, wide - 1)
        case "dashed":
            painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), px(5), px(5))


class DayHeadings(QHeaderView):
    """The headings of the columns; the one that is now has a bar and bolder letters."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._grid = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.setHighlightSections(False)

    def least_width(self) -> int:
        """Return the width of a column at which no word of a heading is cut."""
        metrics = QFontMetrics(font_of("label"))
        words = [word for column in self._grid.columns for word in column.heading.split()]
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + px(12)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's name
        """Return the size of a heading at the width its column has."""
        width = self.sectionSize(logicalIndex)
        room = QRect(0, 0, max(1, width - px(8)), _TALL)
        height = QFontMetrics(font_of("label")).boundingRect(room, _WRAP, self._text(logicalIndex)).height()
        return QSize(width, height + px(16))

    def sizeHint(self) -> QSize:
        """Return the size of the highest heading."""
        highest = max((self.sectionSizeFromContents(column).height() for column in range(self.count())), default=0)
        return QSize(super().sizeHint().width(), highest)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw a heading."""
        colours, now = theme.colours(), self._grid.columns[logicalIndex].now
        painter.save()
        painter.fillRect(rect, QColor(colours.tint if now else colours.card))
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), QColor(colours.edge))
        if now:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), px(4)), QColor(colours.accent))
        painter.setFont(font_of("label"))
        painter.setPen(QColor(colours.accent if now else colours.ink))
        inner = rect.adjusted(px(4), px(6), -px(4), -px(4))
        painter.drawText(inner, _WRAP | int(Qt.AlignmentFlag.AlignCenter), self._text(logicalIndex))
        painter.restore()

    def _text(self, column: int) -> str:
        return self._grid.columns[column].heading


class RowNames(QHeaderView):
    """Whose row it is: a disc with their initials, the name, and a note beneath it."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._grid = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.setHighlightSections(False)

    def wish(self) -> int:
        """Return the width at which most names stand in one line."""
        names, notes = QFontMetrics(font_of("label")), QFontMetrics(font_of("text"))
        widest = max(
            (max(names.horizontalAdvance(row.title), notes.horizontalAdvance(row.note)) for row in self._grid.rows),
            default=0,
        )
        return max(self.least(), min(widest, width_of(16)) + self._around() + 2)

    def least(self) -> int:
        """Return the width at which no word is cut."""
        metrics = QFontMetrics(font_of("label"))
        words = [word for row in self._grid.rows for word in f"{row.title} {row.note}".split()]
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + self._around() + 2

    def height_of(self, number: int, width: int) -> int:
        """Return the height that a name and its note need."""
        row, room = self._grid.rows[number], QRect(0, 0, max(1, width - self._around()), _TALL)
        name = QFontMetrics(font_of("label")).boundingRect(room, _WRAP, row.title).height()
        note = QFontMetrics(font_of("text")).boundingRect(room, _WRAP, row.note).height() if row.note else 0
        return name + note + px(14)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw a name."""
        colours, row = theme.colours(), self._grid.rows[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(colours.card))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(colours.edge))
        if row.begins and logicalIndex:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), QColor(colours.edge))
        if row.initials:
            disc = QRect(rect.left() + px(4), rect.top() + px(7), px(_DISC), px(_DISC))
            self._draw_disc(painter, disc, row, colours)
        inner = rect.adjusted(self._around() - px(_SIDE), px(7), -px(_SIDE), 0)
        painter.setFont(font_of("label"))
        painter.setPen(QColor(colours.ink))
        painter.drawText(inner, _WRAP, row.title)
        used = painter.fontMetrics().boundingRect(QRect(0, 0, inner.width(), _TALL), _WRAP, row.title).height()
        painter.setFont(font_of("text"))
        painter.setPen(QColor(colours.soft))
        painter.drawText(inner.adjusted(0, used, 0, 0), _WRAP, row.note)
        painter.restore()

    def _draw_disc(self, painter: QPainter, disc: QRect, row: GridRow, colours: Colours) -> None:
        ring = QPainterPath()
        ring.addEllipse(QRectF(disc))
        if row.photo is not None:
            painter.save()
            painter.setClipPath(ring)
            painter.drawImage(disc, _face(row.photo, round(disc.width() * self.devicePixelRatioF())))
            painter.restore()
        else:
            painter.fillPath(ring, QColor(colours.tint))
            painter.setFont(font_of("label"))
            painter.setPen(QColor(colours.accent))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), row.initials)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)

    def _around(self) -> int:
        return px(_DISC) + px(4) + 3 * px(_SIDE)


@lru_cache(maxsize=64)
def _face(content: bytes, side: int) -> QImage:
    """Return the middle of a photo, so many pixels wide."""
    picture = QImage.fromData(content)
    square = picture.copy(middle(picture).toRect())
    return square.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)


def heights(painter: CellPainter, names: RowNames, model: GridModel, widths: Sequence[int], head: int) -> list[int]:
    """Return the heights of the rows at which nothing is cut."""
    return [
        max(
            *(painter.height_of(model.index(row, column), width) for column, width in enumerate(widths)),
            0 if model.folded else names.height_of(row, head),
        )
        for row in range(model.rowCount())
    ]
