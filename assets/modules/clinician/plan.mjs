/* The arithmetic of a plan: which needles, which nerves, which codes. Nothing here knows a page or an address: node tests it
   against an oracle. */

/** @import { PlanFacts } from "../contract" */
/** @import { Reckoned } from "./types" */

const BOTH = "both";
const SIDES = ["left", "right"];
/** @param {string} side */
const sidesOf = (side) => (side === BOTH ? SIDES : [side]);
/** @param {string[]} sides */
const sideOf = (sides) => (sides.length > 1 ? BOTH : sides[0]);

/* "L3-4.right,L4-5.both" -> each level with its side. */
/** @param {string} plan */
export const listed = (plan) =>
  plan
    .split(",")
    .filter(Boolean)
    .map((one) => {
      const [level, side] = one.split(".");
      return { level, side };
    });

/* The plan with a level on this side; without it where the side is empty. */
/** @type {(facts: PlanFacts, plan: string, level: string, side: string) => string} */
export const changed = (facts, plan, level, side) => {
  const sides = new Map(listed(plan).map((one) => [one.level, one.side]));
  if (side) sides.set(level, side);
  else sides.delete(level);
  return Object.keys(facts.levels)
    .filter((one) => sides.has(one))
    .map((one) => `${one}.${sides.get(one)}`)
    .join();
};

/* How many units a code has when so many levels are done that it can count. */
/** @type {Record<string, (levels: number) => number>} */
const UNITS = {
  first: (levels) => Math.min(levels, 1),
  second: (levels) => Number(levels > 1),
  third: (levels) => Number(levels > 2),
  further: (levels) => levels - 1,
};

/* What makes a flag appear. */
/** @type {Record<string, (done: Reckoned, levels: string[]) => boolean>} */
const WHEN = {
  any: ({ done }, levels) => done.some(({ level }) => levels.includes(level)),
  every: ({ done }, levels) => levels.every((level) => done.some((one) => one.level === level)),
  completed: ({ completed }) => completed.length > 0,
  both: ({ done }) => done.some(({ side }) => side === BOTH),
  differ: ({ done }) => new Set(done.map(({ side }) => side)).size > 1,
  third: ({ done }) => done.length > 2,
  regions: ({ ladders }) => ladders.length > 1,
  always: ({ done }) => done.length > 0,
};

/* done, refused   the levels of the plan, neck down
   points          what the needles go to, each once, with the levels and the sides that need it
   shared          of these, what two of the levels need on one side
   completed       joints outside the plan whose every nerve is reached on a side
   ladders         levels that the same codes count, with the codes and their units */
/** @type {(facts: PlanFacts, kind: string, plan: string) => Reckoned} */
export const reckon = (facts, kind, plan) => {
  /** @param {string} level */
  const stop = (level) => facts.stops[`${level}|${kind}`];
  const chosen = listed(plan);
  const done = chosen.filter(({ level }) => !stop(level).refused);

  /* point -> side -> the levels that need it there */
  /** @type {Record<string, Record<string, string[]>>} */
  const needs = {};
  for (const { level, side } of done)
    for (const point of stop(level).points) {
      needs[point] ??= {};
      for (const one of sidesOf(side)) needs[point][one] = [...(needs[point][one] ?? []), level];
    }
  const points = Object.keys(facts.points)
    .filter((point) => needs[point])
    .map((point) => ({
      point,
      side: sideOf(SIDES.filter((side) => needs[point][side])),
      levels: [...new Set(Object.values(needs[point]).flat())],
    }));

  const numbs = facts.kinds[kind].counts === "nerves";
  const completed = Object.keys(facts.levels).flatMap((level) => {
    const planned = done.find((one) => one.level === level)?.side;
    if (!numbs || stop(level).refused) return [];
    const sides = SIDES.filter(
      (side) =>
        !(planned && sidesOf(planned).includes(side)) && stop(level).points.every((point) => needs[point]?.[side]),
    );
    return sides.length ? [{ level, side: sideOf(sides) }] : [];
  });

  /** @type {Record<string, typeof done>} */
  const alike = {};
  for (const one of done) {
    const codes = stop(one.level).codes.join();
    alike[codes] = [...(alike[codes] ?? []), one];
  }
  const ladders = Object.entries(alike).map(([codes, levels]) => ({
    levels,
    codes: codes
      .split(",")
      .filter(Boolean)
      .map((code) => ({ code, units: UNITS[facts.codes[code].counts](levels.length) }))
      .filter(({ units }) => units > 0),
  }));

  /** @type {Reckoned} */
  const made = {
    done,
    refused: chosen.filter(({ level }) => stop(level).refused),
    points,
    needles: points.reduce((sum, { side }) => sum + sidesOf(side).length, 0),
    shared: points.filter(({ point }) => Object.values(needs[point]).some((levels) => levels.length > 1)),
    completed,
    ladders,
    flags: [],
  };
  made.flags = Object.keys(facts.flags).filter((flag) => {
    const { when, levels, kinds } = facts.flags[flag];
    return kinds.includes(kind) && WHEN[when](made, levels);
  });
  return made;
};
