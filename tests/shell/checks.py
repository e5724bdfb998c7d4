"""What a screen must keep to be of use to everyone: measured, and told as a list of faults.

Each check takes a widget that is shown (a window, a screen, a form) and returns what is amiss, a sentence each;
an empty list is a pass. ``every_fault`` runs them all. The house rules run them over every screen of the program.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pa_manager.shell import sizes
from pa_manager.shell.colours import Colours, contrast
from pa_manager.shell.pieces.choices import Choice
from pa_manager.shell.pieces.keys import key_of, plain
from pa_manager.shell.pieces.lines import FocusLine
from pa_manager.shell.pieces.row_table_model import RowTableModel
from pa_manager.shell.pieces.scrolling import Scrolling

LEAST_TARGET = 24
LEAST_CHANGE = 100
"""How many pixels at least must change when the focus comes."""
Check = Callable[[QWidget], list[str]]


def every_fault(root: QWidget) -> list[str]:
    """Return all that is amiss with what is shown in a widget now."""
    settle()
    return [
        fault
        for check in (
            names,
            roles,
            keys,
            single_letter_keys,
            tab_order,
            read_order,
            tab_reach,
            targets,
            clipped,
            sideways,
            rows_said,
        )
        for fault in check(root)
    ]


def settle() -> None:
    """Let layouts and paintings that are due be done."""
    for _ in range(4):
        QApplication.processEvents()


def focusable(root: QWidget) -> list[QWidget]:
    """Return what can take the focus by Tab and is in sight, without the inner parts of Qt's own widgets."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(root)
        and widget.window() is root.window()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QComboBox)
    ]


# What a screen reader is told


def names(root: QWidget) -> list[str]:
    """Everything that takes the focus has a name, with the words in sight in it and no sign of its key."""
    faults = []
    led_to = _captions(root)
    for widget in focusable(root):
        name = _name(widget)
        seen = plain(widget.text()) if isinstance(widget, QAbstractButton) else plain(led_to.get(widget, ""))
        if not name.strip():
            faults.append(f"{_where(widget)} has no accessible name")
        elif "&" in name:
            faults.append(f"{_where(widget)} reads its key aloud: {name!r}")
        elif seen and seen.casefold() not in name.casefold() and not _in_group(widget, seen):
            faults.append(f"{_where(widget)} shows {seen!r} but is called {name!r}")
    return faults


def roles(root: QWidget) -> list[str]:
    """Everything that takes the focus says what kind of thing it is."""
    vague = {QAccessible.Role.Client, QAccessible.Role.NoRole}
    return [
        f"{_where(widget)} does not say what it is"
        for widget in focusable(root)
        if QAccessible.queryAccessibleInterface(widget).role() in vague
    ]


def rows_said(root: QWidget) -> list[str]:
    """Every first cell says its whole row, every other cell its heading and what it holds. The first 30 rows."""
    faults = []
    for view in root.findChildren(QTableView):
        model = view.model()
        if not isinstance(model, RowTableModel):
            continue
        for number in range(min(30, model.rowCount())):
            for column in range(model.columnCount()):
                index = model.index(number, column)
                said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
                heading = str(model.headerData(column, Qt.Orientation.Horizontal))
                if not _says(said, str(index.data())) or (column and heading not in said):
                    faults.append(f"{_where(view)} row {number}: {heading} is read as {said!r}")
        if model.rowCount() and view.tabKeyNavigation():
            faults.append(f"{_where(view)} keeps the Tab key to itself")
    return faults


def _says(said: str, seen: str) -> bool:
    """Return whether all words in sight are said, a shortened one perhaps in full: Monday for Mon."""
    heard = said.casefold().replace(",", " ").split()
    return all(any(word.startswith(short) for word in heard) for short in seen.casefold().replace(",", " ").split())


# The keyboard


