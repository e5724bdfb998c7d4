"""Charts: one picture with its finding in words, and a table of the same."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QTableView

from pa_manager.shell import theme
from pa_manager.shell.pieces import charts
from pa_manager.shell.pieces.charts import Chart
from pa_manager.values.charts import Bar

BARS = [
    Bar("Money for a week, from the council and from you, and from whoever else there may be", 34000, "£340.00"),
    Bar("Wages", 30000, "£300.00"),
    Bar("Missing", -2000, "£20.00 short", marked=True),
]


@pytest.fixture(params=["bars", "line"])
def chart(qtbot, looks, request):
    made = Chart("Where it goes", drawn=request.param)
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    made.show_bars(BARS, "It does not reach.")
    return made


def test_a_screen_reader_meets_one_image_that_says_all(chart):
    picture = chart.findChild(charts._Picture)
    told = QAccessible.queryAccessibleInterface(picture)
    assert told.role() == QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name).startswith("It does not reach. Money for a week")
    assert chart.said.endswith("Wages: £300.00; Missing: £20.00 short.")


def test_the_table_holds_the_same_figures(chart):
    model = chart.findChild(QTableView).model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == [bar.said for bar in BARS]


def test_what_is_drawn_follows_the_colours_and_the_size(chart, looks):
    picture = chart.findChild(charts._Picture)
    small = picture.height()
    for light, size in (("light", 100), ("dark", 200)):
        looks.set_light(light)
        looks.set_size(size)
        drawn = picture.grab().toImage()
        inks = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(0, drawn.height(), 2)}
        assert QColor(theme.colours().accent).name() in inks
        assert QColor(theme.colours().bad).name() in inks
    assert picture.height() > small


def test_many_points_bear_words_at_both_ends_alone(qtbot, looks):
    made = Chart("Every week", drawn="line", table="")
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    made.show_bars([Bar(f"Week beginning {number} May", number, f"£{number}.00") for number in range(1, 31)])
    assert made.findChild(QTableView) is None
    assert made.findChild(charts._Picture).grab().width() > 0


def test_without_rows_there_is_no_picture(chart):
    chart.show_bars([])
    picture = chart.findChild(charts._Picture)
    assert picture.isHidden()
    assert chart.said == "There is nothing to draw yet."
    picture.grab()
