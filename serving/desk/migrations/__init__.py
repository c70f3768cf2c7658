"""Alembic's migrations of the desk's tables; `serving.desk.store.migrate` runs them."""
