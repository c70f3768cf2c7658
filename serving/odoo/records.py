"""Master data as the mirror keeps it: one frozen record a row, ids as in Odoo, absent as None.

Names are Odoo's; where versions differ, the newest.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Company:
    id: int
    name: str
    vat: str | None
    currency_id: int
    partner_id: int


@dataclass(frozen=True, slots=True)
class Partner:
    """A res.partner: a company, a person or an address of one (`type`: contact, invoice, delivery, other)."""

    id: int
    name: str
    active: bool = True
    is_company: bool = False
    parent_id: int | None = None
    commercial_partner_id: int | None = None
    company_id: int | None = None
    type: str = "contact"
    ref: str | None = None
    vat: str | None = None
    email: str | None = None
    phone: str | None = None
    street: str | None = None
    street2: str | None = None
    zip: str | None = None
    city: str | None = None
    country_code: str | None = None
    lang: str | None = None
    gln: str | None = None
    """`global_location_number` or what the server's localisation calls it, where it exists."""
    pricelist_id: int | None = None
    payment_term_id: int | None = None
    sale_warn: str | None = None
    """`no-message`, `warning`, `block` (17, 18); "warning" where 19 has a text."""
    sale_warn_msg: str | None = None
    credit_limit: Decimal | None = None
    customer_rank: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A uom.uom. `category` is `category_id` up to 18; in 19, which has none, the id of the root reference unit."""

    id: int
    name: str
    category: int
    factor: Decimal
    """How many reference units of the category one of this unit is: Dozens 12, g 0.001 beside kg."""
    rounding: Decimal
    active: bool = True
    code: str | None = None
    """UN/ECE Recommendation 20 code that its name stands for (kg KGM, Dozens DZN), None where the name is unknown."""


@dataclass(frozen=True, slots=True)
class Packaging:
    """A product.packaging (17, 18) or a product.uom (19: a unit with a barcode of its own): so many of the
    product's unit."""

    id: int
    name: str
    product_id: int
    quantity: Decimal
    barcode: str | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class CustomerCode:
    """What one customer calls a product: from product.customerinfo, or learned from corrections (`learned`)."""

    product_id: int
    partner_id: int
    code: str | None
    name: str | None
    learned: bool = False
    id: int | None = None
    """Of the product.customerinfo; one that names a template stands for each of its variants."""


@dataclass(frozen=True, slots=True)
class Product:
    """A product.product (variant)."""

    id: int
    name: str
    uom_id: int
    list_price: Decimal
    template_id: int
    default_code: str | None = None
    barcode: str | None = None
    description_sale: str | None = None
    active: bool = True
    sale_ok: bool = True
    type: str = "consu"
    """`consu`, `service`, `combo`."""
    storable: bool = False
    company_id: int | None = None
    unit_ids: tuple[int, ...] = ()
    """Units it may be sold in besides `uom_id` (19)."""
    tax_ids: tuple[int, ...] = ()
    old_codes: tuple[str, ...] = ()
    """Codes that it had before, as the mirror saw them change."""
    display_name: str | None = None
    """Name with the values of a variant, without the code: "Desk (Steel, White)"."""
    categ_id: int | None = None
    cost: Decimal | None = None
    """`standard_price` of the reading user's company; None where the user may not see it."""
    sale_warn: str | None = None
    """Like a partner's: a warning that Odoo shows to whoever puts the product on an order."""
    sale_warn_msg: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A product.category."""

    id: int
    name: str
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class Pricelist:
    id: int
    name: str
    currency_id: int
    company_id: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class PriceItem:
    """A product.pricelist.item: one rule of a pricelist. `applied_on` says which of the four targets counts."""

    id: int
    pricelist_id: int
    applied_on: str
    """`0_product_variant`, `1_product`, `2_product_category` or `3_global`; the order in which rules are tried."""
    compute_price: str
    """`fixed`, `percentage` or `formula`."""
    product_id: int | None = None
    template_id: int | None = None
    categ_id: int | None = None
    min_quantity: Decimal = Decimal(0)
    """In the product's own unit."""
    date_start: datetime | None = None
    """UTC, without a zone; the rule holds from here to `date_end`, both included."""
    date_end: datetime | None = None
    fixed_price: Decimal = Decimal(0)
    percent_price: Decimal = Decimal(0)
    """Discount in per cent (`percentage`)."""
    base: str = "list_price"
    """Of a formula or percentage: `list_price`, `standard_price` (cost) or `pricelist` (`base_pricelist_id`)."""
    base_pricelist_id: int | None = None
    price_discount: Decimal = Decimal(0)
    """Per cent off the base (`formula`; a markup is a negative discount)."""
    price_round: Decimal = Decimal(0)
    """Rounded to a multiple of it before the surcharge is added; 0 for no rounding."""
    price_surcharge: Decimal = Decimal(0)
    price_min_margin: Decimal = Decimal(0)
    """Over the base, in money; 0 for no limit."""
    price_max_margin: Decimal = Decimal(0)
    company_id: int | None = None


@dataclass(frozen=True, slots=True)
class Currency:
    id: int
    name: str
    """ISO 4217."""
    decimal_places: int
    active: bool = True
    rate: Decimal | None = None
    """Units of it for one of the company's currency, as of the sync; None where unknown."""


@dataclass(frozen=True, slots=True)
class Tax:
    id: int
    name: str
    amount: Decimal
    amount_type: str
    type_tax_use: str
    price_include: bool
    company_id: int


@dataclass(frozen=True, slots=True)
class Term:
    """A payment term, or an incoterm with its code."""

    id: int
    name: str
    code: str | None = None
