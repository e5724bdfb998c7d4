"""Pictures of every screen, every form and every page of every PDF, in ``build/shots``: to be looked at.

``python packaging/shots.py`` draws all; words after it draw only the screens whose names hold one of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402 - the path comes first
from PySide6.QtCore import QSize, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QWidget  # noqa: E402

from pa_manager import demo  # noqa: E402
from pa_manager.assistants.operations import list_assistants  # noqa: E402
from pa_manager.door.model import Keeper, RecentFile  # noqa: E402
from pa_manager.door.presenter.first import DoorPresenter  # noqa: E402
from pa_manager.door.report import RecoveryPage, recovery_pdf  # noqa: E402
from pa_manager.door.screen.choosing import QtChooser  # noqa: E402
from pa_manager.door.screen.first import DoorScreen  # noqa: E402
from pa_manager.file.opening import open_file  # noqa: E402
from pa_manager.file.running import Runner  # noqa: E402
from pa_manager.furnish import furnish  # noqa: E402
from pa_manager.plan.operations import list_versions, print_plan, print_profiles  # noqa: E402
from pa_manager.plan.presenter.words import EASY, LARGE, PROFILES, STANDARD  # noqa: E402
from pa_manager.returns.operations.looking import list_returns, print_return  # noqa: E402
from pa_manager.rota.operations import print_my_week, print_own, print_wall  # noqa: E402
from pa_manager.shell import theme  # noqa: E402
from pa_manager.shell.desk import Desk  # noqa: E402
from pa_manager.shell.pieces.fields import Field  # noqa: E402
from pa_manager.shell.pieces.screens import Screen  # noqa: E402
from pa_manager.shell.pieces.scrolling import Scrolling  # noqa: E402
from pa_manager.shell.theme import Light, Theme  # noqa: E402
from pa_manager.shell.voice import Voice  # noqa: E402
from pa_manager.shell.window import Window  # noqa: E402
from pa_manager.timesheets.operations import list_timesheets, print_timesheet  # noqa: E402
from pa_manager.values.days import Period, week_of  # noqa: E402

FOLDER: Final = ROOT / "build" / "shots"
NOW: Final = datetime.combine(demo.TODAY, time(9, 30), UTC)
HIGHEST: Final = 4000
"""How high a picture of a whole page may be, in pixels."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to see the program: its light, the size of its text in per cent, and how large the window is."""

    name: str
    light: Light
    size: int
    window: QSize


WAYS: Final = (
    Way("12_light", "light", 100, QSize(1280, 800)),
    Way("12_dark", "dark", 100, QSize(1280, 800)),
    Way("18_light", "light", 150, QSize(1280, 720)),
    Way("24_light", "light", 200, QSize(1280, 720)),
    Way("12_contrast", "contrast", 100, QSize(1280, 800)),
)
ROTA_WAYS: Final = (
    *WAYS,
    *(
        Way(f"{points}_{light}", light, size, QSize(1280, 720))
        for points, size in ((18, 150), (24, 200))
        for light in ("dark", "contrast")
    ),
)
"""The rota is lived in every week: it is drawn in every light at every size."""


