"""Finding somebody: jobs, those who apply, questions, comparison, adverts, through the screens."""

import pytest

from pa_manager.assistants.model import ADVICE, NOT_ASKED, worry_about
from pa_manager.assistants.operations import (
    add_applicant,
    ask_question,
    list_assistants,
    list_back_ups,
    list_job_papers,
    open_vacancy,
    read_paper,
)
from pa_manager.assistants.presenter.adverts import AdvertsPresenter
from pa_manager.assistants.presenter.questions import QuestionsPresenter
from pa_manager.assistants.presenter.recruitment import NOTHING, RecruitmentPresenter
from pa_manager.assistants.screen.adverts import AdvertsScreen
from pa_manager.assistants.screen.questions import QuestionsScreen
from pa_manager.assistants.screen.recruitment import RecruitmentScreen
from tests.assistants.robot import PapersRobot, QuestionsRobot, RecruitmentRobot
from tests.assistants.test_operations_recruitment import TESS, VACANCY, WEEKENDS
from tests.paper.reading import text_of
from tests.places import Journey
from tests.windows import PaperDesk


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def screen(runner, today, journey):
    return RecruitmentScreen(lambda view: RecruitmentPresenter(view, runner, today=today, go_to=journey.go_to))


@pytest.fixture
def robot(qtbot, screen):
    return RecruitmentRobot(qtbot, screen)


@pytest.fixture
def looking(runner):
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(add_applicant, vacancy_id=VACANCY, details=TESS)
    return runner


def test_from_the_first_word_to_the_first_applicant(robot):
    assert robot.lead() == NOTHING
    assert not robot.can_press("applies")
    robot.look_for("Weekend PA", hours_a_week="8", pay_for_an_hour="14", days_and_times="Saturdays")
    assert robot.jobs() == [["Weekend PA", "8 hours a week. Saturdays", "£14.00 an hour", "Open"]]
    robot.applies("Tess Varga", phone="07700 900 111")
    assert robot.applicants() == [["Tess Varga", "07700 900 111", "Has applied", "", "Until 21 November 2026"]]
    assert robot.result() == "Kept: Tess Varga, until 21 November 2026."
    robot.press("change").fill_form(closed_on="21 5 2026").press("keep")
    assert robot.jobs()[0][-1] == "Closed"
    assert robot.lead() == NOTHING


def test_what_cannot_be_read_is_said_beside_its_field(robot):
    robot.press("add").fill_form(hours_a_week="lots", pay_for_an_hour="much").press("keep")
    assert robot.error_of("what_the_job_is_called").startswith("The title is missing.")
    assert robot.error_of("hours_a_week")
    assert robot.error_of("pay_for_an_hour")
    robot.fill_form(what_the_job_is_called="PA", hours_a_week="", pay_for_an_hour="").press("keep")
    robot.press("applies").fill_form(last_day_to_keep_all_this="soon").press("keep")
    assert robot.error_of("name").startswith("The name is missing.")
    assert robot.error_of("last_day_to_keep_all_this")
    assert robot.text_of("day_they_applied") == "21 5 2026"


def test_answers_are_noted_and_can_be_changed(looking, robot, screen):
    robot.pick(0, "those who apply").press("answers")
    assert robot.problem().startswith("There are no questions yet.")
    looking.run(ask_question, vacancy_id=VACANCY, words="Why this job?")
    screen.point_out(1)
    robot.press("answers").type_into("score for question 1", "9").press("keep")
    assert robot.error_of("score for question 1").startswith("A score is a whole number from 1 to 5.")
    robot.type_into("score for question 1", "4").press("keep")
    assert robot.press("answers").text_of("score for question 1") == "4"


def test_an_applicant_becomes_a_pa_and_their_checklist_opens(looking, robot, journey):
    robot.pick(0, "those who apply").press("take on").fill_form(first_day_of_work="6 6 2026").press("keep")
    assert [each.name for each in looking.read(list_assistants)] == ["Tess Varga"]
    assert journey.places[-1].name == "assistants/checklist"
    assert not robot.can_press("take on")
    assert robot.applicants()[0][2] == "Taken on"


