"""The issuer's own face on its paper: letterheads, logos, footers."""

from __future__ import annotations

from data.fields import NO_FIELD
from data.generate.blocks import Block, W, beside, line, para, stack, words
from data.generate.choose import between, pick, weighted
from data.generate.deal import Deal
from data.generate.drawing import Fill, Rule
from data.generate.fonts import Style
from data.generate.parties import (
    address_lines,
    captioned,
    contact_lines,
    country_line,
    name,
    number_lines,
)  # fmt: skip


def logo(deal: Deal, width: float) -> Block:
    """A picture instead of a name: a shaded shape, perhaps with initials."""
    rng, design = deal.rng, deal.design
    w, h = min(width, between(rng, 30, 130)), between(rng, 18, 48)
    out = Block(w, h)
    gray = pick(rng, (0.15, 0.3, 0.5, 0.7, 0.85))
    out.fills.append(Fill(0, 0, w, h, gray))
    if rng.random() < 0.4:
        out.fills.append(Fill(w * 0.3, h * 0.3, w * 0.7, h * 0.7, 0.95))
    elif rng.random() < 0.5:
        short = deal.parties[deal.by].company.short
        initials = "".join(p[0] for p in short.split()[:3]).upper()
        style = design.title.but(size=h * 0.5, bold=True, gray=1.0 if gray < 0.6 else 0.0)
        if initials and style.width(initials) < w:
            mark = line([W(initials, style)])
            out.add(mark, (w - mark.w) / 2, (h - mark.h) / 2)
    return out


def _name_style(deal: Deal) -> Style:
    rng, body = deal.rng, deal.design.body
    return body.but(
        font=pick(rng, ("sans", "sans", "serif", "narrow", body.font)), size=body.size * between(rng, 1.0, 2.6),
        bold=rng.random() < 0.75, italic=rng.random() < 0.1, gray=pick(rng, (0.0, 0.0, 0.0, 0.3, 0.5)),
    )  # fmt: skip


def letterhead(deal: Deal, width: float, *, full: bool, align: str) -> Block:
    """Name of the issuer in display type, with or without its address and numbers."""
    rng, design, role = deal.rng, deal.design, deal.by
    company = deal.parties[role].company
    text = company.name
    style = _name_style(deal)
    if rng.random() < 0.12:
        text = text.upper()
    out = []
    if rng.random() < 0.3:
        out.append(logo(deal, width))
    out.append(para(name(deal, role, style, text), width, 1.15, align))
    small = design.small if rng.random() < 0.5 else design.body
    if full:
        runs = []
        if rng.random() < 0.3:
            runs += address_lines(deal, role, small, one=True)
        else:
            runs += address_lines(deal, role, small)
        if rng.random() < 0.25:
            runs.append(country_line(deal, role, small))
        if rng.random() < 0.6:
            contacts = contact_lines(deal, role, small, 0.6)
            runs += [_joined(contacts)] if rng.random() < 0.25 and contacts else contacts
        if rng.random() < (0.45 if deal.outgoing else 0.7):
            share = 0.4 if deal.outgoing else 0.75
            keys = [
                k
                for k in ("vat_id", "tax_number", "register", "gln")
                if rng.random() < (share if k == "vat_id" else 0.4)
            ]
            runs += number_lines(deal, role, small, keys)
        out += [para(r, width, design.lead, align) for r in runs]
    block = stack(out, gap=between(rng, 0, 2), align=align, width=width)
    if rng.random() < 0.12:
        block.h += 3
        block.rules.append(Rule(0, block.h, width, block.h, design.box, design.rule_gray))
    return block


def short_letterhead(deal: Deal, width: float, align: str, *, named: bool) -> Block:
    """Only the short name, as a word mark; it is the party's name (`named`) where no full one stands elsewhere."""
    style = _name_style(deal).but(bold=True)
    short = deal.parties[deal.by].company.short
    return para(name(deal, deal.by, style, short) if named else words(short, style), width, 1.15, align)


def _joined(runs: list[list[W]]) -> list[W]:
    out: list[W] = []
    for run in runs:
        out += run
    return out


def contact_card(deal: Deal, width: float) -> Block:
    """Contacts of the issuer apart from its name."""
    deal_style = deal.design.body if deal.maybe(0.6) else deal.design.small
    runs = []
    person = deal.parties[deal.by].person
    if person:
        runs.append(
            captioned(
                deal,
                pick(deal.rng, ("contact", "buyer_person") if deal.outgoing else ("contact",)),
                person,
                NO_FIELD,
                deal_style,
            )
        )
    runs += contact_lines(deal, deal.by, deal_style, 0.75)
    return stack([para(r, width, deal.design.lead) for r in runs], width=width)


