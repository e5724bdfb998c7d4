"""The words that can be typed: what is asked for, of which file, and in which form the answer is wanted."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from pa_manager.spending.model import WarningCode
from pa_manager.values.days import Period, day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

T = TypeVar("T")

PASSWORD: Final = "PA_MANAGER_PASSWORD"  # noqa: S105 -- the name of a variable, not one
NONE: Final = "none"

_END: Final = f"""
The password of the file is asked for, or taken from the environment variable {PASSWORD}.
Exit code: 0 done, 1 something to put right (one sentence on standard error), 2 wrong usage.
Days are typed as you like: "1 4 2026", 1/4/26, "1 apr 2026", 2026-04-01.
"""


def read_words(words: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for.

    Raises:
        SystemExit: It is not clear, or help was asked for; what there is to say has been said.
        EndsBeforeItBegins: The last day comes before the first.
    """
    reading = _parser()
    asked = reading.parse_args(words)
    if asked.command == "check" and (asked.first is None) != (asked.last is None):
        reading.error("--first and --last go together.")
    if asked.command == "return" and asked.large and asked.pdf is None:
        reading.error("--large goes with --pdf.")
    asked.period = Period(asked.first, asked.last) if getattr(asked, "first", None) else None
    return asked


def _parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="pa_manager",
        description="PA Manager without a window.",
        epilog=_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for describe in (_example, _import, _reconcile, _return, _check, _todo, _export):
        describe(commands.add_parser)
    return whole


_Add = Callable[..., argparse.ArgumentParser]


def _example(add: _Add) -> None:
    words = _command(
        add,
        "example",
        "make the example household with its bank file, and write its return as a PDF",
        f"The file has the password in {PASSWORD}, or one that is printed. Nothing that is there is replaced.",
    )
    words.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where it goes")


def _import(add: _Add) -> None:
    words = _command(
        add,
        "import",
        "bring in a bank file: what is new in it, once",
        "Rows that may be doubles are left out and listed, and the exit code is 1 until --also says what of them"
        " is to be taken.",
    )
    words.add_argument("bankfile", type=Path, metavar="BANKFILE", help="the file that the bank gave")
    _file(words)
    _account(words)
    words.add_argument(
        "--also",
        type=_lines,
        metavar="LINES",
        help=f"lines of the bank file that may be doubles and are taken all the same, such as 14,15; or {NONE}",
    )
    words.add_argument(
        "--yes",
        type=_code,
        action="append",
        default=[],
        metavar="CODE",
        help="answer a question about the file with yes, by the name it was asked under; may be given again",
    )


def _reconcile(add: _Add) -> None:
    words = _command(
        add,
        "reconcile",
        "agree the record with a bank statement",
        "If the sums agree, the rows on the statement stay as they are for good. If not, nothing changes.",
    )
    _file(words)
    _account(words)
    _days(words, required=True)
    for name, meaning in (("--opening", "begins"), ("--closing", "ends")):
        words.add_argument(
            name,
            type=_read(Money.signed_from_text),
            required=True,
            metavar="MONEY",
            help=f"the balance the statement {meaning} with",
        )


def _return(add: _Add) -> None:
    words = _command(
        add,
        "return",
        "work out the return over any days, and write it as a PDF",
        "A return of just these days that is in the file is taken as it is; else the file does not change,"
        " unless --keep is given.",
    )
    _file(words)
    _days(words, required=True)
    _stream(words)
    words.add_argument("--pdf", type=Path, metavar="OUT", help="write the statement here; another PDF is replaced")
    words.add_argument("--large", action="store_true", help="in large print, with --pdf")
    words.add_argument("--keep", action="store_true", help="keep it in the file as a draft, to be checked and sent")


def _check(add: _Add) -> None:
    words = _command(
        add,
        "check",
        "list what a council would ask about",
        "Of the days that are named; without any, of every return in the file that was not sent. The exit code"
        " is 0 whatever is found: the question was answered.",
    )
    _file(words)
    _days(words, required=False)
    _stream(words)


def _todo(add: _Add) -> None:
    _file(_command(add, "todo", "list what needs doing", "What is due first comes first."))


def _export(add: _Add) -> None:
    words = _command(
        add,
        "export",
        "write every table as CSV, and every document that was kept",
        "Nobody needs a password to read what is written: keep it where only you can.",
    )
    _file(words)
    words.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="a folder that is new or empty")


def _command(add: _Add, name: str, meaning: str, more: str) -> argparse.ArgumentParser:
    words = add(name, help=meaning, description=f"{meaning[:1].upper()}{meaning[1:]}. {more}", allow_abbrev=False)
    words.add_argument("--json", action="store_true", help="answer in JSON: sums as 2582.21, days as 2026-06-08")
    return words


def _file(words: argparse.ArgumentParser) -> None:
    words.add_argument("--in", dest="file", type=Path, required=True, metavar="FILE", help="the holder's file")


def _account(words: argparse.ArgumentParser) -> None:
    words.add_argument("--account", metavar="NAME", help="the account; needed if there are several")


def _stream(words: argparse.ArgumentParser) -> None:
    words.add_argument("--stream", metavar="NAME", help="for the money of one funder alone")


def _days(words: argparse.ArgumentParser, *, required: bool) -> None:
    for name in ("first", "last"):
        words.add_argument(
            f"--{name}", type=_read(day_from_text), required=required, metavar="DAY", help=f"the {name} day"
        )


def _read(read: Callable[[str], T]) -> Callable[[str], T]:
    """Return what reads a word; what it cannot read is wrong usage, with the reason."""

    def reading(text: str) -> T:
        try:
            return read(text)
        except UserError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return reading


def _lines(text: str) -> frozenset[int]:
    if text.strip().casefold() == NONE:
        return frozenset()
    try:
        return frozenset(int(number) for number in text.replace(",", " ").split())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"These are no lines. Type numbers, for example 14,15, or {NONE}.") from error


def _code(text: str) -> WarningCode:
    try:
        return WarningCode(text.strip().upper())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"No question is asked under the name {text}.") from error
