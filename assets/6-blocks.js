/* Block pages: drawings inside Dash's tree, ticks, printing. */
(() => {
  /* A picture written by Python, at the start (svg) or as a file of its own (src) that is fetched once. */
  const fetched = {};
  const svgOf = (src) =>
    (fetched[src] ??= fetch(src)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .catch(() => delete fetched[src] && ""));
  spine.Drawing = ({ svg, src, className }) => {
    const [text, keep] = React.useState(svg ?? "");
    React.useEffect(() => void (src ? svgOf(src).then(keep) : keep(svg)), [svg, src]);
    return React.createElement("span", { className, dangerouslySetInnerHTML: { __html: text } });
  };

  /* Once the pages are there, all scenes are fetched too, so that they are seen without a network. */
  const fetchWords = spine.fetchWords;
  spine.fetchWords = (kind, language) => {
    const found = fetchWords(kind, language);
    if (kind === "pages") found.then((pages) => Promise.all(pages.scenes.map(svgOf))).then(() => document.documentElement.setAttribute("data-scenes", ""), () => {});
    return found;
  };

  /* Ticked ones first; the others keep their order. */
  spine.sorted = (children) => {
    const ticked = (one) => spine.ticks.has(one.props["data-matter"]);
    return [...children.filter(ticked), ...children.filter((one) => !ticked(one))];
  };

  /* A step has other buttons than the one before: the keyboard's focus goes to its own next (or back). */
  let turned = "";
  document.addEventListener("click", (event) => {
    const turn = event.target.closest(".turns .sx-btn");
    turned = turn ? (turn.matches(".btn-first") ? ".btn-first" : ":not(.btn-first)") : "";
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
    if (turned) requestAnimationFrame(() => (document.querySelector(`.turns .sx-btn${turned}`) ?? document.querySelector(".turns .sx-btn"))?.focus());
  };
})();
