"""How the program looks: its letters, its light, its size, and what it keeps of the user's choice."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontInfo, QPalette

from pa_manager.shell import icons, sizes, theme
from pa_manager.shell.colours import DARK, LIGHT, contrast
from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.sheet import sheet
from pa_manager.shell.theme import Theme


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "looks.ini"), QSettings.Format.IniFormat)


def test_the_letters_are_our_own(looks, qapp):
    assert QFontInfo(qapp.font()).family() == "Atkinson Hyperlegible Next"
    assert sizes.points() == 12
    assert sizes.unit() == 1
    assert sizes.font_of("title").pixelSize() == 30


def test_everything_grows_with_the_text(qtbot, looks):
    line = Line("Good morning", "title")
    qtbot.addWidget(line)
    before = line.font().pixelSize()
    looks.set_size(200)
    assert sizes.unit() == 2
    assert line.font().pixelSize() == pytest.approx(2 * before, abs=1)


def test_sizes_go_up_and_down_in_steps_and_stop_at_the_ends(looks):
    seen = []
    for _ in range(7):
        looks.larger()
        seen.append(looks.size)
    assert seen == [115, 130, 150, 175, 200, 200, 200]
    for _ in range(7):
        looks.smaller()
    assert looks.size == 100


@pytest.mark.parametrize(("light", "ground"), [("light", LIGHT.page), ("dark", DARK.page)])
def test_a_light_is_put_on_whole(looks, qapp, light, ground):
    looks.set_light(light)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == ground.casefold()
    assert theme.colours() is looks.colours
    assert theme.dressed()


def test_high_contrast_leaves_the_desktop_its_colours(looks, qapp):
    looks.set_light("contrast")
    assert qapp.styleSheet() == ""
    assert not theme.dressed()
    assert looks.colours is None
    found = theme.colours()
    assert found.ink == qapp.palette().color(QPalette.ColorRole.Text).name()
    assert found.page == qapp.palette().color(QPalette.ColorRole.Window).name()


def test_it_follows_the_desktop_until_told_otherwise(looks, monkeypatch):
    changes = []
    looks.changed.connect(lambda: changes.append(looks.colours))
    monkeypatch.setattr(looks, "_hints", Desktop(dark=True))
    looks._follow()
    assert changes == [DARK]
    looks.set_light("light")
    looks._follow()
    assert changes == [DARK, LIGHT]
    looks.set_light("system")
    monkeypatch.setattr(looks, "_access", Desktop(dark=True))
    looks._follow()
    assert changes[-1] is None


class Desktop:
    """A desktop that is dark, and asks for high contrast."""

    def __init__(self, *, dark):
        self._dark = dark

    def colorScheme(self):  # noqa: N802 - Qt's name
        return Qt.ColorScheme.Dark if self._dark else Qt.ColorScheme.Light

    def contrastPreference(self):  # noqa: N802 - Qt's name
        return Qt.ContrastPreference.HighContrast


def test_what_was_chosen_is_kept(qapp, looks, settings):
    first = Theme(qapp, settings)
    first.set_light("dark")
    first.set_size(150)
    second = Theme(qapp, settings)
    assert (second.light, second.size) == ("dark", 150)
    settings.setValue("light", "purple")
    settings.setValue("text_size", "large")
    third = Theme(qapp, settings)
    assert (third.light, third.size) == ("system", 100)


def test_a_larger_desktop_is_followed(qapp, looks):
    font = qapp.font()
    font.setPixelSize(24)
    qapp.setFont(font)
    assert Theme(qapp).size == 100
    assert sizes.points() == 18


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#FFFFFF") == 1


def test_the_sheet_is_measured_in_units():
    assert "border-radius: 20px" in sheet(LIGHT, 2)
    assert "border-radius: 10px" in sheet(LIGHT, 1)


def test_an_icon_takes_the_colour_it_is_asked_for(qapp):
    drawn = icons.icon("tick", "#ff0000", 24, 2.0).toImage()
    assert drawn.width() == 48
    found = {
        drawn.pixelColor(x, y).name() for x in range(48) for y in range(48) if drawn.pixelColor(x, y).alpha() > 250
    }
    assert found == {"#ff0000"}
