"""Runner for pdfplumber: its tables, with columns set where the titles of the table stand.

    python -m tests.suite.peers.pdfplumber_tables FILE

pdfplumber gives words and tables, not fields. What is done here is what its users do: the row of titles is looked for
by the titles this sender prints, column borders are set between them (`explicit_vertical_lines`), rows are told by
pdfplumber from the text, and the head of the page is read with regular expressions.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber

from tests.suite.peers.contract import date, number, result

TITLES = {
    "pos": "line_no", "item": "buyer_article_no", "article": "buyer_article_no", "description": "description",
    "delivery": "delivery_date", "qty": "quantity", "unit": "unit", "price": "unit_price", "per": "price_base_quantity",
    "disc": "discount_percent", "amount": "line_amount",
}  # fmt: skip
NUMERIC = ("quantity", "unit_price", "price_base_quantity", "discount_percent", "line_amount")
ROOM = 30
"""Points that numbers may reach to the left of their title."""
HEAD = {
    "order_number": r"Order number:\s*(\S+)", "order_date": r"Order date:[ ]*([^\n]+)",
    "requested_delivery_date": r"Delivery date:[ ]*([^\n]+)", "currency": r"Currency:\s*([A-Z]{3})",
    "total_net": r"Total net\s+(\S.*)", "total_tax": r"VAT \d+%\s+(\S.*)", "total_gross": r"Total [A-Z]{3}\s+(\S.*)",
}  # fmt: skip

Title = tuple[str, float, float, float]
"""Field, left edge, right edge, bottom."""


def titles(page: Any) -> list[Title]:
    """The titles of the table from left to right; none where the page has no row of them."""
    rows: dict[int, list[Any]] = {}
    for word in page.extract_words():
        rows.setdefault(round(word["top"]), []).append(word)
    for words in rows.values():
        found: dict[str, Title] = {}
        for word in words:
            name = TITLES.get(re.sub(r"\W", "", word["text"].casefold()))
            if name == "unit" and "unit" in found:
                name = "unit_price"
            if name == "unit_price" and name in found:
                found[name] = (name, found[name][1], word["x1"], word["bottom"])
            elif name and name not in found:
                found[name] = (name, word["x0"], word["x1"], word["bottom"])
        if len(found) >= 4 and "quantity" in found:
            return sorted(found.values(), key=lambda t: t[1])
    return []


def borders(found: list[Title], width: float) -> list[float]:
    """Left edges of the columns and the right edge of the last."""
    out = [found[0][1] - 2]
    for before, this in pairwise(found):
        left = this[1] - (ROOM if this[0] in NUMERIC else 3)
        out.append(max(left, before[2] + 1))
    return [*out, min(found[-1][2] + 2, width)]


def rows(page: Any, found: list[Title], top: float) -> Iterator[dict[str, str]]:
    """Cells of the table's rows by field."""
    lines = borders(found, page.width)
    cut = page.crop((0, top, page.width, page.height))
    settings = {"vertical_strategy": "explicit", "explicit_vertical_lines": lines, "horizontal_strategy": "text"}
    for cells in cut.extract_table(settings) or []:
        yield {t[0]: (cell or "").strip() for t, cell in zip(found, cells, strict=False)}


def items(pdf: Any) -> list[dict[str, str]]:
    """Items over all pages; a row with text alone goes on with the item above it."""
    out: list[dict[str, str]] = []
    known: list[Title] = []
    for page in (page.dedupe_chars() for page in pdf.pages):
        here = titles(page)
        known = here or known
        if not known:
            continue
        for row in rows(page, known, here[0][3] + 1 if here else 0):
            joined = re.sub(r"\s", "", "".join(row.values()))
            if "Totalnet" in joined:
                return out
            if re.search(r"forward|registered", joined):
                continue
            if row.get("quantity") or row.get("line_amount"):
                out.append(row)
            elif out and row.get("description"):
                out[-1]["description"] += f" {row['description']}"
    return out


def main() -> int:
    file = sys.argv[1]
    with pdfplumber.open(file) as pdf:
        text = "\n".join(page.dedupe_chars().extract_text() or "" for page in pdf.pages)
        lines = items(pdf)
    matches = {name: re.search(pattern, text) for name, pattern in HEAD.items()}
    fields = {name: match.group(1).strip() if match else None for name, match in matches.items()}
    values = {name: date(v) if name.endswith("date") else number(v) if name.startswith("total") else v
              for name, v in fields.items()}  # fmt: skip
    clean = [{name: number(v) if name in NUMERIC else date(v) if name == "delivery_date" else v
              for name, v in line.items()} for line in lines]  # fmt: skip
    print(result(file, values, clean))
    return 0


if __name__ == "__main__":
    sys.exit(main())
