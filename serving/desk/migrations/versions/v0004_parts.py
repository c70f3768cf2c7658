"""Which order of its file an order is, and the record of what was written to Odoo."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("part", sa.Integer(), nullable=False, server_default="0"))
    # Workers before this release made the record's tables themselves.
    if not sa.inspect(op.get_bind()).has_table("odoo_write"):
        _record()


def _record() -> None:
    live = sa.text("live = 1")
    op.create_table(
        "odoo_write",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("server", sa.String(length=400), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text()),
        sa.Column("identity", sa.String(length=200), nullable=False),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("live", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer()),
        sa.Column("order_name", sa.String(length=200)),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("reserved_at", sa.DateTime()),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("holder", sa.String(length=200)),
        sa.Column("held_until", sa.DateTime()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("odoo_write_document", "odoo_write", ["server", "document", "part"], unique=True,
                    sqlite_where=live, postgresql_where=live)  # fmt: skip
    op.create_index("odoo_write_identity", "odoo_write", ["server", "company_id", "customer_id", "identity"],
                    unique=True, sqlite_where=live, postgresql_where=live)  # fmt: skip
    op.create_table(
        "odoo_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("write_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["write_id"], ["odoo_write.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_odoo_step_write_id", "odoo_step", ["write_id"])


def downgrade() -> None:
    op.drop_table("odoo_step")
    op.drop_table("odoo_write")
    op.drop_column("orders", "part")
