#!/usr/bin/env python3
"""Everything from a fresh copy: ``run`` opens the program, ``test`` proves it. Needs Python 3.11 and nothing else.

The first time, it makes ``.venv`` with what the lock files name, checked by hash, and on Debian and
Ubuntu adds the few system libraries that Qt needs (as root; otherwise it prints the command for that).
After that it starts at once.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)

# what Qt loads, and the Debian package that holds it
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# what the screen-reader tests start
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-x11",
    "xdotool": "xdotool",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
SCREEN_READER_CLIENT = ("python3-gi", "gir1.2-atspi-2.0")


def main() -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("command", choices=("run", "test", "setup", "check", "bench", "shots", "nightly"))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on")
    asked = parser.parse_args()
    if sys.version_info < OLDEST:
        return _refuse(f"PA Manager needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if asked.command == "run":
        return _run(asked.rest)
    if not _prepared("requirements-dev.txt", QT_LIBRARIES | WINDOW_LIBRARIES, for_tests=True):
        return 1
    if asked.command == "setup":
        return 0
    task = "check" if asked.command == "test" else asked.command
    return subprocess.call([PYTHON, "-m", "poethepoet", "-q", "-C", ROOT, task, *asked.rest], cwd=ROOT)


def _run(rest: list[str]) -> int:
    shows = _has_display()
    if not _prepared("requirements.txt", QT_LIBRARIES | (WINDOW_LIBRARIES if shows else {})):
        return 1
    words = rest or (["--example"] if shows else ["example", "--to", str(ROOT / "build" / "example")])
    return subprocess.call([PYTHON, "-m", "pa_manager", *words], cwd=ROOT)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _prepared(lock: str, libraries: dict[str, str], *, for_tests: bool = False) -> bool:
    """Make ready what is missing; return whether all is there that cannot be done without."""
    if sys.platform.startswith("linux"):
        wanted = [package for name, package in libraries.items() if not _loads(name)]
        extra = _missing_for_tests() if for_tests else []
        if _lacks_venv():
            wanted.append(f"python3.{sys.version_info.minor}-venv")
        if (wanted or extra) and not _install([*wanted, *extra]):
            if wanted:
                return False
            print("Going on without: the tests that read the screen as a screen reader would are left out.", flush=True)
    return _environment(ROOT / "packaging" / lock)


def _install(packages: list[str]) -> bool:
    """Add system packages as root; otherwise say how, and return False."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Adding system packages: {' '.join(packages)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(["apt-get", "-qq", "update"], env=environment)
        return subprocess.call([*command, "-qq"], stdout=subprocess.DEVNULL, env=environment) == 0
    _refuse("Some system packages are missing. On Debian or Ubuntu, run this first:", f"  sudo {' '.join(command)}")
    return False


def _environment(lock: Path) -> bool:
    """Make the environment as the lock file says, unless that was done before; return whether it is there."""
    larger = lock.with_stem("requirements-dev")
    if PYTHON.exists() and (_was_made(lock) or _was_made(larger)):
        return True
    print("Making the environment. This is done once and takes a minute or two.", flush=True)
    if not PYTHON.exists() and subprocess.call([sys.executable, "-m", "venv", VENV]):
        return False
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    if subprocess.call([*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock]):
        _refuse("The packages could not be installed. Is this computer online? Run the same command again.")
        return False
    (VENV / f"made-{lock.stem}").write_text(_mark(lock), encoding="ascii")
    return True


def _was_made(lock: Path) -> bool:
    done = VENV / f"made-{lock.stem}"
    return done.exists() and done.read_text(encoding="ascii") == _mark(lock)


def _mark(lock: Path) -> str:
    """Return what tells whether an environment was made from this lock file, by this Python, for this place."""
    runtime = lock.with_stem("requirements").read_bytes()
    return hashlib.sha256(lock.read_bytes() + runtime + f"{sys.version}{VENV}".encode()).hexdigest()


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _lacks_venv() -> bool:
    if PYTHON.exists():
        return False
    return subprocess.call([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL) != 0


def _missing_for_tests() -> list[str]:
    missing = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    asking = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if subprocess.call(["/usr/bin/python3", "-c", asking], stderr=subprocess.DEVNULL):
        missing += SCREEN_READER_CLIENT
    return missing


def _refuse(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
