"""Orders that were read as structured files: Order-X, UBL 2.1 and CSV. No Odoo needed.

What the page does not say stays absent. Where a format demands it, `Unexportable` names it.
"""

from __future__ import annotations

from serving.exports.orderx import embed, order_x
from serving.exports.parts import Exported, Unexportable
from serving.exports.table import table
from serving.exports.ubl import ubl

__all__ = ["Exported", "Unexportable", "embed", "order_x", "table", "ubl"]