def test_an_applicant_becomes_a_back_up_and_is_deleted(looking, robot):
    robot.pick(0, "those who apply").press("back-up").press("keep")
    assert len(looking.read(list_back_ups)) == 1
    robot.press("change applicant").fill_form(notes="Rang twice").press("keep")
    assert robot.applicants()[0][2:4] == ["Back-up for cover", "Rang twice"]
    assert len(looking.read(list_back_ups)) == 1
    robot.press("delete").press("leave")
    assert len(robot.applicants()) == 1
    robot.press("delete").press("keep")
    assert robot.applicants() == []
    assert robot.result() == "Deleted for good: the application of Tess Varga."


def test_it_leads_to_questions_and_adverts(looking, robot, journey):
    robot.press("questions").press("adverts")
    assert [place.name for place in journey.places] == ["assistants/questions", "assistants/adverts"]


# Questions and comparison


def test_questions_are_chosen_compared_and_taken_out(qtbot, looking, today):
    robot = QuestionsRobot(qtbot, QuestionsScreen(lambda view: QuestionsPresenter(view, looking, today=today)))
    robot.press("propose").press("keep")
    assert robot.problem().startswith("Nothing is ticked.")
    robot.choose("why would you like to work as a personal assistant?", "yes").press("keep")
    assert robot.questions() == ["Why would you like to work as a personal assistant?"]
    headings, rows = robot.compared()
    assert headings == ["Question", "Tess Varga"]
    assert rows[0] == ["Why would you like to work as a personal assistant?", "Not asked"]
    assert rows[-2] == ["Notes", "Warm, asked good questions"]
    robot.pick(0, "questions").press("drop")
    assert robot.questions() == []


def test_a_question_that_one_may_not_ask_is_kept_with_a_warning(qtbot, looking, today):
    robot = QuestionsRobot(qtbot, QuestionsScreen(lambda view: QuestionsPresenter(view, looking, today=today)))
    robot.press("own").press("keep")
    assert robot.problem().startswith("The question is missing.")
    robot.type_into("what do you want to ask?", "How is your health?").press("keep")
    assert "Equality Act 2010, s. 60" in robot.problem()
    assert robot.problem().endswith(ADVICE)
    assert robot.questions() == ["How is your health?"]
    robot.press("own").type_into("what do you want to ask?", "Do you like choirs?").press("keep")
    assert robot.result() == "Kept. Everybody who applies is asked this."


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("How many sick days did you take?", 0),
        ("Are you DISABLED?", 0),
        ("Do you want children?", 1),
        ("How old are you?", 2),
        ("Where were you born?", 3),
        ("Are you in a union?", 4),
        ("Can you use a hoist? Will you stay late?", None),
        ("What do you think of my village?", None),
    ],
)
def test_what_a_question_strays_into(words, about):
    assert worry_about(words) == (None if about is None else NOT_ASKED[about])


# Adverts


def test_an_advert_is_drafted_changed_and_printed_large(qtbot, looking, today):
    desk = PaperDesk()
    screen = AdvertsScreen(
        lambda view: AdvertsPresenter(view, looking, today=today, print_pdf=desk.print_pdf, save_file=desk.save_file)
    )
    robot = PapersRobot(qtbot, screen)
    robot.press("draft").fill_form(where="Midshire").press("keep")
    assert robot.papers() == [["Advert", "21 May 2026"]]
    robot.press("again").fill_form(where="Near Midshire").press("keep")
    newer, older = looking.read(list_job_papers, VACANCY)
    words = [text_of(looking.read(read_paper, each.id)) for each in (newer, older)]
    assert "Near Midshire" in words[0]
    assert "Near" not in words[1]
    assert words[0].startswith("Weekend PA")
    robot.choose("show and print in large letters", "yes").press("print paper").press("save paper")
    assert list(desk.printed) == ["Advert, Weekend PA, 21 May 2026, large print"]
    assert robot.result() == "Saved: Advert, Weekend PA, 21 May 2026, large print.pdf."


def test_without_a_vacancy_there_is_nothing_to_draw(qtbot, runner, today):
    desk = PaperDesk()
    screen = AdvertsScreen(
        lambda view: AdvertsPresenter(view, runner, today=today, print_pdf=desk.print_pdf, save_file=desk.save_file)
    )
    robot = PapersRobot(qtbot, screen)
    assert robot.lead().startswith("There is no vacancy yet.")
    assert not robot.can_press("draft")
    runner.run(open_vacancy, details=WEEKENDS)
    assert robot.can_press("draft")
    questions = QuestionsRobot(qtbot, QuestionsScreen(lambda view: QuestionsPresenter(view, runner, today=today)))
    assert questions.compared()[1] == []
