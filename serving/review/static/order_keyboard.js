// One key, one action. The list of keys comes with the page, the same that its help and the manual show.

import { byId } from "./order_dom.js";
import * as pick from "./order_pick.js";

const KEYS = JSON.parse(byId("order-keys").textContent);
const OFF = "ordermill:keys-off";

const typing = (node) => node.closest?.("input:not([type=checkbox]), textarea, select") !== null;

/** Enter and the space bar belong to the button that has the focus; only a value's button gives Enter away. */
const own = (event) => ["Enter", " "].includes(event.key) && event.target.closest?.("button, a, summary, input") && !event.target.closest(".cell");

function act(event, actions, bound) {
  if (pick.key(event)) return;
  if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
  if (typing(event.target) || own(event)) return;
  // Arrows turn the pages where the pages have the focus.
  if (event.key.startsWith("Arrow") && event.target.closest?.("#pages")) return;
  const name = bound.get(event.key);
  const plain = ["Enter", "ArrowDown", "ArrowUp", "PageDown", "PageUp", "F2", "Delete"].includes(event.key);
  if (!name || !(plain || byId("keys-on").checked)) return;
  event.preventDefault();
  actions[name](event.key);
}

export function start(actions) {
  const bound = new Map(KEYS.flatMap((key) => key.keys.map((name) => [name, key.action])));
  for (const key of KEYS) if (!actions[key.action]) throw new Error(`no action ${key.action}`);
  document.addEventListener("keydown", (event) => act(event, actions, bound));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const node of document.querySelectorAll("details[open]")) { node.open = false; node.querySelector("summary").focus(); }
  });
  const on = byId("keys-on");
  on.checked = localStorage.getItem(OFF) === null;
  on.addEventListener("change", () => (on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
}
