"""What must hold on every generated document, whatever its seed."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache

import pytest

from data.fields import DOCUMENT_TYPES, FIELDS, LABELS, LINE_KINDS, ROLES
from data.generate.compose import Drawn, generate, labelled
from data.generate.options import Options
from data.labels import LabelledDocument
from data.rows import visual_rows

SEEDS = range(80)
ITEM_ROWS = {"item", "lead", "continuation", "schedule"}


@cache
def drawn(seed: int, split: str = "train") -> Drawn:
    return generate(seed, split="heldout" if split == "heldout" else "train")


@cache
def truth(seed: int, split: str = "train") -> LabelledDocument:
    return labelled(drawn(seed, split))


@pytest.mark.parametrize("split", ["train", "heldout"])
def test_the_same_seed_gives_the_same_document(split: str) -> None:
    for seed in range(5):
        again = generate(seed, split="heldout" if split == "heldout" else "train")
        assert again.sheets == drawn(seed, split).sheets
        assert again.gold == drawn(seed, split).gold


def test_seeds_and_splits_differ() -> None:
    texts = {
        tuple(w.text for w in truth(seed, split).document.words) for seed in range(20) for split in ("train", "heldout")
    }
    assert len(texts) == 40


@pytest.mark.parametrize("seed", SEEDS)
def test_words_are_whole_and_on_their_page(seed: int) -> None:
    for page in truth(seed).document.pages:
        for word in page.words:
            assert word.text
            assert not any(c.isspace() for c in word.text)
            assert word.box.x0 >= 0
            assert word.box.y0 >= 0
            assert word.box.x1 <= page.width
            assert word.box.y1 <= page.height


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_words_are_printed_over_each_other(seed: int) -> None:
    for page in truth(seed).document.pages:
        words = sorted(page.words, key=lambda w: w.box.y0)
        for k, a in enumerate(words):
            for b in words[k + 1 :]:
                if b.box.y0 >= a.box.y1:
                    break
                wide = min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)
                high = min(a.box.y1, b.box.y1) - max(a.box.y0, b.box.y0)
                assert wide < 1 or high < 0.3 * min(a.box.height, b.box.height), (a.text, b.text)


@pytest.mark.parametrize("seed", SEEDS)
def test_words_are_in_reading_order(seed: int) -> None:
    for page in truth(seed).document.pages:
        order = [i for row in visual_rows(page.words) for i in row]
        assert order == list(range(len(page.words)))


@pytest.mark.parametrize("seed", SEEDS)
def test_tags_are_known_and_line_fields_stand_on_lines(seed: int) -> None:
    for tags in truth(seed).tags:
        for tag in tags:
            assert tag.field in LABELS
            assert tag.role in ROLES
            if tag.field.startswith("line."):
                assert tag.line >= 0
                assert tag.role not in ("other", "head", "comment", "section", "subtotal", "schedule")
            if tag.role in ITEM_ROWS or tag.role in ("charge", "discount", "comment", "section"):
                assert tag.line >= 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_visual_row_has_one_role_for_each_line(seed: int) -> None:
    doc = truth(seed)
    for page, tags in zip(doc.document.pages, doc.tags, strict=True):
        for row in visual_rows(page.words):
            roles: dict[int, set[str]] = {}
            for i in row:
                if tags[i].line >= 0:
                    roles.setdefault(tags[i].line, set()).add(tags[i].role)
            assert all(len(found) == 1 for found in roles.values()), [page.words[i].text for i in row]


@pytest.mark.parametrize("seed", SEEDS)
def test_gold_is_what_the_tagged_words_say(seed: int) -> None:
    doc = truth(seed)
    tagged = {tag.field for tags in doc.tags for tag in tags} - {"O"}
    header = {name for name in tagged if not name.startswith("line.")}
    fields = set(doc.gold["fields"])
    derived = {"currency"} | ({"total_gross"} if "total_net" in fields else set())
    assert header <= fields
    assert fields - header <= derived
    by_line: dict[int, set[str]] = {}
    for tags in doc.tags:
        for tag in tags:
            if tag.field.startswith("line."):
                by_line.setdefault(tag.line, set()).add(tag.field[5:])
    for line in doc.gold["all_lines"]:
        if line["kind"] in ("item", "charge", "discount"):
            assert by_line[line["index"]] <= set(line["fields"])
            assert set(line["fields"]) - by_line[line["index"]] <= {"unit"}


@pytest.mark.parametrize("seed", SEEDS)
def test_text_values_are_printed_words(seed: int) -> None:
    doc = truth(seed)
    for name, value in doc.gold["fields"].items():
        if FIELDS[name].kind in ("id", "text", "name", "address", "email"):
            printed = Counter(
                word.text if word.text in value.split() else word.text.rstrip(",;")
                for page, tags in zip(doc.document.pages, doc.tags, strict=True)
                for word, tag in zip(page.words, tags, strict=True)
                if tag.field == name or (name == "payment_terms" and tag.field == "due_date")  # a date in the sentence
            )
            assert not Counter(value.split()) - printed, name


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_are_counted_in_order_of_appearance(seed: int) -> None:
    doc = truth(seed)
    first: dict[int, int] = {}
    for k, tag in enumerate(tag for tags in doc.tags for tag in tags):
        if tag.line >= 0:
            first.setdefault(tag.line, k)
    assert list(first) == sorted(first)
    assert all(line["kind"] in LINE_KINDS for line in doc.gold["all_lines"])


@pytest.mark.parametrize("seed", SEEDS)
def test_arithmetic_holds(seed: int) -> None:
    for line in drawn(seed).gold["lines"]:
        if {"quantity", "unit_price", "line_amount"} <= set(line):
            price = (
                Decimal(line["quantity"]) * Decimal(line["unit_price"]) / Decimal(line.get("price_base_quantity", "1"))
            )
            if "discount_percent" in line:  # of two discounts in a row only the first is a field
                price *= 1 - Decimal(line["discount_percent"]) / 100
                assert abs(Decimal(line["line_amount"])) <= abs(price) + Decimal("0.005")
                continue
            assert abs(price - Decimal(line["line_amount"])) <= Decimal("0.005")
    fields = drawn(seed).gold["fields"]
    late = drawn(seed).meta["late_charges"]  # freight after tax
    if {"total_net", "total_tax", "total_gross"} <= set(fields) and not late:
        assert Decimal(fields["total_net"]) + Decimal(fields["total_tax"]) == Decimal(fields["total_gross"])


def test_the_mix_is_the_agreed_one() -> None:
    kinds = Counter(drawn(seed).gold["document_type"] for seed in range(300))
    languages = Counter(drawn(seed).gold["language"] for seed in range(300))
    assert set(kinds) == set(DOCUMENT_TYPES)
    assert 0.6 < (kinds["order"] + kinds["order_change"]) / 300 < 0.8
    assert len(languages) == 8
    assert min(languages.values()) > 15


def test_heldout_has_structures_that_training_never_draws() -> None:
    def structures(split: str) -> set[tuple[str, str]]:
        return {pair for seed in range(120) for pair in drawn(seed, split).meta["choices"].items()}

    train, held = structures("train"), structures("heldout")
    new = {name for name, _ in held - train}
    assert {"header", "meta", "table look", "totals"} <= new


def test_other_papers_have_no_truth() -> None:
    options = Options(kinds={"other": 1.0})
    for seed in range(25):
        doc = labelled(generate(seed, options=options))
        assert doc.gold["document_type"] == "other"
        assert doc.gold["fields"] == {}
        assert doc.gold["lines"] == []
        assert all(tag.field == "O" and tag.role == "other" and tag.line == -1 for tags in doc.tags for tag in tags)
