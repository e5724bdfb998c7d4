"""Payslips read from the payroll's file: what is read, whose it is, and that nothing is kept unasked."""

from datetime import date

import pytest

from pa_manager.assistants.model import PersonFile
from pa_manager.assistants.operations import keep_person_file
from pa_manager.pay.model import (
    Fate,
    NotAPayslipFile,
    PayslipColumn,
    layout_of,
    read_rows,
    read_table,
)
from pa_manager.pay.operations import keep_payslip_layout, keep_read_payslips, list_payslips, read_payslips
from pa_manager.pay.presenter.payslip_files import PayslipFilesPresenter
from pa_manager.pay.screen.payslip_files import PayslipFilesScreen
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.pay.robot import PayRobot
from tests.places import Journey
from tests.timesheets.people import ADA, PERIOD, SAM

HEAD = "Employee,Period start,Period end,Pay date,Gross pay,Tax,Employee NI,Employee pension,Net pay\n"
ADAS = "Ada Okonkwo,06/04/2026,03/05/2026,08/05/2026,105.60,5.60,2.00,4.00,94.00\n"
OURS = (HEAD + ADAS + "Totals,,,,105.60,5.60,2.00,4.00,94.00\n").encode()
OTHERS = b"Wer,Brutto,Netto\nOkonkwo,105.60,105.60\n"


def rows_of(text):
    table = read_table(text.encode())
    return read_rows(table, layout_of(table.headings).columns)


def test_money_and_days_are_read_as_programs_write_them():
    (row,) = rows_of(
        "Payroll of May;;;;\n\nForename;Surname;Pay Date;Gross;PAYE Tax;Ees NIC;Ers NI;Student loan;PG loan;Net Pay\n"
        "Ada;Okonkwo;2026-05-08 00:00:00;1 105.6000;(5.60);-2;-3.00;1.00;2.00;1,110.20-\n"
    )
    assert (row.line, row.who, row.paid_on) == (4, "Ada Okonkwo", date(2026, 5, 8))
    assert row.amounts["gross"] == Money(110560)
    assert (row.amounts["tax"], row.amounts["student_loan"]) == (Money(-560), Money(300))
    assert (row.amounts["employer_ni"], row.amounts["net"]) == (Money(300), Money(-111020))


def test_deductions_with_a_minus_sign_are_turned_only_where_the_net_comes_out():
    turned, given_back = rows_of("Name,Gross,Tax,Net\nAda,600,-54,546\nSam,600,-54,654\n")
    assert turned.amounts["tax"] == Money(5400)
    assert given_back.amounts["tax"] == Money(-5400)


def test_what_cannot_be_read_is_said_by_row_and_column():
    (row,) = rows_of("Name,Pay date,Gross,Net\nAda,31/2/26,one hundred,\n")
    assert row.line == 2
    assert row.problems[0].startswith("Day it is paid: “31/2/26” cannot be read. February 2026 has 28 days.")
    assert row.problems[1].startswith("Gross pay: “one hundred” cannot be read.")
    assert row.problems[2] == "Net pay is empty."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b" ", "This file is empty."),
        (b"%PDF-1.4", "This is a PDF."),
        (b"PK\x03\x04", "This is no text file."),
        (b"Dear all\nthe payroll is late\n", "This file has no columns."),
        (b"a" * 5_000_001, "This file is larger than 5 MB"),
        (b"a,b,c\n" + b"x" * 140_000 + b",b,c\n", "Line 2 of this file cannot be read."),
    ],
)
def test_a_file_that_is_no_list_of_payslips_is_refused_in_words(content, said):
    with pytest.raises(NotAPayslipFile, match=said):
        read_table(content)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_however_they_are_written(encoding):
    table = read_table("Name,Gross pay,Net pay\nZoë,£5.00,5\n".encode(encoding))
    (row,) = read_rows(table, layout_of(table.headings).columns)
    assert (row.who, row.amounts["gross"]) == ("Zoë", Money(500))


def test_a_row_is_matched_to_its_timesheet_and_held_against_it(worked):
    (line,) = worked.read(read_payslips, content=OURS).lines
    assert line.fate is Fate.NEW
    assert (line.figures.assistant_id, line.figures.timesheet_id, line.figures.period) == (ADA, 1, PERIOD)
    assert line.standing == "New, agrees"
    wrong = OURS.replace(b"105.60,5.60", b"115.60,5.60")
    (line,) = worked.read(read_payslips, content=wrong).lines
    assert line.standing == "New, look at it"
    assert [each.sentence for each in line.findings] == [
        "The net is £10.00 less than the other figures come to.",
        "The gross is £10.00 more than the timesheet comes to.",
    ]


def test_the_same_file_twice_adds_nothing(worked):
    worked.run(keep_read_payslips, content=OURS)
    assert [each.payslip.net for each in worked.read(list_payslips)] == [Money(9400)]
    (line,) = worked.read(read_payslips, content=OURS).lines
    assert (line.fate, line.standing) == (Fate.THERE, "Kept already")
    worked.run(keep_read_payslips, content=OURS)
    (line,) = worked.read(read_payslips, content=OURS.replace(b"94.00", b"93.00")).lines
    assert line.fate is Fate.CLASHES
    assert "with a net of £94.00" in line.sentence
    (line,) = worked.read(
        read_payslips, content=OURS.replace(b"94.00", b"93.00"), answers={2: f"assistant {ADA}"}
    ).lines
    assert line.fate is Fate.NEW
    assert len(worked.read(list_payslips)) == 1


