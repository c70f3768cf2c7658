"""The sender memory: layouts, learning, what is recalled, forgetting."""

import json
from pathlib import Path

import numpy as np
import pytest

from data.fields import LABELS
from data.generate.compose import generate, labelled
from data.labels import LabelledDocument
from data.placing import from_gold
from data.rows import visual_rows
from data.schema import Box, Document, Page, Word
from models.memory import FileShelf, Layout, Memory, Sample
from models.memory.look import Look
from models.memory.transfer import recall

SEEDS = (5_000_004, 5_000_006, 5_000_008)


def twin(seed: int, content: int) -> LabelledDocument:
    return labelled(generate(seed, content=content))


def taught(seed: int, memory: Memory | None = None, sender: str = "orders@example.com") -> Memory:
    memory = Memory() if memory is None else memory
    made = twin(seed, 0)
    assert memory.learn(made.document, from_gold(made.gold), sender=sender).layout
    return memory


def moved(document: Document, dx: float, dy: float) -> Document:
    pages = tuple(
        Page(p.number, p.width, p.height, tuple(
            Word(w.text, Box(w.box.x0 + dx, w.box.y0 + dy, w.box.x1 + dx, w.box.y1 + dy), w.size, w.bold)
            for w in p.words))
        for p in document.pages
    )  # fmt: skip
    return Document(document.file, document.sha256, pages)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_layout_is_known_again_whatever_its_contents_and_others_are_not(seed: int) -> None:
    memory = taught(seed)
    layout = memory.layouts()[0].id
    for content in (1, 2):
        found = memory.find(Look.of(twin(seed, content).document))
        assert found is not None
        assert found.id == layout
    shifted = memory.find(Look.of(moved(twin(seed, 1).document, 6.0, -4.0)))
    assert shifted is not None
    assert shifted.id == layout
    for other in range(5_100_000, 5_100_012):
        assert memory.find(Look.of(labelled(generate(other, split="heldout")).document)) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_words_of_the_next_document_are_what_they_were(seed: int) -> None:
    memory, new = taught(seed), twin(seed, 1)
    said = recall(Look.of(new.document), list(memory.layouts()[0].samples))
    tags = [new.tags[p][k].field for p, page in enumerate(new.document.pages)
            for row in visual_rows(page.words) for k in row]  # fmt: skip
    values = [k for k, field in enumerate(tags) if field not in ("O", "line.description", "currency")]
    right = sum(LABELS[int(said.label[k])] == tags[k] for k in values)
    assert right >= 0.8 * len(values)


def test_a_document_learnt_twice_is_kept_once() -> None:
    memory = taught(SEEDS[0])
    taught(SEEDS[0], memory)
    (layout,) = memory.layouts()
    assert len(layout.samples) == layout.documents == 1
    assert layout.version == 3


def test_a_document_whose_values_are_not_on_it_is_not_learnt_from() -> None:
    memory, made, other = Memory(), twin(SEEDS[0], 0), twin(SEEDS[1], 0)
    learnt = memory.learn(made.document, from_gold(other.gold))
    assert learnt.layout is None
    assert learnt.why
    assert len(memory) == 0


def test_a_layout_survives_storing(tmp_path: Path) -> None:
    memory = taught(SEEDS[0], Memory(FileShelf(tmp_path)))
    again = Memory(FileShelf(tmp_path))
    assert [y.to_dict() for y in again.layouts()] == [y.to_dict() for y in memory.layouts()]
    raw = json.loads(json.dumps(memory.layouts()[0].to_dict()))
    assert Layout.from_dict(raw) == memory.layouts()[0]


def test_fields_are_stored_by_name() -> None:
    memory = taught(SEEDS[0])
    sample = memory.layouts()[0].samples[0]
    raw = sample.to_dict()
    raw["labels"] = ["O", "unheard_of", *raw["labels"][1:]]
    raw["words"] = [[t, b, p, r, n + 1 if n > 0 else n, o, i] for t, b, p, r, n, o, i in raw["words"]]
    assert Sample.from_dict(raw) == sample


def test_another_process_sees_what_was_learnt_and_forgotten(tmp_path: Path) -> None:
    here, there = Memory(FileShelf(tmp_path)), Memory(FileShelf(tmp_path))
    taught(SEEDS[0], here)
    there.refresh()
    assert len(there) == 1
    here.forget_sender("orders@example.com")
    there.refresh()
    assert len(there) == 0


def test_forgetting_a_sender_erases_every_word_and_leaves_others(tmp_path: Path) -> None:
    memory = taught(SEEDS[0], Memory(FileShelf(tmp_path)))
    taught(SEEDS[1], memory, sender="other@example.com")
    gone = memory.forget_sender("ORDERS@example.com")
    assert (len(gone.layouts), gone.shared, gone.documents) == (1, (), 1)
    left = [p.read_text(encoding="utf-8") for p in tmp_path.iterdir()]
    assert len(left) == 1
    assert "orders@example.com" not in left[0]
    assert memory.find(Look.of(twin(SEEDS[0], 1).document)) is None
    assert memory.find(Look.of(twin(SEEDS[1], 1).document)) is not None
    assert memory.forget_sender("nobody").layouts == ()


def test_records_move_confidence() -> None:
    layout = Layout("a", ())
    before = layout.confidence("order_number")
    from models.memory.layout import Record

    good = Layout("a", (), records={"order_number": Record((5, 5), (0, 3))})
    bad = Layout("a", (), records={"order_number": Record((0, 5), (0, 3))})
    assert bad.confidence("order_number") < before < good.confidence("order_number")
    assert good.model_confidence("order_number", 0.99) < 0.5
    assert layout.model_confidence("order_number", 0.99) == pytest.approx(0.99)


def test_long_tables_are_kept_short_and_still_compared() -> None:
    made = next(d for s in range(5_000_030, 5_000_060) if len((d := twin(s, 0)).gold["lines"]) > 15)
    memory = Memory()
    assert memory.learn(made.document, from_gold(made.gold)).layout
    sample = memory.layouts()[0].samples[0]
    assert set(np.diff(sample.row).tolist()) <= {0, 1}
    assert max(sample.line) < 15
    assert len(recall(sample.look, [sample]).label) == len(sample.texts)


def test_an_empty_page_is_no_layout() -> None:
    memory = taught(SEEDS[0])
    assert memory.find(Look.of(Document("a", "0" * 64, (Page(1, 595, 842),)))) is None
    assert np.array_equal(Look.of(Document("a", "0" * 64)).row, np.zeros(0))


def test_a_value_that_was_not_placed_is_not_taken_for_absent() -> None:
    made = twin(SEEDS[0], 0)
    gold = {**made.gold, "fields": {**made.gold["fields"], "buyer.gln": "nowhere-17"}}
    memory = Memory()
    assert memory.learn(made.document, from_gold(gold)).layout
    assert "buyer.gln" in memory.layouts()[0].seen
    assert "buyer.gln" not in taught(SEEDS[0]).layouts()[0].seen
    raw = json.loads(json.dumps(memory.layouts()[0].to_dict()))
    assert "buyer.gln" in Layout.from_dict(raw).seen
