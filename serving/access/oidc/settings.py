"""Settings of sign-in through an identity provider, from the environment with the prefix `ORDERMILL_OIDC_`."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError

from data.errors import SetupError
from serving.desk.store.people import Role
from serving.settings import understood

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_HELP = "docs/access.md says what can be set, with examples."


class OidcSettings(BaseSettings):
    """One provider. Off while neither issuer nor client id is set."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_OIDC_", env_file=".env", extra="ignore", frozen=True)

    issuer: str = ""
    """Address of the provider, exactly as it calls itself in its discovery document."""
    client_id: str = ""
    client_secret: SecretStr | None = None
    """None for a client without one; PKCE is used either way."""
    name: str = ""
    """What the button calls it; empty takes the issuer's host."""
    scopes: str = "openid email profile"
    role_claim: str = "groups"
    """Claim with groups or roles: its name, or a path like realm_access.roles."""
    roles: dict[str, Role] = {}
    """Role at the desk by value of that claim, as JSON. The highest counts; set anew at each sign-in."""
    default_role: Literal["none", "annotator", "clerk", "approver", "admin"] = "none"
    """Role of somebody without such a value. With `roles` empty it is that of the first sign-in; admins change it."""
    domains: str = ""
    """Domains of e-mail addresses that are let in, separated by spaces; empty or * lets in all."""
    trust_email: bool = False
    """Whether addresses count as verified where the provider does not say so."""
    timeout: Annotated[float, Field(gt=0, le=60)] = 10
    """Seconds for connecting to the provider, and for each of its answers."""

    @classmethod
    def load(cls) -> OidcSettings:
        """The settings of the environment, checked. Raises `SetupError`."""
        try:
            settings = understood(cls, _HELP)
        except SettingsError as error:
            raise SetupError('ORDERMILL_OIDC_ROLES is no JSON like {"group": "clerk"}.', hint=_HELP) from error
        settings.check()
        return settings

    @property
    def on(self) -> bool:
        return bool(self.issuer or self.client_id)

    @property
    def shown(self) -> str:
        return self.name or urlsplit(self.issuer).hostname or self.issuer

    @property
    def allowed(self) -> frozenset[str]:
        """Domains in small letters; empty for all."""
        found = frozenset(domain.lower().lstrip("@") for domain in self.domains.split())
        return frozenset() if "*" in found else found

    def check(self) -> None:
        """Raises `SetupError` for what cannot work, and for what would let in the whole world unasked."""
        if not self.on:
            return
        if not self.issuer or not self.client_id:
            raise SetupError("ORDERMILL_OIDC_ISSUER and ORDERMILL_OIDC_CLIENT_ID are set together.", hint=_HELP)
        if not good_address(self.issuer) or len(self.issuer) > 400:
            raise SetupError("ORDERMILL_OIDC_ISSUER is no address https://HOST/PATH.", hint=_HELP)
        if not {"openid", "email"} <= set(self.scopes.split()):
            raise SetupError("ORDERMILL_OIDC_SCOPES lacks openid or email.", hint=_HELP)
        if not self.roles and self.default_role == "none":
            raise SetupError("Nobody would be let in: ORDERMILL_OIDC_ROLES names no role.", hint=_HELP)
        if self.default_role != "none" and not self.domains.split():
            raise SetupError(
                "ORDERMILL_OIDC_DEFAULT_ROLE lets in everybody whom the provider knows.",
                hint="Name your domains in ORDERMILL_OIDC_DOMAINS, or * where all are meant.",
            )


def good_address(url: str) -> bool:
    """True for https, and for http on this very machine."""
    parts = urlsplit(url)
    here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    return bool(parts.hostname) and (parts.scheme == "https" or here) and not (
        parts.query or parts.fragment or parts.username or not url.isascii()
    )  # fmt: skip
