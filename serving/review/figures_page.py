"""What the desk achieved: charts, tables, a period and a customer to choose, the baseline stated, tables as CSV."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response

from serving.access import Person, needs
from serving.desk.figures import report as figures
from serving.desk.figures import share
from serving.desk.figures.period import Period
from serving.desk.figures.report import TABLES, Report
from serving.desk.figures.savings import Baseline
from serving.desk.figures.share import Week
from serving.desk.office import Office
from serving.problems import Problem
from serving.review import figures_svg
from serving.review.render import page, words_of
from serving.review.words import words

Approver = Annotated[Person, Depends(needs("approver"))]
DAYS = (7, 30, 90, 365)
"""Periods offered in one click, in days until today."""
MOST_REASONS = 12


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk")

    def count(since: str, until: str, customer: str) -> Report:
        period = _period(since, until, customer)
        with office.store.read() as tx:
            return figures.report(tx, period, Baseline())

    @router.get("/figures")
    def show(request: Request, person: Approver, since: str = "", until: str = "", customer: str = "") -> Response:
        if not since and not until:
            since = _days_ago(90)
        found = count(since, until, customer)
        with office.store.read() as tx:
            offered = [c for c in share.by_customer(tx, Period(), most=500) if c.id is not None]
        query = urlencode({k: v for k, v in (("since", since), ("until", until), ("customer", customer)) if v})
        links = [(days, urlencode({"since": _days_ago(days)} | ({"customer": customer} if customer else {})))
                 for days in DAYS]  # fmt: skip
        return page(request, person, "figures.html", found=found, since=since, until=until, customer=customer,
                    customers=offered, query=query, links=links, tables=TABLES, name_of=_Names(person.language),
                    **_charts(request, person, found))  # fmt: skip

    @router.get("/figures/{table}.csv")
    def download(
        person: Approver, table: str, since: str = "", until: str = "", customer: str = ""
    ) -> Response:  # fmt: skip
        if table not in TABLES:
            raise Problem(404, "unknown_table", f"There is no table {table[:40]}.", f"There are {', '.join(TABLES)}.")
        text = figures.to_csv(count(since, until, customer), table)
        kept = {"Content-Disposition": f'attachment; filename="ordermill-{table}.csv"', "Cache-Control": "no-store"}
        return Response(text, media_type="text/csv; charset=utf-8", headers=kept)

    return router


def _charts(request: Request, person: Person, found: Report) -> dict[str, Any]:
    t, name_of = words_of(request, person), _Names(person.language)

    def tip(week: Week) -> str:
        c = week.count
        share = "?" if c.share is None else f"{c.share:.0%} ({c.limits[0]:.0%} - {c.limits[1]:.0%})"
        return t("figures.tip", week=week.monday, received=c.received, alone=c.untouched, passed=c.passed,
                 stopped=c.stopped, share=share)  # fmt: skip

    reasons = [figures_svg.Bar(name_of("reason", r.code), r.orders, r.alone,
                               t("figures.reason_tip", name=name_of("reason", r.code), orders=r.orders, alone=r.alone))
               for r in found.reasons[:MOST_REASONS]]  # fmt: skip
    return {
        "share_chart": figures_svg.shares(found.weeks, t("figures.share_by_week"), tip),
        "week_chart": figures_svg.stacks(found.weeks, t("figures.orders_by_week"), tip),
        "reason_chart": figures_svg.bars(reasons, t("figures.reasons")),
    }


_PLACES = {"reason": "reasons.{}.name", "state": "figures.states.{}", "milestone": "figures.milestones.{}",
           "table": "figures.tables.{}"}  # fmt: skip


class _Names:
    """Words for states, reasons and the like; the code itself where a language has none."""

    def __init__(self, language: str) -> None:
        self._words = words(language)

    def __call__(self, kind: str, code: str) -> str:
        return self._words.get(_PLACES[kind].format(code), code)


def _period(since: str, until: str, customer: str) -> Period:
    """Whole days in UTC; `until` is the last day that counts."""
    begin, end = _day(since), _day(until)
    if customer and not (customer.isascii() and customer.isdigit() and len(customer) < 10):
        raise Problem(422, "bad_customer", "A customer is given by its number in Odoo.")
    return Period(begin, None if end is None else end + timedelta(days=1), int(customer) if customer else None)


def _day(text: str) -> datetime | None:
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
        if not 1970 <= found.year < 9000:
            raise ValueError
    except ValueError as error:
        raise Problem(422, "bad_day", "A day is given as 2026-01-31.") from error
    return datetime(found.year, found.month, found.day, tzinfo=UTC)


def _days_ago(days: int) -> str:
    return (datetime.now(UTC).date() - timedelta(days=days - 1)).isoformat()
