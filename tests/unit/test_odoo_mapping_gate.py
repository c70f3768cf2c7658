"""What the reading says against writing; and the rules themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import SetupError
from data.result import Check, Failure
from data.schema import Warning_
from serving.odoo.mapping import CODES, ChargeRule, Options, accepted
from tests.odoo_orders import ACME, D, bolt, codes, line, order, proposed, rules, the, value
from tests.repo import ROOT


@pytest.mark.parametrize(
    ("kind", "code"),
    [("invoice", "not_an_order"), ("order_response", "not_an_order"), ("quotation", "not_an_order"),
     ("credit_note", "not_an_order"), ("other", "not_an_order"), ("order_change", "order_change"),
     (None, "type_unknown")],
)  # fmt: skip
def test_only_orders_become_orders(kind: str | None, code: str) -> None:
    assert code in codes(proposed(replace(order(), document_type=kind)), "stop")


def test_what_was_not_read_stops() -> None:
    failed = replace(order(), status="failed", error=Failure("encrypted", "A password is needed."))
    assert "A password is needed." in the(proposed(failed), "not_read").message
    assert "partly_read" in codes(proposed(replace(order(), status="partial")), "stop")


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"order_confidence": None}, "confidence_unknown"), ({"order_confidence": 0.5}, "confidence_low"),
     ({"completeness": None}, "completeness_unknown"), ({"completeness": 0.5}, "completeness_low")],
)  # fmt: skip
def test_null_and_too_little_pass_no_threshold(changes: dict[str, Any], code: str) -> None:
    made = proposed(replace(order(), **changes), options=rules(min_order_confidence=0.9, min_completeness=0.9))
    assert codes(made, "stop") == {code}


def test_null_passes_not_even_a_threshold_of_zero() -> None:
    unknown = replace(order(), order_confidence=None, completeness=None)
    made = proposed(unknown, options=rules(min_order_confidence=0.0, min_completeness=0.0))
    assert codes(made, "stop") == {"confidence_unknown", "completeness_unknown"}


def test_a_doubtful_or_unweighed_value_that_is_written_stops() -> None:
    doubtful = proposed(order(bolt(quantity=value(10, 0.6))))
    assert (the(doubtful, "value_doubtful").line, the(doubtful, "value_doubtful").field) == (0, "quantity")
    unknown = proposed(order(currency=value("EUR", None)))
    assert the(unknown, "value_unknown").field == "currency"


def test_a_doubtful_value_that_is_not_written_does_not() -> None:
    assert codes(proposed(order(line("comment", description=value("?", 0.1)), bolt()))) <= {"product_unknown"}
    assert codes(proposed(order(seller__name=value("Us", 0.1)))) == set()


def test_values_of_an_xml_count_only_where_they_are_trusted() -> None:
    extraction = replace(
        order(bolt(quantity=value(10, None, "embedded"))),
        sources=("embedded",),
        order_confidence=None,
        completeness=None,
    )
    assert {"confidence_unknown", "value_unknown"} <= codes(proposed(extraction), "stop")
    assert codes(proposed(extraction, options=rules(trust_embedded=True))) == set()


def test_failed_checks_stop_and_passed_ones_do_not() -> None:
    made = proposed(order(checks=(Check("line_amount", False, "12 x 4.50 is 54", 0), Check("totals", True, "fine"))))
    assert (the(made, "check_failed").line, "12 x 4.50" in the(made, "check_failed").message) == (0, True)
    vat = proposed(order(checks=(Check("vat_id", False, "not valid"),)))
    assert (codes(vat), vat.stopped) == ({"identity_check_failed"}, False)


def test_warnings_of_the_reader_are_shown_and_hidden_text_stops() -> None:
    made = proposed(replace(order(), warnings=(Warning_("poor_ocr", "hard to read", 2),)))
    assert (the(made, "reader_warning").message, made.stopped) == ("Page 2: hard to read", False)
    assert proposed(replace(order(), warnings=(Warning_("hidden_text", "99"),))).stopped


def test_findings_are_gravest_first_and_said_once() -> None:
    made = proposed(order(bolt(unit=None, unit_price=None, line_amount=None), order_number=None))
    assert [f.severity for f in made.findings] == sorted(
        (f.severity for f in made.findings), key="stop warn note".index
    )
    assert len(made.findings) == len(set(made.findings))


def test_a_person_may_accept_a_stop() -> None:
    made = proposed(order(bolt(unit_price="2.40", line_amount="24.00")))
    agreed = accepted(made, frozenset({"price_differs"}))
    assert (made.stopped, agreed.stopped, codes(agreed)) == (True, False, {"price_differs"})


def test_the_document_never_raises_whatever_it_holds() -> None:
    odd = order(bolt(quantity="ten", unit_price="NaN", line_amount="-"), order_date="soon", requested_delivery_date="x")
    assert "quantity_missing" in codes(proposed(odd), "stop")


_TEXTS = st.one_of(
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.text(max_size=12),
    st.sampled_from(["0", "1e30"]),
)


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS)
def test_whatever_the_numbers_are_one_proposal_comes(q: str, p: str, base: str, off: str, sum_: str, net: str) -> None:
    odd = bolt(quantity=q, unit_price=p, price_base_quantity=base, discount_percent=off, line_amount=sum_, tax_rate=off)
    charge = line("charge", description=q, line_amount=sum_)
    made = proposed(order(odd, charge, line("discount", discount_percent=off), total_net=net))
    assert made.stopped


@pytest.mark.parametrize(
    ("quantity", "off"), [("1.694794771999998E-15", ""), ("1e-300", "5"), ("1", "99.9999999999999999")]
)
def test_a_quotient_by_next_to_nothing_is_no_price(quantity: str, off: str) -> None:
    odd = bolt(quantity=quantity, unit_price="", discount_percent=off, line_amount="1694794772")
    assert proposed(order(odd)).stopped


def test_every_code_is_documented_and_every_documented_code_exists() -> None:
    text = (ROOT / "docs" / "odoo.md").read_text(encoding="utf-8")
    part = text.split("<!-- codes -->")[1]
    rows = [[c.strip() for c in row.strip("|").split("|")] for row in part.splitlines() if row.startswith("| `")]
    assert {row[0].strip("`"): (row[1], row[2]) for row in rows} == CODES


def test_rules_from_a_file(tmp_path: Path) -> None:
    raw = yaml.safe_load(
        """
        company_id: 1
        rules:
          price_tolerance: 2.5
          charges:
            - {words: [freight, fracht], action: product, product_id: 15}
            - {action: stop}
        customers:
          20: {price_tolerance: 0, stage: confirm, pricelists: {USD: 31}, taxes: [1]}
        """
    )
    options = Options.from_dict(raw)
    assert options.rules.charges == (ChargeRule("product", ("freight", "fracht"), 15), ChargeRule("stop"))
    own = options.of(ACME)
    assert (own.price_tolerance, own.stage, own.charges) == (D(0), "confirm", options.rules.charges)
    assert (own.pricelists, own.taxes) == ({"USD": 31}, (1,))
    assert options.of(99) is options.of(None) is options.rules
    assert options.rules.price_tolerance == D("2.5")


@pytest.mark.parametrize(
    ("raw", "said"),
    [({"rule": {}}, "rule is no setting"), ({"rules": {"tolerance": 1}}, "rules.tolerance is no rule"),
     ({"rules": {"price_tolerance": "much"}}, "0 or more"), ({"rules": {"price_tolerance": -1}}, "0 or more"),
     ({"rules": {"min_completeness": 90}}, "from 0 to 1"), ({"rules": {"stage": "post"}}, "shadow, draft, confirm"),
     ({"rules": {"keep_comments": "yes"}}, "true or false"), ({"rules": {"taxes": 3}}, "must be a list"),
     ({"rules": {"charges": [{"action": "product"}]}}, "needs product_id"),
     ({"rules": {"charges": [{"action": "sell"}]}}, "product, note, drop, stop"),
     ({"rules": {"charges": [{"name": "x"}]}}, "must have action"),
     ({"rules": {"pricelists": [3]}}, "names with ids"), ({"customers": {"acme": {}}}, "id of a record"),
     ({"customers": {"3": {"x": 1}}}, "customers.3.x"), ({"rules": ["x"]}, "rules must be"),
     ({"rules": {"discount_product_id": True}}, "id of a record"), ({"company_id": "x"}, "company_id")],
)  # fmt: skip
def test_rules_that_cannot_be_are_named(raw: dict[str, Any], said: str) -> None:
    with pytest.raises(SetupError, match=said):
        Options.from_dict(raw)
