/* What both halves of the plan's page are made of. */
import { el } from "../state/made.mjs";

/** @import { Tree } from "../contract" */

/** @type {(picture: string, text: string, marks: object) => Tree} */
export const button = (picture, text, marks) =>
  el(
    "Button",
    { type: "button", className: "sx-btn", ...marks },
    el("Span", { className: `ic ic-${picture}`, "aria-hidden": "true" }),
    el("Span", {}, text),
  );
/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
