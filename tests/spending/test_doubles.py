"""Doubles told from twins."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pa_manager.spending.model.bankfiles.files import BankRow
from pa_manager.spending.model.doubles import LedgerRow, tell_doubles
from pa_manager.values.money import Money

DAY = date(2026, 5, 12)


def _row(position, text="TAXI", pence=-940, *, bank_id="", balance=None, day=DAY):
    return BankRow(
        position=position,
        line=position,
        day=day,
        amount=Money(pence),
        text=text,
        party=text,
        bank_id=bank_id,
        balance=None if balance is None else Money(balance),
    )


def _known(number, text="TAXI", pence=-940, *, bank_id="", balance=None, layout="lloyds", day=DAY):
    return LedgerRow(number, day, pence, text, bank_id, balance, layout)


def _fates(rows, ledger, layout="lloyds"):
    verdicts = tell_doubles(rows, ledger, layout=layout)
    return ["known" if v.is_known else "ask" if v.why else "new" for v in (verdicts[row.position] for row in rows)]


def test_an_id_counts_with_its_day_and_amount():
    known = [_known(1, "ANY WORDS", bank_id="x")]
    assert _fates([_row(1, bank_id="x")], known) == ["known"]
    assert _fates([_row(1, bank_id="x", pence=-950)], known) == ["new"]
    assert _fates([_row(1, bank_id="x", day=date(2026, 5, 13))], known) == ["new"]


def test_as_many_are_new_as_the_file_has_more():
    assert _fates([_row(1), _row(2)], [_known(1)]) == ["known", "new"]
    assert _fates([_row(1), _row(2)], [_known(1), _known(2)]) == ["known", "known"]
    assert _fates([_row(1, "taxi  ")], [_known(1)]) == ["known"]


def test_an_equal_balance_proves_which_twin_it_is():
    rows = [_row(1, balance=100), _row(2, balance=1040)]
    assert _fates(rows, [_known(1, balance=1040)]) == ["new", "known"]


def test_a_row_that_follows_the_known_one_is_another():
    assert _fates([_row(1, balance=100)], [_known(1, balance=1040)]) == ["new"]


def test_the_same_words_with_another_balance_or_number_are_asked_about():
    assert _fates([_row(1, balance=777)], [_known(1, balance=1040)]) == ["ask"]
    assert _fates([_row(1, bank_id="y")], [_known(1, bank_id="x")]) == ["ask"]
    assert _fates([_row(1, bank_id="y")], [_known(1, bank_id="x")], layout="monzo") == ["known"]


def test_other_words_on_the_same_day_are_asked_about_one_to_one():
    rows = [_row(1, "CITY CARS"), _row(2, "CITY CARS"), _row(3, "CITY CARS")]
    assert _fates(rows, [_known(1), _known(2)]) == ["ask", "ask", "new"]


def test_other_words_with_the_very_balance_are_paired_by_it():
    rows = [_row(1, "CITY CARS", balance=1040), _row(2, "CITY CARS", balance=100)]
    verdicts = tell_doubles(rows, [_known(7, balance=100), _known(8, balance=1040)], layout="starling")
    assert [verdicts[1].same_as, verdicts[2].same_as] == [8, 7]
    assert verdicts[1].why == "The same amount is in the account on this day: TAXI."


amounts = st.lists(st.sampled_from([-940, -6120, 21200]), min_size=1, max_size=8)
texts = st.sampled_from(["TAXI", "WAGES", "OTHER"])


@given(st.lists(st.tuples(st.sampled_from([-940, -6120, 21200]), texts), min_size=1, max_size=9))
def test_the_same_list_told_again_is_known_to_the_last_row(pairs):
    rows = [_row(at, text, pence) for at, (pence, text) in enumerate(pairs, start=1)]
    ledger = [_known(at, text, pence) for at, (pence, text) in enumerate(pairs, start=1)]
    assert set(_fates(rows, ledger)) == {"known"}


@given(
    st.lists(st.tuples(st.sampled_from([-940, -6120]), texts), min_size=1, max_size=9),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_no_file_ever_adds_more_than_it_has_more_of(pairs, first, last):
    """What is added by itself never exceeds how many more of that amount the file has than the account."""
    rows = [_row(at, text, pence) for at, (pence, text) in enumerate(pairs, start=1)]
    ledger = [_known(at, text, pence) for at, (pence, text) in enumerate(pairs[first:last], start=1)]
    fates = _fates(rows, ledger)
    for pence in (-940, -6120):
        more = sum(row.amount.pence == pence for row in rows) - sum(known.pence == pence for known in ledger)
        new = sum(fate == "new" for fate, row in zip(fates, rows, strict=True) if row.amount.pence == pence)
        assert new == max(more, 0)
