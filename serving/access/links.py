"""Signed links with which a person sets a password: good for a day, and only until the password is changed."""

from __future__ import annotations

from hashlib import sha256

from itsdangerous import BadData, URLSafeTimedSerializer

from serving.desk.store import Tx, people
from serving.desk.store.rows import User

GOOD_FOR = 24 * 3600
"""Seconds."""


class Links:
    """Makes and reads them; `secret` is that of the sessions."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(
            secret, salt="ordermill.password-link", signer_kwargs={"digest_method": sha256, "key_derivation": "hmac"}
        )

    def make(self, user: User) -> str:
        """The path to give to the person, e.g. `/login/link?token=…`."""
        text = self._signer.dumps([user.name, user.session_stamp])
        return "/login/link?token=" + (text if isinstance(text, str) else text.decode())

    def user(self, tx: Tx, token: str) -> User | None:
        """Whose link it is; None for one that is not ours, too old, or used: a new password changes the stamp."""
        try:
            name, stamp = self._signer.loads(token, max_age=GOOD_FOR)
        except (BadData, ValueError):
            return None
        found = people.user(tx, str(name))
        return found if found is not None and found.active and found.session_stamp == stamp else None
