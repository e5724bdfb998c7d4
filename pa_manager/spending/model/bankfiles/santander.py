"""Santander's two own forms: a list of blocks as text, and a table of a web page that is named Excel."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from pa_manager.spending.model.bankfiles.findings import WarningCode, refusal
from pa_manager.spending.model.bankfiles.kinds import NotReadable

_PARTS = ("date", "description", "amount", "balance")
_MASKED = re.compile(r"\bX[X ]*\d{4}\b")


def table_from_blocks(text: str) -> tuple[str, list[int]]:
    """Return the blocks of a text as a table, and for each of its lines the line of the file it was on."""
    lines = text.replace("\u00a0", " ").splitlines()
    account = next((found[0] for line in lines if (found := _MASKED.search(line))), "")
    made = [_joined([account, "", "", ""]), _joined(["Date", "Description", "Amount", "Balance"])]
    numbers = [1, 1]
    block: dict[str, str] = {}
    start = 0
    for number, line in enumerate(lines, start=1):
        name, _, value = line.partition(":")
        part = name.strip().casefold()
        if part == "date":
            start = number
            block = {}
        if part in _PARTS:
            block[part] = value.strip()
        if part == "balance":
            made.append(_joined([block.get(part, "") for part in _PARTS]))
            numbers.append(start)
    return "\n".join(made), numbers


def table_from_html(text: str) -> tuple[str, list[int]]:
    """Return the table of a web page as a table, and for each of its lines the line of the file it was on.

    Raises:
        NotReadable: The page holds no list of payments: often it is the bank's log-in page.
    """
    parser = _Rows()
    parser.feed(text)
    made: list[str] = []
    numbers: list[int] = []
    for number, cells in parser.rows:
        made.append(_joined(cells))
        numbers.append(number)
    if not any("date" in line.casefold() and "balance" in line.casefold() for line in made):
        sentence = "This is a web page without a list of payments. Log in to the bank and download the file again."
        raise NotReadable(refusal(WarningCode.NOT_A_STATEMENT, sentence, kind="html"))
    return "\n".join(made), numbers


def _joined(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


class _Rows(HTMLParser):
    """Gathers the cells of every table row, with the line of the file it starts on."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[int, list[str]]] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; a cell that spans columns is followed by empty ones."""
        if tag == "tr":
            self.rows.append((self.getpos()[0], []))
        elif tag in {"td", "th"} and self.rows:
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        """Keep a cell that ends."""
        if tag in {"td", "th"} and self._cell is not None:
            self.rows[-1][1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        """Gather the words inside a cell."""
        if self._cell is not None:
            self._cell.append(data)
