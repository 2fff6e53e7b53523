/* Words that the scripts share, and what Dash and React put into the page, as far as it is used here. */
import type { Tree } from "./contract";

export type Part = "facet" | "nerve";
export type Strength = "typical" | "sometimes";
/* "L4-5|facet" and "L4-5" -> how strongly it fits the chosen places. */
export type Matches = Record<string, Strength>;

/* A joint or nerve that reaches chosen places. `here`: how strongly, for each place; `all`: it reaches every one. */
export interface Reach {
  node: string;
  part: Part;
  here: Strength[];
  all: boolean;
  strength: Strength;
}

/* What the address says. Nothing chosen: an empty text. */
export interface Choices {
  at: string;
  part: string;
  side: string;
  hurts: string[];
  zone: string;
  page: string;
  block: string;
  view: string;
  look: string;
  mirror: string;
  tab: string;
  step: string;
  time: string;
  lang: string;
  text: string;
  theme: string;
  kiosk: string;
  plan: string;
  kind: string;
  chart: string;
  sheet: string;
}
export type Key = keyof Choices;
export type TextKey = Exclude<Key, "hurts">;

/* `unknown`: something in the address was left out; `search`: the address it was read from. */
export interface State extends Choices {
  unknown: boolean;
  search: string;
}

/* What Dash hands to the page's one component: a tree, and the place in which only what differs is drawn anew. */
export interface Shown {
  tree: Tree;
  place: string;
}
export type Views = [Shown, Shown, Shown, Shown, Shown, string] | unknown[];
export interface Parts {
  Tree: (props: { shown?: Shown }) => ReactNode;
  show: (search: string) => Promise<Views>;
}
export type ReactNode = object | string | number | null | undefined;
type ReactType = string | symbol | ((props: never) => ReactNode);

declare global {
  const React: {
    Fragment: symbol;
    createElement(type: ReactType, props: object | null, ...children: ReactNode[]): ReactNode;
    useState<Value>(first: Value): [Value, (next: Value) => void];
    useEffect(effect: () => void, when: unknown[]): void;
    useLayoutEffect(effect: () => void): void;
    Children: { toArray(children: ReactNode): ReactNode[] };
    useRef<Value>(first: Value): { current: Value };
  };
  /* Of the package plotly, loaded when a chart is looked into. */
  const Plotly: {
    newPlot(place: HTMLElement, data: object[], layout: object, config: object): Promise<void>;
    purge(place: HTMLElement): void;
  };
  const dash_clientside: {
    no_update: unknown;
    set_props(id: string, props: Record<string, unknown>): void;
  };
  interface Window {
    dash_clientside?: object;
    asked?: string;
    spine: { arrive(parts: Parts): void; [name: string]: unknown };
  }
  /* Every element of this page is HTML or SVG: both have marks (data-*) and take the focus. */
  interface Element extends HTMLOrSVGElement {}
}
