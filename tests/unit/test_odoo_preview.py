"""Previews: what would be written beside what Odoo has, as data and on a terminal."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from data.errors import SetupError
from serving.odoo.errors import Denied, Unreachable
from serving.odoo.mapping import Options
from serving.odoo.preparing import mirror_at, prepare, rules_in
from serving.odoo.preview import Preview, look
from serving.odoo.preview.terminal import show
from serving.odoo.records import Partner, Product
from tests.odoo_orders import (
    ACME,
    BOLT,
    DOZENS,
    PIECES,
    RETAIL,
    TODAY,
    D,
    bolt,
    bound_line,
    line,
    matches,
    mirror,
    order,
    proposed,
    unbound,
)

_STORED = Product(BOLT, "Hex bolt M8", PIECES, D("2.50"), BOLT, "M8-40", storable=True, tax_ids=(1,))


class Answers:  # a Connection as far as it is asked
    """The part of a connection that a preview asks, with answers given beforehand."""

    def __init__(self, hidden: tuple[str, ...] = (), error: Exception | None = None, **rows: Any) -> None:
        self.hidden, self.error, self.rows = hidden, error, rows
        self.asked: list[tuple[str, Any, Any]] = []

    def fields(self, model: str) -> Mapping[str, Mapping[str, Any]]:
        names = ("qty_available", "virtual_available", "credit", "credit_limit", "use_partner_credit_limit")
        return {name: {} for name in names if name not in self.hidden}

    def _rows(self, model: str, what: Any, context: Any) -> list[dict[str, Any]]:
        self.asked.append((model, what, context))
        if self.error is not None:
            raise self.error
        return list(self.rows.get(model.replace(".", "_"), ()))

    def read(
        self, model: str, ids: Sequence[int], fields: Sequence[str], *, context: Any = None
    ) -> list[dict[str, Any]]:
        return self._rows(model, list(ids), context)

    def search_read(self, model: str, domain: Any, fields: Sequence[str], **more: Any) -> list[dict[str, Any]]:
        return self._rows(model, domain, more.get("context"))


def _look(connection: Any = None, *lines: Any, quantity_unit: int = PIECES) -> Preview:
    data = mirror(_STORED)
    extraction = order(*(lines or (bolt(),)))
    matched = matches(bound_line(unit=quantity_unit))
    return look(extraction, matched, proposed(extraction, matched, records=data), data, connection)


def _stock(on_hand: float, forecast: float) -> dict[str, Any]:
    return {"product_product": [{"id": BOLT, "qty_available": on_hand, "virtual_available": forecast}]}


def test_stock_is_compared_in_the_products_unit() -> None:
    dozens = bolt(quantity=2, unit="DZN", unit_price="30.00", line_amount="60.00")
    short = _look(Answers(**_stock(30, 20)), dozens, quantity_unit=DOZENS)
    assert "24 Units wanted, 30 on hand, 20 forecast" in short.findings[0].message
    assert (short.findings[0].code, short.findings[0].severity, short.stopped) == ("stock_short", "warn", False)
    assert _look(Answers(**_stock(24, 24)), dozens, quantity_unit=DOZENS).findings == ()


def test_what_is_not_kept_in_stock_lacks_nothing() -> None:
    extraction, matched = order(), matches()
    made = look(extraction, matched, proposed(), mirror(), cast("Any", Answers(**_stock(0, 0))))
    assert made.findings == ()


def test_an_open_order_with_the_same_number_stops() -> None:
    """Trap 1: Odoo takes it without a word."""
    found = [{"id": 7, "name": "S00007", "state": "draft", "amount_total": 25.0}]
    connection = Answers(sale_order=found)
    made = _look(connection)
    assert [f.code for f in made.findings] == ["duplicate_order"]
    assert made.stopped
    assert ("partner_id", "child_of", ACME) in connection.asked[-1][1]
    assert connection.asked[-1][2] == {"allowed_company_ids": [1]}


def test_wildcards_of_an_order_number_are_letters() -> None:
    connection = Answers()
    extraction = order(order_number="50%_A")
    look(extraction, matches(), proposed(extraction), mirror(), cast("Any", connection))
    assert ("client_order_ref", "=ilike", "50\\%\\_A") in connection.asked[-1][1]


@pytest.mark.parametrize(("owed", "codes"), [(75.0, []), (75.5, ["credit_exceeded"])])
def test_the_credit_limit_counts_this_order(owed: float, codes: list[str]) -> None:
    row = {"id": ACME, "credit": owed, "credit_limit": 100.0, "use_partner_credit_limit": True}
    made = _look(Answers(res_partner=[row]))
    assert [f.code for f in made.findings] == codes
    assert made.live is not None
    assert made.live.credit is not None
    assert made.live.credit.limit == 100


def test_no_limit_is_no_limit_of_zero() -> None:
    row = {"id": ACME, "credit": 500.0, "credit_limit": 0.0, "use_partner_credit_limit": False}
    assert _look(Answers(res_partner=[row])).findings == ()


def test_what_cannot_be_asked_is_named() -> None:
    hidden = _look(Answers(hidden=("qty_available", "credit")))
    assert hidden.live is not None
    assert [what.partition(":")[0] for what in hidden.live.unavailable] == ["Stock", "Credit limit"]
    for error in (Denied("No right to read sale.order."), Unreachable("No answer.")):
        live = _look(Answers(error=error)).live
        assert live is not None
        assert live.unavailable == (error.message,)


def test_a_preview_is_json() -> None:
    made = _look(Answers(**_stock(3, 3)), bolt(delivery_date="2026-03-20"))
    raw = json.loads(json.dumps(made.to_dict()))
    assert raw["order"]["customer"] == {"id": ACME, "name": "Acme"}
    assert raw["order"]["lines"][0]["product"] == "[M8-40] Hex bolt M8"
    assert (raw["order"]["lines"][0]["net"], raw["order"]["expected_net"]) == ("25.00", "25.00")
    assert raw["order"]["commitment_date"] == "2026-03-20"
    assert raw["live"]["stock"][0]["on_hand"] == "3"
    assert raw["findings"][0]["code"] == "stock_short"
    assert raw["extraction"]["fields"]["order_number"]["value"] == "PO-7"


def _shown(made: Preview) -> str:
    out = io.StringIO()
    show(made, out)
    return out.getvalue()


def test_a_preview_on_the_terminal() -> None:
    text = _shown(_look(Answers(**_stock(3, 3)), bolt(unit_price="2.40", line_amount="24.00")))
    for what in ("stopped: a person must look", "[M8-40] Hex bolt M8", "-4.0", "2.40", "[price_differs]",
                 "[stock_short]", "net 24 EUR", "Retail EUR"):  # fmt: skip
        assert what in text
    assert "The server was not asked" in _shown(_look())


def test_what_is_not_bound_shows_what_is_printed() -> None:
    extraction = order(line("section", description="Hall 1"), bolt(quantity="3.5", unit="KGM"))
    matched = matches(replace(bound_line(1), product=unbound("unknown")))
    text = _shown(look(extraction, matched, proposed(extraction, matched), mirror()))
    for what in ("not bound", "(3.50 KGM)", "[product_unknown]", "Hall 1"):
        assert what in text


def test_brackets_of_a_page_are_no_markup() -> None:
    extraction = order(bolt(description="[bold red]x[/nothing]"))
    assert "[bold red]x[/nothing]" in _shown(look(extraction, matches(), proposed(extraction), mirror()))


def test_without_a_mirror_the_order_is_shown_and_said_to_be_unmatched() -> None:
    made = prepare(order(), None)
    assert (made.stopped, made.proposal, made.to_dict()["order"]) == (True, None, None)
    assert "PO-7" in _shown(made)
    assert "Nothing is matched" in _shown(made)


def test_from_the_page_to_the_preview() -> None:
    """Matching and mapping together, over one mirror."""
    acme = Partner(ACME, "Acme", is_company=True, commercial_partner_id=ACME, pricelist_id=RETAIL, vat="DE136695976")
    extraction = order(buyer__vat_id="DE136695976")
    made = prepare(extraction, mirror(_STORED, acme), Options(company_id=1), today=TODAY)
    assert made.proposal is not None
    assert (made.proposal.partner_id, made.proposal.lines[0].product_id) == (ACME, BOLT)
    assert made.findings == ()


def test_a_mirror_that_was_never_filled_is_none(tmp_path: Path) -> None:
    assert mirror_at(str(tmp_path / "none.db")) is None
    assert not (tmp_path / "none.db").exists()


def test_rules_in_a_file(tmp_path: Path) -> None:
    assert rules_in(None) == Options()
    path = tmp_path / "rules.yaml"
    path.write_text("rules: {price_tolerance: 2}\n")
    assert rules_in(path).rules.price_tolerance == 2
    for text, said in (("rules: [", "no YAML"), ("- a", "no settings"), ("rules: {x: 1}", "rules.x")):
        path.write_text(text)
        with pytest.raises(SetupError, match=said):
            rules_in(path)
    with pytest.raises(SetupError, match="No such file"):
        rules_in(tmp_path / "gone.yaml")
