"""The report on a retraining: gains by group as a picture, and every value that only one of the two models reads."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

from jinja2 import Environment
from matplotlib import pyplot as plt

from training.compare import changes
from training.gate import Change, Pair, Verdict

MOST_BARS = 40


def write_report(target: Path, pairs: Sequence[Pair], verdict: Verdict, summary: dict[str, Any]) -> None:
    """One HTML file with everything in it; opens without a network."""
    told = [change for a, b in pairs for change in changes(str(a.case.name), a.judged, b.judged)]
    target.write_text(
        _PAGE.render(verdict=verdict, summary=summary, worse=[c for c in told if not c.better],
                     better=[c for c in told if c.better], plot=_plot(verdict.changes)), encoding="utf-8"
    )  # fmt: skip


def _plot(found: Sequence[Change]) -> str:
    """Gain of each group with its interval, as a PNG in base64; the largest groups where there are many."""
    shown = sorted(found, key=lambda c: -c.documents)[:MOST_BARS]
    shown.sort(key=lambda c: (c.group, c.gain))
    figure, axes = plt.subplots(figsize=(7, 0.6 + 0.26 * len(shown)))
    for k, c in enumerate(shown):
        colour = "#1a7f37" if c.interval[0] > 0 else "#c00000" if c.interval[1] < 0 else "#555555"
        axes.plot([100 * v for v in c.interval], [k, k], color=colour, linewidth=2)
        axes.plot([100 * c.gain], [k], "o", color=colour)
    axes.axvline(0, color="#bbbbbb", linewidth=1)
    axes.set_yticks(range(len(shown)), [f"{c.group}: {c.name} ({c.documents})" for c in shown], fontsize=8)
    axes.set_xlabel("points of F1 gained, paired 95 % interval")
    figure.tight_layout()
    figure.savefig(buffer := io.BytesIO(), format="png", dpi=110)
    plt.close(figure)
    return base64.b64encode(buffer.getvalue()).decode()


_PAGE = Environment(autoescape=True).from_string("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Retraining</title><style>
body { font: 14px/1.45 sans-serif; margin: 1.5rem auto; max-width: 68rem; color: #1b1b1b }
table { border-collapse: collapse; margin: .5rem 0 1.5rem } td, th { border-bottom: 1px solid #ddd;
  padding: .2rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
.bad { color: #c00000 } .good { color: #1a7f37 } summary { cursor: pointer; font-weight: bold }
img { max-width: 100% }
</style></head><body>
<h1>Challenger against champion</h1>
{% if verdict.passed %}<p class="good"><strong>Passed.</strong> It may take the champion's place.</p>
{% else %}<p class="bad"><strong>Refused.</strong></p>
<ul>{% for r in verdict.reasons %}<li>{{ r }}</li>{% endfor %}</ul>
{% endif %}
<p>Champion {{ summary.champion.fingerprint }}, challenger {{ summary.challenger.fingerprint }}; {{ summary.minutes }}
minutes in all.</p>
<img alt="Gain of each group with its interval; the table below has the same figures"
  src="data:image/png;base64,{{ plot }}">
<table><tr><th>group</th><th></th><th>documents</th><th>before</th><th>after</th><th>points gained</th></tr>
{% for c in verdict.changes %}<tr class="{{ "good" if c.interval[0] > 0 else "bad" if c.interval[1] < 0 }}">
<td>{{ c.group }}</td><td>{{ c.name }}</td><td>{{ c.documents }}</td><td>{{ "%.1f"|format(100 * c.before) }}</td>
<td>{{ "%.1f"|format(100 * c.after) }}</td><td>{{ "%+.1f"|format(100 * c.gain) }}
({{ "%+.1f"|format(100 * c.interval[0]) }} to {{ "%+.1f"|format(100 * c.interval[1]) }})</td></tr>{% endfor %}</table>
{% for title, mine in (("Right before, wrong now", worse), ("Wrong before, right now", better)) %}
<details{{ " open" if loop.first }}><summary>{{ title }}: {{ mine|length }}</summary>
<table><tr><th>document</th><th>field</th><th>line</th><th>right</th><th>before</th><th>now</th></tr>
{% for c in mine[:500] %}<tr><td>{{ c.file }}</td><td>{{ c.name }}</td>
<td>{{ c.row + 1 if c.row is not none else "" }}</td><td>{{ c.gold if c.gold is not none else "nothing" }}</td>
<td>{{ c.before if c.before is not none else "nothing" }}</td>
<td>{{ c.after if c.after is not none else "nothing" }}</td></tr>{% endfor %}</table></details>{% endfor %}
</body></html>
""")
