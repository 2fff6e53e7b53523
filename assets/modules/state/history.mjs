/* The one owner of the address: the state now, every change of it, the steps back. Who wants to know of a change hears it. */
import { atStart, read, write } from "./address.mjs";
import { isLevel, regionOf } from "./levels.mjs";
import { telling } from "./told.mjs";

/* The address as it is written: a touch reads it once and writes it once. */
const address = () => location.search || location.pathname;
let current = { ...read(location.search), search: location.search };
const told = telling();
const forgotten = telling();
export const hearChanges = told.hear;
/* Starting over: what a module keeps of the visit, it drops now. */
export const hearResets = forgotten.hear;

export const now = () => current;
/* The state of an address that Dash was told earlier. */
export const stateOf = (search) =>
  !search || search === (current.search || "?") ? current : { ...read(search), search };

/* The address has changed: by us, by Back and Forward. */
export const changed = () => {
  current = { ...read(location.search), search: location.search };
  told.tell(current);
};
addEventListener("popstate", changed);

/* The browser keeps the steps ... */
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
  let own = [];
  const enter = (url) => history.replaceState(null, "", url);
  steps = {
    stays: ["kiosk"],
    push: (url) => {
      own = [...own.slice(-99), address()];
      enter(url);
    },
    back: () => {
      if (!own.length) return false;
      enter(own.pop());
      changed();
      return true;
    },
    forget: () => (own = []),
  };
};

/* Change some keys; every change is one step back. */
export const go = (changes) => {
  const url = write({ ...current, ...changes });
  if (url === address()) return;
  steps.push(url);
  changed();
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
export const ticks = new Set();
const ticked = telling();
export const hearTicks = ticked.hear;
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
