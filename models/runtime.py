"""Running the exported network with onnxruntime, and nothing else: what serving needs of a model."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.config import ReaderConfig
from models.encode import Encoded
from models.inputs import Inputs
from models.windows import Ints, Window, cut, with_context

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # must be set before onnxruntime is imported

import onnxruntime

Floats = NDArray[np.float32]
LATER = 0.5
"""What all later windows together say of the document's type, against the first one's 1."""
HEAD_ROLE_SHARE = 0.5


def softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)  # type: ignore[no-any-return]


class Network:
    """An ONNX session. Thread-safe: `run` may be called from several threads."""

    def __init__(self, path: Path, config: ReaderConfig, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.config = config
        self.inputs = Inputs(config, path.parent)
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        # a backbone without boxes was exported without that input
        self.accepted = {i.name for i in self.session.get_inputs()}

    def run(self, encoded: Sequence[Encoded], windows: Sequence[Window]) -> tuple[Floats, Floats, Floats, Floats]:
        """Logits: field `[b, n, labels]`, role `[b, n, roles]`, start `[b, n]`, type `[b, types]`."""
        arrays = self.inputs.batch(encoded, windows)
        field, role, start, kind = self.session.run(None, {k: v for k, v in arrays.items() if k in self.accepted})
        return field, role, start, kind

    def read(self, encoded: Encoded) -> tuple[Floats, Floats, Floats, Floats]:
        """Probabilities for all words: field `[n, labels]`, role `[n, roles]`, start `[n]`, type `[types]`.

        Windows run one after the other, because each may need the table's head found by the ones before. A word in
        two windows takes the one in which it stands farther from an edge.
        """
        c = self.config
        n = len(encoded)
        field = np.zeros((n, len(c.labels)), np.float32)
        role = np.zeros((n, len(c.roles)), np.float32)
        start = np.zeros(n, np.float32)
        depth = np.full(n, -1, np.int32)
        kind = np.zeros(len(c.types), np.float32)
        head: Ints = np.zeros(0, np.int32)
        head_number = c.roles.index("head")
        windows = cut(encoded, c)
        for place, own in enumerate(windows):
            window = with_context(own, head, c)
            f, r, s, k = self.run([encoded], [window])
            f, r = softmax(f[0, window.context :]), softmax(r[0, window.context :])
            # the document's type is told by its first page more than by its last
            kind += np.log(softmax(k[0]) + 1e-6) * (1.0 if place == 0 else LATER / (len(windows) - 1))
            edge = np.minimum(np.arange(len(own)), np.arange(len(own))[::-1]).astype(np.int32)
            better = edge > depth[own]
            field[own[better]], role[own[better]] = f[better], r[better]
            start[own[better]] = 1 / (1 + np.exp(-s[0, window.context :][better]))
            depth[own[better]] = edge[better]
            titles = own[r[:, head_number] > HEAD_ROLE_SHARE]
            if len(titles):
                head = titles
        return field, role, start, softmax(kind) if windows else kind
