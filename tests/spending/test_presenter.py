"""The screens of money in and money out, without Qt."""

from datetime import date

import pytest

from pa_manager.funding.model import ReturnLine, Rule
from pa_manager.funding.operations import general_profile, keep_profile, list_profiles, set_rule, use_profile
from pa_manager.spending.model import AccountKind, EvidenceKind, Split, TransactionId, TransactionState, Weight
from pa_manager.spending.operations import (
    accept_suggestions,
    add_transaction,
    find_account,
    find_transaction,
    keep_evidence,
    list_accounts,
    list_evidence,
    list_statements,
    list_transactions,
    match_payslip,
    open_account,
    papers_said,
    reconcile_statement,
    split_transaction,
    undo_import,
)
from pa_manager.spending.presenter import ImportPresenter, SpendingPresenter, StatementPresenter
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.places import Journey
from tests.spending.household import (
    ACCOUNT,
    ADAS_FIRST,
    MIDSHIRE,
    OPENED_ON,
    open_the_account,
    sample,
    tell_everything,
    tell_the_story,
)

JUNE = date(2026, 6, 10)


class PaperView:
    """A view on paper: whatever it is asked to show is kept under the name of the asking."""

    def __init__(self):
        self.asked = {}
        self.closed = 0

    def __getattr__(self, name):
        def ask(*told, **named):
            self.asked[name] = (*told, *named.values())

        return ask

    def close_form(self):
        self.closed += 1

    def __getitem__(self, name):
        told = self.asked.get(name, ("",))
        return told[0] if len(told) == 1 else told

    @property
    def who(self):
        return [line.transaction.payee for line in self["show_lines"][0]]

    @property
    def allowed(self):
        return self["allow"]


class Cupboard:
    """Files on paper: handed out one by one to whoever lets the user choose."""

    def __init__(self):
        self.files = []
        self.refusal = ""
        self.saved = {}

    def choose(self, _title, _kinds):
        if self.refusal:
            raise UserError(self.refusal)
        return self.files.pop(0) if self.files else None

    def save(self, name, content):
        if self.refusal:
            raise UserError(self.refusal)
        self.saved[name] = content
        return name


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def cupboard():
    return Cupboard()


# The list


@pytest.fixture
def listing(view, runner, journey, cupboard):
    def present():
        return SpendingPresenter(
            view, runner, journey.go_to, today=lambda: JUNE, choose_file=cupboard.choose, save_file=cupboard.save
        )

    return present


@pytest.fixture
def told(runner, listing):
    tell_everything(runner)
    return listing()


def _line(view, number):
    return next(line for line in view["show_lines"][0] if line.transaction.id == number)


def test_without_an_account_one_is_asked_for(listing, view):
    listing()
    assert view.allowed == {"open first"}
    assert view["set_lead"] == "All that comes into your account and goes out of it will be listed here."
    assert "Open the account" in view["show_lines"][1]


def test_an_empty_account_asks_for_its_file(runner, listing, view):
    open_the_account(runner)
    listing()
    assert "Bring in a bank file" in view["show_lines"][1]
    assert view["set_lead"] == "£1,842.17 in Direct payment account on 10 June 2026."


def test_the_list_says_what_is_offered(told, view):
    assert view["show_offer"][0] == "26 payments have a suggestion, and 4 wages fit a payslip."
    assert view["show_expected"] == ("", [])
    assert view.allowed == {
        "import",
        "add",
        "statement",
        "expected",
        "open account",
        "change account",
        "accept",
        "match",
    }
    assert view["show_accounts"] == [("", "All accounts"), ("1", "Direct payment account")]


def test_what_did_not_come_is_said(runner, listing, view):
    tell_everything(runner)
    presenter = SpendingPresenter(
        view,
        runner,
        Journey().go_to,
        today=lambda: date(2026, 4, 20),
        choose_file=lambda *_: None,
        save_file=lambda *_: None,
    )
    runner.run(undo_import, batch_id=1)
    assert view["show_expected"] == (
        "2 sums have not come as agreed.",
        [
            "The payment of £1,486.40 from Midshire County Council was due on 1 April 2026 and has not come.",
            "Your contribution of £212.00 was due on 1 April 2026 and has not come.",
        ],
    )
    presenter.close()


