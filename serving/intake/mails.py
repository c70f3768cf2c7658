"""A mail taken apart: who wrote it, its words, and the files in it, forwarded mails and archives included."""

from __future__ import annotations

import base64
import binascii
import email
import email.header
import email.utils
import io
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message

from lxml import etree, html
from PIL import Image

from data.errors import DamagedDocument, UnsupportedDocument
from serving.intake.parcel import Answer, Budget, Parcel, Piece, digest, too_large
from serving.intake.settings import IntakeSettings
from serving.intake.unpack import DEEPEST, is_mail, unpacked

SMALLEST_PAGE = 700
"""Pixels: a picture in a mail's text whose longer side is shorter is a logo, for no page of print can be read in it."""

_MOST_TEXT = 100_000
_MOST_IDS = 20
_IDS = re.compile(r"<[^\s<>@\0]{1,140}@[^\s<>@\0]{1,140}>", re.ASCII)
_REPORT = "multipart/report"
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_REPORTS = ("message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
            "message/global-disposition-notification", "message/feedback-report", "text/rfc822-headers")  # fmt: skip


def parcel_of(raw: bytes, settings: IntakeSettings, source: str = "mail") -> Parcel:
    """A mail with all that is in it. Never raises for a bad mail: one that cannot be understood is its own piece."""
    message = email.message_from_bytes(raw)
    sender, subject = address(message), header(message, "Subject")
    try:
        pieces, inside = pieces_of(raw, Budget.of(settings))
    except Exception as error:
        # Whatever a mail is like it must not stop those behind it, and must not be lost.
        damaged = DamagedDocument("The mail cannot be understood.", hint="Look at it in the mailbox.")
        damaged.__cause__ = error
        pieces, inside = [Piece("mail.eml", raw, sender, damaged)], _Inside(sender)
    if not pieces and is_returned(message):
        pieces = [_as_returned(Piece(subject or "mail", b"", sender, size=len(raw)))]
    if not pieces:
        nothing = DamagedDocument(
            "The mail holds no file.", hint="Look whether its words are an order.", code="no_file"
        )
        pieces = [Piece(subject or "mail", b"", sender, nothing, size=len(raw))]
    note = f"{inside.logos} small pictures within the text were left out" if inside.logos else None
    words = inside.words[:_MOST_TEXT]
    return Parcel(source, key_of(message, pieces), tuple(pieces), sender, subject, words, note, answer_to(message))


def oversized(head: bytes, size: int, settings: IntakeSettings) -> Parcel:
    """What stands for a mail too large to be fetched, made from its header lines."""
    message = email.message_from_bytes(head)
    sender, subject = address(message), header(message, "Subject")
    refusal = too_large(settings.mail_bytes)
    piece = Piece(subject or "mail", b"", sender, refusal, size)
    return Parcel("mail", key_of(message, [piece]), (piece,), sender, subject)


def key_of(message: Message, pieces: list[Piece]) -> str:
    """The message id with a hash of the files. The id alone is the sender's to choose: with other files it is another
    mail, which must not be taken for one already seen."""
    files = digest(*[part for piece in pieces for part in (piece.name, piece.content)])
    said = header(message, "Message-ID") or digest(
        *(header(message, name) for name in ("From", "To", "Date", "Subject")), _own_words(message)
    )
    return f"{said if len(said) <= 300 else digest(said)} {files[:32]}"


def answer_to(message: Message) -> Answer:
    """Where and under which ids a mail is answered (RFC 5322, 3.6.4); ids that are none are left out."""
    reply_to = email.utils.parseaddr(header(message, "Reply-To"))[1].strip().lower()
    own = _IDS.findall(header(message, "Message-ID"))
    before = _IDS.findall(header(message, "References")) or _IDS.findall(header(message, "In-Reply-To"))
    # The first one names the whole talk, the last ones are what programs go by.
    kept = before if len(before) <= _MOST_IDS else before[:1] + before[1 - _MOST_IDS :]
    return Answer(reply_to or None, own[0] if own else None, " ".join(kept) or None)


@dataclass
class _Inside:
    """What was found on the way through one mail."""

    sender: str | None
    texts: list[str] = field(default_factory=list)
    logos: int = 0

    @property
    def words(self) -> str:
        return "\n\n".join(text.strip() for text in self.texts if text.strip())


def pieces_of(raw: bytes, budget: Budget, depth: int = 0) -> tuple[list[Piece], _Inside]:
    """The files in a mail, and what else it said."""
    message = email.message_from_bytes(raw)
    inside = _Inside(address(message))
    pieces = list(_walk(message, inside, budget, depth, inside.sender))
    return [_as_returned(piece) for piece in pieces] if is_returned(message) else pieces, inside


def is_returned(message: Message) -> bool:
    """A report of a mail server about another mail (RFC 3462): not delivered, late, read; or one in an older form."""
    if message.get_content_type() == _REPORT or "X-Failed-Recipients" in message:
        return True
    sender = (address(message) or "").partition("@")[0]
    nobody = header(message, "Return-Path") == "<>"  # so that a report is never answered by another one
    return sender == "mailer-daemon" or (nobody and sender == "postmaster")


def _as_returned(piece: Piece) -> Piece:
    if piece.refusal is not None:
        return piece
    returned = UnsupportedDocument(
        "The mail is a report of a mail server: what is in it is a mail that came back.",
        hint="See whom it did not reach.", code="returned",
    )  # fmt: skip
    return replace(piece, refusal=returned)