def keys(root: QWidget) -> list[str]:
    """Every input and every button has a key, and no two share one. Links within a summary need none.

    Where all the letters of its words lead elsewhere, as on a form of thirty fields, a field may go without.
    """
    faults = []
    keyless: list[tuple[QWidget, str]] = []
    window = root.window()
    taken = {key_of(menu.text()) for menu in window.menuBar().actions()} if isinstance(window, QMainWindow) else set()
    owners: dict[str, QWidget] = {}
    led_to = _captions(root)
    for widget in focusable(root):
        if isinstance(widget, QLabel | QListWidget) or widget.objectName().startswith("to "):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) and widget.text() else led_to.get(widget, "")
        own = widget.shortcut().toString() if isinstance(widget, QAbstractButton) else ""
        key = key_of(text) or own
        if not key:
            if not _key_near(widget, led_to):
                keyless.append((widget, plain(text).casefold()))
        elif key in taken:
            faults.append(f"{_where(widget)} has the key of a menu: {key}")
        elif key in owners:
            faults.append(f"{_where(widget)} shares the key {key} with {_where(owners[key])}")
        else:
            owners[key] = widget
    leading = [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
    given = {key_of(one.text()) for one in leading} | taken
    for widget, words in keyless:
        if not words or any(letter.isascii() and letter.isalnum() for letter in {*words} - given):
            faults.append(f"no key leads to {_where(widget)}")
    return faults


def single_letter_keys(root: QWidget) -> list[str]:
    """No act is done by a letter alone: dictation and tremor would set it off."""
    return [
        f"{action.text()!r} is done by {key.toString()!r} alone"
        for widget in (root, *root.findChildren(QWidget))
        for action in widget.actions()
        for key in action.shortcuts()
        if len(key.toString()) == 1
    ]


def tab_order(root: QWidget) -> list[str]:
    """Tab goes as one reads: down, and from left to right."""
    faults = []
    chain = _chain(root)
    for before, after in pairwise(chain):
        first, second = _boxes(before, after, root)
        above = second.bottom() <= first.top()
        left_of = second.right() <= first.left() and second.top() < first.bottom() and second.bottom() > first.top()
        if (above and not second.left() > first.right()) or left_of:
            faults.append(f"Tab goes from {_where(before)} back to {_where(after)}")
    return faults


def read_order(root: QWidget) -> list[str]:
    """A screen reader that goes through everything meets it as it stands: down, and from left to right."""
    faults = []
    read = [
        widget for widget in _as_told(root) if isinstance(widget, QLabel | QAbstractButton | QTableView | QLineEdit)
    ]
    for before, after in pairwise(read):
        first, second = _boxes(before, after, root)
        if second.bottom() <= first.top() and not second.left() > first.right():
            faults.append(f"{_where(before)} is read before {_where(after)}, which stands above it")
    return faults


def tab_reach(root: QWidget) -> list[str]:
    """Tab reaches everything that takes the focus."""
    reached = set(_chain(root))
    return [f"{_where(widget)} is not reached by Tab" for widget in focusable(root) if widget not in reached]


def ring(root: QWidget) -> list[str]:
    """The focus is plain to see: enough pixels change where it comes. The window must be active."""
    faults = []
    window = root.window()
    window.activateWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as after a press of Tab
    settle()
    for widget in focusable(root):
        window.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        shows = widget.parentWidget() if isinstance(widget, FocusLine) else widget
        area = QRect(shows.mapTo(window, QPoint(0, 0)), shows.size())
        lit = _picture(window, area)
        widget.clearFocus()
        settle()
        changed = _difference(lit, _picture(window, area))
        if changed < LEAST_CHANGE:
            faults.append(f"only {changed} pixels show that {_where(widget)} has the focus")
    return faults


# What meets the eye


def targets(root: QWidget) -> list[str]:
    """Whatever is pressed is at least 24 pixels wide and high."""
    return [
        f"{_where(widget)} is only {widget.width()} by {widget.height()} pixels"
        for widget in focusable(root)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit)
        and min(widget.width(), widget.height()) < LEAST_TARGET
    ]


