"""Rules over facts: each answers pass, warn or stop with a code; one stop and a person decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from dataclasses import field as fresh
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from serving.desk.rules.book import Outcome, Rulebook, Stage
from serving.desk.rules.facts import WEIGHED, Facts
from serving.desk.rules.limits import Limits

ORDERS = ("order", "order_change")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says. `data` is what its sentence names besides; JSON-ready."""

    rule: str
    outcome: Outcome
    code: str = ""
    line: int | None = None
    field: str | None = None
    data: Mapping[str, Any] = fresh(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rules say of an order, gravest verdicts first."""

    outcome: Literal["pass", "stop"]
    stage: Stage
    verdicts: tuple[Verdict, ...]

    @property
    def reasons(self) -> tuple[Verdict, ...]:
        """Those that a person should see: stops and warnings."""
        return tuple(v for v in self.verdicts if v.outcome != "pass")


def decide(book: Rulebook, facts: Facts) -> Decided:
    """Every rule, whatever the others say, by the customer's own limits. Never raises: what cannot be judged stops."""
    book = book.of(facts.customer_id)
    verdicts: list[Verdict] = []
    for rule in RULES:
        try:
            said = list(rule(book, facts))
        except (ArithmeticError, ValueError, TypeError) as error:
            said = [Verdict(rule.__name__.lstrip("_"), "stop", "not_judged", data={"error": type(error).__name__})]
        verdicts += said or [Verdict(rule.__name__.lstrip("_"), "pass")]
    order = {"stop": 0, "warn": 1, "pass": 2}
    verdicts.sort(key=lambda v: order[v.outcome])
    stopped = any(v.outcome == "stop" for v in verdicts)
    return Decided("stop" if stopped else "pass", book.stage_of(facts.customer_id), tuple(verdicts))


Said = Iterable[Verdict]


def _document(book: Rulebook, facts: Facts) -> Said:
    if facts.status != "ok":
        yield Verdict("document", "stop", "partly_read" if facts.status == "partial" else "not_read")
    if facts.document_type is None:
        yield Verdict("document", "stop", "type_unknown")
    elif facts.document_type not in ORDERS:
        yield Verdict("document", "stop", "not_an_order", data={"type": facts.document_type})
    elif facts.document_type == "order_change":
        yield Verdict("document", "stop", "order_change")
    elif not _reaches(facts.document_type_confidence, book.document_type):
        yield _unsure("document", "type_unsure", facts.document_type_confidence, book.document_type)


def _order(book: Rulebook, facts: Facts) -> Said:
    if not _reaches(facts.order_confidence, book.order):
        yield _unsure("order", "order_unsure", facts.order_confidence, book.order)


def _completeness(book: Rulebook, facts: Facts) -> Said:
    if not _reaches(facts.completeness, book.completeness):
        yield _unsure("completeness", "line_missing", facts.completeness, book.completeness)


def _reference(book: Rulebook, facts: Facts) -> Said:
    """Repeated orders are recognised by the customer's number: one without it is looked at."""
    if not any(v.name == "order_number" for v in facts.values):
        yield Verdict("reference", "stop", "order_number_missing", None, "order_number")


def _values(book: Rulebook, facts: Facts) -> Said:
    for value in facts.values:
        least = book.fields.get(value.name, book.critical if value.name in WEIGHED else None)
        if least is not None and not _reaches(value.confidence, least):
            yield Verdict("values", "stop", "value_unsure", value.line, value.name,
                          {"sure": value.confidence, "least": least})  # fmt: skip


def _checks(book: Rulebook, facts: Facts) -> Said:
    for code, line, message in facts.failed_checks:
        yield Verdict("checks", book.checks, "check_failed", line, None, {"check": code, "message": message})


def _odoo(book: Rulebook, facts: Facts) -> Said:
    if facts.odoo is not False and facts.unasked != ():
        yield Verdict("odoo", book.unasked, "not_asked", data={"what": "; ".join(facts.unasked or ())})
    if facts.findings is None:
        if facts.odoo is not False:
            yield Verdict("odoo", "stop", "not_compared")
        return
    for found in facts.findings:
        if found.code in OWN or (found.code == "price_differs" and book.price_tolerance is not None):
            continue  # said by a rule of the desk
        outcome: Outcome = "stop" if found.severity == "stop" else "warn" if found.severity == "warn" else "pass"
        outcome = book.findings.get(found.code, outcome)
        if outcome != "pass":
            yield Verdict("odoo", outcome, found.code, found.line, found.field,
                          {"message": found.message, "todo": found.todo})  # fmt: skip


OWN = frozenset({
    "confidence_low", "confidence_unknown", "completeness_low", "completeness_unknown", "value_doubtful",
    "value_unknown", "check_failed", "type_unknown", "not_an_order", "order_change", "duplicate_order",
    "order_number_missing", "not_read", "partly_read",
})  # fmt: skip
"""Findings of the mapping that the desk's own rules say instead."""


def _customer(book: Rulebook, facts: Facts) -> Said:
    if facts.odoo is not False and facts.customer_id is None:
        yield Verdict("customer", "stop", "customer_unknown")
    elif book.pilot_customers is not None and facts.customer_id not in book.pilot_customers:
        yield Verdict("customer", "stop", "not_in_pilot", data={"customer": facts.customer})


def _products(book: Rulebook, facts: Facts) -> Said:
    if book.pilot_products is None:
        return
    for line, code in enumerate(facts.products):
        if code is None or not code.upper().startswith(tuple(p.upper() for p in book.pilot_products)):
            yield Verdict("products", "stop", "product_not_in_pilot", line, None, {"product": code})


def _value(book: Rulebook, facts: Facts) -> Said:
    if book.review_above is None:
        return
    total, limit = _number(facts.total_net), book.review_above.get(facts.currency or "")
    if total is None:
        yield Verdict("value", "stop", "value_unknown")
    if facts.currency is None:
        yield Verdict("value", "stop", "value_without_currency", data={"limits": _shown(book.review_above)})
    elif limit is None:
        yield Verdict("value", "stop", "value_other_currency",
                      data={"currency": facts.currency, "limits": _shown(book.review_above)})  # fmt: skip
    elif total is not None and total >= limit:
        yield Verdict("value", "stop", "value_above",
                      data={"total": f"{total} {facts.currency}", "limit": f"{limit} {facts.currency}"})  # fmt: skip


def _prices(book: Rulebook, facts: Facts) -> Said:
    """The rulebook's own tolerance, where it has one; else the finding of the comparison with Odoo says it."""
    most = book.price_tolerance
    if most is None or facts.odoo is False:
        return
    if facts.prices is None:
        yield Verdict("prices", "stop", "prices_unknown")
    for price in facts.prices or ():
        percent = _number(price.percent)
        if percent is None:
            yield Verdict("prices", "stop", "price_unknown", price.line, "unit_price")
        elif abs(percent) > most:
            yield Verdict("prices", "stop", "price_beyond", price.line, "unit_price",
                          {"percent": f"{percent:+.4g} %", "most": f"{most} %"})  # fmt: skip


def _currency(book: Rulebook, facts: Facts) -> Said:
    if book.currencies and facts.currency not in book.currencies:
        code = "currency_unknown" if facts.currency is None else "currency_not_allowed"
        yield Verdict("currency", "stop", code, data={"currency": facts.currency})


def _dates(book: Rulebook, facts: Facts) -> Said:
    if facts.wished is None:
        if book.absent_date != "pass":  # whether it may be left out is for the rules to say
            yield Verdict("dates", book.absent_date, "date_absent", None, "requested_delivery_date")
        return
    wished, today = date.fromisoformat(facts.wished), date.fromisoformat(facts.today)
    if wished < today:
        yield Verdict("dates", "stop", "date_past", None, "requested_delivery_date", {"date": facts.wished})
    elif wished < today + timedelta(days=book.least_days):
        yield Verdict("dates", "stop", "date_soon", None, "requested_delivery_date",
                      {"date": facts.wished, "days": book.least_days})  # fmt: skip


def _discount(book: Rulebook, facts: Facts) -> Said:
    allowed = book.discount_customers
    if facts.discounts and allowed is not None and facts.customer_id not in allowed:
        yield Verdict("discount", "stop", "discount_not_agreed")


def _duplicates(book: Rulebook, facts: Facts) -> Said:
    if facts.same_document is not None:
        yield Verdict("duplicates", book.duplicates, "same_document", data={"order": facts.same_document})
    if facts.same_number:
        yield Verdict("duplicates", book.duplicates, "same_number", data={"orders": list(facts.same_number)})


def _release(book: Rulebook, facts: Facts) -> Said:
    if facts.release in HALTS:
        yield Verdict("release", "stop", HALTS[facts.release])
    elif book.release_required and facts.release:
        code = WITHHELD.get(facts.release, "release_unknown")
        yield Verdict("release", "stop", code, data={"version": book.release, "why": facts.release})


HALTS = {"auto_stopped": "auto_off", "sender_suspended": "sender_suspended"}
"""What the watch over passing orders says, whether the rules ask for a release or not."""
WITHHELD = {
    "no_release": "release_none", "model_switched": "release_model", "calibrator_switched": "release_model",
    "other_model": "release_model", "no_calibrator": "release_model", "not_read_whole": "release_unsure",
    "no_confidence": "release_unsure", "unsure_type": "release_unsure", "unseen_document_type": "release_unseen",
    "unseen_language": "release_unseen", "no_evidence": "release_unseen", "below_threshold": "release_below",
    "other_release": "release_other",
}  # fmt: skip
"""Why a release does not let an order pass (`models.release`), as a clerk is told."""


RULES: tuple[Callable[[Rulebook, Facts], Said], ...] = (
    _document, _customer, _reference, _order, _completeness, _values, _checks, _odoo, _prices, _products, _value,
    _currency, _dates, _discount, _duplicates, _release,
)  # fmt: skip
"""In the order in which a person would ask."""


def _reaches(sure: float | None, least: float) -> bool:
    """Null reaches nothing, nor does what is no number."""
    return sure is not None and sure >= least


def _unsure(rule: str, code: str, sure: float | None, least: float) -> Verdict:
    return Verdict(rule, "stop", code, data={"sure": sure, "least": least})


def _shown(limits: Limits) -> str:
    return ", ".join(f"{amount} {currency}" for currency, amount in limits.items())


def _number(text: str | None) -> Decimal | None:
    try:
        found = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None


def codes() -> Iterator[str]:
    """Codes of the desk's own rules; those of `_odoo` are `serving.odoo.mapping.CODES`."""
    yield from (
        "type_unknown", "not_an_order", "order_change", "type_unsure", "order_number_missing", "order_unsure",
        "line_missing", "value_unsure", "not_read", "partly_read", "not_compared", "not_asked", "check_failed",
        "customer_unknown", "not_in_pilot", "product_not_in_pilot", "value_unknown", "value_above",
        "value_without_currency", "value_other_currency", "prices_unknown", "price_unknown", "price_beyond",
        "date_absent", "currency_unknown", "currency_not_allowed", "date_past", "date_soon",
        "discount_not_agreed", "same_document", "same_number", "not_judged", "gave_up", "review",
        "write_refused", "write_mismatch", "write_duplicate", "write_gone", "odoo_away", "no_mirror",
        "export_impossible", "auto_off", "release_unknown", "release_none", "release_model", "release_unsure",
        "release_unseen", "release_below", "release_other", "sender_suspended",
    )  # fmt: skip
