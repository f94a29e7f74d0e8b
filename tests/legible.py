"""What a page looks like in a browser: faint words, Arabic laid out from the left, boxes wider than the page."""

COLOURS = """
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
canvas.canvas.width = canvas.canvas.height = 1;
const known = {};
const rgba = (colour) => known[colour] ??= (() => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
})();
const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3]));
const ground = (element) => {
  const layers = [];
  for (let e = element; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
  return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
};
const light = (colour) => {
  const [r, g, b] = colour.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
const texts = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Map();
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (node.data.trim() && element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length)
      found.set(element, (found.get(element) ?? "") + node.data);
  }
  return [...found];
};
"""
FAINT = f"""(least) => {{ {COLOURS}
  document.querySelectorAll("details").forEach((e) => (e.open = true));
  return texts().flatMap(([element, text]) => {{
    const under = ground(element), ratio = contrast(over(rgba(getComputedStyle(element).color), under), under);
    return ratio < least ? [`${{ratio.toFixed(2)}} ${{element.tagName}} ${{text.trim().slice(0, 40)}}`] : [];
  }});
}}"""
FROM_THE_LEFT = f"""() => {{ {COLOURS}
  const share = (text, script) => (text.match(script) ?? []).length;
  return texts().flatMap(([element, text]) => {{
    const arabic = share(text, /\\p{{Script=Arabic}}+/gu), latin = share(text, /\\p{{Script=Latin}}+/gu);
    const way = getComputedStyle(element).direction;
    if (element.closest(".highlight")) return []; // program text runs from the left
    return arabic > 3 && arabic > 2 * latin && way !== "rtl" ? [text.trim().slice(0, 60)] : [];
  }});
}}"""
TOO_WIDE = """() => {
  const whole = document.documentElement, scrolled = (e) => {
    for (; e && e !== document.body; e = e.parentElement) if (getComputedStyle(e).overflowX !== "visible") return true;
  };
  const out = [...document.body.querySelectorAll("*:not(.skip)")].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width && (box.right > innerWidth + 1 || box.left < -1) && !scrolled(e.parentElement);
  });
  const told = out.map((e) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)}`);
  return whole.scrollWidth > innerWidth ? [`the page: ${whole.scrollWidth}`, ...told] : told;
}"""
DARK_SHEETS = f"""() => {{ {COLOURS}
  return [...document.images].filter((e) => light(rgba(getComputedStyle(e).backgroundColor).slice(0, 3)) < 0.7
    || rgba(getComputedStyle(e).backgroundColor)[3] < 1).map((e) => e.src);
}}"""


def faint(page, least: float = 4.5) -> list[str]:
    """Words that stand out less than `least` (WCAG 2, level AA for small type); all that is folded is opened first."""
    return page.evaluate(FAINT, least)


def from_the_left(page) -> list[str]:
    """Stretches of Arabic that the browser lays out from left to right."""
    return page.evaluate(FROM_THE_LEFT)


def too_wide(page) -> list[str]:
    """What reaches over the sides of the page and does not scroll in a box of its own."""
    return page.evaluate(TOO_WIDE)


def dark_sheets(page) -> list[str]:
    """Pictures, drawn for paper, that stand on something dark."""
    return page.evaluate(DARK_SHEETS)
