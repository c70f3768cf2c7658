"""Mails and archives taken apart: nothing that could be an order is lost, nothing swells."""

from __future__ import annotations

import base64
import io
import zipfile
from email.message import EmailMessage

import pytest

from serving.intake.mails import parcel_of
from serving.intake.parcel import Parcel
from serving.intake.settings import IntakeSettings
from tests.mails import forwarded, mail, order_pdf, picture, zipped

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
