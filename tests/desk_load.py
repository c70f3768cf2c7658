"""Many orders over HTTP on loopback: rate, answers, and whether memory stays level.

    python -m tests.desk_load --orders 2000

The service runs in a child of this process with the stand-in for the model, so that what is measured is the desk:
receiving, storing, the flow. Memory is the child's resident set; its slope is a least-squares line over the second
half, when caches are filled. Prints JSON.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import socket
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import httpx
import numpy as np
import uvicorn

from serving.desk.working import Team
from tests.desksite import site
from tests.standin import ORDER, pdf

SAMPLES = 100
"""Looks at memory over a run."""


def serve(folder: str, listening: socket.socket, tell: Connection) -> None:
    """The desk with one worker; tells the key of a clerk first, then takes orders until it is ended."""
    with site(Path(folder)) as desk:
        tell.send(desk.keys["clerk"])
        team = Team(desk.office, 1)
        team.start()
        uvicorn.Server(uvicorn.Config(desk.app, log_level="error", lifespan="off")).run([listening])
        team.stop()


def resident(process: int) -> float:
    """Megabytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def measure(base: str, key: str, process: int, count: int, at_once: int) -> dict[str, object]:
    """Send `count` orders, `at_once` at a time, wait until all are worked on."""
    every = max(1, count // SAMPLES)
    looks: list[tuple[int, float]] = []
    answers: Counter[int] = Counter()
    without = 0
    limits = httpx.Limits(max_connections=at_once)
    with httpx.Client(headers={"X-API-Key": key}, timeout=120, limits=limits) as client:

        def send(number: int) -> httpx.Response:
            return client.post(f"{base}/v1/orders", files={"file": ("a.pdf", pdf(f"Order P{number}", *ORDER[1:]))})

        started = time.monotonic()
        with ThreadPoolExecutor(at_once) as senders:
            for number, answer in enumerate(senders.map(send, range(count)), 1):
                answers[answer.status_code] += 1
                without += answer.status_code != 202 and "retry-after" not in answer.headers
                if number % every == 0:
                    looks.append((number, resident(process)))
        taken = time.monotonic() - started
        while any(client.get(f"{base}/v1/orders", params={"state": state, "limit": 1}).json()["count"]
                  for state in ("received", "extracted", "matched")):  # fmt: skip
            time.sleep(0.5)
        worked = time.monotonic() - started
    half = np.array(looks[len(looks) // 2 :])
    slope = float(np.polyfit(half[:, 0], half[:, 1], 1)[0] * 1000)
    return {
        "orders": count, "at_once": at_once, "answers": dict(answers), "refused_without_retry_after": without,
        "orders_per_second_taken": round(count / taken, 1), "orders_per_second_worked": round(count / worked, 1),
        "mb_first": round(looks[0][1], 1), "mb_half": round(float(half[0, 1]), 1), "mb_last": round(looks[-1][1], 1),
        "mb_end": round(resident(process), 1), "mb_per_1000_orders": round(slope, 2),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=2000)
    parser.add_argument("--at-once", type=int, default=8)
    given = parser.parse_args()
    fresh = multiprocessing.get_context("spawn")
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    hear, tell = fresh.Pipe()
    with tempfile.TemporaryDirectory() as folder:
        service = fresh.Process(target=serve, args=(folder, listening, tell))
        service.start()
        try:
            base = f"http://127.0.0.1:{listening.getsockname()[1]}"
            print(json.dumps(measure(base, hear.recv(), service.pid or 0, given.orders, given.at_once), indent=2))
        finally:
            service.terminate()
            service.join()


if __name__ == "__main__":
    main()
