"""Pictures of the desk's pages for the manual: `python -m tests.screenshots docs/images`."""

from __future__ import annotations

import io
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from serving.desk import actions
from serving.desk.office import Office
from serving.desk.store import Store, Tx, orders, tables
from serving.desk.store.rows import Order
from serving.pipeline import Pipeline
from tests import checkedorders, demodesk, desk_odoo, figures
from tests.browser import Desk, chromium, desk
from tests.desks import opened, sqlite
from tests.goldreader import GoldReader
from tests.odoo_double import running as odoo
from tests.standin import in_process, pdf

TABLET = {"width": 1024, "height": 768}
TALL = {"width": 1280, "height": 1400}
LARGEST = 100_000
PLAIN = {"desk-rules": "/desk/rules", "desk-people": "/desk/people",
         "desk-privacy": "/desk/privacy"}  # fmt: skip
"""Pages that need nothing done before, seen by an admin."""


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    made = demodesk.made()
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        with desk(Path(place) / "orders", GoldReader(made).pipeline()) as running:
            ids = [running.receive(one.pdf, one.name) for one in made]
            demodesk.fill(running.store, ids, made)
            _orders(browser, running, ids, folder)
        _certainty(browser, Path(place), folder)
        _figures(browser, Path(place) / "figures", folder)
        _story(browser, Path(place) / "story", folder)


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


def _figures(browser: Browser, place: Path, folder: Path) -> None:
    place.mkdir()
    store = opened(sqlite(place), place)
    figures.fill(store, 4000)
    with store.write() as tx:  # these events were not logged: the next one comes behind them
        for code, real in (("price", "price_differs"), ("unit", "unit_unknown")):
            tx.execute(tables.exceptions.update().where(tables.exceptions.c.code == code).values(code=real))
        tx.execute(tables.chain.update().values(seq=8 * 4000))
    store.close()
    with desk(place, GoldReader([]).pipeline(), working=False) as running:
        page = running.page(browser, "ada", role="admin", size=TALL)
        page.goto(f"{running.address}/desk/figures?since=2026-01-05&until=2026-03-29")
        _save(page, folder / "desk-figures.png")


def _story(browser: Browser, place: Path, folder: Path) -> None:
    """An order corrected, approved and written to a double of Odoo."""
    with odoo(19) as double:
        settings = double.settings(mirror=str(place / "mirror.db"), retries=0)
        place.mkdir()
        desk_odoo.synced(settings)
        reader = Pipeline(desk_odoo.Doubting(), in_process)
        rules = "value: {review_above: 10}"

        def made(store: Store) -> Office:
            return replace(desk_odoo.office(store, settings, rules=rules), pipeline=reader)

        with desk(place, reader, working=False, made=made) as running:
            store = running.store
            order_id = running.receive(pdf(*desk_odoo.page("PO-7")), "order.pdf", sender="buy@acme.test")

            def now(tx: Tx) -> Order:
                return orders.get(tx, order_id)

            changes = [actions.Change("fields.order_number", "PO-7"), actions.Change("lines.0.fields.quantity", "12")]
            store.run(lambda tx: actions.correct(tx, now(tx), "anna", changes))
            running.settle(order_id)
            store.run(lambda tx: actions.approve(tx, now(tx), "piotr", {"value_above"}))
            while running.worker.work():
                pass
            page = running.page(browser, "piotr", role="approver", size=TALL)
            page.goto(f"{running.address}/desk/orders/{order_id}/story")
            _save(page, folder / "desk-story.png")


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
