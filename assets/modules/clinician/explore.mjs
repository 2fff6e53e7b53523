/* A chart to look into: Plotly is fetched at the first one, its figure was written by Python from the same rows. */
import { now } from "../state/history.mjs";
import { fetchFigures, runPlotly } from "../state/wing.mjs";

const CONFIG = { displayModeBar: false, showSendToCloud: false, plotlyServerURL: "", responsive: true };

/* The page's variables as the colours they are now. */
/** @type {<Told>(told: Told) => Told} */
const coloured = (told) => {
  const look = getComputedStyle(document.documentElement);
  return JSON.parse(
    JSON.stringify(told).replace(/var\((--[\w-]+)\)/g, (_, name) => look.getPropertyValue(name).trim()),
  );
};

/* Draws the chart's figure in place of its pictures; or puts the pictures back. */
/** @type {(chart: HTMLElement, button: HTMLElement) => Promise<void>} */
export const explore = async (chart, button) => {
  const pictures = /** @type {HTMLElement} */ (chart.querySelector(".chart-pictures"));
  const live = /** @type {HTMLElement} */ (chart.querySelector(".chart-live"));
  const opens = !live.childElementCount;
  if (opens) {
    button.setAttribute("aria-busy", "true");
    try {
      const [figures] = await Promise.all([fetchFigures(now().lang), runPlotly()]);
      const { data, layout } = coloured(figures[chart.dataset.chart ?? ""]);
      await Plotly.newPlot(live, data, layout, CONFIG);
    } finally {
      button.removeAttribute("aria-busy");
    }
  } else {
    Plotly.purge(live);
    live.replaceChildren();
  }
  pictures.hidden = opens;
  button.setAttribute("aria-pressed", String(opens));
};
