"""How fast it is: each thing measured beside the least it could take in the same run, as a table and a JSON file.

``python packaging/bench.py`` measures all; words after it measure only the lines whose names hold one of them.
Compare ratios and goals, not milliseconds of different days: the same command varies by half on a busy machine.
The ten-year file is made once and kept in ``build``; that takes some minutes.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import gmtime, perf_counter, process_time, strftime
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import largest  # noqa: E402 -- the path comes first

from pa_manager.file.database import connect  # noqa: E402
from pa_manager.file.key_pages import read_ring  # noqa: E402
from pa_manager.file.opening import create_file, open_file  # noqa: E402
from pa_manager.file.running import Runner  # noqa: E402
from pa_manager.returns.model import ReturnId  # noqa: E402
from pa_manager.returns.operations import draft_return, print_return, read_return  # noqa: E402
from pa_manager.spending.operations import import_file, list_accounts, open_account  # noqa: E402
from pa_manager.values.days import Period  # noqa: E402
from pa_manager.values.money import Money  # noqa: E402

HOME: Final = ROOT / "packaging" / "bench_home.py"
RESULTS: Final = ROOT / "build" / "bench.json"
BUSY: Final = 0.5
ROUNDS: Final = 11
FEW: Final = 5
YEAR: Final = Period(date(2025, 6, 8), date(2026, 6, 7))
THE_RETURN: Final = ReturnId(1)
LINES: Final = 20_000

BARE: Final = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            sys.stdout.write("painted\\n")
            sys.stdout.flush()
            os._exit(0)
        return False

application = QApplication([])
window = QMainWindow()
window.resize(1100, 720)
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing measured.

    Attributes:
        ms: The median, in milliseconds.
        floor_ms: The least it could take, measured in the same run, and ``floor`` what that is.
        cpu_ms: The time of the processors it took, which a busy machine changes less; nothing, where it is not told.
        most_ms: The goal; nothing, where the goal is a ratio.
        most_ratio: The goal as a multiple of the floor.
        most_work_ms: The goal for the processors' time alone: the program's own work, however busy the machine is.
    """

    what: str
    ms: float
    floor: str
    floor_ms: float
    cpu_ms: float | None = None
    most_ms: float | None = None
    most_ratio: float | None = None
    most_work_ms: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor it takes."""
        return self.ms / self.floor_ms

    @property
    def goal(self) -> str:
        """The goal, as it is printed."""
        if self.most_work_ms:
            return f"{self.most_work_ms:,.0f} ms of work"
        return f"{self.most_ratio:g} times" if self.most_ratio else f"{self.most_ms:,.0f} ms"

    @property
    def is_met(self) -> bool:
        """Whether the goal is met."""
        if self.most_work_ms:
            return (self.cpu_ms or self.ms) <= self.most_work_ms
        return self.ratio <= self.most_ratio if self.most_ratio else self.ms <= (self.most_ms or 0)


class Samples:
    """The same thing measured several times, in milliseconds: by the clock, and by what the processors did."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def add(self, wall: float, cpu: float) -> None:
        """Note one more time, in seconds."""
        self.wall.append(1000 * wall)
        self.cpu.append(1000 * cpu)

    def take(self, act: Callable[[], object], times: int = 1) -> Samples:
        """Measure an act, several times if asked; return these samples."""
        for _time in range(times):
            started, worked = perf_counter(), process_time()
            act()
            self.add(perf_counter() - started, process_time() - worked)
        return self

    @property
    def ms(self) -> float:
        """The median by the clock."""
        return median(self.wall)

    @property
    def cpu_ms(self) -> float | None:
        """The median of the processors' time; nothing, where the system does not tell it."""
        return median(self.cpu) or None


def main(words: list[str]) -> int:
    """Measure, print the table and write the JSON file. A goal that is missed is no error: these are no tests."""
    before = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    lines = [
        line
        for name, measure in MEASURES.items()
        if not words or any(word in name for word in words)
        for line in measure()
    ]
    _print(lines)
    if before > BUSY * (os.cpu_count() or 1):
        print(f"\nThis machine was busy (load {before:.1f} on {os.cpu_count()} cores): it takes less when it is not.")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(
        json.dumps(
            {
                "at": strftime("%Y-%m-%dT%H:%M:%SZ", gmtime()),
                "commit": _commit(),
                "python": platform.python_version(),
                "system": platform.platform(),
                "cores": os.cpu_count(),
                "load_before": before,
                "lines": [
                    {**asdict(line), "ratio": round(line.ratio, 2), "goal": line.goal, "met": line.is_met}
                    for line in lines
                ],
            },
            indent=2,
        )
        + "\n",
        encoding="utf-8",
    )
    return 0


# The window


