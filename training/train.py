"""Stage `train`: the reader from generated documents, stopped and resumed at will.

    python -m training.train [--profile smoke] [--fresh]

One process on a CPU, or `torchrun --nproc-per-node N -m training.train` on many GPUs: accelerate decides, the code is
the same. Progress is printed, curves go to results/train/curves.jsonl and MLflow, weights to models/trained/reader.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.state import AcceleratorState
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader

from models.config import ReaderConfig
from models.inputs import Inputs
from models.network import Outputs
from training import checkpoint, plots, steady
from training.backbone import build, describe, keep_tokenizer
from training.config import TrainParams, load
from training.corpus import Corpus
from training.schedule import learning_rate
from training.stream import IGNORE, LABEL_NUMBER, Sample, Stream, document, samples, to_batch
from training.thaw import thaw
from training.tracking import Run, open_run

ROLE_WEIGHT = 0.5
START_WEIGHT = 0.5
KIND_WEIGHT = 0.4
HELD_OUT_FROM = 900_000_000
"""First number of the held-out documents behind the curves."""


def loss_of(outputs: Outputs, target: dict[str, Tensor]) -> Tensor:
    """Cross entropies of fields, roles, starts of lines and types, weighted."""
    field, role, start, kind = outputs
    entropy = F.cross_entropy(field.float().flatten(0, 1), target["field"].flatten(), ignore_index=IGNORE)
    entropy = entropy + ROLE_WEIGHT * F.cross_entropy(
        role.float().flatten(0, 1), target["role"].flatten(), ignore_index=IGNORE
    )
    judged = target["start"] != IGNORE
    begins = F.binary_cross_entropy_with_logits(start.float()[judged], target["start"][judged].float())
    return entropy + START_WEIGHT * begins + KIND_WEIGHT * F.cross_entropy(kind.float(), target["kind"])


@torch.no_grad()
def word_scores(
    model: nn.Module, held_out: list[list[Sample]], inputs: Inputs, without: tuple[str, ...] = ()
) -> dict[str, float]:
    """Micro F1 of words with a field, accuracy of roles and of document types, on held-out documents."""
    model.eval()
    device = next(model.parameters()).device
    hit = said = meant = roles = words = kinds = windows = 0
    for chosen in held_out:
        arrays = {name: value.to(device) for name, value in to_batch(chosen, inputs, without).items()}
        field, role, _, kind = model(**{name: arrays[name] for name in inputs.names})
        judged = arrays["field"] != IGNORE
        guess, truth = field.argmax(-1)[judged], arrays["field"][judged]
        hit += int(((guess == truth) & (truth != LABEL_NUMBER["O"])).sum())
        said += int((guess != 0).sum())
        meant += int((truth != 0).sum())
        roles += int((role.argmax(-1)[judged] == arrays["role"][judged]).sum())
        words += int(judged.sum())
        kinds += int((kind.argmax(-1) == arrays["kind"]).sum())
        windows += len(chosen)
    model.train()
    return {"word_f1": 2 * hit / max(said + meant, 1), "role_accuracy": roles / max(words, 1),
            "type_accuracy": kinds / max(windows, 1)}  # fmt: skip


def held_out_batches(params: TrainParams, config: ReaderConfig) -> list[list[Sample]]:
    """Windows of the held-out documents in batches of eight of like length."""
    all_samples: list[Sample] = []
    for k in range(params.evaluate_documents):
        all_samples += samples(document(HELD_OUT_FROM + k, params.ocr_share, split="heldout"), config)
    all_samples.sort(key=lambda s: len(s.field))
    return [all_samples[k : k + 8] for k in range(0, len(all_samples), 8)]


def train(params: TrainParams, *, fresh: bool = False) -> dict[str, Any]:
    """Run or resume the stage; returns the last report."""
    torch.set_num_threads(params.threads)
    torch.manual_seed(params.seed)
    AcceleratorState._reset_state()  # a notebook trains twice in one process, the second time perhaps more coarsely
    # several CPU processes find each other only when the CPU is asked for
    accelerator = Accelerator(mixed_precision=params.mixed_precision, cpu=not torch.cuda.is_available())
    config = ReaderConfig.load(Path(params.start) / "reader.json") if params.start else describe(params)
    inputs = Inputs(config, Path(params.backbone))
    model = build(params, config)
    if params.start:
        model.load_state_dict(thaw(Path(params.start)))
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=params.learning_rate, betas=(0.9, 0.98), weight_decay=params.weight_decay, fused=True
    )
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    out, results = Path(params.out), Path(params.results)
    folder = out / "checkpoint"
    state: dict[str, Any] = {"seen": 0, "seconds": 0.0, "report": {}}
    curves = results / "curves.jsonl"
    if accelerator.is_main_process:
        checkpoint.heal(folder)
        if fresh or not folder.exists():
            steady.forget(out)
        results.mkdir(parents=True, exist_ok=True)
    accelerator.wait_for_everyone()
    if not fresh and folder.exists():
        state = checkpoint.load(folder, model, average, optimizer)
    model, optimizer = accelerator.prepare(model, optimizer)
    average = {k: v.to(accelerator.device) for k, v in average.items()}
    if accelerator.is_main_process and state["seen"] == 0:
        curves.unlink(missing_ok=True)
    run = open_run("train", asdict(params), enabled=params.mlflow and accelerator.is_main_process)
    stream = Stream(inputs, params.seed, params.batch_words, params.ocr_share, state["seen"],
                    accelerator.process_index, accelerator.num_processes, tuple(params.without),
                    Corpus(params.corpus) if params.corpus else None, params.corpus_share)  # fmt: skip
    loader = DataLoader(
        stream, batch_size=None, num_workers=params.workers, prefetch_factor=8 if params.workers else None,
        generator=torch.Generator(),  # else it draws from the one that dropout draws from
    )  # fmt: skip
    loop = _Loop(params, inputs, accelerator, model, optimizer, average, state, curves, run)
    try:
        loop.go(loader, folder)
        if accelerator.is_main_process and curves.is_file():
            plots.curves(curves, results / "curves.png")
            run.file(results / "curves.png")
    finally:
        run.close()
    if accelerator.is_main_process:
        blended = steady.blend(average, steady.kept(out, params.documents / 2), params.steady_share)
        finish(out, accelerator.unwrap_model(model), blended, config)
        keep_tokenizer(params.backbone, out)
        (results / "metrics.json").write_text(json.dumps(state["report"], indent=1) + "\n", encoding="utf-8")
    # the processes part together, and the model goes before the group it is shared in: else one may wait for ever
    accelerator.wait_for_everyone()
    del loop
    model, optimizer = accelerator.free_memory(model, optimizer)
    accelerator.end_training()
    report: dict[str, Any] = state["report"]
    return report


def finish(out: Path, model: nn.Module, average: dict[str, Tensor], config: ReaderConfig) -> None:
    """Write the averaged weights where `export` looks for them."""
    model.load_state_dict(average)
    model.save_pretrained(out)  # type: ignore[operator]
    config.save(out / "reader.json")


class _Loop:
    """The steps of a run and its book-keeping."""

    def __init__(self, params: TrainParams, inputs: Inputs, accelerator: Accelerator, model: nn.Module,
                 optimizer: torch.optim.Optimizer, average: dict[str, Tensor], state: dict[str, Any],
                 curves: Path, run: Run) -> None:  # fmt: skip
        self.params, self.inputs, self.accelerator, self.model = params, inputs, accelerator, model
        self.optimizer, self.average, self.state, self.curves, self.run = optimizer, average, state, curves, run
        self.began = time.monotonic() - state["seconds"]
        self.losses: list[float] = []
        self.kept_at = max((int(path.stem) for path in steady.kept(Path(params.out))), default=0)
        self.held_out: list[list[Sample]] | None = None

    def go(self, loader: DataLoader[dict[str, Tensor]], folder: Path) -> None:
        p, state = self.params, self.state
        reported = saved = state["seen"]
        if state["seen"] >= p.documents:
            return
        self.reseed()
        for arrays in loader:
            self.step(arrays)
            state["seen"] += self.counted(arrays["documents"])
            done = state["seen"] >= p.documents
            if state["seen"] - reported >= p.report_every or done:
                reported = state["seen"]
                self.report()
            # in the middle of a pool of windows the stream could not be taken up again where it stopped
            whole = bool(arrays["last"]) or self.accelerator.num_processes > 1
            if (state["seen"] - saved >= p.checkpoint_every and whole) or done:
                saved = state["seen"]
                state["seconds"] = time.monotonic() - self.began
                if self.accelerator.is_main_process:
                    own = self.accelerator.unwrap_model(self.model)
                    checkpoint.save(folder, own, self.average, self.optimizer, state)
                    self.keep(folder.parent)
                self.reseed()
            if done:
                return

    def keep(self, out: Path) -> None:
        """Keep the average every so many documents, as long as the rate stands."""
        p, seen = self.params, int(self.state["seen"])
        standing = p.warmup < seen <= p.documents * (1 - p.decay_share)
        if p.steady_share and standing and seen - self.kept_at >= p.keep_every:
            self.kept_at = seen
            steady.keep(out, self.average, seen)

    def reseed(self) -> None:
        """Dropout after a checkpoint follows from the documents seen, in an unbroken run as in one taken up again."""
        a = self.accelerator
        torch.manual_seed((self.params.seed << 32) + self.state["seen"] * a.num_processes + a.process_index)

    def counted(self, documents: Tensor) -> int:
        """Documents of all processes: they must agree on how many were seen, to stop at the same step."""
        if self.accelerator.num_processes == 1:
            return int(documents)
        return int(self.accelerator.reduce(documents.to(self.accelerator.device), "sum"))

    def step(self, arrays: dict[str, Tensor]) -> None:
        rate = learning_rate(self.state["seen"], self.params)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        arrays = {k: v.to(self.accelerator.device) for k, v in arrays.items()}
        with self.accelerator.autocast():
            outputs = self.model(**{name: arrays[name] for name in self.inputs.names})
        loss = loss_of(outputs, arrays)
        self.accelerator.backward(loss)
        self.accelerator.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.losses.append(float(loss.detach()))
        with torch.no_grad():
            own = self.accelerator.unwrap_model(self.model).state_dict()
            decay = min(self.params.average, 1 - 1 / (2 + self.state["seen"] / 500))
            names = [k for k, v in self.average.items() if v.is_floating_point()]
            torch._foreach_lerp_([self.average[k] for k in names], [own[k] for k in names], 1 - decay)

    def report(self) -> None:
        if not self.accelerator.is_main_process:
            return
        if self.held_out is None:
            self.held_out = held_out_batches(self.params, self.inputs.config)
        model = self.accelerator.unwrap_model(self.model)
        own = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(self.average)
        scores = word_scores(model, self.held_out, self.inputs, tuple(self.params.without))
        model.load_state_dict(own)
        seconds = time.monotonic() - self.began
        line = {"seen": self.state["seen"], "seconds": round(seconds, 1),
                "loss": sum(self.losses) / max(len(self.losses), 1),
                "rate": learning_rate(self.state["seen"], self.params)} | scores  # fmt: skip
        self.losses.clear()
        self.state["report"] = line
        with self.curves.open("a", encoding="utf-8") as handle:
            handle.write(json.dumps(line) + "\n")
        self.run.log({k: float(v) for k, v in line.items() if k != "seen"}, step=self.state["seen"])
        self.accelerator.print(
            f"{line['seen']:>8} documents  {seconds / 60:6.1f} min  loss {line['loss']:.4f}"
            f"  word F1 {scores['word_f1']:.4f}  rows {scores['role_accuracy']:.4f}"
            f"  type {scores['type_accuracy']:.3f}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    parser.add_argument("--fresh", action="store_true", help="start anew even where a checkpoint lies")
    arguments = parser.parse_args()
    train(load(TrainParams, "train", arguments.profile), fresh=arguments.fresh)


if __name__ == "__main__":
    main()
