"""A preview as tables for the terminal."""

from __future__ import annotations

from decimal import Decimal
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from serving.odoo.mapping.amounts import line_net, shown
from serving.odoo.preview.view import Preview
from serving.odoo.proposal import Proposal, ProposedLine
from serving.terminal import show as show_extraction

_STYLE = {"stop": ("\u2717", "red"), "warn": ("!", "yellow"), "note": ("\u00b7", "bright_black")}
_HUNDRED = Decimal(100)


def show(preview: Preview, out: TextIO) -> None:
    """Print one preview; colours where `out` is a terminal. Without a mirror it is the order as it was read."""
    if preview.proposal is None:
        show_extraction(preview.extraction, out)
        out.write("  Nothing is matched: there is no mirror of an Odoo here (docs/odoo.md, Preview).\n")
        out.flush()
        return
    console = Console(file=out, highlight=False, markup=False, width=None if out.isatty() else 160)
    with console.capture() as captured:
        for part in _parts(preview, preview.proposal):
            console.print(part)
    text = captured.get()
    out.write(text if out.isatty() else "".join(row.rstrip() + "\n" for row in text.splitlines()))
    out.flush()


def _parts(preview: Preview, proposal: Proposal) -> list[RenderableType]:
    verdict = ("stopped: a person must look", "bold red") if preview.stopped else ("nothing stops it", "bold green")
    title = Text(preview.extraction.file, "bold").append("  ").append(*verdict)
    parts: list[RenderableType] = [title, _head(preview, proposal), Text(), _lines(preview, proposal)]
    total = Text("  net ").append(shown(proposal.expected_net) if proposal.expected_net is not None else "unknown")
    printed = preview.extraction.fields.get("total_net")
    total.append(f" {proposal.currency or ''}" + (f", the page says {printed.value}" if printed is not None else ""))
    parts.append(total)
    return [*parts, *_findings(preview), *_asked(preview), Text()]


def _head(preview: Preview, p: Proposal) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(style="bright_black", no_wrap=True)
    table.add_column(overflow="fold")
    rows = [
        ("Customer", preview.name("partner", p.partner_id)), ("Order number", p.client_order_ref or ""),
        ("Deliver to", preview.name("partner", p.partner_shipping_id)),
        ("Invoice to", preview.name("partner", p.partner_invoice_id)),
        ("Delivery", p.commitment_date.isoformat() if p.commitment_date else ""),
        ("Pricelist", " ".join(filter(None, (preview.name("pricelist", p.pricelist_id), p.currency)))),
        ("Company", preview.name("company", p.company_id or None)),
    ]  # fmt: skip
    for name, value in rows:
        table.add_row(name, Text(value) if value else Text("\u2013", "red" if name == "Customer" else "bright_black"))
    return table


def _lines(preview: Preview, proposal: Proposal) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bright_black")
    for name, right in (("", False), ("Page", False), ("Product", False), ("Qty", True), ("Unit", False),
                        ("Price", True), ("List", True), ("\u0394 %", True), ("Disc. %", True), ("Net", True),
                        ("On hand", True), ("Forecast", True)):  # fmt: skip
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    stock = {s.product_id: s for s in preview.live.stock} if preview.live else {}
    bad = {f.line for f in preview.findings if f.severity == "stop" and f.line is not None}
    for line in proposal.lines:
        if line.display is not None:
            table.add_row("", Text(line.name, "italic bright_black"))
            continue
        mark = Text("\u2717", "red") if line.source in bad else Text("\u2713", "green")
        kept = stock.get(line.product_id or 0)
        short = kept is not None and kept.forecast < kept.wanted
        table.add_row(
            mark, _printed(preview, line),
            Text(preview.name("product", line.product_id) or "not bound", "" if line.product_id else "red"),
            _quantity(line), preview.name("unit", line.unit_id), _number(line.price_unit), _number(line.list_price),
            _difference(line), _number(line.discount or None), _net(line, preview.digits),
            shown(kept.on_hand) if kept else "", Text(shown(kept.forecast) if kept else "", "yellow" if short else ""),
        )  # fmt: skip
    return table


def _printed(preview: Preview, line: ProposedLine) -> str:
    if line.source is None:
        return ""
    fields = preview.extraction.lines[line.source].fields
    names = ("line_no", "supplier_article_no", "buyer_article_no", "description")
    return " ".join(fields[name].value for name in names if name in fields)[:60]


def _quantity(line: ProposedLine) -> Text:
    if line.quantity is None:
        printed = f"({shown(line.printed_quantity)} {line.printed_unit or ''})" if line.printed_quantity else "?"
        return Text(printed, "red")
    text = Text(shown(line.quantity))
    if line.printed_quantity is not None and line.printed_quantity != line.quantity:
        text.append(f" ({shown(line.printed_quantity)} {line.printed_unit or ''})", "bright_black")
    return text


def _number(value: Decimal | None) -> str:
    return "" if value is None else shown(round(value, 6))


def _difference(line: ProposedLine) -> Text:
    if not line.list_price or line.price_unit is None:
        return Text()
    net = line.price_unit * (1 - line.discount / _HUNDRED)
    percent = (net - line.list_price) / line.list_price * _HUNDRED
    return Text(f"{percent:+.1f}", "red") if round(percent, 1) else Text("0", "bright_black")


def _net(line: ProposedLine, digits: int) -> str:
    if line.quantity is None or line.price_unit is None:
        return ""
    return format(line_net(line.quantity, line.price_unit, line.discount, digits), "f")


def _findings(preview: Preview) -> list[Text]:
    out = []
    for f in preview.findings:
        mark, style = _STYLE[f.severity]
        where = "" if f.line is None else f"line {f.line + 1}: "
        text = Text(f"  {mark} {where}{f.message}", style).append(f" [{f.code}]", "bright_black")
        out.append(text.append(f"  {f.todo}" if f.severity != "note" and f.todo else "", "default"))
    return out


def _asked(preview: Preview) -> list[Text]:
    if preview.live is None:
        return [Text("  The server was not asked: no stock, credit or duplicates.", "bright_black")]
    out = [Text(f"  {what}", "bright_black") for what in preview.live.unavailable]
    if preview.live.credit is not None:
        credit = preview.live.credit
        out.append(Text(f"  credit: {shown(credit.owed)} owed of {shown(credit.limit)}"))
    return out
