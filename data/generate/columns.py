"""Which columns a table of items has, and what stands in a cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from data.generate.blocks import W
from data.generate.choose import pick, weighted
from data.generate.deal import Deal
from data.generate.items import Item
from data.generate.wording import GROSS, LIST

Cell = list[list[W]]
"""Lines of a cell, unwrapped."""

NUMERIC = frozenset(("quantity", "price", "base", "discount", "discount2", "net_price", "tax_amount", "gross", "amount",
                     "weight", "cut"))  # fmt: skip


@dataclass(slots=True)
class Column:
    """A column: its parts stand under each other in every cell (mostly there is one)."""

    parts: tuple[str, ...]
    head: list[list[W]]
    align: str
    fill: Callable[[Item], Cell]
    flexible: bool = False
    width: float = 0.0
    x: float = 0.0
    fraction: float = 0.0
    """Width of the widest fractional part, where numbers align at their decimal sign."""
    tier: int = 0
    """0 or 1: in which row of an item set in two rows of columns."""


@dataclass(slots=True)
class TablePlan:
    """The structure of a document's table of items."""

    columns: list[tuple[str, ...]]
    description: str
    """column (a column of its own), tiers (two rows of columns an item, the description in one of them), below, above
    (its own row under or over the numeric row)."""
    upper: frozenset[str] = frozenset()
    """Of two tiers: the parts that stand in the tier of the description."""
    numbers_first: bool = False
    """Of two tiers: the one with the quantity stands above."""
    stacked_numbers: list[tuple[str, str]] = field(default_factory=list)
    """(article number field, place) inside the description cell: before, first, bracket, last, labelled
    (in a line of its own), chained (with its caption in the same line), ahead (with its caption above the name)."""
    unit: str = "column"
    """column, beside (in the quantity cell), none."""
    base: str = "none"
    """none, column, slash, second (own line in the price cell), unit (in the unit cell)."""
    discount: str = "none"
    """none, column, subrow."""
    currency_in_cells: bool = False
    price_unit: bool = False
    """Prices carry their unit: 12.50 / pc."""
    extra_lines: bool = False
    long_text: float = 0.0
    """Share of items with a paragraph about the article."""
    merge_dates: bool = False
    """A date is printed once for all neighbouring items that share it."""
    tax: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """All parts of all columns."""
        return frozenset(p for c in self.columns for p in c)


def plan_table(deal: Deal) -> TablePlan:
    """Draw the columns of the document's table."""
    rng, choose = deal.rng, deal.choose
    out = TablePlan([], choose("description", {"column": 0.8, "below": 0.08, "tiers": 0.12}, ("above",)))
    columns: list[str] = []
    if deal.maybe(0.72):
        columns.append("pos")
    columns += _article_columns(deal, out)
    if out.description in ("column", "tiers"):
        columns.append("description")
    if (deal.outgoing and deal.maybe(0.24)) or (not deal.outgoing and deal.maybe(0.06)):
        columns.append("date")
    columns.append("quantity")
    out.unit = weighted(rng, {"column": 0.57, "beside": 0.28, "none": 0.12, "glued": 0.03})
    if out.unit == "column":
        columns.append("unit")
    if deal.priced:
        columns += _price_columns(deal, out)
    columns = _with_distractors(deal, _ordered(deal, columns))
    if out.description == "tiers":
        able = {"pos", "lone", "buyer", "supplier", "gtin", "description", "date", "drawing", "customs_code", "batch",
                "revision", "requisition", "project", "country_of_origin"}  # fmt: skip
        out.upper = frozenset(c for c in columns if c in able and (c == "description" or deal.maybe(0.75)))
        out.numbers_first = deal.maybe(0.25)
        out.columns = [(c,) for c in columns]
    else:
        out.columns = _stacked(deal, columns)
    out.extra_lines = deal.maybe(0.5)
    out.long_text = rng.random() if deal.maybe(0.07) else 0.0
    out.merge_dates = deal.maybe(0.1)
    return out


