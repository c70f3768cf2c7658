"""Pictures of the desk's pages for the manual: `python -m tests.screenshots docs/images`."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests import demodesk
from tests.browser import Desk, chromium, desk
from tests.goldreader import GoldReader

TABLET = {"width": 1024, "height": 768}
LARGEST = 150_000


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    orders = demodesk.made()
    pipeline = GoldReader(orders).pipeline()
    with tempfile.TemporaryDirectory() as place, chromium() as browser, desk(Path(place), pipeline) as running:
        ids = [running.receive(made.pdf, made.name) for made in orders]
        demodesk.fill(running.store, ids, orders)
        _shots(running.page(browser, "anna"), running, ids, folder)
        tablet = running.page(browser, "kerstin", size=TABLET, language="de")
        _open(tablet, running, ids[1])
        _save(tablet, folder / "review-tablet.webp")


def _shots(page: Page, running: Desk, ids: list[str], folder: Path) -> None:
    page.goto(f"{running.address}/desk")
    _save(page, folder / "queue.webp")
    _open(page, running, ids[0])
    _save(page, folder / "review.webp")
    page.keyboard.press("?")
    _save(page, folder / "review-keys.webp")
    page.keyboard.press("Escape")
    page.locator(".preview").scroll_into_view_if_needed()
    _save(page, folder / "review-preview.webp")


def _open(page: Page, running: Desk, order_id: str) -> None:
    page.goto(f"{running.address}/desk/orders/{order_id}")
    page.wait_for_selector(".review.ready")
    page.wait_for_function("[...document.querySelectorAll('.page img')].every(i => i.complete && i.naturalWidth)")


def _save(page: Page, path: Path) -> None:
    """As WebP below `LARGEST` bytes."""
    picture = Image.open(io.BytesIO(page.screenshot()))
    for quality in (88, 75, 60, 45):
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        if out.tell() < LARGEST:
            path.write_bytes(out.getvalue())
            return
    raise RuntimeError(f"{path.name} is larger than {LARGEST} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
