"""The rules by which orders are mapped: for everybody, and what differs for one customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, get_args, get_type_hints

from data.errors import SetupError


@dataclass(frozen=True, slots=True)
class ChargeRule:
    """What becomes of a charge line whose text holds one of the words; no words fit every charge."""

    action: Literal["product", "note", "drop", "stop"]
    """Write it as a line with `product_id`, as a note without an amount, not at all, or leave it to a person."""
    words: tuple[str, ...] = ()
    """Compared without case, as parts of the printed text."""
    product_id: int | None = None

    def fits(self, text: str) -> bool:
        return not self.words or any(word.casefold() in text.casefold() for word in self.words)


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules for one customer. Every attribute may be set for all customers and again for one."""

    price_tolerance: Decimal = Decimal(0)
    """Per cent by which the customer's price may differ from the pricelist's before a person is asked."""
    price_beyond: Literal["stop", "warn"] = "stop"
    """What a difference beyond the tolerance is. The customer's price is proposed either way."""
    price_missing: Literal["pricelist", "odoo", "stop"] = "pricelist"
    """A line without a price: the pricelist's is written, Odoo fills it in, or a person is asked."""
    zero_price: Literal["stop", "warn"] = "stop"
    charges: tuple[ChargeRule, ...] = ()
    """The first that fits counts; a charge that none fits is a stop."""
    discount_product_id: int | None = None
    """Product for discounts that have a line of their own; without it they are a stop."""
    delivery_dates: Literal["earliest", "latest", "stop"] = "earliest"
    """Odoo has one date an order: which of several is taken."""
    past_date: Literal["stop", "warn", "drop"] = "warn"
    """A delivery date that has gone by; `drop` leaves the date to Odoo."""
    line_text: Literal["odoo", "printed"] = "odoo"
    """Whose description the lines bear. `odoo`: the product's, as for an order typed in."""
    note_fields: tuple[str, ...] = ()
    """Header fields that are printed in the order's terms (`note`), which then replace the company's default terms."""
    keep_comments: bool = True
    """Comments and headings of the page become line_note and line_section."""
    taxes: tuple[int, ...] | None = None
    """Taxes written on every line; None leaves them to product and fiscal position."""
    pricelists: Mapping[str, int] = field(default_factory=dict)
    """Pricelist by currency, for orders in another currency than that of the customer's own pricelist."""
    payment_terms: Mapping[str, int] = field(default_factory=dict)
    """Payment term by printed text, where the printed one shall replace the customer's."""
    min_order_confidence: float = 0.9
    min_completeness: float = 0.9
    min_value_confidence: float = 0.8
    """Of each critical value that is written."""
    trust_embedded: bool = False
    """Values from XML that came with the document count as certain though nothing calibrates them (null passes no
    threshold otherwise); what page and XML differ in stops all the same."""
    require_order_number: bool = True
    stage: Literal["shadow", "draft", "confirm"] = "draft"
    """How far an order goes that nothing stops."""


@dataclass(frozen=True, slots=True)
class Options:
    """Rules for all customers, and those of single ones by the id of their commercial partner."""

    rules: Rules = field(default_factory=Rules)
    customers: Mapping[int, Rules] = field(default_factory=dict)
    company_id: int | None = None
    """Company whose orders these are, where the document and the user's rights leave a choice."""

    def of(self, partner_id: int | None) -> Rules:
        """The rules for a customer."""
        return self.rules if partner_id is None else self.customers.get(partner_id, self.rules)

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Options:
        """From the parts of a settings file: `company_id`, `rules`, and `customers` by id with what differs there.

        Raises `SetupError` for names and values that do not exist, with the place where they stand.
        """
        unknown = set(raw) - {"company_id", "rules", "customers"}
        if unknown:
            raise _wrong(", ".join(sorted(unknown)), "is no setting of the mapping")
        base = _rules(Rules(), raw.get("rules") or {}, "rules")
        customers = {}
        for key, own in (raw.get("customers") or {}).items():
            customers[_whole(key, f"customers.{key}")] = _rules(base, own or {}, f"customers.{key}")
        company = raw.get("company_id")
        return cls(base, customers, None if company is None else _whole(company, "company_id"))


def _rules(base: Rules, raw: Mapping[str, Any], where: str) -> Rules:
    if not isinstance(raw, Mapping):
        raise _wrong(where, "must be a list of names with values")
    hints = get_type_hints(Rules)
    known = {f.name for f in fields(Rules)}
    changes: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in known:
            raise _wrong(f"{where}.{name}", "is no rule")
        changes[name] = _converted(hints[name], value, f"{where}.{name}")
    return replace(base, **changes)


def _converted(hint: Any, value: Any, where: str) -> Any:
    allowed = get_args(hint)
    if hint is Decimal:
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or number < 0:
            raise _wrong(where, "must be a number, 0 or more")
        return number
    if hint is float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise _wrong(where, "must be a number from 0 to 1")
        return float(value)
    if hint is bool:
        if not isinstance(value, bool):
            raise _wrong(where, "must be true or false")
        return value
    if where.endswith(".charges"):
        return tuple(_charge(rule, f"{where}[{i}]") for i, rule in enumerate(_several(value, where)))
    if where.endswith((".pricelists", ".payment_terms")):
        if not isinstance(value, Mapping):
            raise _wrong(where, "must be names with ids")
        return {str(k): _whole(v, f"{where}.{k}") for k, v in value.items()}
    if where.endswith(".note_fields"):
        return tuple(str(name) for name in _several(value, where))
    if where.endswith(".taxes"):
        return None if value is None else tuple(_whole(tax, where) for tax in _several(value, where))
    if where.endswith("_id"):
        return None if value is None else _whole(value, where)
    if value not in allowed:
        raise _wrong(where, f"must be one of {', '.join(map(str, allowed))}")
    return value


def _charge(raw: Any, where: str) -> ChargeRule:
    if not isinstance(raw, Mapping) or set(raw) - {"action", "words", "product_id"}:
        raise _wrong(where, "must have action, and may have words and product_id")
    action, product = raw.get("action"), raw.get("product_id")
    if action not in ("product", "note", "drop", "stop"):
        raise _wrong(f"{where}.action", "must be one of product, note, drop, stop")
    if (action == "product") != (product is not None):
        raise _wrong(where, "needs product_id if its action is product, and only then")
    words = tuple(str(word) for word in _several(raw.get("words") or (), f"{where}.words"))
    return ChargeRule(action, words, None if product is None else _whole(product, f"{where}.product_id"))


def _several(value: Any, where: str) -> tuple[Any, ...]:
    if isinstance(value, str) or not isinstance(value, (list, tuple)):
        raise _wrong(where, "must be a list")
    return tuple(value)


def _whole(value: Any, where: str) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        number = 0
    if number < 1 or isinstance(value, bool):
        raise _wrong(where, "must be the id of a record")
    return number


def _wrong(where: str, message: str) -> SetupError:
    return SetupError(
        f"Odoo mapping: {where} {message}.", hint="See docs/odoo.md, Mapping rules.", code="mapping_rules"
    )
