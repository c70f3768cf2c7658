"""Writing one order, once: record, search, create, read back, attach, note, confirm.

Every step may be the last one of this process. A later `push` of the same document takes the row up again, finds what
is there already, and goes on; two workers at once are told apart by the record.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from serving.odoo.connection import Connection, Loaded
from serving.odoo.errors import Denied, Missing, OdooError, Refused, ServerFault, Unreachable
from serving.odoo.proposal import Finding, Proposal
from serving.odoo.record import Claim, Hold, Intent, Record, Row, findings_json, now
from serving.odoo.writing.compare import differences, read_order
from serving.odoo.writing.confirming import confirm
from serving.odoo.writing.extras import TRIES, Attachment, attach, pause, post_note
from serving.odoo.writing.follow import follow
from serving.odoo.writing.rows import CONTEXT, Group, context, digest, groups, identity, origin

Stage = Literal["shadow", "draft", "confirm"]
State = Literal["shadow", "stopped", "busy", "duplicate", "refused", "draft", "confirmed", "mismatch", "gone"]


@dataclass(frozen=True, slots=True)
class Source:
    """The document that an order came from."""

    sha256: str
    file: str
    part: int = 0
    """Which order of a file that holds several."""
    received_at: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class WriteOptions:
    stage: Stage = "draft"
    answered: frozenset[tuple[str, int | None]] = frozenset()
    """Findings (code, line) that a person has answered: they no longer stop."""
    again: bool = False
    """A person says that this is another order though the number was used before."""
    digits: int = 2
    """Decimals of the order's currency."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a push. `duplicate`: nothing written, `findings` list how the order that is there differs.
    `mismatch`: written and kept as a draft, `findings` say what Odoo made different. `busy`: another worker has it."""

    state: State
    findings: tuple[Finding, ...] = ()
    row: Row | None = None
    order_id: int | None = None
    order_name: str | None = None

    @property
    def good(self) -> bool:
        return self.state in ("shadow", "draft", "confirmed")


def push(
    proposal: Proposal, source: Source, connection: Connection, record: Record, *,
    attachments: Sequence[Attachment] = (), note: str = "", options: WriteOptions | None = None,
) -> Written:  # fmt: skip
    """Write `proposal`, as far as `options.stage` says. May be repeated at any time with the same arguments.

    Args:
        note: HTML for the order's internal note (`writing.notes.note_of`).

    Raises:
        OdooError: the server cannot be reached or has failed. What was begun is in the record, and the same call
            goes on with it.
    """
    options = options or WriteOptions()
    stopping = tuple(f for f in proposal.findings if f.severity == "stop" and (f.code, f.line) not in options.answered)
    stopping += tuple(_unwritable(proposal))
    if stopping or proposal.partner_id is None:
        return Written("stopped", stopping)
    intent = _intent(proposal, source, connection, options)
    if options.stage == "shadow":
        return Written("shadow", proposal.findings, record.note_only(intent, "shadow", proposal.findings))
    claim = record.claim(intent)
    if claim.kind != "mine":
        return _not_mine(claim, proposal, connection, options)
    with record.holding(claim.row) as hold:
        return _Write(proposal, connection, hold, options).run(attachments, note)


def customer_of(connection: Connection, partner_id: int) -> int:
    """Commercial partner of a customer or address. Raises Missing."""
    rows = connection.read("res.partner", [partner_id], ["commercial_partner_id"])
    if not rows:
        raise Missing(f"There is no partner {partner_id}.", code="odoo_no_partner",
                      hint="Synchronise the master data (`ordermill odoo sync`) and try again.")  # fmt: skip
    return int(rows[0]["commercial_partner_id"][0])


def _intent(proposal: Proposal, source: Source, connection: Connection, options: WriteOptions) -> Intent:
    customer = customer_of(connection, proposal.partner_id or 0)
    same = identity(proposal) + (f" #{source.sha256[:16]}.{source.part}" if options.again else "")
    return Intent(
        server=f"{connection.url}|{connection.database}", company_id=proposal.company_id,
        customer_id=customer, reference=proposal.client_order_ref, identity=same,
        document=source.sha256, part=source.part, file=source.file, digest=digest(proposal), stage=options.stage,
        received_at=source.received_at,
    )  # fmt: skip


def _unwritable(proposal: Proposal) -> list[Finding]:
    """What no person's answer can make writable."""
    said: list[tuple[str, int | None]] = []
    if not proposal.company_id or proposal.partner_id is None:
        said.append(("company or customer", None))
    if not any(line.display is None for line in proposal.lines):
        said.append(("lines", None))
    for line in proposal.lines:
        if line.display is None and None in (line.product_id, line.quantity, line.unit_id):
            said.append(("product, quantity or unit of a line", line.source))
    return [Finding("not_writable", "stop", f"The order has no {what}.", "Fill in what is missing.", at)
            for what, at in said]  # fmt: skip


