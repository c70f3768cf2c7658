"""Why somebody was not let in through the identity provider."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal["off", "away", "over", "called_off", "bad_token", "no_mail", "domain", "no_role", "shut_out",
               "other_account", "ambiguous", "last_admin"]  # fmt: skip

STATUS: Final[dict[Kind, int]] = {"off": 404, "away": 503, "over": 400, "called_off": 401, "bad_token": 401}
"""HTTP status by kind; every other is 403."""


class NotLetIn(Exception):
    """`kind` is what the page says, in the words `login.refused.KIND`; `detail` is for the log of the process.

    `user` is the name of a person of the desk whom it concerns; `verified`: the provider's word on who it is held good.
    """

    def __init__(self, kind: Kind, detail: str = "", *, user: str = "", verified: bool = False) -> None:
        super().__init__(f"{kind} {detail}".strip())
        self.kind, self.detail, self.user, self.verified = kind, detail, user, verified

    @property
    def status(self) -> int:
        return STATUS.get(self.kind, 403)
