"""Alerts to people, by e-mail or to a chat: prices and stock of orders, messages given up, automatic mode off.

They say which order of whom it is and why, in a word or two, with a link; no prices, amounts, articles or quantities.
"""

from __future__ import annotations

import logging
import uuid
from functools import lru_cache
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import SetupError
from serving.desk.outgoing.letters import TO
from serving.desk.outgoing.mail_settings import ADDRESS
from serving.desk.store import Tx, outbox, versions
from serving.desk.store.rows import Order, OutMessage

log = logging.getLogger("ordermill.outgoing")

KINDS: Final = ("price", "stock", "dead", "audit")
PREFIX: Final = "alert."
CODES: Final[dict[str, str]] = {
    **dict.fromkeys(("price_differs", "price_zero", "price_negative", "price_missing", "price_rounded",
                     "discount_not_agreed"), "price"),
    "stock_short": "stock",
}  # fmt: skip
"""Which reasons that are open about an order are told as what."""
TOLD: Final = frozenset({"waiting", "ready"})
"""States whose orders are told of: those that wait for a person, and those that go on all the same."""


class AlertSettings(BaseSettings):
    """Who is alerted of what."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_ALERTS_", env_file=".env", extra="ignore", frozen=True)

    mail: str = ""
    """Addresses, separated by spaces; they need ORDERMILL_MAIL_HOST."""
    chat: str = ""
    """Incoming webhooks of chat programs, separated by spaces."""
    chat_form: Literal["text", "teams"] = "text"
    """`text` for Slack, Mattermost, Rocket.Chat, Google Chat; `teams` for Microsoft Teams (adaptive cards)."""
    kinds: str = " ".join(KINDS)
    """What is told, separated by spaces."""
    language: Literal["pl", "en", "de"] = "en"
    allow_private: bool = False
    """Whether chat programs in private networks and on this machine may be called."""
    desk_address: Annotated[str, Field(validation_alias="ORDERMILL_DESK_ADDRESS")] = ""

    @classmethod
    def load(cls) -> AlertSettings:
        """The settings of the environment, checked. Raises `SetupError`."""
        try:
            settings = cls()
        except ValidationError as error:
            names = ", ".join(str(wrong["loc"][0]) for wrong in error.errors())
            raise SetupError(f"Settings of the alerts cannot be understood: {names}.",
                             hint="docs/events.md says what can be set.") from error  # fmt: skip
        settings.check()
        return settings

    @property
    def targets(self) -> tuple[str, ...]:
        return (*(TO + address for address in self.mail.split()), *self.chat.split())

    def wants(self, kind: str) -> bool:
        return kind in self.kinds.split()

    def check(self) -> None:
        """Raises `SetupError` for addresses that cannot be written to and kinds that there are not."""
        if not all(ADDRESS.fullmatch(address) for address in self.mail.split()):
            raise SetupError("An address in ORDERMILL_ALERTS_MAIL is none.", hint="Write NAME@HOST, without a name.")
        for url in self.chat.split():
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or len(url) > 400:
                raise SetupError("An address in ORDERMILL_ALERTS_CHAT cannot be called.",
                                 hint="Copy the incoming webhook's address from the chat program.")  # fmt: skip
        if unknown := set(self.kinds.split()) - set(KINDS):
            raise SetupError(f"There is no alert {sorted(unknown)[0]}.", hint=f"There are {', '.join(KINDS)}.")


@lru_cache(maxsize=1)
def current() -> AlertSettings:
    """The settings of this process, read once. Raises `SetupError`."""
    return AlertSettings.load()


def of_order(tx: Tx, order: Order, settings: AlertSettings | None = None) -> None:
    """Alert of prices and stock that are open about an order, once for each order and kind."""
    settings = settings or current()
    if not settings.targets:
        return
    found: dict[str, list[str]] = {}
    for exception in versions.exceptions(tx, order.id):
        kind = CODES.get(exception.code)
        if kind is not None and settings.wants(kind):
            found.setdefault(kind, []).append(exception.code)
    for kind, codes in found.items():
        if not outbox.of_order(tx, order.id, PREFIX + kind):
            told = {"order": order.order_number or order.id, "customer": order.customer or "-",
                    "reasons": _names(codes, settings.language), "passes": order.state != "waiting"}  # fmt: skip
            _put(tx, kind, told, f"/desk/orders/{order.id}", settings, order.id)


def of_dead(tx: Tx, message: OutMessage, error: str, settings: AlertSettings | None = None) -> None:
    """Alert of a message that was given up; not of an alert, which would never end."""
    if not message.kind.startswith(PREFIX):
        told = {"kind": message.kind, "error": error, "tries": message.attempts}
        _put(tx, "dead", told, "/desk/outbox?state=dead", settings or current())


def of_stop(tx: Tx, sentence: str, settings: AlertSettings | None = None) -> None:
    """Alert of automatic mode that was put off."""
    _put(tx, "audit", {"sentence": sentence}, "/desk", settings or current())


def chat(message: OutMessage, settings: AlertSettings) -> dict[str, Any]:
    """What a chat program is sent."""
    text, link = str(message.body["text"]), message.body.get("link")
    if settings.chat_form == "text":
        return {"text": text}
    card: dict[str, Any] = {
        "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.4",
        "body": [{"type": "TextBlock", "text": text, "wrap": True}],
    }  # fmt: skip
    if link:
        card["actions"] = [{"type": "Action.OpenUrl", "title": "Ordermill", "url": link}]
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "contentUrl": None, "content": card}]}


def _put(
    tx: Tx, kind: str, told: dict[str, Any], path: str, settings: AlertSettings, order_id: str | None = None
) -> None:  # fmt: skip
    # Not above: the words belong to the pages, which stand on the desk.
    from serving.review.words import translate

    if not settings.wants(kind):
        return
    subject = translate(settings.language, f"alert.{kind}.subject", **told)
    link = settings.desk_address.rstrip("/") + path if settings.desk_address else ""
    said = f"alert.{kind}.passes" if told.get("passes") else f"alert.{kind}.text"
    text = translate(settings.language, said, **told) + (f"\n{link}" if link else "")
    for target in settings.targets:
        body = {"id": uuid.uuid4().hex, "subject": f"[Ordermill] {subject}", "text": text, "link": link}
        outbox.put(tx, PREFIX + kind, target, body, order_id)


def _names(codes: list[str], language: str) -> str:
    from serving.desk.rules import texts

    return ", ".join(dict.fromkeys(texts.name(code, language) for code in codes))
