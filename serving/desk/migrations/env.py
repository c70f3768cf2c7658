"""Run by Alembic: migrates on the connection that `store.migrate` hands over, inside its transaction."""

from alembic import context

from serving.desk.store.tables import metadata

if hasattr(context, "config"):  # set while Alembic runs this, not when it is merely imported
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        render_as_batch=True,  # SQLite cannot alter a column otherwise
    )
    with context.begin_transaction():
        context.run_migrations()
