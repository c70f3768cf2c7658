"""Sale orders written once: the record first, then Odoo, then compared with what was meant."""
