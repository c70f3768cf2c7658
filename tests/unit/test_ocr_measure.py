"""Counting what recognition does to words."""

from __future__ import annotations

import pytest

from data.generate.ocr_measure import Tally, count, groups, kind_of
from data.schema import Box, Word


def line(*words: str, y: float = 100.0, confidence: float | None = None) -> list[Word]:
    """Words of one line, each letter 5 points wide, 3 points apart."""
    out, x = [], 50.0
    for text in words:
        out.append(Word(text, Box(x, y, x + 5 * len(text), y + 10), confidence=confidence))
        x += 5 * len(text) + 3
    return out


@pytest.mark.parametrize(
    ("true", "read", "kind"),
    [
        (["Menge"], ["Menge"], "right"),
        (["żółty"], ["zolty"], "diacritics"),
        (["szt."], ["SZt."], "case"),
        (["IO-1l"], ["10-11"], "lookalike"),
        (["12,50€"], ["12,50"], "currency_lost"),
        (["12,50"], ["12.50"], "punctuation"),
        (["12,50"], ["18,50"], "digits"),
        (["Menge"], ["Mange"], "letters"),
        (["NIP:", "584"], ["NIP:584"], "merged"),
        (["4", "807,20"], ["4807,20"], "merged_digits"),
        (["12,", "rue"], ["12.rue"], "merged_wrong"),
        (["COMMANDE"], ["COM", "MANDE"], "split"),
        (["l"], [], "missing"),
        ([], ["l"], "invented"),
    ],
)
def test_kinds_of_error(true: list[str], read: list[str], kind: str) -> None:
    (group,) = groups(line(*true), line(*read))
    assert kind_of(group) == kind


def test_words_meet_their_place_not_their_order() -> None:
    upper, lower = line("Menge", "Preis"), line("12", "4,50", y=114)
    found = list(groups([*upper, *lower], [*lower[::-1], *upper[::-1]]))
    assert len(found) == 4
    assert all(group.true == group.read for group in found)


def test_tally_counts_rates_edges_and_confidence() -> None:
    tally = Tally()
    read = line("Menge", "Pneis", "zl", confidence=0.9)
    count(line("Menge", "Preis", "zł", "12"), read, tally)
    assert tally.rates() == {"diacritics": 25.0, "letters": 25.0, "missing": 25.0, "right": 25.0}
    assert tally.swaps == {("Preis", "Pneis"): 1, ("zł", "zl"): 1}
    assert tally.edges()["x0"] == (0.0, 0.0)
    assert tally.confidence == {True: [0.9], False: [0.9, 0.9]}
