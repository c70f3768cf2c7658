"""The work list: orders by reason, customer, age and value, those that wait for a person first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal
from urllib.parse import urlencode

from sqlalchemy import Select, case, distinct, func, or_, select

from serving.desk import states
from serving.desk.store import Tx, tables
from serving.desk.store.rows import Order, as_rows
from serving.review.order_looks import Look, lookers

PAGE: Final = 50
"""Orders on one page of the list."""

GROUPS: Final[dict[str, frozenset[str]]] = {
    "open": states.OPEN,
    "moving": states.AUTOMATIC,
    "done": frozenset({"written", "confirmed", "done", "exportable", "exported", "shadow"}),
    "away": frozenset({"aside", "rejected", "undone", "erased"}),
    "all": frozenset(states.STATES),
}
"""What the tabs show."""

AGES: Final = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7)}
"""Orders at least so old."""

o, e = tables.orders, tables.exceptions

SORTS: Final[dict[str, tuple[Any, ...]]] = {
    "oldest": (o.c.received_at, o.c.id),
    "newest": (o.c.received_at.desc(), o.c.id.desc()),
    "value": (o.c.total_net.desc().nulls_last(), o.c.received_at),
    "customer": (func.lower(o.c.customer).nulls_last(), o.c.received_at),
    "unsure": (o.c.confidence.nulls_first(), o.c.received_at),
    "touched": (o.c.changed_at.desc(), o.c.id),
}
"""Orders of the list by name; in each, orders that wait for a person come first."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What to list, as the address of the page says."""

    group: str = "open"
    reason: str = ""
    customer: str = ""
    source: str = ""
    age: str = ""
    at_least: str = ""
    text: str = ""
    sort: str = "oldest"
    page: int = 1

    def address(self, **changes: Any) -> str:
        """The list with `changes`; any change but of the page begins at the first page."""
        new = replace(self, **(({"page": 1} if changes else {}) | changes))
        asked = {name: getattr(new, name) for name in self.__dataclass_fields__}
        plain = Criteria()
        said = {name: value for name, value in asked.items() if value != getattr(plain, name)}
        return "/desk" + (f"?{urlencode(said)}" if said else "")


