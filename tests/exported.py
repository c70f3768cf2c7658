"""Orders as the desk exports them for learning, made from generated documents: `senders` of one layout each."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from data.generate.compose import generate, labelled
from data.labels import LabelledDocument


def result_of(made: LabelledDocument) -> dict[str, Any]:
    """The contract's result with the gold values, as a person leaves it; no boxes, as for typed values."""
    gold = made.gold

    def value(text: Any) -> dict[str, Any]:
        return {"value": str(text), "text": str(text), "confidence": 1.0, "boxes": [], "source": "corrected"}

    return {
        "document_type": {"value": gold["document_type"], "confidence": 1.0},
        "document": {"language": gold["language"]},
        "fields": {name: value(text) for name, text in gold["fields"].items()},
        "lines": [{"kind": kind, "page": 1, "fields": {n: value(t) for n, t in fields.items()}}
                  for kind, fields in zip(gold["kinds"], gold["lines"], strict=True)],
    }  # fmt: skip


def export(
    folder: Path, senders: int, documents: int, *, first: int = 5000, split: Literal["train", "heldout"] = "heldout",
    spoil: Callable[[str, dict[str, Any]], dict[str, Any]] | None = None,
) -> Path:  # fmt: skip
    """Write the folder; `spoil` changes the result of a sender's order before it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    for s in range(senders):
        sender = f"sender{s:02d}@example.com"
        for d in range(documents):
            made = labelled(generate(first + s, split=split, content=d + 1))
            result = result_of(made)
            raw = {
                "order": f"{s:02d}-{d:02d}", "sender": sender, "received_at": f"2026-10-{d + 1:02d}T08:00:00+00:00",
                "truth": "corrected", "consent": True, "keep_until": None, "document": made.document.to_dict(),
                "result": spoil(sender, result) if spoil else result,
            }  # fmt: skip
            path = folder / f"{raw['order']}.json.gz"
            path.write_bytes(gzip.compress(json.dumps(raw).encode(), mtime=0))
    return folder
