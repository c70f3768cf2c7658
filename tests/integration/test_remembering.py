"""From a corrected document to the next one of its layout: extractor, pipeline, the desk's store and the command."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from data.generate.compose import generate, labelled
from data.labels import LabelledDocument
from data.placing import from_gold
from data.schema import Document
from models.extractor import Extractor
from models.memory import FileShelf, Memory
from serving.cli import app
from serving.desk.remembering import forget_sender, learn, memory_of
from serving.desk.steps import WORDS
from serving.desk.store import Store, orders, versions
from serving.pipeline import Pipeline
from tests import desks
from training.metrics import judge

SEED = 5_000_008
"""A held-out layout that the shipped model reads badly: it takes the seller's own number for the order's."""


def twin(content: int) -> LabelledDocument:
    return labelled(generate(SEED, split="heldout", content=content))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return desks.opened(desks.sqlite(tmp_path), tmp_path)


def wrong(extractor: Extractor, memory: Memory, made: LabelledDocument) -> int:
    judged = judge(extractor.extract_remembering(made.document, memory).to_dict(), made.gold)
    return sum(c.verdict != "right" for c in judged.cells)


def test_what_was_corrected_is_right_on_the_next_document(extractor: Extractor) -> None:
    hard = 5_100_055  # a layout that the shipped model reads badly
    first, second = (labelled(generate(hard, split="heldout", content=n)) for n in (1, 4))
    memory = Memory()
    before = wrong(extractor, memory, second)
    memory.learn(first.document, from_gold(first.gold), read=extractor.extract(first.document))
    after = extractor.extract_remembering(second.document, memory)
    assert before > 5
    assert wrong(extractor, memory, second) <= before / 2
    assert any(v.source == "memory" for v in after.fields.values())
    assert all(0 <= v.confidence <= 1 for v in after.fields.values() if v.confidence is not None)


def test_other_layouts_are_read_as_without_a_memory_to_the_byte(extractor: Extractor) -> None:
    memory, first = Memory(), twin(0)
    memory.learn(first.document, from_gold(first.gold))
    for seed in range(5_200_000, 5_200_008):
        document = labelled(generate(seed, split="heldout")).document
        alone = json.dumps(extractor.extract(document).to_dict())
        assert json.dumps(extractor.extract_remembering(document, memory).to_dict()) == alone


def contrary(extractor: Extractor) -> tuple[Memory, str, str, str]:
    """A memory that was taught to take another code for the order's number; the layout, the number that the model reads
    on the next document, and the code there."""
    first, second, memory = twin(0), twin(3), Memory()
    codes = ("contract_number", "buyer.customer_number", "seller.vat_id", "buyer.vat_id", "invoice_number")
    other = next(n for n in codes if n in first.gold["fields"] and n in second.gold["fields"])
    fields = {n: v for n, v in first.gold["fields"].items() if n != other}
    fields["order_number"] = first.gold["fields"][other]
    truth = from_gold({**first.gold, "fields": fields})
    learnt = memory.learn(first.document, truth, read=extractor.extract(first.document))
    alone = extractor.extract(second.document).fields["order_number"].value
    return memory, str(learnt.layout), alone, second.gold["fields"][other]


def test_a_field_left_to_the_model_is_the_models(extractor: Extractor) -> None:
    memory, layout, alone, code = contrary(extractor)
    document = twin(3).document
    assert extractor.extract_remembering(document, memory).fields["order_number"].value == code != alone
    memory.leave(layout, "order_number")
    assert extractor.extract_remembering(document, memory).fields["order_number"].value == alone
    memory.leave(layout, "order_number", off=False)
    assert extractor.extract_remembering(document, memory).fields["order_number"].value == code


def test_the_pipeline_passes_the_memory_on(extractor: Extractor) -> None:
    memory, _, number, code = contrary(extractor)
    pipeline = Pipeline(extractor, lambda content, name: twin(3).document)
    alone, _ = pipeline.extract(b"x", "a.pdf")
    remembering, _ = pipeline.extract(b"x", "a.pdf", memory=memory)
    assert alone.fields["order_number"].value == number
    assert remembering.fields["order_number"].value == code
    assert remembering.fields["order_number"].source == "memory"


def stored(store: Store, made: LabelledDocument) -> str:
    """An order whose words are kept, read as something wrong and corrected by a person."""
    order = desks.order(store, made.document.file.encode())
    words = json.dumps(Document.to_dict(made.document)).encode()
    store.files.put(order.document, gzip.compress(words, mtime=0), WORDS)

    def value(text: str) -> dict[str, object]:
        return {"value": text, "text": text, "confidence": 1.0, "boxes": [], "source": "model"}

    result = {
        "file": "a.pdf", "sha256": order.document, "document_type": {"value": made.gold["document_type"]},
        "fields": {n: value(v) for n, v in made.gold["fields"].items()},
        "lines": [{"kind": k, "page": 1, "fields": {n: value(v) for n, v in line.items()}}
                  for k, line in zip(made.gold["kinds"], made.gold["lines"], strict=True)],
    }  # fmt: skip
    before = {**result, "fields": {**result["fields"], "order_number": value("wrong")}}  # type: ignore[dict-item]
    store.run(lambda tx: versions.add_extraction(tx, order.id, before, "model", "default", "0"))
    store.run(lambda tx: versions.add_extraction(tx, order.id, result, "anna", "default", "0"))
    return order.id


def test_the_desk_learns_from_an_order_and_forgets_its_sender(store: Store) -> None:
    first, second = twin(0), twin(3)
    key = stored(store, first)
    memory, elsewhere = memory_of(store), memory_of(store)
    with store.read() as tx:
        order = replace(orders.get(tx, key), sender="anna@buyer.example")
    learnt = learn(store, memory, order)
    assert learnt is not None
    assert learnt.new
    elsewhere.refresh()
    (layout,) = elsewhere.layouts()
    assert layout.senders == ("anna@buyer.example",)
    assert layout.records["order_number"].model == (0, 1)
    assert layout.records["order_date"].model == (1, 1)
    assert elsewhere.find(layout.samples[0].look) is not None
    gone = forget_sender(store, memory, "anna@buyer.example", by="admin")
    assert gone.layouts == (layout.id,)
    elsewhere.refresh()
    assert len(elsewhere) == 0
    assert second.document.words  # the next document is there, and nothing is known of it


def test_the_command_lists_shows_leaves_and_forgets(tmp_path: Path) -> None:
    memory, made = Memory(FileShelf(tmp_path)), twin(0)
    memory.learn(made.document, from_gold(made.gold), sender="anna@buyer.example")
    layout = memory.layouts()[0].id
    run = CliRunner().invoke

    def said(*words: str) -> list[dict[str, object]]:
        result = run(app, ["memory", *words, "--folder", str(tmp_path), "--json"])
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    assert said("list")[0]["senders"] == ["anna@buyer.example"]
    rows = {row["field"]: row for row in said("show", "anna@buyer.example")}
    assert rows["order_number"]["example"] == made.gold["fields"]["order_number"]
    left = run(app, ["memory", "leave", layout, "order_number", "--folder", str(tmp_path)])
    assert left.exit_code == 0
    assert {r["field"]: r for r in said("show", layout)}["order_number"]["left_to_the_model"] is True
    assert run(app, ["memory", "leave", layout, "nonsense", "--folder", str(tmp_path)]).exit_code == 2
    assert said("forget", "--sender", "anna@buyer.example")[0]["layouts"] == [layout]
    assert not list(tmp_path.glob("*.json"))
    assert run(app, ["memory", "show", layout, "--folder", str(tmp_path)]).exit_code == 1
