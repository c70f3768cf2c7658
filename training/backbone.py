"""Which network is trained: ours, or a transformers checkpoint with our heads.

LayoutLM v1, LiLT, BERT and whatever else transformers' Auto classes open from a local folder. The weights of
LayoutLMv2, LayoutLMv3 and LayoutXLM are published under CC BY-NC-SA: they are refused unless `research` is set.
"""

from __future__ import annotations

import inspect
import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PreTrainedModel

from data.errors import SetupError
from models.config import ReaderConfig
from models.network import Heads, OrderTagger, OrderTaggerConfig, Outputs
from training.config import TrainParams

NON_COMMERCIAL = {"layoutlmv2", "layoutlmv3", "layoutxlm"}
"""Model types whose published weights are CC BY-NC-SA 4.0."""
WINDOW, OVERLAP, CONTEXT = 200, 60, 24
"""Words of a window on backbones with 512 positions: an order's words have two to three pieces each."""


class BackboneTagger(nn.Module):
    """A transformers encoder with the heads of `OrderTagger`; takes the arrays of `models.subwords.subword_batch`."""

    def __init__(self, encoder: PreTrainedModel, config: ReaderConfig) -> None:
        super().__init__()
        self.sizes = config
        self.encoder = encoder
        self.takes_boxes = "bbox" in inspect.signature(encoder.forward).parameters
        self.heads = Heads(int(encoder.config.hidden_size), config)

    def forward(self, input_ids: Tensor, bbox: Tensor, attention: Tensor, first: Tensor, mask: Tensor) -> Outputs:
        extra: dict[str, Any] = {"bbox": bbox} if self.takes_boxes else {}
        states = self.encoder(input_ids=input_ids, attention_mask=attention, **extra).last_hidden_state
        words = states.gather(1, first.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        heads: Outputs = self.heads(words, mask)
        return heads

    def save_pretrained(self, folder: str | Path) -> None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        save_file({k: v.contiguous() for k, v in self.state_dict().items()}, Path(folder) / "model.safetensors")
        self.encoder.config.save_pretrained(folder)


def describe(params: TrainParams) -> ReaderConfig:
    """The reader's config for `params.backbone`; SetupError when its licence or folder forbids it."""
    config = params.reader()
    if params.backbone == "ordermill":
        return config
    folder = Path(params.backbone)
    for name in ("config.json", "tokenizer.json"):
        if not (folder / name).is_file():
            raise SetupError(
                f"train.backbone: {folder} has no {name}", hint="name a local folder with a transformers checkpoint"
            )
    kind = str(json.loads((folder / "config.json").read_text(encoding="utf-8")).get("model_type", ""))
    if kind in NON_COMMERCIAL and not params.research:
        raise SetupError(
            f"train.backbone: published weights of {kind} are CC BY-NC-SA, not for commercial use",
            hint="take LayoutLM v1, LiLT or another permissive checkpoint, or set train.research: true",
        )
    sizes = {"window": WINDOW, "overlap": OVERLAP, "context": CONTEXT} | params.network
    return replace(ReaderConfig(**sizes), backbone=kind)


def build(params: TrainParams, config: ReaderConfig) -> nn.Module:
    """A network of `params.backbone`: ours fresh, others from their folder with fresh heads."""
    if config.backbone == "ordermill":
        return OrderTagger(OrderTaggerConfig(asdict(config)))
    return BackboneTagger(AutoModel.from_pretrained(params.backbone, local_files_only=True), config)


def restore(folder: Path, config: ReaderConfig) -> nn.Module:
    """The network that stage `train` saved in `folder`."""
    if config.backbone == "ordermill":
        model: nn.Module = OrderTagger.from_pretrained(folder)
        return model
    encoder = AutoModel.from_config(AutoConfig.from_pretrained(folder, local_files_only=True))  # type: ignore[no-untyped-call]
    tagger = BackboneTagger(encoder, config)
    tagger.load_state_dict(load_file(folder / "model.safetensors"))
    return tagger


def keep_tokenizer(source: str, target: Path) -> None:
    """Copy the backbone's tokenizer beside the weights: it is part of the model."""
    if (Path(source) / "tokenizer.json").is_file():
        target.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(source) / "tokenizer.json", target / "tokenizer.json")


__all__ = ["BackboneTagger", "build", "describe", "keep_tokenizer", "restore"]
