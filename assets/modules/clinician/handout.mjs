/* The handout: its letters as large as one page lets them be, dated, with the questions that were ticked. */
import { find } from "../state/find.mjs";
import { ticks } from "../state/history.mjs";

/** @import { ReactNode } from "../types" */

const LETTERS = ["11", "10.5", "10"]; // points
const ASKED = 4;

/** @param {Element} front */
const fit = (front) => {
  for (const size of LETTERS) {
    front.dataset.letters = size;
    if (front.scrollHeight <= front.clientHeight) return;
  }
};

/* `back`: what is ticked when a back page is wished. */
/** @type {(sheet: HTMLElement, back: string) => void} */
const prepare = (sheet, back) => {
  find("time", sheet).textContent = new Intl.DateTimeFormat(sheet.lang, { dateStyle: "long" }).format(new Date());
  const questions = [...sheet.querySelectorAll("[data-question]")];
  const ticked = questions.filter((one) => ticks.has(one.dataset.question ?? ""));
  const shown = (ticked.length ? ticked : questions).slice(0, ASKED);
  for (const one of questions) one.toggleAttribute("hidden", !shown.includes(one));
  find(".back", sheet).toggleAttribute("hidden", !ticks.has(back));
  fit(find(".front", sheet));
};

/** @param {{ children: ReactNode, back: string }} props */
const Sheet = ({ children, back, ...props }) => {
  const sheet = React.useRef(/** @type {HTMLElement | null} */ (null));
  const ready = () => {
    if (sheet.current) prepare(sheet.current, back);
  };
  React.useLayoutEffect(ready);
  React.useEffect(() => {
    document.fonts.ready.then(ready);
    addEventListener("beforeprint", ready); // another day may have begun
    return () => removeEventListener("beforeprint", ready);
  }, []);
  return React.createElement("div", { ref: sheet, ...props }, ...React.Children.toArray(children));
};

Object.assign(window.spine, { Sheet });
