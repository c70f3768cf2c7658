"""Files set aside, messages and replies in a browser: labels, contrast, what is typed kept, copied and handed on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from serving.desk.store import arrivals, outbox
from serving.intake.mails import parcel_of
from serving.intake.settings import IntakeSettings
from serving.intake.taking import take
from tests import standin
from tests.browser import CHROMIUM, MISSING, Desk, chromium, desk
from tests.colours import faint
from tests.mails import bounced, mail, order_pdf

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING)

expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("desk"), standin.pipeline()) as started:
        yield started


def test_a_letter_is_kept_over_a_reload_copied_and_handed_on(running: Desk, browser: Browser) -> None:
    order_id = running.receive(standin.pdf(), "order.pdf", sender="anna@buyer.example")
    page = running.page(browser, "anna")
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(f"{running.address}/desk/orders/{order_id}")
    page.get_by_role("link", name="Reply …").click()
    text = page.get_by_label("Text")
    expect(text).to_contain_text("thank you for your order PO/2026/118")
    expect(
        page.get_by_role("button", name="Copy the text")
    ).to_be_visible()  # the script keeps what is typed from now on
    text.fill("Żółty\nor blue?")
    page.reload()
    expect(text).to_have_value("Żółty\nor blue?")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.get_by_role("status")).to_have_text("The text was copied.")
    link = page.get_by_role("link", name="Open in the mail program").get_attribute("href") or ""
    assert link.startswith("mailto:anna%40buyer.example?subject=")
    assert link.endswith("body=%C5%BB%C3%B3%C5%82ty%0Aor%20blue%3F")
    page.get_by_label("Language").select_option("pl")
    page.get_by_role("button", name="Draft anew").click()
    expect(text).to_contain_text("dziękujemy za zamówienie PO/2026/118")
    assert trouble == []
    page.context.close()


def test_the_pages_name_their_controls_and_can_be_read(running: Desk, browser: Browser) -> None:
    raw = bounced(mail(("order.pdf", order_pdf("7")), key="<7@x>")).as_bytes()
    take(running.store, parcel_of(raw, IntakeSettings(_env_file=None)), "mailbox")  # type: ignore[call-arg]
    order_id = running.receive(standin.pdf("Order 9"), "order.pdf")
    running.store.run(lambda tx: outbox.put(tx, "order.waiting", "https://erp.example/x", {"text": "Order 9"}))
    with running.store.read() as tx:
        aside = arrivals.asides(tx)[0]
    page = running.page(browser, "admin", role="admin")
    for address in ("/desk/aside", f"/desk/aside/{aside.id}", "/desk/outbox?state=waiting",
                    f"/desk/orders/{order_id}/reply"):  # fmt: skip
        page.goto(running.address + address)
        page.wait_for_load_state("networkidle")
        assert faint(page) == [], address
        unnamed = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a')].filter(n => !("
            "n.labels?.length || n.textContent.trim() || n.getAttribute('aria-label'))).map(n => n.outerHTML)"
        )
        assert unnamed == [], address
    page.goto(f"{running.address}/desk/aside/{aside.id}")
    assert page.evaluate("document.querySelector('figure img').naturalWidth") > 500
    page.get_by_role("button", name="It is an order: read it").click()
    page.wait_for_url("**/desk/orders/*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.context.close()
