"""Customer and addresses, company, currency and pricelist, dates, terms, charges, words, totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from serving.odoo.mapping import ChargeRule
from serving.odoo.records import Company, Partner, Pricelist, Term
from tests.odoo_orders import (
    ACME,
    ACME_BOOKS,
    ACME_SHOP,
    BLOCKED,
    DOLLARS,
    ELSEWHERE,
    EUR,
    FREIGHT,
    INTERNAL,
    OTHER,
    PLN,
    REBATE,
    RETAIL,
    USD,
    D,
    bolt,
    bound,
    bound_line,
    codes,
    line,
    matches,
    mirror,
    order,
    proposed,
    rules,
    the,
    unbound,
)


def _two(*more: Any, options: Any = None, **fields: Any) -> Any:
    """A proposal for two bolt lines and what comes after them."""
    lines = (bolt(), bolt(), *more)
    return proposed(order(*lines, **fields), matches(bound_line(0), bound_line(1)), options)


def test_both_addresses_are_always_said() -> None:
    """Trap 9: Odoo would take the first delivery address by name."""
    made = proposed()
    assert (made.partner_id, made.partner_shipping_id, made.partner_invoice_id) == (ACME, ACME, ACME)
    made = proposed(matched=matches(shipping=bound(ACME_SHOP), invoicing=bound(ACME_BOOKS)))
    assert (made.partner_shipping_id, made.partner_invoice_id, made.findings) == (ACME_SHOP, ACME_BOOKS, ())


def test_a_delivery_address_of_another_customer_stops() -> None:
    """Trap 9: Odoo takes it."""
    assert "shipping_other_customer" in codes(proposed(matched=matches(shipping=bound(OTHER))), "stop")
    assert "invoicing_other_customer" in codes(proposed(matched=matches(invoicing=bound(OTHER))), "warn")


def test_a_printed_address_that_is_not_found_stops_and_is_not_replaced() -> None:
    extraction = order(ship_to__name="Hall 7", ship_to__address="Dock Road 7")
    made = proposed(extraction, matches(shipping=unbound("unknown")))
    assert "Hall 7, Dock Road 7" in the(made, "shipping_unknown").message
    assert made.partner_shipping_id is None


def test_an_unbound_address_that_is_not_printed_is_the_customers() -> None:
    made = proposed(matched=matches(shipping=unbound("unknown"), invoicing=unbound("unknown")))
    assert (made.partner_shipping_id, made.partner_invoice_id, made.findings) == (ACME, ACME, ())


@pytest.mark.parametrize(
    "problem", ["unknown", "ambiguous", "weak", "conflicting", "archived", "other_company"]
)  # fmt: skip
def test_a_customer_that_is_not_bound_stops(problem: str) -> None:
    made = proposed(matched=matches(customer=unbound(problem, ACME, OTHER)))
    assert the(made, f"customer_{problem}").severity == "stop"
    assert (made.partner_id, made.partner_shipping_id) == (None, None)


def test_an_archived_customer_stops_even_if_bound() -> None:
    """Trap 7."""
    archived = Partner(ACME, "Acme", active=False, is_company=True, commercial_partner_id=ACME)
    assert "customer_archived" in codes(proposed(records=mirror(archived)), "stop")


def test_a_customer_that_the_mirror_lost_stops() -> None:
    assert "customer_unknown" in codes(proposed(matched=matches(customer=bound(999))), "stop")


def test_blocked_customers_stop_over_the_api_too() -> None:
    assert "Two reminders" in the(proposed(matched=matches(customer=bound(BLOCKED))), "customer_blocked").message
    warned = Partner(ACME, "Acme", is_company=True, commercial_partner_id=ACME, pricelist_id=RETAIL,
                     sale_warn="warning", sale_warn_msg="Call first")  # fmt: skip
    made = proposed(records=mirror(warned))
    assert (codes(made), made.stopped) == ({"customer_warning"}, False)


def test_another_companys_customer_stops() -> None:
    """Trap 12."""
    assert "customer_other_company" in codes(proposed(matched=matches(customer=bound(ELSEWHERE))), "stop")


def test_the_company_is_matched_set_or_the_only_one() -> None:
    assert "company_unknown" in codes(proposed(matched=matches(company=None)), "stop")
    assert proposed(matched=matches(company=None), options=replace(rules(), company_id=2)).company_id == 2
    one = mirror(without=[Company])
    one.put([Company(7, "Only", None, EUR, 90)])
    assert proposed(matched=matches(company=None), records=one).company_id == 7


def test_the_currency_is_a_pricelists() -> None:
    """Trap 11: a currency that is sent is ignored."""
    made = proposed(order(bolt(unit_price="3.125", line_amount="31.25"), currency="USD"))
    assert (made.currency, made.pricelist_id) == ("USD", DOLLARS)
    assert codes(made) == {"pricelist_by_currency"}


def test_no_pricelist_in_the_currency_stops() -> None:
    made = proposed(order(currency="PLN"))
    assert (made.pricelist_id, made.currency) == (None, "PLN")
    assert "currency_no_pricelist" in codes(made, "stop")
    archived = mirror(Pricelist(50, "Zloty", PLN, active=False), Pricelist(51, "Branch zloty", PLN, company_id=2))
    assert "currency_no_pricelist" in codes(proposed(order(currency="PLN"), records=archived), "stop")


def test_two_pricelists_in_the_currency_are_not_chosen_between() -> None:
    two = mirror(Pricelist(50, "Zloty", PLN), Pricelist(51, "Zloty new", PLN))
    assert "Zloty, Zloty new" in the(proposed(order(currency="PLN"), records=two), "currency_ambiguous").message
    made = proposed(order(currency="PLN"), options=rules(pricelists={"PLN": 51}), records=two)
    assert made.pricelist_id == 51
    assert "currency_ambiguous" not in codes(made)


def test_a_currency_that_odoo_does_not_have() -> None:
    assert "currency_unknown" in codes(proposed(order(currency="XAU")), "stop")


def test_no_currency_is_the_pricelists_and_said() -> None:
    made = proposed(order(currency=None))
    assert (made.currency, codes(made, "note")) == ("EUR", {"currency_missing"})


def test_a_customer_without_a_pricelist_is_compared_with_sales_prices() -> None:
    bare = Partner(ACME, "Acme", is_company=True, commercial_partner_id=ACME)
    made = proposed(records=mirror(bare))
    assert (made.pricelist_id, made.lines[0].list_price, codes(made)) == (None, D("2.5"), {"pricelist_missing"})


def test_no_order_number_stops() -> None:
    assert "order_number_missing" in codes(proposed(order(order_number=None)), "stop")
    assert codes(proposed(order(order_number=None), options=rules(require_order_number=False))) == set()


def test_one_date_an_order() -> None:
    lines = (bolt(delivery_date="2026-03-25"), bolt(delivery_date="2026-03-18"), bolt())
    matched = matches(bound_line(0), bound_line(1), bound_line(2))
    early = proposed(order(*lines), matched)
    assert early.commitment_date == date(2026, 3, 18)
    assert "2026-03-18, 2026-03-20, 2026-03-25" in the(early, "delivery_dates_differ").message
    late = proposed(order(*lines), matched, rules(delivery_dates="latest"))
    assert late.commitment_date == date(2026, 3, 25)
    stop = proposed(order(*lines), matched, rules(delivery_dates="stop"))
    assert (stop.commitment_date, stop.stopped) == (None, True)


def test_a_line_that_is_wanted_on_another_day_says_so() -> None:
    made = proposed(order(bolt(delivery_date="2026-03-25"), bolt()), matches(bound_line(0), bound_line(1)))
    assert [(p.display, p.name) for p in made.lines] == [(None, ""), ("line_note", "\u2191 2026-03-25"), (None, "")]


def test_lines_that_agree_overrule_the_head_quietly() -> None:
    made = proposed(order(bolt(delivery_date="2026-03-25")))
    assert (made.commitment_date, codes(made)) == (date(2026, 3, 25), set())


def test_a_date_that_has_gone_by() -> None:
    """Trap 14: Odoo takes it."""
    late = order(order_date="2026-02-01", requested_delivery_date="2026-02-20")
    assert (proposed(late).commitment_date, codes(proposed(late), "warn")) == (date(2026, 2, 20), {"delivery_past"})
    assert proposed(late, options=rules(past_date="drop")).commitment_date is None
    assert proposed(late, options=rules(past_date="stop")).stopped


def test_delivery_before_the_order_stops() -> None:
    assert "delivery_before_order" in codes(proposed(order(requested_delivery_date="2026-02-20")), "stop")


def test_no_date_is_none() -> None:
    made = proposed(order(requested_delivery_date=None, order_date=None))
    assert (made.commitment_date, made.date_order, made.findings) == (None, None, ())


def test_an_order_from_tomorrow() -> None:
    assert "order_date_future" in codes(proposed(order(order_date="2026-03-03")), "warn")


@pytest.mark.parametrize(
    ("printed", "differs"), [("14 days net", True), ("30 dni netto", False), ("2 % 14 Tage, 30 Tage netto", False),
                             ("Vorkasse", False)],
)  # fmt: skip
def test_payment_terms_are_compared_not_written(printed: str, differs: bool) -> None:
    made = proposed(order(payment_terms=printed))
    assert (made.payment_term_id, codes(made)) == (None, {"payment_terms_differ"} if differs else set())


def test_payment_terms_by_rule() -> None:
    made = proposed(order(payment_terms="14  Days Net"), options=rules(payment_terms={"14 days net": 2}))
    assert (made.payment_term_id, made.findings) == (2, ())


def test_the_incoterm_is_the_printed_code() -> None:
    data = mirror()
    assert "incoterm_unknown" in codes(proposed(order(delivery_terms="DAP Gdynia"), records=data), "note")
    from serving.odoo.mapping.terms import incoterm

    class Terms:
        def incoterms(self) -> tuple[Term, ...]:
            return (Term(5, "Delivered at place", "DAP"), Term(6, "Ex works", "EXW"))

    assert incoterm(order(delivery_terms="DAP Gdynia"), Terms())[0] == 5  # type: ignore[arg-type]
    assert incoterm(order(delivery_terms="EXW or DAP"), Terms())[0] is None  # type: ignore[arg-type]


def test_the_note_holds_what_a_rule_names() -> None:
    extraction = order(contract_number="C-9", payment_terms="30 days")
    assert proposed(extraction).note == ""
    made = proposed(extraction, options=rules(note_fields=("contract_number", "total_net")))
    assert made.note == "Contract number: C-9"


def test_headings_and_comments_are_words_not_products() -> None:
    extraction = order(line("section", description="Hall 1"), bolt(), line("comment", description="Call first"),
                       line("subtotal", description="Subtotal", line_amount="25.00"))  # fmt: skip
    made = proposed(extraction, matches(bound_line(1)))
    assert [(p.display, p.name) for p in made.lines] == [
        ("line_section", "Hall 1"),
        (None, ""),
        ("line_note", "Call first"),
    ]
    assert (made.expected_net, made.findings) == (D(25), ())
    bare = proposed(extraction, matches(bound_line(1)), rules(keep_comments=False))
    assert [p.display for p in bare.lines] == [None]


_FREIGHT = line("charge", description="Freight and packing", line_amount="12.00")


def test_a_charge_without_a_rule_stops() -> None:
    made = _two(_FREIGHT, total_net="62.00")
    assert codes(made) == {"charge_unmapped"}
    assert made.stopped


def test_a_charge_becomes_a_product_by_rule() -> None:
    charges = (ChargeRule("product", ("toll",), INTERNAL), ChargeRule("product", ("freight", "fracht"), FREIGHT))
    made = _two(_FREIGHT, options=rules(charges=charges), total_net="62.00")
    assert made.findings == ()
    assert (made.lines[2].product_id, made.lines[2].price_unit, made.lines[2].quantity) == (FREIGHT, 12, 1)
    assert (made.lines[2].name, made.expected_net) == ("Freight and packing", 62)


@pytest.mark.parametrize(("action", "display"), [("drop", []), ("note", ["line_note"])])
def test_a_charge_left_out_by_rule_is_said(action: Any, display: list[str]) -> None:
    made = _two(_FREIGHT, options=rules(charges=(ChargeRule(action),)), total_net="62.00")
    assert [p.display for p in made.lines[2:]] == display
    assert (codes(made), made.expected_net) == ({"charge_dropped"}, 50)


def test_a_charge_of_a_product_that_is_not_sold_stops() -> None:
    made = _two(_FREIGHT, options=rules(charges=(ChargeRule("product", (), INTERNAL),)))
    assert "product_not_for_sale" in codes(made, "stop")


def test_a_charge_without_an_amount_stops() -> None:
    made = _two(line("charge", description="Freight"), options=rules(charges=(ChargeRule("product", (), FREIGHT),)))
    assert "charge_without_amount" in codes(made, "stop")


def test_a_discount_line_is_a_negative_price_whatever_its_sign() -> None:
    for amount in ("5.00", "-5.00"):
        made = _two(line("discount", description="Rebate", line_amount=amount), total_net="45.00",
                    options=rules(discount_product_id=REBATE))  # fmt: skip
        assert (made.lines[2].price_unit, made.expected_net, made.findings) == (-5, 45, ())


def test_a_discount_in_per_cent_is_of_the_lines_above() -> None:
    made = _two(line("discount", discount_percent=10), total_net="45.00", options=rules(discount_product_id=REBATE))
    assert (made.lines[2].price_unit, made.expected_net) == (-5, 45)


def test_a_discount_without_a_product_stops() -> None:
    assert codes(_two(line("discount", line_amount="5.00"), total_net="45.00")) == {"discount_unmapped"}
    made = _two(line("discount", description="Rebate"), options=rules(discount_product_id=REBATE))
    assert "discount_without_amount" in codes(made, "stop")


def test_the_net_total_is_compared() -> None:
    assert _two(total_net="50.00").findings == ()
    assert "The lines come to 50, the page's net total is 75" in the(_two(total_net="75"), "net_differs").message


def test_prices_that_include_tax_are_seen() -> None:
    made = _two(total_net="42.02", total_tax="7.98", total_gross="50.00")
    assert "prices_include_tax" in codes(made, "stop")


def test_dollars_are_compared_in_dollars() -> None:
    customer = Partner(ACME, "Acme", is_company=True, commercial_partner_id=ACME, pricelist_id=DOLLARS)
    made = proposed(order(bolt(unit_price="3.125", line_amount="31.25"), currency="USD"), records=mirror(customer))
    assert (made.findings, made.lines[0].list_price) == ((), D("3.125"))
    assert USD != EUR
