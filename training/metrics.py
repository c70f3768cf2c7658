"""Judging extractions against gold values.

The definitions are those of the contract's scorer (a test compares the two where that scorer is at hand): numbers as
decimals, texts without case, spacing and punctuation, addresses and descriptions by word overlap of 0.8; a wrong value
is a false positive and a false negative; an invented one counts where the gold file is complete. One thing differs:
the scorer takes a box, a case, a carton and a pack for the same unit, here they are what `data.values.units` says.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from data.fields import FIELDS, HEADER, LINE
from data.values import units

Verdict = Literal["right", "wrong", "missing", "invented"]
LOOSE = {"description", "payment_terms", "delivery_terms"}
OVERLAP = 0.8
ARTICLES = (("buyer_article_no", "supplier_article_no"), ("supplier_article_no", "buyer_article_no"))
JUDGED_KINDS = ("item", "charge")


def words(text: object) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", str(text)).casefold())


def kind_of(name: str) -> str:
    """Kind of a header field, or of a line field given without its prefix."""
    found = FIELDS.get(name) or FIELDS.get(f"line.{name}")
    return found.kind if found else "id"


def same(name: str, gold: object, read: object) -> bool:
    """True when `read` is the gold value of the field `name` (line fields without prefix)."""
    if read is None:
        return False
    kind = kind_of(name)
    if kind in ("amount", "number"):
        try:
            return Decimal(str(gold)) == Decimal(str(read))
        except InvalidOperation:
            return False
    if kind == "unit":
        return "".join(words(gold)) == "".join(words(read)) or _unit(gold) == _unit(read)
    a, b = words(gold), words(read)
    if kind == "address" or name in LOOSE:
        if not a or not b:
            return a == b
        return 2 * sum((Counter(a) & Counter(b)).values()) / (len(a) + len(b)) >= OVERLAP
    if kind == "name":
        return a == b or (len(a) > 1 and (a == b[: len(a)] or (b == a[: len(b)] and len(b) > 1)))
    if name == "line_no":
        return "".join(a).lstrip("0") == "".join(b).lstrip("0")
    return "".join(a) == "".join(b)


PIECES = {"C62", "H87", "EA", "XPP", "NAR", "PCE"}
"""Codes of Rec 20 and 21 that all print as "piece"; which one is meant is not on the page."""


def _unit(printed: object) -> str | None:
    code = units.value(str(printed))
    return "H87" if code in PIECES else code


Cells = Mapping[str, Any]


def plain(cell: Any) -> Any:
    """The value of a cell given as `{"value": …}` or bare."""
    return cell.get("value") if isinstance(cell, Mapping) else cell


def align(gold: Sequence[Cells], read: Sequence[Cells]) -> list[tuple[int, int]]:
    """Pairs of lines, in order, with the most equal cells (dynamic programming)."""
    weight = [[sum(same(k, v, plain(p.get(k))) for k, v in g.items()) + 0.01 for p in read] for g in gold]
    n, m = len(gold), len(read)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + weight[i][j])
    pairs, i, j = [], 0, 0
    while i < n and j < m:
        if best[i][j] == best[i + 1][j + 1] + weight[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


@dataclass(frozen=True, slots=True)
class Judgement:
    """One cell: `name` is qualified (`line.` prefix), `line` the index into the result's lines (None: no such line),
    `row` the index into the gold's lines, of those that are judged."""

    name: str
    verdict: Verdict
    gold: Any
    read: Any
    line: int | None = None
    confidence: float | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A document's judgements. `exact`: nothing critical wrong or missing and as many lines as there are."""

    cells: tuple[Judgement, ...]
    exact: bool
    order_confidence: float | None = None


@dataclass(slots=True)
class _Judge:
    gold: Mapping[str, Any]
    cells: list[Judgement] = field(default_factory=list)
    exact: bool = True

    def looked_for(self, key: str, name: str) -> bool:
        listed = self.gold.get(key)
        return bool(self.gold.get("complete")) and (listed is None or name in listed)

    def cell(
        self, prefix: str, name: str, gold: Any, cell: Any, looked_for: bool,
        line: int | None = None, row: int | None = None,
    ) -> None:  # fmt: skip
        read = plain(cell)
        sure = cell.get("confidence") if isinstance(cell, Mapping) else None
        if gold is None:
            if read is None or not looked_for:
                return
            verdict: Verdict = "invented"
        elif read is None:
            verdict = "missing"
        else:
            printed = cell.get("text") if isinstance(cell, Mapping) else None
            right = same(name, gold, read) or (name == "unit" and printed and same(name, gold, printed))
            verdict = "right" if right else "wrong"
        self.cells.append(Judgement(prefix + name, verdict, gold, read, line, sure, row))
        if verdict != "right" and CRITICAL[prefix + name]:
            self.exact = False


