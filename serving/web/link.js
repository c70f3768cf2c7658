// One value, several places: whatever carries the same data-key lights up together.
// Hovering and focusing light up; focus and click also bring the other side into view.

let lit = null;

const same = (key) => document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`);

function light(key) {
  if (key === lit) return;
  document.querySelectorAll(".active[data-key]").forEach((node) => node.classList.remove("active"));
  lit = key;
  if (key === null) return;
  same(key).forEach((node) => node.classList.add("active"));
  // A cell of an order line also marks its row, on the page and in the table.
  const row = key.match(/^(line:\d+):/)?.[1];
  if (row) same(row).forEach((node) => node.classList.add("active"));
}

/** Scroll the nearest box of `key` into the middle of the pages, if it is out of sight. */
function showBox(key, pages) {
  const box = pages.querySelector(`.box[data-key="${CSS.escape(key)}"]`);
  if (!box) return;
  const seen = pages.getBoundingClientRect();
  const at = box.getBoundingClientRect();
  if (at.top < seen.top + 20 || at.bottom > seen.bottom - 20 || at.left < seen.left || at.right > seen.right) {
    box.scrollIntoView({ block: "center", inline: "center" });
  }
}

export function focusValue(key) {
  const value = document.querySelector(`#result [data-key="${CSS.escape(key)}"]:is(button)`);
  value?.scrollIntoView({ block: "center" });
  value?.focus({ preventScroll: true });
}

export function connect(pages, result) {
  const keyOf = (event) => event.target.closest?.("[data-key]")?.dataset.key ?? null;
  for (const pane of [pages, result]) {
    pane.addEventListener("pointerover", (event) => light(keyOf(event) ?? focusedKey(result)));
    pane.addEventListener("pointerleave", () => light(focusedKey(result)));
  }
  result.addEventListener("focusin", (event) => {
    const key = keyOf(event);
    if (key === null) return;
    light(key);
    showBox(key, pages);
  });
  pages.addEventListener("click", (event) => {
    const key = keyOf(event);
    if (key) focusValue(key);
  });
  result.addEventListener("keydown", (event) => move(event, result));
}

function focusedKey(result) {
  const focused = document.activeElement;
  return result.contains(focused) ? (focused.dataset.key ?? null) : null;
}

/** Arrow keys walk through the values; each list is one stop of the Tab key. */
function move(event, result) {
  const list = event.target.closest("[data-roving]");
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
  if (!list || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...list.querySelectorAll("button[data-key]")];
  const here = stops.indexOf(event.target);
  const vertical = ["ArrowDown", "ArrowUp"].includes(event.key);
  const next = vertical && list.dataset.roving === "table" ? otherRow(stops, here, step) : here + step;
  const target = stops[Math.max(0, Math.min(stops.length - 1, next))];
  if (!target) return;
  event.preventDefault();
  setStop(list, target);
  target.focus();
}

function otherRow(stops, here, step) {
  const row = stops[here].closest("tr");
  let at = here;
  while (stops[at] && stops[at].closest("tr") === row) at += step;
  if (!stops[at]) return here;
  const next = stops[at].closest("tr");
  const name = stops[here].dataset.name;
  const twin = stops.findIndex((s) => s.closest("tr") === next && s.dataset.name === name);
  return twin >= 0 ? twin : at;
}

/** Only `target` of a list can be reached by Tab. */
export function setStop(list, target = list.querySelector("button[data-key]")) {
  list.querySelectorAll("button[data-key]").forEach((b) => b.setAttribute("tabindex", b === target ? "0" : "-1"));
}
