/* The page of the plan: what can be chosen, what the choice takes, how it is counted, and a sentence for the note. */
import { el, fill } from "../state/made.mjs";
import { choosing } from "./choosing.mjs";
import { ladder } from "./ladder.mjs";
import { capital } from "./parts.mjs";
import { reckon } from "./plan.mjs";

/** @import { PlanFacts, Tree } from "../contract" */
/** @import { State } from "../types" */
/** @import { Chosen, Reached, Reckoned } from "./types" */

const SIDES = ["left", "right", "both"];
/* Letters of what is announced. */
const LONGEST = 150;

/** @type {(facts: PlanFacts, some: { level: string }[]) => string} */
const labels = (facts, some) => some.map(({ level }) => facts.levels[level].label).join(", ");

/* What has the same side, side by side. */
/** @type {<One extends { side: string }>(some: One[]) => { side: string, found: One[] }[]} */
const bySide = (some) =>
  SIDES.map((side) => ({ side, found: some.filter((one) => one.side === side) })).filter(({ found }) => found.length);

/** @type {(facts: PlanFacts, kind: string, done: Chosen[]) => string} */
const heading = (facts, kind, done) =>
  `${facts.kinds[kind].name}: ${bySide(done)
    .map(({ side, found }) => `${facts.say[`side.${side}`]} ${labels(facts, found)}`)
    .join("; ")}`;

/* "3 joints, 4 nerves, 4 needles": of each, what stands before the number, the number, what stands behind it. */
/** @type {(facts: PlanFacts, kind: string, made: Reckoned) => string[][]} */
const counted = ({ say, kinds }, kind, { done, points, needles }) => {
  /** @type {Record<string, [string, number][]>} */
  const parts = {
    nerves: [
      ["joint", done.length],
      ["nerve", points.length],
    ],
    joints: [["joint", done.length]],
    roots: [["root", done.length]],
  };
  /** @type {[string, number][]} */
  const all = [...parts[kinds[kind].counts], ["needle", needles]];
  return all.map(([name, count], index) => {
    const [before, after] = fill(say[`count.${name}${count === 1 ? "" : "s"}`], { count: "|" }).split("|");
    return [before, String(count), index + 1 < all.length ? `${after}, ` : after];
  });
};

/* Why so many nerves and not two for each joint, on one side. */
/** @type {(facts: PlanFacts, kind: string, made: Reckoned) => string} */
const onOneSide = (facts, kind, { done, points, shared }) => {
  const { say } = facts;
  if (done.length === 1) return say[points.length === 1 ? "why.single" : "why.one"];
  const joints = done.length;
  const apart = done.reduce((sum, { level }) => sum + facts.stops[`${level}|${kind}`].points.length, 0);
  const nerves = points.length === joints + 1 ? `${joints} + 1` : points.length;
  if (!shared.length) return fill(say["why.apart"], { joints, nerves });
  const names = shared.map(({ point }) => facts.points[point].nerve).join(", ");
  return fill(say[shared.length === 1 ? "why.shared.one" : "why.shared"], { names, joints, nerves, apart });
};

/** @type {(facts: PlanFacts, kind: string, made: Reckoned) => string} */
const why = (facts, kind, made) => {
  const [first, ...others] = new Set(made.done.map(({ side }) => side));
  if (facts.kinds[kind].counts !== "nerves") return "";
  if (others.length) return facts.say["why.sides"];
  const told = onOneSide(facts, kind, made);
  return first === "both" ? `${told} ${fill(facts.say["why.each"], { needles: made.needles })}` : told;
};

/* Each nerve once, with its bone. */
/** @type {(facts: PlanFacts, kind: string, made: Reckoned) => Tree} */
const targets = (facts, kind, made) => {
  const onNerves = facts.kinds[kind].counts === "nerves";
  const mixed = new Set(made.points.map(({ side }) => side)).size > 1;
  const lines = made.points.map(({ point, side }, index) => {
    const { nerve, bone, name, where } = facts.points[point];
    const marks = nerve ? { "data-nerve": nerve, "data-bone": bone } : { "data-plan": point };
    return el(
      "Li",
      { ...marks, "data-side": side },
      el("B", { className: "plan-number", "aria-hidden": "true" }, String(index + 1)),
      el(
        "Span",
        {},
        el("B", {}, name),
        ...(mixed ? [` (${facts.say[`side.${side}`]})`] : []),
        where ? el("Small", {}, where) : null,
      ),
    );
  });
  return el(
    "Div",
    { className: onNerves ? "plan-targets with-ladder" : "plan-targets" },
    onNerves ? ladder(facts, kind, made) : null,
    el("Ol", {}, ...lines),
  );
};

