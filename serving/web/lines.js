// The order lines as a table: the numbers in columns, rarer fields below the description.

import { certainty, el, group, lineGroupOf, percent, plural } from "./format.js";
import { gauge } from "./sure.js";

const COLUMNS = [
  { name: "line_no", title: "Pos.", number: false, narrow: true },
  { name: "description", title: "Article", number: false },
  { name: "quantity", title: "Quantity", number: true },
  { name: "unit_price", title: "Price", number: true },
  { name: "line_amount", title: "Amount", number: true },
];
const ARTICLES = ["buyer_article_no", "supplier_article_no", "gtin"];
const BELOW = ["delivery_date", "tax_rate", "discount_percent"];

export function linesPart(result, titles) {
  const items = result.lines.filter((l) => l.kind === "item").length;
  const others = result.lines.length - items;
  const complete = result.completeness === null ? "" : `none missing: ${percent(result.completeness)}`;
  const count = [plural(items, "item"), others ? plural(others, "other row") : "", complete].filter(Boolean).join(", ");
  const part = el("section", { class: "part", "aria-label": "Order lines" },
    el("h2", {}, "Order lines", el("span", { class: "count" }, result.lines.length ? count : "")));
  if (result.lines.length === 0) {
    part.append(el("p", { class: "fine" }, "No order line was found."));
    return part;
  }
  const used = COLUMNS.filter((c) => c.name === "description" || result.lines.some((l) => c.name in l.fields));
  const wrong = new Set(result.checks.filter((c) => !c.passed && c.line !== null).map((c) => c.line));
  part.append(el("div", { class: "lines-scroll" },
    el("table", { class: "lines", "data-roving": "table" },
      el("thead", {}, el("tr", {}, ...used.map((c) => el("th", { class: c.number ? "n" : null, scope: "col" }, c.title)),
        el("th", { class: "n", scope: "col", title: "The least sure value of the line" }, "Sure"))),
      el("tbody", {}, ...result.lines.map((line, n) => row(line, n, used, titles, wrong.has(n)))))));
  return part;
}

function row(line, n, used, titles, wrong) {
  const classes = [wrong ? "wrong" : "", line.kind === "item" ? "" : "other"].join(" ").trim();
  return el("tr", { class: classes || null, dataset: { key: `line:${n}` } },
    ...used.map((column) => el("td", { class: column.number ? "n" : column.narrow ? "narrow" : null }, ...content(column.name, line, n, titles))),
    el("td", { class: "n" }, gauge(lowest(line), true)));
}

/** A line is as sure as its least sure value; unknown as soon as one value has no calibration. */
function lowest(line) {
  const all = Object.values(line.fields).map((v) => v.confidence);
  return all.length === 0 || all.includes(null) ? null : Math.min(...all);
}

function content(name, line, n, titles) {
  const cell = (field) => (field in line.fields ? value(field, line.fields[field], n, titles) : null);
  if (name === "description") return article(line, n, titles);
  if (name === "quantity") return [cell("quantity"), line.fields.unit ? " " : null, cell("unit")];
  if (name === "unit_price") {
    const per = cell("price_base_quantity");
    return [cell("unit_price"), per ? el("div", { class: "unit" }, "per ", per) : null];
  }
  return [cell(name)];
}

function article(line, n, titles) {
  const labelled = (name) => el("span", {}, `${short(titles.line[name] ?? name)} `, value(name, line.fields[name], n, titles));
  const numbers = ARTICLES.filter((name) => name in line.fields);
  const more = BELOW.filter((name) => name in line.fields);
  return [
    line.kind === "item" ? null : el("span", { class: "kind" }, line.kind),
    "description" in line.fields
      ? el("span", { class: "what" }, value("description", line.fields.description, n, titles)) : null,
    numbers.length || more.length ? el("span", { class: "more" }, ...[...numbers, ...more].map(labelled)) : null,
  ];
}

const SHORT = {
  "Buyer's article number": "Buyer's no.", "Supplier's article number": "Supplier's no.", "Delivery date": "Delivery",
  "Tax rate %": "Tax %", "Discount %": "Discount %",
};
const short = (title) => SHORT[title] ?? title;

function value(name, v, n, titles) {
  const c = certainty(v.confidence);
  const doubt = c.key === "check" || c.key === "doubtful";
  const shown = name === "unit" ? v.text || v.value : v.value;
  const sure = [percent(v.confidence), c.word].filter(Boolean).join(" ");
  const printed = v.text && v.text !== shown ? `, printed ${v.text}` : "";
  const origin = v.source === "model" ? "" : `, ${v.source}`;
  const code = name === "unit" && v.value !== shown ? `, code ${v.value}` : "";
  return el("button", {
    type: "button", class: `cell k-${c.key} ${doubt ? c.key : ""} ${ARTICLES.includes(name) ? "article" : ""}`.trim(),
    dataset: { key: `line:${n}:${name}`, name }, "--c": `var(--g-${group(lineGroupOf(name)).colour})`,
    title: `${titles.line[name] ?? name}: ${sure}${printed}${code}${origin}`,
    "aria-label": `${titles.line[name] ?? name} ${shown}, ${sure}${printed}${code}${origin}`,
  }, shown, doubt ? el("span", { class: "mark" }, `${c.key === "check" ? "◑" : "○"} ${percent(v.confidence)}`) : null);
}
