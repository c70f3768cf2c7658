"""What a person said of a file set aside, and the order that it became."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, kind in _COLUMNS.items():
        op.add_column("set_aside", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    for name in reversed(_COLUMNS):
        op.drop_column("set_aside", name)


_COLUMNS = {
    "closed_at": sa.DateTime(timezone=True),
    "closed_by": sa.String(length=320),
    "answer": sa.String(length=16),
    "order_id": sa.String(length=32),
}
