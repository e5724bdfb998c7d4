"""The presenter of holiday and sickness, on paper."""

from datetime import date

import pytest

from pa_manager.assistants.model import HoursKind
from pa_manager.pay.presenter.holidays import LARGE, NOBODY, TimeOffPresenter
from pa_manager.values.errors import UserError
from tests.pay.time_off import IRREGULAR, REGULAR, YEAR, engage_both, holiday, sick
from tests.places import Journey
from tests.windows import PaperDesk

TODAY = date(2026, 6, 10)


class PaperView:
    """Remembers the last of each thing it was told."""

    def __init__(self):
        self.told = {}

    def __getattr__(self, name):
        def tell(*args, **kwargs):
            self.told[name] = args[0] if len(args) == 1 else args or kwargs

        return tell


class FullDesk(PaperDesk):
    """Can neither save nor print nor open."""

    def open_file(self, title, kinds):
        raise UserError("The stick was taken out. Put it in again.")

    save_file = print_pdf = open_file


def present(runner, desk=None):
    view = PaperView()
    presenter = TimeOffPresenter(view, runner, today=lambda: TODAY, go_to=Journey().go_to, desk=desk or PaperDesk())
    return view, presenter


def test_where_nobody_is_employed_nothing_happens(runner):
    view, presenter = present(runner)
    before = dict(view.told)
    for act in (
        presenter.agree,
        presenter.carry,
        presenter.type_hours,
        presenter.note_sick,
        presenter.note_paper,
        presenter.type_earnings,
        presenter.fill_leaving,
    ):
        act()
    presenter.choose_year("2026-04-01")
    presenter.print(LARGE)
    assert view.told == before
    assert view.told["set_lead"] == NOBODY


def test_what_the_desk_cannot_do_is_said_and_nothing_is_lost(runner):
    engage_both(runner)
    sick(runner, REGULAR, date(2026, 6, 1), date(2026, 6, 2))
    view, presenter = present(runner, FullDesk())
    presenter.save(LARGE)
    assert view.told["show_problem"] == "The stick was taken out. Put it in again."
    presenter.pick_spell(view.told["show_sickness"].spells[0])
    presenter.note_paper()
    _, texts, keep = view.told["open_evidence"]
    assert texts == {"kind": "self_certificate", "first": "2026-06-01", "last": "2026-06-02"}
    keep({**texts, "note": "", "as_file": "yes"})
    assert view.told["show_form_problem"] == "The stick was taken out. Put it in again."
    keep({**texts, "note": "", "as_file": ""})
    assert view.told["show_result"] == "Kept: self-certificate for 1 to 2 June 2026."


def test_the_same_days_of_sickness_twice_and_leaving_too_early_are_refused(runner):
    engage_both(runner)
    sick(runner, REGULAR, date(2026, 6, 1), date(2026, 6, 2))
    view, presenter = present(runner)
    presenter.note_sick()
    _, _, keep = view.told["open_sick"]
    keep({"first": "2 6 2026", "last": "", "note": "", "leave_gaps": "yes"})
    assert "Ada Okonkwo is off sick, 1 to 2 June 2026." in view.told["show_form_problem"]
    keep({"first": "3 6 2026", "last": "", "note": "", "leave_gaps": "yes"})
    assert view.told["show_result"].endswith("The shifts are gaps to be covered.")
    presenter.fill_leaving()
    assert view.told["show_problem"].startswith("No last day of Ada Okonkwo is noted.")


def test_whoever_is_pointed_out_is_shown_and_stays(runner):
    engage_both(runner)
    holiday(runner, IRREGULAR, date(2026, 5, 5), date(2026, 5, 5))
    view, presenter = present(runner)
    presenter.point_out(IRREGULAR)
    presenter.choose(str(IRREGULAR))
    assert view.told["show_record"].assistant.id == IRREGULAR
    assert view.told["show_record"].method == HoursKind.IRREGULAR.words
    presenter.choose_year("1999-01-01")
    assert view.told["show_record"].year == YEAR


@pytest.mark.parametrize("field", ["hours", "weekly", "weekdays"])
def test_what_cannot_be_read_is_said_beside_its_field(runner, field):
    engage_both(runner)
    sick(runner, REGULAR, date(2026, 6, 1), date(2026, 6, 2))
    view, presenter = present(runner)
    presenter.pick_spell(view.told["show_sickness"].spells[0])
    opening = {
        "hours": (presenter.carry, "open_carried"),
        "weekly": (presenter.type_earnings, "open_earnings"),
        "weekdays": (presenter.agree, "open_agreed"),
    }
    act, form = opening[field]
    act()
    keep = view.told[form][-1]
    keep({"hours": "?", "weekly": "?", "weekdays": "?", "reason": "agreed", "note": ""})
    assert list(view.told["show_form_errors"]) == [field]
