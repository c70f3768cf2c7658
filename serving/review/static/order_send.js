// Sending what was decided: corrections, approval, rejection; and what happens when someone else was faster.

import { ask, byId, el, toast } from "./order_dom.js";
import * as draft from "./order_draft.js";
import { get, post, Refused } from "./order_net.js";
import { fault, now, open } from "./order_now.js";
import * as state from "./order_state.js";

const { data, say, staged, values } = state;
const BUSY = new Set(["received", "extracted", "matched"]);
let sending = false;

const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** One at a time, with the page's own answer to everything that can go wrong. */
async function carefully(work) {
  if (sending) return;
  sending = true;
  document.body.classList.add("sending");
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) toast(say("away"), "bad");
    else if (error.status === 409) await overtaken(error);
    else if (error.body.errors) mark(error.body.errors);
    else toast(error.message, "bad");
  } finally {
    sending = false;
    document.body.classList.remove("sending");
  }
}

function mark(errors) {
  open(errors[0].path);
  fault(errors[0].message);
  toast(errors[0].message, "bad");
}

function leaveFor(address, text) {
  draft.forget();
  if (text) sessionStorage.setItem("ordermill:toast", text);
  location.assign(address);
}

const goOn = (text) => leaveFor(`/desk/next?after=${data.id}`, text);

/** Send the corrections; the order is matched and decided again, and shown as it stands then. */
export function save() {
  if (!state.changes().length) { toast(say("nothing_staged")); return; }
  carefully(async () => {
    await correct();
    const order = await settled();
    if (order.state === "waiting") leaveFor(location.pathname, say("saved"));
    else goOn(say("went_on", { state: order.said }));
  });
}

async function correct() {
  const sent = await post("/correct", { version: data.version, changes: state.changes() });
  data.version = sent.version;
  draft.forget();
}

/** The order once the workers have matched and decided it again. */
async function settled() {
  for (let n = 0; n < 240; n++) {
    const order = await get("/state");
    if (!BUSY.has(order.state)) return order;
    if (n === 4) toast(say("deciding"));
    await wait(n < 10 ? 100 : 500);
  }
  throw new Refused(504, { detail: say("slow") });
}

/** Corrections first; then, where only reasons are left that were on this page, the approval. */
export function approve() {
  carefully(async () => {
    const unseen = state.open();
    if (unseen.length && !(await sure(unseen))) return;
    let seen = data.reasons.map((r) => r.code);
    if (state.changes().length) {
      await correct();
      const order = await settled();
      if (order.state !== "waiting") { goOn(say("went_on", { state: order.said })); return; }
      data.version = order.version;
      const fresh = order.reasons.filter((code) => !seen.includes(code));
      if (fresh.length) { leaveFor(location.pathname, say("new_reasons")); return; }
      seen = order.reasons;
    }
    await post("/approve", { version: data.version, accepted: seen });
    goOn(say("approved", { name: document.querySelector("h1").textContent }));
  });
}

async function sure(unseen) {
  const list = el("ul", {}, ...unseen.slice(0, 8).map((path) => el("li", {}, named(path))));
  const answer = await ask(say("unseen", { n: unseen.length }), [list], [["look", say("look")], ["approve", say("approve_anyway")]]);
  if (answer === "look") open(unseen[0]);
  return answer === "approve";
}

const named = (path) => {
  const line = state.lineOf(path);
  const title = values.get(path)?.title ?? path;
  return `${line === null ? "" : `${say("line", { n: line + 1 })} · `}${title}: ${state.current(path).shown || say("missing")}`;
};

/** Reject, set aside, read again or split: the form's own fields go along. */
export function act(name, fields) {
  carefully(async () => {
    if (name !== "reject" && staged.size && (await ask(say("lose", { n: staged.size }), [], [["stay", say("stay")], ["go", say("go")]])) !== "go") return;
    await post(`/${name}`, { version: data.version, ...fields });
    goOn(say(`did_${name}`, { name: document.querySelector("h1").textContent }));
  });
}

/** Someone else was faster: say what they changed, and keep what was typed here for the new version. */
export async function overtaken(error) {
  const fresh = await get("/data").catch(() => null);
  if (!fresh) { toast(error.message, "bad"); return; }
  const rows = [];
  for (const path of new Set([...Object.keys(fresh.values), ...Object.keys(data.values)])) {
    const was = data.values[path]?.shown ?? "", is = fresh.values[path]?.shown ?? "";
    if (was !== is) {
      const mine = staged.get(path);
      rows.push(el("tr", {}, el("th", { scope: "row" }, fresh.values[path]?.title ?? data.values[path]?.title ?? path),
        el("td", {}, was || "–"), el("td", {}, is || "–"), el("td", {}, mine ? mine.shown || "–" : "")));
    }
  }
  const heads = ["title", "was", "is", "mine"].map((key) => el("th", { scope: "col" }, say(`column_${key}`)));
  const table = rows.length ? el("table", { class: "changes" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows)) : null;
  const body = [el("p", {}, say("overtaken_by", { name: fresh.by || "?", state: fresh.state })), table ?? el("p", {}, say("no_value_changed"))];
  draft.carry(fresh.version);
  const choice = await ask(say("overtaken"), body, [["mine", say(staged.size ? "load_with_mine" : "load")], ...(staged.size ? [["plain", say("load_without")]] : [])]);
  if (choice === "plain") draft.forget();
  location.reload();
}

/** The number of decisions beside the button that sends them. */
export function count() {
  const button = byId("save");
  if (!button) return;
  button.hidden = staged.size === 0;
  byId("staged").textContent = staged.size || "";
  if (now() && button.hidden && document.activeElement === button) byId("approve").focus();
}
