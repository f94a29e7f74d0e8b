// Elements made by hand: text reaches the page as text, never as HTML.

/** An element with attributes, listeners (functions named after their events) and children; strings become text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

/** Makes one of several elements the one that Tab reaches. */
export function stop(element, all) {
  for (const other of all) if (other.tabIndex === 0) other.tabIndex = -1;
  if (element) element.tabIndex = 0;
}

/** The place of the claim that a row leads to. */
export function leadsTo(row) {
  return Number(row.dataset.claim ?? row.dataset.leads);
}

/** Scrolls the pane around a row no further than need be, so that the row stands below the table's head. */
export function reveal(row) {
  const pane = row?.closest(".pane");
  if (!pane || pane.hidden) return;
  const [at, seen, head] = [row, pane, row.closest("table").tHead].map((element) => element.getBoundingClientRect());
  const above = at.top - seen.top - head.height;
  if (above < 0) pane.scrollTop += above;
  else pane.scrollTop += Math.max(0, Math.min(at.bottom - seen.bottom, above));
}

const AT_ONCE = 100; // rows of a list

/** Draws a list's first rows into an element, and the next ones as the last come into view.
 *
 * `notice` makes a row that asks for more; what is returned draws as far as the first row that fits. */
export function grow(body, listed, draw, notice) {
  const rest = [...listed];
  let last = null;
  const further = (n) => {
    last?.remove();
    body.append(...rest.splice(0, n).map(draw));
    if (!rest.length) return;
    last = notice(() => further(AT_ONCE));
    body.append(last);
    const watch = new IntersectionObserver(([seen]) => {
      if (!seen.isIntersecting) return;
      watch.disconnect();
      if (body.contains(seen.target)) further(AT_ONCE);
    });
    watch.observe(last);
  };
  body.replaceChildren();
  further(AT_ONCE);
  return (fits) => rest.some(fits) && further(rest.findIndex(fits) + 1);
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
const SIDEWAYS = { ArrowLeft: 1, ArrowRight: -1 }; // reports run from the right

/** Moves the focus from one of several elements as a key asks; false for a key that moves nothing. */
export function move(key, from, all, sideways) {
  const step = STEPS[key] ?? (sideways ? SIDEWAYS[key] : undefined);
  if (step === undefined) return false;
  const to = all[Math.max(0, Math.min(all.length - 1, all.indexOf(from) + step))];
  stop(to, all);
  to?.focus();
  return true;
}
