/* The URL is the state. Here it is read, checked and written; unknown keys and values are left out. */
import { alarms, isLevel, regionFor, regionOf } from "./levels.mjs";
import { site } from "./site.mjs";

/** @import { Choices, Key, State, TextKey } from "../types" */

/* Forgiving of case and of the label on screen: l4-l5 is L4-5. */
const NODES = new Map(Object.entries(site.alias).map(([said, node]) => [said.toLowerCase(), node]));
for (const node of [...Object.keys(site.home), ...Object.keys(site.regions)]) NODES.set(node.toLowerCase(), node);

/** @param {number} last */
const upTo = (last) => Array.from({ length: last }, (_, index) => String(index + 1));

/** @type {Partial<Record<TextKey, string[]>>} */
const CHOICES = {
  part: ["facet", "nerve"],
  side: ["both", "left", "right"],
  page: ["explore", ...site.pages, ...site.wing.pages, ...site.wing.shared],
  block: site.blocks,
  zone: site.zones,
  view: ["patient", "clinician"],
  lang: site.languages,
  kiosk: ["1"],
  text: site.texts,
  theme: site.themes,
  look: ["side", "back"],
  mirror: ["1"],
  tab: site.tabs,
  step: upTo(site.steps),
  time: upTo(site.spans),
  kind: site.wing.kinds,
  chart: site.wing.charts,
  sheet: site.languages,
};
/* This page stands beside the spine, whose levels it takes from behind. */
export const BESIDE = "plan";
/* Of the physician's voice alone; and what a wall screen has not at all. */
/** @type {TextKey[]} */
const CLINICIANS = ["plan", "kind", "chart"];
/** @type {TextKey[]} */
const OFF_THE_WALL = [...CLINICIANS, "view", "sheet"];
/* Where one is inside a block page. */
/** @type {Key[]} */
const INSIDE = ["tab", "step", "time"];
/** @type {Choices} */
const DEFAULTS = {
  at: "",
  part: "",
  block: "",
  zone: "",
  kiosk: "",
  mirror: "",
  plan: "",
  kind: site.wing.kinds[0] ?? "",
  chart: "",
  sheet: "",
  hurts: [],
  tab: site.tabs[0],
  step: "1",
  time: "1",
  side: "both",
  page: "explore",
  view: "patient",
  lang: site.languages[0],
  text: site.texts[0],
  theme: site.themes[0],
  look: "side",
};

/** @param {string} text */
const area = (text) => {
  const [slug, side = "mid"] = text.trim().toLowerCase().split(".");
  return Object.hasOwn(site.areas, slug) && site.areas[slug].includes(side) ? `${slug}.${side}` : null;
};

/* "l5-s1.left" -> ["L5-S1", "left"] */
/** @param {string} text */
const planned = (text) => {
  const [said, side = DEFAULTS.side] = text.trim().toLowerCase().split(".");
  const level = NODES.get(said) ?? "";
  return isLevel(level) && CHOICES.side?.includes(side) ? [level, side] : null;
};
/* Each level once, from the neck down; what stands on the left and on the right stands on both sides. */
/** @param {string[][]} chosen */
const inOrder = (chosen) => {
  /** @type {Map<string, string>} */
  const sides = new Map();
  for (const [level, side] of chosen) sides.set(level, [side, undefined].includes(sides.get(level)) ? side : "both");
  const levels = Object.keys(site.home).filter((level) => sides.has(level));
  return levels.map((level) => `${level}.${sides.get(level)}`).join(",");
};

/** @type {(search: string) => State} */
export const read = (search) => {
  const given = new URLSearchParams(search);
  /** @type {State} */
  const state = { ...DEFAULTS, hurts: [], unknown: false, search };
  const at = given.get("at");
  if (at) {
    state.at = NODES.get(at.trim().toLowerCase()) ?? "";
    state.unknown = !state.at;
  }
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const key = /** @type {TextKey} */ (name);
    const value = given.get(key)?.trim();
    if (!value) continue;
    const known = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
    if (known) state[key] = known;
    else state.unknown = true;
  }
  for (const text of (given.get("hurts") ?? "").split(",").filter(Boolean)) {
    const known = area(text);
    if (!known) state.unknown = true;
    else if (!state.hurts.includes(known)) state.hurts.push(known);
  }
  if (state.hurts.length && !given.has("at")) state.at = regionFor(state.hurts, "");
  if (isLevel(state.at) && !state.part) state.part = site.strengths[`${state.at}|facet`] ? "facet" : "nerve";
  if (state.hurts.some(alarms) && !given.get("page")) state.page = "emergency";
  const planning = (given.get("plan") ?? "").split(",").filter(Boolean).map(planned);
  if (planning.includes(null)) state.unknown = true;
  state.plan = inOrder(planning.filter((one) => one !== null));
  if (state.sheet === state.lang) state.sheet = DEFAULTS.sheet;
  const wall = Boolean(state.kiosk || site.kiosk);
  const refused = wall ? OFF_THE_WALL : state.view === "clinician" ? [] : CLINICIANS;
  for (const key of refused) state[key] = DEFAULTS[key];
  const closed = [
    ...(wall ? ["search", ...site.wing.shared] : []),
    ...(state.view === "clinician" ? [] : site.wing.pages),
  ];
  if (closed.includes(state.page)) state.page = "explore";
  if (state.page === BESIDE) {
    state.look = "back";
    if (!given.has("at")) state.at = regionOf(state.plan.split(".")[0]);
  }
  return state;
};

/** @type {Key[]} */
const KEYS = [
  "at",
  "part",
  "side",
  "hurts",
  "zone",
  "page",
  "block",
  "view",
  "look",
  "mirror",
  ...INSIDE,
  "plan",
  "kind",
  "chart",
  "sheet",
  "lang",
  "text",
  "theme",
  "kiosk",
];

/* -> "?at=L4-5", or the page's own path when nothing differs from the start. */
/** @param {Choices} state */
export const write = (state) => {
  const told = new URLSearchParams();
  for (const key of KEYS) {
    const value = key === "hurts" ? state.hurts.map((one) => one.replace(/\.mid$/, "")).join(",") : state[key];
    if (key === "at" && !value && (state.hurts.length || (state.page === BESIDE && state.plan))) told.set(key, "");
    if (key === "page" && value === DEFAULTS.page && state.hurts.some(alarms)) told.set(key, value);
    if (!value || value === DEFAULTS[key]) continue;
    if (key === "part" && !isLevel(state.at)) continue;
    if (INSIDE.includes(key) && state.page !== "block") continue;
    told.set(key, value);
  }
  const text = told.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : location.pathname;
};

/* Nothing chosen and nothing changed: there is nothing to go back to. */
/** @type {Key[]} */
const OF_THE_SCREEN = ["kiosk", "view"];
/** @param {Choices} state */
export const atStart = (state) =>
  KEYS.every(
    (key) =>
      OF_THE_SCREEN.includes(key) ||
      INSIDE.includes(key) ||
      key === "part" ||
      !state[key].length ||
      state[key] === DEFAULTS[key],
  );
