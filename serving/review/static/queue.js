// Keys of the work list: j and k go down and up, n takes the next order, / searches. Links work without.

const links = [...document.querySelectorAll("a.open")];
const typing = (node) => node.closest?.("input, select, textarea") !== null;

function go(by) {
  const here = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, here + by))]?.focus();
}

const actions = {
  j: () => go(1), ArrowDown: () => go(1), k: () => go(-1), ArrowUp: () => go(-1),
  n: () => document.getElementById("take-next").click(), "/": () => document.getElementById("search").focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || !actions[event.key]) return;
  if (localStorage.getItem("ordermill:keys-off") !== null && event.key.length === 1) return;
  event.preventDefault();
  actions[event.key]();
});

for (const list of document.querySelectorAll(".filter-form select")) {
  list.addEventListener("change", () => list.form.requestSubmit());
}

const text = sessionStorage.getItem("ordermill:toast");
sessionStorage.removeItem("ordermill:toast");
if (text) {
  const node = document.createElement("p");
  node.className = "toast";
  node.setAttribute("role", "status");
  document.getElementById("queue").append(node);
  node.textContent = text;
}
