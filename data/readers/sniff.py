"""What kind of file it is, by its bytes: senders name files as they like."""

from __future__ import annotations

import re
from typing import Literal

from data.errors import DamagedDocument, UnsupportedDocument

FileKind = Literal["pdf", "png", "jpeg", "tiff", "xml"]

_PDF_WINDOW = 1024
"""Mail gateways put bytes before %PDF; readers accept it within the first kilobyte (ISO 32000-1, annex H.3.4.1)."""

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office or Outlook file"),
    (b"{\\rtf", "an RTF text"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%!PS", "a PostScript file"),
    (b"II\x1aHEAPCCDR", "a raw photo"),
)
_OFFICE: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument", "an OpenDocument file"),
)
_HINT = "Send the order as PDF, PNG, JPEG, TIFF or XML."


def sniff(content: bytes) -> FileKind:
    """Kind of `content`. Raises `UnsupportedDocument` for other kinds and `DamagedDocument` for an empty file."""
    if not content.strip(b"\0 \t\r\n"):
        raise DamagedDocument("The file is empty.", hint="Ask the sender to send it again.", code="empty")
    head = content[:_PDF_WINDOW]
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return "tiff"
    if b"%PDF-" in head:
        return "pdf"
    text = _start_as_text(head)
    if re.match(r"\s*(<!doctype\s+html|<html)", text, re.IGNORECASE):
        raise UnsupportedDocument("The file is a web page (HTML).", hint=_HINT)
    if re.match(r"\s*<(\?xml|[A-Za-z_][\w.:-]*[\s>/]|!--)", text):
        return "xml"
    raise UnsupportedDocument(f"The file is {_foreign(content)}, which is not read.", hint=_HINT)


def _start_as_text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def _foreign(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        for mark, what in _OFFICE:
            if mark in content[:4096] or mark in content[-65536:]:
                return what
    if b"ftyphei" in content[:16] or b"ftypmif1" in content[:16]:
        return "a HEIC photo"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "a WebP picture"
    for mark, what in _FOREIGN:
        if content.startswith(mark):
            return what
    if re.match(rb"(?i)(from|received|return-path|mime-version|subject|date|message-id):? ", content):
        return "an e-mail"
    return "of an unknown kind"
