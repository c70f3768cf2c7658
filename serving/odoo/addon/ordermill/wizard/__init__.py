# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
"""The upload."""

from . import ordermill_upload
