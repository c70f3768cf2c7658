"""Orders for an Odoo's own customers and products, drawn, read and written into it: what comes out right.

`python -m tests.odoo_accept --orders 30` uses the Odoo of ORDERMILL_ODOO_URL and its fellows (docs/odoo.md) and leaves
its orders there. Exit status 1 if an order was written with anything else than was drawn.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from serving.odoo.client import OdooConnection, connect
from serving.odoo.mapping import Options, Rules
from serving.odoo.mirror import Mirror
from serving.odoo.mirror.sync import sync
from serving.odoo.preparing import prepare
from serving.odoo.record import Record
from serving.odoo.settings import OdooSettings
from serving.odoo.writer import Attachment, Source, WriteOptions, push
from serving.odoo.writing.notes import note_of
from serving.pipeline import Pipeline

Drawn = tuple[int, Decimal, Decimal]
"""Product, quantity, price."""


@dataclass
class Goods:
    """What the server sells, and to whom."""

    seller: dict[str, Any]
    currency: str
    customers: list[dict[str, Any]]
    products: list[dict[str, Any]]


@dataclass
class Tally:
    """What became of the orders."""

    states: Counter[str] = field(default_factory=Counter)
    stops: Counter[str] = field(default_factory=Counter)
    confidences: list[float | None] = field(default_factory=list)
    lines_right: int = 0
    lines_routed: int = 0
    wrong_products: int = 0
    wrong_customers: int = 0
    wrong_orders: int = 0


def goods(odoo: OdooConnection, customers: int = 10) -> Goods:
    """Companies with a street, and goods sold by the piece that have a code and a price."""
    company = odoo.read("res.company", [1], ["name", "street", "zip", "city", "currency_id"])[0]
    address = ["name", "street", "zip", "city", "country_id", "email", "commercial_partner_id"]
    buyers = odoo.search_read("res.partner", [("is_company", "=", True), ("id", ">", 1), ("street", "!=", False)],
                              address, limit=customers)  # fmt: skip
    sold = odoo.search_read("product.product", [("sale_ok", "=", True), ("default_code", "!=", False),
                            ("type", "in", ["consu", "product"])], ["default_code", "name", "uom_id", "lst_price"],
                            limit=40)  # fmt: skip
    pieces = [p for p in sold if p["uom_id"][1] == "Units" and p["lst_price"] > 0]
    if not buyers or len(pieces) < 5:
        sys.exit(
            "The database has too little to sell: at least a company with a street and five products by the piece."
        )
    return Goods(company, company["currency_id"][1], buyers, pieces)


def draw(number: str, buyer: dict[str, Any], of: Goods, dice: random.Random) -> tuple[bytes, list[Drawn]]:
    """An order of one to five lines at list prices, as a PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(50, 790, "Purchase Order")
    canvas.setFont("Helvetica", 10)
    town = f"{buyer['zip'] or ''} {buyer['city'] or ''}"
    country = (buyer["country_id"] or [0, ""])[1]
    _column(canvas, 50, 760, [buyer["name"], buyer["street"], town, country, buyer["email"] or ""])
    head = [f"Order No.: {number}", "Order date: 2026-11-20", "Delivery date: 2026-12-15", f"Currency: {of.currency}"]
    _column(canvas, 330, 760, head)
    seller = of.seller
    town = f"{seller['zip'] or ''} {seller['city'] or ''}"
    _column(canvas, 50, 683, ["Supplier", seller["name"], seller["street"] or "", town])
    drawn: list[Drawn] = []
    canvas.setFont("Helvetica-Bold", 9)
    _row(canvas, 600, ("Pos", "Article no.", "Description", "Qty", "Unit", "Unit price", "Amount"))
    canvas.line(48, 596, 547, 596)
    canvas.setFont("Helvetica", 9)
    y = 600
    for n, product in enumerate(dice.sample(of.products, dice.randint(1, 5)), 1):
        y -= 18
        quantity = Decimal(dice.choice([1, 2, 3, 5, 10, 12]))
        price = Decimal(str(product["lst_price"])).quantize(Decimal("0.01"))
        drawn.append((product["id"], quantity, price))
        _row(canvas, y, (str(n * 10), product["default_code"], product["name"][:36], str(quantity), "pcs",
                         f"{price:,}", f"{quantity * price:,}"))  # fmt: skip
    canvas.line(48, y - 6, 547, y - 6)
    canvas.drawRightString(470, y - 20, "Net total")
    canvas.drawRightString(545, y - 20, f"{sum((q * p for _, q, p in drawn), Decimal(0)):,}")
    canvas.save()
    return out.getvalue(), drawn


