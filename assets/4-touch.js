/* Touch and keys: everything that can be touched says in its attributes what it changes. */
(() => {
  const TOUCHABLE = "[data-node],[data-pick],[data-area],[data-face],#body,[data-toggle],[data-choice],[data-go],[data-do]";
  const root = document.documentElement;
  const { site } = spine;

  const toggled = (hurts, one) => (hurts.includes(one) ? hurts.filter((other) => other !== one) : [...hurts, one]);

  const hurt = (one) => {
    const state = spine.now();
    const hurts = toggled(state.hurts, one);
    const at = spine.regionFor(hurts, spine.regionOf(state.at));
    const saddle = hurts.includes(one) && hurts.includes("saddle.mid");
    spine.go({ hurts, at, part: "", page: saddle ? "emergency" : "explore" });
  };

  const next = (list, value) => list[(list.indexOf(value) + 1) % list.length];
  const DO = {
    back: () => spine.back(),
    reset: () => spine.reset(),
    text: () => spine.go({ text: next(["100", "125", "150", "200"], spine.now().text) }),
    theme: () => spine.go({ theme: next(["light", "dark", "contrast"], spine.now().theme) }),
    places: () => spine.go({ at: spine.regionOf(spine.now().at), part: "" }),
    sheet: () => root.toggleAttribute("data-sheet"),
    more: () => more(),
  };

  const act = (element) => {
    const { node, part, pick, area, side, toggle, choice, go } = element.dataset;
    if (node || pick) return choose(node ?? pick, part);
    if (area) return hurt(`${area}.${side}`);
    if (toggle) return hurt(toggle);
    if (choice) return spine.go(Object.fromEntries([choice.split("=")]));
    if (go !== undefined) return spine.go(changes(go));
    if (element.dataset.do) DO[element.dataset.do]();
  };
  const changes = (query) => {
    const told = Object.fromEntries(new URLSearchParams(query));
    if ("hurts" in told) told.hurts = told.hurts.split(",").filter(Boolean);
    if (told.page === "") told.page = "explore";
    return told;
  };
  const choose = (node, part) => {
    const state = spine.now();
    const level = spine.isLevel(node);
    const held = level && spine.isLevel(state.at) && site.strengths[`${node}|${state.part}`] ? state.part : "";
    const kept = part || held;
    spine.go({ at: node, part: kept, page: "explore", zone: "" });
  };

  /* A click is sent on release and not when the finger slid off; that is what we want. */
  document.addEventListener("click", (event) => {
    const found = event.target.closest(TOUCHABLE);
    if (!found || found.getAttribute("aria-disabled") === "true") return;
    event.preventDefault();
    pressed = spine.heirs(found) ?? [key(found)].filter(Boolean);
    opener = found.closest("#page-slot") ? opener : key(found);
    const zone = spine.aim(event, found);
    if (zone) return spine.go({ zone, at: spine.regionOf(spine.now().at), part: "", page: "explore" });
    act((found.closest(".inset") && !found.dataset.area && spine.near(event)) || found);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return escape();
    const button = event.target.closest?.("svg [role=button]");
    if (!button) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return act(button);
    }
    const to = step(button, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    for (const one of to.closest("[data-roving], #spine-view > *").querySelectorAll("[role=button]")) one.setAttribute("tabindex", one === to ? "0" : "-1");
  });

  const escape = () => {
    const state = spine.now();
    if (state.page !== "explore") spine.go({ page: "explore", block: "" });
    else if (state.zone) spine.go({ zone: "" });
    else if (spine.isLevel(state.at)) spine.go({ at: spine.regionOf(state.at), part: "" });
    else if (state.at || state.hurts.length) spine.go({ at: "", hurts: [], zone: "" });
  };

  /* Up and down step from level to level (or area to area), left and right among a level, its nerve and its joint. */
  const step = (button, pressed) => {
    const all = [...button.closest("[data-roving], #spine-view > *").querySelectorAll("[role=button]")];
    const { node } = button.dataset;
    const main = node ? all.filter((one) => !one.dataset.part) : all;
    const at = node ? main.findIndex((one) => one.dataset.node === node) : main.indexOf(button);
    const among = node ? all.filter((one) => one.dataset.node === node) : all;
    const inside = among.indexOf(button);
    const wrap = (list, index) => list[(index + list.length) % list.length];
    const way = {
      ArrowDown: () => wrap(main, at + 1),
      ArrowUp: () => wrap(main, at - 1),
      ArrowRight: () => wrap(among, inside + 1),
      ArrowLeft: () => wrap(among, inside - 1),
      Home: () => main[0],
      End: () => main[main.length - 1],
    }[pressed];
    return way?.();
  };

  /* Focus goes to a page's title when it opens, and back to what opened it. */
  let opener = null;
  let pressed = [];
  let openPage = "explore";
  const key = (element) => {
    for (const name of ["data-go", "data-pick", "data-choice", "data-do", "data-toggle"]) if (element.hasAttribute(name)) return `[${name}="${element.getAttribute(name)}"]`;
    return null;
  };
  const focus = (state) => {
    if (state.page === openPage) return refocus();
    const was = openPage;
    const title = document.querySelector("#page-slot h1");
    if (state.page !== "explore" && !title) return; // not drawn yet
    openPage = state.page;
    if (state.page !== "explore") title.focus();
    else if (was !== "explore" && opener) document.querySelector(`#side ${opener}, #bar ${opener}`)?.focus();
  };

  /* Words of another place are drawn anew: what was pressed gets its focus back, or the list that took its place. */
  const refocus = () => {
    if (!pressed.length || document.activeElement !== document.body) return;
    const ways = [...pressed, "#levels [aria-pressed=true]", "#levels button"];
    ways.map((way) => document.querySelector(`#screen ${way}`)).find(Boolean)?.focus({ preventScroll: true });
  };

  const more = () => {
    const pane = document.querySelector("#page-slot .page-body") ?? document.getElementById("detail");
    const end = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 4;
    pane.scrollTo({ top: end ? 0 : pane.scrollTop + pane.clientHeight * 0.85 });
  };
  /* Words that are longer than their place get a button for more. It takes room itself: measure without it. */
  const measure = () => {
    const pane = document.querySelector("#page-slot .page-body") ?? document.getElementById("detail");
    root.removeAttribute("data-long");
    if (pane) root.toggleAttribute("data-long", pane.scrollHeight > pane.clientHeight + 4);
  };
  let due = 0;
  const measureSoon = () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => (due = requestAnimationFrame(measure)));
  };
  addEventListener("resize", measureSoon);
  /* Words are drawn some frames after they were asked for: those of another place from their beginning, and measured
     before they are seen; a change within a place is measured after it. */
  let shownPlace = "";
  const redrawn = new MutationObserver(() => {
    const state = spine.now();
    const place = [state.page, spine.place({ ...state, part: "" })].join();
    focus(state);
    if (place === shownPlace) return measureSoon();
    shownPlace = place;
    for (const id of ["side", "detail"]) document.getElementById(id).scrollTop = 0;
    measure();
  });

  /* After Dash has shown a state. */
  spine.shown = (state, words) =>
    requestAnimationFrame(() => {
      if (!root.hasAttribute("data-live")) {
        root.setAttribute("data-live", "");
        for (const id of ["detail", "page-slot"]) redrawn.observe(document.getElementById(id), { childList: true, subtree: true });
        document.fonts.ready.then(measureSoon);
        document.getElementById("first")?.remove();
        dress(state);
        spine.stage(state, words);
      }
      if (spine.write(state) !== spine.write(spine.now())) spine.changed();
      else if (plateWaits(state)) setTimeout(() => spine.stage(spine.now(), words));
      document.title = words.titles[state.at] ?? words.titles[""];
      focus(state);
    });

  const worn = {};
  const dress = (state) => {
    const said = { lang: state.lang, dir: site.rtl.includes(state.lang) ? "rtl" : "ltr", "data-bs-theme": state.theme, "data-text": state.text };
    /* Even an equal value would make the browser work out the style of everything again; and a browser that translates the
       page has put its own language there. */
    for (const [name, value] of Object.entries(said)) {
      const before = worn[name] ?? root.getAttribute(name);
      worn[name] = value;
      if (before === value) continue;
      root.setAttribute(name, value);
      measureSoon(); // larger letters need more room
    }
    const wall = Boolean(state.kiosk || site.kiosk);
    root.toggleAttribute("data-kiosk", wall);
    if (root.translate === wall) root.translate = !wall; // the next visitor would get what this one chose
    root.toggleAttribute("data-zone", Boolean(state.zone));
    root.toggleAttribute("data-mirror", Boolean(state.mirror));
    const open = state.page !== "explore";
    for (const id of ["top", "spine", "body", "side", "turn"]) document.getElementById(id)?.toggleAttribute("inert", open);
    root.toggleAttribute("data-open", open);
    document.querySelector(".skip").setAttribute("href", open ? "#page" : "#detail"); // not its hash: that would keep this address
  };

  /* Who touches the body looks there: its marks come first, then the words, then the plate of another region. */
  const plateWaits = (state) =>
    root.hasAttribute("data-live") && spine.otherPlate(state) && !spine.isLevel(state.at) && (state.zone !== "" || state.hurts.length > 0);

  spine.changed = () => {
    const state = spine.now();
    dress(state);
    spine.stage(state, spine.words(state.lang), plateWaits(state));
    if (!spine.words(state.lang)) spine.fetchWords("content", state.lang).then((words) => spine.stage(spine.now(), words));
    /* The marks on the drawing are on screen one frame before the words are worked out. */
    if (root.hasAttribute("data-live")) requestAnimationFrame(() => setTimeout(spine.tell));
  };
  spine.tell = () => dash_clientside.set_props("state", { "data-search": location.search || "?" });
  addEventListener("popstate", spine.changed);

  /* First the state's own words and plate, then, in the background, everything else, so that no later touch asks the server. */
  const everything = () => {
    const rest = Object.keys(site.files.plates).map((name) => () => spine.fetchPlate(name));
    for (const language of site.languages) rest.push(() => spine.fetchWords("content", language), () => spine.fetchText("pages", language));
    rest.push(spine.styles, () => Promise.all(site.scenes.map(spine.fetchOnce)));
    return rest.reduce((before, fetchOne) => before.then(fetchOne), Promise.resolve()).then(() => root.setAttribute("data-whole", ""));
  };
  spine.changed();
  const start = () => everything().catch(() => setTimeout(start, 5000));
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
