// Searching Arabic as it is read: one spelling of each letter, Western digits, nothing of vowel signs.

const SAME = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك" };
const LEFT_OUT = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u200b-\u200f\u2066-\u2069\ufeff]/;

/** A text as it is searched, and for each of its letters the place in the text that it stands for. */
export function fold(text) {
  let folded = "";
  const places = [];
  for (let i = 0; i < text.length; i++) {
    const letter = digit(text.charCodeAt(i)) ?? SAME[text[i]] ?? text[i].toLowerCase();
    if (LEFT_OUT.test(letter) || partsThousands(text, i)) continue;
    folded += letter;
    for (let k = 0; k < letter.length; k++) places.push(i);
  }
  return { folded, places };
}

/** A pattern that finds a query in folded text, digits only as a whole number; nothing for an empty query. */
export function finder(query) {
  const { folded } = fold(query.trim());
  const plain = folded.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return plain && new RegExp(/^\d+$/.test(folded) ? `(?<!\\d)${plain}(?!\\d)` : plain, "g");
}

function digit(code) {
  const base = [0x660, 0x6f0].find((zero) => code >= zero && code < zero + 10);
  return base === undefined ? undefined : String(code - base);
}

function partsThousands(text, i) {
  return ",٬".includes(text[i]) && /\p{Nd}/u.test(text[i - 1] ?? "") && /^\p{Nd}{3}/u.test(text.slice(i + 1, i + 4));
}
