"""Which of a document's attachments is its e-document."""

from __future__ import annotations

from data.embedded.cii import ROOTS as CII_ROOTS
from data.embedded.cii import read_cii
from data.embedded.parse import MalformedXml, UnsafeXml, local, parse
from data.embedded.result import EmbeddedResult
from data.embedded.ubl import ROOTS as UBL_ROOTS
from data.embedded.ubl import read_ubl
from data.errors import DamagedDocument, DocumentError, UnsupportedDocument
from data.schema import Attachment, Document, Warning_

_RANK = {"order": 0, "order_change": 0, "order_response": 1, "quotation": 1, "invoice": 2, "credit_note": 2}
"""What a file with several e-documents is taken for: an order before an invoice, then by the number of values."""
_SUPPORTED = "Order-X, Factur-X, ZUGFeRD, XRechnung and UBL orders, invoices and credit notes are read."


def read(document: Document) -> EmbeddedResult | None:
    """The e-document that came with `document`, None where there is none.

    XML that is damaged or unsafe beside readable pages costs a warning in an otherwise empty result. A bare XML that
    cannot be used raises `DamagedDocument`, or `UnsupportedDocument` where it is no order and no invoice.
    """
    read_, warnings, error = [], [], None
    for attachment in document.attachments:
        if not _looks_like_xml(attachment):
            continue
        try:
            found = _read_one(attachment)
        except DocumentError as problem:
            error = problem
            if not isinstance(problem, UnsupportedDocument):  # unknown XML beside a page is nobody's concern
                warnings.append(Warning_("embedded_unreadable", f"{attachment.name} is left aside: {problem.message}"))
        else:
            read_.append(found)
    if not read_:
        if error is not None and not document.pages:
            raise error
        return EmbeddedResult(warnings=tuple(warnings)) if warnings else None
    return _best(read_, warnings)


def _best(results: list[EmbeddedResult], warnings: list[Warning_]) -> EmbeddedResult:
    results = sorted(results, key=lambda r: (_RANK.get(r.document_type or "", 3), -_size(r)))
    best = results[0]
    for other in results[1:]:
        if (other.fields, other.lines) != (best.fields, best.lines):
            message = f"{other.attachment} ({other.format}) came with it too; {best.attachment} was read."
            warnings.append(Warning_("embedded_several", message))
    return EmbeddedResult(
        best.format, best.attachment, best.document_type, best.fields, best.lines,
        (*best.warnings, *warnings), best.checks, best.also,
    )  # fmt: skip


def _size(result: EmbeddedResult) -> int:
    return len(result.fields) + sum(len(line.fields) for line in result.lines)


def _looks_like_xml(attachment: Attachment) -> bool:
    head = attachment.content[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return head.startswith((b"<?xml", b"<", b"<\0")) or attachment.name.lower().endswith(".xml")


def _read_one(attachment: Attachment) -> EmbeddedResult:
    try:
        root = parse(attachment.content)
    except UnsafeXml as error:
        raise DamagedDocument(f"The XML is not opened. {error}", hint=_SUPPORTED, code="unsafe_xml") from error
    except MalformedXml as error:
        hint = "Ask the sender to send it again."
        raise DamagedDocument(f"The XML is damaged ({error}).", hint=hint, code="damaged") from error
    name = local(root)
    if name in CII_ROOTS:
        return read_cii(root, attachment.name)
    if name in UBL_ROOTS:
        return read_ubl(root, attachment.name)
    raise UnsupportedDocument(f"The XML is no order and no invoice (its root is {name[:60]}).", hint=_SUPPORTED)
