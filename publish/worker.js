/* Keeps the app in the browser, so that it opens when the server or the network is gone. Served as /sw.js, after a line
   that says which release it is and what it keeps: `const MADE = { release, kept }`. */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** @param {string} name */
const below = (name) => new URL(name, location.href).pathname;
/* Other apps on the same host have caches of their own. */
const HERE = below("./");
const RELEASE = `${MADE.release} ${HERE}`;
const SPEECH = `spine-speech ${HERE}`;
const PATIENCE = 4000;

/** @param {URL} url */
const sound = (url) => url.pathname.startsWith(below("speech/"));
/** @param {URL} url */
const fixed = (url) => /[?&]m=[0-9a-f]{12}|\.(v1m)?[0-9a-f]{12}\.|\.opus$/.test(url.pathname + url.search);
/** @param {URL} url */
const nameOf = (url) => (sound(url) ? SPEECH : RELEASE);

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  event.waitUntil(
    caches
      .open(RELEASE)
      .then((cache) =>
        cache.addAll(
          MADE.kept.map(
            (address) => new Request(address, { cache: fixed(new URL(address, location.href)) ? "default" : "reload" }),
          ),
        ),
      ),
  );
});

worker.addEventListener("activate", (event) => {
  /** @param {string[]} names */
  const old = (names) => names.filter((name) => name.endsWith(` ${HERE}`) && name !== RELEASE && name !== SPEECH);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

/* What cannot change is taken from the cache; everything else from the server, and from the cache when there is none. */
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || url.pathname === below("health")) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request, url));
  else event.respondWith(fixed(url) ? cacheFirst(event.request, url) : serverFirst(event.request, event.request));
});

/** @param {Request | string} key */
const found = (key) => caches.match(key, { ignoreVary: true });
/** @type {(request: Request, url: URL) => Promise<Response>} */
const cacheFirst = async (request, url) => (await found(request)) ?? keep(request, url, await fetch(request));
/** @type {(request: Request, url: URL, answer: Response) => Promise<Response>} */
const keep = async (request, url, answer) => {
  if (answer.ok) await (await caches.open(nameOf(url))).put(request, answer.clone());
  return answer;
};
/* A server that hangs is as good as none. */
/** @type {(request: Request, key: Request | string) => Promise<Response>} */
const serverFirst = async (request, key) => {
  try {
    const patience = new AbortController();
    setTimeout(() => patience.abort(), PATIENCE);
    const answer = await fetch(request, { signal: patience.signal });
    if (answer.status < 500) return answer;
    return (await found(key)) ?? answer;
  } catch (fault) {
    const kept = await found(key);
    if (kept) return kept;
    throw fault;
  }
};
/* The page of each language is kept once; the rest of the address is read by the page itself. */
/** @type {(request: Request, url: URL) => Promise<Response>} */
const page = (request, url) => {
  const wanted = `./?lang=${url.searchParams.get("lang")}`;
  return serverFirst(request, MADE.kept.includes(wanted) ? wanted : "./");
};

/* Speech that the page wants kept for the time without a server; what no text needs any more goes. */
worker.addEventListener("message", (event) => {
  const wanted = event.data?.speech;
  if (wanted) event.waitUntil(keepSpeech(wanted));
});
/** @param {string[]} wanted */
const keepSpeech = async (wanted) => {
  const cache = await caches.open(SPEECH);
  const there = (await cache.keys()).map((request) => new URL(request.url).pathname);
  const needed = wanted.map(below);
  for (const address of there) if (!needed.includes(address)) await cache.delete(address);
  for (const address of needed) if (!there.includes(address)) await cache.add(address).catch(() => null);
};
