/* Drawings copied from the figure on the page: a part of the body shown large, a map of places. */
import { stage } from "../explorer/drawings.mjs";
import { find } from "../state/find.mjs";
import { now } from "../state/history.mjs";
import { site } from "../state/site.mjs";
import { wordsOf } from "../state/store.mjs";

/** @typedef {(slug: string, side: string, area: Element) => boolean} Wanted */

const links = site.pain;
const root = document.documentElement;
const CENTRE = 300; // the figure's midline
const SVG = "http://www.w3.org/2000/svg";
/** @type {(face: string, box: string | null, wanted: Wanted) => SVGSVGElement} */
const copy = (face, box, wanted) => {
  const whole = find(`#body-view [data-face="${face}"]`);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", box ?? whole.getAttribute("viewBox") ?? "");
  svg.setAttribute("class", whole.getAttribute("class") ?? "");
  svg.append(find(".bf-art", whole).cloneNode(true));
  for (const area of whole.querySelectorAll("[data-area]")) {
    const { area: slug = "", side = "" } = area.dataset;
    if (wanted(slug, side, area)) svg.append(area.cloneNode(true));
  }
  svg.append(find(".bf-edge", whole).cloneNode(true));
  return svg;
};

/* The other side's area too, where a good part of it is in sight. */
/** @type {(area: Element, box: [number, number, number, number]) => boolean} */
const inView = (area, [left, top, width, height]) => {
  if (!(area instanceof SVGGraphicsElement)) return false;
  const box = area.getBBox();
  const x = area.hasAttribute("transform") ? 2 * CENTRE - box.x - box.width : box.x;
  /** @type {(from: number, size: number, start: number, length: number) => number} */
  const share = (from, size, start, length) =>
    Math.max(0, Math.min(from + size, start + length) - Math.max(from, start)) / size;
  return share(x, box.width, left, width) * share(box.y, box.height, top, height) > 0.2;
};

/** @param {Element} holder */
const drawInset = (holder) => {
  const inset = links.insets[holder.dataset.inset ?? ""];
  /** @type {Wanted} */
  const shown = (slug, side, area) =>
    inset.areas.includes(slug) &&
    (inset.side === "mid" || side === "mid" || side === inset.side || inView(area, inset.box));
  const svg = copy(inset.face, inset.box.join(" "), shown);
  for (const [name, value] of Object.entries({
    role: "group",
    "data-roving": "",
    "data-face": inset.face,
    "data-say": `face:${inset.face}`,
  }))
    svg.setAttribute(name, value);
  holder.replaceChildren(svg);
  stage(now(), wordsOf(now().lang));
};

/** @param {Element} holder */
const drawMap = (holder) => {
  const { areas: told = "{}", figure = "" } = holder.dataset;
  /** @type {Record<string, string>} */
  const areas = JSON.parse(told);
  const svg = copy(figure, null, (slug) => slug in areas);
  svg.setAttribute("aria-hidden", "true");
  for (const area of svg.querySelectorAll("[data-area]")) {
    area.setAttribute("data-strength", areas[area.dataset.area ?? ""]);
    for (const name of ["data-area", "data-side", "role", "tabindex", "aria-pressed", "aria-label"])
      area.removeAttribute(name);
  }
  holder.replaceChildren(svg);
};

/* The search's field. React knows nothing of what stands in these places, and leaves it alone. */
/** @param {Element} holder */
const drawFinder = (holder) => {
  holder.replaceChildren(document.createElement("p"));
  import("./search.mjs").then(({ finder }) => finder(holder));
};

const DRAW = { "[data-inset]": drawInset, "[data-figure]": drawMap, "[data-finder]": drawFinder };
/* What stands in a place now: it is drawn again only when something else is wanted there. */
/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();
const draw = () => {
  for (const [selector, one] of Object.entries(DRAW))
    for (const holder of document.querySelectorAll(selector)) {
      const key = `${holder.dataset.inset}|${holder.dataset.figure}|${holder.dataset.areas}|${selector === "[data-finder]" && root.lang}`;
      if (drawn.get(holder) === key) continue;
      drawn.set(holder, key);
      one(holder);
    }
};
new MutationObserver(draw).observe(find("#react-entry-point"), {
  childList: true,
  subtree: true,
  attributeFilter: ["data-inset", "data-areas"],
});
