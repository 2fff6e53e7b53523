/* From where it hurts to the levels that can cause it. Python wrote every piece; here they are chosen and put in order. */
import { alarms, found as foundFor, isLevel } from "../state/levels.mjs";
import { el, fill } from "../state/made.mjs";
import { PARTS, slugOf } from "../state/rules.mjs";
import { site } from "../state/site.mjs";

/** @import { Component, Drawn, Tree, Words } from "../contract" */
/** @import { Reach, State } from "../types" */

const links = site.pain;
/** @type {(order: string[], of: Record<string, string[]>, hurts: string[]) => string[]} */
const union = (order, of, hurts) => order.filter((id) => hurts.some((place) => of[slugOf(place)].includes(id)));
/** @param {string[]} hurts */
const rulesFor = (hurts) =>
  links.rules.filter((rule) => rule.places.every((list) => list.some((place) => hurts.includes(place))));

/** @type {(words: Words, state: State) => Tree} */
const places = (words, state) =>
  el(
    "Div",
    { className: "places", role: "group", "aria-label": words.pain.say.chosen },
    ...state.hurts.map((place) => words.pain.chips[place]),
    words.pain.parts.add,
    ...(state.hurts.length > 1 ? [words.pain.parts.clear] : []),
  );

/* Warnings that a rule puts before everything else. */
/** @type {(words: Words, ids: string[]) => Tree[]} */
const first = (words, ids) => {
  if (!ids.length) return [];
  const { say, flags } = words.pain;
  const now = ids.filter((id) => links.emergencies.includes(id));
  return [
    el(
      "Section",
      { className: "first-signs" },
      el("H2", {}, el("Span", { className: "ic ic-emergency", "aria-hidden": "true" }), say.first),
      el("Ul", { className: "signs" }, ...ids.map((id) => flags[id])),
      ...(now.length ? [el("P", { className: "act" }, say.act)] : []),
    ),
  ];
};

/** @type {(words: Words, ids: string[]) => Tree[]} */
const signs = (words, ids) => {
  const { say, flags } = words.pain;
  const now = ids.filter((id) => links.emergencies.includes(id));
  const today = ids.filter((id) => !now.includes(id));
  /** @type {(title: string, shown: string[], look: string, ...more: Tree[]) => Tree[]} */
  const list = (title, shown, look, ...more) =>
    shown.length ? [el("H2", {}, title), ...more, el("Ul", { className: look }, ...shown.map((id) => flags[id]))] : [];
  return [
    ...list(
      say.new,
      now,
      "signs",
      el(
        "P",
        { className: "sx-alert" },
        el("Span", { className: "ic ic-emergency", "aria-hidden": "true" }),
        el("Span", {}, say.act),
      ),
    ),
    ...list(say.today, today, "signs signs-calm"),
  ];
};

/** @type {(words: Words, one: Reach) => Tree} */
const row = (words, one) => {
  const made = words.pain.rows[`${one.node}|${one.part}`];
  const props = { ...made.props };
  props["aria-label"] = props[`data-said-${one.all ? one.strength : "part"}`];
  for (const name of Object.keys(props)) if (name.startsWith("data-said-")) delete props[name];
  return { ...made, props };
};

/* By region, joint and nerve apart. */
/** @type {(words: Words, found: Reach[], title: string) => Tree[]} */
const group = (words, found, title) => {
  if (!found.length) return [];
  const made = title ? [el("H2", {}, title)] : [];
  const order = [...new Set(found.map((one) => site.home[one.node]))]; // the one that fits best comes first
  for (const region of order) {
    const here = found.filter((one) => site.home[one.node] === region);
    const name = words.pain.regions[region];
    const lines = PARTS.map((part) => here.filter((one) => one.part === part))
      .filter((line) => line.length)
      .map((line) =>
        el(
          "Div",
          { className: "kind-row" },
          words.pain.kinds[line[0].part],
          el("Div", { className: "rows" }, ...line.map((one) => row(words, one))),
        ),
      );
    made.push(el("Section", { className: `found found-${region}` }, el("H3", {}, name), ...lines));
  }
  return made;
};

/* What is said of these areas in particular. */
/** @type {(of: Record<string, string>, hurts: string[]) => string[]} */
const own = (of, hurts) => hurts.map((place) => of[slugOf(place)]).filter(Boolean);
/** @type {(words: Words, hurts: string[]) => string} */
const none = (words, hurts) => own(words.pain.none, hurts)[0] ?? words.pain.say.none;

/** @type {(words: Words, found: Reach[], hurts: string[]) => string} */
const sentence = (words, found, hurts) => {
  const { say } = words.pain;
  const all = found.filter((one) => one.all);
  if (!found.length) return none(words, hurts);
  if (!all.length) return say["parts-only"];
  return new Set(all.map((one) => one.node)).size === 1 ? say["can-one"] : say.can;
};
/** @param {Tree} text */
const line = (text) => el("P", {}, text);
/* What the area cannot tell. */
/** @type {(words: Words, found: Reach[], state: State) => string} */
const doubt = (words, found, state) => {
  const { say } = words.pain;
  const all = found.filter((one) => one.all);
  if (!all.length) return "";
  const homes = new Set(found.filter((one) => one.part === "facet").map((one) => site.home[one.node]));
  const told = [...homes].map((region) => words.pain.doubt[region]);
  const one = new Set(all.map((match) => match.node)).size === 1;
  return [one ? say.single : state.hurts.length > 1 ? say["share-all"] : say.share, ...told]
    .filter(Boolean)
    .join(" ")
    .trim();
};

