"""Takes what belongs to somebody out of a dataset, which is written anew without it.

    python -m training.forget DATASET [--dry-run] < what.json

what.json holds `orders` (ids), `documents` (SHA-256) and `names` (addresses and names); a row goes that is of one of
them or says one of them in any word, value or column. Prints how many rows as JSON. `ordermill erase` calls it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import datasets

from training.corpus import Provenance
from training.corrected import leaks

REPORT = "report.json"


def forget(folder: Path, orders: set[str], documents: set[str], names: set[str], *, dry: bool = False) -> int:
    """How many rows went; with `dry` none goes. A dataset of which nothing is left is removed."""
    rows = datasets.load_from_disk(str(folder))
    kept = [k for k, row in enumerate(rows) if not names_one(row, orders, documents, names)]
    gone = len(rows) - len(kept)
    if dry or not gone:
        return gone
    old, new = folder.with_name(f".{folder.name}.old"), folder.with_name(f".{folder.name}.new")
    for left in (old, new):
        shutil.rmtree(left, ignore_errors=True)
    if kept:
        # Row by row: a selection may be written with the whole buffers that it is a view of.
        fresh = datasets.Dataset.from_list([rows[k] for k in kept], features=rows.features)
        fresh.save_to_disk(str(new))
        report = folder / REPORT
        if report.is_file():
            told = _report(json.loads(report.read_text(encoding="utf-8")), fresh)
            (new / REPORT).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    # The folder with its caches goes whole. Killed in between, the dataset is gone and can be made again.
    os.replace(folder, old)
    if kept:
        os.replace(new, folder)
    shutil.rmtree(old)
    return gone


def names_one(row: dict[str, Any], orders: set[str], documents: set[str], names: set[str]) -> bool:
    """Whether a row is of one of the orders or documents, or says one of the names (case folded)."""
    if row.get("id") in orders or row.get("sha256") in documents:
        return True
    words = " ".join(word for page in row.get("words") or () for word in page)
    texts = [words, *(str(row.get(name) or "") for name in ("id", "file", "sender", "layout_family")), _gold(row)]
    said = "\n".join(texts).casefold()
    return any(name in said for name in names)


def _gold(row: dict[str, Any]) -> str:
    """The gold values without JSON's escapes."""
    return json.dumps(json.loads(row.get("gold") or "{}"), ensure_ascii=False)


def _report(old: dict[str, Any], rows: Any) -> dict[str, Any]:
    """The report with its counts as they are now; what was counted while placing is not known any more by row."""
    provenance = [Provenance(r["origin"], r["sender"], r["split"]) for r in
                  rows.select_columns(["origin", "sender", "split"])]  # fmt: skip
    now = {
        "orders": len(provenance), "senders": len({p.sender for p in provenance}), "leaks": leaks(provenance),
        "splits": dict(Counter(p.split for p in provenance)), "origins": dict(Counter(p.origin for p in provenance)),
    }  # fmt: skip
    return {**{k: v for k, v in old.items() if k == "left_out"}, **now, "erased": True}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    given = parser.parse_args()
    datasets.disable_progress_bars()
    asked = json.load(sys.stdin)
    gone = forget(given.dataset, set(asked["orders"]), set(asked["documents"]),
                  {str(name).casefold() for name in asked["names"]}, dry=given.dry_run)  # fmt: skip
    print(json.dumps({"rows": gone}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
