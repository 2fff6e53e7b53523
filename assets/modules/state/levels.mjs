/* The rules, for this site's levels. */
import { rules } from "./rules.mjs";
import { site } from "./site.mjs";

export const { found, matches, regionFor } = rules(site);
export const isLevel = (node) => node in site.home;
/* A place that opens the page of emergencies. */
export const alarms = (place) => site.pain.alarms.includes(place);
export const regionOf = (node) => site.home[node] ?? node;
