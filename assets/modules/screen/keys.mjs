/* Keys: Enter and the space bar press, arrows step inside a drawing, Esc goes one step up. */
import { around, ROVING } from "../state/find.mjs";
import { up } from "../state/history.mjs";
import { act } from "./touch.mjs";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") return up();
  const button = around(event, "svg [role=button]");
  if (!button) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    return act(button);
  }
  const to = step(button, event.key);
  if (!to) return;
  event.preventDefault();
  to.focus();
  for (const one of targetsAround(to)) one.setAttribute("tabindex", one === to ? "0" : "-1");
});

/* All targets of the drawing that this one is in. */
/** @param {Element} button */
const targetsAround = (button) => [...(button.closest(ROVING)?.querySelectorAll("[role=button]") ?? [])];

/* Up and down step from level to level (or area to area), left and right among a level, its nerve and its joint. */
/** @type {(button: Element, pressed: string) => Element | undefined} */
const step = (button, pressed) => {
  const all = targetsAround(button);
  const { node } = button.dataset;
  const main = node ? all.filter((one) => !one.dataset.part) : all;
  const at = node ? main.findIndex((one) => one.dataset.node === node) : main.indexOf(button);
  const among = node ? all.filter((one) => one.dataset.node === node) : all;
  const inside = among.indexOf(button);
  /** @type {(list: Element[], index: number) => Element} */
  const wrap = (list, index) => list[(index + list.length) % list.length];
  /** @type {Record<string, () => Element>} */
  const ways = {
    ArrowDown: () => wrap(main, at + 1),
    ArrowUp: () => wrap(main, at - 1),
    ArrowRight: () => wrap(among, inside + 1),
    ArrowLeft: () => wrap(among, inside - 1),
    Home: () => main[0],
    End: () => main[main.length - 1],
  };
  return ways[pressed]?.();
};
