"""`ordermill odoo sync`: customers, products, prices and units of the server into the mirror."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from serving.odoo.commands_common import complain, connected, odoo_settings, told
from serving.odoo.mirror import Mirror
from serving.odoo.mirror.sync import Report
from serving.odoo.mirror.sync import sync as run
from serving.odoo.settings import OdooSettings


def sync(
    full: Annotated[bool, typer.Option("--full", help="Read everything again, not only what changed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object at the end.")] = False,
) -> None:
    """Read master data from Odoo; goes on where it was cut off."""
    report = _run(odoo_settings(), full=full)
    if as_json:
        typer.echo(json.dumps({name: asdict(kind) for name, kind in report.kinds.items()}, ensure_ascii=False))
    else:
        for name, kind in report.kinds.items():
            state = f"{kind.total:>8}" if kind.denied is None else "  DENIED"
            changed = f"  {kind.read} read" + f", {kind.removed} gone" * bool(kind.removed)
            typer.echo(f"{state}  {name.replace('_', ' '):<14}{changed}  {kind.seconds:.1f} s")
    for name, why in report.denied.items():
        complain(f"{name.replace('_', ' ')}: {why}")
    raise typer.Exit(int(bool(report.denied)))


def _run(settings: OdooSettings, *, full: bool) -> Report:
    with told(), connected(settings) as connection:
        mirror = Mirror.open(settings.mirror)
        bars = Progress(
            TextColumn("{task.description:<12}"), BarColumn(), TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TimeRemainingColumn(), console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty(),
        )  # fmt: skip
        tasks = {}
        with bars:

            def show(kind: str, done: int, total: int) -> None:
                if kind not in tasks:
                    tasks[kind] = bars.add_task(kind.replace("_", " "))
                bars.update(tasks[kind], completed=done, total=total)

            try:
                return run(connection, mirror, full=full, progress=show)
            finally:
                mirror.close()
