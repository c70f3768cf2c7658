"""Sends what waits in the outbox: signed, to where it was meant to go and nowhere else, again until it was taken.

A receiver may get the same message twice, when a sender is killed between its answer and our note of it.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import json
import logging
import secrets
import socket
import threading
import time

import anyio
import httpx

from data.errors import OrdermillError
from serving.desk.outgoing import alerts, letters, mail_settings
from serving.desk.outgoing.letters import NotTaken
from serving.desk.outgoing.settings import EventSettings
from serving.desk.store import Store, Tx, outbox
from serving.desk.store.rows import OutMessage
from serving.release import release

log = logging.getLogger("ordermill.outgoing")

REPLY = "reply"
"""Kind of a letter to a customer."""

_LAST_FOUR = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
"""Networks whose addresses end with one of IPv4."""
_LOCAL = (ipaddress.ip_network("64:ff9b:1::/48"), ipaddress.ip_network("fec0::/10"))
"""NAT64 of a network's own choosing (RFC 8215), and site-local: inside, whatever Python's table says."""


class Sender:
    """Sends from one thread: `run` until `stop`. Any number of them may work on one store."""

    def __init__(self, store: Store, settings: EventSettings, letters: bool | None = None) -> None:
        """`letters`: sends only these, or none; None sends all. Raises `SetupError` where settings cannot work."""
        settings.check()
        alerts.current()
        mail_settings.current()
        self.store, self.settings, self.letters = store, settings, letters
        self.name = secrets.token_hex(8)
        self._over = threading.Event()

    def run(self, pause: float = 0.5) -> None:
        while not self._over.is_set():
            try:
                if send_one(self.store, self.settings, self.name, self.letters):
                    continue
            except OrdermillError as error:
                log.error("%s %s", error.message, error.hint)
            except Exception:
                log.exception("a message could not be sent")
            self._over.wait(pause)

    def stop(self) -> None:
        self._over.set()


def send_one(
    store: Store, settings: EventSettings, worker: str = "sender", letters: bool | None = None
) -> bool:  # fmt: skip
    """Try the message that is due longest; False where none is. Raises `StoreUnavailable`."""
    lease = 3 * max(settings.timeout, mail_settings.current().timeout) + 30
    message = store.run(lambda tx: outbox.claim(tx, worker, lease, letters))
    if message is None:
        return False
    try:
        _send(message, settings)
    except NotTaken as error:
        said, final = str(error), error.final
        log.warning("message %d, try %d: %s", message.id, message.attempts, said)
        store.run(lambda tx: _failed(tx, message, said, final=final))
    else:
        store.run(lambda tx: _taken(tx, message))
    return True


def _failed(tx: Tx, message: OutMessage, said: str, *, final: bool) -> None:
    if outbox.failed(tx, message, said, final=final):
        alerts.of_dead(tx, message, said)


def _taken(tx: Tx, message: OutMessage) -> None:
    outbox.sent(tx, message)
    if message.kind == REPLY:
        tx.log("reply_taken", "worker", message.order_id, id=message.body["id"])


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over `timestamp.body` in hexadecimal, as the header has it."""
    return "v1=" + hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _send(message: OutMessage, settings: EventSettings) -> None:
    if message.target.startswith(letters.TO):
        letters.send(message, mail_settings.current())
    elif message.kind.startswith(alerts.PREFIX):
        told = alerts.current()
        body = json.dumps(alerts.chat(message, told), ensure_ascii=False).encode()
        _call(message.target, body, _plain(), settings.timeout, allow_private=told.allow_private)
    else:
        _webhook(message, settings)


def _plain() -> dict[str, str]:
    return {"Content-Type": "application/json", "User-Agent": f"Ordermill/{release()}"}


def _webhook(message: OutMessage, settings: EventSettings) -> None:
    body = json.dumps(message.body, ensure_ascii=False, separators=(",", ":")).encode()
    timestamp = str(int(time.time()))
    headers = _plain() | {
        "Ordermill-Event": message.kind, "Ordermill-Delivery": str(message.body.get("id") or message.id),
        "Ordermill-Timestamp": timestamp,
        "Ordermill-Signature": signature(settings.secret.get_secret_value(), timestamp, body),
    }  # fmt: skip
    _call(message.target, body, headers, settings.timeout, allow_private=settings.allow_private)


def _call(target: str, body: bytes, headers: dict[str, str], timeout: float, *, allow_private: bool) -> None:
    try:
        status = _post(target, body, headers, timeout, allow_private=allow_private)
    except (httpx.TimeoutException, TimeoutError) as error:
        raise NotTaken(f"no answer within {timeout:g} s") from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise NotTaken(f"the receiver cannot be reached ({type(error).__name__})") from error
    if 300 <= status < 400:
        raise NotTaken(f"the receiver sends elsewhere (status {status}), which is not followed")
    if not 200 <= status < 300:
        raise NotTaken(f"the receiver answered with status {status}")


def _post(target: str, body: bytes, headers: dict[str, str], timeout: float, *, allow_private: bool) -> int:
    """The status of the answer; its text is not read. Raises `TimeoutError` where all of it takes too long."""
    url = httpx.URL(target)
    address = _address(url, allow_private)
    host = url.netloc.decode("ascii")
    # To the very address that was looked at: asked once more, a name could lead into our own network.
    pinned = url.copy_with(host=address)

    async def call() -> int:
        # One limit for all of it: limits on single reads are never met by who answers a byte at a time.
        with anyio.fail_after(timeout):
            async with (
                httpx.AsyncClient(timeout=timeout, follow_redirects=False, trust_env=False) as client,
                client.stream("POST", pinned, content=body, headers={**headers, "Host": host},
                              extensions={"sni_hostname": url.host}) as answer,
            ):  # fmt: skip
                return answer.status_code

    return anyio.run(call)


def _address(url: httpx.URL, allow_private: bool) -> str:
    port = url.port or (443 if url.scheme == "https" else 80)
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)]
    if not allow_private and not all(_public(address) for address in found):
        raise NotTaken("the receiver is in a private network (ORDERMILL_EVENTS_ALLOW_PRIVATE allows that)")
    return found[0]


def _public(address: str) -> bool:
    """False for an address inside, also one that an IPv6 address wraps: a translator or tunnel would lead there."""
    ip = ipaddress.ip_address(address.split("%")[0])
    wrapped = _wrapped(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    if wrapped is not None:
        return _public(str(wrapped))
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in _LOCAL)


def _wrapped(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside: mapped, compatible (RFC 4291), NAT64 (RFC 6052) or 6to4 (RFC 3056)."""
    found = ip.ipv4_mapped or ip.sixtofour
    if found is None and int(ip) > 1 and any(ip in network for network in _LAST_FOUR):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return found
