"""Reading what was typed into a form, and things to do."""

from datetime import date

from pa_manager.values.forms import Reading
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place, Task


def test_all_that_is_wrong_is_said_at_once():
    reading = Reading()
    assert reading.field("rate", Money.from_text, "12.50") == Money(1250)
    assert reading.field("sum", Money.from_text, "lots") is None
    assert reading.optional("extra", Money.from_text, " ") is None
    assert reading.optional("more", Money.from_text, "x") is None
    assert reading.required("name", "  Ada ", "Type the name.") == "Ada"
    assert reading.required("town", "  ", "Type the town.") == ""
    assert reading.errors.keys() == {"sum", "more", "town"}
    assert reading.errors["town"] == "Type the town."


def test_a_screen_of_a_link_has_its_own_name():
    assert (Place("pay").name, Place("pay", 3, "payslips").name) == ("pay", "pay/payslips")


def test_a_task_is_late_once_its_day_has_passed():
    task = Task(text="Send the return.", place=Place("returns"), due=date(2026, 6, 28))
    assert not task.is_late(date(2026, 6, 28))
    assert task.is_late(date(2026, 6, 29))
    assert not Task(text="Some day.", place=Place("home")).is_late(date(2099, 1, 1))
