"""Letters and alerts through a real mail server and a real chat receiver, from the outbox, again until taken."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from data.errors import SetupError
from serving.desk import actions, guarding
from serving.desk.outgoing import EventSettings, alerts, announce, letters, mail_settings, send_one
from serving.desk.outgoing.alerts import AlertSettings
from serving.desk.outgoing.mail_settings import MailSettings
from serving.desk.states import State
from serving.desk.store import Store, Tx, orders, outbox, tables, versions
from serving.desk.store.rows import Order, OutMessage
from tests import desks
from tests.smtpserver import PASSWORD, USER, Post, running

EVENTS = EventSettings(_env_file=None)  # type: ignore[call-arg]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    with running(tmp_path) as post:
        yield post


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Sets settings of this process, `MAIL_HOST="…"`, which are read once."""

    def forget() -> None:
        alerts.current.cache_clear()
        mail_settings.current.cache_clear()

    def tell(**settings: str) -> None:
        for name, value in settings.items():
            monkeypatch.setenv(f"ORDERMILL_{name}", value)
        forget()

    forget()
    yield tell
    forget()


def by(post: Post, **more: Any) -> MailSettings:
    values = {"host": "127.0.0.1", "port": post.port, "sender": "orders@seller.example", "name": "Seller GmbH",
              "authority": post.authority, "timeout": 20, **more}  # fmt: skip
    return MailSettings(_env_file=None, **values)  # type: ignore[call-arg]


def letter(**body: Any) -> OutMessage:
    now = datetime.now(UTC)
    told = {"id": "7" * 32, "subject": "Zamówienie\r\nBcc: x@y.example", "text": "Dzień dobry,\n.\nkropka", **body}
    return OutMessage(1, "reply", None, "mailto:anna@buyer.example", told, now, now, 1, None, None, None, None, None)


def test_a_letter_goes_encrypted_and_signed_in(post: Post) -> None:
    letters.send(letter(in_reply_to="<1@buyer.example>"), by(post, user=USER, password=PASSWORD))
    (made,) = post.letters
    assert (post.encrypted, post.signed_in) == ([True], [USER])
    assert post.envelopes == [("orders@seller.example", ["anna@buyer.example"])]
    assert (made["Subject"], made["Bcc"]) == ("Zamówienie Bcc: x@y.example", None), "a subject adds no header"
    assert made.get_content() == "Dzień dobry,\n.\nkropka\n"
    assert made["From"] == "Seller GmbH <orders@seller.example>"
    assert made["Message-ID"] == f"<{'7' * 32}@seller.example>"
    assert (made["In-Reply-To"], made["References"]) == ("<1@buyer.example>", "<1@buyer.example>")
    assert made["Auto-Submitted"] is None, "a person wrote it"


def test_long_ids_of_mails_stay_whole(post: Post) -> None:
    ids = [f"<{'A' * 140}{n}@{'b' * 100}.prod.outlook.example>" for n in range(20)]
    letters.send(letter(in_reply_to=ids[-1], references=" ".join(ids), text="z" * 3000), by(post))
    (made,) = post.letters
    assert made["In-Reply-To"] == ids[-1]
    assert str(made["References"]).split() == ids
    assert made.get_content() == "z" * 3000 + "\n"
    assert max(map(len, post.raw[0].split(b"\r\n"))) <= 998


def test_a_letter_over_tls_and_in_the_clear(tmp_path: Path, post: Post) -> None:
    with running(tmp_path, tls=True) as secure:
        letters.send(letter(), by(secure, security="tls"))
        assert secure.encrypted == [True]
    letters.send(letter(), by(post, security="none"))
    assert post.encrypted == [False]


@pytest.mark.parametrize(
    ("settings", "refuse", "said", "final"),
    [
        ({"authority": None}, {}, "certificate or encryption", False),
        ({"user": USER, "password": "wrong"}, {}, "refuses user or password", False),
        ({"security": "none", "user": USER, "password": PASSWORD}, {}, "cannot encrypt or sign in", False),
        ({}, {"anna@buyer.example": 550}, r"refuses the recipient \(550\)", True),
        ({}, {"anna@buyer.example": 450}, r"refuses the recipient \(450\)", False),
        ({}, {"data": 554}, r"refuses the letter \(554\)", True),
        ({}, {"data": 451}, r"refuses the letter \(451\)", False),
        ({"port": 9}, {}, "cannot be reached", False),
        ({"host": ""}, {}, "no mail server is set up", False),
    ],
)
def test_why_a_letter_is_not_taken(
    post: Post, settings: dict[str, Any], refuse: dict[str, int], said: str, final: bool
) -> None:
    post.refuse |= refuse
    with pytest.raises(letters.NotTaken, match=said) as refused:
        letters.send(letter(), by(post, **settings))
    assert refused.value.final is final
    assert post.letters == []


