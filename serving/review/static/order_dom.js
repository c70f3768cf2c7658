// Small help with elements.

/** An element with attributes (class, data, handlers) and children. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "dataset") Object.assign(node.dataset, value);
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export const byId = (id) => document.getElementById(id);

export const cellOf = (path) => document.querySelector(`.cell[data-path="${CSS.escape(path)}"]`);

/** To a screen reader alone. */
export function announce(text) {
  byId("said").textContent = text;
}

let fading = 0;

/** A short message that everyone sees. */
export function toast(text, kind = "") {
  const node = byId("toast");
  node.textContent = text;
  node.className = `toast ${kind}`;
  clearTimeout(fading);
  fading = setTimeout(() => { node.textContent = ""; }, kind === "bad" ? 12000 : 5000);
}

/**
 * Ask with a dialog of our own: `buttons` are [key, text]; the key of the pressed one is the answer, null for Escape.
 * The first button is the one that Enter presses.
 */
export function ask(title, body, buttons) {
  const dialog = byId("ask");
  byId("ask-title").textContent = title;
  byId("ask-body").replaceChildren(...body);
  byId("ask-buttons").replaceChildren(
    ...buttons.map(([key, text], n) => el("button", { value: key, class: n ? "" : "primary" }, text)),
  );
  dialog.returnValue = "";
  dialog.showModal();
  (dialog.querySelector("[autofocus]") ?? byId("ask-buttons").firstElementChild).focus();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue || null), { once: true });
  });
}
