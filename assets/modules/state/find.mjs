/* Elements of the page. */

/* One that Python has written into every page. @throws when it is not there: then nothing can be right. */
/** @type {(selector: string, inside?: ParentNode) => Element} */
export const find = (selector, inside = document) => {
  const found = inside.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
};

/* A dialog that Python has written into the page. */
/** @type {(selector: string) => HTMLDialogElement} */
export const findDialog = (selector) => {
  const found = find(selector);
  if (!(found instanceof HTMLDialogElement)) throw new Error(`${selector} is no dialog`);
  return found;
};

/* What an event happened in that fits, the innermost. */
/** @type {(event: { target: EventTarget | null }, selector: string) => Element | null} */
export const around = ({ target }, selector) => (target instanceof Element ? target.closest(selector) : null);

/* Drawings in which arrows step from target to target: one of them is a stop of the Tab key. */
export const ROVING = "[data-roving], #spine-view > *";
