"""Charts of the figures as SVG made on the server: no script; colours are classes of `figures.css`.

All give markup in which every text is escaped. Each carries a title and one `<title>` a mark; the tables beside them
say the same in numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from serving.desk.figures.share import Week

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 220, 48, 24, 14, 30
MOST_WEEKS = 53
"""Weeks that a chart shows, the latest ones; the table and the file have all."""
_LABELS = 8
_ROW, _NAMES = 26, 250


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of `bars`: `part` of `whole`, drawn darker."""

    name: str
    whole: int
    part: int = 0
    title: str = ""


def shares(weeks: Sequence[Week], title: str, tip: Callable[[Week], str]) -> str:
    """The share without a person by week, with its 95 % limits as whiskers; weeks without a decision stay empty."""
    shown = list(weeks)[-MOST_WEEKS:]
    at, step = _across(len(shown))
    out = [*_grid([(k / 4, f"{k * 25} %") for k in range(5)]), *_weeks(shown, at)]
    line = []
    for n, week in enumerate(shown):
        share = week.count.share
        if share is None:
            continue
        (low, high), x = week.count.limits, at(n)
        line.append(f"{x:.1f},{_up(share):.1f}")
        wide = min(step / 4, 5)
        out.append(f'<path class="limits" d="M{x:.1f} {_up(low):.1f}V{_up(high):.1f}M{x - wide:.1f} {_up(low):.1f}'
                   f'h{2 * wide:.1f}M{x - wide:.1f} {_up(high):.1f}h{2 * wide:.1f}"/>')  # fmt: skip
        out.append(f'<circle class="point" cx="{x:.1f}" cy="{_up(share):.1f}" r="4"><title>{escape(tip(week))}</title>'
                   "</circle>")  # fmt: skip
    out.insert(5, f'<polyline class="line" points="{" ".join(line)}"/>')
    return _svg(out, title, HEIGHT)


def stacks(weeks: Sequence[Week], title: str, tip: Callable[[Week], str]) -> str:
    """Orders by week: passed without a person, passed with one, stopped, the rest (under way, aside)."""
    shown = list(weeks)[-MOST_WEEKS:]
    most = _round(max((w.count.received for w in shown), default=0))
    at, step = _across(len(shown))
    out = [*_grid([(k / 4, f"{most * k / 4:g}") for k in range(5)]), *_weeks(shown, at)]
    for n, week in enumerate(shown):
        c, below = week.count, 0
        parts = (("alone", c.untouched), ("helped", c.passed - c.untouched), ("stopped", c.stopped),
                 ("open", c.received - c.decided))  # fmt: skip
        rects = []
        for name, number in parts:
            top, bottom = _up((below + number) / most), _up(below / most)
            wide = min(step * 0.7, 44)
            rects.append(f'<rect class="{name}" x="{at(n) - wide / 2:.1f}" y="{top:.1f}" width="{wide:.1f}" '
                         f'height="{bottom - top:.1f}"/>')  # fmt: skip
            below += number
        out.append(f"<g><title>{escape(tip(week))}</title>{''.join(rects)}</g>")
    return _svg(out, title, HEIGHT)


def bars(rows: Sequence[Bar], title: str) -> str:
    """Lying bars with names before and numbers behind them."""
    most = max((r.whole for r in rows), default=0) or 1
    room = WIDTH - _NAMES - 50
    out = []
    for n, row in enumerate(rows):
        y = n * _ROW + 4
        whole, part = room * row.whole / most, room * row.part / most
        out.append(f'<g><title>{escape(row.title or row.name)}</title>'
                   f'<text class="name" x="{_NAMES - 8}" y="{y + 14}" text-anchor="end">{escape(_short(row.name))}'
                   "</text>"
                   f'<rect class="whole" x="{_NAMES}" y="{y}" width="{whole:.1f}" height="18" rx="2"/>'
                   f'<rect class="part" x="{_NAMES}" y="{y}" width="{part:.1f}" height="18" rx="2"/>'
                   f'<text x="{_NAMES + whole + 6:.1f}" y="{y + 14}">{row.whole}</text></g>')  # fmt: skip
    return _svg(out, title, max(1, len(rows)) * _ROW + 4, "chart lying")


def _svg(parts: Sequence[str], title: str, height: int, kind: str = "chart") -> str:
    # Every text in `parts` was escaped when it was put there.
    head = f'<svg class="{kind}" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
    return head + "".join(parts) + "</svg>"


def _grid(steps: Sequence[tuple[float, str]]) -> list[str]:
    return [f'<g class="grid"><path d="M{LEFT} {_up(y):.1f}H{WIDTH - RIGHT}"/>'
            f'<text x="{LEFT - 6}" y="{_up(y) + 4:.1f}" text-anchor="end">{escape(text)}</text></g>'
            for y, text in steps]  # fmt: skip


def _weeks(weeks: Sequence[Week], at: Callable[[int], float]) -> list[str]:
    every = max(1, -(-len(weeks) // _LABELS))
    return [f'<text class="week" x="{at(n):.1f}" y="{HEIGHT - 10}" text-anchor="middle">{week.monday:%Y-%m-%d}</text>'
            for n, week in enumerate(weeks) if n % every == 0]  # fmt: skip


def _across(number: int) -> tuple[Callable[[int], float], float]:
    step = (WIDTH - LEFT - RIGHT) / max(1, number)
    return lambda n: LEFT + step * (n + 0.5), step


def _up(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)


def _round(most: int) -> int:
    """The next of 4, 8, 20, 40, 80, 200 and so on: four steps to it are whole numbers."""
    size = 4
    while size < most:
        size = size * 5 // 2 if str(size)[0] == "8" else size * 2
    return size


def _short(name: str, most: int = 36) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
