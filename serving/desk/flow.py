"""Takes orders from state to state until they rest. Any number of workers, each of which may be killed at any moment.

A step does its work outside a transaction and must be repeatable; its result, the new state, the event and the next job
are written in one. A worker whose lease ran out finds its job held by another and writes nothing.
"""

from __future__ import annotations

import dataclasses
import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from data.errors import OrdermillError, SetupError
from serving.desk.outgoing import announce
from serving.desk.states import State
from serving.desk.store import Store, StoreUnavailable, Tx, jobs, orders
from serving.desk.store.files import FilesUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serving.desk.store.rows import Job, Order

log = logging.getLogger("ordermill.flow")

MOST_ATTEMPTS = 5
"""Starts of one step without an end, after which the order goes to a person: its document may kill workers."""


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What a step comes to: the next state, columns of the order, an event's data, and rows written with them."""

    to: State | None
    """None: as before, and the step is taken again `after` seconds."""
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    data: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    record: Callable[[Tx, Order], None] | None = None
    after: float = 0.0


class Away(OrdermillError):
    """Something that an order needs is not there now: it waits and goes on by itself, however long that takes."""

    code = "away"


NOBODYS_FAULT = (Away, StoreUnavailable, FilesUnavailable, SetupError)
"""Errors that no order is to blame for: they count for nothing."""
AWAY_SECONDS = 15.0
"""How long an order waits then before it is tried again."""

Step = Callable[[Store, "Order"], Outcome]
"""Work of one state. It may be done twice; it must not raise for what a document is to blame for."""
Timed = Callable[[State, str, float], None]
"""Told of every step: its state, how it ended (done, again, away or failed) and the seconds it took."""


class _Lost(Exception):
    """The job belongs to another worker now."""


class Worker:
    """Takes due orders one after the other through `steps`. Run one a thread or process."""

    def __init__(
        self, store: Store, steps: Mapping[State, Step], *, lease: float = 60.0, timed: Timed | None = None
    ) -> None:  # fmt: skip
        self.store, self.steps, self.lease, self.timed = store, steps, lease, timed
        self.name = secrets.token_hex(8)
        self._stop = threading.Event()

    def run(self, pause: float = 0.5) -> None:
        """Work until `stop`; with nothing to do look again every `pause` seconds."""
        while not self._stop.is_set():
            try:
                busy = self.work()
            except StoreUnavailable as error:
                log.error("%s %s", error.message, error.hint)
                busy = False
            if not busy:
                self._stop.wait(pause)

    def stop(self) -> None:
        """Let `run` end after the step in hand. Safe in a signal handler."""
        self._stop.set()

    def work(self) -> bool:
        """Take one order as far as it goes; False where none is due."""
        job = self.store.run(lambda tx: jobs.claim(tx, self.name, [orders.FLOW], self.lease))
        if job is None or job.order_id is None:
            return False
        try:
            with self._kept(job):
                self._follow(job, job.order_id)
        except (_Lost, orders.Overtaken):
            log.info("order %s is in other hands", job.order_id)
        except NOBODYS_FAULT as error:
            log.error("order %s waits: %s %s", job.order_id, error.message, error.hint)
            code = error.code
            self.store.run(
                lambda tx: jobs.release(tx, job.key, self.name, after=AWAY_SECONDS, error=code, counted=False)
            )
        except Exception as error:
            # The type alone: texts of errors may hold what the document says.
            log.exception("order %s: step failed, attempt %d", job.order_id, job.attempts)
            said, again = type(error).__name__, min(300.0, 2.0**job.attempts)
            self.store.run(lambda tx: jobs.release(tx, job.key, self.name, after=again, error=said))
        return True

    def _follow(self, job: Job, order_id: str) -> None:
        with self.store.read() as tx:
            order = orders.get(tx, order_id)
        attempts = job.attempts
        while (step := self.steps.get(order.state)) is not None and not self._stop.is_set():
            outcome = _given_up(order) if attempts > MOST_ATTEMPTS else self._taken(step, order)
            if outcome.to is None:
                self.store.run(partial(jobs.release, key=job.key, worker=self.name, after=outcome.after, counted=False))
                return
            order = self._done(job, order, outcome, outcome.to)
            attempts = 1
        self.store.run(lambda tx: jobs.release(tx, job.key, self.name))

    def _taken(self, step: Step, order: Order) -> Outcome:
        began, ended = time.monotonic(), "failed"
        try:
            outcome = step(self.store, order)
            ended = "again" if outcome.to is None else "done"
            return outcome
        except NOBODYS_FAULT:
            ended = "away"
            raise
        finally:
            if self.timed is not None:
                self.timed(order.state, ended, time.monotonic() - began)

    def _done(self, job: Job, order: Order, outcome: Outcome, to: State) -> Order:
        def write(tx: Tx) -> Order:
            if not jobs.holds(tx, job.key, self.name):
                raise _Lost
            moved = orders.change(tx, order, outcome.values, to)
            if outcome.record is not None:
                outcome.record(tx, moved)
            announce(tx, moved)
            tx.log(to, "worker", order.id, **outcome.data)
            return moved

        return self.store.run(write)

    @contextmanager
    def _kept(self, job: Job) -> Iterator[None]:
        """Renews the lease while the block runs."""
        over = threading.Event()

        def renew() -> None:
            while not over.wait(self.lease / 3):
                try:
                    self.store.run(lambda tx: jobs.renew(tx, job.key, self.name, self.lease))
                except StoreUnavailable:
                    log.warning("the lease of order %s could not be renewed", job.order_id)

        thread = threading.Thread(target=renew, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


def _given_up(order: Order) -> Outcome:
    """To a person, in whatever state it was: where the document could not even be read it failed."""
    to: State = "failed" if order.state == "received" else "waiting"
    return Outcome(to, {"reason": "gave_up"}, {"code": "gave_up", "state": order.state})
