"""The result of reading a document, exactly as the extraction contract prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from data.schema import Box, Warning_

SCHEMA_VERSION = 1

Origin = Literal["model", "embedded", "derived", "memory", "person"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: a 1-based page and a box in points."""

    page: int
    box: Box

    def to_dict(self) -> dict[str, Any]:
        b = self.box
        return {"page": self.page, "x0": round(b.x0, 1), "y0": round(b.y0, 1),
                "x1": round(b.x1, 1), "y1": round(b.y1, 1)}  # fmt: skip

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Place:
        return cls(raw["page"], Box(raw["x0"], raw["y0"], raw["x1"], raw["y1"]))


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

    def to_dict(self, *, candidates: bool = False) -> dict[str, Any]:
        out = {
            "value": self.value,
            "text": self.text,
            "confidence": _rounded(self.confidence),
            "boxes": [b.to_dict() for b in self.boxes],
            "source": self.source,
        }
        return out | {"candidates": list(self.candidates)} if candidates and self.candidates else out

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Value:
        boxes = tuple(Place.from_dict(box) for box in raw["boxes"])
        others = tuple(raw.get("candidates", ()))
        return cls(raw["value"], raw["text"], raw["confidence"], boxes, raw["source"], candidates=others)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: kind is one of `data.fields.LINE_KINDS`."""

    kind: str
    page: int
    fields: dict[str, Value]
    """Line fields without the `line.` prefix. Sections, comments and charges have their text as description."""

    def to_dict(self, *, candidates: bool = False) -> dict[str, Any]:
        fields = {name: value.to_dict(candidates=candidates) for name, value in self.fields.items()}
        return {"kind": self.kind, "page": self.page, "fields": fields}

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Line:
        return cls(raw["kind"], raw["page"], _values(raw["fields"]))


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

    def to_dict(self, *, candidates: bool = False) -> dict[str, Any]:
        """The contract's JSON object; `parts` is there only where the file holds several documents.

        `candidates` adds the other readings to the values that have some; the contract has no place for them.
        """
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
            "fields": {name: value.to_dict(candidates=candidates) for name, value in self.fields.items()},
            "lines": [line.to_dict(candidates=candidates) for line in self.lines],
            "checks": [check.to_dict() for check in self.checks],
            "completeness": _rounded(self.completeness),
            "order_confidence": _rounded(self.order_confidence),
            "absent": {name: round(sure, 4) for name, sure in self.absent.items()},
        }
        return out | {"parts": [p.to_dict(candidates=candidates) for p in self.parts]} if self.parts else out

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Extraction:
        """What `to_dict` printed; printing it again gives the same. Raw scores were not printed and are None."""
        error, about, kind = raw["error"], raw["document"], raw["document_type"]
        return cls(
            file=raw["file"], sha256=raw["sha256"], status=raw["status"],
            error=None if error is None else Failure(**error),
            model_name=raw["model"]["name"], model_version=raw["model"]["version"],
            pages=about["pages"], language=about["language"], sources=tuple(about["source"]),
            legibility=about.get("legibility"),
            warnings=tuple(Warning_(**w) for w in about["warnings"]),
            document_type=kind["value"], document_type_confidence=kind["confidence"],
            fields=_values(raw["fields"]), lines=tuple(Line.from_dict(line) for line in raw["lines"]),
            checks=tuple(Check(**check) for check in raw["checks"]),
            completeness=raw["completeness"], order_confidence=raw["order_confidence"], absent=dict(raw["absent"]),
            parts=tuple(Part.from_dict(part) for part in raw.get("parts", ())),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One of several documents in a file."""

    pages: tuple[int, ...]
    """1-based pages of the file; places in `result` count so too."""
    result: Extraction

    def to_dict(self, *, candidates: bool = False) -> dict[str, Any]:
        return {"pages": list(self.pages), **self.result.to_dict(candidates=candidates)}

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Part:
        return cls(tuple(raw["pages"]), Extraction.from_dict(raw))


def _values(raw: dict[str, Any]) -> dict[str, Value]:
    return {name: Value.from_dict(value) for name, value in raw.items()}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
