"""The connector: from the contract's result to a sale order in Odoo 17, 18 or 19, or the reason why a person must look.

Pure functions over the mirror match and map (`matching`, `mapping`); one small client speaks to the server
(`client`); the record of what was written is the only state (`record`).
"""
