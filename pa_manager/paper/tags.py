"""How a page is read aloud: a tree of headings, paragraphs, lists and tables behind the marks on paper.

ReportLab knows nothing of such trees, so this writes them itself: marks around what is drawn (``Pen``), and at the
end the tree that names them. It is the part of PDF called "tagged" (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol, cast
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

_UNFIT_FOR_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Page(Protocol):
    """What we ask of a page of ReportLab; the names are its own."""

    __NoDefault__: list[str]
    StructParents: int
    Tabs: object


class _Pages(Protocol):
    pages: list[_Page]


class _Catalog(Protocol):
    StructTreeRoot: PDFObject
    MarkInfo: PDFObject
    Metadata: PDFObject


class _Document(Protocol):
    Pages: _Pages
    Catalog: _Catalog

    def Reference(self, thing: object) -> PDFObject: ...  # noqa: N802 - ReportLab's own name


@dataclass(slots=True, eq=False)
class Tag:
    """One element of the tree: what it is, what is in it, and where its marks are (page and number)."""

    name: str
    parent: Tag | None = None
    kids: list[Tag | tuple[int, int]] = field(default_factory=list)
    said: str = ""
    scope: str = ""

    def add(self, name: str, *, said: str = "", scope: str = "") -> Tag:
        """Return a new element at the end of this one.

        ``said`` is read in place of what is drawn; ``scope`` says whether a heading cell heads a column or a row.
        """
        kid = Tag(name, self, said=said, scope=scope)
        self.kids.append(kid)
        return kid


class Marker:
    """Sets marks around what is drawn on a canvas, and writes the tree they belong to."""

    def __init__(self, canvas: Canvas) -> None:
        self.root = Tag("Document")
        self._canvas = canvas
        self._page: list[Tag] = []
        self._pages: list[list[Tag]] = []

    @contextmanager
    def part_of(self, tag: Tag) -> Iterator[None]:
        """Mark what is drawn meanwhile as part of an element."""
        number = len(self._page)
        self._page.append(tag)
        tag.kids.append((len(self._pages), number))
        self._canvas.addLiteral(f"/{tag.name} <</MCID {number}>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def decoration(self, kind: str = "Layout") -> Iterator[None]:
        """Mark what is drawn meanwhile as something not to be read: rules, shading, the foot of the page."""
        self._canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    def end_page(self) -> None:
        """Close the page, and note which marks it bears."""
        self._canvas.showPage()
        page = _document(self._canvas).Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages)
        page.Tabs = PDFName("S")
        self._pages.append(self._page)
        self._page = []

    def write_tree(self, *, title: str, language: str) -> None:
        """Lay the tree, and what the whole is called, into the document."""
        document = _document(self._canvas)
        _without_empty(self.root)
        catalog = document.Catalog
        catalog.StructTreeRoot = _Tree(document, self.root, self._pages).top
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = PDFStream(
            dictionary=PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
            content=_metadata(title, language).encode(),
            filters=[],
        )


class _Written(PDFObject):
    """An object of the file that is put into words only when the file is written, when all numbers are known."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[], str]) -> None:
        self._write = write

    def format(self, _document: _Document) -> bytes:
        """Return the object as it stands in the file."""
        return self._write().encode("latin-1")


class _Tree:
    """The tree as objects of the document: one for every element, one for the root, one that leads from marks back."""

    def __init__(self, document: _Document, root: Tag, marked: list[list[Tag]]) -> None:
        self._document = document
        self._marked = marked
        self._pages = [document.Reference(page) for page in document.Pages.pages]
        self._numbers: dict[int, str] = {}
        marks = document.Reference(_Written(self._marks))
        self.top = document.Reference(_Written(lambda: self._root(root, marks)))
        self._objects = {id(tag): document.Reference(_Written(partial(self._element, tag))) for tag in _all(root)}

    def _root(self, root: Tag, marks: PDFObject) -> str:
        return (
            f"<</Type /StructTreeRoot /K [{self._number(root)}] /ParentTree {_said(marks, self._document)}"
            f" /ParentTreeNextKey {len(self._marked)}>>"
        )

    def _marks(self) -> str:
        lines = (f"{page} [{' '.join(map(self._number, tags))}]" for page, tags in enumerate(self._marked))
        return "<</Nums [" + "\n".join(lines) + "]>>"

    def _element(self, tag: Tag) -> str:
        on = {kid[0] for kid in tag.kids if not isinstance(kid, Tag)}
        page = next(iter(on)) if len(on) == 1 else None
        parent = self._number(tag.parent) if tag.parent else _said(self.top, self._document)
        parts = [f"/S /{tag.name} /P {parent}"]
        if page is not None:
            parts.append(f"/Pg {self._page(page)}")
        if tag.said:
            parts.append(f"/Alt {_said(PDFString(tag.said), self._document)}")
        if tag.scope:
            parts.append(f"/A <</O /Table /Scope /{tag.scope}>>")
        if tag.name == "L":
            parts.append("/A <</O /List /ListNumbering /Disc>>")
        kids = " ".join(self._kid(kid, on_one_page=page is not None) for kid in tag.kids)
        return f"<<{' '.join(parts)} /K [{kids}]>>"

    def _kid(self, kid: Tag | tuple[int, int], *, on_one_page: bool) -> str:
        if isinstance(kid, Tag):
            return self._number(kid)
        page, mark = kid
        return str(mark) if on_one_page else f"<</Type /MCR /Pg {self._page(page)} /MCID {mark}>>"

    def _number(self, tag: Tag) -> str:
        key = id(tag)
        if key not in self._numbers:
            self._numbers[key] = _said(self._objects[key], self._document)
        return self._numbers[key]

    def _page(self, page: int) -> str:
        return _said(self._pages[page], self._document)


def _all(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _all(kid)


def _without_empty(tag: Tag) -> None:
    """Leave out elements in which nothing was drawn; cells stay, for a table needs them."""
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _without_empty(kid)
    tag.kids = [kid for kid in tag.kids if not isinstance(kid, Tag) or kid.kids or kid.name in {"TD", "TH"}]


def _said(value: PDFObject, document: _Document) -> str:
    return cast("bytes", pdfdoc.format(value, document)).decode("latin-1")


def _document(canvas: Canvas) -> _Document:
    return cast("_Document", canvas._doc)  # type: ignore[attr-defined] # noqa: SLF001 - no other way to the catalogue


def _metadata(title: str, language: str) -> str:
    """Return the title and the language as XMP. It claims no standard: no checker of PDF/UA has seen these pages."""
    named = escape(_UNFIT_FOR_XML.sub("", title))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{named}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
