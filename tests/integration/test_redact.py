"""Redacted copies: nothing that was removed is anywhere in the copy, what was not is still there."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

from data.errors import DocumentError
from data.readers import read
from serving.cli import app
from serving.desk.redact.patterns import spans
from serving.desk.redact.redacting import Redacted, redact
from tests import edocs, standin
from tests.standin import pdf

LINES = (
    "Order PO/2026/118", "Date 2026-03-02", "Buyer Brzozowscy", "ul. Kwiatowa 17/4, 80-831 Gdańsk".replace("ń", "n"),
    "NIP: PL 526-000-12-46", "Tel. +48 58 123 45 67", "zofia.zabka@planted.example", "Contact: Zofia Zabka",
    "IBAN PL61 1090 1014 0000 0712 1981 2874", "Item 1 A-17 12 4.50 54.00", "Item 2 B-20 3 1.00 4.00", "Total 58.00",
    "Brzozowscy thanks you, Zabka",
)  # fmt: skip
PLANTED = ("Brzozowscy", "Kwiatowa", "80-831", "Gdansk", "526-000-12-46", "5260001246", "123 45 67", "zabka", "planted",
           "Zofia", "1090 1014", "10901014", "Wojciech")  # fmt: skip
KEPT = ("118", "A-17", "54.00", "58.00")


def planted() -> bytes:
    """An order with personal strings in print, a logo, metadata, an attachment, a comment and its file's outline."""
    logo = Image.new("RGB", (400, 120), "white")
    ImageDraw.Draw(logo).text((10, 30), "Wojciech", fill="black", font=ImageFont.load_default(60))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    canvas.setAuthor("Wojciech")
    canvas.drawImage(ImageReader(logo), 350, 740, 200, 60)
    for n, line in enumerate(LINES):
        canvas.drawString(72, 760 - 24 * n, line)
    canvas.bookmarkPage("here")
    canvas.addOutlineEntry("Wojciech", "here")
    canvas.save()
    writer = PdfWriter(clone_from=io.BytesIO(out.getvalue()))
    writer.add_attachment("order.xml", edocs.order_x().replace("</", "<!-- Wojciech --></", 1).encode())
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


@pytest.fixture(scope="module")
def copy() -> Redacted:
    return redact(planted(), "Brzozowscy order.pdf", standin.pipeline())


def streams(content: bytes) -> Iterator[bytes]:
    """The file as it is and every stream in it unpacked, pictures as their samples apart."""
    yield content
    reader = PdfReader(io.BytesIO(content))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image":
            yield found.get_data()


def test_nothing_that_was_removed_is_in_the_file(copy: Redacted) -> None:
    assert copy.pdf is not None
    for content in streams(copy.pdf):
        for term in PLANTED:
            for written in (term.encode(), term.encode("utf-16-be"), term.encode().hex().encode()):
                assert written.lower() not in content.lower(), term
    reader = PdfReader(io.BytesIO(copy.pdf))
    assert [page.extract_text().strip() for page in reader.pages] == [""]
    assert dict(reader.attachments) == {}
    assert set(reader.metadata or {}) <= {"/Creator", "/Producer", "/CreationDate", "/ModDate"}
    assert reader.xmp_metadata is None
    assert reader.outline == []
    assert "/Annots" not in reader.pages[0]


def test_nothing_that_was_removed_can_be_read_on_the_page(copy: Redacted) -> None:
    assert copy.pdf is not None
    (page,) = read(copy.pdf, "copy.pdf").pages
    assert page.source == "ocr"
    text = " ".join(word.text for word in page.words)
    assert [term for term in PLANTED if term.casefold() in text.casefold()] == []
    assert [term for term in KEPT if term not in text] == []
    assert (page.width, page.height) == pytest.approx((595, 842), abs=1)


def test_the_result_keeps_its_shape(copy: Redacted) -> None:
    before = standin.pipeline().extract(planted(), "order.pdf")[0].to_dict(candidates=True)
    assert shape(copy.result) == shape(before)
    text = json.dumps(copy.result, ensure_ascii=False)
    assert [term for term in PLANTED if term.casefold() in text.casefold()] == []
    fields = copy.result["fields"]
    assert fields["order_number"]["value"] == before["fields"]["order_number"]["value"]
    assert re.fullmatch(r"\[NAME \d+\]", fields["buyer.name"]["value"])
    assert fields["buyer.name"]["boxes"] == before["fields"]["buyer.name"]["boxes"]
    assert copy.result["lines"] == before["lines"]
    assert copy.result["file"] not in ("", "Brzozowscy order.pdf")


