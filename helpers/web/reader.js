// The evidence reader: claims on one side, the report on the other; picking either shows the other, and the chain.

import { leadsTo, make, move, reveal } from "./dom.js";
import { bar, switches } from "./bar.js";
import { Card } from "./card.js";
import { Decide } from "./decide.js";
import { Changes, Queue } from "./lists.js";
import { Page } from "./page.js";
import { Table } from "./table.js";
import { Tabs } from "./tabs.js";
import { Words } from "./words.js";

const PAUSE = 120; // milliseconds after a key before the report is searched

class Reader {
  constructor(model, el) {
    Object.assign(this, { model, texts: { ...model.get("texts") }, report: 0, picked: {} });
    this.words = new Words(model.get("data"), model.get("lang"));
    const pick = (picked) => this.pick(picked);
    this.table = new Table(this.words, pick, () => this.clear());
    this.page = new Page(this.words, pick);
    const live = model.get("deciding") === "kernel";
    this.decide = new Decide(this.words, live && ((asked) => model.send(asked)), (...noted) => this.noted(...noted));
    this.card = new Card(this.words, pick, () => this.letGo(), this.decide, (speaker) => this.sayings(speaker));
    this.lists = { claims: this.table, queue: new Queue(this.words, pick), changes: new Changes(this.words, pick) };
    this.keep = live && (() => model.send({ keep: true }));
    const panels = Object.fromEntries(Object.keys(this.lists).map((name) => [name, make("div", { class: "pane" })]));
    this.tabs = new Tabs(this.words, panels, () => this.opened());
    this.root = make("section", { class: "isnad" });
    el.append(this.root);
    this.hear = (event) => this.key(event);
    window.addEventListener("keydown", this.hear, true);
    this.guard = (event) => this.decide.unsaved && event.preventDefault();
    window.addEventListener("beforeunload", this.guard);
    this.listeners = {
      "msg:custom": (message) => ("lead" in message ? this.lead(message.lead) : this.arrived(message)),
      "change:lang": () => this.turn(model.get("lang")),
      "change:data": () => this.changed(),
    };
    Object.entries(this.listeners).forEach((pair) => model.on(...pair));
    this.draw();
    this.lead(model.get("picked"));
  }

  leave() {
    Object.entries(this.listeners).forEach((pair) => this.model.off(...pair));
    window.removeEventListener("keydown", this.hear, true);
    window.removeEventListener("beforeunload", this.guard);
    clearTimeout(this.waiting);
    clearTimeout(this.decide.waiting);
    this.table.leave();
    this.page.forget();
  }

  /** Everything, in the language now chosen. */
  draw() {
    const { root, words, page, card, tabs } = this;
    root.dir = words.lang === "ar" ? "rtl" : "ltr";
    root.lang = words.lang;
    root.setAttribute("aria-label", words.say("reader"));
    this.status = make("p", { class: "status", role: "status" });
    const panels = Object.values(tabs.panels);
    tabs.panels.claims.replaceChildren(this.table.draw());
    this.drawLists();
    const claims = make("div", { class: "claims" }, tabs.draw(), this.status, ...panels, card.element);
    const report = make("div", { class: "report" }, switches(words, page), page.title, page.pane);
    const keys = make("p", { class: "keys" }, words.say("keys"));
    root.replaceChildren(make("div", { class: "frame" }, this.bar(), claims, report, keys));
    card.draw(this.picked);
    this.drawReport();
  }

  /** What to look at first, or what changed, where that list is open. */
  drawLists() {
    const { lists, tabs, table, keep } = this;
    const asked = { queue: () => lists.queue.draw(new Set(table.left())), changes: () => lists.changes.draw(keep) };
    if (asked[tabs.chosen]) tabs.panels[tabs.chosen].replaceChildren(...asked[tabs.chosen]());
  }

  opened() {
    this.drawLists();
    this.tell();
    reveal(this.rowOf(this.picked.claim));
  }

  drawReport() {
    const parts = this.texts[this.report];
    if (!parts && this.words.reports.length) this.model.send({ want: this.report });
    this.page.draw(this.report, parts);
    this.page.light(this.picked);
    this.seek();
  }

  bar() {
    const heard = { search: (query) => this.search(query), filter: (...set) => this.filter(...set), turn: (lang) => this.turn(lang) };
    const { element, field } = bar(this.words, this.table, heard);
    this.field = field;
    return element;
  }

