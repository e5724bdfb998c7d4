"""The recovery code on paper, to be put where only the right people find it."""

from dataclasses import dataclass
from datetime import date

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import (
    Block,
    band,
    bullets,
    facts,
    gap,
    heading,
    large_line,
    sentence,
    subheading,
    title_line,
)
from pa_manager.values.days import said


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPage:
    """All that the printed page says."""

    for_whom: str
    file_name: str
    code: str
    made_on: date


def recovery_pdf(page: RecoveryPage, *, large: bool = False) -> bytes:
    """Return the page as a PDF, in large print if wished."""
    story: list[Block] = [
        title_line("Recovery code"),
        sentence(f"This code opens the PA Manager file of {page.for_whom} if the password is lost."),
        gap(4),
        facts([("File", page.file_name), ("Made on", said(page.made_on))]),
        gap(4),
        subheading("The code"),
        large_line(page.code.replace("-", "  ")),
        gap(4),
        band(
            "Keep this page safe: whoever has the file and this code can read everything in it.",
            "Put it where you keep a passport or a will. Do not keep it beside the computer.",
        ),
        heading("How to use it"),
        bullets(
            [
                "Start PA Manager, choose the file, then choose “Use the recovery code instead”.",
                "Type the 25 letters and figures. Spaces, dashes and small letters do no harm.",
                "Choose a new password. This code stays good until a new one is made.",
            ]
        ),
        heading("Good to know"),
        bullets(
            [
                "There is no letter O, I, L or U in it: what looks like one is a nought or a one.",
                "Without the password and this code nobody can open the file, not even those who made the program.",
                "If this page is lost, make a new code under “Password and recovery code”. This one is then void.",
            ]
        ),
    ]
    return pdf("Recovery code", f"Recovery code for {page.for_whom}", story, large=large)
