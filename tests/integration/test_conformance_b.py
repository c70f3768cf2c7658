"""Reports of section B, dates: each with its own small document (docs/conformance.md).

What single printed dates mean is tested in tests/unit/test_values_dates.py; here whole pages are read.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.result import Extraction
from data.values.habits import decide
from tests.builders import DATED, OrderPaper, items
from tests.reading import cell, document, extract, needs_model, of_kind

pytestmark = needs_model


def dated(date: str, delivery: str, *lines: str, title: str = "PURCHASE ORDER", printed: str = "") -> bytes:
    """An order with a date, a delivery date and a delivery date on each line; `printed` goes into the corner."""
    paper = OrderPaper(DATED)
    paper.letterhead(date=date, delivery=delivery, title=title)
    if printed:
        paper.text(545, 30, f"Printed {printed}", size=7, right=True)
    paper.head()
    for item, day in zip(items(len(lines)), lines, strict=True):
        paper.item(replace(item, date=day))
    paper.totals()
    return paper.pdf()


def days(result: Extraction) -> list[str | None]:
    """Order date, delivery date, delivery dates of the lines."""
    head = [result.fields[n].value if n in result.fields else None for n in ("order_date", "requested_delivery_date")]
    return [*head, *(cell(line, "delivery_date") for line in of_kind(result, "item"))]


def test_b17_an_impossible_date_decides_for_the_others() -> None:
    content = dated("11/27/2026", "12/04/2026", "12/04/2026", "12/05/2026")
    assert decide(document(content)).date_order == "mdy"
    assert days(extract(content)) == ["2026-11-27", "2026-12-04", "2026-12-04", "2026-12-05"]


def test_b17_a_date_that_does_not_exist_is_not_read_as_another() -> None:
    result = extract(dated("31/02/2026", "15/04/2026", "15/04/2026"))
    assert days(result) == [None, "2026-04-15", "2026-04-15"]


def test_b17_an_open_order_of_day_and_month_is_said() -> None:
    result = extract(dated("03/04/2026", "05/06/2026", "05/06/2026"))
    assert any(c.code == "day_month" and not c.passed for c in result.checks)
    assert result.fields["order_date"].value in ("2026-04-03", "2026-03-04")


def test_b19_dates_are_read_from_their_words() -> None:
    content = dated("31.03.2026", "15.04.2026", "16.04.2026", "17.04.2026", printed="01.04.2026 10:15")
    result = extract(content)
    assert days(result) == ["2026-03-31", "2026-04-15", "2026-04-16", "2026-04-17"]
    for name, text in (("order_date", "31.03.2026"), ("requested_delivery_date", "15.04.2026")):
        assert result.fields[name].text == text
        (place,) = result.fields[name].boxes
        inside = [w.text for w in document(content).words if place.box.x0 - 1 <= w.box.cx <= place.box.x1 + 1
                  and place.box.y0 - 1 <= w.box.cy <= place.box.y1 + 1]  # fmt: skip
        assert inside == [text]


def test_b21_iso_dates_are_never_reordered() -> None:
    content = dated("2026-03-04", "25/04/2026", "26/04/2026", "2026-05-06")
    assert days(extract(content)) == ["2026-03-04", "2026-04-25", "2026-04-26", "2026-05-06"]


def test_b22_one_order_for_all_dates_of_a_document() -> None:
    content = dated("03/04/2026", "05/04/2026", "13/04/2026", "06/04/2026", "07/04/2026")
    result = extract(content)
    assert days(result) == ["2026-04-03", "2026-04-05", "2026-04-13", "2026-04-06", "2026-04-07"]
    assert not [c for c in result.checks if c.code == "day_month"]


def test_b23_an_order_without_a_date_is_read_all_the_same() -> None:
    result = extract(dated("", "", "", ""))
    assert result.status == "ok"
    assert result.error is None
    assert days(result) == [None, None, None, None]
    assert result.fields["order_number"].value == "4500118"
    assert len(of_kind(result, "item")) == 2


@pytest.mark.parametrize(
    ("printed", "delivery", "title", "labels", "expected"),
    [
        ("July 14th, 2026", "July 22nd, 2026", "PURCHASE ORDER",
         ("Order number:", "Order date:", "Delivery date:", "Currency:"), ["2026-07-14", "2026-07-22"]),
        ("1er avril 2026", "22 avril 2026", "BON DE COMMANDE",
         ("N° de commande :", "Date de commande :", "Date de livraison :", "Devise :"), ["2026-04-01", "2026-04-22"]),
        ("14 lipca 2026 r.", "3 sierpnia 2026 r.", "ZAMÓWIENIE",
         ("Numer zamówienia:", "Data zamówienia:", "Termin dostawy:", "Waluta:"), ["2026-07-14", "2026-08-03"]),
        ("14. Oktober 2026", "2. November 2026", "BESTELLUNG",
         ("Bestellnummer:", "Bestelldatum:", "Liefertermin:", "Währung:"), ["2026-10-14", "2026-11-02"]),
    ],
)  # fmt: skip
def test_b24_month_names_with_ordinals_and_genitives(
    printed: str, delivery: str, title: str, labels: tuple[str, str, str, str], expected: list[str]
) -> None:
    paper = OrderPaper()
    paper.letterhead(date=printed, delivery=delivery, title=title, labels=labels)
    paper.head()
    for item in items(3):
        paper.item(item)
    paper.totals()
    assert days(extract(paper.pdf()))[:2] == expected
