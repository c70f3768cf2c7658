"""Write to Odoo once, or export where there is none; follow what became of it; take it back when asked."""

from __future__ import annotations

import gzip
import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import SQLAlchemyError

from data.errors import OrdermillError
from data.result import Extraction
from data.schema import Document
from serving.desk.flow import Outcome, Step
from serving.desk.outgoing import announce
from serving.desk.remembering_codes import bound_lines, learn_codes
from serving.desk.states import State
from serving.desk.steps import WORDS
from serving.desk.store import Store, Tx, jobs, orders, versions
from serving.desk.store.rows import Job, Order
from serving.odoo.errors import OdooError
from serving.odoo.taught import Taught
from serving.odoo.writer import Attachment, Source, Stage, WriteOptions, Written, push
from serving.odoo.writing.follow import observe
from serving.odoo.writing.notes import note_of
from serving.odoo.writing.pages import pictures
from serving.odoo.writing.undo import undo as take_back

if TYPE_CHECKING:
    from serving.desk.odoo_access import OdooAccess
    from serving.desk.office import Office
    from serving.odoo.proposal import Proposal

log = logging.getLogger("ordermill.flow")

EXPORTS = {"orderx": ".orderx.xml", "ubl": ".ubl.xml", "csv": ".csv"}
"""Suffix of an order as a file, beside its document."""
RENAMED = {"line_missing": "line_not_written"}
"""Findings of the writer whose code the desk's rules have for something else."""
FOLLOWED = 14 * 86_400.0
"""Seconds for which a confirmed order is looked at until everything is reserved."""
ASKED_ANEW = "duplicate_order"
"""The writer looks for the same order itself, and knows its own from another's."""


class Busy(Exception):
    """Another worker has the order in the record of writes; try again."""


def steps(office: Office) -> dict[State, Step]:
    odoo = office.odoo

    def ready(store: Store, order: Order) -> Outcome:
        return Outcome("writing" if odoo is not None else "exportable")

    def exportable(store: Store, order: Order) -> Outcome:
        return _export(store, order, office)

    found: dict[State, Step] = {"ready": ready, "exportable": exportable}
    if odoo is not None:

        def writing(store: Store, order: Order) -> Outcome:
            return _write(store, order, odoo)

        def written(store: Store, order: Order) -> Outcome:
            return Outcome("confirmed" if order.stage == "confirm" else "done")

        def confirmed(store: Store, order: Order) -> Outcome:
            return _follow(order, odoo)

        found |= {"writing": writing, "written": written, "confirmed": confirmed}
    return found


def _latest(store: Store, order: Order) -> dict[str, Any]:
    with store.read() as tx:
        known = versions.extraction(tx, order.id)
    if known is None:
        raise LookupError("an order without an extraction is not written")
    return known.result


def _answered(store: Store, order: Order) -> frozenset[tuple[str, int | None]]:
    """Findings that rules or person had before them when they let it go on; what came up since still stops."""
    with store.read() as tx:
        known = versions.proposal(tx, order.id)
    found = [] if known is None or known.proposal is None else known.proposal["findings"]
    return frozenset((str(f["code"]), f["line"]) for f in found)


def _write(store: Store, order: Order, odoo: OdooAccess) -> Outcome:
    result = _latest(store, order)
    extraction = Extraction.from_dict(result)
    try:
        made = odoo.preview(extraction, order.sender, bound_lines(result))
        if made.proposal is None:
            return _back(order, "no_mirror")
        findings = tuple(f for f in made.findings if f.code != ASKED_ANEW)
        content = store.files.get(order.document) or b""
        kind = "application/pdf" if content[:5] == b"%PDF-" else "application/octet-stream"
        files = [Attachment(order.file, content, kind), *pictures(content, _words(store, order), extraction)]
        stage: Stage = "confirm" if order.stage == "confirm" else "draft"
        written = push(
            made.proposal, Source(order.document, order.file, order.part, order.received_at), odoo.connection(),
            odoo.record, attachments=files, note=note_of(extraction, made.proposal, findings),
            options=WriteOptions(stage, answered=_answered(store, order), digits=made.digits),
        )  # fmt: skip
    except OdooError as error:
        raise odoo.failed(error) from error
    if written.good:
        _learn(store, order, odoo, result, made.proposal)
    return _written(order, written)


def _learn(store: Store, order: Order, odoo: OdooAccess, result: dict[str, Any], proposal: Proposal) -> None:
    """What the customer calls the products that a person chose or corrected. Never a reason to hold an order up."""
    if odoo.mirror is None:
        return
    with store.read() as tx:
        corrected = versions.corrections(tx, order.id)
    try:
        learn_codes(odoo.mirror, order, result, proposal, corrected, _words(store, order), written=True)
    except SQLAlchemyError as error:
        log.error("the codes of order %s were not learnt: %s", order.id, type(error).__name__)


