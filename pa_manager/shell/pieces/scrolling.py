"""A page that scrolls up and down, sideways only where it must, and keeps what has the focus in sight.

It is not Qt's own scroll area: that one ends the program when a screen reader asks for a scroll bar that was there
a moment ago (``QAccessibleAbstractScrollArea::child`` trusts whatever number it is given).
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QGridLayout, QScrollBar, QWidget

from pa_manager.shell.sizes import lay, px


class Scrolling(QWidget):
    """A page as wide as the room there is, and as high as its words need.

    Signals:
        room_changed: More or less of the page can be seen than before.
    """

    room_changed = Signal()

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._sight = _Sight(self)
        self._down = QScrollBar(Qt.Orientation.Vertical, self)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._across.hide()
        page.setParent(self._sight)
        page.show()
        grid = QGridLayout(self)
        lay(grid)
        grid.addWidget(self._sight, 0, 0)
        grid.addWidget(self._down, 0, 1)
        grid.addWidget(self._across, 1, 0)
        self._sight.changed.connect(self._arrange)
        self._down.valueChanged.connect(self._move)
        self._across.valueChanged.connect(self._move)
        QApplication.instance().focusChanged.connect(self._keep_in_sight)  # type: ignore[union-attr]

    def sight(self) -> QWidget:
        """Return what the page is seen through."""
        return self._sight

    def page(self) -> QWidget:
        """Return the page."""
        return self._page

    def verticalScrollBar(self) -> QScrollBar:
        """Return the bar that scrolls the page up and down."""
        return self._down

    def horizontalScrollBar(self) -> QScrollBar:
        """Return the bar that scrolls the page sideways; it shows only if the page is too wide."""
        return self._across

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll until a widget of the page can be seen, with some room around it."""
        rect = QRect(widget.mapTo(self._page, QPoint(0, 0)), widget.size())
        for bar, first, last, seen, room in (
            (self._down, rect.top(), rect.bottom(), self._sight.height(), px(40)),
            (self._across, rect.left(), rect.right(), self._sight.width(), px(24)),
        ):
            if last + room > bar.value() + seen:
                bar.setValue(last + room - seen)
            if first - room < bar.value():
                bar.setValue(first - room)

    def sizeHint(self) -> QSize:
        """Return the size of the page."""
        return self._page.sizeHint() + QSize(self._down.sizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Return a size at which there is still something to see."""
        return QSize(px(120), px(80))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll with the wheel."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        QApplication.sendEvent(self._across if sideways else self._down, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys that nothing on the page has taken."""
        act = {
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
            Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            self._down.triggerAction(act)

    def _arrange(self) -> None:
        seen = self._sight.size()
        width = max(seen.width(), self._page.minimumSizeHint().width())
        height = self._page.heightForWidth(width) if self._page.hasHeightForWidth() else self._page.sizeHint().height()
        height = max(height, seen.height())
        before = self._down.pageStep(), self._across.pageStep()
        for bar, whole, part in ((self._down, height, seen.height()), (self._across, width, seen.width())):
            bar.setPageStep(part)
            bar.setSingleStep(px(40))
            bar.setRange(0, whole - part)
            bar.setEnabled(whole > part)
        self._across.setVisible(width > seen.width())
        self._page.resize(width, height)
        self._move()
        if before != (self._down.pageStep(), self._across.pageStep()):
            self.room_changed.emit()

    def _move(self) -> None:
        self._page.move(-self._across.value(), -self._down.value())

    def _keep_in_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._page.isAncestorOf(new):
            self.bring_into_sight(new)


class _Sight(QWidget):
    """What a page is seen through. It tells when it has another size, or the page wants one."""

    changed = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell when the page wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the other size."""
        super().resizeEvent(event)
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is seen: while it was not, the page could not tell what it wants."""
        super().showEvent(event)
        self.changed.emit()


def scrolling_above(widget: QWidget) -> Scrolling | None:
    """Return what a widget scrolls in; nothing if it does not."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Scrolling):
        above = above.parentWidget()
    return above
