"""What Label Studio hears from the ML backend."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from data.generate.compose import generate, labelled
from data.labelling import Source, task
from models.extractor import Extractor
from models.memory import FileShelf, Memory
from serving.labelling import Backend, create_app

Json = dict[str, Any]


@cache
def pages() -> tuple[Json, ...]:
    document = labelled(generate(12, split="heldout")).document
    source = Source(document, Extractor.load().extract(document), "anna", "2026-10-01T08:00:00+00:00")
    return tuple({**task(source, p.number, "data:,"), "id": p.number} for p in document.pages)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(FileShelf(tmp_path / "memory"))


@pytest.fixture
def asked(memory: Memory) -> TestClient:
    extractor = Extractor.load()
    return TestClient(create_app(Backend(extractor.extract_remembering, "default 1", memory), "secret"))


def submitted(page: Json) -> Json:
    result = copy.deepcopy(page["predictions"][0]["result"])
    return {"action": "ANNOTATION_CREATED", "task": page, "annotation": {"id": 1, "completed_by": 1, "result": result}}


def test_health_is_open_and_the_rest_wants_the_key(asked: TestClient) -> None:
    assert asked.get("/health").json()["status"] == "UP"
    for path in ("/setup", "/predict", "/webhook"):
        assert asked.post(path, json={}).status_code == 401
        assert asked.post(path, json={}, auth=("x", "wrong")).status_code == 401
        assert asked.post(path, json={}, auth=("x", "secret")).status_code == 200


def test_a_page_is_predicted_as_its_whole_document_reads(asked: TestClient) -> None:
    stranger = {"id": 7, "data": {"image": "x"}}
    told = asked.post("/predict", json={"tasks": [pages()[1], stranger, pages()[0]]}, auth=("x", "secret")).json()
    assert [len(r["result"]) for r in told["results"]][1] == 0
    assert told["results"][0]["result"] == pages()[1]["predictions"][0]["result"]
    assert told["results"][2]["result"] == pages()[0]["predictions"][0]["result"]


def test_a_document_is_remembered_when_its_last_page_is_submitted(asked: TestClient, memory: Memory) -> None:
    first = asked.post("/webhook", json=submitted(pages()[0]), auth=("x", "secret")).json()
    assert first == {"learnt": None}
    assert len(memory) == 0
    last = asked.post("/webhook", json=submitted(pages()[1]), auth=("x", "secret")).json()
    assert [layout.id for layout in memory.layouts()] == [last["learnt"]]


def test_events_of_others_are_heard_and_left(asked: TestClient) -> None:
    for event in ({}, {"action": "TASKS_CREATED"}, {"action": "ANNOTATION_CREATED", "task": {"data": {}}}):
        assert asked.post("/webhook", json=event, auth=("x", "secret")).json() == {"learnt": None}
