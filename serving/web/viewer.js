// The pages with their boxes. Boxes are placed in percent of the page, so that zooming moves nothing.

import { certainty, el, group, GROUPS, groupOf, lineGroupOf, percent } from "./format.js";

const pages = document.getElementById("pages");
const now = document.getElementById("page-now");
let zoom = 1;
let shown = [];

export function show(preview, titles) {
  zoom = 1;
  shown = preview.pages;
  pages.replaceChildren(...preview.pages.map(frame));
  const used = new Set();
  // The smaller box lies on top, so that every one can be pointed at.
  const area = (b) => (b.x1 - b.x0) * (b.y1 - b.y0);
  const sorted = [...boxes(preview.result, titles)].sort((a, b) => area(b) - area(a));
  for (const box of sorted) {
    const page = pages.querySelector(`[data-page="${box.page}"]`);
    const size = preview.pages.find((p) => p.number === box.page);
    if (!page || !size) continue;
    used.add(box.group);
    page.append(drawn(box, size));
  }
  legend(used);
  document.getElementById("tools").hidden = preview.pages.length === 0;
  if (preview.pages.length === 0) pages.replaceChildren(noPages());
  pages.scrollTo(0, 0);
  fit();
  turned();
}

export function clear() {
  shown = [];
  pages.replaceChildren();
  document.getElementById("tools").hidden = true;
  document.getElementById("legend").hidden = true;
}

function noPages() {
  return el("div", { class: "empty" }, el("p", { class: "fine" }, "This file has no pages: its data came from XML."));
}

function frame(page) {
  const node = el("div", { class: "page", dataset: { page: page.number } });
  const missing = el("p", { class: "missing" }, page.image ? "drawing the page" : "No picture of this page is kept.");
  node.append(missing);
  if (page.image) {
    const failed = () => { missing.textContent = "No picture could be made of this page."; picture.remove(); };
    const picture = el("img", { alt: `Page ${page.label ?? page.number}`, loading: "lazy", onerror: failed });
    picture.src = page.image;
    node.append(picture);
  }
  return node;
}

/** Every box of a result with the key of its value. Rows of lines come first, below their cells. */
function* boxes(result, titles) {
  for (const [n, line] of result.lines.entries()) yield* rowBands(line, n);
  for (const [name, value] of Object.entries(result.fields)) {
    yield* placed(value, { key: `field:${name}`, group: groupOf(name), title: titles.header[name] ?? name });
  }
  for (const [n, line] of result.lines.entries()) {
    for (const [name, value] of Object.entries(line.fields)) {
      yield* placed(value, { key: `line:${n}:${name}`, group: lineGroupOf(name), title: titles.line[name] ?? name });
    }
  }
}

function* placed(value, about) {
  const sure = certainty(value.confidence);
  const tag = [about.title, percent(value.confidence)].filter(Boolean).join(" · ");
  for (const box of value.boxes) yield { ...about, ...box, tag, style: sure.key };
}

function* rowBands(line, n) {
  const all = Object.values(line.fields).flatMap((v) => v.boxes);
  for (const page of new Set(all.map((b) => b.page))) {
    const on = all.filter((b) => b.page === page);
    const least = (side) => Math.min(...on.map((b) => b[side]));
    const most = (side) => Math.max(...on.map((b) => b[side]));
    yield { key: `line:${n}`, group: "line", row: true, page, x0: least("x0") - 6, x1: most("x1") + 4,
      y0: least("y0") - 2, y1: most("y1") + 2 };
  }
}

function drawn(box, size) {
  const pad = box.row ? 0 : 1;
  // For the mouse only: with the keyboard and to a screen reader the values beside the page say the same.
  const node = el("div", {
    class: `box ${box.row ? "row" : box.style}`, "aria-hidden": "true", dataset: { key: box.key },
    "--c": group(box.group).page,
  });
  node.style.left = `${(100 * (box.x0 - pad)) / size.width}%`;
  node.style.top = `${(100 * (box.y0 - pad)) / size.height}%`;
  node.style.width = `${(100 * (box.x1 - box.x0 + 2 * pad)) / size.width}%`;
  node.style.height = `${(100 * (box.y1 - box.y0 + 2 * pad)) / size.height}%`;
  if (box.tag) node.append(el("span", { class: "tag" }, box.tag));
  return node;
}

function legend(used) {
  const list = document.getElementById("legend");
  list.hidden = used.size === 0;
  list.replaceChildren(
    ...GROUPS.filter((g) => used.has(g.key)).map((g) =>
      el("li", {}, el("span", { class: "swatch", "--c": `var(--g-${g.colour})` }), g.title)),
  );
}

function fit() {
  const room = pages.clientWidth - 28;
  const widest = Math.max(1, ...shown.map((p) => p.width));
  for (const node of pages.querySelectorAll(".page")) {
    const page = shown.find((p) => p.number === Number(node.dataset.page));
    const width = (room * zoom * page.width) / widest;
    node.style.width = `${width}px`;
    node.style.height = `${(width * page.height) / page.width}px`;
  }
}

function setZoom(wanted) {
  const middle = (pages.scrollTop + pages.clientHeight / 2) / Math.max(1, pages.scrollHeight);
  zoom = Math.max(0.5, Math.min(4, wanted));
  fit();
  pages.scrollTop = middle * pages.scrollHeight - pages.clientHeight / 2;
}

function current() {
  const line = pages.getBoundingClientRect().top + pages.clientHeight / 3;
  const nodes = [...pages.querySelectorAll(".page")];
  return Math.max(0, nodes.findLastIndex((n) => n.getBoundingClientRect().top <= line));
}

function turned() {
  const at = current();
  now.textContent = shown.length ? `${shown[at]?.label ?? at + 1} of ${shown.length}` : "";
  document.getElementById("page-back").disabled = at <= 0;
  document.getElementById("page-on").disabled = at >= shown.length - 1;
}

export function toPage(number) {
  pages.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: "start" });
}

const step = (by) => toPage(shown[Math.max(0, Math.min(shown.length - 1, current() + by))]?.number);

export function start() {
  const on = (id, event, act) => document.getElementById(id).addEventListener(event, act);
  on("page-back", "click", () => step(-1));
  on("page-on", "click", () => step(1));
  on("zoom-in", "click", () => setZoom(zoom * 1.25));
  on("zoom-out", "click", () => setZoom(zoom / 1.25));
  on("zoom-fit", "click", () => setZoom(1));
  on("boxes", "change", (event) => pages.classList.toggle("bare", !event.target.checked));
  pages.addEventListener("scroll", turned, { passive: true });
  new ResizeObserver(fit).observe(pages);
}
