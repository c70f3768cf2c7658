"""Mails with orders in them, as senders make them."""

from __future__ import annotations

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
