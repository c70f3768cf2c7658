"""Codes of customers, learnt from what people did to orders: kept once an order is written, gone when it is undone.

Learnt is what the page prints: the customer's number, or the number that stood where a clerk put another one. A line
whose barcode or own code names another product teaches nothing: what is printed there plainly stands above memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from data.result import Extraction, Line
from data.schema import Document
from data.values import ids
from serving.desk.store.rows import Correction
from serving.odoo.mirror import Mirror, keys
from serving.odoo.proposal import Proposal
from serving.odoo.taught import Lesson, Taught

if TYPE_CHECKING:
    from serving.desk.store.rows import Order

CODES = ("buyer_article_no", "supplier_article_no")
TOUCHED = frozenset({*CODES, "gtin", "description"})
"""Values of a line that say which product is meant."""


def bound_lines(result: Mapping[str, Any]) -> dict[int, int]:
    """Product of each line that a person bound, by the line's index."""
    out = {}
    for path, product in (result.get("bound") or {}).items():
        parts = str(path).split(".")
        if len(parts) == 3 and parts[0] == "lines" and parts[2] == "product":
            out[int(parts[1])] = int(product)
    return out


def lessons(
    result: Mapping[str, Any], proposal: Proposal, mirror: Mirror, corrections: Sequence[Correction] = (),
    document: Document | None = None, *, bound_only: bool = False,
) -> list[Lesson]:  # fmt: skip
    """What an order as it stands teaches: of each line that a person bound or corrected, the code that its page prints.

    Args:
        result: the last extraction.
        proposal: what is written of it.
        corrections: all of the order, for what stood where a person typed.
        document: its words; without them only what the extraction says is taken for printed.
    """
    partner = None if proposal.partner_id is None else mirror.partner(proposal.partner_id)
    if partner is None:
        return []
    scope = partner.commercial_partner_id or partner.id
    extraction, bound = Extraction.from_dict(dict(result)), bound_lines(result)
    printed = None if document is None else _printed(document)
    before = _before(corrections, extraction)
    out: list[Lesson] = []
    for made in proposal.lines:
        at = made.source
        if at is None or made.product_id is None or made.display is not None or at >= len(extraction.lines):
            continue
        line = extraction.lines[at]
        touched = any(v.source == "person" for n, v in line.fields.items() if n in TOUCHED)
        by_person = at in bound or (touched and not bound_only)
        if by_person and line.kind == "item" and not _contradicted(line, made.product_id, mirror):
            out += _of_line(line, before.get(at, ()), made.product_id, scope, mirror, printed, bound=at in bound)
    return out


def _of_line(
    line: Line, before: Iterable[str], product: int, scope: int, mirror: Mirror, printed: set[str] | None, *,
    bound: bool,
) -> Iterator[Lesson]:  # fmt: skip
    codes = list(dict.fromkeys([*(line.fields[n].value for n in CODES if n in line.fields), *before]))
    taught = False
    for code in codes:
        there = printed is None or keys.exact(code) in printed
        if there and not mirror.products_by_code(code) and not mirror.products_by_barcode(code):
            taught = True
            yield Lesson("product", scope, code, product)
    if bound and not taught and not codes and "gtin" not in line.fields and "description" in line.fields:
        yield Lesson("text", scope, line.fields["description"].value, product)


def _printed(document: Document) -> set[str]:
    """Words as codes are compared, alone and up to three of a row together."""
    out = set()
    for page in document.pages:
        words = [keys.exact(word.text) for word in page.words]
        out |= {"".join(words[k : k + n]) for n in (1, 2, 3) for k in range(len(words))}
    return out


def _contradicted(line: Line, product: int, mirror: Mirror) -> bool:
    """True where the line prints a valid barcode, or one of our own codes as ours, of other products alone."""
    gtin = line.fields.get("gtin")
    if gtin is not None and ids.gtin_ok(gtin.value):
        named = {p.id for p in mirror.products_by_barcode(gtin.value)}
        named |= {pack.product_id for pack in mirror.packagings_by_barcode(gtin.value)}
        if named and product not in named:
            return True
    ours = line.fields.get("supplier_article_no")
    if ours is None:
        return False
    exact = {p.id for p in mirror.products_by_code(ours.value)
             if keys.exact(p.default_code or "") == keys.exact(ours.value)}  # fmt: skip
    return bool(exact) and product not in exact


def _before(corrections: Sequence[Correction], extraction: Extraction) -> dict[int, list[str]]:
    """Codes that stood in a line before a person typed others; nothing where lines were added or dropped since."""
    paths = [c.path.split(".") for c in corrections]
    if any(len(p) == 2 and p[0] == "lines" for p in paths):
        return {}
    out: dict[int, list[str]] = {}
    for correction, parts in zip(corrections, paths, strict=True):
        if len(parts) == 4 and parts[0] == "lines" and parts[3] in CODES and correction.before:
            at = int(parts[1])
            if at < len(extraction.lines):
                out.setdefault(at, []).append(correction.before)
    return out


def learn_codes(
    mirror: Mirror, order: Order, result: Mapping[str, Any], proposal: Proposal | None,
    corrections: Sequence[Correction] = (), document: Document | None = None, *, written: bool = False,
) -> int:  # fmt: skip
    """Keep what an order teaches; how many lessons are new. Doing it twice changes nothing.

    Before it is `written` only products that a person bound are learnt: a typed code may be typed again.
    """
    if proposal is None:
        return 0
    found = lessons(result, proposal, mirror, corrections, document, bound_only=not written)
    return Taught(mirror).teach(order.id, order.sender, found) if found else 0