def first_window() -> Iterator[Line]:
    """Measure whole processes up to the first painted window, the bare one and ours in turn."""
    ours, bare = Samples(), Samples()
    with _quiet_home() as environment:
        _until_painted(["-c", BARE], environment)
        for _round in range(ROUNDS):
            bare.add(*_until_painted(["-c", BARE], environment))
            ours.add(*_until_painted(["-m", "pa_manager"], {**environment, "PA_MANAGER_PAINTED": "1"}))
    yield Line(
        what="first painted window, whole process",
        ms=ours.ms,
        cpu_ms=ours.cpu_ms,
        floor="a bare PySide6 window",
        floor_ms=bare.ms,
        most_ratio=1.3,
    )


def home() -> Iterator[Line]:
    """Measure the ten-year file: from the password, and from the start of the process, to Home on the screen."""
    opened, whole, bare, raw = Samples(), Samples(), Samples(), Samples()
    with _ten_years() as file, _quiet_home() as environment:
        for _round in range(FEW):
            bare.add(*_until_painted(["-c", BARE], environment))
            words = [sys.executable, str(HOME), str(file), largest.PASSWORD, str(largest.NOW), str(perf_counter())]
            told = subprocess.run(words, capture_output=True, check=True, env=environment, cwd=ROOT, text=True).stdout
            found = json.loads(told)
            opened.add(*found["from_password"])
            whole.add(*found["from_start"])
            raw.take(lambda: _raw_home(file))
    yield Line(
        what="ten-year file, from the password to Home",
        ms=opened.ms,
        cpu_ms=opened.cpu_ms,
        floor="the password tried, every sum of money and the week's shifts read by SQL",
        floor_ms=raw.ms,
        most_ms=1000,
    )
    yield Line(
        what="ten-year file, from the start of the process to Home",
        ms=whole.ms,
        cpu_ms=whole.cpu_ms,
        floor="a bare PySide6 window, and the same reading",
        floor_ms=bare.ms + raw.ms,
        most_ms=1000,
    )


def _raw_home(file: Path) -> None:
    key = read_ring(file).open_with_password(largest.PASSWORD)
    with closing(connect(file, key)) as database:
        database.execute("SELECT sum(amount) FROM account_transaction").fetchall()
        database.execute("SELECT line, sum(amount) FROM transaction_split GROUP BY line").fetchall()
        week = (str(largest.LAST), str(largest.NOW.date()))
        database.execute("SELECT * FROM shift WHERE day BETWEEN ? AND ?", week).fetchall()


def _until_painted(words: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return how long a process takes to paint its window: by the clock, and in the processors' time."""
    started, worked = perf_counter(), _work_of_children()
    with subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT
    ) as running:
        told = running.stdout.readline() if running.stdout else b""
        took = perf_counter() - started
        if told.strip() != b"painted":
            raise SystemExit(f"{words[-1]} has not painted its window.")
    return took, _work_of_children() - worked


@contextmanager
def _quiet_home() -> Iterator[dict[str, str]]:
    """Give an environment in which no settings of the user are found."""
    with tempfile.TemporaryDirectory() as folder:
        yield {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}


# The records


def bring_in() -> Iterator[Line]:
    """Measure the import of a bank file of 20,000 lines into an empty file."""
    content = largest.bank_file(LINES, largest.FIRST, largest.LAST)
    ours, raw = Samples(), Samples()
    for _round in range(3):
        with tempfile.TemporaryDirectory() as folder:
            opened, _code = create_file(Path(folder) / "new.pam", password="x", now=largest.NOW)  # noqa: S106
            runner = Runner(opened, lambda: largest.NOW)
            runner.run(open_account, name="Bank account", opened_on=largest.FIRST, opening=Money(1842_17))
            (account,) = runner.read(list_accounts)
            ours.take(lambda: _import(runner, account.id, content))  # noqa: B023 -- called at once
            opened.close(now=largest.NOW)
            raw.take(lambda: _raw_import(Path(folder), content))
    yield Line(
        what=f"import of {LINES:,} lines",
        ms=ours.ms,
        cpu_ms=ours.cpu_ms,
        floor="the rows split by csv and put into an encrypted table by SQL",
        floor_ms=raw.ms,
        most_ms=2000,
    )


def _import(runner: Runner, account_id: int, content: bytes) -> None:
    (account,) = (each for each in runner.read(list_accounts) if each.id == account_id)
    runner.run(import_file, account_id=account.id, name="bank.csv", content=content, today=largest.LAST)


def _raw_import(folder: Path, content: bytes) -> None:
    from pa_manager.file.keys import new_key  # noqa: PLC0415

    rows = list(csv.reader(io.StringIO(content.decode())))[1:]
    with closing(connect(folder / "raw.db", new_key())) as database:
        database.execute("CREATE TABLE moved (id INTEGER PRIMARY KEY, day, party, text, kind, amount, balance, a, b)")
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO moved (day, party, text, kind, amount, balance, a, b) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows
        )
        database.execute("COMMIT")


