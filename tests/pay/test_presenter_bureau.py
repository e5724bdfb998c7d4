"""The presenters of Send to payroll, of its layouts and of pay, on paper: what goes wrong, and nothing picked."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.pay.model import SHIPPED, Bureau, How, OneOffKind, PackKind
from pa_manager.pay.operations import (
    keep_bureau,
    keep_layout,
    list_layouts,
    list_one_offs,
    list_pay,
    list_pay_days,
    remove_layout,
    remove_pay_day,
)
from pa_manager.pay.presenter.bureau import BureauPresenter
from pa_manager.pay.presenter.layouts import LayoutsPresenter
from pa_manager.pay.presenter.pay import PayPresenter
from pa_manager.timesheets.operations import make_timesheet
from tests.pay.test_presenter_holidays import FullDesk, PaperView
from tests.places import Journey
from tests.timesheets.people import ADA, plan
from tests.windows import PaperDesk

DAY = date(2026, 6, 1)
SENT = {"sent_on": "1 6 2026", "how": How.EMAIL, "private": ""}


@pytest.fixture
def due(worked):
    plan(worked, ADA, date(2026, 5, 5))
    worked.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    return worked


def bureau(runner, desk=None, today=DAY):
    view = PaperView()
    presenter = BureauPresenter(view, runner, today=lambda: today, go_to=Journey().go_to, desk=desk or PaperDesk())
    return view, presenter


def pay(runner):
    view = PaperView()
    presenter = PayPresenter(view, runner, today=lambda: DAY, go_to=Journey().go_to, print_pdf=lambda *_paper: None)
    return view, presenter


def layouts(runner):
    view = PaperView()
    return view, LayoutsPresenter(view, runner, files=FullDesk())


def test_where_nothing_is_picked_nothing_happens(due):
    for view, presenter, acts in (
        (*bureau(due), ("copy_sent", "save_sent", "change_day", "remove_day")),
        (*pay(due), ("type_besides", "pay_once", "why", "go_to_timesheet", "go_to_payslip")),
        (*layouts(due), ("save", "remove", "change_column", "remove_column")),
    ):
        before = dict(view.told)
        for act in acts:
            getattr(presenter, act)()
        assert view.told == before


def test_what_cannot_be_saved_is_said_and_the_pack_is_still_sent(due):
    view, presenter = bureau(due, FullDesk())
    presenter.print_paper(large=True)
    assert view.told["show_problem"].startswith("No timesheet is agreed yet.")
    presenter.agree_all()
    presenter.print_paper(large=True)
    assert view.told["show_problem"] == "The stick was taken out. Put it in again."
    presenter.keep_sent(PackKind.HOURS, SENT)
    assert view.told["show_problem"] == (
        "Noted as sent, and locked. The stick was taken out. Put it in again. Save them again under What was sent."
    )


def test_a_pack_without_anything_is_refused_in_its_form(due):
    view, presenter = bureau(due)
    presenter.keep_sent(PackKind.CORRECTIONS, SENT)
    assert view.told["show_form_problem"].startswith("No correction waits to be sent.")


def test_what_is_gone_meanwhile_is_said(due):
    view, presenter = bureau(due)
    presenter.keep_day(None, {"send_by": "5 6 2026", "paid_on": "12 6 2026"})
    (day,) = due.read(list_pay_days)
    presenter.pick_day(day)
    due.run(remove_pay_day, pay_day_id=day.id)
    presenter.remove_day()
    assert view.told["show_problem"] == "That day of payment is no longer in the file."
    presenter.keep_day(day.id, {"send_by": "5 6 2026", "paid_on": "12 6 2026"})
    assert view.told["show_form_problem"] == "That day of payment is no longer in the file."


@pytest.mark.parametrize(
    ("today", "said"), [(date(2026, 6, 5), "today"), (date(2026, 6, 4), "in 1 day"), (date(2026, 6, 8), "late")]
)
def test_how_many_days_are_left_is_said(due, today, said):
    bureau(due)[1].keep_day(None, {"send_by": "5 6 2026", "paid_on": "12 6 2026"})
    view, _presenter = bureau(due, today=today)
    assert view.told["set_lead"].endswith(f"They want it by 5 June 2026, {said}.")


def test_nobody_having_worked_is_told(runner):
    runner.run(keep_bureau, bureau=Bureau(tells_nil=True))
    view, presenter = bureau(runner)
    presenter.send()
    title, _lead, texts, keep = view.told["open_send"]
    assert title == "Tell the payroll that nobody worked"
    keep({**texts, "sent_on": "1 6 2026"})
    assert view.told["show_result"].startswith("Noted as sent. The text of the mail is copied")


def test_a_sum_paid_once_is_kept_and_taken_off_again(due):
    view, presenter = pay(due)
    presenter.pick(due.read(list_pay)[0])
    presenter.pay_once()
    typed = {"kind": OneOffKind.BONUS, "amount": "x", "words": ""}
    presenter.keep_one_off(typed)
    assert list(view.told["show_form_errors"]) == ["amount"]
    presenter.keep_one_off({**typed, "amount": "30"})
    assert "Of it, £30.00 is not for shifts." in view.told["show_record"][1]
    (once,) = due.read(list_one_offs, timesheet_id=3)
    presenter.keep_one_off({**typed, "kind": str(once.id)})
    assert view.told["show_result"] == "Taken off. Undo brings it back."
    assert due.read(list_one_offs, timesheet_id=3) == ()


def test_the_day_from_which_a_mile_is_paid_has_to_be_read(due):
    view, presenter = pay(due)
    presenter.pick(due.read(list_pay)[0])
    presenter.keep_besides({"from_day": "32 1 2026", "per_mile": "", "driven": "car", "rolled_up": ""})
    assert list(view.told["show_form_errors"]) == ["from_day"]


def test_a_layout_keeps_its_columns_apart_and_its_last_one(due):
    view, presenter = layouts(due)
    presenter.load()
    assert view.told["show_problem"] == "The stick was taken out. Put it in again."
    presenter.move_column(1)
    column = {"heading": "Name", "source": "name", "written": "plain", "text": ""}
    presenter.keep_column(None, column)
    assert due.read(list_layouts) == ()
    due.run(keep_layout, layout=replace(SHIPPED[1], columns=SHIPPED[1].columns[:1]))
    (kept,) = due.read(list_layouts)
    presenter.pick(kept)
    presenter.save()
    presenter.pick_column((0, kept.columns[0]))
    presenter.remove_column()
    assert view.told["show_problem"].startswith("A layout")
    due.run(remove_layout, layout_id=kept.id)
    presenter.keep_start({"pattern": "0", "name": "", "whole": ""})
    assert view.told["show_result"].startswith("Kept.")
