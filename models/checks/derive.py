"""Values that follow from read ones, each marked `derived` and each with the printed text it follows from."""

from __future__ import annotations

from dataclasses import replace

from data.result import Extraction, Value
from models.checks.arithmetic import number


def derive(extraction: Extraction) -> Extraction:
    """The extraction with what follows from it: one printed total and no tax is both net and gross.

    A tax that is printed as nothing ("VAT 0.00") is no tax. Where the lines carry a tax rate the missing total is not
    on the page and stays absent.
    """
    net, gross = extraction.fields.get("total_net"), extraction.fields.get("total_gross")
    if (net is None) == (gross is None) or _taxed(extraction):
        return extraction
    known, missing = (net, "total_gross") if net is not None else (gross, "total_net")
    if known is None:
        return extraction
    derived: Value = replace(known, source="derived")
    return replace(extraction, fields={**extraction.fields, missing: derived})


def _taxed(extraction: Extraction) -> bool:
    tax = extraction.fields.get("total_tax")
    if tax is not None:
        return number(tax) != 0
    return any(number(line.fields.get("tax_rate")) not in (None, 0) for line in extraction.lines)
