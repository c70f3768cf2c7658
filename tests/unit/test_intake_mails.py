"""Mails and archives taken apart: nothing that could be an order is lost, nothing swells."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from email.message import EmailMessage

import pytest

from serving.intake.directory import listed
from serving.intake.mails import parcel_of
from serving.intake.parcel import Answer, Parcel
from serving.intake.settings import IntakeSettings
from tests.mails import bounced, forwarded, mail, order_pdf, picture, zipped

SETTINGS = IntakeSettings(_env_file=None)  # type: ignore[call-arg]


def taken_apart(message: EmailMessage | bytes, **settings: float) -> Parcel:
    raw = message if isinstance(message, bytes) else message.as_bytes()
    return parcel_of(raw, SETTINGS.model_copy(update=settings))


def named(parcel: Parcel) -> list[tuple[str, str | None]]:
    return [(piece.name, piece.refusal.code if piece.refusal else None) for piece in parcel.pieces]


def test_several_files_sender_and_words() -> None:
    parcel = taken_apart(mail(("order.pdf", order_pdf()), ("Zamówienie nr 2.PDF", order_pdf("2"))))
    assert named(parcel) == [("order.pdf", None), ("Zamówienie nr 2.PDF", None)]
    assert parcel.pieces[1].content == order_pdf("2")
    assert (parcel.sender, parcel.subject) == ("anna@buyer.example", "Zamówienie")
    assert parcel.text == "Dzień dobry,\nproszę o realizację."


def test_words_of_a_page_without_its_code() -> None:
    message = mail(("o.pdf", order_pdf()), text="")
    message.get_payload()[0].set_content(  # type: ignore[index, union-attr]
        "<html><head><style>p {}</style></head><body><p>Please</p><script>bad()</script><p>deliver&nbsp;soon</p>",
        subtype="html",
    )
    assert taken_apart(message).text == "Please\ndeliver soon"


def test_where_a_mail_is_answered() -> None:
    message = mail(("o.pdf", order_pdf()))
    message["Reply-To"] = "Einkauf <Einkauf@Buyer.example>"
    message["References"] = "<0@buyer.example> <half@ <a@seller.example>"
    answer = taken_apart(message).answer
    assert answer == Answer("einkauf@buyer.example", "<1@buyer.example>", "<0@buyer.example> <a@seller.example>")
    bare = taken_apart(mail(("o.pdf", order_pdf()), key="no id at all")).answer
    assert bare == Answer()
    long = mail(("o.pdf", order_pdf()))
    long["References"] = " ".join(f"<{n}@x.example>" for n in range(50))
    kept = (taken_apart(long).answer or Answer()).thread or ""
    assert (kept.split()[0], kept.split()[-1], len(kept.split())) == ("<0@x.example>", "<49@x.example>", 20)


def test_a_forwarded_mail_belongs_to_whoever_wrote_it() -> None:
    parcel = taken_apart(forwarded(mail(("order.pdf", order_pdf()))))
    assert named(parcel) == [("order.pdf", None)]
    assert parcel.pieces[0].sender == "anna@buyer.example"
    assert parcel.sender == "jan@seller.example"
    assert parcel.text is not None
    assert "for you" in parcel.text
    assert "From: Anna Nowak" in parcel.text
    assert "proszę" in parcel.text


def test_a_forwarded_mail_that_was_encoded_against_the_standard() -> None:
    inner = base64.encodebytes(mail(("order.pdf", order_pdf())).as_bytes()).decode()
    raw = ("From: jan@seller.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n"
           f"Content-Transfer-Encoding: base64\n\n{inner}\n--b--\n")  # fmt: skip
    assert named(taken_apart(raw.encode())) == [("order.pdf", None)]


def test_a_mail_saved_as_a_file() -> None:
    parcel = taken_apart(mail(("old.eml", mail(("order.pdf", order_pdf())).as_bytes()), sender="jan@seller.example"))
    assert named(parcel) == [("order.pdf", None)]
    assert parcel.pieces[0].sender == "anna@buyer.example"


def test_inline_documents_are_taken_and_logos_are_not() -> None:
    message = mail()
    for content, cid in ((picture(200, 60), "<logo>"), (picture(1240, 1754), "<scan>")):
        message.add_attachment(content, "image", "png", disposition="inline", cid=cid, filename=f"{cid[1:-1]}.png")
    message.add_attachment(order_pdf(), "application", "pdf", disposition="inline", filename="order.pdf")
    parcel = taken_apart(message)
    assert named(parcel) == [("scan.png", None), ("order.pdf", None)]
    assert parcel.note == "1 small pictures within the text were left out"


def test_a_mail_that_is_a_document() -> None:
    message = EmailMessage()
    message["From"] = "scanner@seller.example"
    message.set_content(order_pdf(), "application", "pdf")
    assert named(taken_apart(message)) == [("file.pdf", None)]


def test_a_mail_without_files_is_listed() -> None:
    assert named(taken_apart(mail())) == [("Zamówienie", "no_file")]
    assert named(taken_apart(b"")) == [("mail", "no_file")]


@pytest.mark.parametrize("name", [b"=?nonsense?b?!!!?=", b"\xff\xfeorder.pdf", b"a\x00b.pdf"])
def test_heads_that_are_broken(name: bytes) -> None:
    raw = (b"From: \xf3\xf3 <x@y.example>\nSubject: \xe9t\xe9 =?utf-9?q?=FF?=\nMessage-ID: <\x00\xff>\n"
           b'Content-Type: application/pdf; name="' + name + b'"\nContent-Transfer-Encoding: base64\n\n'
           + base64.encodebytes(order_pdf()))  # fmt: skip
    parcel = taken_apart(raw)
    assert parcel.sender == "x@y.example"
    assert [piece.content for piece in parcel.pieces] == [order_pdf()]


def test_the_same_mail_has_the_same_key_however_it_came() -> None:
    key = taken_apart(mail(("o.pdf", order_pdf()))).key
    again = mail(("o.pdf", order_pdf()))
    again["Received"] = "by another way"
    assert taken_apart(again).key == key
    assert taken_apart(mail(("o.pdf", order_pdf("2")))).key != key, "an id that was used twice hides no order"
    bare = [taken_apart(mail(("o.pdf", order_pdf()), key=None, subject=subject)).key for subject in ("a", "a", "b")]
    assert bare[0] == bare[1] != bare[2]


def test_archives_within_archives() -> None:
    inner = zipped({"deep/b.pdf": order_pdf("2"), "__MACOSX/._b.pdf": b"x", "Thumbs.db": b"x"})
    message = mail(("all.zip", zipped({"a.pdf": order_pdf(), "more.zip": inner, "c.eml": mail().as_bytes()})))
    assert named(taken_apart(message)) == [("a.pdf", None), ("b.pdf", None)]
    office = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    assert named(taken_apart(mail(("letter.docx", office)))) == [("letter.docx", None)]


def test_archives_that_swell_lie_or_are_locked() -> None:
    bomb = zipped({"big.pdf": b"0" * 3_000_000, "small.pdf": order_pdf()})
    assert named(taken_apart(mail(("x.zip", bomb)), file_mb=1)) == [("big.pdf", "too_large"), ("small.pdf", None)]
    assert named(taken_apart(mail(("x.zip", bomb)), unpacked_mb=2)) == [("x.zip", "too_much")]
    many = zipped({f"{n}.pdf": b"%PDF-1.4" for n in range(30)})
    assert named(taken_apart(mail(("x.zip", many)), unpacked_files=20))[-1] == ("x.zip", "too_much")
    lying = bytearray(zipped({"a.pdf": b"0" * 1000}))
    at = lying.rindex(b"PK\x01\x02") + 24
    lying[at : at + 4] = (10).to_bytes(4, "little")
    assert named(taken_apart(mail(("x.zip", bytes(lying))))) == [("a.pdf", "damaged")]
    locked = bytearray(zipped({"a.pdf": order_pdf()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    assert named(taken_apart(mail(("x.zip", bytes(locked))))) == [("a.pdf", "encrypted")]
    assert named(taken_apart(mail(("x.zip", zipped({"a.pdf": order_pdf()})[:80])))) == [("x.zip", "damaged")]
    assert named(taken_apart(mail(("x.zip", zipped({}))))) == [("x.zip", None)]


def test_a_mail_that_came_back_is_no_order() -> None:
    ours = mail(("confirmation.pdf", order_pdf()), ("all.zip", zipped({"b.pdf": order_pdf("2")})), key="<ours@x>")
    parcel = taken_apart(bounced(ours))
    assert named(parcel) == [("confirmation.pdf", "returned"), ("b.pdf", "returned")]
    assert parcel.pieces[0].content == order_pdf(), "whoever thinks that it is one can have it read"
    assert named(taken_apart(forwarded(bounced(ours))))[0] == ("confirmation.pdf", "returned")
    late = mail(("a.pdf", order_pdf()), sender="MAILER-DAEMON@mx.example")
    assert named(taken_apart(late)) == [("a.pdf", "returned")]
    old = mail(("a.pdf", order_pdf()))
    old["X-Failed-Recipients"] = "nobody@buyer.example"
    assert named(taken_apart(old)) == [("a.pdf", "returned")]
    empty = bounced(mail())
    assert named(taken_apart(empty)) == [("Undelivered Mail Returned to Sender", "returned")]
    saved = mail(("bounce.eml", bounced(ours).as_bytes()), ("order.pdf", order_pdf("3")))
    assert named(taken_apart(saved)) == [("confirmation.pdf", "returned"), ("b.pdf", "returned"), ("order.pdf", None)]


@pytest.mark.parametrize("auto", ["auto-generated", "auto-replied"])
def test_programs_send_orders_too(auto: str) -> None:
    message = mail(("a.pdf", order_pdf()), sender="erp@buyer.example")
    message["Auto-Submitted"], message["Return-Path"] = auto, "<>"
    assert named(taken_apart(message)) == [("a.pdf", None)]


def many(entries: int, comment: bytes = b"") -> bytes:
    """An archive of `entries` empty files, made without listing them."""
    name = b"a.pdf"
    local = b"PK\x03\x04" + struct.pack("<5H3L2H", 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0) + name
    entry = b"PK\x01\x02" + struct.pack("<6H3L5H2L", 20, 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    size, start = len(entry) * entries, len(local)
    told = min(entries, 0xFFFF)
    far = b""
    if entries >= 0xFFFF:
        far = b"PK\x06\x06" + struct.pack("<Q2H2L4Q", 44, 45, 45, 0, 0, entries, entries, size, start)
        far += b"PK\x06\x07" + struct.pack("<LQL", 0, start + size, 1)
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, told, told, size, start, len(comment)) + comment
    return local + entry * entries + far + end


def test_an_archive_that_lists_too_much_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = many(3)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert len(archive.namelist()) == listed(whole) == 3
    far = many(66_000, b"a comment")
    with zipfile.ZipFile(io.BytesIO(far)) as archive:
        assert len(archive.namelist()) == listed(far) == 66_000
    lying = bytearray(many(30_000))
    lying[-14:-10] = b"\1\0\1\0"
    with zipfile.ZipFile(io.BytesIO(bytes(lying))) as archive:
        assert len(archive.namelist()) == 30_000, "what the archive says of its number is a lie"
    opened: list[object] = []
    monkeypatch.setattr(zipfile, "ZipFile", opened.append)
    for content in (far, bytes(lying)):
        parcel = taken_apart(mail(("x.zip", content), ("order.pdf", order_pdf())))
        assert named(parcel) == [("x.zip", "too_many"), ("order.pdf", None)]
    assert opened == []


def test_entries_of_archives_within_archives_count_together() -> None:
    inner = zipped({f"__MACOSX/{n}": b"" for n in range(150)} | {"a.pdf": order_pdf()})
    found = named(taken_apart(mail(("x.zip", zipped({f"{n}.zip": inner for n in range(3)}))), unpacked_files=40))
    assert found == [("a.pdf", None), ("a.pdf", None), ("2.zip", "too_many")]


def test_archives_that_have_no_end() -> None:
    content = order_pdf()
    for n in range(8):
        content = zipped({"a.zip" if n else "a.pdf": content})
    assert named(taken_apart(mail(("x.zip", content)))) == [("a.zip", "too_deep")]
    message = mail(("order.pdf", order_pdf()))
    for _ in range(8):
        message = forwarded(message)
    assert named(taken_apart(message)) == [("mail.eml", "too_deep")]


def test_many_files_are_told_once() -> None:
    parcel = taken_apart(mail(*((f"{n}.pdf", b"%PDF-1.4") for n in range(8))), unpacked_files=5)
    assert named(parcel) == [*((f"{n}.pdf", None) for n in range(5)), ("5.pdf", "too_much")]


def test_a_damaged_entry_leaves_the_others() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.pdf", order_pdf("1"))
        archive.writestr("b.pdf", order_pdf("2"))
    content = out.getvalue().replace(b"%PDF", b"%PDX", 1)
    assert named(taken_apart(mail(("x.zip", content)))) == [("a.pdf", "damaged"), ("b.pdf", None)]
