/* Block pages: drawings and sliders inside the words, ticks, printing. */
(() => {
  /* A picture written by Python, at the start (svg) or as a file of its own (src) that is fetched once. */
  spine.Drawing = ({ svg, src, className }) => {
    const [text, keep] = React.useState(svg ?? "");
    React.useEffect(() => void (src ? spine.fetchOnce(src).then(keep, () => keep("")) : keep(svg)), [svg, src]);
    return React.createElement("span", { className, dangerouslySetInnerHTML: { __html: text } });
  };

  /* A slider over `marks`: its thumb is as wide as a mark, so that a tap anywhere on it chooses what is read there.
     It follows the finger, and the page follows when it is let go. Some browsers move the thumb by dragging only: there
     the tap does it. */
  spine.Slider = ({ name, value, label, marks, words }) => {
    const [now, keep] = React.useState(value);
    const input = React.useRef(null);
    /* Words drawn late, of a time that is no longer chosen, do not pull it back. */
    React.useEffect(() => void (Number(spine.now()[name]) === value && keep(value)), [value]);
    React.useEffect(() => {
      const one = input.current;
      const choose = (chosen) => {
        keep(chosen);
        if (chosen === Number(spine.now()[name])) return;
        hold(one, ".slider input");
        spine.go({ [name]: String(chosen) });
      };
      one.addEventListener("change", () => choose(Number(one.value)));
      one.addEventListener("click", ({ clientX, detail }) => {
        const { left, width } = one.getBoundingClientRect();
        const part = (clientX - left) / width;
        const along = Math.floor((document.dir === "rtl" ? 1 - part : part) * marks.length);
        if (detail) choose(Math.min(Math.max(along, 0), marks.length - 1) + 1);
      });
    }, []);
    const seen = marks.map((mark, index) => React.createElement("span", { key: mark, className: index + 1 === now ? "is-now" : undefined }, mark));
    return React.createElement(
      "span",
      { className: "slider", style: { "--marks": marks.length } },
      React.createElement("input", {
        ref: input, type: "range", min: 1, max: marks.length, value: now, "aria-label": label, "aria-valuetext": words[now - 1],
        onChange: (event) => keep(Number(event.target.value)),
      }),
      React.createElement("span", { className: "marks", "aria-hidden": "true" }, seen),
    );
  };

  /* Ticked ones first; the others keep their order. */
  spine.sorted = (children) => {
    const ticked = (one) => spine.ticks.has(one.props["data-matter"]);
    return [...children.filter(ticked), ...children.filter((one) => !ticked(one))];
  };

  /* A step or a time has other buttons than the one before: the keyboard's focus goes to the first of `ways` that is
     drawn in the place of `gone`. */
  const hold = (gone, ...ways) => {
    const wait = (frames) => {
      const again = ways.map((way) => document.querySelector(`#page-slot ${way}`)).find(Boolean);
      if (again && again !== gone && !gone.isConnected) again.focus({ preventScroll: true });
      else if (frames) requestAnimationFrame(() => wait(frames - 1));
    };
    requestAnimationFrame(() => wait(120));
  };
  const HELD = [
    [".turns .btn-first", ".turns .btn-first", ".turns .sx-btn"],
    [".turns .sx-btn", ".turns .sx-btn:not(.btn-first)", ".turns .sx-btn"],
    [".tl-earlier", ".tl-earlier"],
    [".tl-later", ".tl-later"],
    [".chapters .half", ".chapters [aria-current]"],
  ];
  document.addEventListener("click", (event) => {
    for (const [pressed, ...ways] of HELD) {
      const gone = event.target.closest(pressed);
      if (gone) return hold(gone, ...ways);
    }
    const found = event.target.closest("[data-tick],[data-print]");
    if (!found) return;
    if (found.hasAttribute("data-print")) return window.print();
    const { tick } = found.dataset;
    if (!spine.ticks.delete(tick)) spine.ticks.add(tick);
    spine.tell();
  });

  /* A new tab, step or page begins at its top. */
  let before = "";
  const shown = spine.shown;
  spine.shown = (state, words) => {
    shown(state, words);
    const place = [state.page, state.block, state.tab, state.step].join();
    if (place !== before) requestAnimationFrame(() => document.querySelector("#page-slot .page-body")?.scrollTo({ top: 0 }));
    before = place;
  };
})();
