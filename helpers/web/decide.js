// Deciding on a claim: accepted, rejected or corrected, by whom and why. Python checks and writes; a page keeps rows.

import { make } from "./dom.js";
import { Fields } from "./fields.js";
import { csv, fault, oneLine, rowsOf, signed, withdrawn } from "./sheet.js";

const PATIENCE = 30_000; // milliseconds until a kernel that does not answer is spoken of

export class Decide {
  /** `ask` sends to Python, nothing where there is none; `noted` is called when the page kept a decision. */
  constructor(words, ask, noted) {
    Object.assign(this, { words, ask, noted, rows: [], coder: "", open: false, draft: {}, message: null });
    this.told = make("p", { class: "told", role: "status" });
  }

  draw(i) {
    const { words } = this;
    if (this.draft.claim !== i) Object.assign(this, { draft: { claim: i, values: {} }, message: null });
    const summary = make("summary", {}, words.say("decide"));
    const body = words.form.folder ? [this.form(i), this.download()] : [make("p", { class: "note" }, words.say("decide_no_folder"))];
    const element = make("details", { class: "decide", toggle: () => (this.open = element.open) }, summary, ...body);
    element.open = this.open;
    this.element = element;
    this.tell();
    return [...this.news(), ...this.history(i), element];
  }

  /** What was done stands first, where the eyes are; what is wrong stands in the form, under its button. */
  news() {
    return this.message?.[1] ? [this.told] : [];
  }

  /** Each decision: what, by whom and when, why; the last of its person on its fields can be taken back. */
  history(i) {
    const { words } = this;
    const line = (made) => {
      const { what, coder, day, reason, stands, last } = made;
      const by = [make("bdi", {}, coder), coder && day && " · ", make("bdi", { dir: "ltr" }, day)];
      const said = what.flatMap((pair, k) => [k > 0 && make("br"), make("bdi", {}, words.in(pair))]);
      const name = [words.say("undo"), ...what.map((pair) => words.in(pair)), coder].join(", ");
      const button = last && words.form.folder && make("button", { class: "undo", "aria-label": name, click: () => this.takeBack(i, made) }, words.say("undo"));
      return make("li", stands ? {} : { class: "past" }, ...said, make("small", {}, ...by), reason && make("bdi", { class: "why" }, reason), button);
    };
    const lines = (words.history[i] ?? []).map(line);
    return lines.length ? [make("h3", {}, words.say("decided_so_far")), make("ul", { class: "history" }, ...lines)] : [];
  }

  /** Takes a decision back in the name that stands in the form, which must be the name of who made it. */
  takeBack(i, { coder, fields }) {
    const { words, draft } = this;
    const asked = { claim: words.claims[i].id, decision: "withdraw", coder: oneLine(this.coder), reason: oneLine(draft.reason ?? ""), fields };
    const wrong = !asked.coder ? ["fault_coder"] : signed(asked.coder) !== signed(coder) && ["fault_withdraw", { coder: asked.coder }];
    if (wrong) return this.refuse(wrong);
    if (this.ask) return this.post(asked);
    this.answer(words.both("undo_noted"), true);
    this.keep(i, withdrawn(asked));
  }

  /** Says what is wrong, in the form, which is opened at the name. */
  refuse(wrong) {
    this.element.open = true;
    this.answer(this.bothWays(wrong), false);
    this.element.querySelector("[autocomplete=name]").focus();
    this.told.scrollIntoView({ block: "nearest" });
  }

