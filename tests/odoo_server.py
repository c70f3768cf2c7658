"""A very small Odoo 19 over JSON-2: orders, lines, attachments and messages by `load`, as far as writing needs them.

It keeps what the real one keeps of an order, and can be told to fail: `before` and `after` are called around the work.
"""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import SecretStr

from serving.odoo.settings import OdooSettings

Record = dict[str, Any]
FIELDS = {
    "sale.order": ("name", "state", "company_id", "partner_id", "partner_invoice_id", "partner_shipping_id",
                   "client_order_ref", "currency_id", "pricelist_id", "payment_term_id", "incoterm", "commitment_date",
                   "origin", "amount_untaxed", "amount_tax", "amount_total", "write_uid", "write_date", "picking_ids",
                   "locked", "invoice_status"),
    "sale.order.line": ("order_id", "sequence", "display_type", "name", "product_id", "product_uom_qty",
                        "product_uom_id", "price_unit", "discount", "tax_ids", "price_subtotal", "qty_delivered",
                        "qty_invoiced"),
    "res.partner": ("commercial_partner_id",), "stock.picking": ("name", "state"), "uom.uom": ("name",),
    "product.product": ("name", "uom_ids"), "ir.attachment": (), "mail.message": (),
}  # fmt: skip


class OdooServer:
    """Serves on a free port until closed. Use it in a `with`."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[int, Record]] = {model: {} for model in FIELDS}
        self.tables["res.partner"] = {20: {"id": 20, "commercial_partner_id": [20, "Acme"]}}
        self.external: dict[str, int] = {}
        self.ids = itertools.count(100)
        self.lock = threading.Lock()
        self.calls: list[str] = []
        self.before: Callable[[str], int | None] = lambda method: None
        """Status to answer instead of working, or None."""
        self.after: Callable[[str], int | None] = lambda method: None
        """The same once the work is done; 0 cuts the line."""
        self.change: Callable[[Record], None] = lambda order: None
        """What the server makes of an order on its own."""
        handler = type("Handler", (_Handler,), {"odoo": self})
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def __enter__(self) -> OdooServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()

    def settings(self, **more: Any) -> OdooSettings:
        url = f"http://127.0.0.1:{self.http.server_address[1]}"
        usual = {"database": "db", "login": "sales", "api_key": SecretStr("k"), "timeout": 5}
        return OdooSettings.model_validate({"url": url, **usual, **more})

    def orders(self, *states: str) -> list[Record]:
        return [o for o in self.tables["sale.order"].values() if o["state"] in (states or ("draft", "sent", "sale"))]

    def lines(self, order: Record) -> list[Record]:
        return [line for line in self.tables["sale.order.line"].values() if line["order_id"][0] == order["id"]]

    def of(self, model: str, order: Record) -> list[Record]:
        """Attachments or messages of an order."""
        return [r for r in self.tables[model].values() if int(r["res_id"]) == order["id"]]

    def work(self, model: str, method: str, body: Record) -> Any:
        with self.lock:
            self.calls.append(f"{model}.{method}")
            if method == "fields_get":
                return {name: {"type": "char"} for name in FIELDS.get(model, ())}
            if method == "context_get":
                return {"uid": 7, "lang": "en_US", "tz": "UTC"}
            if method == "search_read":
                rows = [r for r in self.tables[model].values() if all(_fits(r, c) for c in body["domain"])]
                rows.sort(key=lambda r: (r.get("sequence", 0), r["id"]))
                return [self._shown(r, body["fields"]) for r in rows[: body.get("limit") or None]]
            if method == "read":
                table = self.tables.get(model, {})
                return [self._shown(table[i], body["fields"]) for i in body["ids"] if i in table]
            if method == "load":
                return self._load(model, body["fields"], body["data"])
            order = self.tables["sale.order"][body["ids"][0]]
            if method == "action_confirm":
                if order["state"] not in ("draft", "sent"):
                    raise UserError("Some orders are not in a state requiring confirmation")
                order["state"] = "sale"
                picking = next(self.ids)
                self.tables["stock.picking"][picking] = {"id": picking, "name": "OUT", "state": "assigned"}
                order["picking_ids"] = [picking]
                return True
            assert method == "action_cancel", method
            order["state"] = "cancel"
            return True

    def _shown(self, row: Record, fields: list[str]) -> Record:
        return {"id": row["id"], **{name: row.get(name, False) for name in fields}}

    def _load(self, model: str, fields: list[str], data: list[list[Any]]) -> Record:
        head = dict(zip(fields, data[0], strict=True))
        id_ = self.external.get(head["id"])
        table = self.tables[model]
        if id_ is None:
            id_ = self.external[head["id"]] = next(self.ids)
            table[id_] = {"id": id_}
            if model == "sale.order":
                table[id_] |= {"name": f"S{id_}", "state": "draft", "currency_id": [1, "EUR"], "picking_ids": [],
                               "write_uid": [7, "Sales"], "write_date": "2026-01-01 00:00:00"}  # fmt: skip
        elif model == "mail.message":
            return {"ids": False, "messages": [{"message": "Only administrators can modify"}]}
        table[id_] |= _values({k: v for k, v in head.items() if k != "id" and not k.startswith("order_line/")})
        for row in data:
            line = {k.removeprefix("order_line/"): v for k, v in zip(fields, row, strict=True) if "order_line/" in k}
            if line:
                self._line(id_, line)
        if model == "sale.order":
            self.change(table[id_])
            table[id_]["amount_untaxed"] = sum(line["price_subtotal"] for line in self.lines(table[id_]))
        return {"ids": [id_], "messages": []}

    def _line(self, order: int, line: Record) -> None:
        lines = self.tables["sale.order.line"]
        id_ = self.external.setdefault(line.pop("id"), next(self.ids))
        made = lines.setdefault(id_, {"id": id_, "order_id": [order, ""], "name": "a product", "tax_ids": []})
        made |= _values(line)
        net = (
            (made.get("product_uom_qty") or 0) * (made.get("price_unit") or 0) * (1 - (made.get("discount") or 0) / 100)
        )
        made["price_subtotal"] = round(net + 1e-9, 2)


class UserError(Exception):
    pass


class _Handler(BaseHTTPRequestHandler):
    odoo: OdooServer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._answer(200, {"version": "19.0", "version_info": [19, 0, 0, "final", 0, ""]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model, method = self.path.split("/")[-2:]
        status = self.odoo.before(method)
        value: Any = {}
        if status is None:
            try:
                value = self.odoo.work(model, method, body)
            except UserError as error:
                self._answer(422, {"name": "odoo.exceptions.UserError", "message": str(error), "arguments": []})
                return
            status = self.odoo.after(method)
        if status == 0:
            self.close_connection = True
            return
        self._answer(200 if status is None else status, value)

    def _answer(self, status: int, value: Any) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _values(raw: Record) -> Record:
    return {k.removesuffix("/.id"): [v, "x"] if k.endswith("/.id") and v else v for k, v in raw.items()}


def _fits(row: Record, condition: list[Any]) -> bool:
    name, operator, wanted = condition
    held = row.get(name, False)
    held = held[0] if isinstance(held, list) and held else held
    if operator == "!=":
        return bool(held != wanted)
    if operator == "ilike":
        return str(wanted).lower() in str(held).lower()
    if operator == "=ilike":
        return str(held).lower() == str(wanted).replace("\\", "").lower()
    return bool(held == wanted)
