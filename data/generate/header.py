"""The head of page one: which parts it has and how they are arranged."""

from __future__ import annotations

from data.generate.arrange import ARRANGEMENTS, RESERVED_ARRANGEMENTS, Make, Part
from data.generate.blocks import Block, W, beside, framed, para, stack, words
from data.generate.choose import pick, weighted
from data.generate.deal import Deal
from data.generate.entries import (
    Entry,
    again,
    currency,
    distractors,
    empties,
    fact,
    joined,
    own_date,
    own_number,
    restyled,
    terms,
    theirs,
)  # fmt: skip
from data.generate.entries import make as entry
from data.generate.letterhead import contact_card, letterhead, logo, short_letterhead, stamp
from data.generate.meta import FORMS, RESERVED, grid, pairs, titled_columns
from data.generate.parties import party_block, party_entry, return_line, title_bar
from data.generate.titles import title
from data.generate.wording import DETAILS, OF, TOTAL


def title_text(deal: Deal) -> str:
    """The document's title."""
    return title(deal)


def _title(deal: Deal, align: str, number: Entry | None, day: Entry | None) -> Make:
    plain, code = deal.maybe(0.08), deal.maybe(0.02)

    def make(width: float) -> Block:
        style = deal.design.title if not plain else deal.design.strong
        run = words(title_text(deal) if deal.design.caption_case != "lower" else title_text(deal).capitalize(), style)
        if code:
            run.append(W(pick(deal.rng, ("(220)", "(380)", "(381)", "(230)", "(231)", "[Copy]", "(1)")), style))
        if deal.wide_title:
            run = [W(letter, style) for letter in "".join(w.text for w in run).upper()]
        if number is not None:
            sign = pick(
                deal.rng,
                ("", "", "#", ":", "No." if deal.lang == "en" else "Nr" if deal.lang in ("pl", "de", "nl") else "n°"),
            )
            if sign == ":":
                run[-1] = W(run[-1].text + ":", style)
            elif sign:
                run.append(W(sign, style))
            run += restyled(number.value, style)
        if day is not None:
            run += [W(t, style) for t in pick(deal.rng, OF[deal.lang]).split()] + restyled(day.value, style)
        return para(run, width, 1.15, align)

    return make


def header_parts(deal: Deal) -> tuple[list[Part], bool]:
    """All parts of this document's header; and whether the issuer's name must stand in the footer."""
    parts: list[Part] = []
    deal.choose("header", ARRANGEMENTS, RESERVED_ARRANGEMENTS)
    need_footer = _issuer(deal, parts)
    number, _ = own_number(deal)
    day = own_date(deal)
    titled = deal.maybe(0.95)
    in_title = titled and deal.kind != "other" and deal.maybe(0.27)
    day_in_title = in_title and deal.maybe(0.3)
    align = pick(deal.rng, ("left", "left", "left", "right", "centre"))
    if titled:
        parts.append(Part("title", _title(deal, align, number if in_title else None, day if day_in_title else None), 0))
    identity = [] if in_title and deal.maybe(0.7) else [again(deal, number)]
    if not day_in_title and deal.maybe(0.97 if not deal.outgoing else 0.94):
        identity.append(again(deal, day))
    deal.inline_ship = deal.maybe(0.06)
    references, conditions = _references(deal), _conditions(deal)
    if len(identity) > 1 and deal.maybe(0.06):
        identity = [joined(deal, *identity)]
    noise = distractors(
        deal, weighted(deal.rng, {0: 0.13, 1: 0.17, 2: 0.17, 3: 0.15, 4: 0.12, 6: 0.12, 9: 0.08, 14: 0.06})
    )
    noise += empties(deal, {e.key for e in references + conditions})
    _other_parties(deal, parts)
    _meta(deal, parts, identity, references + deal.entries, conditions, noise)
    return parts, need_footer


def _issuer(deal: Deal, parts: list[Part]) -> bool:
    """How the issuer shows itself."""
    mode = deal.choose("issuer", {"letterhead": 0.4, "head+block": 0.14, "block": 0.16, "name+footer": 0.08,
                                  "short+footer": 0.05, "footer": 0.06, "logo+block": 0.08, "payer": 0.06,
                                  "short": 0.025, "name": 0.05, "picture": 0.015}, ("contact card",))  # fmt: skip
    if deal.party_forms and deal.maybe(0.75):  # such pages show the issuer as they show the others
        mode = "block"
    align = pick(deal.rng, ("left", "left", "right", "centre"))
    if mode in ("letterhead", "head+block"):
        full = mode == "letterhead" or deal.maybe(0.4)
        parts.append(Part("letterhead", lambda w: letterhead(deal, w, full=full, align=align), 0))
    elif mode in ("name+footer", "name"):
        parts.append(Part("letterhead", lambda w: letterhead(deal, w, full=False, align=align), 0))
    elif mode == "short+footer":
        parts.append(Part("letterhead", lambda w: short_letterhead(deal, w, align, named=False), 0))
    elif mode == "short":
        parts.append(Part("letterhead", lambda w: short_letterhead(deal, w, align, named=True), 0))
    elif mode in ("footer", "logo+block", "contact card", "picture"):
        parts.append(Part("logo", lambda w: logo(deal, w), 0))
    if mode == "payer":  # the issuer shows only as the address for invoices
        parts.append(_party(deal, deal.by, "above", 0.4, "party.bill_to" if deal.outgoing else f"party.{deal.by}"))
    if mode in ("block", "head+block", "logo+block"):
        headed = weighted(deal.rng, {"above": 0.6, "beside": 0.12, "inline": 0.1, "none": 0.18})
        parts.append(_party(deal, deal.by, headed, 0.6))
    if mode in ("footer", "name+footer", "short+footer", "contact card") or deal.maybe(0.15):
        parts.append(Part("contact", lambda w: contact_card(deal, w), 1))
    return mode in ("name+footer", "short+footer", "footer", "contact card")


