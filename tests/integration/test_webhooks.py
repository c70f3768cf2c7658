"""Events told to a real receiver: signed, repeated until taken, sent nowhere else."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from data.errors import SetupError
from serving.desk import actions
from serving.desk.flow import Worker
from serving.desk.office import Office
from serving.desk.outgoing import EventSettings, Sender, notify, send_one
from serving.desk.outgoing.sender import _public
from serving.desk.outgoing.settings import current
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, orders, outbox, tables
from serving.desk.store.rows import OutMessage, as_rows
from tests import desks
from tests.desks import wait_for
from tests.repo import ROOT
from tests.standin import pdf, pipeline

SECRET = "0123456789abcdef-secret"  # noqa: S105


@dataclass
class Receiver:
    """What was sent to it, and how it answers: statuses in their order, 200 afterwards."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    calls: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    hanging: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.calls.append((self.path, dict(self.headers), body))
            if self.path == "/hang":
                found.hanging.wait(30)
            if self.path == "/drip":
                self.drip()
            self.send_response(found.answers.pop(0) if found.answers else 200)
            self.send_header("Location", f"{found.url}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def drip(self) -> None:
            """An answer without an end: each byte comes in time."""
            with suppress(OSError):
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
                while not found.hanging.wait(0.02):
                    self.wfile.write(b"x")

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield found
    found.hanging.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


def told(receiver: Receiver, path: str = "/hook", **more: Any) -> EventSettings:
    values = {"urls": receiver.url + path, "secret": SECRET, "allow_private": True, "timeout": 5, **more}
    return EventSettings(_env_file=None, **values)  # type: ignore[call-arg]


def happen(store: Store, settings: EventSettings, kind: str = "order.waiting") -> None:
    order = desks.order(store)
    store.run(lambda tx: notify(tx, kind, order, settings))


def due_now(store: Store) -> None:
    store.run(lambda tx: tx.execute(update(tables.outbox).values(run_at=tx.now)))


def messages(store: Store) -> list[OutMessage]:
    with store.read() as tx:
        return as_rows(OutMessage, tx.execute(select(tables.outbox).order_by(tables.outbox.c.id)).mappings())


def snippet() -> Callable[[str, dict[str, str], bytes], bool]:
    """The check that the documentation gives to receivers."""
    code = re.search(r"```py\n(.*?)```", (ROOT / "docs/events.md").read_text(), re.DOTALL)
    assert code is not None
    names: dict[str, Any] = {}
    exec(code[1], names)  # noqa: S102
    return names["genuine"]  # type: ignore[no-any-return]


def test_a_signed_call_that_the_documented_check_takes(store: Store, receiver: Receiver) -> None:
    settings = told(receiver)
    happen(store, settings)
    assert send_one(store, settings)
    assert not send_one(store, settings)
    (path, headers, body), genuine = receiver.calls[0], snippet()
    assert path == "/hook"
    assert genuine(SECRET, headers, body)
    assert not genuine(SECRET, headers, body + b" ")
    assert not genuine("another secret of ours", headers, body)
    assert not genuine(SECRET, {**headers, "Ordermill-Timestamp": "1700000000"}, body)
    said = json.loads(body)
    assert (said["event"], said["order"]["state"]) == ("order.waiting", "received")
    assert headers["Ordermill-Event"] == "order.waiting"
    assert headers["Ordermill-Delivery"] == said["id"]
    assert messages(store)[0].sent_at is not None


def test_an_answer_of_500_is_tried_again(store: Store, receiver: Receiver) -> None:
    settings = told(receiver)
    receiver.answers += [500]
    happen(store, settings)
    assert send_one(store, settings)
    waiting = messages(store)[0]
    assert (waiting.sent_at, waiting.error) == (None, "the receiver answered with status 500")
    assert not send_one(store, settings), "not before its pause is over"
    due_now(store)
    assert send_one(store, settings)
    assert messages(store)[0].sent_at is not None
    first, second = (json.loads(body)["id"] for _, _, body in receiver.calls)
    assert first == second


def test_a_receiver_that_hangs_is_left(store: Store, receiver: Receiver) -> None:
    settings = told(receiver, "/hang", timeout=0.2)
    happen(store, settings)
    assert send_one(store, settings)
    assert messages(store)[0].error == "no answer within 0.2 s"


def test_a_receiver_that_answers_a_byte_at_a_time_is_left(store: Store, receiver: Receiver) -> None:
    settings = told(receiver, "/drip", timeout=0.3)
    happen(store, settings)
    assert send_one(store, settings)
    assert not receiver.hanging.is_set(), "it would have gone on"
    assert (messages(store)[0].sent_at, messages(store)[0].error) == (None, "no answer within 0.3 s")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirects_are_not_followed(store: Store, receiver: Receiver, status: int) -> None:
    settings = told(receiver)
    receiver.answers += [status]
    happen(store, settings)
    send_one(store, settings)
    assert [path for path, _, _ in receiver.calls] == ["/hook"]
    assert "not followed" in str(messages(store)[0].error)


def test_private_addresses_are_refused(store: Store, receiver: Receiver) -> None:
    for url in (receiver.url, receiver.url.replace("127.0.0.1", "localhost")):
        settings = told(receiver, urls=url, allow_private=False)
        happen(store, settings)
        send_one(store, settings)
        assert "private network" in str(messages(store)[-1].error)
    assert receiver.calls == []
    assert _public("93.184.215.14")
    private = ["10.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1", "::1", "fe80::1%eth0", "::ffff:10.0.0.1",
               "0.0.0.0", "224.0.0.1", "fd00::1"]  # noqa: S104 # fmt: skip
    assert [address for address in private if _public(address)] == []


def test_a_private_address_wrapped_in_one_of_ipv6_is_private() -> None:
    """NAT64, 6to4, mapped, compatible: what counts is the address that a translator or tunnel leads to."""
    inside = ["64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::10.0.0.1", "2002:7f00:1::", "2002:c0a8:101::1",
              "2002:a9fe:a9fe::", "::127.0.0.1", "::ffff:192.0.0.1", "64:ff9b:1::808:808", "fec0::1", "::"]  # fmt: skip
    assert [address for address in inside if _public(address)] == []
    outside = ["64:ff9b::8.8.8.8", "2002:808:808::1", "::ffff:8.8.8.8", "2001:4860:4860::8888"]
    assert [address for address in outside if not _public(address)] == []


def test_given_up_and_sent_again_on_demand(store: Store, receiver: Receiver) -> None:
    settings = told(receiver)
    receiver.answers += [503] * outbox.MOST_TRIES
    happen(store, settings)
    while send_one(store, settings):
        due_now(store)
    with store.read() as tx:
        dead = outbox.dead(tx)
    assert [m.attempts for m in dead] == [outbox.MOST_TRIES]
    store.run(lambda tx: outbox.resend(tx, dead[0].id, "anna"))
    send_one(store, settings)
    assert messages(store)[0].sent_at is not None


def test_a_receiver_that_is_not_there_keeps_nothing_from_others(store: Store, receiver: Receiver) -> None:
    settings = told(receiver, urls=f"http://127.0.0.1:9/ http://no-such-host.invalid/ {receiver.url}/hook")
    happen(store, settings)
    while send_one(store, settings):
        pass
    assert [m.sent_at is not None for m in messages(store)] == [False, False, True]


def test_only_kinds_that_are_wanted_and_nothing_without_receivers(store: Store, receiver: Receiver) -> None:
    happen(store, told(receiver, kinds="order.written"))
    happen(store, told(receiver, urls=""))
    assert messages(store) == []
    happen(store, told(receiver, kinds="order.written"), "order.written")
    assert [m.kind for m in messages(store)] == ["order.written"]


def test_worker_and_people_are_told_of(store: Store, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORDERMILL_EVENTS_URLS", receiver.url)
    monkeypatch.setenv("ORDERMILL_EVENTS_SECRET", SECRET)
    current.cache_clear()
    try:
        order, _ = receive(store, pdf(), "order.pdf", source="api", by="erp")
        assert Worker(store, steps(Office(store, pipeline=pipeline()))).work()
        with store.read() as tx:
            waiting = orders.get(tx, order.id)
        store.run(partial(actions.reject, order=waiting, by="anna"))
    finally:
        current.cache_clear()
    found = messages(store)
    assert [m.kind for m in found] == ["order.waiting", "order.rejected"]
    assert found[0].body["order"]["order_number"] == "PO/2026/118"
    assert "order_unsure" in found[0].body["order"]["reasons"]
    assert found[0].body["text"].startswith("Order PO/2026/118 of Acme: waiting (")
    sender = Sender(store, told(receiver))
    thread = threading.Thread(target=sender.run, args=(0.01,))
    thread.start()
    wait_for(lambda: all(m.sent_at is not None for m in messages(store)))
    sender.stop()
    thread.join()
    assert len(receiver.calls) == 2


@pytest.mark.parametrize(
    ("url", "secret"),
    [("ftp://a.example/", SECRET), ("https://user:pass@a.example/", SECRET), ("https://a.example/", "short")],
)
def test_settings_that_cannot_work(store: Store, url: str, secret: str) -> None:
    settings = EventSettings(_env_file=None, urls=url, secret=secret)  # type: ignore[call-arg, arg-type]
    with pytest.raises(SetupError):
        Sender(store, settings)


def test_settings_that_cannot_be_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORDERMILL_EVENTS_TIMEOUT", "soon")
    with pytest.raises(SetupError, match="ORDERMILL_EVENTS_TIMEOUT"):
        EventSettings.load()
