"""The order page as data: what is shown of an order, for template and script alike. Reads nothing itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from data.fields import HEADER, LINE, Field
from data.result import Place
from data.schema import Box
from serving.desk import states
from serving.desk.store.rows import Intake, OpenException, Order
from serving.review.order_candidates import Candidate, candidates, customers, place_of, products
from serving.review.order_doubts import doubts, place
from serving.review.order_finds import Finds
from serving.review.order_looks import Look
from serving.review.order_sources import Sources
from serving.review.order_values import path, shown
from serving.words import certainty, percent

MOST_CANDIDATES: Final = 60
"""Doubtful values whose candidates come with the page; those of others are fetched when they are looked at."""

Say = Callable[..., str]
"""`t` of the page: a key to text in the clerk's language."""

Tell = Callable[[OpenException], tuple[str, str]]
"""Sentence and what to do of a reason, in the clerk's language."""


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value as the page shows it. `shown` is empty where nothing was read."""

    path: str
    name: str
    title: str
    kind: str
    value: str = ""
    shown: str = ""
    text: str = ""
    percent: str = ""
    sure: str = "unknown"
    """Key of the word that says how sure it is."""
    doubtful: bool = False
    person: str = ""
    """Who typed or confirmed it."""
    why: tuple[tuple[str, str], ...] = ()
    boxes: tuple[dict[str, Any], ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class LineView:
    """One line with what it would be written as (`writes`: the preview's line, None where there is none)."""

    number: int
    kind: str
    page: int
    cells: tuple[ValueView, ...]
    writes: Mapping[str, Any] | None = None
    difference: str = ""
    """How far the price is from the pricelist's, in per cent."""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why the order waits: a sentence and what to do. `path` leads to the value it speaks of."""

    code: str
    severity: str
    sentence: str
    todo: str
    line: int | None
    path: str | None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the document: size in points, and the places of values on it, the large ones first."""

    number: int
    width: float
    height: float
    places: tuple[tuple[str, dict[str, Any]], ...] = ()


@dataclass(frozen=True, slots=True)
class OrderView:
    """The whole page."""

    order: Order
    open: bool
    """A person may act on its values."""
    header: tuple[ValueView, ...]
    lines: tuple[LineView, ...]
    doubtful: tuple[str, ...]
    reasons: tuple[ReasonView, ...]
    pages: tuple[PageView, ...]
    writes: Mapping[str, Any] | None
    live: Mapping[str, Any] | None
    findings: Sequence[Mapping[str, Any]]
    intake: Intake | None
    same: tuple[Order, ...]
    looks: tuple[Look, ...]
    checks: Sequence[Mapping[str, Any]] = field(default=())
    warnings: Sequence[Mapping[str, Any]] = field(default=())

    def values(self) -> dict[str, ValueView]:
        """Every value by its path."""
        cells = [cell for line in self.lines for cell in line.cells]
        return {value.path: value for value in (*self.header, *cells)}

    def data(self) -> dict[str, Any]:
        """JSON-ready, for the script."""
        return {
            "id": self.order.id, "version": self.order.version, "open": self.open, "doubtful": list(self.doubtful),
            "values": {path: asdict(value) for path, value in self.values().items()},
            "lines": [{"number": line.number, "kind": line.kind} for line in self.lines],
            "reasons": [{"code": r.code, "severity": r.severity} for r in self.reasons],
            "pages": [{"number": p.number, "width": p.width, "height": p.height} for p in self.pages],
        }  # fmt: skip


def view(sources: Sources, language: str, say: Say, tell: Tell, me: str = "") -> OrderView:
    """What the page shows of `sources` to `me` in `language`."""
    return _Maker(sources, language, say, tell, me).make()


class _Maker:
    def __init__(self, sources: Sources, language: str, say: Say, tell: Tell, me: str) -> None:
        self.s, self.language, self.say, self.tell, self.me = sources, language, say, tell, me
        self.doubts = doubts(sources)
        self.finds = Finds(sources.document)
        self.people = {c.path: c.by for c in sources.corrections}
        self.left = MOST_CANDIDATES

    def make(self) -> OrderView:
        s, preview = self.s, self.s.preview
        header = tuple(v for f in HEADER if (v := self._header(f)) is not None)
        lines = tuple(self._line(n, raw) for n, raw in enumerate(s.result.get("lines") or ()))
        known = [v.path for v in header] + [c.path for line in lines for c in line.cells]
        return OrderView(
            s.order, s.order.state in states.OPEN or s.order.state in ("aside", "shadow"), header, lines,
            tuple(p for p in self.doubts if p in known), tuple(self._reason(e) for e in s.exceptions),
            self._pages((*header, *(c for line in lines for c in line.cells))), preview.get("order"),
            preview.get("live"), preview.get("findings") or (), s.intake, s.same,
            tuple(look for look in s.looks if look.by != self.me[:64]),
            [c for c in s.result.get("checks") or () if not c["passed"]],
            (s.result.get("document") or {}).get("warnings") or (),
        )  # fmt: skip

    def _header(self, f: Field) -> ValueView | None:
        raw = (self.s.result.get("fields") or {}).get(f.name)
        where = f"fields.{f.name}"
        if raw is None and where not in self.doubts:
            return None
        master = customers(self.s.preview, "customer") if f.name == "buyer.name" else ()
        return self._value(where, f, raw or {}, master)

    def _line(self, n: int, raw: Mapping[str, Any]) -> LineView:
        cells = []
        for f in LINE:
            where = f"lines.{n}.fields.{f.name}"
            value = raw["fields"].get(f.name)
            if value is None and where not in self.doubts:
                continue
            master = products(self.s.preview, n, f"lines.{n}.product") if _names_product(f) else ()
            cells.append(self._value(where, f, value or {}, master))
        order = self.s.preview.get("order") or {}
        writes = next((line for line in order.get("lines") or () if line.get("source") == n), None)
        return LineView(n, raw["kind"], raw["page"], tuple(cells), writes, difference(writes),
                        any(c.doubtful for c in cells))  # fmt: skip

    def _value(self, where: str, f: Field, raw: Mapping[str, Any], master: Sequence[Candidate]) -> ValueView:
        title = self.say(f"order.field.{f.name}") if not f.line else self.say(f"order.cell.{f.name}")
        confidence, value = raw.get("confidence"), raw.get("value", "")
        text = raw.get("text", "")
        printed = text if f.kind == "unit" and text else shown(f.kind, value, self.language)
        doubtful = where in self.doubts
        made = ValueView(
            where, f.name, title, f.kind, value, printed,
            text, percent(confidence), _sure(confidence) if value else "missing", doubtful,
            self.people.get(where, ""), tuple(self.tell(e) for e in self.doubts.get(where, ())),
            tuple(raw.get("boxes") or ()),
        )  # fmt: skip
        at = path(where)
        if not doubtful or self.left <= 0 or at is None:
            return made
        self.left -= 1
        return replace(made, candidates=candidates(at, raw, self.s.result, self.finds, self.language, master))

    def _reason(self, e: OpenException) -> ReasonView:
        sentence, todo = self.tell(e)
        return ReasonView(e.code, e.severity, sentence, todo, e.line, place(e, self.s.result))

    def _pages(self, values: Sequence[ValueView]) -> tuple[PageView, ...]:
        document = self.s.document
        if document is None:
            return ()
        on: dict[int, list[tuple[str, dict[str, Any]]]] = {}
        for value in values:
            for spot in runs([place_of(box) for box in value.boxes]):
                on.setdefault(spot.page, []).append((value.path, _drawn(spot)))
        # The smaller place lies on top, so that every one can be pointed at.
        return tuple(
            PageView(p.number, p.width, p.height,
                     tuple(sorted(on.get(p.number, ()), key=lambda b: -b[1]["width"] * b[1]["height"])))
            for p in document.pages
        )  # fmt: skip


def _sure(confidence: float | None) -> str:
    return "unknown" if confidence is None else certainty(confidence).word


def _names_product(f: Field) -> bool:
    return f.name in ("supplier_article_no", "buyer_article_no", "gtin", "description")


def runs(places: Sequence[Place]) -> list[Place]:
    """Places of words that follow each other in a row as one, so that a text is one frame a row."""
    out: list[Place] = []
    for spot in places:
        last = out[-1] if out else None
        gap = spot.box.x0 - last.box.x1 if last is not None else 0.0
        if last is not None and last.page == spot.page and _level(last.box, spot.box) and -1 < gap < spot.box.height:
            out[-1] = Place(spot.page, last.box.union(spot.box))
        else:
            out.append(spot)
    return out


def _level(a: Box, b: Box) -> bool:
    return abs(a.cy - b.cy) < 0.4 * max(a.height, b.height)


def _drawn(place: Place) -> dict[str, float]:
    b = place.box
    return {"x": round(b.x0 - 1, 1), "y": round(b.y0 - 1, 1), "width": round(b.width + 2, 1),
            "height": round(b.height + 2, 1)}  # fmt: skip


def embedded(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def difference(writes: Mapping[str, Any] | None) -> str:
    """How far the price after discount is from the pricelist's, as "+4.2"; empty where there is nothing to compare."""
    if not writes or not writes.get("list_price") or writes.get("price_unit") is None:
        return ""
    listed = float(writes["list_price"])
    price = float(writes["price_unit"]) * (1 - float(writes.get("discount") or 0) / 100)
    if not listed:
        return ""
    return f"{100 * (price - listed) / listed:+.1f}"
