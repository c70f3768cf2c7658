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


def scorer() -> Any:
    """The contract's scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


beside = pytest.mark.skipif(not SCORER.is_file(), reason="the contract's scorer does not lie beside this checkout")
PACKAGES = {"xbx", "bx", "box", "op", "cs", "case", "ct", "ctn", "xct", "karton", "xpk", "pk", "pack", "pkg", "pal"}


@beside
def test_it_counts_as_the_scorer_counts() -> None:
    theirs_is = scorer()
    rng = random.Random(5)  # noqa: S311
    for number in range(40):
        gold = labelled(generate(number)).gold
        gold = {**gold, "lines": [{k: v for k, v in line.items() if k != "kind"} for line in gold["lines"]]}
        result = spoilt(gold, rng)
        theirs, _, orders, _ = theirs_is.score({"x": gold}, {"x": result})
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


@beside
def test_units_are_the_scorers_but_for_packages() -> None:
    theirs = scorer()
    printed = sorted({unit for group in theirs.UNITS for unit in group})
    other = {(a, b) for a in printed for b in printed if same("unit", a, b) != theirs.same("unit", a, b)}
    assert {unit for pair in other for unit in pair} <= PACKAGES


def result(lines: list[dict[str, str]] | None = None, **fields: str) -> dict[str, Any]:
    """A result with these values; a line may name its `kind`."""

    def cells(values: dict[str, str]) -> dict[str, Any]:
        return {name: {"value": v, "text": v} for name, v in values.items() if name != "kind"}

    made = [{"kind": line.get("kind", "item"), "fields": cells(line)} for line in lines or []]
    return {"fields": cells(fields), "lines": made}


def verdicts(read: dict[str, Any], gold: dict[str, Any]) -> dict[str, str]:
    return {cell.name: cell.verdict for cell in judge(read, {"fields": {}, "lines": []} | gold).cells}


def test_the_four_verdicts() -> None:
    gold = {"fields": {"order_number": "1", "order_date": "2026-03-02", "total_net": "5"}, "complete": True}
    read = result(order_number="1", order_date="2026-02-03", contract_number="K-1")
    assert verdicts(read, gold) == {"order_number": "right", "order_date": "wrong", "total_net": "missing",
                                    "contract_number": "invented"}  # fmt: skip


@pytest.mark.parametrize(
    ("gold", "counts"),
    [
        ({}, False), ({"complete": True}, True), ({"complete": True, "annotated": ["order_number"]}, False),
        ({"complete": True, "annotated": ["contract_number"]}, True),
        ({"complete": True, "skip": ["contract_number"]}, False),
    ],
)  # fmt: skip
def test_a_value_is_invented_only_where_the_gold_looked_for_it(gold: dict[str, Any], counts: bool) -> None:
    assert ("contract_number" in verdicts(result(contract_number="K-1"), gold)) is counts


def test_lines_are_paired_in_order_by_what_they_share() -> None:
    gold = {"lines": [{"quantity": str(n), "line_amount": str(9 * n)} for n in (1, 2, 3)]}
    judged = judge(result([{"quantity": "2", "line_amount": "18"}, {"quantity": "3", "line_amount": "28"}]),
                   {"fields": {}} | gold)  # fmt: skip
    assert [(c.name, c.verdict, c.line) for c in judged.cells] == [
        ("line.line_amount", "right", 0), ("line.quantity", "right", 0),
        ("line.line_amount", "wrong", 1), ("line.quantity", "right", 1),
        ("line.quantity", "missing", None), ("line.line_amount", "missing", None),
    ]  # fmt: skip
    assert not judged.exact


def test_comments_and_sections_are_no_lines_to_be_judged() -> None:
    gold = {"fields": {}, "lines": [{"quantity": "2"}], "complete": True}
    read = result(
        [{"kind": "section", "description": "Pumps"}, {"quantity": "2"}, {"kind": "comment", "description": "x"}]
    )
    judged = judge(read, gold)
    assert [(c.name, c.verdict, c.line) for c in judged.cells] == [("line.quantity", "right", 1)]
    assert judged.exact


def test_an_order_is_exact_in_spite_of_what_is_not_critical() -> None:
    gold = {
        "fields": {"order_number": "1", "seller.address": "Hauptstr. 1"},
        "lines": [{"quantity": "2", "description": "Bolt"}],
    }
    assert judge(result([{"quantity": "2", "description": "Nut"}], order_number="1"), gold).exact
    assert not judge(result([{"quantity": "3", "description": "Bolt"}], order_number="1"), gold).exact
    assert not judge(result([{"quantity": "2"}], order_number="2"), gold).exact


def test_either_role_of_a_lone_article_number_is_right_where_the_gold_says_so() -> None:
    gold = {"lines": [{"buyer_article_no": "A-1", "quantity": "2"}]}
    read = [{"supplier_article_no": "A-1", "quantity": "2"}]
    assert verdicts(result([dict(read[0])]), gold | {"either_article_role": True})["line.buyer_article_no"] == "right"
    assert verdicts(result([dict(read[0])]), gold)["line.buyer_article_no"] == "missing"


def test_a_wrong_value_is_a_false_positive_and_a_false_negative() -> None:
    gold = {"fields": {"order_number": "1", "order_date": "2026-03-02"}, "lines": [], "complete": True}
    counted = tallies([judge(result(order_number="2", contract_number="K-1"), gold)])["header"]
    assert (counted.right, counted.false_positive, counted.false_negative) == (0, 2, 2)
    assert counted.f1 == 0
