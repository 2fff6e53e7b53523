/* From where it hurts to the levels that can cause it. Python wrote every piece; here they are chosen and put in order. */
(() => {
  const { site } = spine;
  const links = site.pain;
  const ORDER = Object.keys(site.home).filter((node) => !site.context.includes(node));
  const PARTS = ["facet", "nerve"];
  const root = document.documentElement;
  const slugOf = (place) => place.split(".")[0];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const el = (type, props, ...children) => ({ type, props: { ...props, children } });

  /* Every joint and nerve that can cause pain in the chosen areas: those that reach all of them first, then typical
     before sometimes, then from head to foot. `strength`: the weakest if it reaches all, else the strongest. */
  spine.found = (hurts) => {
    const found = [];
    for (const node of ORDER)
      for (const part of PARTS) {
        const reach = site.strengths[`${node}|${part}`] ?? {};
        const here = hurts.map((place) => reach[slugOf(place)]).filter(Boolean);
        if (!here.length) continue;
        const all = here.length === hurts.length;
        found.push({ node, part, all, strength: here.includes(all ? "sometimes" : "typical") === all ? "sometimes" : "typical" });
      }
    const rank = (one) => (one.all ? 0 : 2) + (one.strength === "typical" ? 0 : 1);
    return found.sort((a, b) => rank(a) - rank(b));
  };

  const union = (order, of, hurts) => order.filter((id) => hurts.some((place) => of[slugOf(place)].includes(id)));
  const rulesFor = (hurts) => links.rules.filter((rule) => rule.places.every((list) => list.some((place) => hurts.includes(place))));

  const places = (words, state) =>
    el("Div", { className: "places", role: "group", "aria-label": words.pain.say.chosen }, ...state.hurts.map((place) => words.pain.chips[place]), words.pain.parts.add, ...(state.hurts.length > 1 ? [words.pain.parts.clear] : []));

  /* Warnings that a rule puts before everything else. */
  const first = (words, ids) => {
    if (!ids.length) return [];
    const { say, flags } = words.pain;
    const now = ids.filter((id) => links.emergencies.includes(id));
    return [
      el("Section", { className: "first-signs" },
        el("H2", {}, el("Span", { className: "ic ic-emergency", "aria-hidden": "true" }), say.first),
        el("Ul", { className: "signs" }, ...ids.map((id) => flags[id])),
        ...(now.length ? [el("P", { className: "act" }, say.act)] : [])),
    ];
  };

  const signs = (words, ids) => {
    const { say, flags } = words.pain;
    const now = ids.filter((id) => links.emergencies.includes(id));
    const today = ids.filter((id) => !now.includes(id));
    const list = (title, shown, look, ...more) => (shown.length ? [el("H2", {}, title), ...more, el("Ul", { className: look }, ...shown.map((id) => flags[id]))] : []);
    return [
      ...list(say.new, now, "signs", el("P", { className: "sx-alert" }, el("Span", { className: "ic ic-emergency", "aria-hidden": "true" }), el("Span", {}, say.act))),
      ...list(say.today, today, "signs signs-calm"),
    ];
  };

  const row = (words, one) => {
    const made = words.pain.rows[`${one.node}|${one.part}`];
    const props = { ...made.props };
    props["aria-label"] = props[`data-said-${one.all ? one.strength : "part"}`];
    for (const name of Object.keys(props)) if (name.startsWith("data-said-")) delete props[name];
    return { ...made, props };
  };

  /* By region, joint and nerve apart. */
  const group = (words, found, title) => {
    if (!found.length) return [];
    const made = title ? [el("H2", {}, title)] : [];
    const order = [...new Set(found.map((one) => site.home[one.node]))]; // the one that fits best comes first
    for (const region of order) {
      const here = found.filter((one) => site.home[one.node] === region);
      const name = words.pain.regions[region];
      const lines = PARTS.map((part) => here.filter((one) => one.part === part))
        .filter((line) => line.length)
        .map((line) => el("Div", { className: "kind-row" }, words.pain.kinds[line[0].part], el("Div", { className: "rows" }, ...line.map((one) => row(words, one)))));
      made.push(el("Section", { className: `found found-${region}` }, el("H3", {}, name), ...lines));
    }
    return made;
  };

  const sentence = (say, found, state) => {
    const all = found.filter((one) => one.all);
    if (!found.length) return say.none;
    if (!all.length) return say["parts-only"];
    return new Set(all.map((one) => one.node)).size === 1 ? say["can-one"] : say.can;
  };
  /* What the area cannot tell. */
  const doubt = (say, found, state) => {
    const all = found.filter((one) => one.all);
    if (!all.length) return "";
    const low = found.some((one) => one.part === "facet" && site.home[one.node] === "lumbar");
    const one = new Set(all.map((match) => match.node)).size === 1;
    return [one ? say.single : state.hurts.length > 1 ? say["share-all"] : say.share, low ? say.low : ""].join(" ").trim();
  };

  const answer = (words, state) => {
    const { say, cautions, parts } = words.pain;
    const { hurts } = state;
    const found = spine.found(hurts);
    const ruled = [...new Set(rulesFor(hurts).flatMap((rule) => rule.flags))];
    const others = union(links.cautions, links.cautionsOf, hurts);
    const doubted = doubt(say, found, state);
    const saddle = hurts.includes("saddle.mid");
    const many = hurts.length > 1;
    return [
      ...(saddle ? [el("Div", { className: "sx-alert" }, el("Span", { className: "ic ic-emergency", "aria-hidden": "true" }), el("Div", {}, el("P", {}, say.saddle), parts.emergency))] : []),
      el("H1", { className: "touched", tabIndex: "-1" }, say.touched),
      places(words, state),
      ...first(words, ruled),
      el("P", {}, sentence(say, found, state)),
      ...(doubted ? [el("P", { className: "honest" }, doubted)] : []),
      ...(others.length ? [el("Section", { className: "other" }, el("H2", {}, say.other), ...others.map((id) => cautions[id]))] : []),
      ...(found.length ? [many ? parts.legendAll : parts.legend] : []),
      ...group(words, found.filter((one) => one.all), many ? fill(say.all, { count: hurts.length }) : ""),
      ...group(words, found.filter((one) => !one.all), say.some),
      ...(hurts.some((place) => links.context.includes(slugOf(place))) ? [parts.sij] : []),
      parts.ends,
      ...signs(words, union(links.flags, links.flagsOf, hurts).filter((id) => !ruled.includes(id))),
    ];
  };

  const labels = (words, found) => [...new Set(found.map((one) => words.pain.rows[`${one.node}|${one.part}`].props.children))];

  /* The chooser. What is chosen so far stands below the picture, which must not move; the way on waits for it. */
  const chooser = (words, state) => {
    const { say, zones, names } = words.pain;
    const view = zones[state.zone].slice();
    const foot = view.pop();
    const buttons = foot.props.children.slice();
    const show = buttons.pop();
    buttons.push({ ...show, props: { ...show.props, "aria-disabled": String(!state.hurts.length) } });
    if (view[view.length - 1].props.className === "so-far" && state.hurts.length) {
      const found = spine.found(state.hurts);
      const told = labels(words, found.some((one) => one.all) ? found.filter((one) => one.all) : found);
      const levels = told.slice(0, 4).map((label) => el("Span", { className: "level", translate: "no" }, label));
      const line = told.length ? [` ${say.levels}: `, ...levels, ...(told.length > 4 ? ["…"] : [])] : [` ${say.none}`];
      view[view.length - 1] = el("P", { className: "so-far" }, el("B", {}, `${state.hurts.map((place) => names[place]).join("; ")}.`), ...line);
    }
    return [...view, { ...foot, props: { ...foot.props, children: buttons } }];
  };

  /* What stands in the panel while areas are chosen or a part of the body is open; null leaves it to the level. */
  spine.pain = (words, state) => {
    if (state.zone) return chooser(words, state);
    if (spine.isLevel(state.at)) {
      const { back, compare } = words.pain.parts;
      return [...(state.hurts.length ? [back] : []), ...words.detail[`${state.at}|${state.part}`], compare];
    }
    return state.hurts.length ? answer(words, state) : null;
  };

  /* One sentence for the live region, at most 150 characters. */
  spine.painHeard = (words, state) => {
    const { say, names } = words.pain;
    const found = spine.found(state.hurts);
    const all = found.some((one) => one.all) ? found.filter((one) => one.all) : found;
    const count = new Set(all.map((one) => one.node)).size;
    const told = say[count > 1 ? "announce" : count ? "announce-one" : "announce-none"];
    const whole = fill(told, { places: state.hurts.map((place) => names[place]).join("; "), count });
    return whole.length <= 150 ? whole : fill(told, { places: fill(say.places, { count: state.hurts.length }), count });
  };

  /* --- touching the figure -------------------------------------------------------------------------------------- */

  const BROAD = 33; // units of the drawing: an area with such a square is easy to hit with a mouse
  const target = () => parseFloat(getComputedStyle(root).getPropertyValue("--sx-target"));
  const byFinger = (event) => root.hasAttribute("data-kiosk") || (event.pointerType ? event.pointerType !== "mouse" : matchMedia("(pointer: coarse)").matches);

  /* The inset to open for a touch on a figure; null: the area is easy enough to hit, or a key or a helper hit it. */
  spine.aim = (event, touched) => {
    if (!event.detail || !touched.closest("#body")) return null;
    const aside = (one) => Math.abs(event.clientX - one.getBoundingClientRect().x - one.getBoundingClientRect().width / 2);
    const figure = touched.closest("[data-face]") ?? [...document.querySelectorAll("#body-view [data-face]")].sort((a, b) => aside(a) - aside(b))[0];
    const { face } = figure.dataset;
    const matrix = figure.getScreenCTM();
    const [seen, reach] = links.squares[face][touched.dataset.area] ?? [0, 0];
    if (byFinger(event) ? reach * Math.abs(matrix.a) >= target() : seen >= BROAD) return null;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const far = ([left, top, width, height]) => Math.max(Math.abs(at.x - left - width / 2) / width, Math.abs(at.y - top - height / 2) / height);
    const near = Object.entries(links.insets).filter(([, inset]) => inset.face === face).sort(([, a], [, b]) => far(a.box) - far(b.box))[0];
    return touched.dataset.area || far(near[1].box) <= 0.75 ? near[0] : null;
  };

  /* In an inset a touch beside the body goes to the area next to it. */
  spine.near = (event) => {
    for (let far = 6; far <= 60; far += 6)
      for (let turn = 0; turn < 12; turn++) {
        const [x, y] = [event.clientX + far * Math.cos((turn * Math.PI) / 6), event.clientY + far * Math.sin((turn * Math.PI) / 6)];
        const area = document.elementFromPoint(x, y)?.closest(".inset [data-area]");
        if (area) return area;
      }
    return null;
  };

  /* --- drawings copied from the figure on the page ---------------------------------------------------------------- */

  const CENTRE = 300; // the figure's midline
  const SVG = "http://www.w3.org/2000/svg";
  const figure = (face) => document.querySelector(`#body-view [data-face="${face}"]`);
  const copy = (face, box, wanted) => {
    const whole = figure(face);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", box ?? whole.getAttribute("viewBox"));
    svg.setAttribute("class", whole.getAttribute("class"));
    svg.append(whole.querySelector(".bf-art").cloneNode(true));
    for (const area of whole.querySelectorAll("[data-area]")) {
      const made = wanted(area.dataset.area, area.dataset.side, area) && area.cloneNode(true);
      if (made) svg.append(made);
    }
    svg.append(whole.querySelector(".bf-edge").cloneNode(true));
    return svg;
  };

  /* The other side's area too, where a good part of it is in sight. */
  const inView = (area, [left, top, width, height]) => {
    const box = area.getBBox();
    const x = area.hasAttribute("transform") ? 2 * CENTRE - box.x - box.width : box.x;
    const share = (from, size, start, length) => Math.max(0, Math.min(from + size, start + length) - Math.max(from, start)) / size;
    return share(x, box.width, left, width) * share(box.y, box.height, top, height) > 0.2;
  };

  const drawInset = (holder) => {
    const inset = links.insets[holder.dataset.inset];
    const shown = (slug, side, area) => inset.areas.includes(slug) && (inset.side === "mid" || side === "mid" || side === inset.side || inView(area, inset.box));
    const svg = copy(inset.face, inset.box.join(" "), shown);
    for (const [name, value] of Object.entries({ role: "group", "data-roving": "", "data-face": inset.face, "data-say": `face:${inset.face}` })) svg.setAttribute(name, value);
    holder.replaceChildren(svg);
    spine.stage(spine.now(), spine.words(spine.now().lang));
  };

  const drawMap = (holder) => {
    const areas = JSON.parse(holder.dataset.areas);
    const svg = copy(holder.dataset.figure, null, (slug) => slug in areas);
    svg.setAttribute("aria-hidden", "true");
    for (const area of svg.querySelectorAll("[data-area]")) {
      area.setAttribute("data-strength", areas[area.dataset.area]);
      for (const name of ["data-area", "data-side", "role", "tabindex", "aria-pressed", "aria-label"]) area.removeAttribute(name);
    }
    holder.replaceChildren(svg);
  };

  /* The search's field. React knows nothing of what stands in these places, and leaves it alone. */
  const drawFinder = (holder) => {
    holder.replaceChildren(document.createElement("p"));
    spine.finder(holder);
  };

  const DRAW = { "[data-inset]": drawInset, "[data-figure]": drawMap, "[data-finder]": drawFinder };
  const draw = () => {
    for (const [selector, one] of Object.entries(DRAW))
      for (const holder of document.querySelectorAll(selector)) {
        const key = `${holder.dataset.inset}|${holder.dataset.figure}|${holder.dataset.areas}|${selector === "[data-finder]" && root.lang}`;
        if (holder.drawn === key) continue;
        holder.drawn = key;
        one(holder);
      }
  };
  const entry = document.getElementById("react-entry-point");
  new MutationObserver(draw).observe(entry, { childList: true, subtree: true, attributeFilter: ["data-inset", "data-areas"] });
})();
