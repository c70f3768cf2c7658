"""Match with Odoo's master data, hold against the rules: on, or to a person with the reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from data.result import Extraction
from serving.desk import guarding
from serving.desk.differing import differences
from serving.desk.flow import Outcome, Step
from serving.desk.remembering_codes import bound_lines, learn_codes
from serving.desk.rules import DEFAULT, Decided, Facts, Verdict, decide, facts_of, parse
from serving.desk.states import State
from serving.desk.store import Store, Tx, orders, rulebooks, versions
from serving.desk.store.rows import Order
from serving.odoo.errors import OdooError
from serving.odoo.history import Bindings
from serving.odoo.matching import Buyer

if TYPE_CHECKING:
    from serving.desk.odoo_access import OdooAccess
    from serving.desk.office import Office
    from serving.odoo.preview import Preview

MODEL = "model"
"""Who wrote what nobody has touched since."""
UNDECIDED = frozenset({"received", "extracted", "matched"})

AUDIT = "audit"
"""Where a decision says that the order goes to a person by chance alone; the order itself does not."""


def steps(office: Office) -> dict[State, Step]:
    def matched(store: Store, order: Order) -> Outcome:
        return _decide(store, order, office)

    return {"matched": matched}


def _decide(store: Store, order: Order, office: Office) -> Outcome:
    with store.read() as tx:
        known = versions.extraction(tx, order.id)
        latest = rulebooks.latest(tx)
    if known is None:
        return _stopped(order, "gave_up")
    extraction = Extraction.from_dict(known.result)
    preview = None
    if office.odoo is not None:
        if office.odoo.mirror is None:
            return _stopped(order, "no_mirror")
        learn_bound(office.odoo, extraction, known.result.get("bound") or {}, order.sender)
        try:
            preview = office.odoo.preview(extraction, order.sender, bound_lines(known.result))
        except OdooError as error:
            raise office.odoo.failed(error) from error
        learn_codes(office.odoo.mirror, order, known.result, preview.proposal)
    book = parse(latest.text if latest is not None else DEFAULT)
    proposal = preview.proposal if preview is not None else None
    counted = order if proposal is None else replace(order, customer_id=proposal.partner_id)
    same = _same(store, counted)
    withheld, drawn = store.run(lambda tx: _watch(tx, counted, office, book.release))
    facts = facts_of(order, extraction, preview, [o.id for o in same], today=datetime.now(UTC).date(), release=withheld)
    decided = decide(book, facts)
    alone = decided.outcome == "pass" and known.by == MODEL
    version = latest.version if latest is not None else 0
    decided = replace(decided, verdicts=tuple(_told(store, v, known.result, same) for v in decided.verdicts))
    return _outcome(order, known.version, decided, facts, preview, version, alone, alone and drawn)


def _watch(tx: Tx, order: Order, office: Office, named: str | None) -> tuple[str, bool]:
    """Why the release does not let the order pass (empty: it does), and whether chance sends it to a person.

    `named` is the release that the rules stand on; None: whichever is in force.

    Judged is what the model read: what a person made of it is no longer the model's, nor drawn by chance.
    """
    drawn = guarding.to_audit(tx, order, office.settings.audit_share)
    folder, read = office.model_folder(), _as_read(tx, order)
    if folder is None or read is None:
        allowed = guarding.auto_allowed(tx, guarding.sender_of(order))
        return allowed.code or "no_release", drawn
    withheld = guarding.judge(tx, order, Extraction.from_dict(read), folder).code
    other = named is not None and named != guarding.current(tx, folder).version
    return withheld or ("other_release" if other else ""), drawn


def _as_read(tx: Tx, order: Order) -> dict[str, Any] | None:
    """The last reading by the model, else (a part split off by hand) what there is."""
    all_of_them = versions.extractions(tx, order.id)
    mine = [e for e in all_of_them if e.by == MODEL] or all_of_them
    return mine[-1].result if mine else None


def _same(store: Store, order: Order) -> list[Order]:
    """Orders of the same customer and number that came before it, or were decided before it."""
    with store.read() as tx:
        found = orders.with_number(tx, order)
    return [o for o in found
            if (o.received_at, o.id) < (order.received_at, order.id) or o.state not in UNDECIDED]  # fmt: skip


def _told(store: Store, verdict: Verdict, result: dict[str, Any], same: list[Order]) -> Verdict:
    """With the differences to the latest of the same orders: a repetition has none."""
    if verdict.code != "same_number" or not same:
        return verdict
    with store.read() as tx:
        other = versions.extraction(tx, same[-1].id)
    found = [] if other is None else differences(other.result, result)
    return replace(verdict, data={**verdict.data, "differences": found, "compared": same[-1].id})


def _outcome(
    order: Order, extraction: int, decided: Decided, facts: Facts, preview: Preview | None, rules: int,
    alone: bool, chosen: bool,
) -> Outcome:  # fmt: skip
    reasons = [versions.NewException(v.code, v.outcome, v.line, v.field, dict(v.data)) for v in decided.reasons]
    if chosen:
        reasons.append(versions.NewException("review", "stop"))  # nothing says that chance chose it
    to: State = "waiting" if decided.outcome == "stop" or chosen else "ready"
    if to == "ready" and decided.stage == "shadow":
        to = "shadow"
    verdicts = [v.to_dict() for v in decided.verdicts] + ([{"rule": AUDIT, "outcome": "stop"}] if chosen else [])

    def record(tx: Tx, moved: Order) -> None:
        if preview is not None:
            made = preview.to_dict()
            matches = made.pop("matches")
            made.pop("extraction")
            versions.add_proposal(tx, moved.id, extraction, matches, made)
        versions.add_decision(tx, moved.id, extraction, "worker", decided.outcome, decided.stage, rules, verdicts,
                              facts.to_dict())  # fmt: skip
        versions.replace_exceptions(tx, moved.id, reasons, "worker")
        if alone:
            guarding.note_passed(tx, moved, audited=chosen)

    stops = [r.code for r in reasons if r.severity == "stop"]
    values: dict[str, Any] = {"stage": decided.stage, "reason": stops[0] if stops else None,
                              "customer_id": facts.customer_id}  # fmt: skip
    if facts.customer and facts.customer_id is not None:
        values["customer"] = facts.customer[:320]
    return Outcome(to, values, {"stage": decided.stage, "codes": stops, "rules": rules}, record)


def _stopped(order: Order, code: str) -> Outcome:
    def record(tx: Tx, moved: Order) -> None:
        versions.replace_exceptions(tx, moved.id, [versions.NewException(code, "stop")], "worker")

    return Outcome("waiting", {"reason": code}, {"codes": [code]}, record)


def learn_bound(odoo: OdooAccess, extraction: Extraction, bound: dict[str, int], sender: str | None) -> None:
    """Who this sender is, where a person said so, is known from now on."""
    customer = bound.get("customer")
    if customer is not None and odoo.mirror is not None:
        Bindings(odoo.mirror).learn_customer(Buyer.of(extraction, sender).marks(), customer)
