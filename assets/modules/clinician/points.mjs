/* A plan on the drawn spine: a number where each needle goes, a ring round each joint, left and right in words; and a level that
   is touched there is taken into the plan. */
import { hearMarked } from "../explorer/drawings.mjs";
import { takeFirst } from "../screen/touch.mjs";
import { BESIDE } from "../state/address.mjs";
import { find } from "../state/find.mjs";
import { go, now } from "../state/history.mjs";
import { isLevel } from "../state/levels.mjs";
import { changed, listed, reckon } from "./plan.mjs";

/** @import { PlanFacts } from "../contract" */
/** @import { State } from "../types" */

const SIDES = ["left", "right"];
/* In units of a plate: half a number's disc, a joint's ring, letters; the whole spine has less room. */
const SIZES = { disc: 16.5, ring: 30, letters: 20 };
const SMALL = { disc: 10.5, ring: 15, letters: 17 };

/** @type {PlanFacts | null} */
let facts = null;

/** @type {(name: string, marks: Record<string, string | number>, text?: string) => SVGElement} */
const draw = (name, marks, text = "") => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(marks)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
};

/** @param {string} side */
const both = (side) => (side === "both" ? SIDES : [side]);

/* The plan in units of the drawing, laid where the drawing lies on the plate. */
/** @type {(told: PlanFacts, plate: Element, state: State) => SVGElement} */
const layer = (told, plate, { kind, plan }) => {
  const name = plate.dataset.plate ?? "";
  const drawing = /** @type {SVGSVGElement} */ (plate.querySelector("svg.sp"));
  const [left, top, tall] = ["x", "y", "height"].map((mark) => Number(drawing.getAttribute(mark)));
  const { x: startX, y: startY, width, height } = drawing.viewBox.baseVal;
  const scale = tall / height;
  const { disc, ring, letters } = name.includes("-") ? SIZES : SMALL;
  const place = `translate(${left - startX * scale} ${top - startY * scale}) scale(${scale})`;
  const made = draw("g", { class: "plan-layer", transform: place });
  /* Beyond its own levels a plate fades. */
  /** @param {string} level */
  const here = (level) => !name.includes("-") || name.endsWith(`-${told.levels[level].home}`);
  const { done, points } = reckon(told, kind, plan);
  for (const { level, side } of done.filter((one) => here(one.level)))
    for (const one of both(side)) {
      const [x, y] = told.levels[level].at[name]?.[one] ?? [];
      if (x !== undefined && told.kinds[kind].counts !== "roots")
        made.append(
          draw("circle", { class: "plan-ring", cx: x, cy: y, r: ring / scale, "data-plan": level, "data-side": one }),
        );
    }
  points.forEach(({ point, side, levels }, index) => {
    if (!levels.some(here)) return;
    for (const one of both(side)) {
      const [x, y] = told.points[point].at[name]?.[one] ?? [];
      if (x === undefined) continue;
      const spot = draw("g", { class: "plan-point", "data-point": point, "data-side": one });
      spot.append(
        draw("circle", { cx: x, cy: y, r: disc / scale }),
        draw("text", { x, y, "font-size": (disc * 1.35) / scale }, String(index + 1)),
      );
      made.append(spot);
    }
  });
  /* Two lines over the drawing, where there is room. */
  const above = startY + (Math.max(letters, top - 1.6 * letters) - top) / scale;
  SIDES.forEach((side, index) => {
    const own = { class: "plan-own", x: width * (index ? 0.98 : 0.02), y: above, "font-size": letters / scale };
    const words = draw("text", { ...own, "text-anchor": index ? "end" : "start", "data-side": side });
    told.say[side].split(/ (.*)/, 2).forEach((line, below) => {
      words.append(draw("tspan", { x: own.x, dy: `${1.05 * below}em` }, line));
    });
    made.append(words);
  });
  return made;
};

/** @type {(plate: Element, state: State) => void} */
const show = (plate, state) => {
  plate.querySelector(".plan-layer")?.remove();
  if (state.page !== BESIDE || !facts) return;
  find(".ink", plate).append(layer(facts, plate, state));
  const planned = listed(state.plan).map(({ level }) => level);
  for (const hit of plate.querySelectorAll(".hit"))
    if (isLevel(hit.dataset.node ?? ""))
      hit.setAttribute("aria-pressed", String(planned.includes(hit.dataset.node ?? "")));
  for (const row of plate.querySelectorAll("[data-row]"))
    row.classList.toggle("is-chosen", planned.includes(row.dataset.row ?? ""));
};
hearMarked(show);

/* The facts of the language on screen have come: a plate may lie there already. */
/** @param {PlanFacts} told */
export const keep = (told) => {
  if (facts === told) return;
  facts = told;
  show(find("#spine-view > [data-plate]"), now());
};

/* A level that comes new into the plan has the side of the one before. */
/** @param {State} state */
export const nextSide = ({ plan, side }) => listed(plan).slice(-1)[0]?.side ?? side;

takeFirst((node) => {
  const state = now();
  if (state.page !== BESIDE || !facts) return false;
  if (!isLevel(node)) go({ at: node, part: "" });
  else {
    const planned = listed(state.plan).some(({ level }) => level === node);
    go({ plan: changed(facts, state.plan, node, planned ? "" : nextSide(state)) });
  }
  return true;
});
