"""What each word does: it runs operations, and returns what there is to say."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from pa_manager.cli.answers import Answer, columns, return_figures, return_lines
from pa_manager.cli.choosing import NotKnown, account_named, return_over, stream_named
from pa_manager.cli.writing import can_take_pdf, write_pdf
from pa_manager.file.contents import ContentId
from pa_manager.file.exporting import export_to
from pa_manager.file.running import Runner
from pa_manager.home.model import when_said
from pa_manager.home.operations import list_things_to_do
from pa_manager.returns import operations as returns
from pa_manager.returns.model import Finding, ReturnFigures, ReturnState
from pa_manager.spending import operations as spending
from pa_manager.spending.model import Account, Reconciliation
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.money import Money


def reconcile(runner: Runner, *, account: str | None, period: Period, opening: Money, closing: Money) -> Answer:
    """Agree the record of an account with a bank statement, if the sums agree.

    Raises:
        UserError: There is no such account, or some of the days are agreed with another statement.
    """
    found = account_named(runner, account)
    if _was_agreed(runner, found, period, opening, closing):
        line = f"{found.said} was agreed with this statement before: {said_period(period)}."
        return Answer(lines=[line], figures={"account": found.name, "agreed": True, "agreed_before": True})
    compared = runner.read(
        spending.compare_statement, account_id=found.id, period=period, opening=opening, closing=closing
    )
    problem = ""
    if compared.sentences:
        problem = f"{' '.join(compared.sentences)} Nothing was agreed."
    else:
        runner.run(spending.reconcile_statement, account_id=found.id, period=period, opening=opening, closing=closing)
    return _compared(found, compared, problem)


def show_return(  # noqa: PLR0913 -- one argument for each word
    runner: Runner,
    *,
    period: Period,
    stream: str | None = None,
    pdf: Path | None = None,
    large: bool = False,
    keep: bool = False,
) -> Answer:
    """Work out the return over some days, and write it as a PDF if that is asked for.

    Raises:
        UserError: There is no such stream, the PDF cannot be written, or some of the days to be kept are covered.
    """
    stream_id = stream_named(runner, stream)
    if pdf is not None:
        can_take_pdf(pdf)
    if keep and return_over(runner, period, stream_id) is None:
        runner.run(returns.draft_return, period=period, stream_id=stream_id)
    kept = return_over(runner, period, stream_id)
    if kept is None:
        figures = runner.read(returns.figures_over, period=period, stream_id=stream_id)
        paper = runner.read(returns.print_over, period=period, stream_id=stream_id, large=large) if pdf else b""
    else:
        figures = runner.read(returns.return_figures, return_id=kept.id)
        paper = runner.read(returns.print_return, return_id=kept.id, large=large) if pdf else b""
    if pdf is not None:
        write_pdf(pdf, paper)
    state = kept.state.words.casefold() if kept else "not kept in the file"
    return Answer(
        lines=[
            f"Return for {said_period(period)}: {figures.scope[:1].lower()}{figures.scope[1:]} ({state})",
            *return_lines(figures),
            "",
            closing_line(figures),
            *([f"The statement is in {pdf}."] if pdf else []),
        ],
        figures={
            "state": kept.state if kept else None,
            **return_figures(figures),
            "pdf": pdf,
        },
    )


def closing_line(figures: ReturnFigures) -> str:
    """Return how a return closes, in one sentence."""
    difference = "not known" if figures.difference is None else str(figures.difference)
    return f"Closing balance {figures.closing}, difference {difference}."


def check(runner: Runner, *, period: Period | None, stream: str | None, today: date) -> Answer:
    """List what a council would ask about.

    Raises:
        UserError: There is no such stream, or no days were named and there is no return to look at.
    """
    stream_id = stream_named(runner, stream)
    found: list[tuple[str, Period, tuple[Finding, ...]]] = []
    if period is not None:
        scope = runner.read(returns.figures_over, period=period, stream_id=stream_id).scope
        found.append(
            (scope, period, runner.read(returns.findings_over, period=period, stream_id=stream_id, today=today))
        )
    else:
        for line in runner.read(returns.list_returns):
            wanted = stream_id is None or line.a_return.stream_id == stream_id
            if wanted and line.a_return.state is not ReturnState.SENT:
                findings = runner.read(returns.findings_of, return_id=line.a_return.id, today=today)
                found.append((line.scope, line.a_return.period, findings))
    if not found:
        raise NotKnown("There is no return to check in this file. Name the days with --first and --last.")
    return Answer(
        lines=[line for scope, days, findings in found for line in _finding_lines(scope, days, findings)],
        figures={
            "returns": [
                {
                    "for": scope,
                    "period": days,
                    "findings": [
                        {"text": each.text, "way_out": each.way_out, "place": each.place.name} for each in findings
                    ],
                }
                for scope, days, findings in found
            ]
        },
    )


def todo(runner: Runner, *, today: date) -> Answer:
    """List what needs doing, what is due first first."""
    tasks = runner.read(list_things_to_do, today=today)
    lines = [f"{task.text} ({when})" if (when := when_said(task, today)) else task.text for task in tasks]
    return Answer(
        lines=lines or ["There is nothing to do."],
        figures={
            "today": today,
            "tasks": [
                {"text": task.text, "due": task.due, "late": task.is_late(today), "place": task.place.name}
                for task in tasks
            ],
        },
    )


def export(runner: Runner, *, folder: Path) -> Answer:
    """Write every table and every document.

    Raises:
        CannotExport: There is something in the folder, or nothing can be written there.
    """
    names: dict[ContentId, str] = {
        ContentId(paper.content_id): f"paper {paper.number} {paper.name}"
        for paper in runner.read(spending.list_evidence)
    }
    names |= {ContentId(batch.content_id): batch.name for batch in runner.read(spending.list_batches)}
    done = runner.read(export_to, folder=folder, names=names)
    papers = "1 document" if done.documents == 1 else f"{done.documents} documents"
    return Answer(
        lines=[
            f"{done.tables} tables and {papers} are in {done.folder}.",
            "Anybody can read them there without a password. Keep them where only you can.",
        ],
        figures={"folder": done.folder, "tables": done.tables, "rows": done.rows, "documents": done.documents},
    )


def _was_agreed(runner: Runner, account: Account, period: Period, opening: Money, closing: Money) -> bool:
    statements = runner.read(spending.list_statements, account_id=account.id)
    return (period, opening, closing) in {(each.period, each.opening, each.closing) for each in statements}


def _compared(account: Account, compared: Reconciliation, problem: str) -> Answer:
    period = compared.period
    rows = [
        (f"Opening balance of the statement, {said(period.first)}", str(compared.opening)),
        ("Money in", str(compared.money_in)),
        ("Money out", str(compared.money_out)),
        (f"Closing balance of the statement, {said(period.last)}", str(compared.closing)),
        ("Difference", str(compared.difference)),
    ]
    count = len(compared.listed)
    agreed = f"{'1 payment is' if count == 1 else f'{count} payments are'} agreed with the statement, for good."
    return Answer(
        lines=[f"{account.said}, {said_period(period)}", *columns(rows), *([] if problem else [agreed])],
        figures={
            "account": account.name,
            "period": period,
            "opening": compared.opening,
            "money_in": compared.money_in,
            "money_out": compared.money_out,
            "closing": compared.closing,
            "book_opening": compared.book_opening,
            "difference": compared.difference,
            "payments": count,
            "waiting": [_payment(each.day, each.payee, each.amount) for each in compared.waiting],
            "agreed": not problem,
            "agreed_before": False,
        },
        problem=problem,
    )


def _payment(day: date, who: str, amount: Money) -> dict[str, object]:
    return {"day": day, "who": who, "amount": amount}


def _finding_lines(scope: str, period: Period, findings: Collection[Finding]) -> list[str]:
    lines = [f"{scope}, {said_period(period)}"]
    if not findings:
        return [*lines, "  There is nothing that a council would ask about."]
    return [*lines, *(f"  {each.text} {each.way_out}" for each in findings)]
