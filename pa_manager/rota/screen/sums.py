"""What some days of the rota come to, as a table beneath a sentence."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pa_manager.rota.model import RotaSums, SumKind, SumLine
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.sizes import lay

_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class SumsTable(QWidget):
    """Hours and cost by PA, by money and by outcome, beside what was agreed for the days."""

    def __init__(self, label: str = "What it comes to", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Line()
        self._sentence.setObjectName("what it comes to in words")
        self._not_counted = Line("", "text", "soft")
        self._table = RowTable[SumLine](
            label,
            [
                Column("Of", lambda line: line.name, lambda line: (list(SumKind).index(line.kind), line.name)),
                Column("By", lambda line: line.kind.value),
                Column("Hours", lambda line: line.hours, lambda line: line.minutes, _RIGHT),
                Column("Cost", lambda line: str(line.cost), lambda line: line.cost, _RIGHT),
                Column("Agreed", lambda line: "" if line.agreed is None else str(line.agreed), _agreed, _RIGHT),
                Column("How it stands", lambda line: line.standing, tone=_tone),
            ],
            key=lambda line: (line.kind, line.number),
            empty="Once shifts are planned, their hours and cost stand here.",
            said=_said,
        )
        layout = QVBoxLayout(self)
        lay(layout, gap=8)
        for widget in (self._table, self._sentence, self._not_counted):
            layout.addWidget(widget)

    def show_sums(self, sums: RotaSums) -> None:
        """Show what some days come to."""
        self._sentence.setText(sums.sentence if sums.lines else "")
        self._sentence.setVisible(bool(sums.lines))
        self._not_counted.setText(sums.not_counted)
        self._not_counted.setVisible(bool(sums.not_counted))
        self._table.set_rows(sums.lines)

    @property
    def said(self) -> str:
        """What stands in words beneath the table."""
        return " ".join(filter(None, (self._sentence.text(), self._not_counted.text())))


def _agreed(line: SumLine) -> int:
    return -1 if line.agreed is None else line.agreed.pence


def _tone(line: SumLine) -> Tone | None:
    return "warn" if line.is_over else None


def _said(line: SumLine) -> str:
    agreed = "" if line.agreed is None else f"{line.agreed} agreed"
    return ", ".join(
        filter(None, (f"{line.kind.value} {line.name}", f"{line.hours} hours", f"{line.cost}", agreed, line.standing))
    )
