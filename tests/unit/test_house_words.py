"""What the tracked texts must not say, and what the changelog must look like."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.repo import ROOT, text_files, tracked

# Put together from pieces, so that this file does not hold what it looks for.
INDEX_HOSTS = ("pypi" + ".org", "python" + "hosted.org", "download.py" + "torch.org", "registry.npm" + "js.org",
               "conda.an" + "aconda.org", "proxy.go" + "lang.org", "index" + "-url", "file:///" + "opt")  # fmt: skip
MACHINE_PATHS = ("/wo" + "rk/", "/home" + "/runner", "/ro" + "ot/", "/Us" + "ers/", "/opt/" + "wheels")
FORBIDDEN = re.compile("|".join(re.escape(word) for word in (*INDEX_HOSTS, *MACHINE_PATHS)))


def test_no_text_names_an_index_or_a_path_of_one_machine() -> None:
    found = {
        f"{path}:{text.count(chr(10), 0, match.start()) + 1}": match[0]
        for path, text in text_files()
        for match in FORBIDDEN.finditer(text)
    }
    assert found == {}


@pytest.mark.parametrize("word", [*INDEX_HOSTS, *MACHINE_PATHS])
def test_a_forbidden_word_is_found(word: str) -> None:
    assert FORBIDDEN.search(f"see https://{word}x")


def test_changelog_keeps_its_form() -> None:
    """Keep a Changelog: Unreleased first, then versions with dates, newest first, known groups, no empty group."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (.+)$", text, re.M)
    assert titles[0] == "[Unreleased]"
    released = [re.fullmatch(r"\[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d\d-\d\d)", title) for title in titles[1:]]
    assert all(released)
    days = [date.fromisoformat(match[4]) for match in released if match]
    assert days == sorted(days, reverse=True)
    groups = re.findall(r"^### (.+)\n\n?(.*)$", text, re.M)
    assert {name for name, _ in groups} <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert [name for name, first in groups if not first.startswith("- ")] == []


def test_no_picture_or_document_is_large() -> None:
    """Small documents only; the shipped model has a limit of its own."""
    others = [p for p in tracked() if Path("models/default") not in p.parents]
    assert [str(p) for p in others if (ROOT / p).stat().st_size > 1_000_000] == []


def test_no_link_inside_the_documentation_is_broken() -> None:
    broken = []
    for path, text in text_files():
        if path.suffix == ".md":
            for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
                if not (ROOT / path.parent / target).exists():
                    broken.append(f"{path}: {target}")
    assert broken == []
