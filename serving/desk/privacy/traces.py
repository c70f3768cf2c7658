"""Whether a file says anything of a subject: in its name or content, compressed or not, word by word or whole."""

from __future__ import annotations

import base64
import gzip
import html
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serving.desk.privacy.erasers import Subject

NUMBERS = frozenset({".onnx", ".safetensors", ".pt"})
"""Weights: there is nothing to be read in them. Which models saw a subject is told, see `derived.seen_by`."""
PACKED = "H4sI"
"""How base64 of gzip begins."""
SHORT = 24
"""Digits of a document's hash in the names of labelled documents."""
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class Traces:
    """What to look for."""

    marks: tuple[str, ...]
    """Ids of orders and hashes of documents."""
    names: tuple[str, ...]
    """Addresses and names, case folded."""

    @classmethod
    def of(cls, subject: Subject) -> Traces:
        return cls((*subject.documents, *subject.orders), tuple({name.casefold() for name in subject.names}))

    def in_name(self, path: Path) -> bool:
        """The file is named after a document or an order, or carries an address."""
        shorts = [mark[:SHORT] for mark in self.marks]
        folded = path.name.casefold()
        return any(mark in path.name for mark in shorts) or any(name in folded for name in self.names)

    def in_bytes(self, content: bytes) -> bool:
        """Somewhere in the content, which may be gzip; JSON is also looked through as running text."""
        content = _opened(content)
        text = content.decode("utf-8", "replace")
        if self.in_text(text):
            return True
        try:
            raw = json.loads(text)
        except ValueError:
            return False
        # Words of a document stand one by one, each with its place: a name of two words is in none of them.
        return self.in_text(" ".join(strings(raw)))

    def in_text(self, text: str) -> bool:
        if any(mark in text for mark in self.marks):
            return True
        plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "\\u" in text else text
        folded = html.unescape(plain).casefold() if "&" in plain else plain.casefold()
        return any(name in folded for name in self.names)


def strings(raw: Any) -> Iterator[str]:
    """All texts in JSON, in their order; of a word with its place (`[text, x0, …]`) the text alone."""
    if isinstance(raw, str):
        yield raw
        if raw.startswith(PACKED):  # a task of Label Studio carries its document so
            yield from strings(_unpacked(raw))
    elif isinstance(raw, dict):
        for value in raw.values():
            yield from strings(value)
    elif isinstance(raw, list):
        if len(raw) > 2 and isinstance(raw[0], str) and isinstance(raw[1], int | float):
            yield raw[0]
        else:
            for value in raw:
                yield from strings(value)


def _unpacked(text: str) -> Any:
    try:
        return json.loads(gzip.decompress(base64.b64decode(text, validate=True)))
    except (OSError, EOFError, ValueError, zlib.error):
        return None


def _opened(content: bytes) -> bytes:
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content
