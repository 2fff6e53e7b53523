/* The URL is the state. Here it is read, checked and written; unknown keys and values are left out. */
window.spine = { site: JSON.parse(document.getElementById("site").textContent) };

(() => {
  const { site } = spine;

  /* What is promised for a key, asked for once; asked for again after a failure. */
  spine.once = (held, key, ask) =>
    (held[key] ??= ask().catch((fault) => {
      delete held[key];
      throw fault;
    }));
  const texts = {};
  spine.fetchOnce = (url) => spine.once(texts, url, () => fetch(url).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status))));

  const NODES = { ...site.home };
  for (const region of Object.keys(site.regions)) NODES[region] = region;
  /* Forgiving of case and of the label on screen: l4-l5 is L4-5. */
  const ALIAS = { __proto__: null, ...Object.fromEntries(Object.entries(site.alias).map(([said, node]) => [said.toLowerCase(), node])) };
  for (const node of Object.keys(NODES)) ALIAS[node.toLowerCase()] = node;

  const CHOICES = {
    part: ["facet", "nerve"],
    side: ["both", "left", "right"],
    page: ["explore", ...site.pages],
    block: site.blocks,
    zone: site.zones,
    view: ["patient", "clinician"],
    lang: site.languages,
    kiosk: ["1"],
    text: ["100", "125", "150", "200"],
    theme: ["light", "dark", "contrast"],
    look: ["side", "back"],
    mirror: ["1"],
    tab: ["what", "how", "after", "works", "risks", "options"],
    step: Array.from({ length: 40 }, (_, index) => String(index + 1)),
    time: ["1", "2", "3", "4", "5", "6"],
  };
  /* Where one is inside a block page. */
  const INSIDE = ["tab", "step", "time"];
  const DEFAULTS = { tab: "what", step: "1", time: "1", side: "both", page: "explore", view: "patient", lang: site.languages[0], text: "100", theme: "light", look: "side" };

  const area = (text) => {
    const [slug, side = "mid"] = text.trim().toLowerCase().split(".");
    return Object.hasOwn(site.areas, slug) && site.areas[slug].includes(side) ? `${slug}.${side}` : null;
  };

  /* state: { at, part, side, hurts: ["low-back.left", ...], page, ... }; unknown: true when something was left out. */
  spine.read = (search) => {
    const given = new URLSearchParams(search);
    const state = { at: "", part: "", block: "", zone: "", kiosk: "", mirror: "", hurts: [], ...DEFAULTS, unknown: false };
    const at = given.get("at");
    if (at) state.at = ALIAS[at.trim().toLowerCase()] ?? ((state.unknown = true), "");
    for (const [key, allowed] of Object.entries(CHOICES)) {
      const value = given.get(key)?.trim();
      if (!value) continue;
      const known = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
      if (known) state[key] = known;
      else state.unknown = true;
    }
    for (const text of (given.get("hurts") ?? "").split(",").filter(Boolean)) {
      const known = area(text);
      if (!known) state.unknown = true;
      else if (!state.hurts.includes(known)) state.hurts.push(known);
    }
    if (state.hurts.length && !given.has("at")) state.at = spine.regionFor(state.hurts, "");
    if (spine.isLevel(state.at) && !state.part) state.part = site.strengths[`${state.at}|facet`] ? "facet" : "nerve";
    if (state.hurts.includes("saddle.mid") && !given.get("page")) state.page = "emergency";
    if (state.page === "search" && (state.kiosk || site.kiosk)) state.page = "explore";
    return state;
  };

  /* The region to show for chosen areas: the one on screen while it fits, else the one that fits best. */
  spine.regionFor = (hurts, shown) => {
    const fits = {};
    for (const [key, reach] of Object.entries(site.strengths)) {
      const here = hurts.map((one) => reach[one.split(".")[0]]).filter(Boolean);
      const [node] = key.split("|");
      if (site.context.includes(node)) continue;
      const region = site.home[node];
      for (const strength of here) fits[region] = (fits[region] ?? 0) + (strength === "typical" ? 3 : 1) * (here.length === hurts.length ? 4 : 1);
    }
    if (!hurts.length || shown in fits) return shown;
    return Object.keys(fits).sort((a, b) => fits[b] - fits[a])[0] ?? shown;
  };

  /* What was ticked: questions for the visit, rows that matter. In memory only; starting over forgets it. */
  spine.ticks = new Set();

  spine.isLevel = (node) => node in site.home;
  spine.regionOf = (node) => site.home[node] ?? node;

  spine.write = (state) => {
    const told = new URLSearchParams();
    for (const key of ["at", "part", "side", "hurts", "zone", "page", "block", "view", "look", "mirror", ...INSIDE, "lang", "text", "theme", "kiosk"]) {
      const value = key === "hurts" ? state.hurts.map((one) => one.replace(/\.mid$/, "")).join(",") : state[key];
      if (key === "at" && !value && state.hurts.length) told.set(key, "");
      if (key === "page" && value === DEFAULTS.page && state.hurts.includes("saddle.mid")) told.set(key, value);
      if (!value || value === DEFAULTS[key]) continue;
      if (key === "part" && !spine.isLevel(state.at)) continue;
      if (INSIDE.includes(key) && state.page !== "block") continue;
      told.set(key, value);
    }
    const text = told.toString().replaceAll("%2C", ",");
    return text ? `?${text}` : location.pathname;
  };

  /* Nothing chosen and nothing changed: there is nothing to go back to. */
  spine.atStart = (state) => spine.write({ ...state, kiosk: "", view: DEFAULTS.view }) === location.pathname;

  const now = () => spine.read(location.search);
  spine.now = now;

  /* Change some keys; every change is one step of the browser's history. */
  spine.go = (changes) => {
    const state = { ...now(), ...changes };
    const url = spine.write(state);
    if (url === `${location.search || location.pathname}`) return;
    history.pushState({ steps: (history.state?.steps ?? 0) + 1 }, "", url);
    spine.changed();
  };

  /* One step back inside the app; at its first step, one step up: page, level, region, start. */
  spine.back = () => {
    if (history.state?.steps) return history.back();
    const state = now();
    if (state.page !== "explore") return spine.go({ page: "explore", block: "" });
    if (state.zone) return spine.go({ zone: "" });
    if (spine.isLevel(state.at)) return spine.go({ at: spine.regionOf(state.at), part: "" });
    spine.go({ at: "", hurts: [], zone: "" });
  };

  /* Start over: nothing of the visit stays, not even the language. */
  spine.reset = () => {
    const { kiosk, view } = now();
    spine.ticks.clear();
    spine.go({ ...spine.read(""), kiosk, view });
  };
})();
