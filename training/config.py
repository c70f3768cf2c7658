"""Parameters of the stages: one frozen dataclass a section of params.yaml, parsed at the edge.

`load(stage, profile)` reads params.yaml; a profile (`smoke`) overrides single keys of a section.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

import yaml

from data.errors import SetupError
from models.config import ReaderConfig

T = TypeVar("T")


@dataclass(frozen=True)
class TrainParams:
    """Section `train`."""

    seed: int = 1
    documents: int = 100_000
    """Documents seen in all; the length of the schedule."""
    batch_words: int = 3072
    learning_rate: float = 1e-3
    warmup: int = 2000
    """Documents over which the learning rate rises."""
    decay_share: float = 0.25
    """Share of the documents, at the end, over which the learning rate falls to zero."""
    steady_share: float = 0.0
    """Share of averages kept while the rate stood in the exported weights (`training.steady`)."""
    keep_every: int = 20_000
    """Documents between two kept averages, with a steady share; those of the second half of the run are blended."""
    weight_decay: float = 0.02
    average: float = 0.999
    """Decay of the moving average of the weights that is exported."""
    workers: int = 1
    """Processes that generate documents."""
    threads: int = 1
    ocr_share: float = 0.2
    """Share of documents whose words look like recognised ones."""
    mixed_precision: str = "bf16"
    report_every: int = 1000
    """Documents between two reports."""
    checkpoint_every: int = 4000
    evaluate_documents: int = 60
    """Held-out generated documents behind the word scores in the curves."""
    corpus: str = ""
    """Folder of a Hugging Face dataset of labelled documents mixed in; empty for generated ones only."""
    corpus_share: float = 0.5
    start: str = ""
    """Folder of a model to go on from, trained or as served (`training.thaw`); empty to begin with random weights."""
    backbone: str = "ordermill"
    """`ordermill`, or a folder with a checkpoint that transformers' Auto classes open (LayoutLM v1, LiLT, BERT …)."""
    research: bool = False
    """Allows backbones whose licence forbids commercial use."""
    without: tuple[str, ...] = ()
    """Evidence withheld from the network, for ablations: names of `training.stream.EVIDENCE`."""
    network: dict[str, Any] = field(default_factory=dict)
    """Overrides of `models.config.ReaderConfig`."""
    out: str = "models/trained/reader"
    results: str = "results/train"
    mlflow: bool = True

    def reader(self) -> ReaderConfig:
        return ReaderConfig(**self.network)


def load(kind: type[T], section: str, profile: str = "", path: Path = Path("params.yaml")) -> T:
    """Section `section` of params.yaml as a `kind`; unknown keys are an error that names them."""
    if not path.is_file():
        raise SetupError(f"{path} is missing", hint="run from the root of the repository")
    raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    values = dict(raw.get(section) or {})
    if profile:
        profiles = raw.get("profiles") or {}
        if profile not in profiles:
            raise SetupError(f"{path} has no profile {profile!r}", hint=f"known: {', '.join(profiles) or 'none'}")
        values |= profiles[profile].get(section) or {}
    known = {f.name for f in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - known)
    if unknown:
        raise SetupError(f"{path}: section {section} has unknown keys {unknown}", hint=f"known: {sorted(known)}")
    return kind(**values)
