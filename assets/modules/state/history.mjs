/* The one owner of the address: the state now, every change of it, the steps back. Who wants to know of a change hears it. */
import { atStart, read, write } from "./address.mjs";
import { isLevel, regionOf } from "./levels.mjs";
import { telling } from "./told.mjs";

/** @import { Choices, State, TextKey } from "../types" */
/**
 * @typedef {object} Steps
 * @property {TextKey[]} stays what starting over leaves as it is
 * @property {(url: string) => void} push
 * @property {() => boolean} back false: there is no step to go back
 * @property {() => void} forget
 */

/* The address as it is written: a touch reads it once and writes it once. */
const address = () => location.search || location.pathname;
let current = read(location.search);
/** @type {ReturnType<typeof telling<[State]>>} */
const told = telling();
/** @type {ReturnType<typeof telling<[]>>} */
const forgotten = telling();
export const hearChanges = told.hear;
/* Starting over: what a module keeps of the visit, it drops now. */
export const hearResets = forgotten.hear;

export const now = () => current;
/* The state of an address that Dash was told earlier. */
/** @param {string} search */
export const stateOf = (search) => (!search || search === (current.search || "?") ? current : read(search));

/* The address has changed: by us, by Back and Forward. */
export const changed = () => {
  current = read(location.search);
  told.tell(current);
};
addEventListener("popstate", changed);

/* The browser keeps the steps ... */
/** @type {Steps} */
const byBrowser = {
  stays: ["kiosk", "view"],
  push: (url) => history.pushState({ steps: (history.state?.steps ?? 0) + 1 }, "", url),
  back: () => {
    if (!history.state?.steps) return false;
    history.back();
    return true;
  },
  forget: () => {},
};
let steps = byBrowser;
/* ... or, on a wall screen, this page: after a reset there is nothing to go back to, by no gesture and no key. */
export const keepOwnSteps = () => {
  /** @type {string[]} */
  let own = [];
  /** @param {string} url */
  const enter = (url) => history.replaceState(null, "", url);
  steps = {
    stays: ["kiosk"],
    push: (url) => {
      own = [...own.slice(-99), address()];
      enter(url);
    },
    back: () => {
      const url = own.pop();
      if (url === undefined) return false;
      enter(url);
      changed();
      return true;
    },
    forget: () => {
      own = [];
    },
  };
};

/* Change some keys; every change is one step back. */
/** @param {Partial<Choices>} changes */
export const go = (changes) => {
  const url = write({ ...current, ...changes });
  if (url === address()) return;
  steps.push(url);
  changed();
};

/* A link that was put together elsewhere led here: what it means takes its place, and is no step. `unknown`: a part of it
   means nothing here. */
/** @type {(search: string, unknown: boolean) => void} */
export const enter = (search, unknown) => {
  const state = read(search);
  history.replaceState(null, "", write(state));
  current = { ...read(location.search), unknown: unknown || state.unknown };
};

/* What is nearest above: page, part of the body, level, region. */
export const up = () => {
  if (current.page !== "explore") go({ page: "explore", block: "" });
  else if (current.zone) go({ zone: "" });
  else if (isLevel(current.at)) go({ at: regionOf(current.at), part: "" });
  else if (!atStart(current)) go({ at: "", hurts: [], zone: "" });
};
/* One step back inside the app; at its first step, one step up. */
export const back = () => {
  if (steps.back()) return;
  up();
  steps.forget();
};

/* What was ticked: questions for the visit, rows that matter. In memory only; starting over forgets it. */
/** @type {Set<string>} */
export const ticks = new Set();
/** @type {ReturnType<typeof telling<[]>>} */
const ticked = telling();
export const hearTicks = ticked.hear;
/** @param {string} name */
export const tick = (name) => {
  if (!ticks.delete(name)) ticks.add(name);
  ticked.tell();
};
hearResets(() => ticks.clear());

/* Start over: nothing of the visit stays, not even the language. Even an equal address is told: modules have forgotten. */
export const reset = () => {
  const url = write({ ...read(""), ...Object.fromEntries(steps.stays.map((key) => [key, current[key]])) });
  if (url !== address()) steps.push(url);
  changed();
  steps.forget();
  forgotten.tell();
};
