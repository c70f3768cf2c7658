"""What a person may do to an order. Each is one transaction, refused where the order has changed since it was seen.

All raise `Overtaken`, `NotAllowed` and, where noted, `NotPermitted`. `by` is the person's name, which the events keep.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from data.errors import OrdermillError
from data.fields import DOCUMENT_TYPES, FIELDS, LINE_KINDS
from data.result import Place
from serving.desk import guarding, states
from serving.desk.outgoing import announce
from serving.desk.rules import DEFAULT, parse
from serving.desk.states import NotAllowed
from serving.desk.steps import add_part, summary_of
from serving.desk.store import Tx, jobs, orders, rulebooks, versions
from serving.desk.store.rows import Order
from serving.desk.worth import worths

UNDO = "undo"
"""Kind of the job that takes an order back from Odoo."""
LEARN = "learn"
"""Kind of the job that has the sender memory learn what a person made of an order."""


class NotPermitted(OrdermillError):
    """The rules ask for another person."""

    code = "four_eyes"


class Unanswered(NotAllowed):
    """An approval that does not name every stop that is open: whoever sent it did not see them all."""

    code = "unanswered"

    def __init__(self, missing: Collection[str]) -> None:
        OrdermillError.__init__(
            self, f"The approval leaves out what stops this order: {', '.join(sorted(missing))}.",
            hint="Load the order again; correct it, or name each of these in `accepted`.",
        )  # fmt: skip
        self.missing = tuple(sorted(missing))


class BadChange(OrdermillError):
    """A change that no document can have."""

    code = "bad_change"


@dataclass(frozen=True, slots=True)
class Change:
    """One value set by a person. `path`: document_type, customer and lines.N.product (an id in Odoo),
    fields.NAME, lines.N.fields.NAME, lines.N (after None drops the
    line, JSON text makes it anew; N one past the last adds one). `after` is normalised; None: not on the page."""

    path: str
    after: str | None
    boxes: list[dict[str, Any]] | None = None
    text: str | None = None
    """As typed or printed; None takes `after`."""


def correct(tx: Tx, order: Order, by: str, changes: Sequence[Change]) -> Order:
    """A new version of what was read, by a person; matched and decided again from there. Raises `BadChange`."""
    known = versions.extraction(tx, order.id)
    if known is None:
        raise BadChange("Nothing was read of this order that could be corrected.", hint="Let it be read again.")
    result = deepcopy(known.result)
    made = [_apply(result, change) for change in changes]
    lines = result.get("lines") or []
    kept = [k for k, line in enumerate(lines) if line is not None]
    result["lines"] = [lines[k] for k in kept]
    _rebind(result, {old: new for new, old in enumerate(kept)})
    version = versions.add_extraction(tx, order.id, result, by, known.model_name, known.model_version)
    versions.add_corrections(tx, order.id, version, by, made)
    versions.close_exceptions(tx, order.id, by, "corrected")
    values = {**summary_of(result), "touches": order.touches + 1, "reason": None}
    moved = orders.change(tx, order, values, "extracted")
    jobs.put(tx, f"learn:{order.id}", LEARN, order_id=order.id)
    tx.log("corrected", by, order.id, version=version, paths=[c.path for c in changes])
    guarding.note_review(tx, order, guarding.material(tx, order), guarding.was_audited(tx, order), by)
    return moved


def approve(tx: Tx, order: Order, by: str, accepted: Collection[str] = ()) -> Order:
    """Let the order go on. `accepted` are codes of reasons the person takes upon themselves: every open stop at least.

    Raises `Unanswered`, and `NotPermitted` where the rules want another person than the one who corrected it.
    """
    states.check(order.state, "ready")
    missing = {e.code for e in versions.exceptions(tx, order.id) if e.severity == "stop"} - set(accepted)
    if missing:
        raise Unanswered(missing)
    latest = rulebooks.latest(tx)
    book = parse(latest.text if latest is not None else DEFAULT)
    readings = versions.extractions(tx, order.id)
    corrected = any(reading.by == by for reading in readings)
    values = zip(worths(readings, versions.decisions(tx, order.id)), readings, strict=True)
    if corrected and any(book.needs_four_eyes(v, summary_of(r.result)["currency"]) for v, r in values):
        raise NotPermitted(
            "An order of this value is approved by somebody else than who corrected it.",
            hint="Ask a colleague to look at it.",
        )
    known = versions.extraction(tx, order.id)
    before = versions.decision(tx, order.id)
    stage = order.stage or (before.stage if before is not None else book.stage_of(order.customer_id))
    if stage == "shadow":
        stage = "draft"  # a person who approves wants it written
    versions.add_decision(
        tx, order.id, known.version if known is not None else 0, by, "pass", stage,
        latest.version if latest is not None else 0,
        [{"rule": "person", "outcome": "pass", "code": "approved", "accepted": sorted(accepted)}],
        before.facts if before is not None else {},
    )  # fmt: skip
    versions.close_exceptions(tx, order.id, by, "accepted")
    moved = orders.change(tx, order, {"touches": order.touches + 1, "reason": None, "stage": stage}, "ready")
    jobs.put(tx, f"learn:{order.id}", LEARN, order_id=order.id)
    tx.log("approved", by, order.id, accepted=sorted(accepted), stage=stage)
    if known is not None:
        guarding.note_review(tx, order, guarding.material(tx, order), guarding.was_audited(tx, order), by)
    return moved


def reject(tx: Tx, order: Order, by: str, why: str = "") -> Order:
    """The order comes to nothing."""
    moved = _rest(tx, order, by, "rejected", "rejected", why)
    wrong, audited = guarding.material(tx, order), guarding.was_audited(tx, order)
    if wrong or audited:  # who turns an order down need not have compared it: that is no evidence that it was right
        guarding.note_review(tx, order, wrong, audited, by)
    return moved


def aside(tx: Tx, order: Order, by: str, why: str = "") -> Order:
    """It is no order."""
    return _rest(tx, order, by, "aside", "rejected", why)


def again(tx: Tx, order: Order, by: str) -> Order:
    """Read the document anew, as it was sent; corrections stay in the history alone. Raises `BadChange` for an order
    that a person split off: the file does not say where it begins."""
    if order.part >= orders.BY_HAND:
        raise BadChange("This order was split off by hand.", hint="Reject it, and have the first one read again.")
    versions.close_exceptions(tx, order.id, by, "overtaken")
    moved = orders.change(tx, order, {"touches": order.touches + 1, "reason": None}, "received")
    tx.log("again", by, order.id)
    return moved


def take_up(tx: Tx, order: Order, by: str) -> Order:
    """Bring an order that was set aside, failed or rejected back before a person."""
    moved = orders.change(tx, order, {"touches": order.touches + 1}, "waiting")
    announce(tx, moved)
    tx.log("taken_up", by, order.id)
    return moved


def split(
    tx: Tx, order: Order, by: str, at_lines: Sequence[int] = (), pages: Sequence[int] = ()
) -> Order:  # fmt: skip
    """Lines from each index in `at_lines`, or on each page in `pages` and after, become orders of their own with the
    same head. The order itself, now with the first lines. Raises `BadChange`."""
    known = versions.extraction(tx, order.id)
    lines = [] if known is None else known.result.get("lines") or []
    starts = [next((k for k, line in enumerate(lines) if line["page"] >= page), len(lines)) for page in pages]
    cuts = sorted({*at_lines, *starts})
    if known is None or not cuts or cuts[0] <= 0 or cuts[-1] >= len(lines):
        raise BadChange("An order is split between two of its lines.")
    pieces = [_piece(known.result, a, b) for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
    first = pieces[0]
    version = versions.add_extraction(tx, order.id, first, by, known.model_name, known.model_version)
    versions.close_exceptions(tx, order.id, by, "corrected")
    rest = orders.change(tx, order, {"touches": order.touches + 1, "reason": None}, "extracted")
    tx.log("split", by, order.id, version=version, at=list(cuts))
    free = orders.BY_HAND + len(orders.with_document(tx, order.document))
    for k, piece in enumerate(pieces[1:]):
        add_part(tx, order, f"{order.version}.{k + 1}", piece, by, free + k)
    return rest


def _piece(result: dict[str, Any], first: int, end: int) -> dict[str, Any]:
    """The same head with some of the lines."""
    out = deepcopy(result)
    out["lines"] = out["lines"][first:end]
    _rebind(out, {k: k - first for k in range(first, end)})
    return out


def _rebind(result: dict[str, Any], moved: dict[int, int]) -> None:
    """Products that a person bound go with their lines; `moved`: old index to new of those that are left."""
    if not result.get("bound"):
        return
    bound = {}
    for path, record in result["bound"].items():
        parts = path.split(".")
        if parts[0] != "lines":
            bound[path] = record
        elif int(parts[1]) in moved:
            bound[f"lines.{moved[int(parts[1])]}.product"] = record
    result["bound"] = bound


def undo(tx: Tx, order: Order, by: str, why: str = "") -> Order:
    """Ask for what was written to be taken back; a worker does it, or says on the order why it was refused."""
    if order.written_id is None:
        raise BadChange("Nothing of this order was written.", hint="Reject it instead.")
    states.check(order.state, "undone")
    moved = orders.change(tx, order, {"touches": order.touches + 1})
    jobs.put(tx, f"undo:{order.id}", UNDO, order_id=order.id)
    tx.log("undo_asked", by, order.id, why=why[:400])
    return moved


def _rest(tx: Tx, order: Order, by: str, to: Any, answer: str, why: str) -> Order:
    versions.close_exceptions(tx, order.id, by, answer)
    moved = orders.change(tx, order, {"touches": order.touches + 1, "reason": None}, to)
    announce(tx, moved)
    tx.log(to, by, order.id, why=why[:400])
    return moved


def _apply(result: dict[str, Any], change: Change) -> versions.NewCorrection:
    """Make one change in place; what stood there before, for the record."""
    if "\0" in change.path + (change.after or "") + (change.text or ""):
        raise BadChange("A value holds a character that no text has.")  # and that PostgreSQL does not take
    parts = change.path.split(".")
    if parts == ["document_type"]:
        return _type(result, change)
    if parts == ["customer"] or (len(parts) == 3 and parts[0] == "lines" and parts[2] == "product"):
        return _bound(result, change)
    if parts[0] == "fields" and len(parts) > 1:
        name = ".".join(parts[1:])
        if name not in FIELDS or name.startswith("line."):
            raise BadChange(f"There is no field {name}.")
        return _value(result.setdefault("fields", {}), name, change)
    lines = result.setdefault("lines", [])
    at = _number(parts[1]) if parts[0] == "lines" and len(parts) > 1 else None
    if at is None or at > len(lines):
        raise BadChange(f"There is no place {change.path[:60]}.")
    if len(parts) == 2:
        return _whole_line(lines, at, change)
    name = ".".join(parts[3:])
    if parts[2] != "fields" or f"line.{name}" not in FIELDS or at >= len(lines) or lines[at] is None:
        raise BadChange(f"There is no place {change.path[:60]}.")
    return _value(lines[at]["fields"], name, change)


def _type(result: dict[str, Any], change: Change) -> versions.NewCorrection:
    if change.after not in DOCUMENT_TYPES:
        raise BadChange(f"{change.after} is no kind of document.")
    before = (result.get("document_type") or {}).get("value")
    result["document_type"] = {"value": change.after, "confidence": 1.0}
    return versions.NewCorrection(change.path, before, change.after, change.boxes)


def _bound(result: dict[str, Any], change: Change) -> versions.NewCorrection:
    """A record of the master data chosen for the customer or a line's product: learnt before the next matching."""
    record = _number(change.after)
    if record is None:
        raise BadChange("A record of Odoo is named by its number.")
    home = result.setdefault("bound", {})
    before = home.get(change.path)
    home[change.path] = record
    return versions.NewCorrection(change.path, None if before is None else str(before), change.after, change.boxes)


