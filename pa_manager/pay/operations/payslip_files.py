"""Payslips read from the payroll's file: looked through row by row, and only then kept."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from pa_manager.assistants.operations import find_person_file, list_assistants
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.pay.model import (
    Columns,
    Fate,
    PayslipLayout,
    ReadLine,
    ReadPayslips,
    layout_of,
    matched,
    read_rows,
    read_table,
)
from pa_manager.pay.operations.payslips import check_payslip, record_payslip
from pa_manager.pay.operations.records import list_pay
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.store import payslip_files as layouts
from pa_manager.pay.store import payslips as store

Answers = Mapping[int, str]
"""What a person said of rows, by their line: ``timesheet 12``, or ``assistant 3`` for one without a timesheet."""


def read_payslip_layout(work: Work, *, content: bytes) -> PayslipLayout:
    """Return the headings of the payroll's file, and which column is known to hold what.

    Raises:
        NotAPayslipFile: It is no text with columns.
    """
    known = layouts.every(work)
    return layout_of(read_table(content, known).headings, known)


def keep_payslip_layout(work: Work, *, content: bytes, columns: Columns) -> Changes:
    """Keep which column of a file holds what: the next file with the same headings is read by it.

    Raises:
        NotAPayslipFile: It is no text with columns.
    """
    layouts.put(work, replace(read_payslip_layout(work, content=content), columns=columns))
    return PAY


def read_payslips(
    work: Work, *, content: bytes, paid_on: date | None = None, answers: Answers | None = None
) -> ReadPayslips:
    """Return what the payroll's file would bring, row by row, with what differs from what was expected.

    ``paid_on`` is the day of payment where the file does not say it; ``answers`` say whose some rows are.

    Raises:
        NotAPayslipFile: It is no text with columns.
    """
    known = layouts.every(work)
    table = read_table(content, known)
    layout = layout_of(table.headings, known)
    if layout.lacks:
        return ReadPayslips(layout)
    lines = matched(
        read_rows(table, layout.columns),
        people=[(each, find_person_file(work, each.id).payroll_number) for each in list_assistants(work)],
        waiting=[line.record for line in list_pay(work) if line.payslip is None],
        kept=store.paid_in(work),
        paid_on=paid_on,
        answers=answers or {},
    )
    return ReadPayslips(layout, tuple(_checked(work, each) for each in lines))


def keep_read_payslips(
    work: Work,
    *,
    content: bytes,
    paid_on: date | None = None,
    answers: Answers | None = None,
    without: Collection[int] = (),
) -> Changes:
    """Keep every new payslip of the payroll's file, but for rows left out by their line. What is here stays as it is.

    Raises:
        NotAPayslipFile: It is no text with columns.
    """
    changes = NOTHING
    for line in read_payslips(work, content=content, paid_on=paid_on, answers=answers).lines:
        if line.fate is Fate.NEW and line.figures and line.row.line not in without:
            changes |= record_payslip(work, figures=line.figures)
    return changes


def _checked(work: Work, line: ReadLine) -> ReadLine:
    if line.fate is not Fate.NEW or line.figures is None:
        return line
    return replace(line, findings=check_payslip(work, figures=line.figures))
