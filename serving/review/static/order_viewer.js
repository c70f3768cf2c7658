// The pages beside the values. Places lie in an SVG whose units are the page's own, so that zooming moves nothing.

import { byId, svg } from "./order_dom.js";
import { current, data } from "./order_state.js";

const pages = byId("pages");
let zoom = 1;

const figures = () => [...pages.querySelectorAll(".page")];
const figure = (number) => pages.querySelector(`.page[data-page="${number}"]`);

export function setZoom(wanted) {
  const middle = (pages.scrollTop + pages.clientHeight / 2) / Math.max(1, pages.scrollHeight);
  zoom = Math.max(0.6, Math.min(4, wanted));
  pages.style.setProperty("--zoom", zoom);
  pages.scrollTop = middle * pages.scrollHeight - pages.clientHeight / 2;
}

export const zoomBy = (factor) => setZoom(zoom * factor);

/** Wide as the room, or close up on the value in hand. */
export function toggleZoom(path) {
  setZoom(zoom > 1 ? 1 : 2);
  if (path) show(path);
}

function at() {
  const line = pages.getBoundingClientRect().top + pages.clientHeight / 3;
  return Math.max(0, figures().findLastIndex((node) => node.getBoundingClientRect().top <= line));
}

function turned() {
  const now = byId("page-now");
  if (now) now.textContent = `${at() + 1} / ${data.pages.length}`;
}

export function turn(by) {
  const next = figures()[Math.max(0, Math.min(data.pages.length - 1, at() + by))];
  if (next) pages.scrollTop += next.getBoundingClientRect().top - pages.getBoundingClientRect().top - 8;
}

/** The page that is looked at, 1-based. */
export const pageNow = () => data.pages[at()]?.number ?? 1;

/** Mark the places of a value and bring them into view; its surroundings go into the editor. */
export function show(path) {
  for (const node of pages.querySelectorAll(".place.now")) node.classList.remove("now");
  for (const node of pages.querySelectorAll(".chosen")) node.remove();
  const { boxes } = current(path);
  for (const node of pages.querySelectorAll(`.place[data-path="${CSS.escape(path)}"]`)) node.classList.add("now");
  for (const box of boxes) {
    const overlay = figure(box.page)?.querySelector("svg");
    overlay?.append(svg("rect", { class: "chosen", ...rect(box, 2) }));
  }
  if (boxes.length) reveal(boxes[0]);
  crop(boxes);
}

export const rect = (box, pad = 0) => ({
  x: box.x0 - pad, y: box.y0 - pad, width: box.x1 - box.x0 + 2 * pad, height: box.y1 - box.y0 + 2 * pad,
});

/** Scroll so that a box can be seen. */
export function reveal(box) {
  const node = figure(box.page);
  const page = data.pages.find((p) => p.number === box.page);
  if (!node || !page) return;
  const room = pages.getBoundingClientRect();
  const seat = node.getBoundingClientRect();
  const scale = seat.width / page.width;
  const top = seat.top - room.top + box.y0 * scale;
  const left = seat.left - room.left + box.x0 * scale;
  if (top < 40 || top > room.height - 60) pages.scrollTop += top - room.height / 3;
  if (left < 20 || left + (box.x1 - box.x0) * scale > room.width - 20) pages.scrollLeft += left - room.width / 3;
}

/** The words around a value, large enough to read at a glance. */
function crop(boxes) {
  const node = byId("now-crop");
  const page = boxes.length ? data.pages.find((p) => p.number === boxes[0].page) : null;
  node.toggleAttribute("hidden", !page);
  if (!page) return;
  const on = boxes.filter((box) => box.page === page.number);
  const x0 = Math.min(...on.map((b) => b.x0)), x1 = Math.max(...on.map((b) => b.x1));
  const y0 = Math.min(...on.map((b) => b.y0)), y1 = Math.max(...on.map((b) => b.y1));
  const height = Math.max(26, y1 - y0 + 14), width = Math.max(height * 6, x1 - x0 + 40);
  const left = Math.max(0, Math.min(page.width - width, (x0 + x1 - width) / 2));
  node.setAttribute("viewBox", `${left} ${(y0 + y1 - height) / 2} ${width} ${height}`);
  const picture = figure(page.number).querySelector("img");
  node.replaceChildren(
    svg("image", { href: picture.getAttribute("src"), width: page.width, height: page.height, preserveAspectRatio: "none" }),
    ...on.map((box) => svg("rect", { class: "chosen", ...rect(box, 1.5) })),
  );
}

export function start() {
  pages.addEventListener("scroll", turned, { passive: true });
  new ResizeObserver(turned).observe(pages);
}
