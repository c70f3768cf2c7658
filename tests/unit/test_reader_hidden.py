"""Text that the file holds and the page does not show is left out and reported: report D54."""

from __future__ import annotations

import pytest

from data.readers import ReadOptions, read
from data.schema import Document
from tests.rawpdf import page, stream, text

NO_OCR = ReadOptions(ocr="none")
SHOWN = text("Award 485,000.00 EUR", 100, 700)
FRAUD = "Award 1.00 EUR"
RECTANGLE = "q {fill} rg 90 590 200 30 re f Q\n"


def document(content: str, **keys: object) -> Document:
    return read(page(content, **keys), "order.pdf", options=NO_OCR)  # type: ignore[arg-type]


HIDDEN = {
    "render mode 3": text(FRAUD, 100, 600, before="3 Tr"),
    "white on white": "1 g " + text(FRAUD, 100, 600) + "0 g ",
    "nearly white": "0.98 g " + text(FRAUD, 100, 600) + "0 g ",
    "tiny": text(FRAUD, 100, 600, size=0.8),
    "black on black": RECTANGLE.format(fill="0 0 0") + text(FRAUD, 100, 600),
    "outside the page": text(FRAUD, 700, 600),
    "above the page": text(FRAUD, 100, 900),
    "clipped away": "q 10 10 20 20 re W n " + text(FRAUD, 100, 600) + "Q ",
    "behind a fill": text(FRAUD, 100, 600) + RECTANGLE.format(fill="1 1 1"),
    "transparent": "/G1 gs " + text(FRAUD, 100, 600) + "/G0 gs ",
    "in a layer switched off": "/OC /Off BDC " + text(FRAUD, 100, 600) + "EMC ",
}
RESOURCES = b"/ExtGState << /G0 << /ca 1 /CA 1 >> /G1 << /ca 0 /CA 0 >> >> /Properties << /Off 5 0 R >>"
LAYER = b"<< /Type /OCG /Name (Off) >>"
OFF = b"/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] /Order [] >> >>"


@pytest.mark.parametrize("kind", HIDDEN)
@pytest.mark.parametrize("first", [True, False], ids=["drawn before", "drawn after"])
def test_d54_hidden_text_is_left_out_and_reported(kind: str, first: bool) -> None:
    body = HIDDEN[kind] + SHOWN if first else SHOWN + HIDDEN[kind]
    found = document(body, resources=RESOURCES, more=[LAYER], catalog=OFF)
    assert [word.text for word in found.words] == ["Award", "485,000.00", "EUR"]
    (warning,) = found.warnings
    assert (warning.code, warning.page) == ("hidden_text", 1)
    assert "1.00" in warning.message
    assert "It contains an amount." in warning.message


def test_d54_hidden_behind_a_picture() -> None:
    picture = stream(bytes([120] * 4), b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8"
                                       b" /ColorSpace /DeviceGray")  # fmt: skip
    body = SHOWN + text(FRAUD, 100, 600) + "q 300 0 0 40 80 590 cm /I1 Do Q"
    found = document(body, resources=b"/XObject << /I1 5 0 R >>", more=[picture])
    assert [word.text for word in found.words] == ["Award", "485,000.00", "EUR"]
    assert [w.code for w in found.warnings] == ["hidden_text"]


def test_text_over_a_picture_is_seen() -> None:
    picture = stream(bytes([220] * 4), b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8"
                                       b" /ColorSpace /DeviceGray")  # fmt: skip
    body = "q 300 0 0 40 80 590 cm /I1 Do Q " + text("Seen 12.00", 100, 600)
    found = document(body, resources=b"/XObject << /I1 5 0 R >>", more=[picture])
    assert [word.text for word in found.words] == ["Seen", "12.00"]
    assert found.warnings == ()


def test_white_text_on_a_dark_fill_is_seen() -> None:
    head = "q 0.2 0.2 0.4 rg 90 590 300 30 re f Q 1 g " + text("Quantity Price", 100, 600) + "0 g "
    found = document(head + text("12 4.50", 100, 570))
    assert [word.text for word in found.words] == ["Quantity", "Price", "12", "4.50"]
    assert found.warnings == ()


@pytest.mark.parametrize("grey", [0.0, 0.5, 0.75, 0.85])
def test_pale_print_is_seen(grey: float) -> None:
    assert len(document(f"{grey} g " + text("Terms of delivery", 100, 600, size=7)).words) == 3


def test_small_print_is_seen() -> None:
    assert len(document(text("General terms of sale apply 4.5", 100, 600, size=4)).words) == 6


def test_a_copy_of_the_visible_text_is_no_alarm() -> None:
    """Many producers put the page's text a second time, invisible, where it stands."""
    found = document(SHOWN + text("Award 485,000.00 EUR", 100, 700, before="3 Tr"))
    assert [word.text for word in found.words] == ["Award", "485,000.00", "EUR"]
    assert found.warnings == ()


def test_the_end_of_a_cut_off_cell_is_said_without_alarm() -> None:
    cell = "q 100 690 60 20 re W n " + text("Sunday Prime Hour Special", 100, 700) + "Q "
    found = document(cell + text("other", 300, 700))
    assert [word.text for word in found.words][:2] == ["Sunday", "Prime"]
    assert "Special" not in {word.text for word in found.words}
    assert [w.code for w in found.warnings] == ["clipped_text"]


def test_an_amount_covered_within_its_line_is_an_alarm() -> None:
    line = text("Total 485,000.00", 100, 700) + "q 1 1 1 rg 124 695 70 14 re f Q " + text("1.00", 130, 700)
    found = document(line)
    assert [word.text for word in found.words] == ["Total", "1.00"]
    assert [w.code for w in found.warnings] == ["hidden_text"]
    assert "485,000.00" in found.warnings[0].message