def _article_columns(deal: Deal, out: TablePlan) -> list[str]:
    """Columns with article numbers; the others go into the description cell."""
    mode = weighted(deal.rng, {"none": 0.14, "lone": 0.31, "supplier": 0.08, "both": 0.1, "gtin": 0.04,
                               "lone+gtin": 0.06, "in text": 0.18, "labelled": 0.05, "captioned": 0.06})  # fmt: skip
    if mode == "in text":
        own, other = ("buyer", "supplier") if deal.outgoing else ("supplier", "buyer")
        place = deal.choose("number in text", {"before": 0.25, "first": 0.25, "bracket": 0.22, "last": 0.13}, ("dash",))
        out.stacked_numbers.append((own, place))
        if deal.maybe(0.35):
            out.stacked_numbers.append((other, "labelled"))
        if deal.maybe(0.15):
            out.stacked_numbers.append(("gtin", "labelled"))
        return []
    if mode == "captioned":
        kinds = deal.rng.sample(("buyer", "supplier", "gtin"), pick(deal.rng, (1, 2, 2, 3, 3)))
        place = pick(deal.rng, ("labelled", "labelled", "chained", "ahead"))
        out.stacked_numbers = [(kind, place) for kind in kinds]
        return ["lone"] if deal.maybe(0.15) and place == "labelled" and len(kinds) == 1 and kinds[0] == "gtin" else []
    if mode == "labelled":
        return ["numbers"]
    return {"none": [], "lone": ["lone"], "supplier": ["supplier"] if deal.outgoing else ["buyer"],
            "both": ["buyer", "supplier"] if deal.maybe(0.7) else ["supplier", "buyer"], "gtin": ["gtin"],
            "lone+gtin": ["lone", "gtin"]}[mode]  # fmt: skip


def _price_columns(deal: Deal, out: TablePlan) -> list[str]:
    columns = ["price"]
    if any(i.base > 1 for i in deal.items):
        out.base = weighted(deal.rng, {"column": 0.45, "slash": 0.25, "second": 0.15, "unit": 0.15})
        if out.base == "unit" and out.unit != "column":
            out.base = "slash"
        if out.base == "column":
            columns.append("base")
    if any(i.price_is_net for i in deal.items):
        columns[0:0] = ["list_price", "cut_unit"] if deal.maybe(0.5) else ["list_price"]
    elif any(i.discounts for i in deal.items):
        out.discount = weighted(deal.rng, {"column": 0.75, "subrow": 0.25})
        if out.discount == "column":
            columns.append("discount")
            if any(len(i.discounts) > 1 for i in deal.items):
                columns.append("discount2")
            if deal.maybe(0.3):
                columns.append("net_price")
            if deal.maybe(0.12):
                columns.append("cut")
    if deal.tax_mode == "shown" and deal.maybe(0.25 if deal.outgoing else 0.55):
        columns.append("tax")
        out.tax = True
        if deal.maybe(0.15):
            columns.append("tax_amount")
    if deal.maybe(0.94) or not deal.outgoing:
        columns.append("amount")
    if out.tax and deal.maybe(0.12):
        columns.append("gross")
    out.currency_in_cells = deal.habit.currency_display in ("code", "symbol", "word") and deal.maybe(0.5)
    out.price_unit = deal.maybe(0.2 if out.base == "slash" else 0.05)
    if deal.habit.currency_display in ("none", "code") and deal.maybe(0.05):
        columns.insert(columns.index("price") + 1, "currency")
    return columns


