/* Which levels fit these places. Nothing here knows a page or an address: node tests it against Python's answer. */
/** @import { Site } from "../contract" */
/** @import { Matches, Part, Reach, Strength } from "../types" */

/** @type {Part[]} */
export const PARTS = ["facet", "nerve"];
/* The area of a place: of "calf.left", "calf". */
/** @param {string} place */
export const slugOf = (place) => place.split(".")[0];

/* strengths: "L4-5|facet" -> area -> typical or sometimes; home: level -> region; context: levels that are only drawn. */
/** @param {Pick<Site, "strengths" | "home" | "context">} site */
export const rules = ({ strengths, home, context }) => {
  const order = Object.keys(home).filter((node) => !context.includes(node));
  const pairs = order.flatMap((node) =>
    PARTS.map((part) => ({ node, part, reach: strengths[`${node}|${part}`] ?? {} })),
  );

  /* Every joint and nerve that reaches some of the places, from head to foot. `here`: how strongly, for each place that it
     reaches; `all`: it reaches every one; `strength`: the weakest if it reaches all, else the strongest. */
  /** @type {(hurts: string[]) => Reach[]} */
  const reaching = (hurts) =>
    pairs.flatMap(({ node, part, reach }) => {
      const here = hurts.map((place) => reach[slugOf(place)]).filter(Boolean);
      if (!here.length) return [];
      const all = here.length === hurts.length;
      /** @type {Strength} */
      const strength = here.includes(all ? "sometimes" : "typical") === all ? "sometimes" : "typical";
      return [{ node, part, here, all, strength }];
    });

  /* Those that reach all of the places first, then typical before sometimes, then from head to foot. */
  /** @param {string[]} hurts */
  const found = (hurts) => {
    /** @param {Reach} one */
    const rank = (one) => (one.all ? 0 : 2) + (one.strength === "typical" ? 0 : 1);
    return reaching(hurts).sort((a, b) => rank(a) - rank(b));
  };

  /* "L4-5|facet" and "L4-5" -> typical or sometimes, for all the places together. */
  /** @param {string[]} hurts */
  const matches = (hurts) => {
    /** @type {Matches} */
    const marked = {};
    for (const { node, part, all, strength } of reaching(hurts)) {
      const match = all ? strength : "sometimes";
      marked[`${node}|${part}`] = match;
      if (marked[node] !== "typical") marked[node] = match;
    }
    return marked;
  };

  /* The region to show for chosen places: the one on screen while it fits, else the one that fits best. */
  /** @type {(hurts: string[], shown: string) => string} */
  const regionFor = (hurts, shown) => {
    if (!hurts.length) return shown;
    /** @type {Record<string, number>} */
    const fits = {};
    for (const { node, here, all } of reaching(hurts))
      for (const strength of here)
        fits[home[node]] = (fits[home[node]] ?? 0) + (strength === "typical" ? 3 : 1) * (all ? 4 : 1);
    if (shown in fits) return shown;
    return Object.keys(fits).sort((a, b) => fits[b] - fits[a])[0] ?? shown;
  };

  return { found, matches, regionFor };
};
