"""Captioned facts of a header: the real fields and the numbers and dates that are none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.fields import NO_FIELD
from data.generate.blocks import W, words
from data.generate.choose import pick
from data.generate.deal import Deal
from data.generate.fonts import Style
from data.generate.lexicon import caption as neutral
from data.generate.lexicon import delivery_terms
from data.generate.payment import payment_method, payment_words
from data.generate.titles import title as title_of

DATE = {"pl": ("Data", "Z dnia", "Data dok."), "en": ("Date", "Dated"), "de": ("Datum", "vom", "Belegdatum"),
        "fr": ("Date", "Le", "Date doc."), "es": ("Fecha", "Fecha doc."), "it": ("Data", "Data doc."),
        "nl": ("Datum", "Documentdatum"), "cs": ("Datum", "Ze dne")}  # fmt: skip
_CARRIERS = ("DHL", "UPS", "FedEx", "GLS", "DPD", "TNT", "Schenker", "Raben", "DSV", "UPS Ground", "FedEx 2Day",
             "Truck", "Best way", "Kühne+Nagel", "Dachser", "PPL", "Geis", "Chronopost", "SEUR", "BRT", "PostNL",
             "InPost", "LKW", "Sea", "Air", "Collect", "DHL Express", "Spedition", "Will call")  # fmt: skip
_STATUS = ("Open", "9-Original", "Released", "AC", "A1", "Draft", "1", "Original", "Copy", "NEW", "0", "False", "B2B")


@dataclass(slots=True)
class Entry:
    """A caption and its value; either may be empty."""

    key: str
    caption: list[W]
    value: list[W]


def make(deal: Deal, key: str, text: str, field: str = NO_FIELD, *, caption: str | None = None) -> Entry:
    """An entry in the document's caption and body styles."""
    style = deal.design.body
    value = words(text, style, deal.header(field) if field != NO_FIELD else NO_FIELD, deal.occurrence())
    return Entry(key, deal.label(deal.caption(key) if caption is None else caption, deal.design.caption), value)


def printed_date(deal: Deal, iso: str) -> str:
    """An ISO date in the document's style."""
    return deal.habit.date(date.fromisoformat(iso))


def field_text(deal: Deal, field: str) -> str:
    """How the document prints a header number or date."""
    value = deal.values[field]
    return printed_date(deal, value) if field.endswith("date") else value


def fact(deal: Deal, field: str) -> Entry:
    """The entry of a header field that is a number or a date."""
    entry = make(deal, field, field_text(deal, field), field)
    if field in ("order_date", "invoice_date") and deal.maybe(0.04):
        entry.value += words(_time(deal), deal.design.body)
    return entry


def _time(deal: Deal) -> str:
    return deal.habit.time(deal.rng.randrange(6 * 3600, 20 * 3600))


def terms(deal: Deal, field: str) -> Entry:
    """Payment or delivery terms, worded once for the document."""
    if field == "payment_terms":
        return Entry(field, deal.label(deal.caption(field), deal.design.caption), payment_words(deal))
    if field not in deal.values:
        city = deal.parties[pick(deal.rng, ("ship_to", "seller", "buyer"))].address.city
        deal.values[field] = delivery_terms(deal.rng, deal.lang, city)
    return make(deal, field, deal.values[field], field)


def theirs(deal: Deal) -> Entry:
    """The customer's order number as a mere reference of a paper that has an order number of its own."""
    number = deal.world.order_number("order", day=deal.order_day)
    return make(deal, "reference", number, caption=neutral(deal.rng, "order_number", deal.lang))


def currency(deal: Deal) -> Entry:
    """The currency on its own."""
    deal.values["currency"] = deal.habit.currency
    return make(deal, "currency", deal.money_sign(), "currency")


def _digits(rng: Random, low: int, high: int) -> str:
    return "".join(str(int(rng.random() * 10)) for _ in range(rng.randint(low, high)))


def _near(deal: Deal, low: int, high: int) -> str:
    return deal.habit.date(deal.day + timedelta(days=deal.rng.randint(low, high)))


def distractor(deal: Deal, key: str) -> Entry:
    """A captioned number, date or name that is no field."""
    rng, world = deal.rng, deal.world
    kinds = {"quote_number": "quote", "requisition": "requisition", "project": "project", "sales_order_number": "order",
             "delivery_note_number": "delivery", "your_reference": "reference",
             "our_reference": "reference"}  # fmt: skip
    if key in ("your_reference", "our_reference") and (rng.random() < 0.5 or not deal.outgoing):
        side = "buyer" if (key == "our_reference") == deal.outgoing else "seller"
        text = deal.parties[side].person
        if rng.random() < 0.3:
            text = "".join(p[0] for p in text.split() if p) or "-"
    elif key in kinds:
        text = world.order_number(kinds[key], day=deal.day)
    elif key in ("print_date", "price_list_date"):
        text = _near(deal, 0, 3) if key == "print_date" else _near(deal, -300, -5)
        if key == "print_date" and rng.random() < 0.5:
            text += " " + _time(deal)
    elif key in ("period_start", "period_end"):
        text = _near(deal, -120, 30) if key == "period_start" else _near(deal, 1, 360)
    elif key in ("tender", "previous_document", "object_ref"):
        text = world.order_number(pick(rng, ("order", "reference", "quote")), day=deal.day)
    elif key in ("valid_until", "confirmation_date", "shipping_date"):
        text = _near(deal, 2, 60)
    elif key in ("iban", "bic", "bank"):
        text = getattr(deal.parties[deal.by].company, key)
    elif key == "payment_method":
        text = payment_method(deal)
    elif key == "ship_via":
        text = pick(rng, _CARRIERS)
    elif key in ("buyer_person", "contact", "approved_by"):
        text = deal.parties["buyer" if key != "contact" or rng.random() < 0.5 else "seller"].person
    elif key in ("phone", "fax", "mobile"):
        text = deal.parties[deal.by].company.phone
    elif key == "order_time":
        text = _time(deal)
    elif key == "document_status":
        text = pick(rng, _STATUS)
    elif key == "item_count":
        text = str(len(deal.items))
    elif key in ("weight", "net_weight"):
        text = f"{_digits(rng, 1, 3).lstrip('0') or '1'}{deal.habit.decimal}{_digits(rng, 1, 3)} kg"
    elif key == "revision":
        text = str(rng.randrange(0, 9))
    elif key in ("department", "warehouse", "org_unit"):
        text = _digits(rng, 2, 4) if rng.random() < 0.6 else pick(rng, ("A", "B1", "MAIN", "WH-01", "EK", "HQ"))
    else:
        text = _digits(rng, 4, 8)
    return make(deal, key, "" if rng.random() < deal.empty_share else text)


