"""What the `ordermill odoo` commands share: settings, connection, and errors as texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from pydantic import ValidationError

from data.errors import OrdermillError
from serving.odoo.client import OdooConnection, connect
from serving.odoo.settings import OdooSettings

USAGE = 2


def odoo_settings() -> OdooSettings:
    """Exits with 2 and a line for each setting that cannot be understood; never prints a value."""
    try:
        return OdooSettings()
    except ValidationError as error:
        for e in error.errors(include_input=False, include_url=False, include_context=False):
            complain(f"ORDERMILL_ODOO_{'_'.join(str(part) for part in e['loc']).upper()}: {e['msg']}")
    raise typer.Exit(USAGE)


@contextmanager
def told() -> Iterator[None]:
    """Our errors as message and hint on standard error, exit status 1."""
    try:
        yield
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        raise typer.Exit(1) from None


@contextmanager
def connected(settings: OdooSettings) -> Iterator[OdooConnection]:
    """A connection that is closed afterwards; what goes wrong is told."""
    with told(), connect(settings) as connection:
        yield connection


def complain(text: str) -> None:
    if text:
        typer.echo(f"ordermill: {text}", err=True)
