/* The drawings: fetch the plates, name their targets, mark what the state says. They never move. */
(() => {
  const { site } = spine;
  const LOOK = { side: "lateral", back: "posterior" };
  const pane = document.getElementById("spine-view");
  const fetched = {};

  const plateName = (state) => {
    const region = spine.regionOf(state.at);
    return LOOK[state.look] + (region ? `-${region}` : "");
  };
  const plate = (name) => pane.querySelector(`[data-plate="${name}"]`);

  spine.fetchPlate = (name) =>
    (fetched[name] ??= plate(name)
      ? Promise.resolve()
      : fetch(site.files.plates[name])
          .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
          .then((text) => {
            const holder = document.createElement("template");
            holder.innerHTML = text;
            holder.content.firstElementChild.setAttribute("hidden", "");
            pane.append(holder.content);
            spine.stage(spine.now(), spine.words(spine.now().lang));
          })
          .catch(() => delete fetched[name]));

  const show = (state) => {
    const name = plateName(state);
    if (!plate(name)) return void spine.fetchPlate(name);
    for (const one of pane.querySelectorAll("[data-plate]")) one.toggleAttribute("hidden", one.dataset.plate !== name);
  };

  const put = (element, name, value) => {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  const mark = (state) => {
    const matches = spine.matches(state.hurts);
    const level = spine.isLevel(state.at);
    for (const hit of pane.querySelectorAll(".hit")) {
      const { node, part } = hit.dataset;
      put(hit, "aria-pressed", String(node === state.at && (!part || part === state.part)));
      put(hit, "data-match", matches[part ? `${node}|${part}` : node] ?? null);
    }
    for (const row of pane.querySelectorAll("[data-row]")) row.classList.toggle("is-chosen", row.dataset.row === state.at);
    for (const row of pane.querySelectorAll("[data-row]")) put(row, "data-fits", matches[row.dataset.row] ?? null);
    for (const ring of pane.querySelectorAll("[data-ring]")) ring.classList.toggle("is-on", ring.dataset.ring === `${state.at}|${state.part}`);
    for (const pin of pane.querySelectorAll("[data-pin]")) put(pin, "data-match", matches[pin.dataset.pin] ?? null);
    for (const one of pane.querySelectorAll("[data-structure]"))
      one.classList.toggle("is-chosen", one.dataset.level === state.at && one.dataset.structure === state.part);

    const body = document.getElementById("body-view");
    put(body, "data-part", level ? state.part : null);
    const strengths = (level && site.strengths[`${state.at}|${state.part}`]) || {};
    for (const area of document.querySelectorAll("[data-area]")) {
      const { area: slug, side } = area.dataset;
      const here = side === "mid" || state.side === "both" || state.side === side;
      put(area, "data-strength", (here && strengths[slug]) || null);
      put(area, "aria-pressed", String(state.hurts.includes(`${slug}.${side}`)));
    }
    roving();
  };

  /* One tab stop for each drawing: the chosen target, else the first. */
  const roving = () => {
    for (const group of document.querySelectorAll("[data-roving], #spine-view > :not([hidden])")) {
      const all = [...group.querySelectorAll("[role=button]")];
      const stop = all.find((one) => one === document.activeElement) ?? all.find((one) => one.getAttribute("aria-pressed") === "true") ?? all[0];
      for (const one of all) put(one, "tabindex", one === stop ? "0" : "-1");
    }
  };

  /* A key that opens another plate takes the focus with it. */
  const keep = (state) => {
    if (document.activeElement?.closest("#spine-view > [hidden]")) plate(plateName(state))?.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
  };

  /* Names in the language on screen. */
  const name = (words) => {
    for (const one of document.querySelectorAll("[data-say]")) if (words.say[one.dataset.say]) put(one, "aria-label", words.say[one.dataset.say]);
    for (const one of document.querySelectorAll("[data-area]")) {
      const view = one.closest("[data-face]").dataset.face;
      put(one, "aria-label", words.say[`${one.dataset.area}.${one.dataset.side}|${view}`]);
    }
    for (const one of document.querySelectorAll("[data-t]")) if (one.textContent !== words.t[one.dataset.t]) one.textContent = words.t[one.dataset.t];
  };

  /* The phone's button that pulls the answer up shows an arrow alone. */
  const nameSheet = (words) => {
    const sheet = document.getElementById("sheet");
    if (sheet) put(sheet, "aria-label", words.t["page.more"]);
  };

  spine.stage = (state, words) => {
    show(state);
    mark(state);
    keep(state);
    if (!words) return;
    name(words);
    nameSheet(words);
  };
})();
