"""The record of what was written to Odoo, the connector's only state. Every write begins and ends here.

A row says before anything is sent that an order is about to be written and under which external ids; every step is
stamped. Unique indexes let one live row stand for a document and for an order number of a customer. Whoever works on
a row holds it by a lease that is renewed while the process lives: after kill -9 it runs out by itself, and on the
same machine it ends with the process.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from serving.odoo.mirror.database import engine as engine_at
from serving.odoo.proposal import Finding
from serving.odoo.writing.leases import Beat, alive, me
from serving.odoo.writing.tables import METADATA, STEP, WRITE

LEASE_SECONDS = 60.0
FINISHED = frozenset({"draft", "confirmed", "mismatch", "gone"})
"""Live states in which nothing is left to do by itself; `intended` and `creating` are taken up again."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What is about to be written, for whom, from which document."""

    server: str
    company_id: int
    customer_id: int
    reference: str | None
    identity: str
    document: str
    part: int
    file: str
    digest: str
    stage: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the record; `steps` in the order they were made."""

    id: int
    server: str
    company_id: int
    customer_id: int
    reference: str | None
    identity: str
    document: str
    part: int
    file: str
    generation: int
    digest: str
    key: str
    stage: str
    state: str
    live: bool
    order_id: int | None
    order_name: str | None
    written: Mapping[str, Any]
    findings: tuple[Finding, ...]
    received_at: datetime
    reserved_at: datetime | None
    updated_at: datetime
    holder: str | None
    held_until: datetime | None

    @property
    def seconds_to_reservation(self) -> float | None:
        """From receipt until everything was seen reserved."""
        return None if self.reserved_at is None else (self.reserved_at - self.received_at).total_seconds()


@dataclass(frozen=True, slots=True)
class Claim:
    """`mine`: to be written, or taken up again. `busy`: another worker is at it. `done`: this document was written.
    `taken`: another document was written with the same number of the same customer."""

    kind: Literal["mine", "busy", "done", "taken"]
    row: Row


class LeaseLost(Exception):
    """Another worker holds the row by now; whatever was being done must stop."""


class Record:
    """Safe for several threads, processes and, on PostgreSQL, machines."""

    def __init__(
        self, engine: sa.Engine, *, lease_seconds: float = LEASE_SECONDS, prepared: bool = False
    ) -> None:  # fmt: skip
        """`prepared`: the tables are there, whoever owns the database has made them."""
        self.engine, self.lease_seconds = engine, lease_seconds
        if not prepared:
            METADATA.create_all(engine)

    @classmethod
    def open(cls, place: str | Path, *, lease_seconds: float = LEASE_SECONDS) -> Record:
        """The record in a SQLite file (WAL) or the database of a URL."""
        return cls(engine_at(place), lease_seconds=lease_seconds)

    def close(self) -> None:
        self.engine.dispose()

    def claim(self, intent: Intent) -> Claim:
        """A row for `intent`, held by this worker if it is `mine`."""
        for _ in range(20):
            found = self._live(intent)
            if found is None:
                made = self._insert(intent)
                if made is not None:
                    return Claim("mine", made)
                continue  # another worker was faster; look at what it made
            if (found.document, found.part) != (intent.document, intent.part):
                return Claim("taken", found)
            if found.state in FINISHED and not _further(found, intent):
                return Claim("done", found)
            if self._take(found, intent):
                return Claim("mine", self.get(found.id))
            return Claim("busy", found)
        raise RuntimeError("the record changes faster than it can be read")

    def hold_again(self, row: Row) -> bool:
        """Take a finished row, for an undo. False while another worker holds it."""
        return self._take(row, None)

    @contextmanager
    def holding(self, row: Row) -> Iterator[Hold]:
        """Renews the lease of a row that is held, until the end of the block; then gives it back."""
        hold = Hold(self, row.id)
        with Beat(hold.renew, self.lease_seconds / 4):
            try:
                yield hold
            finally:
                hold.release()

    def get(self, id_: int) -> Row:
        """Raises KeyError."""
        return self._one(WRITE.c.id == id_)

    def of_order(self, order_id: int) -> Row | None:
        """The row that stands, or stood last, for an order in Odoo."""
        query = sa.select(WRITE).where(WRITE.c.order_id == order_id).order_by(WRITE.c.live.desc(), WRITE.c.id.desc())
        with self.engine.connect() as connection:
            row = connection.execute(query.limit(1)).first()
        return None if row is None else _row(row)

    def rows(self, limit: int = 100) -> list[Row]:
        """The newest rows first."""
        with self.engine.connect() as connection:
            found = connection.execute(sa.select(WRITE).order_by(WRITE.c.id.desc()).limit(limit)).all()
        return [_row(r) for r in found]

    def steps(self, id_: int) -> list[tuple[str, datetime, dict[str, Any]]]:
        with self.engine.connect() as connection:
            query = sa.select(STEP).where(STEP.c.write_id == id_).order_by(STEP.c.id)
            return [(r.step, r.at, json.loads(r.detail)) for r in connection.execute(query)]

    def note_only(self, intent: Intent, state: str, findings: Sequence[Finding] = ()) -> Row:
        """A row that never stood for an order: a shadow run, or an order that was not to be written."""
        with self.engine.begin() as connection:
            id_ = _add(connection, intent, state, live=0, findings=findings)
            _stamp(connection, id_, state, {})
        return self.get(id_)

    def _live(self, intent: Intent) -> Row | None:
        same_document = sa.and_(WRITE.c.document == intent.document, WRITE.c.part == intent.part)
        same_order = sa.and_(
            WRITE.c.company_id == intent.company_id, WRITE.c.customer_id == intent.customer_id,
            WRITE.c.identity == intent.identity,
        )  # fmt: skip
        query = sa.select(WRITE).where(WRITE.c.live == 1, WRITE.c.server == intent.server)
        with self.engine.connect() as connection:
            for which in (same_document, same_order):
                row = connection.execute(query.where(which)).first()
                if row is not None:
                    return _row(row)
        return None

    def _insert(self, intent: Intent) -> Row | None:
        try:
            with self.engine.begin() as connection:
                id_ = _add(connection, intent, "intended", live=1, holder=me(), until=self._until())
                _stamp(connection, id_, "intended", {})
        except sa.exc.IntegrityError:
            return None
        return self.get(id_)

    def _take(self, row: Row, intent: Intent | None) -> bool:
        """One statement decides between two workers: it takes the row only from the holder that was seen."""
        if row.holder is not None and row.held_until is not None and row.held_until > now() and alive(row.holder):
            return False
        holder = WRITE.c.holder.is_(None) if row.holder is None else WRITE.c.holder == row.holder
        until = WRITE.c.held_until.is_not_distinct_from(row.held_until)
        values: dict[str, Any] = {"holder": me(), "held_until": self._until()}
        if intent is not None:
            values |= {"digest": intent.digest, "stage": intent.stage}
        with self.engine.begin() as connection:
            taken = connection.execute(
                WRITE.update().where(WRITE.c.id == row.id, holder, until).values(**values)
            )  # fmt: skip
            if taken.rowcount == 1:
                _stamp(connection, row.id, "taken_up", {"state": row.state})
        return taken.rowcount == 1

    def _until(self) -> datetime:
        return now() + timedelta(seconds=self.lease_seconds)

    def _one(self, condition: sa.ColumnElement[bool]) -> Row:
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(WRITE).where(condition)).first()
        if row is None:
            raise KeyError("no such write")
        return _row(row)


class Hold:
    """A row that this worker holds. Every change raises `LeaseLost` if another has taken it."""

    def __init__(self, record: Record, id_: int) -> None:
        self._record, self.id, self._me = record, id_, record.get(id_).holder

    @property
    def row(self) -> Row:
        return self._record.get(self.id)

    def step(self, step: str, detail: Mapping[str, Any] | None = None, **changes: Any) -> None:
        """Stamp a step, and change the row with it in one transaction."""
        changes |= {"updated_at": now()}
        with self._record.engine.begin() as connection:
            self._change(connection, changes)
            _stamp(connection, self.id, step, detail or {})

    def renew(self) -> None:
        with self._record.engine.begin() as connection:
            self._change(connection, {"held_until": now() + timedelta(seconds=self._record.lease_seconds)})

    def release(self) -> None:
        with self._record.engine.begin() as connection:
            mine = sa.and_(WRITE.c.id == self.id, WRITE.c.holder == self._me)
            connection.execute(WRITE.update().where(mine).values(holder=None, held_until=None))

    def _change(self, connection: sa.Connection, changes: Mapping[str, Any]) -> None:
        changed = connection.execute(
            WRITE.update().where(WRITE.c.id == self.id, WRITE.c.holder == self._me).values(**changes)
        )
        if changed.rowcount != 1:
            raise LeaseLost


def now() -> datetime:
    """UTC without a zone, as the record keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def findings_json(findings: Sequence[Finding]) -> str:
    return json.dumps([f.to_dict() for f in findings], ensure_ascii=False)


