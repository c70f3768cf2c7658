"""Everything the order page stands on, from one snapshot of the store."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import Any

from data.schema import Document
from serving.desk.steps import WORDS
from serving.desk.store import Store, Tx, arrivals, orders, versions
from serving.desk.store.files import Files
from serving.desk.store.rows import (
    Correction,
    Decision,
    ExtractionVersion,
    Intake,
    OpenException,
    Order,
    ProposalVersion,
)  # fmt: skip
from serving.review.order_looks import Look, looking


@dataclass(frozen=True, slots=True)
class Sources:
    """An order with all that is known of it. `document` is None where it was not read (or erased)."""

    order: Order
    extraction: ExtractionVersion | None = None
    proposal: ProposalVersion | None = None
    decision: Decision | None = None
    exceptions: tuple[OpenException, ...] = ()
    corrections: tuple[Correction, ...] = ()
    intake: Intake | None = None
    same: tuple[Order, ...] = ()
    """Other orders with the same document, or the same number of the same customer."""
    looks: tuple[Look, ...] = ()
    document: Document | None = None

    @property
    def result(self) -> dict[str, Any]:
        """The extraction as the contract prints it; empty where nothing was read."""
        return self.extraction.result if self.extraction is not None else {}

    @property
    def preview(self) -> dict[str, Any]:
        """What would be written (`serving.odoo.preview`); empty where nothing was matched."""
        found = self.proposal.proposal if self.proposal is not None else None
        return found or {}


def gather(store: Store, order_id: str) -> Sources:
    """Raises `UnknownOrder`, `StoreUnavailable` and `FilesUnavailable`."""
    with store.read() as tx:
        order = orders.get(tx, order_id)
        return Sources(
            order, versions.extraction(tx, order_id), versions.proposal(tx, order_id), versions.decision(tx, order_id),
            tuple(versions.exceptions(tx, order_id)), tuple(versions.corrections(tx, order_id)),
            arrivals.get(tx, order.intake_id) if order.intake_id is not None else None,
            tuple(_same(tx, order)), tuple(looking(tx, order_id)), words(store.files, order.document),
        )  # fmt: skip


def words(files: Files, sha256: str) -> Document | None:
    """The words of a document with their places, as they were kept when it was read."""
    kept = files.get(sha256, WORDS)
    return None if kept is None else Document.from_dict(json.loads(gzip.decompress(kept)))


def _same(tx: Tx, order: Order) -> list[Order]:
    found = {o.id: o for o in (*orders.with_document(tx, order.document), *orders.with_number(tx, order))}
    return [o for o in found.values() if o.id != order.id]