def _column(canvas: Canvas, x: int, y: int, texts: list[str]) -> None:
    for n, text in enumerate(texts):
        canvas.drawString(x, y - 13 * n, text)


def _row(canvas: Canvas, y: int, texts: tuple[str, ...]) -> None:
    for x, text in zip((50, 80, 170), texts[:3], strict=True):
        canvas.drawString(x, y, text)
    for x, text in zip((360, 400, 470, 545), texts[3:], strict=True):
        canvas.drawRightString(x, y, text)


def accept(odoo: OdooConnection, folder: Path, orders: int, options: Options, dice: random.Random) -> Tally:
    """Reads and writes so many orders, as draft and then confirmed; `folder` keeps mirror and record."""
    of, mirror, record, tally = (
        goods(odoo),
        Mirror.open(folder / "mirror.db"),
        Record.open(folder / "record.db"),
        Tally(),
    )
    sync(odoo, mirror)
    pipeline = Pipeline.load("default")
    tag = uuid4().hex[:6].upper()
    for n in range(orders):
        buyer = of.customers[n % len(of.customers)]
        content, drawn = draw(f"PO-{tag}-{n:03d}", buyer, of, dice)
        extraction, _ = pipeline.extract(content, f"po-{tag}-{n:03d}.pdf")
        made = prepare(extraction, mirror, options, odoo)
        tally.confidences.append(extraction.order_confidence)
        proposal = made.proposal
        if proposal is not None:
            bound = {line.product_id for line in proposal.lines if line.display is None and line.product_id}
            tally.wrong_products += len(bound - {product for product, _, _ in drawn})
            mine = mirror.partner(proposal.partner_id) if proposal.partner_id else None
            whose = None if mine is None else mine.commercial_partner_id or mine.id
            tally.wrong_customers += whose not in (None, buyer["commercial_partner_id"][0])
        tally.stops.update(f.code for f in made.findings if f.severity == "stop")
        if proposal is None or made.stopped:
            tally.states["to a person"] += 1
            tally.lines_routed += len(drawn)
            continue
        source = Source(extraction.sha256, extraction.file, received_at=datetime.now(UTC))
        for stage in ("draft", "confirm"):
            written = push(proposal, source, odoo, record, attachments=[Attachment(extraction.file, content)],
                           note=note_of(extraction, proposal, made.findings),
                           options=WriteOptions(stage, digits=made.digits))  # fmt: skip
        tally.states[written.state] += 1
        if written.order_id is not None and held(odoo, written.order_id) == sorted(drawn):
            tally.lines_right += len(drawn)
        else:
            tally.wrong_orders += 1
    record.close()
    mirror.close()
    return tally


def held(odoo: OdooConnection, order_id: int) -> list[Drawn]:
    """The lines of an order as the server holds them."""
    lines = odoo.search_read("sale.order.line", [("order_id", "=", order_id), ("display_type", "=", False)],
                             ["product_id", "product_uom_qty", "price_unit"])  # fmt: skip
    return sorted(
        (n["product_id"][0], Decimal(str(n["product_uom_qty"])), Decimal(str(n["price_unit"]))) for n in lines
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--orders", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("var/odoo-accept"), help="mirror and record of the run")
    parser.add_argument("--min-confidence", type=float, help="of an order, in the place of the rules' default")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    rules = Rules() if chosen.min_confidence is None else Rules(min_order_confidence=chosen.min_confidence)
    dice = random.Random(chosen.seed)  # noqa: S311 - the same orders every time
    with connect(OdooSettings()) as odoo:
        tally = accept(odoo, chosen.folder, chosen.orders, Options(rules), dice)
    for name, value in vars(tally).items():
        shown = dict(value.most_common()) if isinstance(value, Counter) else value
        print(f"{name.replace('_', ' ')}: {shown}")
    return int(bool(tally.wrong_products or tally.wrong_customers or tally.wrong_orders))


if __name__ == "__main__":
    sys.exit(main())
