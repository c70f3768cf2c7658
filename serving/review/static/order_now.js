// The editor: one value in hand, with what else it may be. Decisions are staged; sending them is another module's work.

import { announce, byId, cellOf, el, toast } from "./order_dom.js";
import * as draft from "./order_draft.js";
import { get, post, Refused } from "./order_net.js";
import * as state from "./order_state.js";
import { show } from "./order_viewer.js";

const { data, say, values } = state;
const input = byId("now-input");
let path = null;

export const now = () => path;
const value = () => values.get(path);
export const editing = () => document.activeElement === input;

/** Take a value in hand; `focus: false` leaves the keyboard where it is. */
export function open(wanted, { focus = true } = {}) {
  if (!values.has(wanted)) return;
  document.querySelector(".cell.now")?.classList.remove("now");
  path = wanted;
  const cell = cellOf(path);
  for (const stop of document.querySelectorAll('.cell[tabindex="0"]')) stop.setAttribute("tabindex", "-1");
  cell.setAttribute("tabindex", "0");
  cell.classList.add("now");
  byId("now").hidden = false;
  fill();
  if (focus) cell.focus({ preventScroll: true });
  bring(cell);
  show(path);
  announce(spoken());
  others();
}

/** Scroll the values alone: the page around them stays where it is. */
function bring(cell) {
  const room = byId("scroll").getBoundingClientRect(), seat = cell.getBoundingClientRect();
  if (seat.top < room.top + 8 || seat.bottom > room.bottom - 8) {
    byId("scroll").scrollTop += seat.top - room.top - Math.max(8, (room.height - seat.height) / 3);
  }
}

const lineName = () => {
  const line = state.lineOf(path);
  return line === null ? "" : `${say("line", { n: line + 1 })} · `;
};

function fill() {
  const v = value();
  byId("now-title").textContent = `${lineName()}${v.title}`;
  const entry = state.staged.get(path);
  const sure = entry ? say(entry.accepted ? "accepted" : "changed") : [v.percent, say(`sure_${v.sure}`)].filter(Boolean).join(" · ");
  byId("now-sure").textContent = sure;
  byId("now-sure").className = `sure sure-${entry ? "sure" : v.sure}`;
  const at = data.doubtful.indexOf(path);
  byId("now-count").textContent = at < 0 ? "" : say("count", { n: at + 1, all: data.doubtful.length });
  input.value = state.current(path).shown;
  input.disabled = !data.open;
  byId("now-take").disabled = !data.open;
  byId("now-error").textContent = "";
  byId("now-why").replaceChildren(...v.why.map(([sentence, todo]) => el("p", {}, sentence, " ", el("span", { class: "todo" }, todo))));
  choices();
}

const places = (c) => ({ read: say("from_read"), sum: say("from_sum"), field: "", page: "", master: say("from_master") })[c.origin];

const noted = (c) => ({ page: "", field: data.fields.find((f) => f.name === c.note)?.title })[c.origin] ?? c.note;

function choices() {
  byId("now-candidates").replaceChildren(...value().candidates.map((c, n) =>
    el("li", {}, el("button", { type: "button", onclick: () => choose(n), class: c.origin },
      el("kbd", {}, String(n + 1)), el("span", { class: "value" }, c.shown),
      el("span", { class: "fine" }, [places(c), noted(c)].filter(Boolean).join(" · "))))));
}

function spoken() {
  const v = value();
  const at = data.doubtful.indexOf(path);
  const count = at < 0 ? "" : say("count", { n: at + 1, all: data.doubtful.length });
  const found = v.candidates.slice(0, 3).map((c, n) => `${n + 1}: ${c.shown}`).join(", ");
  return [count, lineName() + v.title, state.current(path).shown || say("missing"), v.percent, ...v.why.map((w) => w[0]), found]
    .filter(Boolean).join(". ");
}

/** Candidates of a value that nobody doubted are fetched when it is looked at. */
async function others() {
  const v = value();
  if (v.candidates.length || v.asked || v.doubtful || state.isNew(state.lineOf(path)) || !data.open) return;
  v.asked = true;
  try {
    v.candidates = (await get(`/candidates?path=${encodeURIComponent(path)}`)).candidates;
  } catch { return; }
  if (value() === v) choices();
}

/** After a decision: to the next doubtful value that waits for one; where there is none, to the button that ends it. */
export function onward() {
  const waiting = state.open();
  if (!waiting.length) {
    byId("approve")?.focus();
    const text = data.doubtful.length || state.staged.size ? say("all_seen") : say("nothing_doubtful");
    toast(text);
    return;
  }
  const after = data.doubtful.indexOf(path);
  open(waiting.find((p) => data.doubtful.indexOf(p) > after) ?? waiting[0]);
}

