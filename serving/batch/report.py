"""What came of a batch: everything in its folder, and what this run did."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table

from serving.batch.ledger import UNREAD, Ledger
from serving.batch.running import Tally

GROUPS = {"status": "status", "errors": "code", "languages": "language", "types": "type", "sources": "source"}
"""Parts of the report by column of the index."""


def report(ledger: Ledger, tally: Tally, about: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    """JSON-ready. `whole`: the run came to the end of its documents."""
    ((documents, pages, unread),) = ledger.tally(
        f"select count(*), coalesce(sum(pages), 0), coalesce(sum(key like '{UNREAD}%'), 0) from results"  # noqa: S608
    )
    return {
        "complete": whole, **about, "documents": documents, "pages": pages, "files_without_content": unread,
        **{name: _counted(ledger, column) for name, column in GROUPS.items()}, "warnings": _warnings(ledger),
        "run": {
            "files": tally.found, "known": tally.known, "read": tally.read, "failed": tally.failed,
            "pages": tally.pages, "seconds": round(tally.seconds, 1), "pages_per_second": round(tally.speed, 2),
            "worker_seconds": round(tally.busy, 1),
        },
    }  # fmt: skip


def write(made: dict[str, Any], folder: Path) -> None:
    """Into report.json, whole or not at all."""
    beside = folder / ".report.part"
    beside.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(beside, folder / "report.json")


def show(made: dict[str, Any], out: TextIO) -> None:
    """The same for people."""
    run = made["run"]
    table = Table(title=f"{made['documents']} documents, {made['pages']} pages", title_justify="left")
    table.add_column("what")
    table.add_column("how many", justify="right")
    for name in (*GROUPS, "warnings"):
        for key, count in made[name].items():
            table.add_row(f"{name}: {key}", str(count))
    console = Console(file=out, highlight=False, width=None if out.isatty() else 100)
    console.print(table)
    console.print(
        f"This run: {run['files']} files, {run['known']} of them known already, {run['read']} documents read "
        f"({run['failed']} failed), {run['pages']} pages in {run['seconds']} s, {run['pages_per_second']} a second "
        f"with {made['workers']} workers ({made['engine']})."
    )
    if not made["complete"]:
        console.print("Interrupted: run the same command again, it goes on where it stopped.")


def _counted(ledger: Ledger, column: str) -> dict[str, int]:
    """Commonest first; what is not known is left out, but not of languages and types of what was read."""
    known = "status != 'failed'" if column in ("language", "type") else f"{column} is not null and {column} != ''"
    rows = ledger.tally(
        f"select coalesce({column}, 'unknown'), count(*) from results where {known} group by 1 order by 2 desc, 1"  # noqa: S608
    )
    return {str(name): int(number) for name, number in rows}


def _warnings(ledger: Ledger) -> dict[str, int]:
    """Documents with each warning."""
    found: Counter[str] = Counter()
    for codes, number in ledger.tally("select warnings, count(*) from results where warnings != '' group by 1"):
        found.update(dict.fromkeys(str(codes).split(), int(number)))
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
