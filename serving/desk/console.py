"""What commands on the desk's store share: its address, opening it, errors as texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from data.errors import OrdermillError
from serving.loading import complain

if TYPE_CHECKING:
    from serving.desk.store import Store

Database = Annotated[str, typer.Option(help="Address of the database [DATABASE_URL, else sqlite:///var/desk/desk.db].")]
Documents = Annotated[str, typer.Option(help="Folder of the documents [ORDERMILL_DOCUMENTS, else var/desk/documents].")]


@contextmanager
def opened(database: str, documents: str) -> Iterator[Store]:
    """The desk's store, closed afterwards; our errors are told on standard error, exit status 1."""
    from serving.desk.store import open_store

    database = database or os.environ.get("DATABASE_URL", "sqlite:///var/desk/desk.db")
    documents = documents or os.environ.get("ORDERMILL_DOCUMENTS", "var/desk/documents")
    try:
        store = open_store(database, documents)
        try:
            yield store
        finally:
            store.close()
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        raise typer.Exit(1) from None
