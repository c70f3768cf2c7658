"""The simulation of recognition beside the real thing, on one page."""

from __future__ import annotations

from random import Random

import pytest

from data.generate.ocr_measure import Tally, count
from data.generate.ocr_noise import simulate
from data.generate.render import to_pdf
from data.generate.scan import degrade, to_image_pdf
from data.readers import read
from tests.handmade import labelled, order

pytest.importorskip("rapidocr")


def test_simulated_words_are_like_recognised_ones() -> None:
    truth = labelled(order())
    scan = to_image_pdf(degrade(to_pdf([order()]), "clean"), quality=95)
    real, simulated = Tally(), Tally()
    found = read(scan, "scan.pdf")
    assert [page.source for page in found.pages] == ["ocr"]
    count(truth.document.words, found.words, real)
    for seed in range(40):
        count(truth.document.words, simulate(truth, Random(seed), "clean").document.words, simulated)  # noqa: S311
    right = real.rates()["right"]
    assert right > 88
    assert simulated.rates()["right"] == pytest.approx(right, abs=7)
    for edge, (mean, spread) in simulated.edges().items():
        real_mean, real_spread = real.edges()[edge]
        assert mean == pytest.approx(real_mean, abs=0.1), edge
        assert spread == pytest.approx(real_spread, abs=0.08), edge
