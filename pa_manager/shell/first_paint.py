"""For those who measure: says when a window was painted for the first time."""

import os
import sys

from PySide6.QtCore import QEvent, QObject


class PaintWatch(QObject):
    """Says ``painted`` on standard output when a window is painted for the first time, then ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the program at the first painting."""
        if event.type() is QEvent.Type.Paint:
            sys.stdout.write("painted\n")
            sys.stdout.flush()
            os._exit(0)
        return False
