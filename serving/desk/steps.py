"""The steps that every installation has: read and extract, set aside what is no order, hand over to a person."""

from __future__ import annotations

import gzip
import json
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from serving.desk.flow import Outcome, Step
from serving.desk.states import State
from serving.desk.store import Store, Tx, versions
from serving.desk.store.rows import Order

if TYPE_CHECKING:
    from data.result import Extraction
    from serving.pipeline import Pipeline

WORDS = ".words.json.gz"
"""Suffix of the words of a document with their places, beside it in `Store.files`."""

ORDERS = frozenset({"order", "order_change"})


def steps(pipeline: Pipeline) -> dict[State, Step]:
    """A step for every state that needs neither rules nor Odoo."""

    def read(store: Store, order: Order) -> Outcome:
        return _read(store, order, pipeline)

    return {"received": read, "extracted": sort_out, "matched": to_a_person}


def _read(store: Store, order: Order, pipeline: Pipeline) -> Outcome:
    content = store.files.get(order.document)
    if content is None:
        return Outcome("failed", {"reason": "document_missing"}, {"code": "document_missing"})
    result, document = pipeline.extract(content, order.file)
    model = f"{result.model_name} {result.model_version}".strip()
    if result.error is not None:
        code = result.error.code
        return Outcome("failed", {"reason": code, "model": model}, {"code": code, "model": model}, _keep(result))
    if document is not None:
        words = json.dumps(document.to_dict(), ensure_ascii=False).encode()
        store.files.put(order.document, gzip.compress(words, mtime=0), WORDS)
    return Outcome("extracted", {"model": model, **_summary(result)}, {"model": model}, _keep(result))


def sort_out(store: Store, order: Order) -> Outcome:
    """Aside with what certainly is no order; what nobody knows goes on, to be seen by a person."""
    if order.document_type is not None and order.document_type not in ORDERS:
        return Outcome("aside", {"reason": "no_order"}, {"document_type": order.document_type})
    return Outcome("matched")


def to_a_person(store: Store, order: Order) -> Outcome:
    """Without rules that say otherwise every order is looked at."""

    def record(tx: Tx, moved: Order) -> None:
        versions.replace_exceptions(tx, moved.id, [versions.NewException("review", "stop")], "worker")

    return Outcome("waiting", {"reason": "review"}, {"code": "review"}, record)


def _keep(result: Extraction) -> Any:
    def record(tx: Tx, order: Order) -> None:
        versions.add_extraction(tx, order.id, result.to_dict(), "model", result.model_name, result.model_version)

    return record


def _summary(result: Extraction) -> dict[str, Any]:
    """What lists show, as read; None where the page does not say."""

    def value(name: str, most: int) -> str | None:
        found = result.fields.get(name)
        return None if found is None else found.value.replace("\0", "")[:most]

    currency = value("currency", 4)
    return {
        "document_type": result.document_type, "order_number": value("order_number", 200),
        "customer": value("buyer.name", 320), "currency": currency if currency and len(currency) == 3 else None,
        "total_net": _amount(value("total_net", 40)), "confidence": result.order_confidence,
    }  # fmt: skip


def _amount(text: str | None) -> Decimal | None:
    try:
        amount = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    # Beyond what the column holds; the extraction has it all the same.
    return amount if amount is not None and amount.is_finite() and abs(amount) < Decimal(10) ** 14 else None
