/* What is fetched: once, and again after a failure. */
import { site } from "./site.mjs";
import { telling } from "./told.mjs";

/** @import { Pages, Words } from "../contract" */

/* Addresses that were asked for and did not come. */
/** @type {Set<string>} */
const missing = new Set();
/** @type {ReturnType<typeof telling<[number]>>} */
const told = telling();
export const hearMissing = told.hear;

/* What a part that did not come is rejected with: it is told and asked for again. */
export class Missing extends Error {}

/* A server that hangs is as good as none. A slow one may take its time, as long as something comes. */
const PATIENCE = 15000;

/* What lies at an address, as a blob. */
/** @param {string} url */
export const fetchBlob = async (url) => {
  const hangs = new AbortController();
  let patience = 0;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => hangs.abort(), PATIENCE);
  };
  wait();
  try {
    const answer = await fetch(url, { signal: hangs.signal });
    if (!answer.ok || !answer.body) throw new Missing(`${answer.status} ${url}`);
    const reader = answer.body.getReader();
    const chunks = [];
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      wait();
    }
    return new Blob(chunks);
  } finally {
    clearTimeout(patience);
  }
};

/* A part of the app: that it is missing is told. */
/** @param {string} url */
const fetchPart = async (url) => {
  try {
    const text = await (await fetchBlob(url)).text();
    missing.delete(url);
    return text;
  } catch (fault) {
    missing.add(url);
    throw new Missing(url, { cause: fault });
  } finally {
    told.tell(missing.size);
  }
};

/* What is promised for a key, asked for once; asked for again after a failure. */
/**
 * @template Value
 * @param {Record<string, Promise<Value>>} held
 * @param {string} key
 * @param {() => Promise<Value>} ask
 */
export const once = (held, key, ask) => {
  held[key] ??= ask().catch((fault) => {
    delete held[key];
    throw fault;
  });
  return held[key];
};
/** @type {Record<string, Promise<string>>} */
const texts = {};
/** @param {string} url */
export const fetchOnce = (url) => once(texts, url, () => fetchPart(url));

/* The words of a language: fetched early, so that no touch needs the server. */
/** @type {Record<string, Promise<Words>>} */
const wordsAsked = {};
/** @type {Record<string, Words>} */
const words = {};
/** @param {string} language */
export const fetchWords = (language) =>
  once(wordsAsked, language, async () => {
    words[language] = JSON.parse(await fetchOnce(site.files.content[language]));
    return words[language];
  });
/** @type {(language: string) => Words | undefined} */
export const wordsOf = (language) => words[language];

/* The long pages of a language: their text is fetched early, and read when they are needed: it is 3 MB. */
/** @type {Record<string, Promise<Pages>>} */
const pages = {};
/** @param {string} language */
export const fetchText = (language) => fetchOnce(site.files.pages[language]);
/** @param {string} language */
export const fetchPages = (language) =>
  once(pages, language, async () => {
    const [text] = await Promise.all([fetchText(language), styles()]);
    return JSON.parse(text);
  });

/* The long pages have styles of their own, which come with their words; layers tell which of two styles wins, whichever came
   last. */
/** @type {Record<string, Promise<void>>} */
const styled = {};
/** @param {string} url */
export const put = async (url) => {
  const sheet = document.createElement("style");
  sheet.textContent = await fetchOnce(url);
  document.head.append(sheet);
};
export const styles = () => Promise.all(site.styles.map((url) => once(styled, url, () => put(url))));
