"""A layout that puts widgets side by side and goes on in the next row, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """Puts widgets in rows. With ``even`` they share the width in columns of one width and rows of one height."""

    def __init__(self, parent: QWidget, *, even: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._even = even
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        parent.setSizePolicy(policy)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or nothing where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all rows take at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Move every item to its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of all in one row."""
        shown = self._shown()
        margins = self.contentsMargins()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(margins)

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        y = area.top()
        for row in self._rows(area.width()):
            x = area.left()
            width = self._column(area.width()) if self._even else 0
            height = max(_height(item, width or min(item.sizeHint().width(), area.width())) for item in row)
            for item in row:
                own = width or min(item.sizeHint().width(), area.width())
                if move:
                    item.setGeometry(QRect(QPoint(x, y), QSize(own, height)))
                x += own + self.spacing()
            y += height + self.spacing()
        used = y - self.spacing() - area.top() if self._shown() else 0
        return used + margins.top() + margins.bottom()

    def _columns(self, width: int) -> int:
        widest = max((item.minimumSize().width() for item in self._shown()), default=1)
        fit = (width + self.spacing()) // max(1, widest + self.spacing())
        return max(1, min(fit, len(self._shown())))

    def _column(self, width: int) -> int:
        columns = self._columns(width)
        return (width - self.spacing() * (columns - 1)) // columns

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        if self._even:
            columns = self._columns(width)
            return [shown[at : at + columns] for at in range(0, len(shown), columns)]
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in shown:
            own = min(item.sizeHint().width(), width)
            if not rows or own > left:
                rows.append([])
                left = width
            rows[-1].append(item)
            left -= own + self.spacing()
        return rows


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
