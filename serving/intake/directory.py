"""How much a ZIP archive lists, from its last bytes: listing a million entries takes half a minute, reading this none.

The places are those that `zipfile` takes for true, so that an archive cannot say one thing here and another there.
"""

from __future__ import annotations

import struct

_END, _LOCATOR, _END64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_END_SIZE, _LOCATOR_SIZE, _END64_SIZE = 22, 20, 56
_LONGEST_COMMENT = 65_535
_USUAL = 512
"""Bytes that an entry takes in the list at most, with a long name: a list that is longer than its entries would need
holds more of them than it says."""


def listed(content: bytes) -> int:
    """Entries that the archive lists, by its own word or by the length of its list; 0 where it has no end."""
    at = _end(content)
    if at is None:
        return 0
    entries, size = struct.unpack_from("<HL", content, at + 10)
    far = at - _LOCATOR_SIZE - _END64_SIZE
    if far >= 0 and content.startswith(_LOCATOR, at - _LOCATOR_SIZE) and content.startswith(_END64, far):
        entries, size = struct.unpack_from("<QQ", content, far + 32)
    return max(int(entries), int(size) // _USUAL)


def _end(content: bytes) -> int | None:
    """Where the archive's last record begins."""
    at = len(content) - _END_SIZE
    if at >= 0 and content.startswith(_END, at) and content.endswith(b"\0\0"):
        return at
    found = content.rfind(_END, max(0, len(content) - _LONGEST_COMMENT - 1 - _END_SIZE))
    return found if 0 <= found <= at else None