def main(wanted: list[str]) -> None:
    """Draw what is wanted, or everything, and say where it is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101 - for the type checker
    looks = theme.put_on(application)
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    demo.tell(runner)
    window = Window(theme=looks)
    window.show()
    drawn = list(_shots_of_door(window, looks, wanted))
    window.furnish("Jean Pellow", undo=runner.undo, redo=runner.redo)
    furnish(window, runner, now=lambda: NOW, desk=_Desk(), keeper=_Keeper())
    if not wanted or "rota" in wanted:
        drawn += _views_of_rota(window, looks)
    drawn += shots_of(window, looks, FOLDER, wanted=wanted)
    if not wanted:
        drawn += _papers(runner)
    print(f"{len(drawn)} pictures in {FOLDER}")
    sys.stdout.flush()
    os._exit(0)  # nothing is kept, and Qt would take its time


def shots_of(
    window: Window, looks: Theme, folder: Path, *, ways: Iterable[Way] = WAYS, wanted: Iterable[str] = ()
) -> list[Path]:
    """Draw every screen of a furnished window in every way, and in the first way every form; return the pictures.

    A screen that scrolls is drawn as it is seen at first, and once more whole.
    """
    words = tuple(wanted)
    names = [name for name in window.names if not words or any(word in name for word in words)]
    drawn: list[Path] = []
    chosen = tuple(ways)
    for way in chosen:
        _see(window, looks, way)
        for name in names:
            screen = _arrive(window, name)
            file = folder / f"{name.replace('/', '-')}_{way.name}.png"
            drawn += _draw(window, screen, file, way.window)
    _see(window, looks, chosen[0])
    for name in names:  # last, for some buttons do what they say at once
        drawn += _forms(window, name, folder, chosen[0])
    return drawn


def _views_of_rota(window: Window, looks: Theme) -> Iterator[Path]:
    """Draw the rota of each length, as a list and as My week, in every light at every size."""
    for way in ROTA_WAYS:
        _see(window, looks, way)
        screen = window.screen_named("rota")
        fields = {field.name: field for field in screen.findChildren(Field)}
        lengths = [("show", key) for key in ("day", "month", "four_weeks", "week")]
        for name, key in (*lengths, ("in which form", "list")):
            fields[name].set_text(key)
            yield from _draw(window, screen, FOLDER / f"rota-{key}_{way.name}.png", way.window)
        fields["in which form"].set_text("grid")
        yield from _draw(window, _arrive(window, "rota/my_week"), FOLDER / f"rota-my_week_{way.name}.png", way.window)


def shots_of_pdf(name: str, pdf: bytes, folder: Path) -> list[Path]:
    """Draw every page of a PDF; return the pictures."""
    drawn = []
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        picture = folder / f"{name}_page{number + 1}.png"
        document[number].render(scale=110 / 72).to_pil().save(picture)
        drawn.append(picture)
    document.close()
    return drawn


def _see(window: Window, looks: Theme, way: Way) -> None:
    looks.set_light(way.light)
    looks.set_size(way.size)
    window.resize(way.window)
    _settle()


def _arrive(window: Window, name: str) -> Screen:
    """Go to a screen as a user does: to one under another by entering the first row that leads there."""
    parent = name.partition("/")[0]
    if parent != name and parent in window.names:
        for _act, do in _acts(window, parent, rows_only=True):
            do()
            _settle()
            if window.place is not None and window.place.name == name:
                return window.screen_named(name) if window.place.number is None else _current(window)
            window.screen_named(parent).close_form()
    return window.screen_named(name)


def _current(window: Window) -> Screen:
    shown = next(screen for screen in window.findChildren(Screen) if screen.isVisible())
    assert isinstance(shown, Screen)  # noqa: S101 - for the type checker
    return shown


def _draw(window: Window, screen: Screen, file: Path, size: QSize) -> list[Path]:
    _settle()
    _save(window, file)
    page = screen.findChild(Scrolling)
    hidden = page.verticalScrollBar().maximum() if page is not None else 0
    if not hidden:
        return [file]
    whole = file.with_stem(f"{file.stem}_whole")
    window.resize(size.width(), min(HIGHEST, size.height() + hidden))
    _settle()
    _save(window, whole)
    window.resize(size)
    return [file, whole]


def _forms(window: Window, name: str, folder: Path, way: Way) -> Iterator[Path]:
    """Press every button and enter the first row of every table; draw the forms that open."""
    for act, do in _acts(window, name):
        screen = window.screen_named(name)
        do()
        _settle()
        if screen.form is not None:
            file = folder / f"form_{name.replace('/', '-')}_{act}_{way.name}.png"
            screen.form.resize(screen.form.width(), min(HIGHEST, _whole_height(screen.form)))
            _settle()
            yield _save(screen.form, file)
            screen.close_form()
        _settle()


def _enter(table: QTableView) -> None:
    """Press Enter where the table stands."""
    QTest.keyClick(table, Qt.Key.Key_Return)


def _acts(window: Window, name: str, *, rows_only: bool = False) -> Iterator[tuple[str, Callable[[], object]]]:
    screen = window.screen_named(name)
    for table in screen.findChildren(QTableView):
        if table.model().rowCount() and table.isVisible():
            table.selectRow(0)
            _settle()
            yield f"row_{table.objectName().replace(' ', '_')}", partial(_enter, table)
    for button in () if rows_only else screen.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.objectName():
            yield button.objectName(), button.click


def _whole_height(form: QWidget) -> int:
    page = form.findChild(Scrolling)
    return form.height() + (page.verticalScrollBar().maximum() if page is not None else 0)


def _shots_of_door(window: Window, looks: Theme, wanted: Iterable[str]) -> Iterator[Path]:
    if wanted and "door" not in wanted:
        return
    for way in WAYS:
        window.show_door(_door(window))
        _see(window, looks, way)
        yield _save(window, FOLDER / f"door_{way.name}.png")


def _door(window: Window) -> DoorScreen:
    chooser = QtChooser(window)
    return DoorScreen(lambda view: DoorPresenter(view, _Keeper(), chooser), chooser)


def _papers(runner: Runner) -> Iterator[Path]:
    for large in (False, True):
        size = "large" if large else "plain"
        for number, listed in enumerate(runner.read(list_returns)[:2], 1):
            pdf = runner.read(print_return, return_id=listed.a_return.id, large=large)
            yield from shots_of_pdf(f"paper_return{number}_{size}", pdf, FOLDER)
        for timesheet in runner.read(list_timesheets)[:1]:
            pdf = runner.read(print_timesheet, timesheet_id=timesheet.id, large=large)
            yield from shots_of_pdf(f"paper_timesheet_{size}", pdf, FOLDER)
        for kind in (STANDARD, LARGE, EASY, PROFILES) if not large else ():
            yield from shots_of_pdf(f"paper_plan_{kind}", _plan(runner, kind), FOLDER)
        yield from _papers_of_rota(runner, size, large=large)
        page = RecoveryPage(
            for_whom="Jean Pellow",
            file_name="Jean Pellow.pam",
            code="ZT8DE-MZYVF-K94B8-2ARYV-FZG0Y",
            made_on=demo.TODAY,
        )
        yield from shots_of_pdf(f"paper_recovery_{size}", recovery_pdf(page, large=large), FOLDER)


def _plan(runner: Runner, kind: str) -> bytes:
    newest = runner.read(list_versions)[-1].id
    if kind == PROFILES:
        return runner.read(print_profiles, version_id=newest)
    return runner.read(print_plan, version_id=newest, large=kind == LARGE, easy=kind == EASY)


def _papers_of_rota(runner: Runner, size: str, *, large: bool) -> Iterator[Path]:
    first = week_of(demo.TODAY).first
    days = Period(first, first + timedelta(days=13))
    for wide, sheet in ((False, "a4"), (True, "a3")):
        pdf = runner.read(print_wall, days=days, on=demo.TODAY, wide=wide, large=large)
        yield from shots_of_pdf(f"paper_wall_{sheet}_{size}", pdf, FOLDER)
    for assistant in runner.read(list_assistants)[:1]:
        pdf = runner.read(print_own, assistant_id=assistant.id, days=days, on=demo.TODAY, large=large)
        yield from shots_of_pdf(f"paper_own_{size}", pdf, FOLDER)
    if not large:
        yield from shots_of_pdf("paper_my_week", runner.read(print_my_week, now=NOW), FOLDER)


def _save(widget: QWidget, file: Path) -> Path:
    widget.grab().save(str(file))
    return file


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


class _Desk(Desk):
    """A desk on which nothing lies."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None:
        return None

    def save_file(self, name: str, content: bytes) -> str | None:
        return None

    def print_pdf(self, name: str, pdf: bytes) -> None:
        return None

    def copy_text(self, text: str) -> None:
        return None

    def voice(self) -> Voice | None:
        return _Silence()


