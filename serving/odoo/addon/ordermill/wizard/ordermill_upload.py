# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
"""One file on its way to Ordermill, and what became of it."""

import base64

from odoo import _, fields, models
from odoo.exceptions import UserError

from .. import client


class OrdermillUpload(models.TransientModel):
    _name = "ordermill.upload"
    _description = "Send a document to Ordermill"

    file = fields.Binary("Document", attachment=False)
    file_name = fields.Char()
    ordermill_id = fields.Char("Ordermill ID", readonly=True)
    ordermill_state = fields.Char("State", readonly=True)
    ordermill_url = fields.Char("Review page", readonly=True)
    reasons = fields.Text(readonly=True)
    order_id = fields.Many2one("sale.order", "Quotation", readonly=True)

    def action_send(self):
        """Sends the file; the window stays and shows the answer."""
        self.ensure_one()
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        if not content:
            raise UserError(_("Choose a file, or drop one on the field."))
        answer = client.send(self.env, self.file_name or "document", content)
        if not isinstance(answer.get("id"), str):
            raise UserError(_("The answer has no id: the address that is set may not be Ordermill's."))
        self.write({"ordermill_id": answer["id"], "file": False})
        return self._take(answer)

    def action_refresh(self):
        """Asks for the state of the file that was sent."""
        self.ensure_one()
        if not self.ordermill_id:
            raise UserError(_("Send a file first."))
        return self._take(client.look(self.env, self.ordermill_id))

    def _take(self, answer):
        order = self.env["sale.order"].browse(client.written_order(answer) or []).exists()
        if order:
            order.ordermill_id = self.ordermill_id
            order._ordermill_take(answer)
        self.write(
            {
                "ordermill_state": answer.get("state") or False,
                "ordermill_url": client.web_address(self.env, answer) or self.ordermill_url,
                "reasons": "\n".join(client.reasons(answer)),
                "order_id": order.id,
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": _("Ordermill"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
        }
