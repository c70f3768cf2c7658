"""Is a text layer what the page prints? Reports D52, D58 and D59."""

from __future__ import annotations

import random
import string
from collections.abc import Mapping

import pytest

from data.readers import ReadOptions, read
from data.readers.health import SOUND, plausibility
from data.readers.ocr_warnings import poor_reading
from data.schema import Box, Page, Word
from tests.rawpdf import HELVETICA, page, text, to_unicode

NO_OCR = ReadOptions(ocr="none")
SENTENCES = {
    "pl": "Prosimy o terminową realizację dostawy rękawic ochronnych i przesłanie świadectw jakości wyrobów hutniczych",
    "en": "Kindly forward the material certificates together with each consignment of galvanised fasteners",
    "de": "Die verzinkten Unterlegscheiben werden dringend benötigt, Teillieferungen sind nach Absprache möglich",
    "fr": "Les gants de protection doivent être accompagnés du certificat de conformité lors de chaque expédition",
    "es": "Los guantes de protección deben enviarse junto con el certificado de conformidad correspondiente",
    "it": "I guanti protettivi devono essere accompagnati dalla dichiarazione di conformità del costruttore",
    "nl": "De beschermende handschoenen moeten samen met het conformiteitscertificaat worden geleverd",
    "cs": "Ochranné rukavice musí být dodány společně s prohlášením o shodě a dokladem o jakosti materiálu",
}


def read_page(content: bytes) -> Page:
    return read(content, "order.pdf", options=NO_OCR).pages[0]


def with_table(lines: list[str], mapping: Mapping[str, str]) -> bytes:
    """A page that looks right, in a font whose table of characters is `mapping`."""
    font = HELVETICA[:-2] + b"/ToUnicode 5 0 R >>"
    drawn = "".join(text(line, 60, 700 - 14 * i, font="F3") for i, line in enumerate(lines))
    return page(drawn, fonts={"F3": font}, more=[to_unicode({ord(k): v for k, v in mapping.items()})])


@pytest.mark.parametrize("language", SENTENCES)
def test_every_language_is_plausible(language: str) -> None:
    assert plausibility(SENTENCES[language].split()) > 0.9
    assert plausibility(SENTENCES[language].upper().split()) > 0.9


@pytest.mark.parametrize("language", SENTENCES)
def test_exchanged_letters_are_not(language: str) -> None:
    rng = random.Random(language)  # noqa: S311
    scores = []
    for _ in range(20):
        shuffled = rng.sample(string.ascii_lowercase, 26)
        table = str.maketrans(dict(zip(string.ascii_lowercase, shuffled, strict=True)))
        scores.append(plausibility(SENTENCES[language].lower().translate(table).split()))
    assert sum(score < SOUND for score in scores) >= 18


def test_numbers_and_codes_say_nothing_against_a_page() -> None:
    rows = [f"{n:05d} MM4-40{n} XK7Q-{n} 12 PCS 1,25{n}.00 QX WZ" for n in range(10, 30)]
    content = page("".join(text(row, 60, 700 - 14 * i) for i, row in enumerate(rows)))
    assert read_page(content).health > 0.95


def test_d52_a_table_of_wrong_letters_is_found_out() -> None:
    shifted = {c: chr((ord(c) - 97 + 3) % 26 + 97) for c in string.ascii_lowercase}
    found = read_page(with_table([SENTENCES["en"]] * 3, shifted))
    assert found.health < SOUND
    assert "poor_text" in {
        w.code for w in read(with_table([SENTENCES["en"]] * 3, shifted), "x", options=NO_OCR).warnings
    }


@pytest.mark.parametrize(
    "value", ["(cid:49)", "\x00", "\ufffd", "\uf041"], ids=["cid", "NUL", "replacement", "private"]
)
def test_d52_glyphs_without_characters_are_found_out(value: str) -> None:
    lost = dict.fromkeys("aeiorstn", value)
    assert read_page(with_table(["deliver these goods on monday please"] * 4, lost)).health < SOUND


def test_d52_a_font_that_lacks_only_its_accents() -> None:
    """Polish words without their Polish letters: most glyphs are right, most words are wrong."""
    line = "zam#wienie dostaw# nast$puj%cych towar#w do magazynu"
    assert read_page(with_table([line] * 4, {"#": "\x01", "$": "\x02", "%": "\x03"})).health < SOUND


def test_bullets_and_icons_are_no_damage() -> None:
    lines = [f"# {SENTENCES['en'][:60]} {n}" for n in range(6)]
    found = read_page(with_table(lines, {"#": "\uf0b7"}))
    assert found.health > 0.9
    assert not any("\uf0b7" in word.text for word in found.words)


def row(words: str, y: float, confidence: float) -> list[Word]:
    return [
        Word(w, Box(50 + 60 * i, y, 100 + 60 * i, y + 10), source="ocr", confidence=confidence)
        for i, w in enumerate(words.split())
    ]


def test_d59_a_scan_read_as_noise_is_reported() -> None:
    good = row(SENTENCES["en"], 100, 0.98) + row(SENTENCES["de"], 120, 0.97)
    noise = [w for n in range(3) for w in row("xsnsq tklrwz mnzzs qvsshn rrxtlk wwsnq", 140 + 20 * n, 0.9)]
    assert poor_reading(good, 1) == []
    assert [w.code for w in poor_reading(good + noise, 1)] == ["poor_ocr"]
    assert [w.code for w in poor_reading(row(SENTENCES["en"], 100, 0.4), 1)] == ["poor_ocr"]
    assert [w.code for w in poor_reading([], 1)] == ["no_text"]