def clipped(root: QWidget) -> list[str]:
    """No words are cut: not of labels, buttons, choices, headings, titles or cells."""
    faults = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or widget.window() is not root.window():
            continue
        if isinstance(widget, QLabel) and widget.text() and not _label_fits(widget):
            faults.append(f"the words {widget.text()[:50]!r} are cut ({widget.width()} by {widget.height()})")
        elif isinstance(widget, QPushButton) and not _button_fits(widget):
            faults.append(f"the button {plain(widget.text())[:50]!r} is cut ({widget.width()} by {widget.height()})")
        elif isinstance(widget, Choice) and widget.height() < widget.heightForWidth(widget.width()):
            faults.append(f"the choice {widget.accessibleName()!r} is cut")
        elif isinstance(widget, QLineEdit | QComboBox) and widget.height() < widget.fontMetrics().height() + 4:
            faults.append(f"{_where(widget)} is too low for its letters")
        elif isinstance(widget, QTableView):
            faults.extend(_cells_cut(widget))
        elif isinstance(widget, QListWidget):
            faults.extend(_titles_cut(widget))
    return faults


def sideways(root: QWidget) -> list[str]:
    """A page scrolls up and down only."""
    return [
        f"a page scrolls sideways by {area.horizontalScrollBar().maximum()} pixels"
        for area in root.findChildren(Scrolling)
        if area.isVisibleTo(root) and area.horizontalScrollBar().maximum() > 0
    ]


def weak_colours(colours: Colours) -> list[str]:
    """Every pair of colours that meets the eye stands far enough apart."""
    return [
        f"{drawn} on {ground} stands only {contrast(drawn, ground):.2f} to 1 apart, not {needed}"
        for drawn, ground, needed in colours.pairs()
        if contrast(drawn, ground) < needed
    ]


@contextmanager
def spaced_text() -> Iterator[None]:
    """Set letters 0.12 and words 0.16 of their size further apart, as a reader may (WCAG 1.4.12)."""
    was = QApplication.font()
    wide = QFont(was)
    wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.12 * was.pixelSize())
    wide.setWordSpacing(0.16 * was.pixelSize())
    QApplication.setFont(wide)
    sizes.renew()
    settle()
    try:
        yield
    finally:
        QApplication.setFont(was)
        sizes.renew()
        settle()


# How it is measured


def _name(widget: QWidget) -> str:
    """Return the name; of a list of choices with the label it is tied to, for on Linux Qt names it by its choice."""
    told = QAccessible.queryAccessibleInterface(widget)
    name = told.text(QAccessible.Text.Name)
    if not isinstance(widget, QComboBox):
        return name
    labels = [other.text(QAccessible.Text.Name) for other, _ in told.relations(QAccessible.RelationFlag.Label)]
    return " ".join((*labels, name))


def _where(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()!r}"


def _captions(root: QWidget) -> dict[QWidget, str]:
    """Return the words of the label that leads to each widget; the one with a key, if there are two."""
    found: dict[QWidget, str] = {}
    for label in root.findChildren(QLabel):
        buddy = label.buddy()
        if buddy is not None and (buddy not in found or key_of(label.text())):
            found[buddy] = label.text()
    return found


def _in_group(widget: QWidget, words: str) -> bool:
    """Return whether the widget stands in a group that bears the words, as the boxes of a date do."""
    parent = widget.parentWidget()
    return parent is not None and words.casefold() in parent.accessibleName().casefold()


def _key_near(widget: QWidget, led_to: dict[QWidget, str]) -> bool:
    """Return whether a key leads to the group the widget stands in, as to the boxes of a date."""
    parent = widget.parentWidget()
    return parent is not None and bool(key_of(led_to.get(parent, "")))


