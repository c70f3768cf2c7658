"""Measures `ordermill batch`: pages a second against workers, a kill half way, equality with reading one by one.

    nice -n 10 python -m tests.batch_measure --documents 5000 --part 500 --place var/batch-measure [--engine ray]

Prints a Markdown table for docs/batch.md. Takes about an hour for 5,000 documents on two cores.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from data.generate.compose import generate
from data.generate.options import Options
from data.generate.render import to_pdf
from serving.pipeline import Pipeline
from tests.repo import ROOT

FIRST = 940_000_000
"""Number of the first document: of no other stage."""


def make(place: Path, count: int) -> Path:
    """`count` generated documents in folders of 500."""
    for k in range(count):
        path = place / f"{k // 500:03d}" / f"{k:05d}.pdf"
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(to_pdf(generate(FIRST + k, split="heldout", options=Options()).sheets))
    return place


def batch(source: Path, out: Path, workers: int, engine: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "serving.cli",
        "batch",
        str(source),
        str(out),
        "--workers",
        str(workers),
        "--engine",
        engine,
    ]


def finished(out: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in out.glob("results-*.jsonl"))


def results(out: Path) -> dict[str, dict[str, Any]]:
    """By hash. Fails where a result is there twice."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(out.glob("results-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            result = json.loads(line)
            if result["sha256"] in found:
                raise SystemExit(f"twice: {result['sha256']}")
            found[result["sha256"]] = result
    return found


def speeds(place: Path, part: int, engine: str) -> None:
    listed = place / "part.txt"
    listed.write_text("".join(f"{p}\n" for p in sorted((place / "in").rglob("*.pdf"))[:part]))
    for workers in (1, 2):
        out = place / f"part-{engine}-{workers}"
        subprocess.run(batch(listed, out, workers, engine), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        run = json.loads((out / "report.json").read_text())["run"]
        print(f"| {engine} | {workers} | {run['read']} | {run['pages']} | {run['pages_per_second']} |", flush=True)


def killed(source: Path, out: Path, count: int, engine: str) -> int:
    """Kill it half way; how many results there were."""
    with subprocess.Popen(batch(source, out, 2, engine), cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while finished(out) < count // 2 and process.poll() is None:
            time.sleep(1)
        process.kill()
    return finished(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--part", type=int, default=500, help="documents for the speeds")
    parser.add_argument("--place", type=Path, required=True)
    parser.add_argument("--engine", default="ray", choices=("ray", "pool"))
    given = parser.parse_args()
    source, out = make(given.place / "in", given.documents), given.place / f"out-{given.engine}"
    print("| engine | workers | documents | pages | pages a second |\n|---|---|---|---|---|")
    speeds(given.place, given.part, given.engine)
    before = killed(source, out, given.documents, given.engine)
    subprocess.run(batch(source, out, 2, given.engine), cwd=ROOT, check=True)
    run = json.loads((out / "report.json").read_text())["run"]
    print(f"killed with {before} results; read afterwards: {run['read']}", flush=True)
    read, reader = results(out), Pipeline.load()
    unlike = 0
    for path in sorted(source.rglob("*.pdf")):
        alone = reader.extract(path.read_bytes(), path.name)[0].to_dict()
        other = read[alone["sha256"]]
        unlike += {**alone, "file": ""} != {**other, "file": ""}
    print(f"{len(read)} results, {unlike} unlike those of reading one by one")
    return int(bool(unlike))


if __name__ == "__main__":
    sys.exit(main())