def _walk(message: Message, inside: _Inside, budget: Budget, depth: int, sender: str | None) -> Iterator[Piece]:
    kind = message.get_content_type()
    if kind in ("message/rfc822", "message/global"):
        yield from _forwarded(message, inside, budget, depth, sender)
    elif kind in _REPORTS or kind in _SIGNATURES:
        return
    elif message.is_multipart():
        found = _parts(message, inside, budget, depth, sender)
        # Our own order confirmation, come back, would be an order of ours from ourselves.
        yield from (_as_returned(piece) for piece in found) if kind == _REPORT else found
    elif kind in ("text/plain", "text/html") and not _is_file(message):
        inside.texts.append(_text(message))
    elif kind.startswith("text/") and kind not in ("text/xml",) and not _is_file(message):
        return
    else:
        piece = Piece(_name(message, kind), _content(message), sender)
        if kind.startswith("image/") and _is_logo(message, piece.content):
            inside.logos += 1
        elif is_mail(piece):
            yield from _opened(email.message_from_bytes(piece.content), inside, budget, depth, sender)
        elif piece.content or _is_file(message):
            yield from unpacked(piece, budget, depth)


def _parts(message: Message, inside: _Inside, budget: Budget, depth: int, sender: str | None) -> Iterator[Piece]:
    parts = [part for part in message.get_payload() if isinstance(part, Message)]
    if message.get_content_type() == "multipart/alternative":
        plain = any(p.get_content_type() == "text/plain" and _text(p).strip() for p in parts)
        # The same words twice; the plain ones are easier to read.
        parts = [p for p in parts if not (plain and p.get_content_type() == "text/html" and not _is_file(p))]
    for part in parts:
        yield from _walk(part, inside, budget, depth, sender)


def _forwarded(message: Message, inside: _Inside, budget: Budget, depth: int, sender: str | None) -> Iterator[Piece]:
    inner = _inner(message)
    if inner is None:
        raw = message.as_bytes()
        yield Piece(_name(message, "message/rfc822"), raw, sender, DamagedDocument("The forwarded mail is damaged."))
        return
    yield from _opened(inner, inside, budget, depth, sender)


def _opened(inner: Message, inside: _Inside, budget: Budget, depth: int, sender: str | None) -> Iterator[Piece]:
    """A mail within a mail: its head joins the words, its files belong to whoever wrote it."""
    if depth >= DEEPEST:
        deep = DamagedDocument("Mails lie in mails, deeper than is opened.", code="too_deep")
        yield Piece("mail.eml", inner.as_bytes(), sender, deep)
        return
    lines = [f"{name}: {header(inner, name)}" for name in ("From", "Date", "Subject") if header(inner, name)]
    inside.texts.append("\n".join(lines))
    found = _walk(inner, inside, budget, depth + 1, address(inner) or sender)
    yield from (_as_returned(piece) for piece in found) if is_returned(inner) else found


def _inner(message: Message) -> Message | None:
    """The mail within; some programs encode it, which the standard forbids and the parser does not undo."""
    payload = message.get_payload()
    first = payload[0] if isinstance(payload, list) and payload else payload
    encoding = str(message.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding in ("base64", "quoted-printable"):
        body = first.as_bytes() if isinstance(first, Message) else str(first).encode()
        try:
            raw = base64.b64decode(body) if encoding == "base64" else quopri.decodestring(body)
        except (binascii.Error, ValueError):
            return None
        return email.message_from_bytes(raw)
    return first if isinstance(first, Message) else None


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _is_logo(part: Message, content: bytes) -> bool:
    """A small picture that belongs to the text, as signatures have."""
    if part.get_content_disposition() == "attachment" and "Content-ID" not in part:
        return False
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return max(picture.size) < SMALLEST_PAGE
    except Exception:  # whatever a broken picture makes Pillow raise: then it is a file like any other
        return False


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: Message, kind: str) -> str:
    name = _decoded(part.get_filename() or "")
    return name or "file." + {"message/rfc822": "eml", "application/pdf": "pdf"}.get(kind, kind.split("/")[-1][:8])


def header(message: Message, name: str) -> str:
    """A header line in plain words, empty where it is missing."""
    value = message.get(name)
    return "" if value is None else " ".join(_decoded(str(value)).split())


def address(message: Message) -> str | None:
    """The address a mail says it is from, in lower case."""
    found = email.utils.parseaddr(header(message, "From"))[1].strip().lower()
    return found[:320] or None


def _decoded(value: str) -> str:
    # Bytes beyond ASCII, which have no place in a header, come from the parser as surrogates.
    value = _string(value.encode("utf-8", "surrogateescape"), None)
    try:
        parts = email.header.decode_header(value)
    except (email.errors.HeaderParseError, ValueError):
        return value
    return "".join(part if isinstance(part, str) else _string(part, charset) for part, charset in parts)


def _string(raw: bytes, charset: str | None) -> str:
    """Text in its charset; in one nobody knows, UTF-8 if it can be, else Latin-1, which always can."""
    for name in (charset or "utf-8", "utf-8"):
        try:
            return raw.decode(name)
        except (LookupError, ValueError):
            continue
    return raw.decode("latin-1")


def _text(part: Message) -> str:
    text = _string(_content(part), part.get_content_charset())
    return text.replace("\r\n", "\n") if part.get_content_type() != "text/html" else _plain(text)


def _plain(text: str) -> str:
    """The words of a web page, a line for each block."""
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    etree.strip_elements(tree, "script", "style", "head", etree.Comment, with_tail=False)
    for node in tree.iter("br", "p", "div", "tr", "li", "h1", "h2", "h3"):
        node.tail = "\n" + (node.tail or "")
    for node in tree.iter("td", "th"):
        node.tail = " " + (node.tail or "")
    lines = (" ".join(line.split()) for line in "".join(map(str, tree.itertext())).splitlines())
    return "\n".join(line for line in lines if line)


def _own_words(message: Message) -> str:
    return "" if message.is_multipart() else str(message.get_payload())
