"""The page of figures: what it shows, for whom, of which period, and its tables as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from serving.desk.figures.report import TABLES
from serving.desk.store import Store, tables
from tests.deskpages import client
from tests.desks import opened, sqlite
from tests.figures import fill

ALL = {"since": "2026-01-01"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("figures")
    made = opened(sqlite(folder), folder)
    fill(made, 700)  # two weeks and a bit from Monday, 5 January 2026
    with made.write() as tx:  # the chain goes on behind what was put in beside it
        tx.execute(update(tables.chain).values(seq=8 * 700))
    yield made
    made.close()


@pytest.fixture(scope="module")
def person(store: Store) -> TestClient:
    return client(store, "approver")


def test_charts_tables_and_the_baseline_are_on_the_page(person: TestClient) -> None:
    shown = person.get("/desk/figures", params=ALL)
    assert shown.status_code == 200
    assert shown.text.count('<circle class="point"') == 3  # one a week
    assert re.search(r'<p class="big">700</p>', shown.text)
    assert "takes 3.0 minutes and 0.5 minutes for each line" in shown.text
    assert "(from 420 orders)" in shown.text
    assert "style=" not in shown.text  # the content policy forbids it
    assert "<script" not in shown.text
    assert "NaN" not in shown.text


def test_a_period_and_a_customer_are_chosen(person: TestClient) -> None:
    week = person.get("/desk/figures", params={"since": "2026-01-12", "until": "2026-01-18", "customer": "3"})
    assert week.text.count('<circle class="point"') == 1
    assert '<option value="3" selected>Customer 3</option>' in week.text
    assert "/desk/figures/weeks.csv?since=2026-01-12&amp;until=2026-01-18&amp;customer=3" in week.text
    before = person.get("/desk/figures", params={"until": "2025-12-31"})
    assert "Nothing yet in this period." in before.text


@pytest.mark.parametrize("query", [{"since": "yesterday"}, {"until": "9999-12-31"}, {"customer": "x"}])
def test_what_is_no_period_is_said(person: TestClient, query: dict[str, str]) -> None:
    assert person.get("/desk/figures", params=query).status_code == 422


def test_every_table_comes_as_csv_of_the_same_period(person: TestClient) -> None:
    for table in TABLES:
        answer = person.get(f"/desk/figures/{table}.csv", params=ALL)
        assert answer.headers["content-type"].startswith("text/csv")
        assert len(list(csv.reader(io.StringIO(answer.text)))) > 1, table
    part = person.get("/desk/figures/weeks.csv", params={"since": "2026-01-12", "until": "2026-01-18"}).text
    assert [row[:2] for row in csv.reader(io.StringIO(part))][1:] == [["2026-01-12", "336"]]
    assert person.get("/desk/figures/people.csv").status_code == 404


def test_clerks_do_not_see_it_and_each_language_does(store: Store) -> None:
    clerk = client(store, "clerk")
    assert clerk.get("/desk/figures").status_code == 403
    assert clerk.get("/desk/figures/weeks.csv").status_code == 403
    assert "Bez udziału człowieka" in client(store, "admin", "pl").get("/desk/figures", params=ALL).text


def test_names_are_text_in_charts_and_tables(person: TestClient, store: Store) -> None:
    with store.write() as tx:
        tx.execute(update(tables.orders).values(customer="<b>Evil & Sons</b>"))
        tx.execute(update(tables.exceptions).values(code="<i>odd</i>"))
    shown = person.get("/desk/figures", params=ALL).text
    assert "<b>Evil" not in shown
    assert "<i>odd" not in shown
    assert "&lt;b&gt;Evil &amp; Sons" in shown
