"""XML from strangers to an element tree, without what XML can do to its reader.

A DOCTYPE is refused before its first declaration is read, so neither entity bombs nor external entities exist; bytes,
elements and depth are capped (depth by libxml2 itself while `huge_tree` is off). No network, no files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

MAX_BYTES = 20_000_000
"""An XML with pictures inside has a few megabytes; 20 MB hold every real one."""
MAX_ELEMENTS = 500_000
"""About 8,000 lines with all that Order-X allows; a second of work on one core."""


class UnsafeXml(ValueError):
    """The XML uses what no order or invoice needs, or passes a cap. The message says what."""


class MalformedXml(ValueError):
    """The bytes are no well-formed XML."""


class _Guard(etree.TreeBuilder):
    """Builds the tree of elements and stops at the first thing that is refused. Comments and instructions are left out,
    so that text around them stays in one piece."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: str | None = None
        self.elements = 0

    def doctype(self, *_: Any) -> None:
        self._refuse("It declares a document type (DOCTYPE).")

    def start(self, tag: Any, attrs: Any, nsmap: Mapping[Any, Any] | None = None) -> Any:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            self._refuse(f"It has more than {MAX_ELEMENTS:,} elements.")
        return super().start(tag, attrs)

    def comment(self, _: Any) -> None:
        return None

    def pi(self, *_: Any) -> None:
        return None

    def _refuse(self, why: str) -> None:
        self.refused = why
        raise UnsafeXml(why)


def parse(content: bytes) -> etree._Element:
    """The root element of `content`. Raises `UnsafeXml` or `MalformedXml`."""
    if len(content) > MAX_BYTES:
        raise UnsafeXml(f"It is larger than {MAX_BYTES // 1_000_000} MB.")
    guard = _Guard()
    parser = etree.XMLParser(
        target=guard, resolve_entities=False, load_dtd=False, dtd_validation=False, no_network=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(content.lstrip(b" \t\r\n\0"), parser)
    except (etree.XMLSyntaxError, UnsafeXml, ValueError, AssertionError) as error:
        if guard.refused:  # lxml reports the tree that was left unfinished instead
            raise UnsafeXml(guard.refused) from None
        raise MalformedXml(_reason(parser, error)) from None
    if guard.refused:
        raise UnsafeXml(guard.refused)
    return root


def _reason(parser: etree.XMLParser, error: Exception) -> str:
    """libxml2's first complaint: a target parser raises only about what is missing at the end."""
    for entry in parser.error_log:
        return f"line {entry.line}: {str(entry.message).strip()}"
    return str(error)


def local(element: etree._Element) -> str:
    """Name without its namespace: the formats' namespaces carry versions that do not matter to a reader."""
    return etree.QName(element).localname


def find(element: etree._Element | None, path: str) -> etree._Element | None:
    """First element at `path` (local names, `/` between them), or None."""
    return next(find_all(element, path), None)


def find_all(element: etree._Element | None, path: str) -> Iterator[etree._Element]:
    """All elements at `path` below `element`; nothing where `element` is None."""
    if element is not None:
        yield from element.iterfind("/".join("{*}" + step for step in path.split("/")))


def text(element: etree._Element | None, path: str | None = None) -> str | None:
    """Text at `path`, white space around it stripped; None where it is missing or empty."""
    found = find(element, path) if path else element
    stripped = (found.text or "").strip() if found is not None else ""
    return stripped or None


def flag(element: etree._Element | None, path: str) -> bool | None:
    """An indicator at `path`, with or without CII's inner `Indicator` element."""
    word = text(element, path) or text(element, path + "/Indicator")
    return None if word is None else word.lower() in ("true", "1")
