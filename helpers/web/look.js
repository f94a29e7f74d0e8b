// Boxes of widgets for everybody: keys pressed inside stay there, and boxes to tick are a group with a name.

const PATIENCE = 100; // tenths of a second in which the widgets beside this one are drawn

/** To the notebook «d d» would be the command to delete the cell. */
function keep({ target }) {
  // JupyterLab asks the very element that has the focus, before those around it.
  if (target.closest?.(".isnad-live")) target.setAttribute("data-lm-suppress-shortcuts", "true");
}

/** Names each row of boxes to tick after the words before them. */
function name(box) {
  for (const asked of box?.querySelectorAll(".isnad-bar > .widget-label:first-child") ?? []) {
    const bar = asked.parentElement;
    asked.id ||= `asked-${Math.random().toString(36).slice(2)}`;
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-labelledby", asked.id);
  }
}

export default {
  render({ el }) {
    let left = PATIENCE;
    const timer = setInterval(() => {
      name(el.closest(".isnad-live"));
      if (--left === 0) clearInterval(timer);
    }, 100);
    window.addEventListener("keydown", keep, true);
    return () => {
      clearInterval(timer);
      window.removeEventListener("keydown", keep, true);
    };
  },
};
