"""What recognition does to words: truth and reading of one page laid over each other and counted by kind of error.

    python -m data.generate.ocr_measure --count 10 --seed 1

prints what real recognition did to generated pages in each kind of scan, and what its simulation
(`data.generate.ocr_noise`) does to the same pages.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from statistics import fmean, pstdev

from data.generate.scan import KINDS, Kind, degrade, to_image_pdf
from data.labels import LabelledDocument
from data.schema import Word

_LETTERS = str.maketrans("łŁøØđĐ", "lLoOdD")
_LOOKALIKES = str.maketrans("O0oIl1|5S8BZ2", "OOOIIIISSBBZZ")
CURRENCY = frozenset("€$£")


@dataclass(frozen=True, slots=True)
class Group:
    """Words of the truth and of the reading that cover the same place. Either side may be empty."""

    true: tuple[Word, ...]
    read: tuple[Word, ...]


@dataclass(slots=True)
class Tally:
    """Counts over many pages."""

    words: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """Words of the truth by what became of them; `invented` counts groups read where nothing is printed."""
    swaps: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(printed, read) texts of single words read wrongly."""
    offsets: dict[str, list[float]] = field(default_factory=lambda: {k: [] for k in ("x0", "x1", "y0", "y1")})
    """How far each edge of a rightly read word is from the truth, in font sizes."""
    confidence: dict[bool, list[float]] = field(default_factory=lambda: {True: [], False: []})
    """Confidence of single words read rightly and wrongly."""

    def rates(self) -> dict[str, float]:
        """Share of the words of the truth for each kind, in percent."""
        return {kind: 100 * count / max(1, self.words) for kind, count in sorted(self.kinds.items())}

    def edges(self) -> dict[str, tuple[float, float]]:
        """Mean and standard deviation of each edge's offset, in font sizes."""
        return {edge: (fmean(v), pstdev(v)) for edge, v in self.offsets.items() if v}


def count(true: Sequence[Word], read: Sequence[Word], tally: Tally) -> None:
    """Add one page to the tally."""
    tally.words += len(true)
    for group in groups(true, read):
        kind = kind_of(group)
        tally.kinds[kind] += max(1, len(group.true))
        if len(group.true) == len(group.read) == 1:
            _count_single(group.true[0], group.read[0], kind, tally)


def _count_single(true: Word, read: Word, kind: str, tally: Tally) -> None:
    if kind == "right":
        for edge, values in tally.offsets.items():
            values.append((getattr(read.box, edge) - getattr(true.box, edge)) / true.size)
    else:
        tally.swaps[true.text, read.text] += 1
    if read.confidence is not None:
        tally.confidence[kind == "right"].append(read.confidence)


def kind_of(group: Group) -> str:
    """right, missing, invented, merged, merged_digits, merged_wrong, split, split_wrong, or as `kind_of_swap`."""
    true, read = "".join(w.text for w in group.true), "".join(w.text for w in group.read)
    if not group.read:
        return "missing"
    if not group.true:
        return "invented"
    if len(group.true) == len(group.read):
        return "right" if true == read and len(group.true) == 1 else kind_of_swap(true, read)
    more = "merged" if len(group.true) > len(group.read) else "split"
    if true != read:
        return f"{more}_wrong"
    return f"{more}_digits" if more == "merged" and group.true[0].text[-1:].isdigit() else more


def kind_of_swap(true: str, read: str) -> str:
    """What is wrong with a word read as another."""
    if true == read:
        return "cut_elsewhere"
    if plain(true) == plain(read):
        return "diacritics"
    if true.casefold() == read.casefold():
        return "case"
    if true.translate(_LOOKALIKES) == read.translate(_LOOKALIKES):
        return "lookalike"
    if [c for c in true if c not in CURRENCY] == list(read):
        return "currency_lost"
    letters = ["".join(c for c in text if c.isalnum()) for text in (true, read)]
    if letters[0] == letters[1]:
        return "punctuation"
    return "digits" if any(c.isdigit() for c in true) else "letters"


