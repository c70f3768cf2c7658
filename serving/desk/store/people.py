"""Users and API keys as the store keeps them: hashes only, argon2 of passwords, SHA-256 of keys (256 random bits)."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime
from typing import Any, Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import func, or_, select, update

from data.errors import OrdermillError
from serving.desk.store import tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import ApiKey, User, as_row, as_rows

Role = Literal["annotator", "clerk", "approver", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
LANGUAGES = ("pl", "en", "de")
SHORTEST = 10
"""Characters of a password at least."""

_PREFIX = "omk"
_hasher = PasswordHasher()
# Verified where there is no such user, so that the time taken does not tell who exists.
_NOBODY = _hasher.hash(secrets.token_hex(16))


class BadAccount(OrdermillError):
    """A name, role, language or password that cannot be; or a change that would lock everybody out."""

    code = "bad_account"


def add_user(
    tx: Tx, name: str, role: str, password: str | None, by: str, *,
    shown: str = "", email: str | None = None, language: str = "en",
) -> User:  # fmt: skip
    """Raises `BadAccount`. Without a password only another system (single sign-on) can let the person in."""
    name = name.strip().lower()
    if not name or len(name) > 100 or not name.isprintable():
        raise BadAccount("A user needs a name of 1 to 100 characters.")
    if user(tx, name) is not None:
        raise BadAccount(f"There is a user {name} already.", hint="Take another name.")
    _check(role, language)
    email = (email or "").strip().lower() or None
    if email is not None and not re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,255}", email):
        raise BadAccount(f"{email} is no e-mail address.")
    row: dict[str, Any] = {"name": name, "shown": shown or name, "email": email, "role": role, "language": language,
           "active": True,
           "password": None if password is None else _hashed(password), "created_at": tx.now,
           "session_stamp": secrets.token_hex(16)}  # fmt: skip
    tx.execute(tables.users.insert().values(**row))
    tx.log("user_added", by, user=name, role=role)
    return User(**row)


def user(tx: Tx, name: str) -> User | None:
    row = tx.execute(select(tables.users).where(tables.users.c.name == name.strip().lower())).mappings().first()
    return None if row is None else as_row(User, row)


def users(tx: Tx) -> list[User]:
    return as_rows(User, tx.execute(select(tables.users).order_by(tables.users.c.name)).mappings())


def with_email(tx: Tx, email: str) -> list[User]:
    """Everybody with this address or of this name, shut out or not."""
    u, text = tables.users, email.strip().lower()
    return as_rows(User, tx.execute(select(u).where(or_(func.lower(u.c.email) == text, u.c.name == text))).mappings())


def set_email(tx: Tx, name: str, email: str) -> None:
    tx.execute(update(tables.users).where(tables.users.c.name == name).values(email=email))


def end_sessions(tx: Tx, name: str) -> None:
    """Every session of the person is over."""
    tx.execute(update(tables.users).where(tables.users.c.name == name).values(session_stamp=secrets.token_hex(16)))


def signed_in(tx: Tx, name: str, password: str) -> User | None:
    """The active user with this name and password; takes as long for names that do not exist."""
    found = user(tx, name)
    try:
        _hasher.verify(found.password if found and found.password else _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return None
    return found if found and found.password and found.active else None


def change_user(
    tx: Tx, name: str, by: str, *, role: str | None = None, active: bool | None = None,
    password: str | None = None, language: str | None = None,
) -> User:  # fmt: skip
    """Change what is given; sessions of the user end with password, role and deactivation. Raises `BadAccount`."""
    found = user(tx, name)
    if found is None:
        raise BadAccount(f"There is no user {name}.")
    _check(role or found.role, language or found.language)
    loses = found.role == "admin" and found.active and (active is False or role not in (None, "admin"))
    if loses and _active_admins(tx) == 1:
        raise BadAccount("This is the last admin.", hint="Make another admin first.")
    values = {"role": role, "active": active, "language": language,
              "password": None if password is None else _hashed(password)}  # fmt: skip
    values = {k: v for k, v in values.items() if v is not None}
    if values.keys() - {"language"}:
        values["session_stamp"] = secrets.token_hex(16)
    if values:
        tx.execute(update(tables.users).where(tables.users.c.name == found.name).values(values))
        tx.log("user_changed", by, user=found.name, changed=sorted(values.keys() - {"session_stamp"}))
    changed = user(tx, found.name)
    if changed is None:
        raise BadAccount(f"There is no user {name}.")
    return changed


def add_key(tx: Tx, name: str, role: str, by: str, expires_at: datetime | None = None) -> tuple[ApiKey, str]:
    """The record and the key itself, which is shown this once. Raises `BadAccount`."""
    _check(role, "en")
    key_id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    row: dict[str, Any] = {"id": key_id, "name": name[:100], "role": role, "hash": _digest(secret),
           "created_at": tx.now,
           "created_by": by, "expires_at": expires_at, "revoked_at": None}  # fmt: skip
    tx.execute(tables.api_keys.insert().values(**row))
    tx.log("key_added", by, key=key_id, name=name[:100], role=role)
    return ApiKey(**row), f"{_PREFIX}_{key_id}_{secret}"


def key_holder(tx: Tx, key: str) -> ApiKey | None:
    """The record of a key that is good now."""
    prefix, _, rest = key.partition("_")
    key_id, _, secret = rest.partition("_")
    k = tables.api_keys
    good = or_(k.c.expires_at.is_(None), k.c.expires_at > tx.now)
    query = select(k).where(k.c.id == key_id, k.c.revoked_at.is_(None), good)
    row = tx.execute(query).mappings().first() if prefix == _PREFIX else None
    if row is None or not secrets.compare_digest(row["hash"], _digest(secret)):
        return None
    return as_row(ApiKey, row)


def keys(tx: Tx) -> list[ApiKey]:
    return as_rows(ApiKey, tx.execute(select(tables.api_keys).order_by(tables.api_keys.c.created_at)).mappings())


def revoke_key(tx: Tx, key_id: str, by: str) -> None:
    k = tables.api_keys
    if tx.execute(update(k).where(k.c.id == key_id, k.c.revoked_at.is_(None)).values(revoked_at=tx.now)).rowcount:
        tx.log("key_revoked", by, key=key_id)


def _check(role: str, language: str) -> None:
    if role not in ROLES:
        raise BadAccount(f"There is no role {role}.", hint="One of " + ", ".join(ROLES) + ".")
    if language not in LANGUAGES:
        raise BadAccount(f"The desk does not speak {language}.", hint="One of " + ", ".join(LANGUAGES) + ".")


def _hashed(password: str) -> str:
    if len(password) < SHORTEST:
        raise BadAccount(f"A password needs {SHORTEST} characters or more.")
    return _hasher.hash(password)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _active_admins(tx: Tx) -> int:
    u = tables.users
    return int(tx.execute(select(func.count()).where(u.c.role == "admin", u.c.active)).scalar_one())
