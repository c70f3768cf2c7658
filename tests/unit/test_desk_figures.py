"""Figures of the desk, on orders whose states and times are known, on both databases."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from models.binomial import wilson
from serving.desk.figures import accuracy, reasons, report, savings, share, times
from serving.desk.figures.period import Period
from serving.desk.figures.savings import Baseline
from serving.desk.store import Store, orders, tables
from tests import databases, desks, figures

ALL = Period()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("figures")
    if request.param == "sqlite":
        store = desks.opened(desks.sqlite(folder), folder)
        figures.fill(store, 400)
        yield store
        store.close()
        return
    if databases.binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with databases.postgres() as server:
        store = desks.opened(desks.fresh_database(server), folder)
        figures.fill(store, 400)
        yield store
        store.close()


def test_orders_by_state(store: Store) -> None:
    with store.read() as tx:
        assert share.by_state(tx, ALL) == {"done": 120, **dict.fromkeys(sorted({*figures.STATES} - {"done"}), 40)}


def test_share_without_a_person_counts_what_was_decided(store: Store) -> None:
    with store.read() as tx:
        count = share.whole(tx, ALL)
    assert (count.received, count.passed, count.stopped) == (400, 240, 80)
    assert (count.untouched, count.confirmed_untouched) == (160, 80)
    assert count.share == 0.5
    assert count.touches_each == 0.5
    assert count.limits == wilson(160, 320)


def test_no_orders_give_no_share(store: Store) -> None:
    with store.read() as tx:
        found = report.report(tx, Period(until=figures.BEGIN), Baseline(cost_hour=Decimal(30)))
    assert found.whole.share is None
    assert found.whole.touches_each is None
    assert (found.weeks, found.customers, found.reasons, found.fields) == ([], [], [], [])
    assert [t.median for t in found.times] == [None, None, None]
    assert (found.savings.minutes, found.savings.cost) == (0.0, Decimal("0.00"))


def test_weeks_begin_on_mondays_and_add_up(store: Store) -> None:
    with store.read() as tx:
        weeks = share.weekly(tx, ALL)
    assert [w.monday for w in weeks] == [date(2026, 1, 5), date(2026, 1, 12)]
    assert weeks[0].count.received == 320  # from Monday 8:00 until Sunday midnight, one each half hour
    assert sum(w.count.received for w in weeks) == 400


def test_customers_are_one_by_their_id_and_by_name_where_they_have_none(store: Store) -> None:
    with store.read() as tx:
        found = share.by_customer(tx, ALL)
        only = share.whole(tx, Period(customer_id=2))
    assert {(c.id, c.name): c.count.received for c in found} == {
        (None, "Customer 0"): 80, (1, "Customer 1"): 40, (2, "Customer 2"): 80, (3, "Customer 3"): 80,
        (4, "Customer 4"): 80}  # fmt: skip
    assert only.received == 80


def test_reasons_say_how_many_orders_they_stopped_alone(store: Store) -> None:
    with store.read() as tx:
        found = reasons.reasons(tx, ALL)
    assert [(r.code, r.orders, r.alone, r.open) for r in found] == [("price", 80, 40, 40), ("unit", 40, 0, 0)]


def test_times_from_receipt(store: Store) -> None:
    with store.read() as tx:
        draft, confirmation, reservation = times.times(tx, ALL)
    assert draft.orders == 200
    assert draft.median == pytest.approx(120.0, abs=0.01)
    assert draft.p90 == pytest.approx(120.0, abs=0.01)
    assert confirmation.median == pytest.approx(130.0, abs=0.01)
    assert (reservation.orders, reservation.median) == (0, None)


def test_accuracy_is_of_orders_that_people_reviewed(store: Store) -> None:
    with store.read() as tx:
        (quantity,) = accuracy.by_field(tx, ALL)
        senders = accuracy.by_sender(tx, ALL)
    assert (quantity.name, quantity.orders, quantity.right) == ("line.quantity", 80, 40)
    assert quantity.limits == wilson(40, 80)
    assert [(s.name, s.orders, s.right) for s in senders] == [("s0@example.com", 80, 40)]


@pytest.mark.parametrize(
    ("path", "name"),
    [("fields.order_number", "order_number"), ("fields.buyer.name", "buyer.name"),
     ("lines.3.fields.quantity", "line.quantity"), ("lines.12", "line")],
)  # fmt: skip
def test_a_path_belongs_to_a_field(path: str, name: str) -> None:
    assert accuracy.field_of(path) == name


def test_a_value_changed_back_was_right(tmp_path: Path) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    figures.fill(store, 10)
    row = {"order_id": "o2", "extraction_version": 3, "path": "lines.0.fields.quantity", "before": "2", "after": "1",
           "by": "anna", "at": figures.BEGIN}  # fmt: skip
    with store.write() as tx:
        tx.execute(tables.corrections.insert(), [row])
    with store.read() as tx:
        assert accuracy.by_field(tx, ALL) == []
        assert [a.right for a in accuracy.by_sender(tx, ALL)] == [2]
    store.close()


def test_savings_state_their_baseline_and_may_be_negative(store: Store) -> None:
    baseline = Baseline(hand_minutes_order=2, hand_minutes_line=1, review_minutes=1.5, cost_hour=Decimal(30))
    with store.read() as tx:
        count = share.whole(tx, ALL)
        found = savings.savings(tx, ALL, count, baseline)
        slow = savings.savings(tx, ALL, count, Baseline(hand_minutes_order=0, hand_minutes_line=0))
    assert (found.orders, found.lines_each, found.by_hand, found.spent) == (240, 3.0, 1200.0, 240.0)
    assert (found.minutes, found.cost) == (960.0, Decimal("480.00"))
    assert slow.minutes == -160.0
    assert slow.cost is None


def test_erased_orders_are_in_no_figure(tmp_path: Path) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    order = desks.order(store)
    store.run(lambda tx: orders.move(tx, order, "erased", "test"))
    with store.read() as tx:
        assert share.whole(tx, ALL).received == 0
    store.close()


@pytest.mark.parametrize("table", report.TABLES)
def test_each_table_can_be_downloaded(store: Store, table: str) -> None:
    with store.read() as tx:
        found = report.report(tx, Period(since=figures.BEGIN + timedelta(days=1)), Baseline())
    head, *rows = csv.reader(io.StringIO(report.to_csv(found, table)))
    assert rows
    assert {len(row) for row in rows} == {len(head)}


def test_a_name_cannot_be_a_formula(tmp_path: Path) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    desks.order(store, key=uuid.uuid4().hex)
    with store.write() as tx:
        tx.execute(tables.orders.update().values(customer="=HYPERLINK(1)"))
    with store.read() as tx:
        found = report.report(tx, ALL, Baseline())
    assert "'=HYPERLINK(1)" in report.to_csv(found, "customers")
    store.close()


@pytest.mark.parametrize(
    ("k", "n", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1)]
)
def test_wilson_limits_are_those_of_the_textbook(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n) == pytest.approx((low, high), abs=1e-4)


def test_wilson_of_nothing_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    with pytest.raises(ValueError, match="cannot be"):
        wilson(3, 2)
