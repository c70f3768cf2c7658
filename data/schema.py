"""The one frozen `Document` type: what every reader makes and everything else consumes.

Coordinates are PDF points (1/72 inch) of the *displayed* page: /Rotate and CropBox are already
applied, the origin is the top left corner, x grows to the right and y downwards. A `Document` holds
only what is printed; what it means (fields, lines) is an `data.result.Extraction`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:  # layoutparser lives in the full installation only
    from layoutparser import Layout

Source = Literal["text", "ocr", "form"]
"""Where a word came from: the PDF's text layer, optical recognition, or a form field's value."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points of the displayed page, origin top left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.y0 + self.y1) / 2

    def union(self, other: Box) -> Box:
        return Box(
            min(self.x0, other.x0), min(self.y0, other.y0),
            max(self.x1, other.x1), max(self.y1, other.y1),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A run of printed characters without white space."""

    text: str
    box: Box
    size: float = 10.0
    """Font size in points; for OCR words the height of the box scaled to a font size."""
    bold: bool = False
    source: Source = "text"
    confidence: float | None = None
    """The OCR engine's own score, 0 to 1; None for text that was not recognised but read, 0 where the page shows
    another number than that text."""


@dataclass(frozen=True, slots=True)
class Warning_:
    """Something about the document that a person should know. `page` is 1-based, None for the whole file."""

    code: str
    message: str
    page: int | None = None

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Page:
    """One displayed page. `words` are in reading order (top to bottom, left to right by visual row)."""

    number: int
    """1-based position in the file."""
    width: float
    height: float
    words: tuple[Word, ...] = ()
    source: Literal["text", "ocr", "mixed", "empty"] = "text"
    label: str | None = None
    """The page label the file gives (iii, A-4), None when it gives none."""
    health: float = 1.0
    """0 to 1: how plausible the text layer was (see `data.readers.health`)."""
    angle: float = 0.0
    """Degrees by which the page was turned, clockwise, to be read upright (scans)."""
    tilt: float = 0.0
    """Degrees by which the lines slant, clockwise, on the displayed page (scans); see `data.tilt`."""
    rules: tuple[Box, ...] = ()
    """Horizontal lines drawn on the page (`data.readers.drawn`), from top to bottom; none known of scans."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Structured data that came with the document (Order-X, Factur-X, ZUGFeRD, UBL)."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """A document as printed. Immutable: every step makes a new object."""

    file: str
    """Name as given by the sender, without folders."""
    sha256: str
    pages: tuple[Page, ...] = ()
    warnings: tuple[Warning_, ...] = ()
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)

    @property
    def words(self) -> tuple[Word, ...]:
        """All words of all pages, in page order."""
        return tuple(word for page in self.pages for word in page.words)

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready copy without attachments; `from_dict` reverses it."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "warnings": [w.to_dict() for w in self.warnings],
            "pages": [_page_to_dict(page) for page in self.pages],
        }

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Document:
        return cls(
            file=raw["file"],
            sha256=raw["sha256"],
            warnings=tuple(Warning_(**w) for w in raw["warnings"]),
            pages=tuple(_page_from_dict(p) for p in raw["pages"]),
        )

    def to_layout(self, page: int) -> Layout:
        """Page `page` (1-based) as a layoutparser `Layout`. Needs the full installation."""
        from data.layout import to_layout

        return to_layout(self.pages[page - 1])


def _page_to_dict(page: Page) -> dict[str, Any]:
    out: dict[str, Any] = {
        "number": page.number, "width": page.width, "height": page.height, "source": page.source,
        "label": page.label, "health": page.health, "angle": page.angle, "tilt": page.tilt,
    }  # fmt: skip
    out["words"] = [
        [w.text, w.box.x0, w.box.y0, w.box.x1, w.box.y1, w.size, w.bold, w.source, w.confidence] for w in page.words
    ]
    if page.rules:
        out["rules"] = [[r.x0, r.y0, r.x1, r.y1] for r in page.rules]
    return out


def _page_from_dict(raw: dict[str, Any]) -> Page:
    words = tuple(
        Word(text, Box(x0, y0, x1, y1), size, bold, source, confidence)
        for text, x0, y0, x1, y1, size, bold, source, confidence in raw["words"]
    )
    rules = tuple(Box(*rule) for rule in raw.get("rules", ()))
    return Page(**{**raw, "words": words, "rules": rules})
