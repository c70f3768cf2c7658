"""The rules as YAML: read, checked key by key, with the line of what is wrong."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal

import yaml

from data.errors import OrdermillError
from data.fields import FIELDS
from serving.desk.rules.limits import Limits, amount, currency, euro, limits, own, reached, tolerance
from serving.odoo.mapping import CODES

Stage = Literal["shadow", "draft", "confirm"]
STAGES: tuple[Stage, ...] = ("shadow", "draft", "confirm")
Outcome = Literal["pass", "warn", "stop"]
OUTCOMES: tuple[Outcome, ...] = ("pass", "warn", "stop")
BINDING = frozenset({
    "customer_unknown", "customer_ambiguous", "customer_conflicting", "shipping_unknown", "shipping_ambiguous",
    "shipping_conflicting", "invoicing_unknown", "invoicing_ambiguous", "invoicing_conflicting", "company_unknown",
    "no_lines", "product_unknown", "product_ambiguous", "product_conflicting", "product_gone", "quantity_missing",
    "unit_unknown", "unit_ambiguous", "currency_unknown", "currency_ambiguous", "charge_without_amount",
    "discount_without_amount",
})  # fmt: skip
"""Findings of something that is not known: no setting lets an order pass with them."""
LONGEST = 200_000
"""Characters of a rules file."""


class RulesError(OrdermillError):
    """Rules that cannot be understood. `faults` are (line, 1-based or None, what is wrong)."""

    code = "bad_rules"

    def __init__(self, faults: Sequence[tuple[int | None, str]]) -> None:
        said = "; ".join(f"line {n}: {text}" if n else text for n, text in faults[:5])
        super().__init__(f"The rules cannot be used: {said}.", hint="docs/rules.md lists every key.")
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules, each with its default."""

    stage: Stage = "shadow"
    stages: Mapping[int, Stage] = field(default_factory=dict)
    pilot_customers: frozenset[int] | None = None
    pilot_products: tuple[str, ...] | None = None
    order: float = 0.98
    completeness: float = 0.98
    critical: float = 0.95
    fields: Mapping[str, float] = field(default_factory=dict)
    document_type: float = 0.9
    review_above: Limits | None = field(default_factory=lambda: euro(10_000))
    four_eyes_above: Decimal | Limits | None = Decimal(50_000)
    """A plain amount counts in whatever currency; amounts by currency each in theirs."""
    currencies: frozenset[str] = frozenset()
    price_tolerance: Decimal | None = None
    """Per cent; None: as the comparison with Odoo finds."""
    least_days: int = 0
    absent_date: Outcome = "pass"
    """What an order without a wished delivery is."""
    discount_customers: frozenset[int] | None = frozenset()
    """None: all."""
    duplicates: Outcome = "stop"
    checks: Outcome = "stop"
    unasked: Outcome = "stop"
    """What it is when Odoo could not be asked about stock, credit or open orders."""
    findings: Mapping[str, Outcome] = field(default_factory=dict)
    release_required: bool = False
    release: str | None = None
    customers: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    """Attributes that differ for single customers."""

    def of(self, customer_id: int | None) -> Rulebook:
        """The rules for a customer, their own limits in the place of everybody's."""
        changes = {} if customer_id is None else self.customers.get(customer_id, {})
        return replace(self, **changes) if changes else self

    def stage_of(self, customer_id: int | None) -> Stage:
        return self.stage if customer_id is None else self.stages.get(customer_id, self.stage)

    def needs_four_eyes(self, total: Decimal | None, currency: str | None) -> bool:
        """True above the value and for a value that is not known; with amounts by currency also in one without."""
        limit = self.four_eyes_above
        if isinstance(limit, Decimal):
            return total is None or total >= limit
        return reached(limit, total, currency)


def parse(text: str) -> Rulebook:
    """The rulebook of a YAML text. Raises `RulesError` with every fault found."""
    if len(text) > LONGEST:
        raise RulesError([(None, "the text is too long")])
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        raw = yaml.safe_load(text)
    except ValueError as error:  # a date such as 2026-13-45, which the library reads before anybody asks
        raise RulesError([(None, f"a value cannot be read: {error}")]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or "this is no YAML")
        raise RulesError([(None if mark is None else mark.line + 1, problem)]) from error
    except RecursionError as error:
        raise RulesError([(None, "the text is nested too deeply")]) from error
    reader = _Reader(_lines(node))
    reader.faults += _doubled(node)
    book = reader.book({} if raw is None else raw)
    if reader.faults:
        raise RulesError(reader.faults)
    return book


def _lines(node: Any, above: tuple[str, ...] = ()) -> dict[tuple[str, ...], int]:
    """Line of every key by its path."""
    out: dict[tuple[str, ...], int] = {}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            path = (*above, str(key.value))
            out[path] = key.start_mark.line + 1
            out |= _lines(value, path)
    return out


