"""Starts the program: with a window, painted before most is imported, or without one. It alone asks the clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ENDING: Final = ".pam"
PAINTED: Final = "PA_MANAGER_PAINTED"
"""Set in the environment by those who measure: say when the first window is painted, and leave."""


def start(arguments: Sequence[str]) -> int:
    """Do what the words ask; without words, show the window until it is closed. Return the exit code."""
    if arguments and not arguments[0].startswith("-") and not arguments[0].endswith(ENDING):
        return _obey(arguments)
    return _show(*_asked(arguments))


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def _show(file: str, example: bool) -> int:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from pa_manager.shell import theme
    from pa_manager.shell.window import PROGRAM, Window

    application = QApplication(sys.argv[:1])
    application.setOrganizationName(PROGRAM)
    application.setApplicationName(PROGRAM)
    settings = QSettings()
    window = Window(theme=theme.put_on(application, settings), built=False)
    if PAINTED in os.environ:
        from pa_manager.shell.first_paint import PaintWatch

        window.installEventFilter(PaintWatch(window))
    window.show()
    window.activateWindow()  # where no window manager does it, keys would go nowhere
    application.processEvents()  # the empty window is painted, and what follows may take its time

    from pa_manager import porch

    keeper = porch.enter(window, settings, now=now)
    if example:
        keeper.show_example()
    elif file:
        keeper.show_door().ask_for(Path(file))
    else:
        keeper.wake()
    application.aboutToQuit.connect(keeper.shut)
    return application.exec()


def _obey(words: Sequence[str]) -> int:
    import getpass

    from pa_manager import cli, demo

    return cli.obey(
        words,
        now=now,
        tell_example=demo.tell,
        say=lambda line: sys.stdout.write(f"{line}\n"),
        ask_password=getpass.getpass,
    )


def _asked(arguments: Sequence[str]) -> tuple[str, bool]:
    """Return the file that was named, and whether the example is wanted."""
    if not arguments:
        return "", False
    import argparse  # only now: the first window need not wait for it

    parser = argparse.ArgumentParser(
        prog="pa_manager",
        description="Opens the window. What it does without one: pa_manager todo --help.",
    )
    parser.add_argument("file", nargs="?", default="", help="the holder's file")
    parser.add_argument("--example", action="store_true", help="show the example household, which is kept nowhere")
    asked = parser.parse_args(arguments)
    return asked.file, asked.example
