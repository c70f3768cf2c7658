"""What came in at once, as a mail or a file, with all that was in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from data.errors import DocumentError, DocumentLimit
from serving.intake.settings import IntakeSettings
from serving.settings import MEGABYTE

_LISTED = 10
"""Entries of archives for each file that may be taken out of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a parcel. `refusal` says why it was not taken out; `content` is empty where it was not read."""

    name: str
    content: bytes
    sender: str | None = None
    """Who sent it first: of a forwarded mail the one who wrote that."""
    refusal: DocumentError | None = None
    size: int = 0

    @property
    def length(self) -> int:
        return self.size or len(self.content)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer to a mail must know of it. Ids as `<…@…>`, those of the mails before it oldest first."""

    reply_to: str | None = None
    message_id: str | None = None
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A mail or file. The same `key` from the same `source` is taken once."""

    source: str
    """`mail` or `folder`."""
    key: str
    pieces: tuple[Piece, ...]
    sender: str | None = None
    subject: str | None = None
    text: str | None = None
    note: str | None = None
    answer: Answer | None = None


@dataclass
class Budget:
    """What may still be unpacked from one parcel, however deep archives and mails lie in each other."""

    files: int
    size: int
    file_size: int
    entries: int
    """What archives may list, folders and litter included."""

    @classmethod
    def of(cls, settings: IntakeSettings) -> Budget:
        files = settings.unpacked_files
        return cls(files, int(settings.unpacked_mb * MEGABYTE), settings.file_bytes, _LISTED * files)

    def list(self, entries: int) -> None:
        """Count an archive's entries before they are listed. Raises `DocumentLimit` where they are too many."""
        if entries > self.entries:
            raise DocumentLimit(
                "The ZIP archive lists more entries than are looked at.",
                hint="Ask the sender to send the orders alone, in several mails.", code="too_many",
            )  # fmt: skip
        self.entries -= entries

    def take(self, size: int) -> None:
        """Count one file. Raises `DocumentLimit` where it or the parcel is too much."""
        self.files -= 1
        if size > self.file_size:
            raise too_large(self.file_size)
        if self.files < 0 or size > self.size:
            raise DocumentLimit(
                "More files came at once, or larger ones, than are unpacked.",
                hint="Ask the sender to send the orders in several mails.", code="too_much",
            )  # fmt: skip
        self.size -= size

    @property
    def told(self) -> bool:
        """Whether it was said before that there are too many: one line says it, not one for each of a million."""
        return self.files < -1


def too_large(most: int) -> DocumentLimit:
    return DocumentLimit(
        f"The file is larger than the {most / MEGABYTE:.0f} MB that are taken in.",
        hint="Ask the sender for the order alone, scanned at 300 dpi or less.",
    )


def digest(*parts: bytes | str | None) -> str:
    """One hash over several parts; their borders count."""
    total = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "replace") if isinstance(part, str) else part or b""
        total.update(hashlib.sha256(raw).digest())
    return total.hexdigest()
