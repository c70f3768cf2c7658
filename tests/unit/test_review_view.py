"""What the order page shows, from rows of the store."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.result import Place
from data.schema import Box
from serving.desk.flow import Worker
from serving.desk.office import Office
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, versions
from serving.desk.store.rows import OpenException
from serving.review.order_doubts import doubts, place
from serving.review.order_finds import Finds
from serving.review.order_looks import leave, look, lookers, looking
from serving.review.order_sources import Sources, gather
from serving.review.order_view import OrderView, difference, embedded, view
from tests import standin
from tests.desks import opened, sqlite


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return opened(sqlite(tmp_path), tmp_path)


def reviewed(store: Store, *lines: str) -> Sources:
    """An order that was read by the stand-in and waits for a person."""
    order, _ = receive(store, standin.pdf(*(lines or standin.ORDER)), "order.pdf", source="page", by="test")
    worker = Worker(store, steps(Office(store, pipeline=standin.pipeline())))
    while worker.work():
        pass
    return gather(store, order.id)


def shown(sources: Sources, language: str = "en") -> OrderView:
    return view(sources, language, lambda key, **_: key, lambda e: (e.code, ""), "anna")


def exception(code: str, line: int | None = None, field: str | None = None, severity: str = "stop") -> OpenException:
    now = datetime.now(UTC)
    return OpenException(1, "x", code, severity, line, field, {}, now, None, None, None)


def test_values_read_with_low_confidence_are_looked_at_first_and_in_the_order_of_the_page(store: Store) -> None:
    page = shown(reviewed(store))
    assert page.doubtful[0] == "lines.0.fields.supplier_article_no"
    assert [p for p in page.doubtful if p.startswith("lines.1.")]
    assert "fields.order_number" not in page.doubtful  # read with 0.99
    value = page.values()["lines.1.fields.unit_price"]
    assert (value.doubtful, value.percent, value.sure) == (True, "70 %", "check")


def test_rules_alone_decide_what_is_doubtful_once_there_is_a_decision(store: Store) -> None:
    sources = reviewed(store)
    low = exception("value_doubtful", 1, "quantity")
    store.run(lambda tx: versions.add_decision(tx, sources.order.id, 1, "rules", "stop", "draft", 1, [], {}))
    with store.read() as tx:
        decided = versions.decision(tx, sources.order.id)
    assert list(doubts(replace(sources, decision=decided, exceptions=(low,)))) == ["lines.1.fields.quantity"]
    warned = replace(sources, decision=decided, exceptions=(replace(low, severity="warn"),))
    assert doubts(warned) == {}


@pytest.mark.parametrize(
    ("code", "line", "field", "path"),
    [
        ("value_doubtful", None, "order_number", "fields.order_number"),
        ("value_doubtful", 0, "quantity", "lines.0.fields.quantity"),
        ("value_doubtful", 0, "line.quantity", "lines.0.fields.quantity"),
        ("customer_unknown", None, None, "fields.buyer.name"),
        ("product_ambiguous", 1, None, "lines.1.fields.supplier_article_no"),
        ("price_differs", 1, None, "lines.1.fields.unit_price"),
        ("check_failed", 1, None, "lines.1.fields.quantity"),
        ("gave_up", None, None, None),
        ("price_differs", 9, None, None),
    ],
)
def test_a_reason_leads_to_the_value_it_speaks_of(
    store: Store, code: str, line: int | None, field: str | None, path: str | None
) -> None:
    assert place(exception(code, line, field), reviewed(store).result) == path


def test_candidates_are_other_values_of_the_kind_the_nearest_first(store: Store) -> None:
    page = shown(reviewed(store))
    found = page.values()["lines.1.fields.unit_price"].candidates
    assert found[0].value == "4.00"  # the amount beside it
    assert found[0].boxes[0]["page"] == 1
    assert "1.00" not in [c.value for c in found]


def test_a_missing_order_number_is_asked_for_with_what_the_page_prints(store: Store) -> None:
    page = shown(reviewed(store, "Ref PO/2026/118", "Buyer Acme", "Item 1 A-17 12 4.50 54.00"))
    assert page.doubtful[0] == "fields.order_number"
    missing = page.values()["fields.order_number"]
    assert (missing.shown, missing.sure) == ("", "missing")
    assert missing.candidates[0].value == "PO/2026/118"


def test_dates_and_grouped_numbers_are_found_whole() -> None:
    document = standin.in_process(standin.pdf("Date 14 July 2022 Order 1 234,50", "Due 2022-08-01"), "x.pdf")
    finds = Finds(document)
    assert [f.value for f in finds.of("date")] == ["2022-07-14", "2022-08-01"]
    assert [f.text for f in finds.of("amount")] == ["1 234,50"]
    near = Place(1, Box(72, 78, 100, 90))
    assert finds.near("date", near, 1)[0].value == "2022-07-14"
    assert finds.of("name") == []
    assert Finds(None).of("date") == []


def test_data_in_the_page_cannot_end_the_script_element_it_stands_in() -> None:
    text = embedded({"value": "</script><b>"})
    assert "<" not in text
    assert json.loads(text) == {"value": "</script><b>"}


def test_places_of_values_lie_on_their_page_the_small_ones_last(store: Store) -> None:
    page = shown(reviewed(store)).pages[0]
    assert (round(page.width), round(page.height)) == (595, 842)
    areas = [box["width"] * box["height"] for _, box in page.places]
    assert len(areas) == 14  # four fields, five cells of two lines
    assert areas == sorted(areas, reverse=True)


def test_the_difference_to_the_pricelist_is_after_discount() -> None:
    assert difference({"price_unit": "110", "list_price": "100", "discount": "0"}) == "+10.0"
    assert difference({"price_unit": "110", "list_price": "100", "discount": "10"}) == "-1.0"
    assert difference({"price_unit": None, "list_price": "100"}) == ""
    assert difference(None) == ""


def test_who_looks_at_an_order_is_seen_until_they_leave(store: Store) -> None:
    order = reviewed(store).order
    assert store.run(lambda tx: look(tx, order.id, "anna"))
    assert not store.run(lambda tx: look(tx, order.id, "anna"))
    assert store.run(lambda tx: look(tx, order.id, "jan"))
    with store.read() as tx:
        assert [found.by for found in looking(tx, order.id)] == ["anna", "jan"]
        assert lookers(tx, ["none"]) == {}
    assert [found.by for found in shown(gather(store, order.id)).looks] == ["jan"]
    store.run(lambda tx: leave(tx, order.id, "jan"))
    with store.read() as tx:
        assert [found.by for found in looking(tx, order.id)] == ["anna"]
        tx.now = tx.now.replace(year=tx.now.year + 1)
        assert looking(tx, order.id) == []
