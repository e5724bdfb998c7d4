"""The file of one PA, without Qt."""

from dataclasses import replace

import pytest

from pa_manager.assistants.model import CheckKind, Told
from pa_manager.assistants.operations import (
    change_assistant,
    engage_assistant,
    find_person_file,
    find_private_details,
    list_checks,
    remove_check,
)
from pa_manager.assistants.presenter.person import NOBODY, PersonPresenter
from pa_manager.holder.model import About, AdviceId, AdviceInUse, How
from pa_manager.holder.operations import add_advice, remove_advice
from tests.assistants.test_operations import ADA, FIRST, TERMS
from tests.conftest import TODAY
from tests.paper.test_photos import picture
from tests.windows import PaperDesk

CHECK = {"kind": "dbs", "words": "", "done_on": "1 6 2023", "ends_on": "1 6 2026", "evidence": "Certificate seen"}


class PaperView:
    """Stands in for the widget, and remembers what it was asked to show."""

    def __init__(self):
        self.opened, self.closed, self.errors, self.problem, self.result = None, 0, {}, "", ""

    def set_lead(self, lead):
        self.lead = lead

    def show_people(self, people, chosen):
        self.people, self.chosen = list(people), chosen

    def show_facts(self, facts, *, private):
        self.facts, self.private = {fact.what: fact.known for fact in facts}, private

    def show_checks(self, checks, today):
        self.checks, self.today = list(checks), today

    def show_photo(self, content, name):
        self.photo = (content, name)

    def allow(self, *, file, photo, check):
        self.allowed, self.can_take_photo_away = (file, check), photo

    def open_file(self, title, texts, consents, keep):
        self.opened, self.consents = (title, dict(texts), keep), list(consents)

    def open_private(self, title, texts, keep):
        self.opened = (title, dict(texts), keep)

    open_check = open_private

    def close_form(self):
        self.closed += 1

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def presenter(view, runner, today, desk):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    return PersonPresenter(view, runner, today=today, files=desk)


def test_nobody_yet(view, runner, today, desk):
    presenter = PersonPresenter(view, runner, today=today, files=desk)
    assert (view.lead, view.people, view.facts, view.allowed) == (NOBODY, [], {}, (False, False))
    for act in (presenter.change, presenter.change_private, presenter.new_check, presenter.change_picked):
        act()
    presenter.remove_check()
    presenter.choose_photo()
    presenter.take_photo_away()
    presenter.show_or_hide()
    presenter.keep_file({})
    assert view.opened is None


def test_contacts_are_changed(presenter, view, runner):
    presenter.change()
    title, texts, keep = view.opened
    assert title == "Contacts and details of Ada"
    keep({**texts, "emergency_name": "Obi", "other_job": "yes", "same_household": "yes"})
    kept = runner.read(find_person_file, FIRST)
    assert (kept.emergency_name, kept.other_job, kept.same_household) == ("Obi", Told.YES, True)
    assert (view.closed, view.result, view.facts["Another job"]) == (1, "Kept.", "Yes")


def test_what_is_private_is_shown_on_purpose_and_hidden_for_the_next_pa(presenter, view, runner):
    presenter.change_private()
    title, texts, keep = view.opened
    assert title == "Private details of Ada"
    keep({**texts, "insurance_number": "x", "sort_code": "1", "account_number": "2"})
    assert view.errors.keys() == {"insurance_number", "sort_code", "account_number"}
    keep({"insurance_number": "ab123456c", "account_name": "A O", "sort_code": "204599", "account_number": "00419233"})
    assert runner.read(find_private_details, FIRST).sort_code == "20-45-99"
    assert view.facts["Sort code"] == "Kept, not shown"
    presenter.show_or_hide()
    assert (view.facts["Sort code"], view.private) == ("20-45-99", True)
    runner.run(engage_assistant, particulars=ADA)
    assert len({name for _, name in view.people}) == 2
    presenter.choose("2")
    assert (view.chosen, view.private) == ("2", False)
    presenter.point_out(1)
    assert (view.chosen, view.facts["Sort code"]) == ("1", "Kept, not shown")
    presenter.choose("7")
    assert view.chosen == "1"


