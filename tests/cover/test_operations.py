"""What can be done about cover."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import ApplicantId, AssistantId
from pa_manager.assistants.operations import add_applicant, agree_back_up, open_vacancy
from pa_manager.cover.model import (
    AlreadyClosed,
    AlreadyOnTheList,
    AlreadyOpen,
    Answer,
    Call,
    ContactDetails,
    ContactId,
    CoverEventId,
    NotAgreed,
    Tier,
)
from pa_manager.cover.operations import (
    COVER,
    add_contact,
    change_contact,
    check_contact,
    close_event,
    list_calls,
    list_contacts,
    list_events,
    list_free_back_ups,
    list_gaps,
    list_options,
    note_call,
    open_event,
    remove_contact,
    take_back_up,
    things_to_do,
)
from pa_manager.file.work import NotFound
from pa_manager.rota.model import NobodyNamed, NoShiftsThen, NotAGap, ShiftId
from pa_manager.rota.operations import ROTA, find_shift, list_absences, make_gaps, record_absence, remove_shift
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place
from tests.assistants.test_operations_recruitment import TESS, VACANCY, WEEKENDS
from tests.conftest import TODAY
from tests.cover.household import AT, FRIDAY, SICK, tell
from tests.rota.household import ADA, SAM, plan

EVENT = CoverEventId(1)
FIRST, SECOND, SAMS = ShiftId(1), ShiftId(2), ShiftId(3)
NO = Call(contact="Sam Tremaine", answer=Answer.NO, assistant_id=SAM, note=" At college ")
YES = Call(contact="Sam Tremaine", answer=Answer.YES, assistant_id=SAM, cost=Money(5280))
ROWENA = Call(contact=" Rowena Pellow ", answer=Answer.YES)


@pytest.fixture
def home(runner):
    """Ada, Sam, the call list; all is well."""
    tell(runner)
    return runner


@pytest.fixture
def sick(home):
    """Ada cannot come on two days."""
    home.run(open_event, away=SICK, at=AT)
    return home


def _gaps(runner, today=TODAY):
    return [line.shift.id for line in runner.read(list_gaps, today=today)]


def _texts(runner, today=TODAY):
    return [task.text for task in runner.read(things_to_do, today=today)]


def test_the_call_list_stands_tier_by_tier(home):
    assert [(each.tier, each.name, each.will_do) for each in home.read(list_contacts)] == [
        (Tier.BANK_PA, "Sam Tremaine", ""),
        (Tier.FAMILY, "Rowena Pellow", "Not lifting"),
        (Tier.AGENCY, "Brightway Homecare", ""),
    ]


def test_a_pa_stands_on_the_call_list_once(home):
    again = ContactDetails(tier=Tier.OWN_PA, assistant_id=SAM)
    with pytest.raises(AlreadyOnTheList, match="Sam Tremaine is on the call list already"):
        home.run(add_contact, details=again)
    with pytest.raises(AlreadyOnTheList):
        home.run(change_contact, contact_id=ContactId(1), details=again)
    assert home.run(change_contact, contact_id=ContactId(3), details=replace(again, phone=" 01632 960009 ")) == COVER
    assert home.read(list_contacts)[0].phone == "01632 960009"
    with pytest.raises(NotFound):
        home.run(add_contact, details=replace(again, assistant_id=AssistantId(9)))


def test_checking_and_removing(home):
    assert home.run(check_contact, contact_id=ContactId(1), on=TODAY) == COVER
    assert home.read(list_contacts)[-1].checked_on == TODAY
    assert home.run(remove_contact, contact_id=ContactId(1)) == COVER
    with pytest.raises(NotFound, match="no longer on the call list"):
        home.run(remove_contact, contact_id=ContactId(1))


def test_somebody_cannot_come(home):
    assert home.run(open_event, away=SICK, at=AT) == COVER | ROTA
    assert _gaps(home) == [FIRST, SECOND]
    (line,) = home.read(list_events)
    assert (line.assistant, line.event.why, line.event.opened_at) == ("Ada Okonkwo", "off sick", AT)
    assert (line.gaps, line.calls, line.cost, line.standing) == (2, 0, NIL, "2 shifts to cover")
    assert [away.sentence for away in home.read(list_absences, days=SICK.days)] == [
        "Ada Okonkwo is off sick, 21 to 22 May 2026."
    ]
    home.undo()
    assert (_gaps(home), home.read(list_events), home.read(list_absences, days=SICK.days)) == ([], (), ())


def test_cover_can_be_wanted_after_the_absence_was_noted_on_the_rota(home):
    home.run(record_absence, away=replace(SICK, note="Flu"), leave_gaps=True)
    assert home.run(open_event, away=replace(SICK, note="Flu"), at=AT) == COVER
    assert home.read(list_events)[0].gaps == 2
    assert len(home.read(list_absences, days=SICK.days)) == 1


def test_cover_is_looked_for_once(sick):
    with pytest.raises(AlreadyOpen, match="Cover for Ada Okonkwo, 21 to 22 May 2026, is being looked for already"):
        sick.run(open_event, away=SICK, at=AT)


def test_without_shifts_there_is_nothing_to_cover(home):
    with pytest.raises(NoShiftsThen):
        home.run(open_event, away=replace(SICK, days=Period(date(2026, 6, 1), date(2026, 6, 2))), at=AT)
    assert home.read(list_events) == ()


def test_every_way_to_cover_a_gap(sick):
    assert [
        (option.name, option.standing, option.cost_said) for option in sick.read(list_options, shift_id=SECOND)
    ] == [
        ("Ada Okonkwo", "Ada Okonkwo is off sick, 21 to 22 May 2026.", "£52.80"),
        ("Sam Tremaine", "Sam Tremaine is down for noon to 4pm on Fri 22 May already.", "£52.80"),
        ("Rowena Pellow", "Ask them", "Nothing to pay"),
        ("Brightway Homecare", "Ask them", "£98.00"),
    ]
    assert sick.read(list_options, shift_id=FIRST)[1].free


def test_the_log_keeps_who_was_asked_and_closes_when_no_gap_is_left(sick):
    assert sick.run(note_call, shift_id=FIRST, call=NO, at=AT) == COVER
    assert _gaps(sick) == [FIRST, SECOND]
    assert sick.run(note_call, shift_id=FIRST, call=YES, at=AT.replace(hour=8)) == COVER | ROTA
    assert sick.read(find_shift, FIRST).assistant_id == SAM
    assert not sick.read(list_events)[0].event.closed
    assert sick.run(note_call, shift_id=SECOND, call=ROWENA, at=AT.replace(hour=9)) == COVER | ROTA
    assert sick.read(find_shift, SECOND).covered_by == "Rowena Pellow"

    (line,) = sick.read(list_events)
    assert (line.standing, line.calls, line.cost) == ("Closed", 3, Money(5280))
    assert [
        (call.about, call.contact, call.answer, call.note, call.at.hour)
        for call in sick.read(list_calls, event_id=EVENT)
    ] == [
        ("Thu 21 May, 9am to 1pm", "Sam Tremaine", Answer.NO, "At college", 7),
        ("Thu 21 May, 9am to 1pm", "Sam Tremaine", Answer.YES, "", 8),
        ("Fri 22 May, 9am to 1pm", "Rowena Pellow", Answer.YES, "", 9),
    ]
    assert _gaps(sick) == []


def test_a_yes_needs_a_name_and_a_gap(sick):
    with pytest.raises(NobodyNamed):
        sick.run(note_call, shift_id=FIRST, call=replace(ROWENA, contact=" "), at=AT)
    with pytest.raises(NotAGap):
        sick.run(note_call, shift_id=SAMS, call=NO, at=AT)
    assert sick.read(list_calls, event_id=EVENT) == ()


def test_a_gap_that_nobody_left_gets_an_event_of_its_own(home):
    plan(home, date(2026, 5, 25), "9-1")
    assert _gaps(home) == [4]
    home.run(note_call, shift_id=ShiftId(4), call=NO, at=AT)
    home.run(note_call, shift_id=ShiftId(4), call=NO, at=AT)
    (line,) = home.read(list_events)
    assert (line.assistant, line.event.why, line.calls) == ("Nobody was down for it", "Nobody was down for it", 2)
    home.run(note_call, shift_id=ShiftId(4), call=YES, at=AT)
    assert home.read(list_events)[0].event.closed


def test_a_gap_made_on_the_rota_keeps_its_reason(home):
    home.run(make_gaps, assistant_id=ADA, days=Period(TODAY, TODAY), why="car broke down")
    home.run(note_call, shift_id=FIRST, call=NO, at=AT)
    (line,) = home.read(list_events)
    assert (line.assistant, line.event.why) == ("Ada Okonkwo", "car broke down")


def test_closing_with_a_lesson(sick):
    assert sick.run(close_event, event_id=EVENT, lesson=" Ask the agency sooner ") == COVER
    assert sick.read(list_events)[0].event.lesson == "Ask the agency sooner"
    with pytest.raises(AlreadyClosed):
        sick.run(close_event, event_id=EVENT)
    sick.run(close_event, event_id=EVENT, lesson="Ask two agencies")
    with pytest.raises(NotFound):
        sick.run(close_event, event_id=CoverEventId(9))


def test_gaps_far_ahead_are_shown_once_cover_is_looked_for(home):
    plan(home, date(2026, 6, 10), "9-1", ADA)
    plan(home, date(2026, 6, 11), "9-1")
    assert _gaps(home) == []
    home.run(open_event, away=replace(SICK, days=Period(date(2026, 6, 10), date(2026, 6, 12))), at=AT)
    assert _gaps(home) == [4]
    assert _gaps(home, date(2026, 6, 20)) == [4]


def test_what_wants_doing(home):
    assert _texts(home) == ["Check the call list: ask Brightway Homecare whether they would still come."]
    home.run(check_contact, contact_id=ContactId(1), on=TODAY)
    assert _texts(home) == []
    home.run(open_event, away=SICK, at=AT)
    gap, _ = home.read(things_to_do, today=TODAY)
    assert gap.text == "Find somebody for Thu 21 May, 9am to 1pm: nobody is down for it."
    assert (gap.place, gap.due) == (Place("cover", FIRST), TODAY)
    assert _texts(home, FRIDAY) == ["Find somebody for Fri 22 May, 9am to 1pm: nobody is down for it."]
    home.run(remove_shift, shift_id=FIRST)
    home.run(remove_shift, shift_id=SECOND)
    assert _texts(home) == ["Close the cover for Ada Okonkwo, 21 to 22 May 2026."]


@pytest.mark.parametrize(
    ("unchecked", "words"), [(2, "ask Brightway Homecare and 1 other whether"), (3, "and 2 others whether")]
)
def test_an_old_call_list_is_one_thing_to_do(home, unchecked, words):
    for number in range(1, unchecked):
        home.run(add_contact, details=ContactDetails(tier=Tier.COUNCIL, name=f"Council {number}"))
    (text,) = _texts(home)
    assert words in text


def test_an_applicant_who_agreed_is_taken_onto_the_call_list_once(runner):
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(add_applicant, vacancy_id=VACANCY, details=TESS)
    with pytest.raises(NotAgreed, match="have not agreed"):
        runner.run(take_back_up, applicant_id=ApplicantId(1))
    runner.run(agree_back_up, applicant_id=ApplicantId(1), agreed_on=TODAY, will_do="Nights")
    assert runner.run(take_back_up, applicant_id=ApplicantId(1)) == COVER
    (contact,) = runner.read(list_contacts)
    assert (contact.tier, contact.name, contact.phone, contact.will_do, contact.agreed_on) == (
        Tier.BANK_PA,
        "Tess Varga",
        "07700 900 111",
        "Nights",
        TODAY,
    )
    assert runner.read(list_free_back_ups) == ()