def _not_mine(claim: Claim, proposal: Proposal, connection: Connection, options: WriteOptions) -> Written:
    row = claim.row
    if claim.kind == "busy":
        return Written("busy", (), row, row.order_id, row.order_name)
    if claim.kind == "done" and row.digest == digest(proposal):
        state: State = row.state  # type: ignore[assignment]
        return Written(state, row.findings, row, row.order_id, row.order_name)
    order = read_order(connection, row.order_id, proposal) if row.order_id is not None else None
    found = () if order is None else tuple(differences(order, proposal, None, options.digits))
    found = tuple(f for f in found if f.field != "state")
    head = _duplicate(row.order_name or "an order that is being written", proposal, changed=bool(found), file=row.file)
    return Written("duplicate", (head, *found), row, row.order_id, row.order_name)


def _duplicate(name: str, proposal: Proposal, *, changed: bool, file: str = "") -> Finding:
    code = "order_changed" if changed else "order_repeated"
    how = "with other content" if changed else "with the same content"
    where = f" (from {file})" if file else ""
    message = f"{name}{where} is the same order{_number(proposal)} {how}."
    todo = (
        "Change that order in Odoo, or undo it and write this one." if changed else "Nothing to do, or ask the sender."
    )
    return Finding(code, "stop", message, todo, field="order_number")


def _number(proposal: Proposal) -> str:
    return f" {proposal.client_order_ref}" if proposal.client_order_ref else ""


