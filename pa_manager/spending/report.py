"""Letters to whoever pays, as PDF."""

from datetime import date

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import Block, gap, heading, keep_together, sentence, signature_line
from pa_manager.spending.model.letters import Letter
from pa_manager.values.days import said


def letter_pdf(letter: Letter, *, made_on: date, large: bool = False) -> bytes:
    """Return a letter as a PDF: who writes, the day, who it goes to, what it is about, and a line to sign."""
    story: list[Block] = [
        sentence(letter.sender),
        gap(6),
        sentence(said(made_on)),
        gap(6),
        sentence(letter.to),
        gap(4),
        heading(letter.subject),
        *(sentence(part) for part in letter.words.split("\n\n")),
        keep_together(gap(12), signature_line("Signature"), sentence(letter.signed)),
    ]
    return pdf(letter.subject, letter.subject, story, large=large)
