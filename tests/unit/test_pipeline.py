"""The pipeline answers for every document; nothing of a document reaches the log."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace

import pytest

from data.embedded import read as read_embedded
from data.errors import DocumentLimit, SetupError
from data.readers import read
from data.schema import Document, Warning_
from serving.pipeline import Pipeline, clean_name
from tests.standin import ORDER, StandIn, pdf, pipeline


def test_a_document_is_read() -> None:
    content = pdf(*ORDER)
    result, document = pipeline().extract(content, "order.pdf")
    assert result.status == "ok"
    assert result.sha256 == hashlib.sha256(content).hexdigest()
    assert result.fields["order_number"].value == "PO/2026/118"
    assert [check.passed for check in result.checks] == [True, False]
    assert document is not None
    assert len(document.pages) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"hello", "unsupported"),
        (b"%PDF-1.7 and no more", "damaged"),
        (b"PK\x03\x04xl/", "unsupported"),
    ],
)
def test_a_bad_document_is_a_result(content: bytes, code: str) -> None:
    result, document = pipeline().extract(content, "order.pdf")
    assert result.error is not None
    assert (result.status, result.error.code) == ("failed", code)
    assert result.error.message
    assert result.error.hint
    assert result.model_version == "1"
    assert document is None


def test_a_limit_is_a_result() -> None:
    def too_much(content: bytes, name: str) -> Document:
        raise DocumentLimit("Too many pages.", hint="Send fewer.")

    result, _ = Pipeline(StandIn(), reader=too_much).extract(b"x", "x.pdf")
    assert result.error is not None
    assert result.error.code == "too_large"


def test_the_unforeseen_is_a_result_with_an_incident_number(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="ordermill"):
        result, _ = pipeline().extract(pdf("Explode"), "Kowalski-private.pdf")
    assert result.error is not None
    assert result.error.code == "internal"
    incident = caplog.records[0].getMessage().split()[1]
    assert incident in result.error.message
    assert "secret" not in result.error.message
    assert "Kowalski" not in caplog.text


def test_a_page_that_was_not_read_makes_the_result_partial() -> None:
    def half(content: bytes, name: str) -> Document:
        document = read(content, name)
        return replace(document, warnings=(Warning_("damaged_page", "The page is damaged.", 2),))

    result, _ = Pipeline(StandIn(), reader=half).extract(pdf(*ORDER), "order.pdf")
    assert result.status == "partial"
    assert result.fields["order_number"].value == "PO/2026/118"


def test_what_is_missing_here_is_a_result_too() -> None:
    def no_engine(content: bytes, name: str) -> Document:
        raise SetupError("No OCR engine is installed.", hint="make env")

    result, _ = Pipeline(StandIn(), reader=no_engine).extract(b"x", "x.png")
    assert result.error is not None
    assert (result.status, result.error.code) == ("failed", "setup")


UBL = b"""<?xml version="1.0"?>
<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
 xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
 xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
 <b:ID>PO-7</b:ID><b:IssueDate>2026-01-02</b:IssueDate><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
 <a:OrderLine><a:LineItem><b:ID>1</b:ID><b:Quantity unitCode="C62">3</b:Quantity>
  <b:LineExtensionAmount currencyID="EUR">30.00</b:LineExtensionAmount>
  <a:Price><b:PriceAmount currencyID="EUR">12.00</b:PriceAmount></a:Price>
  <a:Item><b:Name>Bolt</b:Name></a:Item></a:LineItem></a:OrderLine>
</Order>"""


def test_bare_xml_is_read_and_its_sums_are_checked() -> None:
    result, document = pipeline().extract(UBL, "order.xml")
    assert document is not None
    assert read_embedded(document) is not None
    assert result.error is None
    assert result.fields["order_number"].value == "PO-7"
    assert result.fields["order_number"].source == "embedded"
    assert result.sources == ("embedded",)
    assert [c.passed for c in result.checks if c.code == "line_amount"] == [False]


def test_bare_xml_without_its_xml_is_nothing_to_read() -> None:
    result, _ = pipeline().extract(UBL, "order.xml", embedded=False)
    assert result.error is not None
    assert result.error.code == "no_pages"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("order.pdf", "order.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\anna\order.pdf", "order.pdf"),
        ("a\x00b\nc.pdf", "abc.pdf"),
        ("", "document"),
        ("..", "document"),
        ("dir/", "document"),
        ("zamówienie №5.pdf", "zamówienie №5.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_names_lose_folders_and_control_characters(given: str, kept: str) -> None:
    assert clean_name(given) == kept