def shape(value: Any) -> Any:
    """Keys and kinds without what they hold."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    return [shape(part) for part in value] if isinstance(value, list) else type(value).__name__


def test_the_places_are_black_and_others_are_not(copy: Redacted) -> None:
    assert copy.pdf is not None
    (image,) = PdfReader(io.BytesIO(copy.pdf)).pages[0].images
    picture = Image.open(io.BytesIO(image.data)).convert("L")
    scale = picture.width / 595
    for number, dark in ((0, False), (2, True), (4, True), (6, True), (8, True), (9, False), (11, False)):
        y = (842 - 760 + 24 * number - 4) * scale
        band = picture.crop((int(130 * scale), int(y - 3), int(135 * scale), int(y + 3)))
        assert (band.getextrema()[1] < 60) == dark, LINES[number]  # type: ignore[operator]


def test_what_was_told_goes_too_and_a_scan_as_well() -> None:
    page = Image.new("RGB", (1240, 1754), "white")
    font, brush = ImageFont.load_default(34), ImageDraw.Draw(page)
    for n, line in enumerate(
        ("Order PO-77", "Buyer Brzozowscy", "Tel. +48 58 123 45 67", "seen by Wojciech", "Total 58.00")
    ):
        brush.text((150, 150 + 90 * n), line, fill="black", font=font)
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(150, 150))
    made = redact(out.getvalue(), "scan.png", standin.pipeline(), also=["Wojciech"])
    assert made.pdf is not None
    text = " ".join(word.text for word in read(made.pdf, "copy.pdf").words)
    assert [term for term in PLANTED if term.casefold() in text.casefold()] == []
    assert "58.00" in text


def test_xml_alone_gives_its_result_alone() -> None:
    made = redact(edocs.order_x().encode(), "order.xml", standin.pipeline())
    assert made.pdf is None
    names = [name for name in made.result["fields"] if name.endswith((".name", ".address", ".vat_id"))]
    assert names
    assert all(made.result["fields"][name]["value"].startswith("[") for name in names)


def test_what_cannot_be_read_gives_no_copy() -> None:
    with pytest.raises(DocumentError):
        redact(b"%PDF-1.4 cut", "x.pdf", standin.pipeline())


@pytest.mark.parametrize(("line", "kind", "text"), [
    ("Tél : 01 23 45 67 89", "phone", "01 23 45 67 89"),
    ("Fax 058 765 43 21, open till 17", "phone", "058 765 43 21"),
    ("USt-IdNr. DE123456789", "vat_id", "DE123456789"),
    ("REGON 123456785", "vat_id", "123456785"),
    ("Konto 12 1140 2004 0000 3002 0135 5387", "account", "12 1140 2004 0000 3002 0135 5387"),
    ("BIC: COBADEFFXXX", "account", "COBADEFFXXX"),
    ("Musterstraße 12a, Hof", "address", "Musterstraße 12a"),
    ("D-12345 Bad Homburg", "address", "D-12345 Bad Homburg"),
    ("Herr Max Muster", "name", "Max Muster"),
    ("Issued by: Cadden", "name", "Cadden"),
    ("Wspólnik: Edyta Baran", "name", "Edyta Baran"),
    ("until then Natalia Laskowska is there", "name", "Natalia Laskowska"),
    ("2080 0830 1458 2272", "account", "2080 0830 1458 2272"),
    ("Toute question : 026/2571803.", "phone", "026/2571803"),
    ("see www.acme.example today", "website", "www.acme.example"),
])  # fmt: skip
def test_what_is_personal_by_form_or_caption(line: str, kind: str, text: str) -> None:
    assert [(s.kind, line[s.start : s.end]) for s in spans(line)] == [(kind, text)]


@pytest.mark.parametrize("line", [
    "Order 4500012345 of 2026-03-02", "10 B8 Schraube M8x20 12 ST 0,12 1,44", "Total 1.234,56 EUR",
    "5901234123457 12 pcs", "Delivery date 02.03.2026", "30 days net", "T 12 M 8", "Jan 2026", "2026/02 12 350",
])  # fmt: skip
def test_what_an_order_says_otherwise_stays(line: str) -> None:
    assert spans(line) == []


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "Brzozowscy.pdf"
    file.write_bytes(pdf(*LINES))
    told = ["redact", str(file), "--out", str(tmp_path / "out"), "--no-second-look"]
    done = CliRunner().invoke(app, told, obj=standin.pipeline)
    assert done.exit_code == 0, done.stderr
    assert "look at every page" in done.stderr
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert [name.split(".", 1)[1] for name in made] == ["redacted.json", "redacted.pdf"]
    assert "Brzozowscy" not in "".join(made)
    file.write_bytes(b"%PDF-1.4 cut")
    assert CliRunner().invoke(app, told, obj=standin.pipeline).exit_code == 1
    assert len(list((tmp_path / "out").iterdir())) == 2
