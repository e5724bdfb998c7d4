"""The screens of the door, without a toolkit."""

import pytest

from pa_manager.door.model import Strength
from pa_manager.door.presenter.first import WELCOME, WELCOME_BACK, DoorPresenter
from pa_manager.door.presenter.keys import KeysPresenter
from tests.door.keeping import CODE, FOLDER, JEAN, TOM, PaperChooser, PaperKeeper

MAREK = {"for_whom": "Marek Nowak", "folder": str(FOLDER), "password": "blue kettle", "again": "blue kettle"}
MAREKS = FOLDER / "Marek Nowak.pam"


class PaperView:
    """Remembers what was shown."""

    def __init__(self):
        self.lead = self.strength = self.problem = self.form_problem = self.result = self.code_error = ""
        self.recent, self.allowed, self.form, self.errors, self.code = (), None, "", {}, ()
        self.take_over = False
        self.texts = {}

    def set_lead(self, lead):
        self.lead = lead

    def show_recent(self, files):
        self.recent = files

    def allow_recent(self, allowed):
        self.allowed = allowed

    def open_making(self, texts):
        self.form, self.texts = "making", texts

    def say_strength(self, words):
        self.strength = words

    def show_code(self, *told):
        self.code = told

    def show_code_error(self, message):
        self.code_error = message

    def open_with_password(self, name):
        self.form = f"password of {name}"

    def open_with_code(self, name):
        self.form = f"code of {name}"

    def offer_take_over(self):
        self.take_over = True

    def open_new_password(self, name):
        self.form = f"new password of {name}"

    def open_change(self):
        self.form = "change"

    def open_new_code(self):
        self.form = "new code"

    def close_form(self):
        self.form = ""

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.form_problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def keeper():
    return PaperKeeper(files={JEAN.path: "blue kettle", TOM.path: "red kettle"}, listed=[JEAN, TOM])


@pytest.fixture
def chooser():
    return PaperChooser()


@pytest.fixture
def door(view, keeper, chooser):
    return DoorPresenter(view, keeper, chooser)


# The first look


def test_files_opened_before_are_shown_and_can_be_opened_once_picked(door, view):
    assert (view.lead, view.recent, view.allowed) == (WELCOME_BACK, (JEAN, TOM), False)
    door.pick(TOM)
    assert view.allowed


def test_the_first_time_there_are_none(view, chooser):
    DoorPresenter(view, PaperKeeper(), chooser)
    assert (view.lead, view.recent) == (WELCOME, ())


def test_a_file_is_taken_off_the_list_when_asked(door, view, keeper):
    door.forget_picked()
    assert view.recent == (JEAN, TOM)
    door.pick(JEAN)
    door.forget_picked()
    assert view.recent == (TOM,)
    assert not view.allowed
    assert JEAN.path in keeper.files


def test_the_example_is_one_press_away(door, view, keeper):
    keeper.broken = "The example could not be told."
    door.show_example()
    assert view.problem == "The example could not be told."
    keeper.broken = ""
    door.show_example()
    assert keeper.inside == "the example"


# A new file


def test_a_new_file_is_made_and_entered_once_its_code_is_on_paper(door, view, keeper):
    door.start()
    assert (view.form, view.texts) == ("making", {"folder": str(FOLDER)})
    door.make(MAREK)
    assert keeper.files[MAREKS] == "blue kettle"
    assert (view.form, view.code, keeper.inside) == ("", ("Marek Nowak", CODE), "")

    door.go_on("")
    assert (view.code_error.startswith("The code is shown only now."), keeper.inside) == (True, "")
    door.go_on("yes")
    assert keeper.inside == "Marek Nowak"


def test_the_code_can_be_printed_and_a_missing_printer_is_told(door, view, keeper):
    door.make(MAREK)
    door.print_code()
    assert keeper.printed == [CODE]
    keeper.printer = False
    door.print_code()
    assert view.problem == "There is no printer."


def test_all_that_is_wrong_with_a_new_file_is_said_at_once(door, view, keeper):
    door.make({"for_whom": " ", "folder": "", "password": "", "again": ""})
    assert list(view.errors) == ["for_whom", "folder", "password"]
    door.make(MAREK | {"again": "blue"})
    assert view.errors == {"again": "This is not the same as the password above. Type it again."}
    assert MAREKS not in keeper.files


def test_a_weak_password_is_told_and_taken(door, view, keeper):
    door.weigh(MAREK | {"password": "marek"})
    assert view.strength == Strength.WEAK.words
    door.make(MAREK | {"password": "x", "again": "x"})
    assert keeper.files[MAREKS] == "x"


def test_a_place_that_is_taken_is_told_and_nothing_typed_is_lost(door, view, keeper):
    door.start()
    keeper.files[MAREKS] = "hers"
    door.make(MAREK)
    assert (view.form, keeper.files[MAREKS]) == ("making", "hers")
    assert view.form_problem == "There is something called Marek Nowak.pam in that place already."


# A file that there is


