"""Values as a clerk reads and types them: shown in the manner of their language, read back by the usual normalisers."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Final

from data import fields
from data.errors import OrdermillError
from data.fields import Field
from data.values import dates, numbers
from data.values.habits import Habits
from data.values.normalise import normalise
from data.values.text import clean

NUMERIC: Final = frozenset({"amount", "number"})
LONGEST: Final = 2000
"""Characters of one value; the longest printed descriptions and addresses stay below."""

_HEADER = re.compile(r"fields\.([a-z_.]+)")
_CELL = re.compile(r"lines\.(0|[1-9][0-9]{0,4})\.fields\.([a-z_]+)")
_LINE = re.compile(r"lines\.(0|[1-9][0-9]{0,4})")
_PRODUCT = re.compile(r"lines\.(0|[1-9][0-9]{0,4})\.product")
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SIGNS: Final = {"pl": (",", "\u00a0"), "de": (",", "."), "en": (".", ",")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class BadValue(OrdermillError):
    """What was typed is no value of the field. `kind` names the sentence that says what would be."""

    code = "bad_value"

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(f"{path}: this is no {kind}.", hint="Type it as the page prints it.")
        self.path, self.kind = path, kind


@dataclass(frozen=True, slots=True)
class Path:
    """Where a value is: `field` None for a whole line, `line` None for the header."""

    field: Field | None
    line: int | None

    @property
    def text(self) -> str:
        if self.line is None:
            return f"fields.{self.field.name}" if self.field else ""
        return f"lines.{self.line}" + (f".fields.{self.field.name}" if self.field else "")


def path(text: str) -> Path | None:
    """A path of the contract taken apart, None where there is no such field."""
    if m := _HEADER.fullmatch(text):
        field = fields.FIELDS.get(m[1])
        return Path(field, None) if field is not None and not field.line else None
    if m := _CELL.fullmatch(text):
        field = fields.FIELDS.get(f"line.{m[2]}")
        return Path(field, int(m[1])) if field is not None else None
    m = _LINE.fullmatch(text)
    return Path(None, int(m[1])) if m else None


def product_line(text: str) -> int | None:
    """The line of `lines.3.product`, the path to which a product of the master data is bound; None for any other."""
    m = _PRODUCT.fullmatch(text)
    return int(m[1]) if m else None


def habits(language: str) -> Habits:
    """How a clerk of `language` writes; only what can be read two ways ("1.000") depends on it."""
    decimal = _SIGNS.get(language, _SIGNS["en"])[0]
    return Habits(decimal=decimal, date_order="dmy", language=language)


def typed(where: str, text: str, language: str) -> str:
    """The value of what a clerk typed into the field at `where`. Raises `BadValue`."""
    found = path(where)
    if found is None or found.field is None:
        raise BadValue(where, "field")
    kind = found.field.kind
    value = normalise(kind, text, habits(language)) if len(text) <= LONGEST else None
    if not value:
        raise BadValue(where, kind)
    return value


def canonical(where: str, value: str) -> str:
    """`value` where it already has the form of the contract (a candidate that was chosen). Raises `BadValue`."""
    found = path(where)
    if found is None or found.field is None:
        raise BadValue(where, "field")
    kind = found.field.kind
    good = 0 < len(value) <= LONGEST and value == clean(value)
    if kind in NUMERIC:
        good = good and _PLAIN.fullmatch(value) is not None
    elif kind == "date":
        good = good and dates.parse(value) == value
    elif kind == "currency":
        good = good and re.fullmatch("[A-Z]{3}", value) is not None
    if not good:
        raise BadValue(where, kind)
    return value


def shown(kind: str, value: str, language: str) -> str:
    """A value of the contract as the clerk's language writes it; `typed` reads it back to the same."""
    if kind in NUMERIC and _PLAIN.fullmatch(value):
        return _number(value, language)
    if kind == "date" and dates.parse(value) == value:
        day = datetime.date.fromisoformat(value)
        if language == "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{day.day:02d}.{day.month:02d}.{day.year}"
    return value


def _number(value: str, language: str) -> str:
    sign, group = _SIGNS.get(language, _SIGNS["en"])
    minus = "-" if value.startswith("-") else ""
    whole, _, rest = value.lstrip("-").partition(".")
    # No digit is added or dropped: a leading zero would make groups that nobody writes.
    if not whole.startswith("0"):
        whole = f"{int(whole):,}".replace(",", group)
    text = f"{minus}{whole}" + (f"{sign}{rest}" if rest else "")
    return text if numbers.parse(text, sign) == value else value
