"""Annotations of all pages of a document, by one annotator or several, to one order to learn from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from data.fields import FIELDS
from data.labelling.regions import JOINED, Found, Key, found
from data.labelling.tasks import Source, opened
from data.result import Value
from data.values import text as texts

State = Literal["done", "waiting", "disputed", "faulty", "skipped"]
"""done: every page is labelled and agreed on; waiting: pages are not labelled yet; disputed: annotators differ and
nobody reviewed; faulty: an annotator has to put something right; skipped: somebody skipped a page for good."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What has become of one document."""

    sha256: str
    file: str
    state: State
    pages: int
    labelled: int
    """Pages with an annotation."""
    annotators: int
    agreement: float | None
    """Share of votes on values that went with the majority; None where nobody labelled a page a second time."""
    notes: tuple[str, ...] = ()
    """What has to be done and where, each a sentence."""
    order: dict[str, Any] | None = field(default=None, repr=False)
    """The order in the form of `ordermill learning`, for state done."""


@dataclass(frozen=True, slots=True)
class _Page:
    values: dict[Key, Value]
    kinds: dict[int, str]
    document_type: str | None
    annotators: int
    votes: tuple[int, int]
    """Votes for the chosen values, and all votes."""
    disputed: tuple[str, ...]
    faults: tuple[str, ...]


def settle(tasks: Iterable[Mapping[str, Any]]) -> list[Settled]:
    """One entry a document, by hash.

    `tasks` are as Label Studio exports them, of any documents, in any order. A page that is there twice counts as one
    page with the annotations of both.
    """
    groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for task in tasks:
        if "order" in (task.get("data") or {}):  # others were put into the project by somebody else
            groups[str(task["data"]["sha256"])].append(task)
    return [_document(groups[sha]) for sha in sorted(groups)]


def _document(tasks: Sequence[Mapping[str, Any]]) -> Settled:
    source = opened(min(tasks, key=lambda t: int(t.get("id") or 0))["data"])
    by_page: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for task in tasks:
        by_page[int(task["data"]["page"])] += task.get("annotations") or ()
    numbers = [p.number for p in source.document.pages]
    good = {n: _latest(by_page[n]) for n in numbers}
    skipped = [n for n in numbers if not good[n] and any(a.get("was_cancelled") for a in by_page[n])]
    pages = {n: _page(source, n, good[n]) for n in numbers if good[n]}
    several = [p for p in pages.values() if p.annotators > 1]
    votes = [sum(p.votes[k] for p in several) for k in (0, 1)]
    disputed = [d for p in pages.values() for d in p.disputed]
    faults = [f for p in pages.values() for f in p.faults]
    missing = [n for n in numbers if n not in pages]
    state, notes = _state(skipped, missing, faults, disputed)
    return Settled(
        source.document.sha256, source.document.file, state, len(numbers), len(pages),
        max((p.annotators for p in pages.values()), default=0),
        (votes[0] / votes[1] if votes[1] else 1.0) if several else None, tuple(notes),
        _order(source, pages) if state == "done" else None,
    )  # fmt: skip


def _state(
    skipped: list[int], missing: list[int], faults: list[str], disputed: list[str]
) -> tuple[State, list[str]]:  # fmt: skip
    if skipped:
        return "skipped", [f"page {n} was skipped" for n in skipped]
    if faults or disputed:
        return ("faulty" if faults else "disputed"), faults + disputed
    if missing:
        return "waiting", [f"page {n} is not labelled" for n in missing]
    return "done", []


