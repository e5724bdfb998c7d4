"""Layouts of the file for the payroll, without a toolkit: which columns it has, and what fills each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.pay.model import SHIPPED, Layout, LayoutColumn, Source, Written
from pa_manager.pay.operations import PAY, keep_layout, list_layouts, load_layout, remove_layout, save_layout
from pa_manager.values.errors import UserError

KINDS: Final = "Layout of hours (*.json)"
Keep = Callable[[dict[str, str]], None]


class LayoutsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_layouts(self, layouts: Sequence[Layout]) -> None: ...
    def pick_layout(self, number: int) -> None: ...
    def show_columns(self, title: str, columns: Sequence[tuple[int, LayoutColumn]]) -> None: ...
    def pick_column(self, number: int) -> None: ...
    def allow(self, layout: bool, column: bool) -> None: ...
    def open_start(self, choices: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_column(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Files(Protocol):
    """What is asked of the desktop: a file to read, and where to save one."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...
    def save_file(self, name: str, content: bytes) -> str | None: ...


class LayoutsPresenter:
    """Shows the layouts with their columns, and keeps what is changed, loaded and saved."""

    def __init__(self, view: LayoutsView, runner: Runner, *, files: Files) -> None:
        self._view = view
        self._runner = runner
        self._files = files
        self._layout: Layout | None = None
        self._column: int | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the layouts again and show them."""
        layouts = self._runner.read(list_layouts)
        picked = self._layout.id if self._layout else None
        self._view.set_lead(
            "Which columns the file for the payroll has. Choose the one in use under Who runs the payroll."
            if layouts
            else f"Until you make a layout of your own, this one is used: {SHIPPED[0].name}."
        )
        self._view.show_layouts(layouts)
        here = next((each for each in layouts if each.id == picked), next(iter(layouts), None))
        self.pick(here)
        if here:
            self._view.pick_layout(here.id)

    def pick(self, layout: Layout | None) -> None:
        """Show the columns of the layout picked."""
        self._layout = layout
        if layout is None:
            self._view.show_columns("", ())
        else:
            self._view.show_columns(f"Columns of {layout.name}", tuple(enumerate(layout.columns)))
        self.pick_column(None)

    def pick_column(self, column: tuple[int, LayoutColumn] | None) -> None:
        """Take note of the column picked."""
        self._column = column[0] if column else None
        self._view.allow(self._layout is not None, column is not None)

    def start(self) -> None:
        """Open the form that starts a layout from one that is shipped."""
        choices = [(str(number), each.name) for number, each in enumerate(SHIPPED)]
        self._view.open_start(choices, {"name": ""}, self.keep_start)

    def keep_start(self, texts: Mapping[str, str]) -> None:
        """Keep a layout of the holder's own, under a name."""
        shipped = SHIPPED[int(texts["pattern"])]
        name = texts["name"].strip() or shipped.name
        layout = Layout(
            id=shipped.id, name=name, columns=shipped.columns, whole=bool(texts["whole"]), note=shipped.note
        )
        if self._keep(layout, f"Kept. {name} can now be changed and used."):
            self._pick_newest()

    def load(self) -> None:
        """Let a file be chosen, and keep the layout in it."""
        try:
            chosen = self._files.open_file("Load a layout", KINDS)
            if chosen:
                self._runner.run(load_layout, name=chosen[0], content=chosen[1])
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if chosen:
            self._pick_newest()
            self._view.show_result("Loaded. Choose it under Who runs the payroll to use it.")

    def save(self) -> None:
        """Save the layout picked as a file, to hand on."""
        if self._layout is None:
            return
        content = self._runner.read(save_layout, layout_id=self._layout.id)
        try:
            where = self._files.save_file(f"{self._layout.name}.json", content)
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if where:
            self._view.show_result(f"Saved as {where}. It holds the columns alone, and nothing about you.")

    def remove(self) -> None:
        """Take out the layout picked."""
        if layout := self._layout:
            self._runner.run(remove_layout, layout_id=layout.id)
            self._view.show_result(f"Taken out: {layout.name}. Undo brings it back.")

    def add_column(self) -> None:
        """Open an empty form for a column."""
        texts = {"heading": "", "source": Source.DESCRIPTION, "written": Written.PLAIN, "text": ""}
        self._view.open_column("Add a column", texts, lambda typed: self.keep_column(None, typed))

    def change_column(self) -> None:
        """Open the form of the column picked."""
        if self._layout and (at := self._column) is not None:
            column = self._layout.columns[at]
            texts = {
                "heading": column.heading,
                "source": column.source,
                "written": column.written,
                "text": column.text,
            }
            self._view.open_column("Change a column", texts, lambda typed: self.keep_column(at, typed))

    def keep_column(self, at: int | None, texts: Mapping[str, str]) -> None:
        """Keep a column, or say beside its heading what is wrong with it."""
        if self._layout is None:
            return
        column = LayoutColumn(
            texts["heading"].strip(), Source(texts["source"]), Written(texts["written"]), texts["text"].strip()
        )
        try:
            layout = self._layout.with_column(column, at)
        except UserError as error:
            self._view.show_form_errors({"heading": str(error)})
            return
        self._keep(layout, f"Kept: {column.heading}.")

    def remove_column(self) -> None:
        """Take out the column picked."""
        if self._layout and self._column is not None:
            try:
                layout = self._layout.without_column(self._column)
            except UserError as error:
                self._view.show_problem(str(error))
                return
            self._keep(layout, "Taken out. Undo brings it back.")

    def move_column(self, by: int) -> None:
        """Move the column picked to the left or right."""
        if self._layout and (at := self._column) is not None:
            to = min(max(at + by, 0), len(self._layout.columns) - 1)
            self._runner.run(keep_layout, layout=self._layout.moved(at, by))
            self._view.pick_column(to)

    def _pick_newest(self) -> None:
        self._layout = self._runner.read(list_layouts)[-1]
        self.refresh()

    def _keep(self, layout: Layout, result: str) -> bool:
        try:
            self._runner.run(keep_layout, layout=layout)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return False
        self._view.close_form()
        self._view.show_result(result)
        return True

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY):
            self.refresh()
