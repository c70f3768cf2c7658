"""The published figures of the confidences: tables, pictures and what they say, between two marks of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from models.binomial import needed
from models.guarantee import Promise
from training import plots
from training.confidence import most_at, risk_coverage
from training.reliability import METHODS, Row, error, orders

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
SCANS = ("clean scans", "poor scans", "real clean scans", "real poor scans")
PROMISED = ("generated", "recognised", "clean scans", "poor scans")
RISKS = (0.01, 0.02, 0.05)
Sets = Mapping[str, Sequence[Row]]


def real(by_set: Sets) -> list[str]:
    """Names of the sets of real documents, read from their text."""
    return [n for n in by_set if n not in ("evidence", "generated", "recognised", *SCANS)]


def pooled(by_set: Sets) -> dict[str, Sequence[Row]]:
    """Every set but the evidence, and all real ones together."""
    out = {name: rows for name, rows in by_set.items() if name != "evidence"}
    together = [r for name in real(by_set) for r in by_set[name]]
    return out | ({"all real sets": together} if together else {})


def figures(by_set: Sets, heat: float, held: Sequence[Promise]) -> dict[str, Any]:
    """All numbers, JSON-ready."""
    out: dict[str, Any] = {"temperature": round(heat, 3), "sets": {}, "promises": [p.to_dict() for p in held]}
    for name, rows in pooled(by_set).items():
        errors = {m: error([r.pairs(m, heat) for r in rows]) for m in METHODS}
        absent, whole = error([r.absent for r in rows]), error([[p] for p in orders(rows)])
        out["sets"][name] = {
            "documents": len(rows), "values": errors["calibrated"].count,
            **{f"field_ece_{m}": _short(e.ece) for m, e in errors.items()},
            "field_ece_interval": [_short(errors["calibrated"].low), _short(errors["calibrated"].high)],
            "absent_ece": _short(absent.ece), "orders": whole.count, "order_ece": _short(whole.ece),
            "sound": _short(sum(ok for _, ok in orders(rows)) / whole.count) if whole.count else None,
            "passing": {str(r): _short(found.coverage if (found := most_at(orders(rows), r)) else 0.0) for r in RISKS},
        }  # fmt: skip
    return out


def kept(promise: Promise | None, rows: Sequence[Row]) -> tuple[int, int, int]:
    """Orders, those that pass at the promised threshold, and errors among these."""
    pairs = orders(rows)
    if promise is None or promise.threshold is None:
        return len(pairs), 0, 0
    through = [ok for sure, ok in pairs if sure >= promise.threshold]
    return len(pairs), len(through), sum(not ok for ok in through)


def draw(by_set: Sets, heat: float, folder: Path) -> None:
    """Reliability diagrams of each method and curves of risk against coverage."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = {n: r for n, r in pooled(by_set).items() if n in ("generated", "all real sets", *SCANS[:2]) and r}
    panels = {
        name: {m: [p for r in rows for p in r.pairs(m, heat)] for m in METHODS} for name, rows in shown.items()
    }  # fmt: skip
    plots.reliabilities(panels, folder / "calibration-values.png")
    whole = {name: {"calibrated": orders(rows)} for name, rows in shown.items() if orders(rows)}
    plots.reliabilities(whole, folder / "calibration-orders.png", bins=5)
    curves = {name: risk_coverage(orders(rows)) for name, rows in shown.items() if len(orders(rows)) > 10}
    plots.risk_coverage(curves, folder / "calibration-risk.png")


