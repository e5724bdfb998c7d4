"""Opens a file in a window as a person does, and prints in JSON how long that took, in seconds. ``bench.py`` starts it.

The words after it: the file, its password, the moment it is to be there, and when the process was started.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from pa_manager.shell import theme
from pa_manager.shell.window import Window


def main(file: Path, password: str, moment: datetime, started: float) -> None:
    """Show the way in, open the file, show Home, and say when each was there."""
    application = QApplication([])
    settings = QSettings()
    window = Window(theme=theme.put_on(application, settings), built=False)
    window.show()
    application.processEvents()
    painted = perf_counter()
    from pa_manager import porch  # noqa: PLC0415 -- as the program does: the window first

    door = porch.enter(window, settings, now=lambda: moment)
    application.processEvents()
    from pa_manager.keeper import FileKeeper  # noqa: PLC0415 -- as the program does: the door before the rest

    typed, worked_before = perf_counter(), process_time()
    keeper = FileKeeper(window, door, now=lambda: moment)
    keeper.open(file, password=password, recovery_code="", take_over=False)
    opened = perf_counter()
    keeper.enter()
    application.processEvents()
    window.repaint()
    shown, worked = perf_counter(), process_time()
    told = {
        "from_password": (shown - typed, worked - worked_before),
        "from_start": (shown - started, worked),
        "steps": {
            "painted": painted - started,
            "imported": typed - painted,
            "opened": opened - typed,
            "home": shown - opened,
        },
    }
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    keeper.shut()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3]), float(sys.argv[4]))
