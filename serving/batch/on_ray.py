"""Workers on Ray: a cluster of this machine alone, or one that is there already.

Ray 2.60 left to itself reports its use, asks cloud metadata servers where it runs, looks for its address towards
8.8.8.8 and leaves helpers behind when its driver is killed. Here it gets limits, the loopback address, a home of its
own (with the file that keeps it from asking, and its token), and a keeper that clears away what is left.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from data.errors import OrdermillError, SetupError
from serving.batch.work import Done, Order, Reading

STORE_MB = 100
"""Of Ray's object store. Paths go through it and results, never documents; Ray takes no less than 75."""
STARTS = 3
"""How often it is tried to start Ray."""
QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    # Reports go nowhere even if a later Ray thinks otherwise.
    "RAY_USAGE_STATS_REPORT_URL": "http://127.0.0.1:9",
    # The switch by which Ray keeps to the loopback address on desktops; it works on Linux as well.
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}


def installed() -> bool:
    return find_spec("ray") is not None


class OnRay:
    """`workers` actors, one processor and `order.memory_mb` each, on this machine or on the cluster at `address`."""

    name = "Ray"

    def __init__(self, order: Order, workers: int, *, store_mb: int = STORE_MB, address: str | None = None) -> None:
        if not installed():
            raise SetupError("Ray is not installed.", hint="It comes with the full set: `make env-full`.")
        self.workers, self._order = workers, order
        self._kept = dict(os.environ)
        self._keeper: subprocess.Popen[bytes] | None = None
        self._home = ""
        self._ray: Any = None
        try:
            if address is None:
                self._house()
            self._ray = import_module("ray")
            self._begin(store_mb, address)
            self._free = [self._actor() for _ in range(workers)]
            self._busy: dict[Any, tuple[str, Any]] = {}
            self._about: tuple[str, str] = self._get(self._free[0].about.remote())
        except BaseException:
            self.close()
            raise

    def about(self) -> tuple[str, str]:
        return self._about

    def full(self) -> bool:
        return not self._free

    def submit(self, key: str, path: str) -> None:
        actor = self._free.pop()
        self._busy[actor.read.remote(path)] = (key, actor)

    def finished(self) -> list[Done]:
        ready, _ = self._ray.wait(list(self._busy), num_returns=1)
        return [self._taken(reference) for reference in ready]

    def close(self) -> None:
        """End everything, the cluster too where it is ours."""
        if self._ray is not None and self._ray.is_initialized():
            self._ray.shutdown()
        if self._keeper is not None and self._keeper.stdin is not None:
            self._keeper.stdin.close()
            self._keeper.wait(60)
            os.environ.clear()
            os.environ.update(self._kept)
        self._keeper = None

    def _house(self) -> None:
        """A home for Ray's files, and somebody who removes it with whatever lives on in it."""
        # In /tmp whatever TMPDIR says: sockets have short names.
        self._home = tempfile.mkdtemp(prefix="ordermill-ray-", dir="/tmp" if Path("/tmp").is_dir() else None)  # noqa: S108
        root = str(Path(__file__).resolve().parents[2])
        paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        command = [sys.executable, "-m", "serving.batch.keeper", self._home]
        self._keeper = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, start_new_session=True, env={**os.environ, "PYTHONPATH": paths}
        )
        # With a cluster configuration in its home Ray does not ask metadata servers of clouds what it runs on.
        (Path(self._home) / "ray_bootstrap_config.yaml").write_text("{}\n", encoding="utf-8")
        os.environ.update(QUIET, HOME=self._home, PYTHONPATH=paths)

    def _begin(self, store_mb: int, address: str | None) -> None:
        given: dict[str, Any] = {"log_to_driver": False, "configure_logging": False}
        if address is None:
            given |= {
                "address": "local", "num_cpus": self.workers, "num_gpus": 0, "include_dashboard": False,
                "_node_ip_address": "127.0.0.1", "object_store_memory": store_mb * 2**20,
                "_memory": self.workers * self._order.memory_mb * 2**20, "_temp_dir": str(Path(self._home) / "ray"),
            }  # fmt: skip
        else:
            given["address"] = address
        for left in reversed(range(STARTS)):
            try:
                self._ray.init(**given)
                return
            except Exception as error:  # Ray has no common class for what may go wrong here
                self._ray.shutdown()
                if left and "timed out" in str(error):
                    continue  # half a minute is all that Ray gives itself, which is little on a busy machine
                said = str(error).strip().split("\n")[0][:300]
                raise SetupError(f"Ray does not start: {said}", hint="`--engine pool` does without it.") from error

    def _actor(self) -> Any:
        limits = {"num_cpus": 1, "memory": self._order.memory_mb * 2**20, "max_restarts": 0}
        return self._ray.remote(**limits)(Reading).remote(self._order)

    def _get(self, reference: Any) -> Any:
        """What an actor answers. Raises our errors as they were raised there, `_Died` where there is no actor."""
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            cause = error.cause
            raise cause if isinstance(cause, OrdermillError) else SetupError(str(cause), hint="") from error
        except self._ray.exceptions.ActorDiedError as error:
            cause = getattr(error, "cause", None)
            said = _last_line(str(error))
            raise cause if isinstance(cause, OrdermillError) else _Died(said) from error
        except self._ray.exceptions.RayError as error:
            raise _Died(_last_line(str(error))) from error

    def _taken(self, reference: Any) -> Done:
        key, actor = self._busy.pop(reference)
        try:
            result, seconds, large = self._get(reference)
        except _Died:
            result, seconds, large = None, 0.0, True
        if large:
            self._ray.kill(actor)
            actor = self._actor()
        self._free.append(actor)
        return Done(key, result, seconds)


class _Died(SetupError):
    """An actor is gone. Of no document when the batch begins, else over the one it had."""


def _last_line(text: str) -> str:
    return (text.strip().split("\n") or [""])[-1].strip()[:300]
