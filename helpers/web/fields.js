// The inputs for one thing that is corrected: a number with its kind, two days, a word of a list, a free text.

import { make } from "./dom.js";

const DAYS = ["date_low", "date_high"];

export class Fields {
  /** `draft` holds what was typed and not written yet. */
  constructor(words, claim, draft) {
    Object.assign(this, { words, claim, now: claim.values, draft, element: make("div", { class: "fields" }) });
  }

  draw(asked) {
    this.asked = asked;
    const parts = { number: () => this.number(), days: () => DAYS.map((day) => this.input(day, this.named(day), "date")) };
    const { field, name, kind } = asked;
    const listed = { choice: () => asked.options, claim: () => this.wholes() };
    const alone = () => [listed[kind] ? this.choice(field, name, listed[kind]()) : this.input(field, name, "text")];
    this.element.replaceChildren(...(parts[kind] ?? alone)());
  }

  named(field) {
    return this.words.form.named[field];
  }

  /** How the number is told, and the values that a number told so has. */
  number() {
    const inputs = make("div", { class: "fields" });
    const redraw = () => inputs.replaceChildren(...this.values(kind.value));
    const label = this.choice("precision", this.named("precision"), this.asked.options, redraw);
    const kind = label.querySelector("select");
    redraw();
    return [label, inputs];
  }

  values(precision) {
    if (precision === "exact") return [this.input("best", this.words.phrases.one_number, "number")];
    return this.words.form.shapes[precision].map((field) => this.input(field, this.named(field), "number"));
  }

  /** The other claims of the report, by their ids: one of them may be the whole that this one is part of. */
  wholes() {
    const { words, claim } = this;
    const others = words.claims.filter(({ report, id }) => report === claim.report && id !== claim.id);
    return others.map((other) => [other.id, words.terms.measure[other.measure].map((measure) => `${other.words} · ${measure}`)]);
  }

  choice(field, name, listed, changed = () => {}) {
    const { words, draft, asked } = this;
    const none = asked.needed ? [] : [make("option", { value: "" }, words.say("nothing_chosen"))];
    const options = listed.map(([value, told]) => make("option", { value }, words.in(told)));
    const keep = () => ((draft[field] = select.value), changed());
    const select = make("select", { name: field, "aria-label": words.in(name), change: keep }, ...none, ...options);
    select.value = draft[field] ?? this.now[field] ?? "";
    return make("label", {}, make("span", {}, words.in(name)), select);
  }

  input(field, name, type) {
    const { words, draft } = this;
    const kinds = { number: { type: "text", inputmode: "decimal" }, date: { type: "date" }, text: { type: "text", maxlength: "200" } };
    const keep = () => (draft[field] = input.value);
    const input = make("input", { name: field, dir: "auto", ...kinds[type], input: keep });
    input.value = draft[field] ?? this.now[field] ?? "";
    return make("label", {}, make("span", {}, words.in(name)), input);
  }

  /** The fields that are asked for with their values, those that a number told so does not have emptied. */
  read() {
    const given = [...this.element.querySelectorAll("[name]")].map(({ name, value }) => [name, digits(value.trim(), name)]);
    const values = Object.fromEntries(given);
    if (values.precision === "exact") return { ...values, low: values.best, high: values.best };
    return values.precision ? { low: "", best: "", high: "", ...values } : values;
  }
}

/** A number in Western digits, other texts as they are. */
function digits(text, name) {
  if (!["low", "best", "high"].includes(name)) return text;
  return text.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
}
