/* Without the server: the app is kept in the browser; a quiet line is shown while a part is missing, and it is fetched again. */
(() => {
  const root = document.documentElement;
  const asked = window.fetch;
  const missing = new Set();
  const tell = () => root.toggleAttribute("data-missing", missing.size > 0);

  window.fetch = async (address, options) => {
    const name = String(address.url ?? address);
    try {
      const answer = await asked(address, options);
      if (name.startsWith("/content/")) missing.delete(name);
      tell();
      return answer;
    } catch (fault) {
      if (name.startsWith("/content/")) missing.add(name);
      tell();
      throw fault;
    }
  };

  /* It is told and asked for again: no fault of the page. */
  addEventListener("unhandledrejection", (event) => missing.size && event.reason instanceof TypeError && event.preventDefault());

  /* A view whose words are not here yet comes as soon as they are; if another view was asked for meanwhile, it never does. */
  const { explorer } = dash_clientside;
  const show = explorer.show;
  let newest = 0;
  explorer.show = async (search) => {
    const mine = ++newest;
    while (mine === newest) {
      try {
        return await show(search);
      } catch (fault) {
        if (!missing.size) throw fault;
        await new Promise((again) => setTimeout(again, 1000));
      }
    }
    return Array(6).fill(dash_clientside.no_update);
  };

  /* Scripts that the first view does without. */
  addEventListener("load", () => {
    for (const src of spine.site.later) document.head.append(Object.assign(document.createElement("script"), { src, async: false }));
  });

  const keep = async () => {
    const workers = navigator.serviceWorker;
    const before = workers.controller;
    const found = await workers.register("/sw.js", { updateViaCache: "none" });
    workers.addEventListener("controllerchange", () => (spine.renewed = Boolean(before)));
    setInterval(() => found?.update().catch(() => null), 5 * 60000);
  };
  /* After everything that the page itself needs. */
  const wait = () => (root.hasAttribute("data-whole") ? keep().catch(() => null) : setTimeout(wait, 500));
  if (navigator.serviceWorker) wait();
})();
