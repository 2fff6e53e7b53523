/* A touch on the figure: which part of the body it opens, which place it means. */
import { smallestTarget } from "../explorer/target.mjs";
import { site } from "../state/site.mjs";

/** @typedef {[number, number, number, number]} Box left, top, width, height on the figure */

const links = site.pain;
const root = document.documentElement;
const BROAD = 33; // units of the drawing: an area with such a square is easy to hit with a mouse
/* Browsers of the floor send a click as a mouse event without a pointer. */
/** @param {MouseEvent | PointerEvent} event */
const byFinger = (event) =>
  root.hasAttribute("data-kiosk") ||
  ("pointerType" in event && event.pointerType
    ? event.pointerType !== "mouse"
    : matchMedia("(pointer: coarse)").matches);

/* The inset to open for a touch on a figure; null: the area is easy enough to hit, or a key or a helper hit it. */
/** @type {(event: MouseEvent, touched: Element) => string | null} */
export const aim = (event, touched) => {
  if (!event.detail || !touched.closest("#body")) return null;
  /** @param {Element} one */
  const aside = (one) =>
    Math.abs(event.clientX - one.getBoundingClientRect().x - one.getBoundingClientRect().width / 2);
  const figure =
    touched.closest("[data-face]") ??
    [...document.querySelectorAll("#body-view [data-face]")].sort((a, b) => aside(a) - aside(b))[0];
  if (!(figure instanceof SVGGraphicsElement)) return null;
  const matrix = figure.getScreenCTM();
  if (!matrix) return null;
  const { face = "" } = figure.dataset;
  const [seen, reach] = links.squares[face][touched.dataset.area ?? ""] ?? [0, 0];
  if (byFinger(event) ? reach * Math.abs(matrix.a) >= smallestTarget() : seen >= BROAD) return null;
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  /** @param {Box} box */
  const far = ([left, top, width, height]) =>
    Math.max(Math.abs(at.x - left - width / 2) / width, Math.abs(at.y - top - height / 2) / height);
  const near = Object.entries(links.insets)
    .filter(([, inset]) => inset.face === face)
    .sort(([, a], [, b]) => far(a.box) - far(b.box))[0];
  return touched.dataset.area || far(near[1].box) <= 0.75 ? near[0] : null;
};

/* In an inset a touch beside the body goes to the area next to it. */
/** @param {MouseEvent} event */
export const near = (event) => {
  for (let far = 6; far <= 60; far += 6)
    for (let turn = 0; turn < 12; turn++) {
      const [x, y] = [
        event.clientX + far * Math.cos((turn * Math.PI) / 6),
        event.clientY + far * Math.sin((turn * Math.PI) / 6),
      ];
      const area = document.elementFromPoint(x, y)?.closest(".inset [data-area]");
      if (area) return area;
    }
  return null;
};