def test_a_mail_server_that_answers_in_drops_is_left(post: Post) -> None:
    post.drip = True
    with pytest.raises(letters.NotTaken, match=r"not done within 0\.3 s"):
        letters.send(letter(), by(post, timeout=0.3))


def waiting(store: Store, *codes: str, content: bytes = b"%PDF-1.4 a", to: State = "waiting") -> Order:
    """An order that waits (or goes on) with these reasons, as a decision leaves it, and is announced."""
    made = desks.order(store, content)

    def work(tx: Tx) -> Order:
        now = orders.change(tx, made, {"order_number": "PO-1", "customer": "Acme"}, "extracted")
        now = orders.change(tx, now, {}, "matched")
        now = orders.change(tx, now, {}, to)
        new = [versions.NewException(code, "stop", 0, None, {"message": "4.50, ours 4.70"}) for code in codes]
        versions.replace_exceptions(tx, now.id, new, "worker")
        announce(tx, now)
        return now

    return store.run(work)


def sent(store: Store, state: str = "waiting") -> list[OutMessage]:
    with store.read() as tx:
        return outbox.listed(tx, state)[::-1]


def test_prices_and_stock_are_told_once_without_contents(
    store: Store, post: Post, told: Callable[..., None]
) -> None:  # fmt: skip
    told(ALERTS_MAIL="jan@seller.example eva@seller.example", ALERTS_LANGUAGE="pl", MAIL_HOST="127.0.0.1",
         MAIL_PORT=str(post.port), MAIL_SENDER="orders@seller.example", MAIL_AUTHORITY=str(post.authority),
         DESK_ADDRESS="https://desk.example/")  # fmt: skip
    made = waiting(store, "price_differs", "order_unsure", "stock_short")
    assert [(m.kind, m.target) for m in sent(store)] == [
        ("alert.price", "mailto:jan@seller.example"), ("alert.price", "mailto:eva@seller.example"),
        ("alert.stock", "mailto:jan@seller.example"), ("alert.stock", "mailto:eva@seller.example"),
    ]  # fmt: skip
    again = store.run(partial(actions.reject, order=made, by="anna"))
    store.run(partial(actions.take_up, order=again, by="anna"))
    assert len(sent(store)) == 4, "an order is told of once"
    while send_one(store, EVENTS):
        pass
    text = post.letters[0].get_content()
    assert post.letters[0]["Subject"] == "[Ordermill] Cena: zamówienie PO-1"
    assert "PO-1 (Acme)" in text
    assert f"https://desk.example/desk/orders/{made.id}" in text
    assert "4.50" not in text + post.letters[2].get_content()
    assert post.letters[0]["Auto-Submitted"] == "auto-generated"
    assert len(sent(store, "sent")) == 4


def test_only_what_is_wanted(store: Store, told: Callable[..., None]) -> None:
    waiting(store, "price_differs")
    assert sent(store) == [], "nobody is told where nobody is named"
    told(ALERTS_MAIL="jan@seller.example", ALERTS_KINDS="stock audit")
    waiting(store, "price_differs", content=b"%PDF-1.4 b")
    assert sent(store) == []
    store.run(lambda tx: guarding.stop(tx, "anna", "inventory week"))
    assert [m.kind for m in sent(store)] == ["alert.audit"]
    assert "inventory week" in sent(store)[0].body["text"]


def test_an_order_that_goes_on_with_short_stock_is_told_too(store: Store, told: Callable[..., None]) -> None:
    told(ALERTS_MAIL="jan@seller.example")
    waiting(store, "stock_short", to="ready")
    assert "goes on without a person: Not enough in stock." in sent(store)[0].body["text"]
    waiting(store, "stock_short", content=b"%PDF-1.4 shadow", to="shadow")
    assert len(sent(store)) == 1, "the desk only watches"


