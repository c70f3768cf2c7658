"""Kinds of file are told by their bytes, not by their names."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from data.errors import DamagedDocument, DocumentLimit, UnsupportedDocument
from data.readers import ReadOptions, read
from data.readers.sniff import sniff
from tests.rawpdf import page, text


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, kind)
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "content")
    return out.getvalue()


UBL = '<?xml version="1.0" encoding="UTF-8"?><Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (page(text("Order", 100, 700)), "pdf"),
        (b"\r\nReceived by mail gateway\r\n" + page(text("Order", 100, 700)), "pdf"),
        (picture("PNG"), "png"),
        (picture("JPEG"), "jpeg"),
        (picture("TIFF"), "tiff"),
        (UBL.encode(), "xml"),
        (b"\xef\xbb\xbf" + UBL.encode(), "xml"),
        (UBL.replace("UTF-8", "UTF-16").encode("utf-16"), "xml"),
        (b"  \n<Order/>", "xml"),
        (b"<!-- exported --><Order></Order>", "xml"),
    ],
)
def test_kinds(content: bytes, kind: str) -> None:
    assert sniff(content) == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (archive("word/document.xml", "[Content_Types].xml"), "Word"),
        (archive("xl/workbook.xml"), "Excel"),
        (archive("orders/a.pdf"), "ZIP"),
        (b"<!DOCTYPE html><html><body>order</body></html>", "HTML"),
        (b"<HTML><head></head></HTML>", "HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Office or Outlook"),
        (b"{\\rtf1 order}", "RTF"),
        (b"From: buyer@example.com\nSubject: order", "e-mail"),
        (picture("GIF"), "GIF"),
        (b"just some words", "unknown"),
    ],
)
def test_other_kinds_are_named(content: bytes, said: str) -> None:
    with pytest.raises(UnsupportedDocument, match=said) as failed:
        read(content, "order.pdf")
    assert failed.value.code == "unsupported"
    assert "PDF" in failed.value.hint


@pytest.mark.parametrize("content", [b"", b"   \r\n", bytes(100)])
def test_empty_files(content: bytes) -> None:
    with pytest.raises(DamagedDocument) as failed:
        read(content, "order.pdf")
    assert failed.value.code == "empty"


def test_names_are_kept_without_folders() -> None:
    drawn = page(text("Order", 100, 700))
    assert read(drawn, "C:\\mail\\in\\order.txt").file == "order.txt"
    assert read(drawn, "/var/spool/order.pdf").file == "order.pdf"
    assert len(read(drawn, "order.pdf").sha256) == 64


def test_a_bare_xml_file_is_its_own_attachment() -> None:
    found = read(UBL.encode(), "order.xml")
    assert found.pages == ()
    assert [(a.name, a.content) for a in found.attachments] == [("order.xml", UBL.encode())]


def test_files_beyond_the_limit_are_refused() -> None:
    with pytest.raises(DocumentLimit) as failed:
        read(page(text("Order", 100, 700)), "order.pdf", options=ReadOptions(max_bytes=500))
    assert failed.value.code == "too_large"
