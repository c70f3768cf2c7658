"""Every finding that the mapping makes: its code, how grave it is unless a rule says otherwise, and what to do.

Codes are stable: people filter and count by them. docs/odoo.md lists the same ones.
"""

from __future__ import annotations

from serving.odoo.proposal import Finding, Severity

_LOOK = "Look at the document."
_MASTER = "Mend the master data in Odoo, synchronise, and try again."

CODES: dict[str, tuple[Severity, str]] = {
    # the document
    "not_read": ("stop", "See the error of the reading; ask the sender for another file."),
    "partly_read": ("stop", "Look at the pages that were not read."),
    "not_an_order": ("stop", "Route it: invoices become bills, confirmations are compared with a purchase order."),
    "type_unknown": ("stop", "Say what kind of document it is."),
    "order_change": ("stop", "Change the order in Odoo by hand, or confirm the differences that are listed."),
    "confidence_low": ("stop", "Check the values that are marked doubtful."),
    "confidence_unknown": ("stop", "Check the order: nothing says how sure its reading is."),
    "completeness_low": ("stop", "Compare the number of lines with the page."),
    "completeness_unknown": ("stop", "Compare the number of lines with the page."),
    "value_doubtful": ("stop", "Compare the value with the page."),
    "value_unknown": ("stop", "Compare the value with the page: nothing says how sure it is."),
    "check_failed": ("stop", "Compare the numbers with the page."),
    "identity_check_failed": ("warn", "The number may be misprinted; check the customer."),
    "reader_warning": ("warn", _LOOK),
    "hidden_text": ("stop", "The file holds text that nobody sees; look at the page and ask the sender."),
    # customer, addresses, company
    "customer_unknown": ("stop", "Choose the customer, or create it in Odoo."),
    "customer_ambiguous": ("stop", "Choose one of the candidates."),
    "customer_weak": ("stop", "Confirm the candidate, or choose another."),
    "customer_conflicting": ("stop", "The evidence names different customers; choose one."),
    "customer_archived": ("stop", "The customer is archived; reactivate it or choose another."),
    "customer_other_company": ("stop", "The customer belongs to another company; choose another."),
    "customer_blocked": ("stop", "Sales to this customer are blocked in Odoo; ask whoever blocked them."),
    "customer_warning": ("warn", "Read the warning on the customer in Odoo."),
    "shipping_unknown": ("stop", "Choose the delivery address, or create it under the customer."),
    "shipping_ambiguous": ("stop", "Choose the delivery address."),
    "shipping_weak": ("stop", "Confirm the delivery address."),
    "shipping_conflicting": ("stop", "Choose the delivery address."),
    "shipping_archived": ("stop", "The delivery address is archived; reactivate it or choose another."),
    "shipping_other_company": ("stop", "The delivery address belongs to another company; choose another."),
    "shipping_other_customer": ("stop", "The delivery address belongs to another customer; choose another."),
    "invoicing_unknown": ("stop", "Choose the invoice address, or create it under the customer."),
    "invoicing_ambiguous": ("stop", "Choose the invoice address."),
    "invoicing_weak": ("stop", "Confirm the invoice address."),
    "invoicing_conflicting": ("stop", "Choose the invoice address."),
    "invoicing_archived": ("stop", "The invoice address is archived; reactivate it or choose another."),
    "invoicing_other_company": ("stop", "The invoice address belongs to another company; choose another."),
    "invoicing_other_customer": ("warn", "Another company is to be invoiced; check that this is agreed."),
    "company_unknown": ("stop", "Set company_id in the mapping rules: the order may be for several companies."),
    "own_vat": ("warn", "The page's VAT number is our own; check that buyer and seller were not taken for each other."),
    "match_note": ("note", _LOOK),
    # head
    "order_number_missing": ("stop", "Enter the customer's order number: repeated orders are recognised by it."),
    "currency_missing": ("note", "The currency of the customer's pricelist is taken."),
    "currency_unknown": ("stop", _MASTER),
    "currency_no_pricelist": ("stop", "Create a pricelist in this currency, or name one in the rules."),
    "currency_ambiguous": ("stop", "Name the pricelist for this currency under pricelists in the rules."),
    "pricelist_by_currency": ("warn", "Check the prices: the customer's own pricelist has another currency."),
    "pricelist_missing": ("note", "The customer has no pricelist; prices are compared with sales prices."),
    "order_date_future": ("warn", "Check the order date."),
    "delivery_past": ("warn", "Agree on a new delivery date."),
    "delivery_before_order": ("stop", "Check both dates: the delivery lies before the order."),
    "delivery_dates_differ": ("warn", "Odoo has one date an order; split the order or agree on the date taken."),
    "payment_terms_differ": ("warn", "The customer's payment term in Odoo stays; agree on one."),
    "incoterm_unknown": ("note", "The delivery terms are not written; set the incoterm by hand if needed."),
    # lines
    "no_lines": ("stop", "Enter the lines, or ask the sender."),
    "product_unknown": ("stop", "Choose the product, or create it in Odoo."),
    "product_ambiguous": ("stop", "Choose one of the candidates."),
    "product_weak": ("stop", "Confirm the candidate, or choose another."),
    "product_conflicting": ("stop", "Numbers and text of the line name different products; choose one."),
    "product_archived": ("stop", "The product is archived; choose its successor."),
    "product_not_for_sale": ("stop", "The product is not for sale; choose another or release it."),
    "product_other_company": ("stop", "The product belongs to another company; choose another."),
    "product_gone": ("stop", "The product is not in the mirror any more; synchronise and match again."),
    "quantity_missing": ("stop", "Enter the quantity."),
    "quantity_zero": ("stop", "Enter the quantity."),
    "quantity_negative": ("stop", "A return? Handle it in Odoo."),
    "quantity_rounded": ("stop", "Odoo keeps fewer decimals; agree on a quantity or raise the precision."),
    "unit_unknown": ("stop", "Say which unit is meant."),
    "unit_other_category": ("stop", "The page and the product measure different things; ask the customer."),
    "unit_ambiguous": ("stop", "Say which unit or package is meant."),
    "unit_missing": ("note", "No unit is printed; the product's own is taken."),
    "unit_converted": ("note", "Both quantities are shown; nothing to do if they mean the same."),
    "price_missing": ("warn", "Check the price: the page has none."),
    "price_from_amount": ("warn", "Check the price: it was worked out from the line's amount."),
    "price_zero": ("stop", "Free of charge? Confirm it."),
    "price_negative": ("stop", "Check the line; discounts have lines of their own."),
    "price_differs": ("stop", "Agree on the price with the customer, or accept theirs."),
    "price_within_tolerance": ("note", "The customer's price is kept."),
    "price_not_compared": ("warn", "The pricelist's price could not be worked out here; Odoo may show it."),
    "price_rounded": ("stop", "Odoo keeps fewer decimals of a price; use another unit or raise the precision."),
    "price_base": ("note", "The price was printed for more than one; it is written for one."),
    "discount_invalid": ("stop", "Check the discount: it must lie between 0 and 100 per cent."),
    "discount_rounded": ("stop", "Odoo keeps fewer decimals of a discount; agree on one or raise the precision."),
    "tax_differs": ("warn", "Check the tax: Odoo decides it by product and fiscal position."),
    "amount_differs": ("stop", "Check quantity, price and discount of the line."),
    "net_differs": ("stop", "Check the lines: they do not add up to the printed total."),
    "prices_include_tax": ("stop", "The printed prices include tax; enter net prices."),
    "charge_unmapped": ("stop", "Add a rule for this charge, or enter it by hand."),
    "charge_dropped": ("warn", "The charge is not written, by rule."),
    "charge_without_amount": ("stop", "Enter the amount of the charge."),
    "discount_unmapped": ("stop", "Name a product for discounts in the rules, or enter the discount by hand."),
    "discount_without_amount": ("stop", "Enter the amount of the discount."),
    "line_kind_unknown": ("stop", _LOOK),
    # what the server says before the write (preview)
    "stock_short": ("warn", "Agree on a later date or a partial delivery."),
    "credit_exceeded": ("stop", "Ask whoever grants credit."),
    # supplier invoices and order confirmations
    "vendor_unknown": ("stop", "Choose the vendor, or create it in Odoo."),
    "invoice_number_missing": ("stop", "Enter the vendor's invoice number: repeated invoices are recognised by it."),
    "bill_currency": ("stop", "Enter the currency, or activate it in Odoo."),
    "bill_line_incomplete": ("stop", "Enter the amount of the line."),
    "purchase_unknown": ("stop", "Find the purchase order that is answered."),
    "confirmed_currency": ("stop", "Clear the currency with the vendor."),
    "confirmed_quantity": ("stop", "Accept the quantity, or clear it with the vendor."),
    "confirmed_price": ("stop", "Accept the price, or clear it with the vendor."),
    "confirmed_date": ("warn", "Check whether the promised date will do."),
    "confirmed_not_ordered": ("stop", "Clear with the vendor what was not ordered."),
    "ordered_not_confirmed": ("stop", "Ask the vendor about what is not confirmed."),
    "confirmed_charge": ("warn", "Check whether the charge was agreed."),
    # open orders
    "duplicate_order": ("stop", "A repeated or changed order? Compare it with the one in Odoo."),
}  # fmt: skip


def finding(
    code: str, message: str, *, line: int | None = None, field: str | None = None, severity: Severity | None = None
) -> Finding:
    """A finding of a code that is in the list; KeyError for any other."""
    usual, todo = CODES[code]
    return Finding(code, severity or usual, message, todo, line, field)
