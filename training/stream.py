"""Endless labelled documents as batches of windows: generation, augmentation, targets.

Every document has a number, and everything random about it comes from that number, so a run that is stopped and
resumed at document n sees what an unbroken run would have seen.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import IterableDataset, get_worker_info

from data.errors import SetupError
from data.fields import DOCUMENT_TYPES, LABELS, ROLES
from data.generate.compose import generate, labelled
from data.generate.ocr_noise import simulate
from data.labels import LabelledDocument
from models.config import ReaderConfig
from models.encode import ARITHMETIC, Encoded, encode
from models.inputs import Inputs
from models.windows import Window, cut, with_context
from training.corpus import Corpus

LABEL_NUMBER = {name: k for k, name in enumerate(LABELS)}
ROLE_NUMBER = {name: k for k, name in enumerate(ROLES)}
TYPE_NUMBER = {name: k for k, name in enumerate(DOCUMENT_TYPES)}
IGNORE = -100
EVIDENCE = ("arithmetic", "style", "neighbours", "blocks", "segments", "rotary", "characters")
"""What an ablation can take away."""
Numbers = NDArray[np.int64]
POOL = 64
"""Windows gathered before they are sorted by length into batches."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A window with its targets; `weight`-less words (context, padding) have target `IGNORE`."""

    encoded: Encoded
    window: Window
    field: NDArray[np.int64]
    role: NDArray[np.int64]
    start: NDArray[np.int64]
    kind: int


def targets(document: LabelledDocument, encoded: Encoded) -> tuple[Numbers, Numbers, Numbers]:
    """Label and role number of every word, in the order of `encoded`; 1 where its row is the first of its line."""
    tags = [document.tags[p][i] for p, i in zip(encoded.page, encoded.index, strict=True)]
    field = np.array([LABEL_NUMBER[t.field] for t in tags], np.int64)
    role = np.array([ROLE_NUMBER[t.role] for t in tags], np.int64)
    line = np.array([t.line for t in tags], np.int64)
    top = np.full(len(encoded.row) and int(encoded.row.max()) + 1, -1, np.int64)
    np.maximum.at(top, encoded.row, line)  # the line of each row
    first = np.zeros(len(top), np.int64)
    met: set[int] = set()
    for number, owner in enumerate(top.tolist()):
        first[number] = owner >= 0 and owner not in met
        met.add(owner)
    return field, role, first[encoded.row]


def samples(document: LabelledDocument, config: ReaderConfig, rng: random.Random | None = None) -> list[Sample]:
    """All windows of a document with targets; with `rng`, augmented."""
    encoded = encode(document.document, config)
    field, role, start = targets(document, encoded)
    if rng is not None:
        encoded = augment(encoded, rng)
    kind = TYPE_NUMBER[document.gold["document_type"]]
    head = np.flatnonzero(role == ROLE_NUMBER["head"]).astype(np.int32)
    out = []
    for own in cut(encoded, config):
        window = with_context(own, head, config)
        f, r, s = (t[window.words] for t in (field, role, start))
        for target in (f, r, s):
            target[: window.context] = IGNORE
        out.append(Sample(encoded, window, f, r, s, kind))
    return out


def augment(encoded: Encoded, rng: random.Random) -> Encoded:
    """Stretch and shift positions, drop hints and single words, so that no one feature is leaned on."""
    numeric, position, ids = encoded.numeric.copy(), encoded.position.copy(), encoded.ids
    stretch, lift = rng.uniform(0.88, 1.12), rng.uniform(0.88, 1.12)
    position[:, :2] = (position[:, :2] - 500) * stretch + 500 + rng.uniform(-20, 20)
    position[:, 2] *= lift
    if rng.random() < 0.2:
        numeric[:, ARITHMETIC] = 0
    if rng.random() < 0.1:
        numeric[:, 6] = 0
    if rng.random() < 0.1:
        numeric[:, 5] = 0
    if rng.random() < 0.5:
        share = rng.choice((0.01, 0.03, 0.08))
        noise = np.random.default_rng(rng.getrandbits(32))
        ids = ids.copy()
        lost = noise.random(len(ids)) < share
        ids[lost, 0] = 0  # the word itself unknown, its shape and letters kept
        ids[np.ix_(np.flatnonzero(noise.random(len(ids)) < share / 3), np.arange(4, ids.shape[1]))] = 0
    return replace(encoded, numeric=numeric, position=position, ids=ids)


