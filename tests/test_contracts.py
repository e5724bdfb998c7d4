"""The contracts bite: an offence planted in a copy of the house is found."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OFFENCES = {
    "an earlier link uses a later one": ("holder/model/people.py", "from pa_manager.pay import model as later"),
    "a model reaches the database": ("plan/model/outcomes.py", "import sqlalchemy"),
    "a presenter knows Qt": ("home/presenter/first.py", "from PySide6 import QtCore"),
    "an operation writes SQL": ("funding/operations/streams.py", "import sqlalchemy"),
    "a screen goes to the file": ("home/screen/first.py", "from pa_manager.file import running"),
    "an operation draws a PDF": ("returns/operations/looking.py", "import reportlab"),
    "a screen knows another": ("home/screen/first.py", "from pa_manager.rota import screen as other"),
    "law asks a shared room": ("law/paye.py", "from pa_manager.file import work"),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree("pa_manager", copy / "pa_manager", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy("pyproject.toml", copy)
    return copy


def _contracts_kept(house: Path) -> bool:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-cache"]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)  # noqa: S603 -- our own words
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return done.returncode == 0


def test_the_house_as_it_stands_keeps_them(house):
    assert _contracts_kept(house)


@pytest.mark.parametrize("offence", OFFENCES)
def test_an_offence_is_found(house, offence):
    name, words = OFFENCES[offence]
    module = house / "pa_manager" / name
    before = module.read_text(encoding="utf-8")
    module.write_text(f"{before}\n{words}\n", encoding="utf-8")
    try:
        assert not _contracts_kept(house), offence
    finally:
        module.write_text(before, encoding="utf-8")
