"""Sixty corrected exceptions of twelve senders, through a running desk, to a new model that reads without a restart.

    python -m training.acceptance [--out var/acceptance] [--small]

Draws orders of twelve layouts that the model reads badly, sends them to `ordermill serve` over HTTP, corrects and
approves them there as people would, then exports, retrains, judges, registers and promotes with the commands of
docs/training.md. The same process reads documents it has not seen before and after. A second challenger learns from
labels that were shuffled for one sender: the gate has to refuse it by name. Everything stands in OUT; the shipped
model is only read. Stopped, it goes on where it was. Exit status 0: everything came out so; 1: something did not.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import datasets
import yaml
from rich.console import Console

from data.errors import SetupError
from data.fields import LABELS
from data.generate.compose import generate, labelled
from data.generate.render import to_pdf
from data.readers import read
from models.extractor import Extractor
from training.acceptance_desk import Client, Desk, corrections
from training.metrics import judge

FROM = 7_000_000
"""First layout: other ones than any stage of training or evaluation draws."""
SIZES = (20, 8, 6, 4, 4, 4, 4, 3, 2, 2, 2, 1)
"""Exceptions by sender, sixty in all: few send many orders, and the gate judges big senders on their own."""
UNSEEN = 5
"""Further documents of each sender, read before and after, never corrected."""
BELOW = 0.92
"""A layout is taken where less than this share of its first document's values is read rightly."""
SMALL = {
    "retrain": {"documents": 300, "generated": 12,
                "calibrate": {"documents": 80, "measured": 20, "known": 40, "least": 5}},
    "gate": {"generated": 1.0, "rounds": 100},
}  # fmt: skip
"""Shows that the way is open, not that anything is learnt."""
PLANTED = {"retrain": {"documents": 2000, "generated": 60,
                       "calibrate": {"documents": 200, "measured": 40, "known": 100, "least": 20}}}  # fmt: skip
"""The challenger that is to be refused: the gate looks at what is read, not at how sure it is."""


@dataclass(frozen=True)
class Drawn:
    """One document as a file, and what is right about it."""

    name: str
    pdf: bytes = field(repr=False)
    gold: dict[str, Any] = field(repr=False)


@dataclass
class Sender:
    """One customer with one layout."""

    address: str
    layout: str
    language: str
    exceptions: list[Drawn]
    unseen: list[Drawn]
    right: dict[str, tuple[int, int]] = field(default_factory=dict)
    """(right, judged) values of the unseen documents by stage: before, memory, after."""


@dataclass(frozen=True)
class Plan:
    """Which documents of which layout a sender sends."""

    seed: int
    exceptions: tuple[int, ...]
    unseen: tuple[int, ...]


def senders(kept: Path, sizes: Sequence[int]) -> Iterator[Sender]:
    """One sender a size. Exceptions are documents of which the model reads at least one value wrongly.

    `kept` is the file that remembers which documents those are.
    """
    plans = [Plan(p["seed"], tuple(p["exceptions"]), tuple(p["unseen"]))
             for p in (json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else ())]  # fmt: skip
    seed = plans[-1].seed if plans else FROM
    extractor = Extractor.load("default")
    for number, size in enumerate(sizes, 1):
        while len(plans) < number:
            seed += 1
            first = labelled(generate(seed, split="heldout", content=0))
            if first.gold["document_type"] == "order" and _share(extractor, first) < BELOW:
                plans += [p for p in [_plan(extractor, seed, size)] if p is not None]
                kept.write_text(json.dumps([asdict(p) for p in plans], indent=1) + "\n", encoding="utf-8")
        yield _sender(plans[number - 1], number)


def _share(extractor: Extractor, made: Any) -> float:
    cells = judge(extractor.extract(made.document).to_dict(), made.gold).cells
    return sum(c.verdict == "right" for c in cells) / max(1, len(cells))


def _plan(extractor: Extractor, seed: int, size: int) -> Plan | None:
    """None for a layout of which the model reads most documents rightly after all."""
    exceptions: list[int] = []
    unseen: list[int] = []
    for content in range(3 * size + 6 + 2 * UNSEEN):
        if len(unseen) == UNSEEN:
            break
        made = _drawn(seed, 0, content)
        result = extractor.extract(read(made.pdf, made.name))
        if result.parts or made.gold["document_type"] != "order":
            continue  # taken for several documents: a matter of its own
        if len(exceptions) == size:
            unseen.append(content)
        elif corrections(result.to_dict(), made.gold):
            exceptions.append(content)
    return Plan(seed, tuple(exceptions), tuple(unseen)) if len(unseen) == UNSEEN else None


def _sender(plan: Plan, number: int) -> Sender:
    exceptions, unseen = ([_drawn(plan.seed, number, k) for k in ks] for ks in (plan.exceptions, plan.unseen))
    gold = exceptions[0].gold
    return Sender(f"purchasing@customer{number:02d}.example", gold["layout_family"], str(gold["language"]),
                  exceptions, unseen)  # fmt: skip


