"""A paper shown inside the window, page by page: as it will be printed, or as plain text to read or hear."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from pa_manager.shell.pieces.buttons import ButtonRow, PlainButton
from pa_manager.shell.pieces.lines import FocusLine, Line
from pa_manager.shell.sizes import lay, px, set_least

_WIDEST: Final = 860
_AS_TEXT, _AS_PAGE = "Read &as text", "Show &as page"


class Papers(QWidget):
    """One page of a PDF at a time, with buttons that turn the pages, print the paper and save it.

    The picture of a page has the page's words as its description. Those who would rather read words, or have them
    read, ask for the text instead.
    """

    def __init__(
        self,
        label: str,
        *,
        print_paper: Callable[[], object],
        save_paper: Callable[[], object],
        empty: str = "There is no paper yet.",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pdf = b""
        self._at = 0
        self._as_text = False
        self._empty = Line(empty, "text", "soft")
        self._place = FocusLine("", "label")
        self._place.setObjectName("page of paper")
        self._place.hide()
        self._picture = QLabel()
        self._picture.setFrameShape(QFrame.Shape.StyledPanel)
        self._picture.setProperty("look", "paper")
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._words_label = Line("Text of the page, to read or to cop&y", "label")
        self._words = QPlainTextEdit()
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setObjectName("words of the page")
        self._words.setAccessibleName("Text of the page, to read or to copy")
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        set_least(self._words, height=420)
        self._words_label.setBuddy(self._words)
        self.print_button = PlainButton("P&rint", "print paper")
        self.save_button = PlainButton("Save as a f&ile", "save paper")
        self.earlier_button = PlainButton("Page &before", "earlier page")
        self.next_button = PlainButton("Ne&xt page", "next page")
        self.text_button = PlainButton(_AS_TEXT, "paper as text")
        self._acts = ButtonRow(self.print_button, self.save_button, self.text_button)
        self._turns = ButtonRow(self.earlier_button, self.next_button)
        column = QVBoxLayout(self)
        lay(column, gap=12)
        caption = Line(label, "heading")
        for widget in (
            caption,
            self._empty,
            self._acts,
            self._place,
            self._turns,
            self._picture,
            self._words_label,
            self._words,
        ):
            column.addWidget(widget)
        self.print_button.clicked.connect(lambda _pressed: print_paper())
        self.save_button.clicked.connect(lambda _pressed: save_paper())
        self.earlier_button.clicked.connect(lambda: self._turn(-1))
        self.next_button.clicked.connect(lambda: self._turn(1))
        self.text_button.clicked.connect(self._other_way)
        self._show()

    @property
    def words(self) -> str:
        """The words of the page that is shown."""
        return self._words.toPlainText()

    @property
    def place(self) -> str:
        """Which page is shown, of how many; nothing while there is no paper."""
        return self._place.text() if self._pdf else ""

    def show_paper(self, pdf: bytes) -> None:
        """Show a paper from its first page on; the same paper again stays at the page it was at."""
        if pdf == self._pdf:
            return
        self._pdf = pdf
        self._at = 0
        self._draw()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no paper."""
        self._pdf = b""
        self._empty.setText(sentence)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew, as wide as there is room."""
        super().resizeEvent(event)
        if self._pdf and event.size().width() != event.oldSize().width():
            self._draw()

    def _turn(self, by: int) -> None:
        self._at += by
        self._draw()
        self._place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _other_way(self) -> None:
        self._as_text = not self._as_text
        self.text_button.setText(_AS_PAGE if self._as_text else _AS_TEXT)
        self._show()
        if self._as_text:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        """Draw the page that is shown, and take down its words."""
        import pypdfium2  # noqa: PLC0415 - the first window must not wait for it

        paper = pypdfium2.PdfDocument(self._pdf)
        count = len(paper)
        self._at = max(0, min(self._at, count - 1))
        page = paper[self._at]
        sharpness = self.devicePixelRatioF()
        width = max(px(200), min(self.width(), px(_WIDEST)))
        bitmap = page.render(scale=width * sharpness / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        image.setDevicePixelRatio(sharpness)
        words = page.get_textpage().get_text_bounded().replace("\r\n", "\n")
        paper.close()
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setFixedHeight(round(image.height() / sharpness) + 2)
        self._picture.setAccessibleName(f"Picture of page {self._at + 1}")
        self._picture.setAccessibleDescription(words)
        self._words.setPlainText(words)
        self._place.setText(f"Page {self._at + 1} of {count}")
        self.earlier_button.setEnabled(self._at > 0)
        self.next_button.setEnabled(self._at < count - 1)
        self._turns.setVisible(count > 1)
        self._show()

    def _show(self) -> None:
        there = bool(self._pdf)
        self._empty.setVisible(not there)
        self._acts.setVisible(there)
        self._place.setVisible(there)
        if not there:
            self._turns.hide()
        self._picture.setVisible(there and not self._as_text)
        self._words_label.setVisible(there and self._as_text)
        self._words.setVisible(there and self._as_text)
