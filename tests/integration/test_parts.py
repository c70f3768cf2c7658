"""Several orders in one file, with the shipped model: split, each its own result; one order is never torn apart."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import pypdfium2
import pytest
from jsonschema import Draft202012Validator

from data.readers import read as read_file
from data.result import Extraction
from data.schema import Document
from models.extractor import Extractor
from serving.pipeline import Pipeline
from serving.schema import result_schema
from serving.terminal import show
from tests.sheets import page

SAMPLES = files("data") / "samples"
BUNDLES = (("02-en", "03-de", "01-pl"), ("06-it", "03-de", "07-nl", "09-de"), ("01-pl", "07-nl"))
TERMS = [
    "General terms and conditions of purchase",
    "1. These terms apply to all orders unless both parties have agreed otherwise in writing.",
    "2. Invoices are to be sent in duplicate and are paid within 30 days net after receipt of the goods.",
    "3. Deliveries are made at the risk of the supplier. Delays are to be announced at once.",
    "4. A penalty of 0.5 % of the value of the order is due for each week of delay, at most 5 %.",
    "5. The supplier warrants that the goods are free from defects for a period of 24 months.",
    "6. The place of jurisdiction is the seat of the buyer.",
]


def content(name: str) -> bytes:
    return (SAMPLES / f"sample-{name}.pdf").read_bytes()


@cache
def sample(name: str) -> Document:
    return read_file(content(name), f"{name}.pdf")


def bound(*documents: Document) -> Document:
    """The pages of several documents as one file."""
    pages = [sheet for document in documents for sheet in document.pages]
    return Document("bundle.pdf", "0" * 64, tuple(replace(sheet, number=k) for k, sheet in enumerate(pages, 1)))


@cache
def extractor() -> Extractor:
    return Extractor.load()


def read(document: Document) -> Extraction:
    return extractor().extract(document)


def values(result: Extraction) -> tuple[dict[str, str], list[dict[str, str]]]:
    fields = {name: value.value for name, value in result.fields.items()}
    return fields, [{name: value.value for name, value in line.fields.items()} for line in result.lines]


@pytest.mark.parametrize("names", BUNDLES)
def test_each_order_of_a_file_reads_as_it_does_alone(names: tuple[str, ...]) -> None:
    singles = [sample(name) for name in names]
    found = read(bound(*singles))
    lengths = [len(single.pages) for single in singles]
    assert [len(part.pages) for part in found.parts] == lengths
    assert [number for part in found.parts for number in part.pages] == list(range(1, sum(lengths) + 1))
    for part, single in zip(found.parts, singles, strict=True):
        assert values(part.result) == values(read(single))
        places = [place for value in part.result.fields.values() for place in value.boxes]
        assert {place.page for place in places} <= set(part.pages)
        assert {line.page for line in part.result.lines} <= set(part.pages)


def test_the_file_as_a_whole_is_partial_and_sure_of_nothing() -> None:
    found = read(bound(sample("02-en"), sample("03-de")))
    assert found.status == "partial"
    assert found.order_confidence is None
    assert [warning.code for warning in found.warnings] == ["several_orders"]
    assert values(found) == values(found.parts[0].result)
    assert found.pages == sum(part.result.pages for part in found.parts)
    assert all(part.result.status == "ok" for part in found.parts)
    assert all(part.result.order_confidence is not None for part in found.parts)


def test_the_printed_result_holds_the_parts_and_fits_the_schema() -> None:
    printed: dict[str, Any] = read(bound(sample("02-en"), sample("03-de"))).to_dict()
    Draft202012Validator(result_schema()).validate(printed)
    assert [part["pages"] for part in printed["parts"]] == [[1, 2], [3, 4]]
    assert set(printed["parts"][0]) == {"pages", *printed} - {"parts"}
    assert "parts" not in read(sample("02-en")).to_dict()


def test_the_terminal_shows_every_part() -> None:
    found, out = read(bound(sample("02-en"), sample("03-de"))), io.StringIO()
    show(found, out)
    for part in found.parts:
        assert part.result.fields["order_number"].value in out.getvalue()


def test_a_pdf_of_several_orders_through_the_pipeline() -> None:
    whole = pypdfium2.PdfDocument.new()
    for name in ("02-en", "03-de"):
        whole.import_pages(pypdfium2.PdfDocument(content(name)))
    out = io.BytesIO()
    whole.save(out)
    result, document = Pipeline.load().extract(out.getvalue(), "bundle.pdf")
    assert document is not None
    assert [part.pages for part in result.parts] == [(1, 2), (3, 4)]


@pytest.mark.parametrize("name", ["02-en", "03-de"])
def test_an_order_of_several_pages_stays_whole(name: str) -> None:
    assert len(sample(name).pages) == 2
    found = read(sample(name))
    assert found.parts == ()
    assert "several_orders" not in {warning.code for warning in found.warnings}


@pytest.mark.parametrize("name", ["01-pl", "02-en", "03-de", "04-fr", "07-nl"])
def test_pages_of_terms_add_nothing_and_take_nothing(name: str) -> None:
    order = sample(name)
    found = read(bound(order, Document("terms.pdf", "", (page(TERMS), page(TERMS[2:])))))
    assert found.parts == ()
    assert values(found) == values(read(order))


def test_copies_of_one_order_are_one_document() -> None:
    """An original and its copy: the same number twice."""
    assert read(bound(sample("02-en"), sample("02-en"))).parts == ()
