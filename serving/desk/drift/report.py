"""What `ordermill drift` says: as text, as JSON, as one HTML page that needs nothing else."""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date
from html import escape
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table

from serving.desk.drift.signals import SIGNALS
from serving.desk.drift.watch import WORDS, Watched, sentence, usual

WIDTH, HEIGHT = 560, 110


def to_dict(watched: list[Watched], alpha: float) -> dict[str, Any]:
    """JSON-ready: alarms with their sentences, every stream with its evidence, values by month."""
    return {
        "false_alarms": alpha, "orders": max((len(w.stream.values) for w in watched), default=0),
        "alarms": [{"sentence": sentence(w), **_row(w)} for w in watched if w.alarm],
        "streams": [_row(w) for w in watched],
    }  # fmt: skip


def _row(w: Watched) -> dict[str, Any]:
    return {
        "signal": w.signal, "sender": w.sender or None, "orders": len(w.stream.values),
        "evidence": float(f"{w.stream.highest:.4g}"), "line": w.limit, "alarm": w.alarm,
        "since": w.since.isoformat() if w.since else None, "before": usual(w.signal, w.stream.before()),
        "after": usual(w.signal, w.stream.after()) if w.alarm else None,
        "months": {month.isoformat()[:7]: usual(w.signal, values) for month, values in by_month(w).items()},
    }  # fmt: skip


def by_month(w: Watched) -> dict[date, list[float | str]]:
    """The values of each month (UTC) that has some."""
    out: dict[date, list[float | str]] = defaultdict(list)
    for at, value in zip(w.times, w.stream.values, strict=True):
        out[at.date().replace(day=1)].append(value)
    return dict(out)


def show(watched: list[Watched], out: TextIO) -> None:
    """For a terminal or a mail."""
    console = Console(file=out, highlight=False, width=None if out.isatty() else 120)
    alarms = [w for w in watched if w.alarm]
    for w in alarms:
        console.print(sentence(w), markup=False)
    if not alarms:
        console.print("Nothing has changed beyond chance.")
    table = Table(title="All orders, and what is nearest to an alarm", title_justify="left")
    for column in ("signal", "sender", "orders", "before", "after", "evidence"):
        table.add_column(column, justify="right" if column in ("orders", "evidence") else "left")
    for w in _shown(watched):
        table.add_row(
            w.signal, w.sender or "all", str(len(w.stream.values)), usual(w.signal, w.stream.before()),
            usual(w.signal, w.stream.after()) if w.alarm else "", "ALARM" if w.alarm else f"{_share(w):.0%} of line",
        )  # fmt: skip
    console.print(table)


def _share(w: Watched) -> float:
    """How far the evidence is on its way to the line, in logarithms."""
    return math.log(max(w.stream.highest, 1.0)) / math.log(w.limit)


def _shown(watched: list[Watched], most: int = 12) -> list[Watched]:
    whole = [w for w in watched if not w.sender]
    others = sorted((w for w in watched if w.sender), key=lambda w: (not w.alarm, -_share(w)))
    return whole + others[: max(most, sum(w.alarm for w in others))]


def html(watched: list[Watched], alpha: float) -> str:
    """One page with a chart by month for every signal of all orders and every alarm."""
    alarms = [w for w in watched if w.alarm]
    said = "".join(f"<li>{escape(sentence(w))}</li>" for w in alarms) or "<li>Nothing has changed beyond chance.</li>"
    whole = {w.signal: w for w in watched if not w.sender}
    charts = [_chart(whole[s], "all senders") for s in SIGNALS if s in whole]
    charts += [_chart(w, w.sender) for w in alarms if w.sender]
    return (
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Drift</title><style>body{font:15px/1.5 system-ui,"
        "sans-serif;max-width:1200px;margin:2rem auto;padding:0 1rem}figure{display:inline-block;margin:0 1rem 1rem 0}"
        "figcaption{font-weight:600}text{font-size:11px;fill:#555}</style><h1>What has changed</h1>"
        f"<ul>{said}</ul><p>Ever a false alarm on any of {len(watched)} streams, however often one looks: at most "
        f"{alpha:.0%}. Nothing is retrained or switched by this report.</p>{''.join(charts)}</html>\n"
    )


def _chart(w: Watched, who: str) -> str:
    """Means by month as bars; for names, the share of the commonest one."""
    months = sorted(by_month(w).items())[-24:]
    bars = []
    for k, (month, values) in enumerate(months):
        share = _height(values)
        height = share * (HEIGHT - 30)
        x, wide = k * WIDTH / 24, WIDTH / 24 - 3
        changed = w.since is not None and month >= w.since.date().replace(day=1)
        bars.append(
            f"<rect x='{x:.1f}' y='{HEIGHT - 15 - height:.1f}' width='{wide:.1f}' height='{max(height, 1):.1f}' "
            f"fill='{'#c0392b' if changed else '#2b6cb0'}'><title>{month:%Y-%m}: {escape(usual(w.signal, values))} of "
            f"{len(values)}</title></rect>"
        )
        if k % 6 == 0:
            bars.append(f"<text x='{x:.1f}' y='{HEIGHT - 2}'>{month:%Y-%m}</text>")
    state = "changed" if w.alarm else "as before"
    caption = f"{escape(WORDS[w.signal])}, {escape(who)}: {escape(usual(w.signal, w.stream.values))} ({state})"
    return (f"<figure><figcaption>{caption}</figcaption><svg width='{WIDTH}' height='{HEIGHT}' role='img'>"
            f"{''.join(bars)}</svg></figure>")  # fmt: skip


def _height(values: list[float | str]) -> float:
    names = [v for v in values if isinstance(v, str)]
    if names:
        return max(names.count(n) for n in set(names)) / len(values)
    return min(1.0, abs(sum(v for v in values if not isinstance(v, str)) / len(values)))
