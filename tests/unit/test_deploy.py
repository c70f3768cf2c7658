"""What lies in deploy/ fits the program: commands, options, settings, ports, probes, secrets, volumes."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from pydantic import TypeAdapter
from pydantic_settings import BaseSettings

from serving.access.oidc.settings import OidcSettings
from serving.access.open import PATHS
from serving.access.settings import AccessSettings
from serving.cli import app
from serving.desk.figures.savings import Baseline
from serving.desk.outgoing import EventSettings
from serving.desk.outgoing.alerts import AlertSettings
from serving.desk.outgoing.mail_settings import MailSettings
from serving.intake.settings import IntakeSettings
from serving.odoo.settings import OdooSettings
from serving.review.privacy_page import RetentionSettings
from serving.settings import DeskSettings, Settings
from tests.repo import ROOT

DEPLOY = ROOT / "deploy"
SETTINGS: tuple[type[BaseSettings], ...] = (
    Settings, DeskSettings, AccessSettings, OidcSettings, OdooSettings, IntakeSettings, EventSettings, MailSettings,
    AlertSettings, Baseline, RetentionSettings,
)  # fmt: skip
OTHERS = {"ORDERMILL_LABEL_KEY"}
"""Read where it is needed, see `serving.label_commands`."""


def known() -> dict[str, Any]:
    """Every setting's name in the environment and its field."""
    found: dict[str, Any] = {}
    for kind in SETTINGS:
        prefix = kind.model_config.get("env_prefix", "")
        for name, field in kind.model_fields.items():
            found[str(field.validation_alias or f"{prefix}{name}".upper())] = field
    return found


def checked(environment: dict[str, Any]) -> None:
    """Each of our names is a setting, and a value without a reference one that it takes."""
    fields = known()
    for name, value in environment.items():
        if not name.startswith(("ORDERMILL_", "DATABASE_URL")) or name in OTHERS:
            continue
        assert name in fields, name
        if isinstance(value, str) and "$" not in value:
            field = fields[name]
            kind: Any = field.rebuild_annotation()
            TypeAdapter(kind).validate_python(value)


def command(words: list[str]) -> None:
    """`ordermill WORDS` is a command of ours, with options and arguments that it takes. Nothing is run."""
    found: Any = typer.main.get_command(app)
    while hasattr(found, "get_command"):
        below = found.get_command(None, words[0])
        assert below is not None, words
        found, words = below, words[1:]
    found.make_context("ordermill", list(words))


def read(path: Path) -> list[dict[str, Any]]:
    return [one for one in yaml.safe_load_all(path.read_text(encoding="utf-8")) if one]


def compose() -> dict[str, Any]:
    (found,) = read(DEPLOY / "compose.yaml")
    return found


def manifests() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((DEPLOY / "kubernetes").glob("*.yaml")):
        for one in read(path):
            yield path.name, one


