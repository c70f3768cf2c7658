"""`ordermill worker` takes orders on until it is told to stop; `ordermill learning` writes orders to learn from."""

from __future__ import annotations

import logging
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from data.errors import OrdermillError
from serving.loading import complain, load_pipeline

if TYPE_CHECKING:
    from serving.desk.office import Office

log = logging.getLogger("ordermill.worker")


def worker(
    context: typer.Context,
    count: Annotated[int, typer.Option("--count", "-n", min=1, max=64, help="Orders worked on at the same time.")] = 1,
) -> None:
    """Work on orders until stopped: read, match, decide, write. As many of these as you like, on any machine."""
    from prometheus_client import CollectorRegistry

    from serving.desk.figures.durations import StepSeconds
    from serving.desk.office import Office
    from serving.desk.pulse import Pulse
    from serving.desk.working import Team

    logging.getLogger("ordermill").setLevel(logging.INFO)
    pipeline = load_pipeline(context.obj, None, count)
    try:
        office = Office.open(pipeline=pipeline)
        registry = CollectorRegistry()
        team = Team(office, count, timed=StepSeconds(registry).observe)
        host, port = office.settings.worker_host, office.settings.worker_port
        pulse = Pulse(host, port, registry, lambda: team.alive) if port else None
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        raise typer.Exit(1) from error
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    team.start()
    log.info("%d working", count)
    while not stop.wait(1.0):
        pass
    log.info("stopping after the steps in hand")
    began = time.monotonic()
    team.stop()
    if pulse is not None:
        pulse.stop()
    office.close()
    log.info("stopped after %.1f s", time.monotonic() - began)


def learning(
    folder: Annotated[Path, typer.Argument(help="Where the files are written; it is brought up to date.")],
) -> None:
    """Write the orders that people corrected or approved as files, to retrain on."""
    from serving.desk.learning import export

    with opened() as office:
        for what, count in sorted(export(office.store, folder).items()):
            typer.echo(f"{count:>6}  {what}")


class opened:
    """The office for one command, without reader; errors are told and end the program with 1."""

    def __enter__(self) -> Office:
        from serving.desk.office import Office

        try:
            self._office = Office.open()
        except OrdermillError as error:
            complain(error.message)
            complain(error.hint)
            raise typer.Exit(1) from error
        return self._office

    def __exit__(self, *_: object) -> None:
        self._office.close()
