"""One document up to the point where it could be written: matched, mapped, looked at. `preview` and `push` begin so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from data.errors import SetupError
from data.result import Extraction
from serving.odoo.connection import Connection
from serving.odoo.history import Bindings
from serving.odoo.mapping import Options, propose, server_of
from serving.odoo.matching import Options as Matching
from serving.odoo.matching import match
from serving.odoo.mirror import Mirror
from serving.odoo.preview import Preview, look


def prepare(
    extraction: Extraction, mirror: Mirror | None, options: Options | None = None,
    connection: Connection | None = None, *, sender: str | None = None, today: date | None = None,
    bound: Mapping[int, int] | None = None,
) -> Preview:  # fmt: skip
    """The preview of a document. Without a mirror it is the document alone; without a connection nothing is asked.

    Args:
        sender: e-mail address that the document came from.
        bound: products that a person chose, by line.
    """
    if mirror is None or extraction.status == "failed":
        return look(extraction)
    options = options or Options()
    matches = match(extraction, mirror, Bindings(mirror), Matching(options.company_id, sender, bound=bound or {}))
    server = None if connection is None else server_of(connection)
    proposal = propose(extraction, matches, mirror, options, server=server, today=today)
    return look(extraction, matches, proposal, mirror, connection)


def mirror_at(place: str) -> Mirror | None:
    """The mirror in a file or database, None where nothing was ever synchronised."""
    if "://" not in place and not Path(place).exists():
        return None
    mirror = Mirror.open(place if "://" in place else Path(place))
    if mirror.companies():
        return mirror
    mirror.close()
    return None


def rules_in(path: Path | None) -> Options:
    """Mapping rules from a YAML file. Raises `SetupError` that says what cannot be understood and where."""
    import yaml

    if path is None:
        return Options()
    try:
        raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SetupError(f"{path}: {error.strerror or 'cannot be read'}", hint="Check ORDERMILL_ODOO_RULES.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SetupError(f"{path} is no YAML: {str(error)[:200]}", hint="See docs/odoo.md, Mapping rules.") from error
    if raw is not None and not isinstance(raw, Mapping):
        raise SetupError(f"{path} holds no settings.", hint="See docs/odoo.md, Mapping rules.")
    return Options.from_dict(raw or {})
