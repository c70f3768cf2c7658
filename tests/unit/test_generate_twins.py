"""Several generated documents of one layout: same paper, other contents."""

from collections import Counter

import pytest

from data.generate.compose import generate, labelled
from data.labels import LabelledDocument


def twin(seed: int, content: int) -> LabelledDocument:
    return labelled(generate(seed, split="heldout", content=content))


def fixed(made: LabelledDocument) -> Counter[str]:
    """Words without digits that are no part of the table and no value."""
    pairs = [(w, t) for p, tags in zip(made.document.pages, made.tags, strict=True)
             for w, t in zip(p.words, tags, strict=True)]  # fmt: skip
    return Counter(w.text for w, t in pairs if t.role == "other" and t.field == "O" and w.text.isalpha())


@pytest.mark.parametrize("seed", range(4, 10))
def test_look_and_issuer_stay_and_contents_change(seed: int) -> None:
    first, second = twin(seed, 0), twin(seed, 1)
    assert first.gold["layout_family"] == second.gold["layout_family"]
    issuer = "buyer.name" if first.gold["document_type"] in ("order", "order_change") else "seller.name"
    assert first.gold["fields"].get(issuer) == second.gold["fields"].get(issuer)
    common = fixed(first) & fixed(second)
    assert sum(common.values()) >= 0.8 * min(sum(fixed(first).values()), sum(fixed(second).values()))
    assert first.gold["lines"] != second.gold["lines"]
    assert first.gold["fields"] != second.gold["fields"]


def test_the_same_arguments_give_the_same_document() -> None:
    assert twin(3, 2) == twin(3, 2)


def test_layouts_differ() -> None:
    assert fixed(twin(4, 0)) != fixed(twin(5, 0))
