"""Our judgement of extractions is the contract's scorer's."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from typing import Any

import pytest

from data.generate.compose import generate, labelled
from training.metrics import judge, same, tallies

pytestmark = pytest.mark.full
SCORER = Path(__file__).resolve().parents[3] / "shared" / "score.py"


def spoilt(gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """A result that reads `gold` with some values lost, changed and invented, and a line lost or doubled."""

    def some(fields: dict[str, Any]) -> dict[str, Any]:
        out = {k: {"value": v, "text": v, "confidence": 0.9} for k, v in fields.items() if rng.random() > 0.1}
        for cell in out.values():
            if rng.random() < 0.1:
                cell["value"] = "77" if cell["value"].replace(".", "").isdigit() else "something else"
                cell["text"] = cell["value"]
        return out

    lines = [{"kind": "item", "fields": some(line)} for line in gold["lines"]]
    if lines and rng.random() < 0.5:
        lines.pop(rng.randrange(len(lines)))
    elif lines:
        lines.insert(rng.randrange(len(lines)), lines[0])
    return {"fields": some(gold["fields"]) | {"contract_number": {"value": "K-1"}}, "lines": lines}


@pytest.mark.skipif(not SCORER.is_file(), reason="the contract's scorer does not lie beside this checkout")
def test_it_counts_as_the_scorer_counts() -> None:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    rng = random.Random(5)  # noqa: S311
    for number in range(40):
        gold = labelled(generate(number)).gold
        gold = {**gold, "lines": [{k: v for k, v in line.items() if k != "kind"} for line in gold["lines"]]}
        result = spoilt(gold, rng)
        theirs, _, orders, _ = scorer.score({"x": gold}, {"x": result})
        judged = judge(result, gold)
        counted = tallies([judged])
        for group, keep in (("header", False), ("line", True)):
            _, right, positive, negative = theirs.f1(lambda k, keep=keep: k.startswith("line.") == keep)
            mine = counted[group]
            assert (mine.right, mine.false_positive, mine.false_negative) == (right, positive, negative), number
        assert judged.exact == orders[0][1]


@pytest.mark.parametrize(
    ("name", "gold", "read", "equal"),
    [
        ("quantity", "12.00", "12", True), ("order_number", "PO 12-7", "po127", True), ("unit", "C62", "szt.", True),
        ("unit", "KGM", "szt.", False), ("line_no", "10", "00010", True),
        ("buyer.name", "Alfa Beta GmbH", "Alfa Beta", True),
        ("buyer.address", "Hauptstr. 1, 10115 Berlin", "Hauptstr. 1 10115 Berlin Deutschland", True),
        ("total_net", "100", None, False),
    ],
)  # fmt: skip
def test_what_counts_as_the_same(name: str, gold: str, read: str | None, equal: bool) -> None:
    assert same(name, gold, read) is equal
