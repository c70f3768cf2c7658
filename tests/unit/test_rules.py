"""The rules: read with the line of each fault, and passed by nothing that is not known."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from data.result import Extraction
from serving.desk.rules import DEFAULT, Facts, Finding, RulesError, Sure, Verdict, decide, facts_of, parse, texts
from serving.desk.rules.decide import codes
from serving.desk.rules.facts import Price
from serving.desk.store.rows import Order
from serving.odoo.preview import Live, Preview
from tests.odoo_orders import TODAY, bolt, line, matches, order, proposed, value

ASKED = Live()

GOOD = Facts(
    today="2026-11-25", document_type="order", document_type_confidence=0.99, order_confidence=0.999,
    completeness=0.999, values=(Sure("order_number", None, 0.999), Sure("line.quantity", 0, 0.99)), failed_checks=(),
    findings=(), customer_id=20, customer="Acme", products=("E-COM07",), currency="EUR", total_net="120.00",
    wished="2026-12-10", discounts=False, same_document=None, same_number=(), release="",
    status="ok", unasked=(), prices=(Price(0, "0"),),
)  # fmt: skip
STRICT = parse("""
pilot: {customers: [20], products: [E-COM]}
value: {currencies: [EUR]}
prices: {tolerance: 2}
stage: {default: shadow, customers: {20: confirm}}
release: {required: true, version: r1}
""")


def stops(facts: Facts, book: Any = STRICT) -> list[str]:
    return [v.code for v in decide(book, facts).verdicts if v.outcome == "stop"]


def test_the_default_rules_are_rules_and_a_good_order_passes() -> None:
    assert parse(DEFAULT) == parse("{}")
    assert decide(STRICT, GOOD).outcome == "pass"
    assert decide(STRICT, GOOD).stage == "confirm"
    assert decide(parse("{}"), replace(GOOD, customer_id=7)).stage == "shadow"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"document_type": None}, "type_unknown"), ({"document_type": "invoice"}, "not_an_order"),
        ({"document_type": "order_change"}, "order_change"), ({"document_type_confidence": None}, "type_unsure"),
        ({"order_confidence": None}, "order_unsure"), ({"order_confidence": 0.9}, "order_unsure"),
        ({"completeness": None}, "line_missing"), ({"values": ()}, "order_number_missing"),
        ({"values": (Sure("order_number", None, None),)}, "value_unsure"),
        ({"failed_checks": (("line_amount", 0, "2 x 3 is not 7"),)}, "check_failed"),
        ({"findings": (Finding("unit_missing", "stop"),)}, "unit_missing"),
        ({"prices": None}, "prices_unknown"), ({"prices": (Price(0, "2.1"),)}, "price_beyond"),
        ({"customer_id": None}, "customer_unknown"), ({"customer_id": 21}, "not_in_pilot"),
        ({"products": (None,)}, "product_not_in_pilot"), ({"products": ("DESK",)}, "product_not_in_pilot"),
        ({"total_net": None}, "value_unknown"), ({"total_net": "soon"}, "value_unknown"),
        ({"total_net": "10000"}, "value_above"), ({"currency": None}, "currency_unknown"),
        ({"currency": "USD"}, "currency_not_allowed"), ({"wished": "2026-11-24"}, "date_past"),
        ({"wished": "never"}, "not_judged"), ({"discounts": True}, "discount_not_agreed"),
        ({"same_document": "a1"}, "same_document"), ({"same_number": ("a1",)}, "same_number"),
        ({"release": "unknown"}, "release_unknown"), ({"status": "partial"}, "partly_read"),
        ({"status": None}, "not_read"), ({"findings": None}, "not_compared"), ({"unasked": None}, "not_asked"),
        ({"unasked": ("Odoo did not answer.",)}, "not_asked"),
        ({"values": (*GOOD.values, Sure("line.unit", 0, None))}, "value_unsure"),
        ({"values": (*GOOD.values, Sure("line.discount_percent", 0, 0.5))}, "value_unsure"),
    ],
)  # fmt: skip
def test_each_rule_stops(change: dict[str, Any], code: str) -> None:
    assert code in stops(replace(GOOD, **change))


@pytest.mark.parametrize("name", [f.name for f in fields(Facts)])
def test_no_rule_is_passed_by_a_null(name: str) -> None:
    """Whatever is not known: the order stops, or nothing was asked of that fact."""
    free = {"wished", "same_document", "customer", "products", "values", "failed_checks", "same_number",
            "release", "discounts", "today", "odoo"}  # fmt: skip
    if name in free:
        return
    nothing: dict[str, Any] = {name: None}
    assert decide(STRICT, replace(GOOD, **nothing)).outcome == "stop"


def test_a_wish_too_soon_and_a_finding_let_through() -> None:
    book = parse("dates: {least_days: 20}\nfindings: {price_differs: warn}")
    facts = replace(GOOD, findings=(Finding("price_differs", "stop", 0),))
    assert stops(facts, book) == ["date_soon"]
    assert [v.code for v in decide(book, facts).reasons] == ["date_soon", "price_differs"]


share = st.one_of(st.none(), st.floats(0, 1))


@given(share, share, share, share)
def test_less_certainty_never_passes_more(a: float | None, b: float | None, c: float | None, d: float | None) -> None:
    facts = replace(GOOD, order_confidence=a, completeness=b, document_type_confidence=c,
                    values=(Sure("order_number", None, d),))  # fmt: skip
    if decide(STRICT, facts).outcome == "pass":
        better = replace(facts, order_confidence=1.0, completeness=1.0)
        assert decide(STRICT, better).outcome == "pass"
    for name in ("order_confidence", "completeness", "document_type_confidence"):
        known = getattr(facts, name)
        change: dict[str, Any] = {name: None if known is None else known / 2}
        worse = replace(facts, **change)
        assert decide(STRICT, facts).outcome == "stop" or decide(STRICT, worse).outcome == "stop"


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=12))
def test_odd_facts_never_raise_and_never_pass_by_it(total: str, wished: str, today: str) -> None:
    facts = replace(GOOD, total_net=total, wished=wished, today=today)
    decided = decide(STRICT, facts)
    assert decided.outcome in ("pass", "stop")
    assert Facts.from_dict(yaml.safe_load(yaml.safe_dump(facts.to_dict()))) == facts or "\x85" in total + wished + today


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("confidense: {}", 1, "did you mean confidence"), ("value:\n  review_abve: 3", 2, "did you mean review_above"),
        ("confidence: {order: 98}", 1, "from 0 to 1"), ("stage:\n  customers:\n    20: write", 3, "shadow, draft"),
        ("findings: {price_difers: warn}", 1, "did you mean price_differs"),
        ("value: {review_above: much}", 1, "amount"),
        ("confidence:\n  fields: {order_nr: .9}", 2, "is no field"), ("dates: {least_days: -1}", 1, "number of days"),
        ("pilot: {customers: some}", 1, "`all` or a list"), ("stage: [", 1, ""), ("- a", None, "keys with values"),
        ("release: {required: maybe}", 1, "true or false"), ("duplicates: perhaps", 1, "pass, warn, stop"),
        ("dates: {least_days: 2026-13-45}", None, "cannot be read"), ("unasked: pass", 1, "warn, stop"),
        ("stage: {default: shadow}\nchecks: stop\nstage: {default: confirm}", 3, "stands twice"),
        ("stage:\n  customers:\n    20: draft\n    20: confirm", 4, "stands twice"),
        ("findings:\n  product_unknown: pass", 2, "must stop"),
    ],
)  # fmt: skip
def test_faults_name_line_and_what_is_allowed(text: str, line: int | None, said: str) -> None:
    with pytest.raises(RulesError) as caught:
        parse(text)
    assert any(n == line and said in told for n, told in caught.value.faults), caught.value.faults


@pytest.mark.parametrize("language", ["pl", "en", "de"])
def test_every_own_code_has_words_in_every_language(language: str) -> None:
    for code in codes():
        verdict = Verdict("", "stop", code, 0, "order_number", {"sure": 0.5, "least": 0.9, "todo": "Do it."})
        assert texts.sentence(verdict, language) != texts.name(code, language)
        assert "{" not in texts.sentence(verdict, language) + texts.todo(verdict, language)
    assert texts.name("order_unsure", "de") != texts.name("order_unsure", "pl") != texts.name("order_unsure", "en")


def test_a_finding_without_words_of_its_own_says_its_message() -> None:
    verdict = Verdict("odoo", "stop", "new_finding", data={"message": "The page says 8 %.", "todo": "Ask."})
    assert (texts.sentence(verdict, "pl"), texts.todo(verdict, "pl")) == ("The page says 8 %.", "Ask.")


def _arrived() -> Order:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return Order("a1", "matched", 1, "0" * 64, "order.pdf", "api", None, "k", at, at)


def _seen(extraction: Extraction, live: Live | None = ASKED) -> list[str]:
    """Codes that stop `extraction`, read surely and compared with master data that fit it."""
    extraction = replace(extraction, order_confidence=0.999)
    preview = Preview(extraction, matches(), proposed(extraction), live)
    return stops(facts_of(_arrived(), extraction, preview, today=TODAY), parse("{}"))


def test_an_order_passes_only_where_the_server_was_asked_everything() -> None:
    assert _seen(order(total_net="25.00")) == []
    assert _seen(order(total_net="25.00"), None) == ["not_asked"]
    assert _seen(order(total_net="25.00"), Live(unavailable=("Odoo did not answer.",))) == ["not_asked"]
    warned = parse("unasked: warn")
    assert decide(warned, replace(GOOD, unasked=None)).outcome == "pass"
    assert [v.code for v in decide(warned, replace(GOOD, unasked=None)).reasons] == ["not_asked"]


def test_an_order_that_was_not_matched_does_not_pass_for_one_without_odoo() -> None:
    extraction = replace(order(total_net="25.00"), order_confidence=0.999)
    assert "not_compared" in stops(facts_of(_arrived(), extraction, Preview(extraction), today=TODAY), parse("{}"))
    assert stops(facts_of(_arrived(), extraction, None, today=TODAY), parse("{}")) == []


def test_everything_that_is_written_has_to_be_sure() -> None:
    for name in ("quantity", "unit", "unit_price"):
        printed = bolt().fields[name].value
        assert _seen(order(bolt(**{name: value(printed, None)}), total_net="25.00")) == ["value_unsure"], name
    freight = line("charge", description="Freight", line_amount=value("9.00", None))
    assert "value_unsure" in _seen(order(bolt(), freight, total_net="34.00"))


def test_facts_kept_before_a_fact_existed_do_not_pass_by_its_absence() -> None:
    old = {k: v for k, v in GOOD.to_dict().items() if k not in ("status", "odoo", "unasked")}
    assert set(stops(Facts.from_dict(old))) == {"not_read", "not_asked"}
    old = {k: v for k, v in GOOD.to_dict().items() if k != "prices"}
    assert stops(Facts.from_dict(old)) == ["prices_unknown"]


def test_without_knowing_of_odoo_its_comparison_is_asked_for() -> None:
    nowhere = replace(GOOD, odoo=None, findings=None, unasked=None, customer_id=None)
    assert {"not_compared", "not_asked", "customer_unknown"} <= set(stops(nowhere, parse("{}")))