def _latest(annotations: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The latest annotation of each person that was not skipped; where a reviewer starred some, these alone."""
    by_person: dict[str, Mapping[str, Any]] = {}
    for annotation in sorted(annotations, key=lambda a: (str(a.get("updated_at")), int(a.get("id") or 0))):
        if not annotation.get("was_cancelled"):
            by_person[str(annotation.get("completed_by"))] = annotation
    starred = [a for a in by_person.values() if a.get("ground_truth")]
    return starred or list(by_person.values())


def _page(source: Source, number: int, annotations: Sequence[Mapping[str, Any]]) -> _Page:
    """What the majority of the annotators say."""
    said = [found(source.document, number, a.get("result") or (), source.read) for a in annotations]
    values: dict[Key, Value] = {}
    disputed = []
    won = cast = 0
    for key in dict.fromkeys(k for s in said for k in s.values):
        options = [s.values.get(key) for s in said]
        (top, count), *_ = Counter(o.value if o else None for o in options).most_common(1)
        won, cast = won + count, cast + len(said)
        if count * 2 <= len(said):
            told = ", ".join(sorted({repr(o.value) if o else "nothing" for o in options}))
            where = key[0] if key[1] is None else f"{key[0]} of line {key[1]}"
            disputed.append(f"page {number}: annotators differ on {where}: {told}; star the right annotation")
        chosen = next((o for o in options if o and o.value == top), None)
        if chosen is not None:
            values[key] = chosen
    kinds = {n: _common(s.kinds.get(n, "item") for s in said) for n in {n for s in said for n in s.kinds}}
    types = [s.document_type for s in said if s.document_type]
    return _Page(
        values, kinds, _common(types) if types else None, len(said), (won, cast), tuple(disputed), _faults(said)
    )


def _faults(said: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for s in said for f in s.faults))


def _common(options: Iterable[str]) -> str:
    return Counter(options).most_common(1)[0][0]


def _order(source: Source, pages: Mapping[int, _Page]) -> dict[str, Any]:
    """The order as the desk exports one, with the labelled values as its result."""
    values: dict[Key, Value] = {}
    first: dict[int, int] = {}
    for number in sorted(pages):
        for key, value in pages[number].values.items():
            if key[1] is not None:
                first.setdefault(key[1], number)
            values[key] = _continued(key, values[key], value) if key in values else value
    kinds = {n: kind for number in sorted(pages, reverse=True) for n, kind in pages[number].kinds.items()}
    types = [pages[n].document_type for n in sorted(pages) if pages[n].document_type]
    lines = [
        {"kind": kinds.get(n, "item"), "page": first[n],
         "fields": {name[5:]: v.to_dict() for (name, line), v in values.items() if line == n}}
        for n in sorted(first)
    ]  # fmt: skip
    header = {name: v for (name, line), v in values.items() if line is None}
    result = source.read.to_dict() | {
        "document_type": {"value": types[0] if types else source.read.document_type, "confidence": 1.0},
        "fields": {name: header[name].to_dict() for name in FIELDS if name in header},
        "lines": lines, "checks": [], "completeness": None, "order_confidence": None, "absent": {},
    }  # fmt: skip
    return {
        "order": f"labelled-{source.document.sha256[:24]}", "sender": source.sender or _issuer(header, source),
        "received_at": source.received, "truth": "labelled", "consent": source.consent,
        "keep_until": source.keep_until, "document": source.document.to_dict(), "result": result,
        "read": source.read.to_dict(),
    }  # fmt: skip


def _continued(key: Key, value: Value, more: Value) -> Value:
    """A text that goes on over the page; anything else is printed again and stays as it first was."""
    boxes = (*value.boxes, *more.boxes)
    if key[1] is None or FIELDS[key[0]].kind not in JOINED or value.value == more.value:
        return Value(value.value, value.text, 1.0, boxes if value.value == more.value else value.boxes, "person")
    return Value(texts.join([value.value, more.value]), texts.join([value.text, more.text]), 1.0, boxes, "person")


def _issuer(header: Mapping[str, Value], source: Source) -> str:
    """Whose document it is: a label of the buyer, so that the documents of one buyer stay in one split."""
    named = next((header[n].value for n in ("buyer.vat_id", "buyer.name", "buyer.email") if n in header), None)
    return " ".join(named.casefold().split()) if named else f"unknown {source.document.sha256[:12]}"
