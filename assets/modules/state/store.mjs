/* What is fetched: once, and again after a failure. */
import { site } from "./site.mjs";
import { telling } from "./told.mjs";

/* Addresses that were asked for and did not come. */
const missing = new Set();
const told = telling();
export const hearMissing = told.hear;
export const someAreMissing = () => missing.size > 0;

/* As the browser's own, but for an address that is a part of the app: that it is missing is told. */
const fetchPart = async (url) => {
  try {
    const answer = await fetch(url);
    missing.delete(url);
    return answer;
  } catch (fault) {
    missing.add(url);
    throw fault;
  } finally {
    told.tell(missing.size);
  }
};

/* What is promised for a key, asked for once; asked for again after a failure. */
const once = (held, key, ask) =>
  (held[key] ??= ask().catch((fault) => {
    delete held[key];
    throw fault;
  }));
const texts = {};
export const fetchOnce = (url) =>
  once(texts, url, () => fetchPart(url).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status))));

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

/* The long pages have styles of their own, which come with their words; layers tell which of two styles wins, whichever came last. */
const styled = {};
const put = async (url) => {
  await fetchOnce(url);
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: url });
  const loaded = new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
  document.head.append(link);
  return loaded;
};
export const styles = () => Promise.all(site.styles.map((url) => once(styled, url, () => put(url))));
