"""Printed captions ("Order No.", "Nr zam.", "Best.-Nr.") by key and language."""

from __future__ import annotations

from random import Random

from data.fields import HEADER, LINE

LANGS: tuple[str, ...] = ("pl", "en", "de", "fr", "es", "it", "nl", "cs")

_TITLES = ("order", "order_change", "order_response", "quotation", "invoice", "credit_note", "delivery_note",
           "reminder", "letter", "price_list", "statement")  # fmt: skip
_OTHER = (
    "contact", "buyer_person", "phone", "fax", "email", "web", "bank", "iban", "bic", "page", "of", "carry_over",
    "carried_forward", "subtotal", "freight", "packaging", "insurance", "surcharge", "deposit", "discount", "rounding",
    "your_reference", "our_reference", "project", "cost_center", "requisition", "quote_number",
    "delivery_note_number", "price_list_date", "print_date", "valid_until", "shipping_date", "confirmation_date",
    "ship_via", "incoterm_word", "department", "approved_by", "signature", "tax_number", "register", "capital",
    "managing_director", "weight", "volume", "packages", "customs_code", "country_of_origin", "drawing", "revision",
    "batch", "serial", "warehouse", "stock_location", "item_count", "amount_in_words", "tax_base", "tax_table",
    "sum_of_discounts", "prepaid", "amount_due", "notes", "terms_title",
)  # fmt: skip

KEYS: tuple[str, ...] = (
    *(f.name for f in HEADER),
    *(f"line.{f.name}" for f in LINE),
    *(f"title.{t}" for t in _TITLES),
    "party.buyer", "party.seller", "party.ship_to", "party.bill_to",
    *_OTHER,
)  # fmt: skip
"""Every key that `caption` knows, in every language."""


def captions(key: str, lang: str) -> tuple[str, ...]:
    """All captions of a key. KeyError for an unknown key or language."""
    if key not in KEYS or lang not in LANGS:
        raise KeyError((key, lang))
    return (key.replace("_", " ").replace(".", " ").capitalize(),)


def caption(rng: Random, key: str, lang: str) -> str:
    """One printed caption for `key` in natural casing, without a colon."""
    known = captions(key, lang)
    return known[int(rng.random() * len(known))]
