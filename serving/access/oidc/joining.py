"""Makes of verified claims a person of the desk: known by issuer and subject, at first by a verified e-mail address.

Names and addresses change hands; the subject does not. So an address ties an account to a subject once, and whoever
comes later with the same address and another subject is not let into it. Source: OpenID Connect Core 1.0, 5.7.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from serving.access.oidc.provider import value_of
from serving.access.oidc.refusals import NotLetIn
from serving.access.oidc.settings import OidcSettings
from serving.desk.store import Tx, identities, people
from serving.desk.store.people import LANGUAGES, ROLES, Role
from serving.desk.store.rows import User

BY = "system"
_GOOGLE = "https://accounts.google.com"
"""There `hd` names the organisation that runs the account: developers.google.com/identity/openid-connect."""
_ENDS = frozenset({"no_role", "domain"})
"""Refusals after which sessions that are still open end too: the provider has taken back what let them in."""


def join(tx: Tx, settings: OidcSettings, claims: Mapping[str, Any], language: str = "en") -> User:
    """The person to whom the claims belong, made or tied to them where this is the first time; their role as of now.

    `language` is that of a new person whose claims name none. Raises `NotLetIn`, with nothing changed.
    """
    issuer, subject = settings.issuer, str(claims["sub"])
    known = identities.user_of(tx, issuer, subject)
    name = known.name if known is not None else ""
    mail = _mail(settings, claims, name)
    found = known or _by_mail(tx, issuer, mail)
    name = found.name if found is not None else ""
    if found is not None and not found.active:
        raise NotLetIn("shut_out", user=name, verified=True)
    role = role_of(settings, claims)
    if role is None:
        raise NotLetIn("no_role", user=name, verified=True)
    if found is None:
        found = _made(tx, claims, mail, role, language)
    if known is None:
        identities.add(tx, issuer, subject, found, BY)
    if found.email != mail:
        people.set_email(tx, found.name, mail)
    if settings.roles and role != found.role:
        try:
            found = people.change_user(tx, found.name, BY, role=role)
        except people.BadAccount as error:
            raise NotLetIn("last_admin", user=name, verified=True) from error
    tx.log("signed_in", found.name, via="oidc")
    return found


def turned_away(tx: Tx, refusal: NotLetIn) -> None:
    """Note that somebody was not let in; what they still have open ends where the provider takes it back."""
    tx.log("sign_in_refused", BY, user=refusal.user or "?", why=refusal.kind)
    if refusal.user and refusal.kind in _ENDS:
        people.end_sessions(tx, refusal.user)


def role_of(settings: OidcSettings, claims: Mapping[str, Any]) -> Role | None:
    """The highest role that the claims give, else the default one; None for none."""
    value = value_of(claims, settings.role_claim)
    values = value if isinstance(value, list) else [value]
    given = {settings.roles[v] for v in values if isinstance(v, str) and v in settings.roles}
    if given:
        return max(given, key=ROLES.index)
    return None if settings.default_role == "none" else settings.default_role


def _mail(settings: OidcSettings, claims: Mapping[str, Any], user: str) -> str:
    """The e-mail address, in small letters, of a domain that is let in."""
    mail = claims.get("email")
    vouched = [claims.get("email_verified"), claims.get("xms_edov")]  # the second is how Entra ID says it
    verified = settings.trust_email or any(v in (True, "true", "True", "1") for v in vouched if v is not None)
    good = isinstance(mail, str) and re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,255}", mail) and mail.isprintable()
    if not good or not verified:
        raise NotLetIn("no_mail", user=user, verified=True)
    mail = str(mail).lower()
    domains = {mail.rpartition("@")[2]}
    if settings.issuer == _GOOGLE:  # a private account keeps a company's address when its owner has left the company
        domains.add(str(claims.get("hd") or "").lower())
    if settings.allowed and not domains <= settings.allowed:
        raise NotLetIn("domain", user=user, verified=True)
    return mail


def _by_mail(tx: Tx, issuer: str, mail: str) -> User | None:
    found = people.with_email(tx, mail)
    if len(found) > 1:
        raise NotLetIn("ambiguous", verified=True)
    if found and identities.tied(tx, issuer, found[0].name):
        raise NotLetIn("other_account", user=found[0].name, verified=True)
    return found[0] if found else None


def _made(tx: Tx, claims: Mapping[str, Any], mail: str, role: Role, language: str) -> User:
    name = re.sub(r"[^\w.@+-]", "_", mail)[:80]  # it stands in addresses of pages
    if name != mail or people.user(tx, name) is not None:
        name += "~" + hashlib.sha256(mail.encode()).hexdigest()[:12]
    given = [claims.get("name"), claims.get("preferred_username"), mail]
    shown = next(text for text in given if isinstance(text, str) and text.strip() and text.isprintable())
    locale = str(claims.get("locale") or "")[:2].lower()
    return people.add_user(tx, name, role, None, BY, shown=shown.strip()[:200], email=mail,
                           language=locale if locale in LANGUAGES else language)  # fmt: skip