class _Write:
    """One order in one go, from wherever an earlier one stopped."""

    def __init__(self, proposal: Proposal, connection: Connection, hold: Hold, options: WriteOptions) -> None:
        self.proposal, self.connection, self.hold, self.options = proposal, connection, hold, options
        self.row = hold.row
        self.context = context(proposal)

    def run(self, attachments: Sequence[Attachment], note: str) -> Written:
        order_id = self.row.order_id or self._own()
        if order_id is None:
            others = [] if self.options.again else self._others()
            if others:
                return self._stand_aside(others[0])
            refused = self._create()
            if isinstance(refused, Written):
                return refused
            order_id = refused
        found = self._complete(order_id)
        if found is None:
            return self._end("gone", (_gone(self.row.order_name or str(order_id)),))
        attach(self.connection, self.proposal, order_id, self.row.key, attachments)
        self.hold.step("attached", {"files": [a.name for a in attachments]})
        if note:
            post_note(self.connection, self.proposal, order_id, self.row.key, note)
            self.hold.step("noted")
        if found:
            return self._end("mismatch", found)
        if self.options.stage == "confirm":
            found = self._confirm(order_id)
            if found:
                return self._end("mismatch", found)
        order = read_order(self.connection, order_id, self.proposal)
        if order is None:
            return self._end("gone", (_gone(str(order_id)),))
        self.hold.step("read_back", {"state": order["state"]}, written=json.dumps(order, ensure_ascii=False))
        return self._end("confirmed" if order["state"] == "sale" else "draft")

    def _own(self) -> int | None:
        """The order that an earlier go made, whatever its state by now."""
        domain = [("origin", "=", origin(self.row.key)), ("company_id", "=", self.proposal.company_id)]
        rows = self.connection.search_read("sale.order", domain, ["name"], limit=1, context=self.context)
        return int(rows[0]["id"]) if rows else None

    def _others(self) -> list[int]:
        """Orders of this customer with the same number that we did not write, not cancelled."""
        self.hold.step("searched")
        if not self.proposal.client_order_ref:
            return []
        domain = [
            ("client_order_ref", "=ilike", _literal(self.proposal.client_order_ref.strip())),
            ("partner_id", "child_of", self.row.customer_id), ("company_id", "=", self.proposal.company_id),
            ("state", "!=", "cancel"),
        ]  # fmt: skip
        rows = self.connection.search_read("sale.order", domain, ["name"], limit=2, context=self.context)
        return [int(row["id"]) for row in rows]

    def _stand_aside(self, other: int) -> Written:
        order = read_order(self.connection, other, self.proposal)
        found = () if order is None else tuple(differences(order, self.proposal, None, self.options.digits))
        name = str(order["name"]) if order is not None else f"order {other}"
        findings = (_duplicate(name, self.proposal, changed=bool(found)), *found)
        self.hold.step("duplicate", {"order": other}, state="duplicate", live=0, findings=findings_json(findings))
        return Written("duplicate", findings, self.hold.row, other, name)

    def _create(self) -> int | Written:
        self.hold.step("creating", state="creating")
        first = groups(self.proposal, self.connection.names, self.row.key)[0]
        made = self._load(first)
        if made.ids:
            return int(made.ids[0])
        text = "; ".join(made.messages)[:500] or "The order was not made."
        finding = Finding(
            "odoo_refused", "stop", f"Odoo refuses the order: {text}", "Mend what Odoo says, and try again."
        )
        self.hold.step("refused", {"message": text}, state="refused", live=0, findings=findings_json([finding]))
        return Written("refused", (finding,), self.hold.row)

    def _load(self, group: Group) -> Loaded:
        """`load`, again where two transactions met or the answer was lost; what is there by then is not written over.

        Raises what the server says at last; the row stays at `creating` then.
        """
        last: OdooError | None = None
        for turn in range(TRIES + 2):
            try:
                made = self.connection.load("sale.order", group.fields, group.rows, context=self.context)
                if made.ids or not made.conflict:
                    return made
                last = None
            except (Unreachable, ServerFault) as error:
                last = error
            pause(turn)
            there = self._own()
            if there is not None and set(group.sequences) <= self._sequences(there):
                return Loaded((there,), ())
        if last is not None:
            raise last
        raise ServerFault("Odoo was too busy to take the order.", code="odoo_busy", hint="Try again later.")

    def _complete(self, order_id: int) -> tuple[Finding, ...] | None:
        """Add groups of lines that are not there yet, then compare. None if the order is gone or cancelled."""
        there = self._sequences(order_id)
        order = read_order(self.connection, order_id, self.proposal)
        if order is None or order["state"] == "cancel":
            return None
        for group in groups(self.proposal, self.connection.names, self.row.key)[1:]:
            if not set(group.sequences) & there and order["state"] in ("draft", "sent"):
                made = self._load(group)
                if not made.ids:
                    text = "; ".join(made.messages)[:500]
                    return (
                        Finding("odoo_refused", "stop", f"Odoo refuses lines: {text}", "Complete the draft in Odoo."),
                    )
                order = read_order(self.connection, order_id, self.proposal) or order
        found = tuple(differences(order, self.proposal, self.row.key, self.options.digits))
        detail = {"differences": len(found)}
        self.hold.step("compared", detail, order_id=order_id, order_name=order["name"],
                       written=json.dumps(order, ensure_ascii=False))  # fmt: skip
        return found

    def _sequences(self, order_id: int) -> set[int]:
        domain = [("order_id", "=", order_id)]
        rows = self.connection.search_read("sale.order.line", domain, ["sequence"], context=self.context)
        return {int(row["sequence"]) for row in rows}

    def _confirm(self, order_id: int) -> tuple[Finding, ...]:
        self.hold.step("confirming")
        try:
            confirm(self.connection, order_id, self.context)
        except (Refused, Denied) as error:
            return (Finding("confirm_refused", "stop", f"Odoo does not confirm the order: {error.message}",
                            "Mend what Odoo says, then confirm the draft there."),)  # fmt: skip
        order = read_order(self.connection, order_id, self.proposal)
        self.hold.step("confirmed", {"state": None if order is None else order["state"]})
        found = differences(order, self.proposal, self.row.key, self.options.digits) if order is not None else []
        reserved = follow(self.connection, order_id).reserved if not found else False
        if reserved and self.row.reserved_at is None:
            self.hold.step("reserved", reserved_at=now())
        return tuple(found)

    def _end(self, state: State, findings: tuple[Finding, ...] = ()) -> Written:
        live = 0 if state == "gone" else 1
        self.hold.step(state, state=state, live=live, findings=findings_json(findings))
        row = self.hold.row
        return Written(state, findings, row, row.order_id, row.order_name)


def _gone(name: str) -> Finding:
    return Finding("order_gone", "stop", f"{name} was deleted or cancelled in Odoo.", "Push again to write it anew.")


def _literal(text: str) -> str:
    """For `=ilike`, where per cent and underscore are wildcards."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


__all__ = ["CONTEXT", "Attachment", "Source", "WriteOptions", "Written", "push"]
