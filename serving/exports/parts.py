"""What all exports share: the values of a result, and what a format demands of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lxml import etree

from data.errors import OrdermillError
from data.fields import FIELDS
from data.result import Extraction, Line, Value
from data.values import countries, units

CODES = frozenset(units.CODE_OF.values()) | units._OWN_CODES
"""UN/ECE Recommendation 20 and 21 codes; a printed unit that is none of them is left out of XML."""
_TOWN = re.compile(
    r"((?:[A-Z]{1,3}-)?\d{2}-\d{3}|(?:[A-Z]{1,3}-)?\d{3} ?\d{2}|\d{4} ?[A-Z]{2}|(?:[A-Z]{1,3}-)?\d{4,5}) (\D.*)"
)
_CONTROL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INCOTERMS = re.compile("EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DAT|DDP|DAF|DES|DEQ|DDU")
CENT = Decimal("0.01")


class Unexportable(OrdermillError):
    """The format demands a value that the document does not have."""

    code = "not_exportable"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, and what of the result it does not hold because the format has no place for it."""

    content: bytes
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of a printed address; what cannot be told apart stays among the lines."""

    lines: tuple[str, ...] = ()
    postcode: str | None = None
    town: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Work:
    """A result while it is exported."""

    extraction: Extraction
    format: str
    left_out: list[str] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        value = self.extraction.fields.get(name)
        return None if value is None else value.value

    def need(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise _missing(self.format, FIELDS[name].title.lower())
        return value

    def of(self, line: Line, name: str) -> str | None:
        value = line.fields.get(name)
        return None if value is None else value.value

    def need_of(self, at: int, line: Line, name: str) -> str:
        value = self.of(line, name)
        if value is None:
            position = line.fields.get("line_no")
            where = f"line {position.value if position is not None else at + 1}"
            raise _missing(self.format, f"{FIELDS[f'line.{name}'].title.lower()} of {where}")
        return value

    def line_id(self, at: int, line: Line) -> str:
        """The printed position, else a number that no other line bears: both formats want one."""
        printed = {x.fields["line_no"].value for x in self.extraction.lines if "line_no" in x.fields}
        number = str(at + 1)
        while number in printed:
            number += ".1"
        return self.of(line, "line_no") or number

    def lines(self, *kinds: str) -> list[tuple[int, Line]]:
        return [(i, line) for i, line in enumerate(self.extraction.lines) if line.kind in kinds]

    def unit(self, line: Line) -> str | None:
        """The unit's code, None (and a word about it) where it is none."""
        value = line.fields.get("unit")
        if value is None or value.value in CODES:
            return None if value is None else value.value
        self.left_out.append(f"unit {value.value!r}: no UN/ECE code")
        return None

    def address(self, prefix: str) -> Address | None:
        text = self.get(f"{prefix}.address")
        return None if text is None else split(text, self.get(f"{prefix}.vat_id"))

    def party(self, prefix: str) -> bool:
        """Whether anything about a party is known."""
        return any(name.startswith(f"{prefix}.") for name in self.extraction.fields)


def _missing(format_: str, what: str) -> Unexportable:
    hint = "Enter it first, or export as CSV, which needs nothing."
    return Unexportable(f"{format_} demands the {what}, which the document does not have.", hint=hint)


def checked(extraction: Extraction, format_: str) -> Work:
    """`extraction` if it is an order that was read; raises `Unexportable` with the reason otherwise."""
    if extraction.status == "failed":
        reason = extraction.error.message if extraction.error else "it was not read"
        raise Unexportable(f"There is nothing to export: {reason}", code="not_read")
    if extraction.document_type != "order":
        kind = (extraction.document_type or "of unknown type").replace("_", " ")
        raise Unexportable(f"{format_} is for orders; this document is {kind}.", hint="Export it as CSV.")
    return Work(extraction, format_)


def split(text: str, vat: str | None = None) -> Address:
    """An address printed in one line, its parts parted by commas. Nothing is added but the country's code, where the
    last part or the VAT number names it."""
    parts = [part for part in (p.strip() for p in text.split(",")) if part]
    country = None
    if len(parts) > 1:
        last = parts[-1]
        named = countries.find([last])
        if re.fullmatch(r"[A-Z]{2}", last):
            country, parts = last, parts[:-1]
        elif named and not any(c.isdigit() for c in last):
            country, parts = named[0], parts[:-1]
    if country is None:
        prefix = re.match(r"([A-Z]{2})[0-9A-Z]", (vat or "").replace(" ", ""))
        found = countries.find([text])
        country = found[0] if found else {"EL": "GR"}.get(prefix[1], prefix[1]) if prefix else None
    town = _TOWN.fullmatch(parts[-1]) if parts else None
    if town is not None:
        return Address(tuple(parts[:-1]), town[1], town[2], country)
    return Address(tuple(parts), None, None, country)


def amount(fields: Mapping[str, Value], name: str) -> Decimal | None:
    value = fields.get(name)
    try:
        return None if value is None else Decimal(value.value)
    except InvalidOperation:
        return None


def line_total(work: Work, at: int, line: Line) -> Decimal:
    """The printed amount of an item, else what quantity, price and discount come to: formats demand it."""
    printed = amount(line.fields, "line_amount")
    if printed is not None:
        return printed
    work.need_of(at, line, "quantity")
    work.need_of(at, line, "unit_price")
    return cents(gross_total(line) - allowance(line))


def gross_total(line: Line) -> Decimal:
    """Quantity times price, before the discount."""
    quantity, price = amount(line.fields, "quantity") or Decimal(0), amount(line.fields, "unit_price") or Decimal(0)
    return cents(quantity * price / (amount(line.fields, "price_base_quantity") or Decimal(1)))


def allowance(line: Line) -> Decimal:
    """The line's discount in money."""
    percent = amount(line.fields, "discount_percent")
    return cents(gross_total(line) * abs(percent) / 100) if percent else Decimal(0)


def cents(value: Decimal) -> Decimal:
    try:
        return value.quantize(CENT, ROUND_HALF_UP)
    except InvalidOperation as error:
        raise Unexportable("An amount has more digits than money has.", hint="Correct the line.") from error


def incoterm(terms: str) -> tuple[str, str]:
    """Code and place of terms of delivery that begin with an Incoterm ("DAP Gdynia"); two empty texts for others."""
    code, _, place = terms.partition(" ")
    return (code, place) if _INCOTERMS.fullmatch(code) else ("", "")


def node(
    parent: etree._Element, name: str, text: str | Decimal | None = None, **attributes: str | None
) -> etree._Element:
    """A new last child, `name` with a prefix of the parent's namespaces; attributes that are None are left out."""
    prefix, _, local = name.partition(":")
    made = etree.SubElement(parent, f"{{{parent.nsmap[prefix]}}}{local}")
    if text is not None:
        made.text = _CONTROL.sub("", format(text, "f") if isinstance(text, Decimal) else text)
    for key, value in attributes.items():
        if value is not None:
            made.set(key, value)
    return made


def leaf(parent: etree._Element, name: str, text: str | None, **attributes: str | None) -> None:
    """`node` where there is a text, nothing where there is none."""
    if text is not None:
        node(parent, name, text, **attributes)


def xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
