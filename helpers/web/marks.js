// Rows of marks on axes: a stated number is a point, an interval a band, an open end an arrow that fades.

import { make } from "./dom.js";

const percent = (share) => `${(share * 100).toFixed(3)}%`;

/** The panels of a chart as elements; every row of marks becomes an option, and `rows` gathers them in order. */
export function panels(drawing, rows) {
  return drawing.panels.map((panel) => {
    const blocks = panel.blocks.map(([name, listed]) =>
      make("div", { class: "block", role: "group", "aria-label": name },
        make("h4", { "aria-hidden": true }, make("bdi", {}, name)),
        ...listed.map((row) => option(row, panel, rows))),
    );
    return make("div", { class: "panel", role: "none" }, ...blocks, axis(panel));
  });
}

function option(row, panel, rows) {
  const named = make("div", { class: "named" }, make("bdi", {}, row.name), row.detail && make("small", {}, make("bdi", {}, row.detail)));
  const told = [row.words && make("bdi", { class: "words" }, row.words), row.note && make("small", {}, make("bdi", {}, row.note))];
  const element = make(
    "div",
    { class: "mark", role: "option", tabindex: "-1", "aria-selected": "false" },
    named,
    make("div", { class: "track", "aria-hidden": true }, ...lines(panel), ...mark(row, panel)),
    make("div", { class: "told" }, ...told),
  );
  element.style.setProperty("--of", row.color);
  rows.push({ ...row, element });
  return element;
}

/** A thing on the track: at a place, or from one to another. */
function put(panel, name, from, to = from) {
  const [left, right] = [from, to].map((place) => (panel.mirrored ? 1 - place : place)).sort((a, b) => a - b);
  const element = make("span", { class: name });
  element.style.left = percent(left);
  if (to !== from) element.style.width = percent(right - left);
  return element;
}

const lines = (panel) => panel.ticks.map(([place]) => put(panel, "line", place));

function mark({ mark: { bar, low, best, high, up, down, loose }, hollow }, panel) {
  if (bar !== undefined) return [put(panel, "bar", 0, bar)];
  const parts = [];
  const band = low !== null && high !== null && low < high;
  if (band) parts.push(put(panel, loose ? "band loose" : "band", low, high));
  const open = (place, grows) => put(panel, `goes ${grows !== panel.mirrored ? "right" : "left"}`, place);
  if (up) parts.push(open(band ? high : low, true));
  if (down) parts.push(open(band ? low : high, false));
  if (!band && (up || down)) parts.push(put(panel, "bound", up ? low : high));
  if (best !== null && loose) parts.push(put(panel, "halo", best));
  if (best !== null) parts.push(put(panel, hollow ? "dot hollow" : "dot", best));
  return parts;
}

function axis(panel) {
  const ticks = panel.ticks.map(([place, words]) => {
    const tick = put(panel, "tick", place);
    tick.append(...words.split("\n").map((line) => make("bdi", {}, line)));
    return tick;
  });
  return make(
    "div",
    { class: "axis", "aria-hidden": true },
    make("div", { class: "named" }, make("small", {}, panel.axis)),
    make("div", { class: "track" }, ...ticks),
    make("div", { class: "told" }),
  );
}
