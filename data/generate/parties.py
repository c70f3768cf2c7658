"""Blocks that name a party: who buys, sells, receives, pays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.fields import NO_FIELD
from data.generate.blocks import Block, W, beside, box_rules, framed, line, para, stack, words
from data.generate.choose import between, pick, weighted
from data.generate.deal import Deal
from data.generate.drawing import Fill, Rule
from data.generate.entries import Entry, restyled
from data.generate.fonts import Style
from data.generate.wording import THIRD

_FIELDS = {"buyer": ("name", "address", "vat_id", "email", "gln"), "seller": ("name", "address", "vat_id"),
           "ship_to": ("name", "address", "gln"), "bill_to": ("name", "address"), "third": ()}  # fmt: skip


_ATTENTION = re.compile(
    r"(attn|att\.|attention|fao|f\.a\.o|z\.? ?hd|zhd|zu händen|à l.attention|a l.attention|t\.?a\.?v|k rukám|do rąk|"
    r"a/a|c\.a\.|alla c|all.attenzione|a la atención)",
    re.IGNORECASE,
)
"""Address lines that name a person: no part of the postal address."""


def tag_of(deal: Deal, role: str, part: str) -> str:
    """The field of a part of a party, or O where the catalogue has none."""
    return deal.header(f"{role}.{part}") if part in _FIELDS[role] else NO_FIELD


def name(deal: Deal, role: str, style: Style, text: str | None = None) -> list[W]:
    """The party's name."""
    return words(text or deal.parties[role].company.name, style, tag_of(deal, role, "name"), deal.occurrence())


def address_lines(deal: Deal, role: str, style: Style, *, upper: bool = False, one: bool = False) -> list[list[W]]:
    """Postal lines without the country; `one` joins them with commas."""
    party, field, occurrence = deal.parties[role], tag_of(deal, role, "address"), deal.occurrence()
    texts = [t for t in party.address.lines() if t]
    if upper:
        texts = [*texts[:-1], texts[-1].upper()]
    runs = [words(t, style, NO_FIELD if _ATTENTION.match(t) else field, occurrence) for t in texts]
    if not one:
        return runs
    sign = pick(deal.rng, (",", ",", "·", "-", "|", "•"))
    out: list[W] = []
    for run in runs:
        if out and sign != ",":
            out.append(W(sign, style))
        elif out and out[-1].text[-1] != ",":
            out[-1] = out[-1]._replace(text=out[-1].text + ",")
        out += run
    return [out]


def country_line(deal: Deal, role: str, style: Style) -> list[W]:
    """The country as its own line; it belongs to no field."""
    country = deal.parties[role].address.country
    text = country.name(deal.lang)
    x = deal.rng.random()
    return words(text.upper() if x < 0.3 else country.code if x < 0.42 else text, style)


def captioned(deal: Deal, key: str, text: str, field: str, style: Style, *, limit: int | None = None) -> list[W]:
    """Caption and value in one run: "Tel.: 0123"."""
    design = deal.design
    caption = deal.caption(key, limit=limit)
    colon = design.colon or (":" if deal.maybe(0.6) else "")
    if caption.endswith((":", "#")):
        colon = ""
    caption_style = style if deal.maybe(0.7) else style.but(bold=design.caption.bold)
    return [*deal.label(caption + colon, caption_style), *words(text, style, field, deal.occurrence())]


def email_of(deal: Deal, role: str) -> str:
    """The one e-mail address of a party on this document."""
    return deal.parties[role].company.email


def contact_lines(deal: Deal, role: str, style: Style, share: float = 0.6) -> list[list[W]]:
    """Phone, fax, e-mail, web of a party; some or none."""
    company = deal.parties[role].company
    out = [
        captioned(deal, key, text, tag_of(deal, role, "email") if key == "email" else NO_FIELD, style, limit=10)
        for key, text in (("phone", company.phone), ("fax", company.fax), ("email", email_of(deal, role)))
        if text and deal.maybe(share)
    ]
    if company.web and deal.maybe(share * 0.6):
        out.append(
            words(company.web, style) if deal.maybe(0.6) else captioned(deal, "web", company.web, NO_FIELD, style)
        )
    return out


def in_line(deal: Deal, runs: list[list[W]], share: float) -> list[list[W]]:
    """Now and then several captioned facts in one line, with a sign between them."""
    if len(runs) < 2 or not deal.maybe(share):
        return runs
    sign = pick(deal.rng, ("-", "/", "|", "", ","))
    out: list[W] = []
    for run in runs:
        out += [*([W(sign, run[0].style)] if out and sign else []), *run]
    return [out]


