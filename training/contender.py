"""One contender of `training.bench`: reads each file named on standard input, answers seconds and memory."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

THREADS = 2
WINDOW, STRIDE = 512, 128
VOCABULARY = 30_000


def read_with_pdfplumber(content: bytes, name: str) -> Any:
    """The words pdfplumber finds, as our `Document`."""
    import hashlib
    import io

    import pdfplumber

    from data.schema import Box, Document, Page, Word

    pages = []
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            words = tuple(
                Word(w["text"], Box(w["x0"], w["top"], w["x1"], w["bottom"]), w["bottom"] - w["top"])
                for w in page.extract_words()
            )
            pages.append(Page(number, float(page.width), float(page.height), words))
    return Document(name, hashlib.sha256(content).hexdigest(), tuple(pages))


def ours(reader: str, model: str) -> Callable[[bytes], object]:
    """This reader, with its own PDF reader or pdfplumber."""
    from data.readers import read
    from models.extractor import Extractor

    extractor = Extractor.load(model, threads=THREADS)
    take = read_with_pdfplumber if reader == "pdfplumber" else read
    return lambda content: extractor.extract(take(content, "page.pdf")).to_dict()


def recipe(kind: str) -> Callable[[bytes], object]:
    """Words from our reader, WordPiece, windows with stride, a base-sized token classifier with random weights."""
    import torch
    import transformers as hf

    from data.fields import LABELS
    from data.readers import read

    torch.set_num_threads(THREADS)
    tokenizer = wordpiece()
    sizes: dict[str, Any] = {"vocab_size": VOCABULARY, "num_labels": len(LABELS)}
    if kind == "layoutlm-base":
        model: Any = hf.LayoutLMForTokenClassification(hf.LayoutLMConfig(**sizes))
    else:
        model = hf.LayoutLMv3ForTokenClassification(hf.LayoutLMv3Config(**sizes, max_position_embeddings=514))
    model.eval()

    def run(content: bytes) -> object:
        document = read(content, "page.pdf")
        page = document.pages[0]
        encoded = tokenizer.encode([w.text for w in page.words], is_pretokenized=True)
        boxes = [_thousandths(page.words[i].box, page) for i in encoded.word_ids]
        picture = {"pixel_values": page_pixels(content)} if kind == "layoutlmv3-base" else {}
        out = []
        for start in range(0, max(len(encoded.ids) - STRIDE, 1), WINDOW - STRIDE):
            ids = torch.tensor([encoded.ids[start : start + WINDOW]])
            bbox = torch.tensor([boxes[start : start + WINDOW]])
            with torch.no_grad():
                out.append(model(input_ids=ids, bbox=bbox, **picture).logits.argmax(-1))
        return out

    return run


def _thousandths(box: Any, page: Any) -> list[int]:
    edges = (box.x0 / page.width, box.y0 / page.height, box.x1 / page.width, box.y1 / page.height)
    return [min(max(int(1000 * e), 0), 1000) for e in edges]


def page_pixels(content: bytes) -> Any:
    """The page as LayoutLMv3 takes it: 224 by 224, three channels, scaled to -1 … 1."""
    import numpy as np
    import pypdfium2
    import torch

    image = pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("RGB").resize((224, 224))
    return torch.tensor(np.asarray(image)).permute(2, 0, 1).unsqueeze(0).float() / 127.5 - 1


def wordpiece() -> Any:
    """A WordPiece vocabulary learnt from generated documents: a published one cannot be assumed to be at hand."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

    from data.generate.compose import generate, labelled

    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))  # noqa: S106 - a token, no secret
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    texts = (" ".join(w.text for w in labelled(generate(k)).document.words) for k in range(400))
    trainer = trainers.WordPieceTrainer(vocab_size=VOCABULARY, special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def main() -> None:
    name, model = sys.argv[1:3]
    os.environ["OMP_NUM_THREADS"] = str(THREADS)
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever a library prints, in Python or below, must not get among the answers
    run = recipe(name) if name.startswith("layoutlm") else ours(name.partition("+")[2], model)
    for line in sys.stdin:
        content = Path(line.strip()).read_bytes()
        began = time.perf_counter()
        run(content)
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "megabytes": peak}), file=answers, flush=True)


if __name__ == "__main__":
    main()
