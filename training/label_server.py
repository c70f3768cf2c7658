"""A project on a Label Studio server: found or made, filled with pages, read back. Checked with server 1.23.2."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import httpx
from label_studio_sdk import LabelStudio
from label_studio_sdk.core.api_error import ApiError

from data.errors import SetupError
from data.labelling import label_config

BATCH_BYTES = 4_000_000
"""Tasks are sent in requests of about this size; each is there as a whole or not at all."""


class Project:
    """One project, by title. Every method raises `SetupError` where the server cannot be reached or refuses."""

    def __init__(self, url: str, key: str, title: str) -> None:
        self.url, self.title = url, title
        with told(url):
            self._server: Any = _connected(url, key)
            found = [p.id for p in self._server.projects.list(title=title) if p.title == title]
        self.id: int | None = min((i for i in found if i is not None), default=None)

    def close(self) -> None:
        """Let go of the connection; the SDK has no word for it."""
        self._server._client_wrapper.httpx_client.httpx_client.close()

    def ensure(self) -> bool:
        """Make the project, or bring its form up to date with the field catalogue; True where it was made."""
        config = label_config()
        with told(self.url):
            if self.id is None:
                made = self._server.projects.create(
                    title=self.title, label_config=config, sampling="Uncertainty sampling",
                    show_collab_predictions=True, show_instruction=True, expert_instruction=INSTRUCTION,
                )  # fmt: skip
                self.id = made.id
                return True
            if self._server.projects.get(id=self.id).label_config != config:
                self._server.projects.update(id=self.id, label_config=config)
        return False

    def pages_there(self) -> list[str]:
        """Keys of the pages that are there, without their pictures."""
        if self.id is None:
            return []
        with told(self.url):
            tasks = list(self._server.tasks.list(project=self.id, fields="task_only", include="id,meta", page_size=500))
        return [str(t.meta["key"]) for t in tasks if isinstance(t.meta, dict) and "key" in t.meta]

    def add(self, tasks: Sequence[Mapping[str, Any]]) -> None:
        """Import tasks, all or none."""
        with told(self.url):
            self._server.projects.import_tasks(id=self.needed(), request=[dict(t) for t in tasks])

    def tasks(self) -> Iterator[dict[str, Any]]:
        """All tasks with their annotations, as `data.labelling.settle` takes them."""
        if self.id is None:
            return
        with told(self.url):
            for task in self._server.tasks.list(project=self.id, fields="all", page_size=50):
                raw = task.model_dump(mode="json")
                raw["data"] = {k: v for k, v in (raw.get("data") or {}).items() if k != "image"}
                for annotation in raw.get("annotations") or ():
                    person = annotation.get("completed_by")
                    annotation["completed_by"] = person.get("id") if isinstance(person, dict) else person
                yield raw

    def connect(self, backend: str, password: str | None) -> None:
        """Have Label Studio ask the ML backend at `backend` and tell it what is submitted; again changes nothing."""
        backend = backend.rstrip("/")
        login = "Basic " + base64.b64encode(f"ordermill:{password}".encode()).decode()
        with told(self.url):
            if all((b.url or "").rstrip("/") != backend for b in self._server.ml.list(project=self.needed())):
                basic = {"auth_method": "BASIC_AUTH", "basic_auth_user": "ordermill", "basic_auth_pass": password}
                self._server.ml.create(project=self.needed(), url=backend, title="Ordermill", timeout=100.0,
                                       **(basic if password else {}))  # fmt: skip
            # The server makes a webhook for a backend by itself, but sends it no password.
            said = {"project": self.needed(), "url": f"{backend}/webhook", "send_payload": True, "is_active": True,
                    "send_for_all_actions": False, "actions": ["ANNOTATION_CREATED", "ANNOTATION_UPDATED"],
                    "headers": {"Authorization": login} if password else {}}  # fmt: skip
            for hook in self._server.webhooks.list(project=self.needed()):
                if hook.url == said["url"]:
                    self._server.webhooks.delete(id=hook.id)
            self._server.webhooks.create(**said)

    def needed(self) -> int:
        """The id of the project; `SetupError` where there is none."""
        if self.id is None:
            raise SetupError(
                f"{self.url} has no project {self.title!r}", hint="run `python -m training.label push` first"
            )
        return self.id


INSTRUCTION = (
    "Every value of the document gets a box around its words and the field it is. Boxes are there already where "
    "something was read: correct them, add what is missing, take away what is wrong. Values of a line carry the number "
    "of the line, counted through the whole document; a box in the row of numbered ones may go without. Change the "
    "value beside a box only where it is read wrongly. A document is learnt from when all its pages are submitted."
)
"""What annotators are shown."""


def _connected(url: str, key: str) -> Any:
    return LabelStudio(base_url=url, api_key=key)  # type: ignore[no-untyped-call]


@contextmanager
def told(url: str) -> Iterator[None]:
    """Errors of the server as `SetupError` that says what to do."""
    try:
        yield
    except ApiError as error:
        if error.status_code in (401, 403):
            raise SetupError(
                f"{url} does not accept the key ({error.status_code})",
                hint="set LABEL_STUDIO_API_KEY to a personal access token of an account that may manage projects",
            ) from error
        raise SetupError(f"{url} answered {error.status_code}: {str(error.body)[:300]}",
                         hint="look into the log of Label Studio") from error  # fmt: skip
    except httpx.HTTPError as error:
        raise SetupError(f"{url} cannot be reached ({type(error).__name__})",
                         hint="start Label Studio, or set LABEL_STUDIO_URL to where it is") from error  # fmt: skip
