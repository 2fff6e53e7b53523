/* Words that are longer than their place. */
import { find } from "../state/find.mjs";
import { now } from "../state/history.mjs";
import { focus } from "./focus.mjs";
import { place as placeOf } from "./room.mjs";

const root = document.documentElement;

/* What scrolls: the open page, else the answer; nothing before Dash has drawn. */
const paneNow = () => document.querySelector("#page-slot .page-body") ?? document.getElementById("detail");
export const more = () => {
  const pane = paneNow();
  if (!pane) return;
  const end = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 4;
  pane.scrollTo({ top: end ? 0 : pane.scrollTop + pane.clientHeight * 0.85 });
};
/* Words that are longer than their place get a button for more. It takes room itself: measure without it. */
const measure = () => {
  const pane = paneNow();
  root.removeAttribute("data-long");
  if (pane) root.toggleAttribute("data-long", pane.scrollHeight > pane.clientHeight + 4);
};
let due = 0;
export const measureSoon = () => {
  cancelAnimationFrame(due);
  due = requestAnimationFrame(() => {
    due = requestAnimationFrame(measure);
  });
};
addEventListener("resize", measureSoon);
addEventListener("toggle", measureSoon, true); // a fold that opens makes its page longer
/* Words are drawn some frames after they were asked for: those of another place from their beginning, and measured
   before they are seen; a change within a place is measured after it. */
let shownPlace = "";
const redrawn = new MutationObserver(() => {
  const state = now();
  const place = [state.page, placeOf({ ...state, part: "" })].join();
  focus(state);
  if (place === shownPlace) return measureSoon();
  shownPlace = place;
  for (const pane of ["#side", "#detail"]) find(pane).scrollTop = 0;
  measure();
});
/* The panes are looked at from the first words on. */
export const watch = () => {
  for (const pane of ["#detail", "#page-slot"]) redrawn.observe(find(pane), { childList: true, subtree: true });
  document.fonts.ready.then(measureSoon);
};
