/* Charts of evidence: which are asked for, kept as a file, looked into. */
import { now } from "../state/history.mjs";
import { regionOf } from "../state/levels.mjs";
import { csvOf } from "./csv.mjs";
import { explore } from "./explore.mjs";
import { pngOf } from "./png.mjs";

/* Kinds of procedure that are not asked for; nothing else remembers them. */
/** @type {Set<string>} */
const left = new Set();

/** @param {string | undefined} told */
const words = (told) => (told ?? "").split(" ").filter(Boolean);
/* A chart that names no region, or no kind of procedure, belongs to every one. */
/** @type {(chart: HTMLElement, region: string) => boolean} */
const wanted = ({ dataset }, region) => {
  const regions = words(dataset.regions);
  const kinds = words(dataset.procedures);
  const here = !region || !regions.length || regions.includes(region);
  return here && (!kinds.length || kinds.some((kind) => !left.has(kind)));
};

/** @type {(name: string, inside?: ParentNode) => NodeListOf<HTMLElement>} */
const all = (name, inside = document) => inside.querySelectorAll(name);

const sift = () => {
  const region = regionOf(now().at);
  for (const chart of all(".charts > .chart")) chart.hidden = !wanted(chart, region);
  for (const section of all(".chart-section"))
    section.hidden = !section.querySelector(".charts > .chart:not([hidden])");
  for (const button of all("[data-procedure]"))
    button.setAttribute("aria-pressed", String(!left.has(button.dataset.procedure ?? "")));
  for (const button of all(".chart-filters [data-region]"))
    button.setAttribute("aria-pressed", String(button.dataset.region === region));
};

/** @param {Element} element */
const said = (element) => (element.textContent ?? "").replaceAll("−", "-").trim();

/* The table of the rows, with the id of each; a row says no more on screen. */
/** @param {HTMLElement} chart */
const csv = (chart) => {
  const rows = [...all(".chart-rows tr", chart)].map((row) => [
    row.dataset.row ?? "id",
    ...[...row.children].map(said),
  ]);
  return new Blob(["\ufeff", csvOf(rows)], { type: "text/csv" });
};
/** @param {HTMLElement} chart */
const png = (chart) => {
  /** @param {string} name */
  const told = (name) => [...all(name, chart)].map((one) => one.textContent ?? "");
  const sources = [...new Set(told(".chart-rows [data-source]"))].join("; ");
  const legend = document.querySelector(".chart-legend")?.textContent ?? "";
  return pngOf(
    [...chart.querySelectorAll(".chart-pictures svg")].filter((one) => one instanceof SVGSVGElement),
    [
      ["900 34px", told("h3").join()],
      ["700 26px", told(".tag").join()],
      ["400 28px", told(".chart-said").join()],
    ],
    [
      ["400 22px", legend],
      ["400 22px", sources],
    ],
  );
};

/** @type {(body: Blob | null, name: string) => void} */
const keep = (body, name) => {
  if (!body) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(body);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
};

document.addEventListener("click", async ({ target }) => {
  const button =
    target instanceof Element ? target.closest("[data-save], [data-explore], [data-procedure], [data-jump]") : null;
  if (!(button instanceof HTMLElement)) return;
  const { save, procedure, jump } = button.dataset;
  const chart = /** @type {HTMLElement | null} */ (button.closest("[data-chart]"));
  if (procedure) {
    if (!left.delete(procedure)) left.add(procedure);
    sift();
  } else if (jump) {
    document.querySelector(`[data-section="${jump}"]`)?.scrollIntoView();
  } else if (chart && save) {
    keep(save === "png" ? await png(chart) : csv(chart), `${chart.dataset.chart}.${save}`);
  } else if (chart) {
    await explore(chart, button);
  }
});

const page = document.getElementById("page");
if (page) new MutationObserver(sift).observe(page, { childList: true, subtree: true });
