/* The drawings: fetch the plates, name their targets, mark what the state says. They never move. */
import { now } from "../state/history.mjs";
import { isLevel, matches as matchesOf, regionOf } from "../state/levels.mjs";
import { site } from "../state/site.mjs";
import { fetchOnce, once, wordsOf } from "../state/store.mjs";

const LOOK = { side: "lateral", back: "posterior" };
const pane = document.getElementById("spine-view");
/* Plates by name; only the one on screen is part of the page, so that the others cost nothing at a touch. */
const plates = { [pane.firstElementChild.dataset.plate]: pane.firstElementChild };
const fetched = {};

const plateName = (state) => {
  const region = regionOf(state.at);
  return LOOK[state.look] + (region ? `-${region}` : "");
};
export const otherPlate = (state) => pane.firstElementChild.dataset.plate !== plateName(state);

export const fetchPlate = (name) =>
  once(fetched, name, async () => {
    if (plates[name]) return;
    const holder = document.createElement("template");
    holder.innerHTML = await fetchOnce(site.files.plates[name]);
    plates[name] = holder.content.firstElementChild;
    stage(now(), wordsOf(now().lang));
  });

/* True when another plate takes the place of one that held the focus. */
const show = (state) => {
  const name = plateName(state);
  if (!plates[name]) return void fetchPlate(name);
  if (pane.firstElementChild === plates[name]) return false;
  const held = pane.contains(document.activeElement);
  pane.replaceChildren(plates[name]);
  return held;
};

const put = (element, name, value) => {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

const mark = (state) => {
  const matches = matchesOf(state.hurts);
  const level = isLevel(state.at);
  const all = (selector) => pane.querySelectorAll(selector);
  for (const hit of all(".hit")) {
    const { node, part } = hit.dataset;
    put(hit, "aria-pressed", String(node === state.at && (!part || part === state.part)));
    put(hit, "data-match", matches[part ? `${node}|${part}` : node] ?? null);
  }
  for (const row of all("[data-row]")) {
    row.classList.toggle("is-chosen", row.dataset.row === state.at);
    put(row, "data-fits", matches[row.dataset.row] ?? null);
  }
  for (const ring of all("[data-ring]"))
    ring.classList.toggle("is-on", ring.dataset.ring === `${state.at}|${state.part}`);
  for (const pin of all("[data-pin]")) put(pin, "data-match", matches[pin.dataset.pin] ?? null);
  for (const one of all("[data-structure]"))
    one.classList.toggle("is-chosen", one.dataset.level === state.at && one.dataset.structure === state.part);

  const body = document.getElementById("body-view");
  put(body, "data-part", level ? state.part : null);
  const strengths = (level && site.strengths[`${state.at}|${state.part}`]) || {};
  for (const area of document.querySelectorAll("[data-area]")) {
    const { area: slug, side } = area.dataset;
    const here = side === "mid" || state.side === "both" || state.side === side;
    put(area, "data-strength", (here && strengths[slug]) || null);
    put(area, "aria-pressed", String(state.hurts.includes(`${slug}.${side}`)));
  }
  roving();
};

/* One tab stop for each drawing: the chosen target, else the first. */
const roving = () => {
  for (const group of document.querySelectorAll("[data-roving], #spine-view > *")) {
    const all = [...group.querySelectorAll("[role=button]")];
    const stop =
      all.find((one) => one === document.activeElement) ??
      all.find((one) => one.getAttribute("aria-pressed") === "true") ??
      all[0];
    for (const one of all) put(one, "tabindex", one === stop ? "0" : "-1");
  }
};

/* Names in the language on screen. */
const name = (words) => {
  for (const one of document.querySelectorAll("[data-say]"))
    if (words.say[one.dataset.say]) put(one, "aria-label", words.say[one.dataset.say]);
  for (const one of document.querySelectorAll("[data-area]")) {
    const view = one.closest("[data-face]").dataset.face;
    put(one, "aria-label", words.say[`${one.dataset.area}.${one.dataset.side}|${view}`]);
  }
  for (const one of document.querySelectorAll("[data-t]"))
    if (one.textContent !== words.t[one.dataset.t]) one.textContent = words.t[one.dataset.t];
};

/* `sooner`: the drawing as it stands, while another plate can wait. */
export const stage = (state, words, sooner = false) => {
  const held = !sooner && show(state);
  mark(state);
  /* A key that opens another plate takes the focus with it. */
  if (held) pane.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
  if (words) name(words);
};
