"""An order desk before the double of an Odoo server, with a reader that is sure of what it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from data.result import Extraction, Part, Value
from data.schema import Document
from serving.desk.odoo_access import OdooAccess, record_in
from serving.desk.office import Office
from serving.desk.store import Store, rulebooks
from serving.odoo.client import connect
from serving.odoo.mapping import Options
from serving.odoo.mirror import Mirror
from serving.odoo.mirror.sync import sync
from serving.odoo.settings import OdooSettings
from serving.pipeline import Pipeline
from serving.settings import DeskSettings
from tests.odoo_double.data import BOLT
from tests.standin import StandIn, in_process

RULES = Options.from_dict({"company_id": 1})
__all__ = ["BOLT", "PAGE", "Doubting", "Sure", "office", "page", "sure", "synced"]
PAGE = ("Date 2026-03-02", "Buyer Acme", "Item 1 B8 12 0.12 1.44", "Item 2 W1 3 7.00 21.00", "Total 22.44")


class Sure(StandIn):
    """A stand-in that is sure of everything; each page that bears a number of its own is an order."""

    def extract(self, document: Document) -> Extraction:
        alone = [self._one(replace(document, pages=(page,))) for page in document.pages]
        if len({e.fields["order_number"].value for e in alone if "order_number" in e.fields}) < 2:
            return self._one(document)
        return replace(alone[0], parts=tuple(Part((k,), e) for k, e in enumerate(alone, 1)))

    def _one(self, document: Document) -> Extraction:
        read = super().extract(document)
        fields = {**read.fields, "buyer.email": Value("buy@acme.test", "buy@acme.test", 0.99),
                  "currency": Value("USD", "USD", 0.99)}  # fmt: skip
        lines = tuple(
            replace(line, fields={n: replace(v, confidence=0.99) for n, v in line.fields.items()})
            for line in read.lines
        )
        return replace(read, fields=fields, lines=lines, order_confidence=0.99, document_type_confidence=0.99)


class Doubting(Sure):
    """Misreads the number of the order, and doubts it and a quantity."""

    def _one(self, document: Document) -> Extraction:
        read = super()._one(document)
        number = read.fields["order_number"]
        first = read.lines[0]
        quantity = replace(first.fields["quantity"], confidence=0.6)
        fields: dict[str, Value] = {
            **read.fields, "order_number": replace(number, value="P0-7", text="P0-7", confidence=0.5),
        }  # fmt: skip
        lines = (replace(first, fields={**first.fields, "quantity": quantity}), *read.lines[1:])
        return replace(read, fields=fields, lines=lines)


def sure() -> Pipeline:
    return Pipeline(Sure(), in_process)


def page(number: object) -> Sequence[str]:
    """What a page of an order with this number prints."""
    return (f"Order {number}", *PAGE)


def synced(settings: OdooSettings) -> None:
    """The mirror that `settings` name, filled."""
    mirror = Mirror.open(Path(settings.mirror))
    with connect(settings) as connection:
        sync(connection, mirror, full=True)
    mirror.close()


def office(store: Store, odoo: OdooSettings | None, stage: str = "confirm", rules: str = "", **settings: Any) -> Office:
    """The desk on `store` writing to `odoo` as far as `stage`; none if it is None. No order is drawn for an audit."""
    with store.write() as tx:
        if rulebooks.latest(tx) is None:
            rules += "" if "value:" in rules else "value: {currency: USD}\n"
            rulebooks.add(tx, f"stage: {{default: {stage}}}\nunasked: warn\n{rules}", "test")
    access = None
    if odoo is not None:
        access = OdooAccess(odoo, RULES, record_in(store), pause=0)
    return Office(store, DeskSettings(audit_share=0, **settings), sure(), access)