  /** Picks a claim, or an act of saying without one, or a mark that is neither; {} lets go. */
  pick(picked) {
    const it = this.words.claims[picked.claim];
    this.picked = picked;
    this.page.chosen = picked.claim;
    this.model.set("picked", it?.id ?? "");
    this.model.save_changes();
    Object.values(this.lists).forEach((list) => list.select(picked.claim));
    this.card.draw(picked);
    reveal(this.rowOf(picked.claim)); // only now is it known how much room the card leaves
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
    const { claim } = this.picked;
    this.pick({});
    this.rowOf(claim)?.focus();
  }

  /** The row of a claim in the list that is open, where that list has it. */
  rowOf(claim) {
    return this.lists[this.tabs.chosen].rows().find((row) => leadsTo(row) === claim);
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

  /** All claims of a speaker, and nothing else that hides some of them. */
  sayings(speaker) {
    this.clear();
    this.table.filters.speaker = `=${speaker}`;
    this.root.querySelector("select[name=speaker]").value = `=${speaker}`;
    this.refresh();
    this.tabs.choose("claims");
    this.rowOf(this.picked.claim)?.focus();
  }

  refresh() {
    this.table.drawRows();
    this.drawLists();
    this.tell();
  }

  seek() {
    this.hits = this.page.seek(this.table.query);
    this.tell();
  }

  /** How much the open tab shows; of claims, where the searched words stand in the report too. */
  tell() {
    const { words, table, lists, tabs, keptTold } = this;
    const hits = table.query.trim() ? ` · ${words.say("hits", { n: this.hits })}` : "";
    const told = {
      claims: () => words.say("shown", { n: table.count, total: words.claims.length }) + hits,
      queue: () => words.say("queue_left", { n: lists.queue.open, total: lists.queue.count }),
      changes: () => (keptTold ? words.in(keptTold) : words.say("changes_count", { n: lists.changes.count })),
    };
    this.status.textContent = told[tabs.chosen]();
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

  /** What the kernel sends: a text, what became of a decision, or of the snapshot. */
  arrived({ report, paragraphs, told, done, kept }) {
    if (told) {
      this.decide.answer(told, done);
      if (done) this.card.draw(this.picked);
      if (done) this.root.querySelector(".decide summary")?.focus();
    }
    if (kept) {
      this.keptTold = kept;
      this.tell();
    }
    if (report === undefined) return;
    this.texts[report] = paragraphs;
    if (report === this.report) this.drawReport();
  }

  /** The claims changed: somebody decided, or a snapshot was kept. The texts and their marks stay as they are. */
  changed() {
    const within = this.root.contains(document.activeElement);
    this.words.load(this.model.get("data"));
    this.redraw(within);
  }

  /** A page without Python shows what was decided on it; nothing is counted anew. */
  noted(i, rows) {
    this.words.note(i, rows);
    this.redraw(true);
  }

  redraw(within) {
    this.table.load();
    this.draw();
    reveal(this.rowOf(this.picked.claim));
    const { root } = this;
    if (within) (root.querySelector(".decide summary") ?? root.querySelector("[role=tab][aria-selected=true]")).focus();
  }

  /** Keys are taken before the notebook hears them: there a letter, pressed on a row, would delete the whole cell. */
  key(event) {
    const { target, key } = event;
    if (!this.root.contains(target) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    if (key === "Escape") return this.escape(event);
    const row = target.closest("[data-claim], [data-leads]");
    const piece = target.closest("[data-begins]");
    const tab = target.closest("[role=tab]");
    if (tab && this.tabs.key(key, tab)) return event.preventDefault();
    if ((!row && !piece) || target.closest("button")) return;
    if (key === "Enter" || key === " ") {
      if (row) this.pick({ claim: leadsTo(row) });
      else this.page.press(piece);
    } else if (!move(key, row ?? piece, row ? this.lists[this.tabs.chosen].rows() : this.page.stops(), !row)) return;
    event.preventDefault();
  }

  escape(event) {
    const form = event.target.closest(".decide");
    if (form?.open) {
      form.open = false;
      form.querySelector("summary").focus();
    } else if (event.target === this.field && this.field.value) {
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
