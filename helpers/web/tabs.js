// Tabs over the lists: one is open, arrows lead from one to the next, as screen readers expect them.

import { make, stop } from "./dom.js";

export class Tabs {
  /** `panels` are the elements by the names of their tabs; `opened` is called with the name of the tab now open. */
  constructor(words, panels, opened) {
    Object.assign(this, { words, panels, opened, chosen: Object.keys(panels)[0] });
  }

  draw() {
    const { words, panels } = this;
    const mark = Math.random().toString(36).slice(2); // another reader on the page has its own
    this.tabs = Object.keys(panels).map((name) => {
      const ids = { id: `tab-${name}-${mark}`, "aria-controls": `panel-${name}-${mark}` };
      Object.entries({ role: "tabpanel", id: ids["aria-controls"], "aria-labelledby": ids.id }).forEach((pair) =>
        panels[name].setAttribute(...pair),
      );
      return make("button", { role: "tab", ...ids, "data-tab": name, click: () => this.choose(name) }, words.say(`tab_${name}`));
    });
    this.show();
    return make("div", { class: "tabs", role: "tablist", "aria-label": words.say("tabs") }, ...this.tabs);
  }

  choose(name) {
    this.chosen = name;
    this.show();
    this.opened(name);
  }

  show() {
    for (const tab of this.tabs) {
      const on = tab.dataset.tab === this.chosen;
      tab.setAttribute("aria-selected", on);
      this.panels[tab.dataset.tab].hidden = !on;
    }
    stop(this.tabs.find((tab) => tab.dataset.tab === this.chosen), this.tabs);
    for (const tab of this.tabs) if (tab.dataset.tab !== this.chosen) tab.tabIndex = -1;
  }

  /** Moves to another tab as a key asks; false for a key that moves nowhere. */
  key(key, from) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key] * (this.words.lang === "ar" ? -1 : 1);
    const ends = { Home: 0, End: this.tabs.length - 1 };
    const to = ends[key] ?? (Number.isNaN(step) ? undefined : (this.tabs.indexOf(from) + step + this.tabs.length) % this.tabs.length);
    if (to === undefined) return false;
    this.choose(this.tabs[to].dataset.tab);
    this.tabs[to].focus();
    return true;
  }
}
