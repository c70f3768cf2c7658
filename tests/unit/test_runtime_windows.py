"""Long documents: every word is read once, from the window that sees most around it, and tables keep their titles.

The networks here are exported like ours but only say what they were given, so that what reaches each word is known.
"""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from data.fields import DOCUMENT_TYPES, LABELS, ROLES
from data.schema import Box, Document, Page, Word
from models.config import ReaderConfig
from models.encode import CONTEXT_COLUMN, FEATURES, encode
from models.hashing import word_ids
from models.runtime import Network
from models.windows import cut

pytestmark = pytest.mark.full
CONFIG = ReaderConfig(window=64, overlap=16, context=12)
TITLE = word_ids("TITLE", CONFIG)[0]
HEAD = ROLES.index("head")
NAMES = ("ids", "numeric", "position", "neighbours", "block", "segment", "mask")


class Probe(nn.Module):
    """Field 1 and role head of the word TITLE; start tells the place in the window as log odds, type its context."""

    def forward(
        self, ids: Tensor, numeric: Tensor, position: Tensor, neighbours: Tensor, block: Tensor, segment: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:  # fmt: skip
        title = (ids[..., 0] == TITLE).float().unsqueeze(-1)
        unused = (position.sum() + neighbours.sum() + block.sum() + segment.sum()) * 0.0
        field = 9.0 * title * nn.functional.one_hot(torch.tensor(1), len(LABELS)).float() + unused
        role = 9.0 * title * nn.functional.one_hot(torch.tensor(HEAD), len(ROLES)).float()
        place = mask.float().cumsum(1) - 1
        context = numeric[..., CONTEXT_COLUMN].sum(1, keepdim=True)
        kind = context * nn.functional.one_hot(torch.tensor(2), len(DOCUMENT_TYPES)).float()
        return field, role, place / 10, kind


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    path = tmp_path_factory.mktemp("probe") / "model.onnx"
    n = 5
    example = (torch.zeros(1, n, 12, dtype=torch.int64), torch.zeros(1, n, FEATURES), torch.zeros(1, n, 3),
               torch.zeros(1, n, 2, dtype=torch.int64), torch.zeros(1, n, dtype=torch.int64),
               torch.zeros(1, n, dtype=torch.int64), torch.ones(1, n, dtype=torch.bool))  # fmt: skip
    outputs = ["field", "role", "start", "kind"]
    axes = {name: {0: "batch", 1: "words"} for name in (*NAMES, *outputs[:3])}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(Probe().eval(), example, str(path), input_names=list(NAMES), output_names=outputs,
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
    return Network(path, CONFIG)


def document(rows: int, columns: int = 5, titles: int = 1) -> Document:
    """Rows of words, five a row; the first `titles` rows are titles."""
    words = [
        Word("TITLE" if r < titles else f"w{r}.{c}", Box(20 + 60 * c, 20 + 9 * r, 70 + 60 * c, 28 + 9 * r))
        for r in range(rows)
        for c in range(columns)
    ]
    return Document("x.pdf", "0" * 64, (Page(1, 400, 30 + 9.0 * rows, tuple(words)),))


def places(start: NDArray[np.float32]) -> NDArray[np.int64]:
    """Place in its window of each word, from the probability that was made of it."""
    found: NDArray[np.int64] = np.round(10 * np.log(start / (1 - start))).astype(np.int64)
    return found


def test_a_short_document_is_one_window_without_context(network: Network) -> None:
    encoded = encode(document(6), CONFIG)
    field, role, start, _ = network.read(encoded)
    assert places(start).tolist() == list(range(len(encoded)))
    assert field.argmax(1).tolist() == [1] * 5 + [0] * 25
    assert role[:5].argmax(1).tolist() == [HEAD] * 5


def test_every_word_is_read_in_the_window_in_which_it_stands_farthest_from_an_edge(network: Network) -> None:
    encoded = encode(document(40, titles=0), CONFIG)
    windows = cut(encoded, CONFIG)
    assert len(windows) > 3
    _, _, start, _ = network.read(encoded)
    said = places(start)
    for k in range(len(encoded)):
        inside = [(min(k - w[0], w[-1] - k), -n) for n, w in enumerate(windows) if w[0] <= k <= w[-1]]
        best = windows[-max(inside)[1]]
        assert said[k] == k - best[0], k


def test_what_a_word_is_does_not_depend_on_the_window(network: Network) -> None:
    encoded = encode(document(40, titles=2), CONFIG)
    field, role, _, _ = network.read(encoded)
    assert np.allclose(field.sum(1), 1, atol=1e-5)
    assert np.allclose(role.sum(1), 1, atol=1e-5)
    assert (field[:10, 1] > 0.9).all()
    assert (field[10:, 1] < 0.1).all()


def test_titles_go_with_every_later_window(network: Network) -> None:
    """The words of a later window stand behind the ten of the table's head."""
    encoded = encode(document(40, titles=2), CONFIG)
    windows = cut(encoded, CONFIG)
    _, _, start, _ = network.read(encoded)
    last = windows[-1]
    alone = [k for k in last.tolist() if all(k not in w for w in windows[:-1])]
    assert [places(start)[k] - (k - last[0]) for k in alone] == [10] * len(alone)


def test_no_more_titles_go_with_it_than_it_has_room_for(network: Network) -> None:
    encoded = encode(document(40, titles=6), CONFIG)
    _, _, start, _ = network.read(encoded)
    assert places(start).max() < CONFIG.window
    last = cut(encoded, CONFIG)[-1]
    assert places(start)[last[-1]] - (last[-1] - last[0]) == CONFIG.context


def test_the_first_page_says_most_of_the_type(network: Network) -> None:
    """Later windows carry ten words of context, which this network takes for a sign of type 2."""
    one, many = (network.read(encode(document(rows, titles=2), CONFIG))[3] for rows in (6, 60))
    assert one[2] == pytest.approx(1 / len(DOCUMENT_TYPES))
    assert one[2] < many[2] < 1
    assert many.sum() == pytest.approx(1)


def test_a_document_without_words_is_read_as_nothing(network: Network) -> None:
    field, role, start, kind = network.read(encode(Document("x.pdf", "0" * 64, (Page(1, 595, 842),)), CONFIG))
    assert field.shape == (0, len(LABELS))
    assert role.shape == (0, len(ROLES))
    assert len(start) == 0
    assert kind.sum() == 0
