// What was typed is kept in this browser until it was sent, so that a reload or a crash loses nothing.

import { data, onChange, staged } from "./order_state.js";

const PREFIX = "ordermill:draft:";
const MINE = `${PREFIX}${data.id}:`;
const OLDEST = 14 * 24 * 3600 * 1000;
let key = `${MINE}${data.version}`;
let typing = null;
let quiet = false;

function write() {
  if (quiet) return;
  try {
    if (staged.size === 0 && typing === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), staged: [...staged], typing }));
  } catch { /* storage is full or switched off: the page works without */ }
}

/** Text that stands in the editor and was not taken yet. */
export function typed(path, text) {
  typing = path === null ? null : { path, text };
  write();
}

export function keep() {
  onChange(write);
}

/** Drafts of this order, those of other versions too, the newest first. */
export function found() {
  const out = [];
  try {
    for (let n = 0; n < localStorage.length; n++) {
      const name = localStorage.key(n);
      if (!name.startsWith(PREFIX)) continue;
      const draft = JSON.parse(localStorage.getItem(name));
      if (Date.now() - draft.at > OLDEST) { localStorage.removeItem(name); n--; continue; }
      if (name.startsWith(MINE)) out.push({ ...draft, name, version: Number(name.slice(MINE.length)) });
    }
  } catch { /* as above */ }
  return out.sort((a, b) => b.at - a.at);
}

/** Forget the drafts of this order: they were sent, or are not wanted. */
export function forget() {
  quiet = true;
  for (const draft of found()) localStorage.removeItem(draft.name);
}

/** Let what was typed wait for version `version`, and be put back there without asking. */
export function carry(version) {
  write();
  key = `${MINE}${version}`;
  write();
  quiet = true;
  for (const draft of found()) if (draft.name !== key) localStorage.removeItem(draft.name);
  sessionStorage.setItem(`${MINE}back`, "1");
}

/** True once after `carry`. */
export function carried() {
  const was = sessionStorage.getItem(`${MINE}back`) !== null;
  sessionStorage.removeItem(`${MINE}back`);
  return was;
}
