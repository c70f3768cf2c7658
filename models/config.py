"""Settings of the reader that travel with its weights, so that training and serving cannot disagree."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from data.fields import DOCUMENT_TYPES, LABELS, ROLES

ENCODING_VERSION = 2
"""Goes up whenever `models.encode` computes anything differently; weights of another version are refused."""

TRIGRAMS = 8
IDS_PER_WORD = 4 + TRIGRAMS
"""word, shape, prefix, suffix, then up to eight character trigrams."""


_BEFORE = {"block_words": 3, "block_layers": 0, "segment_pool": False}
"""What settings were before they could be set, for folders written then."""


@dataclass(frozen=True)
class ReaderConfig:
    """Sizes of the network and of its inputs."""

    word_buckets: int = 16384
    shape_buckets: int = 2048
    affix_buckets: int = 4096
    """Buckets of the hashed three-letter prefixes, and as many again for suffixes."""
    trigram_buckets: int = 8192
    width: int = 256
    layers: int = 6
    heads: int = 4
    mlp_ratio: int = 4
    dropout: float = 0.1
    window: int = 512
    """Words in one window."""
    overlap: int = 128
    """Words two neighbouring windows share at least."""
    context: int = 48
    """Words of the table's head that are put before windows that do not see it."""
    blocks: int = 128
    """Blocks told apart within one window."""
    block_words: int = 2
    """Words that make a block worth pooling over."""
    block_layers: int = 2
    """Transformer layers among the blocks of a window: parties, captions and cells seen as objects."""
    segment_pool: bool = True
    """Whether words share the mean of their segment (a run of words on one row), so that names stay whole."""
    backbone: str = "ordermill"
    """`ordermill`, or the transformers model type (layoutlm, lilt, bert …) that the heads sit on."""
    pieces: int = 512
    """Most word pieces of a window (backbones that cut words into pieces)."""
    labels: tuple[str, ...] = LABELS
    roles: tuple[str, ...] = ROLES
    types: tuple[str, ...] = DOCUMENT_TYPES
    encoding: int = ENCODING_VERSION

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> ReaderConfig:
        raw = json.loads(path.read_text(encoding="utf-8"))
        for key, before in _BEFORE.items():
            raw.setdefault(key, before)
        for key in ("labels", "roles", "types"):
            raw[key] = tuple(raw[key])
        return cls(**raw)
