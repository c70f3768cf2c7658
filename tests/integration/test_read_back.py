"""What the generator says is printed, the reader reads from the rendered PDF: the same words in the same places."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from data.generate.compose import generate, labelled
from data.generate.render import to_pdf
from data.readers import read
from data.schema import Page, Word


def in_place(page: Page) -> list[Word]:
    """Words by text, then from top to bottom and left to right: the same for the same print in any order.

    A row of underscores under a drawn line makes no difference to the page, and is no word then.
    """
    return sorted(
        (w for w in page.words if set(w.text) != {"_"}), key=lambda w: (w.text, round(w.box.y1 / 4), w.box.x0)
    )


@pytest.mark.parametrize("seed", range(8))
def test_rendered_documents_read_as_they_were_drawn(seed: int) -> None:
    drawn = generate(seed)
    truth = labelled(drawn).document
    found = read(to_pdf(drawn.sheets), "drawn.pdf")
    assert {page.source for page in found.pages} == {"text"}
    for true_page, page in zip(truth.pages, found.pages, strict=True):
        assert (page.width, page.height) == pytest.approx((true_page.width, true_page.height), abs=0.1)
        assert Counter(w.text for w in in_place(page)) == Counter(w.text for w in in_place(true_page))
        # rows of two columns at almost the same height may change places: accents make read boxes a little taller
        assert all(b.box.cy > a.box.cy - a.box.height for a, b in pairwise(page.words))
        for word, true in zip(in_place(page), in_place(true_page), strict=True):
            assert word.text == true.text
            assert word.bold == true.bold
            assert word.size == pytest.approx(true.size, abs=0.05)
            overhang = max(2.0, 0.15 * true.size)  # of letters such as J and f, which widen the read box
            assert word.box.x0 == pytest.approx(true.box.x0, abs=overhang)
            assert word.box.x1 == pytest.approx(true.box.x1, abs=overhang)
            assert word.box.y1 == pytest.approx(true.box.y1, abs=1)
            assert true.box.y0 - 0.25 * true.size - 1 < word.box.y0 < true.box.y0 + 1  # accents on capitals
