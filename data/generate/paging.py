"""Pages: what fits, what goes on, what repeats."""

from __future__ import annotations

from data.generate.blocks import Block, W, emit, line, words
from data.generate.choose import between, pick, weighted
from data.generate.deal import Deal
from data.generate.drawing import Rule, Sheet
from data.generate.entries import fact, restyled
from data.generate.heads import head_block
from data.generate.rows import subtotal_row
from data.generate.table import Grid, Row, blank_rows, dashes
from data.generate.titles import title
from data.generate.wording import PAGE_OF


class Pages:
    """Fills sheets from top to bottom."""

    def __init__(self, deal: Deal, footer: Block | None) -> None:
        self.deal, self.footer = deal, footer
        self.sheets: list[Sheet] = []
        self.occurrences: list[list[int]] = []
        self.page_form = weighted(deal.rng, {"foot right": 0.3, "foot centre": 0.2, "head right": 0.25, "none": 0.25})
        self.footer_always = deal.maybe(0.7)
        self.repeated: list[tuple[Block, float]] = []
        """Parts of the header that stand on every page."""
        self.y = 0.0
        design = deal.design
        if footer is not None and footer.h:
            design.bottom = max(design.bottom, footer.h + 42)
        self.new_page()

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    @property
    def room(self) -> float:
        """Height left on the page."""
        return self.deal.design.floor - self.y

    def new_page(self) -> None:
        """Begin a page; later ones carry a short head line."""
        design = self.deal.design
        self.sheets.append(Sheet(design.width, design.height))
        self.occurrences.append([])
        self.y = design.top
        if self.footer is not None and (len(self.sheets) == 1 or self.footer_always):
            self._draw(self.footer, design.left, design.height - self.footer.h - 26)
        for block, gap in self.repeated:
            self.put(block, gap)
        if len(self.sheets) > 1 and not self.repeated and self.deal.maybe(0.6):
            self.put(_continuation(self.deal), between(self.deal.rng, 6, 16))

    def _draw(self, block: Block, x: float, y: float) -> None:
        self.occurrences[-1] += emit(block, self.sheets[-1], x, y)

    def put(self, block: Block, gap: float = 0.0) -> None:
        """Place a block at the left margin, on the next page if it does not fit here."""
        if block.h > self.room and self.y > self.deal.design.top + 40:
            self.new_page()
        self._draw(block, self.deal.design.left, self.y)
        self.y += block.h + gap

    def table(self, grid: Grid, rows: list[Row]) -> None:
        """Place a table; the head repeats on every page, with carry-overs where the document has them."""
        deal, head = self.deal, head_block(grid)
        repeat, carry = deal.maybe(0.8), deal.maybe(0.15) and deal.priced and grid.column("amount") is not None
        if self.room < head.h + (rows[0].block.h if rows else 0) + 20:
            self.new_page()
        bare, sign = deal.maybe(0.03), pick(deal.rng, "--=_*")
        if grid.look == "ascii":
            self.put(dashes(grid, sign))
        if not bare:
            self.put(head)
        if grid.look == "ascii" and not bare:
            self.put(dashes(grid, sign))
        before = rows[0].total * 0 if rows else 0
        reserve = grid.line_height + 2 * grid.line_pad if carry else 0.0
        for k, row in enumerate(rows):
            tall = row.block.h
            if row.start and k + 1 < len(rows) and not rows[k + 1].start:
                tall += rows[k + 1].block.h  # never leave one lonely line of an item behind
            if tall + reserve > self.room and self.y > deal.design.top + 60:
                if carry:
                    self.put(subtotal_row(grid, "carry_over", before, counted=False).block)  # type: ignore[arg-type]
                self.new_page()
                if repeat and not bare:
                    self.put(head)
                if carry and deal.maybe(0.9):
                    self.put(subtotal_row(grid, "carried_forward", before, counted=False).block)  # type: ignore[arg-type]
            self.put(row.block)
            before = row.total
        if grid.look == "ascii":
            self.put(dashes(grid, sign))
        if grid.look in ("boxed", "frame") and grid.tiers == 1 and deal.maybe(0.14) and self.room > 40:
            self.put(blank_rows(grid, self.room * between(deal.rng, 0.2, 0.6)))
        if grid.look in ("frame", "boxed", "headrule", "open") and deal.maybe(0.6 if grid.look != "open" else 0.3):
            d = deal.design
            self.sheet.rules.append(Rule(d.left, self.y, d.left + grid.width, self.y, d.box, d.rule_gray))

    def form(self, rows: list[Row]) -> None:
        """Place items that stand in no table."""
        for row in rows:
            self.put(row.block)

    def running(self) -> None:
        """A running line at the foot of every page: form number, print time, or the document's own number."""
        deal, style = self.deal, self.deal.design.small
        if self.page_form == "foot centre" or not deal.maybe(0.13):
            return
        form = pick(deal.rng, ("form", "print", "own"))
        for k, sheet in enumerate(self.sheets):
            if form == "own" and deal.kind in ("order", "order_change", "invoice", "credit_note"):
                entry = fact(deal, "order_number" if deal.outgoing else "invoice_number")
                run = [*words(title(deal), style), *restyled(entry.value, style)]
            elif form == "form":
                run = words(f"F-{7 + len(deal.items):02d}/{deal.day.year % 100:02d} Rev. {len(deal.lang)}", style)
            else:
                run = words(f"{deal.habit.date(deal.day)} {deal.habit.time(40000 + 61 * k)} {deal.lang}_user01", style)
            block = line(run)
            if block.w < 0.45 * deal.design.inner:
                self.occurrences[k] += emit(block, sheet, deal.design.left, sheet.height - 22)

    def number(self) -> None:
        """Print page numbers, now that the count is known."""
        if self.page_form == "none" or (len(self.sheets) == 1 and self.deal.maybe(0.5)):
            return
        deal, style = self.deal, self.deal.design.small
        form = pick(deal.rng, ("of", "/", "bare", "of"))
        page, of = deal.caption("page"), PAGE_OF[deal.lang]
        for k, sheet in enumerate(self.sheets):
            texts = {"of": f"{page} {k + 1} {of} {len(self.sheets)}", "/": f"{page} {k + 1}/{len(self.sheets)}",
                     "bare": f"{k + 1}"}  # fmt: skip
            block = line(words(texts[form], style))
            x = sheet.width - deal.design.right - block.w
            if self.page_form == "foot centre":
                x = (sheet.width - block.w) / 2
            y = min(14.0, deal.design.top - block.h - 1) if self.page_form == "head right" else sheet.height - 22
            self.occurrences[k] += emit(block, sheet, x, y)


def _continuation(deal: Deal) -> Block:
    """The head line of a later page."""
    style = deal.design.body if deal.maybe(0.6) else deal.design.small
    run: list[W] = []
    if deal.kind in ("order", "order_change", "invoice", "credit_note"):
        field = "order_number" if deal.outgoing else "invoice_number"
        entry = fact(deal, field)
        run = [
            *words(title(deal), style),
            *(W(w.text, style, w.field, w.occurrence) for w in entry.value),
        ]
    if deal.maybe(0.3):
        run += words(deal.habit.date(deal.day), style, deal.header(_own_date(deal)), deal.occurrence())
    return line(run or words(title(deal), style))


def _own_date(deal: Deal) -> str:
    if deal.kind in ("order", "order_change"):
        return "order_date"
    return "invoice_date" if deal.kind in ("invoice", "credit_note") else "O"
