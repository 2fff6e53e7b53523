/* Read aloud: sound files made ahead of time, named after their sentence; else a voice of this machine; else no button. */
import { around, find } from "./state/find.mjs";
import { hearChanges, hearResets, now } from "./state/history.mjs";
import { site } from "./state/site.mjs";
import { fetchBlob, fetchOnce, once } from "./state/store.mjs";

/** @typedef {[string, Text, number]} Letter what it is, where it stands */
/** @typedef {{ said: string, begin: [Text, number], end: [Text, number] }} Sentence */
/**
 * @typedef {object} Reading
 * @property {AudioContext} context
 * @property {GainNode} gain
 * @property {AudioBufferSourceNode} [source] what sounds now
 * @property {string} language
 * @property {string} address where it was begun
 * @property {number} at the sentence that is read
 * @property {Sentence[]} list
 */

const root = document.documentElement;
const INLINE = new Set(["A", "B", "EM", "I", "SMALL", "SPAN", "STRONG"]);
const UNREAD = ".sources, .phone-only, .ring-time, .data-table, [aria-hidden=true], [hidden], svg";
const FOLDED = "details:not([open]) > :not(summary)";
/** @param {Element} one */
const isShown = (one) => one.getClientRects().length > 0 && !one.matches(FOLDED);
const LOUD = [0.25, 0.5, 0.75, 1];
/** @type {Record<string, Promise<Set<string>>>} */
const known = {};
/** @type {(language: string, name: string) => string} */
const soundAt = (language, name) => `speech/${language}/${name}.opus`;
let volume = 2;
/** @type {Reading | null} */
let reading = null;

/** @param {string} language */
const ownVoice = (language) =>
  window.speechSynthesis?.getVoices().find((one) => one.localService && one.lang.startsWith(language));
const canSpeak = () =>
  root.toggleAttribute(
    "data-voice",
    Boolean((site.speech?.[root.lang] && window.crypto.subtle) || ownVoice(root.lang)),
  );

/* What is on screen, cut into sentences as Python cuts it; each letter remembers where it stands. */
/** @param {Element} start */
const collect = (start) => {
  /** @type {Letter[]} */
  let block = [];
  const blocks = [block];
  const begin = () => {
    block = [];
    blocks.push(block);
  };
  /** @param {Node} node */
  const walk = (node) => {
    for (const one of node.childNodes) {
      if (one instanceof Text) {
        if (block.length) block.push([" ", one, 0]);
        let at = 0;
        for (const letter of one.data) {
          block.push([letter, one, at]);
          at += letter.length;
        }
      } else if (one instanceof Element && !one.matches(UNREAD) && isShown(one)) {
        if (!INLINE.has(one.tagName)) begin();
        walk(one);
        if (!INLINE.has(one.tagName)) begin();
      }
    }
  };
  walk(start);
  return blocks.flatMap(cut);
};
/** @type {(letters: Letter[]) => Sentence[]} */
const cut = (letters) => {
  const kept = letters.filter(([letter], index) => !/\s/.test(letter) || (index && !/\s/.test(letters[index - 1][0])));
  while (kept.length && /\s/.test(kept[kept.length - 1][0])) kept.pop();
  const text = kept.map(([letter]) => (/\s/.test(letter) ? " " : letter)).join("");
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  /** @type {[Text, number][]} */
  const places = kept.flatMap(([letter, node, at]) =>
    [...letter].map(() => /** @type {[Text, number]} */ ([node, at])),
  );
  let from = 0;
  return text
    .replace(/([.!?])\s+/g, "$1\n")
    .split("\n")
    .map((said) => {
      const begin = text.indexOf(said, from);
      from = begin + said.length;
      return { said, begin: places[begin], end: places[from - 1] };
    });
};
export const sentences = () => collect(document.querySelector("#page-slot article") ?? find("#detail"));

/** @param {Sentence | null} sentence */
const show = (sentence) => {
  if (!CSS.highlights) return;
  CSS.highlights.delete("spoken");
  if (!sentence) return;
  const range = new Range();
  range.setStart(...sentence.begin);
  range.setEnd(sentence.end[0], sentence.end[1] + 1);
  CSS.highlights.set("spoken", new Highlight(range));
  sentence.begin[0].parentElement?.scrollIntoView({ block: "nearest" });
};

