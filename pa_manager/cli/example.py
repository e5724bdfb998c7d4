"""The example household on the disk: its records in a file of its own, and its return as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from pa_manager.cli.answers import Answer
from pa_manager.cli.doing import show_return
from pa_manager.cli.writing import CannotWrite
from pa_manager.file.running import Runner
from pa_manager.returns.operations import draft_return, list_returns
from pa_manager.values.days import Period, said_period

FIXED_PASSWORD: Final = "example"  # noqa: S105 -- it is printed for everybody to see
SPRING: Final = Period(date(2026, 4, 1), date(2026, 6, 8))


def free_place(folder: Path) -> tuple[Path, Path]:
    """Return where the file and the PDF go in a folder, which is made if need be. What is there stays.

    Raises:
        CannotWrite: The folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"{folder} cannot be made ({error.strerror or error}). Choose another folder.") from error
    again = 1
    while True:
        mark = "" if again == 1 else f"-{again}"
        file, pdf = folder / f"example{mark}.pam", folder / f"return{mark}.pdf"
        if not file.exists() and not pdf.exists():
            return file, pdf
        again += 1


def tell(runner: Runner, *, file: Path, pdf: Path, tell_example: Callable[[Runner], None], password: str) -> Answer:
    """Tell of the household, draft its return and write it.

    Args:
        runner: Runs operations on the new file.
        file: Where that is.
        pdf: Where the return goes.
        tell_example: Runs the operations that tell of the household, its bank file and its bank statement.
        password: The password to be said; empty, if the user has set it.
    """
    tell_example(runner)
    if not any(SPRING.overlap(line.a_return.period) for line in runner.read(list_returns)):
        runner.run(draft_return, period=SPRING)
    shown = show_return(runner, period=SPRING, pdf=pdf)
    return replace(
        shown,
        lines=[
            f"The example household is in {file}.",
            f"Its password is: {password}" if password else "Its password is the one you have set.",
            f"Its return for {said_period(SPRING)} is in {pdf}.",
            *shown.lines[1:-1],
        ],
        figures={"file": file, "password": password or None, **shown.figures},
    )
