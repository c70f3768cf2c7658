"""A page as a task. Each task carries its whole document, so that pages are read and pulled without any other store."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.labelling.regions import regions
from data.result import Extraction
from data.schema import Document


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what is known of where it came from."""

    document: Document
    read: Extraction
    """As the model read it when it was pushed."""
    sender: str
    """Empty where nobody said: then it is the buyer's, once that is labelled."""
    received: str
    """ISO time with its zone."""
    consent: bool = True
    keep_until: str | None = None


def key_of(sha256: str, page: int) -> str:
    """What makes a task the same one: the file's hash and the page (1-based)."""
    return f"{sha256}:{page}"


def task(source: Source, page: int, picture: str) -> dict[str, Any]:
    """Page `page` (1-based) as Label Studio imports it; `picture` is an address or a data URI."""
    document = source.document
    whole = {
        "document": document.to_dict(), "read": source.read.to_dict(), "sender": source.sender,
        "received_at": source.received, "consent": source.consent, "keep_until": source.keep_until,
    }  # fmt: skip
    packed = gzip.compress(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode(), mtime=0)
    data = {
        "image": picture, "key": key_of(document.sha256, page), "sha256": document.sha256, "file": document.file,
        "page": page, "pages": len(document.pages), "order": base64.b64encode(packed).decode(),
    }  # fmt: skip
    return {"data": data, "meta": {"key": data["key"]}, "predictions": [prediction(source.document, source.read, page)]}


def prediction(document: Document, read: Extraction, page: int) -> dict[str, Any]:
    """What was read on a page. `score` is that of its least certain value, 0 where nothing has a confidence."""
    shown = next(p for p in document.pages if p.number == page)
    made = regions(shown, read)
    return {
        "model_version": f"{read.model_name} {read.model_version}".strip(),
        "result": made,
        "score": certainty(made),
    }


def certainty(made: list[dict[str, Any]]) -> float:
    """The lowest confidence among the regions of a page; 0 for a page on which nothing was found."""
    return min((float(r.get("score", 0.0)) for r in made if r["type"] == "rectanglelabels"), default=0.0)


def opened(data: Mapping[str, Any]) -> Source:
    """The document of a task's data. Raises ValueError or KeyError for a task that is none of ours."""
    whole = json.loads(gzip.decompress(base64.b64decode(data["order"], validate=True)))
    return Source(
        Document.from_dict(whole["document"]), Extraction.from_dict(whole["read"]), str(whole["sender"]),
        str(whole["received_at"]), bool(whole["consent"]), whole["keep_until"],
    )  # fmt: skip
