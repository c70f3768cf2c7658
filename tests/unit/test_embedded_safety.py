"""XML from strangers: nothing it holds may reach files, network, memory or a traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from data.embedded import EmbeddedResult, read
from data.embedded.parse import MAX_BYTES, MAX_ELEMENTS, MalformedXml, UnsafeXml, parse
from data.errors import DamagedDocument, DocumentError, UnsupportedDocument
from tests.edocs import document, factur_x, order_x


def laughs(levels: int = 9) -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, levels + 1)
    )  # fmt: skip
    return f'<?xml version="1.0"?><!DOCTYPE o [{entities}]><Order n="&a{levels};">&a{levels};</Order>'


def outside(path: Path) -> str:
    return f'<!DOCTYPE o [<!ENTITY x SYSTEM "{path.as_uri()}">]><Order><ID>&x;</ID></Order>'


def test_entity_bomb_is_refused_at_once() -> None:
    started = time.perf_counter()
    with pytest.raises(UnsafeXml, match="DOCTYPE"):
        parse(laughs().encode())
    assert time.perf_counter() - started < 1


def test_external_entity_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    with pytest.raises(UnsafeXml, match="DOCTYPE"):
        parse(outside(secret).encode())


def test_caps_on_bytes_and_elements() -> None:
    with pytest.raises(UnsafeXml, match="MB"):
        parse(b"<a>" + b" " * MAX_BYTES + b"</a>")
    with pytest.raises(UnsafeXml, match="elements"):
        parse(b"<a>" + b"<b/>" * MAX_ELEMENTS + b"</a>")


@pytest.mark.parametrize(
    "content",
    [b"", b"<a>", b"<a></b>", b"\xff\xfe<", b"<a>" * 5000 + b"</a>" * 5000, b"<a>\x00</a>", b"plain", b"<a b=1/>",
     b'<?xml version="1.0" encoding="no-such"?><a/>', order_x().encode()[:-40]],
)  # fmt: skip
def test_malformed_xml_says_so(content: bytes) -> None:
    with pytest.raises(MalformedXml) as caught:
        parse(content)
    assert str(caught.value).strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-2", "windows-1250"])
def test_encodings_are_read(encoding: str) -> None:
    label = "utf-8" if encoding == "utf-8-sig" else encoding
    xml = order_x().replace('encoding="UTF-8"', f'encoding="{label}"').encode(encoding)
    result = read(document(("order-x.xml", xml)))
    assert result is not None
    assert result.fields["seller.name"].value == "Śruby i Nity S.A."


def test_a_comment_does_not_cut_a_value() -> None:
    xml = order_x().replace("PO/2026/118", "PO/<!-- year -->2026<?x y?>/118")
    result = read(document(("order-x.xml", xml)))
    assert result is not None
    assert result.fields["order_number"].value == "PO/2026/118"


@pytest.mark.parametrize("content", [laughs(), "<Order>", order_x()[:900]])
def test_beside_a_page_bad_xml_is_a_warning(content: str) -> None:
    result = read(document(("order-x.xml", content)))
    assert isinstance(result, EmbeddedResult)
    assert result.empty
    assert [w.code for w in result.warnings] == ["embedded_unreadable"]
    assert "order-x.xml" in result.warnings[0].message


@pytest.mark.parametrize(
    ("content", "error", "code"),
    [(laughs(), DamagedDocument, "unsafe_xml"), ("<Order>", DamagedDocument, "damaged"),
     ("<html/>", UnsupportedDocument, "unsupported")],
)  # fmt: skip
def test_alone_bad_xml_is_an_error_with_a_hint(content: str, error: type[DocumentError], code: str) -> None:
    with pytest.raises(error) as caught:
        read(document(("order.xml", content), pages=0))
    assert caught.value.code == code
    assert caught.value.hint


def test_no_xml_is_none() -> None:
    assert read(document()) is None
    assert read(document(("drawing.png", b"\x89PNG\r\n"), ("notes.txt", "hello"))) is None
    assert read(document(("metadata.xml", "<x/>"))) is None, "other XML beside a page is nobody's concern"


def test_an_order_goes_before_an_invoice() -> None:
    result = read(document(("a.xml", factur_x()), ("b.xml", order_x()), ("c.xml", "<Order>")))
    assert result is not None
    assert (result.attachment, result.document_type) == ("b.xml", "order")
    assert sorted(w.code for w in result.warnings) == ["embedded_several", "embedded_unreadable"]


def test_the_same_xml_twice_is_no_conflict() -> None:
    result = read(document(("order-x.xml", order_x()), ("copy.xml", order_x())))
    assert result is not None
    assert result.warnings == ()


def test_empty_and_odd_documents_are_read_without_a_fault() -> None:
    for xml in ("<Order/>", "<Invoice><InvoiceLine/></Invoice>", "<CrossIndustryInvoice/>", "<CrossIndustryDocument/>",
                "<SCRDMCCBDACIOMessageStructure><SupplyChainTradeTransaction><IncludedSupplyChainTradeLineItem/>"
                "</SupplyChainTradeTransaction></SCRDMCCBDACIOMessageStructure>"):  # fmt: skip
        result = read(document(("x.xml", xml)))
        assert result is not None
        assert result.fields == {}
        assert result.lines == ()
