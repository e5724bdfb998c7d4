"""One figure is the same wherever it is told: on paper, on the screen, to other programs; and it adds up."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_manager import cli
from pa_manager.file import keys
from pa_manager.file.journal import LockedForGood
from pa_manager.file.keys import Effort
from pa_manager.file.opening import create_file, open_file
from pa_manager.file.running import Runner
from pa_manager.funding.model import ReturnLine
from pa_manager.holder.operations import keep_holder
from pa_manager.returns.model import Section, frozen
from pa_manager.returns.operations import adjust_return, check_return, print_return, return_figures, send_return
from pa_manager.returns.presenter.statement import StatementPresenter
from pa_manager.returns.screen.statement import StatementScreen
from pa_manager.spending.model import Split
from pa_manager.spending.operations import (
    accept_suggestions,
    list_batches,
    list_transactions,
    remove_transaction,
    split_transaction,
    undo_import,
)
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money
from tests.conftest import NOW
from tests.paper.reading import elements
from tests.places import Journey
from tests.returns.robot import BEHIND, FIGURES, StatementRobot
from tests.stories.households import TODAY, everything_that_moved, households, pay, payments, tell
from tests.windows import PaperDesk

PASSWORD = "chance"
GLANCE = "At a glance"
SECTIONS = [section.value for section in Section]


@pytest.fixture
def quick(monkeypatch):
    """Have passwords stretched as little as Argon2id allows: each household has a file of its own."""
    monkeypatch.setattr(keys, "EFFORT", Effort(memory_kib=32, rounds=1, lanes=4))
    monkeypatch.setenv("PA_MANAGER_PASSWORD", PASSWORD)


# The three places


def on_paper(pdf):
    """Return what the printed statement says: the sums of each section, and the amounts of its listing."""
    sums = {section: [] for section in [GLANCE, *SECTIONS]}
    listing, heading, cells = [], "", []
    for element in [*elements(pdf), None]:
        name = element.name if element else "TR"
        if name in {"TR", "H1", "H2", "H3"} and cells:
            if heading in sums:
                sums[heading].append(_pence(cells[-1]))
            elif heading == "Every payment" and len(cells) == 6:
                listing.append((_pence(cells[3]) or 0) - (_pence(cells[4]) or 0))
            cells = []
        if name in {"H1", "H2"}:
            heading = element.text
        elif name in {"TD", "TH"} and not (name == "TH" and element.scope == "Column"):
            cells.append(element.text)
    start, money_in, money_out, left, _purpose = (sums[section] for section in SECTIONS)
    start = start or sums[GLANCE][:1]
    shown = [start[-1], money_in[-1], money_out[-1], left[0], left[-1], sums[Section.PURPOSE][-1]]
    assert sums.pop(GLANCE) == shown
    return {**sums, Section.START.value: start}, listing[1:-1]


def on_screen(robot):
    """Return what the screen shows: the sums of each section, and the payments behind the balance at the end."""
    sums = {section: [] for section in SECTIONS}
    for section, _what, amount in robot.rows(FIGURES):
        sums[section].append(_pence(amount))
    robot.look_behind(
        next(row[1] for row in robot.rows(FIGURES) if row[1].startswith("Balance at the end,")).split("\n")[0]
    )
    return sums, [_pence(row[3]) for row in robot.rows(BEHIND)]


def to_programs(figures):
    """Return what JSON says: the sums of each section in the order of the statement, and the amounts of the listing."""

    def amounts(*names):
        return [_pence(figures[name]) for name in names]

    changes = [_pence(change["amount"]) for change in figures["changes"]]
    bank = [
        _pence(account["statement"] if account["has_statements"] else account["book"])
        for account in figures["accounts"]
    ]
    bank += [-each for each in amounts("waiting_out") if each]
    bank += [each for each in amounts("waiting_in") if each]
    bank += [-each for each in amounts("others") if each]
    kept = [-each for each in amounts("ring_fenced", "planned_saving", "reserve") if each]
    sums = {
        Section.START: [*([*amounts("opening"), *changes] if changes else []), *amounts("start")],
        Section.MONEY_IN: [*(_pence(line["amount"]) for line in figures["money_in"]), *amounts("total_in")],
        Section.MONEY_OUT: [*(_pence(line["amount"]) for line in figures["money_out"]), *amounts("total_out")],
        Section.BANK: [*amounts("closing"), *bank, *amounts("difference")],
        Section.PURPOSE: [
            *amounts("closing"),
            *(-_pence(owed["amount"]) for owed in figures["owed"]),
            *kept,
            *amounts("surplus"),
        ],
    }
    return {section.value: found for section, found in sums.items()}, [
        _pence(line["amount"]) for line in figures["listing"]
    ]


def _pence(text):
    """Return a sum in pence; nothing, where there is none."""
    plain = "".join(letter for letter in text or "" if letter in "-0123456789.")
    return Money.signed_from_text(plain).pence if plain.strip(".") and "known" not in text else None


def ask(file, household):
    """Return what the program answers to other programs."""
    lines = []
    words = ["return", "--in", str(file), "--first", str(household.period.first), "--last", str(household.period.last)]
    if household.stream is not None:
        words += ["--stream", f"Funder {household.stream}"]
    way = {"now": lambda: NOW, "tell_example": tell, "ask_password": str}
    assert cli.obey([*words, "--json"], say=lines.append, **way) == 0
    return json.loads("\n".join(lines))


def compare(qtbot, folder, household):
    """Tell of a household in a file of its own, and compare its return in the three places."""
    file = folder / f"{len(list(folder.glob('*.pam')))}.pam"
    opened, _code = create_file(file, password=PASSWORD, now=NOW)
    runner = Runner(opened, lambda: NOW)
    number = tell(runner, household)
    paper = runner.read(print_return, return_id=number)
    screen = StatementScreen(
        lambda view: StatementPresenter(view, runner, today=lambda: TODAY, go_to=Journey().go_to, desk=PaperDesk())
    )
    shown = on_screen(StatementRobot(qtbot, screen).open(number))
    screen.close()
    opened.close(now=NOW)
    figures = ask(file, household)
    assert shown == to_programs(figures)
    assert on_paper(paper) == shown
    adds_up(figures, household)


def adds_up(figures, household):
    """Compare the figures with sums of our own, from what was told."""
    start, total_in, total_out, closing = (
        _pence(figures[name]) for name in ("start", "total_in", "total_out", "closing")
    )
    assert closing == start + total_in - total_out
    streams = figures["streams"]
    for name, together in (("opening", start), ("money_in", total_in), ("money_out", total_out), ("closing", closing)):
        assert sum(_pence(stream[name]) for stream in streams) == together
    if household.stream is None:
        opened_with = household.opening + (household.cash or 0)
        moved = everything_that_moved(household)
        assert start == opened_with + sum(each for day, each in moved if day < household.period.first)
        assert closing - start == sum(each for day, each in moved if day in household.period)
        assert closing == sum(_pence(account["book"]) for account in figures["accounts"])


@settings(max_examples=12)
@given(household=households())
def test_figures_are_the_same_on_paper_on_the_screen_and_to_programs(qtbot, tmp_path, quick, household):
    compare(qtbot, tmp_path, household)


@pytest.mark.nightly
@settings(max_examples=500)
@given(household=households())
def test_figures_are_the_same_in_many_households(qtbot, tmp_path, quick, household):
    compare(qtbot, tmp_path, household)


# Undo and redo


def kept(work):
    """Return every row of every table but the journal's own."""
    database = work.session.connection()
    tables = database.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%'"
    ).scalars()
    return {name: sorted(map(tuple, database.exec_driver_sql(f"SELECT * FROM {name}"))) for name in tables.all()}


