"""A program sets single rules: what people wrote around them stays."""

from __future__ import annotations

import pytest

from serving.desk.rules import DEFAULT, RulesError, parse
from serving.desk.rules.setting import with_values

WANTED = {("release", "required"): "true", ("release", "version"): '"0.3.0-ab12"', ("confidence", "order"): "0.97"}
TEXTS = {
    "the built-in rules": DEFAULT,
    "nothing": "",
    "comments alone": "# ours\n",
    "no such section": "stage: {default: draft}  # careful\n",
    "a section in braces": "release: {required: false}\nconfidence: {}\n",
    "a section of another key": "confidence:\n  # of values\n  critical: 0.9\nstage:\n  default: draft\n",
    "an empty value": "release:\n  required:  false # not yet\n  version:\n",
    "an empty section": "release:\nconfidence:\n",
    "all in braces": "{stage: {default: draft}, release: {required: false}}",
    "no end of line": "confidence:\n  order: 0.9",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_values_are_set_and_the_rest_stays(text: str) -> None:
    made = with_values(text, WANTED)
    book, before = parse(made), parse(text)
    assert (book.release_required, book.release, book.order) == (True, "0.3.0-ab12", 0.97)
    assert (book.stage, book.critical, book.review_above) == (before.stage, before.critical, before.review_above)
    assert with_values(made, WANTED) == made
    for comment in (line.partition("#")[2] for line in text.splitlines() if "#" in line):
        assert comment in made


def test_the_built_in_rules_change_in_three_lines_alone() -> None:
    made = with_values(DEFAULT, WANTED).splitlines()
    assert sum(a != b for a, b in zip(DEFAULT.splitlines(), made, strict=True)) == 3


def test_a_text_that_is_no_rulebook_is_refused() -> None:
    with pytest.raises(RulesError):
        with_values("stage: [", WANTED)
    with pytest.raises(RulesError):
        with_values(DEFAULT, {("release", "required"): "perhaps"})
