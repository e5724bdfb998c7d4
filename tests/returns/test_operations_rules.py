"""The funder's rules as a return follows them: its days, papers, names, declaration, and what is asked about."""

from datetime import date

import pytest

from pa_manager.funding.model import NEW_PROFILE, ContributionMode, Profile, ReturnLine, Rule
from pa_manager.funding.operations import (
    agreed_reserve,
    attach_advice,
    keep_profile,
    list_profiles,
    set_contribution,
    set_rule,
    use_profile,
)
from pa_manager.holder.model import About, AdviceId, How
from pa_manager.holder.operations import add_advice
from pa_manager.returns.operations import (
    check_return,
    draft_return,
    findings_of,
    list_returns,
    next_period,
    print_return,
    return_figures,
    send_return,
    things_to_do,
)
from pa_manager.spending.model import Split, Transaction
from pa_manager.spending.operations import add_transaction, list_transactions, split_transaction
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.paper.reading import text_of
from tests.returns.household import THE_RETURN, TODAY, draft_the_return, tell_the_spring
from tests.spending.household import ACCOUNT, MIDSHIRE, OPENED_ON, SPRING


@pytest.fixture
def ruled(runner):
    """Jean's spring, with rules of Midshire's own that her money follows."""
    tell_the_spring(runner)
    runner.run(keep_profile, profile=Profile(id=NEW_PROFILE, name="Midshire", note="", rulings=()))
    say(runner, Rule.RETURN_EVERY, "quarterly")
    runner.run(use_profile, stream_id=MIDSHIRE, profile_id=runner.read(list_profiles)[0].id, today=TODAY)
    return runner


def say(runner, rule, value):
    runner.run(set_rule, profile_id=runner.read(list_profiles)[0].id, rule=rule, value=value, source="Letter")


def figures(runner):
    return runner.read(return_figures, return_id=THE_RETURN)


def asked(runner):
    return " ".join(each.text for each in runner.read(findings_of, return_id=THE_RETURN, today=TODAY))


def on_paper(runner):
    return " ".join(text_of(runner.read(print_return, return_id=THE_RETURN)).split())


def spend(runner, party, line, pence=-2000, **more):
    split = Split(line=line, amount=Money(pence), **more)
    runner.run(add_transaction, account_id=ACCOUNT, day=SPRING.last, amount=Money(pence), party=party, splits=[split])


def test_the_rhythm_and_the_first_check_give_the_next_returns_days(ruled):
    say(ruled, Rule.FIRST_CHECK, "6")
    first_check = Period(OPENED_ON, date(2026, 5, 12))
    assert ruled.read(next_period, today=TODAY) == (first_check.first, first_check.last)
    (task,) = ruled.read(things_to_do, today=TODAY)
    assert task.text == "Start the return for 1 April to 12 May 2026."
    assert task.due == date(2026, 6, 9)
    ruled.run(draft_return, period=first_check)
    assert ruled.read(next_period, today=TODAY) == (date(2026, 5, 13), date(2026, 8, 12))
    say(ruled, Rule.RETURN_EVERY, "by_letter")
    assert ruled.read(next_period, today=TODAY) == (date(2026, 5, 13), None)


def test_days_to_send_give_the_day_it_is_due(ruled):
    draft_the_return(ruled)
    assert figures(ruled).due_on is None, "a general default is not the council's word"
    say(ruled, Rule.DAYS_TO_SEND, "14")
    assert ruled.read(list_returns)[0].due_on == figures(ruled).due_on == date(2026, 6, 22)
    assert "Due on 22 June 2026" in on_paper(ruled)
    assert ruled.read(things_to_do, today=TODAY)[0].due == date(2026, 6, 22)


@pytest.mark.parametrize(("basis", "weekly"), [("gross", 42460), ("net", 37160)])
def test_weeks_and_basis_make_the_reserve(ruled, basis, weekly):
    draft_the_return(ruled)
    assert figures(ruled).reserve == Money(0)
    say(ruled, Rule.RESERVE_WEEKS, "2")
    say(ruled, Rule.RESERVE_BASIS, basis)
    assert figures(ruled).reserve == Money(2 * weekly) == ruled.read(agreed_reserve, on=TODAY)


