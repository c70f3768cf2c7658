"""The order page in a browser: keys, picking, drafts, two people at once, without a script, for everyone to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from serving.desk import actions
from serving.desk.store import orders, versions
from tests import standin
from tests.browser import CHROMIUM, MISSING, Desk, chromium, desk
from tests.colours import faint

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING)

expect.set_options(timeout=30_000)

TABLET = {"width": 1024, "height": 768}
LINES = ("Order PO/2026/118", "Date 2026-03-02", "Buyer Acme", "Item 1 A-17 12 4.50 54.00", "Item 2 B-20 3 1.00 4.00",
         "Total 58.00")  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("desk"), standin.pipeline()) as started:
        yield started


@pytest.fixture
def order_id(running: Desk, request: pytest.FixtureRequest) -> str:
    """An order of this test alone."""
    return running.receive(standin.pdf(*LINES, f"Test {request.node.name}"), "order.pdf")


def opened(running: Desk, browser: Browser, order_id: str, name: str = "anna", **how: Any) -> Page:
    page = running.page(browser, name, **how)
    page.goto(f"{running.address}/desk/orders/{order_id}", wait_until="domcontentloaded")
    if how.get("script", True):
        page.wait_for_selector(".review.ready")
    return page


def result(running: Desk, order_id: str) -> dict[str, Any]:
    with running.store.read() as tx:
        found = versions.extraction(tx, order_id)
    assert found is not None
    return found.result


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def now(page: Page) -> str:
    return page.get_attribute(".cell.now", "data-path") or ""


def go(page: Page, path: str) -> None:
    page.click(f'.cell[data-path="{path}"]')


def saved(page: Page) -> None:
    with page.expect_response(lambda r: r.url.endswith("/correct")) as response:
        page.keyboard.press("s")
    assert response.value.status == 200, response.value.text()
    page.wait_for_url("**/desk/orders/**", wait_until="domcontentloaded")
    page.wait_for_selector(".review.ready")


def test_values_are_accepted_typed_and_chosen_with_keys_and_written_as_corrections(
    running: Desk, browser: Browser, order_id: str
) -> None:
    page = opened(running, browser, order_id)
    assert now(page) == "lines.0.fields.supplier_article_no"
    press(page, "Enter")
    assert now(page) == "lines.0.fields.quantity"
    press(page, "e")
    page.keyboard.type("1 250")
    press(page, "Enter")
    expect(page.locator('.cell[data-path="lines.0.fields.quantity"] .value')).to_have_text("1,250")
    expect(page.locator(".cell.now")).to_have_attribute("data-path", "lines.0.fields.unit_price")
    press(page, "1")
    saved(page)
    line = result(running, order_id)["lines"][0]["fields"]
    assert line["quantity"]["value"] == "1250"
    assert line["supplier_article_no"]["confidence"] == 1.0
    with running.store.read() as tx:
        assert {c.by for c in versions.corrections(tx, order_id)} == {"anna"}
    page.context.close()


def test_what_is_no_value_is_said_at_the_field_and_not_lost(running: Desk, browser: Browser, order_id: str) -> None:
    page = opened(running, browser, order_id, "ola", language="pl")
    go(page, "fields.order_date")
    press(page, "e")
    page.keyboard.type("za tydzień")
    press(page, "Enter")
    expect(page.locator("#now-error")).to_contain_text("To nie jest data")
    assert page.input_value("#now-input") == "za tydzień"
    page.fill("#now-input", "14 lipca 2026")
    press(page, "Enter")
    expect(page.locator('.cell[data-path="fields.order_date"] .value')).to_have_text("14.07.2026")
    page.context.close()


def test_words_are_picked_with_the_keys_and_with_the_mouse(running: Desk, browser: Browser, order_id: str) -> None:
    page = opened(running, browser, order_id)
    go(page, "lines.1.fields.quantity")
    press(page, "w")
    expect(page.locator(".word.on")).to_have_count(1)
    press(page, "ArrowRight", "Enter")  # the price beside it
    expect(page.locator('.cell[data-path="lines.1.fields.quantity"] .value')).to_have_text("1.00")
    go(page, "fields.buyer.name")
    box = page.locator(".page svg").bounding_box()
    assert box is not None
    scale = box["width"] / 595
    page.mouse.click(box["x"] + 85 * scale, box["y"] + 178 * scale)  # the word "Total", which belongs to no value
    expect(page.locator('.cell[data-path="fields.buyer.name"] .value')).to_have_text("Total")
    press(page, "u")
    expect(page.locator('.cell[data-path="fields.buyer.name"] .value')).to_have_text("Acme")
    page.context.close()


def test_a_line_is_added_and_one_dropped(running: Desk, browser: Browser, order_id: str) -> None:
    page = opened(running, browser, order_id)
    go(page, "lines.0.fields.quantity")
    press(page, "-")
    expect(page.locator('.line[data-line="0"]')).to_have_class("line doubtful dropped")
    press(page, "+")
    go(page, "lines.2.fields.quantity")
    press(page, "e", "7", "Enter")
    go(page, "lines.2.fields.supplier_article_no")
    press(page, "e", "Z", "-", "9", "Enter")
    expect(page.locator('.cell[data-path="lines.2.fields.supplier_article_no"] .value')).to_have_text("Z-9")
    saved(page)
    lines = result(running, order_id)["lines"]
    assert [line["fields"]["supplier_article_no"]["value"] for line in lines] == ["B-20", "Z-9"]
    assert lines[1]["fields"]["quantity"]["value"] == "7"
    page.context.close()


def test_a_value_is_moved_to_the_field_it_belongs_to(running: Desk, browser: Browser, order_id: str) -> None:
    page = opened(running, browser, order_id)
    go(page, "fields.order_number")
    press(page, "m")
    page.select_option("#ask select", "fields.contract_number")
    press(page, "Enter")
    expect(page.locator('.cell[data-path="fields.contract_number"] .value')).to_have_text("PO/2026/118")
    saved(page)
    fields = result(running, order_id)["fields"]
    assert fields["contract_number"]["value"] == "PO/2026/118"
    assert "order_number" not in fields
    page.context.close()


def test_what_was_typed_is_offered_back_after_a_reload(running: Desk, browser: Browser, order_id: str) -> None:
    page = opened(running, browser, order_id)
    go(page, "lines.0.fields.quantity")
    press(page, "e", "9", "9", "Enter")
    expect(page.locator('.cell[data-path="lines.0.fields.quantity"] .value')).to_have_text("99")
    press(page, "e")
    page.keyboard.type("half typ")
    page.reload()
    page.wait_for_selector(".review.ready")
    expect(page.locator("#notice")).to_contain_text("99")
    page.click("#restore")
    expect(page.locator('.cell[data-path="lines.0.fields.quantity"] .value')).to_have_text("99")
    assert page.input_value("#now-input") == "half typ"
    page.context.close()


def test_two_people_do_not_overwrite_each_other(running: Desk, browser: Browser, order_id: str) -> None:
    page = opened(running, browser, order_id)
    go(page, "lines.0.fields.quantity")
    press(page, "e", "9", "9", "Enter")
    expect(page.locator("#staged")).to_have_text("1")

    def other(tx: Any) -> None:
        order = orders.get(tx, order_id)
        actions.correct(tx, order, "jan", [actions.Change("fields.order_number", "PO-OTHER", None)])

    running.store.run(other)
    running.settle(order_id)
    press(page, "s")
    dialog = page.locator("#ask")
    expect(dialog).to_contain_text("PO-OTHER")
    expect(dialog).to_contain_text("jan")
    assert result(running, order_id)["lines"][0]["fields"]["quantity"]["value"] == "12"
    with page.expect_navigation():
        press(page, "Enter")
    page.wait_for_selector(".review.ready")
    expect(page.locator('.cell[data-path="lines.0.fields.quantity"] .value')).to_have_text("99")
    expect(page.locator('.cell[data-path="fields.order_number"] .value')).to_have_text("PO-OTHER")
    saved(page)
    kept = result(running, order_id)
    assert kept["lines"][0]["fields"]["quantity"]["value"] == "99"
    assert kept["fields"]["order_number"]["value"] == "PO-OTHER"
    page.context.close()


def test_who_else_has_the_order_open_is_seen_here_and_in_the_list(
    running: Desk, browser: Browser, order_id: str
) -> None:
    first = opened(running, browser, order_id, "jan")
    second = opened(running, browser, order_id)
    expect(second.locator("#looks")).to_contain_text("jan")
    second.goto(f"{running.address}/desk?text={order_id}")
    expect(second.locator("table.orders")).to_contain_text("jan is looking at it")
    first.close()
    second.context.close()


def test_without_a_script_all_is_there_and_forms_approve_and_reject(
    running: Desk, browser: Browser, order_id: str
) -> None:
    page = opened(running, browser, order_id, script=False)
    for text in ("PO/2026/118", "A-17", "54.00"):
        expect(page.locator(".panel")).to_contain_text(text)
    page.click("#approve")
    with running.store.read() as tx:
        assert orders.get(tx, order_id).state in ("ready", "exportable", "exported")
    other = running.receive(standin.pdf(*LINES, "Another"), "other.pdf")
    page.goto(f"{running.address}/desk/orders/{other}")
    page.click("summary:has-text('Reject')")
    page.fill("#why", "ordered twice")
    page.click("form[data-act=reject] button")
    with running.store.read() as tx:
        assert orders.get(tx, other).state == "rejected"
    page.context.close()


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, TABLET], ids=["desk", "tablet"])
def test_both_pages_can_be_read_by_everyone(
    running: Desk, browser: Browser, order_id: str, size: dict[str, int]
) -> None:
    page = opened(running, browser, order_id, size=size)
    for address in (f"/desk/orders/{order_id}", "/desk?group=all"):
        page.goto(running.address + address)
        page.wait_for_load_state()
        assert faint(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        unnamed = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]), select, button, a')].filter(n => !("
            "n.labels?.length || n.textContent.trim() || n.getAttribute('aria-label'))).map(n => n.outerHTML)"
        )
        assert unnamed == []
    page.context.close()


def test_tab_goes_through_editor_values_and_actions_in_that_order(
    running: Desk, browser: Browser, order_id: str
) -> None:
    page = opened(running, browser, order_id)
    page.focus("#now-input")
    seen = []
    for _ in range(120):
        press(page, "Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    order = [next(n for n, name in enumerate(seen) if what in name) for what in ("now-take", "cell", "approve")]
    assert order == sorted(order)
    page.context.close()


def test_the_next_order_of_the_list_is_taken_with_one_key(running: Desk, browser: Browser, order_id: str) -> None:
    page = running.page(browser, "eva")
    page.goto(f"{running.address}/desk")
    press(page, "n")
    page.wait_for_selector(".review.ready")
    assert "/desk/orders/" in page.url
    page.context.close()
