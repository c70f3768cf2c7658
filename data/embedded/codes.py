"""Code lists: what the e-document says in codes and the contract in words."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from stdnum import ean

from data.fields import DocumentType

_ORDERS = "105 220 221 224 225 226 227 228 258 402"
_CREDIT_NOTES = "81 83 261 262 296 308 381 396 420 458 532"

DOCUMENT_TYPES: dict[str, DocumentType] = {
    **dict.fromkeys(_ORDERS.split(), "order"),
    **dict.fromkeys(_CREDIT_NOTES.split(), "credit_note"),
    "230": "order_change", "231": "order_response", "320": "order_response", "310": "quotation",
}  # fmt: skip
"""UNTDID 1001, document name codes. A code that is not here has the type of its root element: the invoice codes
(380, 384, 386, 389, 326, 751, 875 to 877 and more) are many and all stand under an invoice's root."""

LINE_STATUS: dict[str, str] = {"2": "deleted", "7": "not accepted"}
"""UNTDID 1229, action codes that say that a line is not to be delivered."""

CANCELLATION = "1"
"""UNTDID 1225, message function: the document cancels an earlier one."""

GLN_SCHEMES = frozenset({"0088", "GLN"})
"""ISO 6523 code of the GLN, and what older files write."""
GTIN_SCHEMES = frozenset({"0160", "GTIN", "EAN", "UPC", "SRV"})
"""ISO 6523 code of the GTIN, UNTDID 7143's SRV, and what older files write."""
VAT_SCHEMES = frozenset({"VA", "VAT", "GST"})
"""UNTDID 1153's VA in CII, the tax scheme in UBL."""
EMAIL_SCHEME = "EM"

SAME_UNITS: tuple[frozenset[str], ...] = (frozenset({"C62", "H87", "EA", "PCE", "NAR"}),)
"""Codes of UN/ECE Rec 20 that mean the same on an order: a piece."""


def document_type(code: str | None, root_type: DocumentType) -> DocumentType:
    """Type by `code` (UNTDID 1001), by the root element where the code is missing or not listed."""
    return DOCUMENT_TYPES.get((code or "").strip().lstrip("0"), root_type)


def same_unit(a: str, b: str) -> bool:
    """Whether two unit codes or printed units mean the same. Rec 21 codes (packages) may go without their X."""
    a, b = (u.strip().rstrip(".").upper() for u in (a, b))
    packages = {x[1:] if len(x) == 3 and x.startswith("X") else x for x in (a, b)}
    return a == b or len(packages) == 1 or any(a in group and b in group for group in SAME_UNITS)


def gtin_among(ids: Iterable[etree._Element]) -> str | None:
    """The GTIN among identifications of a product: one under a scheme for it, else one under no scheme or under the
    scheme of GS1's other numbers (a common mistake) whose check digit is right."""
    rest: list[str] = []
    for element in ids:
        number, scheme = (element.text or "").strip(), (element.get("schemeID") or "").upper()
        if number and scheme in GTIN_SCHEMES:
            return number
        if scheme in GLN_SCHEMES or not scheme:
            rest.append(number)
    return next((number for number in rest if ean.is_valid(number)), None)
