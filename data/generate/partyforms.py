"""A party as a small form: each part behind its caption, as web shops, portals and views of e-invoices print it."""

from __future__ import annotations

from data.fields import NO_FIELD
from data.generate.blocks import Block, W, beside, line, para, stack, words
from data.generate.choose import between, pick, weighted
from data.generate.deal import Deal
from data.generate.parties import address_lines, country_line, name, sized, tag_of

Row = tuple[str, list[list[W]]]
"""A caption's key and the lines of its value; an empty key goes on under the caption above."""


def fielded(deal: Deal, role: str, width: float) -> Block:
    """A party in `width` points, captions in a column of their own or right before their values."""
    design = deal.design
    rows = _named_after_party(deal, role) if not deal.party_forms and deal.maybe(0.5) else _generic(deal, role)
    colon = design.colon or (":" if deal.maybe(0.5) else "")
    captions = [deal.label(deal.caption(key) + colon, design.caption) if key else [] for key, _ in rows]
    if deal.maybe(0.25):  # caption and value as one run
        runs = [[*c, *v[0]] for c, (_, v) in zip(captions, rows, strict=True)]
        tails = [v[1:] for _, v in rows]
        return stack([para(r, width, design.lead) for run, tail in zip(runs, tails, strict=True) for r in (run, *tail)])
    left = min(max(line(c).w for c in captions) + between(deal.rng, 4, 30), width * 0.48)
    out = []
    for cap, (_, values) in zip(captions, rows, strict=True):
        value = stack([para(v, width - left, design.lead) for v in values])
        head = para(cap, left - 4, design.lead) if cap else Block(left, 0)
        out.append(beside([sized(head, left), value]))
    return stack(out, gap=between(deal.rng, 0, 2))


def _named_after_party(deal: Deal, role: str) -> list[Row]:
    """Captions that name the party: "Supplier name", "Supplier address"."""
    known = role if role in ("seller", "ship_to", "bill_to") else "buyer"
    one = deal.maybe(0.4)
    rows: list[Row] = [
        (f"{known}.name", [name(deal, role, deal.design.body)]),
        (f"{known}.address", address_lines(deal, role, deal.design.body, one=one)),
    ]
    return rows + _numbers(deal, role)


def _generic(deal: Deal, role: str) -> list[Row]:
    """Captions that any party has: Name, Street, City. The heading alone says whose they are."""
    design, company, style = deal.design, deal.parties[role].company, deal.design.body
    rows: list[Row] = []
    if deal.maybe(0.4):
        rows.append(("part.number", [words(str(deal.rng.randrange(10, 10 ** deal.rng.randint(3, 8))), style)]))
    if company.gln and deal.maybe(0.25):
        run = words(company.gln, style, tag_of(deal, role, "gln"), deal.occurrence())
        rows.append(("part.global_id", [[*run, W("(GLN)", style)] if deal.maybe(0.4) else run]))
    rows.insert(0 if deal.maybe(0.4) else len(rows), ("part.name", [name(deal, role, style)]))
    if deal.maybe(0.12):
        rows.append(("part.trading_name", [words(company.short.upper(), style)]))
    if deal.maybe(0.25):
        rows.append(("contact", [words(deal.parties[role].person, style)]))
    rows += _postal(deal, role)
    if company.phone and deal.maybe(0.45):
        rows.append(("phone", [words(company.phone, design.body)]))
    if deal.maybe(0.2):
        rows.append(("fax", [words(company.fax, design.body)]))
    return rows + _numbers(deal, role)


def _postal(deal: Deal, role: str) -> list[Row]:
    """The address as lines behind one caption, or each part behind its own."""
    style = deal.design.body
    runs = address_lines(deal, role, style)
    country = country_line(deal, role, style)
    way = weighted(deal.rng, {"one caption": 0.45, "street and place": 0.3, "parts": 0.25})
    if way == "one caption":
        lines = [*runs, country] if deal.maybe(0.4) else runs
        if deal.maybe(0.35):  # the country's code before the place, as views of e-invoices have it
            code = deal.parties[role].address.country.code
            field = runs[-1][-1].field
            lines = [*runs[:-1], [W(code, style, field, runs[-1][-1].occurrence), *runs[-1]]]
        return [("part.street" if deal.maybe(0.3) else "buyer.address", lines)]
    rows: list[Row] = [("part.street", [runs[-2]])] if len(runs) > 1 else []
    rows += [("part.address2", [run]) for run in runs[:-2]]
    place = runs[-1]
    postal = deal.parties[role].address.postal
    if way == "parts" and len(place) > 1 and place[0].text == postal:
        parts: list[Row] = [("part.postcode", [place[:1]]), ("part.city", [place[1:]])]
        rows += parts if deal.maybe(0.7) else parts[::-1]
    else:
        rows.append(("part.place_line" if deal.maybe(0.7) else "part.city", [place]))
    if deal.maybe(0.6):
        rows.append(("part.country", [country]))
    return rows


def _numbers(deal: Deal, role: str) -> list[Row]:
    """Tax numbers and ways to reach the party."""
    company, style = deal.parties[role].company, deal.design.body
    rows: list[Row] = []
    if company.register and deal.maybe(0.12):
        rows.append(("part.legal_id", [words(company.register, style)]))
    if deal.maybe(0.1):
        rows.append(("part.e_address", [words(f"{deal.rng.randrange(1, 9999):04d}:{company.gln}", style)]))
    if company.tax_no and deal.maybe(0.25):
        rows.append(("tax_number", [words(company.tax_no, style)]))
    if company.vat_id and deal.maybe(0.5):
        key = "seller.vat_id" if role == "seller" else "buyer.vat_id"
        rows.append((key, [words(company.vat_id, style, tag_of(deal, role, "vat_id"), deal.occurrence())]))
    if company.email and deal.maybe(0.45):
        rows.append(("email", [words(company.email, style, tag_of(deal, role, "email"), deal.occurrence())]))
    if company.web and deal.maybe(0.1):
        rows.append(("web", [words(company.web, style, NO_FIELD)]))
    if deal.maybe(0.2):
        rows.append((pick(deal.rng, ("contact", "department")), [words(deal.parties[role].person, style)]))
    deal.rng.shuffle(rows)
    return rows