def _value(home: dict[str, Any], name: str, change: Change) -> versions.NewCorrection:
    before = home.get(name)
    if change.after is None:
        home.pop(name, None)
    else:
        home[name] = {
            "value": change.after, "text": change.text or change.after, "confidence": 1.0,
            "boxes": _places(change.boxes), "source": "person",
        }  # fmt: skip
    return versions.NewCorrection(change.path, None if before is None else before["value"], change.after, change.boxes)


def _whole_line(lines: list[Any], at: int, change: Change) -> versions.NewCorrection:
    before = json.dumps(lines[at], ensure_ascii=False) if at < len(lines) and lines[at] is not None else None
    if change.after is None:
        if before is None:
            raise BadChange("There is no such line.")
        lines[at] = None
        return versions.NewCorrection(change.path, before, None, change.boxes)
    try:
        raw = json.loads(change.after)
        kind, fields = raw["kind"], raw["fields"]
        if kind not in LINE_KINDS or not all(f"line.{name}" in FIELDS for name in fields):
            raise ValueError
        values = {name: _cell(value) for name, value in fields.items()}
        made = {"kind": kind, "page": int(raw.get("page") or 1), "fields": values}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise BadChange("This is no line.") from error
    if at == len(lines):
        lines.append(made)
    else:
        lines[at] = made
    return versions.NewCorrection(change.path, before, change.after, change.boxes)


