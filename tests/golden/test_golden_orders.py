"""What the shipped model reads of orders drawn up by hand, which come from no generator."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.readers import read
from models.extractor import Extractor
from training.metrics import judge, tallies

FOLDER = Path(__file__).parent / "erp_forms"
NAMES = sorted(p.stem for p in FOLDER.glob("*.pdf"))
HEADER, LINES = 0.85, 0.85
"""Least F1 over all of them. The figures of today's model are in docs/quality.md; this notices when reading breaks."""


@pytest.fixture(scope="module")
def results() -> dict[str, dict[str, Any]]:
    extractor = Extractor.load("default")
    return {n: extractor.extract(read((FOLDER / f"{n}.pdf").read_bytes(), f"{n}.pdf")).to_dict() for n in NAMES}


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.gold.json").read_text(encoding="utf-8"))
    return found


def test_fields_and_lines_are_read(results: dict[str, dict[str, Any]]) -> None:
    found = tallies(judge(results[name], gold(name)) for name in NAMES)
    assert (found["header"].f1 or 0) >= HEADER
    assert (found["line"].f1 or 0) >= LINES


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_there(name: str, results: dict[str, dict[str, Any]]) -> None:
    items = [line for line in results[name]["lines"] if line["kind"] == "item"]
    assert len(items) >= len(gold(name)["lines"])


def test_a_ligature_ends_no_word() -> None:
    document = read((FOLDER / "en_quickbooks.pdf").read_bytes(), "order.pdf")
    texts = {word.text for page in document.pages for word in page.words}
    assert {"Outfitters", "orders@gvoutfitters.com"} <= texts
    assert not {"Outfi", "tters"} & texts
