// The evidence reader: claims on one side, the report on the other; picking either shows the other, and the chain.

import { make, move } from "./dom.js";
import { Card } from "./card.js";
import { Page } from "./page.js";
import { Table } from "./table.js";
import { Words } from "./words.js";

const PAUSE = 120; // milliseconds after a key before the report is searched

class Reader {
  constructor(model, el) {
    Object.assign(this, { model, texts: { ...model.get("texts") }, report: 0, picked: {} });
    this.words = new Words(model.get("data"), model.get("lang"));
    const pick = (picked) => this.pick(picked);
    this.table = new Table(this.words, pick, () => this.clear());
    this.page = new Page(this.words, pick);
    this.card = new Card(this.words, pick, () => this.letGo());
    this.root = make("section", { class: "isnad" });
    el.append(this.root);
    this.hear = (event) => this.key(event);
    window.addEventListener("keydown", this.hear, true);
    const hear = (message) => ("lead" in message ? this.lead(message.lead) : this.arrived(message));
    this.listeners = { "msg:custom": hear, "change:lang": () => this.turn(model.get("lang")) };
    Object.entries(this.listeners).forEach((pair) => model.on(...pair));
    this.draw();
    this.lead(model.get("picked"));
  }

  leave() {
    Object.entries(this.listeners).forEach((pair) => this.model.off(...pair));
    window.removeEventListener("keydown", this.hear, true);
    clearTimeout(this.waiting);
    this.page.forget();
  }

  /** Everything, in the language now chosen. */
  draw() {
    const { root, words, page, card, table } = this;
    root.dir = words.lang === "ar" ? "rtl" : "ltr";
    root.lang = words.lang;
    root.setAttribute("aria-label", words.say("reader"));
    this.status = make("p", { class: "status", role: "status" });
    const claims = make("div", { class: "claims" }, this.status, make("div", { class: "pane" }, table.draw()), card.element);
    const report = make("div", { class: "report" }, this.switches(), page.title, page.pane);
    const keys = make("p", { class: "keys" }, words.say("keys"));
    root.replaceChildren(make("div", { class: "frame" }, this.bar(), claims, report, keys));
    card.draw(this.picked);
    this.drawReport();
  }

  drawReport() {
    const parts = this.texts[this.report];
    if (!parts && this.words.reports.length) this.model.send({ want: this.report });
    this.page.draw(this.report, parts);
    this.page.light(this.picked);
    this.seek();
  }

  /** The search, the filters and the language. */
  bar() {
    const { words } = this;
    const search = () => this.search(this.field.value);
    this.field = make("input", { type: "search", placeholder: words.say("search_hint"), dir: "auto", input: search });
    this.field.value = this.table.query;
    const filters = words.filters.map((name) => make("label", {}, words.say(`filter_${name}`), this.choice(name)));
    const other = words.lang === "ar" ? "en" : "ar";
    const turn = make("button", { class: "language", lang: other, click: () => this.turn(other) }, words.say("language"));
    return make("div", { class: "bar", role: "search" }, make("label", {}, words.say("search"), this.field), ...filters, turn);
  }

  choice(name) {
    const { words, table } = this;
    const options = words.counted(name).map(([value, n]) =>
      make("option", { value: `=${value}` }, `${words.value(name, value)} (${n})`),
    );
    const all = make("option", { value: "" }, words.say("all"));
    const named = { "aria-label": words.say(`filter_${name}`) };
    const select = make("select", { ...named, change: () => this.filter(name, select.value) }, all, ...options);
    select.value = table.filters[name] ?? "";
    return select;
  }

  switches() {
    const { words, page } = this;
    const buttons = words.kinds.map((kind) => {
      const press = () => button.setAttribute("aria-pressed", page.toggle(kind));
      const state = { class: `switch ${kind}`, "aria-pressed": page.kinds.has(kind) };
      const button = make("button", { ...state, click: press }, make("span", {}, words.say(`mark_${kind}`)));
      return button;
    });
    return make("div", { class: "switches", role: "group", "aria-label": words.say("marked") }, ...buttons);
  }

  /** Picks a claim, or an act of saying without one, or a mark that is neither; {} lets go. */
  pick(picked) {
    const it = this.words.claims[picked.claim];
    this.picked = picked;
    this.page.chosen = picked.claim;
    this.model.set("picked", it?.id ?? "");
    this.model.save_changes();
    this.table.select(picked.claim);
    this.card.draw(picked);
    if (it && it.report !== this.report) {
      this.report = it.report;
      this.drawReport();
    } else this.page.light(picked);
  }

  /** Picks a claim by its id, where the notebook asks for it, and brings it before the eyes. */
  lead(id) {
    const claim = this.words.claims.findIndex((it) => it.id === id);
    if (claim < 0) return;
    this.pick({ claim });
    requestAnimationFrame(() => {
      this.root.scrollIntoView({ block: "nearest" });
      this.table.rowOf(claim)?.focus({ preventScroll: true });
    });
  }

  letGo() {
    const row = this.table.rowOf(this.picked.claim);
    this.pick({});
    row?.focus();
  }

  search(query) {
    this.table.query = query;
    this.refresh();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.seek(), PAUSE);
  }

  filter(name, value) {
    this.table.filters[name] = value;
    this.refresh();
    if (name !== "report" || !value || Number(value.slice(1)) === this.report) return;
    this.report = Number(value.slice(1));
    this.pick({});
    this.drawReport();
  }

  clear() {
    this.table.filters = {};
    this.root.querySelectorAll("select").forEach((select) => (select.value = ""));
    this.field.value = "";
    this.search("");
    this.field.focus();
  }

  refresh() {
    this.table.drawRows();
    this.tell();
  }

  seek() {
    this.hits = this.page.seek(this.table.query);
    this.tell();
  }

  /** How many claims are left, and where the searched words stand in the report. */
  tell() {
    const { words, table } = this;
    const hits = table.query.trim() ? ` · ${words.say("hits", { n: this.hits })}` : "";
    this.status.textContent = words.say("shown", { n: table.count, total: words.claims.length }) + hits;
  }

  turn(lang) {
    if (lang === this.words.lang || !["ar", "en"].includes(lang)) return;
    const within = this.root.contains(document.activeElement);
    this.words.lang = lang;
    this.model.set("lang", lang);
    this.model.save_changes();
    this.draw();
    if (within) this.root.querySelector(".language").focus();
  }

  /** A text that the kernel sends. */
  arrived({ report, paragraphs }) {
    this.texts[report] = paragraphs;
    if (report === this.report) this.drawReport();
  }

  /** Keys are taken before the notebook hears them: there a letter, pressed on a row, would delete the whole cell. */
  key(event) {
    const { target, key } = event;
    if (!this.root.contains(target) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    if (key === "Escape") return this.escape(event);
    const row = target.closest("[data-claim]");
    const piece = target.closest("[data-begins]");
    if ((!row && !piece) || target.closest("button")) return;
    if (key === "Enter" || key === " ") {
      if (row) this.pick({ claim: Number(row.dataset.claim) });
      else this.page.press(piece);
    } else if (!move(key, row ?? piece, row ? this.table.rows() : this.page.stops(), !row)) return;
    event.preventDefault();
  }

  escape(event) {
    if (event.target === this.field && this.field.value) {
      this.field.value = "";
      this.search("");
    } else if (Object.keys(this.picked).length) this.letGo();
    else return;
    event.preventDefault();
  }
}

export default {
  render({ model, el }) {
    const reader = new Reader(model, el);
    return () => reader.leave();
  },
};
