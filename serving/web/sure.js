// How sure a value is, as word, number, meter and colour.

import { certainty, el, percent } from "./format.js";

/** Meter and number for a probability; the word too unless `short`. */
export function gauge(confidence, short = false) {
  const c = certainty(confidence);
  if (c.key === "unknown") return el("span", { class: "sure k-unknown", title: c.word }, short ? "–" : c.word);
  const meter = el("span", { class: "meter", "aria-hidden": "true" },
    ...[1, 2, 3, 4].map((n) => el("i", { class: n <= c.filled ? "on" : null })));
  return el("span", { class: `sure k-${c.key}`, title: c.word }, meter,
    el("span", { class: "number" }, percent(confidence)), short ? null : el("span", { class: "word" }, c.word));
}

const ORIGINS = { embedded: "XML", derived: "derived", memory: "learnt" };

/** The gauge of a value, with where it came from if not from the page. */
export function sure(value) {
  const node = gauge(value.confidence);
  if (value.source !== "model") node.prepend(el("span", { class: "origin" }, ORIGINS[value.source] ?? value.source));
  return node;
}
