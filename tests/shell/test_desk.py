"""Choosing a file on this computer."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from pa_manager.shell.desk import CannotUseFile, QtDesk


@pytest.fixture
def desk(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return QtDesk(window)


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    path = tmp_path / "photo.jpg"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def test_a_file_that_is_chosen_is_read(desk, chosen):
    chosen.write_bytes(b"picture")
    assert desk.open_file("The photo", "Photos (*.jpg)") == ("photo.jpg", b"picture")


def test_a_file_that_is_far_too_large_is_refused_before_it_is_read(desk, chosen, monkeypatch):
    with chosen.open("wb") as out:
        out.truncate(60_000_000)
    monkeypatch.setattr(type(chosen), "read_bytes", lambda _path: pytest.fail("it was read"))
    with pytest.raises(CannotUseFile, match=r"photo.jpg has 60 MB. Choose a file of 50 MB or less."):
        desk.open_file("The photo", "Photos (*.jpg)")


def test_a_file_that_is_not_there_is_said(desk, chosen):
    with pytest.raises(CannotUseFile, match="could not be read"):
        desk.open_file("The photo", "Photos (*.jpg)")
