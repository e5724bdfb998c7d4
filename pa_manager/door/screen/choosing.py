"""Choosing a file or a folder with the dialogs of the desktop."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class QtChooser:
    """The dialogs of this computer, above a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def usual_folder(self) -> Path:
        """Return where documents are usually kept."""
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def choose_file(self) -> Path | None:
        """Let the user choose a holder's file; nothing if they thought better of it."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, "Open a file", str(self.usual_folder()), "PA Manager files (*.pam);;All files (*)"
        )
        return Path(chosen) if chosen else None

    def choose_folder(self, start: str) -> Path | None:
        """Let the user choose a folder; nothing if they thought better of it."""
        chosen = QFileDialog.getExistingDirectory(self._window, "Where the file is kept", start)
        return Path(chosen) if chosen else None
