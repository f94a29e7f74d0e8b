// A live chart: marks that lead to their claims, and sums. What it draws comes ready from the notebook's controls.

import { make, move, stop } from "./dom.js";
import { Card } from "./card.js";
import { panels } from "./marks.js";
import { Words } from "./words.js";

const NAMED = 24; // claims behind a mark that are named at once

class Live {
  constructor(model, el) {
    Object.assign(this, { model, picked: null });
    this.words = new Words({ ...model.get("about"), marks: [] }, model.get("drawing").lang);
    this.card = new Card(this.words, ({ claim }) => this.show(claim), () => this.letGo());
    this.root = make("section", { class: "isnad chart", tabindex: "-1" });
    this.root.addEventListener("keydown", (event) => this.key(event));
    el.append(this.root);
    this.listeners = { "change:drawing": () => this.draw(), "change:chosen": () => this.choose(model.get("chosen")) };
    Object.entries(this.listeners).forEach((pair) => model.on(...pair));
    this.draw();
  }

  leave() {
    Object.entries(this.listeners).forEach((pair) => this.model.off(...pair));
  }

  draw() {
    const { root, words } = this;
    const drawing = this.model.get("drawing");
    const held = root.contains(document.activeElement) && this.picked?.key;
    words.lang = drawing.lang;
    root.dir = drawing.lang === "ar" ? "rtl" : "ltr";
    root.lang = drawing.lang;
    root.setAttribute("aria-label", words.say("live"));
    this.rows = [];
    const [drawn, sums] = drawing.panels ? this.chart(drawing) : [];
    this.aside = make("div", { class: "aside", role: "region", "aria-label": words.say("live_picked"), "aria-live": "polite" });
    root.replaceChildren(make("div", { class: drawn ? "parts" : "" }, drawn, this.aside, sums));
    root.classList.toggle("alone", !drawn);
    const again = this.picked && this.rows.find((row) => row.key === this.picked.key);
    if (this.picked?.key && !again) this.picked = null;
    if (again) this.mark(again);
    this.tell();
    if (held && again) again.element.focus({ preventScroll: true });
  }

  chart(drawing) {
    const { words } = this;
    const list = make("div", { class: "marks", role: "listbox", "aria-label": drawing.title }, ...panels(drawing, this.rows));
    for (const row of this.rows) {
      row.element.addEventListener("focus", () => this.pick(row));
      row.element.addEventListener("click", () => this.pick(row, true));
    }
    stop(this.rows[0]?.element, []);
    const none = !this.rows.length && make("p", { class: "nothing" }, words.say("live_nothing"));
    return [
      make("div", { class: "drawn" }, make("h3", {}, drawing.title), list, none, make("p", { class: "status", role: "status" }, drawing.status)),
      this.sums(drawing.sums),
    ];
  }