def test_the_list_is_narrowed(told, view, runner):
    told.show_only("", "quarter", "", "okonkwo 612.35")
    assert view.who == ["A OKONKWO"] * 3
    told.show_only("", "quarter", "", "no such thing")
    assert view["show_lines"] == ((), "Nothing here fits what you chose above.")
    told.show_only("1", "all", "waiting", "")
    assert view.who == []
    told.show_only("1", "year", "explain", "nest")
    assert view.who == ["NEST", "NEST"]
    told.accept_all()
    assert view.who == []
    assert view["show_result"] == "Kept. 2 suggestions are accepted. Undo takes them back all together."
    told.show_only("1", "year", "paper", "")
    assert view.who == []
    told.show_only("1", "year", "explain", "returned")
    told.accept_all()
    assert view["show_result"] == "Kept. 1 suggestion is accepted. Undo takes them back all together."
    told.accept_all()


def test_several_accounts_are_listed_together_or_alone(told, view, runner):
    runner.run(open_account, name="Tin", kind=AccountKind.CASH, opened_on=OPENED_ON, opening=Money(500))
    assert view["set_lead"] == "£2,587.21 in all accounts on 10 June 2026."
    told.show_only("2", "quarter", "", "")
    assert view["set_lead"] == "£5.00 in Tin on 10 June 2026."
    runner.undo()
    assert view["set_lead"] == "£2,582.21 in Direct payment account on 10 June 2026."


def test_a_payment_is_pointed_out_wherever_it_is(told, view, runner):
    runner.run(open_account, name="Tin", opened_on=OPENED_ON)
    runner.run(add_transaction, account_id=2, day=date(2020, 1, 1), amount=Money(5), party="Old")
    told.show_only("1", "quarter", "", "")
    told.point_out(27)
    assert (view["pick_line"], view.who[-1], view["choose"]) == (27, "Old", ("", "all", "", ""))
    told.point_out(26)
    told.point_out(99)
    assert "no longer in the file" in view["show_problem"]


def test_other_screens_are_reached_by_name(told, journey):
    told.bring_in()
    told.show_only("1", "quarter", "", "")
    told.agree_statement()
    assert journey.places == [Place("spending", None, screen="import"), Place("spending", 1, screen="statement")]


def test_nothing_picked_nothing_done(told, view):
    for act in (told.explain, told.share, told.add_paper, told.attach_paper, told.remove):
        act()
    for keep in (told.purposes.keep_purpose, told.purposes.keep_parts):
        keep({})
    told.papers.keep({"name": "x", "kind": "receipt"})
    told.papers.keep_attached({"paper": "1"})
    assert "show_form_problem" not in view.asked


# Accounts

ACCOUNT_TEXTS = {
    "name": "Main",
    "kind": "bank",
    "sort_code": "200000",
    "number": "12345678",
    "opened_on": "1 4 2026",
    "opening": "1842.17",
}


def test_an_account_is_opened_and_changed(listing, view, runner):
    presenter = listing()
    presenter.change_account()
    assert "open_account_form" not in view.asked
    presenter.accounts.add()
    assert view["open_account_form"] == ("Open an account", {"kind": "bank"})
    presenter.accounts.keep(ACCOUNT_TEXTS)
    assert view["show_result"] == "Kept. Now bring in the first bank file."
    assert runner.read(find_account, ACCOUNT).said == "Main (ends 5678)"
    presenter.change_account()
    assert view["open_account_form"][0] == "Change Main"
    presenter.accounts.keep({**view["open_account_form"][1], "name": "Other"})
    assert view["show_result"] == "Kept: Other."
    assert [each.name for each in runner.read(list_accounts)] == ["Other"]


def test_what_is_wrong_with_an_account_is_said_beside_each_field(listing, view):
    presenter = listing()
    presenter.accounts.add()
    wrong = {"name": " ", "sort_code": "1", "number": "1", "opened_on": "soon", "opening": "x"}
    presenter.accounts.keep({**ACCOUNT_TEXTS, **wrong})
    assert view["show_form_errors"].keys() == wrong.keys()
    presenter.accounts.keep({**ACCOUNT_TEXTS, "opening": ""})
    assert view.closed == 1


