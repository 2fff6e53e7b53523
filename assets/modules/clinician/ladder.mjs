/* The ladder of a plan: its bones one below the other, the joints between them, and the nerve that crosses each bone. The words
   stand beside it, a row each, so that they grow with the letters. */
import { el } from "../state/made.mjs";

/** @import { PlanFacts, Tree } from "../contract" */
/** @import { Reckoned } from "./types" */

const ROW = 56;
const HALF = ROW / 2;
const WIDTH = 330;
/* From left to right: the joint's name, the joint, the bone, the nerve's number on its process. */
const JOINT = 122;
const BONE = [116, 92];
const NUMBER = 268;

/** @param {number} x @param {number} y */
const diamond = (x, y) => `M${x} ${y - 9}l9 9l-9 9l-9 -9z`;
/** @type {(from: number, to: number) => string} */
const branch = (from, to) => `M${JOINT} ${from}C${JOINT + 90} ${from} ${NUMBER - 60} ${to} ${NUMBER} ${to}`;

/* Where each joint lies: between the rows of its two nerves, or on the row of the only one. */
/** @type {(facts: PlanFacts, kind: string, { done, completed, points }: Reckoned) => { level: string, rows: number[], y: number, also: boolean }[]} */
const joints = (facts, kind, { done, completed, points }) => {
  const planned = done.map(({ level }) => level);
  const others = completed.map(({ level }) => level).filter((level) => !planned.includes(level));
  return [...planned, ...others].map((level) => {
    const rows = facts.stops[`${level}|${kind}`].points.map((id) => points.findIndex(({ point }) => point === id));
    const y = rows.reduce((sum, row) => sum + row, 0) / rows.length;
    return { level, rows, y: y * ROW + HALF, also: others.includes(level) };
  });
};

/** @type {(facts: PlanFacts, kind: string, made: Reckoned) => Tree} */
export const ladder = (facts, kind, made) => {
  const found = joints(facts, kind, made);
  const bones = made.points.map(({ point }, row) => {
    const { bone } = facts.points[point];
    const y = row * ROW + HALF;
    if (found.some(({ rows }) => rows.length === 1 && rows[0] === row))
      return el("Path", { className: "lad-process", d: `M${JOINT} ${y}H${NUMBER + 40}` });
    return el(
      "G",
      { className: "lad-bone" },
      el("Path", { d: `M${BONE[0] + BONE[1]} ${y - 7}h88c12 0 12 14 0 14h-88z` }),
      el("Rect", { x: BONE[0], y: y - 21, width: BONE[1], height: 42, rx: 3 }),
      el("Text", { x: BONE[0] + BONE[1] / 2 + 8, y }, bone),
    );
  });
  /* Two bones that no joint of the plan joins. */
  const gaps = made.points.flatMap((_, row) =>
    row && !found.some(({ rows }) => rows.includes(row) && rows.includes(row - 1))
      ? [el("Path", { className: "lad-gap", d: `M${BONE[0] - 20} ${row * ROW}H${WIDTH}` })]
      : [],
  );
  const drawn = found.map(({ level, rows, y, also }) =>
    el(
      "G",
      { className: also ? "lad-joint lad-also" : "lad-joint" },
      ...rows.map((row) => el("Path", { className: "lad-nerve", d: branch(y, row * ROW + HALF) })),
      el("Path", { className: "lad-mark", d: diamond(JOINT, y) }),
      el("Text", { x: JOINT - 18, y }, facts.levels[level].label),
    ),
  );
  const numbers = made.points.map((_, row) =>
    el(
      "G",
      { className: "lad-number" },
      el("Circle", { cx: NUMBER, cy: row * ROW + HALF, r: 13 }),
      el("Text", { x: NUMBER, y: row * ROW + HALF }, String(row + 1)),
    ),
  );
  const height = made.points.length * ROW;
  return el(
    "Svg",
    {
      className: "lad",
      viewBox: `0 0 ${WIDTH} ${height}`,
      "aria-hidden": "true",
      style: { "--rows": made.points.length },
    },
    ...gaps,
    ...bones,
    ...drawn,
    ...numbers,
  );
};