def test_without_days_the_one_waiting_timesheet_is_taken_and_the_rest_is_asked(worked):
    worked.run(keep_person_file, assistant_id=SAM, person=PersonFile(payroll_number="007"))
    content = b'Payroll no,Name,Gross,Net\n7,S Tremaine,69.90,69.90\n,Okonkwo; Ada,105.6,105.6\n,"Okonkwo, Ada",1,1\n'
    lines = worked.read(read_payslips, content=content).lines
    assert [each.fate for each in lines] == [Fate.NO_DAY, Fate.ASK, Fate.NO_DAY]
    lines = worked.read(read_payslips, content=content, paid_on=date(2026, 5, 8), answers={3: "timesheet 1"}).lines
    assert [each.fate for each in lines] == [Fate.NEW, Fate.NEW, Fate.ASK]
    assert [each.figures.timesheet_id for each in lines[:2]] == [2, 1]
    assert lines[2].sentence == "It is not clear which timesheet this is for. Say which."
    answers = {3: "timesheet 1", 4: f"assistant {ADA}"}
    lines = worked.read(read_payslips, content=content, paid_on=date(2026, 5, 8), answers=answers).lines
    assert lines[2].sentence.endswith("Type this payslip in by hand.")


def test_a_row_twice_in_the_file_is_kept_once(worked):
    elsewhere = ADAS.replace("06/04/2026,03/05/2026", "01/02/2026,28/02/2026")
    lines = worked.read(read_payslips, content=(HEAD + elsewhere + elsewhere + ADAS + ADAS).encode()).lines
    assert [each.fate for each in lines] == [Fate.NEW, Fate.THERE, Fate.NEW, Fate.THERE]


def test_columns_named_once_are_known_again_by_the_headings(worked):
    read = worked.read(read_payslips, content=OTHERS)
    assert read.layout.lacks == ("the PA's name or payroll number", "the gross pay", "the net pay")
    assert read.lines == ()
    columns = {PayslipColumn.LAST_NAME: "Wer", PayslipColumn.GROSS: "Brutto", PayslipColumn.NET: "Netto"}
    worked.run(keep_payslip_layout, content=OTHERS, columns=columns | {PayslipColumn.NET: "Brutto"})
    worked.run(keep_payslip_layout, content=OTHERS, columns=columns)
    (line,) = worked.read(read_payslips, content=OTHERS).lines
    assert (line.row.amounts["net"], line.fate) == (Money(10560), Fate.ASK)


class Files:
    """Gives the files it was told to, one after another, as if the user had chosen them."""

    def __init__(self):
        self.next = []

    def choose(self, _title, _kinds):
        return self.next.pop(0) if self.next else None


@pytest.fixture
def files():
    return Files()


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def robot(qtbot, worked, files, journey):
    screen = PayslipFilesScreen(
        lambda view: PayslipFilesPresenter(view, worked, choose_file=files.choose, go_to=journey.go_to)
    )
    return PayRobot(qtbot, screen)


def test_the_rows_are_looked_through_and_only_then_kept(robot, worked, files, journey):
    files.next = [("may.csv", OURS)]
    robot.press("choose")
    assert robot.rows("rows of the file") == [
        ["Yes", "2", "Ada Okonkwo", "6 April to 3 May 2026", "8 May 2026", "£105.60", "£94.00", "New, agrees"]
    ]
    assert worked.read(list_payslips) == ()
    robot.pick(0, "rows of the file")
    assert robot.findings("good") == "It agrees with what was expected."
    robot.press("turn")
    assert not robot.can_press("keep payslips")
    robot.press("turn").press("keep payslips")
    assert robot.result() == "Kept. 1 payslip is here now. Undo takes it out again."
    assert robot.rows("rows of the file")[0][-1] == "Kept already"
    robot.press("payslips")
    assert journey.places == [Place("pay", screen="payslips")]


def test_a_file_of_another_bureau_is_said_with_its_headings_and_can_be_mapped(robot, worked, files):
    files.next = [("other.csv", OTHERS), ("broken.csv", b"%PDF"), None]
    robot.press("choose")
    assert "other.csv has other columns than those known" in robot.told("file")
    assert "Its headings are: Wer, Brutto, Netto." in robot.told("file")
    assert not robot.can_press("keep payslips")
    robot.press("columns")
    robot.form.fill({"gross": "Brutto", "net": "Brutto"})
    robot.press("keep")
    assert robot.error_of("net pay").startswith("“Brutto” is already chosen for Gross pay.")
    assert robot.error_of("name") == "Choose the column that says whose the payslip is."
    robot.form.fill({"net": "Netto", "last_name": "Wer"})
    robot.press("keep").pick(0, "rows of the file")
    assert robot.rows("rows of the file")[0][-1] == "Whose, for what?"
    robot.press("whose")
    robot.form.fill({"chosen": "timesheet 1"})
    robot.press("keep")
    assert robot.rows("rows of the file")[0][-1] == "No day of payment"
    robot.press("paid")
    robot.form.fill({"paid_on": "31 2 2026"})
    robot.press("keep")
    assert robot.error_of("day it is paid").startswith("February 2026 has 28 days.")
    robot.form.fill({"paid_on": "8 5 2026"})
    robot.press("keep")
    assert robot.rows("rows of the file")[0][-1] == "New, agrees"
    robot.press("another")
    assert robot.problem().startswith("This is a PDF.")
    robot.press("another").press("keep payslips")
    assert len(worked.read(list_payslips)) == 1
