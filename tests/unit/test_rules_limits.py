"""Limits: of money in their currency alone, of prices, dates and confidences by customer, and of what is absent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from serving.desk.rules import Facts, Finding, RulesError, Sure, decide, facts_of, parse
from serving.desk.rules.facts import Price
from serving.desk.store.rows import Order
from serving.odoo.preview import Live, Preview
from tests.odoo_orders import TODAY, bolt, line, matches, order, proposed, rules

GOOD = Facts(
    today="2026-11-25", document_type="order", document_type_confidence=0.99, order_confidence=0.999,
    completeness=0.999, values=(Sure("order_number", None, 0.999), Sure("line.quantity", 0, 0.99)), failed_checks=(),
    findings=(), customer_id=20, customer="Acme", products=("E-COM07",), currency="EUR", total_net="120.00",
    wished="2026-12-10", discounts=False, same_document=None, same_number=(), release="",
    status="ok", unasked=(), prices=(Price(0, "3"), Price(2, "-1.5")),
)  # fmt: skip


def stops(text: str, **changes: Any) -> list[str]:
    return [v.code for v in decide(parse(text), replace(GOOD, **changes)).verdicts if v.outcome == "stop"]


@pytest.mark.parametrize(
    ("text", "total", "currency", "said"),
    [
        ("{}", "9999.99", "EUR", []), ("{}", "10000", "EUR", ["value_above"]),
        ("{}", "1", "PLN", ["value_other_currency"]), ("{}", "1", None, ["value_without_currency"]),
        ("{}", None, "EUR", ["value_unknown"]), ("{}", None, None, ["value_unknown", "value_without_currency"]),
        ("value: {currency: PLN}", "9999", "PLN", []), ("value: {currency: PLN}", "1", "EUR", ["value_other_currency"]),
        ("value: {currency: PLN, review_above: 5}", "5", "PLN", ["value_above"]),
        ("value: {review_above: {EUR: 10, PLN: 43}}", "42", "PLN", []),
        ("value: {review_above: {EUR: 10, PLN: 43}}", "42", "EUR", ["value_above"]),
        ("value: {review_above: {EUR: 10, PLN: 43}}", "1", "USD", ["value_other_currency"]),
        ("value: {review_above: null}", None, None, []),
    ],
)  # fmt: skip
def test_a_limit_counts_in_its_currency_alone(text: str, total: Any, currency: Any, said: list[str]) -> None:
    assert stops(text, total_net=total, currency=currency) == said


@pytest.mark.parametrize(
    ("text", "total", "currency", "needed"),
    [
        ("{EUR: 50}", "60", "EUR", True), ("{EUR: 50}", "40", "EUR", False), ("{EUR: 50}", "40", "USD", True),
        ("{EUR: 50}", "40", None, True), ("{EUR: 50}", None, "EUR", True), ("50", "40", None, False),
        ("50", "60", "PLN", True), ("50", None, "EUR", True), ("null", None, None, False),
    ],
)  # fmt: skip
def test_four_eyes_look_at_what_is_not_known(text: str, total: str | None, currency: str | None, needed: bool) -> None:
    book = parse(f"value: {{four_eyes_above: {text}}}")
    assert book.needs_four_eyes(None if total is None else Decimal(total), currency) is needed


OWN = """
value: {review_above: 1000}
dates: {least_days: 1}
customers:
  20: {review_above: 100, price_tolerance: 2, least_days: 30, absent_date: stop, confidence: {order: 0.9999}}
  21: {review_above: {PLN: 500}, absent_date: warn}
  22: {review_above: null, confidence: {critical: 0.5}}