# Purposes


def test_a_suggestion_fills_the_form_and_says_why(told, view):
    told.pick(_line(view, 20))
    told.explain()
    lead, purposes, texts = view["open_purpose_form"]
    assert lead == (
        "£61.20 paid in on 20 May 2026, A OKONKWO."
        "\nThe bank says: A OKONKWO RETURNED PAYMENT 306364 10 20MAY26 11:05"
        "\nSuggested: The payment of 18 May 2026 to A OKONKWO came back."
    )
    assert texts == {"line": "wages", "outcome": "", "stream": "1", "note": "", "reverses": "19"}
    told.purposes.keep_purpose(texts)
    assert view["show_result"] == "Kept: A OKONKWO, Wages, as paid to PAs."
    assert _line(view, 19).came_back
    assert purposes.came_back


def test_a_purpose_that_is_not_chosen_is_asked_for(told, view, runner):
    told.pick(_line(view, 3))
    told.explain()
    texts = {**view["open_purpose_form"][2], "line": ""}
    told.purposes.keep_purpose(texts)
    assert view["show_form_errors"] == {"line": "Nothing is chosen. Choose what it was for."}
    told.purposes.keep_purpose({**texts, "line": "payment"})
    assert "is for money that comes in" in view["show_form_problem"]
    assert runner.read(find_transaction, TransactionId(3)).splits == ()


def test_what_pays_a_payslip_keeps_it_when_its_note_changes(told, view, runner):
    runner.run(match_payslip, transaction_id=TransactionId(4), payslip_id=ADAS_FIRST)
    told.pick(_line(view, 4))
    told.explain()
    texts = view["open_purpose_form"][2]
    told.purposes.keep_purpose({**texts, "note": "April"})
    (part,) = runner.read(find_transaction, TransactionId(4)).splits
    assert (part.payslip_id, part.note) == (ADAS_FIRST, "April")
    told.purposes.keep_purpose({**texts, "line": "agency"})
    assert "pays a payslip" in view["show_form_problem"]


def _parts(*parts):
    texts = {}
    for number in range(1, 5):
        amount, line = parts[number - 1] if number <= len(parts) else ("", "")
        texts |= {f"amount_{number}": amount, f"line_{number}": line, f"outcome_{number}": "", f"stream_{number}": ""}
    return texts


def test_a_payment_is_shared_over_several_lines(told, view, runner):
    told.pick(_line(view, 4))
    told.share()
    assert view["open_parts_form"][2]["amount_1"] == "£612.35"
    told.purposes.keep_parts(_parts(("600", "wages"), ("12.35", "expenses")))
    assert view["show_result"] == "Kept: A OKONKWO in 2 parts."
    assert [part.amount for part in runner.read(find_transaction, TransactionId(4)).splits] == [
        Money(-60000),
        Money(-1235),
    ]
    runner.run(match_payslip, transaction_id=TransactionId(4), payslip_id=ADAS_FIRST)
    told.pick(_line(view, 4))
    told.explain()
    texts = view["open_parts_form"][2]
    assert (texts["amount_2"], texts["line_2"]) == ("£12.35", "expenses")
    told.purposes.keep_parts({**_parts(), **texts, "line_2": "transport"})
    assert [part.line for part in runner.read(find_transaction, TransactionId(4)).splits] == ["wages", "transport"]


def test_parts_that_are_wrong_are_said_beside_their_fields(told, view):
    told.pick(_line(view, 1))
    told.share()
    told.purposes.keep_parts(_parts(("x", "payment"), ("5", "")))
    assert view["show_form_errors"].keys() == {"amount_1", "line_2"}
    told.purposes.keep_parts(_parts())
    assert view["show_form_errors"].keys() == {"amount_1"}
    told.purposes.keep_parts(_parts(("1", "payment")))
    assert view["show_form_problem"] == (
        "The parts come to £1,485.40 less than £1,486.40. Change one until they add up."
    )
    told.purposes.keep_parts(_parts(("1486.40", "payment")))
    assert view["show_result"] == "Kept: MIDSHIRE CC ADULT SC DP in 1 part."


