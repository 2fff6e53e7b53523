/* What the server hands to the page. Written by `python -m publish.contract` from components/kit/contract.py. */

export type Drawn = string | Component;

export interface Component {
  type: string;
  namespace?: string;
  props: Props;
}

export interface Props {
  children?: Tree;
  className?: string;
  [mark: `data-${string}`]: string | undefined;
  [name: string]: unknown;
}

/* What stands between the two tags of an element. */
export type Tree = Drawn | number | null | Tree[];

export type Pages = Record<string, Drawn | Array<Drawn> | Array<Found> | PlanFacts>;

export type RecordCodes = Record<string, Record<string, string>>;

/**
 * Pieces that the answer to "where does it hurt" is put together from, each by what it is about.
 *
 * own    area -> what is said of it in particular, before the levels
 * none   area -> what is said instead of "no level"
 * doubt  region -> what a place there cannot tell
 * context  joint outside the levels -> the line that leads to it
 */
export interface Answer {
  names: Record<string, string>;
  chips: Record<string, Drawn>;
  rows: Record<string, Component>;
  regions: Record<string, string>;
  kinds: Record<"facet" | "nerve", Drawn>;
  flags: Record<string, Drawn>;
  cautions: Record<string, Drawn>;
  zones: Record<string, Array<Component>>;
  say: Record<string, string>;
  parts: Record<string, Drawn>;
  own: Record<string, string>;
  none: Record<string, string>;
  doubt: Record<string, string>;
  context: Record<string, Drawn>;
}

/**
 * Addresses of what is fetched: plates by name, words and pages by language, where a record's codes lead.
 */
export interface Files {
  plates: Record<string, string>;
  content: Record<string, string>;
  pages: Record<string, string>;
  record: string;
}

/**
 * What the search can find, by words of every language.
 */
export interface Found {
  words: Array<string>;
  name: string;
  buttons: Array<Toggle | Go>;
}

/**
 * A found level: `go` is what changes in the address.
 */
export interface Go {
  go: string;
  say: string;
}

/**
 * A part of the body shown large. `box`: its viewBox on the figure; `areas`: those a finger can hit in it.
 */
export interface Inset {
  face: "front" | "back";
  side: string;
  box: [number, number, number, number];
  areas: Array<string>;
}

/**
 * A code in our own words. `counts`: which levels of a session it is for.
 */
export interface PlanCode {
  code: string;
  words: string;
  counts: "first" | "second" | "third" | "further";
}

/**
 * What a plan is reckoned and drawn from, levels and points from the neck down. `stops`: by level and kind,
 * `L4-5|mbb`; `say`: words with gaps.
 */
export interface PlanFacts {
  kinds: Record<string, PlanKind>;
  regions: Record<string, string>;
  levels: Record<string, PlanLevel>;
  points: Record<string, PlanPoint>;
  stops: Record<string, PlanStop>;
  codes: Record<string, PlanCode>;
  flags: Record<string, PlanFlag>;
  say: Record<string, string>;
}

/**
 * Where sources differ: when it appears, as data/plan_flags.csv says, and what each source says.
 */
export interface PlanFlag {
  when: string;
  levels: Array<string>;
  kinds: Array<string>;
  name: string;
  says: Array<Drawn>;
}

/**
 * A kind of plan, at a joint or a nerve. `counts`: what its needles go to.
 */
export interface PlanKind {
  name: string;
  part: "facet" | "nerve";
  counts: "nerves" | "joints" | "roots";
}

/**
 * A level as a plan lists it. `at`: plate -> side -> where its joint lies, in units of the plate's drawing.
 */
export interface PlanLevel {
  label: string;
  home: string;
  at: Record<string, Record<string, [number, number]>>;
}

/**
 * What a needle of a plan goes to: a nerve on its bone, both by id, a joint, or a root; `at` as for a level.
 */
export interface PlanPoint {
  nerve: string;
  bone: string;
  name: string;
  where: string;
  at: Record<string, Record<string, [number, number]>>;
}

/**
 * One kind of plan at one level: its points and the codes that count it; or why it is not done there.
 */
export interface PlanStop {
  points: Array<string>;
  codes: Array<string>;
  refused: Drawn | null;
}

