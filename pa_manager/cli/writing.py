"""Reading and writing the files that are named beside the holder's own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from pa_manager.values.errors import UserError

_PDF = b"%PDF"


class CannotRead(UserError):
    """A file that was named cannot be read."""


class CannotWrite(UserError):
    """Nothing can be written where it was to go."""


def read_file(path: Path, *, most: int) -> bytes:
    """Return what is in a file, as far as it is of a size that will be looked at.

    Raises:
        CannotRead: It is not there, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise CannotRead(f"There is no file called {path}. Check its name and its folder.") from error
    except OSError as error:
        raise CannotRead(f"{path} cannot be read ({error.strerror or error}). Choose another file.") from error


def can_take_pdf(path: Path) -> None:
    """Refuse a place that holds something else than a PDF: it would be lost.

    Raises:
        CannotWrite: It does.
    """
    try:
        with path.open("rb") as file:
            other = file.read(len(_PDF)) != _PDF
    except FileNotFoundError:
        return
    except OSError as error:
        raise _cannot_write(path, error) from error
    if other:
        raise CannotWrite(f"{path} is there already and is not a PDF. Choose another name.")


def write_pdf(path: Path, pdf: bytes) -> None:
    """Write a paper, in the place of the PDF that is there if there is one.

    Raises:
        CannotWrite: It cannot be written there.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(pdf)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(f"{path} cannot be written ({error.strerror or error}). Choose another place.")
