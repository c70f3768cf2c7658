# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
"""Settings, and what a sale order knows of its document."""

from . import res_config_settings, sale_order
