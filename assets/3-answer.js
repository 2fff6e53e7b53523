/* The words: look up what Python wrote for a state, press what is chosen, hand it to Dash. */
(() => {
  const { site } = spine;
  const loading = {};
  const ready = {};

  /* Fetched early, so that no touch needs the server; read when they are needed: a language's pages are 3 MB. */
  spine.fetchText = (kind, language) => spine.fetchOnce(site.files[kind][language]);
  spine.fetchWords = (kind, language) =>
    spine.once(loading, `${kind}.${language}`, async () => {
      const [text] = await Promise.all([spine.fetchText(kind, language), kind === "pages" && spine.styles()]);
      return (ready[`${kind}.${language}`] = JSON.parse(text));
    });
  /* The long pages have styles of their own, which come with their words and stand where their names put them. */
  const styled = {};
  const put = async (url) => {
    await spine.fetchOnce(url);
    const name = (address) => address.split("/").pop();
    const own = [...document.querySelectorAll("link[rel=stylesheet]")].filter((one) => /^\d/.test(name(one.href)));
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: url });
    const loaded = new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
    document.head.insertBefore(link, own.find((one) => name(one.href) > name(url)) ?? null);
    return loaded;
  };
  spine.styles = () => Promise.all(site.styles.map((url) => spine.once(styled, url, () => put(url))));

  spine.words = (language) => ready[`content.${language}`];

  /* A copy of a component tree in which the state's choices are pressed, what belongs to another state is left out
     (data-when), parts that many pages share are put in (data-insert) and ticked rows come first (data-sort). */
  const press = (node, state, matches, pages = {}) => {
    const again = (one) => press(one, state, matches, pages);
    if (Array.isArray(node)) return node.map(again).filter((one) => one !== null);
    if (!node || typeof node !== "object" || !node.props) return node;
    if (node.props["data-insert"]) return again(pages[node.props["data-insert"]]);
    if (!isNow(node.props, state)) return null;
    const props = { ...node.props };
    const pressed = isPressed(props, state);
    if (pressed !== null) props["aria-pressed"] = String(pressed);
    if (["back", "reset"].includes(props["data-do"])) props["aria-disabled"] = String(spine.atStart(state));
    if (props["data-go"] === "at=") props["aria-disabled"] = String(!state.at);
    if (props.lang || spine.isLevel(props["data-pick"])) props.translate = "no"; // names that are the same in every language
    const match = matches[props["data-part"] ? `${props["data-pick"]}|${props["data-part"]}` : props["data-pick"]];
    if (match) props["data-match"] = match;
    if (spine.ticks.has(props["data-matter"])) props.className = `${props.className ?? ""} is-marked`;
    if (props["data-sort"]) props.children = spine.sorted(props.children);
    if (props.children) props.children = again(props.children);
    return { ...node, props };
  };
  const isNow = (props, state) => {
    if (!props["data-when"]) return true;
    const [key, values] = props["data-when"].split("=");
    return values.split("|").includes(state[key]);
  };
  const isPressed = (props, state) => {
    if (props["data-pick"]) return props["data-pick"] === state.at;
    if (props["data-toggle"]) return state.hurts.includes(props["data-toggle"]);
    if (props["data-tick"]) return spine.ticks.has(props["data-tick"]);
    if (!props["data-choice"]) return null;
    const [key, value] = props["data-choice"].split("=");
    return state[key] === value;
  };

  const blockOf = (state) => (state.page === "block" ? state.block || site.blockOf[`${state.at}|${state.part}`] : "");
  const pageOf = (pages, state) => {
    if (state.page === "explore") return null;
    const id = blockOf(state);
    return pages[id ? `block|${id}` : ""] ?? pages[`${state.page}|${state.at}|${state.part}`] ?? pages[`${state.page}|${state.at}`] ?? pages[state.page] ?? null;
  };

  const heard = (words, pages, state) => {
    const steps = state.tab === "how" && pages[`steps|${blockOf(state)}`];
    if (steps) return steps[state.step - 1];
    if (!spine.isLevel(state.at) && state.hurts.length) return spine.painHeard(words, state);
    if (!spine.isLevel(state.at)) return words.announce[state.at] ?? "";
    return words.announce[`${state.at}|${state.part}`].replace("{side}", words.sides[state.side]);
  };

  /* A block has so many steps and no more. */
  const inside = (pages, state) => {
    const steps = pages[`steps|${blockOf(state)}`];
    return steps ? { ...state, step: String(Math.min(state.step, steps.length)) } : state;
  };

  /* The whole spine's list brings the page's title, unless the answer has one of its own. */
  const listOf = (words, state) => words.levels[spine.regionOf(state.at)].slice(!state.at && (state.zone || state.hurts.length) ? 1 : 0);

  /* A tree of components as Python wrote it, for React alone: Dash would tie each of its elements to the store, and
     every touch would ask all of them. Another `place` is drawn anew; in the same place only what differs changes. */
  const element = (node) => {
    if (Array.isArray(node)) return React.createElement(React.Fragment, null, ...node.map(element));
    if (!node || typeof node !== "object") return node;
    const { children, ...props } = node.props;
    const made = node.namespace ? window[node.namespace][node.type] : node.type.toLowerCase();
    return React.createElement(made, props, ...[children ?? []].flat().map(element));
  };
  spine.Tree = ({ shown }) => {
    const times = React.useRef(0);
    if (!shown) return null;
    /* A browser's translator has put <font> where React holds a text: only what is drawn anew is right again. */
    if (document.querySelector("#screen font")) times.current += 1;
    return React.createElement(React.Fragment, { key: `${shown.place} ${times.current}` }, element(shown.tree));
  };
  const drawn = (tree, place = "") => ({ tree, place });

  /* Where the answer's words belong: choosing places in one part of the body is one place, whatever is chosen so far. */
  spine.place = ({ zone, at, part, hurts }) => zone || [at, part, hurts].join();

  /* search -> [text list, answer, views of the drawing, page, tools, announcement] */
  const show = async (search) => {
    const state = spine.read(search || location.search);
    const words = await spine.fetchWords("content", state.lang);
    const pages = state.page === "explore" ? {} : { ...words.pages, ...(words.pages[state.page] ? {} : await spine.fetchWords("pages", state.lang)) };
    const matches = spine.matches(state.hurts);
    const key = spine.isLevel(state.at) ? `${state.at}|${state.part}` : state.at;
    const detail = spine.pain?.(words, state) ?? words.detail[key];
    const notice = state.unknown ? [words.notice] : [];
    const { lang, at, part, page, block, tab, step, zone } = state;
    requestAnimationFrame(() => spine.shown(state, words));
    return [
      drawn(press(listOf(words, state), state, matches), [lang, spine.regionOf(at)].join()),
      drawn(press([...notice, ...[detail].flat()], state, matches), [lang, spine.place(state)].join()),
      drawn(press(words.turn, state, matches)),
      drawn(press(pageOf(pages, state), inside(pages, state), matches, pages), [lang, at, part, page, block, tab, step].join()),
      drawn(press(words.bar, state, matches)),
      heard(words, pages, inside(pages, state)),
    ];
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { explorer: { show } });

  /* Levels that can cause pain in the chosen areas: "L4-5|facet" and "L4-5" -> typical or sometimes. */
  spine.matches = (hurts) => {
    const found = {};
    if (!hurts.length) return found;
    for (const [key, strengths] of Object.entries(site.strengths)) {
      const here = hurts.map((one) => strengths[one.split(".")[0]]).filter(Boolean);
      if (!here.length || !site.home[key.split("|")[0]] || site.context.includes(key.split("|")[0])) continue;
      found[key] = here.length === hurts.length && !here.includes("sometimes") ? "typical" : "sometimes";
      const [node] = key.split("|");
      if (found[node] !== "typical") found[node] = found[key];
    }
    return found;
  };
})();
