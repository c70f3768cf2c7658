"""Signing in with name and password: limited, and without holding the database while a password is hashed."""

from __future__ import annotations

import secrets
from hashlib import sha256

from itsdangerous import BadData, URLSafeTimedSerializer

from serving.access import tries
from serving.access.settings import AccessSettings
from serving.access.tries import Try
from serving.desk.store import Store, Tx, people
from serving.desk.store.rows import User

DEVICE_COOKIE = "ordermill_device"
DEVICE_SECONDS = 180 * 24 * 3600


def enter(
    store: Store, settings: AccessSettings, who: Try, password: str, event: str | None = "signed_in"
) -> User | int | None:
    """The user, None for a wrong password, or the minutes to wait. `event` is noted of a right one.

    Raises `StoreUnavailable`.
    """
    with store.read() as tx:
        locked = tries.locked_minutes(tx, who, settings)
    if locked is not None:  # who knocks on a locked door does not write
        return locked
    locked = store.run(lambda tx: tries.begin(tx, who, settings))
    if locked is not None:
        return locked
    # Hashing takes a tenth of a second: in a writing transaction strangers would stop every worker of the desk.
    with store.read() as tx:
        user = people.signed_in(tx, who.name, password)

    def note(tx: Tx) -> None:
        if user is None:
            tries.wrong(tx, who, settings)
        else:
            tries.right(tx, who, settings)
            if event is not None:
                tx.log(event, user.name)

    store.run(note)
    return user


class Devices:
    """Cookies of browsers in which somebody has signed in. They open nothing, they only let tries be counted apart."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(
            secret, salt="ordermill.device", signer_kwargs={"digest_method": sha256, "key_derivation": "hmac"}
        )

    def make(self, user: User) -> str:
        text = self._signer.dumps([user.name, secrets.token_hex(8)])
        return text if isinstance(text, str) else text.decode()

    def read(self, cookie: str | None, name: str) -> str | None:
        """The device's id where the cookie is ours and `name` signed in there; None otherwise."""
        try:
            whose, device = self._signer.loads(cookie or "", max_age=DEVICE_SECONDS)
        except (BadData, ValueError, TypeError):
            return None
        return str(device) if whose == name.strip().lower() else None
