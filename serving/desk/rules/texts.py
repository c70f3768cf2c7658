"""Reasons in the clerk's language: a sentence, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.fields import FIELDS
from serving.desk.rules.decide import Verdict
from serving.review.words import words


class _Told(dict[str, Any]):
    """Values for a sentence; one that is not known is a dash, never an error."""

    def __missing__(self, key: str) -> str:
        return "\u2013"


def name(code: str, language: str) -> str:
    """A few words for lists and filters."""
    known = _known(language)
    return known.get(f"reasons.{code}.name", code.replace("_", " ").capitalize())


def sentence(verdict: Verdict, language: str) -> str:
    """What is the matter. A finding of the comparison with Odoo without words of its own says its message."""
    text = _text(verdict, "say", language)
    if text is None:
        return str(verdict.data.get("message") or name(verdict.code, language))
    return text.format_map(_Told(_shown(verdict))).strip()


def todo(verdict: Verdict, language: str) -> str:
    """What the clerk can do about it; empty where nothing is known."""
    text = _text(verdict, "do", language)
    if text is None:
        return str(verdict.data.get("todo") or "")
    return text.format_map(_Told(_shown(verdict))).strip().removeprefix("\u2013")


def _text(verdict: Verdict, part: str, language: str) -> str | None:
    """The words of a code; of a failed check those of the check itself, where it has its own."""
    known = _known(language)
    own = known.get(f"reasons.check_{verdict.data.get('check')}.{part}") if verdict.code == "check_failed" else None
    return own or known.get(f"reasons.{verdict.code}.{part}")


def _known(language: str) -> Mapping[str, str]:
    try:
        return words(language)
    except FileNotFoundError:
        return words("en")


def _shown(verdict: Verdict) -> dict[str, Any]:
    out = {k: v for k, v in verdict.data.items() if v is not None}
    for share in ("sure", "least"):
        if isinstance(out.get(share), int | float):
            out[share] = f"{100 * out[share]:.4g} %"
    if verdict.field is not None:
        out["field"] = FIELDS[verdict.field].title if verdict.field in FIELDS else verdict.field
    return out
