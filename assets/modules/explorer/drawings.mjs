/* The drawings: fetch the plates, name their targets, mark what the state says. They never move. */
import { find, ROVING } from "../state/find.mjs";
import { now } from "../state/history.mjs";
import { isLevel, matches as matchesOf, regionOf } from "../state/levels.mjs";
import { site } from "../state/site.mjs";
import { fetchOnce, once, wordsOf } from "../state/store.mjs";
import { telling } from "../state/told.mjs";

/** @import { Words } from "../contract" */
/** @import { State, Strength } from "../types" */

/** @type {Record<string, string>} */
const LOOK = { side: "lateral", back: "posterior" };
const pane = find("#spine-view");
const body = find("#body-view");
const first = find("[data-plate]", pane);
/* The name of the plate on screen. */
const shownPlate = () => pane.firstElementChild?.dataset.plate ?? "";
/* Plates by name; only the one on screen is part of the page, so that the others cost nothing at a touch. */
/** @type {Record<string, Element>} */
const plates = { [shownPlate()]: first };
/** @type {Record<string, Promise<void>>} */
const fetched = {};

/** @param {State} state */
const plateName = (state) => {
  const region = regionOf(state.at);
  return LOOK[state.look] + (region ? `-${region}` : "");
};
/** @param {State} state */
export const otherPlate = (state) => shownPlate() !== plateName(state);

/** @param {string} name */
export const fetchPlate = (name) =>
  once(fetched, name, async () => {
    if (plates[name]) return;
    const holder = document.createElement("template");
    holder.innerHTML = await fetchOnce(site.files.plates[name]);
    plates[name] = find("[data-plate]", holder.content);
    stage(now(), wordsOf(now().lang));
  });

/* True when another plate takes the place of one that held the focus. */
/** @param {State} state */
const show = (state) => {
  const name = plateName(state);
  if (!plates[name]) {
    fetchPlate(name);
    return false;
  }
  if (pane.firstElementChild === plates[name]) return false;
  const held = pane.contains(document.activeElement);
  pane.replaceChildren(plates[name]);
  return held;
};

/** @type {(element: Element, name: string, value: string | null) => void} */
const put = (element, name, value) => {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/* How strongly each area is marked; the physician's layers have their own say. */
/** @type {(state: State) => Record<string, Strength> | undefined} */
let strengthsAt = ({ at, part }) => site.strengths[`${at}|${part}`];
/** @param {typeof strengthsAt} other */
export const markBy = (other) => {
  strengthsAt = other;
};

/** @param {State} state */
const mark = (state) => {
  const matches = matchesOf(state.hurts);
  const level = isLevel(state.at);
  /** @param {string} selector */
  const all = (selector) => pane.querySelectorAll(selector);
  for (const hit of all(".hit")) {
    const { node = "", part } = hit.dataset;
    put(hit, "aria-pressed", String(node === state.at && (!part || part === state.part)));
    put(hit, "data-match", matches[part ? `${node}|${part}` : node] ?? null);
  }
  for (const one of all("[data-row]")) {
    const { row = "" } = one.dataset;
    one.classList.toggle("is-chosen", row === state.at);
    put(one, "data-fits", matches[row] ?? null);
  }
  for (const ring of all("[data-ring]"))
    ring.classList.toggle("is-on", ring.dataset.ring === `${state.at}|${state.part}`);
  for (const pin of all("[data-pin]")) put(pin, "data-match", matches[pin.dataset.pin ?? ""] ?? null);
  for (const one of all("[data-structure]"))
    one.classList.toggle("is-chosen", one.dataset.level === state.at && one.dataset.structure === state.part);

  put(body, "data-part", level ? state.part : null);
  const strengths = (level && strengthsAt(state)) || null;
  for (const area of document.querySelectorAll("[data-area]")) {
    const { area: slug = "", side } = area.dataset;
    const here = side === "mid" || state.side === "both" || state.side === side;
    put(area, "data-strength", (here && strengths?.[slug]) || null);
    put(area, "aria-pressed", String(state.hurts.includes(`${slug}.${side}`)));
  }
  roving();
};

/** @type {ReturnType<typeof telling<[Element, State]>>} */
const marked = telling();
/* Who marks more on a plate hears of each time that it was marked. */
export const hearMarked = marked.hear;

/* One tab stop for each drawing: the chosen target, else the first. */
const roving = () => {
  for (const group of document.querySelectorAll(ROVING)) {
    const all = [...group.querySelectorAll("[role=button]")];
    const stop =
      all.find((one) => one === document.activeElement) ??
      all.find((one) => one.getAttribute("aria-pressed") === "true") ??
      all[0];
    for (const one of all) put(one, "tabindex", one === stop ? "0" : "-1");
  }
};

/* Names in the language on screen. */
/** @param {Words} words */
const name = (words) => {
  for (const one of document.querySelectorAll("[data-say]")) {
    const said = words.say[one.dataset.say ?? ""];
    if (said) put(one, "aria-label", said);
  }
  for (const one of document.querySelectorAll("[data-area]")) {
    const face = one.closest("[data-face]")?.dataset.face;
    put(one, "aria-label", words.say[`${one.dataset.area}.${one.dataset.side}|${face}`]);
  }
  for (const one of document.querySelectorAll("[data-t]")) {
    const text = words.t[one.dataset.t ?? ""];
    if (one.textContent !== text) one.textContent = text;
  }
};

/* `sooner`: the drawing as it stands, while another plate can wait. */
/** @type {(state: State, words: Words | undefined, sooner?: boolean) => void} */
export const stage = (state, words, sooner = false) => {
  const held = !sooner && show(state);
  mark(state);
  if (pane.firstElementChild) marked.tell(pane.firstElementChild, state);
  /* A key that opens another plate takes the focus with it. */
  if (held) pane.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
  if (words) name(words);
};
