/* From a change of the state to the screen: first the marks on the drawing, then the words, by Dash. */
import { fetchPlate, otherPlate, stage } from "../explorer/drawings.mjs";
import { changed, hearChanges, hearTicks, now } from "../state/history.mjs";
import { isLevel } from "../state/levels.mjs";
import { site } from "../state/site.mjs";
import { fetchOnce, fetchText, fetchWords, Missing, styles, wordsOf } from "../state/store.mjs";
import { dress } from "./dress.mjs";
import { focus } from "./focus.mjs";
import { watch } from "./long.mjs";
import { hearShown } from "./room.mjs";

/** @import { Words } from "../contract" */
/** @import { State } from "../types" */

const root = document.documentElement;
const isLive = () => root.hasAttribute("data-live");

/* Who touches the body looks there: its marks come first, then the words, then the plate of another region. */
/** @param {State} state */
const plateWaits = (state) =>
  isLive() && otherPlate(state) && !isLevel(state.at) && (state.zone !== "" || state.hurts.length > 0);

const tellDash = () => dash_clientside.set_props("state", { "data-search": now().search || "?" });
hearTicks(tellDash);

/** @param {State} state */
const draw = (state) => {
  dress(state);
  stage(state, wordsOf(state.lang), plateWaits(state));
  if (!wordsOf(state.lang)) fetchWords(state.lang).then((words) => stage(now(), words));
  /* The marks on the drawing are on screen one frame before the words are worked out. */
  if (isLive()) requestAnimationFrame(() => setTimeout(tellDash));
};
hearChanges(draw);

/** @type {(state: State, words: Words) => void} */
const begin = (state, words) => {
  root.setAttribute("data-live", "");
  watch();
  document.getElementById("first")?.remove();
  dress(state);
  stage(state, words);
};
hearShown((state, words) =>
  requestAnimationFrame(() => {
    if (!isLive()) begin(state, words);
    if (state.search !== now().search) changed();
    else if (plateWaits(state)) setTimeout(() => stage(now(), words));
    document.title = words.titles[state.at] ?? words.titles[""];
    focus(state);
  }),
);

/* First the state's own words and plate, then, in the background, everything else, so that no later touch asks the server.
   Modules are fetched before they are imported: an import that hangs or fails is not tried again by every browser. */
/** @param {() => Promise<unknown>} more */
const everything = async (more) => {
  /** @type {(() => Promise<unknown>)[]} */
  const rest = [() => Promise.all(site.later.map(fetchOnce)), more];
  for (const name of Object.keys(site.files.plates)) rest.push(() => fetchPlate(name));
  for (const language of site.languages)
    rest.push(
      () => fetchWords(language),
      () => fetchText(language),
    );
  rest.push(styles, () => Promise.all(site.scenes.map(fetchOnce)));
  for (const fetchNext of rest) await fetchNext();
  root.setAttribute("data-whole", "");
};

/* What is on screen now; then `more`, which fetches what start has for later, and the rest. */
/** @param {() => Promise<unknown>} more */
export const open = (more) => {
  const fetchAll = () =>
    everything(more).catch((fault) => {
      if (!(fault instanceof Missing)) reportError(fault);
      setTimeout(fetchAll, 5000);
    });
  draw(now());
  if (document.readyState === "complete") fetchAll();
  else addEventListener("load", fetchAll);
};
