// The page: takes files, opens documents, keeps the address in step so that a reload shows the same document.

import * as api from "./api.js";
import { connect } from "./link.js";
import * as shelf from "./shelf.js";
import * as values from "./values.js";
import * as viewer from "./viewer.js";

const state = { titles: { header: {}, line: {} }, samples: [], preview: null, opening: 0 };
const byId = (id) => document.getElementById(id);

async function begin() {
  startTheme();
  viewer.start();
  connect(byId("pages"), byId("result"));
  takeFiles();
  values.message(values.welcome());
  try {
    const [schema, about] = await Promise.all([api.schema(), api.about()]);
    state.titles = titlesOf(schema);
    byId("about").textContent = `Ordermill ${about.version}, model ${about.model.version}. `
      + `Files up to ${about.max_upload_mb} MB; uploads are forgotten after ${Math.round(about.kept_seconds / 60)} minutes.`;
  } catch (error) {
    values.message(values.trouble("The service", error));
    return;
  }
  addEventListener("hashchange", openFromAddress);
  await openFromAddress();
  await watchSamples();
}

/** Field names in words, from the schema of the result. */
function titlesOf(schema) {
  const of = (node) => Object.fromEntries(Object.entries(node.properties).map(([name, p]) => [name, p.title]));
  return { header: of(schema.properties.fields), line: of(schema.$defs.Line.properties.fields) };
}

const addressed = () => location.hash.match(/^#\/([\w-]+)$/)?.[1] ?? null;

async function openFromAddress() {
  const id = addressed();
  if (id && id !== state.preview?.id) await open({ preview: id, file: "This document" });
}

async function open(entry) {
  const turn = ++state.opening;
  if (entry.error) {
    show(null, values.trouble(entry.file, { code: "", hint: "", ...entry.error }));
    return;
  }
  try {
    const preview = await api.preview(entry.preview);
    if (turn === state.opening) show(preview);
  } catch (error) {
    if (turn !== state.opening) return;
    if (error.code === "no_preview") shelf.forget(entry.preview);
    show(null, values.trouble(entry.file, error));
  }
}

function show(preview, otherwise) {
  state.preview = preview;
  history.replaceState(null, "", preview ? `#/${preview.id}` : location.pathname);
  if (preview) {
    document.title = `${preview.result.file} · Ordermill`;
    viewer.show(preview, state.titles);
    values.show(preview.result, state.titles, { copy, download });
  } else {
    document.title = "Ordermill";
    viewer.clear();
    values.message(otherwise);
  }
  drawShelf();
}

const drawShelf = () => shelf.draw(state.preview?.id ?? null, state.samples, open);

async function watchSamples() {
  for (;;) {
    try {
      const { done, samples } = await api.samples();
      state.samples = samples;
      drawShelf();
      const first = samples.find((s) => s.state === "ready");
      if (first && !state.preview && state.opening === 0 && !addressed()) await open(first);
      if (done) return;
    } catch {
      return; // the page works without samples
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}

async function readAll(files) {
  for (const file of files) {
    const turn = ++state.opening;
    show(null, values.busy(file.name));
    let entry;
    let outcome;
    try {
      const preview = await api.read(file);
      const { document_type: type, document: info, lines } = preview.result;
      const items = lines.filter((line) => line.kind === "item").length;
      entry = { preview: preview.id, file: preview.result.file,
        facts: shelf.factsOf(type.value, info.language, info.pages, info.source, items) };
      outcome = () => show(preview);
    } catch (error) {
      const { code, message, hint } = error;
      entry = { file: file.name, error: { code, message, hint } };
      outcome = () => show(null, values.trouble(file.name, error));
    }
    shelf.remember(entry);
    if (turn === state.opening) outcome();
    else drawShelf();
  }
}

function takeFiles() {
  const input = byId("file");
  input.addEventListener("change", () => {
    readAll([...input.files]);
    input.value = "";
  });
  let depth = 0; // drag events come for every child entered and left
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  const curtain = (on) => { byId("curtain").hidden = !on; };
  addEventListener("dragenter", (event) => { if (carries(event)) curtain(++depth > 0); });
  addEventListener("dragleave", (event) => { if (carries(event)) curtain(--depth > 0); });
  addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    depth = 0;
    curtain(false);
    readAll([...event.dataTransfer.files]);
  });
}

const json = () => JSON.stringify(state.preview.result, null, 2);

async function copy() {
  try {
    await navigator.clipboard.writeText(json());
    say("JSON copied");
  } catch {
    say("The browser does not let this page copy; use Download");
  }
}

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([json()], { type: "application/json" }));
  link.download = `${state.preview.result.file.replace(/\.[^.]+$/, "")}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

let silence;
function say(words) {
  byId("say").textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => { byId("say").textContent = ""; }, 2500);
}

/** Light or dark: as the system has it until somebody chooses. */
function startTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = byId("theme");
  const apply = () => {
    const theme = localStorage.getItem("ordermill.theme") ?? (system.matches ? "dark" : "light");
    document.documentElement.dataset.theme = theme;
    button.textContent = theme === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", `${button.textContent} colours`);
  };
  button.addEventListener("click", () => {
    localStorage.setItem("ordermill.theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark");
    apply();
  });
  system.addEventListener("change", apply);
  apply();
}

begin();
