"""The stream of training batches: which documents, in whose share, with which targets and which evidence."""

from __future__ import annotations

import random
from itertools import islice

import numpy as np
import pytest
import torch

from data.errors import SetupError
from data.fields import LABELS, ROLES
from data.generate.compose import generate, labelled
from data.labels import LabelledDocument
from models.config import ReaderConfig
from models.encode import ARITHMETIC, encode
from models.inputs import Inputs
from tests.tagged import document, item, row
from training.stream import EVIDENCE, IGNORE, Stream, augment, samples, targets, to_batch

pytestmark = pytest.mark.full
CONFIG = ReaderConfig(window=96, overlap=24, context=12)
INPUTS = Inputs(CONFIG)


class Noted(Stream):
    """Notes the numbers of the documents that it draws."""

    def __init__(self, start: int = 0, rank: int = 0, ranks: int = 1) -> None:
        super().__init__(INPUTS, seed=3, batch_words=1500, ocr_share=0.0, start=start, rank=rank, ranks=ranks)
        self.numbers: list[int] = []

    def next(self, number: int, rng: random.Random) -> LabelledDocument:
        self.numbers.append(number)
        return super().next(number, rng)


def pool(stream: Stream) -> list[dict[str, torch.Tensor]]:
    """Batches up to the first that ends a pool."""
    out = []
    for batch in stream:
        out.append(batch)
        if bool(batch["last"]):
            break
    return out


def test_batches_count_their_documents_and_hold_no_more_words_than_asked_for() -> None:
    stream = Noted()
    batches = pool(stream)
    assert sum(int(b["documents"]) for b in batches) == len(stream.numbers)
    assert all(b["mask"].numel() <= 1500 for b in batches)
    assert [bool(b["last"]) for b in batches] == [False] * (len(batches) - 1) + [True]


def test_a_stream_from_where_another_stopped_goes_on_as_it_would_have() -> None:
    first = Noted()
    before = pool(first)
    seen = sum(int(b["documents"]) for b in before)
    longer = list(islice(iter(Noted()), len(before) + 2))[len(before) :]
    for ours, theirs in zip(Noted(start=seen), longer, strict=False):
        assert all(torch.equal(ours[name], theirs[name]) for name in ours)


def test_processes_share_the_documents_out() -> None:
    streams = [Noted(rank=rank, ranks=3) for rank in range(3)]
    for stream in streams:
        pool(stream)
    assert [s.numbers[:3] for s in streams] == [[0, 3, 6], [1, 4, 7], [2, 5, 8]]


def test_another_seed_draws_other_documents() -> None:
    one, other = (next(iter(Stream(INPUTS, seed, 1500, 0.0))) for seed in (1, 2))
    assert one["ids"].shape != other["ids"].shape or not torch.equal(one["ids"], other["ids"])


def test_a_document_that_cannot_be_made_is_left_out_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    class Broken(Noted):
        def next(self, number: int, rng: random.Random) -> LabelledDocument:
            if number == 1:
                raise ValueError("no such font")
            return super().next(number, rng)

    stream = Broken()
    pool(stream)
    assert stream.numbers[:2] == [0, 2]
    assert "no such font" in capsys.readouterr().err


def test_targets_say_field_role_and_first_row_of_each_line() -> None:
    made = document([row("Order"), item(0, (50, "1", "line_no"), (100, "Bolt", "description")),
                     item(0, (100, "M8", "description"), role="continuation"),
                     item(1, (50, "2", "line_no"), (100, "Nut", "description"))])  # fmt: skip
    encoded = encode(made.document, CONFIG)
    field, role, start = targets(made, encoded)
    assert [LABELS[k] for k in field] == ["O", "line.line_no", "line.description", "line.description", "line.line_no",
                                          "line.description"]  # fmt: skip
    assert [ROLES[k] for k in role] == ["other", "item", "item", "continuation", "item", "item"]
    assert start.tolist() == [0, 1, 1, 0, 1, 1]


def test_every_word_is_a_target_and_the_titles_that_go_with_a_window_are_none() -> None:
    long = next(one for one in map(labelled, map(generate, range(40))) if len(one.document.words) > 300)
    cut = samples(long, CONFIG)
    assert len(cut) > 2
    assert any(s.window.context for s in cut)
    for s in cut:
        judged = s.field != IGNORE
        assert judged.sum() == len(s.window.words) - s.window.context
        assert not judged[: s.window.context].any()
    words = np.concatenate([s.window.words[s.window.context :] for s in cut])
    assert set(words.tolist()) == set(range(len(long.document.words)))


def test_augmentation_leaves_words_rows_and_the_original_alone() -> None:
    encoded = encode(labelled(generate(5)).document, CONFIG)
    before = encoded.position.copy(), encoded.ids.copy()
    changed = [augment(encoded, random.Random(n)) for n in range(12)]  # noqa: S311
    assert (encoded.position == before[0]).all()
    assert (encoded.ids == before[1]).all()
    assert all((c.row == encoded.row).all() and c.texts == encoded.texts for c in changed)
    order = np.argsort(encoded.position[:, 2], kind="stable")
    assert all((np.diff(c.position[order, 2]) >= -1e-3).all() for c in changed)
    assert any((c.numeric[:, ARITHMETIC] == 0).all() for c in changed)


def test_an_unknown_kind_of_evidence_is_named() -> None:
    made = samples(labelled(generate(5)), CONFIG)[:1]
    with pytest.raises(SetupError, match="'colour'"):
        to_batch(made, INPUTS, ("colour",))


@pytest.mark.parametrize("name", EVIDENCE)
def test_evidence_is_withheld_and_nothing_else(name: str) -> None:
    made = samples(labelled(generate(8)), CONFIG)[:2]
    whole, without = to_batch(made, INPUTS), to_batch(made, INPUTS, (name,))
    touched = {"arithmetic": "numeric", "style": "numeric", "neighbours": "neighbours", "blocks": "block",
               "segments": "segment",
               "rotary": "position", "characters": "ids"}[name]  # fmt: skip
    assert [key for key in whole if not torch.equal(whole[key], without[key])] == [touched]
