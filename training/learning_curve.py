"""How right the 1st, 2nd, 3rd and 5th document of an unseen layout are, with the sender memory and without.

    python -m training.learning_curve [--layouts 40] [--below 0.9] [--others 20] [--real ../shared/data/contoso_po …]

A layout is drawn from those kept out of training and taken where the model reads less than `below` of its first
document's fields rightly. Its documents come one after another; after each the right values are taught as a clerk would
leave them on the review page: typed, nothing pointed at. Real folders are read in their order, groups by
`layout_family`; they are only measured on, nothing of them is kept. Documents of other layouts are read with the full
memory and without: the results must not differ in a byte.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.generate.compose import generate, labelled
from data.placing import from_gold
from data.schema import Document
from models.extractor import Extractor
from models.memory import Memory
from training import corpora
from training.metrics import Judged, judge

FROM = 5_000_000
"""First layout of the measurement: other ones than any stage of training or evaluation uses."""
SHOWN = (1, 2, 3, 5)


@dataclass(frozen=True)
class Taught:
    """One document with what is right about it."""

    name: str
    document: Document
    gold: dict[str, Any]


@dataclass
class Curve:
    """Counts by the position of a document in its layout (1-based): right, judged, exact, documents."""

    alone: dict[int, list[int]] = field(default_factory=dict)
    remembering: dict[int, list[int]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)
    """Fields that are wrong on the second document with the memory."""
    seconds: list[tuple[float, float]] = field(default_factory=list)
    """Without and with the memory, of documents whose layout is known."""
    placed: Counter[str] = field(default_factory=Counter)

    def add(self, number: int, alone: Judged, with_memory: Judged) -> None:
        for counts, judged in ((self.alone, alone), (self.remembering, with_memory)):
            row = counts.setdefault(number, [0, 0, 0, 0])
            for k, more in enumerate((_right(judged), len(judged.cells), judged.exact, 1)):
                row[k] += more
        if number == 2:
            self.wrong.update(c.name for c in with_memory.cells if c.verdict != "right")

    def table(self) -> list[str]:
        """Markdown."""
        out = ["| document of the layout | documents | model alone | with memory | exact alone | exact with |",
               "|---|---|---|---|---|---|"]  # fmt: skip
        for k in SHOWN:
            if k in self.alone:
                a, m = self.alone[k], self.remembering[k]
                out.append(f"| {k} | {a[3]} | {_share(a[0], a[1])} | {_share(m[0], m[1])} | {a[2]} | {m[2]} |")
        return out


def _right(judged: Judged) -> int:
    return sum(c.verdict == "right" for c in judged.cells)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def hard(extractor: Extractor, count: int, below: float, first: int = FROM) -> Iterable[list[Taught]]:
    """`count` layouts, kept out of training, that the model reads badly; five documents of each."""
    seed = first
    while count:
        seed += 1
        made = labelled(generate(seed, split="heldout", content=0))
        judged = judge(extractor.extract(made.document).to_dict(), made.gold)
        if made.gold["document_type"] == "other" or _right(judged) >= below * len(judged.cells):
            continue
        count -= 1
        rest = [labelled(generate(seed, split="heldout", content=k)) for k in range(1, max(SHOWN))]
        yield [Taught(d.gold["id"], d.document, d.gold) for d in (made, *rest)]


def real(folder: Path) -> list[list[Taught]]:
    """Documents of a folder with gold values, by layout family."""
    groups: dict[str, list[Taught]] = {}
    for case in corpora.folder(folder):
        if case.document is not None:
            group = groups.setdefault(str(case.gold.get("layout_family")), [])
            group.append(Taught(case.name, case.document, case.gold))
    return list(groups.values())


def measure(extractor: Extractor, layouts: Iterable[Sequence[Taught]], memory: Memory | None = None) -> Curve:
    """Teach and judge, document by document. A given memory keeps all layouts; else each layout has its own."""
    curve = Curve()
    for documents in layouts:
        own = Memory() if memory is None else memory
        for number, taught in enumerate(documents, 1):
            start = time.perf_counter()
            alone = extractor.extract(taught.document)
            middle = time.perf_counter()
            remembering = extractor.extract_remembering(taught.document, own)
            if number > 1:
                curve.seconds.append((middle - start, time.perf_counter() - middle))
            curve.add(number, judge(alone.to_dict(), taught.gold), judge(remembering.to_dict(), taught.gold))
            learnt = own.learn(taught.document, from_gold(taught.gold), sender=documents[0].name, read=alone)
            curve.placed.update(learnt.placed.counts())
    return curve


def changed(extractor: Extractor, memory: Memory, count: int) -> list[str]:
    """Of `count` documents of other layouts those that the memory changes in any byte."""
    out = []
    for k in range(count):
        made = labelled(generate(FROM * 2 + k, split="heldout"))
        alone = json.dumps(extractor.extract(made.document).to_dict())
        if alone != json.dumps(extractor.extract_remembering(made.document, memory).to_dict()):
            out.append(str(made.gold["id"]))
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--layouts", type=int, default=40, help="generated layouts that the model reads badly")
    parser.add_argument("--below", type=float, default=0.9, help="share of right fields below which that is so")
    parser.add_argument("--others", type=int, default=20, help="documents of other layouts to be compared")
    parser.add_argument("--real", type=Path, nargs="*", default=[], help="folders of real documents with gold values")
    parser.add_argument("--model", default="default", help="`default` for the shipped one, or a folder")
    given = parser.parse_args()
    extractor = Extractor.load(given.model)
    memory = Memory()
    sets: list[tuple[str, Iterable[Sequence[Taught]], Memory]] = []
    if given.layouts:
        sets.append(("generated", hard(extractor, given.layouts, given.below), memory))
    sets += [(folder.name, real(folder), Memory()) for folder in given.real]
    for name, layouts, own in sets:
        curve = measure(extractor, layouts, own)
        wrong = ", ".join(f"{n} {k}" for n, k in curve.wrong.most_common(8))
        sys.stdout.write("\n".join(["", f"## {name}", "", *curve.table(), "", f"Wrong on the second: {wrong}", ""]))
        sys.stdout.write(f"Values placed: {dict(curve.placed)}\n")
        if curve.seconds:
            more = sorted(b - a for a, b in curve.seconds)[len(curve.seconds) // 2]
            sys.stdout.write(f"Added by the memory, median: {1000 * more:.0f} ms\n")
        sys.stdout.flush()
    if given.layouts and given.others:
        found = changed(extractor, memory, given.others)
        sys.stdout.write(f"Other layouts changed: {len(found)} of {given.others} {found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