def _critical(name: str) -> bool:
    """Critical for the scorer: its list leaves out what many gold files cannot tell (currency, buyer's name, tax)."""
    return FIELDS[name].critical and name not in ("currency", "buyer.name", "total_tax")


CRITICAL = {name: _critical(name) for name in FIELDS}


def judge(result: Mapping[str, Any], gold: Mapping[str, Any]) -> Judged:
    """Judge one result (the contract's JSON object) against a gold file's content."""
    j = _Judge(gold)
    skip, line_skip = set(gold.get("skip", ())), set(gold.get("line_skip", ()))
    fields = result.get("fields") or {}
    for name in sorted(set(gold["fields"]) | set(fields)):
        if name in FIELDS and name not in skip:
            j.cell("", name, gold["fields"].get(name), fields.get(name), j.looked_for("annotated", name))
    numbers = [k for k, line in enumerate(result.get("lines") or ()) if line.get("kind", "item") in JUDGED_KINDS]
    read = [dict(result["lines"][k]["fields"]) for k in numbers]
    truth = judged_lines(gold)
    if truth or gold.get("complete"):
        _judge_lines(j, truth, read, numbers, line_skip)
    return Judged(tuple(j.cells), j.exact, result.get("order_confidence"))


def judged_lines(gold: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lines of a gold file that are judged, without their kinds; `Judgement.row` counts in them."""
    return [{k: v for k, v in g.items() if k != "kind"} for g in gold["lines"] if g.get("kind", "item") in JUDGED_KINDS]


def absent(gold: Mapping[str, Any]) -> tuple[int, int]:
    """Header fields, and cells of lines, of which the gold file says that the page does not show them."""
    if not gold.get("complete"):
        return 0, 0
    skip, line_skip = set(gold.get("skip", ())), set(gold.get("line_skip", ()))
    header, line = gold.get("annotated"), gold.get("line_annotated")
    names = {f.name for f in HEADER if header is None or f.name in header} - skip
    cells = {f.name for f in LINE if line is None or f.name in line} - line_skip
    return len(names - set(gold["fields"])), sum(len(cells - set(row)) for row in judged_lines(gold))


def _judge_lines(
    j: _Judge, truth: list[dict[str, Any]], read: list[dict[str, Any]], numbers: list[int], skip: set[str]
) -> None:
    pairs = align(truth, read)
    if j.gold.get("either_article_role"):
        for a, b in pairs:
            for ours, other in ARTICLES:
                if ours in truth[a] and ours not in read[b] and other in read[b] and other not in truth[a]:
                    read[b][ours] = read[b].pop(other)
    known = set().union(*truth) if truth else set()
    for a, b in pairs:
        for name in sorted(set(truth[a]) | set(read[b])):
            if name not in skip:
                j.cell(
                    "line.",
                    name,
                    truth[a].get(name),
                    read[b].get(name),
                    j.looked_for("line_annotated", name),
                    numbers[b],
                    a,
                )
    for a in set(range(len(truth))) - {a for a, _ in pairs}:
        for name, value in truth[a].items():
            j.cells.append(Judgement(f"line.{name}", "missing", value, None, row=a))
    for b in set(range(len(read))) - {b for _, b in pairs}:
        for name, cell in read[b].items():
            if plain(cell) is not None and (j.looked_for("line_annotated", name) or name in known) and name not in skip:
                sure = cell.get("confidence") if isinstance(cell, Mapping) else None
                j.cells.append(Judgement(f"line.{name}", "invented", None, plain(cell), numbers[b], sure))
    if len(truth) != len(read) or len(pairs) < len(truth):
        j.exact = False


@dataclass(slots=True)
class Tally:
    """Counts behind an F1."""

    right: int = 0
    false_positive: int = 0
    false_negative: int = 0

    def add(self, verdict: Verdict) -> None:
        self.right += verdict == "right"
        self.false_positive += verdict in ("wrong", "invented")
        self.false_negative += verdict in ("wrong", "missing")

    @property
    def f1(self) -> float | None:
        total = 2 * self.right + self.false_positive + self.false_negative
        return 2 * self.right / total if total else None


def tallies(judged: Iterable[Judged]) -> dict[str, Tally]:
    """A tally per qualified field name, and `header`, `line`, `all`."""
    out: dict[str, Tally] = {"header": Tally(), "line": Tally(), "all": Tally()}
    for document in judged:
        for cell in document.cells:
            group = "line" if cell.name.startswith("line.") else "header"
            for key in (cell.name, group, "all"):
                out.setdefault(key, Tally()).add(cell.verdict)
    return out
