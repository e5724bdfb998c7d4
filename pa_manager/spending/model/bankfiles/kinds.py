"""What a file is, told from its first bytes, and the text it holds."""

from __future__ import annotations

import re
from typing import Final

from pa_manager.spending.model.bankfiles.files import FileKind
from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, note, refusal

LARGEST: Final = 20 * 1024 * 1024
"""The largest file that is read, in bytes. Ten years of the busiest account fit into a tenth of it."""

_OTHER_KINDS = (
    (b"%PDF", "pdf", "This is a PDF. Keep it as a receipt or statement, and download the list as CSV or OFX."),
    (b"PK", "zip", "This is an Excel file or a packed folder. Open it there and save the sheet as CSV."),
    (b"\xd0\xcf\x11\xe0", "xls", "This is an old Excel file. Open it there and save the sheet as CSV."),
    (b"\x89PNG", "picture", "This is a picture. Download the list from the bank as CSV or OFX."),
    (b"\xff\xd8\xff", "picture", "This is a photo. Download the list from the bank as CSV or OFX."),
)
_MARKS = (
    (
        b"\xef\xbb\xbf",
        "utf-8",
        WarningCode.BOM_STRIPPED,
        "The file starts with a mark for its letters, which is left out.",
    ),
    (b"\xff\xfe", "utf-16-le", WarningCode.ENCODING_UTF16, "The file is written in wide letters (UTF-16)."),
    (b"\xfe\xff", "utf-16-be", WarningCode.ENCODING_UTF16, "The file is written in wide letters (UTF-16)."),
)
_DTD = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class NotReadable(Exception):
    """Nothing can be read from the file; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.sentence)
        self.finding = finding


def text_of(content: bytes) -> tuple[str, tuple[Finding, ...]]:
    """Return the text a file holds, and what there is to say about its letters.

    Raises:
        NotReadable: The file is empty, too large, or no text.
    """
    if not content.strip():
        raise NotReadable(refusal(WarningCode.FILE_EMPTY, "This file is empty. Download it from the bank again."))
    if len(content) > LARGEST:
        raise NotReadable(
            refusal(WarningCode.FILE_TOO_LARGE, "This file is larger than 20 MB. Choose a shorter time at the bank.")
        )
    for start, kind, sentence in _OTHER_KINDS:
        if content.startswith(start):
            raise NotReadable(refusal(WarningCode.NOT_A_STATEMENT, sentence, kind=kind))
    for mark, encoding, code, sentence in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding), (note(code, sentence),)
    if b"\0" in content:
        raise NotReadable(_BINARY)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    found = note(WarningCode.ENCODING_CP1252, "The file is written in the older letters of Windows.")
    return _decoded(content, "cp1252"), (found,)


def kind_of(text: str) -> FileKind:
    """Return what a text is.

    Raises:
        NotReadable: It is written in a way that is never read, or is no list from a bank.
    """
    start = text.lstrip()[:4000]
    head = start.casefold()
    if head.startswith(("<html", "<!doctype html", "<table")):
        return FileKind.HTML_TABLE
    if head.startswith(("ofxheader", "<ofx")) or (head.startswith("<?") and "<ofx" in head):
        _refuse_dtd(text)
        return FileKind.OFX
    if head.startswith(("<?xml", "<document")):
        _refuse_dtd(text)
        if "camt.05" in head:
            return FileKind.CAMT
        sentence = "This file is no list of payments that is known here. Download it as CSV or OFX."
        raise NotReadable(refusal(WarningCode.NOT_A_STATEMENT, sentence, kind="xml"))
    if head.startswith(("!type", "!account", "!option")):
        return FileKind.QIF
    if head.startswith((":20:", "{1:")):
        sentence = "This is a list in a form for accountants (MT940). Download it as CSV or OFX."
        raise NotReadable(refusal(WarningCode.NOT_A_STATEMENT, sentence, kind="mt940"))
    if head.startswith("from:") and "\ndate:" in text.casefold().replace("\r", "\n"):
        return FileKind.SANTANDER_TEXT
    return FileKind.TABLE


_BINARY = refusal(
    WarningCode.NOT_A_STATEMENT, "This is no list from a bank. Download the list as CSV or OFX.", kind="binary"
)


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotReadable(_BINARY) from error


def _refuse_dtd(text: str) -> None:
    if _DTD.search(text):
        sentence = "This file holds hidden instructions that bank files never need. Download it from the bank again."
        raise NotReadable(refusal(WarningCode.XML_DTD, sentence))
