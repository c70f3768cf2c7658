"""What stands on such pages besides the order: sentences, signatures, terms, letters, price lists."""

from __future__ import annotations

from collections.abc import Sequence

from data.generate.blocks import Block, W, beside, framed, para, stack, words
from data.generate.choose import between, pick
from data.generate.deal import Deal
from data.generate.drawing import Rule
from data.generate.entries import Entry, distractor, fact, printed_date, terms
from data.generate.lexicon import PHRASE_KINDS
from data.generate.meta import colon
from data.generate.parties import captioned, name, party_entry
from data.generate.payment import says_all
from data.generate.wording import DUE, INTRO, OF, WISH, YOUR_ORDER


def sentence(deal: Deal, template: str, parts: dict[str, list[W]]) -> list[W]:
    """Words of a template with tagged words in its braces; punctuation stays glued to them."""
    style, out = deal.design.body, []
    for token in template.split():
        start, end = token.find("{"), token.find("}")
        if start < 0:
            out.append(W(token, style))
            continue
        inside = list(parts[token[start + 1 : end]])
        before, after = token[:start], token[end + 1 :]
        if inside and before:
            inside[0] = inside[0]._replace(text=before + inside[0].text)
        if inside and after:
            inside[-1] = inside[-1]._replace(text=inside[-1].text + after)
        out += inside
    return out


def before_table(deal: Deal, width: float) -> list[Block]:
    """Sentences between the header and the items."""
    design, rng, out = deal.design, deal.rng, list[Block]()
    if deal.kind in ("invoice", "credit_note", "order_response") and deal.maybe(0.12) and not deal.own_is_order:
        parts = {"n": fact(deal, "order_number").value, "of": words(pick(rng, OF[deal.lang]), design.body),
                 "d": words(printed_date(deal, deal.values["order_date"]), design.body, "order_date",
                            deal.occurrence())}  # fmt: skip
        out.append(para(sentence(deal, pick(rng, YOUR_ORDER[deal.lang]), parts), width, design.lead))
    if deal.kind != "other" and deal.maybe(0.2):
        out.append(para(words(deal.phrase("greeting"), design.body), width, design.lead))
    kind = f"intro.{deal.kind}"
    if kind in PHRASE_KINDS and deal.maybe(0.32):
        text = pick(rng, INTRO[deal.lang]).format(c="") if deal.outgoing and deal.maybe(0.3) else deal.phrase(kind)
        out.append(para(words(text, design.body), width, design.lead))
    if (deal.outgoing and deal.maybe(0.15)) or deal.paper == "letter":
        text = deal.phrase("header_note")
        if deal.tax_mode == "none" and any(t in text for t in ("VAT", "steuer", "MwSt", "TVA", "IVA", "BTW", "DPH")):
            deal.tax_mode = "plus"  # the page says that its prices are net
        out.append(para(words(text, design.body), width, design.lead))
    if deal.maybe(0.06):
        for _ in range(pick(rng, (2, 3, 4))):
            text = deal.phrase(pick(rng, ("note", "note", "comment")))
            out.append(para(words(text, design.body), width, design.lead))
    if deal.outgoing and deal.maybe(0.07):
        out.append(dated(deal, width, "requested_delivery_date", WISH[deal.lang]))
    return out


def dated(deal: Deal, width: float, field: str, templates: Sequence[str]) -> Block:
    """A sentence with the date of a field."""
    value = words(printed_date(deal, deal.values[field]), deal.design.body, field, deal.occurrence())
    template = pick(deal.rng, templates).replace("{}", "{d}")
    return para(sentence(deal, template, {"d": value}), width, deal.design.lead)


