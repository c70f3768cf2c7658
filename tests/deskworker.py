"""A worker of the order desk as a process: `python -m tests.deskworker URL DOCUMENTS`, until it is killed."""

from __future__ import annotations

import random
import sys
import time

from serving.desk.flow import Outcome, Step, Worker
from serving.desk.office import Office
from serving.desk.steps import steps
from serving.desk.store import Store, open_store
from serving.desk.store.rows import Order
from tests.standin import pipeline


def slowed(step: Step) -> Step:
    """As `step`, but long enough to be killed in the middle of."""

    def slow(store: Store, order: Order) -> Outcome:
        time.sleep(random.uniform(0, 0.1))  # noqa: S311
        return step(store, order)

    return slow


def main() -> None:
    store = open_store(sys.argv[1], sys.argv[2])
    Worker(
        store, {state: slowed(step) for state, step in steps(Office(store, pipeline=pipeline())).items()}, lease=2.0
    ).run(pause=0.1)


if __name__ == "__main__":
    main()
