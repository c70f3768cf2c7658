"""Documents to Label Studio's tasks and annotations back to orders, without a server."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from label_studio_sdk.label_interface.interface import LabelInterface

from data.fields import FIELDS
from data.generate.compose import generate, labelled
from data.labelling import Source, label_config, settle, task
from data.result import Extraction
from models.extractor import Extractor

Json = dict[str, Any]


@cache
def source(seed: int = 5300061) -> Source:
    document = labelled(generate(seed, split="heldout")).document
    return Source(document, Extractor.load().extract(document), "", "2026-10-01T08:00:00+00:00")


def annotated(seed: int = 5300061, by: int = 1) -> list[Json]:
    """Every page, its pre-annotations taken as they are."""
    out = []
    for page in source(seed).document.pages:
        made = task(source(seed), page.number, "data:,")
        result = copy.deepcopy(made["predictions"][0]["result"])
        note = {"id": by, "completed_by": by, "result": result, "updated_at": f"2026-10-0{by}", "was_cancelled": False}
        out.append({**made, "id": page.number, "annotations": [note]})
    return out


def parts(note: Json, field: str, line: str | None = None) -> dict[str, Json]:
    """The results of the first region of `field`, by control."""
    ids = [r["id"] for r in note["result"] if field in r["value"].get("rectanglelabels", ())]
    if line is not None:
        ids = [i for i in ids if any(r["id"] == i and r["value"].get("text") == [line] for r in note["result"])]
    return {r["from_name"]: r for r in note["result"] if r["id"] == ids[0]}


def values(result: Json) -> tuple[Json, list[Json]]:
    header = {n: v["value"] for n, v in result["fields"].items() if v["boxes"]}
    return header, [{n: v["value"] for n, v in line["fields"].items() if v["boxes"]} for line in result["lines"]]


def test_the_form_has_every_field_and_takes_our_predictions() -> None:
    config = label_config()
    labels = list(ET.fromstring(config).iter("Label"))  # noqa: S314 - it is ours
    names = [label.get("value") for label in labels]
    keys = [key for label in labels if (key := label.get("hotkey"))]
    assert names == list(FIELDS)
    assert len(set(keys)) == len(keys) > 5
    form = LabelInterface(config)
    for made in annotated():
        assert form.validate_prediction(made["predictions"][0], return_errors=True) == []  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("seed", [12, 25])
def test_what_is_left_as_it_was_comes_back_as_it_was_read(seed: int) -> None:
    (done,) = settle(reversed(annotated(seed)))
    assert (done.state, done.pages, done.agreement) == ("done", len(source(seed).document.pages), None)
    assert done.order is not None
    assert values(done.order["result"]) == values(source(seed).read.to_dict())
    assert len(Extraction.from_dict(done.order["result"]).lines) == len(source(seed).read.lines)
    assert done.order["sender"] == values(done.order["result"])[0].get("buyer.vat_id", done.order["sender"]).casefold()


def test_typed_values_and_moved_boxes_win_over_what_was_read() -> None:
    tasks = annotated()
    note = tasks[0]["annotations"][0]
    parts(note, "order_number")["value"]["value"]["text"] = ["TYPED-77"]
    date, number = parts(note, "order_date"), parts(note, "order_number")
    for name in ("field", "value"):  # the box of the date is put over the number, the old date stays beside it
        date[name]["value"] |= {k: number["field"]["value"][k] for k in ("x", "y", "width", "height")}
    (done,) = settle(tasks)
    assert done.state == "done"
    assert done.order is not None
    fields = done.order["result"]["fields"]
    assert fields["order_number"]["value"] == "TYPED-77"
    assert fields["order_date"]["text"] == fields["order_number"]["text"]


def test_a_box_without_line_number_takes_that_of_its_row_or_is_a_fault() -> None:
    tasks = annotated()
    note = tasks[0]["annotations"][0]
    line = parts(note, "line.quantity", "2")["line"]
    note["result"].remove(line)
    (done,) = settle(tasks)
    assert done.order is not None
    assert values(done.order["result"]) == values(source().read.to_dict())
    note["result"] = [r for r in note["result"] if r["from_name"] != "line"]
    (faulty,) = settle(tasks)
    assert faulty.state == "faulty"
    assert "line.quantity" in " ".join(faulty.notes)
    assert faulty.order is None


def test_a_document_waits_for_all_of_its_pages_and_a_skipped_page_leaves_it_out() -> None:
    tasks = annotated()
    tasks[1]["annotations"][0]["was_cancelled"] = True
    (skipped,) = settle(tasks)
    assert (skipped.state, skipped.notes) == ("skipped", ("page 2 was skipped",))
    tasks[1]["annotations"] = []
    (waiting,) = settle(tasks)
    assert (waiting.state, waiting.labelled, waiting.order) == ("waiting", len(tasks) - 1, None)
    (still,) = settle(tasks[:1])  # pages that were never pushed are waited for as well
    assert still.state == "waiting"


def test_annotators_who_differ_are_outvoted_or_starred() -> None:
    tasks = annotated()
    first = tasks[0]["annotations"]
    other = copy.deepcopy(first[0]) | {"id": 2, "completed_by": 2}
    parts(other, "order_number")["value"]["value"]["text"] = ["OTHER-1"]
    first.append(other)
    (disputed,) = settle(tasks)
    assert disputed.state == "disputed"
    assert "order_number" in disputed.notes[0]
    assert disputed.agreement is not None
    assert 0.9 < disputed.agreement < 1
    other["ground_truth"] = True
    (starred,) = settle(tasks)
    assert starred.order is not None
    assert starred.order["result"]["fields"]["order_number"]["value"] == "OTHER-1"
    other["ground_truth"] = False
    first.append(copy.deepcopy(first[0]) | {"id": 3, "completed_by": 3})
    (outvoted,) = settle(tasks)
    assert outvoted.order is not None
    assert outvoted.annotators == 3
    assert outvoted.order["result"]["fields"]["order_number"]["value"] != "OTHER-1"


def test_a_page_pushed_twice_is_one_page_and_a_person_has_one_vote() -> None:
    tasks = annotated()
    twice = copy.deepcopy(tasks) + [{**copy.deepcopy(t), "id": t["id"] + 100, "annotations": []} for t in tasks]
    again = copy.deepcopy(twice[0]["annotations"][0]) | {"id": 9, "updated_at": "2026-11-01"}
    parts(again, "order_number")["value"]["value"]["text"] = ["LATER-1"]
    twice[-1 - len(tasks) + 1]["annotations"].append(again)
    (done,) = settle(twice)
    assert done.order is not None
    assert done.annotators == 1
    assert done.order["result"]["fields"]["order_number"]["value"] == "LATER-1"


def test_tasks_of_others_are_left_alone() -> None:
    assert settle([{"id": 1, "data": {"image": "x"}, "annotations": []}]) == []
