"""One list of keys: what the page does, its help and the manual say the same."""

from __future__ import annotations

import re
from pathlib import Path

from serving.review.order_keys import KEYS, PICKING, printed
from serving.review.words import words

ROOT = Path(__file__).parents[2]


def test_the_manual_lists_the_keys_of_the_code() -> None:
    manual = (ROOT / "docs/review.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| (\S.*?) \| (.+?) \|$", manual.split("### Keys")[1].split("###")[0], re.MULTILINE)
    said = words("en")
    expected = [(" ".join(printed(k) for k in key.keys), said[key.words]) for key in (*KEYS, *PICKING)]
    assert table[0] == ("keys", "what they do")
    assert table[1:] == expected


def test_no_key_does_two_things() -> None:
    keys = [name for key in KEYS for name in key.keys]
    assert len(keys) == len(set(keys))


def test_every_text_of_pages_and_scripts_has_words() -> None:
    """Keys that templates and scripts name; those that are put together are named by their beginning."""
    review = ROOT / "serving/review"
    templates = "".join(p.read_text() for p in (review / "templates").glob("[oq]*.html"))
    scripts = "".join(p.read_text() for p in (review / "static").glob("*.js"))
    asked = set(re.findall(r't\("((?:queue|order)\.[\w.]+[\w])"[,)\]]', templates))
    asked |= {f"order.js.{key}" for key in re.findall(r'\bsay\("(\w+)"', scripts)}
    assert len(asked) > 100
    assert sorted(asked - set(words("en"))) == []
