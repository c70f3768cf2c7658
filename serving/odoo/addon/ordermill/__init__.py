# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
"""Sends order documents from Quotations to Ordermill and shows what became of them."""

from . import models, wizard
