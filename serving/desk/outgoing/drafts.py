"""Draft replies to customers, in their language: what was received, and what of it is unclear.

What is said comes from the open reasons that a customer can answer. What only concerns us (credit, how sure the reading
is, prices of ours) is never said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from serving.desk.store.rows import Intake, OpenException, Order

_CODES: Final[dict[str, str]] = {
    "order_number_missing": "number", "stock_short": "stock", "discount_not_agreed": "discount",
    "currency_unknown": "currency", "date_past": "date_past", "delivery_past": "date_past", "date_soon": "date_soon",
    "not_read": "unreadable", "partly_read": "unreadable", "same_number": "repeated", "duplicate_order": "repeated",
    "order_change": "change", "price_differs": "price", "price_zero": "price_zero", "price_negative": "price_zero",
    "amount_differs": "amount", "net_differs": "total", "hidden_text": "unreadable",
    **dict.fromkeys(("customer_unknown", "customer_ambiguous", "customer_conflicting"), "customer"),
    **dict.fromkeys(("shipping_unknown", "shipping_ambiguous", "shipping_conflicting"), "address"),
    **dict.fromkeys(("product_unknown", "product_ambiguous", "product_conflicting", "product_archived",
                     "product_not_for_sale"), "product"),
    **dict.fromkeys(("quantity_missing", "quantity_zero", "quantity_negative", "quantity_rounded"), "quantity"),
    **dict.fromkeys(("unit_unknown", "unit_other_category", "unit_ambiguous"), "unit"),
}  # fmt: skip
"""What a reason is to a customer."""
_UNSURE: Final = {
    "quantity": "quantity", "unit": "unit", "unit_price": "price", "description": "product", "gtin": "product",
    "supplier_article_no": "product", "buyer_article_no": "product",
}  # fmt: skip
"""What a value of a line that was not read surely is to a customer; of the head they are seen on the page."""
_VALUES: Final = {"price": "unit_price", "quantity": "quantity", "unit": "unit"}
_OF_LINE: Final = frozenset({"product", "price", "price_zero", "quantity", "unit", "amount", "stock"})
_ANSWERED: Final = ("re:", "aw:", "odp:", "sv:", "antw:", "r:", "rv:")


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that nobody has sent. `asks`: how many questions it holds, none where all is said to be in order."""

    language: str
    to: str
    subject: str
    text: str
    asks: int


def languages() -> dict[str, str]:
    """Languages of the letters, by their code, in their own words."""
    return {language: words["name"] for language, words in _words().items()}


def language_of(result: Mapping[str, Any], otherwise: str) -> str:
    """The document's language where letters can be written in it."""
    found = str((result.get("document") or {}).get("language") or "")
    return found if found in _words() else otherwise


def draft(
    order: Order, result: Mapping[str, Any], exceptions: Sequence[OpenException], language: str, *,
    signature: str = "", mail: Intake | None = None,
) -> Draft:  # fmt: skip
    """A reply about `order` with `result` as read (and corrected)."""
    words = _words()[language]
    head = result.get("fields") or {}
    number = f" {order.order_number}" if order.order_number else ""
    ordered = _printed(head, "order_date")
    date = words["date"].format(value=ordered) if ordered else ""
    asks = list(dict.fromkeys(_asks(result, exceptions, words)))
    body = (
        [words["ask"] + "\n\n" + "\n".join(f"- {ask}" for ask in asks), words["wait"]] if asks else [words["received"]]
    )
    text = "\n\n".join([words["hello"], words["thanks"].format(number=number, date=date), *body,
                        "\n".join(filter(None, (words["close"], signature)))])  # fmt: skip
    subject = words["subject"].format(number=number)
    if mail is not None and mail.subject and mail.sender == order.sender and (mail.message_id or mail.source == "mail"):
        subject = mail.subject if mail.subject.lower().startswith(_ANSWERED) else f"Re: {mail.subject}"
    return Draft(language, _whom(order, mail), subject[:200], text + "\n", len(asks))


def _whom(order: Order, mail: Intake | None) -> str:
    """Where the order's mail wants to be answered, else its sender; empty where that is no address."""
    asked = mail.reply_to if mail is not None and mail.sender == order.sender else None
    found = asked or order.sender or ""
    return found if "@" in found else ""


def _asks(result: Mapping[str, Any], exceptions: Sequence[OpenException], words: Mapping[str, str]) -> Iterator[str]:
    lines = result.get("lines") or ()
    for e in sorted(exceptions, key=lambda e: (e.line is not None, e.line or 0)):
        key = _key(e)
        if key is None:
            continue
        line = lines[e.line]["fields"] if e.line is not None and e.line < len(lines) else None
        if key in _OF_LINE and line is None:
            if key != "amount":
                continue
            key = "total"
        wished = _printed(result.get("fields") or {}, "requested_delivery_date") if key.startswith("date_") else ""
        about = _printed(line, _VALUES[key]) if key in _VALUES and line is not None else ""
        item = "" if line is None else _item(line, e.line or 0, about, words)
        said = words[key].format(item=item, value=f" ({wished})" if wished else "")
        yield said[0].upper() + said[1:]


def _key(e: OpenException) -> str | None:
    if e.code in ("value_unsure", "value_doubtful", "value_unknown"):
        return _UNSURE.get((e.field or "").removeprefix("line.")) if e.line is not None else None
    if e.code == "check_failed":
        return "amount" if e.line is not None else "total"
    return _CODES.get(e.code)


def _item(line: Mapping[str, Any], at: int, about: str, words: Mapping[str, str]) -> str:
    """The line by its number on the page, what the customer calls the article, and the value that is asked about."""
    number = _printed(line, "line_no") or str(at + 1)
    names = ("buyer_article_no", "supplier_article_no", "gtin", "description")
    name = next(filter(None, (_printed(line, field)[:60] for field in names)), "")
    told = "; ".join(filter(None, (name, about)))
    return words["line"].format(n=number) + (f" ({told})" if told else "")


def _printed(fields: Mapping[str, Any], name: str) -> str:
    """A value as the customer printed it, empty where it was not found."""
    found = fields.get(name) or {}
    return " ".join(str(found.get("text") or found.get("value") or "").split())[:80]


@cache
def _words() -> dict[str, dict[str, str]]:
    path = Path(__file__).parent / "replies.yaml"
    read: dict[str, dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read
