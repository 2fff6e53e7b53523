/* The physician's wing: nothing of it is fetched before its first use. */
import { site } from "./site.mjs";
import { fetchOnce, once, put } from "./store.mjs";

/** @import { Pages, Wing, WingFiles } from "../contract" */
/** @import { State } from "../types" */

/* On a wall screen the address says neither. */
/** @param {State} state */
export const inWing = ({ view, page }) => view === "clinician" || site.wing.shared.includes(page);

/** @type {Record<string, Promise<any>>} */
const kept = {};
/** @type {(url: string) => Promise<void>} */
const run = async (url) => {
  await fetchOnce(url);
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: url, onload: done, onerror: failed });
    document.head.append(script);
  });
};
/* The modules are fetched before they are imported: an import that fails is not tried again by every browser. */
/** @type {() => Promise<WingFiles>} */
const files = () =>
  once(kept, "files", async () => {
    /** @type {WingFiles} */
    const told = JSON.parse(await fetchOnce(site.wing.files));
    await Promise.all([
      ...told.modules.map(fetchOnce),
      ...told.styles.map((url) => once(kept, url, () => put(url))),
      ...told.scripts.map((url) => once(kept, url, () => run(url))),
    ]);
    return told;
  });
/** @type {(url: string) => Promise<any>} */
const read = (url) => once(kept, url, async () => JSON.parse(await fetchOnce(url)));

/** @type {(language: string) => Promise<Wing>} */
export const fetchWing = async (language) => read((await files()).words[language]);
/* What is needed to look into a chart, and its script, which is asked for here and nowhere else. */
/** @type {(language: string) => Promise<Record<string, { data: object[], layout: object }>>} */
export const fetchFigures = async (language) => read((await files()).figures[language]);
export const runPlotly = async () => {
  const { plotly } = await files();
  await once(kept, plotly, () => run(plotly));
};
/* The words of a page of the wing; none where the page is not the wing's. */
/** @type {(page: string, language: string) => Promise<Pages>} */
export const fetchWingPage = async (page, language) => {
  const url = (await files()).pages[page]?.[language];
  return url ? read(url) : {};
};
