"""Whatever the comparison with Odoo, the writing or a check can say has a sentence and a to-do in each language."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from serving.desk.rules import Verdict, texts
from serving.desk.steps_write import RENAMED
from serving.odoo.mapping import CODES
from serving.review.words import words
from tests.repo import ROOT

LANGUAGES = ("pl", "en", "de")
CALLS = {
    "serving/odoo": {"finding", "say", "Finding", "_differs", "_no"},
    "models/checks": {"Check", "_not_before"}, "data/embedded": {"Check"},
}  # fmt: skip
"""Functions whose first text is the code of a finding or of a check, by folder."""
OTHER = {"serving/odoo/check.py"}
"""Checks of the connection: said on the command line alone."""
GIVEN = {"unbound": ("unknown", "ambiguous", "weak", "conflicting")}
ROLES = ("customer", "shipping", "invoicing")


def _codes(folder: str) -> Iterator[tuple[str, str]]:
    """(code, place) of every call; `{role}_archived` gives one code a role."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        if path.relative_to(ROOT).as_posix() not in OTHER:
            yield from _of_file(path, CALLS[folder])


def _of_file(path: Path, names: set[str]) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        t.id: n.value.value
        for n in tree.body
        if isinstance(n, ast.Assign) and isinstance(n.value, ast.Constant) and isinstance(n.value.value, str)
        for t in n.targets if isinstance(t, ast.Name)
    }  # fmt: skip
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in names:
            continue
        first, where = node.args[0], f"{path.name}:{node.lineno}"
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value, where
        elif isinstance(first, ast.Name) and first.id in constants:
            yield constants[first.id], where
        elif isinstance(first, ast.JoinedStr):
            yield from ((code, where) for code in _filled(first))


def _filled(text: ast.JoinedStr) -> list[str]:
    """Codes of an f-string: its role or problem filled in."""
    out = [""]
    for part in text.values:
        if isinstance(part, ast.Constant):
            out = [code + str(part.value) for code in out]
        else:
            name = part.value.id if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name) else ""
            values = {"role": ROLES, "problem": GIVEN["unbound"]}.get(name)
            assert values is not None, f"a code made of {name or 'something'}: tell this test of it"
            out = [code + value for code in out for value in values]
    return out


def _findings() -> set[str]:
    found = {code for code, _ in _codes("serving/odoo")}
    assert len(found) > 80, "the calls are not found any more"
    found.discard("customer_other_customer")  # a customer belongs to itself: of the roles only the addresses are asked
    return {RENAMED.get(code, code) for code in found | set(CODES)}


def _checks() -> set[str]:
    found = {code for folder in ("models/checks", "data/embedded") for code, _ in _codes(folder)}
    assert {"totals", "line_amount", "embedded_differs", "date_order"} <= found
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_and_check_has_words(language: str) -> None:
    known = words(language)
    keys = [f"reasons.{code}.{part}" for code in _findings() for part in ("name", "say", "do")]
    keys += [f"reasons.check_{code}.{part}" for code in _checks() for part in ("name", "say", "do")]
    assert sorted(key for key in keys if not known.get(key, "").strip()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_findings_can_be_filled(language: str) -> None:
    for key, text in words(language).items():
        if key.startswith("reasons."):
            names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
            assert all(name.isidentifier() for name in names), key


def test_a_finding_of_the_mapping_is_listed() -> None:
    made = {code for code, where in _codes("serving/odoo") if where.startswith(("header", "items", "units", "gate"))}
    assert {"customer_archived", "shipping_other_customer", "product_weak"} <= made
    assert made <= set(CODES) | {"customer_other_customer"}


def test_languages_differ_and_a_failed_check_says_which() -> None:
    failed = Verdict("checks", "stop", "check_failed", data={"check": "totals", "message": "1 + 1 is 2, not 3"})
    said = {texts.sentence(failed, language) for language in LANGUAGES}
    assert len(said) == 3
    assert "1 + 1 is 2, not 3" in texts.sentence(failed, "en")
    assert texts.sentence(failed, "de") == "Netto und Steuer ergeben nicht die Gesamtsumme."
    unknown = Verdict("checks", "stop", "check_failed", data={"check": "new", "message": "odd"})
    assert "odd" in texts.sentence(unknown, "pl")
    own = {code for code in CODES if texts.sentence(Verdict("", "stop", code, data={"message": "m"}), "pl") == "m"}
    assert own == set()
