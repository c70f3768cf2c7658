"""Speaks with one identity provider: its discovery document, its keys, the code for a token, and what the token claims.

OpenID Connect Core 1.0 (3.1, code flow) with PKCE (RFC 7636) and, where the provider names itself in its answer,
RFC 9207. Signatures of public keys alone are taken: whoever knows the client's secret could make the others.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import httpx
from authlib.integrations.base_client import OpenIDMixin  # type: ignore[import-untyped]
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri  # type: ignore[import-untyped]
from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]

from serving.access.oidc.flight import Flight
from serving.access.oidc.refusals import NotLetIn
from serving.access.oidc.settings import OidcSettings, good_address

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LEEWAY: Final = 60
"""Seconds by which the provider's clock may differ from ours."""
_KEPT = 3600.0
"""Seconds for which the discovery document and the keys are not asked for again."""
_KEYS_AGAIN = 30.0
"""Seconds between two looks for a key that is not among those kept."""
_PAUSE = 5.0
"""Seconds after a vain try in which others are refused at once: waiting for their turn they would hold up the desk."""
_MOST = 1_000_000
"""Bytes of an answer."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The discovery document, as far as it is used, and the keys. `at` on the monotonic clock."""

    about: Mapping[str, Any]
    keys: dict[str, Any]
    at: float


class _Checker(OpenIDMixin):  # type: ignore[misc]
    """Authlib's check of an ID token, fed with what we have asked for ourselves."""

    def __init__(self, provider: Provider, keys: dict[str, Any]) -> None:
        self.client_id, self._provider, self._keys = provider.settings.client_id, provider, keys

    def load_server_metadata(self) -> dict[str, Any]:
        return {"id_token_signing_alg_values_supported": list(ALGORITHMS)}  # ours: not what the provider may list

    def fetch_jwk_set(self, force: bool = False) -> dict[str, Any]:
        """`force`: there was a key that is not among them."""
        return self._provider.keys(_KEYS_AGAIN) if force else self._keys


