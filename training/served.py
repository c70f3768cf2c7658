"""What MLflow runs of a registered version: `name`, `content` (bytes of a document) in, the contract's JSON out.

Logged as code, so that nothing is pickled. Needs this repository on the path, as `mlflow models serve` in it has.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mlflow.models import set_model
from mlflow.pyfunc.model import PythonModel

from data.errors import OrdermillError
from data.readers import read
from data.result import Extraction, Failure
from models.extractor import Extractor


class Reader(PythonModel):
    """The reader as a pyfunc; a bad document is a result with `status: failed`."""

    def load_context(self, context: Any) -> None:
        self.extractor = Extractor.load(str(Path(context.artifacts["model"])))

    def predict(self, context: Any, model_input: Any, params: dict[str, Any] | None = None) -> list[str]:
        rows = zip(model_input["name"], model_input["content"], strict=True)
        return [
            json.dumps(self._one(str(name), bytes(content)).to_dict(), ensure_ascii=False) for name, content in rows
        ]

    def _one(self, name: str, content: bytes) -> Extraction:
        try:
            return self.extractor.extract(read(content, name))
        except OrdermillError as error:
            return Extraction(name, "", status="failed", error=Failure(error.code, error.message, error.hint))


set_model(Reader())
