"""Reasons in the clerk's language: a short name for lists, a sentence and what to do on the order page."""

from __future__ import annotations

from serving.desk.rules import Verdict, texts
from serving.desk.store.rows import OpenException


def name(code: str, language: str) -> str:
    """A few words for lists and filters."""
    return texts.name(code, language)


def reason(e: OpenException, language: str) -> tuple[str, str]:
    """The sentence of a reason, and what to do about it."""
    verdict = Verdict("", "stop" if e.severity == "stop" else "warn", e.code, e.line, e.field, e.data)
    return texts.sentence(verdict, language), texts.todo(verdict, language)