def _ordered(deal: Deal, columns: list[str]) -> list[str]:
    """The usual order, or another one."""
    rng = deal.rng
    how = deal.choose("column order", {"usual": 0.62, "quantity first": 0.2, "mixed": 0.18}, ("quantity last",))
    if how == "quantity first":
        lead = [c for c in columns if c in ("quantity", "unit")]
        rest = [c for c in columns if c not in lead]
        at = 1 if "pos" in rest and rng.random() < 0.7 else 0
        return rest[:at] + lead + rest[at:]
    if how == "quantity last" and "amount" in columns:
        return [c for c in columns if c not in ("quantity", "unit")] + [c for c in columns if c in ("quantity", "unit")]
    if how == "mixed":
        first = [c for c in columns if c == "pos" and rng.random() < 0.9]
        last = [c for c in columns if c in ("amount", "gross") and rng.random() < 0.85]
        middle = [c for c in columns if c not in first and c not in last]
        rng.shuffle(middle)
        return first + middle + last
    if "unit" in columns and rng.random() < 0.15:
        i = columns.index("unit")
        columns[i - 1], columns[i] = columns[i], columns[i - 1]
    if "description" in columns and rng.random() < 0.15:
        i = columns.index("description")
        if i and columns[i - 1] != "pos":
            columns[i - 1], columns[i] = columns[i], columns[i - 1]
    return columns


def _with_distractors(deal: Deal, columns: list[str]) -> list[str]:
    rng = deal.rng
    if rng.random() < 0.2:
        for key in rng.sample(["weight", "customs_code", "stock_location", "drawing", "revision", "cost_center",
                               "requisition", "packages", "country_of_origin", "batch", "row_status", "project"],
                              pick(rng, (1, 1, 1, 2, 2, 3))):  # fmt: skip
            columns.insert(1 + int(rng.random() * len(columns)), key)
    return columns


def _stacked(deal: Deal, columns: list[str]) -> list[tuple[str, ...]]:
    """Let some neighbouring columns share one, one value above the other."""
    if deal.rng.random() >= 0.16:
        return [(c,) for c in columns]
    able = [("pos", "lone"), ("lone", "gtin"), ("buyer", "supplier"), ("supplier", "buyer"), ("price", "discount"),
            ("quantity", "unit"), ("price", "base"), ("quantity", "date"), ("date", "quantity"), ("tax", "amount"),
            ("discount", "net_price"), ("unit", "quantity"), ("supplier", "gtin"), ("buyer", "gtin"),
            ("pos", "buyer"), ("pos", "supplier"), ("price", "net_price"), ("lone", "supplier")]  # fmt: skip
    out: list[tuple[str, ...]] = []
    for key in columns:
        if out and len(out[-1]) < 3 and (out[-1][-1], key) in able and deal.rng.random() < 0.7:
            out[-1] = (*out[-1], key)
        else:
            out.append((key,))
    return out


_CAPTION = {"pos": "line.line_no", "buyer": "line.buyer_article_no", "supplier": "line.supplier_article_no",
            "gtin": "line.gtin", "description": "line.description", "date": "line.delivery_date",
            "quantity": "line.quantity", "unit": "line.unit", "price": "line.unit_price",
            "base": "line.price_base_quantity", "discount": "line.discount_percent",
            "discount2": "line.discount_percent",
            "tax": "line.tax_rate", "amount": "line.line_amount", "tax_amount": "tax_amount",
            "currency": "currency", "cut": "discount", "cut_unit": "discount",
            "numbers": "line.supplier_article_no", "row_status": "document_status"}  # fmt: skip


def caption_of(deal: Deal, key: str, limit: int | None = None) -> str:
    """The caption of a column."""
    if key == "lone":
        key = "buyer" if deal.outgoing else "supplier"
    if key == "list_price":
        return pick(deal.rng, LIST[deal.lang])
    if key == "gross":
        return pick(deal.rng, GROSS[deal.lang])
    if key == "net_price":
        return {"pl": "Cena po rabacie", "en": "Net price", "de": "Nettopreis", "fr": "P.U. net", "es": "Precio neto",
                "it": "Prezzo netto", "nl": "Nettoprijs", "cs": "Cena po slevě"}[deal.lang]  # fmt: skip
    text = deal.caption(_CAPTION.get(key, key), limit=limit)
    if deal.bare_percents and key in ("tax", "discount", "discount2") and "%" not in text:
        text += pick(deal.rng, (" %", " (%)", "-%", " in %"))
    return text