export function step(by) {
  const { doubtful } = data;
  if (!doubtful.length) { toast(say("nothing_doubtful")); return; }
  const here = doubtful.indexOf(path);
  open(doubtful[(here + by + doubtful.length) % doubtful.length]);
}

/** To the next or previous value of the page, doubtful or not. */
export function wander(by) {
  const cells = [...document.querySelectorAll(".cell")];
  const here = cells.findIndex((cell) => cell.dataset.path === path);
  const there = cells[Math.max(0, Math.min(cells.length - 1, here + by))];
  if (there) open(there.dataset.path);
}

export function decide(entry, on = true) {
  state.stage(path, entry);
  draft.typed(null);
  if (on) onward();
  else open(path);
}

/** The value as it stands is right: what was typed, else what was read. */
export async function accept() {
  if (!path || !data.open) return;
  const shown = state.current(path).shown;
  if (input.value.trim() !== shown.trim()) { await take(input.value, null, true); return; }
  if (!shown) {
    if (state.staged.has(path)) onward();
    else fault(say("nothing_to_accept"));
    return;
  }
  if (!state.staged.has(path)) {
    const v = value();
    state.stage(path, { value: v.value, shown: v.shown, boxes: v.boxes, accepted: true });
  }
  draft.typed(null);
  onward();
}

/** Take a typed or picked text, if it is a value of the field. */
export async function take(text, boxes, on) {
  const where = path;
  if (!text.trim()) { clear(); return; }
  try {
    const read = await post("/value", { path: where, text });
    state.stage(where, { value: read.value, shown: read.shown, boxes: boxes ?? [] });
    draft.typed(null);
    if (path !== where) return;
    if (on) onward();
    else { open(where); toast(say("took", { title: value().title, value: read.shown })); }
  } catch (error) {
    if (path === where && input.value !== text) input.value = text;
    fault(error instanceof Refused ? error.body.detail : say("away"));
    input.focus();
  }
}

export function fault(text) {
  byId("now-error").textContent = text;
}

export function choose(n) {
  const c = value()?.candidates[n];
  if (!c || !data.open) return;
  if (!c.path) { decide({ value: c.value, shown: c.shown, boxes: c.boxes }); return; }
  // A record of the master data is bound; what the page says stays as it is.
  state.stage(c.path, { value: c.value, shown: c.shown, boxes: [] });
  const v = value();
  if (v.value) decide({ value: v.value, shown: v.shown, boxes: v.boxes, accepted: true });
  else onward();
}

export function edit() {
  if (!path || !data.open) return;
  input.focus();
  input.select();
}

/** The value is not on the page. */
export function clear() {
  if (!path || !data.open) return;
  if (value().value || state.isNew(state.lineOf(path))) decide({ none: true, shown: "" });
  else decide({ none: true, shown: "", absent: true });
}

export function revert() {
  if (!path) return;
  const line = state.lineOf(path);
  state.unstage(path);
  if (line !== null) state.unstage(`lines.${line}`);
  open(path);
  toast(say("reverted", { title: value().title }));
}

export function start() {
  byId("now-form").addEventListener("submit", (event) => { event.preventDefault(); accept(); });
  input.addEventListener("input", () => draft.typed(path, input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    draft.typed(null);
    open(path);
  });
  document.addEventListener("click", (event) => {
    const cell = event.target.closest(".cell");
    const go = event.target.closest("[data-go]");
    if (cell) open(cell.dataset.path);
    else if (go) open(go.dataset.go);
  });
  state.onChange(paint);
}

/** A value's button as the decision left it. */
export function paint(changed) {
  const line = changed.match(/^lines\.(\d+)$/);
  if (line) {
    document.querySelector(`.line[data-line="${line[1]}"]`)?.classList.toggle("dropped", state.dropped(changed));
    return;
  }
  for (const node of document.querySelectorAll(`.place[data-path="${CSS.escape(changed)}"]`)) {
    node.classList.toggle("waits", data.doubtful.includes(changed) && !state.staged.has(changed));
  }
  const cell = cellOf(changed);
  const v = values.get(changed);
  if (!cell || !v) return;
  const entry = state.staged.get(changed);
  const { shown } = state.current(changed);
  cell.classList.toggle("accepted", entry?.accepted === true);
  cell.classList.toggle("changed", entry !== undefined && !entry.accepted);
  const text = cell.querySelector(".value");
  text.textContent = shown || say("missing");
  text.classList.toggle("missing", !shown);
  cell.querySelector(".mark").textContent = entry ? (entry.accepted ? "✓" : "✎") : v.person ? "✓" : v.percent || (v.shown ? "?" : "");
}
