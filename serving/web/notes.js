// Checks of the arithmetic and warnings about the document.

import { el, plural } from "./format.js";
import { focusValue } from "./link.js";
import { toPage } from "./viewer.js";

export function warningsPart(result) {
  const warnings = result.document.warnings;
  if (warnings.length === 0) return null;
  return el("section", { class: "part", "aria-label": "Warnings" },
    el("ul", { class: "notes" }, ...warnings.map((w) => note("check", "!", w.page ? `Page ${w.page}: ${w.message}` : w.message,
      w.page ? () => toPage(w.page) : null))));
}

export function notesPart(result) {
  if (result.checks.length === 0) return null;
  const failed = result.checks.filter((c) => !c.passed);
  const passed = result.checks.filter((c) => c.passed);
  return el("section", { class: "part", "aria-label": "Checks" }, el("h2", {}, "Checks"),
    failed.length ? el("ul", { class: "notes" }, ...failed.map((c) => note("bad", "✗", text(c), jump(c, result)))) : null,
    passed.length ? el("details", { open: failed.length === 0 && passed.length <= 4 },
      el("summary", {}, `✓ ${plural(passed.length, "check")} passed`),
      el("ul", {}, ...passed.map((c) => el("li", {}, `✓ ${text(c)}`)))) : null);
}

const text = (check) => (check.line === null ? check.message : `Line ${check.line + 1}: ${check.message}`);

function jump(check, result) {
  if (check.line === null) return null;
  const fields = result.lines[check.line]?.fields ?? {};
  const name = ["line_amount", "quantity", "line_no", "description"].find((n) => n in fields) ?? Object.keys(fields)[0];
  return name ? () => focusValue(`line:${check.line}:${name}`) : null;
}

function note(tone, mark, words, act) {
  const inner = [el("span", { class: "mark", "aria-hidden": "true" }, mark), el("span", {}, words)];
  return el("li", {}, act
    ? el("button", { type: "button", class: `note ${tone}`, onclick: act }, ...inner)
    : el("div", { class: `note ${tone}` }, ...inner));
}