def after_totals(deal: Deal, width: float) -> list[Block]:
    """Terms, notes and signatures below the totals."""
    design, rng, out = deal.design, deal.rng, list[Block]()
    body = design.body if deal.maybe(0.7) else design.small
    if deal.kind != "other":
        for field in ("payment_terms", "delivery_terms"):
            if field not in deal.values and deal.maybe(0.3):
                entry = terms(deal, field)
                bare = field == "payment_terms" and says_all(deal) and deal.maybe(0.6)
                run = entry.value if bare else [*colon(deal, entry.caption), *entry.value]
                out.append(para(run, width * between(rng, 0.6, 1), design.lead))
        if deal.kind in ("invoice", "credit_note") and deal.maybe(0.12):
            out.append(dated(deal, width, "due_date", DUE[deal.lang]))
        if deal.outgoing and not deal.shows_ship and deal.maybe(0.06):
            entry = party_entry(deal, "ship_to", address=True)
            out.append(para([*colon(deal, entry.caption), *entry.value], width * 0.8, design.lead))
    for kind, share in (("note", 0.35), ("comment", 0.15), ("legal", 0.3), ("terms_paragraph", 0.1), ("closing", 0.25)):
        for _ in range(pick(rng, (1, 1, 1, 2, 3))):
            if deal.maybe(share):
                style = design.small if kind in ("legal", "terms_paragraph") else body
                run = words(deal.phrase(kind), style)
                if kind == "note" and deal.maybe(0.3):
                    run = [*deal.label(deal.caption("notes") + ":", design.caption), *run]
                out.append(para(run, width * between(rng, 0.55, 1), design.lead))
    if deal.maybe(0.35):
        out.append(signature(deal, width))
    return out


def notes_box(deal: Deal, width: float) -> list[Block]:
    """Notes, terms or bank details that stand beside the totals."""
    design, rng = deal.design, deal.rng
    pad = design.pad if deal.maybe(0.4) else 0.0
    inner, out = width - 2 * pad, list[Block]()
    if deal.kind != "other":
        for field in ("payment_terms", "delivery_terms"):
            if field not in deal.values and deal.maybe(0.25):
                entry = terms(deal, field)
                out.append(para([*colon(deal, entry.caption), *entry.value], inner, design.lead))
    out += [para([*colon(deal, e.caption), *e.value], inner, design.lead) for e in _dates_and_means(deal)]
    if deal.maybe(0.7) or not out:
        title = words(deal.caption("notes"), design.heading)
        out.append(para(title, inner, design.lead))
        for _ in range(pick(rng, (1, 1, 2, 3))):
            out.append(
                para(words(deal.phrase(pick(rng, ("note", "comment", "legal"))), design.body), inner, design.lead)
            )
    if not deal.outgoing and deal.maybe(0.3):
        company = deal.parties["seller"].company
        out.append(para(captioned(deal, "iban", company.iban, "O", design.body), inner, design.lead))
    block = stack(out, width=inner)
    return [framed(block, pad=pad, width=width, border=design.box, gray=design.rule_gray) if pad else block]


def _dates_and_means(deal: Deal) -> list[Entry]:
    """What invoices and orders print beside their totals: when and how to pay, when to deliver."""
    out = []
    if deal.kind in ("invoice", "credit_note") and deal.maybe(0.35):
        out.append(fact(deal, "due_date"))
    if deal.outgoing and deal.maybe(0.12):
        out.append(fact(deal, "requested_delivery_date"))
    if deal.maybe(0.3):
        keys = (
            "bank",
            "iban",
            "payment_method",
            "cost_center",
            "our_reference",
            "print_date",
            "approved_by",
            "ship_via",
        )
        out += [distractor(deal, key) for key in deal.rng.sample(keys, pick(deal.rng, (1, 1, 2, 3)))]
    deal.rng.shuffle(out)
    return out


def signature(deal: Deal, width: float) -> Block:
    """Signature lines, with the company or a person under them."""
    design, w = deal.design, width / 2.4
    cells = []
    for _ in range(pick(deal.rng, (1, 2, 2))):
        parts = [Block(w, between(deal.rng, 12, 34))]
        parts[0].rules.append(Rule(0, parts[0].h, w * 0.85, parts[0].h, 0.5, 0.2))
        runs = [words(deal.caption(pick(deal.rng, ("signature", "approved_by"))), design.small)]
        if deal.maybe(0.4):
            runs.append(words(deal.parties[deal.by].person, design.body))
        if deal.maybe(0.2):
            runs.insert(0, name(deal, deal.by, design.body))
        cells.append(stack([*parts, *(para(r, w, design.lead) for r in runs)], width=w))
    return beside(cells, gap=width * 0.08)


__all__ = ["after_totals", "before_table", "notes_box", "sentence", "signature"]
