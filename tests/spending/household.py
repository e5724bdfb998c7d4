"""An account that holds the story of the samples, told by operations."""

import json
from datetime import date
from pathlib import Path

from pa_manager.spending.model import AccountId
from pa_manager.spending.operations import import_file, open_account
from pa_manager.values.money import Money

SAMPLES = Path(__file__).parent / "samples"
ACCOUNT = AccountId(1)
OPENED_ON = date(2026, 4, 1)
LAST_DAY = date(2026, 6, 8)
OPENING, CLOSING = Money(184217), Money(258221)


def sample(name):
    """Return the bytes of a sample, for example ``layouts/lloyds.csv``."""
    return (SAMPLES / name).read_bytes()


def expected(name):
    """Return what a sample is said to hold."""
    return json.loads((SAMPLES / name).with_suffix(".json").read_text(encoding="utf-8"))


def open_the_account(runner, **more):
    """Open the account of the story, with nothing in it."""
    facts = {"name": "Direct payment account", "opened_on": OPENED_ON, "opening": OPENING}
    runner.run(open_account, **{**facts, **more})


def tell_the_story(runner, name="layouts/lloyds.csv"):
    """Open the account and bring in one of the files that hold the story."""
    open_the_account(runner)
    runner.run(import_file, account_id=ACCOUNT, name=Path(name).name, content=sample(name))
