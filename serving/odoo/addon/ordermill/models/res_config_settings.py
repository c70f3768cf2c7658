# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
"""Address and key of Ordermill, kept as system parameters, which administrators alone may read."""

from odoo import fields, models

from ..client import KEY_PARAMETER, URL_PARAMETER


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    ordermill_url = fields.Char("Ordermill address", config_parameter=URL_PARAMETER, groups="base.group_system")
    ordermill_key = fields.Char("Ordermill key", config_parameter=KEY_PARAMETER, groups="base.group_system")
