"""A program that runs on a display of its own, driven by keyboard and read as a screen reader reads it.

``Display`` starts the display and the bus; ``Program`` starts a program on it. Both end what they started.
"""

# ruff: noqa: S603, S607 - it starts the programs the tests are about, by the names Debian gives them

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

PACKAGES = (
    "xvfb", "dbus-x11", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0", "libxkbcommon-x11-0", "libxcb-cursor0",
    "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "xdotool",
)  # fmt: skip
"""What Debian must have, besides what Qt itself needs."""

SYSTEM_PYTHON = "/usr/bin/python3"
LISTENER = Path(__file__).with_name("listener.py")
PATIENCE = 40.0
"""How many seconds to wait for anything, at most."""


def what_is_missing() -> str:
    """Return in a sentence why the program cannot be read here; nothing if it can."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is read on Linux only."
    for command in ("Xvfb", "dbus-daemon", "xdotool", SYSTEM_PYTHON):
        if shutil.which(command) is None:
            return f"{command} is missing. Install: {' '.join(PACKAGES)}."
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        return f"The system's Python cannot speak AT-SPI. Install: {' '.join(PACKAGES)}."
    plugin = Path(sys.prefix).glob("lib*/python*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so")
    for library in plugin:
        linked = subprocess.run(["ldd", str(library)], capture_output=True, text=True, check=False).stdout
        if "not found" in linked:
            return f"Qt lacks a library for the display. Install: {' '.join(PACKAGES)}."
    return ""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the display, as a screen reader is told of it."""

    number: int
    depth: int
    role: str
    name: str
    description: str
    states: tuple[str, ...]
    value: str
    labels: tuple[str, ...]

    def __str__(self) -> str:
        told = [self.role, repr(self.name), *(("=", repr(self.value)) if self.value else ())]
        return f"{'  ' * self.depth}{' '.join(told)} {','.join(self.states)}"


class Display:
    """A display that nobody sees, and a bus of its own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pam-"))
        (self.folder / "home").mkdir()
        read, write = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "home" / ".config"),
            "XDG_DATA_HOME": str(self.folder / "home" / ".local" / "share"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
        }
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment, text=True,
        )  # fmt: skip
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _stream(self._bus.stdout).readline().strip()

    def close(self) -> None:
        """End the bus and the display, and remove what they left."""
        for process in (self._bus, self._screen):
            _end(process)
        shutil.rmtree(self.folder, ignore_errors=True)


class Program:
    """A program that runs, and the ear that listens to it."""

    def __init__(
        self, display: Display, arguments: Sequence[str], name: str, environment: Mapping[str, str] | None = None
    ) -> None:
        self._log = (display.folder / "program.log").open("w+", encoding="utf-8")
        together = {**display.environment, **(environment or {})}
        self.process = subprocess.Popen(
            [*arguments], env=together, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log
        )
        self._ear = subprocess.Popen(
            [SYSTEM_PYTHON, str(LISTENER)], env=together, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        number = self.process.pid
        if not self._ask("find_program", name=name, process=number, seconds=PATIENCE * 2)["found"]:
            written = self.log()
            self.close()
            raise AssertionError(f"{name!r} did not appear on the display:\n{written}")
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let this program have the keyboard: another may have had it."""
        assert self._ask("give_keyboard", process=self.process.pid), f"the window takes no keys:\n{self.log()}"

    # looking and listening

    def tree(self) -> list[Node]:
        """Return all that is showing, from the top down."""
        return [_node(told) for told in self._ask("tree")]

    def find(self, role: str, name: str = "", **wanted: Any) -> Node:
        """Return the first thing of a role and a name, once it is showing. States are named in capitals.

        With ``description`` or ``value`` it must hold these words, too.
        """
        asked = {"role": role, **({"name": name} if name else {}), **wanted}
        told = self._ask("wait_for", seconds=PATIENCE, **asked)
        if told is None:
            seen = "\n".join(map(str, self.tree()))
            raise AssertionError(f"there is no {role} {name!r} {wanted or ''} among\n{seen}\n{self.log()}")
        return _node(told)

    def wait_gone(self, role: str, name: str) -> None:
        """Wait until a thing is no longer showing."""
        assert self._ask("wait_gone", seconds=PATIENCE, role=role, name=name), f"{role} {name!r} is still there"

    def wait_focus(self, role: str, name: str = "") -> Node:
        """Return the thing that has the focus, once it is of this role and name."""
        return self.find(role, name, states=["FOCUSED"])

    def focused(self) -> Node | None:
        """Return what has the focus now."""
        told = self._ask("focused")
        return _node(told) if told is not None else None

    def heard(self) -> list[str]:
        """Return what came to the ears since this was last asked: announcements, and what took the focus."""
        told = []
        for event in self._ask("heard"):
            match event["what"]:
                case "announced":
                    told.append(event["text"])
                case "focus":
                    told.append(" ".join(filter(None, (event["name"], event["role"], event["description"]))))
                case _:
                    told.append(event["name"])
        return told

    def table(self, table: Node) -> dict[str, Any]:
        """Return how many rows and columns a table has, and its headings."""
        told: dict[str, Any] = self._ask("table", number=table.number)
        return told

    def cell(self, table: Node, row: int, column: int) -> Node:
        """Return a cell of a table."""
        return _node(self._ask("cell", number=table.number, row=row, column=column))

    def log(self) -> str:
        """Return what the program has written."""
        self._log.flush()
        return Path(self._log.name).read_text(encoding="utf-8")

    # doing

    def key(self, *keys: str) -> None:
        """Press keys, named as xdotool names them: ``Tab``, ``ctrl+z``, ``alt+k``, ``Return``."""
        assert self._ask("key", keys=list(keys))

    def type(self, text: str) -> None:
        """Type a text of plain letters."""
        assert self._ask("type", text=text)

    def press(self, thing: Node) -> None:
        """Do what is done with a thing: press the button, tick the box."""
        assert self._ask("press", number=thing.number), f"{thing} cannot be pressed"

    def acts(self, thing: Node) -> list[str]:
        """Return what can be done with a thing."""
        told: list[str] = self._ask("acts", number=thing.number)
        return told

    def focus(self, thing: Node) -> None:
        """Bring the focus to a thing."""
        assert self._ask("focus", number=thing.number), f"{thing} does not take the focus"

    def set_text(self, field: Node, text: str) -> None:
        """Replace the text of a field, as dictation does."""
        assert self._ask("set_text", number=field.number, text=text), f"{field} takes no text"

    def close(self) -> None:
        """End the program and stop listening."""
        for process in (self._ear, self.process):
            _end(process)
        self._log.close()

    def _ask(self, ask: str, **details: Any) -> Any:
        question, answers = _stream(self._ear.stdin), _stream(self._ear.stdout)
        question.write(json.dumps({"ask": ask, **details}) + "\n")
        question.flush()
        answer = json.loads(answers.readline() or '{"error": "the ear is deaf"}')
        if "error" in answer:
            raise AssertionError(f"{ask}: {answer['error']}\n{self.log()}")
        return answer["answer"]


def _node(told: Mapping[str, Any]) -> Node:
    return Node(
        number=told["number"],
        depth=told["depth"],
        role=told["role"],
        name=told["name"],
        description=told["description"],
        states=tuple(told["states"]),
        value=told["value"],
        labels=tuple(told["labels"]),
    )


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def _end(process: subprocess.Popen[Any]) -> None:
    """End a process that we started, and only that."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