# Payments by hand


def test_a_payment_is_typed_and_taken_out(told, view, runner):
    told.add()
    accounts, _purposes, texts = view["open_payment_form"]
    assert (accounts, texts) == (
        [("1", "Direct payment account")],
        {"account": "1", "day": "2026-06-10", "way": "out"},
    )
    typed = {**texts, "amount": "25", "party": "Market", "text": "", "line": "", "outcome": "", "stream": ""}
    told.purposes.keep_payment(typed)
    assert view["show_result"] == "Kept: £25.00 on 10 June 2026. It waits until the bank shows it."
    assert (_line(view, 27).transaction.amount, _line(view, 27).transaction.state) == (Money(-2500), "waiting")
    told.purposes.keep_payment({**typed, "way": "in", "line": "refund", "stream": "1"})
    assert [part.line for part in _line(view, 28).transaction.splits] == [ReturnLine.REFUND]
    told.pick(_line(view, 27))
    assert "remove" in view.allowed
    told.remove()
    assert view["show_result"] == "Market is taken out. Undo brings it back."
    assert 27 not in [line.transaction.id for line in view["show_lines"][0]]


def test_what_is_wrong_with_a_payment_is_said_beside_each_field(told, view):
    wrong = {"day": "soon", "amount": "0", "party": " ", "way": "out"}
    told.purposes.keep_payment({"account": "1", "text": "", "line": "", "outcome": "", "stream": "", **wrong})
    assert view["show_form_errors"].keys() == {"day", "amount", "party"}
    told.purposes.keep_payment(
        {"account": "1", "text": "", "outcome": "", "stream": "", **wrong, "day": "1 6 2026", "amount": "x", "line": ""}
    )
    assert "amount" in view["show_form_errors"]


def test_without_an_account_nothing_is_typed(listing, view):
    presenter = listing()
    presenter.add()
    assert "open_payment_form" not in view.asked


# Wages and papers


def test_wages_are_matched_as_ticked(told, view, runner):
    told.match()
    assert view["open_match_form"][0][:2] == ("4", "10 April 2026, A OKONKWO")
    told.keep_matches({})
    assert "Nothing is ticked" in view["show_form_problem"]
    told.keep_matches({"4": "yes", "5": "yes"})
    assert view["show_result"] == "Kept. 2 wages are matched, and the payslips stay as they are."
    assert view["show_offer"][0] == "24 payments have a suggestion, and 2 wages fit a payslip."
    told.keep_matches({"13": "yes"})
    assert view["show_offer"][0] == "23 payments have a suggestion, and 1 wage fits a payslip."
    told.keep_matches({"14": "yes"})
    assert "match" not in view.allowed


def test_a_receipt_is_kept_under_its_number(told, view, cupboard, runner):
    told.pick(_line(view, 16))
    told.add_paper()
    assert "open_paper_form" not in view.asked
    cupboard.refusal = "That file could not be read. Copy it first."
    told.add_paper()
    assert view["show_problem"] == "That file could not be read. Copy it first."
    cupboard.refusal = ""
    cupboard.files.append(("taxi.jpg", b"picture"))
    told.add_paper()
    assert view["open_paper_form"][1] == {"name": "taxi.jpg", "kind": "receipt"}
    told.papers.keep({"name": " ", "kind": "receipt"})
    assert view["show_form_errors"].keys() == {"name"}
    told.papers.keep({"name": "Taxi", "kind": "receipt"})
    assert view["show_result"] == "Kept as No. 1. Write that number on the paper."
    told.pick(_line(view, 17))
    assert "kept paper" in view.allowed
    told.attach_paper()
    assert view["open_kept_paper_form"][1] == (("1", "No. 1, Taxi"),)
    told.papers.keep_attached({"paper": "1"})
    assert view["show_result"] == "Kept. The paper belongs to CITY CARS 4421 too."
    assert _line(view, 17).evidence == "No. 1"


