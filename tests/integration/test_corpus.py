"""Corpora: labelled documents survive the way through a Hugging Face dataset on disk, and training can mix them in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from data.generate.compose import generate, labelled
from models.config import ReaderConfig
from models.inputs import Inputs
from training.corpus import Corpus, Provenance, build, from_row, generated
from training.stream import Stream, samples

pytestmark = pytest.mark.full


def test_a_document_comes_back_from_disk_with_its_words_tags_and_gold(tmp_path: Path) -> None:
    build(generated(4, 1, "train")).save_to_disk(tmp_path / "corpus")
    corpus = Corpus(str(tmp_path / "corpus"))
    made = labelled(generate(3))
    back = from_row(corpus.rows[2])
    assert [w.text for w in back.document.words] == [w.text for w in made.document.words]
    assert back.tags == made.tags
    assert back.gold == made.gold
    for ours, theirs in zip(back.document.words, made.document.words, strict=True):
        assert ours.box.x0 == pytest.approx(theirs.box.x0, abs=0.001)


def test_two_documents_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        build([(labelled(generate(3)), Provenance("generated"))] * 2)


def test_training_mixes_the_corpus_in(tmp_path: Path) -> None:
    build(generated(2, 1, "train")).save_to_disk(tmp_path / "corpus")
    corpus = Corpus(str(tmp_path / "corpus"))
    inputs = Inputs(ReaderConfig())
    stream = Stream(inputs, 1, 1024, 0.0, corpus=corpus, corpus_share=1.0)
    known = {labelled(generate(k)).document.sha256 for k in (1, 2)}
    assert {stream.next(k, random.Random(k)).document.sha256 for k in range(8)} == known  # noqa: S311
    assert len(samples(stream.next(1, random.Random(1)), inputs.config)) >= 1  # noqa: S311
