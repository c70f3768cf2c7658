"""Files out of files: ZIP archives and mails that were attached, saved or forwarded, within one budget."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from data.errors import DamagedDocument, DocumentError, EncryptedDocument
from serving.intake.directory import listed
from serving.intake.parcel import Budget, Piece

DEEPEST = 5
"""Archives and mails within each other; more of them are a bomb or a mistake."""

_LITTER = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)", re.IGNORECASE)
_OFFICE = ("[Content_Types].xml", "mimetype")
_MAIL = re.compile(rb"(?i)(from|received|return-path|delivered-to|mime-version|subject|date|message-id|x-[\w-]+): ?\S")


def unpacked(piece: Piece, budget: Budget, depth: int = 0, *, counted: bool = False) -> Iterator[Piece]:
    """The piece itself, or what is in it where it is an archive or a mail. Never raises for what is inside."""
    try:
        if not counted:
            budget.take(len(piece.content))
        if _is_archive(piece.content, budget):
            yield from _of_archive(piece, budget, depth)
        elif is_mail(piece):
            # Not above: mails hold archives and archives hold mails.
            from serving.intake.mails import pieces_of

            yield from pieces_of(piece.content, budget, depth + 1)[0]
        else:
            yield piece
    except DocumentError as error:
        if error.code != "too_much" or not budget.told:
            yield replace(piece, refusal=error)


def is_mail(piece: Piece) -> bool:
    """A mail saved as a file: named so, and beginning like one."""
    return piece.name.lower().endswith((".eml", ".mht")) and _MAIL.match(piece.content.lstrip()) is not None


def _is_archive(content: bytes, budget: Budget) -> bool:
    """A ZIP that is not the inside of an office document. Raises `DocumentLimit` where listing it would take long."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    budget.list(listed(content))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return not any(name in _OFFICE for name in archive.namelist()[:50])
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return True


def _of_archive(piece: Piece, budget: Budget, depth: int) -> Iterator[Piece]:
    if depth >= DEEPEST:
        raise DamagedDocument("Archives lie in archives, deeper than is unpacked.", code="too_deep")
    found = 0
    try:
        with zipfile.ZipFile(io.BytesIO(piece.content)) as archive:
            for entry in archive.infolist():
                if entry.is_dir() or _LITTER.search(entry.filename):
                    continue
                found += 1
                inner = _entry(archive, entry, piece, budget)
                yield from [inner] if inner.refusal is not None else unpacked(inner, budget, depth + 1, counted=True)
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise DamagedDocument("The ZIP archive is damaged.", hint="Ask the sender to send it again.") from error
    if not found:
        raise DamagedDocument("The ZIP archive is empty.", hint="Ask the sender to send it again.", code="empty")


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, piece: Piece, budget: Budget) -> Piece:
    """One file of an archive, refused where it cannot be taken out. Raises `DocumentLimit` once nothing more fits."""
    name = PurePosixPath(entry.filename.replace("\\", "/")).name or piece.name
    inner = Piece(name, b"", piece.sender, size=entry.file_size)
    try:
        budget.take(entry.file_size)
        if entry.flag_bits & 1:
            raise EncryptedDocument(
                "The ZIP archive is locked with a password.", hint="Ask the sender to send the order without one."
            )
        with archive.open(entry) as file:
            # What the archive says of its sizes may be a lie: never more than it said, which the budget has allowed.
            content = file.read(entry.file_size + 1)
        if len(content) > entry.file_size:
            raise DamagedDocument("The ZIP archive does not hold what it says.")
        return replace(inner, content=content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        damaged = DamagedDocument("The file cannot be taken out of its ZIP archive.", hint="Ask for it without ZIP.")
        damaged.__cause__ = error
        return replace(inner, refusal=damaged)
    except DocumentError as error:
        if error.code == "too_much":
            raise
        return replace(inner, refusal=error)
