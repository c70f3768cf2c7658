"""Embedded e-documents: Order-X, Factur-X, ZUGFeRD and UBL to the same result as the page.

`read(document)` gives what the XML beside (or instead of) the pages says, `compare(page, embedded)` where page and XML
differ, `merge(page, embedded)` one result of both.
"""

from __future__ import annotations

from data.embedded.choose import read
from data.embedded.merging import compare, merge
from data.embedded.result import NO_PAGE, EmbeddedResult

__all__ = ["NO_PAGE", "EmbeddedResult", "compare", "merge", "read"]
