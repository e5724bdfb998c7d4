"""The days of the example household, and the papers that came to it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from pa_manager.values.days import Period
from pa_manager.values.money import Money

TODAY: Final = date(2026, 6, 10)
"""The day on which the example lives, so that what is due and late in it is always the same."""
PAPERS: Final = Path(__file__).parents[2] / "resources" / "example"
BANK_FILE: Final = PAPERS / "lloyds.csv"
OPENING: Final = Money(1842_17)
RETURN: Final = Period(date(2026, 4, 1), date(2026, 6, 8))

ROTA_BEGINS: Final = date(2026, 3, 9)
PERIODS: Final = (date(2026, 3, 9), date(2026, 4, 6), date(2026, 5, 4))
BEFORE: Final = PERIODS[0] - timedelta(days=28)
SPRING: Final = Period(ROTA_BEGINS, TODAY)
WEEK: Final = timedelta(days=7)
