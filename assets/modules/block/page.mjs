/* Block pages: drawings and sliders inside the words, ticks, printing. */
import { around } from "../state/find.mjs";
import { go, now as stateNow, ticks, tick as toggle } from "../state/history.mjs";
import { fetchOnce } from "../state/store.mjs";

/** @import { Component, Tree } from "../contract" */

/* A picture written by Python, at the start (svg) or as a file of its own (src) that is fetched once. */
/** @param {{ svg?: string, src?: string, className?: string }} props */
export const Drawing = ({ svg, src, className }) => {
  const [text, keep] = React.useState(svg ?? "");
  React.useEffect(() => {
    if (src) fetchOnce(src).then(keep, () => keep(""));
    else keep(svg ?? "");
  }, [svg, src]);
  return React.createElement("span", { className, dangerouslySetInnerHTML: { __html: text } });
};

/* A slider over `marks`: its thumb is as wide as a mark, so that a tap anywhere on it chooses what is read there.
   It follows the finger, and the page follows when it is let go. Some browsers move the thumb by dragging only: there
   the tap does it. */
/** @param {{ name: "time", value: number, label: string, marks: string[], words: string[] }} props */
export const Slider = ({ name, value, label, marks, words }) => {
  const [now, keep] = React.useState(value);
  const input = React.useRef(/** @type {HTMLInputElement | null} */ (null));
  /* Words drawn late, of a time that is no longer chosen, do not pull it back. */
  React.useEffect(() => {
    if (Number(stateNow()[name]) === value) keep(value);
  }, [value]);
  React.useEffect(() => {
    const one = input.current;
    if (!one) return;
    /** @param {number} chosen */
    const choose = (chosen) => {
      keep(chosen);
      if (chosen !== Number(stateNow()[name])) go({ [name]: String(chosen) });
    };
    one.addEventListener("change", () => choose(Number(one.value)));
    one.addEventListener("click", ({ clientX, detail }) => {
      const { left, width } = one.getBoundingClientRect();
      const part = (clientX - left) / width;
      const along = Math.floor((document.dir === "rtl" ? 1 - part : part) * marks.length);
      if (detail) choose(Math.min(Math.max(along, 0), marks.length - 1) + 1);
    });
  }, []);
  const seen = marks.map((mark, index) =>
    React.createElement("span", { key: mark, className: index + 1 === now ? "is-now" : undefined }, mark),
  );
  return React.createElement(
    "span",
    { className: "slider", style: { "--marks": marks.length } },
    React.createElement("input", {
      ref: input,
      type: "range",
      min: 1,
      max: marks.length,
      value: now,
      "aria-label": label,
      "aria-valuetext": words[now - 1],
      onChange: (/** @type {{ target: HTMLInputElement }} */ event) => keep(Number(event.target.value)),
    }),
    React.createElement("span", { className: "marks", "aria-hidden": "true" }, seen),
  );
};

/* Ticked ones first; the others keep their order. */
/** @param {Tree[]} children */
export const sorted = (children) => {
  /** @param {Tree} one */
  const ticked = (one) => ticks.has(/** @type {Component} */ (one).props["data-matter"] ?? "");
  return [...children.filter(ticked), ...children.filter((one) => !ticked(one))];
};

/* A step has other buttons than the one before: what was pressed leaves the focus to the first of these that is drawn. */
/** @type {[string, string[]][]} */
const HEIRS = [
  [".turns .btn-first", [".turns .btn-first", ".turns .sx-btn"]],
  [".turns .sx-btn", [".turns .sx-btn:not(.btn-first)", ".turns .sx-btn"]],
  [".chapters .half", [".chapters [aria-current]"]],
  [".step-list .sx-btn", [".turns .btn-first", ".turns .sx-btn"]],
];
/** @param {Element} gone */
export const heirs = (gone) => HEIRS.find(([pressed]) => gone.matches(pressed))?.[1];

document.addEventListener("click", (event) => {
  const found = around(event, "[data-tick],[data-print]");
  if (!found) return;
  if (found.hasAttribute("data-print")) return window.print();
  toggle(found.dataset.tick ?? "");
});
