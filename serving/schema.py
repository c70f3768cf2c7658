"""JSON Schema of the result, made from the field catalogue: published at `/v1/schema` and inside the OpenAPI document.

Objects are open (a later version may add names), names that exist are fixed and typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.fields import DOCUMENT_TYPES, HEADER, LINE, LINE_KINDS, Field
from data.result import SCHEMA_VERSION

Schema = dict[str, Any]

NUMBER = r"^-?\d+(\.\d+)?$"
_PATTERNS = {"date": r"^\d{4}-\d{2}-\d{2}$", "amount": NUMBER, "number": NUMBER, "currency": r"^[A-Z]{3}$"}
_MEANINGS = {
    "date": "YYYY-MM-DD", "amount": "plain decimal, digits as printed", "number": "plain decimal, digits as printed",
    "currency": "ISO 4217", "unit": "UN/ECE Rec 20 code where known, else as printed",
}  # fmt: skip


def result_schema() -> Schema:
    """The result as one self-contained JSON Schema (2020-12)."""
    defs = definitions("#/$defs/")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ordermill extraction result",
        **defs.pop("Extraction"),
        "$defs": defs,
    }


def definitions(base: str) -> dict[str, Schema]:
    """Every object of the result by name, references starting with `base`."""

    def ref(name: str) -> Schema:
        return {"$ref": base + name}

    confidence = {**_nullable("number"), "minimum": 0, "maximum": 1,
                  "description": "calibrated probability; null where no calibration exists"}  # fmt: skip
    result: Schema = {
        "schema_version": {"const": SCHEMA_VERSION},
        "file": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^([0-9a-f]{64})?$", "description": "empty if it was not opened"},
        "status": {"enum": ["ok", "partial", "failed"]},
        "error": {"anyOf": [ref("Error"), {"type": "null"}]},
        "model": _object({"name": {"type": "string"}, "version": {"type": "string"}}),
        "document": ref("DocumentInfo"),
        "document_type": _object({"value": {"enum": [*DOCUMENT_TYPES, None]}, "confidence": confidence}),
        "fields": _fields(HEADER, ref),
        "lines": {"type": "array", "items": ref("Line")},
        "checks": {"type": "array", "items": ref("Check")},
        "completeness": {**confidence, "description": "how sure it is that no line is missing"},
        "order_confidence": {**confidence, "description": "that no critical field is wrong or missing"},
        "absent": {"type": "object", "additionalProperties": confidence,
                   "description": "for fields that were not found: how sure it is that the page lacks them"},
    }  # fmt: skip
    pages = {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 1,
             "description": "pages of the file; those of boxes and lines count so too"}  # fmt: skip
    parts = {"type": "array", "items": _object({"pages": pages, **result}), "minItems": 2,
             "description": "only where the file holds several documents: each with its own result"}  # fmt: skip
    whole = _object(result)
    whole["properties"]["parts"] = parts
    defs = {
        "Extraction": whole,
        "Error": _object({
            "code": {"type": "string", "description": "stable, for programs"},
            "message": {"type": "string"},
            "hint": {"type": "string", "description": "what to do"},
        }),
        "DocumentInfo": _object({
            "pages": {"type": "integer", "minimum": 0},
            "language": _nullable("string"),
            "source": {"type": "array", "items": {"enum": ["text", "ocr", "form", "mixed", "empty", "embedded"]}},
            "warnings": {"type": "array", "items": ref("Warning")},
            "legibility": {**confidence, "description": "mean certainty of recognised words; null where none was"},
        }),
        "Warning": _object({
            "code": {"type": "string"}, "message": {"type": "string"}, "page": {**_nullable("integer"), "minimum": 1},
        }),
        "Box": _object({
            "page": {"type": "integer", "minimum": 1},
            **{side: {"type": "number", "description": "points of the displayed page"}
               for side in ("x0", "y0", "x1", "y1")},
        }),
        "Line": _object({
            "kind": {"enum": list(LINE_KINDS)},
            "page": {"type": "integer", "minimum": 0},
            "fields": _fields(LINE, ref),
        }),
        "Check": _object({
            "code": {"type": "string"},
            "line": {**_nullable("integer"), "minimum": 0, "description": "0-based index into lines"},
            "passed": {"type": "boolean"},
            "message": {"type": "string"},
        }),
        "Value": _object({
            "value": {"type": "string"},
            "text": {"type": "string", "description": "exactly what the page prints"},
            "confidence": confidence,
            "boxes": {"type": "array", "items": ref("Box")},
            "source": {"enum": ["model", "embedded", "derived", "memory", "person"]},
        }),
    }  # fmt: skip
    for kind in _MEANINGS:
        defs[_value_name(kind)] = _value_of(kind, ref("Value"))
    return defs


def _fields(catalogue: tuple[Field, ...], ref: Callable[[str], Schema]) -> Schema:
    """An object with the fields of `catalogue`, none required: what is not on the page is absent."""
    properties = {f.name: {**ref(_value_name(f.kind)), "title": f.title} for f in catalogue}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _value_name(kind: str) -> str:
    return kind.capitalize() + "Value" if kind in _MEANINGS else "Value"


def _value_of(kind: str, base: Schema) -> Schema:
    value: Schema = {"type": "string", "description": _MEANINGS[kind]}
    if kind in _PATTERNS:
        value["pattern"] = _PATTERNS[kind]
    return {"allOf": [base, {"properties": {"value": value}}]}


def _object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _nullable(kind: str) -> Schema:
    return {"type": [kind, "null"]}
