"""Printed captions ("Order No.", "Nr zam.", "Best.-Nr.") by key, language and issuer.

The lists live in one module per language (`captions_en`, `captions_de`, …) in a small notation: `|` parts the
alternatives, `[a;b;]` stands for a, b or nothing. "[PO;Order] [No.;#]" thus gives four captions.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from itertools import product
from random import Random
from typing import Literal

from data.fields import HEADER, LINE

LANGS: tuple[str, ...] = ("pl", "en", "de", "fr", "es", "it", "nl", "cs")

By = Literal["buyer", "seller"]

_TITLES = ("order", "order_change", "order_response", "quotation", "invoice", "credit_note", "delivery_note",
           "reminder", "letter", "price_list", "statement")  # fmt: skip
_OTHER = (
    "contact", "buyer_person", "phone", "mobile", "fax", "email", "web", "bank", "iban", "bic", "page", "of",
    "carry_over", "carried_forward", "subtotal", "freight", "packaging", "insurance", "surcharge", "deposit",
    "discount", "rounding", "your_reference", "our_reference", "project", "cost_center", "requisition",
    "quote_number", "sales_order_number", "delivery_note_number", "price_list_date", "print_date", "valid_until",
    "shipping_date", "confirmation_date", "order_time", "ship_via", "incoterm_word", "department", "approved_by",
    "signature", "tax_number", "register", "capital", "managing_director", "supplier_number", "gln", "seller_gln",
    "weight", "net_weight", "volume", "packages", "customs_code", "country_of_origin", "drawing", "revision", "batch",
    "serial", "warehouse", "stock_location", "item_count", "total_quantity", "amount_in_words", "tax_base",
    "tax_table", "tax_rate", "tax_amount", "sum_of_discounts", "prepaid", "amount_due", "notes", "terms_title",
    "document_status", "account_number", "payment_method", "place", "period_start",
    "period_end", "tender", "previous_document", "object_ref", "org_unit",
    *(f"part.{p}" for p in ("name", "street", "postcode", "city", "country", "place_line", "number", "global_id",
                            "address2", "state", "trading_name", "legal_id", "e_address")),
)  # fmt: skip

KEYS: tuple[str, ...] = (
    *(f.name for f in HEADER),
    *(f"line.{f.name}" for f in LINE),
    *(f"title.{t}" for t in _TITLES),
    "party.buyer", "party.seller", "party.ship_to", "party.bill_to",
    *_OTHER,
)  # fmt: skip
"""Every key that `caption` knows, in every language. `sales_order_number` is the seller's own order number,
`supplier_number` the seller's number at the buyer, `gln` an unattributed GLN."""

_GROUP = re.compile(r"\[([^\]]*)\]")


def expand(notation: str) -> tuple[str, ...]:
    """All texts of a notation, without duplicates, white space tidied."""
    found: dict[str, None] = {}
    for alternative in notation.split("|"):
        parts = _GROUP.split(alternative)
        choices = [part.split(";") if index % 2 else [part] for index, part in enumerate(parts)]
        for combination in product(*choices):
            found[" ".join("".join(combination).split())] = None
    return tuple(found)


_RIVALS: dict[str, tuple[str, ...]] = {
    "sales_order_number": ("order_number",),
    "account_number": ("buyer.customer_number",),
    "supplier_number": ("buyer.customer_number",),
    "cost_center": ("buyer.customer_number",),
    "project": ("contract_number", "order_number"),
    "valid_until": ("due_date",),
    "period_start": ("order_date", "requested_delivery_date"),
    "period_end": ("due_date", "requested_delivery_date"),
    "tender": ("contract_number", "order_number"),
    "previous_document": ("order_number", "invoice_number"),
    "object_ref": ("order_number", "invoice_number"),
    "org_unit": ("buyer.customer_number",),
    "payment_method": ("payment_terms",),
    "ship_via": ("delivery_terms",),
    "tax_number": ("buyer.vat_id", "seller.vat_id"),
}
"""Keys that are no field, with the fields whose captions they leave alone: value and place would look the same, and
one caption would then be a field on one page and none on the next."""


def _own(key: str, lang: str, by: By | None) -> tuple[str, ...]:
    words: dict[str, str] = import_module(f"data.generate.lexicon.captions_{lang}").WORDS
    found = expand(words[key])
    return tuple(dict.fromkeys((*found, *expand(words[f"{key}@{by}"])))) if f"{key}@{by}" in words else found


@cache
def captions(key: str, lang: str, by: By | None = None) -> tuple[str, ...]:
    """All captions of `key` in `lang`. KeyError for an unknown key or language.

    `by` says whose paper it is. "Your order no." stands on a seller's paper, "Our order no." on a buyer's, and a bare
    "Item no." means the issuer's own number; without `by` only captions are given that hold on either paper.
    """
    if key not in KEYS or lang not in LANGS:
        raise KeyError((key, lang))
    rivals = _RIVALS.get(key, ())
    if key == "shipping_date" and by == "buyer":  # a buyer's "delivery date" is the one he asks for
        rivals = ("requested_delivery_date",)
    taken = {c.casefold() for rival in rivals for c in _own(rival, lang, by)}
    return tuple(c for c in _own(key, lang, by) if c.casefold() not in taken)


@cache
def _short(key: str, lang: str, by: By | None, max_chars: int) -> tuple[str, ...]:
    known = captions(key, lang, by)
    fitting = tuple(c for c in known if len(c) <= max_chars)
    return fitting or (min(known, key=len),)


def caption(rng: Random, key: str, lang: str, by: By | None = None, *, max_chars: int | None = None) -> str:
    """One printed caption for `key` in natural casing, without a colon.

    `by`: see `captions`. `max_chars` asks for a short one; the shortest there is when none fits.
    """
    known = captions(key, lang, by) if max_chars is None else _short(key, lang, by, max_chars)
    if by and rng.random() < 0.5 and len(known) > len(neutral := captions(key, lang)):
        # Half of the time one of the issuer's own captions, however many neutral ones there are.
        own = tuple(c for c in known if c not in neutral)
        known = own or known
    return known[int(rng.random() * len(known))]
