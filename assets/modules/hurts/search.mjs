/* Finding areas and levels by everyday words: in the browser, forgiving of accents and of a slip of the finger. */
import { now } from "../state/history.mjs";
import { fetchPages, fetchWords } from "../state/store.mjs";

/** @import { Found } from "../contract" */

/** @param {string} text */
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const SMALL = new Set(
  "a an and at de del el en hurts i in is it la las le los me mi my of on or pain dolor duele que the un una y".split(
    " ",
  ),
);
/** @param {string} text */
const split = (text) =>
  plain(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
/** @param {string} text */
const wordsOf = (text) => {
  const all = split(text);
  const heavy = all.filter((word) => !SMALL.has(word));
  return heavy.length ? heavy : all;
};

/* Changes of one letter (left out, put in, swapped, another) between two words, at most 3. */
/** @type {(a: string, b: string) => number} */
const slips = (a, b) => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      rows[i][j] = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return Math.min(3, rows[a.length][b.length]);
};
/** @type {(asked: string, word: string) => number} */
const alike = (asked, word) => {
  if (word === asked) return 1;
  if (asked.length > 1 && word.startsWith(asked)) return 0.9;
  const allowed = asked.length > 7 ? 2 : asked.length > 3 ? 1 : 0;
  return allowed && slips(asked, word) <= allowed ? 0.7 : 0;
};

/* How well one name answers the question: every asked word must be there; a name with nothing else is best. */
/** @type {(asked: string[], name: string[]) => number} */
const fits = (asked, name) => {
  let sum = 0;
  for (const one of asked) {
    const best = Math.max(0, ...name.map((word) => alike(one, word)));
    if (!best) return 0;
    sum += best;
  }
  return sum / asked.length + 0.5 * Math.min(1, asked.length / name.length);
};

/* index: what components/hurts/search.py wrote. Best first, at most 12. */
/** @type {(index: Found[], text: string) => Found[]} */
export const find = (index, text) => {
  const asked = split(text).filter((word) => !SMALL.has(word)); // "the" alone is the beginning of too much
  if (!asked.length) return [];
  return index
    .map((entry) => ({ entry, fit: Math.max(...entry.words.map((name) => fits(asked, wordsOf(name)))) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, 12)
    .map(({ entry }) => entry);
};

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} props
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
const made = (name, props, ...children) => {
  const element = document.createElement(name);
  element.append(...children);
  return Object.assign(element, props);
};
/** @param {Found} entry */
const result = (entry) => {
  const buttons = entry.buttons.map((one) => {
    const button = made("button", { type: "button", className: "pick" }, one.say);
    button.setAttribute("aria-label", `${entry.name}, ${one.say}`);
    if ("toggle" in one) {
      button.dataset.toggle = one.toggle;
      button.setAttribute("aria-pressed", String(now().hurts.includes(one.toggle)));
    } else button.dataset.go = one.go;
    return button;
  });
  return made("li", {}, made("span", {}, entry.name), ...buttons);
};

/** @param {Element} holder */
export const finder = async (holder) => {
  const { lang } = now();
  const [pages, words] = await Promise.all([fetchPages(lang), fetchWords(lang)]);
  const found = /** @type {Found[]} */ (pages.found);
  const { say } = words.pain;
  const field = made("input", {
    type: "search",
    id: "finder-field",
    autocomplete: "off",
    spellcheck: false,
    maxLength: 60,
  });
  const told = made("p", { className: "muted", role: "status" });
  const list = made("ul", { className: "sides" });
  field.addEventListener("input", () => {
    const hits = find(found, field.value);
    list.replaceChildren(...hits.map(result));
    told.textContent = !field.value.trim()
      ? ""
      : hits.length
        ? say["search-count"].replace("{count}", String(hits.length))
        : say["search-none"];
  });
  const label = made("label", { htmlFor: "finder-field" }, say["search-label"]);
  holder.replaceChildren(label, field, told, list);
};
