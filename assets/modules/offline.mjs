/* Without the server: the app is kept in the browser; a quiet line is shown while a part is missing, and it is fetched again. */
import { hearMissing, Missing } from "./state/store.mjs";

const root = document.documentElement;
hearMissing((count) => root.toggleAttribute("data-missing", count > 0));
/* It is told and asked for again: no fault of the page. */
addEventListener("unhandledrejection", (event) => event.reason instanceof Missing && event.preventDefault());

/* A new release waits for a new page. */
let renewed = false;
export const isRenewed = () => renewed;

const keep = async () => {
  const workers = navigator.serviceWorker;
  const before = workers.controller;
  const found = await workers.register("sw.js", { updateViaCache: "none" });
  workers.addEventListener("controllerchange", () => {
    renewed = Boolean(before);
  });
  setInterval(() => found?.update().catch(() => null), 5 * 60000);
};
/* After everything that the page itself needs. */
const wait = () => (root.hasAttribute("data-whole") ? keep().catch(() => null) : setTimeout(wait, 500));
if (navigator.serviceWorker) wait();
