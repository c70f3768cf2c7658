# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
# The version has no Odoo series in front: each server puts its own there, so one folder serves 17, 18 and 19.
{
    "name": "Ordermill",
    "summary": "Send order documents to Ordermill from Quotations",
    "version": "1.0.0",
    "category": "Sales/Sales",
    "author": "Ordermill",
    "license": "LGPL-3",
    "depends": ["sale_management", "mail"],
    "external_dependencies": {"python": ["requests"]},
    "data": [
        "security/ir.model.access.csv",
        "data/mail_activity_type.xml",
        "views/ordermill_upload_views.xml",
        "views/sale_order_views.xml",
        "views/res_config_settings_views.xml",
    ],
    "assets": {
        "web.assets_backend": ["ordermill/static/src/drop_field.js", "ordermill/static/src/drop_field.xml"],
    },
}
