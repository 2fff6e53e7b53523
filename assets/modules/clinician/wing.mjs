/* The physician's wing: its row of tools, its answers and its pages instead of the patient's. */
import { fetchWing, fetchWingPage } from "../state/wing.mjs";
import "./keys.mjs";

/** @import { Drawn, Pages } from "../contract" */
/** @import { State } from "../types" */

/* What it says of a state; what it leaves out is said in the patient's words. */
/** @type {(state: State) => Promise<{ bar?: Drawn[], detail?: Drawn[], pages: Pages }>} */
export const said = async ({ lang, view, at, part, page }) => {
  const [wing, pages] = await Promise.all([fetchWing(lang), fetchWingPage(page, lang)]);
  return view === "clinician" ? { bar: wing.bar, detail: wing.detail[`${at}|${part}`], pages } : { pages };
};
