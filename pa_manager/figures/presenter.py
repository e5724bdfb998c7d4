"""The screen of legal figures, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final, Protocol

from pa_manager.figures.model import AddedLine, name_said, standing
from pa_manager.figures.operations import (
    FIGURES,
    add_figure,
    change_figure,
    list_added,
    list_figures,
    look_over,
    remove_figure,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.law.dated import OwnFigure
from pa_manager.law.own_figures import FigureShown, NoSuchFigure, in_words
from pa_manager.values.days import NotADay, Period, day_from_text, later_by_months, said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

Keep = Callable[[dict[str, str]], None]
_YEAR: Final = 12


class FiguresView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_day(self, text: str) -> None: ...
    def show_day_error(self, message: str) -> None: ...
    def show_figures(self, figures: Sequence[FigureShown]) -> None: ...
    def show_figure(self, title: str, sentences: Sequence[str]) -> None: ...
    def show_added(self, lines: Sequence[AddedLine]) -> None: ...
    def show_worth_knowing(self, sentence: str, way_out: str) -> None: ...
    def allow_changes(self, allowed: bool) -> None: ...
    def open_figure(self, title: str, names: Sequence[str], texts: Mapping[str, str], keep: Keep) -> None: ...
    def fill_figure(self, texts: Mapping[str, str], hint: str) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class FiguresPresenter:
    """Shows the figures of the law on a day, and keeps those that a person adds."""

    def __init__(self, view: FiguresView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._day: date | None = None
        self._figures: dict[str, FigureShown] = {}
        self._figure: FigureShown | None = None
        self._line: AddedLine | None = None
        self._offered: dict[str, str] = {}
        self.close = runner.on_change(self._refresh_if_touched)
        self._view.show_day(f"{today()}")
        self.refresh()

    def refresh(self) -> None:
        """Read the figures again and show them; what was picked stays picked if it is still there."""
        day = self._day or self._today()
        figures = self._runner.read(list_figures, day=day)
        added = self._runner.read(list_added)
        self._figures = {figure.name: figure for figure in figures}
        self._view.set_lead(_lead(figures, day))
        self._view.show_figures(figures)
        self._view.show_added(added)
        self.pick(self._figures.get(self._figure.name) if self._figure else None)
        number = self._line.id if self._line else None
        self.pick_added(next((line for line in added if line.id == number), None))

    def show_day(self, text: str) -> None:
        """Show the figures as they are on the day typed; today where none is."""
        form = Reading()
        day = form.optional("day", day_from_text, text)
        self._view.show_day_error(form.errors.get("day", ""))
        if not form.errors:
            self._day = day
            self._view.show_day(f"{day or self._today()}")
            self.refresh()

    def pick(self, figure: FigureShown | None) -> None:
        """Say of the figure picked what the rule is, what it comes to and where it is from."""
        self._figure = figure
        if figure is None:
            self._view.show_figure("", ())
        else:
            self._view.show_figure(name_said(figure.name), _told(figure))

    def pick_added(self, line: AddedLine | None) -> None:
        """Take note of the added figure picked: it can be changed and removed. Say what is odd about it."""
        self._line = line
        self._view.allow_changes(line is not None)
        if line is None:
            self._view.show_worth_knowing("", "")
        else:
            first, *others = [*filter(None, (line.overtaken,)), *line.notes, ""]
            self._view.show_worth_knowing(first, " ".join(filter(None, others)))

    def add(self) -> None:
        """Open the form for a new figure: the one picked, for the year after it is known."""
        figure = self._figure or next(iter(self._figures.values()))
        self._offered = _offer(figure)
        names = sorted(self._figures, key=str.casefold)
        self._view.open_figure("Add a figure", names, {**self._offered, "note": ""}, self.keep_new)
        self._view.fill_figure({}, _hint(figure))

    def change(self) -> None:
        """Open the form of the added figure picked, filled."""
        if self._line is None:
            return
        figure = self._line.figure
        self._offered = {}
        names = sorted({*self._figures, figure.name}, key=str.casefold)
        self._view.open_figure("Change this figure", names, _texts(figure), partial(self.keep_changed, self._line))
        self.choose(_texts(figure))

    def choose(self, texts: Mapping[str, str]) -> None:
        """Say how the figure chosen is typed, and offer its days and last value where nothing else was typed yet."""
        figure = self._figures.get(texts["name"])
        if figure is None:
            return
        untouched = bool(self._offered) and all(_alike(texts[field], self._offered[field]) for field in _OFFERED)
        if untouched:
            self._offered = _offer(figure)
        self._view.fill_figure(
            {field: self._offered[field] for field in _OFFERED} if untouched else {},
            _hint(figure),
        )

    def keep_new(self, texts: Mapping[str, str]) -> None:
        """Keep the figure typed, or say beside each field what is wrong. What only looks odd is said, and kept."""
        figure = self._read(texts)
        if figure is not None:
            notes = self._runner.read(look_over, figure=figure)
            self._keep(lambda: self._runner.run(add_figure, figure=figure), _kept(figure, notes, self._before(figure)))

    def keep_changed(self, line: AddedLine, texts: Mapping[str, str]) -> None:
        """Keep what was changed about a figure, or say beside each field what is wrong."""
        figure = self._read(texts)
        if figure is not None:
            notes = self._runner.read(look_over, figure=figure, instead_of=line.id)
            self._keep(
                lambda: self._runner.run(change_figure, figure_id=line.id, figure=figure), _kept(figure, notes, "")
            )

    def remove(self) -> None:
        """Remove the added figure picked. It can be undone."""
        if self._line is None:
            return
        number, name = self._line.id, self._line.figure.name
        try:
            self._runner.run(remove_figure, figure_id=number)
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(f"Removed: your figure for the {name}. Undo brings it back.")

    def _read(self, texts: Mapping[str, str]) -> OwnFigure | None:
        form = Reading()
        first = last = None
        if form.required("first", texts["first"], "The first day is missing. Type the day from which it holds."):
            first = form.field("first", day_from_text, texts["first"])
        if form.required("last", texts["last"], "The last day is missing. Type the last day for which it holds."):
            last = form.field("last", day_from_text, texts["last"])
        if form.required("text", texts["text"], "The figure is missing. Type it as the hint shows."):
            self._try_value(form, texts)
        if first and last and last < first:
            form.errors["last"] = "The last day lies before the first. Change one of them."
        self._view.show_form_errors(form.errors)
        if form.errors or first is None or last is None:
            return None
        return OwnFigure(
            name=texts["name"], first=first, last=last, text=texts["text"].strip(), note=texts["note"].strip()
        )

    def _try_value(self, form: Reading, texts: Mapping[str, str]) -> None:
        """Note beside its field what is wrong with the value, whatever the days may be."""
        today = self._today()
        tried = OwnFigure(name=texts["name"], first=today, last=today, text=texts["text"].strip())
        try:
            self._runner.read(look_over, figure=tried)
        except NoSuchFigure as error:
            form.errors["name"] = str(error)
        except UserError as error:
            form.errors["text"] = str(error)

    def _before(self, figure: OwnFigure) -> str:
        """Return the words of a figure on the day before its first."""
        shown = self._runner.read(list_figures, day=figure.first - timedelta(days=1))
        return next((each.words for each in shown if each.name == figure.name), "")

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(FIGURES):
            self.refresh()


_OFFERED: Final = ("first", "last", "text")


def _alike(typed: str, offered: str) -> bool:
    try:
        return day_from_text(typed) == day_from_text(offered)
    except NotADay:
        return typed == offered


def _offer(figure: FigureShown) -> dict[str, str]:
    first = figure.known_to + timedelta(days=1)
    last = later_by_months(first, _YEAR) - timedelta(days=1)
    return {"name": figure.name, "first": f"{first}", "last": f"{last}", "text": figure.text}


def _texts(figure: OwnFigure) -> dict[str, str]:
    return {
        "name": figure.name,
        "first": f"{figure.first}",
        "last": f"{figure.last}",
        "text": figure.text,
        "note": figure.note,
    }


def _hint(figure: FigureShown) -> str:
    return f"Type it in this way: {figure.text}. So it has been from {said(figure.first)}."


def _kept(figure: OwnFigure, notes: Sequence[str], before: str) -> str:
    words = in_words(figure)
    same = "It is the same as before." if words == before else ""
    days = said_period(Period(figure.first, figure.last))
    kept = f"Kept. The {figure.name} for {days}: {words}."
    return " ".join(filter(None, (kept, same, *notes)))


def _told(figure: FigureShown) -> tuple[str, ...]:
    if figure.ended:
        when = f"It was {figure.words}, up to {said(figure.known_to)}. The law has no such figure any more."
    elif figure.known:
        when = f"It is {figure.words} from {said(figure.first)}. The figure is known up to {said(figure.known_to)}."
    else:
        when = f"It is not known for this day. From {said(figure.first)} it was {figure.words}."
    whose = f"You added it yourself: {figure.authority}." if figure.own else f"Where it is from: {figure.authority}."
    return (figure.rule, when, whose)


def _lead(figures: Sequence[FigureShown], day: date) -> str:
    missing = sum(standing(figure) == "Not known" for figure in figures)
    yours = sum(figure.own for figure in figures)
    parts = [
        f"{yours} {'is' if yours == 1 else 'are'} yours" if yours else "",
        f"{missing} {'is' if missing == 1 else 'are'} not known for that day" if missing else "",
    ]
    told = " and ".join(filter(None, parts))
    lead = f"What the law says that pay rests on, as it is on {said(day)}."
    return f"{lead} Of {len(figures)} figures, {told}." if told else lead