def turn_back_and_forth(runner, steps):
    """Undo some steps, as far as nothing is locked, and do them again; return how many there were."""
    turned = 0
    while turned < steps:
        try:
            if runner.undo() is None:
                break
        except LockedForGood:
            break
        turned += 1
    for _step in range(turned):
        assert runner.redo() is not None
    return turned


def undo_and_redo(household, steps):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    number = tell(runner, household)
    before, figures = runner.read(kept), runner.read(return_figures, return_id=number)
    assert turn_back_and_forth(runner, steps)
    assert runner.read(kept) == before
    assert runner.read(return_figures, return_id=number) == figures


@settings(max_examples=20)
@given(household=households(), steps=st.integers(1, 40))
def test_undo_then_redo_changes_nothing(household, steps):
    undo_and_redo(household, steps)


@pytest.mark.nightly
@settings(max_examples=1000)
@given(household=households(), steps=st.integers(1, 40))
def test_undo_then_redo_changes_nothing_in_many_households(household, steps):
    undo_and_redo(household, steps)


# A return that was sent


def do_all_that_can_be_done(runner, household, number, later):
    """Change whatever the file lets be changed, also about the days of the return."""

    def attempt(operation, **words):
        try:
            runner.run(operation, **words)
        except UserError:
            return

    pay(runner, household, later)
    attempt(keep_holder, name="Somebody Else", reference="")
    attempt(adjust_return, return_id=number, line=ReturnLine.WAGES, amount=Money(1_00), why="Late.")
    attempt(check_return, return_id=number, on=TODAY)
    attempt(send_return, return_id=number, on=TODAY)
    for each in runner.read(list_transactions):
        line = ReturnLine.REFUND if each.is_money_in else ReturnLine.OTHER_OUT
        attempt(split_transaction, transaction_id=each.id, splits=[Split(line=line, amount=each.amount)])
        attempt(remove_transaction, transaction_id=each.id)
    for batch in runner.read(list_batches):
        attempt(undo_import, batch_id=batch.id)
    attempt(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    turn_back_and_forth(runner, 3)


def stays(household, later):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    number = tell(runner, household)
    runner.run(check_return, return_id=number, on=TODAY)
    as_it_was = runner.read(return_figures, return_id=number)
    runner.run(send_return, return_id=number, on=TODAY)
    sent, paper = runner.read(return_figures, return_id=number), runner.read(print_return, return_id=number)
    assert sent == as_it_was
    with pytest.raises(LockedForGood):
        runner.undo()
    do_all_that_can_be_done(runner, household, number, later)
    assert frozen(runner.read(return_figures, return_id=number)) == frozen(sent)
    assert runner.read(print_return, return_id=number) == paper


@settings(max_examples=12)
@given(household=households(), later=st.lists(payments(0), max_size=3))
def test_a_return_that_was_sent_stays_as_it_was_sent(household, later):
    stays(household, later)


@pytest.mark.nightly
@settings(max_examples=500)
@given(household=households(), later=st.lists(payments(0), max_size=3))
def test_many_returns_that_were_sent_stay_as_they_were_sent(household, later):
    stays(household, later)