def number_lines(deal: Deal, role: str, style: Style, keys: Sequence[str]) -> list[list[W]]:
    """Registration numbers of a party: vat_id, tax_no, gln, register."""
    company = deal.parties[role].company
    out = []
    for key in keys:
        text = getattr(company, key if key != "tax_number" else "tax_no")
        if not text:
            continue
        if key == "vat_id":
            out.append(captioned(deal, "buyer.vat_id" if role not in ("seller",) else "seller.vat_id", text,
                                 tag_of(deal, role, "vat_id"), style))  # fmt: skip
        elif key == "gln":
            caption_key = {"buyer": "buyer.gln", "ship_to": "ship_to.gln"}.get(role, "gln")
            out.append(captioned(deal, caption_key, text, tag_of(deal, role, "gln"), style))
        else:
            out.append(captioned(deal, key, text, NO_FIELD, style))
    return out


def _attention(deal: Deal, role: str, style: Style) -> list[W]:
    person = deal.parties[role].person
    if not person:
        return []
    if deal.maybe(0.6):
        return words(person, style)
    return captioned(deal, "contact" if role != "buyer" else pick(deal.rng, ("contact", "buyer_person")), person,
                     NO_FIELD, style)  # fmt: skip


def party_lines(deal: Deal, role: str, style: Style, *, rich: float = 0.5, strong: bool | None = None) -> list[list[W]]:
    """The lines of a party block. `rich` is the chance of contacts and numbers inside."""
    rng = deal.rng
    bold = (deal.bold_names if deal.maybe(0.9) else deal.maybe(0.35)) if strong is None else strong
    out: list[list[W]] = []
    where = weighted(rng, {"none": 0.38, "before": 0.3, "after name": 0.2, "end": 0.12})
    attention = _attention(deal, role, style) if where != "none" else []
    if attention and where == "before":
        out.append(attention)
    gln_first = deal.maybe(rich * 0.12)
    if gln_first:
        out += number_lines(deal, role, style, ["gln"])
    if not (role == "ship_to" and deal.maybe(0.07)):
        out.append(name(deal, role, style.but(bold=True) if bold else style))
    if deal.maybe(0.06):
        out.append(words(deal.caption("department", fresh=True) + " " + str(rng.randrange(1, 90)), style))
    if attention and where == "after name":
        out.append(attention)
    out += address_lines(deal, role, style, upper=deal.maybe(0.08), one=deal.maybe(0.06))
    issuer_home = deal.parties[deal.by].company.country
    if deal.maybe(0.85 if deal.parties[role].address.country.code != issuer_home.code else 0.3):
        out.append(country_line(deal, role, style))
    if attention and where == "end":
        out.append(attention)
    if deal.maybe(rich):
        out += in_line(deal, contact_lines(deal, role, style, between(rng, 0.3, 0.9)), 0.15)
    if deal.maybe(rich * 0.8):
        keys = [
            k
            for k in ("vat_id", "tax_number", "gln", "register")
            if deal.maybe({"vat_id": 0.75, "gln": 0.2}.get(k, 0.12)) and not (k == "gln" and gln_first)
        ]
        out += in_line(deal, number_lines(deal, role, style, keys), 0.2)
    return out


def title_bar(deal: Deal, text: str, width: float, mode: str | None = None) -> Block:
    """A block heading as the document sets them: plain, underlined, in a shaded or dark bar."""
    design = deal.design
    if design.heading_case == "upper":
        text = text.upper()
    style = design.heading
    mode = mode or design.heading_bar
    colon = design.colon if mode in ("none", "rule") and deal.maybe(0.7) else ""
    if mode == "dark":
        style = style.but(gray=1.0, bold=True)
    block = para(words(text + colon, style), width - (6 if mode in ("fill", "dark") else 0), design.lead)
    if mode in ("fill", "dark"):
        out = Block(width, block.h + 4)
        out.fills.append(Fill(0, 0, width, out.h, 0.2 if mode == "dark" else design.fill))
        return out.add(block, 3, 2)
    out = Block(width, block.h + (3 if mode == "rule" else 1))
    out.add(block, 0, 0)
    if mode == "rule":
        out.rules.append(Rule(0, block.h + 1, width, block.h + 1, design.box, design.rule_gray))
    return out


def sized(block: Block, width: float) -> Block:
    block.w = width
    return block


def card(deal: Deal, role: str, width: float, text: str) -> Block:
    """A party as a framed card: name and address, numbers, a contact, each section under a rule."""
    design, company, party = deal.design, deal.parties[role].company, deal.parties[role]
    style, pad = design.body, max(2.0, design.pad)
    inner = width - 2 * pad
    indent = between(deal.rng, 0, 18)
    colon = design.colon or ":"
    head = [*deal.label(text + colon, design.heading), *name(deal, role, style.but(bold=deal.bold_names))]
    postal = address_lines(deal, role, style)
    if deal.maybe(0.6):
        postal.append(country_line(deal, role, style))
    body = stack([para(r, inner - indent, design.lead) for r in postal])
    top = para(head, inner, design.lead)
    sections = [Block(inner, top.h + body.h).add(top, 0, 0).add(body, indent, top.h)]
    keys = [k for k in ("gln", "register", "vat_id", "tax_number") if deal.maybe(0.7)]
    numbers = in_line(deal, number_lines(deal, role, style, keys), 0.35)
    if company.email and deal.maybe(0.5):
        numbers.append(captioned(deal, "email", company.email, tag_of(deal, role, "email"), style))
    contact = [deal.label(deal.caption("contact") + colon, design.caption)]
    if party.person:
        contact.append(words(party.person, style))
    contact += in_line(deal, [captioned(deal, "phone", company.phone, NO_FIELD, style)], 0)
    for runs in (numbers, contact if deal.maybe(0.7) else []):
        if runs:
            sections.append(stack([para(r, inner, design.lead) for r in runs], width=inner))
    out = Block(width, pad)
    for k, section in enumerate(sections):
        if k:
            out.rules.append(Rule(0, out.h, width, out.h, design.box, design.rule_gray))
            out.h += 2
        out.add(section, pad, out.h)
        out.h += section.h + 2
    out.rules += box_rules(0, 0, width, out.h, design.box, design.rule_gray)
    return out