/** @type {(words: Words, state: State) => Tree[]} */
const answer = (words, state) => {
  const { say, cautions, parts } = words.pain;
  const { hurts } = state;
  const found = foundFor(hurts);
  const ruled = [...new Set(rulesFor(hurts).flatMap((rule) => rule.flags))];
  const others = union(links.cautions, links.cautionsOf, hurts);
  const doubted = doubt(words, found, state);
  const alarming = hurts.filter(alarms);
  const elsewhere = hurts.filter((place) => !alarms(place));
  const many = hurts.length > 1;
  const warned = signs(
    words,
    union(links.flags, links.flagsOf, hurts).filter((id) => !ruled.includes(id)),
  );
  const alarm = el(
    "Div",
    { className: "sx-alert" },
    el("Span", { className: "ic ic-emergency", "aria-hidden": "true" }),
    el("Div", {}, ...own(words.pain.own, alarming).map(line), parts.emergency),
  );
  return [
    el("H1", { className: "touched", tabIndex: "-1" }, say.touched),
    places(words, state),
    ...(alarming.length ? [alarm, ...first(words, ruled), ...warned] : first(words, ruled)), // nothing between alarm and signs
    ...own(words.pain.own, elsewhere).map(line),
    ...(found.length ? own(words.pain.none, hurts).map(line) : []),
    line(sentence(words, found, hurts)),
    ...(doubted ? [el("P", { className: "honest" }, doubted)] : []),
    ...(others.length
      ? [el("Section", { className: "other" }, el("H2", {}, say.other), ...others.map((id) => cautions[id]))]
      : []),
    ...(found.length ? [many ? parts.legendAll : parts.legend] : []),
    ...group(
      words,
      found.filter((one) => one.all),
      many ? fill(say.all, { count: hurts.length }) : "",
    ),
    ...group(
      words,
      found.filter((one) => !one.all),
      say.some,
    ),
    ...[...new Set(hurts.flatMap((place) => links.context[slugOf(place)]))].map((joint) => words.pain.context[joint]),
    parts.ends,
    ...(alarming.length ? [] : warned),
  ];
};

/** @type {(words: Words, found: Reach[]) => Tree[]} */
const labels = (words, found) => [
  ...new Set(found.map((one) => words.pain.rows[`${one.node}|${one.part}`].props.children ?? null)),
];

/* The chooser. What is chosen so far stands below the picture, which must not move; the way on waits for it. */
/** @type {(words: Words, state: State) => Tree[]} */
const chooser = (words, state) => {
  const { say, zones, names } = words.pain;
  const view = zones[state.zone].slice(0, -1);
  const foot = zones[state.zone].slice(-1)[0];
  const buttons = /** @type {Component[]} */ (foot.props.children).slice();
  const show = /** @type {Component} */ (buttons.pop());
  buttons.push({ ...show, props: { ...show.props, "aria-disabled": String(!state.hurts.length) } });
  if (view[view.length - 1].props.className === "so-far" && state.hurts.length) {
    const found = foundFor(state.hurts);
    const told = labels(words, found.some((one) => one.all) ? found.filter((one) => one.all) : found);
    const levels = told.slice(0, 4).map((label) => el("Span", { className: "level", translate: "no" }, label));
    const line = told.length
      ? [` ${say.levels}: `, ...levels, ...(told.length > 4 ? ["…"] : [])]
      : [` ${none(words, state.hurts)}`];
    view[view.length - 1] = el(
      "P",
      { className: "so-far" },
      el("B", {}, `${state.hurts.map((place) => names[place]).join("; ")}.`),
      ...line,
    );
  }
  return [...view, { ...foot, props: { ...foot.props, children: buttons } }];
};

/* What stands in the panel while areas are chosen or a part of the body is open; null leaves it to the region. `level`: the
   answer of the level, where it is not the patient's. */
/** @type {(words: Words, state: State, level?: Tree[]) => Tree[] | null} */
export const pain = (words, state, level = words.detail[`${state.at}|${state.part}`]) => {
  if (state.zone) return chooser(words, state);
  if (isLevel(state.at)) {
    const { back, compare } = words.pain.parts;
    return [...(state.hurts.length ? [back] : []), ...level, compare];
  }
  return state.hurts.length ? answer(words, state) : null;
};

/* One sentence for the live region, at most 150 characters. */
/** @type {(words: Words, state: State) => string} */
export const painHeard = (words, state) => {
  const { say, names } = words.pain;
  const found = foundFor(state.hurts);
  const all = found.some((one) => one.all) ? found.filter((one) => one.all) : found;
  const count = new Set(all.map((one) => one.node)).size;
  const told = say[count > 1 ? "announce" : count ? "announce-one" : "announce-none"];
  const whole = fill(told, { places: state.hurts.map((place) => names[place]).join("; "), count });
  return whole.length <= 150 ? whole : fill(told, { places: fill(say.places, { count: state.hurts.length }), count });
};
