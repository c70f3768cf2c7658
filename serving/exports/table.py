"""CSV: a row for each line, with the values of the head in front of it."""

from __future__ import annotations

import csv
import io
import re

from data.fields import FIELDS, HEADER, LINE
from data.result import Extraction, Value
from serving.exports.parts import Exported, Unexportable

COLUMNS = ("file", "document_type", *(f.name for f in HEADER), "line", "kind", *(f"line.{f.name}" for f in LINE))
_NUMERIC = frozenset({"amount", "number"})


def table(extraction: Extraction) -> Exported:
    """Any document that was read, as RFC 4180 has it, in UTF-8 with the mark that spreadsheets need."""
    if extraction.status == "failed":
        reason = extraction.error.message if extraction.error else "it was not read"
        raise Unexportable(f"There is nothing to export: {reason}", code="not_read")
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    head = {"file": _safe(extraction.file), "document_type": extraction.document_type or ""}
    head |= {name: _cell(name, value) for name, value in extraction.fields.items() if name in COLUMNS}
    if not extraction.lines:
        writer.writerow(head)
    for number, line in enumerate(extraction.lines, 1):
        cells = {f"line.{n}": _cell(f"line.{n}", v) for n, v in line.fields.items() if f"line.{n}" in COLUMNS}
        writer.writerow(head | cells | {"line": str(number), "kind": line.kind})
    return Exported(out.getvalue().encode("utf-8-sig"))


def _cell(name: str, value: Value) -> str:
    return value.value if FIELDS[name].kind in _NUMERIC else _safe(value.value)


def _safe(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front: the document is not ours."""
    return "'" + text if re.match(r"[=+@\t\r]|-(?![\d.,]+$)", text) else text