def _number(text: str | None) -> int | None:
    """A plain number of at most nine digits (Odoo's ids have 31 bits); None for anything else."""
    return int(text) if text is not None and re.fullmatch("[0-9]{1,9}", text) else None


def _places(boxes: Any) -> list[dict[str, Any]]:
    """Boxes as results have them. Raises `BadChange`: what is kept here is read again by every later step."""
    try:
        places = [Place.from_dict(box).to_dict() for box in boxes or []]
        good = all(isinstance(p["page"], int) and p["page"] > 0 and all(map(math.isfinite, p.values())) for p in places)
    except (KeyError, TypeError) as error:
        raise BadChange("A box has page, x0, y0, x1 and y1.") from error
    if not good:
        raise BadChange("A box has a page from 1 and numbers for its sides.")
    return places


def _cell(value: Any) -> dict[str, Any]:
    """A cell of a new line: its value, or the value with where it stands."""
    raw = value if isinstance(value, dict) else {"value": value}
    if not isinstance(raw["value"], str):
        raise TypeError
    return {"value": raw["value"], "text": str(raw.get("text") or raw["value"]), "confidence": 1.0,
            "boxes": _places(raw.get("boxes")), "source": "person"}  # fmt: skip


__all__ = ["BadChange", "Change", "NotPermitted", "Unanswered", "again", "approve", "aside", "correct", "reject",
           "split", "take_up", "undo"]  # fmt: skip
