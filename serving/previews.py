"""Documents that the page shows: kept in memory, few, not for long, under ids that nobody can guess.

Nothing is kept on disk, so a stopped service has forgotten them all.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from data.result import Extraction
from data.schema import Document, Page

PageImage = Callable[[bytes, str, Page], bytes]
"""Bytes and name of a file and one of its pages to a WebP of that page; raises `DocumentError`."""


@dataclass(frozen=True)
class Preview:
    """A read document as the page gets it."""

    id: str
    content: bytes = field(repr=False)
    result: Extraction
    pages: tuple[Page, ...] = field(repr=False)
    expires: float | None
    """Clock value after which it is forgotten; None for samples, which stay."""

    def to_dict(self, most_pages: int) -> dict[str, Any]:
        """The result with where to get the page images; `most_pages` images are offered at most."""
        return {
            "id": self.id,
            "result": self.result.to_dict(),
            "pages": [
                {
                    "number": page.number, "label": page.label, "source": page.source,
                    # A page too damaged to be opened has no size; it is shown as an empty sheet of A4.
                    "width": page.width or 595.0, "height": page.height or 842.0,
                    "image": f"/v1/previews/{self.id}/pages/{page.number}" if n < most_pages and page.width else None,
                }
                for n, page in enumerate(self.pages)
            ],
        }  # fmt: skip


class Previews:
    """A bounded store of previews. Safe to use from several threads."""

    def __init__(
        self, image: PageImage, *, most: int, most_bytes: int, seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._image = image
        self._most, self._most_bytes, self._seconds, self._clock = most, most_bytes, seconds, clock
        self._kept: OrderedDict[str, Preview] = OrderedDict()
        self._images: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def put(self, content: bytes, result: Extraction, document: Document | None, *, keep: bool = False) -> Preview:
        """Store a read document under a new random id; `keep` exempts it from expiry and eviction."""
        preview = Preview(
            id=secrets.token_urlsafe(18), content=content, result=result,
            pages=document.pages if document else (), expires=None if keep else self._clock() + self._seconds,
        )  # fmt: skip
        with self._lock:
            self._kept[preview.id] = preview
            self._tidy()
        return preview

    def get(self, key: str) -> Preview | None:
        with self._lock:
            self._tidy()
            return self._kept.get(key)

    def drop(self, key: str) -> bool:
        """Forget a preview now. False when there is none, or it is a sample."""
        with self._lock:
            preview = self._kept.get(key)
            if preview is None or preview.expires is None:
                return False
            self._forget(key)
            return True

    def page_image(self, preview: Preview, number: int) -> bytes | None:
        """Picture of page `number` (1-based), made at first request; None when there is no such page."""
        page = next((p for p in preview.pages if p.number == number), None)
        if page is None:
            return None
        with self._lock:
            image = self._images.get((preview.id, number))
        if image is None:
            image = self._image(preview.content, preview.result.file, page)
            with self._lock:
                if preview.id in self._kept:
                    self._images[preview.id, number] = image
                    self._tidy()
        return image

    def _tidy(self) -> None:
        now = self._clock()
        passing = [p for p in self._kept.values() if p.expires is not None]
        for preview in [p for p in passing if p.expires is not None and p.expires <= now]:
            self._forget(preview.id)
            passing.remove(preview)
        while passing and len(passing) > self._most:
            self._forget(passing.pop(0).id)
        # Images can be made again, documents cannot: images go first, and the newest document stays in any case.
        while self._images and self._bytes() > self._most_bytes:
            self._images.popitem(last=False)
        while len(passing) > 1 and self._bytes() > self._most_bytes:
            self._forget(passing.pop(0).id)

    def _bytes(self) -> int:
        return sum(len(p.content) for p in self._kept.values()) + sum(map(len, self._images.values()))

    def _forget(self, key: str) -> None:
        del self._kept[key]
        for image in [k for k in self._images if k[0] == key]:
            del self._images[image]
