"""Wrong passwords are counted in the database, by name and by address: every process of the desk counts together.

A name that was tried too often from one place has to wait. So has an address that tried many names, but it gets its
tries back one by one: an office behind one address is slowed down, never shut out. A browser in which somebody signed
in before is a place of its own for that name (a device cookie, as OWASP describes them): what others try beside it does
not count against it.

A try is counted before the password is looked at and given back when it was right, so that many at once get no further.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, text, update

from serving.access.settings import AccessSettings
from serving.desk.store import Tx, people, tables

MOST = 20_000
"""Rows kept; beyond that the oldest without a running lock go first."""
_LOCK = 7_101_402
"""Number of the advisory lock under which PostgreSQL counts; nothing else uses it."""
_FORGET = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Try:
    """Who tries to be whom from where. `device`: what the browser's device cookie says, None without a good one."""

    name: str
    address: str
    device: str | None = None
    way: str = "password"
    """Ways to sign in are counted apart for an address: who guesses passwords does not close the other one."""

    @property
    def key(self) -> str:
        return _hash("name", self.name.strip().lower(), self.device or _network(self.address))

    @property
    def from_address(self) -> str:
        return _hash("address", self.way, _network(self.address))


def locked_minutes(tx: Tx, who: Try, settings: AccessSettings) -> int | None:
    """Minutes until this may be tried again; None where it may now."""
    waits = [_row(tx, who.key)[1]]
    if who.device is None:
        # Of an address the time is when all its tries are given back: the first one is free much earlier.
        full = timedelta(minutes=settings.sign_in_lock_minutes) - _step(settings)
        owed = _row(tx, who.from_address)[1]
        waits.append(None if owed is None else owed - full)
    until = max((at for at in waits if at is not None), default=tx.now)
    return None if until <= tx.now else max(1, math.ceil((until - tx.now).total_seconds() / 60))


def begin(tx: Tx, who: Try, settings: AccessSettings) -> int | None:
    """Count one try; minutes to wait, and nothing counted, where it may not be made."""
    if tx.dialect == "postgresql":  # SQLite has one writer anyway; two that read the same count would count one
        tx.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    locked = locked_minutes(tx, who, settings)
    if locked is not None:
        return locked
    tx.execute(delete(tables.failed_sign_ins).where(tables.failed_sign_ins.c.last_at < tx.now - _FORGET))
    count = _row(tx, who.key)[0] + 1
    last = count >= settings.sign_in_tries
    lock = tx.now + timedelta(minutes=settings.sign_in_lock_minutes)
    _put(tx, who.key, 0 if last else count, lock if last else None)
    if who.device is None:
        told, owed = _row(tx, who.from_address)
        fresh = owed is None or owed <= tx.now
        _put(tx, who.from_address, 0 if fresh else told, max(tx.now, owed or tx.now) + _step(settings))
    _bound(tx)
    return None


def wrong(tx: Tx, who: Try, settings: AccessSettings) -> None:
    """The try was one too many where no other is left: that is an event."""
    if _row(tx, who.key)[1] is not None:
        known = people.user(tx, who.name) is not None
        tx.log("sign_in_locked", "system", user=who.name[:100] if known else "?")  # others may be passwords
    told, owed = _row(tx, who.from_address)
    left = locked_minutes(tx, Try("", who.address, way=who.way), settings) is None
    if who.device is None and not left and not told and owed is not None:
        _put(tx, who.from_address, 1, owed)  # once for a row of tries: an attack must not fill the chain
        tx.log("address_slowed", "system")


def right(tx: Tx, who: Try, settings: AccessSettings) -> None:
    """Nothing stands against the name any more; the address gets this one try back, not those of other names."""
    tx.execute(delete(tables.failed_sign_ins).where(tables.failed_sign_ins.c.key == who.key))
    told, owed = _row(tx, who.from_address)
    if who.device is None and owed is not None:
        _put(tx, who.from_address, told, owed - _step(settings))


def _step(settings: AccessSettings) -> timedelta:
    """After which an address has one try more."""
    return timedelta(minutes=settings.sign_in_lock_minutes) / settings.sign_in_address_tries


def _row(tx: Tx, key: str) -> tuple[int, datetime | None]:
    t = tables.failed_sign_ins
    row = tx.execute(select(t.c.count, t.c.locked_until).where(t.c.key == key)).first()
    if row is None:
        return 0, None
    return int(row.count), row.locked_until


def _put(tx: Tx, key: str, count: int, until: datetime | None) -> None:
    t, values = tables.failed_sign_ins, {"count": count, "last_at": tx.now, "locked_until": until}
    if not tx.execute(update(t).where(t.c.key == key).values(values)).rowcount:
        tx.execute(t.insert().values(key=key, **values))


def _bound(tx: Tx) -> None:
    t = tables.failed_sign_ins
    if int(tx.execute(select(func.count()).select_from(t)).scalar_one()) > MOST:
        oldest = select(t.c.key).order_by(func.coalesce(t.c.locked_until, t.c.last_at)).limit(max(1, MOST // 10))
        tx.execute(delete(t).where(t.c.key.in_(oldest)))


def _network(address: str) -> str:
    """What one customer of a provider has: an IPv4 address, or the first 64 bits of an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv4Address):
        return str(ip)
    return str(ip.ipv4_mapped or ipaddress.ip_network((int(ip) >> 64 << 64, 64)))


def _hash(*parts: str) -> str:
    # Neither names that were mistyped (they may be passwords) nor addresses are kept.
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
