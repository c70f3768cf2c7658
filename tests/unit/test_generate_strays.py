"""Papers that land among orders and are none."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from data.fields import NO_FIELD
from data.generate.compose import generate, labelled
from data.generate.lexicon import LANGS
from data.generate.options import Options
from data.generate.plan import plan
from data.generate.titles import STRAYS, TITLES
from data.labels import LabelledDocument

OTHER = Options(kinds={"other": 1.0})


@cache
def papers() -> dict[str, int]:
    """The first seed of each paper."""
    found: dict[str, int] = {}
    for seed in range(400):
        found.setdefault(plan(Random(f"train-{seed}"), "train", OTHER).paper, seed)  # noqa: S311
    return found


def stray(paper: str) -> LabelledDocument:
    return labelled(generate(papers()[paper], options=OTHER))


@pytest.mark.parametrize("paper", [*STRAYS, "letter", "delivery_note", "price_list", "reminder", "statement"])
def test_nothing_on_a_stray_paper_is_a_field(paper: str) -> None:
    made = stray(paper)
    assert made.gold["document_type"] == "other"
    assert made.gold["fields"] == {}
    assert made.gold["lines"] == []
    assert {tag.field for tags in made.tags for tag in tags} == {NO_FIELD}
    assert sum(len(page.words) for page in made.document.pages) >= 15


@pytest.mark.parametrize("paper", STRAYS)
def test_words_lie_on_the_page_and_not_on_each_other(paper: str) -> None:
    for page in stray(paper).document.pages:
        for k, word in enumerate(page.words):
            assert word.box.x0 >= 0
            assert word.box.x1 <= page.width
            assert word.box.y1 <= page.height
            for other in page.words[k + 1 :]:
                across = min(word.box.x1, other.box.x1) - max(word.box.x0, other.box.x0)
                down = min(word.box.y1, other.box.y1) - max(word.box.y0, other.box.y0)
                assert across < 1 or down < 0.5 * word.box.height


def test_an_inquiry_is_the_buyers_paper_without_prices() -> None:
    deal = plan(Random(f"train-{papers()['inquiry']}"), "train", OTHER)  # noqa: S311
    assert deal.outgoing
    assert not deal.priced


def test_every_title_has_every_language() -> None:
    for titles in TITLES.values():
        assert set(titles) == set(LANGS)
        assert all(all(title.strip() for title in text.split("|")) for text in titles.values())