def _doubled(node: Any, above: tuple[str, ...] = ()) -> list[tuple[int | None, str]]:
    """Keys that stand twice: YAML takes the last without a word."""
    out: list[tuple[int | None, str]] = []
    seen: set[str] = set()
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        path = (*above, str(key.value))
        if path[-1] in seen:
            out.append((key.start_mark.line + 1, f"{'.'.join(path)} stands twice; keep one"))
        seen.add(path[-1])
        out += _doubled(value, path)
    return out


_KEYS: dict[tuple[str, ...], tuple[str, ...]] = {
    (): ("stage", "pilot", "confidence", "value", "prices", "dates", "discount", "duplicates", "checks", "unasked",
         "findings", "customers", "release"),
    ("stage",): ("default", "customers"), ("pilot",): ("customers", "products"),
    ("confidence",): ("order", "completeness", "critical", "fields", "document_type"),
    ("value",): ("currency", "review_above", "four_eyes_above", "currencies"), ("prices",): ("tolerance",),
    ("dates",): ("least_days", "absent"), ("discount",): ("customers",), ("release",): ("required", "version"),
}  # fmt: skip


class _Reader:
    """Reads values and gathers what is wrong with them."""

    def __init__(self, lines: Mapping[tuple[str, ...], int]) -> None:
        self.lines, self.faults = lines, list[tuple[int | None, str]]()

    def book(self, raw: Any) -> Rulebook:
        base = Rulebook()
        part = {name: self.section(raw, name) for name in _KEYS[()] if (name,) in _KEYS}
        self.known(raw, ())
        for name, section in part.items():
            self.known(section, (name,))
        top = raw if isinstance(raw, Mapping) else {}
        stage, sure, value = part["stage"], part["confidence"], part["value"]
        home = currency(self, value)
        return Rulebook(
            stage=self.one_of(stage, ("stage", "default"), STAGES, base.stage),
            stages={self.id(k, ("stage", "customers", str(k))): self.choice(v, ("stage", "customers", str(k)), STAGES)
                    for k, v in self.mapping(stage, ("stage", "customers")).items()},
            pilot_customers=self.ids_or_all(part["pilot"], ("pilot", "customers"), None),
            pilot_products=self.texts_or_all(part["pilot"], ("pilot", "products")),
            order=self.share(sure, ("confidence", "order"), base.order),
            completeness=self.share(sure, ("confidence", "completeness"), base.completeness),
            critical=self.share(sure, ("confidence", "critical"), base.critical),
            fields=self.field_shares(sure),
            document_type=self.share(sure, ("confidence", "document_type"), base.document_type),
            review_above=limits(self, value, ("value", "review_above"), base.review_above, home),
            four_eyes_above=self.four_eyes(value, base.four_eyes_above, home),
            currencies=self.currencies(value),
            least_days=self.whole(part["dates"], ("dates", "least_days"), base.least_days),
            absent_date=self.one_of(part["dates"], ("dates", "absent"), OUTCOMES, base.absent_date),
            price_tolerance=tolerance(self, part["prices"], ("prices", "tolerance")),
            customers=own(self, raw, home, OUTCOMES),
            discount_customers=self.ids_or_all(part["discount"], ("discount", "customers"), frozenset()),
            duplicates=self.one_of(top, ("duplicates",), OUTCOMES, base.duplicates),
            checks=self.one_of(top, ("checks",), ("warn", "stop"), base.checks),
            unasked=self.one_of(top, ("unasked",), ("warn", "stop"), base.unasked),
            findings=self.found(top),
            release_required=self.flag(part["release"], ("release", "required")),
            release=self.text(part["release"], ("release", "version")),
        )  # fmt: skip

    def fault(self, path: tuple[str, ...], said: str) -> None:
        self.faults.append((self.lines.get(path), f"{'.'.join(path) or 'the file'} {said}"))

    def section(self, raw: Any, name: str) -> Mapping[str, Any]:
        found = raw.get(name) if isinstance(raw, Mapping) else None
        if found is not None and not isinstance(found, Mapping):
            self.fault((name,), "must hold keys with values")
            return {}
        return found or {}

    def known(self, raw: Any, path: tuple[str, ...], keys: Sequence[str] = ()) -> None:
        if not isinstance(raw, Mapping):
            self.fault(path, "must hold keys with values")
            return
        keys = keys or _KEYS[path]
        for key in raw:
            if key not in keys:
                near = difflib.get_close_matches(str(key), keys, 1)
                hint = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(keys)}"
                self.fault((*path, str(key)), f"is no rule{hint}")

    def mapping(self, raw: Mapping[str, Any], path: tuple[str, ...]) -> Mapping[Any, Any]:
        found = raw.get(path[-1])
        if found is not None and not isinstance(found, Mapping):
            self.fault(path, "must be keys with values, as in {20: draft}")
            return {}
        return found or {}

    def choice(self, value: Any, path: tuple[str, ...], allowed: Sequence[Any]) -> Any:
        if value not in allowed:
            self.fault(path, f"must be one of {', '.join(allowed)}")
            return allowed[0]
        return value

    def one_of(self, raw: Mapping[str, Any], path: tuple[str, ...], allowed: Sequence[Any], default: Any) -> Any:
        return default if path[-1] not in raw else self.choice(raw[path[-1]], path, allowed)

    def id(self, value: Any, path: tuple[str, ...]) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
            self.fault(path, "must be the number of a customer in Odoo")
            return 0
        return value

    def ids_or_all(
        self, raw: Mapping[str, Any], path: tuple[str, ...], default: frozenset[int] | None
    ) -> frozenset[int] | None:
        if path[-1] not in raw:
            return default
        value = raw[path[-1]]
        if value == "all":
            return None
        if not isinstance(value, list):
            self.fault(path, "must be `all` or a list of numbers of customers in Odoo")
            return default
        return frozenset(self.id(v, path) for v in value)

    def texts_or_all(self, raw: Mapping[str, Any], path: tuple[str, ...]) -> tuple[str, ...] | None:
        value = raw.get(path[-1], "all")
        if value == "all":
            return None
        if not isinstance(value, list) or not all(isinstance(v, str | int) and str(v) for v in value):
            self.fault(path, "must be `all` or a list of product codes or their beginnings")
            return None
        return tuple(str(v) for v in value)

    def share(self, raw: Mapping[str, Any], path: tuple[str, ...], default: float) -> float:
        return default if path[-1] not in raw else self.probability(raw[path[-1]], path)

    def probability(self, value: Any, path: tuple[str, ...]) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.fault(path, "must be a probability from 0 to 1, as 0.98")
            return 1.0
        return float(value)

    def field_shares(self, raw: Mapping[str, Any]) -> dict[str, float]:
        out = {}
        for name, value in self.mapping(raw, ("confidence", "fields")).items():
            path = ("confidence", "fields", str(name))
            if name not in FIELDS:
                near = difflib.get_close_matches(str(name), list(FIELDS), 1)
                self.fault(path, "is no field" + (f"; did you mean {near[0]}?" if near else ""))
            out[str(name)] = self.probability(value, path)
        return out

    def four_eyes(self, raw: Mapping[str, Any], usual: Any, home: str) -> Decimal | Limits | None:
        value, path = raw.get("four_eyes_above", usual), ("value", "four_eyes_above")
        return limits(self, raw, path, None, home) if isinstance(value, Mapping) else self.plain(value, path)

    def plain(self, value: Any, path: tuple[str, ...]) -> Decimal | None:
        return None if value is None else amount(self, value, path)

    def whole(self, raw: Mapping[str, Any], path: tuple[str, ...], default: int) -> int:
        value = raw.get(path[-1], default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 3650:
            self.fault(path, "must be a number of days, 0 or more")
            return default
        return value

    def currencies(self, raw: Mapping[str, Any]) -> frozenset[str]:
        value = raw.get("currencies") or []
        if not isinstance(value, list) or not all(isinstance(v, str) and len(v) == 3 and v.isupper() for v in value):
            self.fault(("value", "currencies"), "must be a list of codes, as [EUR, PLN]")
            return frozenset()
        return frozenset(value)

    def found(self, raw: Mapping[str, Any]) -> dict[str, Outcome]:
        out = {}
        for code, value in self.mapping(raw, ("findings",)).items():
            path = ("findings", str(code))
            if code not in CODES:
                near = difflib.get_close_matches(str(code), list(CODES), 1)
                self.fault(path, "is no finding" + (f"; did you mean {near[0]}?" if near else "; docs/odoo.md"))
            if code in BINDING and value != "stop":
                self.fault(path, "must stop: what is not known passes no rule")
            out[str(code)] = self.choice(value, path, OUTCOMES)
        return out

    def flag(self, raw: Mapping[str, Any], path: tuple[str, ...]) -> bool:
        value = raw.get(path[-1], False)
        if not isinstance(value, bool):
            self.fault(path, "must be true or false")
            return True
        return value

    def text(self, raw: Mapping[str, Any], path: tuple[str, ...]) -> str | None:
        value = raw.get(path[-1])
        if value is not None and not isinstance(value, str | int | float):
            self.fault(path, "must be a text or null")
            return None
        return None if value is None else str(value)
