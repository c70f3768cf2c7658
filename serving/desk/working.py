"""The workers of one process: threads that take orders on, take back what is to be taken back, and tell of it."""

from __future__ import annotations

import logging
import secrets
import threading
from typing import TYPE_CHECKING

from data.errors import OrdermillError
from serving.desk.actions import LEARN, UNDO
from serving.desk.flow import Worker
from serving.desk.outgoing import EventSettings, Sender
from serving.desk.remembering import learn, memory_of
from serving.desk.steps import steps
from serving.desk.steps_write import take_back_order
from serving.desk.store import jobs, orders

if TYPE_CHECKING:
    from serving.desk.flow import Timed
    from serving.desk.office import Office

log = logging.getLogger("ordermill.worker")
LEASE = 60.0


class Team:
    """`count` workers in threads of their own. `start`, then `stop`, which lets each finish the step in hand."""

    def __init__(self, office: Office, count: int, pause: float = 0.5, timed: Timed | None = None) -> None:
        """Raises `SetupError` where other systems are to be told and that cannot work."""
        self.office, self.pause = office, pause
        self.workers = [Worker(office.store, steps(office), lease=LEASE, timed=timed) for _ in range(count)]
        # Two of them: a mail server that takes its time must not hold calls up, nor the other way round.
        self.senders = [Sender(office.store, EventSettings.load(), letters) for letters in (False, True)]
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        self._threads = [threading.Thread(target=w.run, args=(self.pause,), name="worker") for w in self.workers]
        self._threads.append(threading.Thread(target=self._beside, name="beside"))
        self._threads += [threading.Thread(target=s.run, args=(self.pause,), name="sender") for s in self.senders]
        for thread in self._threads:
            thread.start()

    @property
    def alive(self) -> bool:
        """False once one of the threads has ended that should not: what waits for it would wait for ever."""
        return bool(self._threads) and all(thread.is_alive() for thread in self._threads)

    def stop(self) -> None:
        self._over.set()
        for sender in self.senders:
            sender.stop()
        for worker in self.workers:
            worker.stop()
        for thread in self._threads:
            thread.join()

    def _beside(self) -> None:
        """What people asked for beside the flow: taken back, learnt."""
        name = secrets.token_hex(8)
        while not self._over.is_set():
            try:
                if undo_one(self.office, name) or learn_one(self.office, name):
                    continue
            except OrdermillError as error:
                log.error("%s %s", error.message, error.hint)
            except Exception:
                log.exception("an order could not be taken back; it is tried again")
            self._over.wait(self.pause)


def undo_one(office: Office, name: str = "beside") -> bool:
    """Take back the order that waits for it longest; False where none does. Tried again while Odoo is away.

    Args:
        name: of who does it, no other's.
    """
    odoo = office.odoo
    if odoo is None:
        return False
    job = office.store.run(lambda tx: jobs.claim(tx, name, [UNDO], LEASE))
    if job is None or job.order_id is None:
        return False
    with office.store.read() as tx:
        order = orders.get(tx, job.order_id)
    try:
        take_back_order(office.store, order, odoo, job)
    except Exception as error:
        again, said = min(300.0, 2.0**job.attempts), type(error).__name__
        office.store.run(lambda tx: jobs.release(tx, job.key, name, after=again, error=said))
        raise
    return True


def learn_one(office: Office, name: str = "beside") -> bool:
    """Have the sender memory learn from the order that waits for it longest; False where none does.

    Learning twice changes nothing, so an order whose worker was killed is learnt from again.
    """
    job = office.store.run(lambda tx: jobs.claim(tx, name, [LEARN], LEASE))
    if job is None or job.order_id is None:
        return False
    with office.store.read() as tx:
        order = orders.get(tx, job.order_id)
    try:
        learn(office.store, memory_of(office.store), order)
    except (OrdermillError, ValueError, KeyError) as error:
        log.error("order %s could not be learnt from: %s", order.id, type(error).__name__)
    office.store.run(lambda tx: jobs.drop(tx, job.key))
    return True
