"""The MLflow registry: model, calibration, thresholds and label catalogue as one version with card and signature.

    python -m training.registry register models/trained/challenger [--report results/retrain]
    python -m training.registry promote [VERSION]     challenger (or VERSION) becomes champion, and goes on the shelf
    python -m training.registry pull [--alias champion]
    python -m training.registry list

Aliases `champion` and `challenger` live in MLflow; the service reads from the shelf (`models.shelf`), where promote and
pull put what it needs. A version that its gate refused is registered with its reasons and is not promoted without
--force. `mlflow models serve -m models:/ordermill-reader@champion` works in this environment.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from data.errors import SetupError
from data.fields import FIELDS, LABELS
from models.fingerprint import fingerprint
from models.shelf import Shelf

NAME = "ordermill-reader"
ROOT = Path(__file__).resolve().parent.parent


class Registry:
    """The registry of `MLFLOW_TRACKING_URI` (default: mlflow.db in the working folder)."""

    def __init__(self) -> None:
        os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
        import mlflow

        self.mlflow = mlflow
        if "MLFLOW_TRACKING_URI" not in os.environ:
            mlflow.set_tracking_uri(f"sqlite:///{Path('mlflow.db').resolve()}")
        mlflow.set_experiment("ordermill")
        self.client = mlflow.MlflowClient()

    def register(self, folder: Path, report: Path | None = None) -> str:
        """A new version of the model in `folder`, which gets the alias challenger; returns its number.

        `report` is the results folder of the retraining. The same model again is the same version. Raises `SetupError`.
        """
        for name in ("model.onnx", "reader.json", "model.json", "calibration.json"):
            if not (folder / name).is_file():
                raise SetupError(f"{folder} lacks {name}", hint="export and calibrate it first")
        print_ = fingerprint(folder)
        for known in self._versions():
            if known.tags.get("fingerprint") == print_:
                self.client.set_registered_model_alias(NAME, "challenger", known.version)
                return str(known.version)
        summary = _summary(report)
        with tempfile.TemporaryDirectory() as name, self.mlflow.start_run(run_name=f"register {print_}"):
            catalogue = Path(name) / "catalogue.json"
            catalogue.write_text(json.dumps(_catalogue(), indent=1) + "\n", encoding="utf-8")
            logged = self.mlflow.pyfunc.log_model(
                name="reader", python_model=str(ROOT / "training" / "served.py"), signature=_signature(),
                artifacts={"model": str(folder), "catalogue": str(catalogue)}, pip_requirements=_requirements(),
                registered_model_name=NAME,
            )  # fmt: skip
            for change in summary.get("changes", []):
                if change["group"] in ("all", "set"):
                    self.mlflow.log_metric(f"gain_{change['group']}_{change['name']}", change["gain"])
            if report is not None and (report / "index.html").is_file():
                self.mlflow.log_artifact(str(report / "index.html"))
        version = str(logged.registered_model_version)
        card = folder / "README.md"
        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.client.update_model_version(NAME, version, card.read_text(encoding="utf-8") if card.is_file()
                                         else f"{about['name']} {about['version']}")  # fmt: skip
        for key, value in {"fingerprint": print_, "version": about["version"],
                           "gate": _gate(summary)}.items():  # fmt: skip
            self.client.set_model_version_tag(NAME, version, key, str(value))
        self.client.set_registered_model_alias(NAME, "challenger", version)
        return version

    def promote(self, shelf: Shelf, version: str = "", *, force: bool = False) -> str:
        """Make the challenger (or `version`) champion here and on the shelf; returns what reads now.

        Raises `SetupError` for a version that its gate refused, unless `force`.
        """
        chosen = self._version(version or "challenger")
        gate = chosen.tags.get("gate", "not judged")
        if gate != "passed" and not force:
            raise SetupError(f"version {chosen.version} is not to be promoted: {gate}",
                             hint="look at its report; --force promotes it all the same")  # fmt: skip
        kept = self._onto(shelf, chosen)
        self.client.set_registered_model_alias(NAME, "champion", chosen.version)
        shelf.point("champion", kept, getpass.getuser())
        return kept

    def pull(self, shelf: Shelf, alias: str = "champion") -> str:
        """Put the version with `alias` onto the shelf under the same alias; returns its name there."""
        kept = self._onto(shelf, self._version(alias))
        shelf.point("challenger" if alias == "challenger" else "champion", kept, getpass.getuser())
        return kept

    def table(self) -> Table:
        """All versions, newest first."""
        out = Table(title=NAME)
        for column in ("version", "model", "fingerprint", "aliases", "gate"):
            out.add_column(column)
        aliases = self.client.get_registered_model(NAME).aliases if self._versions() else {}
        for v in self._versions():
            named = ", ".join(a for a, number in aliases.items() if str(number) == str(v.version))
            out.add_row(str(v.version), v.tags.get("version", ""), v.tags.get("fingerprint", ""), named,
                        v.tags.get("gate", ""))  # fmt: skip
        return out

    def _onto(self, shelf: Shelf, chosen: Any) -> str:
        with tempfile.TemporaryDirectory() as name:
            place = Path(self.mlflow.artifacts.download_artifacts(f"models:/{NAME}/{chosen.version}", dst_path=name))
            found = next(place.rglob("model.onnx"), None)
            if found is None:
                raise SetupError(f"version {chosen.version} holds no model.onnx", hint="register it again")
            return shelf.add(found.parent).version

    def _versions(self) -> list[Any]:
        return sorted(self.client.search_model_versions(f"name='{NAME}'"), key=lambda v: -int(v.version))

    def _version(self, alias_or_number: str) -> Any:
        from mlflow.exceptions import MlflowException

        try:
            if alias_or_number.isdigit():
                return self.client.get_model_version(NAME, alias_or_number)
            return self.client.get_model_version_by_alias(NAME, alias_or_number)
        except MlflowException as error:
            raise SetupError(f"the registry has no {NAME} {alias_or_number}", hint="register one first") from error


def _summary(report: Path | None) -> dict[str, Any]:
    path = report / "metrics.json" if report is not None else None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path is not None and path.is_file() else {}
    return found


def _gate(summary: dict[str, Any]) -> str:
    if not summary:
        return "not judged"
    return "passed" if summary["passed"] else "refused: " + "; ".join(summary["reasons"])[:400]


def _catalogue() -> dict[str, Any]:
    """The label catalogue that the weights were trained for."""
    return {"labels": list(LABELS), "fields": {name: f.kind for name, f in FIELDS.items()}}


def _signature() -> Any:
    from mlflow.models import ModelSignature
    from mlflow.types.schema import ColSpec, Schema

    return ModelSignature(Schema([ColSpec("string", "name"), ColSpec("binary", "content")]),
                          Schema([ColSpec("string", "result")]))  # fmt: skip


def _requirements() -> list[str]:
    lines = (ROOT / "requirements" / "light.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shelf", type=Path, default=Path("var/models"))
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("register")
    one.add_argument("folder", type=Path)
    one.add_argument("--report", type=Path, help="results folder of the retraining")
    two = commands.add_parser("promote")
    two.add_argument("version", nargs="?", default="")
    two.add_argument("--force", action="store_true")
    three = commands.add_parser("pull")
    three.add_argument("--alias", choices=("champion", "challenger"), default="champion")
    commands.add_parser("list")
    given = parser.parse_args()
    try:
        registry, shelf = Registry(), Shelf(given.shelf)
        if given.command == "register":
            print(f"version {registry.register(given.folder, given.report)} is the challenger")
        elif given.command == "promote":
            print(f"{registry.promote(shelf, given.version, force=given.force)} is the champion")
        elif given.command == "pull":
            print(f"{registry.pull(shelf, given.alias)} is on the shelf as {given.alias}")
        else:
            Console().print(registry.table())
    except SetupError as error:
        print(f"{error.message}\n{error.hint}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
