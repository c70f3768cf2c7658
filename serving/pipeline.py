"""From bytes to an `Extraction`: read in a sandbox, extract, merge embedded data.

One `Pipeline` serves the command line, HTTP and the page. A document that cannot be read is a result with
`status: failed`; what nobody foresaw is one too, with code `internal` and a number that stands beside the traceback
in the log.
"""

from __future__ import annotations

import hashlib
import logging
import re
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from data import embedded as embedded_data
from data.errors import DocumentError, OrdermillError
from data.result import Extraction, Failure
from data.schema import Document, Warning_
from models.checks import check
from models.memory import Memory

log = logging.getLogger("ordermill.pipeline")

Reader = Callable[[bytes, str], Document]
"""Bytes and file name to a `Document`; raises `DocumentError`."""

MAX_NAME = 200
UNREAD = frozenset({"damaged_page", "needs_ocr"})
"""Warnings that say that a page, or print on it, was not read: the result is partial."""


class PageExtractor(Protocol):
    """What reads the page: words to fields, lines, checks. Must be safe to call from several threads."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def extract(self, document: Document) -> Extraction: ...


@runtime_checkable
class Remembering(Protocol):
    """A reader of pages that can be reminded of corrected documents."""

    def extract_remembering(self, document: Document, memory: Memory) -> Extraction: ...


@runtime_checkable
class Closing(Protocol):
    """What has something to finish before the program ends."""

    def close(self) -> None: ...


class Pipeline:
    """Reads documents of any accepted kind. Safe to call from several threads."""

    def __init__(self, extractor: PageExtractor, reader: Reader) -> None:
        self.extractor = extractor
        self.reader = reader

    @classmethod
    def load(cls, model: str = "default", *, at_once: int = 1, shelf: Path | None = None) -> Pipeline:
        """The pipeline with a shipped model or the model in folder `model`, reading `at_once` documents at a time.

        With `shelf` the champion there reads instead, where there is one, and is changed while the pipeline works.
        Raises `SetupError`.
        """
        # Here and not above: onnxruntime takes its time, and `ordermill --help` has none.
        from models.extractor import Extractor
        from models.shelf import Shelf
        from serving.readers import Sandboxes
        from serving.shelf.switching import Switching

        extractor: PageExtractor = Extractor.load(model)
        if shelf is not None:
            differences = shelf / "differences.jsonl"
            extractor = Switching(Shelf(shelf), extractor, lambda folder: Extractor.load(str(folder)), differences)
        return cls(extractor, Sandboxes(at_once))

    def extract(
        self, content: bytes, name: str, *, embedded: bool = True, memory: Memory | None = None
    ) -> tuple[Extraction, Document | None]:
        """Read one document; `embedded=False` leaves XML that came with it aside.

        With `memory`, documents of layouts that were corrected before are read as they were corrected.

        Never raises for a bad document. The `Document` is None where there are no pages to speak of.
        """
        name = clean_name(name)
        sha256 = hashlib.sha256(content).hexdigest()
        document: Document | None = None
        try:
            document = self.reader(content, name)
            result = self._result(document, embedded, memory)
            if result.status == "ok" and any(w.code in UNREAD for w in result.warnings):
                result = replace(result, status="partial")
            return result, document
        except OrdermillError as error:
            if not isinstance(error, DocumentError):
                log.error("%s: %s %s", error.code, error.message, error.hint)  # for the operator, not the sender
            return self.failed(name, sha256, error), document
        except Exception:
            incident = uuid.uuid4().hex[:12]
            # No file name and no content in the log: both may hold personal data.
            log.exception("incident %s while reading sha256 %s", incident, sha256)
            return self.failed(name, sha256, _internal(incident)), document

    def close(self) -> None:
        """Let what works beside the pipeline (a challenger on trial) finish."""
        if isinstance(self.extractor, Closing):
            self.extractor.close()

    def failed(self, name: str, sha256: str, error: OrdermillError) -> Extraction:
        """The result that says why `name` was not read."""
        return Extraction(
            file=name, sha256=sha256, status="failed", error=Failure(error.code, error.message, error.hint),
            model_name=self.extractor.name, model_version=self.extractor.version,
        )  # fmt: skip

    def _result(self, document: Document, embedded: bool, memory: Memory | None) -> Extraction:
        structured = embedded_data.read(document) if embedded else None
        if document.pages:
            page = self._page(document, memory)
            if structured is not None and page.parts:
                return _several(page)
            return page if structured is None else embedded_data.merge(page, structured)
        if structured is None:
            hint = "Leave out --no-embedded (embedded=false)." if document.attachments else "Send the printed order."
            raise DocumentError("There is no page to read in this file.", hint=hint, code="no_pages")
        return self._without_pages(document, structured)

    def _page(self, document: Document, memory: Memory | None) -> Extraction:
        if memory is not None and isinstance(self.extractor, Remembering):
            return self.extractor.extract_remembering(document, memory)
        return self.extractor.extract(document)

    def _without_pages(self, document: Document, structured: embedded_data.EmbeddedResult) -> Extraction:
        """A bare XML: nothing for the model to read, but its sums can be checked as those of a page."""
        empty = Extraction(
            document.file, document.sha256, warnings=document.warnings,
            model_name=self.extractor.name, model_version=self.extractor.version,
        )  # fmt: skip
        result = embedded_data.merge(empty, structured)
        checks, _ = check(result, document)
        return replace(result, checks=(*checks, *result.checks))


def _several(page: Extraction) -> Extraction:
    """Several documents on the pages and one in the XML: nothing says which of them it is."""
    said = "The XML in the file describes one document, its pages show several; the pages were read, the XML was not."
    return replace(page, warnings=(*page.warnings, Warning_("embedded_left_aside", said)))


def clean_name(name: str) -> str:
    """The bare file name: no folders of either kind, no control characters, at most 200 characters."""
    bare = re.split(r"[/\\]", name)[-1]
    bare = "".join(c for c in bare if c.isprintable()).strip()
    if len(bare) > MAX_NAME:
        stem, dot, suffix = bare.rpartition(".")
        bare = (stem[: MAX_NAME - len(suffix) - 1] + dot + suffix) if dot and len(suffix) < 10 else bare[:MAX_NAME]
    return bare if bare not in ("", ".", "..") else "document"


def _internal(incident: str) -> OrdermillError:
    return OrdermillError(
        f"Something unforeseen went wrong with this document (incident {incident}).",
        hint="Other documents are not affected. Give the incident number to whoever runs Ordermill.",
        code="internal",
    )
