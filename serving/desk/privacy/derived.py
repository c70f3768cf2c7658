"""Erasing in what was made of the desk's orders: files to learn from, labels, datasets, caches, reports, DVC's cache.

    place                what goes
    var/learning         orders exported by `ordermill learning`
    var/labelled         documents labelled in Label Studio, also those that never went over the desk
    var/label-memory     layouts remembered of labelled documents
    var/models           records of trials beside the champion
    data                 rows of Hugging Face datasets, which are written anew; other files
    results, mlruns,     documents once read, predictions, judged values; reports that name the subject, whole
    mlartifacts
    .dvc/cache           copies of any of these

All below one folder, the one that training is run in. Weights stay; `seen_by` says which models were trained on the
subject.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from dataclasses import replace
from pathlib import Path

from serving.desk.privacy.erasers import Erased, Eraser, Subject, Witness
from serving.desk.privacy.folders import LEARNT, folder
from serving.desk.privacy.traces import Traces

SOURCES = ("var/learning", "var/labelled")
"""Where orders lie before anything is made of them. They go last: they say which other documents are the subject's."""
PLACES = ("var/label-memory", "var/models", "data/processed", "data/raw", "results", "mlruns", "mlartifacts",
          ".dvc/cache", *SOURCES)  # fmt: skip
MODELS = ("var/models", "models/trained", "mlruns", "mlartifacts")


def derived(root: Path) -> Eraser:
    """An eraser for all places below `root`. Where one fails the rest stay, so that it can be run again."""

    def erase(subject: Subject, dry: bool) -> list[Erased]:
        wider = _widened(subject, root)
        return [found for place in PLACES for found in folder(place, root / place)(wider, dry)]

    return erase


def _widened(subject: Subject, root: Path) -> Subject:
    """The subject with orders and documents of theirs that only the files to learn from know."""
    traces = Traces.of(subject)
    orders, documents = set(subject.orders), set(subject.documents)
    for path in (path for place in SOURCES for path in (root / place).glob("*.json.gz")):
        content = path.read_bytes()
        if not (traces.in_name(path) or traces.in_bytes(content)):
            continue
        try:
            raw = json.loads(gzip.decompress(content))
            orders.add(str(raw["order"]))
            documents.add(str(raw["document"]["sha256"]))
        except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error):
            continue  # it goes, and tells nothing
    return replace(subject, orders=tuple(sorted(orders)), documents=tuple(sorted(documents - set(subject.shared))))


def seen_by(root: Path) -> Witness:
    """Models below `root` whose manifest names the subject, or whose ancestors' does."""

    def witness(subject: Subject) -> list[str]:
        marks = {*subject.orders, *subject.documents, *subject.shared, *(hashed(name) for name in subject.names)}
        out = []
        for place in MODELS:
            for path in (root / place).rglob(LEARNT):
                try:
                    learnt = json.loads(path.read_text(encoding="utf-8"))
                except ValueError:
                    continue
                if marks & {*learnt["orders"], *learnt["documents"], *learnt["senders"]}:
                    out.append(f"{learnt['name']} {learnt['version']} ({learnt['fingerprint']})")
        return sorted(set(out))

    return witness


def hashed(sender: str) -> str:
    """How a manifest names a sender: it must not repeat who is to be forgotten."""
    return hashlib.sha256(f"sender {' '.join(sender.casefold().split())}".encode()).hexdigest()
