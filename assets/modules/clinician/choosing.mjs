/* The left half of the plan's page: the kind, the levels, the sides of each. */
import { regionOf } from "../state/levels.mjs";
import { el } from "../state/made.mjs";
import { site } from "../state/site.mjs";
import { button, capital } from "./parts.mjs";
import { changed, listed } from "./plan.mjs";
import { nextSide } from "./points.mjs";

/** @import { PlanFacts, Tree } from "../contract" */
/** @import { State } from "../types" */

const SIDES = ["left", "right", "both"];
const HANDOUT = "handout";

/** @type {(name: string, marks: object, ...children: Tree[]) => Tree} */
const group = (name, marks, ...children) => el("Div", { role: "group", "aria-label": name, ...marks }, ...children);
/** @type {(text: string, pressed: boolean, marks: object) => Tree} */
const half = (text, pressed, marks) =>
  el("Button", { type: "button", className: "half", "aria-pressed": String(pressed), ...marks }, text);
/* A level that can be touched, and its sides while it is planned. */
/** @type {(facts: PlanFacts, state: State, level: string) => Tree} */
const row = (facts, state, level) => {
  const { plan, kind } = state;
  const now = listed(plan).find((one) => one.level === level)?.side;
  const { label } = facts.levels[level];
  const refused = facts.stops[`${level}|${kind}`].refused;
  const sides = SIDES.map((side) =>
    half(capital(facts.say[`side.${side}.short`]), side === now, {
      "data-go": `plan=${changed(facts, plan, level, side)}`,
      "data-side": side,
    }),
  );
  return el(
    "Li",
    { className: refused ? "plan-level is-refused" : "plan-level" },
    el(
      "Button",
      {
        type: "button",
        className: "plan-tick",
        "aria-pressed": String(Boolean(now)),
        "data-plan": level,
        "data-go": `plan=${changed(facts, plan, level, now ? "" : nextSide(state))}`,
      },
      el("Span", { className: "plan-box", "aria-hidden": "true" }, el("Span", { className: "ic ic-check" })),
      el("Span", { translate: "no" }, label),
      refused ? el("Small", {}, facts.say.refused) : null,
    ),
    now && !refused ? group(label, { className: "switch plan-sides" }, ...sides) : null,
  );
};

/* The handout is of one level: the first that is done. */
/** @type {(facts: PlanFacts, state: State) => object} */
const toHandout = (facts, { plan, kind }) => {
  const first = listed(plan).find(({ level }) => !facts.stops[`${level}|${kind}`].refused);
  const chosen = first ? `&at=${first.level}&part=${facts.kinds[kind].part}&side=${first.side}` : "";
  return { className: "sx-btn btn-first", "data-go": `page=${HANDOUT}${chosen}`, "aria-disabled": String(!first) };
};

/** @type {(facts: PlanFacts, state: State) => Tree} */
export const choosing = (facts, state) => {
  const { say } = facts;
  const region = regionOf(state.at);
  const rows = Object.keys(facts.levels).map((level) => ({ level, here: facts.levels[level].home === region }));
  const planned = listed(state.plan).map(({ level }) => level);
  const elsewhere = rows.filter(({ level, here }) => !here && planned.includes(level));
  /** @type {(some: { level: string }[], name: string) => Tree} */
  const list = (some, name) =>
    el("Ul", { className: "plan-levels", "aria-label": name }, ...some.map(({ level }) => row(facts, state, level)));
  return el(
    "Section",
    { className: "plan-choose" },
    el("H1", { className: "title", tabIndex: "-1" }, say.title),
    group(
      say.kind,
      { className: "plan-kinds" },
      ...Object.entries(facts.kinds).map(([kind, { name }]) =>
        el("Button", { type: "button", className: "sx-btn", "data-choice": `kind=${kind}` }, name),
      ),
    ),
    group(
      say.regions,
      { className: "switch" },
      ...Object.entries(facts.regions).map(([name, text]) =>
        half(text, name === region, { "data-go": `at=${name}&part=` }),
      ),
    ),
    ...(region
      ? [
          list(
            rows.filter(({ here }) => here),
            say.levels,
          ),
        ]
      : []),
    ...(elsewhere.length ? [el("H2", { className: "plan-small" }, say.elsewhere), list(elsewhere, say.elsewhere)] : []),
    el("P", { className: "plan-hint" }, say.hint),
    el(
      "Div",
      { className: "plan-ways" },
      button("close", say.clear, { "data-go": "plan=", "aria-disabled": String(!planned.length) }),
      ...(site.wing.shared.includes(HANDOUT) ? [button("print", say[HANDOUT], toHandout(facts, state))] : []),
    ),
  );
};
