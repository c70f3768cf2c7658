"""How many keystrokes a review takes: generated orders with three doubtful values, reviewed with the keyboard alone."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from serving.desk.store import orders as stored
from serving.desk.store import versions
from serving.review.order_values import shown
from tests.browser import CHROMIUM, MISSING, Desk, chromium, desk
from tests.goldreader import GoldReader, Made, make

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING)

SEEDS = {"pl": (100, 1100, 2100), "de": (200, 1200, 2200), "en": (300, 1300, 2300)}
TARGET = 10


class Hand:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.strokes = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.strokes += 1

    def type(self, text: str) -> None:
        for character in text:
            self.press(character)


def reviewed(desk: Desk, page: Page, made: Made) -> int:
    """Keystrokes from the opened page to the approval, by someone who knows what is true and takes the shortest way."""
    order_id = desk.receive(made.pdf, made.name)
    page.goto(f"{desk.address}/desk/orders/{order_id}", wait_until="domcontentloaded")
    page.wait_for_selector(".review.ready")
    hand = Hand(page)
    for _ in made.truth:
        path = page.get_attribute(".cell.now", "data-path") or ""
        seen = page.evaluate("path => JSON.parse(document.getElementById('order-data').textContent).values[path]", path)
        choices = [c["value"] for c in seen["candidates"] if not c["path"]]
        true = made.truth[path]
        if seen["value"] == true:
            hand.press("Enter")
        elif true in choices:
            hand.press(str(choices.index(true) + 1))
        else:
            hand.press("e")
            hand.type(shown(seen["kind"], true, "en"))
            hand.press("Enter")
        page.wait_for_function(
            "path => document.activeElement.id === 'approve'"
            " || document.querySelector('.cell.now').dataset.path !== path",
            arg=path,
        )
    with page.expect_response(lambda r: r.url.endswith("/approve") and r.status == 200):
        hand.press("Enter")
    page.wait_for_url(lambda url: order_id not in url or "after" in url)
    return hand.strokes


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.mark.xfail(
    reason="units, discounts and delivery dates are weighed by the rules now, and approval asks for them too",
    strict=False,
)
def test_the_median_review_of_three_doubtful_values_takes_under_ten_keystrokes(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = [make(seed, language) for language, seeds in SEEDS.items() for seed in seeds]
    with desk(tmp_path, GoldReader(orders).pipeline()) as running:
        page = running.page(browser)
        strokes = [reviewed(running, page, made) for made in orders]
        for made in orders:
            assert truths(running, made) == made.truth
    faults = [fault for made in orders for fault in made.faults.values()]
    with capsys.disabled():
        print(
            f"\nkeystrokes a review: median {statistics.median(strokes):g}, each {strokes}; "
            f"faults { ({f: faults.count(f) for f in sorted(set(faults))}) }"
        )
    assert statistics.median(strokes) < TARGET


def truths(running: Desk, made: Made) -> dict[str, str]:
    """What stands in the store for the values that were doubtful."""
    with running.store.read() as tx:
        (order,) = (o for o in stored.listed(tx, stored.Filter()) if o.file == made.name)
        extraction = versions.extraction(tx, order.id)
    assert extraction is not None
    return {path: _value(extraction.result, path) for path in made.truth}


def _value(result: dict[str, Any], path: str) -> str:
    parts = path.split(".")
    if parts[0] == "fields":
        return str(result["fields"][path.removeprefix("fields.")]["value"])
    return str(result["lines"][int(parts[1])]["fields"][parts[-1]]["value"])
