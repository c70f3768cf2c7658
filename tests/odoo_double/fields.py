"""Fields of the models, with the names of each version."""
# ruff: noqa: E501 - a table is read by its rows

from __future__ import annotations

Kinds = dict[str, dict[str, tuple[str, str]]]

_TEXT = {
    "res.company": "name vat", "res.country": "name code", "res.currency": "name",
    "res.users": "name login email", "uom.uom": "name uom_type", "product.category": "name",
    "res.partner": "name ref vat email phone street street2 zip city type lang sale_warn sale_warn_msg",
    "product.template": "name default_code barcode type description_sale",
    "product.product": "name default_code barcode type description_sale", "product.pricelist": "name",
    "product.pricelist.item": "name applied_on compute_price base", "account.tax": "name amount_type type_tax_use",
    "account.payment.term": "name", "account.incoterms": "name code", "account.fiscal.position": "name",
    "stock.warehouse": "name", "decimal.precision": "name", "ir.attachment": "name res_model datas mimetype description",
    "mail.message": "body model message_type", "stock.picking": "name state origin", "stock.move": "name state",
    "sale.order": "name state client_order_ref note reference origin invoice_status", "sale.order.line": "name display_type",
    "account.move": "name ref move_type state", "purchase.order": "name state partner_ref",
    "product.packaging": "name barcode", "mail.message.subtype": "name",
}  # fmt: skip
_NUMBERS = {
    "res.currency": "decimal_places rate", "uom.uom": "factor rounding relative_factor", "product.product": "lst_price list_price standard_price",
    "product.template": "list_price standard_price", "account.tax": "amount", "decimal.precision": "digits",
    "product.pricelist.item": "min_quantity fixed_price percent_price price_discount price_surcharge price_round price_min_margin price_max_margin",
    "res.partner": "credit_limit customer_rank", "sale.order": "amount_untaxed amount_tax amount_total",
    "sale.order.line": "product_uom_qty price_unit discount price_subtotal price_tax price_total sequence customer_lead qty_delivered qty_invoiced "
    "technical_price_unit", "stock.move": "product_uom_qty quantity", "ir.attachment": "res_id", "mail.message": "res_id",
    "account.move": "amount_untaxed amount_total", "purchase.order": "amount_total amount_untaxed", "product.packaging": "qty",
}  # fmt: skip
_FLAGS = {
    "product.product": "active sale_ok is_storable", "product.template": "active sale_ok is_storable", "res.partner": "active is_company",
    "uom.uom": "active", "product.pricelist": "active", "res.currency": "active", "account.tax": "active price_include",
    "sale.order": "locked", "mail.message": "is_internal", "account.payment.term": "active", "res.company": "active",
}  # fmt: skip
_TIMES = {
    "sale.order": "date_order commitment_date validity_date",
    "stock.picking": "scheduled_date date_deadline date_done",
}
_LINKS = {
    "res.company": "currency_id:res.currency partner_id:res.partner", "res.users": "company_id:res.company partner_id:res.partner",
    "res.partner": "parent_id:res.partner commercial_partner_id:res.partner company_id:res.company country_id:res.country "
    "property_product_pricelist:product.pricelist property_payment_term_id:account.payment.term",
    "product.category": "parent_id:product.category", "product.template": "uom_id:uom.uom company_id:res.company categ_id:product.category",
    "product.product": "uom_id:uom.uom company_id:res.company product_tmpl_id:product.template categ_id:product.category",
    "product.pricelist": "currency_id:res.currency company_id:res.company",
    "product.pricelist.item": "pricelist_id:product.pricelist product_id:product.product product_tmpl_id:product.template "
    "categ_id:product.category base_pricelist_id:product.pricelist company_id:res.company",
    "uom.uom": "category_id:uom.category relative_uom_id:uom.uom", "account.tax": "company_id:res.company",
    "stock.warehouse": "company_id:res.company", "stock.picking": "sale_id:sale.order partner_id:res.partner company_id:res.company",
    "stock.move": "picking_id:stock.picking product_id:product.product product_uom:uom.uom sale_line_id:sale.order.line",
    "sale.order": "partner_id:res.partner partner_invoice_id:res.partner partner_shipping_id:res.partner company_id:res.company "
    "currency_id:res.currency pricelist_id:product.pricelist payment_term_id:account.payment.term incoterm:account.incoterms "
    "warehouse_id:stock.warehouse user_id:res.users fiscal_position_id:account.fiscal.position create_uid:res.users write_uid:res.users",
    "sale.order.line": "order_id:sale.order product_id:product.product currency_id:res.currency company_id:res.company",
    "account.move": "partner_id:res.partner company_id:res.company currency_id:res.currency",
    "purchase.order": "partner_id:res.partner company_id:res.company currency_id:res.currency",
    "product.packaging": "product_id:product.product", "mail.message": "subtype_id:mail.message.subtype author_id:res.partner",
}  # fmt: skip
_LISTS = {
    "res.users": "company_ids:res.company", "res.partner": "child_ids:res.partner", "product.product": "taxes_id:account.tax",
    "product.template": "taxes_id:account.tax", "sale.order": "order_line:sale.order.line picking_ids:stock.picking "
    "message_ids:mail.message", "stock.picking": "move_ids:stock.move", "mail.message": "attachment_ids:ir.attachment",
}  # fmt: skip


def fields(version: int) -> Kinds:
    """Field name to (type, relation) of each model of Odoo 17, 18 or 19."""
    new = version >= 19
    out: Kinds = {
        m: {"id": ("integer", ""), "display_name": ("char", ""), "write_date": ("datetime", "")} for m in _TEXT
    }
    for kind, table in (("char", _TEXT), ("float", _NUMBERS), ("boolean", _FLAGS), ("datetime", _TIMES)):
        for model, names in table.items():
            out[model] |= dict.fromkeys(names.split(), (kind, ""))
    for kind, table in (("many2one", _LINKS), ("many2many", _LISTS)):
        for model, names in table.items():
            out[model] |= {n.partition(":")[0]: (kind, n.partition(":")[2]) for n in names.split()}
    line = out["sale.order.line"]
    line["product_uom_id" if new else "product_uom"] = ("many2one", "uom.uom")
    line["tax_ids" if new else "tax_id"] = ("many2many", "account.tax")
    if new:
        out["product.product"]["uom_ids"] = out["product.template"]["uom_ids"] = ("many2many", "uom.uom")
        del (
            out["product.packaging"],
            out["uom.uom"]["category_id"],
            out["uom.uom"]["factor"],
            out["uom.uom"]["uom_type"],
        )
    else:
        out["res.partner"]["mobile"] = ("char", "")
        line["product_packaging_id"] = ("many2one", "product.packaging")
        del out["uom.uom"]["relative_uom_id"], out["uom.uom"]["relative_factor"]
    if version >= 18:
        out["sale.order"]["duplicated_order_ids"] = ("many2many", "sale.order")
    else:
        del line["technical_price_unit"], out["product.product"]["is_storable"], out["product.template"]["is_storable"]
        out["product.product"]["detailed_type"] = out["product.template"]["detailed_type"] = ("selection", "")
    return out
