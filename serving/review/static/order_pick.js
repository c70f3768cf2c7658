// Picking words on the page, with the mouse or with the keys.

import { announce, byId, svg, toast } from "./order_dom.js";
import { wordsOf } from "./order_net.js";
import { current, data, say } from "./order_state.js";
import { pageNow, rect, reveal } from "./order_viewer.js";

const pages = byId("pages");
let picking = null; // {page, words, from, to}
let take = () => {};

export const active = () => picking !== null;

const box = (page, [, x0, y0, x1, y1]) => ({ page, x0, y0, x1, y1 });
const overlay = (page) => pages.querySelector(`.page[data-page="${page}"] .words`);

/** Begin at the word of the value in hand, else at the first of the page that is looked at. */
export async function begin(path) {
  const start = current(path).boxes[0];
  const page = start?.page ?? pageNow();
  const words = await wordsOf(page);
  if (!words.length) { toast(say("no_words")); return; }
  const near = (w) => Math.hypot((w[1] + w[3] - start.x0 - start.x1) / 2, (w[2] + w[4] - start.y0 - start.y1) / 2);
  const first = start ? words.reduce((best, w, n) => (near(w) < near(words[best]) ? n : best), 0) : 0;
  picking = { page, words, from: first, to: first };
  pages.classList.add("picking");
  byId("pick").setAttribute("aria-pressed", "true");
  pages.focus({ preventScroll: true });
  draw();
}

export function leave() {
  if (!picking) return;
  overlay(picking.page)?.replaceChildren();
  picking = null;
  pages.classList.remove("picking");
  byId("pick").setAttribute("aria-pressed", "false");
}

function chosen() {
  const { words, from, to } = picking;
  return words.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function draw() {
  const { page, words, to } = picking;
  const inside = new Set(chosen());
  overlay(page).replaceChildren(
    ...words.map((w) => svg("rect", { class: inside.has(w) ? "word on" : "word", ...rect(box(page, w), 1) })),
  );
  reveal(box(page, words[to]));
  announce(chosen().map((w) => w[0]).join(" "));
}

/** A key while words are picked; true where it was one of ours. */
export function key(event) {
  if (!picking) return false;
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) go(picking.to + step, event.shiftKey);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") go(beyond(event.key === "ArrowDown"), event.shiftKey);
  else if (event.key === "Enter") finish(chosen(), picking.page, true);
  else if (event.key === "Escape") { leave(); take(null); }
  else return false;
  event.preventDefault();
  return true;
}

function go(to, more) {
  picking.to = Math.max(0, Math.min(picking.words.length - 1, to));
  if (!more) picking.from = picking.to;
  draw();
}

/** The nearest word in the next row up or down. */
function beyond(down) {
  const { words, to } = picking;
  const [, x0, y0, x1, y1] = words[to];
  const cx = (x0 + x1) / 2, cy = (y0 + y1) / 2, row = Math.max(4, (y1 - y0) * 0.7);
  let best = to, least = Infinity;
  words.forEach((w, n) => {
    const dy = ((w[2] + w[4]) / 2 - cy) * (down ? 1 : -1);
    const far = dy < row ? Infinity : dy * 3 + Math.abs((w[1] + w[3]) / 2 - cx);
    if (far < least) { least = far; best = n; }
  });
  return best;
}

function finish(words, page, on) {
  leave();
  take({ text: words.map((w) => w[0]).join(" "), boxes: words.map((w) => box(page, w)) }, on);
}

function point(event, overlay) {
  const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(overlay.getScreenCTM().inverse());
  return { x: p.x, y: p.y };
}

/** Words under a rectangle that was dragged, or the one that was clicked. */
function within(words, a, b) {
  const [x0, x1] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [y0, y1] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  if (x1 - x0 < 3 && y1 - y0 < 3) return words.filter((w) => w[1] - 1 <= x0 && x0 <= w[3] + 1 && w[2] - 1 <= y0 && y0 <= w[4] + 1).slice(0, 1);
  return words.filter((w) => w[3] > x0 && w[1] < x1 && (w[2] + w[4]) / 2 > y0 && (w[2] + w[4]) / 2 < y1);
}

/**
 * Listen to the mouse. `taken(picked, on)` gets text and boxes (null: given up; `on`: go on to the next value);
 * `opened(path)` is called for a click on a value's place.
 */
export function start(taken, opened) {
  take = taken;
  let from = null;
  pages.addEventListener("pointerdown", (event) => {
    const node = event.target.closest?.(".page svg");
    if (node && event.button === 0) from = { node, at: point(event, node), page: Number(node.closest(".page").dataset.page) };
  });
  pages.addEventListener("pointerup", async (event) => {
    const began = from;
    from = null;
    if (!began || event.target.closest?.(".page svg") !== began.node) return;
    const to = point(event, began.node);
    const path = event.target.dataset?.path;
    const still = Math.hypot(to.x - began.at.x, to.y - began.at.y) < 3;
    if (path && still && !picking) { opened(path); return; }
    const words = within(await wordsOf(began.page), began.at, to);
    if (words.length && data.open) finish(words, began.page, false);
  });
}
