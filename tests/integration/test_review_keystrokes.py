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
MOST_ROUNDS = 3
"""Pages until an order goes on: a correction may bring a reason to light that nobody has seen yet."""


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
    hand = Hand(page)
    for _ in range(MOST_ROUNDS):
        page.wait_for_selector(".review.ready")
        while path := doubtful(page):
            answer(hand, path, made.truth.get(path))
        page.evaluate("window.here = true")
        hand.press("Enter")
        # the next order comes; or this one again, with what the corrections brought to light; or it takes two people
        page.wait_for_function("() => !window.here || document.querySelector('#toast.bad')?.textContent")
        if page.evaluate("window.here === true"):
            return hand.strokes + colleague(desk, page.context.browser, order_id)
        if f"/orders/{order_id}" not in page.url:
            return hand.strokes
    raise AssertionError(f"{made.name} is not approved after {MOST_ROUNDS} rounds")


def colleague(desk: Desk, browser: Browser | None, order_id: str) -> int:
    """Keystrokes of a second person who approves what the first has corrected."""
    assert browser is not None
    page = desk.page(browser, "kerstin")
    page.goto(f"{desk.address}/desk/orders/{order_id}", wait_until="domcontentloaded")
    page.wait_for_selector(".review.ready")
    hand = Hand(page)
    with page.expect_navigation(wait_until="domcontentloaded"):
        hand.press("a")
    page.context.close()
    return hand.strokes


def doubtful(page: Page) -> str:
    """Path of the value in hand that waits for an answer; empty when the button that ends the review is in hand."""
    if page.evaluate("document.activeElement.id === 'approve'"):
        return ""
    return page.get_attribute(".cell.now", "data-path") or ""


def answer(hand: Hand, path: str, true: str | None) -> None:
    """Say what is true of the value in hand; None: it was read rightly and is doubted for another reason."""
    page = hand.page
    seen = page.evaluate("path => JSON.parse(document.getElementById('order-data').textContent).values[path]", path)
    choices = [c["value"] for c in seen["candidates"] if not c["path"]]
    if true is None and not seen["value"]:
        hand.press("x")  # not there: what is doubted is the lines' date, or nothing
    elif true is None or seen["value"] == true:
        hand.press("Enter")
    elif true in choices:
        hand.press(str(choices.index(true) + 1))
    else:
        hand.press("e")
        hand.type(shown(seen["kind"], true, "en"))
        hand.press("Enter")
    page.wait_for_function(
        "path => document.activeElement.id === 'approve' || document.querySelector('.cell.now').dataset.path !== path",
        arg=path,
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def test_the_median_review_of_three_doubtful_values_takes_under_ten_keystrokes(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = [make(seed, language) for language, seeds in SEEDS.items() for seed in seeds]
    with desk(tmp_path, GoldReader(orders).pipeline()) as running:
        page = running.page(browser)
        strokes = [reviewed(running, page, made) for made in orders]
        for made in orders:
            assert truths(running, made) == made.truth
            assert state(running, made) not in ("waiting", "matched"), made.name
    faults = [fault for made in orders for fault in made.faults.values()]
    with capsys.disabled():
        print(
            f"\nkeystrokes a review: median {statistics.median(strokes):g}, each {strokes}; "
            f"faults { ({f: faults.count(f) for f in sorted(set(faults))}) }"
        )
    assert statistics.median(strokes) < TARGET


def state(running: Desk, made: Made) -> str:
    with running.store.read() as tx:
        (order,) = (o for o in stored.listed(tx, stored.Filter()) if o.file == made.name)
    return order.state


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
