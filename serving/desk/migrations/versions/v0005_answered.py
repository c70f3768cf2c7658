"""What a person said of a file set aside, and the order that it became."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("set_aside", sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("set_aside", sa.Column("closed_by", sa.String(length=320), nullable=True))
    op.add_column("set_aside", sa.Column("answer", sa.String(length=16), nullable=True))
    op.add_column("set_aside", sa.Column("order_id", sa.String(length=32), nullable=True))


def downgrade() -> None:
    for name in ("order_id", "answer", "closed_by", "closed_at"):
        op.drop_column("set_aside", name)
