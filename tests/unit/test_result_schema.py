"""The published JSON Schema against the contract: names, types, and what it must refuse."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from data.fields import HEADER, LINE
from serving.schema import definitions, result_schema
from tests.standin import ORDER, pdf, pipeline

SCHEMA = Draft202012Validator(result_schema())
VALUE = {"value", "text", "confidence", "boxes", "source"}


def read(*lines: str) -> dict[str, Any]:
    return pipeline().extract(pdf(*lines), "order.pdf")[0].to_dict()


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(result_schema())


def test_a_result_has_the_names_of_the_contract() -> None:
    result = read(*ORDER)
    SCHEMA.validate(result)
    assert set(result) == {
        "schema_version", "file", "sha256", "status", "error", "model", "document", "document_type", "fields", "lines",
        "checks", "completeness", "order_confidence", "absent",
    }  # fmt: skip
    assert set(result["document"]) == {"pages", "language", "source", "warnings", "legibility"}
    assert set(result["fields"]["order_number"]) == VALUE
    assert set(result["fields"]["order_number"]["boxes"][0]) == {"page", "x0", "y0", "x1", "y1"}
    assert set(result["lines"][0]) == {"kind", "page", "fields"}
    assert set(result["checks"][0]) == {"code", "line", "passed", "message"}


def test_a_failed_result_is_valid_and_says_why() -> None:
    result = pipeline().extract(b"", "empty.pdf")[0].to_dict()
    SCHEMA.validate(result)
    assert result["status"] == "failed"
    assert set(result["error"]) == {"code", "message", "hint"}


def test_every_field_of_the_catalogue_is_described() -> None:
    schema = result_schema()
    assert list(schema["properties"]["fields"]["properties"]) == [f.name for f in HEADER]
    assert list(schema["$defs"]["Line"]["properties"]["fields"]["properties"]) == [f.name for f in LINE]


def _field(result: dict[str, Any], name: str, **changes: Any) -> None:
    result["fields"][name] = {**result["fields"]["order_number"], **changes}


SPOILT: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a date in local order": lambda r: _field(r, "order_date", value="02.03.2026"),
    "a number with a comma": lambda r: _field(r, "total_net", value="58,00"),
    "a number with groups": lambda r: _field(r, "total_net", value="1 058.00"),
    "a currency sign": lambda r: _field(r, "currency", value="€"),
    "a confidence above one": lambda r: _field(r, "order_number", confidence=1.2),
    "an unknown source": lambda r: _field(r, "order_number", source="guess"),
    "an unknown field": lambda r: _field(r, "order_nr"),
    "a value that is no string": lambda r: _field(r, "order_number", value=118),
    "an unknown kind of line": lambda r: r["lines"][0].update(kind="row"),
    "a missing name": lambda r: r.pop("checks"),
    "a status nobody knows": lambda r: r.update(status="good"),
    "a page number of zero in a box": lambda r: r["fields"]["order_number"]["boxes"][0].update(page=0),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=list(SPOILT))
def test_the_schema_refuses(spoil: Callable[[dict[str, Any]], Any]) -> None:
    result = copy.deepcopy(read(*ORDER))
    spoil(result)
    assert not SCHEMA.is_valid(result)


def test_the_openapi_parts_refer_to_each_other() -> None:
    parts = definitions("#/components/schemas/")
    named = {part.rsplit("/", 1)[1] for part in _references(parts)}
    assert named <= set(parts)


def _references(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [r for child in node.values() for r in _references(child)]
    return [r for child in node for r in _references(child)] if isinstance(node, list) else []
