/* The rules, for this site's levels. */
import { rules } from "./rules.mjs";
import { site } from "./site.mjs";

export const { found, matches, regionFor } = rules(site);
/** @param {string} node */
export const isLevel = (node) => node in site.home;
/* A place that opens the page of emergencies. */
/** @param {string} place */
export const alarms = (place) => site.pain.alarms.includes(place);
/** @param {string} node */
export const regionOf = (node) => site.home[node] ?? node;