/** @type {(facts: PlanFacts, made: Reckoned) => Tree[]} */
const codes = (facts, { ladders }) => {
  const { say } = facts;
  const rows = ladders.flatMap(({ levels, codes: found }) => {
    const both = levels.filter(({ side }) => side === "both");
    const sides = both.length === levels.length ? "both" : both.length ? "some" : "one";
    return found.map(({ code, units }) =>
      el(
        "Tr",
        { "data-code": facts.codes[code].code, "data-units": String(units) },
        el("Th", { scope: "row", translate: "no" }, facts.codes[code].code),
        el("Td", {}, facts.codes[code].words),
        el("Td", {}, String(units)),
        el("Td", {}, fill(say[`codes.${sides}`], { levels: labels(facts, both) })),
      ),
    );
  });
  const heads = ["code", "words", "units", "sides"].map((name) => el("Th", { scope: "col" }, say[name]));
  return [
    el("H2", {}, say.codes),
    ...(rows.length
      ? [
          el(
            "Div",
            { className: "clinic" },
            el("Table", {}, el("Thead", {}, el("Tr", {}, ...heads)), el("Tbody", {}, ...rows)),
          ),
          el("P", { className: "plan-check" }, say["codes.check"]),
        ]
      : [el("P", {}, say["codes.none"])]),
  ];
};

/* The sentence for the note: side by side, each nerve with its bone. */
/** @type {(facts: PlanFacts, kind: string, made: Reckoned) => string} */
const note = (facts, kind, { done, points, completed }) => {
  const { say, kinds } = facts;
  /** @param {Reached} one */
  const told = ({ point }) => [facts.points[point].name, facts.points[point].where].filter(Boolean).join(", ");
  const sides = bySide(points).map(
    ({ side, found }) => `${capital(say[`side.${side}`])}: ${found.map(told).join("; ")}.`,
  );
  return [
    `${kinds[kind].name}.`,
    ...sides,
    ...(kinds[kind].counts === "nerves" ? [fill(say["note.for"], { levels: labels(facts, done) })] : []),
    ...completed.map((one) => completes(facts, one)),
  ].join(" ");
};
/** @type {(facts: PlanFacts, one: Chosen) => string} */
const completes = ({ say, levels }, { level, side }) =>
  fill(say.completes, { level: levels[level].label, side: say[`side.${side}`] });

/** @param {Record<string, string>} say */
const copying = ({ copied, select }) => ({
  type: "button",
  className: "sx-btn",
  "data-copy": "",
  "data-copied": copied,
  "data-selected": select,
});

/** @type {(facts: PlanFacts, state: State) => Tree[]} */
const told = (facts, { plan, kind }) => {
  const { say } = facts;
  const made = reckon(facts, kind, plan);
  const { done, refused, completed, flags } = made;
  if (!done.length && !refused.length) return [el("P", { className: "plan-empty" }, say.empty)];
  const no = refused.map(({ level }) =>
    el(
      "P",
      { className: "plan-refused", "data-refused": level },
      el("B", {}, `${facts.levels[level].label}: `),
      facts.stops[`${level}|${kind}`].refused,
    ),
  );
  const refusal = no.length ? [el("H2", {}, say.refused), ...no] : [];
  if (!done.length) return [el("P", { className: "plan-empty" }, say["all-refused"]), ...refusal];
  const because = why(facts, kind, made);
  const sentence = note(facts, kind, made);
  return [
    el("H2", { className: "plan-head" }, heading(facts, kind, done)),
    el(
      "Div",
      { className: "plan-sum" },
      el(
        "P",
        { className: "plan-counts" },
        ...counted(facts, kind, made).map(([before, count, after]) =>
          el("Span", {}, before, el("B", {}, count), after),
        ),
      ),
      because ? el("P", {}, because) : null,
    ),
    ...completed.map((one) =>
      el("P", { className: "plan-also", "data-completes": one.level, "data-side": one.side }, completes(facts, one)),
    ),
    ...refusal,
    el("H2", {}, say[facts.kinds[kind].counts === "nerves" ? "nerves" : "targets"]),
    targets(facts, kind, made),
    ...codes(facts, made),
    el(
      "Div",
      { className: "plan-note" },
      el("H2", { className: "plan-small" }, say.note),
      el("P", { className: "plan-sentence" }, sentence),
      el("Button", copying(say), say.copy),
      el("Span", { key: sentence, className: "plan-copied", role: "status" }),
    ),
    ...(flags.length
      ? [
          el("H2", {}, say.flags),
          el(
            "Dl",
            { className: "plan-flags" },
            ...flags.map((flag) =>
              el(
                "Div",
                { "data-flag": flag },
                el("Dt", {}, facts.flags[flag].name),
                el("Dd", {}, el("Ul", {}, ...facts.flags[flag].says)),
              ),
            ),
          ),
        ]
      : []),
  ];
};

/* One sentence for the live region. */
/** @type {(facts: PlanFacts, state: State) => string} */
export const plannedHeard = (facts, { plan, kind }) => {
  const made = reckon(facts, kind, plan);
  if (!made.done.length) return facts.say[made.refused.length ? "all-refused" : "empty"];
  const counts = `${counted(facts, kind, made).flat().join("")}.`;
  const whole = `${heading(facts, kind, made.done)}. ${counts}`;
  return whole.length <= LONGEST ? whole : `${facts.kinds[kind].name}. ${counts}`;
};

/** @type {(facts: PlanFacts, state: State) => Tree} */
export const planned = (facts, state) =>
  el(
    "Article",
    { className: "page plan", "aria-label": facts.say.title },
    choosing(facts, state),
    el(
      "Section",
      { className: "plan-told", tabIndex: "0", "aria-label": facts.say.title },
      ...(state.unknown ? [el("P", { className: "honest" }, facts.say.unknown)] : []),
      ...told(facts, state),
    ),
  );
