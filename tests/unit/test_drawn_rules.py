"""Lines drawn on a page, as the reader keeps them."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from data.readers import read
from data.schema import Document


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_lines_and_boxes_of_the_displayed_page(turn: int) -> None:
    canvas = Canvas(buffer := io.BytesIO(), pagesize=(400, 300))
    canvas.setPageRotation(turn)
    canvas.drawString(60, 200, "Order 4711")
    canvas.line(50, 150, 350, 150)
    canvas.line(200, 50, 200, 250)
    canvas.rect(60, 60, 100, 40)
    canvas.showPage()
    canvas.save()
    page = read(buffer.getvalue(), "a.pdf").pages[0]
    upright = {(50, 150, 350, 150), (60, 200, 160, 200), (60, 240, 160, 240)}
    found = [(r.x0, r.cy, r.x1, r.cy) for r in page.rules]
    if turn == 0:
        assert len(found) == len(upright)
        assert all(any(rule == pytest.approx(side, abs=1.5) for side in upright) for rule in found)
    else:  # text that lies on its side is set upright, and lines are known of pages as they are displayed alone
        assert page.angle or not found


def test_rules_survive_a_round_trip() -> None:
    canvas = Canvas(buffer := io.BytesIO(), pagesize=(400, 300))
    canvas.drawString(60, 200, "Order 4711")
    canvas.line(50, 150, 350, 150)
    canvas.save()
    document = read(buffer.getvalue(), "a.pdf")
    assert len(document.pages[0].rules) == 1
    assert Document.from_dict(document.to_dict()) == document
