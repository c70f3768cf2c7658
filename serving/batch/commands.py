"""`ordermill batch IN OUT`: read a great many stored documents.

Exit status: 0 all were read (a document that cannot be read is a result), 1 it could not be done, 2 wrong usage, 130
interrupted; the same command goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from data.errors import OrdermillError, SetupError
from serving.loading import USAGE, Load, complain, settings_or_exit

if TYPE_CHECKING:
    from serving.batch.engines import Engine
    from serving.batch.ledger import Ledger
    from serving.batch.work import Order

INTERRUPTED = 130


class EngineName(StrEnum):
    auto = "auto"
    ray = "ray"
    pool = "pool"
    alone = "alone"


def batch(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="IN", help="Folder of documents, or a file with a path a line.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder for results; an earlier run there goes on.")],
    workers: Annotated[int, typer.Option("--workers", "-n", min=0, help="Documents at a time; 0: one a core.")] = 0,
    engine: Annotated[EngineName, typer.Option(help="Who reads; auto is Ray where it is installed.")] = EngineName.auto,
    model: Annotated[str | None, typer.Option(help="Name of a shipped model or a folder that holds one.")] = None,
    no_embedded: Annotated[
        bool, typer.Option("--no-embedded", help="Leave XML inside the documents aside; read the pages alone.")
    ] = False,
    again: Annotated[
        str, typer.Option(metavar="CODE,CODE", help="Read documents anew that failed with these codes.")
    ] = "",
    worker_mb: Annotated[int, typer.Option(min=200, help="Memory above which a worker is replaced.")] = 1500,
    store_mb: Annotated[int, typer.Option(min=80, help="Memory of Ray's object store.")] = 100,
    address: Annotated[str | None, typer.Option(help="A Ray cluster that runs already and sees IN.")] = None,
) -> None:  # fmt: skip
    """Read stored documents by the thousand: restartable, on Ray where it is installed, with a report."""
    from serving.batch.ledger import Ledger
    from serving.batch.sources import documents
    from serving.batch.work import Order

    workers = workers or os.cpu_count() or 1
    told = signal.signal(signal.SIGTERM, _interrupt)
    try:
        total = sum(1 for _ in documents(source, out))
        if not total:
            complain(f"no document in {source}")
            raise typer.Exit(USAGE)
        order = Order(_model(model, context.obj), not no_embedded, worker_mb, context.obj)
        with Ledger(out) as ledger:
            _forget(ledger, again)
            with_workers = _engine(engine, order, workers, store_mb, address)
            signal.signal(signal.SIGTERM, _interrupt)  # Ray has put its own there
            try:
                whole = _run(ledger, with_workers, source, out, order, total)
            finally:
                with_workers.close()
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        raise typer.Exit(1) from error
    finally:
        signal.signal(signal.SIGTERM, told)
    raise typer.Exit(0 if whole else INTERRUPTED)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _run(ledger: Ledger, engine: Engine, source: Path, out: Path, order: Order, total: int) -> bool:
    """True where it came to the end."""
    from serving.batch import report
    from serving.batch.progress import progress
    from serving.batch.running import Batch
    from serving.batch.sources import documents

    about = _same_run(out, engine, order)
    whole = True
    with progress(total) as tell:
        work = Batch(engine, ledger, tell)
        try:
            work.run(documents(source, out))
        except KeyboardInterrupt:
            whole = False
    made = report.report(ledger, work.tally, about | {"engine": engine.name, "workers": engine.workers}, whole=whole)
    report.write(made, out)
    report.show(made, sys.stdout)
    return whole


def _engine(name: EngineName, order: Order, workers: int, store_mb: int, address: str | None) -> Engine:
    """The engine, with a note that says which one it is and why. Raises `SetupError`."""
    from serving.batch import on_ray
    from serving.batch.engines import Alone, Pool

    if name is EngineName.auto:
        name = EngineName.ray if on_ray.installed() else EngineName.pool if workers > 1 else EngineName.alone
        why = "" if name is EngineName.ray else ", since Ray is not installed (it comes with the full set)"
    else:
        why = ""
    if name is EngineName.alone:
        made: Engine = Alone(order)
    elif name is EngineName.pool:
        made = Pool(order, workers)
    else:
        made = on_ray.OnRay(order, workers, store_mb=store_mb, address=address)
    typer.echo(f"ordermill: {made.name} with {made.workers} workers{why}", err=True)
    return made


def _model(name: str | None, load: Load | None) -> str:
    """One model for the whole batch, even if another becomes champion meanwhile."""
    settings = settings_or_exit()
    if name is None and settings.champions is not None and load is None:
        from models.shelf import Shelf

        champion = Shelf(settings.champions).resolve("champion")
        if champion is not None:
            return str(champion.resolve())
    return name or str(settings.model)


def _forget(ledger: Ledger, again: str) -> None:
    codes = [code.strip() for code in again.split(",") if code.strip()]
    if codes:
        typer.echo(f"ordermill: {ledger.forget(codes)} documents are read anew", err=True)


def _same_run(out: Path, engine: Engine, order: Order) -> dict[str, Any]:
    """What is kept of the run. Raises `SetupError` where the results there are of another model or other settings."""
    from serving.release import release

    model, version = engine.about()
    now = {"model": {"name": model, "version": version, "fingerprint": _fingerprint(order)}, "embedded": order.embedded}
    path = out / "run.json"
    if path.is_file():
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            kept = {}
        if {key: kept.get(key) for key in now} != now:
            raise SetupError(
                f"The results in {out} are of another model or other settings (run.json).",
                hint="Give another OUT, or the same --model and --no-embedded as before.",
            )
        if kept.get("ordermill") != release():
            complain(f"earlier results in {out} were read by Ordermill {kept.get('ordermill')}, this is {release()}")
    else:
        beside = out / ".run.part"
        beside.write_text(json.dumps(now | {"ordermill": release()}, indent=1) + "\n", encoding="utf-8")
        os.replace(beside, path)
    return now | {"ordermill": release()}


def _fingerprint(order: Order) -> str | None:
    if order.load is not None:
        return None
    from models.extractor import resolve
    from models.fingerprint import fingerprint

    return fingerprint(resolve(order.model))