class Provider:
    """One provider; may be used by several threads at once."""

    def __init__(self, settings: OidcSettings) -> None:
        """Raises `SetupError` where the settings cannot work; asks nothing yet."""
        settings.check()
        self.settings = settings
        self._found: _Found | None = None
        self._failed: tuple[float, NotLetIn] | None = None
        self._lock = threading.Lock()

    def address(self, flight: Flight) -> str:
        """Where to send the browser. Raises `NotLetIn`."""
        made: str = prepare_grant_uri(
            self._discovered().about["authorization_endpoint"], self.settings.client_id, "code",
            redirect_uri=flight.back, scope=self.settings.scopes, state=flight.state, nonce=flight.nonce,
            code_challenge=create_s256_code_challenge(flight.verifier), code_challenge_method="S256",
        )  # fmt: skip
        return made

    def claims(self, flight: Flight, code: str, issuer: str | None = None) -> dict[str, Any]:
        """What the provider says of who signed in, verified; `issuer` as its answer named it. Raises `NotLetIn`."""
        found = self._discovered()
        named = found.about.get("authorization_response_iss_parameter_supported") is True
        if (issuer is not None or named) and issuer != self.settings.issuer:
            raise NotLetIn("bad_token", "the answer names another issuer")
        token = self._token(found, flight, code)
        claims = self._verified(found, token, flight.nonce)
        return self._asked_further(found, token, claims)

    def _token(self, found: _Found, flight: Flight, code: str) -> dict[str, Any]:
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": flight.back,
                "code_verifier": flight.verifier, "client_id": self.settings.client_id}  # fmt: skip
        secret = self.settings.client_secret
        auth: tuple[str, str] | None = None
        if secret is not None:
            # Basic comes first in the standard, but providers differ in how they unquote the two; a form is a form.
            if "client_secret_post" in (found.about.get("token_endpoint_auth_methods_supported") or ()):
                form["client_secret"] = secret.get_secret_value()
            else:
                # Quoted as RFC 6749 (2.3.1) has it: a secret may hold a colon.
                auth = quote(self.settings.client_id, safe=""), quote(secret.get_secret_value(), safe="")
        status, answer = self._ask("POST", found.about["token_endpoint"], data=form, auth=auth)
        if status >= 500:
            raise NotLetIn("away", f"the token endpoint (status {status})")
        if status != 200:
            raise NotLetIn("bad_token", f"the code was not taken (status {status}, {_word(answer.get('error'))})")
        return answer

    def _verified(self, found: _Found, token: Mapping[str, Any], nonce: str) -> dict[str, Any]:
        if not isinstance(token.get("id_token"), str):
            raise NotLetIn("bad_token", "there is no ID token")
        issuer, client = self.settings.issuer, self.settings.client_id
        wanted = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client}}
        try:
            checked = _Checker(self, found.keys).parse_id_token(token, nonce, wanted, leeway=LEEWAY)
        except NotLetIn:
            raise
        except Exception as error:  # whatever the library finds: a token that cannot be verified says nothing
            raise NotLetIn("bad_token", f"{type(error).__name__} {_word(getattr(error, 'claim', ''))}") from error
        subject = checked["sub"]
        if not subject or len(subject) > 255:
            raise NotLetIn("bad_token", "sub")
        return dict(checked)

    def keys(self, older: float) -> dict[str, Any]:
        """The provider's keys (a JWK set), asked for where they are older than so many seconds. Raises `NotLetIn`."""
        return self._discovered(older).keys

    def _asked_further(self, found: _Found, token: Mapping[str, Any], claims: dict[str, Any]) -> dict[str, Any]:
        """Claims that providers put behind the user info endpoint instead of into a token; those of the token count."""
        lacks = "email" not in claims or (self.settings.roles and value_of(claims, self.settings.role_claim) is None)
        place, key = found.about.get("userinfo_endpoint"), token.get("access_token")
        if not lacks or place is None or not isinstance(key, str):
            return claims
        status, answer = self._ask("GET", place, headers={"Authorization": f"Bearer {key}"})
        if status != 200:
            raise NotLetIn("away", f"user info (status {status})")
        if answer.get("sub") != claims["sub"]:
            raise NotLetIn("bad_token", "the user info is of somebody else")
        return {**answer, **claims}

    def _discovered(self, older: float = _KEPT) -> _Found:
        """Document and keys, asked for where those kept are older than so many seconds."""
        with self._lock:
            now = time.monotonic()
            if self._found is not None and now - self._found.at <= older:
                return self._found
            if self._failed is not None and now - self._failed[0] < _PAUSE:
                raise NotLetIn("away", self._failed[1].detail)
            try:
                self._found = self._discover()
            except NotLetIn as error:
                self._failed = time.monotonic(), error
                raise
            return self._found

    def _discover(self) -> _Found:
        issuer = self.settings.issuer
        _, about = self._ask("GET", issuer.rstrip("/") + "/.well-known/openid-configuration", good=True)
        if about.get("issuer") != issuer:
            raise NotLetIn(
                "away", f"ORDERMILL_OIDC_ISSUER is {issuer}, but it calls itself {_word(about.get('issuer'))}"
            )
        needed = ["authorization_endpoint", "token_endpoint", "jwks_uri"]
        for name in (*needed, *({"userinfo_endpoint"} & about.keys())):
            place = about.get(name)
            if not isinstance(place, str) or not good_address(place.split("?")[0]):
                raise NotLetIn("away", f"the discovery document has no good {name}")
        _, keys = self._ask("GET", about["jwks_uri"], good=True)
        return _Found(about, keys, time.monotonic())

    def _ask(self, verb: str, url: str, good: bool = False, **more: Any) -> tuple[int, dict[str, Any]]:
        """Status and JSON object. Raises `NotLetIn` where it cannot be had, with `good` for other statuses than 200."""
        try:
            with (
                httpx.Client(timeout=self.settings.timeout, follow_redirects=False) as client,
                client.stream(verb, url, **more) as answer,
            ):
                body = b""
                for piece in answer.iter_bytes():
                    body += piece
                    if len(body) > _MOST:
                        raise NotLetIn("away", "its answer is too long")
                status = answer.status_code
            found = json.loads(body)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise NotLetIn("away", f"{verb} {url.split('?')[0]}: {type(error).__name__}") from error
        if not isinstance(found, dict) or (good and status != 200):
            raise NotLetIn("away", f"{verb} {url.split('?')[0]}: status {status}")
        return status, found


def value_of(claims: Mapping[str, Any], path: str) -> Any:
    """A claim by its name or, where there is none of that name, by a path through objects; None where it is missing."""
    if path in claims:
        return claims[path]
    head, _, rest = path.partition(".")
    inner = claims.get(head)
    return value_of(inner, rest) if rest and isinstance(inner, Mapping) else None


def _word(text: Any) -> str:
    """What another system wrote, fit for one line of our log."""
    return "".join(c for c in str(text)[:100] if c.isprintable())
