// The card of what is picked: the figure, who says it through whom, in what words, and where else it is told.

import { make } from "./dom.js";

const FEW = 4; // tellings of one matter that stand open; more would push the report out of sight
const LISTED = 24; // that are named at all

export class Card {
  /** `decide` is left out where nothing is decided, `others`, which lists a speaker's claims, where no list is. */
  constructor(words, pick, close, decide = null, others = null) {
    Object.assign(this, { words, pick, close, decide, others });
    this.element = make("div", { class: "card", role: "region", "aria-live": "polite" });
  }

  draw({ claim, act, note }) {
    const { words, element } = this;
    const it = words.claims[claim];
    const told = words.acts[it ? it.act : act];
    const close = make("button", { class: "close", "aria-label": words.say("close"), click: this.close }, "×");
    const parts = [
      note && make("p", { class: "note" }, words.in(note)),
      it && this.heading(it),
      !it && told && !note && make("p", { class: "note" }, words.say("act_without")),
      ...(it || told ? this.chain(told) : []),
      it && this.theirs(it),
      ...(it || told ? this.said(it, told) : []),
      ...(it ? [this.credit(it), ...this.doubts(claim), ...this.again(it), ...(this.decide?.draw(claim) ?? []), this.facts(it)] : []),
    ].filter(Boolean);
    element.setAttribute("aria-label", words.say("picked"));
    element.classList.toggle("empty", !parts.length);
    element.replaceChildren(...(parts.length ? [close, ...parts] : [words.say("pick_claim")]));
    element.scrollTop = 0;
    const quote = element.querySelector("blockquote");
    if (quote?.scrollHeight > quote?.clientHeight) quote.tabIndex = 0; // who has no mouse scrolls long words by keys
  }

  heading(claim) {
    const { words } = this;
    const figure = words.in(claim.figure);
    const whom = claim.whom ? ` · ${words.say("of", { value: words.in(claim.whom) })}` : "";
    return make(
      "h2",
      { class: "heading" },
      make("bdi", { class: "words" }, claim.words),
      figure !== claim.words && ` = ${figure}`,
      make("span", {}, ` · ${words.term("measure", claim)}${whom}`),
      claim.decided && make("small", { class: "decided" }, words.in(words.form.said[claim.decided])),
    );
  }

  /** The tellers, the outlet first. */
  chain(act) {
    const { words } = this;
    const tellers = (act?.chain ?? []).map(({ name, role, party }, i) => {
      const under = [role, party].filter((pair) => pair && words.in(pair) !== words.in(name)).map((pair) => words.in(pair));
      return make(
        "li",
        {},
        i > 0 && make("span", { class: "from" }, words.say("from")),
        make("span", { class: "teller" }, make("bdi", {}, words.in(name)), make("small", {}, under.join(" · "))),
      );
    });
    const nobody = make("p", { class: "nobody" }, words.say("outlet_voice"));
    return [make("h3", {}, words.say("chain")), tellers.length ? make("ol", { class: "chain" }, ...tellers) : nobody];
  }

  /** A way to all claims of the speaker, where there are more. */
  theirs(claim) {
    const { words, others } = this;
    const n = words.claims.filter(({ speaker }) => speaker === claim.speaker).length;
    if (!others || !claim.speaker || n < 2) return "";
    return make("button", { class: "theirs", click: () => others(claim.speaker) }, words.say("theirs", { name: words.term("speaker", claim), n }));
  }

  /** What is doubtful about a claim. */
  doubts(i) {
    const { words } = this;
    const signs = words.signsOf.get(i) ?? [];
    const listed = signs.map((sign) => make("li", {}, words.in(sign)));
    return signs.length ? [make("h3", {}, words.say("signs")), make("ul", { class: "signs" }, ...listed)] : [];
  }

  /** The words themselves: the whole act of saying, its content standing out; of a claim without one, its clause. */
  said(claim, act) {
    const [before, content, after] = act ? act.quote : (claim.sentence ?? ["", claim.quote, ""]);
    const parts = [make("span", {}, before), content, make("span", {}, after)];
    return [make("h3", {}, this.words.say("words")), make("blockquote", { dir: "rtl", lang: "ar" }, ...parts)];
  }

  credit(claim) {
    const { credit } = this.words.reports[claim.report];
    return credit && make("p", { class: "credit" }, `${this.words.say("credit")}: `, make("bdi", {}, credit));
  }

  again(claim) {
    const { words } = this;
    const same = claim.same.filter((i) => words.claims[i] !== claim);
    const listed = same.slice(0, LISTED).map((i) => {
      const other = words.claims[i];
      const through = other.through && `${words.say("role_medium")} ${words.in(other.through)}`;
      const label = [other.words, words.term("speaker", other), through, words.in(other.part), words.term("report", other)];
      return make("li", {}, make("button", { click: () => this.pick({ claim: i }) }, label.filter(Boolean).join(" · ")));
    });
    if (same.length > LISTED) listed.push(make("li", {}, `+ ${same.length - LISTED}`));
    const list = (parts) => make("ul", { class: "same" }, ...parts);
    const rest = listed.length > FEW && make("details", {}, make("summary", {}, `${words.say("more")} (${same.length - FEW})`), list(listed.slice(FEW)));
    return listed.length ? [make("h3", {}, words.say("same")), list(listed.slice(0, FEW)), rest] : [];
  }

  facts(claim) {
    const { words } = this;
    const listed = claim.facts.flatMap(([head, value]) => [
      make("dt", {}, words.in(head)),
      make("dd", {}, make("bdi", {}, words.in(value))),
    ]);
    return make("details", {}, make("summary", {}, words.say("facts")), make("dl", {}, ...listed));
  }
}
