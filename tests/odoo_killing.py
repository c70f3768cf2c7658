"""A push in a process of its own that is killed by SIGKILL at its n-th step, before or after it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from serving.odoo.client import OdooConnection, connect
from serving.odoo.proposal import Proposal, ProposedLine
from serving.odoo.record import Record
from serving.odoo.settings import OdooSettings
from serving.odoo.writer import Attachment, Source, WriteOptions, Written, push

FILES = (Attachment("order.pdf", b"%PDF-1.4 order"), Attachment("page-1.png", b"\x89PNG", "image/png"))
NOTE = "<p>Quantity: 10, 99%</p>"
KILLED = -9


def proposal(reference: str | None = "PO-7", **changes: Any) -> Proposal:
    """Two lines and a section for customer 20."""
    lines = (
        ProposedLine(0, None, "", 10, Decimal(10), 1, Decimal("2.50")),
        ProposedLine(None, "line_section", "Part <A>"),
        ProposedLine(1, None, "", 11, Decimal("1.5"), 1, Decimal("3.333"), Decimal(10)),
    )
    usual = {"company_id": 1, "partner_id": 20, "partner_invoice_id": 20, "partner_shipping_id": 20, "currency": "EUR",
             "client_order_ref": reference, "pricelist_id": None, "payment_term_id": None, "incoterm_id": None,
             "commitment_date": None, "date_order": None, "note": "", "lines": lines,
             "expected_net": Decimal("29.50")}  # fmt: skip
    return Proposal(**{**usual, **changes})


def source(text: str = "a", part: int = 0) -> Source:
    return Source(text.encode().hex().zfill(64)[-64:], f"{text}.pdf", part)


def write(
    settings: OdooSettings, record: Path | str, meant: Proposal, document: Source, stage: Any = "draft",
    watch: Callable[[str], None] | None = None,
) -> Written:  # fmt: skip
    """One push with a connection and a record of its own; `watch` hears of everything before and after it is done."""
    kept = Record.open(record, lease_seconds=5)
    with connect(settings) as connection:
        if watch is not None:
            _listen(connection, kept, watch)
        try:
            return push(meant, document, connection, kept, attachments=FILES, note=NOTE, options=WriteOptions(stage))
        finally:
            kept.close()


def killed_at(n: int, *push_arguments: Any) -> int:
    """Exit status of a process that pushes and is killed at its n-th moment: 0 if it got through, -9 if not."""

    def work() -> None:
        seen = 0

        def watch(_: str) -> None:
            nonlocal seen
            seen += 1
            if seen == n:
                os.kill(os.getpid(), signal.SIGKILL)

        settings, record, meant, document, stage = (*push_arguments, "draft")[:5]
        write(settings, record, meant, document, stage, watch)

    return forked(work).wait()


class forked:
    """A child process of this one that does `work` and nothing else."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                work()
                status = 0
            finally:
                os._exit(status)

    def wait(self) -> int:
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


def _listen(connection: OdooConnection, record: Record, watch: Callable[[str], None]) -> None:
    """Every call that writes, and every step of the record."""
    from serving.odoo.record import Hold

    for name in ("load", "call"):
        setattr(connection, name, _around(getattr(connection, name), watch, name))
    setattr(record, "_insert", _around(record._insert, watch, "insert"))  # noqa: B010 - in a child process alone
    setattr(Hold, "step", _around(Hold.step, watch, "step"))  # noqa: B010


def _around(method: Callable[..., Any], watch: Callable[[str], None], name: str) -> Callable[..., Any]:
    def listened(*args: Any, **kwargs: Any) -> Any:
        watch(f"before {name}")
        result = method(*args, **kwargs)
        watch(f"after {name}")
        return result

    return listened