/** @param {string} said */
const nameOf = async (said) => {
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said));
  return [...new Uint8Array(sum)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, 12);
};
/** @type {(said: string, language: string) => Promise<string | null>} */
const fileOf = async (said, language) => {
  const list = site.speech?.[language];
  if (!list || !window.crypto.subtle) return null;
  const names = await once(known, language, async () => new Set(JSON.parse(await fetchOnce(list))));
  const name = await nameOf(said);
  return names.has(name) ? soundAt(language, name) : null;
};

/* One sentence; the promise ends when it is said. */
/** @type {(file: string, run: Reading) => Promise<void>} */
const fromFile = async (file, run) => {
  const sound = await run.context.decodeAudioData(await (await fetchBlob(file)).arrayBuffer());
  if (run !== reading) return;
  await new Promise((ended) => {
    const source = new AudioBufferSourceNode(run.context, { buffer: sound });
    run.source = source;
    source.connect(run.gain);
    source.onended = ended;
    source.start();
  });
};
/** @type {(said: string, run: Reading) => Promise<unknown>} */
const fromVoice = (said, run) =>
  new Promise((ended) => {
    const told = new SpeechSynthesisUtterance(said);
    Object.assign(told, {
      voice: ownVoice(run.language),
      lang: run.language,
      volume: LOUD[volume],
      rate: 0.9,
      onend: ended,
      onerror: ended,
    });
    speechSynthesis.speak(told);
  });

const read = async () => {
  stop();
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: LOUD[volume] });
  gain.connect(context.destination);
  /** @type {Reading} */
  const run = { context, gain, language: root.lang, address: now().search, at: 0, list: sentences() };
  reading = run;
  root.setAttribute("data-speaking", "");
  press();
  if (document.activeElement?.matches("[data-wall=listen]")) find("[data-speech=pause]", player).focus();
  for (; run === reading && run.at < run.list.length; run.at++) {
    const { said } = run.list[run.at];
    const file = await fileOf(said, run.language).catch(() => null);
    if (run !== reading) return;
    if (!file && !ownVoice(run.language)) continue;
    show(run.list[run.at]);
    await (file ? fromFile(file, run) : fromVoice(said, run)).catch(() => null);
  }
  if (run === reading) stop();
};
const stop = () => {
  const run = reading;
  reading = null;
  const focused = player.contains(document.activeElement);
  root.removeAttribute("data-speaking");
  if (focused) document.querySelector("#bar [data-wall=listen]")?.focus();
  show(null);
  if (!run) return;
  run.source?.stop();
  run.context.close();
  window.speechSynthesis?.cancel();
};
/** @param {Reading} reading */
const pause = (reading) => {
  const on = reading.context.state === "suspended";
  if (on) reading.context.resume();
  else reading.context.suspend();
  window.speechSynthesis?.[on ? "resume" : "pause"]();
  press(!on);
};
/* The sentence once more. */
/** @param {Reading} reading */
const again = (reading) => {
  reading.at -= 1;
  reading.context.resume();
  reading.source?.stop();
  window.speechSynthesis?.cancel();
  press();
};
const louder = () => {
  volume = (volume + 1) % LOUD.length;
  if (reading) reading.gain.gain.value = LOUD[volume];
  press();
};
const player = find("#player");
const press = (paused = false) => {
  player.toggleAttribute("data-paused", paused);
  find("[data-speech=volume] b", player).textContent = `${volume + 1}/${LOUD.length}`;
};

/** @type {Record<string, (reading: Reading) => void>} */
const DO = { pause, again, stop, volume: louder };
document.addEventListener("click", (event) => {
  if (around(event, "[data-wall=listen]")) return reading ? stop() : read();
  const wanted = around(event, "[data-speech]")?.dataset.speech;
  if (wanted && reading) DO[wanted](reading);
});

/* Another view, another text; another visitor, the volume that everybody starts with. */
hearChanges(({ search }) => {
  if (reading?.address !== search) stop();
  canSpeak();
});
hearResets(() => {
  stop();
  volume = 2;
  press();
});
press();
export const speaking = () => reading?.context.state === "running";
window.speechSynthesis?.addEventListener("voiceschanged", canSpeak);
canSpeak();

/* A wall screen keeps all that it can say, for the time without a server. */
export const keepSounds = () =>
  navigator.serviceWorker?.ready.then(async (found) => {
    const lists = Object.entries(site.speech ?? {}).map(async ([language, list]) => {
      /** @type {string[]} */
      const names = JSON.parse(await fetchOnce(list));
      return names.map((name) => soundAt(language, name));
    });
    found.active?.postMessage({ speech: (await Promise.all(lists)).flat() });
  });
