"""Reports of section E, layout models: each with its own small document (docs/conformance.md)."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from data.errors import SetupError
from data.generate.compose import generate, labelled
from data.labels import LabelledDocument, Tag
from data.schema import Box, Document, Word
from models.config import ReaderConfig
from models.encode import Encoded, encode
from models.windows import cut
from tests.builders import OrderPaper, items, order
from tests.reading import document, extract, extractor, mistakes, needs_model, of_kind

TERMS = (
    "Deliveries are accepted on weekdays between eight and fourteen at gate five of the yard and every package shall "
    "bear the number of this order and of the article it holds together with the weight and the name of the sender"
)


def dense() -> bytes:
    """One page of well over 512 words: terms in small print first, then the table, totals in the last corner."""
    paper = OrderPaper(leading=10, gap=2, height=1100)
    paper.letterhead()
    for _ in range(18):
        paper.text(50, paper.y, TERMS, size=5)
        paper.y += 7
    paper.y += 20
    paper.head()
    for row in items(40):
        paper.item(row)
    paper.totals()
    assert paper.page == 1
    return paper.pdf()


def equal(a: Encoded, b: Encoded, *, but: tuple[str, ...] = ()) -> list[str]:
    """Names of the arrays in which two encodings differ."""
    return [n for n in Encoded.__slots__ if n not in but and not np.array_equal(getattr(a, n), getattr(b, n))]


def test_e65_every_word_of_a_long_page_is_in_a_window() -> None:
    pages = document(dense())
    assert len(pages.words) > 900
    config = ReaderConfig()
    encoded = encode(pages, config)
    windows = cut(encoded, config)
    assert len(windows) > 1
    assert np.array_equal(np.unique(np.concatenate(windows)), np.arange(len(pages.words)))


@needs_model
def test_e65_the_lower_half_of_a_long_page_is_read() -> None:
    content = dense()
    reading = extractor().read(document(content))
    assert reading.field.shape[0] == len(document(content).words)
    assert np.allclose(reading.field.sum(1), 1, atol=1e-3), "every word has been judged"
    result = extract(content)
    assert mistakes(result, items(40)) == []
    assert {"total_net", "total_tax", "total_gross"} <= set(result.fields)


@needs_model
def test_e66_boxes_outside_the_page_change_nothing_else() -> None:
    pages = document(order(items(5)))
    wild = [Box(-9000, -80, -10, 20), Box(5, 5, float("inf"), 12), Box(700, 9000, 760, 9010), Box(30, 40, 20, 10)]
    stray = tuple(Word(f"x{i}", box) for i, box in enumerate(wild))
    page = replace(pages.pages[0], words=(*pages.pages[0].words, *stray))
    before, after = extractor().extract(pages), extractor().extract(replace(pages, pages=(page,)))
    assert len(of_kind(after, "item")) == 5
    assert after.fields["order_number"].value == before.fields["order_number"].value


def held_out(number: int) -> LabelledDocument:
    return labelled(generate(number, split="heldout"))


@pytest.mark.parametrize("number", [920_000_001, 920_000_002, 920_000_003])
def test_e67_training_sees_no_box_that_comes_from_the_labels(number: int) -> None:
    from training.stream import samples

    truth = held_out(number)
    none = replace(truth, tags=tuple((Tag(),) * len(tags) for tags in truth.tags))
    config = ReaderConfig()
    served = encode(truth.document, config)
    assert equal(samples(truth, config)[0].encoded, served) == []
    assert equal(samples(none, config)[0].encoded, served) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_e68_order_of_words_in_the_file_does_not_matter(seed: int) -> None:
    pages = document(order(items(12, lines=2), OrderPaper(carry=True)))
    config = ReaderConfig()
    mixed = tuple(replace(page, words=shuffled(page.words, seed)) for page in pages.pages)
    one, other = encode(pages, config), encode(replace(pages, pages=mixed), config)
    assert equal(one, other, but=("index",)) == []
    assert [mixed[p].words[i].text for p, i in zip(other.page, other.index, strict=True)] == [
        pages.pages[p].words[i].text for p, i in zip(one.page, one.index, strict=True)
    ]


def shuffled(words: tuple[Word, ...], seed: int) -> tuple[Word, ...]:
    return tuple(words[i] for i in np.random.default_rng(seed).permutation(len(words)))


def test_e69_training_sees_recognised_words_as_well_as_text() -> None:
    from training.stream import document as training_document

    sources = [{w.source for w in training_document(920_000_100 + k, 0.5).document.words} for k in range(12)]
    assert {"text"} in sources
    assert {"ocr"} in sources


@needs_model
def test_e69_the_ocr_engine_is_part_of_the_models_identity() -> None:
    about = json.loads((extractor().folder / "model.json").read_text(encoding="utf-8"))
    assert about.get("ocr", "").startswith("rapidocr "), "engine and version whose mistakes the model has learned"


@needs_model
def test_e70_command_line_and_training_read_the_same() -> None:
    """One package serves and trains; `Pipeline` is what the command line and HTTP call."""
    from serving.pipeline import Pipeline

    content = order(items(9, lines=2))
    ours = extract(content)
    theirs, _ = Pipeline.load().extract(content, "order.pdf", embedded=False)
    assert theirs.to_dict() == ours.to_dict()


@needs_model
def test_e70_reading_twice_gives_the_same() -> None:
    content = order(items(9))
    assert extractor().extract(document(content)) == extractor().extract(document(content))


def test_e71_forty_labels_make_the_round_trip() -> None:
    """Document and labels to JSON and back: what a labelling tool gets is what training takes."""
    from data.fields import LABELS

    seen: set[str] = set()
    for number in range(920_000_200, 920_000_260):
        truth = held_out(number)
        copy = Document.from_dict(json.loads(json.dumps(truth.document.to_dict())))
        assert copy == replace(truth.document, attachments=())
        seen |= {tag.field for tags in truth.tags for tag in tags}
    assert len(seen) > 30
    assert seen <= set(LABELS)


@needs_model
def test_e72_one_model_reads_all_fields_in_one_pass() -> None:
    result = extract(order(items(3)))
    assert {"order_number", "order_date", "requested_delivery_date", "currency", "buyer.name", "seller.name",
            "total_net", "total_tax", "total_gross"} <= set(result.fields)  # fmt: skip
    assert {"quantity", "unit", "unit_price", "line_amount", "description"} <= set(result.lines[0].fields)
    assert result.document_type == "order"


@pytest.mark.parametrize("kind", ["layoutlmv2", "layoutlmv3", "layoutxlm"])
def test_e73_weights_that_forbid_commercial_use_are_refused(kind: str, tmp_path: Path) -> None:
    from training.backbone import describe
    from training.config import TrainParams

    (tmp_path / "config.json").write_text(json.dumps({"model_type": kind}), encoding="utf-8")
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SetupError, match="CC BY-NC-SA"):
        describe(TrainParams(backbone=str(tmp_path)))
    assert describe(TrainParams(backbone=str(tmp_path), research=True)).backbone == kind, "unless it is for research"
