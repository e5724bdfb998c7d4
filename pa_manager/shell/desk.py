"""The desk outside the window: choosing a file, saving a paper, printing it. Screens are handed it."""

from pathlib import Path
from typing import Final, Protocol

import pypdfium2
from PySide6.QtCore import QRectF, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from pa_manager.shell.voice import Voice, find_voice
from pa_manager.values.errors import UserError

_NOT_IN_FILE_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_POINTS_PER_INCH = 72
_DOTS_PER_INCH = 300
LARGEST: Final = 50_000_000
"""How many bytes a file may have that is opened here: a longer one is refused before it is read."""


class CannotUseFile(UserError):
    """A file could not be read, or not be written where it was to go."""


class Desk(Protocol):
    """What a screen may ask of the desktop."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None:
        """Let the user choose a file; return its name and what is in it, or nothing if they chose none."""
        ...

    def save_file(self, name: str, content: bytes) -> str | None:
        """Let the user say where a file goes, and write it; return where, or nothing if they thought better of it."""
        ...

    def print_pdf(self, name: str, pdf: bytes) -> None:
        """Let the user choose a printer, and print a paper."""
        ...

    def copy_text(self, text: str) -> None:
        """Put a text where the next "Paste" takes it from, in any other program."""
        ...

    def voice(self) -> Voice | None:
        """Return what reads aloud on this computer, if anything does."""
        ...


class QtDesk(Desk):
    """The desk of this computer, with Qt's own dialogs above a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None:
        """Let the user choose a file; return its name and what is in it, or nothing if they chose none.

        Raises:
            CannotUseFile: The file is larger than 50 MB, or cannot be read.
        """
        chosen, _kind = QFileDialog.getOpenFileName(self._window, title, self._folder, kinds)
        self._window.activateWindow()
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = str(path.parent)
        try:
            if (bytes_ := path.stat().st_size) > LARGEST:
                raise CannotUseFile(f"{path.name} has {bytes_ // 1_000_000} MB. Choose a file of 50 MB or less.")
            return path.name, path.read_bytes()
        except OSError as error:
            raise CannotUseFile(f"{path.name} could not be read. Copy it to this computer and try again.") from error

    def save_file(self, name: str, content: bytes) -> str | None:
        """Let the user say where a file goes, and write it; return where, or nothing if they thought better of it.

        Raises:
            CannotUseFile: It cannot be written there.
        """
        proposed = str(Path(self._folder) / name.translate(_NOT_IN_FILE_NAMES))
        chosen, _kind = QFileDialog.getSaveFileName(self._window, "Save as", proposed)
        self._window.activateWindow()
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = str(path.parent)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise CannotUseFile(f"{path.name} could not be saved there. Choose another folder.") from error
        return str(path)

    def print_pdf(self, name: str, pdf: bytes) -> None:
        """Let the user choose a printer, and print a paper page by page."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        if QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted:
            print_pages(printer, pdf)

    def copy_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def voice(self) -> Voice | None:
        """Return the computer's own voice, looked for when it is first asked for."""
        return find_voice(self._window)


def print_pages(printer: QPrinter, pdf: bytes) -> None:
    """Draw every page of a PDF on a printer, each on a sheet of its own size, edge to edge."""
    pages = pypdfium2.PdfDocument(pdf)
    printer.setFullPage(True)
    painter: QPainter | None = None
    for page in pages:
        width, height = page.get_size()
        printer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point))
        if painter is None:
            painter = QPainter(printer)
        else:
            printer.newPage()
        bitmap = page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fitted = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, fitted.width(), fitted.height()), image)
    if painter is not None:
        painter.end()