def criteria(query: Mapping[str, str]) -> Criteria:
    """From the query of an address; what is not understood is left out, so that an old bookmark still opens."""
    number = query.get("page", "1")
    return Criteria(
        query.get("group") if query.get("group") in GROUPS else "open",  # type: ignore[arg-type]
        query.get("reason", "")[:64], query.get("customer", "").strip()[:320], query.get("source", "")[:16],
        query.get("age", "") if query.get("age") in AGES else "", query.get("at_least", "").strip()[:20],
        query.get("text", "").strip()[:200], query.get("sort", "") if query.get("sort") in SORTS else "oldest",
        max(1, min(int(number), 100_000)) if number.isascii() and number.isdigit() and len(number) < 7 else 1,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One order of the list: its open reasons, and who has it open."""

    order: Order
    reasons: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list, and the counts beside the filters."""

    rows: tuple[Row, ...]
    total: int
    pages: int
    by_group: dict[str, int]
    by_reason: tuple[tuple[str, int], ...]
    by_customer: tuple[tuple[str, int], ...]
    by_source: tuple[tuple[str, int], ...] = field(default=())


def listing(tx: Tx, asked: Criteria) -> Listing:
    total = _count(tx, asked)
    pages = max(1, -(-total // PAGE))
    first = (case((o.c.state.in_(sorted(states.OPEN)), 0), else_=1), *SORTS[asked.sort])
    query = _where(select(o), asked, tx.now).order_by(*first)
    found = as_rows(Order, tx.execute(query.limit(PAGE).offset(PAGE * (min(asked.page, pages) - 1))).mappings())
    reasons, looks = _reasons(tx, found), lookers(tx, [order.id for order in found])
    rows = tuple(Row(x, tuple(reasons.get(x.id, ())), tuple(looks.get(x.id, ()))) for x in found)
    return Listing(rows, total, pages, _by_group(tx), _by_reason(tx, asked), _by(tx, asked, "customer", o.c.customer),
                   _by(tx, asked, "source", o.c.source))  # fmt: skip


def following(tx: Tx, asked: Criteria, by: str, after: str = "") -> str | None:
    """The next order of the list for `by`: the first that waits, that nobody else has open and that is not `after`."""
    query = _where(select(o.c.id), replace(asked, group="open"), tx.now).order_by(*SORTS[asked.sort])
    ids = [row.id for row in tx.execute(query.limit(200))]
    taken = lookers(tx, ids)
    free = [i for i in ids if all(look.by == by[:64] for look in taken.get(i, ()))]
    return next((i for i in free if i != after), None)


def _where(query: Select[Any], asked: Criteria, now: datetime) -> Select[Any]:
    conditions: list[Any] = [o.c.state.in_(sorted(GROUPS[asked.group]))]
    if asked.reason:
        opened = select(e.c.id).where(e.c.order_id == o.c.id, e.c.closed_at.is_(None), e.c.code == asked.reason)
        conditions.append(or_(opened.exists(), o.c.reason == asked.reason))
    if asked.customer:
        conditions.append(o.c.customer == asked.customer)
    if asked.source:
        conditions.append(o.c.source == asked.source)
    if asked.age:
        conditions.append(o.c.received_at <= now - AGES[asked.age])
    if (least := amount(asked.at_least)) is not None:
        conditions.append(o.c.total_net >= least)
    if asked.text:
        places = (o.c.order_number, o.c.customer, o.c.file, o.c.sender, o.c.written_name)
        conditions.append(or_(o.c.id == asked.text, *(p.icontains(asked.text, autoescape=True) for p in places)))
    return query.where(*conditions)


def amount(text: str) -> Decimal | None:
    """A typed amount in either manner ("1 500", "1500,50"); None for what is none."""
    plain = "".join(text.split()).replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 14 else None


def _count(tx: Tx, asked: Criteria) -> int:
    return int(tx.execute(_where(select(func.count()).select_from(o), asked, tx.now)).scalar_one())


def _by_group(tx: Tx) -> dict[str, int]:
    found = {row.state: row[1] for row in tx.execute(select(o.c.state, func.count()).group_by(o.c.state))}
    return {name: sum(found.get(state, 0) for state in inside) for name, inside in GROUPS.items()}


def _by_reason(tx: Tx, asked: Criteria) -> tuple[tuple[str, int], ...]:
    """Orders of the list with each open reason, the commonest first; the chosen reason does not narrow it."""
    number = func.count(distinct(o.c.id)).label("number")
    query = select(e.c.code, number).select_from(o.join(e, e.c.order_id == o.c.id)).where(e.c.closed_at.is_(None))
    query = _where(query, replace(asked, reason=""), tx.now).group_by(e.c.code)
    return tuple((row.code, row.number) for row in tx.execute(query.order_by(number.desc(), e.c.code).limit(30)))


def _by(tx: Tx, asked: Criteria, name: str, column: Any) -> tuple[tuple[str, int], ...]:
    number = func.count().label("number")
    rest: dict[str, Any] = {name: ""}
    query = _where(select(column.label("what"), number), replace(asked, **rest), tx.now)
    query = query.where(column.is_not(None)).group_by(column).order_by(number.desc(), column).limit(50)
    return tuple((row.what, row.number) for row in tx.execute(query))


def _reasons(tx: Tx, found: list[Order]) -> dict[str, list[str]]:
    ids = [order.id for order in found]
    query = select(e.c.order_id, e.c.code).where(e.c.order_id.in_(ids), e.c.closed_at.is_(None)).order_by(e.c.id)
    out: dict[str, list[str]] = {}
    for row in tx.execute(query):
        codes = out.setdefault(row.order_id, [])
        if row.code not in codes:
            codes.append(row.code)
    for order in found:
        if order.id not in out and order.reason and order.state in states.OPEN:
            out[order.id] = [order.reason]
    return out


Unit = Literal["minutes", "hours", "days"]


def age(since: datetime, now: datetime | None = None) -> tuple[int, Unit]:
    """How long ago, in the unit that people would say."""
    minutes = int(((now or datetime.now(UTC)) - since).total_seconds() // 60)
    if minutes < 60:
        return max(0, minutes), "minutes"
    return (minutes // 60, "hours") if minutes < 48 * 60 else (minutes // 1440, "days")
