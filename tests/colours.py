"""Contrast of text as a browser shows it, by the formula of WCAG 2 (relative luminance)."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_SEEN = """
() => {
  const parse = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return [m[0], m[1], m[2], m[3] ?? 1]; };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const behind = (node) => {
    const layers = [];
    for (let n = node; n; n = n.parentElement) layers.push(parse(getComputedStyle(n).backgroundColor));
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const out = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim();
    const node = walk.currentNode.parentElement;
    if (!text || !node.checkVisibility() || node.closest("script, style, :disabled, .unseen")) continue;
    const style = getComputedStyle(node), ground = behind(node);
    const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
    const colour = over(parse(style.color), ground);
    out.push({ text: text.slice(0, 40), of: node.className || node.tagName, colour, ground,
      large: size >= 24 || (bold && size >= 18.66) });
  }
  return out;
}
"""


def faint(page: Page) -> list[str]:
    """Texts of the page whose contrast is below AA (4.5:1, large ones 3:1), with their ratio."""
    out = []
    for seen in page.evaluate(_SEEN):
        ratio = contrast(seen["colour"], seen["ground"])
        if ratio < (3 if seen["large"] else 4.5):
            out.append(f"{seen['text']} ({seen['of']}): {ratio:.2f}")
    return out


def contrast(one: Any, other: Any) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Any) -> float:
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
