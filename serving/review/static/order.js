// The order page: puts the parts together. Without it the page shows everything, and its forms approve and reject.

import { ask, byId, el, toast } from "./order_dom.js";
import * as draft from "./order_draft.js";
import * as keyboard from "./order_keyboard.js";
import * as lines from "./order_lines.js";
import { farewell, post } from "./order_net.js";
import * as editor from "./order_now.js";
import * as pick from "./order_pick.js";
import * as send from "./order_send.js";
import { data, onChange, open, root, say, stage, values } from "./order_state.js";
import * as viewer from "./order_viewer.js";

const form = (name) => document.querySelector(`form[data-act="${name}"]`);
const fieldsOf = (node) => Object.fromEntries([...new FormData(node)].filter(([name]) => !["csrf", "version"].includes(name)));

function unfold(name) {
  const node = form(name);
  if (!node) return;
  node.closest("details").open = true;
  node.querySelector("input:not([type=hidden]), select, button").focus();
}

const actions = {
  accept: editor.accept, choose: (key) => editor.choose(Number(key) - 1), edit: editor.edit, clear: editor.clear,
  revert: editor.revert, move: lines.move, pick: () => (pick.active() ? pick.leave() : editor.now() && data.open && pick.begin(editor.now())),
  next: () => editor.step(1), previous: () => editor.step(-1), down: () => editor.wander(1), up: () => editor.wander(-1),
  page_on: () => viewer.turn(1), page_back: () => viewer.turn(-1), zoom: () => viewer.toggleZoom(editor.now()),
  zoom_in: () => viewer.zoomBy(1.25), zoom_out: () => viewer.zoomBy(0.8),
  add_line: lines.add, drop_line: lines.drop, add_field: lines.addField,
  approve: () => data.open && send.approve(), save: () => data.open && send.save(),
  reject: () => unfold("reject"), split: () => unfold("split"),
  aside: () => form("aside") && send.act("aside", {}),
  following: () => byId("following")?.click(), help: () => byId("help").showModal(),
};

function forms() {
  for (const node of document.querySelectorAll("form[data-act]")) {
    node.addEventListener("submit", (event) => {
      event.preventDefault();
      if (node.dataset.act === "approve") send.approve();
      else send.act(node.dataset.act, fieldsOf(node));
    });
  }
  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-do]")?.dataset.do;
    if (name) actions[name]();
  });
}

/** What was typed before a reload is offered back; after someone else's change it is there at once. */
function offer() {
  const [last] = draft.found();
  if (!last) return;
  const notice = byId("notice");
  const hide = () => { notice.hidden = true; };
  const put = () => {
    lines.makeRoom(last.staged.map(([path]) => path));
    for (const [path, entry] of last.staged) stage(path, entry);
    hide();
    const at = last.typing?.path ?? open()[0];
    if (at && values.has(at)) editor.open(at);
    if (last.typing && values.has(last.typing.path)) { editor.edit(); byId("now-input").value = last.typing.text; draft.typed(last.typing.path, last.typing.text); }
    toast(say("restored", { n: last.staged.length + (last.typing ? 1 : 0) }));
  };
  if (draft.carried() && data.open) { put(); return; }
  const time = new Date(last.at).toLocaleString(root.dataset.language);
  const typed = [...last.staged.map(([, entry]) => entry.shown || "–"), last.typing?.text].filter(Boolean);
  notice.replaceChildren(el("p", {}, say(last.version === data.version ? "draft" : "draft_old", { time, n: typed.length }), " ", el("span", { class: "fine" }, typed.slice(0, 6).join(" · "))),
    data.open ? el("button", { type: "button", id: "restore", class: "primary", onclick: put }, say("restore")) : null,
    el("button", { type: "button", id: "discard", onclick: () => { draft.forget(); location.reload(); } }, say("discard")));
  notice.hidden = false;
}

/** Says that this person has the order open, hears who else has, and whether it has moved on. */
async function alive() {
  try {
    const heard = await post("/look", {});
    const looks = byId("looks");
    looks.hidden = heard.looks.length === 0;
    looks.textContent = heard.looks.map((name) => say("looking", { name })).join(" ");
    if (heard.version === data.version || document.body.classList.contains("sending") || byId("ask").open) return;
    clearInterval(beat);
    await send.overtaken(new Error());
  } catch { /* the server is away for a moment; the next beat tells */ }
}

let beat = 0;

function start() {
  viewer.start();
  editor.start();
  draft.keep();
  onChange(send.count);
  forms();
  keyboard.start(actions);
  pick.start((picked, on) => {
    if (!picked) { editor.open(editor.now()); return; }
    if (editor.now()) editor.take(picked.text, picked.boxes, on);
  }, editor.open);
  const text = sessionStorage.getItem("ordermill:toast");
  sessionStorage.removeItem("ordermill:toast");
  if (text) toast(text);
  const first = data.doubtful[0] ?? document.querySelector(".cell")?.dataset.path;
  if (first) editor.open(first);
  offer();
  if (data.open && !data.doubtful.length) byId("approve")?.focus();
  alive();
  beat = setInterval(alive, 30000);
  addEventListener("pagehide", () => farewell("/leave"));
  root.classList.add("ready");
}

start();
