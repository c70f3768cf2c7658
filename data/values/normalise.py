"""Printed text to the value of the contract, by the kind of its field."""

from __future__ import annotations

import re

from data.fields import Kind
from data.values import currency, dates, numbers, text, units
from data.values.habits import Habits

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_AT_SPACES = re.compile(r"\s*@\s*")


def normalise(kind: Kind, printed: str, habits: Habits) -> str | None:
    """The value of `printed` as a field of `kind`, None when the text is nothing of that kind."""
    if kind == "date":
        return dates.parse(printed, habits.date_order)
    if kind == "amount":
        return numbers.price(printed, habits.decimal)[0]
    if kind == "number":
        return numbers.parse(printed, habits.number_decimal)
    if kind == "currency":
        return currency.parse(printed, habits.currency)
    if kind == "unit":
        return units.value(printed)
    if kind == "email":
        return _email(printed)
    if kind == "id":
        value = text.identifier(printed)
    else:
        value = text.clean(printed) if kind == "text" else text.strip_label(printed)
    return value if text.has_content(value) else None


def _email(printed: str) -> str | None:
    found = _EMAIL.findall(_AT_SPACES.sub("@", text.clean(printed)))
    return found[0].rstrip(".") if len(set(found)) == 1 else None