def test_a_message_given_up_is_told_and_an_alert_is_not(
    store: Store, post: Post, told: Callable[..., None]
) -> None:  # fmt: skip
    told(ALERTS_MAIL="jan@seller.example", MAIL_HOST="127.0.0.1", MAIL_PORT=str(post.port),
         MAIL_SENDER="orders@seller.example", MAIL_AUTHORITY=str(post.authority))  # fmt: skip
    post.refuse["anna@buyer.example"] = post.refuse["jan@seller.example"] = 550
    body = {"id": "1" * 32, "subject": "Re", "text": "secret words"}
    store.run(lambda tx: outbox.put(tx, "reply", "mailto:anna@buyer.example", body))
    assert send_one(store, EVENTS)
    (alert,) = sent(store)
    assert (alert.kind, "refuses the recipient (550)" in alert.body["text"]) == ("alert.dead", True)
    assert "secret" not in alert.body["text"]
    assert send_one(store, EVENTS)
    assert (len(sent(store, "dead")), sent(store)) == (2, []), "given up at once, and not told of itself"


@pytest.mark.parametrize("form", ["text", "teams"])
def test_a_chat_is_told(store: Store, told: Callable[..., None], form: str) -> None:
    calls: list[tuple[dict[str, str], Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            calls.append((dict(self.headers), json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
            self.send_response(503 if len(calls) == 1 else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with ExitStack() as stack:
        server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        stack.callback(thread.join)
        stack.callback(server.shutdown)
        url = f"http://127.0.0.1:{server.server_port}/hooks/secret"
        told(ALERTS_CHAT=url, ALERTS_CHAT_FORM=form, ALERTS_ALLOW_PRIVATE="true", DESK_ADDRESS="https://desk.example")
        made = waiting(store, "stock_short")
        for _ in range(2):
            assert send_one(store, EVENTS)
            store.run(lambda tx: tx.execute(update(tables.outbox).values(run_at=tx.now)))
    assert len(sent(store, "sent")) == 1, "tried again until it was taken"
    headers, body = calls[1]
    assert "Ordermill-Signature" not in headers
    text = f"Order PO-1 of Acme waits for a person: Not enough in stock.\nhttps://desk.example/desk/orders/{made.id}"
    if form == "text":
        assert body == {"text": text}
    else:
        card = body["attachments"][0]["content"]
        assert (card["body"][0]["text"], card["actions"][0]["url"]) == (text, text.split("\n")[1])


def test_letters_and_calls_have_senders_of_their_own(
    store: Store, post: Post, told: Callable[..., None]
) -> None:  # fmt: skip
    told(ALERTS_MAIL="jan@seller.example", ALERTS_CHAT="http://127.0.0.1:9/x", MAIL_HOST="127.0.0.1",
         MAIL_PORT=str(post.port), MAIL_SENDER="orders@seller.example", MAIL_AUTHORITY=str(post.authority))  # fmt: skip
    waiting(store, "stock_short")
    assert send_one(store, EVENTS, "calls", letters=False)
    assert not send_one(store, EVENTS, "calls", letters=False), "what is left is a letter"
    assert post.letters == []
    assert send_one(store, EVENTS, "letters", letters=True)
    assert len(post.letters) == 1


def test_chats_in_private_networks_are_refused(store: Store, told: Callable[..., None]) -> None:
    told(ALERTS_CHAT="http://127.0.0.1:9/x")
    waiting(store, "stock_short")
    send_one(store, EVENTS)
    assert "private network" in str(sent(store)[0].error)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"mail": "Jan <jan@seller.example>"}, "ORDERMILL_ALERTS_MAIL"), ({"kinds": "price weather"}, "weather"),
        ({"chat": "ftp://chat.example"}, "ORDERMILL_ALERTS_CHAT"),
    ],
)  # fmt: skip
def test_alerts_that_cannot_work(settings: dict[str, str], said: str) -> None:
    with pytest.raises(SetupError, match=said):
        AlertSettings(_env_file=None, **settings).check()  # type: ignore[call-arg, arg-type]


def test_mail_settings_that_cannot_work(told: Callable[..., None]) -> None:
    for settings in ({"host": "x"}, {"host": "x", "sender": "a@b.example", "user": "u"}, {"authority": "/nowhere"}):
        with pytest.raises(SetupError):
            MailSettings(_env_file=None, **settings).check()  # type: ignore[call-arg, arg-type]
    told(MAIL_PORT="many")
    with pytest.raises(SetupError, match="ORDERMILL_MAIL_PORT"):
        mail_settings.current()
