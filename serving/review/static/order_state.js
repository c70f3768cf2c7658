// What the page knows and what the clerk has decided so far. Nothing here touches the page.

const read = (id) => JSON.parse(document.getElementById(id).textContent);

export const data = read("order-data");
export const root = document.getElementById("review");
const words = read("order-words");

/** A text in the clerk's language with {names} filled in. */
export function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Values by path, those of added lines too. */
export const values = new Map(Object.entries(data.values));

/** Decisions by path: {value | text | none | line, shown, boxes, accepted}. */
export const staged = new Map();

const listeners = [];
export const onChange = (act) => listeners.push(act);
const changed = (path) => listeners.forEach((act) => act(path));

export function stage(path, entry) {
  staged.set(path, entry);
  changed(path);
}

export function unstage(path) {
  if (staged.delete(path)) changed(path);
}

/** The line of a path, null in the header. */
export const lineOf = (path) => (path.startsWith("lines.") ? Number(path.split(".")[1]) : null);

export const isNew = (line) => line !== null && line >= data.lines.length;

export const dropped = (path) => {
  const line = lineOf(path);
  return line !== null && staged.get(`lines.${line}`)?.none === true;
};

/** Doubtful values that wait for a decision. */
export const open = () => data.doubtful.filter((path) => !staged.has(path) && !dropped(path));

/** What a value is now: as typed or chosen, else as read. */
export function current(path) {
  const entry = staged.get(path);
  if (entry) return { shown: entry.none ? "" : entry.shown, boxes: entry.boxes ?? [] };
  const value = values.get(path);
  return { shown: value?.shown ?? "", boxes: value?.boxes ?? [] };
}

/** Changes as the server takes them; cells of an added line come as one line. */
export function changes() {
  const out = [];
  const added = new Map();
  for (const [path, entry] of staged) {
    const line = lineOf(path);
    if (dropped(path) && path !== `lines.${line}`) continue;
    const { value, text, none, boxes } = entry;
    const sent = { path, ...(none ? { none: true } : value !== undefined ? { value } : { text }), boxes: boxes ?? null };
    if (!isNew(line)) out.push(sent);
    else if (!entry.line && !none) added.set(line, [...(added.get(line) ?? []), sent]);
  }
  for (const [line, cells] of added) out.push({ path: `lines.${line}`, cells });
  return out;
}
