// How values are worded and coloured: certainty, groups of fields, names of types and languages.

/** Words for a calibrated probability; the same thresholds as serving/words.py. */
export function certainty(confidence) {
  if (confidence === null || confidence === undefined) return { key: "unknown", word: "not calibrated", filled: 0 };
  if (confidence >= 0.97) return { key: "sure", word: "sure", filled: 4 };
  if (confidence >= 0.85) return { key: "likely", word: "likely", filled: 3 };
  if (confidence >= 0.6) return { key: "check", word: "check", filled: 2 };
  return { key: "doubtful", word: "doubtful", filled: 1 };
}

/** Whole percent, rounded down: 0.999 is 99 %, only 1 is 100 %. */
export const percent = (confidence) =>
  confidence === null || confidence === undefined ? "" : `${Math.floor(confidence * 100 + 1e-9)} %`;

export const needsCheck = (value) => ["check", "doubtful"].includes(certainty(value.confidence).key);

/** Groups of header fields in the order shown; `colour` names a CSS variable --g-…, `page` its ink on white paper. */
export const GROUPS = [
  { key: "order", title: "Order", colour: "order", page: "#2563c9" },
  { key: "date", title: "Dates", colour: "date", page: "#7a4fc4" },
  { key: "buyer", title: "Buyer", colour: "buyer", page: "#b35410" },
  { key: "seller", title: "Seller", colour: "seller", page: "#0d7d92" },
  { key: "place", title: "Ship to, bill to", colour: "place", page: "#b03a75" },
  { key: "money", title: "Money and terms", colour: "money", page: "#16805a" },
  { key: "line", title: "Order lines", colour: "line", page: "#55657a" },
];

export function groupOf(name) {
  if (name.startsWith("buyer.")) return "buyer";
  if (name.startsWith("seller.")) return "seller";
  if (name.startsWith("ship_to.") || name.startsWith("bill_to.")) return "place";
  if (name.startsWith("total_") || name.endsWith("_terms") || name === "currency") return "money";
  return name.endsWith("_date") ? "date" : "order";
}

const LINE_GROUPS = {
  buyer_article_no: "order", supplier_article_no: "seller", gtin: "seller", quantity: "buyer", unit: "buyer",
  unit_price: "money", price_base_quantity: "money", discount_percent: "money", tax_rate: "money", line_amount: "money",
  delivery_date: "date",
};
export const lineGroupOf = (name) => LINE_GROUPS[name] ?? "line";
export const group = (key) => GROUPS.find((g) => g.key === key);

const TYPES = {
  order: "Order", order_change: "Order change", order_response: "Order confirmation", quotation: "Quotation",
  invoice: "Invoice", credit_note: "Credit note", other: "Not an order",
};
export const typeName = (type) => (type ? (TYPES[type] ?? type) : "Type unknown");

const languages = new Intl.DisplayNames(["en"], { type: "language" });
export const languageName = (code) => (code ? languages.of(code) : "");

export const plural = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const SOURCES = { text: "text", ocr: "scan", form: "form", mixed: "text and scan", embedded: "XML" };
export const sourceNames = (sources) => sources.map((s) => SOURCES[s] ?? s).join(" + ");

/** Make an element: el("p", {class: "x", onclick: f}, "text", child). */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name.startsWith("--")) node.style.setProperty(name, value);
    else if (name === "dataset") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}
