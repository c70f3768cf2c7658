"""Tables of the record of writes: one row an order that was to be written, one row a step of it.

They are SQLAlchemy Core on a `MetaData` of their own, so that the order desk can make them in its database. No key,
password or page text is kept: ids, numbers and what Odoo holds of the order.
"""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()

_LIVE = sa.text("live = 1")

WRITE = sa.Table(
    "odoo_write", METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("server", sa.String(400), nullable=False),  # url and database
    sa.Column("company_id", sa.Integer, nullable=False),
    sa.Column("customer_id", sa.Integer, nullable=False),  # the commercial partner
    sa.Column("reference", sa.Text),  # as printed
    sa.Column("identity", sa.String(200), nullable=False),  # the reference without case and spaces, else the content
    sa.Column("document", sa.String(64), nullable=False),  # SHA-256 of the file
    sa.Column("part", sa.Integer, nullable=False),  # of a file that holds several orders
    sa.Column("file", sa.Text, nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),  # 2 for the first write after an undone one
    sa.Column("digest", sa.String(64), nullable=False),  # of the proposal
    sa.Column("key", sa.String(60), nullable=False),  # of the external ids
    sa.Column("stage", sa.String(10), nullable=False),
    sa.Column("state", sa.String(20), nullable=False),
    sa.Column("live", sa.Integer, nullable=False),  # 1 while it may stand for an order in Odoo
    sa.Column("order_id", sa.Integer),
    sa.Column("order_name", sa.String(200)),
    sa.Column("written", sa.Text, nullable=False, default="{}"),  # JSON: what Odoo held when we were done
    sa.Column("findings", sa.Text, nullable=False, default="[]"),  # JSON
    sa.Column("received_at", sa.DateTime, nullable=False),  # all times in UTC without a zone
    sa.Column("reserved_at", sa.DateTime),
    sa.Column("updated_at", sa.DateTime, nullable=False),
    sa.Column("holder", sa.String(200)),
    sa.Column("held_until", sa.DateTime),
    # Two workers cannot both write one document, nor two files with the same order.
    sa.Index("odoo_write_document", "server", "document", "part", unique=True,
             sqlite_where=_LIVE, postgresql_where=_LIVE),
    sa.Index("odoo_write_identity", "server", "company_id", "customer_id", "identity", unique=True,
             sqlite_where=_LIVE, postgresql_where=_LIVE),
)  # fmt: skip

STEP = sa.Table(
    "odoo_step", METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("write_id", sa.Integer, sa.ForeignKey("odoo_write.id"), nullable=False, index=True),
    sa.Column("step", sa.String(20), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("detail", sa.Text, nullable=False, default="{}"),  # JSON
)  # fmt: skip
