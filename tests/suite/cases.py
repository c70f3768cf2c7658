"""The cases: for each kind of fault one small document, its values, and what must not be read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.builders import COLUMNS, DATED, Column, Item, OrderPaper, items
from tests.pictures import scanned
from tests.suite.papers import (
    HEAD,
    Case,
    DoubledPaper,
    LockedPaper,
    paper_of,
    plain,
    plain_numbers,
    printed,
    sums,
    with_spaces,
    without,
)

PRICES = ("line.unit_price", "line.line_amount", "line.tax_rate", "line.discount_percent")
TOTALS = ("total_net", "total_tax", "total_gross")


def cases() -> list[Case]:
    """All cases, in the order of the reports."""
    return sorted((*numbers(), *currencies(), *dates(), *tables(), *pages(), *text_layers()), key=lambda c: c.id)


def numbers() -> Iterator[Case]:
    """Section A: decimal signs, groups, minus signs, prices."""
    printed_ = [("1.000", "27,80", "27.800,00"), ("2.500", "0,125", "312,50"), ("12", "3,99", "47,88")]
    rows = [replace(r, quantity=q, price=p, amount=a) for r, (q, p, a) in zip(plain(3), printed_, strict=True)]
    pdf = paper_of(rows, OrderPaper(decimal=",")).pdf()
    yield Case("a01-decimal-comma", "A01", "27,80 and 1.000 with decimal comma", pdf, HEAD, printed(rows, ","))
    for name, sign in (("point", "."), ("comma", ",")):
        rows = plain(5, sign)
        pdf = paper_of(rows, OrderPaper(decimal=sign)).pdf()
        lines = printed(rows, sign)
        yield Case(f"a02-{name}", "A02", f"one sender, decimal {name}", pdf, HEAD | sums(rows, sign), lines)
    for name, group in (("apostrophe", "'"), ("blank", " "), ("hard-blank", "\xa0")):
        rows = with_spaces(plain(4), group)
        pdf = paper_of(rows, OrderPaper(currency="CHF"), totals=False).pdf()
        what = f"thousands set apart by {name.replace('-', ' ')}"
        yield Case(f"a03-{name}", "A03", what, pdf, {"currency": "CHF"}, printed(plain_numbers(rows, group)))
    rows = [replace(r, quantity="2", price=f"18. {500000 + i}", amount=f"{37 + 2 * i / 1e6:.2f}")
            for i, r in enumerate(plain(5, lines=3))]  # fmt: skip
    pdf = paper_of(rows, draw=lambda p, r, _: p.item(r, numbers_on=1)).pdf()
    lines = printed([replace(r, price=r.price.replace(" ", "")) for r in rows], texts=True)
    yield Case("a04-spaces-inside", "A04", "18. 500000: a space inside a price", pdf, HEAD, lines)
    rows = plain(4)
    rows[1] = replace(rows[1], price="5.00", quantity="1", amount="(5.00)")
    rows[2] = replace(rows[2], price="12.50", quantity="1", amount="(12.50)")
    lines = [{"line_amount": a} for a in (rows[0].amount, "-5.00", "-12.50", rows[3].amount.replace(",", ""))]
    yield Case("a06-brackets", "A06", "negative amounts in brackets", paper_of(rows, totals=False).pdf(), {}, lines)
    rows = [replace(r, price="", amount="") for r in plain()]
    pdf = paper_of(rows, OrderPaper(without("price", "amount")), totals=False).pdf()
    yield Case("a07-no-prices", "A07", "an order without prices: absent, not 0", pdf, HEAD, printed(rows),
               (*PRICES, *TOTALS))  # fmt: skip
    rows = plain(5, ",")
    pdf = paper_of(rows, OrderPaper(without("price"), decimal=","), _in_pieces).pdf()
    yield Case("a10-pieces", "A10", "prices printed in two pieces", pdf, HEAD, printed(rows, ","))
    rows = [replace(r, quantity="7", price="10.2015", amount="71.41") for r in plain(3)]
    yield Case("a13-rounding", "A13", "10.2015 x 7 = 71.41: no price made of the amount", paper_of(rows).pdf(), HEAD,
               printed(rows))  # fmt: skip
    yield _based()


def _in_pieces(paper: OrderPaper, row: Item, _: int) -> None:
    whole, cents = row.price.split(",")
    paper.text(452, paper.y, f"{whole},", right=True)
    paper.text(454, paper.y, cents)
    paper.item(row)


BASED = (
    *COLUMNS[:3], Column("quantity", ("Qty",), 300, right=True), Column("unit", ("Unit",), 308),
    Column("price", ("Price",), 380, right=True), Column("base", ("per",), 410, right=True),
    Column("discount", ("Disc. %",), 460, right=True), Column("amount", ("Amount",), 545, right=True),
)  # fmt: skip


def _based() -> Case:
    facts = (("1000", "45.20", "100", "10", "406.80"), ("250", "12.00", "100", "5", "28.50"))
    rows = [replace(r, quantity=q, price=p, amount=a) for r, (q, p, _, _, a) in zip(plain(2), facts, strict=True)]

    def draw(paper: OrderPaper, row: Item, k: int) -> None:
        paper.text(410, paper.y, facts[k][2], right=True)
        paper.text(460, paper.y, facts[k][3], right=True)
        paper.columns = [c for c in BASED if c.part not in ("base", "discount")]
        paper.item(row)

    lines = [line | {"price_base_quantity": f[2], "discount_percent": f[3]}
             for line, f in zip(printed(rows), facts, strict=True)]  # fmt: skip
    pdf = paper_of(rows, OrderPaper(BASED), draw).pdf()
    return Case("a14-price-base", "A14", "price per 100 less discount", pdf, HEAD, lines)


def currencies() -> Iterator[Case]:
    """Section A: currency signs."""
    rows = plain(4)
    pounds = tuple(replace(c, title=("Unit price (£)",)) if c.part == "price" else c for c in COLUMNS)
    pdf = paper_of(rows, OrderPaper(pounds, currency="")).pdf()
    yield Case("a08-pound", "A08", "only a pound sign in a column title", pdf, {"currency": "GBP"}, printed(rows))
    rows = [replace(r, price=f"€{r.price}", amount=f"€{r.amount}") for r in plain()]
    picture = scanned(paper_of(rows, totals=False).pdf())
    yield Case("a09-euro-scan", "A09", "a scan with a euro sign before amounts", picture, {}, printed(plain()),
               suffix=".png")  # fmt: skip


def _dated(id_: str, what: str, head: tuple[str, str], days: tuple[str, ...], gold: tuple[str, str],
           lines: tuple[str, ...]) -> Case:  # fmt: skip
    rows = [replace(r, date=day) for r, day in zip(plain(len(days)), days, strict=True)]
    pdf = paper_of(rows, OrderPaper(DATED), date=head[0], delivery=head[1]).pdf()
    names = ("order_date", "requested_delivery_date")
    fields = {name: value for name, value in zip(names, gold, strict=True) if value}
    told = [line | ({"delivery_date": day} if day else {}) for line, day in zip(printed(rows), lines, strict=True)]
    absent = tuple(name for name, value in zip(names, gold, strict=True) if not value)
    more = ("line.delivery_date",) if not any(lines) else ()
    return Case(id_, id_[:3].upper(), what, pdf, {"order_number": "4500118"} | fields, told, (*absent, *more))


def dates() -> Iterator[Case]:
    """Section B."""
    yield _dated("b17-month-first", "11/27/2026 decides for 12/04/2026", ("11/27/2026", "12/04/2026"),
                 ("12/04/2026", "12/05/2026"), ("2026-11-27", "2026-12-04"), ("2026-12-04", "2026-12-05"))  # fmt: skip
    yield _dated("b17-no-such-day", "31/02/2026 is no date", ("31/02/2026", "15/04/2026"), ("15/04/2026",),
                 ("", "2026-04-15"), ("2026-04-15",))  # fmt: skip
    yield _dated("b21-iso", "ISO beside day first", ("2026-03-04", "25/04/2026"), ("26/04/2026", "2026-05-06"),
                 ("2026-03-04", "2026-04-25"), ("2026-04-26", "2026-05-06"))  # fmt: skip
    yield _dated("b22-one-order", "one order of day and month", ("03/04/2026", "05/04/2026"),
                 ("13/04/2026", "06/04/2026"), ("2026-04-03", "2026-04-05"), ("2026-04-13", "2026-04-06"))  # fmt: skip
    yield _dated("b23-no-date", "no date at all", ("", ""), ("", ""), ("", ""), ("", ""))
    for name, date, delivery, gold in (
        ("en", "July 14th, 2026", "July 22nd, 2026", ("2026-07-14", "2026-07-22")),
        ("fr", "1er avril 2026", "22 avril 2026", ("2026-04-01", "2026-04-22")),
        ("pl", "14 lipca 2026 r.", "3 sierpnia 2026 r.", ("2026-07-14", "2026-08-03")),
        ("de", "14. Oktober 2026", "2. November 2026", ("2026-10-14", "2026-11-02")),
    ):
        yield _dated(f"b24-{name}", date, (date, delivery), ("", ""), gold, ("", ""))


THREE_LINES = (
    Column("position", ("Pos.", "Item", "No"), 50), Column("article", ("Article", "number", "(ours)"), 85),
    Column("description", ("Description", "of goods", "2026"), 150),
    Column("quantity", ("Qty", "ordered", "10"), 375, right=True), Column("unit", ("Unit", "of", "measure"), 385),
    Column("price", ("Price", "per unit", "EUR"), 470, right=True),
    Column("amount", ("Amount", "excl. VAT", "EUR"), 545, right=True),
)  # fmt: skip


def tables() -> Iterator[Case]:
    """Section C: rows and cells."""
    rows = plain(6, lines=4)
    pdf = paper_of(rows, OrderPaper(height=480), lambda p, r, k: p.item(r, split_at=3 if k == 3 else None)).pdf()
    yield Case("c27-torn-cell", "C27", "the last line of a cell on the next page", pdf, HEAD, printed(rows, texts=True))
    rows = plain()
    pdf = paper_of(rows, OrderPaper(THREE_LINES)).pdf()
    yield Case("c29-three-line-head", "C29", "a head of three lines", pdf, HEAD, printed(rows))
    long = "Safety gloves nitrile coated size 10, box of 100 pairs, blue"
    rows = [replace(r, description=(long, r.description[0])) for r in plain(4)]
    narrow = tuple(replace(c, x=c.x + 22) if c.part in ("quantity", "unit") else c for c in COLUMNS)
    pdf = paper_of(rows, OrderPaper(narrow)).pdf()
    yield Case("c30-wide-text", "C30", "text that runs to the next column", pdf, HEAD, printed(rows))
    yield _merged()
    rows = plain(12)
    pdf = paper_of(rows, OrderPaper(leading=9.2, gap=0)).pdf()
    yield Case("c32-tight", "C32", "rows set without space", pdf, HEAD, printed(rows))
    rows = plain(6)

    def sections(paper: OrderPaper, row: Item, k: int) -> None:
        if k % 3 == 0:
            paper.section(("Lot A: workshop", "Lot B: stores")[k // 3])
        paper.item(row)

    yield Case(
        "c40-headings", "C40", "headings between items", paper_of(rows, draw=sections).pdf(), HEAD, printed(rows)
    )
    for on in (0, 1, 2):
        rows = plain(8, lines=3)
        pdf = paper_of(rows, draw=lambda p, r, _, on=on: p.item(r, numbers_on=on)).pdf()  # type: ignore[misc]
        yield Case(f"c42-wrapped-{on + 1}", "C42", f"three lines of text, numbers on line {on + 1}", pdf, HEAD,
                   printed(rows, texts=True))  # fmt: skip


def _merged() -> Case:
    """A delivery date in a boxed cell that spans two rows; the third row has none."""
    rows = plain(3)
    paper = OrderPaper(DATED, rules=False)
    paper.letterhead()
    paper.head()
    top = paper.y - 12
    paper.text(290, top + 18, "17.04.2026")
    for k, row in enumerate(rows):
        for x0, x1 in ((48, 285), (350, 547)) if k == 1 else ((48, 547),):
            paper.rule(x0, paper.y - 12, x1, paper.y - 12)
        paper.item(row)
    for x in (48, 285, 350, 547):
        paper.rule(x, top, x, paper.y - 12)
    paper.rule(48, paper.y - 12, 547, paper.y - 12)
    paper.totals()
    lines = [line | ({"delivery_date": "2026-04-17"} if k < 2 else {}) for k, line in enumerate(printed(rows))]
    return Case("c31-merged-cell", "C31", "a merged cell counts for each row it spans", paper.pdf(), HEAD, lines)


def pages() -> Iterator[Case]:
    """Section C: tables over several pages."""
    for id_, report, what, count, options in (
        ("c25-two-pages", "C25", "a table over two pages, carried forward", 40, {"carry": True}),
        ("c25-no-head", "C25", "the same without a second head", 40, {"repeat_head": False}),
        ("c28-three-pages", "C28", "100 items on three pages", 100, {"carry": True}),
        ("c34-last-row", "C34", "a last row in the middle of a page", 36, {}),
        ("c35-last-rows", "C35", "60 items, none lost at the end of a page", 60, {}),
        ("c37-nineteen", "C37", "19 items over two pages", 19, {"height": 480}),
        ("c38-twenty", "C38", "20 items", 20, {}),
    ):
        rows = items(count)
        pdf = paper_of(rows, OrderPaper(**options)).pdf()
        yield Case(id_, report, what, pdf, HEAD | sums(rows), printed(rows))
    rows = plain(13, lines=4)

    def draw(paper: OrderPaper, row: Item, k: int) -> None:
        if k % 2 == 1:
            paper.break_page()
        paper.item(row)
        paper.note("Batch certificate EN 10204 3.1 required. Storage temperature 5 to 25 C. Keep dry.")

    pdf = paper_of(rows, OrderPaper(gap=14), draw).pdf()
    yield Case("c48-seven-pages", "C48", "13 items on seven pages", pdf, HEAD | sums(rows), printed(rows))
    rows = plain(8)
    yield Case("c44-scan", "C44", "a page as a scan", scanned(paper_of(rows).pdf()), HEAD | sums(rows), printed(rows),
               suffix=".png")  # fmt: skip


def text_layers() -> Iterator[Case]:
    """Sections D and E: what the file does to its text."""
    rows = plain()
    right = (HEAD | sums(rows), printed(rows))
    yield Case("d50-fake-bold", "D50", "every text printed twice", paper_of(rows, DoubledPaper()).pdf(), *right)
    hidden = OrderPaper()
    hidden.canvas.setFillColorRGB(1, 1, 1)
    hidden.text(420, 131, "01.01.2020")
    hidden.text(545, 700, "Total EUR 1.00", right=True)
    hidden.canvas.setFillColorRGB(0, 0, 0)
    yield Case("d54-hidden", "D54", "white text on white", paper_of(rows, hidden).pdf(), *right)
    pdf = paper_of(rows).pdf().replace(b"/Rotate 0", b"/Rotate 90")
    yield Case("d56-rotated", "D56", "a page shown turned by 90 degrees", pdf, *right)
    yield Case("d61-locked", "D61", "encrypted against printing only", paper_of(rows, LockedPaper()).pdf(), *right)
    dense = OrderPaper(leading=10, gap=2, height=1100)
    dense.letterhead()
    for _ in range(18):
        dense.text(50, dense.y, f"{TERMS} {TERMS}"[:300], size=5)
        dense.y += 7
    dense.y += 20
    dense.head()
    rows = items(40)
    for row in rows:
        dense.item(row)
    dense.totals()
    yield Case("e65-long-page", "E65", "a page of more than 900 words", dense.pdf(), HEAD | sums(rows), printed(rows))


TERMS = (
    "Deliveries are accepted on weekdays between eight and fourteen at gate five of the yard and every package shall "
    "bear the number of this order and of the article it holds together with the weight and the name of the sender"
)