def pods() -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, pod template) of every workload."""
    for _, one in manifests():
        if one["kind"] == "Deployment":
            yield one["metadata"]["name"], one["spec"]["template"]
        elif one["kind"] == "CronJob":
            yield one["metadata"]["name"], one["spec"]["jobTemplate"]["spec"]["template"]


def of_kind(kind: str) -> dict[str, dict[str, Any]]:
    return {one["metadata"]["name"]: one for _, one in manifests() if one["kind"] == kind}


# Containerfile


def instructions(stage: str = "") -> list[tuple[str, str]]:
    """(instruction, rest) of the Containerfile, of one stage where it is named."""
    text = re.sub(r"\\\n\s*", " ", (DEPLOY / "Containerfile").read_text(encoding="utf-8"))
    found = [tuple(line.split(None, 1)) for line in text.splitlines() if line and not line.startswith("#")]
    if stage:
        start = next(n for n, (word, rest) in enumerate(found) if word == "FROM" and rest.endswith(f" AS {stage}"))
        end = next((n for n in range(start + 1, len(found)) if found[n][0] == "FROM"), len(found))
        found = found[start:end]
    return [(word, rest) for word, rest in found]


def environment(stage: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for word, rest in instructions(stage) if word == "ENV" for pair in shlex.split(rest))


def test_the_image_takes_what_is_there_and_runs_as_nobody_in_particular() -> None:
    for word, rest in instructions():
        if word == "COPY" and "--from" not in rest:
            for source in shlex.split(rest)[:-1]:
                assert (ROOT / source).exists(), source
    last = dict(instructions("serving"))
    assert last["USER"] == "10001:10001"
    command(json.loads(last["CMD"]))
    assert json.loads(last["ENTRYPOINT"]) == ["ordermill"]
    checked(environment("serving"))
    port = environment("serving")["ORDERMILL_PORT"]
    assert last["EXPOSE"] == port == str(Settings.model_fields["port"].default)
    assert f"127.0.0.1:{port}/healthz" in last["HEALTHCHECK"]
    assert "/healthz" in PATHS
    names = {name for word, rest in instructions() if word == "FROM" for name in [rest.rpartition(" AS ")[2]]}
    assert {"serving", "training"} <= names


# compose


def test_the_services_of_compose_run_what_exists() -> None:
    services = compose()["services"]
    assert {"db", "web", "worker", "mlflow", "label-studio"} <= set(services)
    for service in services.values():
        if service["image"] == "ordermill:latest":
            command(service["command"])
            checked(service.get("environment", {}))
            assert service["read_only"]
            assert service["cap_drop"] == ["ALL"]
            assert "/tmp:" in service["tmpfs"][0]  # noqa: S108
            assert service["build"]["target"] == "serving"
        for name in {v.split(":")[0] for v in service.get("volumes", ())}:
            assert name in compose()["volumes"]
        for name in service.get("depends_on", {}):
            assert "healthcheck" in services[name], "it is waited for until it is healthy"
    for profile in ("mlflow", "label-studio", "label-backend"):
        assert services[profile]["profiles"] == ["training"]
    assert (ROOT / "deploy" / compose()["x-ordermill"]["build"]["context"]).resolve() == ROOT


def test_ports_of_compose_agree_with_the_settings() -> None:
    services = compose()["services"]
    web, worker = services["web"], services["worker"]
    assert web["ports"] == [f"127.0.0.1:3000:{web['environment']['ORDERMILL_PORT']}"]
    assert worker["expose"] == [worker["environment"]["ORDERMILL_WORKER_PORT"]]
    assert f":{worker['environment']['ORDERMILL_WORKER_PORT']}/healthz" in worker["healthcheck"]["test"][-1]
    assert web["environment"]["DATABASE_URL"].endswith("@db:5432/ordermill")
    backend = services["label-backend"]
    assert backend["expose"] == [backend["command"][backend["command"].index("--port") + 1]]
    ports = [port.rpartition(":")[0] for service in services.values() for port in service.get("ports", ())]
    assert len(ports) == len(set(ports))
    assert all(port.startswith("127.0.0.1:") for port in ports), "nothing is open to the network by itself"
    mlflow = " ".join(services["mlflow"]["command"])
    assert services["mlflow"]["ports"] == ["127.0.0.1:5000:5000"]
    assert "--port=5000" in mlflow


def test_the_example_names_settings_and_all_that_compose_asks_for() -> None:
    text = (DEPLOY / "example.env").read_text(encoding="utf-8")
    named = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", text, re.MULTILINE))
    checked({name: value for name, value in named.items() if value})
    asked = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yaml").read_text(encoding="utf-8")))
    assert asked <= set(named)
    empty = re.findall(r"^([A-Z_]+)=$", text, re.MULTILINE)
    assert set(empty) == {"POSTGRES_PASSWORD", "ORDERMILL_SECRET"}, "an empty setting would be taken as a value"


# Kubernetes


def test_manifests_are_listed_and_whole() -> None:
    (listing,) = read(DEPLOY / "kubernetes" / "kustomization.yaml")
    there = {path.name for path in (DEPLOY / "kubernetes").glob("*.yaml")} - {"kustomization.yaml"}
    assert set(listing["resources"]) == there
    for name, one in manifests():
        if one["kind"] != "Kustomization":
            assert {"apiVersion", "kind", "metadata", "data" if one["kind"] == "ConfigMap" else "spec"} <= set(one), (
                name
            )


def test_pods_run_commands_of_ours_with_settings_of_ours() -> None:
    shared = of_kind("ConfigMap")["ordermill"]["data"]
    checked(shared)
    for name, template in pods():
        (container,) = template["spec"]["containers"]
        words = container["args"]
        if container.get("command") == ["sh", "-c"]:
            words = [re.sub(r"\$\([^)]*\)", "x", word) for word in shlex.split(words[0])][1:]
        command(words)
        checked({one["name"]: one.get("value") for one in container["env"]})
        assert container["envFrom"] == [{"configMapRef": {"name": "ordermill"}}], name
        for one in container["env"]:
            secret = one.get("valueFrom", {}).get("secretKeyRef")
            assert ("value" in one) != (secret is not None)
            if secret:
                assert secret["name"] == "ordermill"
                assert f"--from-literal={secret['key']}=" in (ROOT / "docs/operation.md").read_text(encoding="utf-8")
        assert not {"DATABASE_URL", "ORDERMILL_SECRET", "ORDERMILL_ODOO_API_KEY"} & set(shared), "secrets by reference"


def test_pods_are_not_root_and_write_only_where_they_may() -> None:
    claims = of_kind("PersistentVolumeClaim")
    for name, template in pods():
        spec = template["spec"]
        (container,) = spec["containers"]
        assert spec["securityContext"]["runAsNonRoot"]
        assert spec["securityContext"]["runAsUser"] == 10001
        inside = container["securityContext"]
        assert inside["readOnlyRootFilesystem"]
        assert not inside["allowPrivilegeEscalation"]
        assert inside["capabilities"] == {"drop": ["ALL"]}
        mounted = {one["name"]: one["mountPath"] for one in container["volumeMounts"]}
        assert set(mounted) == {one["name"] for one in spec["volumes"]}, name
        assert {"/data", "/tmp"} <= set(mounted.values())  # noqa: S108
        for volume in spec["volumes"]:
            claim = volume.get("persistentVolumeClaim")
            assert claim is None or claim["claimName"] in claims


@pytest.mark.parametrize("name", ["ordermill-web", "ordermill-worker"])
def test_deployments_are_probed_and_stopped_in_peace(name: str) -> None:
    spec = of_kind("Deployment")[name]["spec"]
    labels = spec["template"]["metadata"]["labels"]
    assert spec["selector"]["matchLabels"].items() <= labels.items()
    (container,) = spec["template"]["spec"]["containers"]
    (port,) = container["ports"]
    variables = {one["name"]: one.get("value") for one in container["env"]}
    key = "ORDERMILL_WORKER_PORT" if name.endswith("worker") else "ORDERMILL_PORT"
    assert variables[key] == str(port["containerPort"])
    assert variables[key.replace("PORT", "HOST")] == "0.0.0.0"  # noqa: S104
    for kind in ("startupProbe", "livenessProbe"):
        probe = container[kind]["httpGet"]
        assert probe == {"path": "/healthz", "port": port["name"]}
    if name == "ordermill-web":
        assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
        assert "/readyz" in PATHS
        assert variables["ORDERMILL_WORKERS"] == "0"
    assert spec["template"]["spec"]["terminationGracePeriodSeconds"] >= 60


def test_the_service_leads_to_the_pods_of_the_web() -> None:
    service, web = of_kind("Service")["ordermill"]["spec"], of_kind("Deployment")["ordermill-web"]["spec"]["template"]
    assert service["selector"].items() <= web["metadata"]["labels"].items()
    names = {port["name"] for port in web["spec"]["containers"][0]["ports"]}
    assert {port["targetPort"] for port in service["ports"]} <= names