def test_a_receipt_is_saved_and_says_how_long_it_is_kept(told, view, cupboard, runner):
    told.pick(_line(view, 16))
    assert "save paper" not in view.allowed
    assert view["show_papers"] == ""
    told.save_paper()
    number = _line(view, 16).transaction.id
    for content in (b"%PDF taxi", b"\xff\xd8 taxi"):
        name = f"Taxi {len(content)}"
        runner.run(keep_evidence, kind=EvidenceKind.RECEIPT, name=name, content=content, transaction_ids=[number])
    assert view["show_papers"] == (
        "No. 1: Taxi 9; No. 2: Taxi 7. Keep them until 31 March 2033: 6 years beside the money year"
        " (1 April to 31 March) that it is of, which is usual; the rules of your funder may say otherwise."
    )
    assert "save paper" in view.allowed
    told.save_paper()
    assert cupboard.saved == {"Taxi 9.pdf": b"%PDF taxi", "Taxi 7.jpg": b"\xff\xd8 taxi"}
    assert view["show_result"] == "Saved: Taxi 9.pdf, Taxi 7.jpg."
    cupboard.refusal = "That could not be saved there. Choose another folder."
    told.save_paper()
    assert view["show_problem"] == "That could not be saved there. Choose another folder."


def test_the_funders_own_rule_says_how_long_a_receipt_is_kept(told, view, runner):
    line = _line(view, 16).transaction
    split = Split(line=ReturnLine.TRANSPORT, amount=line.amount, stream_id=MIDSHIRE)
    runner.run(split_transaction, transaction_id=line.id, splits=[split])
    runner.run(keep_evidence, kind=EvidenceKind.RECEIPT, name="a.pdf", content=b"%PDF", transaction_ids=[line.id])
    runner.run(keep_profile, profile=general_profile())
    (profile,) = runner.read(list_profiles)
    runner.run(use_profile, stream_id=MIDSHIRE, profile_id=profile.id, today=JUNE)
    runner.run(set_rule, profile_id=profile.id, rule=Rule.KEEP_YEARS, value="1")
    assert "until 31 March 2028: 1 year beside" in runner.read(papers_said, line.id)
    assert runner.read(papers_said, line.id).endswith("by the funder's rules.")
    runner.run(set_rule, profile_id=profile.id, rule=Rule.KEEP_YEARS, value="0")
    assert runner.read(papers_said, line.id) == "No. 1: a.pdf."


def test_an_empty_receipt_is_refused_in_the_form(told, view, cupboard, runner):
    told.pick(_line(view, 16))
    cupboard.files.append(("taxi.jpg", b""))
    told.add_paper()
    told.papers.keep({"name": "Taxi", "kind": "receipt"})
    assert view["show_form_problem"] == "This document is empty. Choose another file."
    assert runner.read(list_evidence) == ()


def test_a_closed_list_hears_nothing(told, view, runner):
    told.close()
    view.asked.clear()
    runner.run(keep_evidence, kind=EvidenceKind.RECEIPT, name="x", content=b"x")
    assert view.asked == {}


# Bringing in a file


@pytest.fixture
def importing(view, runner, journey, cupboard):
    def present():
        return ImportPresenter(view, runner, journey.go_to, today=lambda: JUNE, choose_file=cupboard.choose)

    return present


def test_a_file_is_looked_through_before_it_is_taken(importing, view, runner, cupboard):
    presenter = importing()
    assert "There is no account yet" in view["set_lead"]
    presenter.keep()
    presenter.keep_answers({})
    open_the_account(runner)
    assert view.allowed == {"list", "choose", "another"}
    cupboard.files.append(("lloyds.csv", sample("layouts/lloyds.csv")))
    presenter.choose_file()
    assert (view["show_file"], view["show_taking"]) == ("lloyds.csv", "Bring in 26 lines")
    assert view["show_findings"] == (Weight.NOTE, "26 new.", [])
    assert runner.read(list_transactions) == ()
    presenter.keep()
    assert view["show_result"] == "Kept. 26 lines are brought in from lloyds.csv."
    assert len(runner.read(list_transactions)) == 26
    assert view["show_file"] == ""


