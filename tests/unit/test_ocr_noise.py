"""Simulated recognition: tags follow the words through merging, splitting and misreading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from data.generate.drawing import Ink, Sheet
from data.generate.ocr_measure import Tally, count
from data.generate.ocr_noise import PROFILES, simulate
from data.labels import LabelledDocument, Tag
from data.schema import Word
from tests.handmade import labelled, order, put

MANY = 40


def luck(seed: int) -> Random:
    return Random(seed)  # noqa: S311


@cache
def numbered() -> LabelledDocument:
    """The hand-made order, each word tagged with its own number, so that it can be followed."""
    sheet = order()
    for number, ink in enumerate(sheet.ink):
        ink.tag = replace(ink.tag, line=number)
    return labelled(sheet)


@cache
def readings(kind: str) -> tuple[LabelledDocument, ...]:
    return tuple(simulate(numbered(), luck(seed), kind) for seed in range(MANY))


def small(size: float) -> Ink:
    return Ink("", 0, 0, 0, 0, 0, size=size)


def words(document: LabelledDocument) -> Iterator[tuple[Word, Tag]]:
    for page, tags in zip(document.document.pages, document.tags, strict=True):
        yield from zip(page.words, tags, strict=True)


def test_same_luck_same_reading() -> None:
    truth = labelled(order(), order())
    first = simulate(truth, luck(5))
    assert first == simulate(truth, luck(5))
    assert first != simulate(truth, luck(6))
    assert first.gold is truth.gold
    assert [page.source for page in first.document.pages] == ["ocr", "ocr"]


@pytest.mark.parametrize("kind", PROFILES)
def test_words_look_recognised(kind: str) -> None:
    for read in readings(kind):
        for word, _ in words(read):
            assert word.text
            assert not any(c.isspace() for c in word.text)
            assert word.source == "ocr"
            assert not word.bold  # recognition does not say
            assert 0.4 < (word.confidence or 0) <= 1
            assert word.box.x0 < word.box.x1
            assert 0.99 < word.box.height / word.size < 1.5


@pytest.mark.parametrize("kind", PROFILES)
def test_places_sizes_and_order_stay_near_the_print(kind: str) -> None:
    print_ = [word for word, _ in words(numbered())]
    for read in readings(kind):
        order_read = [tag.line for _, tag in words(read)]
        assert order_read == sorted(order_read)
        for word, tag in words(read):
            true = print_[tag.line]
            assert word.box.x0 < true.box.x1 + 4
            assert word.box.x1 > true.box.x0 - 4
            assert abs(word.box.cy - true.box.cy) < 8  # a tilt of one degree lifts the margins by 5 points
            assert 0.6 < word.size / true.size < 2.2


def test_text_and_tag_stay_together() -> None:
    print_ = list(words(numbered()))
    for read in readings("clean"):
        wrong = [w.text for w, tag in words(read) if not set(w.text.lower()) & set(print_[tag.line][0].text.lower())]
        assert len(wrong) <= 2  # a lone letter may be misread altogether
        assert all(replace(tag) == print_[tag.line][1] for _, tag in words(read))


@pytest.mark.parametrize(
    ("left", "right", "joined", "field"),
    [
        (("NIP:", "O"), ("5840271234", "buyer.vat_id"), "NIP:5840271234", "buyer.vat_id"),
        (("807,20", "total_gross"), ("%", "currency"), "807,20%", "total_gross"),
        (("4:", "currency"), ("807,20", "total_gross"), "4:807,20", "total_gross"),
        (("9.50:", "line.unit_price"), ("kg", "O"), "9.50:kg", "line.unit_price"),
    ],
)
def test_words_run_together_keep_the_telling_tag(
    left: tuple[str, str], right: tuple[str, str], joined: str, field: str
) -> None:
    sheet = Sheet()
    put(sheet, f"{left[0]} {right[0]}", 60, 100, tags=(Tag(left[1]), Tag(right[1])), style=small(6))
    runs = [simulate(labelled(sheet), luck(seed), "jpeg") for seed in range(4 * MANY)]
    found = [tag.field for run in runs for word, tag in words(run) if word.text == joined]
    assert len(found) > MANY / 4
    assert set(found) == {field}


def test_words_fall_apart_into_parts_with_the_same_tag() -> None:
    sheet = Sheet()
    put(sheet, "PO/2026/118", 60, 100, tags=(Tag("order_number"),), style=Ink("", 0, 0, 0, 0, 0, size=16))
    runs = [simulate(labelled(sheet), luck(seed), "clean") for seed in range(20 * MANY)]
    parts = [list(words(run)) for run in runs if len(run.document.words) > 1]
    assert parts
    for (left, left_tag), (right, right_tag) in parts:
        assert left_tag.field == right_tag.field == "order_number"
        assert left.box.x1 == pytest.approx(right.box.x0)
        assert len(left.text + right.text) == len("PO/2026/118")


def test_nothing_on_the_page_stays_nothing() -> None:
    read = simulate(labelled(Sheet()), luck(1))
    assert read.document.pages[0].source == "empty"
    assert read.tags == ((),)


MEASURED: dict[str, dict[str, tuple[float, float]]] = {
    # percent of words, around what RapidOCR 3.10 did on 40 rendered pages (see data/generate/ocr_noise.py)
    "clean": {"right": (93.5, 98.5), "missing": (0.0, 0.6)},
    "jpeg": {"right": (91, 98.5), "merged": (0.3, 4)},
    "photocopied": {"punctuation": (3, 25), "diacritics": (1, 8)},
    "fax": {"diacritics": (0.8, 6), "letters": (0.3, 4)},
}


@pytest.mark.parametrize("kind", MEASURED)
def test_rates_are_those_measured(kind: str) -> None:
    tally = Tally()
    for read in readings(kind):
        count(numbered().document.words, read.document.words, tally)
    rates = tally.rates()
    for what, (low, high) in MEASURED[kind].items():
        assert low <= rates.get(what, 0.0) <= high, (what, rates)
    assert tally.edges()["x0"][1] == pytest.approx(0.10, abs=0.04)


@pytest.mark.parametrize("kind", ["jpeg", "photocopied", "fax"])
def test_small_print_suffers_more(kind: str) -> None:
    right = []
    for size in (10, 6):
        sheet = Sheet()
        for row in range(20):
            put(
                sheet,
                "Prosimy o potwierdzenie zamówienia, żółte śruby: 12,50 zł",
                60,
                100 + 20 * row,
                style=small(size),
            )
        tally = Tally()
        for seed in range(10):
            truth = labelled(sheet)
            count(truth.document.words, simulate(truth, luck(seed), kind).document.words, tally)
        right.append(tally.rates()["right"])
    assert right[0] > right[1] + 5


def test_kinds_of_scan_come_in_their_shares() -> None:
    assert sum(profile.weight for profile in PROFILES.values()) == pytest.approx(1.0)
