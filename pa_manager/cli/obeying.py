"""From words to an exit code: the file opened, the word obeyed, the file closed with a backup, the answer said."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from pa_manager.cli import doing, example
from pa_manager.cli.answers import Answer
from pa_manager.cli.importing import bring_in
from pa_manager.cli.words import PASSWORD, read_words
from pa_manager.file.backups import BackupNotMade
from pa_manager.file.opening import OpenFile, create_file, look_at, open_file
from pa_manager.file.running import Runner
from pa_manager.values.clock import LONDON
from pa_manager.values.errors import UserError

DONE: Final = 0
PUT_RIGHT: Final = 1


class NoPasswordGiven(UserError):
    """The password could not be asked for."""


def obey(
    arguments: Sequence[str],
    *,
    now: Callable[[], datetime],
    tell_example: Callable[[Runner], None],
    say: Callable[[str], object],
    ask_password: Callable[[str], str],
) -> int:
    """Do what the words ask; return 0 if it was done, 1 if something is to be put right, 2 for wrong usage.

    Args:
        arguments: The words typed after the name of the program.
        now: Tells the moment.
        tell_example: Tells an empty file of the example household, with its bank file and bank statement.
        say: Takes each line of the answer.
        ask_password: Asks for the password with the words it is given.
    """
    _let_every_letter_through()
    clerk = _Clerk(now=now, tell_example=tell_example, ask_password=ask_password)
    try:
        asked = read_words(arguments)
        answer = clerk.answer(asked)
        for line in [answer.as_json] if asked.json else answer.lines:
            say(line)
        sys.stdout.flush()
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else DONE
    except UserError as error:
        return _complain(str(error))
    except BrokenPipeError:
        return _nobody_listens()
    except OSError as error:
        return _complain(f"A file could not be read or written ({error}). Try again, or choose another place.")
    except KeyboardInterrupt:
        return _complain("Stopped. What was done before that is kept.")
    return _complain(answer.problem) if answer.problem else DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clerk:
    """Opens the file, has the words obeyed, and closes the file whatever happens."""

    now: Callable[[], datetime]
    tell_example: Callable[[Runner], None]
    ask_password: Callable[[str], str]

    def answer(self, asked: Namespace) -> Answer:
        if asked.command == "example":
            return self._example(asked.to)
        file: Path = asked.file
        look_at(file)
        password = os.environ.get(PASSWORD) or self._ask(f"Password of {file.name}: ")
        opened = open_file(file, now=self.now(), password=password)
        return self._in(opened, lambda runner: _act(asked, runner, self._today()))

    def _example(self, folder: Path) -> Answer:
        file, pdf = example.free_place(folder)
        password = os.environ.get(PASSWORD, "")
        opened, _code = create_file(file, password=password or example.FIXED_PASSWORD, now=self.now())
        said = "" if password else example.FIXED_PASSWORD
        return self._in(
            opened,
            lambda runner: example.tell(runner, file=file, pdf=pdf, tell_example=self.tell_example, password=said),
        )

    def _in(self, opened: OpenFile, act: Callable[[Runner], Answer]) -> Answer:
        try:
            answer = act(Runner(opened, self.now))
        except BaseException:
            with suppress(BackupNotMade):  # what went wrong first is what is said
                opened.close(now=self.now())
            raise
        try:
            opened.close(now=self.now())
        except BackupNotMade as error:
            return replace(answer, problem=f"{answer.problem} {error}".strip())
        return answer

    def _ask(self, words: str) -> str:
        try:
            return self.ask_password(words)
        except EOFError as error:
            raise NoPasswordGiven(
                f"No password was given. Run this in a terminal, or set {PASSWORD} in the environment."
            ) from error

    def _today(self) -> date:
        return self.now().astimezone(LONDON).date()


def _act(asked: Namespace, runner: Runner, today: date) -> Answer:
    match asked.command:
        case "import":
            return bring_in(
                runner, path=asked.bankfile, account=asked.account, also=asked.also, yes=asked.yes, today=today
            )
        case "reconcile":
            return doing.reconcile(
                runner,
                account=asked.account,
                period=asked.period,
                opening=asked.opening,
                closing=asked.closing,
            )
        case "return":
            return doing.show_return(
                runner,
                period=asked.period,
                stream=asked.stream,
                pdf=asked.pdf,
                large=asked.large,
                keep=asked.keep,
            )
        case "check":
            return doing.check(runner, period=asked.period, stream=asked.stream, today=today)
        case "todo":
            return doing.todo(runner, today=today)
        case _:
            return doing.export(runner, folder=asked.to)


def _complain(problem: str) -> int:
    sys.stderr.write(f"{problem}\n")
    return PUT_RIGHT


def _let_every_letter_through() -> None:
    """Have letters that a terminal cannot show stand as question marks, instead of ending the program."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _nobody_listens() -> int:
    """End quietly when what the answer was piped into has ended: the rest has nowhere to go."""
    with suppress(OSError):
        number = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    return DONE
