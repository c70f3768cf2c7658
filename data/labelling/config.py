"""The labelling form, made from the field catalogue: a new field is there the next time a project is pushed to."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from data.fields import DOCUMENT_TYPES, FIELDS, LINE_KINDS, Field

PAGE = "page"
"""Name of the picture; the other controls, as they stand in results, are below."""
FIELD, LINE, VALUE, KIND, TYPE = "field", "line", "value", "kind", "document_type"
_HEADER_COLOURS = {
    "buyer": "#2f6f9f",
    "seller": "#5f8a3a",
    "ship_to": "#8a5a9a",
    "bill_to": "#9a7b3a",
    "total": "#b04a3a",
}
_HEADER, _LINE, _LINE_CRITICAL = "#3a3f8f", "#7a7f87", "#c06a1a"
_KEYS = {
    "line.description": "1", "line.quantity": "2", "line.unit": "3", "line.unit_price": "4", "line.line_amount": "5",
    "line.supplier_article_no": "6", "line.buyer_article_no": "7", "line.delivery_date": "8", "line.line_no": "9",
    "order_number": "q", "order_date": "w", "total_net": "e", "total_gross": "r", "buyer.name": "t",
}  # fmt: skip
"""Keys for what is on nearly every order; the rest is found by typing into the filter."""


def label_config() -> str:
    """The project's XML: a filter and the fields beside the page; number, kind and value of the region in hand."""
    root = ET.Element("View", style="display:flex;align-items:flex-start")
    side = ET.SubElement(root, "View", style="flex:0 0 300px;max-height:92vh;overflow-y:auto;padding-right:8px")
    ET.SubElement(
        side, "Filter", name="filter", toName=FIELD, minlength="0", placeholder="Type a field", hotkey="shift+f"
    )
    labels = ET.SubElement(side, "RectangleLabels", name=FIELD, toName=PAGE, showInline="false", strokeWidth="2",
                           opacity="0.15")  # fmt: skip
    for name, field in FIELDS.items():
        about = {"value": name, "hint": field.title, "background": _colour(name, field)}
        ET.SubElement(labels, "Label", about | ({"hotkey": _KEYS[name]} if name in _KEYS else {}))
    rows = ",".join(n for n in FIELDS if n.startswith("line."))
    when = {"perRegion": "true", "whenTagName": FIELD, "whenLabelValue": rows}
    ET.SubElement(side, "Header", value="Line number, counted through the whole document", size="5")
    ET.SubElement(side, "TextArea", {"name": LINE, "toName": PAGE, "rows": "1", "maxSubmissions": "1",
                                     "editable": "true", "placeholder": "1, 2, 3 …", **when})  # fmt: skip
    kinds = ET.SubElement(
        side, "Choices", {"name": KIND, "toName": PAGE, "choice": "single", "showInline": "true", **when}
    )
    for kind in LINE_KINDS:
        ET.SubElement(kinds, "Choice", value=kind)
    ET.SubElement(side, "Header", value="Value as read; change it where the print is read wrongly", size="5")
    ET.SubElement(side, "TextArea", name=VALUE, toName=PAGE, rows="1", maxSubmissions="1", editable="true",
                  perRegion="true", placeholder="2026-11-25, 1234.50 …")  # fmt: skip
    ET.SubElement(side, "Header", value="The document (once, on any page)", size="5")
    types = ET.SubElement(side, "Choices", name=TYPE, toName=PAGE, choice="single", showInline="true")
    for kind in DOCUMENT_TYPES:
        ET.SubElement(types, "Choice", value=kind)
    main = ET.SubElement(root, "View", style="flex:1")
    ET.SubElement(main, "Image", name=PAGE, value="$image", zoom="true", zoomControl="true", rotateControl="false")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode")


def _colour(name: str, field: Field) -> str:
    if field.line:
        return _LINE_CRITICAL if field.critical else _LINE
    return next((c for start, c in _HEADER_COLOURS.items() if name.startswith(start)), _HEADER)
