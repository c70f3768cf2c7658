"""What would be created in Odoo, and how it differs from what Odoo has. Nothing is written.

preview = look(extraction, matches, proposal, mirror, connection)
preview.to_dict(); show(preview, sys.stdout)
"""

from __future__ import annotations

from serving.odoo.preview.live import Credit, Duplicate, Live, Stock, ask
from serving.odoo.preview.view import Preview, look

__all__ = ["Credit", "Duplicate", "Live", "Preview", "Stock", "ask", "look"]
