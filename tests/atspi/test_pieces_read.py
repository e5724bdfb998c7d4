"""The pieces, driven by keyboard alone and read from outside as a screen reader reads them."""

import pytest

from tests.atspi.program import PACKAGES, Program, what_is_missing


@pytest.fixture
def at_spending(sample):
    """The sample program on its Spending screen, with no form open and nothing heard yet."""
    sample.take_keyboard()
    for _ in range(2):
        sample.key("Escape")
    sample.wait_gone("dialog", "Add a payment")
    sample.key("ctrl+1", "ctrl+8")
    sample.wait_focus("label")
    sample.find("table", "Payments")
    sample.heard()
    return sample


def test_what_is_missing_is_said_with_what_to_install(monkeypatch):
    monkeypatch.setattr("tests.atspi.program.shutil.which", lambda _command: None)
    monkeypatch.setattr("tests.atspi.program.sys.platform", "linux")
    assert what_is_missing() == f"Xvfb is missing. Install: {' '.join(PACKAGES)}."
    monkeypatch.setattr("tests.atspi.program.sys.platform", "win32")
    assert what_is_missing() == "AT-SPI is read on Linux only."


def test_everything_that_takes_the_focus_has_a_name(at_spending: Program):
    nameless = [node for node in at_spending.tree() if "FOCUSABLE" in node.states and not (node.name or node.labels)]
    assert nameless == []


def test_a_screen_says_its_name_and_where_things_stand(at_spending: Program):
    at_spending.key("ctrl+1")
    title = at_spending.wait_focus("label")
    assert title.name == (
        "Good morning, Jean. Thursday 21 May 2026. Ada is here until 2 pm. Sam comes at 9 pm for the night."
    )
    assert "Home" in at_spending.heard()


def test_the_list_of_screens_says_which_is_open(at_spending: Program):
    names = [node.name for node in at_spending.tree() if node.role == "list item"]
    assert names[0] == "Home"
    assert "Spending, open" in names


def test_a_table_tells_its_headings_and_a_row_reads_whole(at_spending: Program):
    table = at_spending.find("table", "Payments")
    assert at_spending.table(table) == {
        "rows": 5,
        "columns": 5,
        "headings": ["Day", "Who", "What for", "Amount", "State"],
    }
    assert at_spending.cell(table, 2, 3).name == "Amount: -£14.50"
    at_spending.key("alt+p")
    first = at_spending.wait_focus("table cell")
    assert first.name == "Fri 1 May, Midshire County Council, Direct payment, four weeks, £1,486.40, Agreed"
    at_spending.heard()
    at_spending.key("Down")
    at_spending.find(
        "table cell", "Wed 6 May, Ada Okonkwo, Wages, 13 to 26 April, -£812.90, Agreed", states=["FOCUSED"]
    )
    assert at_spending.heard() == ["Wed 6 May, Ada Okonkwo, Wages, 13 to 26 April, -£812.90, Agreed table cell"]


def test_a_button_shows_that_it_may_not_be_pressed_until_it_may(at_spending: Program):
    at_spending.key("alt+p")
    at_spending.wait_focus("table cell")
    assert "SENSITIVE" in at_spending.find("push button", "Change this payment", states=["SENSITIVE"]).states


def test_tab_leaves_a_table(at_spending: Program):
    at_spending.key("alt+p")
    at_spending.wait_focus("table cell")
    at_spending.key("shift+Tab")
    assert at_spending.wait_focus("push button").name == "Change this payment"


