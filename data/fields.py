"""The field catalogue: the one list behind labels, JSON, the review form, Label Studio and scoring.

Names and meanings are those of the extraction contract (UBL Order terms). Adding a field here adds it everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "date", "amount", "number", "currency", "unit", "text", "name", "address", "email"]
DocumentType = Literal["order", "order_change", "order_response", "quotation", "invoice", "credit_note", "other"]

DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    "order", "order_change", "order_response", "quotation", "invoice", "credit_note", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `critical` fields decide whether an order may pass without a person."""

    name: str
    kind: Kind
    title: str
    critical: bool = False
    line: bool = False


HEADER: tuple[Field, ...] = (
    Field("order_number", "id", "Order number", critical=True),
    Field("order_date", "date", "Order date"),
    Field("invoice_number", "id", "Invoice number", critical=True),
    Field("invoice_date", "date", "Invoice date"),
    Field("due_date", "date", "Due date"),
    Field("contract_number", "id", "Contract number"),
    Field("requested_delivery_date", "date", "Requested delivery date", critical=True),
    Field("currency", "currency", "Currency", critical=True),
    Field("payment_terms", "text", "Payment terms"),
    Field("delivery_terms", "text", "Delivery terms"),
    Field("buyer.name", "name", "Buyer", critical=True),
    Field("buyer.vat_id", "id", "Buyer VAT id"),
    Field("buyer.address", "address", "Buyer address"),
    Field("buyer.email", "email", "Buyer e-mail"),
    Field("buyer.customer_number", "id", "Customer number"),
    Field("buyer.gln", "id", "Buyer GLN"),
    Field("seller.name", "name", "Seller"),
    Field("seller.vat_id", "id", "Seller VAT id"),
    Field("seller.address", "address", "Seller address"),
    Field("ship_to.name", "name", "Ship to"),
    Field("ship_to.address", "address", "Ship-to address"),
    Field("ship_to.gln", "id", "Ship-to GLN"),
    Field("bill_to.name", "name", "Bill to"),
    Field("bill_to.address", "address", "Bill-to address"),
    Field("total_net", "amount", "Total net", critical=True),
    Field("total_tax", "amount", "Total tax", critical=True),
    Field("total_gross", "amount", "Total gross", critical=True),
)

LINE: tuple[Field, ...] = (
    Field("line_no", "text", "Position", line=True),
    Field("buyer_article_no", "id", "Buyer's article number", critical=True, line=True),
    Field("supplier_article_no", "id", "Supplier's article number", critical=True, line=True),
    Field("gtin", "id", "GTIN", critical=True, line=True),
    Field("description", "text", "Description", line=True),
    Field("quantity", "number", "Quantity", critical=True, line=True),
    Field("unit", "unit", "Unit", line=True),
    Field("unit_price", "amount", "Unit price", critical=True, line=True),
    Field("price_base_quantity", "number", "Price per", critical=True, line=True),
    Field("discount_percent", "number", "Discount %", line=True),
    Field("tax_rate", "number", "Tax rate %", line=True),
    Field("line_amount", "amount", "Line amount", critical=True, line=True),
    Field("delivery_date", "date", "Delivery date", line=True),
)

FIELDS: dict[str, Field] = {f.name: f for f in HEADER} | {f"line.{f.name}": f for f in LINE}
"""Every field by its qualified name: header names as they are, line names behind `line.`."""

NO_FIELD = "O"
LABELS: tuple[str, ...] = (NO_FIELD, *FIELDS)
"""What a word can be labelled with; the index is the class number of the model's field head."""

ROLES: tuple[str, ...] = (
    "other",  # no part of the table of items
    "head",  # column titles, also repeated ones
    "item",  # the row of an item that holds its numbers
    "lead",  # text of an item above its numeric row
    "continuation",  # more of the item below its numeric row
    "schedule",  # a delivery split of the item above: date and quantity
    "charge",  # freight, surcharge, deposit with an amount of its own
    "discount",
    "section",
    "comment",
    "subtotal",  # subtotals and carry-overs inside the table
)
"""What the visual row of a word is in the table of items; the class number of the row head."""

LINE_KINDS: tuple[str, ...] = ("item", "charge", "discount", "section", "comment", "subtotal")
"""`kind` of a line in the result."""
