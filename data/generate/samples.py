"""Ten sample documents with their gold values, for demonstrations and as a stable set to try things on.

    python -m data.generate.samples [FOLDER]

writes them anew; do so after every change of the generator (a test compares the folder with what would be written).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.generate.compose import Drawn, generate
from data.generate.options import Options
from data.generate.render import to_pdf
from data.generate.scan import Kind, degrade, to_image_pdf

FOLDER = Path(__file__).parents[1] / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: what to draw, from which seed, and as what scan, if any."""

    number: int
    language: str
    kind: str
    seed: int
    scan: Kind | None = None

    @property
    def name(self) -> str:
        return f"sample-{self.number:02d}-{self.language}"

    def draw(self) -> Drawn:
        options = Options(kinds={self.kind: 1.0}, languages={self.language: 1.0}, bilingual=0.0)
        return generate(self.seed, options=options)


SAMPLES: tuple[Sample, ...] = (
    Sample(1, "pl", "order", 2067),
    Sample(2, "en", "order", 220),
    Sample(3, "de", "order", 320),
    Sample(4, "fr", "order", 409),
    Sample(5, "es", "invoice", 511),
    Sample(6, "it", "order", 602),
    Sample(7, "nl", "order_change", 713),
    Sample(8, "cs", "order_response", 802),
    Sample(9, "de", "order", 909, scan="fax"),
    Sample(10, "pl", "order", 1012, scan="photocopied"),
)
"""Seeds picked by eye among many, for pages that show what orders look like."""


def files(sample: Sample) -> dict[str, bytes]:
    """The PDF and the JSON of a sample by file name."""
    drawn = sample.draw()
    pdf = to_pdf(drawn.sheets, title=sample.name)
    if sample.scan is not None:
        pdf = to_image_pdf(degrade(pdf, sample.scan, sample.seed))
    gold = drawn.gold | {"id": sample.name, "scan": sample.scan is not None}
    text = json.dumps(gold, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return {f"{sample.name}.pdf": pdf, f"{sample.name}.json": text.encode()}


def readme() -> str:
    """What the folder holds, in Markdown."""
    rows = [
        f"| {sample.name}.pdf | {sample.language} | {sample.kind.replace('_', ' ')} | {sample.scan or 'text layer'} |"
        for sample in SAMPLES
    ]
    return "\n".join((
        "# Sample documents",
        "",
        "Made by the generator (`python -m data.generate.samples`); every company, person, number and price in them is",
        "made up. Each PDF has a JSON file of the same name with its gold values, in the format that the scorer reads.",
        "The scans are images without a text layer.",
        "",
        "| file | language | kind | source |",
        "|---|---|---|---|",
        *rows,
        "",
        "Written anew after each change of the generator; a test compares this folder with what would be written.",
        "The model learns from documents of the same generator: figures on these files say nothing about its quality.",
        "",
    ))  # fmt: skip


def write(folder: Path = FOLDER) -> list[Path]:
    """Write all samples and the README into `folder`, and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {"README.md": readme().encode()}
    for sample in SAMPLES:
        contents |= files(sample)
    paths = [folder / name for name in contents]
    for path in paths:
        path.write_bytes(contents[path.name])
    return paths


def main(arguments: Sequence[str] | None = None) -> None:
    folder = (sys.argv[1:] if arguments is None else list(arguments))[:1]
    for path in write(Path(folder[0]) if folder else FOLDER):
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
