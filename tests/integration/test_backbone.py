"""A local transformers checkpoint instead of our network: same heads, same stages, same result format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.errors import SetupError
from data.generate.compose import generate, labelled
from models.extractor import Extractor
from training.backbone import describe
from training.config import TrainParams
from training.export import ExportParams, export
from training.train import train

pytestmark = pytest.mark.full


def checkpoint(folder: Path, kind: str) -> Path:
    """A tiny random encoder with a WordPiece vocabulary of single characters."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
    from transformers import BertConfig, BertModel, LayoutLMConfig, LayoutLMModel, LiltConfig, LiltModel

    letters = [chr(c) for c in range(33, 384)]
    vocabulary = {
        t: k for k, t in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *("##" + c for c in letters)])
    }
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    sizes: dict[str, Any] = {"vocab_size": len(vocabulary), "hidden_size": 48, "num_hidden_layers": 1,
             "num_attention_heads": 4, "intermediate_size": 64, "max_position_embeddings": 520}  # fmt: skip
    networks: dict[str, Any] = {
        "layoutlm": lambda: LayoutLMModel(LayoutLMConfig(**sizes, max_2d_position_embeddings=1024)),
        "lilt": lambda: LiltModel(LiltConfig(**sizes, channel_shrink_ratio=4)),
        "bert": lambda: BertModel(BertConfig(**sizes)),
    }
    networks[kind]().save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


@pytest.mark.parametrize("kind", ["layoutlm", "lilt", "bert"])
def test_a_checkpoint_is_trained_exported_and_read_with(kind: str, tmp_path: Path) -> None:
    source = checkpoint(tmp_path / kind, kind)
    train(TrainParams(documents=8, batch_words=800, workers=0, warmup=4, report_every=8, checkpoint_every=8,
                      evaluate_documents=2, backbone=str(source), out=str(tmp_path / "out"),
                      results=str(tmp_path / "results"), mlflow=False, mixed_precision="no"))  # fmt: skip
    export(ExportParams(source=str(tmp_path / "out"), out=str(tmp_path / "export"), results=str(tmp_path / "r"),
                        documents=1, precision="float"))  # fmt: skip
    extractor = Extractor.load(str(tmp_path / "export"))
    assert extractor.config.backbone == kind
    document = labelled(generate(5)).document
    reading = extractor.read(document)
    assert len(reading.field) == len(document.words)
    assert reading.field.sum(1).min() == pytest.approx(1, abs=1e-3)
    assert extractor.extract(document).document_type is not None


def test_weights_that_forbid_commercial_use_are_refused_unless_research_is_set(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "layoutlmv3"}), encoding="utf-8")
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SetupError, match="CC BY-NC-SA"):
        describe(TrainParams(backbone=str(tmp_path)))
    assert describe(TrainParams(backbone=str(tmp_path), research=True)).backbone == "layoutlmv3"


def test_a_folder_without_a_checkpoint_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"config\.json"):
        describe(TrainParams(backbone=str(tmp_path)))
