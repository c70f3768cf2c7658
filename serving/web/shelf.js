// The shelf of documents: one's own of this session, and the samples that come with Ordermill.

import { el, languageName, plural, sourceNames, typeName } from "./format.js";

const KEPT = "ordermill.own";

/** Own documents of this browser tab, newest first: {preview, file, facts} or {file, error}. */
export const own = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");

export function remember(entry) {
  own.unshift(entry);
  own.splice(20);
  save();
}

export function forget(preview) {
  const at = own.findIndex((entry) => entry.preview === preview);
  if (at >= 0) own.splice(at, 1);
  save();
}

const save = () => sessionStorage.setItem(KEPT, JSON.stringify(own.filter((entry) => entry.preview)));

export const factsOf = (type, language, pages, sources, lines) =>
  [typeName(type), languageName(language), sourceNames(sources), pages > 1 ? plural(pages, "page") : "", plural(lines, "line")]
    .filter(Boolean).join(" · ");

export function draw(current, samples, open) {
  fill("own", own.map((entry) => item(entry, entry.preview === current, open)));
  fill("samples", samples.map((s) => item(
    { preview: s.preview, file: s.file, error: s.state === "failed" ? { message: s.message } : null,
      facts: s.state === "ready" ? factsOf(s.document_type, s.language, s.pages, s.sources, s.lines) : "reading …" },
    s.preview && s.preview === current, open)));
}

function fill(id, items) {
  document.getElementById(id).hidden = items.length === 0;
  document.getElementById(`${id}-list`).replaceChildren(...items);
}

function item(entry, current, open) {
  const facts = entry.error ? "not read" : entry.facts;
  return el("li", {}, el("button", {
    type: "button", "aria-current": current ? "true" : null, class: entry.error ? "failed" : null, title: `${entry.file}\n${facts}`,
    disabled: !entry.preview && !entry.error, onclick: () => open(entry),
  }, el("span", { class: "name" }, entry.file.replace(/\.(pdf|png|jpe?g|tiff?|xml)$/i, "")),
  el("span", { class: "facts" }, facts)));
}
