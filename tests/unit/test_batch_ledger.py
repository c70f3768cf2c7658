"""Results of a batch: each once, whatever is cut off, lost or killed in between."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from data.errors import SetupError
from data.result import Extraction, Failure
from serving.batch.ledger import File, Ledger, unread
from serving.batch.sources import documents


def sha(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def result(number: int, code: str = "") -> dict[str, Any]:
    failed = Failure(code, "no") if code else None
    name = "zamówienie" * (1 + number % 3)
    return Extraction(
        name, sha(number), status="failed" if code else "ok", error=failed, pages=2, language="pl"
    ).to_dict()


def fill(folder: Path, numbers: range, shard: int = 4) -> None:
    with Ledger(folder, shard=shard) as ledger:
        for k in numbers:
            ledger.add(sha(k), result(k), 0.5)


def lines(folder: Path) -> list[dict[str, Any]]:
    found = [path.read_bytes() for path in sorted(folder.glob("results-*.jsonl"))]
    return [json.loads(line) for content in found for line in content.splitlines()]


def whole(folder: Path, numbers: range) -> None:
    """Each result of `numbers` is there once, and the index finds it."""
    with Ledger(folder, shard=4) as ledger:
        assert [ledger.result(sha(k)) for k in numbers] == [result(k) for k in numbers]
        assert ledger.tally("select count(*) from results") == [(len(numbers),)]
    assert sorted(r["sha256"] for r in lines(folder)) == sorted(sha(k) for k in numbers)


def test_results_are_kept_in_shards_and_found_by_hash(tmp_path: Path) -> None:
    fill(tmp_path, range(10))
    whole(tmp_path, range(10))
    assert [len(p.read_bytes().splitlines()) for p in sorted(tmp_path.glob("results-*"))] == [4, 4, 2]
    fill(tmp_path, range(12))  # again, and two more
    whole(tmp_path, range(12))


@pytest.mark.parametrize("cut", [1, 7, 200, 10_000])
def test_a_torn_line_is_cut_off_and_the_others_stay(tmp_path: Path, cut: int) -> None:
    fill(tmp_path, range(7))
    torn = json.dumps(result(7), ensure_ascii=False).encode()[:cut]
    with (tmp_path / "results-00001.jsonl").open("ab") as shard:
        shard.write(torn)
    whole(tmp_path, range(7))
    fill(tmp_path, range(9))
    whole(tmp_path, range(9))


def test_lines_that_were_written_and_not_indexed_are_taken_in(tmp_path: Path) -> None:
    fill(tmp_path, range(5))
    with (tmp_path / "results-00001.jsonl").open("ab") as shard:
        for k in (5, 6):
            shard.write(json.dumps(result(k), ensure_ascii=False).encode() + b"\n")
    (tmp_path / "results-00002.jsonl").write_bytes(json.dumps(result(7), ensure_ascii=False).encode() + b"\n")
    whole(tmp_path, range(8))


def test_a_lost_index_is_made_again(tmp_path: Path) -> None:
    fill(tmp_path, range(10))
    for path in tmp_path.glob("index.db*"):
        path.unlink()
    whole(tmp_path, range(10))


def test_a_lost_shard_costs_its_documents_alone(tmp_path: Path) -> None:
    file = File("/in/1.pdf", 7, 8)
    fill(tmp_path, range(10))
    with Ledger(tmp_path, shard=4) as ledger:
        ledger.note(file, sha(1))
        assert ledger.settled(file)
    (tmp_path / "results-00000.jsonl").unlink()
    with Ledger(tmp_path, shard=4) as ledger:
        assert not ledger.settled(file)
        assert [ledger.has(sha(k)) for k in (0, 3, 4, 9)] == [False, False, True, True]
    fill(tmp_path, range(10))
    whole(tmp_path, range(10))


def test_failed_documents_are_forgotten_by_code(tmp_path: Path) -> None:
    odd = File("/in/odd.pdf", 3, 4)
    with Ledger(tmp_path, shard=4) as ledger:
        for k in range(9):
            ledger.add(sha(k), result(k, "timeout" if k % 4 == 1 else "damaged" if k == 2 else ""), 0.1)
        ledger.note(odd, sha(5))
        assert ledger.forget(["timeout", "internal"]) == 2
        assert not ledger.settled(odd)
        assert [ledger.has(sha(k)) for k in (1, 2, 5)] == [False, True, False]
        ledger.add(sha(1), result(1), 0.1)
        ledger.add(sha(5), result(5), 0.1)
        assert ledger.result(sha(8)) == result(8)
    assert len(lines(tmp_path)) == 9
    with Ledger(tmp_path) as ledger:
        assert [ledger.result(sha(k)) for k in (0, 1, 3, 5, 7)] == [result(k) for k in (0, 1, 3, 5, 7)]


def test_a_shard_that_was_rewritten_before_a_kill_is_indexed_anew(tmp_path: Path) -> None:
    fill(tmp_path, range(8))
    path = tmp_path / "results-00000.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[1:]))
    whole(tmp_path, range(1, 8))


def test_files_without_content_are_results_too(tmp_path: Path) -> None:
    bare = Extraction("gone.pdf", "", status="failed", error=Failure("not_found", "gone")).to_dict()
    gone = File("/in/gone\udcff.pdf", -1, 0)
    with Ledger(tmp_path) as ledger:
        assert ledger.add(unread(gone.path), bare, 0.0)
        ledger.note(gone, unread(gone.path))
        assert not ledger.add(unread(gone.path), bare, 0.0)
    with Ledger(tmp_path) as ledger:
        assert ledger.settled(gone)
        assert ledger.result(unread(gone.path)) == bare


def test_two_batches_do_not_write_to_one_folder(tmp_path: Path) -> None:
    with Ledger(tmp_path), pytest.raises(SetupError, match="Another batch"):
        Ledger(tmp_path)


def test_a_list_names_documents_from_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("a.pdf\n\n# no\n/elsewhere/b.bin\n")
    assert list(documents(tmp_path / "list.txt", tmp_path)) == [tmp_path / "a.pdf", Path("/elsewhere/b.bin")]
    (tmp_path / "list.jsonl").write_text('{"path": "a.pdf"}\n{"file": "b"}\n')
    with pytest.raises(SetupError, match="Line 2"):
        list(documents(tmp_path / "list.jsonl", tmp_path))


def test_a_folder_is_its_documents_and_those_of_the_desk_but_not_the_results(tmp_path: Path) -> None:
    for name in ("a.pdf", "sub/b.PNG", f"ab/{sha(1)}", f"ab/{sha(1)}.words", ".c.pdf", "d.txt", "out/e.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = {str(p.relative_to(tmp_path)) for p in documents(tmp_path, tmp_path / "out")}
    assert found == {"a.pdf", "sub/b.PNG", f"ab/{sha(1)}"}
    with pytest.raises(SetupError, match="neither"):
        list(documents(tmp_path / "nowhere", tmp_path))