def _further(row: Row, intent: Intent) -> bool:
    """A draft whose customer has been moved on to confirmation since."""
    return row.state == "draft" and intent.stage == "confirm" and row.digest == intent.digest


def _add(
    connection: sa.Connection, intent: Intent, state: str, *, live: int, findings: Sequence[Finding] = (),
    holder: str | None = None, until: datetime | None = None,
) -> int:  # fmt: skip
    earlier = sa.select(sa.func.coalesce(sa.func.max(WRITE.c.generation), 0)).where(
        WRITE.c.server == intent.server, WRITE.c.company_id == intent.company_id,
        WRITE.c.customer_id == intent.customer_id, WRITE.c.identity == intent.identity,
        WRITE.c.order_id.is_not(None),
    )  # fmt: skip
    generation = int(connection.execute(earlier).scalar_one()) + 1
    values = {name: getattr(intent, name) for name in Intent.__dataclass_fields__}
    values["received_at"] = _naive(intent.received_at)
    values |= {"generation": generation, "key": _key(intent, generation), "state": state, "live": live,
               "updated_at": now(), "findings": findings_json(findings), "holder": holder,
               "held_until": until}  # fmt: skip
    made = connection.execute(WRITE.insert().values(**values))
    return int((made.inserted_primary_key or (0,))[0])


def _key(intent: Intent, generation: int) -> str:
    """Of the order, not of the file: two files with one order meet in one external id even without this record."""
    import hashlib

    said = f"{intent.company_id}/{intent.customer_id}/{intent.identity}"
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}_{generation}"


def _stamp(connection: sa.Connection, id_: int, step: str, detail: Mapping[str, Any]) -> None:
    text = json.dumps(detail, ensure_ascii=False)
    connection.execute(STEP.insert().values(write_id=id_, step=step, at=now(), detail=text))


def _row(raw: Any) -> Row:
    values = dict(raw._mapping)
    values["live"] = bool(values["live"])
    values["written"] = json.loads(values["written"])
    values["findings"] = tuple(Finding(**f) for f in json.loads(values["findings"]))
    return Row(**values)


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