def party_block(
    deal: Deal, role: str, width: float, *, headed: str, rich: float = 0.5, boxed: bool = False,
    key: str | None = None,
) -> Block:  # fmt: skip
    """A party in `width` points. `headed`: none, above, beside, inline."""
    design = deal.design
    pad = design.pad if boxed else 0.0
    inner = width - 2 * pad
    text = pick(deal.rng, THIRD[deal.lang]) if role == "third" else deal.caption(key or f"party.{role}")
    if deal.party_cards and headed in ("above", "inline", "beside"):
        return card(deal, role, width, text)
    share = 0.9 if deal.party_forms else 0.45 if deal.choose.made["header"] == "stacked" else 0.07
    if headed in ("above", "bar") and deal.maybe(share):
        from data.generate.partyforms import fielded

        body = fielded(deal, role, inner)
    elif headed == "beside":
        left = min(inner * 0.35, line(deal.label(text, design.heading)).w + 8)
        head = para(deal.label(text + design.colon, design.heading), left - 4, design.lead)
        runs = party_lines(deal, role, design.body, rich=rich)
        body = beside([sized(head, left), stack([para(r, inner - left, design.lead) for r in runs])])
    elif headed == "inline":
        runs = party_lines(deal, role, design.body, rich=rich)
        first = [*deal.label(text + (design.colon or ":"), design.heading), *runs[0]]
        indent = between(deal.rng, 8, 24) if deal.maybe(0.25) else 0.0
        rest = stack([para(r, inner - indent, design.lead) for r in runs[1:]])
        top = para(first, inner, design.lead)
        body = Block(inner, top.h + rest.h).add(top, 0, 0).add(rest, indent, top.h)
    else:
        runs = party_lines(deal, role, design.body, rich=rich)
        loose = between(deal.rng, 2, 9) if deal.maybe(0.06) else 0.0
        body = stack([para(r, inner, design.lead) for r in runs], gap=loose)
    if headed == "above":
        mode = design.heading_bar
        if boxed and mode in ("fill", "dark"):
            head = title_bar(deal, text, width, mode)
            body = framed(body, pad=pad, width=width, border=design.box, gray=design.rule_gray)
            return stack([head, body])
        body = stack([title_bar(deal, text, inner), body], gap=between(deal.rng, 0, 3))
    if boxed:
        return framed(body, pad=pad, width=width, border=design.box, gray=design.rule_gray)
    return sized(body, width)


def party_entry(deal: Deal, role: str, *, address: bool) -> Entry:
    """A party as one captioned value: its name, and its address behind it."""
    style = deal.design.body
    run = name(deal, role, style)
    if address:
        if run[-1].text[-1:] not in ".,;":
            run[-1] = run[-1]._replace(text=run[-1].text + ",")
        run += address_lines(deal, role, style, one=True)[0]
    key = f"party.{role}" if deal.maybe(0.7) else f"{role}.name"
    return Entry(key, deal.label(deal.caption(key), deal.design.caption), run)


def return_line(deal: Deal, role: str, style: Style, width: float) -> Block:
    """The sender in one small line above an address window, as small as the width asks."""
    postal = address_lines(deal, role, style, one=True)[0]
    run = name(deal, role, style)
    sign = pick(deal.rng, ("·", "-", ",", "|", "•"))
    if sign != ",":
        run.append(W(sign, style))
    elif run[-1].text[-1] not in ".,":
        run[-1] = run[-1]._replace(text=run[-1].text + ",")
    block = line([*run, *postal])
    if block.w > width:
        small = style.but(size=max(4.0, style.size * width / block.w - 0.1))
        block = para(restyled([*run, *postal], small), width)
    if deal.maybe(0.4):
        block.rules.append(Rule(0, block.h, block.w, block.h, 0.3, 0.3))
    return block


__all__ = [
    "address_lines", "captioned", "contact_lines", "country_line", "email_of", "name",
    "number_lines", "party_block", "party_entry", "party_lines", "return_line", "tag_of", "title_bar",
]  # fmt: skip
