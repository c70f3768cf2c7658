"""Labelled documents as Hugging Face datasets: one row a document, words and tags as columns, provenance beside them.

    python -m training.corpus --count 1000 --out data/processed/generated [--split heldout] [--first 1]

`train.corpus` in params.yaml names such a folder; its documents are mixed with generated ones (`corpus_share`).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

import datasets
from datasets import ClassLabel, Dataset, Features, List, Value

from data.errors import SetupError
from data.fields import LABELS, ROLES
from data.generate.compose import generate, labelled
from data.labels import LabelledDocument, Tag
from data.schema import Document

PAGE_COLUMNS = {
    "words": Value("string"), "boxes": List(Value("float32"), length=4), "sizes": Value("float32"),
    "bold": Value("bool"), "sources": Value("string"), "field": ClassLabel(names=list(LABELS)),
    "role": ClassLabel(names=list(ROLES)), "line": Value("int32"),
}  # fmt: skip
"""A list of words a page; the outer list is the pages."""

FEATURES = Features(
    {"id": Value("string"), "file": Value("string"), "sha256": Value("string"), "origin": Value("string"),
     "sender": Value("string"), "split": Value("string"), "consent": Value("bool"), "keep_until": Value("string"),
     "received": Value("string"), "placed": Value("float32"), "language": Value("string"),
     "layout_family": Value("string"), "document_type": Value("string"),
     "page_sizes": List(List(Value("float32"), length=2)), "gold": Value("string")}
    | {name: List(List(kind)) for name, kind in PAGE_COLUMNS.items()}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document and its truth come from, and what may be done with it."""

    origin: str
    """Of the truth: generated, corrected (by a person), confirmed (approved as read), embedded (XML), odoo."""
    sender: str = ""
    split: str = ""
    """train, recent (later documents of senders in train) or gold (senders kept out of training for good)."""
    consent: bool = True
    """Whether its sender or owner lets it be trained on."""
    keep_until: str = ""
    """ISO date after which it must be gone from every set; empty for no end."""
    received: str = ""
    """ISO time."""
    placed: float = 1.0
    """Share of its right values that were found on the page: what is not placed is no label."""


def to_row(made: LabelledDocument, where: Provenance) -> dict[str, Any]:
    """A document as a row."""
    pages = made.document.pages
    gold = made.gold
    return {
        "id": str(gold.get("id", made.document.sha256)), "file": made.document.file, "sha256": made.document.sha256,
        **asdict(where), "language": str(gold.get("language")), "layout_family": str(gold.get("layout_family")),
        "document_type": str(gold.get("document_type")), "page_sizes": [[p.width, p.height] for p in pages],
        "gold": json.dumps(gold, ensure_ascii=False),
        "words": [[w.text for w in p.words] for p in pages],
        "boxes": [[[w.box.x0, w.box.y0, w.box.x1, w.box.y1] for w in p.words] for p in pages],
        "sizes": [[w.size for w in p.words] for p in pages], "bold": [[w.bold for w in p.words] for p in pages],
        "sources": [[w.source for w in p.words] for p in pages],
        "field": [[LABELS.index(t.field) for t in tags] for tags in made.tags],
        "role": [[ROLES.index(t.role) for t in tags] for tags in made.tags],
        "line": [[t.line for t in tags] for tags in made.tags],
    }  # fmt: skip


def from_row(row: dict[str, Any]) -> LabelledDocument:
    """The document of a row; reverses `to_row` up to float32."""
    pages = []
    for k, (width, height) in enumerate(row["page_sizes"]):
        columns = zip(row["words"][k], row["boxes"][k], row["sizes"][k], row["bold"][k], row["sources"][k], strict=True)
        words = [[text, *box, size, bold, source, None] for text, box, size, bold, source in columns]
        sources = {w[7] for w in words}
        source = sources.pop() if len(sources) == 1 else "mixed" if sources else "empty"
        pages.append({"number": k + 1, "width": width, "height": height, "source": source, "label": None,
                      "health": 1.0, "angle": 0.0, "words": words})  # fmt: skip
    document = Document.from_dict({"file": row["file"], "sha256": row["sha256"], "warnings": [], "pages": pages})
    tags = tuple(
        tuple(Tag(LABELS[f], ROLES[r], n) for f, r, n in zip(fields, roles, lines, strict=True))
        for fields, roles, lines in zip(row["field"], row["role"], row["line"], strict=True)
    )
    return LabelledDocument(document, tags, json.loads(row["gold"]))


def build(documents: Iterable[tuple[LabelledDocument, Provenance]]) -> Dataset:
    """A dataset of `documents`; ValueError for one that repeats another's id."""
    rows = [to_row(made, where) for made, where in documents]
    ids = [row["id"] for row in rows]
    if len(set(ids)) < len(ids):
        raise ValueError("two documents of a corpus have the same id")
    return Dataset.from_list(rows, features=FEATURES)


def generated(
    count: int, first: int, split: Literal["train", "heldout"]
) -> Iterator[tuple[LabelledDocument, Provenance]]:
    where = Provenance("generated", split=split)
    return ((labelled(generate(first + k, split=split)), where) for k in range(count))


class Corpus:
    """Random access to a saved dataset, or to those of its documents that a retraining may learn from.

    A sender with four times as many documents is drawn twice as often: big senders must not drown the small ones, nor
    the small ones be learnt by heart.
    """

    def __init__(self, folder: str) -> None:
        rows = datasets.load_from_disk(folder)
        if "split" in rows.column_names:
            good = [k for k, row in enumerate(rows.select_columns(["split", "consent"])) if _learnable(row)]
            rows = rows.select(good)
        if len(rows) == 0:
            raise SetupError(f"{folder} holds no document to learn from", hint="see its report: splits, consent")
        self.rows = rows
        senders = rows["sender"] if "sender" in rows.column_names else [""] * len(rows)
        counts = Counter(senders)
        self.weights = list(accumulate(counts[s] ** -0.5 for s in senders))

    def __len__(self) -> int:
        return len(self.rows)

    def pick(self, rng: random.Random) -> LabelledDocument:
        return from_row(self.rows[rng.choices(range(len(self.rows)), cum_weights=self.weights)[0]])


def _learnable(row: dict[str, Any]) -> bool:
    return bool(row["consent"]) and row["split"] not in ("recent", "gold")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=1, help="number of the first document")
    parser.add_argument("--split", choices=("train", "heldout"), default="train")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    made = build(generated(arguments.count, arguments.first, arguments.split))
    made.save_to_disk(arguments.out)
    pages = sum(len(sizes) for sizes in made["page_sizes"])
    print(f"{len(made)} documents, {pages} pages, in {arguments.out}")


if __name__ == "__main__":
    main()
