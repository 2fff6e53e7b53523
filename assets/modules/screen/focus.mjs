/* Where the focus goes when what had it is gone. */
import { heirs } from "../block/page.mjs";

/** @import { State } from "../types" */

/* Focus goes to a page's title when it opens, and back to what opened it. */
let opener = "";
/** @type {string[]} */
let pressed = [];
let openPage = "explore";
/* A selector that finds what was pressed, also after it was drawn anew. */
/** @param {Element} element */
const key = (element) => {
  for (const name of ["data-go", "data-pick", "data-choice", "data-do", "data-toggle"])
    if (element.hasAttribute(name)) return `[${name}="${element.getAttribute(name)}"]`;
  return "";
};
/** @param {State} state */
export const focus = (state) => {
  if (state.page === openPage) return refocus();
  const was = openPage;
  const title = document.querySelector("#page-slot h1");
  if (state.page !== "explore" && !title) return; // not drawn yet
  openPage = state.page;
  if (state.page !== "explore") title?.focus();
  else if (was !== "explore" && opener) document.querySelector(`#side ${opener}, #bar ${opener}`)?.focus();
};

/* Words of another place are drawn anew: what was pressed gets its focus back, or the list that took its place. */
const refocus = () => {
  if (!pressed.length || document.activeElement !== document.body) return;
  const ways = [...pressed, "#levels [aria-pressed=true]", "#levels button"];
  ways
    .map((way) => document.querySelector(`#screen ${way}`))
    .find(Boolean)
    ?.focus({ preventScroll: true });
};

/* What is pressed now, before it acts. */
/** @param {Element} element */
export const leave = (element) => {
  const itself = key(element);
  pressed = heirs(element) ?? (itself ? [itself] : []);
  opener = element.closest("#page-slot") ? opener : itself;
};
