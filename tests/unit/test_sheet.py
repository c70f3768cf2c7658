"""The contact sheet: pages side by side, boxes and labels drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.fields import FIELDS
from data.generate.sheet import colour, contact_sheet, generated_pages, main, sheet_picture
from tests.handmade import order


def test_fields_have_colours_of_their_own() -> None:
    assert len({colour(name) for name in FIELDS}) == len(FIELDS)


def test_labelled_picture_shows_boxes_only_on_labelled_words() -> None:
    plain, marked = (sheet_picture(order(), labels=labels) for labels in (False, True))
    assert (plain.mode, marked.mode, plain.size) == ("L", "RGB", marked.size)
    changed = np.abs(np.asarray(marked, dtype=int) - np.asarray(plain.convert("RGB"), dtype=int)).sum(axis=2) > 30
    scale = plain.width / 595.3

    def share(x0: float, y0: float, x1: float, y1: float) -> float:
        return float(changed[round(y0 * scale) : round(y1 * scale), round(x0 * scale) : round(x1 * scale)].mean())

    assert share(200, 64, 330, 86) > 0.1  # the order number
    assert share(60, 120, 300, 134) == 0.0  # a line without labels


def test_pages_stand_in_rows_with_their_captions() -> None:
    shades = [40, 80, 120, 160, 200]
    pages = [(Image.new("L", (100, 140), shade), f"page {shade}") for shade in shades]
    out = contact_sheet(pages, columns=2, width=50)
    assert out.mode == "L"
    assert out.width == 2 * 50 + 3 * 12
    found = [shade for shade in shades if np.count_nonzero(np.asarray(out) == shade) >= 50 * 70]
    assert found == shades
    with pytest.raises(ValueError, match="no pages"):
        contact_sheet([])


def test_generated_pages_are_counted_and_captioned() -> None:
    pages = list(generated_pages(1, 3, dpi=40))
    assert len(pages) == 3
    assert all("seed" in caption and "page" in caption for _, caption in pages)


@pytest.mark.parametrize("labels", [False, True])
def test_command_writes_one_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str], labels: bool) -> None:
    main(
        ["--out", str(tmp_path / "look"), "--seed", "3", "--count", "2", "--width", "200", *["--labels"][: int(labels)]]
    )
    (path,) = (tmp_path / "look").iterdir()
    assert capsys.readouterr().out.strip() == str(path)
    with Image.open(path) as picture:
        assert picture.width == 2 * 200 + 3 * 12
        assert picture.mode == ("RGB" if labels else "L")
