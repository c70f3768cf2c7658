"""Replies to customers: drafted in their language from what is open, sent by a person alone, kept as sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from serving.desk.outgoing import EventSettings, drafts, mail_settings, send_one
from serving.desk.store import Store, Tx, arrivals, events, orders, outbox, versions
from serving.desk.store.rows import OpenException, Order
from serving.desk.store.versions import NewException
from tests.deskpages import client, csrf
from tests.desks import opened, order, sqlite
from tests.smtpserver import Post, running

OURS = ("4.70", "sure", "credit")
ALL = (
    "order_number_missing", "customer_unknown", "shipping_unknown", "currency_unknown", "date_past", "date_soon",
    "partly_read", "same_number", "order_change", "discount_not_agreed", "net_differs",
)  # fmt: skip
OF_LINES = ("product_unknown", "price_differs", "price_zero", "quantity_missing", "unit_unknown", "stock_short",
            "amount_differs")  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    yield made
    made.close()


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """A mail server, and the settings to send through it."""
    with running(tmp_path) as server:
        for name, value in (("HOST", "127.0.0.1"), ("PORT", server.port), ("SENDER", "orders@seller.example"),
                            ("NAME", "Seller GmbH"), ("AUTHORITY", server.authority)):  # fmt: skip
            monkeypatch.setenv(f"ORDERMILL_MAIL_{name}", str(value))
        mail_settings.current.cache_clear()
        yield server
    mail_settings.current.cache_clear()


def value(text: str) -> dict[str, Any]:
    return {"value": text, "text": text, "confidence": 0.9, "boxes": [], "source": "model"}


def waiting(store: Store, *new: NewException, language: str = "de", sender: str = "anna@buyer.example",
            reply_to: str | None = None) -> Order:  # fmt: skip
    """An order that came by mail and waits."""

    def came(tx: Tx) -> int:
        mail = arrivals.add(tx, "mail", f"<1@buyer.example> {'a' * 32}", "orders", sender="anna@buyer.example",
                            subject="Bestellung 4711", text="anbei", message_id="<1@buyer.example>",
                            thread="<0@buyer.example>", reply_to=reply_to)  # fmt: skip
        assert mail is not None
        return mail.id

    made = order(store, sender=sender, intake_id=store.run(came))  # type: ignore[arg-type]

    def work(tx: Tx) -> Order:
        line = {"kind": "item", "page": 1, "fields": {
            "line_no": value("10"), "supplier_article_no": value("A-17"), "quantity": value("12,5 kg"),
            "unit_price": value("4,50 €")}}  # fmt: skip
        head = {"order_date": value("02.03.2026"), "requested_delivery_date": value("01.03.2026")}
        result = {"document": {"language": language}, "lines": [line], "model": {}, "fields": head}
        versions.add_extraction(tx, made.id, result, "model", "reader", "1")
        now = orders.change(tx, made, {"order_number": "4711"}, "extracted")
        now = orders.change(tx, orders.change(tx, now, {}, "matched"), {}, "waiting")
        versions.replace_exceptions(tx, now.id, new, "worker")
        return now

    return store.run(work)


def test_the_draft_asks_in_the_customers_language(store: Store) -> None:
    made = waiting(
        store, NewException("price_differs", "stop", 0, "unit_price", {"message": "The page: 4.50, ours: 4.70"}),
        NewException("value_unsure", "stop", 0, "line.quantity", {"sure": 0.4}),
        NewException("credit_exceeded", "stop"), NewException("order_unsure", "stop"),
    )  # fmt: skip
    shown = client(store, "clerk").get(f"/desk/orders/{made.id}/reply").text
    for said in ("vielen Dank für Ihre Bestellung 4711 vom 02.03.2026.", "Der Preis in Position 10 (A-17; 4,50 €)",
                 "Die Menge in Position 10 (A-17; 12,5 kg) ist unklar", "anna@buyer.example", "Re: Bestellung 4711",
                 "2 questions", "mailto:anna%40buyer.example?subject=Re%3A", "clerk"):  # fmt: skip
        assert said in shown, said
    assert [word for word in OURS if word in shown.split("<textarea")[1].split("</textarea>")[0]] == []
    assert "Kredit" not in shown
    assert f'href="/desk/orders/{made.id}/reply"' in client(store, "clerk").get(f"/desk/orders/{made.id}").text


def test_nothing_open_says_that_the_order_was_received(store: Store) -> None:
    made = waiting(store, NewException("credit_exceeded", "stop"))
    clerk = client(store, "clerk")
    shown = clerk.get(f"/desk/orders/{made.id}/reply?language=cs").text
    assert "děkujeme za Vaši objednávku 4711" in shown
    assert "ještě není potvrzením objednávky" in shown
    assert "Nothing to ask" in shown
    assert "vielen Dank" in clerk.get(f"/desk/orders/{made.id}/reply?language=xx").text, "an unknown one is none"


def exception(code: str, line: int | None) -> OpenException:
    return OpenException(1, "o", code, "stop", line, None, {}, datetime(2026, 3, 2, tzinfo=UTC), None, None, None)


@pytest.mark.parametrize("language", ["cs", "de", "en", "es", "fr", "it", "nl", "pl"])
def test_every_language_asks_everything(store: Store, language: str) -> None:
    assert sorted(drafts.languages()) == ["cs", "de", "en", "es", "fr", "it", "nl", "pl"]
    made = waiting(store)
    with store.read() as tx:
        known = versions.extraction(tx, made.id)
    assert known is not None
    found = [exception(code, None) for code in ALL] + [exception(code, 0) for code in OF_LINES]
    letter = drafts.draft(made, known.result, found, language, signature="Anna\nSeller GmbH")
    asked = [line for line in letter.text.splitlines() if line.startswith("- ")]
    assert (len(asked), letter.asks) == (len(found), len(found))
    assert "{" not in letter.text + letter.subject
    assert "4711" in letter.subject
    assert sum("A-17" in line for line in asked) == len(OF_LINES)
    assert letter.text.endswith("Anna\nSeller GmbH\n")
    same = {name: drafts._words()[language][name] for name in ("thanks", "ask", "product", "price")}
    others = [drafts._words()[other] for other in drafts.languages() if other != language]
    assert not any(words[name] == text for words in others for name, text in same.items()), "nothing is left in another"


def test_every_language_has_the_same_words() -> None:
    keys = {language: sorted(words) for language, words in drafts._words().items()}
    assert len({tuple(found) for found in keys.values()}) == 1


def test_a_person_sends_it_in_answer_to_the_mail(store: Store, post: Post) -> None:
    made = waiting(store, NewException("product_unknown", "stop", 0))
    clerk = client(store, "clerk")
    where = f"/desk/orders/{made.id}/reply"
    assert "It answers the mail" in clerk.get(where).text
    assert messages(store) == [], "looking at a draft sends nothing"
    form = {"csrf": csrf(clerk), "to": "anna@buyer.example", "subject": "Re: Bestellung 4711", "language": "de",
            "text": "Guten Tag,\r\nwelcher Artikel?\r\n", "seen": "0"}  # fmt: skip
    assert clerk.post(f"{where}/send", data=form).status_code == 303
    assert post.letters == [], "a worker sends it"
    assert send_one(store, EventSettings(_env_file=None))  # type: ignore[call-arg]
    (letter,) = post.letters
    assert (letter["To"], letter["Subject"]) == ("anna@buyer.example", "Re: Bestellung 4711")
    assert (letter["In-Reply-To"], letter["References"]) == ("<1@buyer.example>", "<0@buyer.example> <1@buyer.example>")
    assert letter.get_content() == "Guten Tag,\nwelcher Artikel?\n"
    with store.read() as tx:
        told = {e.kind: e for e in events.of_order(tx, made.id) if e.kind.startswith("reply_")}
        assert events.verify(tx).broken is None
    data = json.loads(told["reply_sent"].data or "")
    assert (told["reply_sent"].by, data["to"], data["text"]) == ("clerk", "anna@buyer.example", letter.get_content())
    assert data["sha256"] == hashlib.sha256(letter.get_content().encode()).hexdigest()
    assert told["reply_taken"].by == "worker"
    assert "taken by the mail server" in clerk.get(where).text
    assert "A reply to anna@buyer.example was sent off" in clerk.get(f"/desk/orders/{made.id}/story").text


def messages(store: Store) -> list[str]:
    with store.read() as tx:
        return [m.body["text"] for m in outbox.listed(tx, "waiting", "reply")]


def test_a_second_click_sends_nothing(store: Store, post: Post) -> None:
    made = waiting(store)
    clerk = client(store, "clerk")
    form = {"csrf": csrf(clerk), "to": "a@b.example", "subject": "s", "text": "typed by hand", "seen": "0"}
    where = f"/desk/orders/{made.id}/reply/send"
    assert clerk.post(where, data=form).status_code == 303
    answer = clerk.post(where, data=form)
    assert (answer.status_code, "answered meanwhile" in answer.text) == (409, True)
    assert "typed by hand" in answer.text, "what was typed is not lost"
    assert messages(store) == ["typed by hand\n"]
    assert clerk.post(where, data=form | {"seen": "1"}).status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [{"to": "a@b.example, c@d.example"}, {"to": "a@b.example\nBcc: x@y.example"}, {"to": "nobody"}, {"subject": " "},
     {"text": " \n "}, {"text": "a\0b"}],
)  # fmt: skip
def test_letters_that_cannot_be_sent(store: Store, post: Post, wrong: dict[str, str]) -> None:
    made = waiting(store)
    clerk = client(store, "clerk")
    form = {"csrf": csrf(clerk), "to": "a@b.example", "subject": "s", "text": "t", "seen": "0"}
    assert clerk.post(f"/desk/orders/{made.id}/reply/send", data=form | wrong).status_code == 422
    assert messages(store) == []


def test_only_a_clerk_with_the_page_open_sends(store: Store, post: Post) -> None:
    made = waiting(store)
    form = {"to": "a@b.example", "subject": "s", "text": "t", "seen": "0"}
    where = f"/desk/orders/{made.id}/reply"
    for role in ("annotator", "clerk"):
        assert client(store, role).post(f"{where}/send", data=form | {"csrf": "guessed"}).status_code == 403
    assert client(store, "annotator").get(where).status_code == 403
    assert client(store, "clerk").get("/desk/orders/nowhere/reply").status_code == 404
    assert messages(store) == []


def test_a_forwarded_mail_is_not_answered(store: Store, post: Post) -> None:
    made = waiting(store, sender="eva@other.example")
    shown = client(store, "clerk").get(f"/desk/orders/{made.id}/reply").text
    assert ("eva@other.example" in shown, "It answers the mail" in shown) == (True, False)
    assert "Re: Bestellung" not in shown, "the customer has not seen the colleague's subject"


def test_a_mail_says_where_it_wants_to_be_answered(store: Store) -> None:
    made = waiting(store, reply_to="einkauf@buyer.example")
    assert 'value="einkauf@buyer.example"' in client(store, "clerk").get(f"/desk/orders/{made.id}/reply").text


def test_without_a_mail_server_it_can_be_copied(store: Store) -> None:
    mail_settings.current.cache_clear()
    made = waiting(store)
    clerk = client(store, "clerk")
    shown = clerk.get(f"/desk/orders/{made.id}/reply").text
    assert ("Send now" in shown, "No mail server is set up" in shown, "reply-copy" in shown) == (False, True, True)
    form = {"csrf": csrf(clerk), "to": "a@b.example", "subject": "s", "text": "t", "seen": "0"}
    assert clerk.post(f"/desk/orders/{made.id}/reply/send", data=form).status_code == 422