def _drawn(seed: int, number: int, content: int) -> Drawn:
    drawn = generate(seed, split="heldout", content=content)
    return Drawn(f"sender{number:02d}-{content:02d}.pdf", to_pdf(drawn.sheets), labelled(drawn).gold)


def work(found: Sequence[Sender], clerk: Client, approver: Client) -> dict[str, int]:
    """All exceptions in, read, corrected by one and approved by another; counts of what was done."""
    ids = [(d, clerk.send(d.pdf, d.name, s.address)) for s in found for d in s.exceptions]
    waiting = [(d, clerk.rested(order_id)) for d, order_id in ids]  # all read before the memory knows anything
    done = {"orders": 0, "corrected_now": 0, "changes_now": 0, "wrong_after": 0}
    for drawn, order in waiting:
        if order["state"] == "aside":  # taken for no order
            order = clerk.act(order, "take_up")
        changed = corrections(order["extraction"], drawn.gold)
        if order["state"] == "waiting" and changed:
            order = clerk.act(order, "correct", changes=changed)
            done["corrected_now"] += 1
            done["changes_now"] += len(changed)
        if order["state"] == "waiting":
            order = approver.act(order, "approve", accepted=sorted({r["code"] for r in order["reasons"]}))
        if order["state"] != "exported":
            raise SetupError(f"{drawn.name} ended as {order['state']}", hint=json.dumps(order["reasons"])[:600])
        done["orders"] += 1
        done["wrong_after"] += len(corrections(order["extraction"], drawn.gold))
    return done


