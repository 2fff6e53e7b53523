/* What the whole page wears: language, letters, colours, what is open. */
import { BESIDE } from "../state/address.mjs";
import { find } from "../state/find.mjs";
import { site } from "../state/site.mjs";
import { measureSoon } from "./long.mjs";

/** @import { State } from "../types" */

const root = document.documentElement;
/** @type {Record<string, string>} */
const worn = {};
/** @param {State} state */
export const dress = (state) => {
  const said = {
    lang: state.lang,
    dir: site.rtl.includes(state.lang) ? "rtl" : "ltr",
    "data-bs-theme": state.theme,
    "data-text": state.text,
    "data-view": state.view,
    "data-page": state.page,
  };
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
  for (const id of ["top", "spine", "body", "side", "turn"])
    document.getElementById(id)?.toggleAttribute("inert", open && !(id === "spine" && state.page === BESIDE));
  root.toggleAttribute("data-open", open);
  find(".skip").setAttribute("href", open ? "#page" : "#detail"); // not its hash: that would keep this address
};