def year() -> Iterator[Line]:
    """Measure a year's return on the ten-year file, its figures with the self-check, and its PDF."""
    with _ten_years() as file:
        opened = open_file(file, password=largest.PASSWORD, now=largest.NOW)
        runner = Runner(opened, lambda: largest.NOW)
        runner.run(draft_return, period=YEAR)
        today = largest.NOW.date()
        figures = Samples().take(lambda: runner.read(read_return, return_id=THE_RETURN, today=today), FEW)
        papers = Samples().take(lambda: runner.read(print_return, return_id=THE_RETURN), FEW)
        rows = len(runner.read(read_return, return_id=THE_RETURN, today=today).figures.listing)
        opened.close(now=largest.NOW)
        key = read_ring(file).open_with_password(largest.PASSWORD)
        with closing(connect(file, key)) as database:
            raw = Samples().take(lambda: _raw_year(database), FEW)
    yield Line(
        what=f"a year's return, {rows:,} lines, with its self-check",
        ms=figures.ms,
        cpu_ms=figures.cpu_ms,
        floor="the same payments and what they were for, read by SQL",
        floor_ms=raw.ms,
        most_ms=200,
    )
    yield Line(
        what="its PDF, worked out and drawn",
        ms=papers.ms,
        cpu_ms=papers.cpu_ms,
        floor="as many rows of six cells on a bare ReportLab canvas",
        floor_ms=Samples().take(lambda: _raw_paper(rows), FEW).ms,
        most_ms=1000,
    )


def _raw_year(database: Any) -> None:
    database.execute(
        "SELECT * FROM account_transaction JOIN transaction_split ON transaction_id = account_transaction.id"
        " WHERE day BETWEEN ? AND ?",
        (str(YEAR.first), str(YEAR.last)),
    ).fetchall()


def _raw_paper(rows: int) -> None:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    canvas = Canvas(io.BytesIO())
    for row in range(rows):
        for column in range(6):
            canvas.drawString(50 + 80 * column, 800 - 16 * (row % 46), f"{row} {column}")
        if row % 46 == 45:
            canvas.showPage()
    canvas.save()


def payslips() -> Iterator[Line]:
    """Measure the check of a thousand payslips: tax, National Insurance, pension, loans and minimum wage."""
    check: Callable[[], int] = importlib.import_module("tests.law.bench_payslips").check_thousand_payslips
    ours = Samples().take(check, FEW)
    yield Line(
        what="a thousand payslips checked",
        ms=ours.ms,
        cpu_ms=ours.cpu_ms,
        floor="tax and National Insurance of as many in whole pence, one band each",
        floor_ms=Samples().take(_raw_payslips, FEW).ms,
        most_ms=1000,
    )


def _raw_payslips() -> int:
    return sum(
        max(0, gross - 242_00) * 20 // 100 + max(0, gross - 242_00) * 8 // 100 + max(0, gross - 96_00) * 15 // 100
        for gross in range(130_00, 130_00 + 1000 * 50, 50)
    )


def rota() -> Iterator[Line]:
    """Measure the rota of ten years of 24-hour care by twelve PAs, with all sums and findings, as it is painted."""
    load = importlib.import_module("tests.rota.load")
    under_load: Callable[..., dict[str, tuple[float, float]]] = load.rota_under_load
    bare = under_load(people=1, weeks=0)
    for what, (wall, cpu) in under_load().items():
        yield Line(
            what=f"rota: {what}",
            ms=wall,
            cpu_ms=cpu,
            floor="the same in a household with one PA and one shift",
            floor_ms=bare[what][0],
            most_work_ms=100,
        )


MEASURES: Final[dict[str, Callable[[], Iterator[Line]]]] = {
    "window": first_window,
    "home": home,
    "import": bring_in,
    "return": year,
    "payslips": payslips,
    "rota": rota,
}


@contextmanager
def _ten_years() -> Iterator[Path]:
    """Give a copy of the largest household's file, which is made if there is none of this version yet."""
    steps = sorted((ROOT / "pa_manager" / "file" / "migrations").glob("m*.py"))
    made_from = b"".join(path.read_bytes() for path in [*steps, Path(largest.__file__)])
    file = ROOT / "build" / f"largest-{hashlib.sha256(made_from).hexdigest()[:12]}.pam"
    if not file.exists():
        print("Making the ten-year file. This is done once and takes some minutes.", flush=True)
        file.parent.mkdir(exist_ok=True)
        for old in file.parent.glob("largest-*.pam"):
            old.unlink()
        part = file.with_suffix(".part.pam")
        part.unlink(missing_ok=True)
        largest.make(part)
        part.rename(file)
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(file, Path(folder) / "largest.pam"))


def _work_of_children() -> float:
    """Return the processors' time of all processes we have started and that have ended, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def _commit() -> str:
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    return told.stdout.strip()


def _print(lines: list[Line]) -> None:
    rows = [("what", "measured", "processors", "floor", "ratio", "goal", "")]
    rows += [
        (
            line.what,
            f"{line.ms:,.1f} ms",
            f"{line.cpu_ms:,.1f} ms" if line.cpu_ms else "",
            f"{line.floor_ms:,.1f} ms",
            f"{line.ratio:,.2f}",
            line.goal,
            "met" if line.is_met else "NOT MET",
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *others = (
            cell.ljust(width) if not at else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *others]))
    print()
    for line in lines:
        print(f"floor of {line.what}: {line.floor}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
