"""One order through the running desk in a browser: uploaded, reviewed by keyboard, written to Odoo, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from serving.desk.office import Office
from serving.desk.store import Store, orders
from serving.desk.working import undo_one
from serving.pipeline import Pipeline
from tests import desk_odoo
from tests.browser import CHROMIUM, MISSING, Desk, chromium, desk
from tests.desks import wait_for
from tests.odoo_double import Double, running
from tests.standin import in_process, pdf

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING)

LOOK = "value: {review_above: 10}"
"""Every order is looked at: what was corrected does not go on by itself."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def odoo(tmp_path: Path) -> Iterator[Double]:
    with running(19) as double:
        desk_odoo.synced(settings(double, tmp_path))
        yield double


def settings(double: Double, folder: Path) -> Any:
    return double.settings(mirror=str(folder / "mirror.db"), retries=0)


def in_odoo(odoo: Double) -> list[tuple[str, str]]:
    return [(o["client_order_ref"], o["state"]) for o in odoo.store.rows["sale.order"].values()]


def worked(desk: Desk, order_id: str, state: str) -> None:
    """Until the order rests in `state`: the worker in the thread takes it on, and this one."""

    def there() -> bool:
        desk.worker.work()
        with desk.store.read() as tx:
            return orders.get(tx, order_id).state == state

    wait_for(there, 60)


def reviewed(page: Page) -> None:
    """The number typed anew, the quantity found right, approved: with the keyboard alone."""
    expect(page.locator(".cell.now")).to_have_attribute("data-path", "fields.order_number")
    page.keyboard.press("e")
    page.keyboard.type("PO-7")
    page.keyboard.press("Enter")
    expect(page.locator(".cell.now")).to_have_attribute("data-path", "lines.0.fields.quantity")
    page.keyboard.press("Enter")
    expect(page.locator("#approve")).to_be_focused()
    with page.expect_response(lambda r: r.url.endswith("/approve")) as response:
        page.keyboard.press("Enter")
    assert response.value.status == 200
    page.wait_for_url("**/desk")


def test_an_order_from_upload_to_undo(browser: Browser, odoo: Double, tmp_path: Path) -> None:
    def office(store: Store) -> Office:
        made = desk_odoo.office(store, settings(odoo, tmp_path), rules=LOOK)
        return replace(made, pipeline=Pipeline(desk_odoo.Doubting(), in_process))

    with desk(tmp_path, Pipeline(desk_odoo.Doubting(), in_process), made=office) as running_desk:
        page = running_desk.page(browser, "anna", role="approver")
        page.goto(f"{running_desk.address}/desk")
        content = pdf(*desk_odoo.page("PO-7"))
        page.set_input_files("#upload", FilePayload(name="order.pdf", mimeType="application/pdf", buffer=content))
        page.locator("form[action='/desk/upload'] button").click()
        page.wait_for_url("**/desk/orders/*")
        order_id = page.url.rsplit("/", 1)[1]
        worked(running_desk, order_id, "waiting")
        page.reload()
        page.wait_for_selector(".review.ready")
        reviewed(page)
        worked(running_desk, order_id, "done")
        assert in_odoo(odoo) == [("PO-7", "sale")]
        story = f"{running_desk.address}/desk/orders/{order_id}/story"
        page.goto(story)
        expect(page.locator("main")).to_contain_text("Values were corrected")
        expect(page.locator("main")).to_contain_text("The order was written to Odoo as")
        page.fill("form[action$='/undo'] [name=why]", "ordered twice")
        page.click("form[action$='/undo'] button")
        page.click("form[action$='/undo'] button.primary")
        expect(page.locator("p.good").first).to_contain_text("Taking it back was asked for")
        assert in_odoo(odoo) == [("PO-7", "sale")], "asked for is not done"
        assert undo_one(running_desk.office, "test")
        assert in_odoo(odoo) == [("PO-7", "cancel")]
        page.goto(story)
        expect(page.locator("main")).to_contain_text("The order was taken back from Odoo")
        expect(page.locator("main")).to_contain_text("ordered twice")
        expect(page.locator("main")).to_contain_text("are whole and tied to those before them")
