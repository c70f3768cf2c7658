"""A small Odoo of three versions, traps included: `with running(19) as double: connect(double.settings())`."""

from __future__ import annotations

from tests.odoo_double.server import Double, Faults, running

__all__ = ["Double", "Faults", "running"]
