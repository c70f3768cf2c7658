"""`ordermill odoo sync` where it cannot do its work."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from serving.odoo.commands import app


def test_without_an_odoo_it_says_what_to_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ORDERMILL_ODOO_URL", raising=False)
    result = CliRunner().invoke(app, ["sync"])
    assert result.exit_code == 1
    assert "ORDERMILL_ODOO_URL" in result.output
    assert not (tmp_path / "var").exists(), "no mirror is made for nothing"
