"""Speed and memory from the bytes of a PDF to its fields, beside the usual recipes, in one run (`make bench`).

    python -m training.bench [--pages 16] [--scans 4] [--publish docs/bench.md]

Every contender is a process of its own on two threads; page by page they take turns, so that whatever else the machine
does hits all alike. Contenders: this reader; this reader behind pdfplumber; LayoutLM-base and LayoutLMv3-base (random
weights, same size and work as trained ones) in the usual transformers recipe: words, WordPiece, windows of 512 with a
stride of 128.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from rich.progress import track

from data.generate.compose import generate
from data.generate.render import to_pdf
from data.generate.scan import degrade, to_image_pdf

FROM = 940_000_000
CONTENDERS = ("ordermill", "ordermill+pdfplumber", "layoutlm-base", "layoutlmv3-base")


@dataclass
class Contender:
    """A child process that reads one file for every line on its standard input."""

    name: str
    process: subprocess.Popen[str]
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @classmethod
    def start(cls, name: str, model: str) -> Contender:
        command = [sys.executable, "-m", "training.contender", name, model]
        return cls(name, subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))  # noqa: S603

    def ask(self, path: str) -> dict[str, float]:
        assert self.process.stdin is not None and self.process.stdout is not None  # noqa: S101, PT018 - both are pipes
        self.process.stdin.write(path + "\n")
        self.process.stdin.flush()
        answer: dict[str, float] = json.loads(self.process.stdout.readline())
        return answer

    def time(self, path: Path) -> None:
        answer = self.ask(str(path))
        self.seconds.append(answer["seconds"])
        self.megabytes = answer["megabytes"]

    def stop(self) -> None:
        assert self.process.stdin is not None  # noqa: S101
        self.process.stdin.close()
        self.process.wait(timeout=60)


def text_pages(count: int, folder: Path) -> list[Path]:
    """`count` one-page PDFs with a text layer, of layouts kept out of training."""
    out: list[Path] = []
    number = FROM
    while len(out) < count:
        drawn = generate(number, split="heldout")
        if len(drawn.sheets) == 1 and drawn.gold["document_type"] != "other":
            path = folder / f"text-{number}.pdf"
            path.write_bytes(to_pdf(drawn.sheets))
            out.append(path)
        number += 1
    return out


def scanned_pages(texts: list[Path], folder: Path) -> list[Path]:
    """The same pages as 200 dpi pictures without text."""
    out = []
    for k, path in enumerate(texts):
        scan = folder / f"scan-{k}.pdf"
        scan.write_bytes(to_image_pdf(degrade(path.read_bytes(), "clean", k)))
        out.append(scan)
    return out


def bench(pages: int, scans: int, model: str) -> dict[str, dict[str, float]]:
    """Median and spread of seconds a page, ratios pair by pair, peak memory of the process."""
    with tempfile.TemporaryDirectory() as name:
        texts = text_pages(pages, Path(name))
        pictures = scanned_pages(texts[:scans], Path(name))
        contenders = [Contender.start(c, model) for c in CONTENDERS]
        try:
            for contender in contenders:  # models load and caches fill outside the clock
                contender.ask(str(texts[0]))
            for path in track(texts, "text pages"):
                for contender in contenders:
                    contender.time(path)
            ocr = Contender.start("ordermill", model)
            ocr.ask(str(pictures[0]))
            for path in track(pictures, "scanned pages"):
                ocr.time(path)
            ocr.stop()
        finally:
            for contender in contenders:
                contender.stop()
    out = {c.name: figures(c, contenders[0]) for c in contenders}
    ocr.name = "ordermill, scanned"
    return out | {ocr.name: figures(ocr, ocr)}


def figures(contender: Contender, base: Contender) -> dict[str, float]:
    """Figures of one contender; `slower` is the median of its pairwise ratios to `base`."""
    ratios = [a / b for a, b in zip(contender.seconds, base.seconds, strict=True)]
    return {
        "pages": len(contender.seconds),
        "milliseconds": round(1000 * statistics.median(contender.seconds), 1),
        "fastest": round(1000 * min(contender.seconds), 1),
        "slowest": round(1000 * max(contender.seconds), 1),
        "pages_per_second": round(1 / statistics.median(contender.seconds), 2),
        "slower": round(statistics.median(ratios), 2),
        "peak_megabytes": round(contender.megabytes, 1),
    }


def report(result: dict[str, dict[str, float]]) -> str:
    """A Markdown table."""
    rows = ["# Speed and memory\n", __doc__.split("\n\n")[2].replace("\n", " ") + "\n",
            "| contender | pages | ms a page, median (fastest to slowest) | pages a second | times as long (pairs) "
            "| peak memory, MB |", "|---|---|---|---|---|---|"]  # fmt: skip
    for name, f in result.items():
        rows.append(
            f"| {name} | {f['pages']:.0f} | {f['milliseconds']} ({f['fastest']} to {f['slowest']}) | "
            f"{f['pages_per_second']} | {f['slower']} | {f['peak_megabytes']} |"
        )
    return "\n".join(rows) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=16)
    parser.add_argument("--scans", type=int, default=4)
    parser.add_argument("--model", default="default")
    parser.add_argument("--publish", default="", help="copy the report there, e.g. docs/bench.md")
    arguments = parser.parse_args()
    result = bench(arguments.pages, arguments.scans, arguments.model)
    folder = Path("results/bench")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    text = report(result)
    (folder / "bench.md").write_text(text, encoding="utf-8")
    if arguments.publish:
        Path(arguments.publish).write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
