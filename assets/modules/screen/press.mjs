/* Python's components, with what the state has chosen. */
import { sorted } from "../block/page.mjs";
import { atStart } from "../state/address.mjs";
import { ticks } from "../state/history.mjs";
import { isLevel } from "../state/levels.mjs";

/** @import { Pages, Props, Tree } from "../contract" */
/** @import { Matches, State, TextKey } from "../types" */

/* A copy of a component tree in which the state's choices are pressed, what belongs to another state is left out
   (data-when), parts that many pages share are put in (data-insert) and ticked rows come first (data-sort). */
/** @type {(node: Tree, state: State, matches: Matches, pages?: Pages) => Tree} */
export const press = (node, state, matches, pages = {}) => {
  /** @param {Tree} one */
  const again = (one) => press(one, state, matches, pages);
  if (Array.isArray(node)) return node.map(again).filter((one) => one !== null);
  if (!node || typeof node !== "object" || !node.props) return node;
  if (node.props["data-insert"]) return again(/** @type {Tree} */ (pages[node.props["data-insert"]]));
  if (!isNow(node.props, state)) return null;
  const props = { ...node.props };
  const pressed = isPressed(props, state);
  if (pressed !== null) props["aria-pressed"] = String(pressed);
  if (["back", "reset"].includes(props["data-do"] ?? "")) props["aria-disabled"] = String(atStart(state));
  if (props["data-go"] === "at=") props["aria-disabled"] = String(!state.at);
  const pick = props["data-pick"] ?? "";
  if (props.lang || isLevel(pick)) props.translate = "no"; // names that are the same in every language
  const match = matches[props["data-part"] ? `${pick}|${props["data-part"]}` : pick];
  if (match) props["data-match"] = match;
  if (ticks.has(props["data-matter"] ?? "")) props.className = `${props.className ?? ""} is-marked`;
  if (props["data-sort"]) props.children = sorted([props.children ?? []].flat());
  if (props.children) props.children = again(props.children);
  return { ...node, props };
};
/** @type {(props: Props, state: State) => boolean} */
const isNow = (props, state) => {
  if (!props["data-when"]) return true;
  const [key, values] = props["data-when"].split("=");
  return values.split("|").includes(state[/** @type {TextKey} */ (key)]);
};
/** @type {(props: Props, state: State) => boolean | null} */
const isPressed = (props, state) => {
  if (props["data-pick"]) return props["data-pick"] === state.at;
  if (props["data-toggle"]) return state.hurts.includes(props["data-toggle"]);
  if (props["data-tick"]) return ticks.has(props["data-tick"]);
  if (props["data-pattern"]) return !ticks.has(`layer|${props["data-pattern"]}`);
  if (!props["data-choice"]) return null;
  const [key, value] = props["data-choice"].split("=");
  return state[/** @type {TextKey} */ (key)] === value;
};
