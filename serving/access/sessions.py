"""Sessions as signed cookies: nothing but name and times inside, ended by time, sign-out or a changed stamp.

The cookie is signed, not encrypted (itsdangerous, HMAC-SHA-256). The stamp is the user's `session_stamp`, which changes
with password, role and deactivation. One ended by sign-out is remembered until it would have ended by itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy import delete, select

from serving.access.person import Person, Via
from serving.access.settings import AccessSettings
from serving.desk.store import Tx, people, tables
from serving.desk.store.rows import User

COOKIE = "ordermill_session"
_RENEW = 60
"""Seconds after which a cookie in use is made anew; less often than each request, more often than it runs out."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a cookie says. `begun` in seconds since 1970."""

    id: str
    name: str
    stamp: str
    csrf: str
    begun: int
    via: Via


class Sessions:
    """Makes and reads session cookies."""

    def __init__(self, secret: str, settings: AccessSettings) -> None:
        self._settings = settings
        self._signer = URLSafeTimedSerializer(
            secret, salt="ordermill.session", signer_kwargs={"digest_method": sha256, "key_derivation": "hmac"}
        )
        self.idle = round(settings.session_idle_minutes * 60)
        self.longest = round(settings.session_hours * 3600)

    def begin(self, user: User, via: Via, now: datetime | None = None) -> str:
        """The cookie of a new session."""
        begun = int((now or datetime.now(UTC)).timestamp())
        return self._cookie(
            Session(secrets.token_hex(8), user.name, user.session_stamp, secrets.token_urlsafe(24), begun, via)
        )

    def read(self, cookie: str) -> tuple[Session, str | None] | None:
        """The session and, where it is time, a renewed cookie; None where it is no cookie of ours or over."""
        try:
            raw, signed = self._signer.loads(cookie, max_age=self.idle, return_timestamp=True)
            session = _session(raw)
        except (BadData, ValueError, TypeError):
            return None
        now = datetime.now(UTC)
        if now.timestamp() - session.begun > self.longest:
            return None
        due = now - signed > timedelta(seconds=min(_RENEW, self.idle / 4))
        return session, self._cookie(session) if due else None

    def person(self, tx: Tx, session: Session) -> Person | None:
        """Who holds the session now; None where it was ended or the user changed since."""
        user = people.user(tx, session.name)
        if user is None or not user.active or not secrets.compare_digest(user.session_stamp, session.stamp):
            return None
        ended = tables.ended_sessions
        if tx.execute(select(ended.c.id).where(ended.c.id == session.id)).first() is not None:
            return None
        return person_of(user, session)

    def end(self, tx: Tx, session_id: str) -> None:
        """The session is over on every copy of its cookie."""
        ended = tables.ended_sessions
        tx.execute(delete(ended).where(ended.c.until < tx.now))
        tx.execute(delete(ended).where(ended.c.id == session_id))
        tx.execute(ended.insert().values(id=session_id, until=tx.now + timedelta(seconds=self.longest)))

    def _cookie(self, session: Session) -> str:
        text = self._signer.dumps([session.id, session.name, session.stamp, session.csrf, session.begun, session.via])
        return text if isinstance(text, str) else text.decode()


def person_of(user: User, session: Session) -> Person:
    role = next(role for role in people.ROLES if role == user.role)
    return Person(user.name, user.shown, role, user.language, session.via, session.csrf, session.id)


def _session(raw: Any) -> Session:
    identity, name, stamp, csrf, begun, via = raw
    if not all(isinstance(part, str) for part in (identity, name, stamp, csrf, via)) or not isinstance(begun, int):
        raise ValueError("not a session")
    return Session(identity, name, stamp, csrf, begun, via)


def secure(headers: Mapping[str, str], scheme: str) -> bool:
    """True where the browser speaks https, to us or to a proxy before us."""
    # Believing the header costs nothing: whoever forges it only keeps their own cookie from travelling.
    return "https" in (scheme, headers.get("x-forwarded-proto", "").split(",")[0].strip())
