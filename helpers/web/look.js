// Keys pressed inside a box of widgets stay there: to the notebook «d d» would be the command to delete the cell.

function keep({ target }) {
  // JupyterLab asks the very element that has the focus, before those around it.
  if (target.closest?.(".isnad-live")) target.setAttribute("data-lm-suppress-shortcuts", "true");
}

export default {
  render() {
    window.addEventListener("keydown", keep, true);
    return () => window.removeEventListener("keydown", keep, true);
  },
};
