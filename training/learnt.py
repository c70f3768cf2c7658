"""What a retrained model was trained on, written beside its weights: by hash, so that who is erased is not named there.

Goes with the model to the shelf and the registry; `ordermill erase` reads it to say which models saw a sender.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import datasets

from models.fingerprint import fingerprint

LEARNT = "learnt.json"
KEYS = ("orders", "documents", "senders")


def hashed(sender: str) -> str:
    """As `serving.desk.privacy.derived.hashed`; a test compares the two."""
    return hashlib.sha256(f"sender {' '.join(sender.casefold().split())}".encode()).hexdigest()


def write(model: Path, champion: Path, corrected: str) -> dict[str, Any]:
    """Write the manifest of the model in `model`, which began as `champion`: what that one had learnt counts too."""
    rows = datasets.load_from_disk(corrected).select_columns(["id", "sha256", "sender", "split", "consent"])
    mine = [r for r in rows if r["consent"] and r["split"] not in ("gold", "recent")]
    found = {"orders": {r["id"] for r in mine}, "documents": {r["sha256"] for r in mine},
             "senders": {hashed(r["sender"]) for r in mine}}  # fmt: skip
    before = champion / LEARNT
    if before.is_file():
        earlier = json.loads(before.read_text(encoding="utf-8"))
        for key in KEYS:
            found[key] |= set(earlier[key])
    about = json.loads((model / "model.json").read_text(encoding="utf-8"))
    made = {"name": about["name"], "version": about["version"], "fingerprint": fingerprint(model),
            "from": fingerprint(champion), **{key: sorted(found[key]) for key in KEYS}}  # fmt: skip
    (model / LEARNT).write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return made
