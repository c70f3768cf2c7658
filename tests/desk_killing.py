"""Orders through workers that are killed: `python -m tests.desk_killing --orders 500 --kills 60 --database sqlite`.

Workers are processes that write to the double of an Odoo server and are ended by SIGKILL at random moments. At the end
every order must have been written once, in the desk's books and in the server's, and the chain of events be whole.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import SecretStr

from serving.desk import states
from serving.desk.flow import Outcome, Step, Worker
from serving.desk.guarding import WATCH
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, events, jobs, open_store, orders, tables, versions
from serving.desk.store.rows import Order
from serving.odoo.settings import OdooSettings
from tests import databases, desk_odoo, desks
from tests.odoo_double import Double, running
from tests.repo import ROOT
from tests.standin import pdf

WORKERS = 2
IDLE = 180
"""Seconds without any event after which a run is given up: a busy machine is slow, and slow is not stuck."""
STORY = ["received", "extracted", "matched", "ready", "writing", "written", "confirmed", "reserved", "done"]
"""Kinds of the events of an order that nothing stops."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a run; `wrong` says what is not as it should be."""

    orders: int
    kills: int
    seconds: float
    states: dict[str, int]
    in_odoo: int
    chain: int
    wrong: tuple[str, ...] = ()


def run(count: int, kills: int, url: str, folder: Path) -> Ran:
    """`count` orders, `kills` kills. The database at `url` must be empty."""
    began = time.monotonic()
    with running(19) as double:
        settings = double.settings(mirror=str(folder / "mirror.db"))
        desk_odoo.synced(settings)
        store = open_store(url, folder / "documents")
        desk_odoo.office(store, settings)  # keeps the rules
        made = [receive(store, pdf(*desk_odoo.page(f"PO-{n}")), f"{n}.pdf", source="api", by="erp")[0].id
                for n in range(count)]  # fmt: skip
        killed = _worked(store, _command(url, folder, double), count, kills)
        found = _judged(store, double, made, killed, time.monotonic() - began)
        store.close()
    return found


def _worked(store: Store, command: list[str], count: int, kills: int) -> int:
    """Until all rest; how many kills that were."""
    workers = [subprocess.Popen(command, cwd=ROOT) for _ in range(WORKERS)]
    try:
        for n in range(kills):
            before, until = _events(store), time.monotonic() + 60
            # A busy machine needs time to start Python: a kill counts once something was worked on.
            while _events(store) == before and _resting(store) < count and time.monotonic() < until:
                time.sleep(0.02)
            if _resting(store) == count:
                return n
            time.sleep(random.uniform(0, 0.5))  # noqa: S311
            workers[n % WORKERS].kill()
            workers[n % WORKERS].wait()
            workers[n % WORKERS] = subprocess.Popen(command, cwd=ROOT)
        before, until = _events(store), time.monotonic() + IDLE
        while _resting(store) < count and time.monotonic() < until:
            time.sleep(0.1)
            if (now := _events(store)) != before:
                before, until = now, time.monotonic() + IDLE
        return kills
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()


def _judged(store: Store, double: Double, made: list[str], kills: int, seconds: float) -> Ran:
    wrong: list[str] = []
    sold = [o for o in double.store.rows["sale.order"].values() if o["state"] != "cancel"]
    lines = Counter(line["order_id"] for line in double.store.rows["sale.order.line"].values())
    files = Counter(file["res_id"] for file in double.store.rows["ir.attachment"].values())
    with store.read() as tx:
        by_state = orders.by_state(tx)
        for order_id in made:
            order = orders.get(tx, order_id)
            if [e.kind for e in events.of_order(tx, order_id) if e.by != WATCH] != STORY:
                wrong.append(f"story of {order_id}")
            if len(versions.extractions(tx, order_id)) != 1 or len(versions.decisions(tx, order_id)) != 1:
                wrong.append(f"versions of {order_id}")
            if [o["id"] for o in sold if o["client_order_ref"] == order.order_number] != [order.written_id]:
                wrong.append(f"sale order of {order_id}")
        verified = events.verify(tx)
        wrong += [f"chain: {verified.broken}"] if verified.broken else []
        wrong += ["jobs are left"] if jobs.depth(tx, orders.FLOW) else []
    wrong += [f"lines of {o['name']}" for o in sold if lines[o["id"]] != 2]
    wrong += [f"files of {o['name']}" for o in sold if files[o["id"]] != 2]
    wrong += [f"state of {o['name']}" for o in sold if o["state"] != "sale"]
    wrong += [] if len(sold) == len(made) == by_state.get("done") else ["numbers of orders"]
    return Ran(len(made), kills, round(seconds, 1), by_state, len(sold), verified.events, tuple(wrong))


def _events(store: Store) -> int:
    """How many there are so far."""
    with store.read() as tx:
        return int(tx.execute(tables.chain.select()).one().seq)


def _resting(store: Store) -> int:
    with store.read() as tx:
        return sum(n for state, n in orders.by_state(tx).items() if state in states.RESTING)


def _command(url: str, folder: Path, double: Double) -> list[str]:
    settings = double.settings()
    told = {"url": settings.url, "database": settings.database, "login": settings.login, "retries": 2,
            "mirror": str(folder / "mirror.db"), "timeout": 20}  # fmt: skip
    key = settings.api_key.get_secret_value() if settings.api_key is not None else ""
    return [sys.executable, "-m", "tests.desk_killing", "--work", json.dumps([url, str(folder), told, key])]


def _work(told: str) -> None:
    """A worker, until it is killed."""
    url, folder, settings, key = json.loads(told)
    store = open_store(url, Path(folder) / "documents")
    odoo = OdooSettings(_env_file=None, api_key=SecretStr(key), **settings)  # type: ignore[call-arg]
    taken = steps(desk_odoo.office(store, odoo))
    Worker(store, {state: _slowed(step) for state, step in taken.items()}, lease=2.0).run(pause=0.05)


def _slowed(step: Step) -> Step:
    """As `step`, but long enough to be killed in the middle of."""

    def slow(store: Store, order: Order) -> Outcome:
        time.sleep(random.uniform(0, 0.02))  # noqa: S311
        return step(store, order)

    return slow


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=500)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.work:
        _work(told.work)
        return
    with ExitStack() as kept:
        folder = Path(kept.enter_context(tempfile.TemporaryDirectory()))
        if told.database == "postgresql":
            url = desks.fresh_database(kept.enter_context(databases.postgres()))
        else:
            url = desks.sqlite(folder)
        ran = run(told.orders, told.kills, url, folder)
    print(json.dumps(asdict(ran)))
    sys.exit(int(bool(ran.wrong)))


if __name__ == "__main__":
    main()
