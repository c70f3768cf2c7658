"""The HTTP application with the real reader and a stand-in for the model."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from serving.api import Desk, create_app
from serving.settings import Settings
from tests.standin import ORDER, pdf, pipeline


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "b-good.pdf").write_bytes(pdf(*ORDER))
    (tmp_path / "a-broken.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "notes.txt").write_text("no sample")
    return Desk(pipeline(), Settings(samples=tmp_path, max_upload_mb=1))


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk), raise_server_exceptions=False) as client:
        yield client


def send(client: TestClient, content: bytes, name: str = "order.pdf", path: str = "/v1/extract", **query: str) -> Any:
    return client.post(path, files={"file": (name, content)}, params=query)


def is_problem(answer: Any, status: int, code: str) -> bool:
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["error"].keys() == {"code", "message", "hint"}
    assert body["code"] == body["error"]["code"]
    assert "Traceback" not in answer.text
    return (answer.status_code, body["status"], body["code"]) == (status, status, code)


def test_a_document_is_answered_with_the_contracts_object(client: TestClient) -> None:
    answer = send(client, pdf(*ORDER))
    assert answer.status_code == 200
    Draft202012Validator(client.get("/v1/schema").json()).validate(answer.json())
    assert answer.json()["fields"]["order_number"]["value"] == "PO/2026/118"
    assert answer.json()["file"] == "order.pdf"


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [(b"", 422, "empty"), (b"GIF89a....", 415, "unsupported"), (b"%PDF-1.7 cut", 422, "damaged")],
)
def test_a_bad_file_is_a_problem(client: TestClient, content: bytes, status: int, code: str) -> None:
    answer = send(client, content)
    assert is_problem(answer, status, code)
    assert answer.json()["file"] == "order.pdf"
    assert len(answer.json()["sha256"]) == 64


def test_the_unforeseen_is_a_problem_without_a_traceback(client: TestClient) -> None:
    answer = send(client, pdf("Explode"))
    assert is_problem(answer, 500, "internal")
    assert "secret" not in answer.text


@pytest.mark.parametrize("name", ["../../etc/passwd", r"..\..\x.pdf", "/etc/x.pdf"])
def test_names_with_folders_lose_them(client: TestClient, name: str) -> None:
    assert send(client, pdf(*ORDER), name).json()["file"] in {"passwd", "x.pdf"}


def test_what_is_no_upload_is_told_how_to_be_one(client: TestClient) -> None:
    assert is_problem(client.post("/v1/extract", content=pdf(*ORDER)), 415, "not_multipart")
    assert is_problem(client.post("/v1/extract", data={"a": "b"}, files={"other": b"x"}), 422, "file_missing")
    assert is_problem(
        client.post("/v1/extract", files={"file": b"x"}, params={"embedded": "maybe"}), 422, "invalid_request"
    )
    assert is_problem(client.get("/v1/extract"), 405, "method_not_allowed")
    assert is_problem(client.get("/v1/nothing"), 404, "not_found")


def test_an_upload_over_the_limit_is_refused(client: TestClient) -> None:
    assert is_problem(send(client, b"%PDF-" + b"x" * 1_100_000), 413, "too_large")


def test_embedded_false_leaves_the_xml_aside(client: TestClient) -> None:
    xml = b'<?xml version="1.0"?><Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'
    assert is_problem(send(client, xml, "order.xml", embedded="false"), 422, "no_pages")


def test_a_preview_has_its_result_and_its_pictures(client: TestClient) -> None:
    answer = send(client, pdf(*ORDER, pages=2), path="/v1/previews")
    assert answer.status_code == 201
    preview = answer.json()
    assert preview["result"]["fields"]["buyer.name"]["value"] == "Acme"
    assert [page["number"] for page in preview["pages"]] == [1, 2]
    assert client.get(answer.headers["location"]).json() == preview
    picture = client.get(preview["pages"][1]["image"])
    assert picture.headers["content-type"] == "image/webp"
    assert picture.content[:4] + picture.content[8:12] == b"RIFFWEBP"
    assert is_problem(client.get(f"/v1/previews/{preview['id']}/pages/3"), 404, "no_page")
    assert client.delete(f"/v1/previews/{preview['id']}").status_code == 204
    assert is_problem(client.get(f"/v1/previews/{preview['id']}"), 404, "no_preview")
    assert is_problem(client.get(preview["pages"][0]["image"]), 404, "no_preview")


def test_a_preview_of_a_bad_file_is_a_problem(client: TestClient) -> None:
    assert is_problem(send(client, b"hello", path="/v1/previews"), 415, "unsupported")


def test_samples_are_read_in_the_background(desk: Desk, client: TestClient) -> None:
    before = client.get("/v1/samples").json()
    assert [(s["file"], s["state"]) for s in before["samples"]] == [
        ("a-broken.pdf", "waiting"),
        ("b-good.pdf", "waiting"),
    ]
    desk.samples.start()
    until = time.monotonic() + 20
    while not desk.samples.done and time.monotonic() < until:
        time.sleep(0.05)
    after = client.get("/v1/samples").json()
    assert after["done"]
    assert [s["state"] for s in after["samples"]] == ["failed", "ready"]
    assert after["samples"][1]["lines"] == 2
    assert client.get(f"/v1/previews/{after['samples'][1]['preview']}").status_code == 200
    desk.samples.stop()


def test_figures_count_without_names(client: TestClient) -> None:
    send(client, pdf(*ORDER), "Kowalski.pdf")
    send(client, b"x", "Kowalski.txt")
    send(client, b"x" * 1_100_000)
    figures = client.get("/metrics").text
    assert 'ordermill_documents_total{code="",status="ok"} 1.0' in figures
    assert 'ordermill_documents_total{code="unsupported",status="failed"} 1.0' in figures
    assert 'ordermill_refused_total{code="too_large"} 1.0' in figures
    assert "ordermill_documents_inside 0.0" in figures
    assert "Kowalski" not in figures


def test_health_and_versions(client: TestClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200
    assert client.get("/v1/about").json()["model"] == {"name": "stand-in", "version": "1"}


def test_the_openapi_document_describes_the_result(client: TestClient) -> None:
    openapi = client.get("/openapi.json").json()
    answers = openapi["paths"]["/v1/extract"]["post"]["responses"]
    assert answers["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/Extraction")
    assert {"413", "415", "422", "503"} <= set(answers)
    assert "order_number" in openapi["components"]["schemas"]["Extraction"]["properties"]["fields"]["properties"]
