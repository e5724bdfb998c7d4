"""Papers kept with a timesheet: the sheet that came back signed, receipts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from pa_manager.timesheets.model.lines import TimesheetId, WorkedLineId

EvidenceId = NewType("EvidenceId", int)


class EvidenceKind(StrEnum):
    """What a paper shows. The words are stored: never change one."""

    SIGNED = "signed"
    RECEIPT = "receipt"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return _WORDS[self]


_WORDS: Final = {
    EvidenceKind.SIGNED: "The timesheet, signed",
    EvidenceKind.RECEIPT: "Receipt, or proof of a journey",
    EvidenceKind.OTHER: "Something else",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A paper kept with a timesheet, or with one line of it."""

    id: EvidenceId
    timesheet_id: TimesheetId
    line_id: WorkedLineId | None
    kind: EvidenceKind
    name: str