/**
 * Warnings shown before anything else when at least one place of each list in `places` is chosen.
 */
export interface Rule {
  flags: Array<string>;
  places: Array<Array<string>>;
}

/**
 * Inside the first HTML, the same in every language: the ids, what belongs to what, where the files lie.
 *
 * home       level -> the region that opens with it
 * alias      the name on the diagram -> the level's id, where they differ
 * context    levels that stand on the spine but have no block of their own
 * areas      area -> its sides
 * strengths  spot -> area -> how typical
 * block_of   spot -> the first of the blocks that fit it
 * steps      of the longest visit; `spans`: of the time after a block
 * tabs       of a block page; of these, of `texts` (percent) and of `themes`, the page starts with the first
 */
export interface Site {
  languages: Array<string>;
  rtl: Array<string>;
  scenes: Array<string>;
  regions: Record<string, Array<string>>;
  home: Record<string, string>;
  alias: Record<string, string>;
  context: Array<string>;
  areas: Record<string, Array<string>>;
  zones: Array<string>;
  strengths: Record<string, Record<string, "typical" | "sometimes">>;
  pain: Warnings;
  blocks: Array<string>;
  blockOf: Record<string, string>;
  pages: Array<string>;
  tabs: Array<string>;
  steps: number;
  spans: number;
  texts: Array<string>;
  themes: Array<string>;
  files: Files;
  later: Array<string>;
  styles: Array<string>;
  speech: Record<string, string>;
  kiosk: boolean;
  wall: Times;
  wing: WingDoor;
}

/**
 * Seconds without a touch until a wall screen asks, and until it starts over.
 */
export interface Times {
  idle: number;
  warn: number;
}

/**
 * A found place: `toggle` is added to the chosen ones.
 */
export interface Toggle {
  toggle: string;
  say: string;
}

/**
 * Which warnings go with which areas, by id; the order of `flags` is the order on screen.
 *
 * alarms   places that open the page of emergencies
 * context  area -> joints outside the levels that reach it
 */
export interface Warnings {
  insets: Record<string, Inset>;
  squares: Record<string, Record<string, [number, number]>>;
  flags: Array<string>;
  cautions: Array<string>;
  emergencies: Array<string>;
  alarms: Array<string>;
  flagsOf: Record<string, Array<string>>;
  cautionsOf: Record<string, Array<string>>;
  rules: Array<Rule>;
  context: Record<string, Array<string>>;
}

/**
 * The wing in one language: the row of tools, and the answers by spot.
 *
 * parts   what many answers put in, by name
 * layers  spot -> what is told apart on the body, by name -> area -> how typical
 * keys    key pressed -> what changes
 */
export interface Wing {
  bar: Array<Drawn>;
  detail: Record<string, Array<Drawn>>;
  parts: Record<string, Drawn | Array<Drawn>>;
  layers: Record<string, Record<string, Record<string, "typical" | "sometimes">>>;
  keys: Record<string, string>;
}

/**
 * What of the physician's wing the address has to know before anything of it is fetched.
 *
 * pages   of the clinician's voice only; `shared` in both voices, never on a wall screen
 * files   address of its `WingFiles`
 */
export interface WingDoor {
  pages: Array<string>;
  shared: Array<string>;
  kinds: Array<string>;
  charts: Array<string>;
  files: string;
}

/**
 * Where the wing's files lie, fetched at its first use. `words`: by language; `pages`: by page, then language;
 * `plotly` and its `figures` by language are fetched when a chart is looked into.
 */
export interface WingFiles {
  words: Record<string, string>;
  pages: Record<string, Record<string, string>>;
  modules: Array<string>;
  styles: Array<string>;
  scripts: Array<string>;
  plotly: string;
  figures: Record<string, string>;
}

/**
 * One language, fetched at the start: lists, answers and short pages, by place on the spine or by spot.
 */
export interface Words {
  levels: Record<string, Array<Drawn>>;
  detail: Record<string, Array<Drawn>>;
  pages: Record<string, Drawn>;
  pain: Answer;
  turn: Array<Drawn>;
  bar: Array<Drawn>;
  notice: Drawn;
  announce: Record<string, string>;
  sides: Record<string, string>;
  say: Record<string, string>;
  t: Record<string, string>;
  titles: Record<string, string>;
}