def test_ticks_are_turned_one_by_one(importing, view, runner, cupboard):
    tell_the_story(runner)
    presenter = importing()
    cupboard.files.append(("barclays.csv", sample("layouts/barclays.csv")))
    presenter.choose_file()
    assert (view["show_taking"], "bring in" in view.allowed) == ("Nothing is ticked", False)
    row = view["show_rows"][5]
    assert (row.taken, row.what) == (
        "Left",
        "Possible double. The same amount is in the account on this day: BRIGHTWAY HOMECARE.",
    )
    presenter.turn()
    presenter.pick(row)
    presenter.turn()
    assert (view["show_rows"][5].taken, view["show_taking"]) == ("Taken", "Bring in 1 line")
    presenter.turn()
    assert view["show_rows"][5].taken == "Left"
    presenter.turn()
    presenter.keep()
    assert view["show_result"] == "Kept. 1 line is brought in from barclays.csv."


def test_questions_are_asked_first(importing, view, runner, cupboard):
    open_the_account(runner, opened_on=date(2026, 1, 1))
    presenter = importing()
    cupboard.files.append(("odd.csv", sample("nasty/n07_impossible_and_future_dates.csv")))
    presenter.choose_file()
    tone, sentence, details = view["show_findings"]
    assert (tone, sentence) == (Weight.QUESTION, "24 new, 2 left out.")
    assert len(details) == 2
    presenter.keep()
    assert [key for key, _ in view["open_questions"]] == ["DATE_FUTURE", "DATE_INVALID"]
    presenter.keep_answers({"DATE_FUTURE": "yes", "DATE_INVALID": ""})
    assert view["show_form_errors"] == {"DATE_INVALID": "Tick this to go on, or leave the file alone."}
    presenter.keep_answers({"DATE_FUTURE": "yes", "DATE_INVALID": "yes"})
    assert len(runner.read(list_transactions)) == 24


def test_what_is_no_bank_file_says_so(importing, view, runner, cupboard):
    open_the_account(runner)
    presenter = importing()
    cupboard.refusal = "That file could not be read. Copy it first."
    presenter.choose_file()
    assert view["show_problem"] == "That file could not be read. Copy it first."
    cupboard.refusal = ""
    presenter.choose_file()
    cupboard.files.append(("scan.pdf", b"%PDF-1.4"))
    presenter.choose_file()
    tone, sentence, _ = view["show_findings"]
    assert (tone, sentence.split(".")[0]) == (Weight.REFUSAL, "This is a PDF")
    assert "bring in" not in view.allowed


def test_the_very_same_file_is_known(importing, view, runner, cupboard):
    tell_the_story(runner)
    presenter = importing()
    cupboard.files.append(("lloyds.csv", sample("layouts/lloyds.csv")))
    presenter.choose_file()
    assert view["show_findings"][1:] == ("26 known already.", ["You have brought in this very file before."])
    presenter.keep()
    assert view["show_result"] == "Nothing new is in this file."


def test_a_file_is_taken_out_again(importing, view, runner):
    tell_the_story(runner)
    presenter = importing()
    presenter.take_out()
    (batch, account) = view["show_batches"][0]
    assert account == "Direct payment account"
    presenter.pick_batch(batch)
    assert "take out" in view.allowed
    presenter.take_out()
    assert view["show_result"] == "lloyds.csv: 26 lines are taken out again. Undo brings them back."
    presenter.take_out()
    assert "no longer in the account" in view["show_problem"]


def test_the_account_of_a_file_is_chosen(importing, view, runner, cupboard, journey):
    open_the_account(runner, number_last4="5678")
    runner.run(open_account, name="Other", number_last4="4321", opened_on=OPENED_ON)
    presenter = importing()
    cupboard.files.append(("other.csv", sample("nasty/n34_other_account.csv")))
    presenter.choose_file()
    assert view["show_findings"][0] is Weight.QUESTION
    presenter.choose_account("2")
    assert view["show_findings"][0] is Weight.WARNING
    presenter.choose_account("2")
    presenter.point_out(1)
    assert view["show_accounts"][1] == "1"
    presenter.go_to_list()
    assert journey.places == [Place("spending")]


# Statements


