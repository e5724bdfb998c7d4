"""Papers for an assistant, as PDF."""

from datetime import date

from pa_manager.assistants.model import BY_HAND, NOT_ADVICE, Draft
from pa_manager.paper.pages import pdf
from pa_manager.paper.style import (
    Block,
    gap,
    heading,
    keep_together,
    note,
    sentence,
    signature_line,
    subheading,
    title_line,
)
from pa_manager.values.days import said


def paper_pdf(draft: Draft, *, made_on: date, large: bool = False) -> bytes:
    """Return a paper as a PDF. What is not known is named, with a line to fill it in by hand."""
    story: list[Block] = [title_line(draft.kind.words), note(said(made_on))]
    if draft.kind.for_vacancy:
        story = [title_line(draft.about), note(draft.kind.words)]
    for item in draft.items:
        if not item.text and draft.kind.for_vacancy and item.key not in BY_HAND:
            continue
        if item.text:
            story.append(keep_together(subheading(item.heading), sentence(item.text)))
        else:
            story.append(keep_together(subheading(item.heading), signature_line("To fill in by hand")))
    if draft.kind.signed_by_both:
        last_words = story.pop()
        story.append(
            keep_together(
                last_words,
                heading("Signed"),
                signature_line("The employer", "Date"),
                gap(4),
                signature_line("The employee", "Date"),
            )
        )
    if not draft.kind.for_vacancy:
        story.append(note(NOT_ADVICE))
    title = f"{draft.kind.words}, {draft.about}"
    return pdf(title, title, story, large=large)
