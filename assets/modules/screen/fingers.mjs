/* Fingers as they are. A second tap on the same spot was meant for what stood there before: it does nothing (K17). A palm or
   a stuck touch that rests on the screen keeps no other finger from working (K18). */
import { heirs } from "../block/page.mjs";
import { smallestTarget } from "../explorer/target.mjs";
import { around, find } from "../state/find.mjs";

/**
 * @typedef {object} Spot what stands where a finger came down
 * @property {Element | null} element
 * @property {string} [means] what a touch there does
 * @property {string} [label]
 * @property {boolean} [drawn] a part of a drawing
 * @property {string} [heir] a selector of what takes its place
 */
/** @typedef {{ clientX: number, clientY: number, target: EventTarget | null }} Point */
/** @typedef {{ touch: Touch, at: number, among: boolean, second: boolean, palm?: boolean }} Finger */

const SOON = 500; // ms after a change of view
const SLOP = 16; // px that a tap may move
const RESTING = 400; // ms: a touch that has been down for longer is no part of the tap that begins now
const LONG = 1000; // ms: longer is no tap
const STUCK = 10000; // ms: longer is nobody's finger
const CONTROL = "button,summary,input,[role=button],[href],#body";
const MEANS = ["do", "go", "pick", "choice", "toggle", "tick", "wall", "speech", "node", "area", "side"];

/* --- the second tap ------------------------------------------------------------------------------------------- */

/* What a touch here would do, and what stands there to read. A part of a drawing is the same only while it is itself. */
/** @type {(point: Point) => Spot} */
const seen = (point) => {
  const control = around(point, CONTROL);
  if (!control) return { element: around(point, "section,dialog") };
  const means = MEANS.map((name) => control.dataset[name] ?? "")
    .join(" ")
    .trim();
  const label = [control.tagName, control.getAttribute("aria-label") ?? control.textContent].join(" ");
  return { element: control, means, label, drawn: control instanceof SVGElement, heir: heirs(control)?.[0] };
};
/** @type {(one: Spot, other: Spot) => boolean} */
const same = (one, other) => {
  if (!one.means && !one.label) return one.element === other.element;
  if (one.drawn || other.drawn) return one.element === other.element;
  return Boolean(
    (one.means && one.means === other.means) ||
      one.label === other.label ||
      (one.heir && other.element?.matches(one.heir)),
  );
};

/** @type {(Spot & { x: number, y: number, at: number }) | null} */
let last = null;
let changed = 0;
new MutationObserver(() => {
  changed = performance.now();
}).observe(find(".screen"), { childList: true, subtree: true });

/** @param {Point} point */
const remember = (point) => {
  last = { x: point.clientX, y: point.clientY, at: performance.now(), ...seen(point) };
};
/* Long enough after a tap and what it changed: any other tap acts on the same spot. */
export const isCalm = () => !last || performance.now() - Math.max(last.at, changed) > SOON;
/** @param {Point} point */
const isSecond = (point) => {
  if (!last || isCalm()) return false;
  const far = Math.hypot(point.clientX - last.x, point.clientY - last.y);
  return far <= smallestTarget() / 2 && !same(last, seen(point));
};
/** @param {Event} event */
const stop = (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

const first = { capture: true, passive: false };
let held = false;
addEventListener(
  "mousedown",
  (event) => {
    held = isSecond(event);
    if (held) stop(event);
  },
  first,
);
addEventListener(
  "click",
  (event) => {
    if (!event.detail) return; // a key
    if (held || isSecond(event)) stop(event);
    else remember(event);
    held = false;
  },
  first,
);

/* --- several fingers ------------------------------------------------------------------------------------------ */

/** @type {Map<number, Finger>} */
const down = new Map();
addEventListener(
  "touchstart",
  (event) => {
    const now = performance.now();
    /** @type {Finger[]} */
    const came = [...event.changedTouches].map((touch) => ({
      touch,
      at: now,
      among: event.touches.length > 1,
      second: isSecond(touch),
    }));
    for (const one of came) down.set(one.touch.identifier, one);
    /* A palm comes down in several places: none of them is a tap. */
    const fresh = [...down.values()].filter(({ at }) => now - at < RESTING);
    if (fresh.length > 1) for (const one of fresh) one.palm = true;
    if (came.some(({ second }) => second)) stop(event);
  },
  first,
);

addEventListener(
  "touchend",
  (event) => {
    for (const touch of event.changedTouches) {
      const begun = down.get(touch.identifier);
      down.delete(touch.identifier);
      if (!begun || begun.second || begun.palm || performance.now() - begun.at > LONG) continue;
      if (Math.hypot(touch.clientX - begun.touch.clientX, touch.clientY - begun.touch.clientY) > SLOP) continue;
      remember(touch);
      if (begun.among) click(event, touch);
    }
  },
  first,
);
addEventListener(
  "touchcancel",
  (event) => {
    for (const { identifier } of event.changedTouches) down.delete(identifier);
  },
  true,
);

/* A browser makes no click of a finger while another one is down. */
/** @type {(event: Event, touch: Touch) => void} */
const click = (event, { clientX, clientY }) => {
  event.preventDefault();
  const target = document.elementFromPoint(clientX, clientY);
  target?.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, view: window, detail: 1, clientX, clientY }),
  );
};

/* Whether a finger moves, and not only one that has been lying there. */
/** @param {TouchEvent} event */
export const moves = (event) =>
  [...event.changedTouches].some(({ identifier }) => performance.now() - (down.get(identifier)?.at ?? 0) < STUCK);