def test_the_councils_names_of_lines_stand_on_the_return(ruled):
    draft_the_return(ruled)
    say(ruled, Rule.LINE_NAMES, "Care agency or provider = Commissioned support")
    assert "Commissioned support" in [line.words for line in figures(ruled).money_out]
    assert "Commissioned support" in on_paper(ruled)
    assert "Care agency or provider" not in on_paper(ruled)


def test_only_papers_that_are_asked_for_are_missed_and_others_are_named(ruled):
    draft_the_return(ruled)
    assert "no receipt or invoice yet" in asked(ruled)
    say(ruled, Rule.EVIDENCE, "Bank statements\nYour diary of outings")
    say(ruled, Rule.KEEP_YEARS, "3")
    assert "no receipt or invoice yet" not in asked(ruled)
    assert "No payslip is matched" not in asked(ruled)
    assert [each.what for each in figures(ruled).evidence] == ["Bank statements"]
    assert "Asked for as well Your diary of outings" in on_paper(ruled)
    assert "The papers are kept for 3 years beside the year that is running." in on_paper(ruled)


def test_the_councils_wording_is_signed(ruled):
    draft_the_return(ruled)
    say(ruled, Rule.DECLARATION, "I have told the whole truth.")
    words = on_paper(ruled)
    assert "I have told the whole truth." in words
    assert "I know that money not spent may be asked back." not in words


def test_spending_that_is_forbidden_or_to_be_asked_about_is_found_until_it_is_explained(ruled):
    draft_the_return(ruled)
    spend(ruled, "Betfred", ReturnLine.TRANSPORT, stream_id=MIDSHIRE)
    spend(ruled, "Brook Holidays", ReturnLine.RESPITE, stream_id=MIDSHIRE)
    assert "Funders often say that the money is not for “Gambling”: Betfred, £20.00 on 8 June 2026." in asked(ruled)
    say(ruled, Rule.FORBIDDEN, "Gambling")
    say(ruled, Rule.ASK_FIRST, "Short breaks")
    assert "The funder's rules say that the money is not for “Gambling”" in asked(ruled)
    assert "The funder's rules say to ask first about “Short breaks”: Brook Holidays" in asked(ruled)
    betfred = next(each for each in ruled.read(list_transactions) if each.party == "Betfred")
    ruled.run(split_transaction, transaction_id=betfred.id, splits=[_noted(betfred)])
    ruled.run(
        add_advice, said_by="Priya Nair", words="A week by the sea is fine.", on=TODAY, how=How.LETTER,
        about=About.SPENDING,
    )  # fmt: skip
    ruled.run(attach_advice, advice_id=AdviceId(1), stream_id=MIDSHIRE, line=ReturnLine.RESPITE)
    assert "Gambling" not in asked(ruled)
    assert "Short breaks" not in asked(ruled)
    assert "Respite and short breaks: “A week by the sea is fine.”, Priya Nair. In a letter" in on_paper(ruled)


def _noted(transaction: Transaction) -> Split:
    return Split(line=ReturnLine.TRANSPORT, amount=transaction.amount, note="The raffle of the day centre")


def test_a_contribution_straight_to_the_provider_is_not_missed(ruled):
    draft_the_return(ruled)
    ruled.run(
        set_contribution,
        stream_id=MIDSHIRE,
        from_day=OPENED_ON,
        weekly=Money(5300),
        mode=ContributionMode.NET_DIRECT,
        instead_of=OPENED_ON,
    )
    line = next(line for line in figures(ruled).money_in if line.line is ReturnLine.PAYMENT)
    assert line.notes == ("Contribution of £636.00 taken off and paid straight to the provider: not in this account",)
    assert all(each.expected is None for each in figures(ruled).money_in if each.line is ReturnLine.CONTRIBUTION)


def test_what_was_sent_keeps_the_rules_it_was_sent_under(ruled):
    draft_the_return(ruled)
    say(ruled, Rule.DECLARATION, "I have told the whole truth.")
    ruled.run(check_return, return_id=THE_RETURN, on=TODAY)
    ruled.run(send_return, return_id=THE_RETURN, on=TODAY)
    say(ruled, Rule.DECLARATION, "Other words.")
    assert figures(ruled).declaration == ("I have told the whole truth.",)