def test_a_check_is_added_changed_and_taken_away(presenter, view, runner):
    presenter.new_check()
    title, texts, keep = view.opened
    assert (title, texts) == ("Add to the file of Ada", {"kind": CheckKind.RIGHT_TO_WORK})
    keep(CHECK)
    assert view.lead == "1 of the checks and papers below needs a look."
    presenter.pick(view.checks[0])
    assert view.allowed == (True, True)
    presenter.change_picked()
    title, texts, keep = view.opened
    assert (title, texts["done_on"], texts["evidence"]) == ("Change DBS check", "2023-06-01", "Certificate seen")
    keep({**texts, "ends_on": ""})
    (check,) = runner.read(list_checks, FIRST)
    assert check.ends_on is None
    presenter.pick(check)
    presenter.remove_check()
    assert view.result == "Taken away: DBS check. Undo brings it back."
    presenter.pick(check)
    presenter.remove_check()
    assert view.problem.startswith("That check is no longer")


def test_what_is_wrong_with_a_check(presenter, view):
    presenter.new_check()
    keep = view.opened[2]
    keep({**CHECK, "done_on": "soon", "ends_on": "31 2 2026"})
    assert view.errors.keys() == {"done_on", "ends_on"}
    keep({**CHECK, "ends_on": "1 1 2020"})
    assert view.errors["ends_on"].startswith("The last day, 1 January 2020, comes before")
    keep({**CHECK, "kind": "skill"})
    assert view.errors["words"].startswith("It does not say what this is.")


def test_a_check_that_is_gone_meanwhile(presenter, view, runner):
    presenter.new_check()
    view.opened[2](CHECK)
    presenter.pick(view.checks[0])
    presenter.change_picked()
    runner.run(remove_check, check_id=view.checks[0].id)
    view.opened[2](CHECK)
    assert view.problem.startswith("That check is no longer")
    assert view.today == TODAY


def test_a_photo_is_chosen_and_taken_away(presenter, view, desk, runner):
    assert (view.photo, view.can_take_photo_away) == ((None, "Ada Okonkwo"), False)
    presenter.choose_photo()
    assert view.result == ""
    desk.to_open.append(("ada.png", picture(kind="PNG")))
    presenter.choose_photo()
    assert view.result == "The photo of Ada is kept."
    assert view.photo[0].startswith(b"\xff\xd8")
    assert view.can_take_photo_away
    desk.to_open.append(("ada.txt", b"no photo"))
    presenter.choose_photo()
    assert view.problem.startswith("The photo is damaged or is no picture.")
    presenter.take_photo_away()
    assert (view.photo[0], view.result) == (None, "The photo is taken away. Undo brings it back.")
    runner.undo()
    assert view.photo[0]


def test_a_consent_is_named(presenter, view, runner):
    runner.run(change_assistant, assistant_id=FIRST, particulars=replace(ADA, relative=True))
    said = {"said_by": "Priya Nair", "on": TODAY, "how": How.LETTER}
    runner.run(add_advice, words="You may pay Ada.", about=About.ASSISTANT, about_name="Ada", **said)
    runner.run(add_advice, words="Taxis are fine.", about=About.SPENDING, **said)
    presenter.change()
    _, texts, keep = view.opened
    assert view.consents == [
        ("", "None is named"),
        ("1", "Advice by Priya Nair, 21 May 2026: You may pay Ada."),
        ("2", "Advice by Priya Nair, 21 May 2026: Taxis are fine."),
    ]
    keep({**texts, "consent": "1", "drives": "yes"})
    assert view.facts["The council's consent to paying a relative"].startswith("You may pay Ada.")
    assert view.facts["Drives for the holder"] == "Yes"
    with pytest.raises(AdviceInUse):
        runner.run(remove_advice, advice_id=AdviceId(1))
    presenter.change()
    view.opened[2]({**view.opened[1], "consent": ""})
    runner.run(remove_advice, advice_id=AdviceId(1))
