"""From what was read and matched to the sale order that would be written: pure functions over the mirror.

proposal = propose(extraction, matches, mirror, Options(), server=server_of(connection))
proposal.stopped        # whether a person must look first
"""

from __future__ import annotations

from serving.odoo.mapping.codes import CODES
from serving.odoo.mapping.masterdata import MasterData, Server
from serving.odoo.mapping.options import ChargeRule, Options, Rules
from serving.odoo.mapping.propose import accepted, propose
from serving.odoo.mapping.servers import server_of

__all__ = ["CODES", "ChargeRule", "MasterData", "Options", "Rules", "Server", "accepted", "propose", "server_of"]
