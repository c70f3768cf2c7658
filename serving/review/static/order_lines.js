// Lines are added, dropped; values moved to where they belong.

import { ask, byId, el, toast } from "./order_dom.js";
import { now, open, wander } from "./order_now.js";
import * as state from "./order_state.js";

const { data, say, staged, values } = state;
const USUAL = ["supplier_article_no", "description", "quantity", "unit", "unit_price", "line_amount"];

/** Columns of a new line: those the others have. */
function columns() {
  const known = data.cells.map((c) => c.name);
  const used = new Set([...values.keys()].filter((p) => p.startsWith("lines.")).map((p) => p.split(".").pop()));
  return known.filter((name) => (used.size ? used.has(name) : USUAL.includes(name)));
}

export function add() {
  if (!data.open) return;
  const taken = [...document.querySelectorAll(".line")].map((node) => Number(node.dataset.line));
  draw(Math.max(data.lines.length - 1, ...taken, -1) + 1);
}

/** A new, empty line; its first value is in hand then. */
export function draw(n, focus = true) {
  const cells = columns().map((name) => {
    const { title, kind } = data.cells.find((c) => c.name === name);
    const path = `lines.${n}.fields.${name}`;
    if (!values.has(path)) {
      values.set(path, { path, name, title, kind, value: "", shown: "", text: "", percent: "", sure: "missing",
        doubtful: false, person: "", why: [], boxes: [], candidates: [] });
    }
    return el("button", { type: "button", class: "cell", dataset: { path, name }, tabindex: "-1" },
      el("span", { class: "label" }, title), el("span", { class: "value missing" }, say("missing")), el("span", { class: "mark" }));
  });
  byId("lines").append(el("li", { class: "line new", dataset: { line: n } },
    el("div", { class: "line-head" }, el("span", { class: "line-no" }, String(n + 1)), el("span", { class: "kind" }, say("new_line"))),
    el("div", { class: "cells" }, ...cells)));
  if (focus) open(cells[0].dataset.path);
}

export function drop() {
  const line = now() === null ? null : state.lineOf(now());
  if (line === null || !data.open) { toast(say("no_line")); return; }
  if (state.isNew(line)) {
    wander(-1);
    for (const path of [...values.keys()].filter((p) => p.startsWith(`lines.${line}.`))) {
      state.unstage(path);
      values.delete(path);
    }
    document.querySelector(`.line[data-line="${line}"]`).remove();
    return;
  }
  const path = `lines.${line}`;
  if (state.dropped(path)) state.unstage(path);
  else state.stage(path, { none: true, shown: "" });
  toast(say(state.dropped(path) ? "dropped" : "kept", { n: line + 1 }));
}

/** Put the value in hand into another field; what stood there comes back in exchange. */
export async function move() {
  const from = now();
  if (from === null || !data.open) return;
  const { shown, boxes } = state.current(from);
  if (!shown) return;
  const line = state.lineOf(from);
  const targets = (line === null ? data.fields : data.cells)
    .map((f) => ({ ...f, path: line === null ? `fields.${f.name}` : `lines.${line}.fields.${f.name}` }))
    .filter((f) => f.path !== from && f.kinds.includes(values.get(from).kind));
  const list = el("select", { size: Math.min(12, targets.length), autofocus: true },
    ...targets.map((f) => el("option", { value: f.path }, `${f.title}${values.get(f.path)?.shown ? ` (${state.current(f.path).shown})` : ""}`)));
  list.selectedIndex = 0;
  list.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); byId("ask").close("move"); } });
  if ((await ask(say("move_to", { value: shown }), [list], [["move", say("move")], ["", say("cancel")]])) !== "move") return;
  exchange(from, list.value, targets.find((f) => f.path === list.value), { shown, boxes });
}

function exchange(from, to, field, moved) {
  const entry = staged.get(from);
  const value = entry?.value ?? values.get(from).value;
  const back = values.has(to) ? { ...state.current(to), value: staged.get(to)?.value ?? values.get(to).value } : null;
  if (!values.has(to)) appear(to, field);
  state.stage(from, back?.shown ? { value: back.value, shown: back.shown, boxes: back.boxes } : { none: true, shown: "" });
  state.stage(to, { value, shown: moved.shown, boxes: moved.boxes });
  open(to);
  toast(say("moved", { title: field.title }));
}

/** A button for a value that the page had no place for. */
export function appear(path, field) {
  values.set(path, { path, name: field.name, title: field.title, kind: field.kind, value: "", shown: "", text: "", percent: "",
    sure: "missing", doubtful: false, person: "", why: [], boxes: [], candidates: [] });
  const line = state.lineOf(path);
  const room = line === null ? byId("header-cells") : document.querySelector(`.line[data-line="${line}"] .cells`);
  room.append(el("button", { type: "button", class: "cell", dataset: { path, name: field.name }, tabindex: "-1" },
    el("span", { class: "label" }, field.title), el("span", { class: "value missing" }, say("missing")), el("span", { class: "mark" })));
}

/** A field that nothing was read for, to be filled in. */
export async function addField() {
  const missing = data.fields.filter((f) => !values.has(`fields.${f.name}`));
  if (!missing.length || !data.open) return;
  const list = el("select", { size: Math.min(12, missing.length), autofocus: true },
    ...missing.map((f) => el("option", { value: f.name }, f.title)));
  list.selectedIndex = 0;
  list.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); byId("ask").close("add"); } });
  if ((await ask(say("add_field"), [list], [["add", say("add")], ["", say("cancel")]])) !== "add") return;
  const field = missing.find((f) => f.name === list.value);
  appear(`fields.${field.name}`, field);
  open(`fields.${field.name}`);
}

/** Places for staged values of a draft: lines that were added, fields that were filled in. */
export function makeRoom(paths) {
  for (const path of paths) {
    const line = state.lineOf(path);
    if (values.has(path) || !path.includes(".fields.") && line !== null) continue;
    const name = path.slice(path.indexOf("fields.") + 7);
    const field = (line === null ? data.fields : data.cells).find((f) => f.name === name);
    if (!field) continue;
    if (line !== null && !document.querySelector(`.line[data-line="${line}"]`)) draw(line, false);
    if (!values.has(path)) appear(path, field);
  }
}