def footer(deal: Deal, width: float, named: bool) -> Block:
    """Small print at the foot of a page: bank, register, address, numbers of the issuer."""
    rng, role = deal.rng, deal.by
    company, style = (
        deal.parties[role].company,
        deal.design.small.but(size=min(deal.design.small.size, between(rng, 5.2, 7.5))),
    )
    groups: list[list[list[W]]] = []
    full = named or rng.random() < 0.6
    if full:
        groups.append([name(deal, role, style), *address_lines(deal, role, style)])
    if rng.random() < 0.7:
        groups.append(contact_lines(deal, role, style, 0.7))
    if rng.random() < 0.75:
        bank = [words(company.bank, style), captioned(deal, "iban", company.iban, NO_FIELD, style),
                captioned(deal, "bic", company.bic, NO_FIELD, style)]  # fmt: skip
        groups.append([r for r in bank if r and rng.random() < 0.9])
    likely = 0.5 if deal.outgoing else 0.85  # an invoice must show its issuer's VAT number
    keys = [k for k in ("register", "vat_id", "tax_number", "capital", "manager")
            if rng.random() < (likely if k == "vat_id" else 0.5)]  # fmt: skip
    legal = [r for k in keys if k not in ("manager", "capital") for r in number_lines(deal, role, style, [k])]
    if "manager" in keys and company.manager:
        legal.append(captioned(deal, "managing_director", company.manager, NO_FIELD, style))
    if "capital" in keys and company.capital:
        legal.append(captioned(deal, "capital", company.capital, NO_FIELD, style))
    groups.append(legal)
    groups = [g for g in groups if g]
    if not groups:
        return Block(width, 0)
    form = weighted(rng, {"columns": 0.55, "line": 0.25, "centred": 0.2})
    if form == "columns":
        w = width / len(groups)
        block = beside([stack([para(r, w - 8, 1.2) for r in g], width=w) for g in groups])
    else:
        sign = pick(rng, ("|", "·", "-", "•", "*"))
        runs = [r for g in groups for r in g]
        joined: list[W] = []
        for run in runs:
            joined += [*([W(sign, style)] if joined else []), *run]
        block = para(joined, width, 1.2, "centre" if form == "centred" else "left")
    block.w = width
    if rng.random() < 0.45:
        out = Block(width, block.h + 3)
        out.rules.append(Rule(0, 0, width, 0, 0.4, 0.3))
        return out.add(block, 0, 3)
    return block


_STAMPS = {"pl": "ORYGINAŁ KOPIA PILNE ZATWIERDZONO", "en": "ORIGINAL COPY URGENT APPROVED DUPLICATE RECEIVED",
           "de": "ORIGINAL KOPIE EILT FREIGEGEBEN ZWEITSCHRIFT", "fr": "ORIGINAL COPIE URGENT DUPLICATA",
           "es": "ORIGINAL COPIA URGENTE APROBADO", "it": "ORIGINALE COPIA URGENTE", "nl": "ORIGINEEL KOPIE SPOED",
           "cs": "ORIGINÁL KOPIE SPĚCHÁ SCHVÁLENO"}  # fmt: skip


def stamp(deal: Deal, width: float) -> Block:
    """A rubber stamp, a bar code's digits, or a word across the page."""
    rng, body = deal.rng, deal.design.body
    x = rng.random()
    if x < 0.3:
        digits = "".join(str(int(rng.random() * 10)) for _ in range(pick(rng, (8, 12, 13, 20))))
        code = Block(min(width, 130), 22)
        px = 0.0
        while px < code.w - 2:
            bar = pick(rng, (0.5, 1.0, 1.5))
            code.fills.append(Fill(px, 0, px + bar, 20, 0.0))
            px += bar + pick(rng, (0.6, 1.2, 2.0))
        return stack([code, line(words(digits if rng.random() < 0.7 else f"*{digits}*", body.but(size=7)))])
    size = body.size * between(rng, 1.2, 3.0)
    text = pick(rng, _STAMPS[deal.lang].split())
    runs = [words(text, body.but(bold=True, size=size, gray=pick(rng, (0.2, 0.5, 0.75))))]
    if rng.random() < 0.5:
        runs.append(words(deal.habit.date(deal.day), body.but(gray=0.3)))
    return stack([para(r, width, 1.2) for r in runs], width=width)


__all__ = ["contact_card", "footer", "letterhead", "logo", "short_letterhead", "stamp"]
