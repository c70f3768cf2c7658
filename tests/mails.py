"""Mails with orders in them, as senders make them."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

from PIL import Image

from tests.standin import ORDER, pdf


def order_pdf(number: str = "1") -> bytes:
    return pdf(f"Order {number}", *ORDER[1:])


def mail(
    *files: tuple[str, bytes], sender: str = "Anna Nowak <Anna@Buyer.example>", subject: str = "Zamówienie",
    text: str = "Dzień dobry,\nproszę o realizację.", key: str | None = "<1@buyer.example>",
) -> EmailMessage:  # fmt: skip
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "orders@seller.example", subject
    message["Date"] = "Mon, 02 Mar 2026 08:00:00 +0100"
    if key is not None:
        message["Message-ID"] = key
    message.set_content(text)
    for name, content in files:
        main, sub = ("application", "pdf") if name.lower().endswith(".pdf") else ("application", "octet-stream")
        message.add_attachment(content, main, sub, filename=name)
    return message


def forwarded(inner: EmailMessage, key: str = "<fw@seller.example>") -> EmailMessage:
    """By a colleague, as an attached mail."""
    message = mail(sender="Jan <jan@seller.example>", subject="Fwd: order", text="for you", key=key)
    message.add_attachment(inner)
    return message


def bounced(inner: EmailMessage, key: str = "<bounce@mx.seller.example>") -> EmailMessage:
    """`inner`, which could not be delivered, as mail servers send it back (RFC 3464)."""
    message = EmailMessage()
    message["From"], message["To"] = "Mail Delivery System <MAILER-DAEMON@mx.seller.example>", "orders@seller.example"
    message["Subject"], message["Message-ID"] = "Undelivered Mail Returned to Sender", key
    message["Return-Path"], message["Auto-Submitted"] = "<>", "auto-replied"
    message.set_content("I could not deliver your mail to <nobody@buyer.example>.")
    message.make_mixed()
    status = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.seller.example\n\n"
    status += "Final-Recipient: rfc822; nobody@buyer.example\nAction: failed\nStatus: 5.1.1\n"
    message.attach(email.message_from_string(status, policy=email.policy.default))
    message.add_attachment(inner)
    message.set_type("multipart/report")
    message.set_param("report-type", "delivery-status")
    return message


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(out, "PNG")
    return out.getvalue()
