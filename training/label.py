"""Documents to Label Studio and labels back.

    python -m training.label push FILE... [--count 50] [--sender NAME] [--backend URL]
    python -m training.label pull [--out var/labelled]
    python -m training.label status

LABEL_STUDIO_URL and LABEL_STUDIO_API_KEY say where and who. `push` takes the documents that teach most and adds pages
that are not there yet; `pull` writes every finished document as `ordermill learning` does. Both may be stopped at any
moment and run again.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from data.errors import SetupError
from data.labelling import Settled, key_of, settle, task
from models.extractor import Extractor
from training.label_choose import Candidate, candidates, choose, files, picture
from training.label_server import BATCH_BYTES, Project

TITLE = "Ordermill"


def push(project: Project, chosen: Sequence[Candidate], say: Callable[[str], None] = print) -> Counter[str]:
    """Add the pages of `chosen` that the project lacks; how many were added and how many were there."""
    there = set(project.pages_there())
    done: Counter[str] = Counter()
    batch: list[dict[str, Any]] = []
    size = 0

    def send() -> None:
        nonlocal size
        if batch:
            project.add(batch)
            done["pages added"] += len(batch)
            say(f"{done['pages added']:>6}  pages added")
            batch.clear()
            size = 0

    for candidate in chosen:
        content = candidate.path.read_bytes()
        for page in candidate.source.document.pages:
            if key_of(candidate.source.document.sha256, page.number) in there:
                done["pages there already"] += 1
                continue
            made = task(candidate.source, page.number, picture(content, page))
            batch.append(made)
            size += len(made["data"]["image"]) + len(made["data"]["order"])
            if size > BATCH_BYTES:
                send()
    send()
    return done


def pull(tasks: Iterable[dict[str, Any]], out: Path) -> tuple[list[Settled], Counter[str]]:
    """Write each finished document to `out`, and take away files of documents that are not finished any more.

    `tasks` must be all of the project. A file is whole or not there; what has not changed is not written again.
    """
    settled = settle(tasks)
    out.mkdir(parents=True, exist_ok=True)
    done: Counter[str] = Counter()
    names = set()
    for one in settled:
        if one.order is None:
            continue
        path = out / f"{one.order['order']}.json.gz"
        names.add(path.name)
        content = gzip.compress(json.dumps(one.order, ensure_ascii=False, sort_keys=True).encode(), mtime=0)
        if path.is_file() and path.read_bytes() == content:
            done["unchanged"] += 1
            continue
        beside = path.with_suffix(".part")
        beside.write_bytes(content)
        os.replace(beside, path)
        done["written"] += 1
    for path in out.glob("labelled-*.json.gz"):
        if path.name not in names:
            path.unlink()
            done["removed"] += 1
    return settled, done


def _push(arguments: argparse.Namespace, project: Project) -> int:
    made = project.ensure()
    print(f"project {project.title!r} {'made' if made else 'found'}: {project.url}/projects/{project.id}")
    if arguments.backend:
        project.connect(arguments.backend, os.environ.get("ORDERMILL_LABEL_KEY"))
    found, left = candidates(
        files(arguments.files), Extractor.load(arguments.model), arguments.sender, keep_until=arguments.keep_until
    )
    for name, why in left.items():
        print(f"left out: {name}: {why}", file=sys.stderr)
    there = {key.partition(":")[0] for key in project.pages_there()}
    begun = [c for c in found if c.source.document.sha256 in there]
    new = [c for c in found if c.source.document.sha256 not in there]
    # A document that is there in part, after a kill, is finished first: its pages would be waited for for ever.
    chosen = begun + choose(new, max(0, arguments.count - len(begun)), [c.look for c in begun])
    for what, count in push(project, chosen).items():
        print(f"{count:>6}  {what}")
    print(f"{len(found) - len(chosen):>6}  documents not chosen (--count {arguments.count})")
    return 1 if left and not found else 0


def _pull(arguments: argparse.Namespace, project: Project) -> int:
    project.needed()
    settled, done = pull(project.tasks(), arguments.out)
    _show(settled)
    for what, count in sorted(done.items()):
        print(f"{count:>6}  files {what}")
    return 0


def _status(arguments: argparse.Namespace, project: Project) -> int:
    project.needed()
    twice = [key for key, count in Counter(project.pages_there()).items() if count > 1]
    _show(settle(project.tasks()))
    if twice:
        print(f"{len(twice):>6}  pages are there twice (two pushes at once); labels of both count")
    return 0


def _show(settled: Sequence[Settled]) -> None:
    for one in settled:
        if one.state in ("disputed", "faulty", "skipped"):
            print(f"{one.state}: {one.file}", *(f"    {note}" for note in one.notes), sep="\n")
    for state, count in sorted(Counter(one.state for one in settled).items()):
        print(f"{count:>6}  documents {state}")
    print(f"{sum(o.labelled for o in settled):>6}  of {sum(o.pages for o in settled)} pages labelled")
    rated = [one.agreement for one in settled if one.agreement is not None]
    if rated:
        print(f"{sum(rated) / len(rated):>6.1%}  agreement on values, {len(rated)} documents with several annotators")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="training.label", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--project", default=TITLE, help="title of the project in Label Studio")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("push", help="send documents")
    one.add_argument("files", metavar="FILE", type=Path, nargs="+", help="documents, or folders with documents")
    one.add_argument("--count", type=int, default=50, help="documents to label in all, the most informative")
    one.add_argument("--sender", default="", help="who sent them; without it the labelled buyer is the sender")
    one.add_argument("--keep-until", help="day (ISO) after which they may not be learnt from")
    one.add_argument("--backend", help="address of the ML backend as the Label Studio server reaches it")
    one.add_argument("--model", default="default", help="name of a shipped model or a folder that holds one")
    commands.add_parser("pull", help="fetch labels").add_argument("--out", type=Path, default=Path("var/labelled"))
    commands.add_parser("status", help="how far the labelling is")
    arguments = parser.parse_args(argv)
    url, key = os.environ.get("LABEL_STUDIO_URL", ""), os.environ.get("LABEL_STUDIO_API_KEY", "")
    try:
        if not url or not key:
            raise SetupError(
                "LABEL_STUDIO_URL or LABEL_STUDIO_API_KEY is not set",
                hint="give the address of Label Studio and a personal access token of an account there",
            )
        with closing(Project(url.rstrip("/"), key, arguments.project)) as project:
            return {"push": _push, "pull": _pull, "status": _status}[arguments.command](arguments, project)
    except SetupError as error:
        print(f"{error.message}\n{error.hint}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