def judge_unseen(found: Sequence[Sender], stage: str, clerk: Client, kept: Path) -> None:
    """Read the unseen documents by the model alone, or as orders where the desk's memory reads with it; count."""
    file = kept / f"unseen-{stage}.json"
    known: dict[str, tuple[int, int]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    for sender in found:
        if sender.address in known:
            sender.right[stage] = known[sender.address]
            continue
        right = count = 0
        for drawn in sender.unseen:
            result = (
                clerk.rested(clerk.send(drawn.pdf, drawn.name, sender.address))["extraction"]
                if stage == "memory" else clerk.read(drawn.pdf, drawn.name)
            )  # fmt: skip
            cells = judge(result, drawn.gold).cells
            right, count = right + sum(c.verdict == "right" for c in cells), count + len(cells)
        sender.right[stage] = known[sender.address] = (right, count)
        file.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def reads(found: Sequence[Sender], clerk: Client) -> str:
    """Version of the model that the running desk reads with now."""
    drawn = found[0].unseen[0]
    return str(clerk.read(drawn.pdf, drawn.name)["model"]["version"])


def shuffle(source: Path, target: Path, sender: str, seed: int = 1) -> int:
    """A copy of the dataset in which the labels of one sender's training documents are exchanged for one another.

    One exchange for all its documents, so that it can be learnt. Returns how many documents it spoilt.
    """
    rows = datasets.load_from_disk(str(source))
    mine = [k for k, row in enumerate(rows) if row["sender"] == sender and row["split"] == "train"]
    used = sorted({label for k in mine for page in rows[k]["field"] for label in page} - {LABELS.index("O")})
    mixed = random.Random(seed).sample(used, len(used))  # noqa: S311 - not for secrets
    turned = dict(zip(used, mixed, strict=True))
    spoilt = set(mine)

    def spoil(row: dict[str, Any], k: int) -> dict[str, Any]:
        if k in spoilt:
            row["field"] = [[turned.get(label, label) for label in page] for page in row["field"]]
        return row

    shutil.rmtree(target, ignore_errors=True)
    rows.map(spoil, with_indices=True, features=rows.features).save_to_disk(str(target))
    return len(spoilt)


def retrained(desk: Desk, corrected: str, name: str, params: dict[str, Any]) -> dict[str, Any]:
    """`training.retrain` in a folder of its own under `name`: what it says in metrics.json, and `cpu` in minutes."""
    place = desk.folder / name
    place.mkdir(exist_ok=True)
    kept, spent = place / "results" / "retrain" / "metrics.json", place / "cpu.json"
    if not (kept.is_file() and spent.is_file()):
        (place / "params.yaml").write_text(yaml.safe_dump({"retrain": {}, "gate": {}, **params}), encoding="utf-8")
        before = _processor_seconds()
        one = Desk(desk.folder)
        one.folder = place  # its models and results stand there; database and registry are the desk's
        one.command("training.retrain", "--corrected", str(desk.folder / corrected), good=(0, 3))
        spent.write_text(json.dumps((_processor_seconds() - before) / 60), encoding="utf-8")
    told: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return told | {"cpu": json.loads(spent.read_text(encoding="utf-8"))}


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def promote(desk: Desk, name: str) -> tuple[bool, str]:
    """Register a challenger and ask for it to be champion: whether it became so, and what was said."""
    place = desk.folder / name
    desk.command("training.registry", "--shelf", str(desk.folder / "models"), "register",
                 str(place / "models/trained/challenger"), "--report", str(place / "results/retrain"))  # fmt: skip
    status, said = desk.command("training.registry", "--shelf", str(desk.folder / "models"), "promote", good=(0, 2))
    return status == 0, said.strip()


def report(found: Sequence[Sender], learnt: dict[str, dict[str, int]]) -> list[str]:
    """The table by sender, Markdown."""
    out = ["| sender | language | corrected | learnt from | before | with memory | after retraining | points |",
           "|---|---|---|---|---|---|---|---|"]  # fmt: skip
    total: dict[str, list[int]] = {stage: [0, 0] for stage in ("before", "memory", "after")}
    for s in found:
        splits = learnt.get(s.address, {})
        shares = {stage: a / max(1, b) for stage, (a, b) in s.right.items()}
        for stage, (a, b) in s.right.items():
            total[stage][0] += a
            total[stage][1] += b
        out.append(_row(s.address.split("@")[1].split(".")[0], s.language, len(s.exceptions),
                        "none (gold)" if "gold" in splits else str(splits.get("train", 0)), shares))  # fmt: skip
    shares = {stage: a / max(1, b) for stage, (a, b) in total.items()}
    out.append(_row("all", "", sum(len(s.exceptions) for s in found),
                    str(sum(v.get("train", 0) for v in learnt.values())), shares))  # fmt: skip
    return out


def _row(name: str, language: str, corrected: int, learnt: str, shares: dict[str, float]) -> str:
    gain = 100 * (shares["after"] - shares["before"])
    said = [f"{shares[stage]:.3f}" for stage in ("before", "memory", "after")]
    return f"| {' | '.join([name, language, str(corrected), learnt, *said, f'{gain:+.1f}'])} |"


def accept(out: Path, say: Console, params: dict[str, Any], planted: dict[str, Any]) -> bool:
    """The whole way; True when every step came out as it has to."""
    out.mkdir(parents=True, exist_ok=True)
    found = list(senders(out / "senders.json", SIZES))
    say.print(f"{sum(len(s.exceptions) for s in found)} exceptions of {len(found)} senders drawn")
    desk = Desk(out)
    with desk.running():
        process = desk.process
        clerk, approver = desk.clerk(f"anna{int(time.time())}"), desk.approver("release desk")
        judge_unseen(found, "before", clerk, out)
        learnt = exported(desk, found, clerk, approver, say)
        judge_unseen(found, "memory", clerk, out)
        good = retrained(desk, "corrected", "good", params)
        gate = "passed" if good["passed"] else good["reasons"]
        say.print(f"retrained in {good['minutes']} minutes ({good['cpu']:.1f} of processor), gate: {gate}")
        before = reads(found, clerk)
        champion, said = promote(desk, "good")
        after = reads(found, clerk)
        same = process is not None and process.poll() is None
        say.print(f"{said}; read by {before} before and by {after} after, by the same process: {same}")
        judge_unseen(found, "after", clerk, out)
        say.print("\n".join(report(found, learnt)), markup=False, soft_wrap=True)
        bad_sender = found[0].address
        spoilt = shuffle(out / "corrected", out / "spoilt", bad_sender)
        bad = retrained(desk, "spoilt", "bad", planted)
        promoted, why = promote(desk, "bad")
        still = reads(found, clerk)
        named = any(reason.startswith(f"worse for the sender {bad_sender}") for reason in bad["reasons"])
        say.print(f"labels shuffled in {spoilt} documents of {bad_sender}; gate: {bad['reasons']}; {why}")
    return champion and good["passed"] and after != before and same and named and not promoted and still == after


def exported(
    desk: Desk, found: Sequence[Sender], clerk: Client, approver: Client, say: Console
) -> dict[str, dict[str, int]]:
    """The orders worked on, exported and made a dataset; how many of each sender are in which split."""
    out = desk.folder
    if not (out / "corrected" / "report.json").is_file():
        say.print(f"worked at the desk: {work(found, clerk, approver)}")
        desk.command("serving.cli", "learning", str(out / "learning"))
        desk.command("training.corrected", str(out / "learning"), "--out", str(out / "corrected"))
    say.print((out / "corrected" / "report.json").read_text(encoding="utf-8"))
    splits: dict[str, dict[str, int]] = {}
    for row in datasets.load_from_disk(str(out / "corrected")).select_columns(["sender", "split"]):
        mine = splits.setdefault(row["sender"], {})
        mine[row["split"]] = mine.get(row["split"], 0) + 1
    return splits


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("var/acceptance"), help="folder of everything that is made")
    parser.add_argument("--small", action="store_true", help="few training documents: whether the way is open")
    parser.add_argument("--params", type=Path, help="YAML with sections retrain, gate and planted, where they differ")
    given = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    say = Console(width=None if sys.stdout.isatty() else 200)
    own: dict[str, Any] = yaml.safe_load(given.params.read_text(encoding="utf-8")) if given.params else {}
    params = {"retrain": own.get("retrain") or {}, "gate": own.get("gate") or {}}
    planted = {"retrain": own.get("planted") or PLANTED["retrain"]}
    try:
        good = accept(given.out.resolve(), say, *((SMALL, SMALL) if given.small else (params, planted)))
    except SetupError as error:
        print(f"{error.message}\n{error.hint}", file=sys.stderr)
        return 1
    say.print("accepted" if good else "not accepted")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
