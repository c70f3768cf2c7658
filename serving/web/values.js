// The panel of one result: summary, header fields, order lines, checks and warnings, or the JSON itself.

import {
  certainty, el, GROUPS, groupOf, languageName, needsCheck, percent, plural, sourceNames, typeName,
} from "./format.js";
import { linesPart } from "./lines.js";
import { sure } from "./sure.js";
import { focusValue, setStop } from "./link.js";
import { notesPart, warningsPart } from "./notes.js";

const panel = document.getElementById("result");

/** Draw a result. `titles` are the field names in words, `actions` what the buttons do. */
export function show(result, titles, actions) {
  const parts = el("div", { class: "parts" });
  const json = el("pre", { class: "json", hidden: true, tabindex: "0", "aria-label": "JSON of the result" });
  const toggle = el("button", { type: "button", "aria-pressed": "false", onclick: () => {
    json.hidden = !json.hidden;
    parts.hidden = !parts.hidden;
    json.textContent ||= JSON.stringify(result, null, 2);
    toggle.setAttribute("aria-pressed", String(!json.hidden));
    toggle.textContent = json.hidden ? "Show JSON" : "Show values";
    panel.parentElement.scrollTo(0, 0);
  } }, "Show JSON");
  parts.append(...[
    warningsPart(result), ...fieldParts(result, titles), linesPart(result, titles), notesPart(result),
    absent(result, titles),
  ].filter(Boolean));
  panel.replaceChildren(head(result, toggle, actions), parts, json);
  panel.querySelectorAll("[data-roving]").forEach((list) => setStop(list));
  panel.parentElement.scrollTo(0, 0);
}

function head(result, toggle, actions) {
  const info = result.document;
  const facts = [typeName(result.document_type.value), languageName(info.language),
    info.pages ? plural(info.pages, "page") : "", sourceNames(info.source)].filter(Boolean);
  return el("header", { class: "head" },
    el("div", { class: "title" },
      el("div", {}, el("h1", { title: result.file }, result.file), el("p", { class: "facts" }, facts.join(" · "))),
      el("div", { class: "actions" }, toggle,
        el("button", { type: "button", onclick: actions.copy }, "Copy JSON"),
        el("button", { type: "button", onclick: actions.download }, "Download"))),
    el("div", { class: "row" }, ...chips(result)));
}

function chips(result) {
  const whole = certainty(result.order_confidence);
  const failed = result.checks.filter((c) => !c.passed).length;
  const passed = result.checks.length - failed;
  const tone = { sure: "good", likely: "good", check: "check", doubtful: "bad", unknown: "plain" }[whole.key];
  const text = whole.key === "unknown" ? "Confidence not calibrated" : `Whole order ${percent(result.order_confidence)}, ${whole.word}`;
  const doubts = doubtful(result);
  return [
    el("span", { class: `chip ${tone}`, title: "Probability that no critical field is wrong or missing" }, text),
    doubts.length ? el("button", { type: "button", class: "chip check", onclick: nextOf(doubts),
      title: "Go to the next value to check" }, `${plural(doubts.length, "value")} to check`) : null,
    failed ? el("span", { class: "chip bad" }, `✗ ${plural(failed, "check")} failed`) : null,
    !failed && passed ? el("span", { class: "chip good" }, `✓ ${plural(passed, "check")} passed`) : null,
    result.status === "partial" ? el("span", { class: "chip check" }, "Partly read") : null,
    result.completeness !== null && result.completeness < 0.85
      ? el("span", { class: "chip check" }, `Lines may be missing: ${percent(result.completeness)} that none is`) : null,
  ].filter(Boolean);
}

function doubtful(result) {
  const header = Object.entries(result.fields).map(([name, v]) => [`field:${name}`, v]);
  const lines = result.lines.flatMap((line, n) =>
    Object.entries(line.fields).map(([name, v]) => [`line:${n}:${name}`, v]));
  return [...header, ...lines].filter(([, v]) => needsCheck(v)).map(([key]) => key);
}

function nextOf(keys) {
  let at = -1;
  return () => {
    at = (at + 1) % keys.length;
    focusValue(keys[at]);
  };
}

function fieldParts(result, titles) {
  const names = Object.keys(titles.header).filter((name) => name in result.fields);
  if (names.length === 0) {
    return [el("section", { class: "part" }, el("h2", {}, "Header"), el("p", { class: "fine" }, "No header field was found."))];
  }
  const groups = GROUPS.map((g) => [g, names.filter((name) => groupOf(name) === g.key)]).filter(([, mine]) => mine.length);
  return [el("section", { class: "part", "aria-label": "Header fields" },
    el("div", { class: "fields", "data-roving": "list" },
      ...groups.map(([g, mine]) => el("div", { class: "group", role: "group", "aria-label": g.title },
        ...mine.map((name) => fieldRow(name, result.fields[name], titles, g))))))];
}

function fieldRow(name, value, titles, g) {
  const printed = differs(value) ? value.text : null;
  const place = value.boxes.length ? `on page ${value.boxes[0].page}` : "no place on the page";
  return el("button", {
    type: "button", class: "value", dataset: { key: `field:${name}` }, "--c": `var(--g-${g.colour})`, title: `${printed ? `printed as ${printed}, ` : ""}${place}`,
  },
  el("span", { class: "swatch" }),
  el("span", { class: "label" }, titles.header[name]),
  el("span", { class: "shown" }, value.value, printed && printed.length <= 40 ? el("span", { class: "printed" }, printed) : null),
  sure(value));
}

/** Does the page print it otherwise than the value reads, case, blanks and punctuation aside? */
function differs(value) {
  const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, "");
  return Boolean(value.text) && bare(value.text) !== bare(value.value);
}

function absent(result, titles) {
  const names = Object.keys(titles.header).filter((name) => !(name in result.fields));
  if (names.length === 0) return null;
  return el("section", { class: "part" }, el("details", {},
    el("summary", {}, `${plural(names.length, "header field")} not on the page`),
    el("p", {}, names.map((name) => titles.header[name]).join(", "))));
}

/** Anything but a result: nothing chosen, reading, failed. */
export function message(node) {
  panel.replaceChildren(node);
  panel.parentElement.scrollTo(0, 0);
}

export const welcome = () => el("div", { class: "empty" },
  el("h1", {}, "Drop an order, see it read"),
  el("p", {}, "A PDF, a scan, a photo or an e-invoice. Every value appears beside its place on the page, with how sure the reader is of it."),
  el("p", { class: "fine" }, "The document stays on this machine: it is kept in memory for a while and then forgotten."));

export const busy = (name) => el("div", { class: "busy", role: "status" },
  el("h1", {}, `Reading ${name}`), el("div", { class: "track" }, el("i")),
  el("p", { class: "fine" }, "Text takes a moment, a scan a few seconds a page."));

export const trouble = (name, error) => el("div", { class: "trouble", role: "alert" },
  el("h1", {}, `${name} was not read`),
  el("p", { class: "cause" }, error.message),
  error.hint ? el("p", {}, error.hint) : null,
  el("p", {}, el("code", {}, error.code)));
