"""Bands that say what is worth knowing about pay: what is fine, what to look at, what must be put right."""

from collections.abc import Sequence
from typing import Final

from pa_manager.pay.model import Finding, FindingKind
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.words import Band

_TONES: Final[dict[FindingKind, Tone]] = {
    FindingKind.FINE: "good",
    FindingKind.BELOW_MINIMUM: "bad",
    FindingKind.NO_RATE: "bad",
    FindingKind.NO_CONTRACT: "bad",
}


def tone_of(findings: Sequence[Finding]) -> Tone:
    """Return the tone of the gravest of some findings."""
    tones = {_TONES.get(each.kind, "warn") for each in findings}
    return "bad" if "bad" in tones else "warn" if "warn" in tones else "good"


class FindingBands:
    """One band for each tone, the gravest first. Those with nothing to say are out of sight."""

    def __init__(self) -> None:
        self.bands: dict[Tone, Band] = {"bad": Band("bad"), "warn": Band("warn"), "good": Band("good")}
        for tone, band in self.bands.items():
            band.sentence.setObjectName(f"findings {tone}")

    def show(self, findings: Sequence[Finding]) -> None:
        """Show the findings, each in the band of its tone: the first as its sentence, the others beneath."""
        for tone, band in self.bands.items():
            found = [each for each in findings if _TONES.get(each.kind, "warn") == tone]
            if not found:
                band.hide()
                continue
            first, *others = found
            more = [f"{each.sentence} {each.way_out}".strip() for each in others]
            band.show(first.sentence, "\n".join(filter(None, (first.way_out, *more))))