"""


def test_a_customer_has_limits_of_its_own() -> None:
    assert sorted(stops(OWN)) == ["date_soon", "order_unsure", "price_beyond", "value_above"]
    assert stops(OWN, wished=None, prices=(), order_confidence=1.0, total_net="99") == ["date_absent"]


def test_other_customers_keep_those_of_all() -> None:
    assert stops(OWN, customer_id=7) == []
    assert stops(OWN, customer_id=7, wished=None) == []
    assert "value_above" not in stops(OWN, customer_id=None)
    assert stops(OWN, customer_id=21) == ["value_other_currency"]
    assert stops(OWN, customer_id=21, currency="PLN", total_net="499") == []
    unsure = (Sure("order_number", None, 0.6),)
    assert stops(OWN, customer_id=22, total_net="9999999", values=unsure) == []
    assert stops(OWN, customer_id=7, values=unsure) == ["value_unsure"]


def test_an_absent_date_is_what_the_rules_say() -> None:
    def outcomes(text: str) -> list[tuple[str, str]]:
        return [(v.code, v.outcome) for v in decide(parse(text), replace(GOOD, wished=None)).reasons]

    assert outcomes("{}") == []
    assert outcomes("dates: {absent: warn}") == [("date_absent", "warn")]
    assert outcomes("dates: {absent: stop}") == [("date_absent", "stop")]
    assert ("date_absent", "warn") in [
        (v.code, v.outcome) for v in decide(parse(OWN), replace(GOOD, wished=None, customer_id=21)).reasons
    ]


def test_a_price_tolerance_of_the_rules_takes_the_place_of_the_finding() -> None:
    found = (Finding("price_differs", "stop", 0, "unit_price", "differs"),)
    assert stops("{}", findings=found) == ["price_differs"]
    assert stops("prices: {tolerance: 3}", findings=found) == []
    assert stops("prices: {tolerance: 2.9}", findings=found) == ["price_beyond"]
    assert stops("prices: {tolerance: 1}") == ["price_beyond", "price_beyond"]
    assert stops("prices: {tolerance: 100}", prices=(Price(0, None),)) == ["price_unknown"]
    assert stops("prices: {tolerance: 100}", prices=None) == ["prices_unknown"]
    assert Facts.from_dict(GOOD.to_dict()) == GOOD


def _facts(*lines: Any, **options: Any) -> Facts:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    arrived = Order("a1", "matched", 1, "0" * 64, "order.pdf", "api", None, "k", at, at)
    extraction = replace(order(*lines, **options), order_confidence=0.999)
    preview = Preview(extraction, matches(), proposed(extraction, options=rules(price_tolerance=Decimal(50))), Live())
    return facts_of(arrived, extraction, preview, today=TODAY)


def test_prices_are_measured_from_the_proposal() -> None:
    def percents(*lines: Any) -> list[str | None]:
        return [p.percent for p in _facts(*lines).prices or ()]

    assert percents(bolt()) == ["0.0000"]
    assert percents(bolt(unit_price="2.60", line_amount="26.00")) == ["4.0000"]
    assert percents(bolt(discount_percent="10", line_amount="22.50")) == ["-10.0000"]
    assert percents(bolt(), line("charge", description="Freight", line_amount="9.00")) == ["0.0000"]
    tight = parse("customers: {20: {price_tolerance: 3}}")
    dear = _facts(bolt(unit_price="2.60", line_amount="26.00"), total_net="26.00")
    assert [v.code for v in decide(tight, dear).verdicts if v.outcome == "stop"] == ["price_beyond"]
    assert decide(parse("customers: {20: {price_tolerance: 4}}"), dear).outcome == "pass"


def test_the_wish_of_a_line_counts_where_the_order_has_none() -> None:
    late = bolt(delivery_date="2026-03-25")
    assert _facts(late, requested_delivery_date=None).wished == "2026-03-25"
    assert _facts(late).wished == "2026-03-20"
    assert _facts(bolt(), requested_delivery_date=None).wished is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("customers: {Acme: {least_days: 3}}", "number of a customer"), ("customers: {20: 5}", "differs for this"),
        ("customers: {20: {}}", "differs for this"), ("customers: {20: {review_abve: 5}}", "mean review_above"),
        ("customers: {20: {price_tolerance: 200}}", "0 to 100"), ("customers: {20: {absent_date: no}}", "pass, warn"),
        ("customers: {20: {confidence: {order: 99}}}", "0 to 1"), ("customers: {20: {least_days: soon}}", "days"),
        ("customers: {20: {confidence: {fields: 1}}}", "is no rule"), ("customers: []", "keys with values"),
        ("customers: {20: {review_above: {euro: 5}}}", "code of a currency"), ("value: {currency: zloty}", "code of"),
        ("value: {review_above: {}}", "name a currency"), ("value: {review_above: {EUR: null}}", "an amount"),
        ("prices: {tolerance: -1}", "0 to 100"), ("dates: {absent: maybe}", "pass, warn"),
        ("customers: {20: {confidence: 0.9}}", "keys with values"),
    ],
)  # fmt: skip
def test_faults_of_limits_are_named(text: str, said: str) -> None:
    with pytest.raises(RulesError) as caught:
        parse(text)
    assert any(line == 1 and said in told for line, told in caught.value.faults), caught.value.faults
