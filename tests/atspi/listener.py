"""Reads a running program over AT-SPI, as a screen reader would, and presses its keys.

Run by the system's Python, which has ``gi``; knows nothing of the program. It takes a command on each line of its
input and gives an answer on each line of its output, both as JSON. See ``program.py`` for what there is to ask.
"""

# ruff: noqa: S603, S607 - it starts the programs the tests are about, by the names Debian gives them

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

ITEMS = {"list item", "table cell"}
MOST_CHILDREN = 400
STATES = (
    "CHECKED", "EDITABLE", "ENABLED", "EXPANDABLE", "FOCUSABLE", "FOCUSED", "MODAL", "SELECTED", "SENSITIVE",
    "SHOWING", "VISIBLE", "ACTIVE", "DEFUNCT",
)  # fmt: skip
Node = dict[str, Any]


class Listener:
    """Follows one program, and remembers what came to its ears."""

    def __init__(self) -> None:
        self._app: Any = None
        self._known: list[Any] = []
        self._heard: list[Node] = []
        self._focus: Any = None
        self._listener = Atspi.EventListener.new(self._on_event)
        for kind in ("object:state-changed:focused", "object:announcement", "window:activate"):
            self._listener.register(kind)

    # what can be asked

    def find_program(self, name: str, process: int, seconds: float) -> Node:
        """Follow the program of a name and a process, once it is there."""

        def search() -> Any:
            desktop = Atspi.get_desktop(0)
            for number in range(desktop.get_child_count()):
                app = desktop.get_child_at_index(number)
                if app is not None and app.get_process_id() == process and name in (app.get_name() or ""):
                    return app if app.get_child_count() else None
            return None

        self._app = self._until(search, seconds)
        return {"found": self._app is not None}

    def tree(self) -> list[Node]:
        """Return everything that is showing, from the top down."""
        self._fresh()
        return [self._node(thing, depth) for depth, thing in self._walk(self._app, 0)]

    def wait_for(self, seconds: float, **wanted: Any) -> Node | None:
        """Return the first thing that is as wanted, once it is there; nothing if the time is up."""
        found = self._until(lambda: self._first(wanted), seconds)
        return found if found else None

    def wait_gone(self, seconds: float, **wanted: Any) -> bool:
        """Return whether nothing is as wanted any more, before the time is up."""
        return bool(self._until(lambda: self._first(wanted) is None, seconds))

    def focused(self) -> Node | None:
        """Return what has the focus: what said so last."""
        self._fresh()
        return self._node(self._focus, 0) if self._focus is not None else None

    def press(self, number: int) -> bool:
        """Do the first act of a thing: press a button, tick a box, open a list."""
        return bool(self._known[number].do_action(0))

    def acts(self, number: int) -> list[str]:
        """Return the names of what can be done with a thing."""
        thing = self._known[number]
        return [thing.get_action_name(act) for act in range(thing.get_n_actions())]

    def focus(self, number: int) -> bool:
        """Bring the focus to a thing."""
        return bool(self._known[number].grab_focus())

    def set_text(self, number: int, text: str) -> bool:
        """Replace the text of a field."""
        return bool(Atspi.EditableText.set_text_contents(self._known[number], text))

    def cell(self, number: int, row: int, column: int) -> Node | None:
        """Return a cell of a table."""
        found = Atspi.Table.get_accessible_at(self._known[number], row, column)
        return self._node(found, 0) if found is not None else None

    def table(self, number: int) -> Node:
        """Return how large a table is, and its headings."""
        table = self._known[number]
        columns = Atspi.Table.get_n_columns(table)
        return {
            "rows": Atspi.Table.get_n_rows(table),
            "columns": columns,
            "headings": [Atspi.Table.get_column_description(table, column) for column in range(columns)],
        }

    def give_keyboard(self, process: int) -> bool:
        """Let the window of a process have the keyboard, as a desktop does when it opens; here nobody else would."""
        which = ["--all", "--onlyvisible", "--pid", str(process), "--name", "."]
        asked = ["xdotool", "search", "--sync", *which, "windowfocus", "--sync", "%@"]  # the newest last
        return subprocess.run(asked, check=False, timeout=10).returncode == 0

    def key(self, keys: list[str]) -> bool:
        """Press keys, as on a keyboard."""
        return subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=False).returncode == 0

    def type(self, text: str) -> bool:
        """Type a text, as on a keyboard."""
        return subprocess.run(["xdotool", "type", "--delay", "15", "--", text], check=False).returncode == 0

    def heard(self) -> list[Node]:
        """Return what was announced or took the focus since this was last asked."""
        self._drain()
        heard, self._heard = self._heard, []
        return heard

    # how

    def _first(self, wanted: dict[str, Any]) -> Node | None:
        self._fresh()
        for depth, thing in self._walk(self._app, 0):
            node = self._node(thing, depth)
            if _is_as(node, wanted):
                return node
        return None

    def _walk(self, thing: Any, depth: int) -> Iterator[tuple[int, Any]]:
        try:
            states = thing.get_state_set()
            if depth > 1 and not states.contains(Atspi.StateType.SHOWING):
                return
            yield depth, thing
            for number in range(min(thing.get_child_count(), MOST_CHILDREN)):
                child = thing.get_child_at_index(number)
                if child is not None:
                    yield from self._walk(child, depth + 1)
        except GLib.Error:
            return  # gone while we looked

    def _node(self, thing: Any, depth: int) -> Node:
        self._known.append(thing)
        told: Node = {"number": len(self._known) - 1, "depth": depth}
        try:
            states = thing.get_state_set()
            parent = thing.get_parent() if thing.get_role_name() in ITEMS else None
            if parent is not None and not parent.get_state_set().contains(Atspi.StateType.FOCUSED):
                states.remove(Atspi.StateType.FOCUSED)  # Qt says so of the current item of every list
            told |= {
                "role": thing.get_role_name(),
                "name": thing.get_name() or "",
                "description": thing.get_description() or "",
                "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
                "value": self._value(thing),
                "labels": self._labels(thing),
            }
        except GLib.Error:
            told |= {"role": "gone", "name": "", "description": "", "states": [], "value": "", "labels": []}
        return told

    def _value(self, thing: Any) -> str:
        interfaces = thing.get_interfaces()
        if "Text" in interfaces and thing.get_role_name() not in {"label", "table cell"}:
            return str(Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing)))
        return ""

    def _labels(self, thing: Any) -> list[str]:
        return [
            relation.get_target(number).get_name() or ""
            for relation in thing.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for number in range(relation.get_n_targets())
        ]

    def _on_event(self, event: Any) -> None:
        try:
            if event.type.startswith("object:announcement"):
                self._heard.append({"what": "announced", "text": str(event.any_data)})
            elif event.type.startswith("object:state-changed:focused") and event.detail1:
                self._focus = event.source
                node = self._node(event.source, 0)
                self._heard.append({"what": "focus", **node})
            elif event.type.startswith("window:activate"):
                self._heard.append({"what": "window", "name": event.source.get_name() or ""})
        except GLib.Error:
            return

    def _fresh(self) -> None:
        self._drain()
        self._app.clear_cache()

    def _drain(self) -> None:
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)

    def _until(self, ask: Callable[[], Any], seconds: float) -> Any:
        """Ask again whenever something happens, at least every 40 ms, until there is an answer or the time is up."""
        context = GLib.MainContext.default()
        end = GLib.get_monotonic_time() + int(seconds * 1_000_000)
        while True:
            try:
                answer = ask()
            except GLib.Error:
                answer = None
            if answer or GLib.get_monotonic_time() > end:
                return answer
            GLib.timeout_add(40, lambda: False)
            context.iteration(True)


def _is_as(node: Node, wanted: dict[str, Any]) -> bool:
    return all(
        set(value) <= set(node["states"])
        if name == "states"
        else value in node[name]
        if name in {"description", "value"}
        else value == node[name]
        for name, value in wanted.items()
    )


def main() -> None:
    """Answer until the input ends."""
    listener = Listener()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"answer": getattr(listener, asked.pop("ask"))(**asked)}
        except (GLib.Error, IndexError, AttributeError, TypeError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
