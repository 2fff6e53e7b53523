/* The wall screen: attract view, idle countdown, reset, and steps of its own. Loaded on a wall screen only. */
import { isRenewed } from "../offline.mjs";
import { moves } from "../screen/fingers.mjs";
import { atStart } from "../state/address.mjs";
import { around, find, findDialog, ROVING } from "../state/find.mjs";
import { hearResets, keepOwnSteps, now, reset } from "../state/history.mjs";
import { site } from "../state/site.mjs";

const root = document.documentElement;
const { idle, warn } = site.wall;
const attract = findDialog("#attract");
const question = findDialog("#still-there");
const STILL = [
  [0, 0],
  [8, 0],
  [8, 8],
  [0, 8],
  [-8, 8],
  [-8, 0],
  [-8, -8],
  [0, -8],
];
const MINUTE = 60000;
export const asleep = () => attract.open;

/* Sizes are told in the screen's own pixels. Scaling and zoom make the page's pixels larger: sizes are divided by that. */
const [WALL_SHORT, WALL_LONG] = [1000, 1700]; // the screen's own pixels, from a little under 1920 x 1080
const measure = () => {
  const [short, long] = [innerWidth, innerHeight]
    .map((side) => side * devicePixelRatio)
    .sort((one, other) => one - other);
  root.style.setProperty("--dpr", String(devicePixelRatio));
  root.toggleAttribute("data-wall", short >= WALL_SHORT && long >= WALL_LONG);
};
addEventListener("resize", measure);
measure();
keepOwnSteps();

/* Nothing of ours is in them. A browser that is told to keep nothing refuses even the look. */
const clearStores = () => {
  for (const name of /** @type {const} */ (["localStorage", "sessionStorage"]))
    try {
      window[name].clear();
    } catch {
      /* nothing can have been kept */
    }
};

/* Nothing of the visit stays. What other modules keep, they drop when they hear of it. */
hearResets(() => {
  clearStores();
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
  document.activeElement?.blur();
  for (const name of ["data-sheet", "data-low"]) root.removeAttribute(name);
  for (const group of document.querySelectorAll(ROVING))
    for (const [index, one] of group.querySelectorAll("[role=button]").entries())
      one.setAttribute("tabindex", index ? "-1" : "0");
  for (const pane of document.querySelectorAll("#detail, #levels, .page-body")) pane.scrollTo(0, 0);
  scrollTo(0, 0);
});

/* The time since the start of the page: a clock that is set while the screen is on changes nothing. */
let touched = performance.now();
let slept = 0;
const touch = () => {
  touched = performance.now();
};

export const sleep = () => {
  reset();
  slept = performance.now();
  root.setAttribute("data-attract", "");
  attract.showModal();
  attract.focus();
  rest();
};
const wake = () => {
  attract.close();
  root.removeAttribute("data-attract");
  root.style.removeProperty("--shift");
  touch();
};
attract.addEventListener("close", wake);
attract.addEventListener("click", wake);
attract.addEventListener("keydown", (event) => {
  if (event.key !== "Tab") event.preventDefault();
  wake();
});
/* A finger that smears makes no click; it wakes too. Nothing below may feel that touch. */
attract.addEventListener("touchend", (event) => {
  event.preventDefault();
  wake();
});

/** @param {number} left seconds */
const ask = (left) => {
  if (!question.open) question.showModal();
  find("[role=timer]", question).textContent = String(left);
  question.style.setProperty("--left", String(left / warn));
};
question.addEventListener("close", touch);
question.addEventListener("click", (event) => {
  touch(); // the event of closing comes a moment later, and the clock may tick before
  question.close();
  if (around(event, "[data-wall=reset]")) reset();
});
const always = { capture: true, passive: true };
/* Somebody is there. Who is asked answers by a button. */
const visit = () => question.open || touch();
for (const name of ["pointerdown", "keydown", "wheel"]) addEventListener(name, visit, always);
addEventListener("touchmove", (event) => moves(event) && visit(), always);

/* What goes on by itself counts as a visit. */
/** @type {(() => boolean)[]} */
const busy = [];
/** @param {() => boolean} one */
export const stayAwakeWhile = (one) => busy.push(one);

const tick = () => {
  if (attract.open) return rest();
  if (busy.some((one) => one())) touch();
  const left = Math.ceil(idle + warn - (performance.now() - touched) / 1000);
  if (left <= 0) sleep();
  else if (left <= warn) ask(left);
};
/* While nobody is there: the picture moves a little every minute, and a new release comes in. */
const rest = () => {
  const minutes = Math.floor((performance.now() - slept) / MINUTE);
  const [x, y] = STILL[minutes % STILL.length];
  root.style.setProperty("--shift", `${x}px,${y}px`);
  if (minutes && isRenewed()) location.reload();
};
setInterval(tick, 500);

if (atStart(now())) sleep();

/* The pulse: the server of this machine hears that the page lives and whether somebody is there, and tells the watchdog. */
const beat = () =>
  fetch("wall/beat", { method: "POST", body: attract.open ? "nobody" : "somebody" }).then(
    (answer) => answer.ok || clearInterval(pulse),
    () => {},
  ); // no answer: the page goes on without the server
let pulse = 0;
/* Not by a folder of files. */
if (location.hostname === "127.0.0.1" && !root.hasAttribute("data-static")) {
  pulse = setInterval(beat, 2000);
  beat();
}
