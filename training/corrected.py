"""Orders that people corrected or confirmed, as a dataset to learn from and to be judged on.

    python -m training.corrected IN... --out data/processed/corrected [--gold-share 0.1]

IN are folders that `ordermill learning` wrote: one `*.json.gz` an order, its words, its right values and where
they came from. A tenth of the senders is kept out of training for good (gold); of the others the latest quarter of
their orders is kept for judging (recent). Orders whose sender does not consent, or whose time is over, are left out.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from data.errors import SetupError
from data.labels import LabelledDocument
from data.placing import from_result, place
from data.schema import Document
from training.corpus import Provenance, build

RECENT = 0.25
"""Share of a sender's orders, the latest, that are judged on."""
LEAST_PLACED = 0.7
"""Share of an order's values that must be found on its pages to learn from it: the rest would be taught as absent."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One order as exported by the desk."""

    id: str
    sender: str
    received: datetime
    origin: str
    consent: bool
    keep_until: date | None
    document: Document
    result: dict[str, Any]
    """The contract's result as it stood at the end, a person's corrections in it."""
    read: dict[str, Any] | None
    """The same as the model had read it."""


def read(folder: Path) -> Iterator[Corrected]:
    """The orders of an exported folder, oldest name first. Raises `SetupError` that names a file which is none."""
    for path in sorted(folder.glob("*.json.gz")):
        try:
            raw = json.loads(gzip.decompress(path.read_bytes()))
            until = raw.get("keep_until")
            yield Corrected(
                str(raw["order"]), str(raw["sender"]), datetime.fromisoformat(raw["received_at"]), str(raw["truth"]),
                bool(raw.get("consent", True)), date.fromisoformat(until[:10]) if until else None,
                Document.from_dict(raw["document"]), raw["result"], raw.get("read"),
            )  # fmt: skip
        except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
            raise SetupError(
                f"{path} is no order of `ordermill learning` ({type(error).__name__})",
                hint="export the folder again",
            ) from error


def usable(orders: Iterable[Corrected], today: date) -> tuple[list[Corrected], Counter[str]]:
    """Orders that may be kept, and how many were left out for what."""
    kept: dict[str, Corrected] = {}
    out: Counter[str] = Counter()
    for order in orders:
        if not order.consent:
            out["no consent"] += 1
        elif order.keep_until is not None and order.keep_until < today:
            out["kept long enough"] += 1
        else:
            out["exported twice"] += order.id in kept
            kept[order.id] = order
    return list(kept.values()), out


def splits(orders: Sequence[Corrected], gold_share: float) -> dict[str, str]:
    """Split of each order by its id. A sender is in gold or not whatever else is exported later: its name decides."""
    by_sender: dict[str, list[Corrected]] = defaultdict(list)
    for order in orders:
        by_sender[order.sender].append(order)
    out: dict[str, str] = {}
    for sender, mine in by_sender.items():
        if _number(sender) < gold_share:
            out |= {o.id: "gold" for o in mine}
            continue
        ordered = sorted(mine, key=lambda o: (o.received, o.id))
        late = int(len(ordered) * RECENT)
        out |= {o.id: "train" if k < len(ordered) - late else "recent" for k, o in enumerate(ordered)}
    return out


def _number(sender: str) -> float:
    """A number from 0 to 1 that is always the same for a sender."""
    return int.from_bytes(hashlib.sha256(f"gold {sender.casefold()}".encode()).digest()[:6], "big") / 2**48


def label(
    orders: Iterable[Corrected], split: dict[str, str]
) -> Iterator[tuple[LabelledDocument, Provenance, Counter[str]]]:
    """Each order with tags for its words, its provenance, and how its values were placed."""
    for order in orders:
        placed = place(order.document, from_result(order.result))
        gold = {**placed.labelled.gold, "id": order.id, "complete": True, "layout_family": order.sender,
                "language": (order.result.get("document") or {}).get("language")}  # fmt: skip
        made = LabelledDocument(placed.labelled.document, placed.labelled.tags, gold)
        where = split[order.id]
        if where == "train" and placed.share < LEAST_PLACED:
            where = "values"  # known values without places: no labels to learn from
        yield made, Provenance(
            order.origin, order.sender, where, order.consent, order.keep_until.isoformat() if order.keep_until else "",
            order.received.astimezone(UTC).isoformat(), round(placed.share, 4),
        ), Counter(placed.counts())  # fmt: skip


def collect(folders: Sequence[Path], out: Path, gold_share: float = 0.1, today: date | None = None) -> dict[str, Any]:
    """Write the dataset to `out`, with report.json beside its files; returns the report.

    Raises `SetupError` where there is nothing to write.
    """
    orders, left = usable((o for folder in folders for o in read(folder)), today or datetime.now(UTC).date())
    if not orders:
        raise SetupError(
            f"no order to learn from in {', '.join(map(str, folders))}", hint="run `ordermill learning` first"
        )
    placed: Counter[str] = Counter()
    rows: list[tuple[LabelledDocument, Provenance]] = []
    for made, where, counts in label(orders, splits(orders, gold_share)):
        placed += counts
        rows.append((made, where))
    build(rows).save_to_disk(out)
    report = {
        "orders": len(rows), "senders": len({w.sender for _, w in rows}), "left_out": dict(left),
        "splits": dict(Counter(w.split for _, w in rows)), "origins": dict(Counter(w.origin for _, w in rows)),
        "values": dict(placed), "leaks": leaks([w for _, w in rows]),
    }  # fmt: skip
    (out / "report.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return report


def leaks(rows: Sequence[Provenance]) -> list[str]:
    """Senders that are in gold and in another split: there must be none."""
    gold = {w.sender for w in rows if w.split == "gold"}
    return sorted(gold & {w.sender for w in rows if w.split != "gold"})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="IN", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("data/processed/corrected"))
    parser.add_argument("--gold-share", type=float, default=0.1, help="share of senders kept out of training for good")
    arguments = parser.parse_args()
    try:
        report = collect(arguments.folders, arguments.out, arguments.gold_share)
    except SetupError as error:
        print(f"{error.message}\n{error.hint}", file=sys.stderr)
        return 2
    table = Table(title=f"{report['orders']} orders of {report['senders']} senders in {arguments.out}")
    for column in ("what", "how many"):
        table.add_column(column)
    for name in ("splits", "origins", "values", "left_out"):
        for key, count in report[name].items():
            table.add_row(f"{name}: {key}", str(count))
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
