"""Whether everyone can use the pieces: read, reached, seen and large enough, in every light and at twice the size."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from pa_manager.shell.colours import DARK, LIGHT, Colours
from pa_manager.shell.pieces.lines import Line
from tests.shell import checks
from tests.shell.gallery import payment_form, secret_form

PAGES = ("home", "spending", "spending/import")


@pytest.fixture(params=[(100, "light"), (100, "dark"), (200, "light"), (200, "contrast")], ids=str)
def seen(request, looks, window):
    """The window at a text size, in a light."""
    size, light = request.param
    looks.set_light(light)
    looks.set_size(size)
    checks.settle()
    return window


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_fault(seen, page):
    screen = seen.screen_named(page)
    assert checks.every_fault(screen) == []
    assert checks.clipped(seen) == []


@pytest.mark.parametrize("make", [payment_form, secret_form])
def test_a_form_has_no_fault_even_with_errors(seen, make):
    screen = seen.screen_named("spending")
    form = make(screen)
    screen.open_form(form)
    assert checks.every_fault(form) == []
    screen.show_form_errors(dict.fromkeys(form.fields, "February 2026 has 28 days. Check the day or the month."))
    assert checks.every_fault(form) == []
    screen.close_form()


def test_the_focus_is_plain_to_see(seen):
    screen = seen.screen_named("spending")
    screen.show_result("Kept.")
    assert checks.ring(screen) == []


def test_the_focus_is_plain_to_see_in_a_form(seen):
    screen = seen.screen_named("spending")
    form = payment_form(screen)
    screen.open_form(form)
    assert checks.ring(form) == []
    screen.close_form()


def test_letters_set_apart_are_not_cut(window):
    for page in PAGES:
        screen = window.screen_named(page)
        with checks.spaced_text():
            assert checks.clipped(screen) == []
            assert checks.sideways(screen) == []


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_colours_stand_apart(colours):
    assert checks.weak_colours(colours) == []


# the checks themselves bite


@pytest.fixture
def bad(qtbot, looks):
    """A widget with a fault of each kind."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    lower, upper = QLineEdit(), QPushButton("&File")
    upper.setFixedSize(20, 20)
    label = Line("Words that have much too little room to stand in")
    label.setFixedSize(60, 20)
    twin = QPushButton("&For")
    twin.setAccessibleName("Something else")
    for part in (upper, lower, label, twin):
        column.addWidget(part)
    QWidget.setTabOrder(lower, upper)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("check", "count"),
    [
        (checks.names, 2),
        (checks.keys, 2),
        (checks.tab_order, 1),
        (checks.targets, 1),
        (checks.clipped, 2),
    ],
)
def test_a_check_finds_what_is_amiss(bad, check, count):
    assert len(check(bad)) == count


def test_weak_colours_are_found():
    faint = {**{name: getattr(LIGHT, name) for name in LIGHT.__dataclass_fields__}, "soft": "#AAAAAA"}
    assert len(checks.weak_colours(Colours(**faint))) == 3
