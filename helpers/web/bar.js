// The search, the filters and the language; what is marked.

import { make } from "./dom.js";

/** The bar and its search field; `heard` has what is called for a search, a filter and another language. */
export function bar(words, table, heard) {
  const search = () => heard.search(field.value);
  const field = make("input", { type: "search", placeholder: words.say("search_hint"), dir: "auto", input: search });
  field.value = table.query;
  const filters = words.filters.map((name) => make("label", {}, words.say(`filter_${name}`), choice(words, table, heard, name)));
  const other = words.lang === "ar" ? "en" : "ar";
  const turn = make("button", { class: "language", lang: other, click: () => heard.turn(other) }, words.say("language"));
  const parts = [make("label", {}, words.say("search"), field), ...filters, turn];
  return { field, element: make("div", { class: "bar", role: "search" }, ...parts) };
}

/** Buttons for what is marked in the report. */
export function switches(words, page) {
  const buttons = words.kinds.map((kind) => {
    const press = () => button.setAttribute("aria-pressed", page.toggle(kind));
    const state = { class: `switch ${kind}`, "aria-pressed": page.kinds.has(kind) };
    const button = make("button", { ...state, click: press }, make("span", {}, words.say(`mark_${kind}`)));
    return button;
  });
  return make("div", { class: "switches", role: "group", "aria-label": words.say("marked") }, ...buttons);
}

function choice(words, table, heard, name) {
  const options = words.counted(name).map(([value, n]) =>
    make("option", { value: `=${value}` }, `${words.value(name, value)} (${n})`),
  );
  const all = make("option", { value: "" }, words.say("all"));
  const named = { name, "aria-label": words.say(`filter_${name}`) };
  const select = make("select", { ...named, change: () => heard.filter(name, select.value) }, all, ...options);
  select.value = table.filters[name] ?? "";
  return select;
}
