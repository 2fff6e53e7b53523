/* The words: look up what Python wrote for a state, press what is chosen, hand it to Dash. */
import { pain, painHeard } from "../hurts/answer.mjs";
import { stateOf } from "../state/history.mjs";
import { isLevel, matches as matchesOf, regionOf } from "../state/levels.mjs";
import { site } from "../state/site.mjs";
import { fetchPages, fetchWords, Missing } from "../state/store.mjs";
import { telling } from "../state/told.mjs";
import { press } from "./press.mjs";

/** @import { Pages, Tree, Words } from "../contract" */
/** @import { Shown, State, Views } from "../types" */

/** @param {State} state */
const blockOf = (state) => (state.page === "block" ? state.block || site.blockOf[`${state.at}|${state.part}`] : "");
/** @type {(pages: Pages, state: State) => Tree} */
const pageOf = (pages, state) => {
  if (state.page === "explore") return null;
  const id = blockOf(state);
  const page =
    pages[id ? `block|${id}` : ""] ??
    pages[`${state.page}|${state.at}|${state.part}`] ??
    pages[`${state.page}|${state.at}`] ??
    pages[state.page] ??
    null;
  return /** @type {Tree} */ (page);
};

/* What is said of each step of a block; nothing where the page has no steps. */
/** @type {(pages: Pages, state: State) => string[] | undefined} */
const stepsOf = (pages, state) => /** @type {string[] | undefined} */ (pages[`steps|${blockOf(state)}`]);

/** @type {(words: Words, pages: Pages, state: State) => string} */
const heard = (words, pages, state) => {
  const steps = state.tab === "how" && stepsOf(pages, state);
  if (steps) return steps[Number(state.step) - 1];
  if (!isLevel(state.at) && state.hurts.length) return painHeard(words, state);
  if (!isLevel(state.at)) return words.announce[state.at] ?? "";
  return words.announce[`${state.at}|${state.part}`].replace("{side}", words.sides[state.side]);
};

/* A block has so many steps and no more. */
/** @type {(pages: Pages, state: State) => State} */
const inside = (pages, state) => {
  const steps = stepsOf(pages, state);
  return steps ? { ...state, step: String(Math.min(Number(state.step), steps.length)) } : state;
};

/* The whole spine's list brings the page's title, unless the answer has one of its own. */
/** @type {(words: Words, state: State) => Tree[]} */
const listOf = (words, state) =>
  words.levels[regionOf(state.at)].slice(!state.at && (state.zone || state.hurts.length) ? 1 : 0);

/* Where the answer's words belong: choosing places in one part of the body is one place, whatever is chosen so far. */
/** @param {State} state */
export const place = ({ zone, at, part, hurts }) => zone || [at, part, hurts].join();

/** @type {ReturnType<typeof telling<[State, Words]>>} */
const shown = telling();
/* Hears a state and its words when Dash is about to show them. */
export const hearShown = shown.hear;

/* What every tree goes through before it is on screen; a wall screen leaves things out. */
/** @type {((tree: Tree) => Tree)[]} */
const changes = [];
/** @param {(tree: Tree) => Tree} change */
export const changeTrees = (change) => changes.push(change);
/** @type {(tree: Tree, place?: string) => Shown} */
const drawn = (tree, place = "") => ({ tree: changes.reduce((made, change) => change(made), tree), place });

/* Who has words of its own for a state, before the patient's: the physician's wing. */
/** @type {(state: State) => Promise<{ bar?: Tree[], detail?: Tree[], parts?: Pages, pages: Pages, heard?: string } | null>} */
let ask = async () => null;
/** @param {typeof ask} other */
export const askFirst = (other) => {
  ask = other;
};

/* search -> [text list, answer, views of the drawing, page, tools, announcement] */
/** @type {(search: string) => Promise<Views>} */
const shownAt = async (search) => {
  const state = stateOf(search);
  const [words, other] = await Promise.all([fetchWords(state.lang), ask(state)]);
  /** @type {Pages} */
  const pages =
    state.page === "explore"
      ? {}
      : { ...words.pages, ...(words.pages[state.page] ? {} : await fetchPages(state.lang)), ...other?.pages };
  const matches = matchesOf(state.hurts);
  const key = isLevel(state.at) ? `${state.at}|${state.part}` : state.at;
  const detail = pain(words, state, other?.detail) ?? words.detail[key];
  const notice = state.unknown ? [words.notice] : [];
  const { lang, at, part, page, block, tab, step, view, chart } = state;
  requestAnimationFrame(() => shown.tell(state, words));
  return [
    drawn(press(listOf(words, state), state, matches), [lang, regionOf(at)].join()),
    drawn(press([...notice, ...[detail].flat()], state, matches, other?.parts), [lang, view, place(state)].join()),
    drawn(press(words.turn, state, matches)),
    drawn(
      press(pageOf(pages, state), inside(pages, state), matches, pages),
      [lang, view, at, part, page, block, tab, step, chart].join(),
    ),
    drawn(press(other?.bar ?? words.bar, state, matches)),
    other?.heard ?? heard(words, pages, inside(pages, state)),
  ];
};

/* A view whose words are not here yet comes as soon as they are; if another view was asked for meanwhile, it never does. */
let newest = 0;
/** @type {(search: string) => Promise<Views>} */
export const show = async (search) => {
  const mine = ++newest;
  while (mine === newest) {
    try {
      return await shownAt(search);
    } catch (fault) {
      if (!(fault instanceof Missing)) throw fault;
      await new Promise((again) => setTimeout(again, 1000));
    }
  }
  return Array(6).fill(dash_clientside.no_update);
};
