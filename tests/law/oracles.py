"""The published examples: where they are read from, and how figures in them are understood."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from pa_manager.law.dated import OwnFigure
from pa_manager.law.pay_periods import Frequency
from pa_manager.values.money import Money

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "oracles"
"""Test figures that are not ours to copy lie beside the repository, if at all."""
MORE = "PA_MANAGER_EXAMPLES"
"""Names a file or folder with more examples of the same form, to be run with the rest."""

FREQUENCIES = {
    "weekly": Frequency.WEEKLY,
    "fortnightly": Frequency.FORTNIGHTLY,
    "2-weekly": Frequency.FORTNIGHTLY,
    "fourweekly": Frequency.FOUR_WEEKLY,
    "four-weekly": Frequency.FOUR_WEEKLY,
    "four_weekly": Frequency.FOUR_WEEKLY,
    "4-weekly": Frequency.FOUR_WEEKLY,
    "monthly": Frequency.MONTHLY,
}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

Inputs = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """One published example."""

    id: str
    topic: str
    inputs: Inputs
    expected: Inputs


def examples() -> list[Example]:
    """Return the examples written into the tests, and those that were pointed out besides."""
    found: dict[str, Example] = {}
    for path in [HERE / "employer_examples.json", *_pointed_out()]:
        for entry in read(path):
            if "topic" in entry:
                example = Example(entry["id"], entry["topic"], entry["inputs"], entry["expected"])
                found.setdefault(example.id, example)
    return list(found.values())


def hmrc_rows(name: str) -> list[Inputs]:
    """Return the rows of HM Revenue and Customs' test figures, ``ni`` or ``tax``; none where they are absent."""
    paths = sorted(SHARED.glob(f"hmrc_*/{name}*.json"))
    paths += [path for path in _pointed_out() if path.name.startswith(name)]
    return [row for path in paths for row in read(path)]


def read(path: Path) -> list[Inputs]:
    """Return the entries of a file, numbers with a point as exact decimals."""
    return list(json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))


def _pointed_out() -> Iterator[Path]:
    if place := os.environ.get(MORE):
        path = Path(place)
        yield from sorted(path.rglob("*.json")) if path.is_dir() else [path]


def money(amount: Decimal | int) -> Money:
    """Return pounds as written in an example; a fraction of a penny is an error in reading it."""
    pence = Fraction(amount) * 100
    assert pence.denominator == 1, amount
    return Money(int(pence))


def day(text: str) -> date:
    """Return a day as written in an example."""
    return date.fromisoformat(text)


def frequency(inputs: Inputs) -> Frequency:
    """Return how often somebody is paid."""
    return FREQUENCIES[inputs["frequency"].lower().replace("four weekly", "fourweekly")]


def weekdays(text: str) -> frozenset[int]:
    """Return the days of the week in ``Mon-Fri`` or ``Mon, Wed, Fri``."""
    chosen: set[int] = set()
    for part in text.lower().replace(" ", "").split(","):
        first, _, last = part.partition("-")
        begin, end = WEEKDAYS.index(first[:3]), WEEKDAYS.index((last or first)[:3])
        chosen |= {number % 7 for number in range(begin, (end if end >= begin else end + 7) + 1)}
    return frozenset(chosen)


def in_tax_year(text: str) -> date:
    """Return a day in a tax year such as ``2025-26``."""
    return date(int(text[:4]), 6, 1)


def own(name: str, text: str, *, first: date = date(1990, 1, 1), last: date = date(2099, 12, 31)) -> OwnFigure:
    """Return a figure that an example states instead of the law of its day."""
    return OwnFigure(name=name, first=first, last=last, text=text)


def exact(value: object) -> object:
    """Return a value in pounds or units as an exact number, so that it can be compared."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, Money):
        return Fraction(value.pence, 100)
    if isinstance(value, int | Decimal | Fraction):
        return Fraction(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [exact(part) for part in value]
    return value


def printed(value: Fraction, places: int) -> Fraction:
    """Return a number as a source prints it, halves up."""
    return Fraction((value * 10**places + Fraction(1, 2)) // 1, 10**places)
