// Calls to the server this page came from.

import { data, root } from "./order_state.js";

const base = `/desk/orders/${data.id}`;

/** An answer other than success, with the server's own sentence. */
export class Refused extends Error {
  constructor(status, body) {
    super([body?.detail ?? `HTTP ${status}`, body?.error?.hint].filter(Boolean).join(" "));
    this.status = status;
    this.code = body?.code ?? "";
    this.body = body ?? {};
  }
}

async function answer(response) {
  const body = response.headers.get("content-type")?.includes("json") ? await response.json() : null;
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

export async function get(path) {
  return answer(await fetch(base + path, { headers: { Accept: "application/json" } }));
}

export async function post(path, body) {
  const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": root.dataset.csrf };
  return answer(await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** While the page goes away: nothing waits for an answer then. */
export function farewell(path) {
  const form = new FormData();
  form.set("csrf", root.dataset.csrf);
  navigator.sendBeacon(base + path, form);
}

const pages = new Map();

/** Words of a page, [text, x0, y0, x1, y1] in reading order; fetched once. */
export function wordsOf(number) {
  if (!pages.has(number)) pages.set(number, get(`/words/${number}`).then((body) => body.words));
  return pages.get(number);
}
