"""`ordermill intake`: takes orders from the watched folder and the mailbox."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Annotated

import typer

from data.errors import OrdermillError, SetupError
from serving.loading import complain


def intake(
    once: Annotated[bool, typer.Option("--once", help="Take what is there now and end.")] = False,
) -> None:
    """Take orders from the watched folder and the mailbox (ORDERMILL_INTAKE_*) until stopped."""
    # Here and not above: `ordermill --help` should not wait for database and mail libraries.
    from pydantic import ValidationError

    from serving.desk.commands import opened
    from serving.intake import watching
    from serving.intake.settings import IntakeSettings

    logging.getLogger("ordermill").setLevel(logging.INFO)
    try:
        settings = IntakeSettings()
    except ValidationError as error:
        for wrong in error.errors():
            complain(f"ORDERMILL_INTAKE_{'_'.join(str(part) for part in wrong['loc']).upper()}: {wrong['msg']}")
        raise typer.Exit(2) from error
    with opened() as office:
        try:
            where = watching.places(office.store, settings)
            if once:
                taken = watching.once(where, settings)
                orders, asides = sum(t.orders for t in taken), sum(t.asides for t in taken)
                typer.echo(f"{len(taken)} mails and files, {orders} new orders, {asides} set aside")
                if left := sum(place.left for place in where):
                    typer.echo(f"{left} were there before this first look and are left; ORDERMILL_INTAKE_SINCE=ever, "
                               "or a day as 2026-11-01, takes them as well", err=True)  # fmt: skip
                return
        except OrdermillError as error:
            complain(error.message)
            complain(error.hint)
            raise typer.Exit(2 if isinstance(error, SetupError) else 1) from error
        watch = watching.Watch(where, settings.pause)
        over = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: over.set())
        watch.start()
        typer.echo("taking orders in (Ctrl+C stops it)", err=True)
        while not over.wait(1.0):
            pass
        watch.stop()
