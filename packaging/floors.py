"""Holds the coverage of the tests to its floors: sums and rules whole, the rest nearly, screens mostly."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
MEASURED: Final = ROOT / "build" / "coverage.json"
FLOORS: Final = {"values, law and models": 100.0, "screens": 85.0, "the rest": 95.0}


def main() -> int:
    """Say how much of each part was run, line by line where it is too little; return 1 if any floor is missed."""
    files = json.loads(MEASURED.read_text(encoding="utf-8"))["files"]
    run: dict[str, int] = defaultdict(int)
    there: dict[str, int] = defaultdict(int)
    missed: dict[str, list[str]] = defaultdict(list)
    for name, found in files.items():
        part, summary = part_of(Path(name)), found["summary"]
        run[part] += summary["covered_lines"] + summary["covered_branches"]
        there[part] += summary["num_statements"] + summary["num_branches"]
        if found["missing_lines"] or found["missing_branches"]:
            lines = [*found["missing_lines"], *(f"{a}->{b}" for a, b in found["missing_branches"])]
            missed[part].append(f"  {name}: {', '.join(map(str, lines))}")
    short = False
    for part, floor in FLOORS.items():
        share = 100 * run[part] / max(1, there[part])
        below = share < floor
        short = short or below
        print(f"coverage of {part}: {share:.1f} % (at least {floor:g} %){', too little:' if below else ''}")
        if below:
            print("\n".join(missed[part]))
    return int(short)


def part_of(path: Path) -> str:
    """Return which floor a file is held to."""
    room, layer = path.parts[1], path.with_suffix("").parts[2] if len(path.parts) > 2 else ""
    if room in {"values", "law"} or layer == "model":
        return "values, law and models"
    return "screens" if room == "shell" or layer == "screen" else "the rest"


if __name__ == "__main__":
    sys.exit(main())
