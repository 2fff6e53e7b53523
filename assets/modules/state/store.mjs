/* What is fetched: once, and again after a failure. */
import { site } from "./site.mjs";
import { telling } from "./told.mjs";

/* Addresses that were asked for and did not come. */
const missing = new Set();
const told = telling();
export const hearMissing = told.hear;

/* What a part that did not come is rejected with: it is told and asked for again. */
export class Missing extends Error {}

/* A server that hangs is as good as none. A slow one may take its time, as long as something comes. */
const PATIENCE = 15000;

/* What lies at an address, as a blob. */
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
    if (!answer.ok) throw new Missing(`${answer.status} ${url}`);
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
export const once = (held, key, ask) => {
  held[key] ??= ask().catch((fault) => {
    delete held[key];
    throw fault;
  });
  return held[key];
};
const texts = {};
export const fetchOnce = (url) => once(texts, url, () => fetchPart(url));

const loading = {};
const ready = {};
/* Fetched early, so that no touch needs the server; read when they are needed: a language's pages are 3 MB. */
export const fetchText = (kind, language) => fetchOnce(site.files[kind][language]);
export const fetchWords = (kind, language) =>
  once(loading, `${kind}.${language}`, async () => {
    const [text] = await Promise.all([fetchText(kind, language), kind === "pages" && styles()]);
    ready[`${kind}.${language}`] = JSON.parse(text);
    return ready[`${kind}.${language}`];
  });
export const wordsOf = (language) => ready[`content.${language}`];

/* The long pages have styles of their own, which come with their words; layers tell which of two styles wins, whichever came
   last. */
const styled = {};
const put = async (url) => {
  const sheet = document.createElement("style");
  sheet.textContent = await fetchOnce(url);
  document.head.append(sheet);
};
export const styles = () => Promise.all(site.styles.map((url) => once(styled, url, () => put(url))));
