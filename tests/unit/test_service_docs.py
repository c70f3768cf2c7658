"""docs/service.md says what the code does: settings with their defaults, endpoints, stable codes."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi.routing import APIRoute

from serving.api import Desk, create_app
from serving.settings import Settings
from tests.repo import ROOT
from tests.standin import pipeline

TEXT = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")


def test_every_setting_is_listed_with_its_default() -> None:
    listed = dict(re.findall(r"^\| `ORDERMILL_(\w+)` \| ([^|]+?) \|", TEXT.split("The desk's own:")[0], re.M))
    defaults = {name.upper(): str(field.default) for name, field in Settings.model_fields.items()}
    assert listed | {"SAMPLES": "None"} == defaults
    assert listed["SAMPLES"] == "data/samples"


def test_every_route_is_listed(tmp_path: Path) -> None:
    app = create_app(Desk(pipeline(), Settings(samples=tmp_path)))
    paths = set(app.openapi()["paths"]) | {"/", "/docs", "/openapi.json"}
    assert {r.path for r in app.routes if isinstance(r, APIRoute)} <= paths | {"/docs"}
    for path in paths:
        assert f"{path.replace('{key}', '{id}').replace('{number}', '{n}')}`" in TEXT, path
