"""What the store gives back: one frozen row a table, attributes named as the columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import RowMapping

from serving.desk.states import State

T = TypeVar("T")


def as_row(cls: type[T], row: RowMapping) -> T:
    """`row` of the table that belongs to `cls` as such."""
    return cls(**row)


def as_rows(cls: type[T], rows: Iterable[RowMapping]) -> list[T]:
    return [cls(**row) for row in rows]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document by its content hash; `kind` as `data.readers.sniff` says. Its bytes lie in `Store.files`."""

    sha256: str
    size: int
    kind: str
    stored_at: datetime
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One order on its way. `version` goes up with every change: whoever writes names the version they saw."""

    id: str
    state: State
    version: int
    document: str
    file: str
    source: str
    """`api`, `page`, `folder` or `mail`."""
    sender: str | None
    idempotency_key: str
    received_at: datetime
    changed_at: datetime
    intake_id: int | None = None
    duplicate_of: str | None = None
    document_type: str | None = None
    order_number: str | None = None
    customer_id: int | None = None
    """Id of the res.partner in Odoo, once bound."""
    customer: str | None = None
    """Name as matched, else as read."""
    currency: str | None = None
    total_net: Decimal | None = None
    confidence: float | None = None
    stage: str | None = None
    reason: str | None = None
    """Code of the first thing that keeps it from going on."""
    model: str | None = None
    touches: int = 0
    """How often a person has acted on it."""
    written_id: int | None = None
    written_name: str | None = None
    part: int = 0
    """Which of the orders in its file it is; `orders.BY_HAND` and more where a person split it off."""


@dataclass(frozen=True, slots=True)
class ExtractionVersion:
    """What was read (version 1, by a model) or stands after a person's corrections. `result` is `stored.dump`'s."""

    order_id: str
    version: int
    at: datetime
    by: str
    model_name: str
    model_version: str
    result: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ProposalVersion:
    """What matching found and what would be written; both None where no Odoo is set up."""

    order_id: str
    version: int
    extraction_version: int
    at: datetime
    matches: dict[str, Any] | None
    proposal: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules (or a person) decided: `outcome` pass or stop, every verdict, and the facts they stood on."""

    order_id: str
    version: int
    extraction_version: int
    at: datetime
    by: str
    outcome: str
    stage: str
    rules_version: int
    verdicts: list[dict[str, Any]]
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Correction:
    """One value changed by a person. `path` is `fields.order_number`, `lines.3.fields.quantity`, `lines.3`."""

    id: int
    order_id: str
    extraction_version: int
    path: str
    before: str | None
    after: str | None
    boxes: list[dict[str, Any]] | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenException:
    """One reason why an order needs a person; closed with an answer or by a later decision."""

    id: int
    order_id: str
    code: str
    severity: str
    line: int | None
    field: str | None
    data: dict[str, Any]
    opened_at: datetime
    closed_at: datetime | None
    closed_by: str | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `data` is JSON text, None once erased; `hash` covers `data_hash` and `previous`."""

    seq: int
    at: datetime
    order_id: str | None
    kind: str
    by: str
    salt: str
    data: str | None
    data_hash: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done. While `leased_until` lies ahead it belongs to `worker`."""

    key: str
    kind: str
    order_id: str | None
    run_at: datetime
    attempts: int
    worker: str | None
    leased_until: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Intake:
    """One mail or file that came in. `key` is its message id or hash; `text` the mail's words, kept as evidence."""

    id: int
    source: str
    key: str
    at: datetime
    sender: str | None
    subject: str | None
    text: str | None
    outcome: str
    """`orders`, `aside`, `repeated` or `failed`."""
    note: str | None
    reply_to: str | None = None
    """Where a mail wants to be answered, if elsewhere than at `sender`."""
    message_id: str | None = None
    thread: str | None = None
    """Ids of the mails before it, oldest first, as it names them itself."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that came in and is no order; `document` where its bytes were kept."""

    id: int
    intake_id: int | None
    at: datetime
    source: str
    sender: str | None
    file: str
    document: str | None
    size: int
    code: str
    message: str
    closed_at: datetime | None = None
    closed_by: str | None = None
    answer: str | None = None
    """`order` (then `order_id` says which) or `dismissed`; None while nobody has answered."""
    order_id: str | None = None


@dataclass(frozen=True, slots=True)
class RulebookVersion:
    """One version of the rules, as YAML."""

    version: int
    at: datetime
    by: str
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class User:
    """A person. `password` is an argon2 hash, None where another system vouches for them."""

    name: str
    shown: str
    email: str | None
    role: str
    language: str
    password: str | None
    active: bool
    created_at: datetime
    session_stamp: str
    """Changes with password, role and deactivation; a session made under another one is over."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of another system, known by its hash alone."""

    id: str
    name: str
    role: str
    hash: str
    created_at: datetime
    created_by: str
    expires_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class OutMessage:
    """A webhook call (or mail) to be made; `dead_at` once it was given up."""

    id: int
    kind: str
    order_id: str | None
    target: str
    body: dict[str, Any]
    created_at: datetime
    run_at: datetime
    attempts: int
    worker: str | None
    leased_until: datetime | None
    sent_at: datetime | None
    dead_at: datetime | None
    error: str | None
