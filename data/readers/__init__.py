"""Readers: the bytes of a file to a `Document` of pages and words."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath, PureWindowsPath

from data.errors import DocumentLimit
from data.readers.image import read_image
from data.readers.options import OcrEngine, ReadOptions
from data.readers.pdf import read_pdf
from data.readers.reading import Progress, Reading
from data.readers.sniff import sniff
from data.schema import Attachment, Document

__all__ = ["OcrEngine", "ReadOptions", "read"]


def read(
    content: bytes, name: str, *, options: ReadOptions | None = None, progress: Progress = lambda page: None
) -> Document:
    """Read a file in this process. The kind is told by the bytes, `name` is only kept.

    Raises `data.errors.DocumentError` for a file that cannot be read and `data.errors.SetupError` where a scan needs an
    OCR engine that is not installed. Limits on time and memory hold only in `data.readers.sandbox.read_safely`.
    `progress` hears the number of each page before it is read.
    """
    options = options or ReadOptions()
    if len(content) > options.max_bytes:
        raise DocumentLimit(
            f"The file has {len(content) / 1e6:.0f} MB; at most {options.max_bytes / 1e6:.0f} MB are read.",
            hint="Send the order alone, scanned at 300 dpi or less.",
        )
    file = PureWindowsPath(PurePosixPath(name).name).name
    reading = _read(content, file, options, progress)
    digest = hashlib.sha256(content).hexdigest()
    return Document(file, digest, reading.pages, reading.warnings, reading.attachments)


def _read(content: bytes, file: str, options: ReadOptions, progress: Progress) -> Reading:
    kind = sniff(content)
    if kind == "pdf":
        return read_pdf(content, options, progress)
    if kind == "xml":
        return Reading((), attachments=(Attachment(file, content),))
    return read_image(content, options, progress)
