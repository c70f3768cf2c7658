"""The steps every order takes: read and extract, match and decide, write or export. `steps` has those of an office."""

from __future__ import annotations

import gzip
import json
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from serving.desk.flow import Outcome, Step
from serving.desk.states import State
from serving.desk.store import Store, Tx, orders, versions
from serving.desk.store.rows import Order

if TYPE_CHECKING:
    from data.result import Extraction
    from models.memory import Memory
    from serving.desk.office import Office
    from serving.pipeline import Pipeline

WORDS = ".words.json.gz"
"""Suffix of the words of a document with their places, beside it in `Store.files`."""

ORDERS = frozenset({"order", "order_change"})


def steps(office: Office) -> dict[State, Step]:
    """A step for every state in which a worker acts."""
    from serving.desk import steps_decide, steps_write
    from serving.desk.remembering import memory_of

    pipeline = office.pipeline
    found: dict[State, Step] = {"extracted": sort_out, **steps_decide.steps(office), **steps_write.steps(office)}
    if pipeline is not None:
        memory = memory_of(office.store)

        def read(store: Store, order: Order) -> Outcome:
            memory.refresh()  # what other workers have learnt from people since
            return _read(store, order, pipeline, memory)

        found["received"] = read
    return found


def _read(store: Store, order: Order, pipeline: Pipeline, memory: Memory) -> Outcome:
    content = store.files.get(order.document)
    if content is None:
        return Outcome("failed", {"reason": "document_missing"}, {"code": "document_missing"})
    result, document = pipeline.extract(content, order.file, memory=memory)
    model = f"{result.model_name} {result.model_version}".strip()
    if result.error is not None:
        code = result.error.code
        return Outcome("failed", {"reason": code, "model": model}, {"code": code, "model": model}, _keep(result))
    if document is not None:
        words = json.dumps(document.to_dict(), ensure_ascii=False).encode()
        store.files.put(order.document, gzip.compress(words, mtime=0), WORDS)
    parts = [part.result for part in result.parts] or [result]
    if order.part >= len(parts):
        return Outcome("failed", {"reason": "part_missing", "model": model}, {"code": "part_missing", "model": model})
    told = {"model": model} | ({"parts": len(parts)} if len(parts) > 1 else {})
    own = parts[order.part]
    summary = summary_of(own.to_dict(candidates=True))
    return Outcome("extracted", {"model": model, **summary}, told, _keep(own, [] if order.part else parts[1:]))


def sort_out(store: Store, order: Order) -> Outcome:
    """Aside with what certainly is no order; what nobody knows goes on, to be seen by a person."""
    if order.document_type is not None and order.document_type not in ORDERS:
        return Outcome("aside", {"reason": "no_order"}, {"document_type": order.document_type})
    return Outcome("matched")


def _keep(result: Extraction, more: list[Extraction] | None = None) -> Any:
    """Writes what was read, and an order for each further document of the file."""

    def record(tx: Tx, order: Order) -> None:
        raw = result.to_dict(candidates=True)
        versions.add_extraction(tx, order.id, raw, "model", result.model_name, result.model_version)
        for k, part in enumerate(more or (), 1):
            add_part(tx, order, f"part{k}", part.to_dict(candidates=True), "model", k)

    return record


def add_part(tx: Tx, order: Order, mark: str, result: dict[str, Any], by: str, part: int) -> Order:
    """Another order from the document of `order`, already read; the same `mark` again gives the same order."""
    new = orders.NewOrder(order.document, order.file, order.source, f"{order.idempotency_key}#{mark}"[:400],
                          order.sender, order.intake_id, None, part)  # fmt: skip
    child, is_new = orders.add(tx, new, by)
    if not is_new:
        return child
    about = result["model"]
    versions.add_extraction(tx, child.id, result, by, about["name"], about["version"])
    moved = orders.change(tx, child, {**summary_of(result), "model": order.model}, "extracted")
    tx.log("split_off", by, child.id, of=order.id, mark=mark)
    return moved


def summary_of(result: dict[str, Any]) -> dict[str, Any]:
    """What lists show of a result, as read; None where the page does not say."""

    def value(name: str, most: int) -> str | None:
        found = (result.get("fields") or {}).get(name)
        return None if found is None else str(found["value"]).replace("\0", "")[:most]

    currency = value("currency", 4)
    return {
        "document_type": (result.get("document_type") or {}).get("value"), "order_number": value("order_number", 200),
        "customer": value("buyer.name", 320), "currency": currency if currency and len(currency) == 3 else None,
        "total_net": _amount(value("total_net", 40)), "confidence": result.get("order_confidence"),
    }  # fmt: skip


def _amount(text: str | None) -> Decimal | None:
    try:
        amount = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    # Beyond what the column holds; the extraction has it all the same.
    return amount if amount is not None and amount.is_finite() and abs(amount) < Decimal(10) ** 14 else None
