/* A wall screen has no way out of the app: no link, window, print, menu, zoom or shortcut; arrows reach every control. */
import { changeTrees } from "../screen/room.mjs";
import { around } from "../state/find.mjs";
import { asleep } from "./wall.mjs";

/** @import { Props, Tree } from "../contract" */

/** @param {Event} event */
const stop = (event) => event.preventDefault();
const always = { capture: true, passive: false };
for (const name of ["contextmenu", "dragstart", "selectstart", "gesturestart", "auxclick", "dblclick"])
  addEventListener(name, stop, always);
addEventListener("wheel", (event) => event.ctrlKey && stop(event), always);
addEventListener("touchstart", (event) => event.touches.length > 1 && stop(event), always);
window.open = () => null;
window.print = () => {};

/* Links to other places become their words, and fields are left out, before they are on screen. */
/** @param {Props} props */
const outside = (props) =>
  typeof props.href === "string" && new URL(props.href, location.href).origin !== location.origin;
const FIELDS = ["Input", "Textarea", "Select", "Form"];
/** @type {(node: Tree) => Tree} */
const tidy = (node) => {
  if (Array.isArray(node)) return node.map(tidy);
  if (!node || typeof node !== "object") return node;
  if (FIELDS.includes(node.type)) return null;
  /** @type {Props} */
  const props = { ...node.props, children: tidy(node.props.children ?? null) };
  if (props["data-wall"] === "reach") props["aria-pressed"] = String(document.documentElement.hasAttribute("data-low"));
  if (!outside(props)) return { ...node, props };
  const { href, target, rel, ...kept } = props;
  return { ...node, type: "Span", props: kept };
};
changeTrees(tidy);
/** @param {Element | null} link */
const leads = (link) => link instanceof HTMLAnchorElement && link.href.split("#")[0] !== location.href.split("#")[0];
addEventListener("click", (event) => leads(around(event, "a[href]")) && stop(event), true);

/* Keys: what the app uses, and nothing that the browser would do. */
const USED = [
  "Tab",
  "Enter",
  " ",
  "Escape",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
];
/** @type {Record<string, number>} */
const WAY = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !USED.includes(event.key)) return stop(event);
    const inDrawing = document.activeElement?.closest("svg");
    const way = WAY[event.key];
    if (!way || asleep() || (inDrawing && event.key.match(/Up|Down/)) || slides(event.key)) return;
    stop(event);
    event.stopPropagation();
    step(way);
  },
  true,
);

/* A keypad with arrows, Enter and Esc: left and right go from control to control, up and down step inside a drawing; left and
   right also move a slider, and go on from its ends. */
const FOCUSABLE = "button, summary, input, a[href], [tabindex='0']";
/** @param {string} key */
const slides = (key) => {
  const held = document.activeElement;
  if (!(held instanceof HTMLInputElement) || held.type !== "range") return false;
  const [value, min, max] = [held.value, held.min, held.max].map(Number);
  return (key === "ArrowRight" && value < max) || (key === "ArrowLeft" && value > min);
};
/** @param {number} way 1 forwards, -1 back */
const step = (way) => {
  const inside = document.querySelector("dialog[open]") ?? document;
  const all = [...inside.querySelectorAll(FOCUSABLE)].filter(
    (one) => one.getClientRects().length && !one.closest("[inert]") && getComputedStyle(one).visibility === "visible",
  );
  const at = all.indexOf(document.activeElement ?? document.body);
  all[(at + (at < 0 && way < 0 ? 0 : way) + all.length) % all.length]?.focus();
};
