"""The clerk of the acceptance run, and the labels it spoils on purpose."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import datasets
import pytest

from serving.desk.actions import Change, _apply
from tests.exported import export
from training.acceptance import shuffle
from training.acceptance_desk import corrections
from training.corrected import collect
from training.metrics import judge

pytestmark = pytest.mark.full
GOLD: dict[str, Any] = {
    "complete": True, "document_type": "order", "fields": {"order_number": "PO-1", "total_net": "30.00"},
    "lines": [{"kind": "item", "description": "Bolt", "quantity": "10", "line_amount": "25.00"},
              {"kind": "charge", "description": "Freight", "line_amount": "5.00"}],
}  # fmt: skip


def read(**fields: str) -> dict[str, Any]:
    lines = [{"kind": g["kind"], "page": 1, "fields": {n: {"value": v} for n, v in g.items() if n != "kind"}}
             for g in GOLD["lines"]]  # fmt: skip
    values = {n: {"value": v} for n, v in (GOLD["fields"] | fields).items()}
    return {"document_type": {"value": "order"}, "fields": values, "lines": lines}


def corrected(result: dict[str, Any]) -> dict[str, Any]:
    out = deepcopy(result)
    for change in corrections(result, GOLD):
        _apply(out, Change(change["path"], change["after"]))
    out["lines"] = [line for line in out["lines"] if line is not None]
    return out


def test_the_clerk_leaves_what_is_right() -> None:
    assert corrections(read(), GOLD) == []


def test_the_clerk_makes_everything_right_that_is_wrong_missing_or_invented() -> None:
    wrong, lost, more = read(order_number="PO-7", currency="EUR"), read(), read()
    del wrong["lines"][0]["fields"]["quantity"]
    wrong["document_type"]["value"] = "invoice"
    del lost["lines"][0]
    more["lines"].append({"kind": "item", "page": 1, "fields": {"description": {"value": "Page 1"}}})
    for result in (wrong, lost, more):
        assert corrections(result, GOLD)
        after = corrected(result)
        assert all(c.verdict == "right" for c in judge(after, GOLD).cells)
        assert corrections(after, GOLD) == []
        assert [line["kind"] for line in after["lines"]] == ["item", "charge"]


def test_labels_of_one_sender_alone_are_exchanged(tmp_path: Path) -> None:
    export(tmp_path / "in", senders=3, documents=4)
    collect([tmp_path / "in"], tmp_path / "good", gold_share=0.0, today=date(2026, 11, 1))
    before = datasets.load_from_disk(str(tmp_path / "good"))
    sender = before[0]["sender"]
    assert shuffle(tmp_path / "good", tmp_path / "bad", sender) == 3
    after = datasets.load_from_disk(str(tmp_path / "bad"))
    for one, other in zip(before, after, strict=True):
        spoilt = one["sender"] == sender and one["split"] == "train"
        assert (one["field"] != other["field"]) == spoilt
        assert {k: v for k, v in one.items() if k != "field"} == {k: v for k, v in other.items() if k != "field"}
