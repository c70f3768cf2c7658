"""Readers: the bytes of a file to a `Document` of pages and words."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath, PureWindowsPath

from data.errors import DocumentLimit, UnsupportedDocument
from data.readers.options import OcrEngine, ReadOptions
from data.readers.pdf import read_pdf
from data.readers.sniff import sniff
from data.schema import Attachment, Document

__all__ = ["OcrEngine", "ReadOptions", "read"]


def read(content: bytes, name: str, *, options: ReadOptions | None = None) -> Document:
    """Read a file in this process. The kind is told by the bytes, `name` is only kept.

    Raises `data.errors.DocumentError` for a file that cannot be read. Limits on time and memory hold only in
    `data.readers.sandbox.read_safely`.
    """
    options = options or ReadOptions()
    if len(content) > options.max_bytes:
        raise DocumentLimit(
            f"The file has {len(content) / 1e6:.0f} MB; at most {options.max_bytes / 1e6:.0f} MB are read.",
            hint="Send the order alone, scanned at 300 dpi or less.",
        )
    file = PureWindowsPath(PurePosixPath(name).name).name
    digest = hashlib.sha256(content).hexdigest()
    kind = sniff(content)
    if kind == "pdf":
        pages, attachments = read_pdf(content, options)
        return Document(file, digest, pages, attachments=attachments)
    if kind == "xml":
        return Document(file, digest, attachments=(Attachment(file, content),))
    raise UnsupportedDocument("Pictures are not read yet.")
