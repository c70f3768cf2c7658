"""Migrations follow one another: two of one number, made side by side, would stop every desk at its start."""

from __future__ import annotations

import re

from serving.desk.store.migrate import MIGRATIONS


def test_each_migration_follows_another_one_and_no_number_is_taken_twice() -> None:
    found = []
    for file in sorted((MIGRATIONS / "versions").glob("v*.py")):
        text = file.read_text("utf-8")
        numbers = re.findall(r'^(?:down_)?revision = "?(\w+)"?$', text, re.M)
        found.append((file.name[1:5], *numbers))
    before = ["None", *(number for number, *_ in found)]
    assert found == [(number, number, below) for (number, *_), below in zip(found, before, strict=False)]
    assert len({number for number, *_ in found}) == len(found)
