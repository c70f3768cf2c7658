"""Two workers that draw for the audit in the same moment on PostgreSQL: one secret, and neither fails."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from serving.desk import guarding
from serving.desk.store import Store, events, tables
from tests import databases, desks


@pytest.mark.skipif(databases.binaries() is None, reason="PostgreSQL is not installed")
def test_the_first_draw_ever_made_by_two_at_once(tmp_path: Path) -> None:
    with databases.postgres() as server:
        store = desks.opened(desks.fresh_database(server), tmp_path)
        order = desks.order(store)
        drawn: list[bool] = []
        other = threading.Thread(
            target=lambda: drawn.append(store.run(lambda tx: guarding.to_audit(tx, order, 0.5))), daemon=True
        )
        with store.write() as tx:
            mine = guarding.to_audit(tx, order, 0.5)
            other.start()
            desks.wait_for(lambda: waits(store), 120)
        other.join(60)
        assert drawn == [mine]
        with store.read() as tx:
            assert tx.execute(select(func.count()).select_from(tables.secrets)).scalar_one() == 1
            kinds = [event.kind for event in events.walk(tx)]
            assert events.verify(tx).broken is None
        assert kinds.count(guarding.SECRET) == 1
        store.close()


def waits(store: Store) -> bool:
    """Whether somebody waits for what another transaction holds."""
    with store.read() as tx:
        query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        return bool(tx.execute(text(query)).scalar_one())