def test_a_file_opens_by_its_password(door, view, keeper):
    door.open_picked()
    assert view.form == ""
    door.pick(JEAN)
    door.open_picked()
    assert view.form == "password of Jean Pellow"
    door.open_by_password({"password": "", "take_over": ""})
    assert view.errors == {"password": "The password is missing. Type it."}
    door.open_by_password({"password": "blue cattle", "take_over": ""})
    assert (view.form_problem, view.form) == (
        "That password does not open this file.",
        "password of Jean Pellow",
    )
    door.open_by_password({"password": "blue kettle", "take_over": ""})
    assert (view.form, keeper.inside) == ("", "Jean Pellow")


def test_another_file_can_be_chosen(door, view, keeper, chooser):
    door.open_other()
    assert view.form == ""
    chooser.file = TOM.path
    door.open_other()
    assert view.form == "password of Tom Trevena"


def test_what_cannot_be_opened_is_told_before_a_password_is_asked(door, view, keeper, chooser):
    chooser.file = FOLDER / "holiday.jpg"
    door.open_other()
    assert (view.form, view.problem) == ("", "holiday.jpg is no longer in that place.")


@pytest.fixture
def by_code(door):
    door.pick(JEAN)
    door.open_picked()
    door.use_code()
    return door


def test_the_recovery_code_opens_and_a_new_password_is_chosen(by_code, view, keeper):
    assert view.form == "code of Jean Pellow"
    by_code.open_by_code({"recovery_code": "", "take_over": ""})
    assert view.errors == {"recovery_code": "The recovery code is missing. Type it from the printed page."}
    by_code.open_by_code({"recovery_code": CODE, "take_over": ""})
    assert (view.form, keeper.inside) == ("new password of Jean Pellow", "")

    by_code.keep_new_password({"password": "green kettle", "again": "green"})
    assert list(view.errors) == ["again"]
    by_code.keep_new_password({"password": "green kettle", "again": "green kettle"})
    assert (view.form, keeper.files[JEAN.path]) == ("", "green kettle")
    by_code.enter()
    assert keeper.inside == "Jean Pellow"


def test_a_new_password_that_cannot_be_kept_is_told(by_code, view, keeper):
    by_code.open_by_code({"recovery_code": CODE, "take_over": ""})
    keeper.broken = "The stick is full."
    by_code.keep_new_password({"password": "green kettle", "again": "green kettle"})
    assert (view.form_problem, view.form) == ("The stick is full.", "new password of Jean Pellow")


def test_the_way_back_from_the_code_leads_to_the_password(by_code, view):
    by_code.use_password()
    assert view.form == "password of Jean Pellow"


def test_a_file_open_elsewhere_is_taken_over_only_when_the_user_says_so(door, view, keeper):
    keeper.elsewhere = True
    door.pick(JEAN)
    door.open_picked()
    door.open_by_password({"password": "blue kettle", "take_over": ""})
    assert (view.take_over, view.form_problem, keeper.opened) == (True, "sam on OFFICE has this file open.", None)
    door.open_by_password({"password": "blue kettle", "take_over": "yes"})
    assert keeper.inside == "Jean Pellow"


# The keys of the file that is open


@pytest.fixture
def keys(view, keeper):
    keeper.opened = JEAN.path
    return KeysPresenter(view, keeper)


def test_the_password_is_changed_by_whoever_knows_it(keys, view, keeper):
    keys.change_password()
    assert view.form == "change"
    keys.weigh({"password": "blue kettle on the stove"})
    assert view.strength == Strength.STRONG.words
    keys.keep_password({"present": "blue kettle", "password": "green", "again": "green"})
    assert keeper.files[JEAN.path] == "green"
    assert view.form == ""
    assert view.result.endswith("Backups made before today still open with the one you had before.")


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        ({"present": "", "password": "green", "again": "green"}, ["present"]),
        ({"present": "cattle", "password": "green", "again": "green"}, ["present"]),
        ({"present": "blue kettle", "password": "", "again": ""}, ["password"]),
        ({"present": "blue kettle", "password": "green", "again": "grey"}, ["again"]),
        ({"present": "", "password": "", "again": ""}, ["present", "password"]),
    ],
)
def test_what_is_wrong_with_a_change_is_said_beside_its_field(keys, view, keeper, texts, wrong):
    keys.keep_password(texts)
    assert list(view.errors) == wrong
    assert keeper.files[JEAN.path] == "blue kettle"


def test_a_new_code_is_made_for_whoever_knows_the_password_and_can_be_printed(keys, view, keeper):
    keys.new_code()
    assert view.form == "new code"
    keys.make_code({"present": "cattle"})
    assert (list(view.errors), view.code) == (["present"], ())
    keys.make_code({"present": "blue kettle"})
    assert view.code == (CODE,)
    assert view.result == "This is the new recovery code. The one before opens this file no more."
    keys.print_code()
    assert keeper.printed == [CODE]
    keeper.printer = False
    keys.print_code()
    assert view.problem == "There is no printer."


def test_keys_that_cannot_be_kept_are_told(keys, view, keeper):
    keeper.broken = "The stick is full."
    keys.keep_password({"present": "blue kettle", "password": "green", "again": "green"})
    assert view.form_problem == "The stick is full."
    view.form_problem = ""
    keys.make_code({"present": "blue kettle"})
    assert view.form_problem == "The stick is full."
