"""Runner for invoice2data with a template for the suite's sender, as its users write one.

    python -m venv /tmp/i2d && /tmp/i2d/bin/pip install invoice2data==1.0.1 pypdfium2
    /tmp/i2d/bin/python tests/suite/peers/invoice2data_template.py FILE

invoice2data reads no document without a template of its sender. The one in `templates` was written for the plain
document of the suite and fits its letterhead, its columns and its totals. Run by the tool's own Python, outside of
Ordermill's environment.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.suite.peers import contract

LINE = {"line_no": "line_no", "buyer_article_no": "buyer_article_no", "name": "description", "unit": "unit",
        "delivery_date": "delivery_date", "quantity": "quantity", "price_unit": "unit_price",
        "line_amount": "line_amount"}  # fmt: skip
"""What invoice2data calls the cells of the template's lines."""


def plain(value: object) -> str | None:
    """A value of invoice2data as text: its dates are dates, its amounts floats."""
    if value is None:
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return repr(value) if isinstance(value, float) else " ".join(str(value).split())


def main() -> int:
    logging.disable(logging.CRITICAL)
    file = sys.argv[1]
    # by name: the tool is no part of any of our installations, only of the one that runs this
    tool, loader = import_module("invoice2data"), import_module("invoice2data.extract.loader")
    templates = loader.read_templates(str(Path(__file__).parent / "templates"))
    found = tool.extract_data(file, templates=templates) or {}
    names = {"invoice_number": "order_number", "date": "order_date", "date_delivery": "requested_delivery_date",
             "currency_printed": "currency", "amount_untaxed": "total_net", "amount_tax": "total_tax",
             "amount": "total_gross"}  # fmt: skip
    fields = {ours: plain(found.get(theirs)) for theirs, ours in names.items()}
    lines = [{ours: plain(line.get(theirs)) for theirs, ours in LINE.items()} for line in found.get("lines") or []]
    for line in lines:
        line["delivery_date"] = contract.date(line["delivery_date"])
    print(contract.result(file, fields, lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
