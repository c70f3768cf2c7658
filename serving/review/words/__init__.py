"""The words of the pages in each language, keys as `queue.title`: `LANGUAGE.yaml` and, for a page of its own,
`PAGE.LANGUAGE.yaml`. Every language has the same keys; a test sees to it."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from serving.desk.store.people import LANGUAGES

log = logging.getLogger("ordermill.words")

NAMES = {"pl": "Polski", "en": "English", "de": "Deutsch"}
"""Languages in their own words."""


@cache
def words(language: str) -> dict[str, str]:
    """All texts of one language by their flat keys. Raises `ValueError` where a file holds something else."""
    folder = Path(__file__).parent
    files = [folder / f"{language}.yaml", *sorted(folder.glob(f"*.{language}.yaml"))]
    found: dict[str, str] = {}
    for file in files:
        found |= _flat(yaml.safe_load(file.read_text(encoding="utf-8")), "")
    return found


def translate(language: str, key: str, **values: Any) -> str:
    """The text of `key` with `{values}` filled in, English where a language lacks it, the key where all do."""
    known = language if language in LANGUAGES else "en"
    text = words(known).get(key) or words("en").get(key)
    if text is None:
        log.warning("no words for %s", key)
        return key
    return text.format_map(values) if values else text


def preferred(accept: str) -> str:
    """The first of our languages in an `Accept-Language` header, English without one."""
    ranked = []
    for place, part in enumerate(accept.split(",")):
        tag, _, quality = part.strip().partition(";q=")
        try:
            ranked.append((-float(quality or 1), place, tag.split("-")[0].lower()))
        except ValueError:
            continue
    return next((tag for _, _, tag in sorted(ranked) if tag in LANGUAGES), "en")


def _flat(node: Any, above: str) -> dict[str, str]:
    if isinstance(node, str):
        return {above: node}
    if not isinstance(node, dict):
        raise ValueError(f"words: {above} is neither text nor a section")
    parts = [_flat(value, f"{above}.{key}" if above else str(key)) for key, value in node.items()]
    return {key: text for part in parts for key, text in part.items()}
