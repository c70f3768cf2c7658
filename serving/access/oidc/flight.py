"""What the browser keeps while somebody is at the identity provider: a signed cookie, good for ten minutes."""

from __future__ import annotations

import secrets
from dataclasses import astuple, dataclass
from hashlib import sha256

from itsdangerous import BadData, URLSafeTimedSerializer

COOKIE = "ordermill_oidc"
PATH = "/login/oidc"
SECONDS = 600


@dataclass(frozen=True, slots=True)
class Flight:
    """`state` ties the answer to this browser, `nonce` the token to this sign-in, `verifier` (PKCE) the code to us."""

    state: str
    nonce: str
    verifier: str
    there: str
    """Page of ours to go on to."""
    back: str
    """Address to which the provider sends the browser back."""

    @classmethod
    def begin(cls, there: str, back: str) -> Flight:
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48), there, back)


class Flights:
    """Makes and reads the cookies; `secret` is that of the sessions."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(
            secret, salt="ordermill.oidc", signer_kwargs={"digest_method": sha256, "key_derivation": "hmac"}
        )

    def cookie(self, flight: Flight) -> str:
        text = self._signer.dumps(astuple(flight))
        return text if isinstance(text, str) else text.decode()

    def read(self, cookie: str | None, state: str) -> Flight | None:
        """The flight to which `state` belongs; None where the cookie is missing, over, not ours or of another one."""
        try:
            flight = Flight(*self._signer.loads(cookie or "", max_age=SECONDS))
        except (BadData, ValueError, TypeError):
            return None
        return flight if secrets.compare_digest(flight.state.encode(), state.encode()) else None
