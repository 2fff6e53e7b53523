/* Puts the modules together: the only one that knows all. What the first view does without is loaded after it. */
import "./hurts/insets.mjs";
import { aim, near } from "./hurts/aim.mjs";
import "./offline.mjs";
import { isCalm } from "./screen/fingers.mjs";
import "./screen/keys.mjs";
import { askFirst, hearShown, show } from "./screen/room.mjs";
import { Tree } from "./screen/tree.mjs";
import { open } from "./screen/view.mjs";
import { read, write } from "./state/address.mjs";
import * as history from "./state/history.mjs";
import { regionOf } from "./state/levels.mjs";
import { site } from "./state/site.mjs";
import { fetchPages, fetchWords, wordsOf } from "./state/store.mjs";
import { fetchWing, inWing } from "./state/wing.mjs";

/* The page's door for the console and for tests: nothing in the app comes through it. */
Object.assign(window.spine, {
  ...history,
  site,
  read,
  write,
  regionOf,
  fetchPages,
  fetchWords,
  words: wordsOf,
  hearShown,
  aim,
  near,
  isCalm,
});

/* Without what it told, the page starts as ever. */
const fromElsewhere = async () => {
  const { asked: search } = window;
  if (search === undefined) return;
  delete window.asked;
  const { asked } = await import("./state/record.mjs");
  const { search: found, unknown } = await asked(search);
  history.enter(found, unknown);
};
const loadWall = async () => {
  if (!site.kiosk && !history.now().kiosk) return null;
  const [wall] = await Promise.all([import("./wall/wall.mjs"), import("./wall/lock.mjs"), import("./wall/staff.mjs")]);
  window.spine.wall = wall;
  return wall;
};
const onWall = fromElsewhere().catch(reportError).then(loadWall);

askFirst(async (state) => {
  if (!inWing(state)) return null;
  await fetchWing(state.lang);
  return (await import("./clinician/wing.mjs")).said(state);
});

const later = async () => {
  const [speech, search] = await Promise.all([import("./speech.mjs"), import("./hurts/search.mjs")]);
  Object.assign(window.spine, { find: search.find, sentences: speech.sentences, speaking: speech.speaking });
  const wall = await onWall;
  if (!wall) return;
  wall.stayAwakeWhile(speech.speaking);
  speech.keepSounds();
};

onWall.then(() => {
  open(later);
  window.spine.arrive({ show, Tree });
});