def document(number: int, ocr_share: float, split: Literal["train", "heldout"] = "train") -> LabelledDocument:
    """Generated document `number`."""
    made = labelled(generate(number, split=split))
    rng = random.Random(number * 7919 + 13)  # noqa: S311 - data, not secrets
    return simulate(made, rng) if rng.random() < ocr_share else made


def withhold(arrays: dict[str, Any], names: tuple[str, ...], blocks: int) -> None:
    """Take evidence out of a batch in place (ablations)."""
    for name in names:
        if name not in EVIDENCE:
            raise SetupError(f"params.yaml: train.without names {name!r}", hint=f"known: {', '.join(EVIDENCE)}")
    if "arithmetic" in names:
        arrays["numeric"][..., ARITHMETIC] = 0
    if "style" in names:
        arrays["numeric"][..., 5:7] = 0
    if "neighbours" in names:
        arrays["neighbours"][:] = arrays["mask"].shape[1]
    if "blocks" in names:
        arrays["block"][:] = blocks - 1
    if "segments" in names:
        arrays["segment"][:] = np.arange(arrays["segment"].shape[1])  # every word a segment of its own
    if "rotary" in names:
        arrays["position"][:] = 0
    if "characters" in names:
        arrays["ids"][..., 1:] = 0


def to_batch(chosen: list[Sample], inputs: Inputs, without: tuple[str, ...] = ()) -> dict[str, torch.Tensor]:
    """The network's input arrays plus targets `field`, `role`, `start` `[b, n]` and `kind` `[b]`."""
    arrays = inputs.batch([s.encoded for s in chosen], [s.window for s in chosen])
    shape = arrays["mask"].shape
    for name in ("field", "role", "start"):
        arrays[name] = np.full(shape, IGNORE, np.int64)
        for k, s in enumerate(chosen):
            arrays[name][k, : len(s.field)] = getattr(s, name)
    withhold(arrays, without, inputs.config.blocks)
    out = {name: torch.from_numpy(value) for name, value in arrays.items()}
    out["kind"] = torch.tensor([s.kind for s in chosen])
    return out


class Stream(IterableDataset):  # type: ignore[type-arg]
    """Batches of about `batch_words` words from document `start` on, endless.

    Each holds `documents`, how many it stands for, and `last`: whether all windows drawn so far have been given, so
    that a stream which starts behind these documents goes on as this one does.
    """

    def __init__(self, inputs: Inputs, seed: int, batch_words: int, ocr_share: float,
                 start: int = 0, rank: int = 0, ranks: int = 1, without: tuple[str, ...] = (),
                 corpus: Corpus | None = None, corpus_share: float = 0.0) -> None:  # fmt: skip
        self.inputs, self.config, self.seed = inputs, inputs.config, seed
        self.batch_words, self.ocr_share = batch_words, ocr_share
        self.corpus, self.corpus_share = corpus, corpus_share
        self.start, self.rank, self.ranks, self.without = start, rank, ranks, without

    def __iter__(self) -> Iterator[dict[str, torch.Tensor]]:
        info = get_worker_info()
        workers, worker = (info.num_workers, info.id) if info else (1, 0)
        step = workers * self.ranks
        number = self.start + self.rank * workers + worker
        pool: list[Sample] = []
        seen = 0
        while True:
            rng = random.Random((self.seed << 40) + number)  # noqa: S311
            try:
                pool += samples(self.next(number, rng), self.config, rng)
            except Exception as error:  # one document must not end a run of hours; its number says how to see it
                print(f"document {(self.seed << 32) + number} skipped: {error!r}", file=sys.stderr)
            number += step
            seen += 1
            if len(pool) >= POOL:
                ready = self._batches(pool, rng)
                for k, chosen in enumerate(ready):
                    out = to_batch(chosen, self.inputs, self.without)
                    share = seen // len(ready) + (k < seen % len(ready))
                    out["documents"] = torch.tensor(share)
                    out["last"] = torch.tensor(k == len(ready) - 1)
                    yield out
                pool, seen = [], 0

    def next(self, number: int, rng: random.Random) -> LabelledDocument:
        """Document `number`: a generated one, or with `corpus_share` one of the corpus."""
        if self.corpus is not None and rng.random() < self.corpus_share:
            return self.corpus.pick(rng)
        return document((self.seed << 32) + number, self.ocr_share)

    def _batches(self, pool: list[Sample], rng: random.Random) -> list[list[Sample]]:
        pool.sort(key=lambda s: len(s.field))
        out: list[list[Sample]] = [[]]
        for s in pool:
            if out[-1] and len(s.field) * (len(out[-1]) + 1) > self.batch_words:
                out.append([])
            out[-1].append(s)
        rng.shuffle(out)
        return out
