"""What was agreed beforehand: advice that is kept with money, with a kind of spending, or with both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NewType

from pa_manager.funding.model.kinds import ReturnLine
from pa_manager.funding.model.streams import StreamId
from pa_manager.holder.model import Advice
from pa_manager.values.errors import UserError

ConsentId = NewType("ConsentId", int)
NEW_CONSENT: Final = ConsentId(0)
"""The id of a consent that has not been kept yet."""


class ForNothing(UserError):
    """It was not said what was agreed to: no money, and no kind of spending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Advice that is kept with what it is about.

    Attributes:
        stream_id: The money; nothing, if it is for all of it.
        line: The kind of spending; nothing, if it is about the money itself.
    """

    id: ConsentId
    advice: Advice
    stream_id: StreamId | None = None
    line: ReturnLine | None = None

    def __post_init__(self) -> None:
        """Refuse a consent to nothing."""
        if self.stream_id is None and self.line is None:
            raise ForNothing("Choose the money, the kind of spending, or both that this is about.")

    @property
    def told(self) -> str:
        """What was said, by whom and when, in a line.

        Example: ``“Taxis to the pool are fine”, Priya Nair. In a letter, 3 March 2026``.
        """
        return f"“{self.advice.words}”, {self.advice.told}"


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent as it stands in a list, with what its money is called."""

    consent: Consent
    money: str

    @property
    def what(self) -> str:
        """The kind of spending that it is about."""
        return self.consent.line.words if self.consent.line else "The money itself"