def _written(order: Order, written: Written) -> Outcome:
    if written.state == "busy":
        raise Busy
    data = {"state": written.state, "odoo": written.order_id, "name": written.order_name}
    if written.good:
        done = {"written_id": written.order_id, "written_name": written.order_name, "reason": None}
        return Outcome("written", done, data)
    code = {"mismatch": "write_mismatch", "duplicate": "write_duplicate", "gone": "write_gone"}.get(
        written.state, "write_refused"
    )
    said = written.findings[0] if written.findings else None
    told = {"message": said.message if said else "", "todo": said.todo if said else ""}

    def record(tx: Tx, moved: Order) -> None:
        new = [versions.NewException(code, "stop", None, None, told)]
        for f in written.findings:
            if f.severity != "note":
                data = {"message": f.message, "todo": f.todo}
                new.append(versions.NewException(RENAMED.get(f.code, f.code), f.severity, f.line, f.field, data))
        versions.replace_exceptions(tx, moved.id, new, "worker")

    values: dict[str, Any] = {"reason": code}
    if written.state == "mismatch":
        values |= {"written_id": written.order_id, "written_name": written.order_name}
    return Outcome("waiting", values, data | {"code": code}, record)


def _back(order: Order, code: str) -> Outcome:
    def record(tx: Tx, moved: Order) -> None:
        versions.replace_exceptions(tx, moved.id, [versions.NewException(code, "stop")], "worker")

    return Outcome("waiting", {"reason": code}, {"code": code}, record)


def _follow(order: Order, odoo: OdooAccess) -> Outcome:
    """What Odoo says of a confirmed order: done once all is reserved; to a person where it was cancelled there."""
    row = None if order.written_id is None else odoo.record.of_order(order.written_id)
    if row is None:
        return Outcome("done", {}, {"reservation": "unknown"})
    try:
        found = observe(odoo.connection(), odoo.record, row)
    except OdooError as error:
        raise odoo.failed(error) from error
    if found.state in (None, "cancel"):
        return _back(order, "write_gone")
    since = (datetime.now(UTC) - order.changed_at).total_seconds()
    if found.reservation in ("waiting", "partly") and since < FOLLOWED:
        return Outcome(None, after=min(3600.0, max(60.0, since / 4)))

    def record(tx: Tx, moved: Order) -> None:
        tx.log("reserved", "worker", moved.id, reservation=found.reservation)

    told = {"state": found.state, "reservation": found.reservation}
    return Outcome("done", {}, told, record if found.reserved else None)


def _words(store: Store, order: Order) -> Document | None:
    kept = store.files.get(order.document, WORDS)
    return None if kept is None else Document.from_dict(json.loads(gzip.decompress(kept)))


def _export(store: Store, order: Order, office: Office) -> Outcome:
    """The order as a file: beside its document, and in the folder for exports where there is one."""
    from serving.exports import order_x, table, ubl

    extraction = Extraction.from_dict(_latest(store, order))
    form = office.settings.export_form
    try:
        made = {"orderx": order_x, "ubl": ubl, "csv": table}[form](extraction)
    except OrdermillError as error:
        told = {"message": error.message, "todo": error.hint}

        def record(tx: Tx, moved: Order) -> None:
            new = [versions.NewException("export_impossible", "stop", None, None, told)]
            versions.replace_exceptions(tx, moved.id, new, "worker")

        return Outcome("waiting", {"reason": "export_impossible"}, {"code": "export_impossible"}, record)
    suffix = EXPORTS[form] if not order.part else f".{order.part}{EXPORTS[form]}"
    store.files.put(order.document, made.content, suffix)
    if office.settings.exports is not None:
        office.settings.exports.mkdir(parents=True, exist_ok=True)
        target = office.settings.exports / f"{order.id}{EXPORTS[form]}"
        beside = target.with_name(f".{target.name}.part")
        beside.write_bytes(made.content)
        beside.replace(target)
    return Outcome("exported", {}, {"form": form, "left_out": len(made.left_out)})


def take_back_order(store: Store, order: Order, odoo: OdooAccess, job: Job, why: str = "") -> bool:
    """Cancel in Odoo what was written of an order; False where that is refused: a person sees why on the order then.

    Either way `job` is done with it, in the same transaction.
    """
    row = None if order.written_id is None else odoo.record.of_order(order.written_id)
    try:
        done = None if row is None else take_back(odoo.connection(), odoo.record, row, reason=why)
    except OdooError as error:
        raise odoo.failed(error) from error
    if done is not None and any(f.code == "busy" for f in done.findings):
        raise Busy
    if done is not None and done.done and odoo.mirror is not None:
        Taught(odoo.mirror).take_back(order.id)
    findings = () if done is None else done.findings
    codes = [f.code for f in findings] or ["undo_nothing"]

    def write(tx: Tx) -> bool:
        now = orders.get(tx, order.id)
        jobs.drop(tx, job.key)
        if done is not None and done.done:
            versions.close_exceptions(tx, now.id, "worker", "overtaken")
            announce(tx, orders.move(tx, now, "undone", "worker", odoo=now.written_id))
            return True
        new = [versions.NewException(f.code, "stop", None, None, {"message": f.message, "todo": f.todo})
               for f in findings] or [versions.NewException("undo_nothing", "stop")]  # fmt: skip
        versions.replace_exceptions(tx, now.id, new, "worker")
        announce(tx, orders.change(tx, now, {"reason": codes[0]}, "waiting" if now.state != "waiting" else None))
        tx.log("undo_refused", "worker", now.id, codes=codes)
        return False

    return store.run(write)
