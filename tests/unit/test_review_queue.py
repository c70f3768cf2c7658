"""The work list: what stands in it, in which order, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from serving.desk.store import Store, Tx, tables, versions
from serving.review.order_looks import look
from serving.review.queue_data import PAGE, Criteria, age, amount, criteria, following, listing
from tests.desks import opened, order, sqlite


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("queue")
    opened_store = opened(sqlite(folder), folder)
    yield opened_store
    opened_store.close()


@pytest.fixture
def fresh(store: Store) -> Store:
    """The store without orders."""

    def empty(tx: Tx) -> None:
        for table in (tables.exceptions, tables.jobs, tables.orders):
            tx.execute(table.delete())

    store.run(empty)
    return store


def put(store: Store, key: str, codes: tuple[str, ...] = ("review",), *, hours: float = 1, **values: Any) -> str:
    """An order that waits for a person for `codes`."""
    made = order(store, key=key)
    row = {"state": "waiting", "customer": "Acme", "total_net": Decimal(100), "order_number": key, "reason": codes[0],
           "received_at": datetime.now(UTC) - timedelta(hours=hours), **values}  # fmt: skip

    def change(tx: Tx) -> None:
        tx.execute(tables.orders.update().where(tables.orders.c.id == made.id).values(**row))
        versions.replace_exceptions(tx, made.id, [versions.NewException(code, "stop") for code in codes], "rules")

    store.run(change)
    return made.id


def names(store: Store, **asked: Any) -> list[str | None]:
    with store.read() as tx:
        return [row.order.order_number for row in listing(tx, Criteria(**asked)).rows]


def test_what_waits_longest_comes_first_and_only_what_waits(fresh: Store) -> None:
    put(fresh, "new", hours=1)
    put(fresh, "old", hours=30)
    put(fresh, "gone", state="rejected")
    assert names(fresh) == ["old", "new"]
    assert names(fresh, group="away") == ["gone"]
    assert names(fresh, group="all", sort="newest") == ["new", "old", "gone"]  # open ones first in any order


def test_the_list_is_narrowed_by_each_filter(fresh: Store) -> None:
    put(fresh, "a", ("price_differs", "value_doubtful"), hours=2, customer="Acme", total_net=Decimal(5000))
    put(fresh, "b", ("value_doubtful",), hours=50, customer="Bolt", total_net=Decimal(10))
    assert names(fresh, reason="price_differs") == ["a"]
    assert names(fresh, reason="value_doubtful") == ["b", "a"]
    assert names(fresh, customer="Bolt") == ["b"]
    assert names(fresh, at_least="1 000,50") == ["a"]
    assert names(fresh, age="day") == ["b"]
    assert names(fresh, text="bOL") == ["b"]
    assert names(fresh, text="%") == []
    assert names(fresh, sort="value") == ["a", "b"]


def test_reasons_and_customers_are_counted_for_the_list_that_is_shown(fresh: Store) -> None:
    put(fresh, "a", ("price_differs", "value_doubtful"), customer="Acme")
    put(fresh, "b", ("value_doubtful",), customer="Bolt")
    put(fresh, "c", ("value_doubtful",), customer="Bolt", state="rejected")
    with fresh.read() as tx:
        found = listing(tx, Criteria(reason="price_differs"))
    assert found.by_reason == (("value_doubtful", 2), ("price_differs", 1))
    assert found.by_customer == (("Acme", 1),)  # of the orders with the chosen reason
    assert found.by_group == {"open": 2, "moving": 0, "done": 0, "away": 1, "all": 3}
    assert found.rows[0].reasons == ("price_differs", "value_doubtful")


def test_pages_are_turned_and_a_page_too_far_is_the_last(fresh: Store) -> None:
    for n in range(PAGE + 2):
        put(fresh, f"{n:03}", hours=100 - n)
    assert len(names(fresh)) == PAGE
    assert names(fresh, page=2) == ["050", "051"]
    assert names(fresh, page=9) == ["050", "051"]


def test_the_next_order_is_one_that_nobody_else_looks_at(fresh: Store) -> None:
    first, second = put(fresh, "first", hours=5), put(fresh, "second", hours=4)

    def following_for(by: str, after: str = "") -> str | None:
        with fresh.read() as tx:
            return following(tx, Criteria(), by, after)

    assert following_for("anna") == first
    assert following_for("anna", after=first) == second
    fresh.run(lambda tx: look(tx, first, "jan"))
    assert following_for("anna") == second
    assert following_for("jan") == first
    fresh.run(lambda tx: look(tx, second, "jan"))
    assert following_for("anna") is None


def test_an_address_says_what_is_listed_and_nonsense_in_it_is_left_out() -> None:
    asked = Criteria(reason="price_differs", customer="A & B", page=3)
    assert asked.address() == "/desk?reason=price_differs&customer=A+%26+B&page=3"
    assert asked.address(reason="") == "/desk?customer=A+%26+B"
    assert Criteria().address() == "/desk"
    assert criteria({"group": "nonsense", "sort": "; drop", "page": "-1", "age": "x"}) == Criteria()
    assert criteria({"group": "all", "sort": "value", "page": "2"}) == Criteria(group="all", sort="value", page=2)
    assert criteria({"page": "9" * 30}).page == 1


def test_amounts_are_read_in_either_manner() -> None:
    assert [amount(t) for t in ("1 500", "1500,50", "abc", "", "NaN", "1e30")] == [
        Decimal(1500), Decimal("1500.50"), None, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, (0, "minutes")), (59, (59, "minutes")), (60, (1, "hours")), (47 * 60, (47, "hours")), (3000, (2, "days"))],
)
def test_age_is_said_in_the_unit_that_people_would_use(minutes: int, said: tuple[int, str]) -> None:
    now = datetime.now(UTC)
    assert age(now - timedelta(minutes=minutes), now) == said
