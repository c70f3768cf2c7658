"""What a reply to a mail must know of it: where answers are wanted, its id, the ids of those before it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intakes", sa.Column("reply_to", sa.String(length=320), nullable=True))
    op.add_column("intakes", sa.Column("message_id", sa.String(length=300), nullable=True))
    op.add_column("intakes", sa.Column("thread", sa.Text(), nullable=True))


def downgrade() -> None:
    for name in ("thread", "message_id", "reply_to"):
        op.drop_column("intakes", name)
