"""The result of reading a document, exactly as the extraction contract prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from data.schema import Box, Warning_

SCHEMA_VERSION = 1

Origin = Literal["model", "embedded", "derived", "memory"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: a 1-based page and a box in points."""

    page: int
    box: Box

    def to_dict(self) -> dict[str, Any]:
        b = self.box
        return {"page": self.page, "x0": round(b.x0, 1), "y0": round(b.y0, 1),
                "x1": round(b.x1, 1), "y1": round(b.y1, 1)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """One read value. `value` is normalised, `text` is what the page prints."""

    value: str
    text: str
    confidence: float | None = None
    """Calibrated probability that `value` is right; None where no calibration exists."""
    boxes: tuple[Place, ...] = ()
    source: Origin = "model"
    score: float | None = None
    """Mean raw probability of the words, before calibration; like the next two not part of the printed result."""
    lowest: float | None = None
    """Lowest raw probability among the words."""
    margin: float | None = None
    """Raw score less that of the next different candidate."""
    candidates: tuple[str, ...] = ()
    """Other values that were read for the field, likeliest first."""

    def to_dict(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "text": self.text,
            "confidence": None if self.confidence is None else round(self.confidence, 4),
            "boxes": [b.to_dict() for b in self.boxes],
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: kind is one of `data.fields.LINE_KINDS`."""

    kind: str
    page: int
    fields: dict[str, Value]
    """Line fields without the `line.` prefix. Sections, comments and charges have their text as description."""

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "page": self.page, "fields": {k: v.to_dict() for k, v in self.fields.items()}}


@dataclass(frozen=True, slots=True)
class Check:
    """One arithmetic or consistency check. `line` is the 0-based index into `lines`, None for the document."""

    code: str
    passed: bool
    message: str
    line: int | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "line": self.line, "passed": self.passed, "message": self.message}


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document was not read: a stable code, a sentence, and what to do."""

    code: str
    message: str
    hint: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "message": self.message, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document."""

    file: str
    sha256: str
    status: Literal["ok", "partial", "failed"] = "ok"
    error: Failure | None = None
    model_name: str = "default"
    model_version: str = ""
    pages: int = 0
    language: str | None = None
    sources: tuple[str, ...] = ()
    warnings: tuple[Warning_, ...] = ()
    legibility: float | None = None
    """Mean certainty of recognition of the words that were recognised; None where none was."""
    document_type: str | None = None
    document_type_confidence: float | None = None
    fields: dict[str, Value] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    checks: tuple[Check, ...] = ()
    completeness: float | None = None
    order_confidence: float | None = None
    parts: tuple[Part, ...] = ()
    """One for each document where a file holds several; then the other values are those of the first."""
    absent: dict[str, float] = field(default_factory=dict)
    """For fields that were not found, by qualified name: calibrated probability that the page does not show them.
    Line fields stand here when no line has a value of theirs."""

    def to_dict(self) -> dict[str, Any]:
        """The contract's JSON object; `parts` is there only where the file holds several documents."""
        out = {
            "schema_version": SCHEMA_VERSION,
            "file": self.file,
            "sha256": self.sha256,
            "status": self.status,
            "error": self.error.to_dict() if self.error else None,
            "model": {"name": self.model_name, "version": self.model_version},
            "document": {
                "pages": self.pages,
                "language": self.language,
                "source": list(self.sources),
                "warnings": [w.to_dict() for w in self.warnings],
                "legibility": _rounded(self.legibility),
            },
            "document_type": {"value": self.document_type, "confidence": _rounded(self.document_type_confidence)},
            "fields": {name: value.to_dict() for name, value in self.fields.items()},
            "lines": [line.to_dict() for line in self.lines],
            "checks": [check.to_dict() for check in self.checks],
            "completeness": _rounded(self.completeness),
            "order_confidence": _rounded(self.order_confidence),
            "absent": {name: round(sure, 4) for name, sure in self.absent.items()},
        }
        return out | {"parts": [part.to_dict() for part in self.parts]} if self.parts else out


@dataclass(frozen=True, slots=True)
class Part:
    """One of several documents in a file."""

    pages: tuple[int, ...]
    """1-based pages of the file; places in `result` count so too."""
    result: Extraction

    def to_dict(self) -> dict[str, Any]:
        return {"pages": list(self.pages), **self.result.to_dict()}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
