"""Supplier invoices become draft bills, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from data.errors import OrdermillError
from data.result import Extraction
from serving.odoo.bills import Bill, match_vendor, propose_bill, write_bill
from serving.odoo.connection import Loaded
from serving.odoo.records import Partner
from tests.odoo_orders import EUR, OTHER, D, bolt, bound, line, mirror, order, unbound, value


def _invoice(*lines: Any, **fields: Any) -> Extraction:
    usual = {"invoice_number": "R-9", "invoice_date": "2026-03-01", "due_date": "2026-03-31", "seller__name": "Other",
             "total_net": "25.00"}  # fmt: skip
    return replace(order(*(lines or (bolt(),)), **{**usual, **fields}), document_type="invoice")


def _bill(extraction: Extraction | None = None, **changes: Any) -> Bill:
    made = propose_bill(extraction or _invoice(), bound(OTHER), mirror(), company_id=1)
    return replace(made, **changes)


def _codes(bill: Bill) -> set[str]:
    return {f.code for f in bill.findings}


class Books:
    """The part of Odoo that bills touch: load by external ids, search, read."""

    def __init__(self, refuse: str = "", conflicts: int = 0, net: float = 25.0) -> None:
        self.refuse, self.conflicts, self.net = refuse, conflicts, net
        self.moves: dict[str, dict[str, Any]] = {}
        self.loads = 0
        self.meanwhile: dict[str, dict[str, Any]] | None = None

    def load(self, model: str, fields: Any, rows: Any, *, context: Any = None) -> Loaded:
        self.loads += 1
        if self.refuse:
            return Loaded((), (self.refuse,))
        if self.conflicts:
            self.conflicts -= 1
            self.moves |= self.meanwhile or {}
            return Loaded((), ("could not serialize access",), conflict=True)
        head = dict(zip(fields, rows[0], strict=True))
        lines = [dict(zip(fields, row, strict=True))["invoice_line_ids/id"] for row in rows]
        assert len(set(lines)) == len(rows)
        assert all(not row[0] for row in rows[1:])
        self.moves[head["id"]] = {"id": 70 + len(self.moves), "ref": head["ref"], "head": head, "context": context}
        return Loaded((self.moves[head["id"]]["id"],), ())

    def search_read(self, model: str, domain: Any, fields: Any, **more: Any) -> list[dict[str, Any]]:
        ref = next(value for name, _, value in domain if name == "ref")
        return [move for move in self.moves.values() if move["ref"] == ref]

    def read(self, model: str, ids: Any, fields: Any, **more: Any) -> list[dict[str, Any]]:
        return [{"state": "draft", "ref": "R-9", "amount_untaxed": self.net, "currency_id": [EUR, "EUR"],
                 "invoice_date": "2026-03-01"}]  # fmt: skip


def test_an_invoice_becomes_a_draft_of_its_vendor() -> None:
    bill = _bill()
    assert (bill.move_type, bill.partner_id, bill.ref, bill.currency_id) == ("in_invoice", OTHER, "R-9", EUR)
    assert (bill.invoice_date, bill.due_date, bill.expected_net) == (date(2026, 3, 1), date(2026, 3, 31), D(25))
    assert (bill.lines[0].name, bill.lines[0].quantity, bill.lines[0].price_unit) == ("Hex bolt M8", D(10), D("2.5"))
    assert bill.findings == ()


def test_a_credit_note_is_a_refund() -> None:
    assert _bill(replace(_invoice(), document_type="credit_note")).move_type == "in_refund"


def test_an_order_is_no_bill() -> None:
    assert "not_an_order" in _codes(_bill(replace(_invoice(), document_type="order")))


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"invoice_number": None}, "invoice_number_missing"), ({"currency": None}, "bill_currency"),
     ({"currency": "XAU"}, "bill_currency"), ({"total_net": "30.00"}, "net_differs"),
     ({"currency": value("EUR", None)}, "value_unknown")],
)  # fmt: skip
def test_what_is_missing_or_wrong_stops(fields: dict[str, Any], code: str) -> None:
    bill = _bill(_invoice(**fields))
    assert code in _codes(bill)
    assert bill.stopped


def test_charges_discounts_and_lines_with_an_amount_alone() -> None:
    bill = _bill(_invoice(bolt(), line("charge", description="Freight", line_amount="5.00"),
                          line("discount", description="Rebate", line_amount="1.00"),
                          line("item", description="Flat", line_amount="7.00"), total_net="36.00"))  # fmt: skip
    assert [str(x.price_unit) for x in bill.lines] == ["2.5", "5.00", "-1.00", "7.00"]
    assert (bill.expected_net, bill.findings) == (D(36), ())
    assert "bill_line_incomplete" in _codes(_bill(_invoice(line("item", description="Flat"), total_net=None)))


def test_a_vendor_that_is_not_bound_stops() -> None:
    bill = propose_bill(_invoice(), unbound("ambiguous", OTHER), mirror(), company_id=1)
    assert "vendor_unknown" in _codes(bill)


def test_vendors_are_found_by_what_is_printed_of_the_seller() -> None:
    vendor = Partner(OTHER, "Other", is_company=True, commercial_partner_id=OTHER, vat="DE136695976")
    found = match_vendor(_invoice(seller__vat_id="DE136695976"), mirror(vendor))
    assert found.chosen is not None
    assert found.chosen.id == OTHER


def _write(books: Books, bill: Bill | None = None) -> Any:
    return write_bill(cast("Any", books), bill or _bill())


def test_a_bill_is_written_once_and_never_posted() -> None:
    books = Books()
    first, second = _write(books), _write(books)
    assert (first.created, second.created, first.id, books.loads) == (True, False, second.id, 1)
    assert first.differences == ()
    move = next(iter(books.moves.values()))
    assert move["context"] == {"default_move_type": "in_invoice", "allowed_company_ids": [1]}
    assert "state" not in move["head"]
    assert move["head"]["id"].startswith("po_intake__.bill_")


def test_a_conflict_is_tried_again_and_a_faster_worker_wins() -> None:
    books = Books(conflicts=2)
    assert _write(books).created
    assert books.loads == 3
    books = Books(conflicts=1)
    books.meanwhile = {"x": {"id": 99, "ref": "R-9"}}
    assert (_write(books).id, books.loads) == (99, 1)


def test_what_odoo_refuses_is_said_in_its_words() -> None:
    with pytest.raises(OrdermillError, match="No journal"):
        _write(Books(refuse="No journal"))


def test_a_stopped_bill_is_not_written() -> None:
    books = Books()
    with pytest.raises(OrdermillError, match="invoice_number_missing"):
        _write(books, _bill(_invoice(invoice_number=None)))
    assert books.loads == 0


def test_totals_that_differ_after_the_write_are_said() -> None:
    assert _write(Books(net=30.0)).differences == ("Net total 30.00, expected 25.00.",)
