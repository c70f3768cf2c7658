"""Wrong passwords are counted by name and address, in the database: every process of the desk counts together."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from serving.access.settings import AccessSettings
from serving.desk.store import Tx, tables

_FORGET = timedelta(days=1)


def locked_minutes(tx: Tx, name: str, address: str) -> int | None:
    """Minutes until this name may be tried from this address again; None where it may now."""
    t = tables.failed_sign_ins
    until: datetime | None = tx.execute(
        select(t.c.locked_until).where(t.c.key == _key(name, address))
    ).scalar_one_or_none()
    if until is None or until <= tx.now:
        return None
    return max(1, round((until - tx.now).total_seconds() / 60))


def failed(tx: Tx, name: str, address: str, settings: AccessSettings) -> None:
    """Count one wrong password; the last one that is allowed locks."""
    t, key = tables.failed_sign_ins, _key(name, address)
    tx.execute(delete(t).where(t.c.last_at < tx.now - _FORGET))
    count = int(tx.execute(select(t.c.count).where(t.c.key == key)).scalar_one_or_none() or 0) + 1
    until = tx.now + timedelta(minutes=settings.sign_in_lock_minutes) if count >= settings.sign_in_tries else None
    values = {"count": 0 if until else count, "last_at": tx.now, "locked_until": until}
    if not tx.execute(update(t).where(t.c.key == key).values(values)).rowcount:
        tx.execute(t.insert().values(key=key, **values))
    if until:
        tx.log("sign_in_locked", "system", user=name[:100])


def succeeded(tx: Tx, name: str, address: str) -> None:
    tx.execute(delete(tables.failed_sign_ins).where(tables.failed_sign_ins.c.key == _key(name, address)))


def _key(name: str, address: str) -> str:
    # Hashed: neither names that were mistyped (they may be passwords) nor addresses are kept.
    return hashlib.sha256(f"{name.strip().lower()}\n{address}".encode()).hexdigest()