def test_a_form_is_filled_in_by_keyboard_and_its_result_is_read(at_spending: Program):
    at_spending.key("alt+a")
    assert at_spending.find("dialog", "Add a payment", states=["ACTIVE"])
    who = at_spending.wait_focus("text", "Who was paid")
    assert who.description == "As it stands on the receipt."
    at_spending.type("Harbour Taxis")
    at_spending.key("alt+d")
    day = at_spending.wait_focus("text", "Day")
    assert day.description == "For example, 27 3 2026"
    for part in ("12", "mar", "2026"):
        at_spending.type(part)
        at_spending.key("Tab")
    assert at_spending.wait_focus("text", "Amount")
    at_spending.type("14")
    at_spending.key("Tab")
    assert at_spending.find("text", "Amount", value="£14.00")
    assert at_spending.wait_focus("combo box").labels == ("What it was for",)
    at_spending.key("Down", "Tab", "Tab", "space")
    assert at_spending.find("check box", "I have the receipt", states=["CHECKED"])
    assert at_spending.find("combo box", "Agency care")
    at_spending.heard()
    at_spending.key("alt+k")
    at_spending.wait_gone("dialog", "Add a payment")
    assert at_spending.wait_focus("label").name == "Kept. Harbour Taxis is in the list."
    assert "Kept. Harbour Taxis is in the list." in at_spending.heard()


def test_what_is_wrong_takes_the_focus_and_is_read_and_leads_to_the_field(at_spending: Program):
    at_spending.key("alt+a")
    at_spending.wait_focus("text", "Who was paid")
    at_spending.heard()
    at_spending.key("alt+k")
    summary = at_spending.wait_focus("label")
    assert summary.name == "There is a problem. Enter who was paid."
    assert "There is a problem. Enter who was paid. label" in at_spending.heard()
    at_spending.key("Tab")
    assert at_spending.wait_focus("push button").name == "Enter who was paid."
    at_spending.key("space")
    field = at_spending.wait_focus("text", "Who was paid")
    assert field.description == "Error: Enter who was paid. As it stands on the receipt."


def test_escape_warns_and_then_leaves(at_spending: Program):
    at_spending.key("alt+a")
    at_spending.wait_focus("text", "Who was paid")
    at_spending.type("Ada")
    at_spending.key("Escape")
    assert at_spending.wait_focus("label").name.startswith("There is a problem. What you typed is not kept yet.")
    assert at_spending.find("text", "Who was paid").value == "Ada"
    at_spending.key("Escape")
    at_spending.wait_gone("dialog", "Add a payment")


def test_a_reader_can_set_texts_and_press_buttons_itself(at_spending: Program):
    at_spending.press(at_spending.find("push button", "Add a payment"))
    who = at_spending.find("text", "Who was paid")
    at_spending.set_text(who, "Ŵyn Ó")
    assert at_spending.find("text", "Who was paid").value == "Ŵyn Ó"
    tick = at_spending.find("check box", "I have the receipt")
    assert at_spending.acts(tick)[0] in {"Toggle", "Press", "Check"}
    at_spending.press(tick)
    at_spending.find("check box", "I have the receipt", states=["CHECKED"])
    amount = at_spending.find("text", "Amount")
    at_spending.focus(amount)
    assert at_spending.wait_focus("text", "Amount")
    at_spending.press(at_spending.find("push button", "Leave without keeping"))
    at_spending.wait_gone("dialog", "Add a payment")


def test_every_screen_is_reached_by_its_key_and_alt_left_leads_back(at_spending: Program):
    at_spending.key("ctrl+2")
    assert at_spending.wait_focus("label").name == "My plan. Nothing here yet."
    at_spending.key("alt+Left")
    assert at_spending.wait_focus("label").name.startswith("Spending.")


def test_undo_is_heard(at_spending: Program):
    at_spending.key("ctrl+z")
    assert at_spending.wait_focus("label").name == "Undone: Add payment."
    assert at_spending.focused().name == "Undone: Add payment."
    assert "Undone: Add payment." in at_spending.heard()


def test_a_menu_opens_by_its_key_and_tells_its_acts(at_spending: Program):
    at_spending.key("alt+v")
    names = {at_spending.find("menu item", "Larger text").name}
    names |= {node.name for node in at_spending.tree() if node.role.endswith("menu item")}
    assert {"Larger text", "Smaller text", "Sort by this column", "Dark"} <= names
    at_spending.key("Escape", "Escape")


def test_a_program_that_does_not_appear_is_told_with_what_it_wrote(start, monkeypatch):
    monkeypatch.setattr("tests.atspi.program.PATIENCE", 0.1)
    with pytest.raises(AssertionError, match="did not appear on the display:\nnot today"):
        start(["-c", "print('not today')"], "PA Manager of another day")
