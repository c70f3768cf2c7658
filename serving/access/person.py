"""Who makes a request, and the order of roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from serving.desk.store.people import ROLES, Role

Via = Literal["session", "key", "oidc"]


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person, or another system with a key. `name` is what events say (`key:ID` for a key)."""

    name: str
    shown: str
    role: Role
    language: str
    via: Via
    csrf: str = ""
    """Token that comes with every unsafe request of a session; empty for keys."""
    session: str = ""
    """Id of the session; empty for keys."""

    def may(self, role: Role) -> bool:
        """True for `role` and every role above it."""
        return ROLES.index(self.role) >= ROLES.index(role)