def _party(deal: Deal, role: str, headed: str, rich: float, key: str | None = None) -> Part:
    boxed = deal.boxed_parties and deal.maybe(0.9)
    headed = "above" if deal.party_forms else headed
    return Part(
        f"party.{role}", lambda w: party_block(deal, role, w, headed=headed, rich=rich, boxed=boxed, key=key), 1
    )


def _other_parties(deal: Deal, parts: list[Part]) -> None:
    rng = deal.rng
    other = "seller" if deal.outgoing else "buyer"
    headed = weighted(rng, {"above": 0.5, "none": 0.3, "beside": 0.1, "inline": 0.1})
    if deal.choose.made["header"] == "window" and deal.maybe(0.7):
        headed = "none"
    shown = weighted(rng, {"block": 0.9, "entry": 0.06, "none": 0.04})
    if deal.choose.made["issuer"] == "picture":
        shown = "block"
    if shown == "entry":
        deal.entries.append(party_entry(deal, other, address=deal.maybe(0.4)))
    if shown == "block" and (deal.kind != "other" or deal.maybe(0.8)):
        part = _party(deal, other, headed, 0.35)
        if headed == "none" and deal.maybe(0.45):
            inner = part.make
            small = deal.design.small
            part.make = lambda w: stack(
                [return_line(deal, deal.by, small.but(size=min(small.size, 7)), w), inner(w)], gap=3
            )
        parts.append(part)
    same = weighted(rng, {"above": 0.72, "beside": 0.12, "inline": 0.16})
    deal.shows_ship = deal.inline_ship or deal.maybe(0.55 if deal.outgoing else 0.28)
    if deal.shows_ship and not deal.inline_ship:
        parts.append(_party(deal, "ship_to", same, 0.3))
    if deal.choose.made["issuer"] != "payer" and deal.maybe(0.25 if deal.outgoing else 0.04):
        parts.append(_party(deal, "bill_to", same, 0.25))
    if not deal.outgoing and deal.maybe(0.06):
        parts.append(_party(deal, "seller", "above", 0.4))
    if deal.maybe(0.3 if deal.party_forms or deal.party_cards else 0.09):
        parts.append(_party(deal, "third", same, 0.4))
    if deal.maybe(0.06):
        parts.append(Part("stamp", lambda w: stamp(deal, w), pick(rng, (0, 1, 1, 2))))


def _references(deal: Deal) -> list[Entry]:
    """Numbers the document refers to."""
    out = []
    kind = deal.kind
    if (kind in ("invoice", "credit_note") and deal.maybe(0.55)) or (
        kind == "order_response" and not deal.own_is_order
    ):
        out.append(fact(deal, "order_number"))
        if deal.maybe(0.3):
            out.append(fact(deal, "order_date"))
    if deal.response == "own beside theirs":
        out.append(theirs(deal))
    if deal.maybe(0.13) and kind != "other":
        out.append(fact(deal, "contract_number"))
    if deal.maybe(0.28 if deal.outgoing else 0.55):
        out.append(fact(deal, "buyer.customer_number"))
    if (not deal.outgoing and deal.maybe(0.35) and deal.parties["buyer"].company.vat_id) or (
        deal.outgoing and deal.maybe(0.12) and deal.parties["buyer"].company.vat_id
    ):
        deal.values["buyer.vat_id"] = deal.parties["buyer"].company.vat_id
        out.append(fact(deal, "buyer.vat_id"))
    return out + _party_facts(deal)


def _party_facts(deal: Deal) -> list[Entry]:
    """Numbers and addresses of parties that stand apart from their blocks."""
    out = []
    buyer, seller = deal.parties["buyer"].company, deal.parties["seller"].company
    if seller.vat_id and deal.maybe(0.06 if deal.outgoing else 0.25):
        out.append(entry(deal, "seller.vat_id", seller.vat_id, "seller.vat_id"))
    if buyer.gln and deal.maybe(0.05):
        out.append(entry(deal, "buyer.gln", buyer.gln, "buyer.gln"))
    place = deal.parties["ship_to"].company
    if place.gln and deal.maybe(0.04):
        out.append(entry(deal, "ship_to.gln", place.gln, "ship_to.gln"))
    if buyer.email and deal.outgoing and deal.maybe(0.08):
        out.append(entry(deal, "buyer.email", buyer.email, "buyer.email"))
    return out