def page(by_set: Sets, heat: float, held: Sequence[Promise], facts: Mapping[str, Any]) -> str:
    """The measured part of docs/calibration.md."""
    return "\n".join([
        f"Model {facts['model']} (`{facts['fingerprint']}`). Intervals: 95 %, bootstrap over documents. "
        "Softmax is the mean raw probability of a value's words; temperature is the same with its log odds divided by "
        f"{heat:.2f}, fitted on documents like the calibrator's own.\n",
        "### Values\n",
        "| set | documents | values | calibrated | softmax | temperature | absent fields |",
        "|---|---|---|---|---|---|---|",
        *(_values(name, rows, heat) for name, rows in pooled(by_set).items()),
        "\n![Reliability of values](images/calibration-values.png)\n",
        "### Values by kind of print\n",
        "All sets together, generated and real.\n",
        "| print | documents | calibrated | softmax | temperature |", "|---|---|---|---|---|",
        *_groups(by_set, heat),
        "\n### Orders\n",
        "Sound: no critical field wrong or missing, no line missing or invented. Pass at: the largest share of "
        "orders, the surest first, of which at most that share was wrong, chosen by looking (no promise).\n",
        "| set | orders | sound | calibration error | pass at 1 % | 2 % | 5 % |", "|---|---|---|---|---|---|---|",
        *(_orders(name, rows) for name, rows in pooled(by_set).items() if orders(rows)),
        "\n![Reliability of orders](images/calibration-orders.png)\n",
        "![Risk against coverage](images/calibration-risk.png)\n",
        f"### What passes under a promise of {100 * facts['params']['alpha']:.0f} %\n",
        *_promised(by_set, held, facts["params"]["alpha"]),
    ])  # fmt: skip


def _values(name: str, rows: Sequence[Row], heat: float) -> str:
    errors = [error([r.pairs(m, heat) for r in rows]) for m in METHODS]
    cells = [name, len(rows), errors[0].count, *errors, error([r.absent for r in rows])]
    return "| " + " | ".join(map(str, cells)) + " |"


def _groups(by_set: Sets, heat: float) -> list[str]:
    rows = [r for name, found in by_set.items() if name != "evidence" for r in found]
    out = []
    for group, title in (("text", "text layer"), ("clean", "clean scan"), ("poor", "poor scan")):
        mine = [r for r in rows if r.group == group]
        errors = [error([r.pairs(m, heat) for r in mine]) for m in METHODS]
        out.append("| " + " | ".join(map(str, [title, len(mine), *errors])) + " |")
    return out


def _orders(name: str, rows: Sequence[Row]) -> str:
    pairs = orders(rows)
    found = [most_at(pairs, risk) for risk in RISKS]
    shares = " | ".join("0 %" if f is None else f"{100 * f.coverage:.0f} %" for f in found)
    sound = sum(ok for _, ok in pairs) / len(pairs)
    return f"| {name} | {len(pairs)} | {100 * sound:.0f} % | {error([[p] for p in pairs])} | {shares} |"


def _promised(by_set: Sets, held: Sequence[Promise], alpha: float) -> list[str]:
    text = next((p for p in held if p.group == "text"), None)
    least = needed(alpha, 0.05)
    if text is None or text.threshold is None:
        reason = "there were none" if text is None else text.reason.replace("_", " ")
        return [f"Nothing: the {0 if text is None else text.orders} generated orders of the evidence do not carry the "
                f"promise ({reason}; at least {least} orders must pass without an error)."]  # fmt: skip
    said = (f"Threshold {text.threshold:.4f}, from {text.orders} generated orders of which {text.passed} pass and "
            f"{text.errors} of those are wrong; held against orders that had no part in it. A scan passes under a "
            f"promise of its own kind of print alone, which takes {least} orders without an error; its rows show what "
            "the threshold of the text layer would have done.\n")  # fmt: skip
    rows = []
    for name in PROMISED:
        if name in by_set and orders(by_set[name]):
            count, through, wrong = kept(text, by_set[name])
            rows.append(f"| {name} | {count} | {through} ({through / count:.0%}) | {wrong} |".replace("%)", " %)"))
    return [said, "| orders | number | pass | wrong among them |", "|---|---|---|---|", *rows]


def put(target: Path, text: str) -> None:
    """Replace what stands between the marks of a page; a page without marks is made of the figures alone."""
    old = target.read_text(encoding="utf-8") if target.is_file() else f"{BEGIN}\n{END}\n"
    before, _, rest = old.partition(BEGIN)
    after = rest.partition(END)[2]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _short(number: float) -> float | None:
    return None if number != number else round(number, 4)
