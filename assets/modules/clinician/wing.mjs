/* The physician's wing: its row of tools, its answers and its pages instead of the patient's. */
import { BESIDE } from "../state/address.mjs";
import { site } from "../state/site.mjs";
import { fetchWing, fetchWingPage } from "../state/wing.mjs";
import "./copy.mjs";
import "./handout.mjs";
import "./charts.mjs";
import "./keys.mjs";
import { keepLayers } from "./layers.mjs";
import { planned, plannedHeard } from "./planned.mjs";
import { keep } from "./points.mjs";

/** @import { Drawn, Pages, PlanFacts } from "../contract" */
/** @import { State } from "../types" */

/** @type {(facts: PlanFacts, state: State) => { pages: Pages, heard: string }} */
const plan = (facts, state) => {
  keep(facts);
  const pages = /** @type {Pages} */ ({ [BESIDE]: planned(facts, state) });
  return { pages, heard: plannedHeard(facts, state) };
};

/* What it says of a state; what it leaves out is said in the patient's words. */
/** @type {(state: State) => Promise<{ bar?: Drawn[], detail?: Drawn[], parts?: Pages, pages: Pages, heard?: string }>} */
export const said = async (state) => {
  const { lang, view, at, part, page, sheet } = state;
  const paper = site.wing.shared.includes(page) && sheet; // has a language of its own
  const [wing, fetched] = await Promise.all([fetchWing(lang), fetchWingPage(page, paper || lang)]);
  const told = page === BESIDE ? plan(/** @type {PlanFacts} */ (fetched.facts), state) : { pages: fetched };
  if (view !== "clinician") return told;
  keepLayers(wing.layers);
  return { bar: wing.bar, detail: wing.detail[`${at}|${part}`], parts: wing.parts, ...told };
};
