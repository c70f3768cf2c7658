"""The sample folder holds what the generator makes today: after a change, run `python -m data.generate.samples`."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from data.fields import DOCUMENT_TYPES, FIELDS
from data.generate.lexicon import LANGS
from data.generate.samples import FOLDER, SAMPLES, Sample, files, main, readme
from data.generate.scan import raster


def text_of(pdf: bytes) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def test_folder_holds_the_samples_and_nothing_else() -> None:
    expected = {"README.md"} | {f"{s.name}.{ending}" for s in SAMPLES for ending in ("pdf", "json")}
    assert {path.name for path in FOLDER.iterdir()} == expected
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == readme()
    assert {s.language for s in SAMPLES} == set(LANGS)
    assert len({s.kind for s in SAMPLES}) >= 4
    assert sum(s.scan is not None for s in SAMPLES) == 2
    assert all(path.stat().st_size < 100_000 for path in FOLDER.iterdir())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_files_are_what_the_generator_makes(sample: Sample) -> None:
    made = files(sample)
    assert (FOLDER / f"{sample.name}.json").read_bytes() == made[f"{sample.name}.json"]
    kept, new = (FOLDER / f"{sample.name}.pdf").read_bytes(), made[f"{sample.name}.pdf"]
    if kept != new:  # another build of zlib, libjpeg or PDFium packs or draws differently: then what they say counts
        assert text_of(kept) == text_of(new)
        for old, fresh in zip(raster(kept, 72), raster(new, 72), strict=True):
            assert old.size == fresh.size
            assert np.abs(np.asarray(old, dtype=int) - np.asarray(fresh, dtype=int)).mean() < 2


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_gold_says_what_the_pages_print(sample: Sample) -> None:
    gold = json.loads((FOLDER / f"{sample.name}.json").read_text(encoding="utf-8"))
    assert gold["document_type"] == sample.kind
    assert sample.kind in DOCUMENT_TYPES
    assert gold["language"] == sample.language
    assert gold["lines"]
    assert set(gold["fields"]) <= set(FIELDS)
    pdf = (FOLDER / f"{sample.name}.pdf").read_bytes()
    texts = text_of(pdf)
    if sample.scan is not None:
        assert gold["scan"]
        assert "".join(texts) == ""
        return
    words = set(" ".join(texts).split())
    for name in ("order_number", "buyer.name", "seller.name"):
        assert set(gold["fields"].get(name, "").split()) <= words


def test_command_writes_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(tmp_path / "out")])
    assert len(capsys.readouterr().out.splitlines()) == 21
    assert {path.name for path in (tmp_path / "out").iterdir()} == {path.name for path in FOLDER.iterdir()}
