"""`execute` of one call: rights, the ORM's methods, load, messages; one transaction a call."""

from __future__ import annotations

import copy
import threading
import time
from typing import Any

from tests.odoo_double.faults import AccessError, BadCall, Bug, NotFound, UserError, ValidationError
from tests.odoo_double.sales import LINE, ORDER, Sales
from tests.odoo_double.store import Row, Store

ALL = "sales_team.group_sale_salesman_all_leads"
GROUPS = {
    7: {ALL, "base.group_user"},
    8: {"base.group_user", "sales_team.group_sale_salesman"},
    9: set(),
    10: {"base.group_user"},
}
READABLE = {"sale.order", "sale.order.line", "stock.picking", "stock.move", "stock.warehouse"}
WRITABLE = {"sale.order", "sale.order.line", "ir.attachment", "mail.message"}
CLOSED = {"account.move", "purchase.order", "decimal.precision"}
ON_MODEL = {"create", "search", "search_read", "search_count", "fields_get", "load", "context_get", "default_get"}


class Methods:
    """A database that many threads may call; calls run one after another, as transactions."""

    def __init__(self, store: Store) -> None:
        self.store, self.sales = store, Sales(store)
        self.lock = threading.RLock()
        self.loading: set[str] = set()
        self.load_seconds = 0.0
        """How long a `load` is under way, so that tests can let two of them meet."""

    def execute(self, uid: int, model: str, method: str, ids: list[int], named: Row) -> Any:
        named = dict(named)
        context = named.pop("context", None) or {}
        if model not in self.store.fields:
            raise NotFound(f"the model {model!r} does not exist")
        if method == "load":
            return self._load(uid, model, **named)
        with self.lock:
            return self._transaction(lambda: self._call(uid, model, method, ids, named, context))

    def _transaction(self, work: Any) -> Any:
        rows, names = copy.deepcopy(self.store.rows), dict(self.store.names)
        try:
            return work()
        except Exception:
            self.store.rows, self.store.names = rows, names
            raise

    def _call(self, uid: int, model: str, method: str, ids: list[int], named: Row, context: Row) -> Any:
        if method.startswith("_"):
            raise AccessError(f"Private methods (such as '{model}.{method}') cannot be called remotely.")
        handler = getattr(self, f"do_{method}", None)
        if handler is None or (method == "has_access" and self.store.version < 18):
            error = NotFound if self.store.version >= 19 else Bug
            raise error(f"The method '{model}.{method}' does not exist")
        try:
            return handler(uid, model, ids, context, **named)
        except TypeError as trouble:
            if "argument" not in str(trouble):
                raise
            raise BadCall(str(trouble)) from trouble

    def may(self, uid: int, model: str, operation: str) -> bool:
        groups = GROUPS[uid]
        if "base.group_user" not in groups:
            return operation == "read" and model in {"sale.order", "sale.order.line", "res.users", "res.company"}
        seller = uid in (7, 8)
        if operation == "read":
            return model not in CLOSED and (seller or model not in READABLE)
        return (
            model in WRITABLE and (seller or model not in READABLE) and not (operation == "unlink" and model == ORDER)
        )

    def _need(self, uid: int, model: str, operation: str) -> None:
        if not self.may(uid, model, operation):
            raise AccessError(f"You are not allowed to access '{model}' ({operation}) records.")

    def _seen(self, uid: int, model: str, rows: list[Row]) -> list[Row]:
        return [r for r in rows if r["user_id"] == uid] if model == ORDER and ALL not in GROUPS[uid] else rows

    def do_context_get(self, uid: int, model: str, ids: list[int], context: Row) -> Any:
        return {"lang": "en_US", "tz": False, "uid": uid}

    def do_fields_get(
        self, uid: int, model: str, ids: list[int], context: Row, allfields: Any = None, attributes: Any = None
    ) -> Any:
        return {n: {"type": k, "string": n, "relation": r} for n, (k, r) in self.store.fields[model].items()}

    def do_has_access(self, uid: int, model: str, ids: list[int], context: Row, operation: str) -> bool:
        return self.may(uid, model, operation)

    def do_check_access_rights(
        self, uid: int, model: str, ids: list[int], context: Row, operation: str, raise_exception: bool = True
    ) -> bool:
        if raise_exception:
            self._need(uid, model, operation)
        return self.may(uid, model, operation)

    def do_has_group(self, uid: int, model: str, ids: list[int], context: Row, group_ext_id: str) -> bool:
        return group_ext_id in GROUPS[uid]

    def do_search(
        self,
        uid: int,
        model: str,
        ids: list[int],
        context: Row,
        domain: Any,
        offset: int = 0,
        limit: Any = None,
        order: Any = None,
    ) -> list[int]:
        return [r["id"] for r in self._find(uid, model, context, domain, offset, limit, order)]

    def do_search_read(
        self,
        uid: int,
        model: str,
        ids: list[int],
        context: Row,
        domain: Any = (),
        fields: Any = (),
        offset: int = 0,
        limit: Any = None,
        order: Any = None,
    ) -> list[Row]:
        return [self._shown(model, r, fields) for r in self._find(uid, model, context, domain, offset, limit, order)]

    def do_search_count(self, uid: int, model: str, ids: list[int], context: Row, domain: Any) -> int:
        return len(self._find(uid, model, context, domain, 0, None, None))

    def _find(self, uid: int, model: str, context: Row, domain: Any, offset: int, limit: Any, order: Any) -> list[Row]:
        self._need(uid, model, "read")
        rows = self._seen(uid, model, self.store.search(model, list(domain), context.get("active_test", True)))
        for key in reversed((order or "id").split(",")):
            name, _, way = key.strip().partition(" ")
            rows.sort(key=lambda r, n=name: (r.get(n) is None, r.get(n) or 0), reverse=way.lower() == "desc")  # type: ignore[misc]
        return rows[offset : offset + limit] if limit else rows[offset:]

    def do_read(
        self, uid: int, model: str, ids: list[int], context: Row, fields: Any = (), load: Any = None
    ) -> list[Row]:
        self._need(uid, model, "read")
        rows = [self.store.rows[model][i] for i in ids if i in self.store.rows[model]]
        if len(self._seen(uid, model, rows)) != len(rows):
            raise AccessError("Uh-oh! Looks like you have stumbled upon some top-secret records.")
        return [self._shown(model, r, fields) for r in rows]

    def _shown(self, model: str, row: Row, fields: Any) -> Row:
        if model == ORDER and "duplicated_order_ids" in (fields or ()):
            same = [
                ("client_order_ref", "=", row.get("client_order_ref")),
                ("partner_id", "=", row["partner_id"]),
                ("company_id", "=", row["company_id"]),
                ("state", "!=", "cancel"),
                ("id", "!=", row["id"]),
            ]
            draft = row["state"] == "draft" and row.get("client_order_ref")
            row = {**row, "duplicated_order_ids": [r["id"] for r in self.store.search(ORDER, same)] if draft else []}
        return self.store.shown(model, row, fields)

    def do_create(self, uid: int, model: str, ids: list[int], context: Row, vals_list: Any) -> list[int]:
        self._need(uid, model, "create")
        user = self.store.one("res.users", uid)
        return [self._create(model, values, user) for values in vals_list]

    def _create(self, model: str, values: Row, user: Row) -> int:
        if model == ORDER:
            return self.sales.create(values, user)
        if model == LINE:
            number = self.sales.add(values["order_id"], values)
            self.store.one(ORDER, values["order_id"])["order_line"].append(number)
            self.sales.total(values["order_id"])
            return number
        self.store.check_values(model, values)
        return self.store.insert(model, **values)

    def do_write(self, uid: int, model: str, ids: list[int], context: Row, vals: Row) -> bool:
        self._need(uid, model, "write")
        for number in ids:
            if model == ORDER:
                self.sales.write(number, vals, self.store.one("res.users", uid))
            elif model == LINE:
                self.sales.write_line(number, vals)
            else:
                self.store.check_values(model, vals)
                self.store.one(model, number).update(vals)
        return True

    def do_unlink(self, uid: int, model: str, ids: list[int], context: Row) -> bool:
        self._need(uid, model, "unlink")
        for number in ids:
            del self.store.rows[model][number]
        return True

    def do_action_confirm(self, uid: int, model: str, ids: list[int], context: Row) -> Any:
        self._need(uid, model, "write")
        return self.sales.confirm(ids)

    def do_action_cancel(self, uid: int, model: str, ids: list[int], context: Row) -> Any:
        self._need(uid, model, "write")
        return self.sales.cancel(ids, context)

    def do_action_lock(self, uid: int, model: str, ids: list[int], context: Row) -> None:
        for number in ids:
            self.store.one(model, number)["locked"] = True

    def do_message_post(
        self,
        uid: int,
        model: str,
        ids: list[int],
        context: Row,
        body: str = "",
        subtype_xmlid: str = "mail.mt_note",
        body_is_html: bool = False,
        attachment_ids: Any = (),
        message_type: str = "comment",
    ) -> Any:
        user = self.store.one("res.users", uid)
        if not user.get("email") and self.store.version < 19:
            raise UserError("Unable to send message, please configure the sender's email address.")
        text = (
            body if body_is_html else f"<p>{body.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</p>"
        )
        number = self.store.insert(
            "mail.message",
            body=text,
            model=model,
            res_id=ids[0],
            message_type="comment",
            subtype_id=2,
            author_id=user["partner_id"],
            attachment_ids=list(attachment_ids),
        )
        self.store.one(model, ids[0]).setdefault("message_ids", []).append(number)
        return [number] if self.store.version >= 19 else number

    def _load(self, uid: int, model: str, fields: list[str], data: list[list[Any]]) -> Row:
        self._need(uid, model, "create")
        keys = {str(row[fields.index("id")]) for row in data if "id" in fields and row[fields.index("id")]}
        with self.lock:
            clash = keys & self.loading
            self.loading |= keys
        try:
            time.sleep(self.load_seconds)
            if clash:
                text = "could not serialize access due to concurrent update\n"
                return {"ids": False, "messages": [{"type": "error", "message": text, "record": 0}], "nextrow": 0}
            with self.lock:
                loaded: Row = self._transaction(lambda: self._loaded(uid, model, fields, data))
                return loaded
        except (UserError, ValidationError) as trouble:
            return {"ids": False, "messages": [{"type": "error", "message": str(trouble), "record": 0}], "nextrow": 0}
        finally:
            if not clash:
                with self.lock:
                    self.loading -= keys

    def _loaded(self, uid: int, model: str, fields: list[str], data: list[list[Any]]) -> Row:
        user = self.store.one("res.users", uid)
        heads: list[tuple[Row, list[Row]]] = []
        for row in data:
            cells = dict(zip(fields, row, strict=True))
            own = {k: v for k, v in cells.items() if not k.startswith("order_line/") and v not in ("", None)}
            if own:
                heads.append((own, []))
            line = {
                k.partition("/")[2]: v for k, v in cells.items() if k.startswith("order_line/") and v not in ("", None)
            }
            if line:
                heads[-1][1].append(line)
        return {"ids": [self._load_one(model, own, lines, user) for own, lines in heads], "messages": [], "nextrow": 0}

    def _load_one(self, model: str, own: Row, lines: list[Row], user: Row) -> int:
        key, values = own.get("id", ""), _values(own, self.store.names)
        number = self.store.names.get(key)
        if number is None:
            number = self._create(model, values, user)
            if key:
                self.store.names[key] = number
        else:
            self.sales.write(number, values, user)
        for line in lines:
            name, inner = line.get("id", ""), _values(line, self.store.names)
            known = self.store.names.get(name)
            if known is None:
                known = self._create(LINE, {**inner, "order_id": number}, user)
                if name:
                    self.store.names[name] = known
            else:
                self.sales.write_line(known, inner)
        return number


def _values(cells: Row, names: dict[str, int]) -> Row:
    """`partner_id/.id` and `subtype_id/id` to fields; numbers from their texts, as import reads them."""
    out: Row = {}
    for key, value in cells.items():
        if key == "id":
            continue
        name, _, way = key.partition("/")
        if way == ".id":
            out[name] = int(value)
        elif way == "id":
            if value not in names:
                raise ValidationError(f"No matching record found for external id '{value}' in field '{name}'")
            out[name] = names[value]
        elif isinstance(value, str) and value.replace(".", "", 1).replace("-", "", 1).isdigit() and name in {
            "product_uom_qty", "price_unit", "discount", "sequence", "technical_price_unit"}:  # fmt: skip
            out[name] = float(value)
        else:
            out[name] = value
    return out
