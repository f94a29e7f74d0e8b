// The report: paragraphs of pieces, each with its marks; what is picked lights up and comes into view.

import { finder, fold } from "./fold.js";
import { make, stop } from "./dom.js";

const FOUND = globalThis.Highlight && CSS.highlights ? new Highlight() : null;
if (FOUND) CSS.highlights.set("isnad-found", FOUND);

const MANY = 60; // paragraphs: beyond, those out of view are not laid out

export class Page {
  constructor(words, pick) {
    Object.assign(this, { words, pick, kinds: new Set(words.kinds), ranges: [], pieces: new Map(), picked: {} });
    this.text = make("div", { class: "text", dir: "rtl", lang: "ar", click: ({ target }) => this.press(target.closest(".piece")) });
    this.pane = make("div", { class: "pane", role: "article" }, this.text);
    this.title = make("p", { class: "title" });
  }

  /** A report's paragraphs; undefined while they are on their way. */
  draw(report, paragraphs) {
    const { words } = this;
    const { name, problem } = words.reports[report] ?? { name: ["", ""], problem: ["", ""] };
    const missing = paragraphs ? words.in(problem) || words.say("empty") : words.say("loading");
    this.pieces.clear();
    const drawn = (paragraphs ?? []).map(({ dir, kind, pieces }) =>
      make("p", { dir, class: kind }, ...pieces.map((piece) => this.piece(...piece))),
    );
    this.title.textContent = words.in(name);
    this.pane.setAttribute("aria-label", words.say("report"));
    this.text.replaceChildren(...(drawn.length ? drawn : [make("p", { class: "note", dir: "auto" }, missing)]));
    this.text.classList.toggle("many", drawn.length > MANY);
    this.text.classList.add(...[...this.kinds].map((kind) => `show-${kind}`));
    this.pane.scrollTop = 0;
  }

  piece(text, ...marks) {
    if (!marks.length) return text;
    const kinds = marks.map((mark) => this.words.marks[mark][0]);
    const begun = kinds.filter((kind, k) => this.words.kinds.includes(kind) && !this.pieces.has(marks[k]));
    const span = make("span", { class: `piece ${kinds.join(" ")}`, "data-marks": marks.join(" ") }, text);
    for (const mark of marks) this.pieces.set(mark, [...(this.pieces.get(mark) ?? []), span]);
    if (begun.length) {
      const named = { "data-begins": begun.join(" "), tabindex: "-1", role: "button", "aria-label": this.label(text, marks) };
      Object.entries(named).forEach((pair) => span.setAttribute(...pair));
    }
    return span;
  }

  /** What a screen reader says of a piece: a figure with its measure and speaker, other words with what they are. */
  label(text, marks) {
    const { words } = this;
    const known = marks.map((mark) => words.marks[mark]);
    const claim = words.claims[known.find(([kind, i]) => kind === "quantity" && i !== null)?.[1]];
    if (claim) {
      const [measure, speaker] = [words.term("measure", claim), words.term("speaker", claim)];
      return words.say("figure_label", { words: claim.words, measure, speaker });
    }
    const told = known.filter(([kind]) => words.kinds.includes(kind)).map(([kind, , , note]) => note ?? words.phrases[`one_${kind}`]);
    return `${text} (${told.map((pair) => words.in(pair)).join(", ")})`;
  }

  /** Lights what is picked and brings it into view: the number, its clause, who says it, all that is said. */
  light({ claim, act, mark }) {
    const { words } = this;
    const told = claim === undefined ? act : words.claims[claim].act;
    const own = claim === undefined ? {} : words.ofClaim[claim];
    const { content, speaker = [], cue = [] } = words.ofAct[told] ?? {};
    this.text.querySelectorAll(".lit").forEach((piece) => piece.classList.remove("lit", "core", "who", "said", "clause-lit"));
    this.shine(content, "said");
    this.shine([...speaker, ...cue], "who");
    this.shine(own.clause, "clause-lit");
    this.shine(own.quantity ?? (mark === undefined ? [] : [mark]), "core");
    const first = [".core", ".who", ".said"].map((name) => this.text.querySelector(`.lit${name}`)).find(Boolean);
    if (first) this.bring(first);
    const stops = this.stops();
    stop(stops.includes(first) ? first : stops[0], stops);
  }

  shine(marks, name) {
    for (const mark of marks ?? []) for (const piece of this.pieces.get(mark) ?? []) piece.classList.add("lit", name);
  }

  /** Scrolls the pane, and whatever it stands in, no further than need be. */
  bring(piece) {
    const [pane, at] = [this.pane, piece].map((element) => element.getBoundingClientRect());
    if (at.top < pane.top || at.bottom > pane.bottom) this.pane.scrollTop += at.top - pane.top - pane.height / 3;
    piece.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Picks the claim of a pressed piece, else the act of saying that it belongs to, else what its words are. */
  press(piece) {
    if (!piece) return;
    const marks = piece.dataset.marks.split(" ").map((mark) => [...this.words.marks[mark], Number(mark)]);
    const [figure, speaker, cue, clause, content] = ["quantity", "speaker", "cue", "clause", "content"].map((kind) =>
      marks.find((mark) => mark[0] === kind),
    );
    const noted = marks.find(([, , , note]) => note);
    const about = noted ? { note: noted[3], mark: noted[4] } : {};
    const unclaimed = figure && figure[1] === null;
    if (figure && !unclaimed) this.pick({ claim: figure[1] });
    else if (speaker ?? cue) this.pressAct((speaker ?? cue)[2], about);
    else if (clause && !unclaimed) this.pick({ claim: clause[1], ...about });
    else if (content && !unclaimed) this.pressAct(content[2], about);
    else if (noted) this.pick({ act: content?.[2], ...about });
  }

  /** Picks an act's claim; pressed again, its next one. */
  pressAct(act, about) {
    const own = this.words.claimsOf[act];
    const next = own[(own.indexOf(this.chosen) + 1) % own.length];
    this.pick(own.length ? { claim: next, ...about } : { act, ...about });
  }

  toggle(kind) {
    const on = this.text.classList.toggle(`show-${kind}`);
    this.kinds[on ? "add" : "delete"](kind);
    return on;
  }

  /** The marked pieces that the arrows stop at. */
  stops() {
    const begins = (piece) => piece.dataset.begins.split(" ").some((kind) => this.kinds.has(kind));
    return [...this.text.querySelectorAll("[data-begins]")].filter(begins);
  }

  /** How many places of the report hold the query; they are highlighted without touching the text. */
  seek(query) {
    this.forget();
    const find = finder(query);
    for (const paragraph of find ? this.text.querySelectorAll("p:not(.note)") : []) {
      const { folded, places } = fold(paragraph.textContent);
      const hits = [...folded.matchAll(find)];
      const nodes = hits.length ? textNodes(paragraph) : [];
      for (const { index, 0: hit } of hits) this.highlight(nodes, places[index], places[index + hit.length - 1] + 1);
    }
    return this.ranges.length;
  }

  highlight(nodes, start, end) {
    const [first, last] = [nodes.findLast(({ at }) => at <= start), nodes.findLast(({ at }) => at < end)];
    const range = new Range();
    range.setStart(first.node, start - first.at);
    range.setEnd(last.node, end - last.at);
    this.ranges.push(range);
    FOUND?.add(range);
  }

  forget() {
    this.ranges.forEach((range) => FOUND?.delete(range));
    this.ranges = [];
  }
}

/** The text nodes of an element with where each begins in its text. */
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node, at = 0; (node = walker.nextNode()); at += node.length) nodes.push({ node, at });
  return nodes;
}
