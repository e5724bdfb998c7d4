"""Keys: the letter that, held with Alt, leads to a field or presses a button; and the way Tab goes."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QWidget

_KEYLESS: Final = "paKeyless"
_KEY: Final = re.compile(r"&(?=\w)")


def plain(label: str) -> str:
    """Return a label without the sign that marks its key."""
    return _KEY.sub("", label.replace("&&", "\0")).replace("\0", "&")


def key_of(label: str) -> str:
    """Return the letter that a label marks as its key, small; nothing if it marks none."""
    found = _KEY.search(label.replace("&&", ""))
    return found.string[found.end()].casefold() if found else ""


def leave_without_key(label: QLabel) -> None:
    """Let a label have no key: another leads to where it stands."""
    label.setProperty(_KEYLESS, True)


def put_in_order(root: QWidget) -> None:
    """Let Tab go as one reads: through the widgets as their layouts hold them, whenever they were made."""
    stops = [widget for widget in _as_laid_out(root) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def share_out(root: QWidget, taken: Iterable[str] = ()) -> None:
    """Give a key to everything within that leads somewhere and has none yet, or one that is already taken.

    Those who have a key keep it, the first come first; the others get the first letter of a word that is free,
    else any free letter of their words. Where all of those are taken, Tab must do:
    so what is in sight comes before what is not, and buttons before fields.
    """
    used = set(taken)
    wanting: list[QLabel | QAbstractButton] = []
    for widget in root.findChildren(QWidget):
        if (
            not isinstance(widget, QLabel | QAbstractButton)
            or not _leads(widget)
            or widget.window() is not root.window()
        ):
            continue
        key = key_of(widget.text())
        if key and key not in used:
            used.add(key)
        else:
            wanting.append(widget)
    for widget in sorted(wanting, key=lambda one: (not one.isVisibleTo(root), isinstance(one, QLabel))):
        words = plain(widget.text())
        key = next((letter for letter in _wishes(words) if letter not in used), "")
        used.add(key)
        at = words.casefold().find(key) if key else -1
        escaped = [part.replace("&", "&&") for part in (words[:at], words[at:])] if at >= 0 else ["", words]
        widget.setText("&".join(escaped) if at >= 0 else words.replace("&", "&&"))


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
        return
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isWindow():
            yield from _as_laid_out(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _in_layout(inner)
        elif (widget := item.widget()) is not None:
            yield from _as_laid_out(widget)


def _leads(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel):
        return widget.buddy() is not None and not widget.property(_KEYLESS)
    return bool(widget.text()) and not widget.objectName().startswith("qt_")


def _wishes(words: str) -> Iterable[str]:
    folded = words.casefold()
    yield from (word[0] for word in folded.split() if word[0].isascii() and word[0].isalnum())
    yield from (letter for letter in folded if letter.isascii() and letter.isalnum())
