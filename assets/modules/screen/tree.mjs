/* Components as Python wrote them, drawn by React. */
import { Drawing, Slider } from "../block/page.mjs";

/** @import { Tree as Drawn } from "../contract" */
/** @import { ReactNode, Shown } from "../types" */

/** @type {Record<string, (props: never) => ReactNode>} */
const OWN = { Drawing, Slider };
/* Other namespaces are libraries of components, whose script came with the words that use them. */

/* A tree of components as Python wrote it, for React alone: Dash would tie each of its elements to the store, and
   every touch would ask all of them. Another `place` is drawn anew; in the same place only what differs changes. */
/** @type {(node: Drawn) => ReactNode} */
const element = (node) => {
  if (Array.isArray(node)) return React.createElement(React.Fragment, null, ...node.map(element));
  if (!node || typeof node !== "object") return node;
  const { children, ...props } = node.props;
  const library =
    node.namespace && /** @type {Record<string, any>} */ (/** @type {unknown} */ (window))[node.namespace];
  const made = OWN[node.type] ?? library?.[node.type] ?? node.type.toLowerCase();
  return React.createElement(made, props, ...[children ?? []].flat().map(element));
};
/** @param {{ shown?: Shown }} props */
export const Tree = ({ shown }) => {
  const times = React.useRef(0);
  if (!shown) return null;
  /* A browser's translator has put <font> where React holds a text: only what is drawn anew is right again. */
  if (document.querySelector("#screen font")) times.current += 1;
  return React.createElement(React.Fragment, { key: `${shown.place} ${times.current}` }, element(shown.tree));
};
