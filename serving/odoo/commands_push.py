"""`ordermill odoo push`: orders read, matched, mapped and written, as far as each customer's stage says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from data.errors import OrdermillError, SetupError
from data.result import Extraction
from data.schema import Document
from serving.loading import load_pipeline
from serving.odoo.client import OdooConnection
from serving.odoo.commands_common import complain, connected, odoo_settings

if TYPE_CHECKING:
    from serving.odoo.mapping import Options
    from serving.odoo.mirror import Mirror
    from serving.odoo.record import Record
    from serving.odoo.writer import Written
    from serving.pipeline import Pipeline

ASKED_ANEW = "duplicate_order"
"""The writer looks for the same order itself, and knows its own from another's."""


def push(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Orders: PDF, PNG, JPEG, TIFF or XML.")],
    stage: Annotated[str | None, typer.Option(help="shadow, draft or confirm; None takes the customer's.")] = None,
    sender: Annotated[str | None, typer.Option(help="E-mail address that the documents came from.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Another order, though its number was used before.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    no_embedded: Annotated[bool, typer.Option("--no-embedded", help="Leave XML inside the document aside.")] = False,
    model: Annotated[str | None, typer.Option(help="Name of a shipped model or a folder that holds one.")] = None,
) -> None:
    """Write orders to Odoo, each once. Exit status 1 if any of them wants a person."""
    from serving.odoo.preparing import mirror_at, rules_in
    from serving.odoo.record import Record

    if stage not in (None, "shadow", "draft", "confirm"):
        raise typer.BadParameter("must be shadow, draft or confirm", param_hint="--stage")
    settings = odoo_settings()
    bad = False
    with connected(settings) as connection:
        options, mirror = rules_in(settings.rules), mirror_at(settings.mirror)
        if mirror is None:
            raise SetupError("There is no copy of the master data yet.", hint="Run `ordermill odoo sync` first.")
        record = Record.open(settings.record)
        pipeline = load_pipeline(context.obj, model, 1)
        for file in files:
            try:
                job = _Job(pipeline, mirror, options, connection, record, stage, sender, again, not no_embedded)
                for part, written, said in job.each(file):
                    bad |= not written.good
                    _show(file, part, written, said, as_json=as_json)
            except (OrdermillError, OSError) as error:
                complain(f"{file}: {error}")
                bad = True
        record.close()
    raise typer.Exit(int(bad))


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came, and which of its orders is meant."""

    content: bytes
    document: Document | None
    part: int
    at: datetime


class _Job:
    """Everything that one file needs."""

    def __init__(
        self, pipeline: Pipeline, mirror: Mirror, options: Options, connection: OdooConnection, record: Record,
        stage: Any, sender: str | None, again: bool, embedded: bool,
    ) -> None:  # fmt: skip
        self.pipeline, self.mirror, self.options, self.connection, self.record = (
            pipeline, mirror, options, connection, record,
        )  # fmt: skip
        self.stage, self.sender, self.again, self.embedded = stage, sender, again, embedded

    def each(self, file: Path) -> Iterator[tuple[int, Written, list[dict[str, Any]]]]:
        """Each order of a file: which it is (0 for the first), what became of it, and the findings said of it."""
        received = datetime.now(UTC)
        content = file.read_bytes()
        extraction, document = self.pipeline.extract(content, file.name, embedded=self.embedded)
        for part, one in enumerate([p.result for p in extraction.parts] or [extraction]):
            yield part, *self._one(one, Received(content, document, part, received))

    def _one(self, extraction: Extraction, came: Received) -> tuple[Written, list[dict[str, Any]]]:
        from serving.odoo.preparing import prepare
        from serving.odoo.writer import Attachment, Source, WriteOptions, Written, push
        from serving.odoo.writing.notes import note_of
        from serving.odoo.writing.pages import pictures

        content = came.content
        made = prepare(extraction, self.mirror, self.options, self.connection, sender=self.sender)
        findings = tuple(f for f in made.findings if f.code != ASKED_ANEW)
        said = [f.to_dict() for f in findings]
        stopping = tuple(f for f in findings if f.severity == "stop")
        if made.proposal is None or stopping:
            return Written("stopped", stopping), said
        customer = self.mirror.partner(made.proposal.partner_id) if made.proposal.partner_id is not None else None
        rules = self.options.of(None if customer is None else customer.commercial_partner_id or customer.id)
        kind = "application/pdf" if content[:5] == b"%PDF-" else "application/octet-stream"
        files = [Attachment(extraction.file, content, kind), *pictures(content, came.document, extraction)]
        written = push(
            made.proposal, Source(extraction.sha256, extraction.file, came.part, came.at), self.connection, self.record,
            attachments=files, note=note_of(extraction, made.proposal, findings),
            options=WriteOptions(self.stage or rules.stage, again=self.again, digits=made.digits),
        )  # fmt: skip
        return written, said


def _show(file: Path, part: int, written: Written, said: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        out = {"file": str(file), "part": part, "state": written.state, "order": written.order_name,
               "order_id": written.order_id,
               "id": None if written.row is None else written.row.id,
               "findings": [f.to_dict() for f in written.findings], "said": said}  # fmt: skip
        typer.echo(json.dumps(out, ensure_ascii=False))
        return
    typer.echo(f"{file}: {written.state}{' ' + written.order_name if written.order_name else ''}")
    for finding in written.findings:
        typer.echo(f"  {finding.severity}  {finding.code}: {finding.message} {finding.todo}".rstrip())