def plain(text: str) -> str:
    """`text` without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).translate(_LETTERS)


def groups(true: Sequence[Word], read: Sequence[Word]) -> Iterator[Group]:
    """Connected sets of words that overlap, each side from left to right."""
    parent = list(range(len(true) + len(read)))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for i, one in enumerate(true):
        for j, other in enumerate(read):
            if _same_place(one, other):
                parent[root(len(true) + j)] = root(i)
    members: dict[int, tuple[list[Word], list[Word]]] = {}
    for node in range(len(parent)):
        sides = members.setdefault(root(node), ([], []))
        if node < len(true):
            sides[0].append(true[node])
        else:
            sides[1].append(read[node - len(true)])
    for left, right in members.values():
        yield Group(tuple(sorted(left, key=_x0)), tuple(sorted(right, key=_x0)))


def _x0(word: Word) -> float:
    return word.box.x0


def _same_place(true: Word, read: Word) -> bool:
    """A read word lies on a true one: its centre is in the true row, and 40 % of the narrower one is covered."""
    if not true.box.y0 - 0.1 * true.size < read.box.cy < true.box.y1 + 0.1 * true.size:
        return False
    shared = min(true.box.x1, read.box.x1) - max(true.box.x0, read.box.x0)
    return shared > 0.4 * min(true.box.width, read.box.width)


def compare(seeds: Sequence[int], kind: Kind, *, luck: int = 5) -> tuple[Tally, Tally]:
    """Counts of the real reader and of the simulation, on the first pages of generated documents.

    The simulation is run `luck` times a page, since it costs nothing.
    """
    from data.generate.compose import generate, labelled
    from data.generate.ocr_noise import simulate
    from data.generate.render import to_pdf
    from data.readers import read

    real, simulated = Tally(), Tally()
    for seed in seeds:
        drawn = generate(seed)
        truth = first_page(labelled(drawn))
        scans = degrade(to_pdf(drawn.sheets[:1]), kind, seed)
        count(truth.document.words, read(to_image_pdf(scans, quality=90), f"{seed}.pdf").words, real)
        for turn in range(luck):
            rng = Random(f"{seed}-{turn}")  # noqa: S311
            count(truth.document.words, simulate(truth, rng, kind).document.words, simulated)
    return real, simulated


def first_page(labelled: LabelledDocument) -> LabelledDocument:
    """The document cut down to its first page."""
    document = replace(labelled.document, pages=labelled.document.pages[:1])
    return LabelledDocument(document, labelled.tags[:1], labelled.gold)


def table(kind: str, real: Tally, simulated: Tally) -> str:
    """Both counts side by side, as a Markdown table."""
    rates = real.rates(), simulated.rates()
    lines = [f"### {kind} ({real.words} words)", "", "| of 100 words | recognised | simulated |", "|---|---|---|"]
    for name in sorted({*rates[0], *rates[1]}, key=lambda n: -rates[0].get(n, 0.0)):
        lines.append(f"| {name.replace('_', ' ')} | {rates[0].get(name, 0):.2f} | {rates[1].get(name, 0):.2f} |")
    for edge in ("x0", "x1", "y0", "y1"):
        cells = [f"{t.edges()[edge][0]:+.2f} ± {t.edges()[edge][1]:.2f}" for t in (real, simulated)]
        lines.append(f"| {edge}, sizes off | {cells[0]} | {cells[1]} |")
    for name, right in (("right", True), ("wrong", False)):
        cells = [f"{fmean(t.confidence[right]):.3f}" if t.confidence[right] else "" for t in (real, simulated)]
        lines.append(f"| mean confidence, {name} | {cells[0]} | {cells[1]} |")
    return "\n".join((*lines, ""))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser("python -m data.generate.ocr_measure", description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1, help="seed of the first document")
    parser.add_argument("--count", type=int, default=10, help="pages for each kind of scan")
    parser.add_argument("--kinds", nargs="*", choices=KINDS, default=[kind for kind in KINDS if kind != "skew"])
    parser.add_argument("--swaps", action="store_true", help="also list words read wrongly")
    args = parser.parse_args(arguments)
    for kind in args.kinds:
        real, simulated = compare(range(args.seed, args.seed + args.count), kind)
        print(table(kind, real, simulated), flush=True)
        if args.swaps:
            print("  ".join(f"{printed} -> {seen}" for printed, seen in real.swaps), "\n")


if __name__ == "__main__":
    main()
