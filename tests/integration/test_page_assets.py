"""The page and the API's documentation load nothing from elsewhere, and nothing that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from serving.api import WEB, Desk, create_app
from serving.settings import Settings
from tests.standin import pipeline

REFERENCE = re.compile(r"""(?:src|href)="([^"#]+)"|from "([^"]+)"|url: ["']([^"']+)["']|url\(["']?([^"')]+)""")


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Desk(pipeline(), Settings(samples=tmp_path)))) as client:
        yield client


def references(text: str) -> list[str]:
    """What a page loads or leads to; the order desk is there only in the whole application (test_whole_app)."""
    found = ["".join(groups) for groups in REFERENCE.findall(text)]
    return [reference for reference in found if reference != "/desk"]


@pytest.mark.parametrize("page", ["/", "/docs"])
def test_every_file_of_a_page_comes_from_here(client: TestClient, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    found = references(answer.text)
    assert len(found) >= 3
    for reference in found:
        assert reference.startswith("/"), reference
        assert client.get(reference).status_code == 200, reference


@pytest.mark.parametrize("file", sorted(WEB.iterdir()), ids=lambda file: file.name)
def test_every_file_of_ours_refers_only_to_ours(client: TestClient, file: Path) -> None:
    assert client.get(f"/static/{file.name}").status_code == 200
    text = file.read_text(encoding="utf-8")
    foreign = [url for url in re.findall(r"https?://[^\s\"')]+", text) if not url.startswith("http://www.w3.org/")]
    assert foreign == []
    for reference in references(text):
        target = reference if reference.startswith("/") else f"/static/{reference.removeprefix('./')}"
        assert client.get(target).status_code == 200, reference


def test_the_browser_is_told_to_load_nothing_from_elsewhere(client: TestClient) -> None:
    for page in ("/", "/docs", "/v1/about"):
        policy = client.get(page).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "http" not in policy
    assert "script-src" not in client.get("/").headers["content-security-policy"]


def test_no_script_stands_inside_the_page(client: TestClient) -> None:
    """Inline scripts would not run under the policy above."""
    text = client.get("/").text
    assert re.findall(r"<script(?![^>]*src=)", text) == []
    assert re.findall(r"\son\w+=", text) == []