@pytest.fixture
def agreeing(view, runner, journey):
    def present():
        return StatementPresenter(view, runner, journey.go_to, today=lambda: JUNE)

    return present


APRIL = {"account": "1", "first": "1 4 2026", "last": "30 4 2026", "opening": "1842.17", "closing": "3869.69"}


def test_a_statement_begins_where_the_last_one_ended(agreeing, view, runner):
    presenter = agreeing()
    presenter.begin()
    assert "There is no account yet" in view["show_problem"]
    tell_the_story(runner)
    presenter.begin()
    assert view["open_statement_form"] == (
        [("1", "Direct payment account")],
        {"account": "1", "first": "2026-04-01", "last": "2026-04-30", "opening": "£1,842.17"},
    )
    presenter.compare(APRIL)
    assert view["set_lead"] == "Direct payment account, 1 to 30 April 2026."
    assert view["show_outcome"][0] == "The statement agrees with your record to the penny."
    assert view["show_outcome"][1].startswith("11 lines have no purpose yet.")
    assert "agree" in view.allowed
    presenter.agree()
    assert view["show_result"] == "Kept. The statement of 1 to 30 April 2026 is agreed."
    assert len(runner.read(list_statements)) == 1
    assert view["show_figures"] is None
    presenter.point_out(9)
    presenter.point_out(1)
    presenter.begin()
    assert view["open_statement_form"][1]["opening"] == "£3,869.69"
    presenter.compare(APRIL)
    assert "agreed with another statement" in view["show_form_problem"]


def test_a_statement_without_sense_is_said_beside_its_fields(agreeing, view, runner):
    tell_the_story(runner)
    presenter = agreeing()
    presenter.compare({**APRIL, "last": "1 3 2026", "opening": "", "closing": "x"})
    assert view["show_form_errors"].keys() == {"last", "opening", "closing"}
    presenter.agree()
    presenter.turn()
    presenter.show_in_list()
    assert runner.read(list_statements) == ()


def test_what_was_typed_is_put_on_the_statement_or_not(agreeing, view, runner, journey):
    tell_the_story(runner)
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    runner.run(add_transaction, account_id=ACCOUNT, day=date(2026, 4, 20), amount=Money(-500), party="Cheque")
    presenter = agreeing()
    presenter.compare({**APRIL, "closing": "3864.69"})
    assert view["show_outcome"] == (
        "The statement ends with £5.00 less than these rows come to.",
        "Cheque of £5.00 is waiting, and would explain it.",
        False,
    )
    ((cheque, is_on),) = view["show_waiting"]
    assert not is_on
    presenter.pick_waiting(cheque)
    assert "turn" in view.allowed
    presenter.turn()
    assert view["show_outcome"][0] == "The statement agrees with your record to the penny."
    assert [is_on for _, is_on in view["show_waiting"]] == [True]
    presenter.pick_listed(view["show_listed"][0])
    presenter.show_in_list()
    assert journey.places == [Place("spending", 1)]
    presenter.agree()
    assert runner.read(find_transaction, cheque.id).state is TransactionState.AGREED


def test_a_change_elsewhere_is_compared_again(agreeing, view, runner):
    tell_the_story(runner)
    presenter = agreeing()
    presenter.compare(APRIL)
    runner.run(undo_import, batch_id=1)
    assert "agree" not in view.allowed
    runner.undo()
    assert "agree" in view.allowed
    presenter.agree()
    presenter.agree()
    presenter.close()


def test_a_statement_agreed_meanwhile_is_said(agreeing, view, runner):
    tell_the_story(runner)
    agreeing().compare(APRIL)
    days = Period(date(2026, 4, 1), date(2026, 4, 30))
    runner.run(reconcile_statement, account_id=ACCOUNT, period=days, opening=Money(184217), closing=Money(386969))
    assert "agreed with another statement" in view["show_problem"]
    assert view["show_figures"] is None


def test_what_cannot_be_agreed_stays_in_sight(agreeing, view, runner):
    tell_the_story(runner)
    presenter = agreeing()
    presenter.compare({**APRIL, "closing": "1.00"})
    presenter.agree()
    assert "Find the difference before you agree" in view["show_problem"]
    assert view["show_figures"] is not None
