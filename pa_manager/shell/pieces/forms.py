"""Forms: fields to fill in, what is wrong with them said at the top, and one button that keeps them."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField
from pa_manager.shell.pieces.keys import put_in_order, share_out
from pa_manager.shell.pieces.lines import FocusLine, Line, LitFrame, announce
from pa_manager.shell.pieces.scrolling import Scrolling
from pa_manager.shell.sizes import lay, px, width_of

PROBLEM = "There is a problem"


class ErrorSummary(LitFrame):
    """What is wrong with a form, all at once, at its top. It takes the focus; each line leads to its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bad", parent)
        self._head = FocusLine(PROBLEM, "heading", self)
        self._head.setObjectName("problem")
        self._told = Line("", "label")
        self._told.setObjectName("problem told")
        self._links: list[QuietButton] = []
        self._column = QVBoxLayout(self)
        lay(self._column, gap=4, margins=(18, 14, 18, 16))
        self._column.addWidget(self._head)
        self._column.addWidget(self._told)
        self.hide()

    @property
    def problem(self) -> str:
        """What is said to be wrong, besides what is said of fields."""
        return self._told.text()

    def tell(self, problem: str, errors: Mapping[AnyField, str]) -> None:
        """Say what is wrong and take the focus; with nothing wrong, keep out of sight."""
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(field, message) for field, message in errors.items()]
        put_in_order(self.window())
        self._told.setText(problem)
        self._told.setVisible(bool(problem))
        self.setVisible(bool(problem or errors))
        if problem or errors:
            said = f"{PROBLEM}. {' '.join(filter(None, (problem, *errors.values())))}"
            self._head.setAccessibleName(said)
            self._head.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self._head, said)

    def _link(self, field: AnyField, message: str) -> QuietButton:
        link = QuietButton(message.replace("&", "&&"), f"to {field.name}", self)
        link.clicked.connect(lambda: field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._column.addWidget(link)
        return link


class FormDialog(QDialog):
    """A form that is filled in once: it stays open until what was typed is kept, or the user leaves it.

    ``fields`` are known by the names the presenter reads them by. A form is used once; for the next record make
    another, with fields of its own.

    Signals:
        kept: The user asked to keep what was typed, by the names of the fields.
    """

    kept = Signal(dict)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        lead: str,
        fields: Mapping[str, AnyField],
        keep: str = "Keep",
    ) -> None:
        super().__init__(parent)
        self.fields = dict(fields)
        self._opened_with: dict[str, str] = {}
        self._warned = False
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.summary = ErrorSummary()
        self.keep_button = MainButton(keep, "keep")
        self.keep_button.setDefault(True)
        self.leave_button = PlainButton("Leave without keeping", "leave")

        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        lay(self._column, gap=20, margins=(36, 28, 36, 24))
        head = QVBoxLayout()
        lay(head, gap=6)
        head.addWidget(Line(title, "title"))
        lead_line = Line(lead, "lead", "soft")
        lead_line.setVisible(bool(lead))
        head.addWidget(lead_line)
        self._column.addLayout(head)
        self._column.addWidget(self.summary)
        for field in self.fields.values():
            self._column.addWidget(field)
        self._column.addStretch(1)
        foot = QFrame()
        foot.setProperty("look", "foot")
        feet = QVBoxLayout(foot)
        lay(feet, margins=(36, 14, 36, 16))
        feet.addWidget(ButtonRow(self.keep_button, self.leave_button))
        self._page, self._foot = page, foot
        whole = QVBoxLayout(self)
        lay(whole)
        whole.addWidget(Scrolling(page), 1)
        whole.addWidget(foot)

        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.close_form)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets beneath the fields."""
        for widget in widgets:
            self._column.insertWidget(self._column.count() - 1, widget)

    def texts(self) -> dict[str, str]:
        """Return what is typed, by the names of the fields."""
        return {name: field.text() for name, field in self.fields.items()}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put texts into fields, by their names."""
        for name, text in texts.items():
            self.fields[name].set_text(text)

    def open(self) -> None:
        """Show the form over its window, and lead to the first field."""
        self._opened_with = self.texts()
        self.resize(self.sizeHint())
        super().open()
        for field in self.fields.values():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def close_form(self) -> None:
        """Take the form away: what was typed is kept, or not wanted."""
        self.done(QDialog.DialogCode.Accepted)

    def done(self, result: int) -> None:
        """Close, and give the window beneath the keyboard again: not every desktop does."""
        super().done(result)
        if (parent := self.parentWidget()) is not None:
            parent.window().activateWindow()

    def reject(self) -> None:
        """Leave on Escape. If something was typed, say first that it is not kept: the second time leaves."""
        if self._warned or self.texts() == self._opened_with:
            super().reject()
            return
        self._warned = True
        self.show_problem("What you typed is not kept yet. To leave without keeping it, press Escape again.")

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it, and all of it at the top."""
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))
        others = " ".join(message for name, message in errors.items() if name not in self.fields)
        self.summary.tell(others, {self.fields[name]: told for name, told in errors.items() if name in self.fields})

    def show_problem(self, message: str) -> None:
        """Say at the top what is wrong with the form as a whole."""
        self.summary.tell(message, {})

    def sizeHint(self) -> QSize:
        """Return the size at which all is in sight, as far as the window around it allows."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(width_of(66), round(room.width() * 0.94))
        height = self._page.heightForWidth(width) + self._foot.sizeHint().height() + px(8)
        return QSize(width, min(height, round(room.height() * 0.94)))

    def showEvent(self, event: QShowEvent) -> None:
        """Give every field and button its key before the form is seen."""
        share_out(self)
        put_in_order(self)
        super().showEvent(event)

    def _keep(self) -> None:
        self._warned = False
        self.show_errors({})
        self.kept.emit(self.texts())
