"""The arrays a network takes, whichever backbone it stands on: the same in training, export and serving."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.config import ReaderConfig
from models.encode import Encoded
from models.subwords import SUBWORD_INPUTS, subword_batch
from models.windows import Window, batch

WORD_INPUTS = ("ids", "numeric", "position", "neighbours", "block", "segment", "mask")


class Inputs:
    """Makes batches for one configuration. Holds the tokenizer where the backbone has one."""

    def __init__(self, config: ReaderConfig, folder: Path | None = None) -> None:
        self.config = config
        self.tokenizer: Tokenizer | None = None
        self.names: tuple[str, ...] = WORD_INPUTS
        if config.backbone != "ordermill":
            if folder is None:
                raise ValueError(f"backbone {config.backbone} needs the folder of its tokenizer")
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.names = SUBWORD_INPUTS

    def batch(self, encoded: Sequence[Encoded], windows: Sequence[Window]) -> dict[str, NDArray]:  # type: ignore[type-arg]
        """Arrays by name, in the order of `names`."""
        if self.tokenizer is not None:
            return subword_batch(encoded, windows, self.config, self.tokenizer)
        return batch(encoded, windows, self.config)