class _Silence(Voice):
    """A voice that is there and says nothing."""

    def read_aloud(self, text: str) -> None:
        return None

    def be_quiet(self) -> None:
        return None


class _Keeper(Keeper):
    """Keeps two files, without there being any."""

    def recent(self) -> tuple[RecentFile, ...]:
        return (
            RecentFile(path=Path("Documents/Jean Pellow.pam"), opened_on=demo.TODAY),
            RecentFile(path=Path("Documents/Ari Brook.pam"), opened_on=demo.TODAY.replace(day=2)),
        )

    def forget(self, path: Path) -> None:
        return None

    def look_at(self, path: Path) -> None:
        return None

    def make(self, path: Path, *, for_whom: str, password: str) -> str:
        return self.new_recovery_code()

    def open(self, path: Path, *, password: str = "", recovery_code: str = "", take_over: bool = False) -> None:
        return None

    def enter(self) -> None:
        return None

    def show_example(self) -> None:
        return None

    def change_password(self, password: str) -> None:
        return None

    def print_code(self, code: str) -> None:
        return None

    def opens_with(self, password: str) -> bool:
        return bool(password)

    def new_recovery_code(self) -> str:
        return "ZT8DE-MZYVF-K94B8-2ARYV-FZG0Y"


if __name__ == "__main__":
    main(sys.argv[1:])
