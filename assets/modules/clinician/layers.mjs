/* The layers of the body: a joint's pattern, a root's dermatome and dynatome, each switched on and off. What is switched off
   is a tick of the visit, so that starting over forgets it. */
import { markBy } from "../explorer/drawings.mjs";
import { around } from "../state/find.mjs";
import { changed, tick, ticks } from "../state/history.mjs";
import { site } from "../state/site.mjs";

/** @import { Wing } from "../contract" */
/** @import { Strength } from "../types" */

/** @type {Wing["layers"]} */
let layers = {};
/** @param {Wing["layers"]} told */
export const keepLayers = (told) => {
  layers = told;
};

/* Of the layers that are on, the stronger mark wins. */
/** @param {Record<string, Strength>[]} shown */
const together = (shown) => {
  /** @type {Record<string, Strength>} */
  const made = {};
  for (const layer of shown)
    for (const [area, strength] of Object.entries(layer)) if (made[area] !== "typical") made[area] = strength;
  return made;
};
markBy(({ at, part, view }) => {
  const spot = `${at}|${part}`;
  const own = view === "clinician" ? layers[spot] : undefined;
  if (!own) return site.strengths[spot];
  return together(Object.keys(own).flatMap((name) => (ticks.has(`layer|${name}`) ? [] : [own[name]])));
});

document.addEventListener("click", (event) => {
  const found = around(event, "[data-pattern]");
  if (!found) return;
  tick(`layer|${found.dataset.pattern}`);
  changed();
});