DISTRACTORS: tuple[str, ...] = (
    "quote_number", "requisition", "project", "cost_center", "your_reference", "our_reference", "print_date",
    "valid_until", "ship_via", "confirmation_date", "price_list_date", "department", "buyer_person", "contact",
    "phone", "supplier_number", "document_status", "account_number", "warehouse", "weight", "order_time",
    "sales_order_number", "delivery_note_number", "item_count", "revision", "approved_by", "fax", "shipping_date",
    "iban", "bank", "period_start", "period_end", "tender", "previous_document", "object_ref", "org_unit",
    "payment_method",
)  # fmt: skip
_SELLER_ONLY = frozenset(("sales_order_number", "delivery_note_number", "iban", "bank"))
_BUYER_ONLY = frozenset(("supplier_number", "buyer_person", "confirmation_date", "requisition"))


def distractors(deal: Deal, count: int) -> list[Entry]:
    """Up to `count` different entries that are no field."""
    keys = [k for k in DISTRACTORS if k not in (_SELLER_ONLY if deal.outgoing else _BUYER_ONLY)]
    deal.rng.shuffle(keys)
    return [distractor(deal, key) for key in keys[:count]]


def empties(deal: Deal, used: set[str]) -> list[Entry]:
    """Captions of real fields that this document leaves empty."""
    if not deal.maybe(0.08):
        return []
    keys = [k for k in ("contract_number", "requested_delivery_date", "buyer.customer_number", "delivery_terms",
                        "payment_terms", "due_date", "quote_number", "ship_via") if k not in used]  # fmt: skip
    deal.rng.shuffle(keys)
    return [make(deal, key, "") for key in keys[: pick(deal.rng, (1, 2, 3))]]


def own_number(deal: Deal) -> tuple[Entry, str]:
    """The number of the document itself and the field that carries it (O for a number that is no field)."""
    kind = deal.kind
    if kind in ("order", "order_change"):
        return fact(deal, "order_number"), "order_number"
    if kind in ("invoice", "credit_note"):
        return fact(deal, "invoice_number"), "invoice_number"
    if deal.response == "own beside theirs":
        title = deal.caption("title.order_response")
        text = title if deal.maybe(0.4) else f"{title} {pick(deal.rng, ('#', 'No.' if deal.lang == 'en' else 'Nr'))}"
        return make(deal, "order_number", deal.values["order_number"], "order_number", caption=text), "order_number"
    if deal.own_is_order:
        return make(deal, "sales_order_number", deal.values["order_number"], "order_number"), "order_number"
    if deal.paper == "inquiry":
        sign = pick(deal.rng, ("#", "No." if deal.lang == "en" else "Nr", "", "ID"))
        number = deal.world.order_number("quote", day=deal.day)
        return make(deal, "our_reference", number, caption=f"{title_of(deal)} {sign}".strip()), NO_FIELD
    key = (
        "quote_number" if kind == "quotation" else "sales_order_number" if kind == "order_response" else "our_reference"
    )
    return make(deal, key, deal.world.order_number("quote" if kind == "quotation" else "order", day=deal.day)), NO_FIELD


def own_date(deal: Deal) -> Entry:
    """The date of the document itself."""
    if deal.kind in ("order", "order_change"):
        return fact(deal, "order_date")
    if deal.kind in ("invoice", "credit_note"):
        return fact(deal, "invoice_date")
    if deal.own_is_order:
        deal.values["order_date"] = deal.day.isoformat()
        return make(deal, "order_date", printed_date(deal, deal.values["order_date"]), "order_date",
                    caption=pick(deal.rng, DATE[deal.lang]))  # fmt: skip
    return make(deal, "date", deal.habit.date(deal.day), caption=pick(deal.rng, DATE[deal.lang]))


def again(deal: Deal, entry: Entry) -> Entry:
    """The same fact for another printing."""
    occurrence = deal.occurrence()
    return Entry(entry.key, entry.caption, [w._replace(occurrence=occurrence) for w in entry.value])


def joined(deal: Deal, first: Entry, second: Entry) -> Entry:
    """Two facts behind one caption: "Number / Date: 4711 / 3 May 2026"."""
    sign = pick(deal.rng, ("/", "/", "-", "|"))
    between = [W(sign, deal.design.body)]
    return Entry(first.key, [*first.caption, W(sign, deal.design.caption), *second.caption],
                 [*first.value, *between, *second.value])  # fmt: skip


def restyled(run: Sequence[W], style: Style) -> list[W]:
    """The same words in another look."""
    return [W(w.text, style, w.field, w.occurrence) for w in run]
