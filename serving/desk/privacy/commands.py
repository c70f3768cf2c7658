"""`ordermill erase` and `retention`: forget a sender, a person, what is old.

Exit status: 0 done, 1 something is left to erase, 2 wrong usage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from serving.desk.console import Database, Documents, opened
from serving.loading import USAGE, complain


def erase(
    sender: Annotated[str | None, typer.Option(help="Address of a sender, or @domain.")] = None,
    person: Annotated[str | None, typer.Option(help="Name or address, looked for in all that was read.")] = None,
    folder: Annotated[
        list[Path] | None, typer.Option(help="Folder to erase in as well: training sets, caches, exports. Repeatable.")
    ] = None,
    root: Annotated[
        Path, typer.Option(help="Folder that training is run in: datasets, labels, caches and reports there go too.")
    ] = Path("."),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be erased, erase nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Erase a sender or a person in the desk, in what was learnt from it and in folders; print a report as JSON."""
    from serving.desk.privacy import erasers, folders, subjects
    from serving.desk.privacy.derived import derived, seen_by
    from serving.desk.privacy.erase import erase as run
    from serving.desk.privacy.memory import codes, memory
    from serving.odoo.preparing import mirror_at
    from serving.odoo.settings import OdooSettings

    if (sender is None) == (person is None):
        complain("give --sender or --person.")
        raise typer.Exit(USAGE)
    for path in folder or []:
        if not path.is_dir():
            complain(f"{path} is no folder.")
            raise typer.Exit(USAGE)
    with opened(database, documents) as store:
        subject = subjects.of_sender(store, sender) if sender else subjects.of_person(store, person or "")
        if not (dry_run or yes):
            typer.confirm(f"Erase {len(subject.orders)} orders for ever?", abort=True, err=True)
        erasers.register_witness("models", seen_by(root))
        more = {"training": derived(root)} | {str(path): folders.folder(str(path), path) for path in folder or []}
        more["memory"] = memory(store)
        more["codes"] = codes(mirror_at(OdooSettings().mirror))
        report = run(store, subject, "console", dry=dry_run, more=more)
    typer.echo(json.dumps(report.to_dict(), ensure_ascii=False, indent=2))
    raise typer.Exit(int(bool(report.failed)))


def retention(
    policy: Annotated[Path, typer.Argument(metavar="FILE", help="The policy as YAML (docs/privacy.md).")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what is due, erase nothing.")] = False,
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Erase what has been kept long enough; to be run once a day by the system's scheduler."""
    from serving.desk.privacy import retention

    with opened(database, documents) as store:
        try:
            text = policy.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise OrdermillError(f"{policy} cannot be read.", hint="Check the path.") from error
        found = retention.retain(store, retention.parse(text), "console", dry=dry_run)
    for erased in found:
        typer.echo(f"{erased.number} {erased.what}")
    typer.echo("would be erased" if dry_run else "erased", err=True)