def _conditions(deal: Deal) -> list[Entry]:
    """Terms and dates."""
    out = []
    outgoing, kind = deal.outgoing, deal.kind
    if kind in ("invoice", "credit_note") and deal.maybe(0.6):
        out.append(fact(deal, "due_date"))
    if (outgoing and deal.maybe(0.4)) or (kind == "quotation" and deal.maybe(0.1)):
        out.append(fact(deal, "requested_delivery_date"))
    if deal.maybe(0.5) and kind != "other":
        out.append(terms(deal, "payment_terms"))
    if deal.maybe(0.4) and kind != "other":
        out.append(terms(deal, "delivery_terms"))
    if deal.maybe(0.25) and kind != "other":
        out.append(currency(deal))
    if deal.inline_ship:
        out.append(party_entry(deal, "ship_to", address=deal.maybe(0.85)))
    if deal.maybe(0.05) and kind != "other" and deal.priced:
        out.append(total_entry(deal))
    deal.rng.shuffle(out)
    return out


def total_entry(deal: Deal) -> Entry:
    """The total among the facts of the header."""
    style, label = deal.design.body, deal.design.caption
    if deal.tax_mode == "shown":
        field, amount, caption = "total_gross", deal.sums.gross, deal.caption("total_gross")
    else:
        field, amount, caption = "total_net", deal.sums.net, pick(deal.rng, TOTAL[deal.lang])
        deal.same_total = deal.tax_mode == "none"
    return Entry(field, deal.label(caption, label), deal.money(amount, style, deal.header(field)))


def _meta(deal: Deal, parts: list[Part], identity: list[Entry], references: list[Entry], conditions: list[Entry],
          noise: list[Entry]) -> None:  # fmt: skip
    """Group the entries and choose how each group is set."""
    rng = deal.rng
    form = deal.choose("meta", FORMS, RESERVED)
    everything = references + conditions + noise
    rng.shuffle(everything)
    if deal.maybe(0.25):  # one group
        groups = [identity + everything]
    elif deal.maybe(0.6):
        groups = [identity + references, conditions + noise]
    else:
        cut = int(rng.random() * (len(everything) + 1))
        groups = [identity, everything[:cut], everything[cut:]]
    if deal.maybe(0.15):
        rng.shuffle(groups[0])
    for k, group in enumerate(groups):
        if not group:
            continue
        how = form if k == 0 or deal.maybe(0.5) else weighted(rng, FORMS)
        wide = (
            (how == "columns" and len(group) > 2) or (how == "above" and len(group) > 4) or (k > 0 and deal.maybe(0.2))
        )
        if deal.design.height < 650 and len(group) > 5:
            wide = True  # a tall list would fill a low page
        parts.append(Part(f"meta{k}", _group(deal, group, how, wide), 1 if k == 0 else pick(rng, (1, 2, 2)), wide))


def _group(deal: Deal, group: list[Entry], how: str, wide: bool) -> Make:
    headed, boxed, inner = deal.maybe(0.12), deal.maybe(0.1), _bare_group(deal, group, how, wide)
    title = pick(deal.rng, DETAILS[deal.lang])

    def make(width: float) -> Block:
        if boxed and not wide:
            pad = deal.design.pad
            block = inner(width - 2 * pad)
            if headed:
                block = stack([title_bar(deal, title, width - 2 * pad), block], gap=2)
            return framed(block, pad=pad, width=width, border=deal.design.box, gray=deal.design.rule_gray)
        if not headed:
            return inner(width)
        return stack([title_bar(deal, title, width), inner(width)], gap=2)

    return make


def _sized(block: Block, width: float) -> Block:
    block.w = width
    return block


def _bare_group(deal: Deal, group: list[Entry], how: str, wide: bool) -> Make:
    columns, boxed = pick(deal.rng, (2, 3, 4, 4, 5, 6)), deal.maybe(0.6)

    def make(width: float) -> Block:
        if wide and how == "above":
            return grid(deal, group, width, columns, boxed=boxed)
        if wide and how == "columns":
            return titled_columns(deal, group, width)
        if wide and len(group) > 3:
            count = 2 if len(group) < 9 or width < 450 else 3
            w = (width - 16 * (count - 1)) / count
            part = -(-len(group) // count)
            blocks = [pairs(deal, group[k : k + part], w, how) for k in range(0, len(group), part)]
            return beside([_sized(block, w) for block in blocks], gap=16)
        return pairs(deal, group, width, how)

    return make


__all__ = ["header_parts", "title_text", "total_entry"]
