"""Documents from a seed: `generate` draws one, `labelled` gives its words with truth.

The parts: `plan` draws the facts, `design` the look, `header` arranges the head of page one from `parties`, `meta`
and `letterhead`, `table` and `rows` (or `forms`) set the items, `totals` and `noise` what follows, `paging` fills the
sheets. What is printed carries its tag, so gold values follow from the ink and never run ahead of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from data.fields import FIELDS, NO_FIELD
from data.generate.arrange import arrange
from data.generate.blocks import Block, para, stack
from data.generate.choose import between, pick
from data.generate.columns import plan_table
from data.generate.deal import Deal
from data.generate.drawing import Ink, Sheet
from data.generate.extras import charge_table, extra_table
from data.generate.forms import form_rows
from data.generate.header import header_parts
from data.generate.labelled import gold_of, order_sheet, to_document
from data.generate.letterhead import footer
from data.generate.noise import after_totals, before_table, notes_box
from data.generate.options import Options
from data.generate.paging import Pages
from data.generate.papers import letter_body, listing, terms_page
from data.generate.parties import title_bar
from data.generate.plan import plan
from data.generate.remarks import remark, section_text
from data.generate.rows import charge_row, comment_rows, item_rows, section_row, subtotal_row, totals_row
from data.generate.strays import stray_body
from data.generate.subrows import plan_subrows
from data.generate.table import Grid, Row, make_grid
from data.generate.titles import STRAYS
from data.generate.totals import Sum, in_words, plan_totals, tax_table, totals_block
from data.generate.twins import Twin
from data.generate.wording import ITEMS, SUMS
from data.labels import LabelledDocument, Tag
from data.schema import Word

FAMILY = ("header", "issuer", "meta", "table look", "item form", "column order", "description", "totals")
"""Choices that name a layout family."""


BARE = ("terms", "cv", "brochure", "drawing")
"""Papers that mostly stand without the head of a business letter."""
NOTHING = Tag()


@dataclass(slots=True)
class Drawn:
    """A drawn document: its sheets with the ink in reading order, its gold values, and how it came about."""

    sheets: list[Sheet]
    gold: dict[str, Any]
    meta: dict[str, Any]
    words: list[tuple[Word, ...]] = field(repr=False, default_factory=list)
    """The words of each sheet, in step with its ink."""


def generate(
    seed: int,
    *,
    split: Literal["train", "heldout"] = "train",
    options: Options | None = None,
    content: int | None = None,
) -> Drawn:
    """Draw document number `seed` of a split. The same arguments always give the same document.

    With `content`, document number `content` of layout number `seed` (`data.generate.twins`): documents of one layout
    have issuer, addressee, look and wording in common.
    """
    name = f"{split}-{seed}" if content is None else f"{split}-{seed}-{content}"
    rng = Random(name) if content is None else Twin(f"{split}-{seed}", str(content))  # noqa: S311 - not for secrets
    deal = plan(rng, split, options or Options())
    pages = _draw(deal)
    words = []
    for k, sheet in enumerate(pages.sheets):
        if deal.upper:
            for ink in sheet.ink:
                ink.text = _capitals(ink.text)
        if deal.kind == "other":
            for ink in sheet.ink:
                ink.tag = NOTHING
        pages.occurrences[k], made = order_sheet(sheet, pages.occurrences[k])
        words.append(made)
    if deal.upper and "payment_terms" in deal.values:
        deal.values["payment_terms"] = " ".join(_capitals(t) for t in deal.values["payment_terms"].split())
    gold = _gold(deal, pages, name)
    return Drawn(pages.sheets, gold, _meta(deal, seed, split), words)


def _capitals(text: str) -> str:
    """In capitals, where that leaves its length ("ß" stays)."""
    return text.upper() if len(text.upper()) == len(text) else text


def _meta(deal: Deal, seed: int, split: str) -> dict[str, Any]:
    return {"seed": seed, "split": split, "choices": dict(deal.choose.made), "late_charges": bool(deal.late_charges)}


def labelled(drawn: Drawn) -> LabelledDocument:
    """The document as a reader would give it, with the truth of every word."""
    bare = to_document(f"{drawn.gold['id']}.pdf", drawn.sheets, drawn.words)
    return LabelledDocument(bare.document, bare.tags, drawn.gold)


def _draw(deal: Deal) -> Pages:
    design = deal.design
    parts, named = header_parts(deal)
    if deal.paper in BARE and deal.maybe(0.7):
        parts = [part for part in parts if part.name in ("title", "logo")] or parts
    foot = footer(deal, design.inner, named) if named or deal.maybe(0.45) else None
    pages = Pages(deal, foot)
    arranged = arrange(deal, parts)
    for attempt in range(8):
        if all(block.h <= design.floor - design.top for block, _, _ in arranged):
            break
        deal.party_forms = False  # taller than the page: plainer, at last without what is no party
        if attempt > 5:
            parts = [part for part in parts if part.name.startswith(("party", "title", "letterhead"))]
        arranged = arrange(deal, parts)
    for block, gap, _ in arranged:
        pages.put(block, gap)
    if deal.maybe(0.16):
        repeated = [(block, gap) for block, gap, known in arranged if known]
        if sum(block.h for block, _ in repeated) < 0.3 * design.height:
            pages.repeated = repeated
    if deal.paper in ("letter", "reminder"):
        for block in letter_body(deal, design.inner):
            pages.put(block, between(deal.rng, 3, 10))
    elif deal.paper in ("statement", "price_list"):
        for block in listing(deal, design.inner):
            pages.put(block)
    elif deal.paper in STRAYS and deal.paper != "inquiry":
        for block in stray_body(deal, design.inner):
            pages.put(block, between(deal.rng, 2, 8))
    else:
        _order(deal, pages)
    if deal.maybe(0.05):
        pages.new_page()
        for block in terms_page(deal, design.inner):
            pages.put(block, 3)
    pages.number()
    pages.running()
    return pages


def _order(deal: Deal, pages: Pages) -> None:
    """Items, totals and what follows."""
    design, rng = deal.design, deal.rng
    gap = between(rng, 3, 10)
    for block in before_table(deal, design.inner):
        pages.put(block, gap)
    right: tuple[float, float] | None = None
    if deal.maybe(0.06):
        pages.put(title_bar(deal, pick(rng, ITEMS[deal.lang]), design.inner), 3)
    if deal.maybe(deal.options.forms):
        deal.footer_charges += deal.charges
        deal.charges = []
        pages.form(form_rows(deal, design.inner))
    else:
        grid, rows = _table(deal)
        pages.table(grid, rows)
        amount = grid.column("amount")
        right = (amount.x, amount.x + amount.width) if amount else None
    pages.y += between(rng, 3, 16) if deal.maybe(0.8) else 0.0
    if deal.maybe(0.02):
        pages.put(extra_table(deal, design.inner), gap)
    if deal.footer_charges and deal.priced and deal.maybe(0.25):
        deal.charges_listed = True
        pages.put(charge_table(deal, design.inner), gap)
    lines = [] if deal.totals_in_table and deal.maybe(0.5) else plan_totals(deal)
    rest = after_totals(deal, design.inner)
    if lines and deal.maybe(0.04):
        pages.put(title_bar(deal, pick(rng, SUMS[deal.lang]), design.inner), 3)
    if lines:
        rest = _totals(deal, pages, lines, rest, right)
    if deal.maybe(0.05):
        pages.put(extra_table(deal, design.inner), gap)
    for block in rest:
        pages.put(block, gap)


def _totals(
    deal: Deal, pages: Pages, lines: list[Sum], rest: list[Block], right: tuple[float, float] | None
) -> list[Block]:
    """The totals, alone or beside other things. Returns the blocks that are still to be placed."""
    design, rng = deal.design, deal.rng
    gap = between(rng, 3, 12)
    rates = deal.tax_mode == "shown" and deal.maybe(0.12 if deal.outgoing else 0.3)
    if deal.maybe(0.28):
        share = between(rng, 0.4, 0.6)
        width = design.inner * share
        left: list[Block] = [tax_table(deal, width / 0.62)] if rates and deal.maybe(0.7) else []
        left += notes_box(deal, width - 12) if deal.maybe(0.7) or not left else []
        totals = totals_block(deal, lines, design.inner - width, None)
        side = stack(left, gap=6)
        band = Block(design.inner, max(side.h, totals.h))
        pages.put(band.add(side, 0, 0).add(totals, width, 0), gap)
    else:
        pages.put(totals_block(deal, lines, design.inner, right), gap)
        if rates:
            pages.put(tax_table(deal, design.inner), gap)
    if deal.maybe(0.05):
        pages.put(para(in_words(deal), design.inner, design.lead), 5)
    return rest


def _table(deal: Deal) -> tuple[Grid, list[Row]]:
    """The table's geometry and all its rows."""
    rng = deal.rng
    table = plan_table(deal)
    grid, cells = make_grid(deal, table, deal.design.inner)
    plan_subrows(deal, grid)
    comments = rng.random() < 0.14 or (deal.kind == "order_change" and deal.maybe(0.4))
    sections = rng.random() < (0.14 if deal.kind == "invoice" else 0.06) and len(deal.items) > 1
    rows: list[Row] = []
    for k, item in enumerate(deal.items):
        if sections and (k == 0 or rng.random() < 0.25):
            if k and grid.column("amount") and rng.random() < 0.4:
                rows.append(subtotal_row(grid, "subtotal", grid.total))
            rows.append(section_row(grid, section_text(deal, k)))
        if comments and rng.random() < 0.35:
            item.comments = tuple(remark(deal, item) for _ in range(pick(rng, (1, 1, 1, 2))))
        rows += item_rows(grid, item, cells[id(item)])
    if rng.random() < 0.04:
        rows += comment_rows(grid, (deal.phrase("comment"),))
    if grid.column("amount") is None:
        deal.footer_charges += deal.charges
        deal.charges = []
    for charge in deal.charges:
        number = str(len(deal.items) + 1) if deal.items[0].number == "1" else ""
        rows.append(charge_row(grid, charge, number if grid.column("pos") else ""))
    if grid.column("amount") and rng.random() < 0.04:
        rows.append(subtotal_row(grid, "subtotal", grid.total))
    whole = deal.tax_mode == "shown" and not deal.footer_charges and not deal.late_charges
    whole = whole and grid.tiers == 1 and bool({"gross", "tax_amount"} & table.keys)
    last = totals_row(grid) if whole and grid.column("amount") and deal.maybe(0.45) else None
    if last is not None:
        rows.append(last)
        deal.totals_in_table = True
    return grid, rows


def _glued(deal: Deal, ink: Ink) -> bool:
    """True for an amount with the currency sign in the same word ("$12.50")."""
    mark, kind = deal.habit.mark, ink.tag.field
    return bool(mark) and mark in ink.text and kind != NO_FIELD and FIELDS[kind].kind == "amount"


def _gold(deal: Deal, pages: Pages, name: str) -> dict[str, Any]:
    made = gold_of(pages.sheets, pages.occurrences, deal.values, deal.lines)
    fields = made["fields"]
    if deal.same_total and "total_net" in fields:
        fields["total_gross"] = fields["total_net"]
    if "currency" not in fields and any(_glued(deal, ink) for sheet in pages.sheets for ink in sheet.ink):
        fields["currency"] = deal.habit.currency
    counted = [line for line in made["all_lines"] if line["kind"] in ("item", "charge")]
    other = deal.kind == "other"
    return {
        "id": name, "document_type": deal.kind, "fields": {} if other else fields,
        "lines": [] if other else [line["fields"] for line in counted],
        "kinds": [] if other else [line["kind"] for line in counted],
        "all_lines": [] if other else made["all_lines"],
        "complete": True, "language": deal.lang, "layout_family": deal.choose.family(FAMILY), "scan": False,
    }  # fmt: skip