def _chain(root: QWidget) -> list[QWidget]:
    wanted = set(focusable(root))
    chain: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root and len(chain) <= len(wanted):
        if widget in wanted and widget not in chain:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def _as_told(root: QWidget) -> Iterator[QWidget]:
    told = QAccessible.queryAccessibleInterface(root)
    for number in range(told.childCount()):
        child = told.child(number)
        widget = child.object() if child is not None else None
        if isinstance(widget, QWidget) and widget.isVisibleTo(root):
            yield widget
            if not isinstance(widget, QTableView):
                yield from _as_told(widget)


def _boxes(one: QWidget, other: QWidget, root: QWidget) -> tuple[QRect, QRect]:
    """Return where two widgets stand. What lies on a page that scrolls stands, to all outside, where the page does."""
    pages = [page for page in root.findChildren(Scrolling) if page.isAncestorOf(one) != page.isAncestorOf(other)]
    stand_ins = [next((page for page in pages if page.isAncestorOf(widget)), widget) for widget in (one, other)]
    first, second = (QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()) for widget in stand_ins)
    return first, second


def _label_fits(label: QLabel) -> bool:
    room = label.contentsRect()
    if not label.pixmap().isNull():
        return True
    if not label.wordWrap():
        return label.fontMetrics().horizontalAdvance(plain(label.text())) <= room.width() + 1
    longest = max((label.fontMetrics().horizontalAdvance(word) for word in plain(label.text()).split()), default=0)
    return longest <= room.width() + 1 and label.heightForWidth(label.width()) <= label.height() + 1


def _button_fits(button: QPushButton) -> bool:
    if button.hasHeightForWidth():
        least = button.minimumSizeHint().width()
        return button.width() >= least and button.heightForWidth(button.width()) <= button.height() + 1
    words = button.fontMetrics().horizontalAdvance(plain(button.text()))
    return button.width() >= words + 8 and button.height() >= button.fontMetrics().height() + 4


def _cells_cut(view: QTableView) -> list[str]:
    """Return the headings and the cells in sight whose words are cut. Hidden columns stand in the first one's stack."""
    model, header = view.model(), view.horizontalHeader()
    columns = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    faults = [
        f"the heading {model.headerData(column, Qt.Orientation.Horizontal)!r} is cut"
        for column in columns
        if header.isVisible() and header.sectionSizeFromContents(column).height() > header.height() + 1
    ]
    last = view.rowAt(view.viewport().height() - 1)
    for number in range(max(0, view.rowAt(0)), (last if last >= 0 else model.rowCount() - 1) + 1):
        for column in range(model.columnCount()):
            index = model.index(number, column)
            room = view.columnWidth(column) if column in columns else view.columnWidth(0)
            needed = view.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height() if column in columns else 0
            longest = max((_width(view, word) for word in str(index.data() or "").split()), default=0)
            if needed > view.rowHeight(number) + 1 or longest + 8 > room:
                faults.append(f"{_where(view)} row {number}: {index.data()!r} is cut")
    if sum(view.columnWidth(column) for column in columns) > view.viewport().width() + 1:
        faults.append(f"{_where(view)} scrolls sideways")
    return faults


def _width(view: QAbstractScrollArea, word: str) -> int:
    return QFontMetrics(view.font()).horizontalAdvance(word)


def _titles_cut(entries: QListWidget) -> list[str]:
    faults = []
    for number in range(entries.count()):
        item = entries.item(number)
        rect = entries.visualItemRect(item)
        longest = max((_width(entries, word) for word in item.text().split()), default=0)
        needed = entries.itemDelegate().sizeHint(QStyleOptionViewItem(), entries.indexFromItem(item))
        if longest > rect.width() - 16 or needed.height() > rect.height() + 1:
            faults.append(f"the title {item.text()!r} is cut")
    return faults


def _picture(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _difference(one: QImage, other: QImage) -> int:
    first, second = (memoryview(picture.constBits()).cast("B").cast("I") for picture in (one, other))
    return sum(map(operator.ne, first, second))
