"""Bringing in a bank file: what is new at once, what may be a double only when a person says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Final

from pa_manager.cli.answers import Answer
from pa_manager.cli.choosing import account_named
from pa_manager.cli.writing import read_file
from pa_manager.file.running import Runner
from pa_manager.spending import operations as spending
from pa_manager.spending.model import Account, BankRow, NeedsAnswer, NoSuchRow, Preview, PreviewRow, WarningCode
from pa_manager.spending.model.bankfiles.kinds import LARGEST
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money, total

_NONE: Final[frozenset[int]] = frozenset()


def bring_in(  # noqa: PLR0913 -- one argument for each word
    runner: Runner,
    *,
    path: Path,
    account: str | None,
    also: frozenset[int] | None,
    yes: Collection[WarningCode],
    today: date,
) -> Answer:
    """Bring in what is new in a bank file.

    Args:
        runner: Runs operations on the open file.
        path: The bank file.
        account: The name of the account it is of.
        also: The lines that may be doubles and are taken all the same; nothing, if nobody has looked at them yet.
        yes: The questions about the file that are answered with yes.
        today: Rows dated after tomorrow are doubted.

    Raises:
        UserError: The file cannot be read or taken, it leaves a question open, or there is no such account or line.
    """
    content = read_file(path, most=LARGEST)
    found = account_named(runner, account)
    preview = runner.read(spending.preview_import, account_id=found.id, name=path.name, content=content, today=today)
    ticked = _ticked(preview, also or _NONE)
    chosen = _chosen(preview, ticked, frozenset(yes))
    runner.run(
        spending.import_file,
        account_id=found.id,
        name=path.name,
        content=content,
        also=ticked,
        yes=frozenset(yes),
        today=today,
    )
    left = [row for row in preview.possible if row.position not in ticked]
    return _answer(runner, found, preview, chosen, left, asks=also is None)


def _ticked(preview: Preview, lines: Collection[int]) -> frozenset[int]:
    """Return the positions of the rows on these lines of the file.

    Raises:
        NoSuchRow: There is none on a line, or it cannot be taken.
    """
    can_tick = {_line(row): row.position for row in preview.rows if row.can_tick}
    if missing := sorted(set(lines) - set(can_tick)):
        raise NoSuchRow(f"Line {missing[0]} of {preview.name} is not one that can be taken. Look at the list again.")
    return frozenset(can_tick[line] for line in lines)


def _chosen(preview: Preview, ticked: frozenset[int], yes: frozenset[WarningCode]) -> tuple[BankRow, ...]:
    try:
        return preview.chosen(also=ticked, without=_NONE, yes=yes)
    except NeedsAnswer as error:
        asked = [found for found in preview.questions if found.code not in yes]
        answers = " ".join(f"--yes {found.code}" for found in asked)
        sentences = " ".join(found.sentence for found in asked)
        raise NeedsAnswer(f"{sentences} If so, add {answers}.") from error


def _answer(  # noqa: PLR0913 -- one argument for each thing said
    runner: Runner,
    account: Account,
    preview: Preview,
    chosen: Collection[BankRow],
    left: Collection[PreviewRow],
    *,
    asks: bool,
) -> Answer:
    money_in = total(row.amount for row in chosen if row.amount > NIL)
    money_out = -total(row.amount for row in chosen if row.amount < NIL)
    days = [row.row.day for row in preview.rows if row.row is not None]
    last = max(days, default=None)
    balance = runner.read(spending.balance_on, account_id=account.id, day=last) if last else None
    return Answer(
        lines=[
            f"{preview.name}: {preview.summary}",
            *(finding.sentence for finding in preview.findings),
            *_listed("May be doubles, left out:", left),
            *_listed("Left out:", preview.left_out),
            _brought(account, chosen, money_in, money_out),
            *([f"Balance of {account.name} on {said(last)}: {balance}."] if last else []),
        ],
        figures={
            "account": account.name,
            "file": preview.name,
            "layout": preview.layout,
            "brought_in": len(chosen),
            "money_in": money_in,
            "money_out": money_out,
            "known": len(preview.known),
            "possible_doubles": [_plain(row) for row in left],
            "left_out": [_plain(row) for row in preview.left_out],
            "findings": [
                {"code": found.label, "weight": found.weight.name.lower(), "sentence": found.sentence}
                for found in preview.findings
            ],
            "balance": balance,
            "balance_on": last,
        },
        problem=_problem(left) if left and asks else "",
    )


def _problem(left: Collection[PreviewRow]) -> str:
    lines = ",".join(map(str, sorted(map(_line, left))))
    if len(left) == 1:
        return f"1 row may be a double and was left out. Add --also {lines} to take it, or --also none to leave it out."
    return (
        f"{len(left)} rows may be doubles and were left out."
        f" Add --also {lines} to take them, fewer of them to take those, or --also none to leave them out."
    )


def _brought(account: Account, chosen: Collection[BankRow], money_in: Money, money_out: Money) -> str:
    if not chosen:
        return f"Nothing new was brought into {account.name}."
    count = "1 payment" if len(chosen) == 1 else f"{len(chosen)} payments"
    return f"{count} brought into {account.name}: {money_in} in, {money_out} out."


def _listed(heading: str, rows: Collection[PreviewRow]) -> Iterable[str]:
    if rows:
        yield heading
    for row in rows:
        told = f"{said(row.row.day)}, {row.row.amount}, " if row.row else ""
        yield f"  Line {_line(row)}: {told}{' '.join(row.text.split())}. {row.why}"


def _line(row: PreviewRow) -> int:
    """Return the number by which people find a row: its line, or in files without lines which row it is."""
    return row.position if row.line is None else row.line


def _plain(row: PreviewRow) -> dict[str, object]:
    return {
        "line": _line(row),
        "day": row.row.day if row.row else None,
        "amount": row.row.amount if row.row else None,
        "text": row.text,
        "why": row.why,
    }
