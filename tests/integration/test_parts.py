"""Several orders in one file, with the shipped model: split, each its own result; one order is never torn apart."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pypdfium2
import pytest
from jsonschema import Draft202012Validator

from data.generate.compose import generate, labelled
from data.generate.options import Options
from data.generate.render import to_pdf
from data.result import Extraction
from data.schema import Document
from models.extractor import Extractor
from serving.pipeline import Pipeline
from serving.schema import result_schema
from serving.terminal import show

ORDERS = Options(kinds={"order": 1.0}, max_items=6)
LONG = Options(kinds={"order": 1.0}, max_items=45)
SEEDS = (950_000_101, 950_000_103, 950_000_104)


def made(seed: int, options: Options = ORDERS) -> Document:
    return labelled(generate(seed, split="heldout", options=options)).document


def bound(*documents: Document) -> Document:
    """The pages of several documents as one file."""
    pages = [page for document in documents for page in document.pages]
    return Document("bundle.pdf", "0" * 64, tuple(replace(page, number=k) for k, page in enumerate(pages, 1)))


@cache
def extractor() -> Extractor:
    return Extractor.load()


def read(document: Document) -> Extraction:
    return extractor().extract(document)


def values(result: Extraction) -> tuple[dict[str, str], list[dict[str, str]]]:
    fields = {name: value.value for name, value in result.fields.items()}
    return fields, [{name: value.value for name, value in line.fields.items()} for line in result.lines]


def test_each_order_of_a_file_reads_as_it_does_alone() -> None:
    singles = [made(seed) for seed in SEEDS]
    found = read(bound(*singles))
    lengths = [len(single.pages) for single in singles]
    assert [len(part.pages) for part in found.parts] == lengths
    assert [page for part in found.parts for page in part.pages] == list(range(1, sum(lengths) + 1))
    for part, single in zip(found.parts, singles, strict=True):
        assert values(part.result) == values(read(single))
        places = [place for value in part.result.fields.values() for place in value.boxes]
        assert {place.page for place in places} <= set(part.pages)
        assert {line.page for line in part.result.lines} <= set(part.pages)


def test_the_file_as_a_whole_is_partial_and_sure_of_nothing() -> None:
    found = read(bound(*map(made, SEEDS[:2])))
    assert found.status == "partial"
    assert found.order_confidence is None
    assert [warning.code for warning in found.warnings] == ["several_orders"]
    assert values(found) == values(found.parts[0].result)
    assert found.pages == sum(part.result.pages for part in found.parts)
    assert all(part.result.status == "ok" for part in found.parts)
    assert all(part.result.order_confidence is not None for part in found.parts)


def test_the_printed_result_holds_the_parts_and_fits_the_schema() -> None:
    printed: dict[str, Any] = read(bound(*map(made, SEEDS[:2]))).to_dict()
    Draft202012Validator(result_schema()).validate(printed)
    assert [part["pages"] for part in printed["parts"]] == [[1], [2]]
    assert set(printed["parts"][0]) == {"pages", *printed} - {"parts"}
    assert "parts" not in read(made(SEEDS[0])).to_dict()


def test_the_terminal_shows_every_part() -> None:
    found, out = read(bound(*map(made, SEEDS[:2]))), io.StringIO()
    show(found, out)
    for part in found.parts:
        assert part.result.fields["order_number"].value in out.getvalue()


def test_a_pdf_of_several_orders_through_the_pipeline() -> None:
    whole = pypdfium2.PdfDocument.new()
    for seed in SEEDS[:2]:
        whole.import_pages(pypdfium2.PdfDocument(to_pdf(generate(seed, split="heldout", options=ORDERS).sheets)))
    out = io.BytesIO()
    whole.save(out)
    result, document = Pipeline.load().extract(out.getvalue(), "bundle.pdf")
    assert document is not None
    assert [part.pages for part in result.parts] == [(1,), (2,)]


@pytest.mark.parametrize("seed", range(960_000_000, 960_000_012))
def test_an_order_of_many_pages_stays_whole(seed: int) -> None:
    document = made(seed, LONG)
    found = read(document)
    assert found.parts == ()
    assert "several_orders" not in {warning.code for warning in found.warnings}
    assert found.pages == len(document.pages)
