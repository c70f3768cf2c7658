# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
"""What a sale order knows of the document it came from."""

from markupsafe import Markup
from odoo import _, fields, models
from odoo.exceptions import UserError

from .. import client

ACTIVITY = "ordermill.mail_activity_type_reasons"


class SaleOrder(models.Model):
    _inherit = "sale.order"

    ordermill_id = fields.Char("Ordermill ID", copy=False, index=True)
    ordermill_state = fields.Char("Ordermill state", copy=False)
    ordermill_url = fields.Char("Ordermill review page", copy=False)

    def action_ordermill_refresh(self):
        """Asks Ordermill for the state of each order that came from there."""
        for order in self.filtered("ordermill_id"):
            order._ordermill_take(client.look(self.env, order.ordermill_id))
        return True

    def action_ordermill_open(self):
        """Opens the review page."""
        self.ensure_one()
        url = client.safe_address(self.ordermill_url)
        if not url:
            raise UserError(_("Ordermill gave no review page for this order."))
        return {"type": "ir.actions.act_url", "url": url, "target": "new"}

    def _ordermill_take(self, answer):
        """Keeps state and page of an answer; its reasons become the order's one activity of that type."""
        self.ensure_one()
        values = {"ordermill_state": answer.get("state") or False}
        url = client.web_address(self.env, answer)
        if url:
            values["ordermill_url"] = url
        self.write(values)
        found = client.reasons(answer)
        # As superuser: the activity may be a colleague's. The write above has checked the right to the order.
        order = self.sudo()
        kept = order.activity_search([ACTIVITY])
        if not found:
            kept.unlink()
            return
        rows = Markup().join(Markup("<li>%s</li>") % text for text in found)
        note = Markup("<ul>%s</ul>") % rows
        if kept:
            kept[0].note = note
            kept[1:].unlink()
        else:
            # The context keeps Odoo from mailing whom it assigns.
            quiet = order.with_context(mail_activity_quick_update=True)
            quiet.activity_schedule(ACTIVITY, note=note, user_id=order.user_id.id or self.env.uid)
