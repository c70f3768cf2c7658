"""The tables of the desk, for SQLite and PostgreSQL alike. Changing one needs a migration; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)  # fmt: skip


class Utc(TypeDecorator[datetime]):
    """Aware times, always UTC: SQLite has no time zones and would give naive ones back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Amount(TypeDecorator[Decimal]):
    """Decimals as ten-thousandths in an integer: exact and sortable on SQLite too, which has no decimals."""

    impl = BigInteger
    cache_ok = True
    LARGEST = Decimal(10) ** 14

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if not value.is_finite() or abs(value) >= self.LARGEST:
            raise ValueError("an amount out of range")
        return int((value * 10_000).to_integral_value())

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-4)


Serial = BigInteger().with_variant(Integer, "sqlite")
"""Counts up by itself; SQLite does that for INTEGER alone."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s",
    }
)  # fmt: skip

documents = Table(
    "documents", metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("stored_at", Utc, nullable=False),
    Column("erased_at", Utc),
)  # fmt: skip

orders = Table(
    "orders", metadata,
    Column("id", String(32), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("document", String(64), ForeignKey("documents.sha256"), nullable=False),
    Column("file", String(200), nullable=False),
    Column("source", String(16), nullable=False),
    Column("sender", String(320)),
    Column("idempotency_key", String(400), nullable=False, unique=True),
    Column("received_at", Utc, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Column("intake_id", BigInteger, ForeignKey("intakes.id")),
    Column("duplicate_of", String(32), ForeignKey("orders.id")),
    Column("document_type", String(32)),
    Column("order_number", String(200)),
    Column("customer_id", Integer),
    Column("customer", String(320)),
    Column("currency", String(3)),
    Column("total_net", Amount),
    Column("confidence", Float),
    Column("stage", String(16)),
    Column("reason", String(64)),
    Column("model", String(200)),
    Column("touches", Integer, nullable=False),
    Column("part", Integer, nullable=False, server_default="0"),
    Column("written_id", Integer),
    Column("written_name", String(64)),
    Index(None, "state", "received_at"),
    Index(None, "customer_id", "order_number"),
    Index(None, "document"),
    Index(None, "received_at"),
)  # fmt: skip

extractions = Table(
    "extractions", metadata,
    Column("order_id", String(32), ForeignKey("orders.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", Utc, nullable=False),
    Column("by", String(320), nullable=False),
    Column("model_name", String(200), nullable=False),
    Column("model_version", String(64), nullable=False),
    Column("result", JSON(none_as_null=True), nullable=False),
)  # fmt: skip

proposals = Table(
    "proposals", metadata,
    Column("order_id", String(32), ForeignKey("orders.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("extraction_version", Integer, nullable=False),
    Column("at", Utc, nullable=False),
    Column("matches", JSON(none_as_null=True)),
    Column("proposal", JSON(none_as_null=True)),
)  # fmt: skip

decisions = Table(
    "decisions", metadata,
    Column("order_id", String(32), ForeignKey("orders.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("extraction_version", Integer, nullable=False),
    Column("at", Utc, nullable=False),
    Column("by", String(320), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("rules_version", Integer, nullable=False),
    Column("verdicts", JSON(none_as_null=True), nullable=False),
    Column("facts", JSON(none_as_null=True), nullable=False),
)  # fmt: skip

corrections = Table(
    "corrections", metadata,
    Column("id", Serial, primary_key=True),
    Column("order_id", String(32), ForeignKey("orders.id"), nullable=False, index=True),
    Column("extraction_version", Integer, nullable=False),
    Column("path", String(200), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("boxes", JSON(none_as_null=True)),
    Column("by", String(320), nullable=False),
    Column("at", Utc, nullable=False),
)  # fmt: skip

exceptions = Table(
    "exceptions", metadata,
    Column("id", Serial, primary_key=True),
    Column("order_id", String(32), ForeignKey("orders.id"), nullable=False),
    Column("code", String(64), nullable=False),
    Column("severity", String(8), nullable=False),
    Column("line", Integer),
    Column("field", String(64)),
    Column("data", JSON(none_as_null=True), nullable=False),
    Column("opened_at", Utc, nullable=False),
    Column("closed_at", Utc),
    Column("closed_by", String(320)),
    Column("answer", String(16)),
    Index(None, "order_id"),
    Index(None, "closed_at", "code"),
)  # fmt: skip

events = Table(
    "events", metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False),
    Column("order_id", String(32)),
    Column("kind", String(64), nullable=False),
    Column("by", String(320), nullable=False),
    Column("salt", String(32), nullable=False),
    Column("data", Text),
    Column("data_hash", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "order_id", "seq"),
    Index(None, "kind", "at"),
)  # fmt: skip

chain = Table(
    "chain", metadata,
    Column("id", Integer, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
)  # fmt: skip

jobs = Table(
    "jobs", metadata,
    Column("key", String(100), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("order_id", String(32)),
    Column("run_at", Utc, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("worker", String(64)),
    Column("leased_until", Utc),
    Column("error", Text),
    Index(None, "kind", "run_at"),
)  # fmt: skip

intakes = Table(
    "intakes", metadata,
    Column("id", Serial, primary_key=True),
    Column("source", String(16), nullable=False),
    Column("key", String(400), nullable=False),
    Column("at", Utc, nullable=False),
    Column("sender", String(320)),
    Column("subject", String(400)),
    Column("text", Text),
    Column("outcome", String(16), nullable=False),
    Column("note", String(400)),
    Column("reply_to", String(320)),
    Column("message_id", String(300)),
    Column("thread", Text),
    UniqueConstraint("source", "key"),
)  # fmt: skip

set_aside = Table(
    "set_aside", metadata,
    Column("id", Serial, primary_key=True),
    Column("intake_id", BigInteger, ForeignKey("intakes.id")),
    Column("at", Utc, nullable=False),
    Column("source", String(16), nullable=False),
    Column("sender", String(320)),
    Column("file", String(200), nullable=False),
    Column("document", String(64)),
    Column("size", BigInteger, nullable=False),
    Column("code", String(64), nullable=False),
    Column("message", String(400), nullable=False),
    Column("closed_at", Utc),
    Column("closed_by", String(320)),
    Column("answer", String(16)),
    Column("order_id", String(32)),
)  # fmt: skip

rulebooks = Table(
    "rulebooks", metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False),
    Column("by", String(320), nullable=False),
    Column("note", String(400), nullable=False),
    Column("text", Text, nullable=False),
)  # fmt: skip

users = Table(
    "users", metadata,
    Column("name", String(100), primary_key=True),
    Column("shown", String(200), nullable=False),
    Column("email", String(320)),
    Column("role", String(16), nullable=False),
    Column("language", String(2), nullable=False),
    Column("password", String(200)),
    Column("active", Boolean, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("session_stamp", String(32), nullable=False),
)  # fmt: skip

identities = Table(
    "identities", metadata,
    Column("issuer", String(400), primary_key=True),
    Column("subject", String(255), primary_key=True),
    Column("user", String(100), ForeignKey("users.name"), nullable=False, index=True),
    Column("linked_at", Utc, nullable=False),
)  # fmt: skip

api_keys = Table(
    "api_keys", metadata,
    Column("id", String(16), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("role", String(16), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("created_by", String(320), nullable=False),
    Column("expires_at", Utc),
    Column("revoked_at", Utc),
)  # fmt: skip

secrets = Table(
    "secrets", metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(200), nullable=False),
)  # fmt: skip

failed_sign_ins = Table(
    "failed_sign_ins", metadata,
    Column("key", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", Utc, nullable=False),
    Column("locked_until", Utc),
)  # fmt: skip

ended_sessions = Table(
    "ended_sessions", metadata,
    Column("id", String(32), primary_key=True),
    Column("until", Utc, nullable=False),
)  # fmt: skip

outbox = Table(
    "outbox", metadata,
    Column("id", Serial, primary_key=True),
    Column("kind", String(64), nullable=False),
    Column("order_id", String(32)),
    Column("target", String(400), nullable=False),
    Column("body", JSON(none_as_null=True), nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("run_at", Utc, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("worker", String(64)),
    Column("leased_until", Utc),
    Column("sent_at", Utc),
    Column("dead_at", Utc),
    Column("error", String(400)),
    Index(None, "sent_at", "dead_at", "run_at"),
)  # fmt: skip

layouts = Table(
    "layouts", metadata,
    Column("id", String(32), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Column("body", JSON(none_as_null=True), nullable=False),
)  # fmt: skip
