// The two other lists beside the claims: what to look at first, and what changed since the snapshot.

import { grow, leadsTo, make, stop } from "./dom.js";

class List {
  constructor(words, pick) {
    Object.assign(this, { words, pick, reach: () => {}, body: make("tbody") });
  }

  table(name, heads) {
    const cells = heads.map((key) => make("th", { scope: "col" }, this.words.say(key)));
    const named = { role: "grid", class: this.constructor.name.toLowerCase(), "aria-label": this.words.say(name) };
    return make("table", named, make("thead", {}, make("tr", {}, ...cells)), this.body);
  }

  /** A row that leads to its claim, where there still is one. */
  row(i, ...cells) {
    const leads = { "data-leads": i, tabindex: "-1", "aria-selected": i === this.picked, click: () => this.pick({ claim: i }) };
    return make("tr", i === null ? {} : leads, ...cells.map((parts) => make("td", {}, ...parts)));
  }

  fill(rows, draw) {
    const more = (next) => make("tr", {}, make("td", { colspan: "3" }, make("button", { click: next }, this.words.say("more"))));
    this.reach = grow(this.body, rows, draw, more);
    this.select(this.picked);
  }

  rows() {
    return [...this.body.querySelectorAll("[data-leads]")];
  }

  select(claim) {
    this.picked = claim;
    this.reach((listed) => listed.claim === claim);
    const rows = this.rows();
    const own = rows.filter((row) => leadsTo(row) === claim);
    for (const row of rows) row.setAttribute("aria-selected", own.includes(row));
    stop(own[0] ?? rows[0], rows);
  }
}

export class Queue extends List {
  /** The claims with signs of doubt among those that the search and the filters leave. */
  draw(left) {
    const { words } = this;
    const listed = words.queue.filter(({ claim }) => left.has(claim));
    this.fill(listed, ({ claim, signs }) => this.line(claim, signs));
    this.open = listed.filter(({ claim }) => !words.claims[claim].decided).length;
    this.count = listed.length;
    const note = make("p", { class: "note" }, words.say(listed.length ? "queue_note" : "queue_empty"));
    return [note, ...(listed.length ? [this.table("tab_queue", ["head_figure", "signs", "head_report"])] : [])];
  }

  line(i, signs) {
    const { words } = this;
    const claim = words.claims[i];
    const decided = claim.decided && make("small", { class: "decided" }, words.in(words.form.said[claim.decided]));
    const list = signs.map((sign) => make("li", {}, words.in(sign)));
    return this.row(
      i,
      [make("bdi", { class: "words" }, claim.words), make("small", {}, words.term("measure", claim)), decided],
      [make("ul", { class: "signs" }, ...list)],
      [make("small", {}, words.term("report", claim))],
    );
  }
}

export class Changes extends List {
  /** `keep` writes the snapshot; nothing where no Python is. */
  draw(keep) {
    const { words } = this;
    const { rows, note } = words.changes;
    this.fill(rows, (row) => this.line(row));
    this.count = rows.length;
    const kept = keep && words.form.folder;
    const button = kept && make("button", { click: keep }, words.say("keep"));
    const lines = [note ? words.in(note) : words.say("changes_note"), kept && words.say("changes_keep")].filter(Boolean);
    const told = make("p", { class: "note" }, lines.join(" "));
    return [told, button, ...(rows.length ? [this.table("tab_changes", ["static_words", "head_change", "head_after"])] : [])].filter(Boolean);
  }

  line({ claim, change, quote, report, field, values }) {
    const { words } = this;
    const it = words.claims[claim];
    const place = it ? words.term("report", it) : report;
    const [before, after] = values.map((pair) => make("bdi", {}, words.in(pair)));
    const now = field ? [make("bdi", { class: "words" }, after), make("small", {}, `${words.say("head_before")}: `, before)] : [];
    return this.row(
      claim,
      [make("bdi", {}, quote), make("small", {}, make("bdi", {}, place))],
      [words.in(change), field && make("small", {}, words.in(field))],
      now,
    );
  }
}