  form(i) {
    const { words, draft } = this;
    const claim = words.claims[i];
    const fields = new Fields(words, claim, draft.values);
    const known = words.form.fields.filter(({ kind }) => claim.numbered || kind !== "number");
    const choose = () => fields.draw(known.find(({ field }) => field === select.value) ?? known[0]);
    const options = known.map(({ field, name }) => make("option", { value: field }, words.in(name)));
    const select = make("select", { "aria-label": words.say("decide_field"), change: () => ((draft.field = select.value), choose()) }, ...options);
    select.value = draft.field ?? known[0].field;
    choose();
    const correct = make("div", { class: "correct" }, this.labelled("decide_field", select), fields.element);
    const show = () => (correct.hidden = draft.decision !== "correct");
    show();
    const coder = make("input", { type: "text", maxlength: "80", autocomplete: "name", dir: "auto", input: () => (this.coder = coder.value) });
    const reason = make("input", { type: "text", maxlength: "1000", dir: "auto", input: () => (draft.reason = reason.value) });
    coder.value = this.coder;
    reason.value = draft.reason ?? "";
    this.button = make("button", { type: "submit", class: "write" }, words.say("decide_write"));
    const send = (event) => (event.preventDefault(), this.send(i, draft.decision === "correct" ? fields.read() : {}));
    const who = make("div", { class: "fields" }, this.labelled("decide_coder", coder), this.labelled("decide_reason", reason));
    return make("form", { submit: send, novalidate: "" }, this.choices(show), correct, who, this.button, !this.news().length && this.told);
  }

  choices(changed) {
    const { words, draft } = this;
    const name = `decision-${Math.random().toString(36).slice(2)}`; // another reader on the page has its own
    const choices = ["accept", "reject", "correct"].map((decision) => {
      const radio = make("input", { type: "radio", name, value: decision, change: () => ((draft.decision = decision), changed()) });
      radio.checked = draft.decision === decision;
      return make("label", { class: "choice" }, radio, words.say(`decide_${decision}`));
    });
    return make("fieldset", {}, make("legend", {}, words.say("decide_decision")), ...choices);
  }

  labelled(key, control) {
    return make("label", {}, make("span", {}, this.words.say(key)), control);
  }

  send(i, values) {
    const { words, draft } = this;
    const claim = words.claims[i];
    const decision = draft.decision ?? "";
    const asked = { claim: claim.id, decision, coder: oneLine(this.coder), reason: oneLine(draft.reason ?? ""), values };
    if (this.ask) return this.post(asked);
    const wrong = fault(asked, words, claim.values);
    if (wrong) return this.answer(this.bothWays(wrong), false);
    this.answer(words.both("decide_noted"), true);
    this.keep(i, rowsOf(asked, claim.values));
  }

  /** A phrase with its values in both languages. */
  bothWays(said) {
    return ["ar", "en"].map((lang) => this.words.inOther(lang, () => this.words.say(...said)));
  }

  keep(i, rows) {
    this.rows.push(...rows);
    this.noted(i, rows);
  }

  /** Asks Python. */
  post(asked) {
    this.answer(this.words.both("decide_writing"));
    this.button.disabled = true;
    this.waiting = setTimeout(() => this.answer(this.words.both("decide_no_answer")), PATIENCE);
    this.ask({ decide: asked });
  }

  /** What became of a decision, in both languages; `done` is false for a fault, nothing while it is on its way. */
  answer(pair, done) {
    clearTimeout(this.waiting);
    if (done) this.draft = { claim: this.draft.claim, values: {} };
    this.message = [pair, done];
    if (this.button) this.button.disabled = false;
    this.tell();
  }

  tell() {
    const [pair, done] = this.message ?? [];
    this.told.textContent = pair ? this.words.in(pair) : "";
    this.told.className = `told ${done === false ? "wrong" : done ? "done" : ""}`;
    this.told.setAttribute("role", done === false ? "alert" : "status");
  }

  /** On a page without Python: that it is one, and its decisions as a file. */
  download() {
    if (this.ask) return "";
    const { words, rows } = this;
    const save = () => {
      const address = URL.createObjectURL(new Blob([csv(words.form.columns, rows)], { type: "text/csv" }));
      make("a", { href: address, download: "decisions.csv" }).click();
      setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
      this.saved = rows.length;
    };
    const button = make("button", { click: save }, words.say("decide_download", { n: rows.length }));
    button.disabled = !rows.length;
    return make("div", { class: "download" }, make("p", { class: "note" }, words.say("decide_page")), button);
  }

  /** Whether decisions would be lost were the page closed now. */
  get unsaved() {
    return !this.ask && this.rows.length > (this.saved ?? 0);
  }
}
