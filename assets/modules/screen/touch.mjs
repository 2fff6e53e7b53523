/* Touch: everything that can be touched says in its attributes what it changes. */
import { aim, near } from "../hurts/aim.mjs";
import { around } from "../state/find.mjs";
import { back, go, now, reset } from "../state/history.mjs";
import { alarms, isLevel, regionFor, regionOf } from "../state/levels.mjs";
import { site } from "../state/site.mjs";
import { leave } from "./focus.mjs";
import { more } from "./long.mjs";

/** @import { Choices } from "../types" */

const TOUCHABLE =
  "[data-node],[data-pick],[data-area],[data-face],#body,[data-toggle],[data-choice],[data-go],[data-do]";

/** @type {(hurts: string[], one: string) => string[]} */
const toggled = (hurts, one) => (hurts.includes(one) ? hurts.filter((other) => other !== one) : [...hurts, one]);

/** @param {string} one */
const hurt = (one) => {
  const state = now();
  const hurts = toggled(state.hurts, one);
  const at = regionFor(hurts, regionOf(state.at));
  const alarm = hurts.includes(one) && hurts.some(alarms);
  go({ hurts, at, part: "", page: alarm ? "emergency" : "explore" });
};

/** @type {(list: string[], value: string) => string} */
const next = (list, value) => list[(list.indexOf(value) + 1) % list.length];
/** @type {Record<string, () => void>} */
const DO = {
  back: () => back(),
  reset: () => reset(),
  text: () => go({ text: next(site.texts, now().text) }),
  theme: () => go({ theme: next(site.themes, now().theme) }),
  places: () => go({ at: regionOf(now().at), part: "" }),
  sheet: () => document.documentElement.toggleAttribute("data-sheet"),
  more: () => more(),
};

/** @param {Element} element */
export const act = (element) => {
  const { node, part, pick, area, side, toggle, choice, go: told } = element.dataset;
  const chosen = node ?? pick;
  if (chosen) return choose(chosen, part);
  if (area) return hurt(`${area}.${side}`);
  if (toggle) return hurt(toggle);
  if (choice) return go(Object.fromEntries([choice.split("=")]));
  if (told !== undefined) return go(changes(told));
  if (element.dataset.do) DO[element.dataset.do]();
};
/** @type {(query: string) => Partial<Choices>} */
const changes = (query) => {
  const { hurts, ...told } = Object.fromEntries(new URLSearchParams(query));
  if (told.page === "") told.page = "explore";
  return hurts === undefined ? told : { ...told, hurts: hurts.split(",").filter(Boolean) };
};
/* Who takes a touched place for itself, before it is chosen: the plan, while it is open. */
/** @type {(node: string) => boolean} */
let take = () => false;
/** @param {typeof take} other */
export const takeFirst = (other) => {
  take = other;
};
/** @type {(node: string, part?: string) => void} */
const choose = (node, part) => {
  if (take(node)) return;
  const state = now();
  const level = isLevel(node);
  const held = level && isLevel(state.at) && site.strengths[`${node}|${state.part}`] ? state.part : "";
  const kept = part || held;
  go({ at: node, part: kept, page: "explore", zone: "" });
};

/* A click is sent on release and not when the finger slid off; that is what we want. */
document.addEventListener("click", (event) => {
  const found = around(event, TOUCHABLE);
  if (!found || found.getAttribute("aria-disabled") === "true") return;
  event.preventDefault();
  leave(found);
  const zone = aim(event, found);
  if (zone) return go({ zone, at: regionOf(now().at), part: "", page: "explore" });
  act((found.closest(".inset") && !found.dataset.area && near(event)) || found);
});
