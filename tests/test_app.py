"""The program put together: the door, a file made, opened, shut with a backup, and the example."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from pa_manager import app, porch
from pa_manager.door.model import OpenElsewhere
from pa_manager.door.screen.first import DoorScreen
from pa_manager.file.backups import BackupNotMade
from pa_manager.file.keys import WrongPassword
from pa_manager.file.lock import AlreadyOpen
from pa_manager.file.opening import OpenFile, open_file
from pa_manager.file.running import Runner
from pa_manager.holder.model import SupporterRole
from pa_manager.holder.operations import add_supporter
from pa_manager.keeper import EXAMPLE_NOW, FileKeeper
from pa_manager.shell.window import Window
from pa_manager.values.tasks import Place
from tests.conftest import NOW
from tests.shell.robot import Robot
from tests.windows import PaperDesk

PASSWORD = "four good words"


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def late(window, settings):
    late = porch.LateKeeper(window, settings, now=lambda: NOW)
    yield late
    late.shut()


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def keeper(window, late, desk):
    keeper = FileKeeper(window, late, now=lambda: NOW, desk=desk)
    yield keeper
    keeper.shut()


def test_a_file_is_made_entered_shut_with_a_backup_and_opened_again(qtbot, late, window, tmp_path):
    path = tmp_path / "Jean Pellow.pam"
    code = late.make(path, for_whom="Jean Pellow", password=PASSWORD)
    late.enter()
    assert window.windowTitle().startswith("Jean Pellow")
    assert window.names[0] == "home"
    assert [file.path for file in late.recent()] == [path]

    late.leave_file()
    assert Robot(qtbot, window.findChild(DoorScreen)).problem() == ""
    assert window.names == ()
    assert len(list((tmp_path / "backups").glob("*.pam"))) == 1

    late.open(path, recovery_code=code)
    assert late.opens_with(PASSWORD)
    late.change_password("another good one")
    assert late.opens_with("another good one")
    assert late.new_recovery_code() != code
    late.forget(path)
    assert late.recent() == ()


def test_a_wrong_password_is_said_and_opens_nothing(late, window, tmp_path):
    path = tmp_path / "Jean.pam"
    late.make(path, for_whom="Jean", password=PASSWORD)
    late.shut()
    late.look_at(path)
    with pytest.raises(WrongPassword):
        late.open(path, password="wrong")
    assert window.names == ()


def test_a_file_open_on_another_computer_may_be_taken_over(keeper, tmp_path, monkeypatch):
    def is_open(*_args, **_kwargs):
        raise AlreadyOpen("Rowena has it open on KITCHEN.", may_be_left_behind=True)

    monkeypatch.setattr("pa_manager.keeper.open_file", is_open)
    with pytest.raises(OpenElsewhere, match="KITCHEN"):
        keeper.open(tmp_path / "a.pam", password="x", recovery_code="", take_over=False)


def test_the_recovery_code_is_printed_for_whom_it_is(keeper, desk, tmp_path):
    keeper.print_code("AAAAA")
    assert desk.printed == {}
    code = keeper.make(tmp_path / "Jean.pam", for_whom="Jean Pellow", password=PASSWORD)
    keeper.print_code(code)
    assert desk.printed["Recovery code"].startswith(b"%PDF")


def test_where_several_may_be_at_the_keyboard_it_is_asked_once(qtbot, late, window, tmp_path):
    path = tmp_path / "Jean Pellow.pam"
    late.make(path, for_whom="Jean Pellow", password=PASSWORD)
    late.enter()
    assert window.place == Place("home")
    late.shut()
    opened = open_file(path, now=NOW, password=PASSWORD)
    Runner(opened, lambda: NOW).run(add_supporter, name="Rowena Pellow", role=SupporterRole.FAMILY)
    opened.close(now=NOW)

    late.open(path, password=PASSWORD)
    late.enter()
    assert window.place == Place("holder", screen="keyboard")
    Robot(qtbot, window.screen_named("holder/keyboard")).press("rowena pellow")
    assert window.place == Place("home")


def test_the_example_lives_on_its_own_day_and_is_kept_nowhere(keeper, window, qtbot):
    keeper.show_example()
    assert keeper.path is None
    assert window.windowTitle().startswith("Jean Pellow")
    assert "10 June 2026" in window.statusBar().currentMessage()
    assert Robot(qtbot, window.screen_named("home")).rows("what needs doing")
    assert EXAMPLE_NOW.date().isoformat() == "2026-06-10"


def test_a_backup_that_fails_keeps_the_window_and_says_why(qtbot, late, window, tmp_path, monkeypatch):
    def fails(_self, *, now):
        raise BackupNotMade(f"No backup could be made on {now:%d %m %Y}.")

    late.make(tmp_path / "Jean.pam", for_whom="Jean", password=PASSWORD)
    late.enter()
    window.installEventFilter(porch._CloseWatch(window, late))
    with monkeypatch.context() as failing:
        real = OpenFile.close
        failing.setattr(OpenFile, "close", lambda self, *, now: (real(self, now=now), fails(self, now=now)))
        event = QCloseEvent()
        QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert "No backup could be made" in Robot(qtbot, window.findChild(DoorScreen)).problem()
    again = QCloseEvent()
    QApplication.sendEvent(window, again)
    assert again.isAccepted()


@pytest.mark.parametrize("module", ["sqlalchemy", "reportlab", "pa_manager.file"])
def test_the_first_window_needs_neither_database_nor_paper(module):
    code = f"import pa_manager.porch, sys; sys.exit({module!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path.cwd())  # noqa: S603 -- our own words
    assert done.returncode == 0


def test_the_program_paints_its_first_window(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv(app.PAINTED, "1")
    done = subprocess.run([sys.executable, "-m", "pa_manager"], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "painted\n"
