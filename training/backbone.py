"""Which network is trained: ours, or a transformers checkpoint with our heads."""

from __future__ import annotations

from dataclasses import asdict

from torch import nn

from models.config import ReaderConfig
from models.network import OrderTagger, OrderTaggerConfig
from training.config import TrainParams


def build(params: TrainParams, config: ReaderConfig) -> nn.Module:
    """A fresh network of `params.backbone`."""
    if params.backbone == "ordermill":
        return OrderTagger(OrderTaggerConfig(asdict(config)))
    from training.pretrained import load_backbone

    return load_backbone(params, config)
