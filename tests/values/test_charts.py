"""What a chart shows."""

from pa_manager.values.charts import Bar, span_of, summary_of


def test_nil_is_always_in_the_span():
    assert span_of((Bar("In", 300, "£3.00"), Bar("Out", 100, "£1.00"))) == (0, 300)
    assert span_of((Bar("Missing", -50, "50p short", marked=True),)) == (-50, 0)
    assert span_of((Bar("Nothing", 0, "nil"),)) == (0, 1)
    assert span_of(()) == (0, 1)


def test_every_bar_is_said():
    assert summary_of((Bar("In", 300, "£3.00"), Bar("Out", 1, "1p"))) == "In: £3.00; Out: 1p."
    assert summary_of(()) == "There is nothing to draw yet."
