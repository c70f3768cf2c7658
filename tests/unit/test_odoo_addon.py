"""The Odoo add-on as its folder shows it: complete, well-formed, of a licence of its own, and apart from our packages.

Nothing here imports Odoo; which servers it was installed on stands in docs/odoo.md.
"""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path
from typing import Any, cast

import pytest
from lxml import etree

from tests.repo import ROOT

ADDON = ROOT / "serving/odoo/addon/ordermill"
SOURCES = sorted(ADDON.rglob("*.py"))
VIEWS = sorted(path for path in ADDON.rglob("*.xml") if "static" not in path.parts)


def manifest() -> dict[str, Any]:
    found = ast.literal_eval((ADDON / "__manifest__.py").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def new_models() -> set[str]:
    """Names of the models that the add-on makes (those it only extends have access rules of their own)."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                names = {target.id for target in node.targets if isinstance(target, ast.Name)}
                found |= {str(node.value.value)} if "_name" in names else set()
    return found


def at(path: Path, where: str) -> list[Any]:
    """Nodes or values of the file at an XPath."""
    return cast("list[Any]", etree.parse(str(path)).xpath(where))


def test_manifest_fits_every_server() -> None:
    found = manifest()
    assert re.fullmatch(r"\d+\.\d+\.\d+", found["version"])  # each server puts its own series in front
    assert found["license"] == "LGPL-3"
    assert {"sale_management", "mail"} <= set(found["depends"])


def test_every_file_named_in_the_manifest_exists_and_none_is_forgotten() -> None:
    found = manifest()
    assets = {name.removeprefix("ordermill/") for names in found["assets"].values() for name in names}
    named = set(found["data"]) | assets
    data = [path for path in ADDON.rglob("*") if path.suffix in {".xml", ".csv", ".js"}]
    assert {path.relative_to(ADDON).as_posix() for path in data} == named


def test_licence_is_its_own() -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (ADDON / "LICENSE").read_text(encoding="utf-8")[:200]
    for path in (*SOURCES, *ADDON.rglob("*.xml"), *ADDON.rglob("*.js")):
        assert "License LGPL-3" in "".join(path.read_text(encoding="utf-8").splitlines()[:3]), path


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ADDON).as_posix())
def test_imports_nothing_of_ours(path: Path) -> None:
    allowed = {"base64", "hashlib", "mimetypes", "urllib", "markupsafe", "requests", "odoo"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        assert {name.split(".")[0] for name in names} <= allowed


def test_access_rules_name_each_model() -> None:
    with (ADDON / "security/ir.model.access.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["model_id:id"] for row in rows} == {"model_" + name.replace(".", "_") for name in new_models()}
    assert all(row["group_id:id"] for row in rows)  # a rule without group is for everybody


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.name)
def test_views_avoid_what_a_version_does_not_know(path: Path) -> None:
    assert not at(path, "//*[@attrs or @states]")  # refused from 17 on
    assert not at(path, "//tree | //list")  # tree in 17, list from 18 on
    assert not any(re.search(r"//(tree|list)\b", str(found)) for found in at(path, "//xpath/@expr"))


def test_buttons_call_methods_that_exist() -> None:
    methods = {
        node.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    called = {str(name) for path in VIEWS for name in at(path, "//button[@type='object']/@name")}
    assert called
    assert called <= methods


def test_key_is_for_administrators_and_never_logged() -> None:
    settings = (ADDON / "models/res_config_settings.py").read_text(encoding="utf-8")
    assert re.search(r"ordermill_key = .*groups=\"base\.group_system\"", settings)
    assert "logg" not in "".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "__manifest__.py")