  sums(listed) {
    if (!listed?.length) return null;
    const { words } = this;
    const head = (name) => make("th", { scope: "col" }, words.say(`live_${name}`));
    const rows = listed.map(({ what, sum, note, added, left }) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, make("bdi", {}, what)),
        make("td", {}, make("bdi", { class: "sum" }, sum), note && make("small", {}, make("bdi", {}, note))),
        make("td", {}, String(added)),
        make("td", {}, left.join(words.lang === "ar" ? "، " : "; ")),
      ),
    );
    const caption = make("caption", {}, words.say("live_sums"));
    return make("div", { class: "sums" }, make("table", {}, caption, make("thead", {}, make("tr", {}, ...["what", "sum", "added", "left"].map(head))), make("tbody", {}, ...rows)));
  }

  /** Picks a mark: its claim is shown, one with a speaker before others. */
  pick(row, pressed) {
    if (pressed) this.follow = true;
    if (this.picked?.element === row.element) return this.place();
    const { claims } = this.words;
    const claim = row.claims.find((i) => claims[i].speaker) ?? row.claims[0];
    this.picked = { key: row.key, claims: row.claims, claim, about: row.about };
    this.mark(row);
    this.tell();
  }

  mark(row) {
    for (const other of this.rows) other.element.setAttribute("aria-selected", other === row);
    stop(row.element, this.rows.map((other) => other.element));
    this.picked = { ...this.picked, claims: row.claims, about: row.about, element: row.element };
    if (!row.claims.includes(this.picked.claim)) this.picked.claim = row.claims[0];
  }

  /** What the notebook picks: claims, or an act of saying without one. */
  choose({ claims = [], act }) {
    this.picked = claims.length || act !== undefined ? { claims, claim: claims[0], act } : null;
    this.tell();
  }

  /** Another claim of the same mark, or of the same matter. */
  show(claim) {
    this.picked = { ...this.picked, claim };
    this.tell();
    this.aside.querySelector("button.open")?.focus();
  }

  letGo() {
    const element = this.picked?.element;
    this.picked = null;
    for (const row of this.rows) row.element.setAttribute("aria-selected", "false");
    this.tell();
    element?.focus({ preventScroll: true });
    this.model.send({ let: "go" });
  }

  /** The card of what is picked, or how to pick. */
  tell() {
    const { words, picked, card, aside } = this;
    if (!picked) return aside.replaceChildren(make("p", { class: "hint" }, words.say(this.rows.length ? "live_pick" : "grid_pick")));
    card.draw(picked);
    card.element.removeAttribute("role");
    card.element.removeAttribute("aria-live");
    const outside = !picked.claims?.length && picked.act === undefined && !picked.about;
    if (outside) return aside.replaceChildren(make("p", { class: "hint" }, words.say("live_outside")));
    const shown = picked.claim !== undefined || picked.act !== undefined;
    const open = picked.claim !== undefined && make("button", { class: "open", click: () => this.model.send({ open: picked.claim }) }, words.say("live_open"));
    aside.replaceChildren(make("div", {}, this.others(picked), shown && card.element, open, this.evidence(picked)));
    this.place();
  }

  /** The card beside its mark, where there is room beside; and brought into view once the mark is pressed. */
  place() {
    const { aside, picked, follow } = this;
    const drawn = aside.previousElementSibling;
    this.follow = false;
    if (!drawn || !picked?.element) return;
    const [top, row] = [aside, picked.element].map((element) => element.getBoundingClientRect().top);
    const card = aside.firstElementChild;
    const beside = Math.abs(top - drawn.getBoundingClientRect().top) < 2;
    if (beside) card.style.marginBlockStart = `${Math.max(0, Math.min(row - top - 10, drawn.offsetHeight - 20 - card.offsetHeight))}px`;
    if (follow) card.scrollIntoView({ block: "nearest" });
  }

  others({ claims, claim }) {
    if (!claims || claims.length < 2) return null;
    const { words } = this;
    const buttons = claims.slice(0, NAMED).map((i) => {
      const it = words.claims[i];
      const where = [words.term("measure", it), words.in(it.part), words.term("report", it)].join(" · ");
      return make("button", { "aria-pressed": i === claim, click: () => this.show(i) }, make("bdi", {}, it.words), ` · ${where}`);
    });
    const more = claims.length > NAMED && make("small", {}, `+ ${claims.length - NAMED}`);
    return make("div", { class: "others" }, make("h4", {}, words.say("live_claims", { n: claims.length })), ...buttons, more);
  }

  evidence({ about }) {
    if (!about) return null;
    const { words } = this;
    return make("div", { class: "card" }, make("h3", {}, words.say("live_evidence")), make("p", { dir: "auto" }, words.in(about)));
  }

  key(event) {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === "Escape" && this.picked) this.letGo();
    else if (!target.matches(".mark") || !move(key, target, this.rows.map((row) => row.element))) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

export default {
  render({ model, el }) {
    const live = new Live(model, el);
    return () => live.leave();
  },
};
