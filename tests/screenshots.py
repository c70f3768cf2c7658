"""Pictures of the desk's pages for the manual: `python -m tests.screenshots docs/images`."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests import checkedorders, demodesk
from tests.browser import Desk, chromium, desk
from tests.goldreader import GoldReader

TABLET = {"width": 1024, "height": 768}
LARGEST = 100_000
PLAIN = {"desk-figures": "/desk/figures", "desk-rules": "/desk/rules", "desk-people": "/desk/people",
         "desk-privacy": "/desk/privacy"}  # fmt: skip
"""Pages that need nothing done before, seen by an admin."""


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    orders = demodesk.made()
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        with desk(Path(place) / "orders", GoldReader(orders).pipeline()) as running:
            ids = [running.receive(made.pdf, made.name) for made in orders]
            demodesk.fill(running.store, ids, orders)
            _orders(browser, running, ids, folder)
        _certainty(browser, Path(place), folder)


def _orders(browser: Browser, running: Desk, ids: list[str], folder: Path) -> None:
    clerk, admin = running.page(browser, "anna"), running.page(browser, "ada", role="admin")
    clerk.goto(f"{running.address}/desk")
    _save(clerk, folder / "desk-queue.png")
    _open(clerk, running, ids[0])
    _save(clerk, folder / "desk-order.png")
    clerk.keyboard.press("?")
    _save(clerk, folder / "desk-keys.png")
    tablet = running.page(browser, "kerstin", size=TABLET, language="de")
    _open(tablet, running, ids[1])
    _save(tablet, folder / "desk-order-tablet.png")
    admin.goto(f"{running.address}/desk/orders/{ids[0]}/story")
    _save(admin, folder / "desk-story.png")
    for name, path in PLAIN.items():
        admin.goto(f"{running.address}{path}")
        _save(admin, folder / f"{name}.png")


def _certainty(browser: Browser, place: Path, folder: Path) -> None:
    """A desk with twelve weeks of checked orders, a point taken with the keyboard."""
    model = checkedorders.model(place / "model")
    with desk(place / "certainty", GoldReader([]).pipeline(), working=False, model=model) as running:
        checkedorders.check(running.store, model, {"text": 620, "clean": 160, "poor": 30})
        checkedorders.receive(running.store, 1000)
        page = running.page(browser, "ada", role="admin", size={"width": 1280, "height": 1420})
        page.goto(f"{running.address}/desk/guarantee")
        page.locator("#curve-text svg a").nth(4).focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#curve-text dl")
        page.fill("input[name=note]", "after the pilot")
        page.click("form[action$=choose] button")
        page.wait_for_selector(".good")
        checkedorders.pass_by(running.store, 200, drawn=11, seen=9)
        page.goto(f"{running.address}/desk/guarantee")
        _save(page, folder / "desk-certainty.png")


def _open(page: Page, running: Desk, order_id: str) -> None:
    page.goto(f"{running.address}/desk/orders/{order_id}")
    page.wait_for_selector(".review.ready")
    page.wait_for_function("() => [...document.querySelectorAll('.page img')].every(i => i.complete && i.naturalWidth)")


def _save(page: Page, path: Path) -> None:
    """As PNG below `LARGEST` bytes, with as many colours and pixels as that allows."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    for share, colours in ((1.0, 256), (1.0, 64), (1.0, 24), (0.75, 64), (0.75, 24)):
        size = round(picture.width * share), round(picture.height * share)
        out = io.BytesIO()
        picture.resize(size).quantize(colours).save(out, "PNG", optimize=True)
        if out.tell() < LARGEST:
            path.write_bytes(out.getvalue())
            return
    raise RuntimeError(f"{path.name} is larger than {LARGEST} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
