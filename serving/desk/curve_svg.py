"""The curve of risk against coverage as an SVG made on the server: points are links, no script, no style needed."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from serving.desk.choosing import MOST, SAYS, Curve, sentence

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 336, 64, 48, 34, 26
INK, SOFT, GREY = "#1f4e79", "#c55a11", "#767676"


def svg(curve: Curve, language: str, chosen: float | None = None, link: Callable[[float], str] | None = None) -> str:
    """The limit (a line with points to click) and what was observed (a dashed line), both in percent of what passes.

    Args:
        curve: of one kind of print.
        language: of the words.
        chosen: threshold of the point that is drawn filled.
        link: where the point of a threshold leads; None for a drawing without links, as in a notebook.
    """
    says = SAYS.get(language, SAYS["en"])
    most = min(1.0, max([2 * MOST, *(p.choice.bound for p in curve.points if p.allowed)]))

    def at(x: float, y: float) -> tuple[float, float]:
        across = LEFT + x * (WIDTH - LEFT - RIGHT)
        return round(across, 1), round(HEIGHT - BOTTOM - min(y / most, 1) * (HEIGHT - BOTTOM - TOP), 1)

    limit = " ".join("{},{}".format(*at(p.choice.coverage, p.choice.bound)) for p in curve.points)
    observed = " ".join(
        "{},{}".format(*at(p.choice.coverage, p.choice.errors / p.choice.passed)) for p in curve.points
    )  # fmt: skip
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" font-size="12" '
        f'font-family="sans-serif" aria-label="{escape(says["y"])} / {escape(says["x"])}">',
        *_axes(at, most, says), f'<polyline points="{observed}" fill="none" stroke="{SOFT}" stroke-dasharray="4 3"/>',
        f'<polyline points="{limit}" fill="none" stroke="{INK}" stroke-width="2"/>',
    ]  # fmt: skip
    for p in curve.points:
        x, y = at(p.choice.coverage, p.choice.bound)
        fill = INK if p.choice.threshold == chosen else "#ffffff"
        mark = f'<circle cx="{x}" cy="{y}" r="7" fill="{fill}" stroke="{INK if p.allowed else GREY}" stroke-width="2">'
        mark += f"<title>{escape(sentence(curve, p, language))}</title></circle>"
        # a group and not an image: the parts of an image are hidden from screen readers, links too
        name = escape(f"{says['x']}: {p.choice.coverage:.0%}; {says['y']}: {p.choice.bound:.1%}")
        now = ' aria-current="true"' if p.choice.threshold == chosen else ""
        href = escape(link(p.choice.threshold)) if link is not None and p.allowed else ""
        out.append(f'<a href="{href}" aria-label="{name}"{now}>{mark}</a>' if href else mark)
    return "".join([*out, "</svg>"])


def _axes(at: Callable[[float, float], tuple[float, float]], most: float, says: dict[str, str]) -> list[str]:
    (x0, y0), (x1, y1) = at(0, 0), at(1, most)
    out = [f'<path d="M{x0} {y1}V{y0}H{x1}" fill="none" stroke="{GREY}"/>']
    for k in range(5):
        x, y = at(k / 4, most * k / 4)
        out.append(f'<text x="{x}" y="{y0 + 16}" text-anchor="middle" fill="{GREY}">{k * 25} %</text>')
        out.append(f'<text x="{x0 - 6}" y="{y + 4}" text-anchor="end" fill="{GREY}">{most * k * 25:.0f} %</text>')
    out.append(f'<text x="{(x0 + x1) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(says["x"])}</text>')
    out.append(f'<text x="{x0 - 8}" y="{y1 - 18}">{escape(says["y"])}</text>')
    return out
