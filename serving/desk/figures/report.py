"""All figures of a period together, and the tables that can be downloaded of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from serving.desk.figures import accuracy, reasons, savings, share, times
from serving.desk.figures.accuracy import Accuracy
from serving.desk.figures.period import Period
from serving.desk.figures.reasons import Reason
from serving.desk.figures.savings import Baseline, Savings
from serving.desk.figures.share import Count, Customer, Week
from serving.desk.figures.times import Time
from serving.desk.store.engine import Tx


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the page shows."""

    period: Period
    states: dict[str, int]
    whole: Count
    weeks: list[Week]
    customers: list[Customer]
    reasons: list[Reason]
    times: list[Time]
    fields: list[Accuracy]
    senders: list[Accuracy]
    savings: Savings


def report(tx: Tx, period: Period, baseline: Baseline) -> Report:
    """All of it in one snapshot."""
    whole = share.whole(tx, period)
    return Report(
        period, share.by_state(tx, period), whole, share.weekly(tx, period), share.by_customer(tx, period),
        reasons.reasons(tx, period), times.times(tx, period), accuracy.by_field(tx, period),
        accuracy.by_sender(tx, period), savings.savings(tx, period, whole, baseline),
    )  # fmt: skip


_COUNT = ("received", "passed", "stopped", "untouched", "confirmed_untouched", "touches", "share", "touches_each")
TABLES = ("states", "weeks", "customers", "reasons", "times", "fields", "senders", "savings")


def to_csv(found: Report, table: str) -> str:
    """One of `TABLES` as CSV with a head, points as decimals, nothing where nothing is known. KeyError otherwise."""
    head, rows = _TABLES[table](found)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.4f}"
    # A name that begins so would be run as a formula by the spreadsheet it is opened with.
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" else value


def _counts(count: Count) -> list[Any]:
    return [getattr(count, name) for name in _COUNT]


def _accuracies(found: Iterable[Accuracy], what: str) -> tuple[Sequence[str], list[list[Any]]]:
    head = (what, "orders", "right", "share", "from", "to")
    return head, [[a.name, a.orders, a.right, a.share, *a.limits] for a in found]


def _savings(found: Report) -> tuple[Sequence[str], list[list[Any]]]:
    s, b = found.savings, found.savings.baseline
    return ("figure", "value"), [
        ["orders", s.orders], ["lines_each", s.lines_each], ["sampled", s.sampled], ["minutes_by_hand", s.by_hand],
        ["minutes_spent", s.spent], ["minutes_saved", s.minutes], ["cost_saved", s.cost],
        *([name, getattr(b, name)] for name in type(b).model_fields),
    ]  # fmt: skip


_TABLES: dict[str, Any] = {
    "states": lambda r: (("state", "orders"), list(r.states.items())),
    "weeks": lambda r: (("week", *_COUNT), [[w.monday.isoformat(), *_counts(w.count)] for w in r.weeks]),
    "customers": lambda r: (("customer_id", "customer", *_COUNT),
                            [[c.id, c.name, *_counts(c.count)] for c in r.customers]),
    "reasons": lambda r: (("code", "orders", "alone", "open"),
                          [[x.code, x.orders, x.alone, x.open] for x in r.reasons]),
    "times": lambda r: (("milestone", "orders", "median_seconds", "p90_seconds"),
                        [[t.milestone, t.orders, t.median, t.p90] for t in r.times]),
    "fields": lambda r: _accuracies(r.fields, "field"),
    "senders": lambda r: _accuracies(r.senders, "sender"),
    "savings": _savings,
}  # fmt: skip
