"""Which account of an identity provider belongs to which person of the desk."""

from __future__ import annotations

from sqlalchemy import delete, select

from serving.desk.store import tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import User, as_row


def user_of(tx: Tx, issuer: str, subject: str) -> User | None:
    """The person, shut out or not, to whom the provider's `subject` was tied."""
    u, i = tables.users, tables.identities
    query = select(u).join(i, i.c.user == u.c.name).where(i.c.issuer == issuer, i.c.subject == subject)
    row = tx.execute(query).mappings().first()
    return None if row is None else as_row(User, row)


def tied(tx: Tx, issuer: str, user: str) -> bool:
    """True where some subject of the provider is this person."""
    i = tables.identities
    return tx.execute(select(i.c.user).where(i.c.issuer == issuer, i.c.user == user)).first() is not None


def add(tx: Tx, issuer: str, subject: str, user: User, by: str) -> None:
    row = {"issuer": issuer, "subject": subject, "user": user.name, "linked_at": tx.now}
    tx.execute(tables.identities.insert().values(**row))
    tx.log("account_tied", by, user=user.name)


def untie(tx: Tx, user: str, by: str) -> int:
    """Forget every provider's account of a person; how many there were. The next verified address is tied anew."""
    i = tables.identities
    count = int(tx.execute(delete(i).where(i.c.user == user)).rowcount)
    if count:
        tx.log("account_untied", by, user=user)
    return count
