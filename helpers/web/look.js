// Keys pressed inside a box of widgets stay there: to the notebook «d d» would be the command to delete the cell.

export default {
  render({ el }) {
    requestAnimationFrame(() => el.closest(".isnad-live")?.setAttribute("data-lm-suppress-shortcuts", "true"));
  },
};
