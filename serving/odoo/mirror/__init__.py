"""A copy of the master data that orders are matched with: read by `sync`, asked through `Mirror`."""

from serving.odoo.mirror.store import Mirror

__all__ = ["Mirror"]
