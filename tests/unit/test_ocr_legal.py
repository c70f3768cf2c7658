"""Legal forms that recognition took for figures."""

from __future__ import annotations

import pytest

from data.readers.ocr_legal import mend_legal_forms
from data.schema import Box, Word


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("Tav Sp. z 0.0.", "Tav Sp. z o.o."), ("Denis & Fils $.A.", "Denis & Fils S.A."),
        ("Hotel Kadlec, s.r.0.", "Hotel Kadlec, s.r.o."), ("KOVO 5.R.O.", "KOVO S.R.O."),
        ("Rocío 5.L.", "Rocío S.L."), ("Sp. z o.o.", "Sp. z o.o."),
    ],
)  # fmt: skip
def test_a_legal_form_has_no_figures(printed: str, right: str) -> None:
    assert " ".join(w.text for w in mend_legal_forms(_words(printed))) == right


@pytest.mark.parametrize("text", ["Rabatt 0.0.", "Kapitel 1.0.1.", "Pos. 5.1.", "0.05", "z 0,05", "5.0", "15.08.2026"])
def test_figures_stay_figures(text: str) -> None:
    assert " ".join(w.text for w in mend_legal_forms(_words(text))) == text


def _words(text: str) -> list[Word]:
    return [Word(t, Box(40.0 * k, 0.0, 40.0 * k + 30, 10.0)) for k, t in enumerate(text.split())]
