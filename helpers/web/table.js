// The claims as a table: searched, filtered, picked from.

import { fold, finder } from "./fold.js";
import { grow, make, stop } from "./dom.js";

const SLICE = 4; // milliseconds of work at a time, between which the page answers
const HEADS = ["figure", "what", "said", "report"];

export class Table {
  constructor(words, pick, clear) {
    Object.assign(this, { words, pick, clear, query: "", filters: {}, picked: undefined });
    this.body = make("tbody");
    this.load();
  }

  /** Forgets how the claims are searched, when they have changed, and makes it anew while nobody waits. */
  load() {
    this.sought = [];
    this.leave();
    this.prime(0);
  }

  /** Folds claims for the first search, a few at a time. */
  prime(i) {
    const until = performance.now() + SLICE;
    while (i < this.words.claims.length && performance.now() < until) this.folded(i++);
    this.waiting = i < this.words.claims.length && setTimeout(() => this.prime(i));
  }

  leave() {
    clearTimeout(this.waiting);
  }

  /** A claim as it is searched. */
  folded(i) {
    return (this.sought[i] ??= fold(this.told(this.words.claims[i])).folded);
  }

  /** What is searched of a claim: its words and its names in both languages. */
  told(claim) {
    const { measure, speaker } = this.words.terms;
    const names = [...measure[claim.measure], ...speaker[claim.speaker], ...(claim.through ?? [])];
    const report = this.words.reports[claim.report].name;
    return [claim.words, ...claim.figure, claim.quote, ...names, ...report].join("\n");
  }

  draw() {
    const { words } = this;
    const heads = HEADS.map((name) => make("th", { scope: "col" }, words.say(`head_${name}`)));
    this.drawRows();
    return make(
      "table",
      { role: "grid", "aria-label": words.say("claims") },
      make("thead", {}, make("tr", {}, ...heads)),
      this.body,
    );
  }

  /** The claims that the search and the filters leave. */
  left() {
    const find = finder(this.query);
    const fits = (claim) => Object.entries(this.filters).every(([name, value]) => value === "" || `=${claim[name]}` === value);
    const found = (i) => !find || this.folded(i).search(find) >= 0;
    return this.words.claims.flatMap((claim, i) => (fits(claim) && found(i) ? [i] : []));
  }

  drawRows() {
    const left = this.left();
    this.count = left.length;
    this.reach = grow(this.body, left, (i) => this.row(i, this.words.claims[i]), (next) => this.notice("", "more", next));
    if (!left.length) this.body.append(this.notice(this.words.say("none"), "clear", this.clear));
    this.select(this.picked);
    if (!this.rowOf(this.picked)) stop(this.rows()[0], this.rows());
  }

  notice(text, button, click) {
    const told = make("td", { colspan: HEADS.length - 1 }, text, " ", make("button", { click }, this.words.say(button)));
    return make("tr", {}, told, make("td")); // the last column is not shown where there is no room for it
  }

  row(i, claim) {
    const { words } = this;
    const figure = words.in(claim.figure);
    const whom = claim.whom && make("small", {}, words.say("of", { value: words.in(claim.whom) }));
    const through = claim.through && [`${words.say("role_medium")} `, make("bdi", {}, words.in(claim.through))];
    const decided = claim.decided && make("small", { class: "decided" }, words.in(words.form.said[claim.decided]));
    return make(
      "tr",
      { "data-claim": i, class: claim.decided, tabindex: "-1", "aria-selected": i === this.picked, click: () => this.pick({ claim: i }) },
      make("td", {}, make("bdi", { class: "words" }, claim.words), figure !== claim.words && make("small", {}, figure)),
      make("td", {}, words.term("measure", claim), whom, decided),
      make("td", { class: claim.speaker ? "" : "nobody" }, make("bdi", {}, words.term("speaker", claim)), through && make("small", {}, ...through)),
      make("td", {}, make("small", {}, words.term("report", claim))),
    );
  }

  rows() {
    return [...this.body.querySelectorAll("[data-claim]")];
  }

  rowOf(claim) {
    return claim === undefined ? null : this.body.querySelector(`[data-claim="${claim}"]`);
  }

  /** Shows which claim is picked; undefined for none. */
  select(claim) {
    this.rowOf(this.picked)?.setAttribute("aria-selected", "false");
    this.picked = claim;
    this.reach((i) => i === claim);
    const row = this.rowOf(claim);
    if (!row) return;
    row.setAttribute("aria-selected", "true");
    stop(row, this.rows());
  }
}
